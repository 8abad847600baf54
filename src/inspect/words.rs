//! The words of a PDF, page by page, so that two of them can be compared by what they say.

/// The words of each page in the order of the file; a page that cannot be read has none.
pub fn words(pdf: &[u8]) -> Vec<Vec<String>> {
    let Ok(document) = lopdf::Document::load_mem(pdf) else {
        return Vec::new();
    };
    let page = |number: u32| {
        let text = document.extract_text(&[number]).unwrap_or_default();
        text.split_whitespace().map(ToOwned::to_owned).collect()
    };
    document.get_pages().into_keys().map(page).collect()
}

//! Whether every stream of a PDF is exactly as long as its dictionary says, read in the raw bytes.
//!
//! It clears one accusation of the validator, and accuses nobody: what it does not understand is not cleared.

/// Whether each stream, followed from the first to the last by its own length, ends where it says.
///
/// False too where a length is a reference, or where there is no stream: the validator is then asked again.
pub fn are_as_long_as_they_say(pdf: &[u8]) -> bool {
    let (mut at, mut found) = (0, 0);
    while let Some(keyword) = next_stream(pdf, at) {
        match end(pdf, at, keyword) {
            Some(end) => at = end,
            None => return false,
        }
        found += 1;
    }
    found > 0
}

/// Where the keyword `stream` closes a dictionary.
fn next_stream(pdf: &[u8], from: usize) -> Option<usize> {
    let mut from = from;
    loop {
        let keyword = from + find(&pdf[from..], b"stream")?;
        if pdf[..keyword].trim_ascii_end().ends_with(b">>") {
            return Some(keyword);
        }
        from = keyword + 1;
    }
}

/// The end of a stream whose dictionary stands after `from`; none where it does not end where it says.
fn end(pdf: &[u8], from: usize, keyword: usize) -> Option<usize> {
    let before = &pdf[from..keyword];
    let object = before.windows(4).rposition(|word| word == b" obj")?;
    let length = length(&before[object..])?;
    let data = match pdf.get(keyword + 6..)? {
        [b'\r', b'\n', ..] => keyword + 8,
        [b'\n', ..] => keyword + 7,
        _ => return None,
    };
    let end = data.checked_add(length)?;
    let rest = pdf.get(end..)?;
    let rest = rest.strip_prefix(b"\r").unwrap_or(rest);
    rest.starts_with(b"\nendstream").then_some(end)
}

/// The number under `/Length`, which is neither `/Length1` nor a reference.
fn length(dictionary: &[u8]) -> Option<usize> {
    const KEY: &[u8] = b"/Length";
    let mut from = 0;
    loop {
        let after = from + find(&dictionary[from..], KEY)? + KEY.len();
        let value = &dictionary[after..];
        if value.first().is_some_and(u8::is_ascii_whitespace) {
            let value = value.trim_ascii_start();
            let digits = value.iter().take_while(|byte| byte.is_ascii_digit()).count();
            let follows = value[digits..].trim_ascii_start();
            let is_alone = follows.starts_with(b"/") || follows.starts_with(b">>");
            let number = std::str::from_utf8(&value[..digits]).ok()?;
            return is_alone.then(|| number.parse().ok()).flatten();
        }
        from = after;
    }
}

fn find(bytes: &[u8], word: &[u8]) -> Option<usize> {
    bytes.windows(word.len()).position(|found| found == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(streams: &[(&str, &[u8])]) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        for (rank, (dictionary, rest)) in streams.iter().enumerate() {
            bytes.extend(format!("{} 0 obj\n<<{dictionary}>>\nstream\n", rank + 1).as_bytes());
            bytes.extend(*rest);
            bytes.extend(b"\nendobj\n");
        }
        bytes
    }

    #[test]
    fn a_stream_that_ends_on_a_carriage_return_is_as_long_as_it_says() {
        for (dictionary, rest) in [
            ("/Length 3", &b"ab\r\nendstream"[..]),
            ("/Length1 9/Length 2", b"ab\r\nendstream"),
            ("/Filter/X /Length 2 ", b"ab\nendstream"),
            ("/Length 24", b">>\nstream\nab\nendstream\r\n\nendstream"),
        ] {
            assert!(are_as_long_as_they_say(&file(&[(dictionary, rest)])), "{dictionary}");
        }
    }

    #[test]
    fn what_is_wrong_or_not_understood_is_not_cleared() {
        let good = ("/Length 2", &b"ab\nendstream"[..]);
        for wrong in [
            ("/Length 1", &b"ab\r\nendstream"[..]),
            ("/Length 4", b"ab\r\nendstream"),
            ("/Length 9 0 R", b"ab\nendstream"),
            ("/Length1 2", b"ab\nendstream"),
            ("/Length 99999999999999999999", b"ab\nendstream"),
        ] {
            assert!(!are_as_long_as_they_say(&file(&[good, wrong])), "{}", wrong.0);
        }
        assert!(!are_as_long_as_they_say(b"%PDF-1.7\n"));
    }
}

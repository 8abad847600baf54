//! The styles, the lists and the properties of the word processor’s file: what its reader finds in the panel of styles.

use crate::render::deliberation::act::Act;
use docx_rs::{
    AbstractNumbering, AlignmentType, Docx, Level, LevelJc, LevelText, LineSpacing, LineSpacingType, NumberFormat,
    Numbering, PageMargin, Run, RunFonts, SpecialIndentType, Start, Style, StyleType, VertAlignType,
};
use jiff::civil::Date;

/// The list of dashes; ordered lists are numbered after it. The first number is that of a list docx-rs adds itself.
pub const DASHES: usize = 2;
/// Margins of 2.5 cm, in twentieths of a point.
const MARGIN: i32 = 1418;
/// What a word processor asks of every document: a serif that each machine has.
const SERIF: &str = "Times New Roman";
const SANS: &str = "Arial";
const MONOSPACED: &str = "Courier New";
/// Stands for the number of a note at the head of the note, which docx-rs has no name for.
const NOTE_MARK: char = '\u{E000}';

/// An empty document with its page, its styles and its dashes.
pub fn template() -> Docx {
    let margin = PageMargin {
        top: MARGIN,
        bottom: MARGIN,
        left: MARGIN,
        right: MARGIN,
        header: 709,
        footer: 709,
        gutter: 0,
    };
    let dashes = (0..3).map(|depth| level(depth, 1, "bullet", "–"));
    let dashes = dashes.fold(AbstractNumbering::new(DASHES), AbstractNumbering::add_level);
    let docx = Docx::new()
        .page_size(11906, 16838)
        .page_margin(margin)
        .default_size(22)
        .default_fonts(fonts(SERIF))
        .default_line_spacing(spacing(0, 120))
        .add_abstract_numbering(dashes)
        .add_numbering(Numbering::new(DASHES, DASHES));
    styles().into_iter().fold(docx, Docx::add_style)
}

/// A level of a list, with its dash or its number hanging.
pub fn level(depth: usize, start: usize, format: &str, sign: &str) -> Level {
    let indent = 360 * (i32::try_from(depth).unwrap_or(0) + 1);
    Level::new(
        depth,
        Start::new(start),
        NumberFormat::new(format),
        LevelText::new(sign),
        LevelJc::new("left"),
    )
    .indent(Some(indent), Some(SpecialIndentType::Hanging(360)), None, None)
}

fn styles() -> Vec<Style> {
    let paragraph = |id: &str, name: &str| Style::new(id, StyleType::Paragraph).name(name).based_on("Normal");
    let spaced = |style: Style, before: u32, after: u32| style.line_spacing(spacing(before, after));
    let heading = |rank: usize, size: usize, before: u32| {
        let style = paragraph(&format!("Heading{rank}"), &format!("heading {rank}"));
        let style = spaced(style, before, 120).size(size).bold().fonts(fonts(SANS));
        with_next(style.next("Normal").outline_lvl(rank - 1))
    };
    vec![
        heading(1, 36, 120),
        heading(2, 26, 280),
        heading(3, 24, 240),
        heading(4, 22, 200),
        heading(5, 22, 200),
        spaced(paragraph("Collectivite", "Collectivité"), 0, 60)
            .bold()
            .fonts(fonts(SANS)),
        spaced(paragraph("Mention", "Mention"), 0, 60),
        spaced(paragraph("Objet", "Objet"), 240, 240).bold(),
        spaced(paragraph("Ouverture", "Ouverture"), 240, 160),
        with_next(spaced(paragraph("Annonce", "Annonce"), 240, 120).bold()),
        spaced(paragraph("Visa", "Visa"), 0, 100),
        spaced(paragraph("Remarque", "Remarque"), 60, 160)
            .italic()
            .fonts(fonts(SANS))
            .size(18),
        spaced(paragraph("ListParagraph", "List Paragraph"), 0, 80),
        spaced(paragraph("Quote", "Quote"), 80, 120).italic(),
        spaced(paragraph("EnTete", "En-tête de tableau"), 40, 40)
            .bold()
            .size(18),
        spaced(paragraph("Cellule", "Cellule"), 40, 40).size(20),
        spaced(paragraph("Nombre", "Nombre"), 40, 40)
            .size(20)
            .align(AlignmentType::Right),
        spaced(paragraph("Legende", "Légende"), 100, 120).size(20),
        spaced(paragraph("Signature", "Signature"), 480, 1200).align(AlignmentType::Right),
        spaced(paragraph("FootnoteText", "footnote text"), 0, 40).size(18),
        raised(Style::new("FootnoteReference", StyleType::Character).name("footnote reference")),
        Style::new("Hyperlink", StyleType::Character)
            .name("Hyperlink")
            .color("0B4F8A")
            .underline("single"),
    ]
}

/// Words to be shown as they are.
pub fn code(run: Run) -> Run {
    run.fonts(fonts(MONOSPACED))
}

/// The number of a note, at its head.
pub fn note_mark() -> Run {
    Run::new().add_text(NOTE_MARK).style("FootnoteReference")
}

fn raised(mut style: Style) -> Style {
    style.run_property = style.run_property.vert_align(VertAlignType::SuperScript);
    style
}

/// The air around a paragraph and between its lines, in twentieths of a point.
fn spacing(before: u32, after: u32) -> LineSpacing {
    let spacing = LineSpacing::new().before(before).after(after);
    spacing.line(264).line_rule(LineSpacingType::Auto)
}

/// Never at the foot of a page without what follows.
fn with_next(mut style: Style) -> Style {
    style.paragraph_property = style.paragraph_property.keep_next(true);
    style
}

fn fonts(name: &str) -> RunFonts {
    RunFonts::new().ascii(name).hi_ansi(name).cs(name)
}

/// French for the spelling and the hyphenation; docx-rs has no name for it.
pub fn with_language(styles: Vec<u8>) -> Vec<u8> {
    const END: &str = "</w:rPr></w:rPrDefault>";
    let french = format!("<w:lang w:val=\"fr-FR\" w:eastAsia=\"fr-FR\" w:bidi=\"ar-SA\" />{END}");
    String::from_utf8_lossy(&styles).replacen(END, &french, 1).into_bytes()
}

/// The first row of each table, the only one that is not split, repeats on the next page and names the columns.
pub fn with_header_rows(document: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8_lossy(&document);
    text.replace("<w:cantSplit />", "<w:cantSplit /><w:tblHeader />")
        .into_bytes()
}

/// The number of each note in the place of its mark.
pub fn with_note_marks(footnotes: Vec<u8>) -> Vec<u8> {
    let mark = format!("<w:t xml:space=\"preserve\">{NOTE_MARK}</w:t>");
    String::from_utf8_lossy(&footnotes)
        .replace(&mark, "<w:footnoteRef />")
        .into_bytes()
}

/// What the document refers to in one order: docx-rs gathers the addresses of links in that of a hash.
pub fn with_ordered_links(relations: Vec<u8>) -> Vec<u8> {
    const ENTRY: &str = "<Relationship ";
    let text = String::from_utf8_lossy(&relations).into_owned();
    let entries = text
        .split_once(ENTRY)
        .and_then(|(head, rest)| Some((head, rest.rsplit_once("</")?)));
    let Some((head, (entries, tail))) = entries else {
        return relations;
    };
    let mut entries: Vec<&str> = entries.split(ENTRY).collect();
    entries.sort_unstable();
    format!("{head}{ENTRY}{}</{tail}", entries.join(ENTRY)).into_bytes()
}

/// The title, the author, the language and the date of the document, which docx-rs leaves unsaid.
pub fn core(act: &Act, date: Date) -> Vec<u8> {
    let title = escaped(&format!("{} : {}", act.heading, act.object));
    let author = escaped(&act.community);
    let stamp = format!("{date}T00:00:00Z");
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\
         <cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator><dc:language>fr-FR</dc:language>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy><cp:revision>1</cp:revision>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{stamp}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{stamp}</dcterms:modified>\
         </cp:coreProperties>"
    )
    .into_bytes()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

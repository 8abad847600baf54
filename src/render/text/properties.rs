//! What holds of any text: the place of each of its spans is where its first word was written.

use super::*;
use crate::diagnostic::{Place, Spot};
use crate::model::{Block, BlockKind, Prose, Span, SpanKind};
use crate::render::fixture;
use proptest::prelude::*;

/// What a call gives where its answer is put: calls of several lengths, over several lines.
const CALLS: [(&str, &str); 4] = [
    ("{{ valeur(\"elec\", 2019) }}", "1\u{202f}234,5"),
    ("{{valeur('elec')}}", "1\u{202f}100,0"),
    ("{{ valeur(\n  \"elec\",\n  2020\n) }}", "1\u{202f}100,0"),
    ("{{ statut(\"elec\") | upper }}", "EN"),
];

/// A word that no other is, or a call.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => (0..10_000u32).prop_map(|rank| format!("mot{rank}é")),
        2 => (0..CALLS.len()).prop_map(|rank| CALLS[rank].0.to_owned()),
    ]
}

fn words() -> impl Strategy<Value = String> {
    prop::collection::vec((word(), 0..6u8), 1..6).prop_map(|words| {
        let said = words.into_iter().map(|(word, voice)| match voice {
            0 => format!("**{word}**"),
            1 => format!("*{word}* un"),
            2 => format!("[{word}](https://a.fr)"),
            3 => format!("`{word}`"),
            _ => word,
        });
        said.collect::<Vec<_>>().join(" ")
    })
}

fn block() -> impl Strategy<Value = String> {
    (words(), words(), 0..7u8).prop_map(|(one, other, kind)| match kind {
        0 => format!("# {one}"),
        1 => format!("- {one}\n- {other}\n"),
        2 => format!("1. {one}\n\n   {other}\n"),
        3 => format!("> {one}\n> {other}\n"),
        4 => format!("| {one} | {other} |\n|---|---|\n| {other} | {one} |\n"),
        // Two notes of one name are refused: each block has its own.
        5 => format!("{one}[^RANK]\n\n[^RANK]: {other}\n"),
        _ => format!("{one}\n{other}"),
    })
}

fn leaves<'a>(blocks: &'a [Block], found: &mut Vec<(&'a Place, &'a str)>) {
    for block in blocks {
        match &block.kind {
            BlockKind::Heading { spans, .. } | BlockKind::Paragraph(spans) => of(spans, found),
            BlockKind::Quote(blocks) => leaves(blocks, found),
            BlockKind::List { items, .. } => items.iter().for_each(|item| leaves(&item.blocks, found)),
            BlockKind::Table { rows, .. } => rows.iter().flat_map(|row| &row.cells).for_each(|cell| of(cell, found)),
            BlockKind::Code(_) | BlockKind::Rule | BlockKind::Picture(_) => {}
        }
    }
}

fn of<'a>(spans: &'a [Span], found: &mut Vec<(&'a Place, &'a str)>) {
    for span in spans {
        match &span.kind {
            SpanKind::Text(text) | SpanKind::Code(text) if text.trim().is_empty() => {}
            SpanKind::Text(text) | SpanKind::Code(text) => found.push((&span.place, text)),
            SpanKind::Strong(spans) | SpanKind::Emphasis(spans) | SpanKind::Link { spans, .. } => of(spans, found),
            SpanKind::Break | SpanKind::Note(_) => {}
        }
    }
}

/// What the author wrote from a place on.
fn written<'a>(text: &'a str, place: &Place) -> &'a str {
    let Spot::Line { line, column } = place.spot else {
        panic!("a text has lines")
    };
    let start = text
        .split_inclusive('\n')
        .take(line as usize - 1)
        .map(str::len)
        .sum::<usize>();
    let rest = &text[start..];
    let at = rest
        .char_indices()
        .nth(column as usize - 1)
        .map_or(rest.len(), |(at, _)| at);
    &rest[at..]
}

fn read(text: &str) -> Prose {
    let calls = Calls::new(&fixture::report(), Pictures::default());
    let origin = TextOrigin::whole("data/textes/edito.md".into(), text);
    let mut diagnostics = crate::diagnostic::Diagnostics::default();
    let expanded = expand(text, &calls, &origin, &mut diagnostics);
    let prose = prose(
        "edito",
        &expanded,
        TextKind::Part,
        &calls.pictures,
        &origin,
        &mut diagnostics,
    );
    assert!(!diagnostics.has_errors(), "{text}\n{:?}", diagnostics.sorted());
    prose
}

proptest! {
    #[test]
    fn a_span_stands_where_its_first_word_was_written(blocks in prop::collection::vec(block(), 1..5)) {
        let ranked = blocks.iter().enumerate();
        let ranked = ranked.map(|(rank, block)| block.replace("RANK", &format!("n{rank}")));
        let text = ranked.collect::<Vec<_>>().join("\n\n");
        let prose = read(&text);
        let mut found = Vec::new();
        leaves(&prose.blocks, &mut found);
        prose.notes.values().for_each(|blocks| leaves(blocks, &mut found));
        prop_assert!(!found.is_empty());
        for (place, said) in found {
            let source = written(&text, place).trim_start_matches(|letter: char| letter == '`' || letter.is_whitespace());
            let said = said.trim_start();
            let first = said.split_whitespace().next().unwrap_or_default();
            let held = match CALLS.iter().find(|(call, _)| source.starts_with(call)) {
                Some((_, value)) => said.starts_with(value),
                None => source.starts_with(first),
            };
            prop_assert!(held, "« {said} » at {place}: « {source} »\n{text}");
        }
    }
}

//! The runs of a paragraph as its author reads them: no space at its ends, neighbours of one voice in one piece, and each
//! `{{ … }}` whole in the voice of its first letter, however Word has cut it.

use super::noun::{Run, Voice, What};

/// The same runs, joined.
pub(super) fn whole(runs: &[Run]) -> Vec<Run> {
    let mut joined: Vec<Run> = Vec::new();
    let mut call: Option<Voice> = None;
    for run in runs {
        let What::Text(text) = &run.what else {
            // A line that is broken inside a call, a note or an image in it: the call is told as badly written.
            call = None;
            joined.push(run.clone());
            continue;
        };
        let mut rest = text.as_str();
        while !rest.is_empty() {
            let (piece, voice) = match &call {
                Some(voice) => {
                    // The end may be cut in two.
                    let (before, ends) = (last_brace(&joined), rest.find("}}"));
                    let end = match before && rest.starts_with('}') {
                        true => Some(1),
                        false => ends.map(|at| at + 2),
                    };
                    let (piece, voice) = (&rest[..end.unwrap_or(rest.len())], voice.clone());
                    if end.is_some() {
                        call = None;
                    }
                    (piece, voice)
                }
                None if rest.starts_with('{') && last_opening(&joined) => {
                    let voice = joined.last().map(|run| run.voice.clone()).unwrap_or_default();
                    call = Some(voice.clone());
                    (&rest[..1], voice)
                }
                None => match rest.find("{{") {
                    Some(0) => {
                        call = Some(run.voice.clone());
                        (&rest[..2], run.voice.clone())
                    }
                    // The brace that ends a run may be the first of two.
                    Some(at) => (&rest[..at], run.voice.clone()),
                    None => (rest, run.voice.clone()),
                },
            };
            rest = &rest[piece.len()..];
            add(&mut joined, piece, voice);
        }
    }
    trimmed(&mut joined);
    alone(&mut joined);
    joined
}

fn add(joined: &mut Vec<Run>, piece: &str, voice: Voice) {
    if let Some(Run {
        what: What::Text(before),
        voice: same,
    }) = joined.last_mut()
        && *same == voice
    {
        before.push_str(piece);
        return;
    }
    joined.push(Run {
        what: What::Text(piece.to_owned()),
        voice,
    });
}

fn last_text(joined: &[Run]) -> &str {
    match joined.last().map(|run| &run.what) {
        Some(What::Text(text)) => text,
        _ => "",
    }
}

fn last_opening(joined: &[Run]) -> bool {
    last_text(joined).ends_with('{')
}

fn last_brace(joined: &[Run]) -> bool {
    last_text(joined).ends_with('}')
}

/// No space at the beginning of a paragraph, nor at its end, nor an empty run.
fn trimmed(joined: &mut Vec<Run>) {
    let space = |letter: char| letter.is_whitespace();
    while let Some(Run {
        what: What::Text(text), ..
    }) = joined.first_mut()
    {
        *text = text.trim_start_matches(space).to_owned();
        match text.is_empty() {
            true => drop(joined.remove(0)),
            false => break,
        }
    }
    while let Some(last) = joined.last_mut() {
        match &mut last.what {
            What::Text(text) => {
                text.truncate(text.trim_end_matches(space).len());
                if !text.is_empty() {
                    break;
                }
            }
            // A line that is broken where it ends breaks nothing.
            What::Break => {}
            _ => break,
        }
        joined.pop();
    }
}

/// A call that is a paragraph by itself has no voice: it may be a chart.
fn alone(joined: &mut [Run]) {
    if let [
        Run {
            what: What::Text(text),
            voice,
        },
    ] = joined
        && text.starts_with("{{")
        && text.ends_with("}}")
        && text.matches("{{").count() == 1
    {
        *voice = Voice::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(text: &str, strong: bool) -> Run {
        let voice = Voice {
            strong,
            ..Voice::default()
        };
        Run {
            what: What::Text(text.to_owned()),
            voice,
        }
    }

    fn read(runs: &[Run]) -> Vec<(String, bool)> {
        let runs = whole(runs).into_iter().filter_map(|run| match run.what {
            What::Text(text) => Some((text, run.voice.strong)),
            _ => None,
        });
        runs.collect()
    }

    #[test]
    fn a_call_is_whole_however_word_cuts_it() {
        let call = "{{ valeur(“elec”) }}";
        let told = |pieces: &[(&str, bool)]| {
            read(
                &pieces
                    .iter()
                    .map(|(text, strong)| run(text, *strong))
                    .collect::<Vec<_>>(),
            )
        };
        let plain = vec![(format!("Il a {call}."), false)];
        assert_eq!(
            told(&[
                ("Il a {{ val", false),
                ("eur(“", true),
                ("elec”) }}", false),
                (".", false)
            ]),
            plain
        );
        assert_eq!(
            told(&[
                ("Il a {", false),
                ("{ valeur(“elec”) }", true),
                ("}", false),
                (".", false)
            ]),
            plain
        );
        let bold = vec![
            ("Il a ".to_owned(), false),
            (call.to_owned(), true),
            (".".to_owned(), false),
        ];
        assert_eq!(
            told(&[
                ("Il a ", false),
                ("{{ val", true),
                ("eur(“elec”) }}", false),
                (".", false)
            ]),
            bold
        );
        assert_eq!(
            told(&[("  ", true), (call, true), (" ", false)]),
            [(call.to_owned(), false)]
        );
        assert_eq!(
            told(&[(" a ", false), ("b", true), (" ", true)]),
            [("a ".to_owned(), false), ("b".to_owned(), true)]
        );
    }
}

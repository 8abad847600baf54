//! What a document says of itself on every page and on its cover.

use super::Word::With;
use super::words;

words!(DocumentWords {
    header: With(|settings| format!("{}, édition {}", settings.title, settings.edition)),
    footer: With(|settings| {
        let example = settings.sample && !settings.sample_notice.trim().is_empty();
        let mark = if example { " · document de démonstration" } else { "" };
        format!("{}{mark}", settings.community.name)
    }),
});

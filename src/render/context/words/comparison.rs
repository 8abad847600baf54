//! Two editions side by side.

use super::Word::Line;
use super::words;

words!(ComparisonWords {
    header: Line("Comparaison de deux éditions"),
    // In the metadata: by it the program knows its own file again.
    keyword: Line("millesime comparer"),
    lists: Line("Les listes"),
    same: Line("Rien ne diffère entre ces deux éditions."),
});

//! What is printed of faults that repeat: those of a column once, those of a file up to a number, the others counted.
//!
//! It is for the eye of a reader: neither the totals nor the JSON know it.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place, Severity, Spot};
use crate::french::{plural, shortened};
use crate::table::delimited;
use std::collections::BTreeMap;

/// Faults of one code that a file shows; the hundredth is counted.
const MOST: usize = 99;
/// Faults of one code that all the files show together; of a file that shows none of them, only the sum is told.
const WHOLE: usize = 3 * MOST;
/// Faults of one code that a column shows before one stands for all.
const ALONE: usize = 3;
/// Cells that are named after the first.
const NAMED: usize = 10;
/// Letters of the content of each.
const CONTENT: usize = 30;

/// A fault that is printed, and what it stands for.
pub struct Told<'a> {
    pub fault: &'a Diagnostic,
    /// « 12 autres cellules de cette colonne : F4 (« abc »), F5… »; empty where it stands for itself.
    pub others: String,
}

/// The faults to print, in their order, then a line for those that are only counted in each file.
pub fn told<'a>(sorted: &[&'a Diagnostic], diagnostics: &'a Diagnostics) -> (Vec<Told<'a>>, Vec<String>) {
    let mut columns = Columns::new(diagnostics);
    let mut groups: Vec<Vec<&Diagnostic>> = Vec::new();
    let mut known: BTreeMap<(Severity, Code, &str, Column, usize), usize> = BTreeMap::new();
    let mut met: BTreeMap<(Code, &Place), usize> = BTreeMap::new();
    for &fault in sorted {
        let column = fault.place.as_ref().and_then(|place| Some((place, columns.of(place)?)));
        let rank = match column {
            Some((place, column)) => {
                // What is told again of one cell is something else: it does not stand among the other cells.
                let again = met.entry((fault.code, place)).or_default();
                let key = (fault.severity, fault.code, &*place.file, column, *again);
                *again += 1;
                *known.entry(key).or_insert(groups.len())
            }
            None => groups.len(),
        };
        match groups.get_mut(rank) {
            Some(group) => group.push(fault),
            None => groups.push(vec![fault]),
        }
    }
    let mut told: Vec<Told> = Vec::new();
    let mut shown: BTreeMap<(Severity, Code, &str), (usize, usize)> = BTreeMap::new();
    let mut whole: BTreeMap<(Severity, Code), usize> = BTreeMap::new();
    for group in groups {
        let entries = match group.len() > ALONE {
            true => vec![(group[0], others(&group[1..]), group.len())],
            false => group.iter().map(|fault| (*fault, String::new(), 1)).collect(),
        };
        for (fault, others, count) in entries {
            let file = fault.place.as_ref().map_or("", |place| &*place.file);
            let (printed, left) = shown.entry((fault.severity, fault.code, file)).or_default();
            let all = whole.entry((fault.severity, fault.code)).or_default();
            match *printed < MOST && *all < WHOLE {
                true => {
                    *printed += 1;
                    *all += 1;
                    told.push(Told { fault, others });
                }
                false => *left += count,
            }
        }
    }
    // The faults of one column are printed with the first of them, which may stand after those of the next line.
    told.sort_by_key(|told| &told.fault.place);
    let mut elsewhere: BTreeMap<(Severity, Code), (usize, usize)> = BTreeMap::new();
    for ((severity, code, _), (_, left)) in shown.iter().filter(|(_, (printed, _))| *printed == 0) {
        let (files, sum) = elsewhere.entry((*severity, *code)).or_default();
        (*files, *sum) = (*files + 1, *sum + left);
    }
    let left = shown
        .into_iter()
        .filter(|(_, (printed, left))| *printed > 0 && *left > 0);
    let left = left.map(|((severity, code, file), (printed, left))| {
        let count = plural(left, "autre message", "autres messages");
        let file = if file.is_empty() {
            String::new()
        } else {
            format!(" de {file}")
        };
        let kind = severity.label();
        format!("note : {count} {code} ({kind}){file}, après les {printed} qui sont affichés.")
    });
    let elsewhere = elsewhere.into_iter().map(|((severity, code), (files, sum))| {
        let count = plural(sum, "autre message", "autres messages");
        let files = plural(files, "autre fichier", "autres fichiers");
        let kind = severity.label();
        format!("note : {count} {code} ({kind}) de {files}, après les {WHOLE} qui sont affichés.")
    });
    (told, left.chain(elsewhere).collect())
}

/// The cells of a column that have the same fault as the first.
fn others(faults: &[&Diagnostic]) -> String {
    let count = plural(faults.len(), "autre cellule", "autres cellules");
    let named = faults.iter().take(NAMED).map(|fault| named(fault)).collect::<Vec<_>>();
    let more = if faults.len() > NAMED { "…" } else { "." };
    format!("{count} de cette colonne : {}{more}", named.join(", "))
}

/// `F4 (« abc »)`, or `ligne 4 (« abc »)`.
fn named(fault: &Diagnostic) -> String {
    let spot = fault.place.as_ref().map(|place| &place.spot);
    let place = match spot {
        Some(Spot::Line { line, .. }) => format!("ligne {line}"),
        spot => spot.and_then(Spot::address).unwrap_or_default(),
    };
    match fault.raw.lines().next().unwrap_or_default() {
        "" => place,
        raw => format!("{place} (« {} »)", shortened(raw, CONTENT)),
    }
}

/// A column of a table.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Column {
    Sheet(String, u32),
    Text(usize),
}

/// Finds the columns of cells; the lines of a file are cut once.
struct Columns<'a> {
    diagnostics: &'a Diagnostics,
    files: BTreeMap<&'a str, Option<(Vec<&'a str>, u8)>>,
    /// The line of the last fault, where its delimiters stand: a line may have a hundred thousand faults.
    cut: Option<((&'a str, u32), Vec<u32>)>,
}

impl<'a> Columns<'a> {
    fn new(diagnostics: &'a Diagnostics) -> Self {
        Columns {
            diagnostics,
            files: BTreeMap::new(),
            cut: None,
        }
    }

    /// The column of a cell; none for what is in no table.
    fn of(&mut self, place: &'a Place) -> Option<Column> {
        match &place.spot {
            Spot::Cell { sheet, column, .. } => Some(Column::Sheet(sheet.to_string(), *column)),
            Spot::Line { line, column } if *column > 0 => {
                let diagnostics = self.diagnostics;
                let file = self.files.entry(&place.file).or_insert_with(|| {
                    let is_table = [".csv", ".tsv", ".txt"]
                        .iter()
                        .any(|end| place.file.to_lowercase().ends_with(end));
                    let text = diagnostics.text_of(&place.file).filter(|_| is_table)?;
                    Some((text.lines().collect(), delimited::delimiter(text)?))
                });
                let (lines, delimiter) = file.as_ref()?;
                let text = lines.get((*line as usize).checked_sub(1)?)?;
                if self.cut.as_ref().is_none_or(|(cut, _)| *cut != (&*place.file, *line)) {
                    self.cut = Some(((&*place.file, *line), delimited::cuts(text, *delimiter)));
                }
                let (_, cuts) = self.cut.as_ref()?;
                Some(Column::Text(cuts.partition_point(|cut| cut < column)))
            }
            Spot::Line { .. } | Spot::Paragraph { .. } | Spot::File => None,
        }
    }
}

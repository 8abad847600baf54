//! A table of values that the import writes, while values join it: what it had, what is new, what another table says.

use crate::collect::records::written;
use crate::collect::register::Register;
use crate::french::read_number;
use crate::model::{Value, to_twelve_digits};
use std::collections::BTreeMap;

/// The heads of the table of values.
pub(super) const HEADS: [&str; 6] = [
    "indicateur",
    "annee",
    "valeur",
    "unite",
    "origine_cellule",
    "origine_classeur",
];

/// The table that stands, and what joins it.
pub(super) struct Merged {
    rows: BTreeMap<(String, String), Vec<String>>,
    pub added: usize,
    pub same: usize,
    pub revised: Vec<String>,
    pub repeated: usize,
    pub differing: Vec<String>,
}

impl Merged {
    pub fn of(standing: &Register) -> Self {
        let rows = standing.rows.iter().map(|row| {
            let cells: Vec<String> = HEADS.iter().map(|head| standing.text(row, head).to_owned()).collect();
            ((cells[0].clone(), cells[1].clone()), cells)
        });
        Merged {
            rows: rows.collect(),
            added: 0,
            same: 0,
            revised: Vec::new(),
            repeated: 0,
            differing: Vec::new(),
        }
    }

    pub fn put(&mut self, cells: [&str; HEADS.len()], value: f64) {
        let row: Vec<String> = cells.map(str::to_owned).to_vec();
        let key = (row[0].clone(), row[1].clone());
        match self.rows.get(&key).and_then(|before| read_number(&before[2]).ok()) {
            Some(before) if to_twelve_digits(before) == to_twelve_digits(value) => {
                self.same += 1;
                return;
            }
            Some(_) => {
                let before = &self.rows[&key][2];
                self.revised
                    .push(format!("{}, {} : {before} devient {}", row[0], row[1], row[2]));
            }
            None => self.added += 1,
        }
        self.rows.insert(key, row);
    }

    pub fn elsewhere(&mut self, id: &str, year: i32, value: f64, (other, place): (Value, String)) {
        match other {
            Value::Number(other) if to_twelve_digits(other) == to_twelve_digits(value) => self.repeated += 1,
            other => self.differing.push(format!(
                "{id}, {year} : {} ici, {} dans {place}",
                written(Value::Number(value)),
                other.said()
            )),
        }
    }

    pub fn is_changed(&self) -> bool {
        self.added > 0 || !self.revised.is_empty()
    }

    pub fn register(&self) -> Register {
        let mut register = Register::with(HEADS);
        register.rows = self.rows.values().cloned().collect();
        register
    }
}

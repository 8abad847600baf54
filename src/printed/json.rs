//! A table as JSON: an object a row, its members under the keys of the columns, raw values.

use super::{Audience, Cell, PrintedTable, Raw};
use serde_json::{Map, Value, json};

impl PrintedTable {
    /// A list of objects; an absence is null, an amount a decimal text exact to the cent.
    pub fn json(&self) -> Value {
        let columns = self.columns_of(Audience::Machines);
        let object = |cells: &[Cell]| {
            let member = |rank: &usize| Some((self.columns[*rank].key.clone(), value(cells.get(*rank)?)));
            Value::Object(columns.iter().filter_map(member).collect::<Map<_, _>>())
        };
        self.rows.iter().map(|row| object(&row.cells)).collect()
    }
}

fn value(cell: &Cell) -> Value {
    match &cell.raw {
        Raw::Absent => Value::Null,
        Raw::Text(text) | Raw::Code(text) => json!(text),
        Raw::Flag(flag) => json!(flag),
        Raw::Whole(number) => json!(number),
        Raw::Number(number) => json!(number),
        Raw::Money(amount) => json!(amount.to_string()),
        Raw::Status(status) => json!(status.key()),
    }
}

//! A delimited text becomes records of fields, each knowing the byte at which it begins.
//!
//! The automaton is that of the `csv` crate, driven field by field: `csv` itself gives the place of a
//! record only, which says neither the column of a cell nor its line after a quoted line break.

use csv_core::{ReadFieldResult, Reader, ReaderBuilder};

/// A field of a record, unquoted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Field {
    /// The byte of the text at which the field begins, its quote included.
    pub start: usize,
    pub text: String,
}

/// The records of a text, at most `limit` of them.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Records {
    pub records: Vec<Vec<Field>>,
    /// The byte of a quotation mark that nothing closes.
    pub unclosed: Option<usize>,
}

/// The bytes of the mark by which a spreadsheet is told the delimiter of a text: `sep=;`.
const MARK: usize = 5;

/// The delimiter that the first line of a text says to a spreadsheet, which hides that line: `sep=;`.
pub fn mark(text: &str) -> Option<u8> {
    let bytes = text.as_bytes();
    let said = bytes.get(4).copied()?;
    let alone = matches!(bytes.get(MARK), None | Some(b'\r' | b'\n'));
    (bytes[..4].eq_ignore_ascii_case(b"sep=") && said.is_ascii() && !said.is_ascii_alphanumeric() && alone)
        .then_some(said)
}

/// The text that follows its mark, on the same line: the others keep their number.
pub fn after_mark(text: &str) -> &str {
    match mark(text) {
        Some(_) => &text[MARK..],
        None => text,
    }
}

/// Cuts a text into records; empty lines give none, nor does the mark of its delimiter.
pub(super) fn records(text: &str, delimiter: u8, limit: usize) -> Records {
    let bytes = text.as_bytes();
    let mut reader = ReaderBuilder::new().delimiter(delimiter).build();
    let mut found = Records::default();
    let mut offset = mark(text).map_or(0, |_| MARK);
    let mut buffer = vec![0; 256];
    while found.records.len() < limit {
        while matches!(bytes.get(offset), Some(b'\r' | b'\n')) {
            offset += 1;
        }
        if offset >= bytes.len() {
            break;
        }
        let mut record = Vec::new();
        loop {
            let start = offset;
            let (content, last) = field(&mut reader, bytes, &mut offset, &mut buffer);
            if offset >= bytes.len() && opens_without_closing(&bytes[start.min(bytes.len())..]) {
                found.unclosed = Some(start);
            }
            record.push(Field { start, text: content });
            if last {
                break;
            }
        }
        found.records.push(record);
    }
    found
}

/// The next field and whether it ends its record; `offset` moves past it and its delimiter.
fn field(reader: &mut Reader, bytes: &[u8], offset: &mut usize, buffer: &mut Vec<u8>) -> (String, bool) {
    let mut length = 0;
    loop {
        let (result, consumed, written) = reader.read_field(&bytes[*offset..], &mut buffer[length..]);
        *offset += consumed;
        length += written;
        let last = match result {
            // At the end of the text the next call, on no byte, closes the field.
            ReadFieldResult::InputEmpty => continue,
            ReadFieldResult::OutputFull => {
                buffer.resize(buffer.len() * 2, 0);
                continue;
            }
            ReadFieldResult::Field { record_end } => record_end,
            ReadFieldResult::End => true,
        };
        return (String::from_utf8_lossy(&buffer[..length]).into_owned(), last);
    }
}

/// Whether the raw text of the last field opens a quotation it never closes.
fn opens_without_closing(raw: &[u8]) -> bool {
    raw.first() == Some(&b'"') && raw.iter().filter(|byte| **byte == b'"').count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn contents(text: &str, delimiter: u8) -> Vec<Vec<String>> {
        let records = records(text, delimiter, usize::MAX).records;
        records
            .into_iter()
            .map(|record| record.into_iter().map(|field| field.text).collect())
            .collect()
    }

    #[test]
    fn fields_begin_where_they_stand_in_the_file() {
        let text = "a;b\r\n\r\n\"x\ny\";2\r\n;\"é\";3";
        let found = records(text, b';', usize::MAX);
        let starts: Vec<Vec<usize>> = found
            .records
            .iter()
            .map(|record| record.iter().map(|field| field.start).collect())
            .collect();
        assert_eq!(starts, [vec![0, 2], vec![7, 13], vec![16, 17, 22]]);
        assert_eq!(contents(text, b';')[1], ["x\ny", "2"]);
        assert_eq!(contents(text, b';')[2], ["", "é", "3"]);
        assert_eq!(found.unclosed, None);
    }

    #[test]
    fn a_quotation_left_open_is_found_where_it_opens() {
        let found = records("a;b\n1;\"deux\n2;3\n", b';', usize::MAX);
        assert_eq!(found.unclosed, Some(6));
    }

    #[test]
    fn a_delimiter_at_the_end_of_the_text_gives_an_empty_field() {
        assert_eq!(contents("a;b;", b';'), [["a", "b", ""]]);
        assert_eq!(contents("a;b\n1;", b';'), [vec!["a", "b"], vec!["1", ""]]);
    }

    proptest! {
        /// Field by field gives what the `csv` crate gives record by record.
        #[test]
        fn records_agree_with_the_csv_crate(text in "[a;\"\n\r,é ]{0,60}") {
            let reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).has_headers(false).from_reader(text.as_bytes());
            let expected: Vec<Vec<String>> = reader
                .into_byte_records()
                .map(|record| record.unwrap().iter().map(|field| String::from_utf8_lossy(field).into_owned()).collect())
                .collect();
            prop_assert_eq!(contents(&text, b';'), expected);
        }
    }
}

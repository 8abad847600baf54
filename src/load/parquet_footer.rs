//! The footer of a Parquet file, read within a bound before Polars reads it: Polars makes room for as many things as a list says
//! that it holds, whatever the file weighs, and the room that a machine has not ends the program past any catching.

use polars::prelude::{PolarsError, PolarsResult};
use polars_parquet_format::FileMetaData;
use polars_parquet_format::thrift::protocol::TCompactInputProtocol;

/// Bytes of a footer: one of ten thousand columns has a tenth of it.
const LONGEST: usize = 16 * 1024 * 1024;
/// Bytes of room that its reader counts for one byte of a footer: eight for a thing of a list, two for a field and its end.
const ROOM: usize = 16;
/// The length of the footer and the mark of the format, which end a file.
const END: usize = 8;

/// Refuses a footer in which a list says more than the bytes that it has.
///
/// Its reader takes what a field is from its number, as that of Polars does: it meets the same lists.
pub(super) fn check(bytes: &[u8]) -> PolarsResult<()> {
    let refused = |reason: String| PolarsError::ComputeError(reason.into());
    let outside = || refused("the footer lies outside of the file".to_owned());
    let end = bytes.len().checked_sub(END).ok_or_else(outside)?;
    let length = bytes[end..end + 4].try_into().map(u32::from_le_bytes);
    let length = length.ok().and_then(|length| usize::try_from(length).ok());
    let start = length.and_then(|length| end.checked_sub(length)).ok_or_else(outside)?;
    let footer = &bytes[start..end];
    if footer.len() > LONGEST {
        return Err(refused("the footer is longer than 16 MB".to_owned()));
    }
    let mut protocol = TCompactInputProtocol::new(footer, footer.len() * ROOM);
    let read = FileMetaData::read_from_in_protocol(&mut protocol);
    read.map(drop).map_err(|error| refused(error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::load::fixture::parquet;
    use polars::prelude::{NamedFrom, Series};

    fn told(bytes: &[u8]) -> String {
        check(bytes).map_or_else(|error| error.to_string(), |()| String::new())
    }

    #[test]
    fn a_list_longer_than_its_footer_is_refused_before_room_is_made_for_it() {
        let whole = parquet(vec![
            Series::new("indicateur".into(), ["élec", "\u{FF}"]),
            Series::new("valeur".into(), [Some(0.1_f32), None]),
        ]);
        assert_eq!(told(&whole), "");
        let list = std::fs::read("tests/doors/parquet/list.parquet").unwrap();
        assert_ne!(told(&list), "");
        for bytes in [&whole[..4], &b"PAR1\xFF\xFF\xFF\x00PAR1"[..]] {
            assert!(told(bytes).contains("outside"), "{}", told(bytes));
        }
    }
}

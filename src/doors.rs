//! The doors by which what an author made comes in, one a format, and what is thrown at them. It is in no program.
//!
//! Each door takes any bytes and ends: no panic, no hang, no flood of messages. `cargo test` throws what is kept in `tests/doors/` and
//! bytes drawn from a fixed seed; `fuzz/` throws for as long as one likes, guided by what code was reached.

use crate::diagnostic::Diagnostics;
use crate::{compute, form, load, render, stack, table};

/// A door: bytes come in, faults come out.
pub type Door = fn(&[u8], &mut Diagnostics);

/// Every door, with the name of its folder of kept files.
pub const DOORS: [(&str, Door); 16] = [
    ("csv", table::doors::csv),
    ("xlsx", table::doors::xlsx),
    ("ods", table::doors::ods),
    ("parquet", load::doors::parquet),
    ("totem", load::doors::totem),
    ("budget", load::doors::budget_table),
    ("yaml", yaml),
    ("markdown", render::doors::markdown),
    ("docx", docx),
    ("template", render::doors::template),
    ("formula", formula),
    ("sql", load::doors::sql),
    ("geojson", load::doors::geojson),
    ("font", load::doors::font),
    ("svg", load::doors::svg),
    ("png", load::doors::png),
];

fn yaml(bytes: &[u8], diagnostics: &mut Diagnostics) {
    form::document::parse(&"data/a.yaml".into(), &String::from_utf8_lossy(bytes), diagnostics);
}

fn docx(bytes: &[u8], diagnostics: &mut Diagnostics) {
    if let Some(text) = load::doors::docx(bytes, diagnostics) {
        render::doors::written(&text, diagnostics);
    }
}

fn formula(bytes: &[u8], _: &mut Diagnostics) {
    compute::formula::read(&String::from_utf8_lossy(bytes));
}

/// Throws bytes at the door of a name; what is said is bounded. For the fuzzers, that each have a door.
pub fn throw(name: &str, bytes: &[u8]) {
    let Some((_, door)) = DOORS.iter().find(|(known, _)| *known == name) else {
        return;
    };
    stack::deep(|| {
        let mut diagnostics = Diagnostics::default();
        door(bytes, &mut diagnostics);
        // The command counts what repeats; a message by itself is cut by who makes it.
        for told in diagnostics.sorted() {
            assert!(told.message.len() + told.help.len() < 10_000, "a flood: {}", told.code);
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Throws at each door, beside what is kept; `MILLESIME_THROWS` asks for more, which are other ones.
    const THROWS: usize = 600;
    /// Bytes of what is thrown.
    const LONGEST: usize = 20_000;

    /// Numbers that are always the same (SplitMix64).
    struct Drawn(u64);

    impl Drawn {
        fn next(&mut self) -> u64 {
            self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
            let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
            let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
            mixed ^ (mixed >> 31)
        }

        fn below(&mut self, bound: usize) -> usize {
            (self.next() % bound.max(1) as u64) as usize
        }
    }

    /// What breaks readers more often than a letter does.
    const PIECES: [&[u8]; 16] = [
        b"\xFF",
        b"\0",
        b"\xEF\xBB\xBF",
        b"\"",
        b"\n",
        b"\r\n",
        b";",
        b"(((((",
        b"{{",
        b"}}",
        b"'",
        b"</",
        b"<!--",
        b"-9223372036854775808",
        b"1e999",
        "é\u{202E}".as_bytes(),
    ];

    /// A kept file, spoilt in one to eight places.
    fn spoilt(kept: &[u8], drawn: &mut Drawn) -> Vec<u8> {
        let mut bytes = kept.to_vec();
        for _ in 0..=drawn.below(8) {
            let at = drawn.below(bytes.len() + 1);
            let end = (at + drawn.below(24)).min(bytes.len());
            match drawn.below(5) {
                0 if at < bytes.len() => bytes[at] = drawn.next() as u8,
                1 => drop(bytes.drain(at..end)),
                2 => drop(bytes.splice(at..at, PIECES[drawn.below(PIECES.len())].iter().copied())),
                3 => {
                    let again = bytes[at..end].repeat(1 + drawn.below(40));
                    bytes.splice(at..at, again);
                }
                _ if at + 4 <= bytes.len() => bytes[at..at + 4].copy_from_slice(&(drawn.next() as u32).to_le_bytes()),
                _ => {}
            }
        }
        bytes.truncate(LONGEST.max(kept.len()));
        bytes
    }

    #[test]
    fn no_door_breaks_under_what_is_thrown_at_it() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/doors");
        let asked = std::env::var("MILLESIME_THROWS").ok();
        let throws = asked.and_then(|throws| throws.parse().ok()).unwrap_or(THROWS);
        for (name, _) in DOORS {
            let listed = std::fs::read_dir(folder.join(name)).into_iter().flatten();
            let mut paths: Vec<_> = listed.map(|entry| entry.unwrap().path()).collect();
            paths.sort();
            let kept: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
            assert!(!kept.is_empty(), "tests/doors/{name} holds a file at least");
            for bytes in &kept {
                throw(name, bytes);
            }
            let mut drawn = Drawn(throws as u64);
            for rank in 0..throws {
                throw(name, &spoilt(&kept[rank % kept.len()], &mut drawn));
            }
        }
    }
}

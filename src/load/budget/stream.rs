//! The bytes of an XML file become UTF-8 as they are read, with a count of lines and a bound on what one markup may hold.
//!
//! It never holds the file: 100 MB go through 64 kB. It knows nothing of XML but the declaration of its encoding.

use super::position::{At, Position};
use encoding_rs::{CoderResult, Decoder, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::io::{self, BufRead, Read};

/// What one element, text or comment may hold: a joined file of an annex does, a bomb does not.
pub(super) const MAXIMUM_MARKUP: usize = 32 << 20;

const CHUNK: usize = 1 << 16;

/// A reader that gives UTF-8 whatever the file declares.
pub(super) struct Decoded<R> {
    source: R,
    decoder: Decoder,
    raw: Vec<u8>,
    raw_start: usize,
    ended: bool,
    text: Vec<u8>,
    position: usize,
    /// Where what is given next stands.
    here: Position,
    /// Where the last `<` given stands.
    tag: At,
    /// Bytes given since the last markup.
    since: usize,
}

/// The encoding that a file declares is none that the Web knows.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct UnknownEncoding(pub String);

impl<R: Read> Decoded<R> {
    /// Reads the first bytes of a file to choose its encoding: its mark, else its declaration, else UTF-8.
    pub fn new(mut source: R) -> io::Result<Result<Self, UnknownEncoding>> {
        let mut raw = Vec::with_capacity(CHUNK);
        source.by_ref().take(1024).read_to_end(&mut raw)?;
        let encoding = match declared(&raw) {
            Ok(encoding) => encoding,
            Err(unknown) => return Ok(Err(unknown)),
        };
        Ok(Ok(Decoded {
            source,
            decoder: encoding.new_decoder_with_bom_removal(),
            raw,
            raw_start: 0,
            ended: false,
            text: Vec::new(),
            position: 0,
            here: Position::default(),
            tag: At::from(1),
            since: 0,
        }))
    }

    /// The line being read, from 1; with the column of the markup that stopped there, where it has one.
    pub fn end(&self) -> At {
        let line = self.here.lines.saturating_add(1);
        match self.tag.line == line {
            true => self.tag,
            false => At::from(line),
        }
    }

    /// Where the last markup begins.
    pub fn tag(&self) -> At {
        self.tag
    }

    /// Says that a markup ended, and a new one may be as long.
    pub fn markup_ended(&mut self) {
        self.since = 0;
    }

    /// Whether the last markup was longer than any may be.
    pub fn too_long(&self) -> bool {
        self.since > MAXIMUM_MARKUP
    }

    fn decode(&mut self) -> io::Result<()> {
        self.text.resize(3 * CHUNK, 0);
        loop {
            if self.raw_start == self.raw.len() && !self.ended {
                self.raw.resize(CHUNK, 0);
                let read = self.source.read(&mut self.raw)?;
                self.raw.truncate(read);
                self.raw_start = 0;
                self.ended = read == 0;
            }
            let (result, read, written, _) =
                self.decoder
                    .decode_to_utf8(&self.raw[self.raw_start..], &mut self.text, self.ended);
            self.raw_start += read;
            if written > 0 || (self.ended && result == CoderResult::InputEmpty) {
                self.text.truncate(written);
                self.position = 0;
                return Ok(());
            }
        }
    }
}

impl<R: Read> Read for Decoded<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(buffer.len());
        buffer[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}

impl<R: Read> BufRead for Decoded<R> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.too_long() {
            return Err(io::Error::other("markup too long"));
        }
        // A decoder may not be called again once it was told of the end.
        if self.position == self.text.len() && !(self.ended && self.raw_start == self.raw.len()) {
            self.decode()?;
        }
        Ok(&self.text[self.position..])
    }

    fn consume(&mut self, amount: usize) {
        let given = &self.text[self.position..self.position + amount];
        // No value holds a `<`: the last one begins the markup that is read.
        let markup = given.iter().rposition(|byte| *byte == b'<').unwrap_or_default();
        self.here.pass(&given[..markup]);
        if given.get(markup) == Some(&b'<') {
            self.tag = self.here.at();
        }
        self.here.pass(&given[markup..]);
        self.position += amount;
        self.since += amount;
    }
}

/// The encoding of an XML file by its first bytes.
fn declared(start: &[u8]) -> Result<&'static Encoding, UnknownEncoding> {
    if let Some((encoding, _)) = Encoding::for_bom(start) {
        return Ok(encoding);
    }
    match start {
        [b'<', 0, ..] => return Ok(UTF_16LE),
        [0, b'<', ..] => return Ok(UTF_16BE),
        _ => {}
    }
    let start = String::from_utf8_lossy(start);
    let declaration = start
        .trim_start()
        .strip_prefix("<?xml")
        .and_then(|rest| rest.split("?>").next());
    let label = declaration.and_then(|declaration| {
        let (_, rest) = declaration.split_once("encoding")?;
        let rest = rest.trim_start().strip_prefix('=')?.trim_start();
        let quote = rest.chars().next().filter(|quote| matches!(quote, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    match label {
        // Declared so, the declaration itself could not have been read.
        Some(label) if label.to_ascii_uppercase().starts_with("UTF-16") => Ok(UTF_8),
        Some(label) => Encoding::for_label(label.as_bytes()).ok_or_else(|| UnknownEncoding(label.to_owned())),
        None => Ok(UTF_8),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8]) -> String {
        let mut text = String::new();
        Decoded::new(bytes).unwrap().unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn every_encoding_of_a_budget_gives_the_same_text() {
        assert!(text(b"<?xml version='1.0' encoding = 'ISO-8859-1'?><a V='\xE9'/>").ends_with("<a V='é'/>"));
        assert!(text(b"<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a V='&#233;'/>").ends_with("<a V='&#233;'/>"));
        assert_eq!(text("\u{feff}<a V='é'/>".as_bytes()), "<a V='é'/>");
        let utf16: Vec<u8> = "<a V='é'/>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(text(&utf16), "<a V='é'/>");
        let long = format!("<a V='{}'/>", "é".repeat(300_000));
        assert_eq!(text(long.as_bytes()), long);
    }

    #[test]
    fn an_unknown_encoding_is_named() {
        let unknown = Decoded::new(&b"<?xml version='1.0' encoding='klingon'?><a/>"[..]).unwrap();
        assert_eq!(unknown.err(), Some(UnknownEncoding("klingon".to_owned())));
    }
}

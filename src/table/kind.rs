//! What a file is by its first bytes, whatever its extension says.
//!
//! It opens no table: it only keeps a reader from a file that is not its own.

use std::borrow::Cow;
use std::io::{Cursor, Read};

/// The kinds of file that people put in a folder of tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Xlsx,
    Ods,
    Parquet,
    Text,
    Html,
    Pdf,
    /// A workbook of the old binary formats (`.xls`, `.xlsb`).
    OldWorkbook,
    /// A workbook encrypted by a password.
    Protected,
    /// A workbook in one file of XML: that of Excel 2003, the « flat » OpenDocument.
    XmlWorkbook,
    /// A document of a word processor.
    Writing,
    /// A file inside an archive or a compressed one, by the name of its format.
    Packed(&'static str),
    /// A container whose end is missing: what a download that was cut leaves.
    Truncated,
    /// A picture, a container of another kind.
    Other,
}

/// Bytes a workbook may hold once its archive is opened.
pub(super) const MAXIMUM_UNPACKED: u64 = 512_000_000;

/// The first bytes of the container of old workbooks and of encrypted ones.
const OLE: [u8; 8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// How compressed files begin, the zip apart, and the names of their formats.
const PACKED: [(&[u8], &str); 6] = [
    (b"\x1F\x8B", "gzip"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"Rar!\x1A\x07", "rar"),
    (b"\xFD7zXZ\0", "xz"),
    (b"\x28\xB5\x2F\xFD", "zstd"),
    (b"BZh", "bzip2"),
];

/// Where an archive of tar names itself.
const TAR: (usize, &[u8]) = (257, b"ustar");

impl Kind {
    /// The kind that the extension of a file (in lower case, without its dot) says it is of; none for any other file.
    pub fn announced_by(extension: &str) -> Option<Kind> {
        match extension {
            "csv" | "tsv" | "txt" => Some(Kind::Text),
            "xlsx" | "xlsm" => Some(Kind::Xlsx),
            "ods" => Some(Kind::Ods),
            "parquet" => Some(Kind::Parquet),
            "xls" | "xlsb" | "numbers" => Some(Kind::OldWorkbook),
            _ => None,
        }
    }

    /// How the kind is named to the author.
    pub fn label(self) -> &'static str {
        match self {
            Kind::Xlsx => "un classeur Excel",
            Kind::Ods => "un classeur OpenDocument",
            Kind::Parquet => "un fichier Parquet",
            Kind::Text => "un fichier de texte",
            Kind::Html => "une page HTML",
            Kind::Pdf => "un PDF",
            Kind::OldWorkbook => "un classeur d’un ancien format binaire",
            Kind::Protected => "protégé par un mot de passe",
            Kind::XmlWorkbook => "un classeur en un seul fichier XML (celui d’Excel 2003, par exemple)",
            Kind::Writing => "un document de traitement de texte",
            Kind::Packed("gzip") => "un fichier compressé (gzip)",
            Kind::Packed("zip") => "une archive (zip)",
            Kind::Packed("7z") => "une archive (7z)",
            Kind::Packed("rar") => "une archive (rar)",
            Kind::Packed("tar") => "une archive (tar)",
            Kind::Packed(_) => "un fichier compressé",
            Kind::Truncated => "un fichier incomplet : la fin en manque",
            Kind::Other => "d’un format que le programme ne lit pas",
        }
    }
}

/// The kind of a file by its content.
pub fn kind(bytes: &[u8]) -> Kind {
    let start = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes).trim_ascii_start();
    let opening = start[..start.len().min(64)].to_ascii_lowercase();
    if bytes.starts_with(b"PAR1") {
        // What says where its columns are stands at its end, after which it names itself again.
        let whole = bytes.ends_with(b"PAR1") || bytes.ends_with(b"PARE");
        if whole { Kind::Parquet } else { Kind::Truncated }
    } else if let Some((_, name)) = PACKED.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        Kind::Packed(name)
    } else if bytes.get(TAR.0..).is_some_and(|rest| rest.starts_with(TAR.1)) {
        Kind::Packed("tar")
    } else if bytes.starts_with(b"{\\rtf") {
        Kind::Writing
    } else if bytes.starts_with(b"SQLite format 3\0") {
        Kind::Other
    } else if bytes.starts_with(b"PK\x03\x04") {
        archive(bytes)
    } else if bytes.starts_with(&OLE) {
        let encrypted: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let found = bytes.windows(encrypted.len()).any(|window| window == encrypted);
        if found { Kind::Protected } else { Kind::OldWorkbook }
    } else if is_xml_workbook(start) {
        Kind::XmlWorkbook
    } else if bytes.starts_with(b"%PDF-") {
        Kind::Pdf
    } else if opening.starts_with(b"<!doctype html") || opening.starts_with(b"<html") || opening.starts_with(b"<table")
    {
        Kind::Html
    } else if bytes.starts_with(b"\x89PNG") || bytes.starts_with(b"\xFF\xD8\xFF") || bytes.starts_with(b"GIF8") {
        Kind::Other
    } else {
        Kind::Text
    }
}

/// The bytes an archive says it holds once unpacked; none where it is no archive.
pub(super) fn unpacked_size(bytes: &[u8]) -> Option<u64> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    (0..archive.len()).try_fold(0_u64, |sum, index| {
        Some(sum.saturating_add(archive.by_index_raw(index).ok()?.size()))
    })
}

/// The same archive, the names of its parts with the sign that its standard has: some tools of Windows write `xl\\workbook.xml`.
pub(super) fn with_standard_names(bytes: &[u8]) -> Cow<'_, [u8]> {
    rewritten(bytes).map_or(Cow::Borrowed(bytes), Cow::Owned)
}

fn rewritten(bytes: &[u8]) -> Option<Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    if !archive
        .file_names()
        .any(|name| name.is_ok_and(|name| name.contains('\\')))
    {
        return None;
    }
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        let name = part.name().ok()?.replace('\\', "/");
        writer.raw_copy_file_rename(part, name).ok()?;
    }
    Some(writer.finish().ok()?.into_inner())
}

fn archive(bytes: &[u8]) -> Kind {
    let Ok(mut archive) = zip::ZipArchive::new(Cursor::new(bytes)) else {
        // The list of what an archive holds stands at its end.
        return Kind::Truncated;
    };
    let found = (0..archive.len()).find_map(|index| {
        let name = archive.name_for_index(index)?.ok()?.to_ascii_lowercase();
        match name.rsplit(['/', '\\']).next().unwrap_or_default() {
            "workbook.xml" => Some(Kind::Xlsx),
            "workbook.bin" => Some(Kind::OldWorkbook),
            "content.xml" => Some(Kind::Ods),
            "document.xml" => Some(Kind::Writing),
            _ => None,
        }
    });
    match found {
        Some(Kind::Ods) if is_encrypted(&mut archive) => Kind::Protected,
        found => found.unwrap_or(Kind::Packed("zip")),
    }
}

/// Whether a text is a workbook written in one file of XML.
fn is_xml_workbook(start: &[u8]) -> bool {
    let opening = String::from_utf8_lossy(&start[..start.len().min(4_000)]);
    let marks = [
        "urn:schemas-microsoft-com:office:spreadsheet",
        "progid=\"Excel.Sheet\"",
        "application/vnd.oasis.opendocument.spreadsheet",
    ];
    opening.starts_with('<') && marks.iter().any(|mark| opening.contains(mark))
}

/// Whether the manifest of an OpenDocument speaks of encryption.
fn is_encrypted(archive: &mut zip::ZipArchive<Cursor<&[u8]>>) -> bool {
    let Ok(manifest) = archive.by_name("META-INF/manifest.xml") else {
        return false;
    };
    let mut text = Vec::new();
    let read = manifest.take(1_000_000).read_to_end(&mut text);
    read.is_ok() && String::from_utf8_lossy(&text).contains("encryption-data")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_of_an_archive_may_be_named_as_windows_does() {
        use std::io::Write;
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        writer
            .start_file("xl\\workbook.xml", zip::write::SimpleFileOptions::default())
            .unwrap();
        writer.write_all(b"<workbook/>").unwrap();
        let bytes = writer.finish().unwrap().into_inner();
        assert_eq!(kind(&bytes), Kind::Xlsx);
        let standard = with_standard_names(&bytes);
        let mut archive = zip::ZipArchive::new(Cursor::new(&*standard)).unwrap();
        let mut text = String::new();
        archive
            .by_name("xl/workbook.xml")
            .unwrap()
            .read_to_string(&mut text)
            .unwrap();
        assert_eq!(text, "<workbook/>");
        assert!(matches!(with_standard_names(&standard), Cow::Borrowed(_)));
    }

    #[test]
    fn a_file_is_what_its_bytes_say() {
        assert_eq!(kind(b"  <!DOCTYPE HTML><html>"), Kind::Html);
        assert_eq!(kind(b"\xEF\xBB\xBF<table><tr>"), Kind::Html);
        assert_eq!(kind(b"PAR1...."), Kind::Truncated);
        assert_eq!(kind(b"indicateur;annee"), Kind::Text);
        assert_eq!(kind(b"PK\x03\x04nonsense"), Kind::Truncated);
        assert_eq!(kind(b"PAR1.... PAR1"), Kind::Parquet);
        assert_eq!(kind(b"\x1F\x8B\x08rest"), Kind::Packed("gzip"));
        assert_eq!(kind(b"BZh91AY"), Kind::Packed("bzip2"));
        assert_eq!(kind(&[&[b'a'; 257][..], b"ustar\0"].concat()), Kind::Packed("tar"));
        assert_eq!(kind(b"{\\rtf1\\ansi"), Kind::Writing);
        assert_eq!(kind(b"SQLite format 3\0"), Kind::Other);
        let excel_2003 = b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>";
        assert_eq!(kind(excel_2003), Kind::XmlWorkbook);
        assert_eq!(kind(b"note;valeur\nprogid=\"Excel.Sheet\";1"), Kind::Text);
        assert_eq!(kind(&OLE), Kind::OldWorkbook);
    }
}

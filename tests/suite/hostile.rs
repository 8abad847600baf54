//! Projects that nobody means: what would wait for ever, fill the memory or a screen is told at its place, in bounded work.
//!
//! Nothing here is timed: a test that does not end, or whose program dies, fails. The gross ones are run on demand.

use crate::fixture::Project;
use std::io::{Cursor, Write};
use std::process::Command;

/// What a run says on its error output; it must end as a fault of the author.
fn refused(project: &Project, arguments: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_millesime"))
        .current_dir(project.path())
        .args(arguments)
        .output()
        .unwrap();
    let told = String::from_utf8(run.stderr).unwrap();
    assert_eq!(run.status.code(), Some(1), "{}", &told[..told.len().min(2_000)]);
    told
}

fn values(rows: impl Iterator<Item = String>) -> Project {
    let rows: String = rows.collect();
    Project::minimal().with("data/valeurs/b.csv", format!("indicateur;annee;valeur\n{rows}"))
}

#[cfg(unix)]
#[test]
fn a_pipe_is_told_where_a_file_is_expected_and_nobody_waits_for_it() {
    for (path, code) in [
        ("data/rapport.yaml", "M004"),
        ("data/indicateurs/b.yaml", "M004"),
        ("data/actions.csv", "M004"),
        ("data/valeurs/b.csv", "M104"),
        ("data/textes/edito.md", "M104"),
        ("data/budget/b.xml", "M104"),
    ] {
        let project = Project::minimal();
        let pipe = project.path().join(path);
        std::fs::create_dir_all(pipe.parent().unwrap()).unwrap();
        let _absent = std::fs::remove_file(&pipe);
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        let told = match path {
            "data/budget/b.xml" => refused(&project, &["budget", path]),
            _ => refused(&project, &["verifier"]),
        };
        assert!(told.contains(code) && told.contains(path), "{path}: {told}");
    }
}

#[test]
fn a_file_is_weighed_before_it_is_read() {
    for path in ["data/indicateurs/b.yaml", "data/valeurs/b.csv", "data/textes/edito.md"] {
        let project = Project::minimal().with(path, "");
        let file = std::fs::File::create(project.path().join(path)).unwrap();
        file.set_len(200_000_000_000).unwrap();
        let told = refused(&project, &["verifier"]);
        assert!(told.contains("M106") && told.contains(path), "{told}");
    }
}

#[test]
#[ignore = "a hundred thousand faults of each sort: some minutes"]
fn a_hundred_thousand_faults_are_told() {
    const MANY: usize = 100_000;
    let wrong = |rank: usize| format!("population;{};abc{rank}\n", 2000 + rank % 25);
    let twice = |rank: usize| format!("population;{};{rank}\n", 2010 + rank % 10);
    let unknown = |rank: usize| format!("inconnu{rank};2015;1\n");
    for project in [
        values((0..MANY).map(wrong)),
        values((0..MANY).map(twice)),
        values((0..MANY).map(unknown)),
    ] {
        assert!(refused(&project, &["verifier"]).len() < 1_000_000);
    }
    for entry in [
        "  - cle: 1\n",
        "  - id: a\n    titre: %\n",
        "  - id: population\n    titre: T\n",
    ] {
        let entries = entry.repeat(MANY);
        let project = Project::minimal().with("data/indicateurs/b.yaml", format!("indicateurs:\n{entries}"));
        assert!(refused(&project, &["verifier"]).len() < 1_000_000, "{entry}");
    }
}

#[test]
#[ignore = "a hundred thousand columns, a cell of 400 MB: a minute"]
fn a_header_and_a_cell_without_end_are_told() {
    let years: Vec<String> = (0..100_000).map(|rank| (1950 + rank % 90).to_string()).collect();
    let wide = format!("indicateur;{}\npopulation;1\n", years.join(";"));
    let told = refused(&Project::minimal().with("data/valeurs/b.csv", wide), &["verifier"]);
    assert!(told.len() < 200_000, "{} bytes", told.len());
    let project = Project::minimal().with("data/valeurs/b.xlsx", endless_cell(400));
    let told = refused(&project, &["verifier"]);
    assert!(told.contains("data/valeurs/b.xlsx") && told.len() < 20_000, "{told}");
}

/// A workbook whose second line names an indicator in so many millions of letters.
fn endless_cell(millions: usize) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook.add_worksheet().write(0, 0, "indicateur").unwrap();
    let kept = workbook.save_to_buffer().unwrap();
    let mut archive = zip::ZipArchive::new(Cursor::new(kept)).unwrap();
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).unwrap();
        if !part.name().unwrap().ends_with("sheet1.xml") {
            writer.raw_copy_file(part).unwrap();
        }
    }
    let text = |text: &str| format!("<c t=\"inlineStr\"><is><t>{text}</t></is></c>");
    let head = ["indicateur", "annee", "valeur"].map(text).concat();
    let (before, after) = (
        "<c t=\"inlineStr\"><is><t>",
        "</t></is></c><c><v>2016</v></c><c><v>1</v></c>",
    );
    writer
        .start_file("xl/worksheets/sheet1.xml", zip::write::SimpleFileOptions::default())
        .unwrap();
    let space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    write!(
        writer,
        "<worksheet xmlns=\"{space}\"><sheetData><row>{head}</row><row>{before}"
    )
    .unwrap();
    let million = vec![b'a'; 1_000_000];
    (0..millions).for_each(|_| writer.write_all(&million).unwrap());
    write!(writer, "{after}</row></sheetData></worksheet>").unwrap();
    writer.finish().unwrap().into_inner()
}

//! What is said of hostile files: at its place, and without a word that a terminal obeys. How much is said is `measured`.

use crate::fixture::{Project, Run, millesime};
use rust_xlsxwriter::Workbook;

/// A file of settings of the minimal project where a key has another value.
pub fn settings(key: &str, value: &str) -> Project {
    let project = Project::minimal();
    let path = project.path().join("data/rapport.yaml");
    let text = std::fs::read_to_string(path).unwrap();
    let others: String = text
        .lines()
        .filter(|line| !line.starts_with(key))
        .flat_map(|line| [line, "\n"])
        .collect();
    project.with("data/rapport.yaml", format!("{others}{key}: {value}\n"))
}

fn workbook(sheet: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    let page = workbook.add_worksheet().set_name(sheet).unwrap();
    page.write_row(0, 0, ["indicateur", "annee", "valeur", "statut"])
        .unwrap();
    page.write_row(1, 0, ["population"]).unwrap();
    page.write_row(1, 1, [2016, 1]).unwrap();
    page.write(1, 3, "exemple").unwrap();
    workbook.save_to_buffer().unwrap()
}

/// Whether a run tells this code of this file, and nothing of the pages that would have printed the character.
fn tells(run: &Run, code: &str, file: &str) {
    assert_eq!(run.code, 1, "{}", run.stderr);
    assert!(run.stderr.contains(&format!("erreur[{code}]")), "{}", run.stderr);
    assert!(run.stderr.contains(&format!("--> {file}")), "{}", run.stderr);
    assert!(!run.stderr.contains("report-templates"), "{}", run.stderr);
}

#[test]
fn what_cannot_be_printed_is_told_of_the_key_whatever_the_key_and_the_way_it_is_written() {
    let whole = &["verifier", "--complet"];
    for escape in [
        "\\uFEFF",
        "\\u202E",
        "\\uFFFD",
        "\\uE000",
        "\\x07",
        "\\0",
        "\\e[31m",
        "\\U000F0001",
    ] {
        let run = settings("titre", &format!("\"Rapport {escape} fin\"")).run(whole);
        tells(&run, "M006", "data/rapport.yaml:");
        let line = run
            .stderr
            .lines()
            .find(|line| line.contains("titre: \"Rapport"))
            .unwrap();
        assert!(
            line.contains(escape),
            "the escape is not shown as it is written: {line}"
        );
    }
    for value in ["{rapporteur: \"Mme 🚲\"}", "{rapporteur: \"Mme \\U0001F6B2\"}"] {
        tells(
            &settings("deliberation", value).run(whole),
            "M220",
            "data/rapport.yaml:",
        );
    }
    let glossary = "glossaire:\n  - {terme: \"Mot 漢\", definition: D}\n";
    let project = Project::minimal().with("data/referentiels/glossaire.yaml", glossary);
    tells(&project.run(whole), "M220", "data/referentiels/glossaire.yaml:2:18");
}

#[cfg(unix)]
#[test]
fn what_cannot_be_printed_in_a_name_is_told_of_the_file_or_of_the_sheet() {
    let values = "indicateur;annee;valeur;statut\npopulation;2016;1;exemple\n";
    for (name, shown) in [
        ("a\u{7}b.csv", "a␇b.csv"),
        ("vélo🚲.csv", "vélo🚲.csv"),
        ("a\nb.csv", ""),
    ] {
        let project = Project::minimal().with(&format!("data/valeurs/{name}"), values);
        let run = project.run(&["verifier", "--complet"]);
        tells(&run, "M220", &format!("data/valeurs/{shown}"));
        assert!(run.stderr.contains("Renommez le fichier"), "{}", run.stderr);
    }
    let project = Project::minimal().with("data/valeurs/classeur.xlsx", workbook("Saisie 🚲"));
    let run = project.run(&["verifier", "--complet"]);
    tells(&run, "M220", "data/valeurs/classeur.xlsx, feuille Saisie 🚲");
    assert!(run.stderr.contains("Renommez la feuille"), "{}", run.stderr);
}

#[cfg(unix)]
#[test]
fn a_link_or_a_folder_that_nothing_is_read_of_is_told_at_its_place() {
    let elsewhere = tempfile::tempdir().unwrap();
    std::fs::write(elsewhere.path().join("eau.csv"), "a;b\n1;2\n").unwrap();
    let linked = |target: &std::path::Path, path: &str| {
        let project = Project::minimal();
        let link = project.path().join(path);
        std::fs::create_dir_all(link.parent().unwrap()).unwrap();
        std::os::unix::fs::symlink(target, link).unwrap();
        project
    };
    let within = std::path::Path::new;
    for (project, code, file) in [
        (
            linked(elsewhere.path(), "data/valeurs/lien"),
            "M105",
            "data/valeurs/lien",
        ),
        (linked(elsewhere.path(), "data/sources"), "M105", "data/sources"),
        (linked(elsewhere.path(), "report-templates"), "M105", "report-templates"),
        (
            linked(within(".."), "data/valeurs/boucle"),
            "M104",
            "data/valeurs/boucle",
        ),
        (linked(within("budget"), "data/budget"), "M101", "data/budget"),
        (
            Project::minimal().with("report-templates/components/cover.typ/a.txt", ""),
            "M104",
            "report-templates/components/cover.typ",
        ),
    ] {
        let told = project.told();
        assert!(told.contains(&format!("{code} {file}")), "{told:?}");
    }
}

#[test]
fn a_container_is_named_for_what_it_is_wherever_it_stands() {
    let gzip = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03rest".as_slice();
    let cut = &workbook("Valeurs")[..1000];
    let excel_2003 = b"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook/>".as_slice();
    for (path, bytes, what) in [
        ("data/valeurs/a.csv", gzip, "est un fichier compressé (gzip)"),
        ("data/valeurs/a.xlsx", cut, "est un fichier incomplet"),
        (
            "data/valeurs/a.xlsx",
            excel_2003,
            "est un classeur en un seul fichier XML",
        ),
        ("data/textes/edito.md", gzip, "est un fichier compressé (gzip)"),
        ("data/budget/bp.csv", gzip, "est un fichier compressé (gzip)"),
        ("data/indicateurs/a.xlsx", cut, "est un fichier incomplet"),
    ] {
        let run = Project::minimal().with(path, bytes).run(&["verifier"]);
        tells(&run, "M107", path);
        assert!(run.stderr.contains(what), "{path}: {}", run.stderr);
    }
    let budget = Project::minimal().with("totem.xml.gz", gzip);
    let file = budget.path().join("totem.xml.gz");
    let run = Run::from(millesime().arg("budget").arg(&file).output().unwrap());
    assert!(run.stderr.contains("est un fichier compressé (gzip)"), "{}", run.stderr);
}

#[test]
fn a_file_that_nothing_reads_is_told_with_the_name_it_is_near() {
    let project = Project::minimal()
        .with("data/actions.yml", "actions: []\n")
        .with("data/Budget/bp.csv", "a;b\n1;2\n")
        .with("data/Thumbs.db", "x")
        .with("data/valeurs/desktop.ini", "x");
    let run = project.run(&["verifier"]).done();
    for told in [
        "Rien ne lit «\u{a0}data/actions.yml\u{a0}»",
        "Renommez-le en «\u{a0}data/actions.yaml\u{a0}»",
        "en «\u{a0}data/budget\u{a0}»",
    ] {
        assert!(run.stderr.contains(told), "{told}: {}", run.stderr);
    }
    assert!(
        !run.stderr.contains("Thumbs") && !run.stderr.contains("desktop"),
        "{}",
        run.stderr
    );
    let project = Project::minimal();
    let data = project.path().join("data");
    std::fs::rename(data.join("rapport.yaml"), data.join("rapport.yml")).unwrap();
    let run = project.run(&["verifier"]);
    assert!(
        run.stderr.contains("«\u{a0}data/rapport.yml\u{a0}» existe"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_quotation_that_nothing_closes_in_a_source_is_told_where_it_opens() {
    let query = "indicateurs:\n  - {id: q, titre: Q, unite: MWh, finalite: 1, volet: interne, nature: contexte, sens: suivi, requete: \"SELECT annee, SUM(mwh) AS valeur FROM t GROUP BY annee\"}\n";
    let project = Project::minimal()
        .with("data/indicateurs/q.yaml", query)
        .with("data/sources/t.csv", "annee;mwh;lieu\n2024;1;\"Grenoble\n2025;2;Lyon\n");
    let run = project.run(&["verifier"]);
    assert!(
        run.stderr.contains("erreur[M115]") && run.stderr.contains("data/sources/t.csv:2:8"),
        "{}",
        run.stderr
    );
}

#[test]
fn no_text_of_a_file_commands_the_terminal() {
    let hostile = "\u{1b}]0;titre\u{7}\u{1b}[31mrouge\u{9b}2J\u{202e}envers";
    let values = format!("indicateur;annee;valeur;statut\n{hostile};2025;1;exemple\npopulation;{hostile};1;exemple\n");
    let project = Project::minimal().with("data/valeurs/plus.csv", values);
    let budget = format!("<a>{hostile}</a>");
    let budget = project.with("ailleurs.xml", &budget);
    let file = budget.path().join("ailleurs.xml");
    let alone = millesime().arg("budget").arg(file).output().unwrap().into();
    let named = millesime()
        .args(["verifier", "--projet", hostile])
        .output()
        .unwrap()
        .into();
    let unknown = millesime().args(["verifier", hostile]).output().unwrap().into();
    for run in [
        budget.run(&["verifier"]),
        budget.run(&["verifier", "--json"]),
        alone,
        named,
        unknown,
    ] {
        let commands = |letter: char| letter != '\n' && (letter.is_control() || letter == '\u{202e}');
        let said = format!("{}{}", run.stdout, run.stderr);
        assert_eq!(said.find(commands), None, "{said:?}");
        assert_eq!(run.code, 1, "{said}");
    }
}

#[test]
fn a_command_that_a_sentence_names_is_the_one_its_reader_types() {
    let project = Project::minimal();
    let named = project.path().display();
    let run = millesime()
        .args(["verifier", "--projet"])
        .arg(project.path())
        .output()
        .unwrap();
    let said = String::from_utf8(run.stdout).unwrap();
    assert!(
        said.contains(&format!("millesime verifier --projet {named} --complet")),
        "{said}"
    );
}

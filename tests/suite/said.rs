//! What is said of hostile files: at its place, at a length that is read, and without a word that a terminal obeys.

use crate::fixture::{Project, Run, millesime};
use rust_xlsxwriter::Workbook;
use std::fmt::Write;
use std::process::Stdio;

/// A file of settings of the minimal project where a key has another value.
fn settings(key: &str, value: &str) -> Project {
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
fn an_accepted_warning_is_counted_with_its_code_and_printed_with_its_reason() {
    let accepting = |code: &str, file: &str| {
        let project = Project::minimal().with("data/brouillon.docx", "x");
        let path = project.path().join("data/rapport.yaml");
        let text = std::fs::read_to_string(path).unwrap();
        let kept = format!(
            "avertissements_acceptes: [{{code: {code}, fichier: {file}, motif: \"Le brouillon reste là.\"}}]\n"
        );
        project.with("data/rapport.yaml", text + &kept)
    };
    let told = Project::minimal()
        .with("data/brouillon.docx", "x")
        .run(&["verifier"])
        .done();
    assert!(told.stderr.contains("avertissement[M109]"), "{}", told.stderr);
    let project = accepting("M109", "data/brouillon.docx");
    let run = project.run(&["verifier"]).done();
    assert!(!run.stderr.contains("[M109]"), "{}", run.stderr);
    assert!(
        run.stderr.contains("acceptés dans rapport.yaml\u{a0}: 1 M109"),
        "{}",
        run.stderr
    );
    let json: Vec<serde_json::Value> = serde_json::from_str(&project.run(&["verifier", "--json"]).stdout).unwrap();
    let kept = json.iter().find(|entry| entry["severite"] == "accepte").unwrap();
    assert_eq!(
        (&kept["code"], &kept["motif"]),
        (&"M109".into(), &"Le brouillon reste là.".into())
    );
    project.run(&["generer"]).done();
    let report = project.published("2026/rapport.pdf");
    let document = lopdf::Document::load_mem(&report).unwrap();
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    let text = document.extract_text(&pages).unwrap();
    let letters: String = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    assert!(letters.contains("Lebrouillonrestelà"), "the reason is not printed");
    // Elsewhere it is told, and the acceptance that serves no more is named.
    let run = accepting("M109", "data/valeurs").run(&["verifier"]).done();
    assert!(
        run.stderr.contains("avertissement[M109]") && run.stderr.contains("rien ne le donne plus"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_command_tells_the_warnings_of_its_subject_and_counts_the_others() {
    let project = Project::copy_of(&crate::fixture::repository())
        .with("data/brouillon.docx", "x")
        .with("data/parc/brouillon.docx", "x");
    let run = project.run(&["empreinte"]).done();
    assert!(
        run.stderr.contains("data/parc/brouillon.docx") && !run.stderr.contains("data/brouillon"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("sur d’autres sujets"), "{}", run.stderr);
    assert!(
        project
            .run(&["verifier"])
            .done()
            .stderr
            .contains("--> data/brouillon.docx")
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

/// A table of the values of the minimal project with this many lines of the same fault, or of two.
fn flood(lines: usize) -> Project {
    let mut text = "indicateur;annee;valeur;statut;note\n".to_owned();
    for line in 0..lines {
        writeln!(text, "population;2016;faux {line};exemple;").unwrap();
    }
    Project::minimal().with("data/valeurs/plus.csv", text)
}

#[test]
fn a_fault_that_fills_a_column_is_said_once_with_its_count_and_its_first_cells() {
    let project = flood(12_000);
    let run = project.run(&["verifier"]);
    assert_eq!(run.code, 1);
    let told = run.stderr.matches("erreur[M212]").count();
    assert_eq!(told, 1, "{}", &run.stderr[..run.stderr.len().min(4_000)]);
    assert!(
        run.stderr
            .contains("11\u{202f}999\u{a0}autres cellules de cette colonne"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("ligne 4 («\u{a0}faux 2\u{a0}»)"), "{}", run.stderr);
    assert!(run.stderr.contains("12\u{202f}000\u{a0}erreurs"), "{}", run.stderr);
    assert!(run.stderr.len() < 8_000, "{} bytes", run.stderr.len());

    let run = project.run(&["verifier", "--json"]);
    let told: Vec<serde_json::Value> = serde_json::from_str(&run.stdout).unwrap();
    assert_eq!((run.code, told.len()), (1, 10_001));
    assert_eq!(told[10_000]["severite"], "reste");
}

#[test]
fn three_faults_of_a_column_are_each_said() {
    let run = flood(3).run(&["verifier"]);
    assert_eq!(run.stderr.matches("erreur[M212]").count(), 3, "{}", run.stderr);
}

#[test]
fn the_hundredth_fault_of_a_kind_in_a_file_is_counted() {
    let mut text = "indicateurs:\n".to_owned();
    for rank in 0..250 {
        writeln!(
            text,
            "  - {{id: i{rank}, titre: T, unite: MWh, finalite: 1, volet: interne, nature: contexte, sens: bizarre}}"
        )
        .unwrap();
    }
    let run = Project::minimal()
        .with("data/indicateurs/plus.yaml", text)
        .run(&["verifier"]);
    assert_eq!(run.stderr.matches("erreur[M030]").count(), 99);
    assert!(
        run.stderr
            .contains("151\u{a0}autres messages M030 (erreur) de data/indicateurs/plus.yaml"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.contains("250\u{a0}erreurs"), "{}", run.stderr);
}

#[test]
fn a_quoted_word_and_an_excerpt_have_a_length_that_is_read() {
    let endless = "b".repeat(200_000);
    for project in [
        settings("edition", &endless),
        settings(&endless, "1"),
        settings("titre", &format!("\"{endless}\"")),
        settings("appearance", &format!("{{couleur: {endless}}}")),
        Project::minimal().with(
            "data/valeurs/plus.csv",
            format!("indicateur;annee;valeur\n{endless};2025;{endless}\n"),
        ),
        Project::minimal().with(
            "data/valeurs/plus.csv",
            format!("{endless};annee;valeur\npopulation;2025;x\n"),
        ),
    ] {
        let run = project.run(&["verifier"]);
        assert_eq!(run.code, 1, "{}", run.stderr.len());
        assert!(run.stderr.len() < 20_000, "{} bytes", run.stderr.len());
        let json = project.run(&["verifier", "--json"]);
        assert!(json.stdout.len() < 20_000, "{} bytes", json.stdout.len());
    }
}

/// What is said on standard error, and the exit code, where the standard output goes elsewhere.
fn printed_to(output: impl Into<Stdio>, project: &Project, arguments: &[&str]) -> (i32, String) {
    let mut command = millesime();
    command.args(arguments).arg("--projet").arg(project.path());
    let run = command.stdout(output).stderr(Stdio::piped()).output().unwrap();
    (run.status.code().unwrap_or(-1), String::from_utf8(run.stderr).unwrap())
}

#[test]
fn a_reader_that_leaves_changes_no_exit_code() {
    let faulty = flood(100);
    for (project, arguments, code) in [
        (&faulty, &["verifier", "--json"][..], 1),
        (&Project::minimal(), &["verifier", "--json"], 0),
        (&Project::minimal(), &["indicateurs"], 0),
    ] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let (found, said) = printed_to(writer, project, arguments);
        assert_eq!(found, code, "{said}");
        assert!(!said.contains("panicked"), "{said}");
    }
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = millesime();
    command.arg("verifier").arg("--projet").arg(faulty.path());
    let run = command.stdout(Stdio::null()).stderr(writer).status().unwrap();
    assert_eq!(run.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn an_answer_that_cannot_be_written_is_a_sentence_and_what_was_done_stays_said() {
    let full = || std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let project = Project::minimal();
    for arguments in [
        &["verifier"][..],
        &["verifier", "--json"],
        &["indicateurs"],
        &["calendrier", "--vote", "2027-03-26"],
        &["cotation", "--csv"],
    ] {
        let (code, said) = printed_to(full(), &project, arguments);
        assert_eq!(code, 2, "{said}");
        assert!(
            said.contains("le disque est plein") && said.contains("ne change rien"),
            "{said}"
        );
        assert!(!said.contains("défaut") && !said.contains("panicked"), "{said}");
    }
    for arguments in [&["schema"][..], &["completion", "bash"], &["--aide"]] {
        let run = millesime()
            .args(arguments)
            .stdout(full())
            .stderr(Stdio::piped())
            .output()
            .unwrap();
        let said = String::from_utf8(run.stderr).unwrap();
        assert_eq!(run.status.code(), Some(2), "{said}");
        assert!(said.contains("le disque est plein"), "{said}");
    }
    let (code, said) = printed_to(full(), &project, &["generer"]);
    assert_eq!(code, 2, "{said}");
    assert!(
        said.contains("Ce qui était demandé est fait") && !said.contains("ien n’a été publié"),
        "{said}"
    );
    let edition = project.path().join("output/2026");
    let whole = millesime().arg("verifier-edition").arg(edition).status().unwrap();
    assert!(whole.success());
}

#[test]
fn no_published_table_holds_a_text_that_a_spreadsheet_computes() {
    let project = Project::minimal();
    let catalogue = project.path().join("data/indicateurs/indicateurs.yaml");
    let text = std::fs::read_to_string(&catalogue).unwrap();
    let hostile = text.replacen("titre: ", "titre: \"=1+1 \" # ", 1);
    assert_ne!(text, hostile);
    let project = project.with("data/indicateurs/indicateurs.yaml", hostile).with(
        "data/valeurs/plus.csv",
        "indicateur;annee;valeur;statut;note\npopulation;2016;-3;exemple;@SUM(A1)\n",
    );
    project.run(&["generer"]).done();
    let mut met = 0;
    for name in ["indicateurs.csv", "evaluation.csv"] {
        let bytes = project.published(&format!("2026/donnees/{name}"));
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .from_reader(&bytes[..]);
        for record in reader.records() {
            for cell in record.unwrap().iter() {
                let number = cell.replace(',', ".").parse::<f64>().is_ok();
                assert!(number || !cell.starts_with(['=', '+', '-', '@']), "{name}: {cell}");
                met += usize::from(cell.starts_with("'=") || cell.starts_with("'@"));
            }
        }
    }
    assert!(met > 2, "{met}");
    let run = project.run(&["indicateurs", "--json"]).done();
    assert!(run.stdout.contains("\"titre\": \"=1+1\""), "{}", run.stdout);
}

//! The two files of the délibération on the small report of this room.

mod statement;

use super::*;
use crate::compute::{BudgetCredits, Credits, SectionCredits};
use crate::config::{Deliberation, GroupVote, Settings};
use crate::model::{ActWording, BudgetPart, BudgetSection, BudgetStep, CommunityType, EntryAmounts, Money};
use crate::render::fixture;
use jiff::civil::date;
use std::io::{Cursor, Read};

/// A délibération of which everything that adds up is known.
fn report() -> Report {
    let mut report = fixture::report();
    let group = |group: &str, favour, against, abstentions| GroupVote {
        group: group.to_owned(),
        favour,
        against,
        abstentions,
    };
    report.settings = Settings {
        deliverables: vec![Deliverable::Deliberation],
        sample: false,
        deliberation: Deliberation {
            number: Some("12".to_owned()),
            session: Some(date(2026, 12, 18)),
            seats: Some(60),
            present: Some(50),
            proxies: Some(6),
            absent: Some(4),
            voting: Some(56),
            votes: vec![group("A & <B>", 40, 0, 6), group("C", 0, 10, 0)],
            siret: Some("00000000000012".to_owned()),
            subject: Some(("7.1".to_owned(), "Finances".to_owned())),
            ..Deliberation::default()
        },
        ..report.settings
    };
    let wording = ActWording {
        assembly: "Conseil métropolitain".to_owned(),
        signatory: "Le Président".to_owned(),
        visas: vec!["cgct-l-2311-1-1".to_owned()],
    };
    report.provenance.reference.texts = crate::config::Reference::embedded().texts;
    report.provenance.reference.deliberation = BTreeMap::from([(CommunityType::Metropole, wording)]);
    report
}

fn docx(report: &Report) -> Arc<[u8]> {
    let texts = crate::render::narrative::write(
        report,
        &Default::default(),
        &Default::default(),
        &mut Diagnostics::default(),
    );
    let files = files(report, texts.slots.get(SLOT), &mut Diagnostics::default()).unwrap();
    files["deliberation.docx"].clone()
}

/// The text of a part of the file.
fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

#[test]
fn what_is_not_known_is_to_be_filled_in_and_never_invented() {
    let act = describe(&report());
    let blanks = |pieces: &[act::Piece]| {
        pieces
            .iter()
            .filter(|piece| piece.blank)
            .map(|piece| piece.text.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        blanks(&act.opening),
        [
            "[heure à compléter]",
            "[date à compléter]",
            "[lieu à compléter]",
            "[nom et titre à compléter]"
        ]
    );
    assert_eq!(blanks(&act.reading), ["[nom à compléter]"]);
    assert_eq!(blanks(&act.deliberated), ["[nom à compléter]", "[date à compléter]"]);
    let mut unknown = report();
    unknown.settings.deliberation = Deliberation::default();
    let act = describe(&unknown);
    assert!(
        act.members
            .iter()
            .all(|mention| mention.value.iter().any(|piece| piece.blank))
    );
    assert_eq!(act.vote, None);
}

#[test]
fn abstentions_are_no_expressed_votes() {
    let vote = describe(&report()).vote.unwrap();
    let total = vote.rows.last().unwrap();
    let words: Vec<&str> = total.cells.iter().map(|cell| cell.text.as_str()).collect();
    assert_eq!((words.join(" ").as_str(), total.whole), ("Total 40 10 6 56", true));
    assert!(
        vote.notes[0].contains("56\u{a0}votants, 50\u{a0}suffrages exprimés"),
        "{:?}",
        vote.notes
    );
}

#[test]
fn both_files_say_the_same_words() {
    let report = report();
    let act = describe(&report);
    let document = part(&docx(&report), "word/document.xml");
    let plain = document.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    let pieces = [&act.opening, &act.reading, &act.deliberated]
        .into_iter()
        .flatten()
        .map(|piece| &piece.text);
    let lists = act.visas.iter().chain(&act.decisions).chain(
        act.vote
            .iter()
            .flat_map(|vote| vote.rows.iter().flat_map(|row| &row.cells))
            .map(|cell| &cell.text),
    );
    for words in pieces
        .chain(lists)
        .chain([&act.heading, &act.object, &act.proposal, &act.signatory])
    {
        assert!(plain.contains(words.as_str()), "« {words} » is not in the document");
    }
    // A finding of the exposé too, with its value and its target.
    assert!(plain.contains("Titre de elec\u{a0}: en bonne voie"), "{plain}");
}

#[test]
fn the_word_processor_finds_styles_a_language_a_title_and_dashes() {
    let docx = docx(&report());
    let document = part(&docx, "word/document.xml");
    for style in [
        "Heading1",
        "Heading2",
        "ListParagraph",
        "Visa",
        "EnTete",
        "Nombre",
        "Signature",
    ] {
        assert!(document.contains(&format!("<w:pStyle w:val=\"{style}\"")), "{style}");
    }
    let styles = part(&docx, "word/styles.xml");
    assert_eq!(styles.matches("<w:lang w:val=\"fr-FR\"").count(), 1);
    for used in document
        .split("<w:pStyle w:val=\"")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
    {
        assert!(
            used == "Normal" || styles.contains(&format!("w:styleId=\"{used}\"")),
            "{used}"
        );
    }
    assert_eq!(document.matches("<w:tblHeader />").count(), 1);
    let core = part(&docx, "docProps/core.xml");
    assert!(
        core.contains("<dc:title>Délibération du Conseil métropolitain"),
        "{core}"
    );
    assert!(
        core.contains("2026-11-20T00:00:00Z") && core.contains("fr-FR"),
        "{core}"
    );
    assert!(part(&docx, "word/numbering.xml").contains("w:val=\"–\""));
}

#[test]
fn two_runs_give_the_same_bytes_and_no_clock_is_read() {
    let (one, other) = (docx(&report()), docx(&report()));
    assert_eq!(one, other);
    let mut archive = zip::ZipArchive::new(Cursor::new(&*one)).unwrap();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).unwrap();
        assert_eq!(
            entry.last_modified().map(|day| day.year()),
            Some(1980),
            "{:?}",
            entry.name()
        );
    }
}

#[test]
fn the_open_data_have_the_columns_of_the_schema_in_their_order() {
    let report = report();
    let mut diagnostics = Diagnostics::default();
    let files = files(&report, None, &mut diagnostics).unwrap();
    let mut reader = csv::Reader::from_reader(&*files["donnees/deliberation-scdl.csv"]);
    let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(
        header.join(" "),
        "COLL_NOM COLL_SIRET DELIB_ID DELIB_DATE DELIB_MATIERE_CODE DELIB_MATIERE_NOM DELIB_OBJET BUDGET_ANNEE BUDGET_NOM PREF_ID PREF_DATE VOTE_EFFECTIF VOTE_REEL VOTE_POUR VOTE_CONTRE VOTE_ABSTENTION DELIB_URL"
    );
    let row = reader.records().next().unwrap().unwrap();
    let cell = |name: &str| &row[header.iter().position(|column| column == name).unwrap()];
    assert_eq!(
        (cell("COLL_SIRET"), cell("DELIB_DATE"), cell("DELIB_MATIERE_CODE")),
        ("00000000000012", "2026-12-18", "7.1")
    );
    assert_eq!(
        [
            cell("VOTE_EFFECTIF"),
            cell("VOTE_REEL"),
            cell("VOTE_POUR"),
            cell("VOTE_CONTRE"),
            cell("VOTE_ABSTENTION")
        ],
        ["60", "56", "40", "10", "6"]
    );
    // An absence is never a zero.
    assert_eq!([cell("PREF_ID"), cell("PREF_DATE"), cell("BUDGET_ANNEE")], ["", "", ""]);
    assert!(diagnostics.sorted().is_empty());
}

#[test]
fn a_line_without_its_required_values_is_not_written_and_what_lacks_is_told() {
    let mut report = report();
    report.settings.deliberation.siret = None;
    report.settings.deliberation.subject = None;
    let mut diagnostics = Diagnostics::default();
    let files = files(&report, None, &mut diagnostics).unwrap();
    assert!(!files.contains_key("donnees/deliberation-scdl.csv"));
    let told = &diagnostics.sorted()[0].message;
    assert!(told.contains("siret et matiere"), "{told}");
}

#[test]
fn the_statement_gives_the_credits_of_the_last_year_and_marks_those_of_a_demonstration() {
    let amounts = |cents| EntryAmounts {
        realised: Some(Money::from_cents(cents)),
        open: Some(Money::from_cents(99)),
        ..EntryAmounts::default()
    };
    let budget = |year, explained| BudgetCredits {
        part: BudgetPart::Main,
        name: "Budget principal".into(),
        year,
        step: BudgetStep::Accounts,
        norm: None,
        bridged_from: None,
        example: true,
        sections: BTreeMap::from([(
            BudgetSection::Investment,
            SectionCredits {
                policies: amounts(12_345_678_950),
                explained: amounts(explained),
                ..SectionCredits::default()
            },
        )]),
    };
    let mut report = report();
    report.credits = Some(Credits {
        apart: Vec::new(),
        budgets: vec![budget(2024, 1), budget(2025, 1_234_550)],
        ..Credits::default()
    });
    let text = proposed(&report).unwrap().words.to_string();
    let said = text.replace(['\u{a0}', '\u{202f}'], " ").replace('\\', "");
    assert!(
        said.contains("Au budget 2025 (") && said.contains("montants d’exemple"),
        "{said}"
    );
    assert!(
        said.contains("12 346 € sur 123 456 790 € de dépenses réelles d’investissement"),
        "{said}"
    );
}

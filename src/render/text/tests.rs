//! What a text may say, and how what it may not say is told.

use super::*;
use crate::render::fixture;
use crate::render::origins::Traced;
use std::sync::Arc;

pub(super) fn written(text: &str) -> (Traced, Vec<String>) {
    written_as(TextKind::Part, text)
}

/// The same of any kind of text; the project has one image, and one indicator has a chart.
pub(super) fn written_as(kind: TextKind, text: &str) -> (Traced, Vec<String>) {
    let calls = Calls::new(&fixture::report(), pictures());
    let origin = TextOrigin::whole("data/textes/edito.md".into(), text);
    let mut diagnostics = Diagnostics::default();
    let expanded = expand(text, &calls, &origin, &mut diagnostics);
    let prose = prose("edito", &expanded, kind, &calls.pictures, &origin, &mut diagnostics);
    let told = |entry: &&crate::diagnostic::Diagnostic| {
        let place = entry.place.clone().unwrap().to_string();
        let place = place.trim_start_matches("data/textes/edito.md:").to_owned();
        format!("{place} {} {} {}", entry.code, entry.message, entry.help)
    };
    (typst(&prose), diagnostics.sorted().iter().map(told).collect())
}

pub(super) fn code(text: &str) -> String {
    let (code, faults) = written(text);
    assert_eq!(faults, Vec::<String>::new());
    assert_eq!(code.text.lines().count(), code.lines.len());
    code.text
}

#[test]
fn a_value_in_a_sentence_is_written_as_in_its_table() {
    let code = code(
        "De {{ valeur(\"Élec\", 2019) }} à **{{ valeur('elec') }}** ({{ evolution(\"elec\") }}), cible {{ cible(\"elec\") }} : {{ statut(\"elec\") }}.",
    );
    assert!(code.contains("1\\u{202f}234,5\\u{a0}MWh"), "{code}");
    assert!(
        code.contains("strong({\ntext(\"1\\u{202f}100,0\\u{a0}MWh\")\n})"),
        "{code}"
    );
    assert!(
        code.contains("−10,9\\u{202f}%), cible 900,0\\u{a0}MWh\\u{a0}: en bonne voie."),
        "{code}"
    );
}

#[test]
fn a_call_in_a_table_in_code_and_in_a_link_is_whole() {
    let text = "| a | b |\n|---|--:|\n| {{ valeur(\"elec\") | upper }} | `{{ unite(\"elec\") }}` |\n";
    let code = code(text);
    assert!(code.contains("table(columns: 2, align: (auto,end,),"), "{code}");
    assert!(code.contains("table.header(\n{ []\ntext(\"a\")\n},"), "{code}");
    assert!(code.contains("MWH\")") && code.contains("raw(\"MWh\")"), "{code}");
}

#[test]
fn hostile_words_stay_words() {
    let text = "# #let x = 1\n\n$x$ @cible [a](https://a.fr/\"x) #f(\"a\") \\ // ]] {a} <label> « b »\n";
    let (code, _) = written(&text.replace(" <label>", ""));
    assert!(code.text.contains("text(\"#let x = 1\")"), "{}", code.text);
    assert!(code.text.contains("$x$ @cible "), "{}", code.text);
    assert!(code.text.contains("link(\"https://a.fr/\\\"x\", {"), "{}", code.text);
}

#[test]
fn blocks_become_typst_elements() {
    let code = code(
        "# Un\n\n## Deux\n\n1. a\n2. b\n   - c\n\n> citation\n\nvers\\\nla mer[^n] et[^n]\n\n[^n]: une note\n\n```\nx\n```\n\n- d\n\n- e\n\n---\n<!-- rien -->\n",
    );
    for expected in [
        "heading(depth: 1, {\ntext(\"Un\")\n})",
        "heading(depth: 2, {",
        "enum(start: 1, tight: true,\n{ []\ntext(\"a\")\n},",
        "list(tight: true,\n{ []\ntext(\"c\")\n},\n)",
        "quote(block: true, {\npar({\ntext(\"citation\")\n})\n})",
        "linebreak()",
        "[#footnote({ []\ntext(\"une note\")\n})#label(\"note-edito-n\")]",
        "footnote(label(\"note-edito-n\"))",
        "raw(block: true, \"x\")",
        "list(tight: false,\n{ []\npar({",
    ] {
        assert!(code.contains(expected), "{expected}\n---\n{code}");
    }
    assert!(!code.contains("rien"), "{code}");
}

#[test]
fn faults_of_markdown_are_told_at_their_place() {
    let text = "# Un\n\n### Trois\n\nUn <b>gras</b> et ![x](y.png)\n\n<div>\n</div>\n\n[lien](page.html)\n\n[^seule]: perdue\n";
    let (_, faults) = written(text);
    let places: Vec<String> = faults
        .iter()
        .map(|fault| fault.splitn(3, ' ').take(2).collect::<Vec<_>>().join(" "))
        .collect();
    assert_eq!(
        places,
        [
            "3:1 M522",
            "5:4 M520",
            "5:19 M521",
            "7:1 M520",
            "10:1 M523",
            "12:1 M524"
        ],
        "{faults:#?}"
    );
}

#[test]
fn faults_of_calls_are_all_told_at_their_place() {
    let text = "a\n{{ valeur(\"elecc\") }} {{ valeur(\"elec\", 2018) }}\n{{ valeur(\"arbres\") }} {{ cible(\"arbres\") }}\n{% if x %} {{ total }}\n<b> {{ valeur(\"elec\") .";
    let (_, faults) = written(text);
    let starts = [
        ("2:1 M511", "Vouliez-vous dire « elec » ?"),
        ("2:23 M512", "Choisissez une de ses années : 2019 et 2020."),
        ("3:1 M512", "n’a pas de valeur."),
        ("3:24 M512", "n’a pas de cible."),
        ("4:1 M510", "n’a pas sa place dans un texte"),
        ("4:12 M510", "total"),
        ("5:1 M520", "<b>"),
        ("5:5 M510", "n’est pas fermé"),
    ];
    assert_eq!(faults.len(), starts.len(), "{faults:#?}");
    for (fault, (start, words)) in faults.iter().zip(starts) {
        assert!(
            fault.starts_with(start) && fault.contains(words),
            "{start} {words}: {fault}"
        );
    }
}

#[test]
fn lines_follow_the_author_even_after_a_call_over_two_lines() {
    let (code, faults) = written("a {{ valeur(\n\"elec\") }}\n\n## b\n");
    assert!(faults[0].starts_with("4:1 M522"), "{faults:?}");
    let heading = code.text.lines().position(|line| line.starts_with("heading")).unwrap();
    assert_eq!(code.lines[heading].1, 4);
}

#[test]
fn a_comment_has_no_heading_and_a_title_has_values() {
    let calls = Calls::new(&fixture::report(), Pictures::default());
    let origin = TextOrigin::Field {
        place: crate::diagnostic::Place::line("data/indicateurs/essai.yaml", 4, 5),
    };
    let mut diagnostics = Diagnostics::default();
    let expanded = expand("# Titre", &calls, &origin, &mut diagnostics);
    prose(
        "commentaire-elec",
        &expanded,
        TextKind::Remark,
        &calls.pictures,
        &origin,
        &mut diagnostics,
    );
    assert_eq!(
        diagnostics.sorted()[0].place,
        Some(crate::diagnostic::Place::line("data/indicateurs/essai.yaml", 4, 5))
    );
    let title = plain(
        "L'énergie: *{{ valeur(\"elec\") }}* !",
        &calls,
        &origin,
        &mut diagnostics,
    );
    assert!(
        title.starts_with("L’énergie") && title.contains("*1\u{202f}100,0\u{a0}MWh*\u{202f}!"),
        "{title}"
    );
}

#[test]
fn elements_one_in_another_without_end_are_told_and_bring_nothing_down() {
    for text in [
        format!("{}mot\n", "> ".repeat(20_000)),
        "*a ".repeat(5_000) + &"b* ".repeat(5_000),
    ] {
        let (code, faults) = written(&text);
        assert!(faults.iter().any(|fault| fault.contains(" M525 ")), "{faults:?}");
        assert!(code.text.len() < text.len() * 10);
    }
}

#[test]
fn what_markdown_would_lose_or_glue_is_told_once_a_text_with_its_count() {
    let table = "| a | b |\n|---|---|\n| 1 | 2 | 3 |\n| 4 | 5 |\n| 6 | 7 | 8 | 9 |\n";
    let told = |text: &str| {
        let (_, told) = written(text);
        told.iter()
            .map(|line| line.split(" par ").next().unwrap().replace('\u{a0}', " "))
            .collect::<Vec<String>>()
    };
    assert!(
        told(table)[0].starts_with("3:1 M526 2 lignes ont plus de cellules"),
        "{:?}",
        told(table)
    );
    assert_eq!(told("Un.\n\n#Titre\n##Autre\n"), ["3:1 M527 2 lignes commencent"]);
    assert_eq!(told("Un.\n\n    Deux.\n"), ["3:5 M528 1 passage commence"]);
    for right in [
        "# Titre",
        "Lot #3",
        "`#a`\n\n```\n    code\n#a\n```\n",
        "- a\n  - b\n    - c\n",
    ] {
        assert_eq!(told(right), Vec::<String>::new(), "{right}");
    }
}

#[test]
fn bullets_pasted_from_a_word_processor_make_a_list() {
    let pasted = "Priorités :\n•\tUne\n•\tDeux\n";
    let dashes = "Priorités :\n- Une\n- Deux\n";
    assert_eq!(code(pasted), code(dashes));
    assert_eq!(code("\u{F0B7}\tUne\n\u{F0B7}\tDeux\n"), code("- Une\n- Deux\n"));
}

#[test]
fn a_call_that_is_a_computation_without_end_is_told_before_it_is_made() {
    for call in [
        "'a' * 100000000".to_owned(),
        "([1] * 100000000) | join".to_owned(),
        vec!["valeur('elec')"; 50_000].join(" ~ "),
        format!("{}1{}", "(".repeat(400), ")".repeat(400)),
        "range(100000) | join".to_owned(),
    ] {
        let (_, told) = written(&format!("Un {{{{ {call} }}}} deux."));
        assert!(told.len() == 1 && told[0].starts_with("1:4 M510"), "{told:?}");
        assert!(told[0].len() < 400, "{told:?}");
    }
    assert!(code("{{ valeur(\"elec\") | upper | trim }}").contains("MWH"));
}

#[test]
fn no_text_of_a_note_is_lost() {
    let (_, told) = written("Un[^n] deux.\n\n[^n]: premier\n\n[^n]: second\n");
    assert!(
        told.len() == 1 && told[0].starts_with("5:1 M524") && told[0].contains("deux fois"),
        "{told:?}"
    );
}

#[test]
fn a_table_that_no_page_holds_is_refused_where_it_begins() {
    let row = |cell: &str, columns: usize| format!("|{}\n", format!("{cell}|").repeat(columns));
    let wide = format!("Un.\n\n{}{}{}", row("a", 1_025), row("-", 1_025), row("b", 1_025));
    let (_, told) = written(&wide);
    assert!(
        told.len() == 1 && told[0].starts_with("3:1 M529") && told[0].contains("1025 colonnes"),
        "{told:?}"
    );
    let tall = format!("{}{}{}", row("a", 2), row("-", 2), row("b", 2).repeat(4_001));
    assert!(written(&tall).1[0].starts_with("1:1 M529"));
    assert_eq!(
        written(&format!("{}{}{}", row("a", 30), row("-", 30), row("b", 30)))
            .1
            .len(),
        0
    );
}

#[test]
fn an_entity_calls_no_value_and_hides_no_character() {
    for (entity, code) in [
        ("&#xE000;0&#xE001;", "U+E000"),
        ("&#57344;", "U+E000"),
        ("&#7;", "U+0007"),
        ("&#x202E;", "U+202E"),
    ] {
        let (_, told) = written(&format!("{{{{ valeur('elec') }}}} puis {entity}"));
        assert!(told[0].starts_with("1:27 M006") && told[0].contains(code), "{told:?}");
    }
    assert_eq!(written("5 &#60; 6 &#xE9; &#; &#x;").1, Vec::<String>::new());
}

pub(super) fn pictures() -> Pictures {
    let report = fixture::report();
    let figures = crate::chart::draw(&report);
    let place = crate::load::ProjectPicture {
        place: crate::diagnostic::Place::file("data/images/Place.JPG"),
        bytes: Arc::from(*b"x"),
        width_mm: 300.0,
        height_mm: 200.0,
    };
    Pictures::new(
        &report,
        &figures,
        &std::collections::BTreeMap::from([("place.jpg".to_owned(), place)]),
    )
}

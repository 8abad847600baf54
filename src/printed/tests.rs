//! One table, read back from each printer.

use super::*;
use crate::model::{Money, Status};
use unicode_width::UnicodeWidthStr;

fn table() -> PrintedTable {
    let rows = [
        ("Voirie ; réseaux", 123_456_750, Some(0.25), true),
        ("Écoles", -50, None, false),
    ];
    PrintedTable::each(rows)
        .text("poste", "Poste", |(name, ..)| name)
        .column(
            Column::number("montant", "Réalisé").within("2025"),
            |(_, cents, _, example)| Cell::euros(Money::from_cents(cents)).marked(example.then(|| "ex.".to_owned())),
        )
        .words("part", "Part", |(_, _, share, _)| {
            share.map(|share| Cell::number(share, 1))
        })
        .text("statut", "Statut", |_| Status::OnTrack)
        .data("exemple", |(.., example)| Cell::flag(example))
        .table()
        .note("Montants en euros.")
}

#[test]
fn a_file_has_every_digit_and_a_page_has_words() {
    let bytes = table().csv(Dialect::French).unwrap();
    let text = std::str::from_utf8(&bytes).unwrap();
    assert_eq!(
        text,
        "\u{FEFF}poste;montant;statut;exemple\n\"Voirie ; réseaux\";1234567,50;en-bonne-voie;oui\nÉcoles;-0,50;en-bonne-voie;\n"
    );
    let open = table().csv(Dialect::OpenData).unwrap();
    assert!(
        std::str::from_utf8(&open)
            .unwrap()
            .contains("\nVoirie ; réseaux,1234567.50,")
    );
    let page = table().page();
    let heads: Vec<&str> = page.columns.iter().map(|column| column.head.as_str()).collect();
    assert_eq!(heads, ["Poste", "2025 Réalisé", "Part", "Statut"]);
    let first = &page.rows[0].cells;
    assert_eq!(first[1].text, "1\u{202F}234\u{202F}568");
    assert_eq!(first[1].mark.as_deref(), Some("ex."));
    assert_eq!(
        (first[3].text.as_str(), first[3].status),
        ("en bonne voie", Some("en-bonne-voie"))
    );
    assert_eq!(page.rows[1].cells[1].text, "−1");
    assert_eq!(page.rows[1].cells[2].text, "–");
}

#[test]
fn json_has_the_keys_of_the_file_and_an_absence_is_null() {
    let json = table().json();
    assert_eq!(json[0]["montant"], "1234567.50");
    assert_eq!(json[1]["exemple"], false);
    assert!(json[0].get("part").is_none());
    let absent = PrintedTable::each([()])
        .data("valeur", |()| Cell::absent("n.d."))
        .table()
        .json();
    assert!(absent[0]["valeur"].is_null());
}

#[test]
fn no_text_of_a_file_is_computed_and_each_comes_back_as_it_was() {
    let texts = [
        "=HYPERLINK(\"http://a.example\";\"b\")",
        "-2+3",
        "+33 1",
        "@SUM(1)",
        "'=1",
        "d’abord",
        "0\"&A1",
    ];
    let table = PrintedTable::each(texts)
        .data("texte", |text| text)
        .data("-somme", Cell::code)
        .data("nombre", |_| Cell::number(-1.5, 1))
        .data("code", |_| Cell::code("011"))
        .table();
    let bytes = table.csv(Dialect::French).unwrap();
    let text = std::str::from_utf8(&bytes).unwrap().trim_start_matches('\u{feff}');
    for line in text.lines() {
        assert!(
            !line.starts_with(['=', '-', '+', '@']) && !line.contains("\"=H"),
            "{line}"
        );
    }
    assert!(text.starts_with("texte;'-somme;nombre;code\n"), "{text}");
    assert!(text.contains(";-1,5;\"=\"\"011\"\"\"\n"), "{text}");
    let mut told = crate::diagnostic::Diagnostics::default();
    let back = crate::table::delimited::table(&"a.csv".into(), text, &mut told).unwrap();
    for (row, written) in back.rows.iter().zip(texts) {
        assert_eq!([row[0].content.display(), row[1].content.display()], [written, written]);
    }
    assert_eq!(table.json()[0]["texte"], texts[0]);
}

#[test]
fn a_terminal_receives_no_line_wider_than_it_is() {
    let long = "une phrase assez longue pour ne tenir sur aucune ligne d’un terminal étroit, 二つ";
    let table = PrintedTable::each(["Écoles", &"m".repeat(90)])
        .text("nom", "Nom", |name| name)
        .number("premier", "Premier nombre", |_| Cell::number(1234.5, 1))
        .number("second", "Second nombre", |_| Cell::number(-2.0, 0))
        .text("raison", "Raison", |_| long)
        .table()
        .note(long);
    for width in [30, 40, 60, 80, 200] {
        let text = table.terminal(width);
        for line in text.lines() {
            assert!(line.width() <= width, "{width}: {} {line}", line.width());
        }
        let letters = |text: &str| text.chars().filter(|letter| *letter == 'm').count();
        assert!(letters(&text) >= 90, "nothing is lost at {width}: {text}");
        assert_eq!(text.matches("1\u{202F}234,5").count(), 2, "{text}");
    }
    assert_eq!(
        table.terminal(60).lines().take(3).collect::<Vec<_>>(),
        [
            "  Nom                  Premier  Second nombre  Raison",
            "                        nombre",
            "  Écoles               1\u{202F}234,5             −2  une phrase",
        ],
    );
}

#[test]
fn what_is_aligned_is_aligned_on_the_screen() {
    let table = PrintedTable::each([("二つ", 1), ("e\u{301}cole", 22)])
        .text("nom", "Nom", |(name, _)| name)
        .number("valeur", "Valeur", |(_, value)| Cell::whole(value));
    let text = table.table().terminal(80);
    let ends: Vec<usize> = text.lines().map(UnicodeWidthStr::width).collect();
    assert!(ends.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
}

#[test]
fn a_sentence_goes_on_below_and_an_address_stays_whole() {
    let path = "/un/dossier/assez-long-pour-deborder/output/2026";
    let text = wrapped(&format!("  Publié dans {path} (23 fichiers)"), 24);
    assert_eq!(text, format!("  Publié dans\n    {path}\n    (23 fichiers)\n"));
}

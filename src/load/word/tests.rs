//! What Word itself writes, read as a text.

use super::*;
use crate::load::text::Element;
use crate::table::doors::packed;

fn found() -> Found {
    Found {
        path: "data/textes/finalite-1.docx".into(),
        absolute: "finalite-1.docx".into(),
    }
}

/// A document of Word: its parts as the doors keep them, its body in the place of the kept one.
fn parts(body: Option<&str>) -> Vec<u8> {
    let path = format!("{}/tests/doors/docx/parts.txt", env!("CARGO_MANIFEST_DIR"));
    let kept = std::fs::read_to_string(path).unwrap();
    let Some(body) = body else {
        return packed(kept.as_bytes()).into_owned();
    };
    let (before, rest) = kept.split_once("<w:body>").unwrap();
    let (_, after) = rest.rsplit_once("</w:body>").unwrap();
    packed(format!("{before}<w:body>{body}</w:body>{after}").as_bytes()).into_owned()
}

fn read_body(body: Option<&str>) -> (Option<Word>, Vec<String>) {
    let mut diagnostics = Diagnostics::default();
    let word = read(&found(), &parts(body), &mut diagnostics);
    let told = diagnostics.sorted().into_iter().map(|entry| {
        let place = entry.place.as_ref().map(Place::to_string).unwrap_or_default();
        let place = place
            .trim_start_matches("data/textes/finalite-1.docx, paragraphe ")
            .to_owned();
        format!("{} {place}: {}", entry.code, entry.message).replace(['\u{A0}', '\u{202F}'], " ")
    });
    (word, told.collect())
}

/// The words of a body of paragraphs, and what is told.
fn told(body: &str) -> (String, Vec<String>) {
    let (word, told) = read_body(Some(body));
    (word.map(|word| word.text.words.to_string()).unwrap_or_default(), told)
}

fn paragraph(runs: &str) -> String {
    format!("<w:p>{runs}</w:p>")
}

#[test]
fn what_word_writes_is_a_text_with_its_places() {
    let (word, told) = read_body(None);
    let Word { text, pictures } = word.unwrap();
    let expected = "# Climat\n\nL’année a vu {{ valeur(« elec ») }} et moins de CO₂, voir le site.\n\n- un\n  - dessous\n1. premier\n\n## Détail\n\n2. deuxième\n\nDit ainsi\n\n| Nom | Part |\n| a | b c | 12\u{2011}3 |\n\n![La place](finalite-1.docx-1.svg)\nPhoto 1\n\nNous avons fini\n\n[^1]:\n\nSource : Agence ORE.";
    assert_eq!(text.words.replace('\u{A0}', " "), expected);
    let written = text.written.unwrap();
    let count = |element: &Element| {
        let same = |piece: &&crate::load::text::Piece| piece.kind == PieceKind::Open(element.clone());
        written.pieces.iter().filter(same).count()
    };
    for (element, times) in [
        (Element::Heading(1), 1),
        (Element::Heading(2), 1),
        (Element::Strong, 1),
        (Element::List(None), 2),
        (Element::List(Some(1)), 1),
        (Element::List(Some(2)), 1),
        (Element::Quote, 1),
        (Element::Row, 2),
        (Element::Cell, 4),
        (
            Element::Link("https://www.grenoblealpesmetropole.fr/?a=1&b=2".to_owned()),
            1,
        ),
        (Element::Note("1".to_owned()), 1),
    ] {
        assert_eq!(count(&element), times, "{element:?}");
    }
    let (name, picture) = pictures.first_key_value().unwrap();
    assert_eq!((name.as_str(), picture.width_mm), ("finalite-1.docx-1.svg", 40.0));
    assert!(picture.place.to_string().contains("paragraphe 14"), "{}", picture.place);
    let expected = [
        "M162 16 (« Nous avons fini »): Ce paragraphe porte des modifications suivies : Dominique Petit a ajouté « avons » et a supprimé « aurons ».",
        "M163 16 (« Nous avons fini »): Claude Martin a laissé ici un commentaire : « Est-ce encore vrai ? ».",
        "M164 16 (« Nous avons fini »): Ce texte contient 1 équation (« x=1 »)",
        "M165 16 (« Nous avons fini »): Ce texte contient 1 passage en couleur ou surligné (« fini »)",
        "M165 16 (« Nous avons fini »): Ce texte contient 1 passage en colonnes",
        "M165 16 (« Nous avons fini »): Ce texte contient 1 en-tête ou pied de page (« Projet »)",
        "M165 16 (« Nous avons fini »): Ce texte contient 1 table des matières",
    ];
    assert_eq!(told.len(), expected.len(), "{told:#?}");
    for expected in expected {
        assert!(
            told.iter().any(|line| line.starts_with(expected)),
            "{expected}\n{told:#?}"
        );
    }
}

#[test]
fn no_words_are_lost_in_silence() {
    let run = |properties: &str, words: &str| format!("<w:r><w:rPr>{properties}</w:rPr><w:t>{words}</w:t></w:r>");
    let field = |instruction: &str| {
        let mark = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
        format!(
            "{}<w:r><w:instrText>{instruction}</w:instrText></w:r>{}",
            mark("begin"),
            mark("end")
        )
    };
    for (runs, words, code) in [
        (run("<w:vanish/>", "secret"), "", "M164"),
        (run("<w:strike/>", "retiré"), "", "M164"),
        (run("<w:u w:val=\"single\"/>", "mot"), "mot", "M165"),
        (run("<w:u w:val=\"none\"/>", "mot"), "mot", ""),
        (run("<w:vertAlign w:val=\"superscript\"/>", "er"), "er", ""),
        (run("<w:position w:val=\"8\"/>", "2"), "²", ""),
        (run("<w:vertAlign w:val=\"superscript\"/>", "n+1"), "n+1", "M165"),
        ("<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>".to_owned(), "", "M164"),
        ("<w:r><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>encadré</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></w:r>".to_owned(), "", "M164"),
        ("<w:r><w:ruby><w:t>mot</w:t></w:ruby></w:r>".to_owned(), "", "M164"),
        ("<w:r><w:t>a</w:t><w:br w:type=\"page\"/><w:t>b</w:t></w:r>".to_owned(), "ab", "M165"),
        ("<w:smartTag><w:r><w:t>Isère</w:t></w:r></w:smartTag><w:r><w:softHyphen/></w:r>".to_owned(), "Isère", ""),
        ("<w:sdt><w:sdtContent><w:r><w:t>choix</w:t></w:r></w:sdtContent></w:sdt>".to_owned(), "choix", ""),
        ("<w:hyperlink w:anchor=\"_Ref1\"><w:r><w:t>plus bas</w:t></w:r></w:hyperlink>".to_owned(), "plus bas", "M165"),
        ("<w:hyperlink w:anchor=\"ind-elec\"><w:r><w:t>plus bas</w:t></w:r></w:hyperlink>".to_owned(), "plus bas", ""),
        ("<w:fldSimple w:instr=\" DATE \"><w:r><w:t>lundi</w:t></w:r></w:fldSimple>".to_owned(), "lundi", "M165"),
        // A letter that Wingdings shows as a tick; one that no font changes.
        (run("<w:rFonts w:ascii=\"Wingdings\"/>", "ü"), "", "M164"),
        (run("<w:rFonts w:ascii=\"Symbol\"/>", "→"), "→", ""),
        (run("<w:dstrike/>", "retiré"), "", "M164"),
        (run("<w:rStyle w:val=\"Secret\"/>", "caché"), "", "M164"),
        (run("<w:rStyle w:val=\"Secret\"/><w:vanish w:val=\"0\"/>", "montré"), "montré", ""),
        ("<w:r><w:endnoteReference w:id=\"9\"/></w:r>".to_owned(), "[^1]:", "M165"),
        // Fields whose result is not in the file.
        (field(" EQ \\f(1;2) "), "", "M164"),
        (field(" MACROBUTTON Rien [Cliquez ici] "), "", "M164"),
        (field(" XE \"index\" "), "", ""),
        ("<w:hyperlink r:id=\"rId5\"><w:r><w:drawing><wp:inline><wp:docPr descr=\"La place\"/><a:graphic><a:graphicData><pic:pic><a:blip r:embed=\"rId6\"/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:hyperlink>".to_owned(), "![La place](finalite-1.docx-1.svg)", "M165"),
        ("<w:moveFrom w:author=\"A\"><w:r><w:t>là</w:t></w:r></w:moveFrom>".to_owned(), "", "M162"),
    ] {
        let (said, lines) = told(&paragraph(&runs));
        assert_eq!(said, words, "{runs}");
        let codes: Vec<&str> = lines.iter().map(|line| &line[..4]).collect();
        let expected: Vec<&str> = Some(code).filter(|code| !code.is_empty()).into_iter().collect();
        assert_eq!(codes, expected, "{runs}\n{lines:?}");
    }
}

#[test]
fn cells_that_no_table_of_a_text_has_are_refused_and_their_words_are_kept() {
    let cell = |properties: &str, words: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>")
    };
    let row = |cells: &[String]| format!("<w:tr>{}</w:tr>", cells.concat());
    let table = |rows: &[String]| format!("<w:tbl>{}</w:tbl>", rows.concat());
    let merged = table(&[
        row(&[cell("<w:gridSpan w:val=\"2\"/>", "a")]),
        row(&[cell("", "b"), cell("", "c")]),
    ]);
    let (words, lines) = told(&merged);
    assert_eq!(words, "| a |  |\n| b | c |");
    assert!(lines.len() == 1 && lines[0].starts_with("M164 1 (« a »)"), "{lines:?}");
    let apart = table(&[
        row(&[cell("", "a"), cell("", "b")]),
        format!(
            "<w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}</w:tr>",
            cell("", "c")
        ),
    ]);
    let lines = told(&apart).1;
    assert!(lines.len() == 1 && lines[0].starts_with("M164 3 (« c »)"), "{lines:?}");
    let deleted = table(&[
        row(&[cell("<w:cellDel w:author=\"A\"/>", "a"), cell("", "b")]),
        row(&[]),
    ]);
    let lines = told(&deleted).1;
    assert!(lines.len() == 1 && lines[0].starts_with("M162 1"), "{lines:?}");
    let frame = table(&[row(&[cell("", "seul")])]);
    let (words, lines) = told(&frame);
    assert_eq!((words.as_str(), lines.len()), ("seul", 1));
    assert!(lines[0].starts_with("M165"), "{lines:?}");
}

#[test]
fn a_file_that_is_no_text_of_word_is_told_and_a_bomb_is_not_unpacked() {
    for (bytes, code) in [
        (b"Bonjour".to_vec(), "M107"),
        (b"PK\x03\x04rest".to_vec(), "M107"),
        (parts(Some(&"<w:p>".repeat(3_000))), "M161"),
        (packed(b"=== word/document.xml\n<w:document/>").into_owned(), "M161"),
    ] {
        let mut diagnostics = Diagnostics::default();
        assert!(read(&found(), &bytes, &mut diagnostics).is_none());
        let told = diagnostics.sorted();
        assert_eq!((told.len(), told[0].code.0), (1, code));
    }
    let bomb = parts(None);
    let mut package = Package::open(&bomb).unwrap();
    assert_eq!(package.bytes("word/document.xml", 10), Err(package::TOO_LARGE));
}

#[test]
fn a_style_of_word_says_the_level_of_its_items_by_its_name() {
    let item =
        |style: &str| format!("<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr><w:r><w:t>{style}</w:t></w:r></w:p>");
    let (words, lines) = told(&(item("Listepuces") + &item("Listepuces2") + &item("Listepuces")));
    assert_eq!(
        (words.as_str(), lines.len()),
        ("- Listepuces\n  - Listepuces2\n- Listepuces", 0)
    );
}

#[test]
fn what_is_made_by_hand_where_word_has_a_style_is_told_once_a_kind() {
    let bold = |words: &str| paragraph(&format!("<w:r><w:rPr><w:b/></w:rPr><w:t>{words}</w:t></w:r>"));
    let plain = |words: &str| paragraph(&format!("<w:r><w:t>{words}</w:t></w:r>"));
    let drop_cap = "<w:p><w:pPr><w:framePr w:dropCap=\"drop\"/></w:pPr><w:r><w:t>L</w:t></w:r></w:p>";
    let body = [
        &bold("Nos priorités"),
        &plain("Elles sont trois."),
        &bold("Ce qui compte, et que l’on redit ici."),
        &bold("Le budget"),
        &plain("- vélo"),
        &plain("- bus"),
        drop_cap,
        &plain("’année."),
        &bold("La signature"),
    ]
    .map(str::to_owned);
    let lines = told(&body.concat()).1;
    let expected = [
        "M164 7 (« L »): Ce texte contient 1 lettrine (« L »), que le rapport ne peut montrer.",
        "M165 1 (« Nos priorités »): Ce texte contient 2 lignes en gras qui semblent être des titres (le premier passage : « Nos priorités »).",
        "M165 5 (« - vélo »): Ce texte contient 2 lignes de liste dont le signe est tapé à la main (le premier passage : « - vélo »).",
    ];
    assert_eq!(lines.len(), expected.len(), "{lines:#?}");
    expected
        .iter()
        .for_each(|line| assert!(lines.contains(&(*line).to_owned()), "{line}\n{lines:#?}"));
}

#[test]
fn a_text_that_word_wrote_for_its_author_is_no_alternative_text() {
    let picture = |described: &str| {
        format!(
            "<w:p><w:r><w:drawing><wp:inline><wp:docPr name=\"Image 1\" {described}/><a:graphic><a:graphicData><pic:pic>\
             <a:blip r:embed=\"rId6\"/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
        )
    };
    for (described, words, code) in [
        ("descr=\"La place\"", "La place", ""),
        ("title=\"La place\"", "La place", ""),
        ("descr=\"C:\\Users\\moi\\place.JPG\"", "", ""),
        (
            "descr=\"Une image contenant arbre&#10;&#10;Description générée automatiquement\"",
            "Une image contenant arbre Description générée automatiquement",
            "M165",
        ),
    ] {
        let (said, lines) = told(&picture(described));
        assert_eq!(said, format!("![{words}](finalite-1.docx-1.svg)"));
        assert!(
            lines.iter().all(|line| line.starts_with(code)) && lines.is_empty() == code.is_empty(),
            "{lines:?}"
        );
    }
}

#[test]
fn notes_are_read_once_however_often_they_are_called() {
    let call = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    let (word, lines) = read_body(Some(&paragraph(&call.repeat(30_000))));
    let words = word.unwrap().text.words;
    assert_eq!((words.matches("Agence ORE").count(), lines.len()), (1, 0));
}

#[test]
fn a_border_is_a_rule_where_it_is_alone_and_a_frame_where_it_has_words() {
    let bordered = |line: &str, words: &str| {
        format!(
            "<w:p><w:pPr><w:pBdr><w:bottom w:val=\"{line}\"/></w:pBdr></w:pPr>{}</w:p>",
            words.replace('x', "<w:r><w:t>x</w:t></w:r>")
        )
    };
    for (line, words, code, rules) in [
        ("single", "x", "M165", 0),
        ("none", "x", "", 0),
        ("single", "", "", 1),
        ("none", "", "", 0),
    ] {
        let (word, lines) = read_body(Some(&bordered(line, words)));
        let pieces = word.unwrap().text.written.unwrap().pieces.clone();
        let found = pieces.iter().filter(|piece| piece.kind == PieceKind::Rule).count();
        assert_eq!(
            (found, lines.len()),
            (rules, usize::from(!code.is_empty())),
            "{lines:?}"
        );
    }
}

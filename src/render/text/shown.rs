//! What pictures a text shows, and how one that it cannot show is told.

use super::tests::{code, written_as};
use super::*;

#[test]
fn a_picture_alone_in_its_paragraph_is_shown_with_its_words() {
    let code = code(
        "Avant.\n\n{{ graphique(\"elec\") }}\n\n![La place : après](../images/Place.JPG \"Photo, 2026\")\n\nAprès.\n",
    );
    assert!(
        code.contains("caption: text(\"Titre de elec\"),\nimage(\"/graphiques/elec.svg\", alt: \"Courbe"),
        "{code}"
    );
    assert!(
        code.contains("caption: text(\"Photo, 2026\"),\nimage(\"/images/place.jpg\", alt: \"La place\\u{a0}: après\", width: 140.0mm))"),
        "{code}"
    );
    assert_eq!(code.matches("par({").count(), 2, "{code}");
}

#[test]
fn a_picture_that_a_text_cannot_show_is_told_with_what_to_do() {
    let told = |kind, text: &str| written_as(kind, text).1.join(" ## ");
    let shown = "![Vue](place.jpg)";
    for (kind, text, fault) in [
        (
            TextKind::Part,
            "![](place.jpg)",
            "1:1 M521 Cette image n’a pas de texte de remplacement",
        ),
        (
            TextKind::Part,
            "![Vue](plage.jpg)",
            "plage.jpg » n’est pas dans data/images/. Vouliez-vous dire « place.jpg",
        ),
        (
            TextKind::Part,
            "Voyez ![Vue](place.jpg) ici.",
            "1:7 M521 Une image, ou un graphique, ne se met pas au milieu",
        ),
        (
            TextKind::Part,
            "Voyez {{ graphique(\"elec\") }} ici.",
            "M521 Une image, ou un graphique, ne se met pas au milieu",
        ),
        (
            TextKind::Part,
            "- a\n\n- ![Vue](place.jpg)\n",
            "M521 Une image ne se met pas dans une liste",
        ),
        (TextKind::Act, shown, "M521 Une délibération ne porte pas d’image"),
        (TextKind::Remark, shown, "M521 Ce texte ne porte pas d’image"),
        (
            TextKind::Part,
            "{{ graphique(\"arbres\") }}",
            "M512 L’indicateur « arbres » n’a pas de graphique",
        ),
        (TextKind::Part, "{{ graphique(\"elec\") | upper }}", "M510"),
    ] {
        let told = told(kind, text).replace(['\u{a0}', '\u{202f}'], " ");
        assert!(told.contains(fault) && !told.contains(" ## "), "{text}: {told}");
    }
}

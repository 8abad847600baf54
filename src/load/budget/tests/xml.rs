//! What TOTEM and the flux of a CFU give.

use super::super::fixture::{line, one, read, totem};
use crate::model::{
    BudgetDirection, BudgetMovement, BudgetPart, BudgetSection, BudgetStep, BudgetTotals, LineCount, Money,
};

fn money(text: &str) -> Money {
    Money::parse(text).unwrap()
}

/// Two real lines, one of `ordre`, a computed total that would double them, an amount absent everywhere.
fn small() -> String {
    totem(
        &[
            line("2183", "21", "D", "0", r#"<Fonction V="57"/><MtPrev V="1000.10"/><CredOuv V="1500"/><CaracSup V="I" Code="Section"/><CaracSup V="1" Code="TypOpe"/>"#),
            line("60612", "011", "D", "0", r#"<MtPrev V=""/><MtReal V="0.1"/><ArtSpe V="true"/><MtSup Code="BudgetHorsRAR" V="7"/>"#),
            line("6811", "042", "D", "1", r#"<MtPrev V="-0.05"/>"#),
            "<LigneBudget calculated=\"true\" generator=\"x\"><ChapitreNature V=\"011\"/><CodRD V=\"D\"/><MtPrev V=\"9999\"/></LigneBudget>\n".to_owned(),
            line("7318", "", "R", "0", "<Operation V=\"93\"></Operation>"),
        ]
        .concat(),
    )
}

#[test]
fn a_budget_is_read_with_its_head_its_lines_and_none_of_its_computed_totals() {
    let document = one("bp.xml", small());
    assert_eq!(document.community, "COMMUNE D’EXEMPLE");
    assert_eq!(document.budget.as_deref(), Some("BUDGET \"EXEMPLE\" & Cie"));
    assert_eq!(document.siret, "00000000000019");
    assert_eq!(document.nomenclature.as_deref(), Some("M57-M57_D"));
    assert_eq!((document.year, document.step), (2026, BudgetStep::Primitive));
    assert_eq!(document.part, Some(BudgetPart::Main));
    let count = LineCount {
        read: 5,
        kept: 4,
        calculated: 1,
        deduced_sections: 3,
        ..LineCount::default()
    };
    assert_eq!(document.count, count);
    let first = &document.lines[0];
    assert_eq!((&*first.nature, first.chapter.as_deref()), ("2183", Some("21")));
    assert_eq!(first.function.as_deref(), Some("57"));
    assert_eq!(first.section, Some(BudgetSection::Investment));
    assert_eq!(first.amounts.voted, Some(money("1000.10")));
    assert_eq!((first.amounts.realised, first.line), (None, 24));
    assert_eq!(document.lines[1].amounts.voted, None);
    assert_eq!(document.lines[1].specialised, Some(true));
    let last = &document.lines[3];
    assert_eq!((last.line, last.direction), (28, BudgetDirection::Revenue));
    assert_eq!((last.chapter.as_deref(), last.operation.as_deref()), (None, Some("93")));
}

#[test]
fn totals_are_exact_where_binary_arithmetic_is_not() {
    let lines = line("60612", "011", "D", "0", r#"<MtReal V="0.10"/>"#).repeat(3);
    let document = one("ca.xml", totem(&lines));
    assert_eq!(BudgetTotals::of(&document.lines).realised, money("0.30"));
    let document = one("bp.xml", small());
    let order = document
        .lines
        .iter()
        .filter(|line| line.movement == BudgetMovement::Order);
    assert_eq!(BudgetTotals::of(order).voted.to_string(), "-0.05");
    assert_eq!(BudgetTotals::of(&document.lines).voted.to_string(), "1000.05");
}

#[test]
fn every_encoding_gives_the_same_budget() {
    let utf8 = small().replace('’', "é");
    let expected = one("bp.xml", &utf8);
    let latin = utf8.replace("UTF-8", "ISO-8859-1");
    let latin: Vec<u8> = latin
        .chars()
        .map(|letter| u8::try_from(u32::from(letter)).unwrap())
        .collect();
    let ascii = utf8.replace("UTF-8", "ASCII").replace('é', "&#233;");
    let utf16: Vec<u8> = utf8
        .replace("UTF-8", "UTF-16")
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let utf16 = [&[0xFF, 0xFE][..], &utf16].concat();
    for bytes in [latin, ascii.into_bytes(), utf16, format!("\u{feff}{utf8}").into_bytes()] {
        let document = one("bp.xml", bytes);
        assert_eq!(
            (document.community, document.lines),
            (expected.community.clone(), expected.lines.clone())
        );
    }
}

#[test]
fn a_cfu_is_read_through_the_lines_of_its_accounts() {
    let budget = small();
    let (_, budget) = budget.split_once('\n').unwrap();
    let flux = format!(
        r#"<?xml version="1.0"?>
<doccfu:CompteFinancierUnique xmlns:doccfu="http://www.minefi.gouv.fr/cp/demat/doccfu">
<DocumentComptable xmlns="http://www.minefi.gouv.fr/cp/demat/doccomptable"><Budget><LigneBudget><CodRD V="?"/></LigneBudget></Budget></DocumentComptable>
{}<doccfu:Signatures><Budget/></doccfu:Signatures></doccfu:CompteFinancierUnique>"#,
        budget.replace(r#"<NatDec V="01"/>"#, r#"<NatDec V="10"/>"#)
    );
    let document = one("cfu.xml", &flux);
    assert_eq!((document.step, document.lines.len()), (BudgetStep::SingleAccounts, 4));
    let alone = small().replace(r#"<NatDec V="01"/>"#, r#"<NatDec V="10"/>"#);
    assert_eq!(one("ca.xml", alone).step, BudgetStep::Accounts);
}

#[test]
fn two_budgets_of_one_file_stay_apart() {
    let file = small();
    let (start, rest) = file.split_once("   <Budget>").unwrap();
    let (budget, end) = rest.split_once("</DocumentBudgetaire>").unwrap();
    let annex = budget
        .replace("00000000000019", "00000000000027")
        .replace(r#"<CodTypBud V="P"/>"#, r#"<CodTypBud V="A"/>"#);
    let file = format!("{start}<Budget>{budget}<Budget>{annex}</DocumentBudgetaire>{end}");
    let (documents, told) = read("bp.xml", file);
    assert_eq!(told, Vec::<String>::new());
    let heads: Vec<_> = documents
        .iter()
        .map(|document| (document.siret.as_str(), document.part))
        .collect();
    assert_eq!(
        heads,
        [
            ("00000000000019", Some(BudgetPart::Main)),
            ("00000000000027", Some(BudgetPart::Annex))
        ]
    );
    assert_eq!((documents[1].lines.len(), documents[1].count.read), (4, 5));
}

#[test]
fn a_movement_that_the_file_does_not_give_is_told_by_the_chapter_and_counted() {
    let lines = [line("6811", "042", "D", "", ""), line("6411", "012", "D", "", "")].concat();
    let document = one("bp.xml", totem(&lines));
    let movements: Vec<_> = document.lines.iter().map(|line| line.movement).collect();
    assert_eq!(movements, [BudgetMovement::Order, BudgetMovement::Real]);
    assert_eq!(document.count.deduced_movements, 2);
}

#[test]
fn a_budget_voted_by_function_has_its_chapters_and_its_transfers() {
    let line = |own: &str, direction: &str| {
        format!("<LigneBudget>{own}<CodRD V=\"{direction}\"/><MtPrev V=\"300\"/></LigneBudget>\n")
    };
    let own = "<Nature V=\"2151\"/><Fonction V=\"844\"/><ContFon V=\"908\"/>";
    let lines = [
        line(own, "D"),
        line("<ContFon V=\"953\"/>", "D"),
        line("<ContFon V=\"951\"/>", "R"),
    ];
    let document = one("bp.xml", totem(&lines.concat()));
    let read: Vec<_> = document
        .lines
        .iter()
        .map(|line| (line.chapter.as_deref(), line.section, line.movement))
        .collect();
    use BudgetMovement::{Order, Real};
    use BudgetSection::{Investment, Operating};
    let expected = [
        (Some("908"), Some(Investment), Real),
        (Some("953"), Some(Operating), Order),
        (Some("951"), Some(Investment), Order),
    ];
    assert_eq!(read, expected);
}

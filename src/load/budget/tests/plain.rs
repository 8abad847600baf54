//! What a plain table gives once `rapport.yaml` says what it is, and a `planDeCompte.xml` beside it.

use crate::config::BudgetFile;
use crate::diagnostic::{Place, Placed};
use crate::form::lines::titles;
use crate::load::Inputs;
use crate::load::fixture::Fixture;
use crate::model::{
    BudgetDirection, BudgetDocument, BudgetMovement, BudgetPart, BudgetSection, BudgetStep, DecimalSign, Money,
};

pub(super) fn declared(file: &str, columns: &[(&'static str, &str)]) -> BudgetFile {
    let place = || Place::line("data/rapport.yaml", 14, 16);
    BudgetFile {
        place: place(),
        file: Placed::new(file.to_owned(), place()),
        role: Some(Placed::new(BudgetStep::Draft, place())),
        year: Some(Placed::new(2027, place())),
        budget: None,
        nomenclature: None,
        direction: None,
        sheet: None,
        decimal: None,
        columns: titles::fixture(columns),
        example: false,
    }
}

pub(super) fn read(file: BudgetFile, bytes: impl AsRef<[u8]>) -> (Inputs, Vec<String>) {
    let mut fixture = Fixture::new()
        .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
        .file(&file.path(), bytes);
    fixture.project.settings.budget.files = vec![file];
    fixture.project.reference.accounts.labels = crate::config::account_labels();
    fixture.load()
}

const EXPORT: &str = "Section;Sens;Compte;Chapitre;Fonction;Gestionnaire;Programme;N° AP;Analytique;Proposé 2027
I;D;2151;21;844;MOB;VELO;AP-01;A1;\"1 250 000,50 €\"
F;D;61523;011;844;MOB;;;;-
Total investissement;;;;;;;;;
R;R;7588;75;020;FIN;;;;12
";

const HEADERS: [(&str, &str); 10] = [
    ("section", "Section"),
    ("sens", "sens"),
    ("nature", "COMPTE"),
    ("chapitre", "Chapitre"),
    ("fonction", "Fonction"),
    ("service", "Gestionnaire"),
    ("programme", "Programme"),
    ("autorisation", "N° AP"),
    ("code_analytique", "Analytique"),
    ("propose", "Proposé 2027"),
];

#[test]
fn an_export_of_the_finance_software_is_read_with_its_own_headers() {
    let (inputs, told) = read(declared("export.csv", &HEADERS), EXPORT.replace("\nR;R;", "\nF;R;"));
    assert_eq!(told, Vec::<String>::new());
    let document = &inputs.budgets[0];
    assert_eq!(
        (document.step, document.year, document.part),
        (BudgetStep::Draft, 2027, Some(BudgetPart::Main))
    );
    assert_eq!(
        (
            document.count.read,
            document.count.kept,
            document.count.without_operation
        ),
        (4, 2, 2)
    );
    let line = &document.lines[0];
    assert_eq!(line.amounts.proposed, Some(Money::from_cents(125_000_050)));
    assert_eq!(
        (line.section, line.direction),
        (Some(BudgetSection::Investment), BudgetDirection::Expense)
    );
    let codes = line.management.as_deref().unwrap();
    assert_eq!(
        (codes.service.as_deref(), codes.programme.as_deref()),
        (Some("MOB"), Some("VELO"))
    );
    assert_eq!(
        (codes.authorisation.as_deref(), codes.analytic.as_deref()),
        (Some("AP-01"), Some("A1"))
    );
    assert_eq!(document.place(line), Place::line("data/budget/export.csv", 2, 0));
}

#[test]
fn headers_that_are_the_keys_need_no_mapping_and_one_direction_may_be_declared() {
    let mut file = declared("export.csv", &[]);
    file.direction = Some(BudgetDirection::Expense);
    let (inputs, told) = read(file, "nature;chapitre;vote;code analytique\n6811;042;5;\n2151;21;7;A\n");
    assert_eq!(told, Vec::<String>::new());
    let movements: Vec<_> = inputs.budgets[0].lines.iter().map(|line| line.movement).collect();
    assert_eq!(movements, [BudgetMovement::Order, BudgetMovement::Real]);
    assert_eq!(inputs.budgets[0].count.deduced_sections, 2);
}

#[test]
fn each_fault_is_told_at_its_cell() {
    let table = "Compte;Sens;Section;Voté
2151;D;I;12 O00
Total;D;I;5
;D;I;5
2151;X;I;5
2151;D;hors budget;5
2151;D;I;1,234
";
    let columns = [("nature", "Compte"), ("vote", "Voté")];
    let (inputs, told) = read(declared("export.csv", &columns), table);
    assert_eq!(inputs.budgets, Vec::<BudgetDocument>::new());
    let starts: Vec<&str> = told.iter().map(|told| told.split(": ").next().unwrap()).collect();
    let at = |code: &str, spot: &str| format!("{code} data/budget/export.csv:{spot}");
    assert_eq!(
        starts,
        [
            at("M187", "2:10"),
            at("M126", "3:1"),
            at("M126", "4:1"),
            at("M186", "5:6"),
            at("M186", "6:8"),
            at("M187", "7:10")
        ]
    );
}

#[test]
fn what_rapport_yaml_must_say_is_asked_for() {
    let first = |file: BudgetFile, table: &str| read(file, table).1.remove(0);
    let table = "nature;vote\n2151;1\n";
    let mut silent = declared("export.csv", &[]);
    silent.year = None;
    assert!(first(silent, table).starts_with("M123 data/rapport.yaml:14:16"));
    assert!(first(declared("export.csv", &[]), table).starts_with("M125"));
    let mapped = declared("export.csv", &[("vote", "Votés")]);
    assert!(
        first(mapped, table).starts_with("M261 data/budget/export.csv:1:1: La table n’a pas la colonne «\u{a0}Votés"),
        ""
    );
    let mut file = declared("export.csv", &[]);
    file.direction = Some(BudgetDirection::Expense);
    assert!(first(file.clone(), "nature;libelle\n2151;1\n").starts_with("M200"));
    assert!(first(file, "vote;libelle\n2151;1\n").starts_with("M200"));
    let undeclared = Fixture::new()
        .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
        .file("data/budget/export.csv", table);
    assert!(undeclared.load().1[0].starts_with("M123 data/budget/export.csv"));
}

#[test]
fn a_workbook_holds_a_plain_table_or_scdl_at_its_cells() {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    workbook
        .add_worksheet()
        .set_name("Lisez-moi")
        .unwrap()
        .write(0, 0, "x")
        .unwrap();
    let sheet = workbook.add_worksheet().set_name("Dépenses").unwrap();
    for (column, header) in ["nature", "fonction", "vote"].iter().enumerate() {
        sheet.write(0, column as u16, *header).unwrap();
    }
    // 0.1 + 0.2 is what a formula of a spreadsheet leaves.
    sheet
        .write(1, 0, 2151)
        .unwrap()
        .write(1, 1, 844)
        .unwrap()
        .write(1, 2, 0.1 + 0.2)
        .unwrap();
    let mut file = declared("export.xlsx", &[]);
    file.direction = Some(BudgetDirection::Expense);
    file.sheet = Some("Dépenses".to_owned());
    let (inputs, told) = read(file, workbook.save_to_buffer().unwrap());
    assert_eq!(told, Vec::<String>::new());
    let document = &inputs.budgets[0];
    let line = &document.lines[0];
    assert_eq!((&*line.nature, line.function.as_deref()), ("2151", Some("844")));
    assert_eq!(line.amounts.voted, Some(Money::from_cents(30)));
    assert_eq!(
        document.place(line).to_string(),
        "data/budget/export.xlsx, feuille Dépenses, A2"
    );

    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    let headers = [
        "BGT_NATDEC",
        "BGT_ANNEE",
        "BGT_SIRET",
        "BGT_NATURE",
        "BGT_CODRD",
        "BGT_MTPREV",
    ];
    let row = ["budget primitif", "2026", "00000000000019", "2151", "dépense", "douze"];
    for (column, (header, cell)) in headers.iter().zip(row).enumerate() {
        sheet
            .write(0, column as u16, *header)
            .unwrap()
            .write(1, column as u16, cell)
            .unwrap();
    }
    let fixture = Fixture::new()
        .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
        .file("data/budget/bp.xlsx", workbook.save_to_buffer().unwrap());
    let (_, told) = fixture.load();
    assert!(
        told[0].starts_with("M187 data/budget/bp.xlsx, feuille Sheet1, F2"),
        "{told:?}"
    );
}

#[test]
fn a_chart_of_accounts_of_the_project_gives_its_labels() {
    let chart = r#"<?xml version='1.0' encoding='ISO-8859-1'?>
<Nomenclature Norme="M57" Declinaison="M57_D" Exer="2025">
  <Nature><Comptes><Compte Code="21" Libelle="Immobilisations"><Compte Code="2151" Libelle="R&#233;seaux"/></Compte></Comptes></Nature>
  <Fonction><RefFonctionnelles><RefFonc Code="8" Libelle="Transports"/></RefFonctionnelles></Fonction>
</Nomenclature>"#;
    let with = |chart: &str| {
        Fixture::new()
            .file("data/valeurs/a.csv", "indicateur;annee;valeur\nx;2024;1\n")
            .file("data/budget/planDeCompte.xml", chart)
            .load()
    };
    let (inputs, told) = with(chart);
    assert_eq!(told, Vec::<String>::new());
    let labels = inputs.account_labels.unwrap();
    assert_eq!(
        (labels.norm.as_str(), labels.source.as_str()),
        ("M57", "planDeCompte.xml (M57_D, exercice 2025)")
    );
    assert_eq!(
        (labels.nature("21538"), labels.nature("2152")),
        (Some("Immobilisations"), Some("Immobilisations"))
    );
    assert_eq!(
        (labels.nature("21511"), labels.function("844")),
        (Some("Réseaux"), Some("Transports"))
    );
    assert!(with("<Nomenclature Norme=\"M57\"/>").1[0].starts_with("M127"));
    assert!(with("<!DOCTYPE a><Nomenclature/>").1[0].starts_with("M183"));
}

#[test]
fn the_author_says_which_sign_is_the_decimal_one() {
    let table = "Compte;Fonction;Voté\n60612;211;250.000\n6411;020;75.000\n";
    let columns = [("nature", "Compte"), ("fonction", "Fonction"), ("vote", "Voté")];
    let mut file = declared("export.csv", &columns);
    file.direction = Some(BudgetDirection::Expense);
    let (inputs, told) = read(file.clone(), table);
    assert!(inputs.budgets.is_empty());
    assert!(
        told.len() == 1 && told[0].starts_with("M242 data/budget/export.csv:2:11"),
        "{told:?}"
    );
    for (decimal, cents) in [(DecimalSign::Comma, 25_000_000), (DecimalSign::Point, 25_000)] {
        file.decimal = Some(decimal);
        let (inputs, told) = read(file.clone(), table);
        assert_eq!(told, Vec::<String>::new());
        assert_eq!(inputs.budgets[0].lines[0].amounts.voted, Some(Money::from_cents(cents)));
    }
}

#[test]
fn several_budgets_in_one_table_are_refused_with_their_names() {
    let read = |table: &str| {
        let mut file = declared("export.csv", &[]);
        file.direction = Some(BudgetDirection::Expense);
        let (inputs, told) = read(file, table);
        (inputs.budgets.len(), told)
    };
    for (title, one, other) in [
        ("Budget", "Principal", "Eau"),
        ("Libellé budget", "BUDGET PRINCIPAL", "ASSAINISSEMENT"),
        ("Code du budget", "00", "01"),
        ("SIRET", "00000000000019", "00000000000027"),
        ("Exercice", "2026", "2027"),
    ] {
        let (documents, told) = read(&format!("{title};nature;vote\n{one};60612;1\n{other};60612;9\n"));
        assert_eq!((documents, told.len()), (0, 1), "{told:?}");
        assert!(told[0].starts_with("M129 data/budget/export.csv:3:1"), "{told:?}");
        assert!(told[0].contains(one) && told[0].contains(other), "{told:?}");
    }
    // One budget, and amounts under the same word.
    let one = read("Budget;nature;vote\nPrincipal;60612;1\nPRINCIPAL;60613;9\n");
    assert_eq!(one, (1, Vec::new()));
    let (documents, told) = read("Budget;nature;vote\n1250,50;60612;1\n900;60613;9\n");
    assert!(
        documents == 1 && told.len() == 1 && told[0].starts_with("M190"),
        "{told:?}"
    );
}

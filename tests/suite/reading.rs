//! What people and their software write is read, through a whole project: by the file, the answer and the gesture.

use crate::fixture::{Project, millesime};

const GLPI: &str = "\"Nom\";\"Statut\";\"Type\";\"Modèle\";\"Lieu\";\"Date d’achat\"
\"PC-1\";\"En service\";\"ordinateur portable\";\"L1\";\"Mairie\";\"2021-03-04\"
\"PC-2\";\"En stock\";\"ordinateur portable\";\"L1\";\"Mairie\";\"2021-03-04\"
\"PC-3\";\"En service\";\"ordinateur portable\";\"L1\";\"Mairie\";\"2021-03-04\"
";

fn with_settings(project: Project, more: &str) -> Project {
    let path = project.path().join("data/rapport.yaml");
    let settings = std::fs::read_to_string(path).unwrap();
    project.with("data/rapport.yaml", format!("{settings}\n{more}\n"))
}

fn footprint(project: &Project) -> serde_json::Value {
    let answer = project.run(&["empreinte", "--json"]);
    serde_json::from_str(&answer.stdout).unwrap_or_else(|_| panic!("{}{}", answer.stdout, answer.stderr))
}

fn codes(project: &Project) -> Vec<String> {
    let told = project.told();
    told.iter().map(|told| told[..4].to_owned()).collect()
}

#[test]
fn the_export_of_glpi_is_read_and_what_is_in_stock_is_left_out_by_its_word() {
    let project = || Project::minimal().with("data/parc/inventaire-glpi.csv", GLPI);
    // Its own words change nothing, and are told once.
    assert_eq!(codes(&project()).iter().filter(|code| *code == "M251").count(), 1);
    assert_eq!(footprint(&project())["annees"][0]["nombre"], 3.0);
    let project = || with_settings(project(), "parc: {exclusion: {Statut: [en stock, Réformé]}}");
    let year = &footprint(&project())["annees"][0];
    assert_eq!(year["nombre"], 2.0);
    assert!(
        year["ecartes"][0]["motif"].as_str().unwrap().ends_with("En stock"),
        "{year}"
    );
    assert!(!codes(&project()).iter().any(|code| code == "M251" || code == "M252"));
    let none = with_settings(
        Project::minimal().with("data/parc/inventaire-glpi.csv", GLPI),
        "parc: {exclusion: {État: [Réformé]}}",
    );
    assert!(codes(&none).contains(&"M252".to_owned()));
}

const ACTIONS: &str =
    "id;titre;volet;etat;finalite_1\nvelo;Plan vélo;territorial;en-cours;+\nbati;Bâtiments;interne;en-cours;+\n";
const BUDGET: &str =
    "budget:\n  fichiers:\n    - {fichier: b.csv, role: bp, exercice: 2026, nomenclature: M57, sens: depense}\n";
const LINES: &str = "section;nature;fonction;vote\ninvestissement;2151;844;100\ninvestissement;21312;020;50\n";

#[test]
fn the_credits_of_actions_may_be_a_table() {
    let project = |credits: &str| {
        let project = Project::minimal()
            .with("data/actions.csv", ACTIONS)
            .with("data/budget/b.csv", LINES)
            .with("data/credits.csv", credits);
        with_settings(project, BUDGET)
    };
    let sound =
        project("Action;Section;Fonction;Nature;Part\nPLAN VÉLO;investissement;844;;\nbati;;020;2131, 2135;40 %\n");
    let told = codes(&sound);
    let told: Vec<&String> = told.iter().filter(|code| *code != "M448").collect();
    assert_eq!(told, ["M247"]);
    assert_eq!(sound.run(&["generer"]).code, 0);
    let credits = std::fs::read_to_string(sound.path().join("output/2026/donnees/credits.csv")).unwrap();
    assert!(
        credits.contains("velo") && credits.contains("100,00") && credits.contains("20,00"),
        "{credits}"
    );
    let wrong = project("action;fonction\ntram;844\nvelo;\n");
    let told = codes(&wrong);
    assert!(
        told.contains(&"M032".to_owned()) && told.contains(&"M074".to_owned()),
        "{told:?}"
    );
}

#[test]
fn a_budget_says_what_each_of_its_codes_weighs() {
    let folder = Project::minimal()
        .with("b.csv", "BGT_NATDEC;BGT_ANNEE;BGT_SIRET;BGT_NATURE;BGT_FONCTION;BGT_CODRD;BGT_MTPREV\nbudget primitif;2026-01-01;00000000000019;6411;020;dépense;10,50\nbudget primitif;2026;00000000000019;6411;020;dépense;1\nbudget primitif;2026;00000000000019;7318;01;recette;12\n")
        .with("planDeCompte.xml", "<Nomenclature Norme=\"M57\" Declinaison=\"M57_A\" Exer=\"2026\"><NatureCptes><Compte Code=\"6411\" Libelle=\"Personnel titulaire\"/></NatureCptes></Nomenclature>");
    let file = folder.path().join("b.csv");
    let file = file.to_str().unwrap();
    let run = |more: &[&str]| {
        let output = millesime().args(["budget", file]).args(more).output().unwrap();
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    };
    let page = run(&["--par", "nature"]);
    assert!(page.contains("Personnel titulaire") && page.contains("11,50"), "{page}");
    let csv = run(&["--par", "fonction", "--csv"]);
    assert!(csv.contains("=\"\"020\"\"") && csv.contains("11,5"), "{csv}");
    let rows: serde_json::Value = serde_json::from_str(&run(&["--par", "fonction", "--json"])).unwrap();
    assert_eq!(rows.as_array().map(Vec::len), Some(2), "{rows}");
    assert_eq!(rows[1]["fonction"], "020");
}

#[test]
fn a_logo_may_be_a_jpeg() {
    let project = Project::minimal().with("data/logo.jpg", include_bytes!("../pictures/logo.jpg"));
    let project = with_settings(project, "apparence: {logo: logo.jpg}");
    let run = project.run(&["generer"]);
    assert_eq!(run.code, 0, "{}{}", run.stdout, run.stderr);
}

#[test]
fn an_error_of_the_spreadsheet_in_a_column_that_nothing_reads_refuses_nothing() {
    let told = |column: &str| {
        let table = format!("indicateur;annee;valeur;{column}\nelec-batiments;2024;930;#DIV/0!\n");
        let project = Project::minimal().with("data/valeurs/indicateurs.csv", table);
        codes(&project)
    };
    let has = |told: &[String], code: &str| told.iter().any(|told| told == code);
    let (unread, read) = (told("Évolution"), told("note"));
    assert!(has(&unread, "M202") && !has(&unread, "M112"), "{unread:?}");
    assert!(has(&read, "M112"), "{read:?}");
}

#[test]
fn the_numbers_of_authorisations_are_read_as_their_entry_says() {
    let project = || {
        Project::minimal().with("data/actions.csv", ACTIONS).with(
            "data/budget/autorisations.csv",
            "autorisation;action;vote;paye 2025\nAP1;velo;1.850;1.000\n",
        )
    };
    let said = with_settings(
        project(),
        "budget: {fichiers: [{fichier: autorisations.csv, nombres: virgule}]}",
    );
    assert!(codes(&project()).contains(&"M242".to_owned()));
    assert!(!codes(&said).contains(&"M242".to_owned()), "{:?}", codes(&said));
}

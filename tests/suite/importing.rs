//! `importer` as its users run it: each format recognised by its header, in any order and encoding, and what it becomes in a project.

use std::io::{Cursor, Read, Write};

use crate::fixture::{Project, Run};
use rust_xlsxwriter::Workbook;
use serde_json::Value;
use std::collections::BTreeMap;

/// Each format: its file, columns cut by `;`, and the required column that a spoilt one lacks.
const FILES: [(&str, &str, &str); 13] = [
    ("g4it-equipements-physiques", PHYSICAL, "paysDUtilisation"),
    ("g4it-centres", CENTRES, "localisation"),
    (
        "g4it-equipements-virtuels",
        "nomEquipementVirtuel;nomEquipementPhysique;vCPU;typeEqv\nvm-1;srv-1;2;calcul\n",
        "nomEquipementVirtuel",
    ),
    (
        "g4it-applications",
        "nomApplication;typeEnvironnement;nomEquipementVirtuel;domaine\npaie;production;vm-1;RH\n",
        "nomApplication",
    ),
    ("vehicules-faibles-emissions", VEHICLES, "sirenCouvert"),
    ("achats-reemploi-recyclage", PURCHASES, "montant_total"),
    ("ecoindex", ECOINDEX, "score"),
    ("projets-de-territoire", PROJECTS, "updatedAt"),
    (
        "g4it-resultats",
        "inventoryName;calculationDate;batchDate;batchName;acvStep;criteria;source;indicatorStatus;trace;calculationVersion;averagePowerConsumption;unitImpact;quantity;physicalEquipmentStatus;equipmentType;unit;entityName;organizationName;dataSourceName;equipmentName;entityNameDiscriminator;batchDateDiscriminator;organizationNameDiscriminator;dataSourceNameDiscriminator;sipImpact\n\
         parc;2025-01-01;2025-01-01;4;FABRICATION;Climate change;;OK;x;1;;509;1;In use;Server;kg CO2 eq;Mairie;2;;srv;Mairie;4;2;;0.6\n",
        "unitImpact",
    ),
    ("territoires-en-transitions", PLATFORM, "Indicateur parent"),
    ("scdl-subventions", GRANTS, "montant"),
    ("scdl-menus", MENUS, "menuDate"),
    (
        "scdl-plats",
        "platCollNom;platCollSiret;platEtablissementNom;platCode;platNom;platProduitNom;platPublicationDate;platModificationDate\n\
         Exempleville;21000000000019;Régie;P1;Purée;pomme de terre;2025-01-02;2025-01-03\n",
        "platCode",
    ),
];

const PROJECTS: &str = "\
id;createdAt;updatedAt;nom;description;budgetPrevisionnel;dateDebutPrevisionnelle;phase;phaseStatut;porteurReferentEmail
a1;2025-04-15T14:30:00.000Z;2025-04-15T14:30:00.000Z;Rénovation des écoles;Isoler et ventiler;450000;2025-03-01;Opération;En cours;marie@exemple.fr
a2;2025-04-15T14:30:00.000Z;2025-04-15T14:30:00.000Z;Étude du réseau de chaleur;;;;Étude;Terminé;
a3;2025-04-15T14:30:00.000Z;2025-04-15T14:30:00.000Z;Parking souterrain;;;;Idée;Abandonné;
";
const PHYSICAL: &str = "\
nomEquipementPhysique;modele;quantite;nomCourtDatacenter;dateAchat;dateRetrait;type;statut;paysDUtilisation;consoElecAnnuelle;nomEntite
pc;Élite 840;100;;20210315;;ordinateur portable;In use;France;;Mairie
ecran;P2419;50;;2019-06-01;2024-12-31;écran 24 pouces;In use;France;;Mairie
srv;R740;4;DC1;2020-01-10;;serveur;In use;France;1500;Mairie
";
const CENTRES: &str = "\
nomCourtDatacenter;nomLongDatacenter;pue;localisation;nomEntite;nomSourceDonnee
DC1;Salle de l’hôtel de ville;1.5;France;Mairie;CMDB
";
pub const VEHICLES: &str = "\
sirenDeclarant;sirenCouvert;nom;naf;cj;annee;zone;nbVP;nbVPEL;nbVPH2;nbVPclean;nbN1;nbN1infEL;nbN1infH2;nbN1infclean;nbN1supEL;nbN1supH2;nbN1supclean
210000000;210000000;Exempleville;84.11Z;7210;2024;Non concerné;10;2;0;4;10;1;0;2;0;0;0
210000000;210000001;Régie de l’eau;84.11Z;7210;2024;Non concerné;4;1;0;2;6;0;0;1;1;0;1
";
pub const PURCHASES: &str = "\
annee;siret;raison_sociale;type_produit_acquis;montant_total;montant_reemploi_et_reutilisation;montant_produits_issus_don;montant_produits_recycles;commentaires
2024;21000000000019;Exempleville;Papier;8000;0;0;4000;
2024;21000000000019;Exempleville;Mobilier urbain;12000;3000;500;1000;bancs réemployés
";
const ECOINDEX: &str = "\
width;height;url;size;nodes;requests;grade;score;ges;water;ecoindex_version;date;page_type
1920;1080;https://exemple.fr/;2048.5;600;40;C;60;1.8;2.7;5.4.1;2025-03-10 10:12:13.123456;website
1920;1080;https://exemple.fr/été;1024;300;20;B;70;1.6;2.4;5.4.1;2025-03-10 10:13:13.000001;website
";
const GRANTS: &str = "\
nomAttribuant;idAttribuant;dateConvention;nomBeneficiaire;objet;montant;nature;conditionsVersement;datesPeriodeVersement;notificationUE;pourcentageSubvention
Exempleville;21000000000019;2024-06-27;Association A;Fête;1000.50;aide en numéraire;unique;2024-07-01;non;1
Exempleville;21000000000019;2025-02-03;Association B;Vélo;4000;aide en numéraire;unique;2025-03-01;non;0.25
";
const MENUS: &str = "\
menuCollNom;menuCollSiret;menuEtablissementNom;menuRestaurantNom;menuRestaurantIdType;menuRestaurantType;menuRestaurantConvive;menuDate;menuTypeRepas;menuTypePlat;menuNomPlat;menuPlatSiqo;menuPublicationDate
Exempleville;21000000000019;Régie;École A;sans;maternelle;tous;2025-01-06;déjeuner;entrée;Carottes;agriculture biologique;2025-01-02
Exempleville;21000000000019;Régie;École A;sans;maternelle;tous;2025-01-06;déjeuner;plat principal;Purée;;2025-01-02
Exempleville;21000000000019;Régie;École A;sans;maternelle;tous;2025-01-06;déjeuner;dessert;Pomme;label rouge;2025-01-02
Exempleville;21000000000019;Régie;École A;sans;maternelle;tous;2025-01-06;déjeuner;pain;Pain;;2025-01-02
";
const PLATFORM: &str = "\
Identifiant;Nom de l'indicateur;Indicateur parent;Unité;Pilote;Direction ou service pilote;Commentaire;Source;2023 Résultat;2024 Résultat;2030 Objectif
cae_1.a;Émissions de gaz à effet de serre;;kteq CO2;;Climat;;Collectivité;41,5;40;30
cae_1.a;Émissions de gaz à effet de serre;;kteq CO2;;;;SNBC;39;38;
eci_2;Déchets collectés;;tonnes;;Déchets;;Collectivité;;;
population;Population;;habitants;;;;Collectivité;;100;
";

/// What was said, with plain spaces.
fn said(run: &Run) -> String {
    [&*run.stdout, &*run.stderr].concat().replace('\u{a0}', " ")
}

/// Writes a file outside the project and imports it.
fn import(project: &Project, name: &str, content: impl AsRef<[u8]>, options: &[&str]) -> Run {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    let path = path.display().to_string();
    let mut arguments = vec!["importer", &path, "--date", "2026-11-30"];
    arguments.extend(options);
    project.run(&arguments)
}

fn shown(run: Run) -> Value {
    serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}{}", run.stdout, run.stderr))
}

/// In Windows-1252, columns cut by commas, as G4IT and portals also give them.
fn elsewhere(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        '’' => 0x92,
        letter => u8::try_from(u32::from(letter)).unwrap(),
    };
    let text = text.replace(',', ".").replace(';', ",");
    text.chars().map(byte).collect()
}

/// The last value of each indicator.
fn values(project: &Project) -> BTreeMap<String, (i64, f64)> {
    let run = project.run(&["indicateurs", "--json"]).done();
    let rows: Vec<Value> = serde_json::from_str(&run.stdout).unwrap();
    let last = |row: &Value| {
        let (id, last) = (row["id"].as_str()?.to_owned(), &row["derniere"]);
        Some((id, (last["annee"].as_i64()?, last["valeur"].as_f64()?)))
    };
    rows.iter().filter_map(last).collect()
}

#[test]
fn each_format_is_known_by_its_header_whatever_its_encoding_its_separator_and_its_order() {
    let project = Project::minimal();
    for (id, text, _) in FILES {
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            elsewhere(text),
        ] {
            let told = shown(import(&project, "export.csv", bytes, &["--json"]).done());
            assert_eq!(told["fichiers"][0]["format"]["id"], id);
            assert_eq!(told["fichiers"][0]["colonnes_inconnues"], Value::Array(vec![]));
            assert_eq!(told["ecrits"], Value::Array(vec![]));
        }
    }
}

#[test]
fn a_column_that_lacks_is_refused_by_the_name_of_the_format_and_one_that_is_unknown_is_told() {
    let project = Project::minimal();
    for (id, text, column) in FILES {
        let named = shown(import(&project, "export.csv", text, &["--json"]));
        let name = named["fichiers"][0]["format"]["nom"].as_str().unwrap().to_owned();
        let spoilt = import(&project, "export.csv", text.replacen(column, "autre", 1), &["--json"]);
        assert_eq!(spoilt.code, 1, "{id}: {}", spoilt.stdout);
        let told = &shown(spoilt)["messages"][0];
        let near = told["code"] == "M173";
        // A format of one required column, or of two, has no neighbour.
        assert!(
            near || ["g4it-equipements-virtuels", "g4it-centres"].contains(&id),
            "{id}: {told}"
        );
        let message = told["message"].as_str().unwrap();
        assert!(
            !near || message.contains(&name) && message.contains(column),
            "{message}"
        );
        let strange = text.replacen('\n', ";couleur\n", 1);
        let told = shown(import(&project, "export.csv", strange, &["--json"]).done());
        assert_eq!(told["fichiers"][0]["colonnes_inconnues"][0], "couleur", "{id}");
    }
}

#[test]
fn an_inventory_of_g4it_is_read_where_it_stands_and_what_it_excludes_is_said() {
    let project = Project::minimal().with("data/parc/facteurs.csv", "equipement;etape;kgco2e;unite;source;date\nélectricité;utilisation;0,05;kgCO2e/kWh;X;2024\nserveur;fabrication;1000;kgCO2e/unité;X;2024\nserveur;distribution;0;kgCO2e/unité;X;2024\nserveur;fin-de-vie;0;kgCO2e/unité;X;2024\nserveur;duree;5;ans;X;2024\n");
    import(&project, "Parc 2025.csv", elsewhere(PHYSICAL), &["--accepter"]).done();
    import(&project, "salles.csv", CENTRES, &["--accepter"]).done();
    assert_eq!(
        std::fs::read(project.path().join("data/parc/Parc 2025.csv")).unwrap(),
        elsewhere(PHYSICAL)
    );
    let run = project.run(&["empreinte", "--json"]).done();
    let told: Value = serde_json::from_str(&run.stdout).unwrap();
    let whole = told.to_string();
    // 4 servers of 1500 kWh, by a PUE of 1.5 and 0.05 kgCO2e a kWh.
    assert!(whole.contains("450"), "{whole}");
    assert!(whole.contains("retiré avant 2025"), "{whole}");
    assert!(!run.stderr.contains("M251"), "{}", run.stderr);
    let again = import(&project, "Parc 2025.csv", elsewhere(PHYSICAL), &["--accepter"]).done();
    assert!(again.stdout.contains("Rien à écrire"), "{}", again.stdout);
    // The same devices under another name would be counted twice.
    let twin = said(&import(&project, "Parc bis.csv", PHYSICAL, &[]).done());
    assert!(
        twin.contains("Parc 2025.csv compte aussi des équipements de 2025"),
        "{twin}"
    );
    let other = import(
        &project,
        "Parc 2025.csv",
        PHYSICAL.replace(";100;", ";90;"),
        &["--accepter"],
    );
    assert!(other.code == 1 && other.stderr.contains("M174"), "{}", other.stderr);
    project.run(&["annuler"]).done();
    project.run(&["annuler"]).done();
    assert!(!project.path().join("data/parc/Parc 2025.csv").exists());
}

#[test]
fn what_is_used_abroad_and_what_stands_twice_is_refused_at_its_cell() {
    let text = PHYSICAL.replacen("France", "Yemen", 1) + "srv;R740;4;;2020-01-10;;serveur;In use;France;1500;Mairie\n";
    let project = Project::minimal().with("data/parc/export.csv", text);
    let run = project.run(&["verifier"]);
    assert_eq!(run.code, 1);
    for word in ["M253", "« Yemen »", "export.csv:2", "M274", "export.csv:5"] {
        assert!(said(&run).contains(word), "{word}: {}", said(&run));
    }
}

#[test]
fn a_file_of_the_fleet_that_is_nearly_of_a_format_is_told_so() {
    let project = Project::minimal()
        .with("data/parc/export.csv", PHYSICAL.replacen("paysDUtilisation", "pays", 1))
        .with("data/parc/vm.csv", FILES[2].1)
        .with(
            "data/parc/autre.csv",
            PHYSICAL.replacen("nomEntite", "couleur", 1).replace(";DC1;", ";;"),
        );
    let run = project.run(&["verifier"]);
    for word in ["M198", "M199", "M202", "équipements virtuels de G4IT"] {
        assert!(said(&run).contains(word), "{word}: {}", said(&run));
    }
}

#[test]
fn declarations_become_indicators_whose_query_reads_them() {
    let project = Project::minimal();
    for (name, text) in [
        ("vehicules.csv", VEHICLES),
        ("achats.csv", PURCHASES),
        ("ecoindex.csv", ECOINDEX),
        ("menus.csv", MENUS),
        ("subventions.csv", GRANTS),
    ] {
        let run = import(&project, name, text, &["--accepter"]).done();
        assert!(run.stdout.contains("annuler"), "{}", run.stdout);
    }
    let found = values(&project);
    for (id, year, value) in [
        ("vehicules-legers-faibles-emissions", 2024, 100.0 * 10.0 / 30.0),
        ("vehicules-legers-tres-faibles-emissions", 2024, 100.0 * 5.0 / 30.0),
        ("achats-issus-du-reemploi", 2024, 15.0),
        ("achats-avec-matieres-recyclees", 2024, 25.0),
        ("ecoindex-des-pages", 2025, 65.0),
        ("ecoindex-gaz-a-effet-de-serre", 2025, 1.7),
        ("plats-sous-signe-de-qualite", 2025, 50.0),
        ("subventions-attribuees", 2025, 1000.0),
    ] {
        let (when, what) = found.get(id).unwrap_or_else(|| panic!("{id}"));
        assert!(*when == year && (what - value).abs() < 1e-9, "{id}: {when} {what}");
    }
    assert!(!found.contains_key("poids-lourds-faibles-emissions"));
    project.run(&["generer"]).done();
}

#[test]
fn the_lines_of_another_year_join_those_that_stand_and_a_year_never_changes_in_silence() {
    let project = Project::minimal();
    import(&project, "a.csv", PURCHASES, &["--accepter"]).done();
    let next = PURCHASES.replace("\n2024;", "\n2025;").replace(";3000;", ";6000;");
    let run = import(&project, "b.csv", elsewhere(&next), &["--accepter"]).done();
    assert!(run.stdout.contains("2025"), "{}", run.stdout);
    assert_eq!(values(&project)["achats-issus-du-reemploi"], (2025, 30.0));
    let before = std::fs::read(project.path().join("data/sources/achats-reemploi-recyclage.csv")).unwrap();
    let run = import(&project, "c.csv", next.replace(";6000;", ";7000;"), &["--accepter"]);
    assert!(run.code == 1 && run.stderr.contains("M175"), "{}", run.stderr);
    assert_eq!(
        std::fs::read(project.path().join("data/sources/achats-reemploi-recyclage.csv")).unwrap(),
        before
    );
    project.run(&["annuler"]).done();
    assert_eq!(values(&project)["achats-issus-du-reemploi"], (2024, 15.0));
}

/// The sheet « Indicateurs » as the platform exports it, after another.
fn platform(text: &str) -> Vec<u8> {
    let mut workbook = Workbook::new();
    workbook
        .add_worksheet()
        .set_name("Notice")
        .unwrap()
        .write(0, 0, "Export")
        .unwrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Indicateurs").unwrap();
    for (row, line) in (0..).zip(text.lines()) {
        for (column, cell) in (0..).zip(line.split(';')) {
            match cell.replace(',', ".").parse::<f64>() {
                _ if cell.is_empty() => continue,
                Ok(number) => sheet.write(row, column, number).unwrap(),
                Err(_) => sheet.write(row, column, cell).unwrap(),
            };
        }
    }
    workbook.save_to_buffer().unwrap()
}

#[test]
fn values_of_a_platform_keep_their_cell_and_its_targets_go_to_what_is_proposed() {
    let project = Project::minimal();
    let run = import(&project, "indicateurs.xlsx", platform(PLATFORM), &["--accepter"]).done();
    for word in [
        "2 valeurs nouvelles",
        "1 ligne est d’une autre source",
        "population, 2024",
        "cae-1-a",
    ] {
        assert!(said(&run).contains(word), "{word}: {}", said(&run));
    }
    let read = |path: &str| std::fs::read_to_string(project.path().join(path)).unwrap();
    let table = read("data/valeurs/territoires-en-transitions.csv");
    assert!(
        table.contains("cae-1-a;2023;41,5;kteq CO2;\"feuille Indicateurs, I2\"")
            || table.contains("feuille Indicateurs, I2"),
        "{table}"
    );
    let cards = read("data/indicateurs/territoires-en-transitions.yaml");
    assert!(cards.contains("annee: 2030\n        valeur: 30\n"), "{cards}");
    assert_eq!(values(&project)["cae-1-a"], (2024, 40.0));
    project.run(&["generer"]).done();
    // What nobody decided keeps it from being official.
    let official = project.run(&["verifier", "--officiel"]);
    assert!(
        official.stderr.contains("territoires-en-transitions.yaml"),
        "{}",
        official.stderr
    );
    let again = import(&project, "indicateurs.xlsx", platform(PLATFORM), &["--accepter"]).done();
    assert!(again.stdout.contains("Rien à écrire"), "{}", again.stdout);
    let revised = PLATFORM.replace(";40;", ";39,5;");
    let run = import(&project, "indicateurs.xlsx", platform(&revised), &["--accepter"]).done();
    assert!(
        run.stdout.contains("cae-1-a, 2024") && run.stdout.contains("40 devient 39,5"),
        "{}",
        run.stdout
    );
    project.run(&["annuler"]).done();
    assert_eq!(values(&project)["cae-1-a"], (2024, 40.0));
}

#[test]
fn nothing_is_written_before_somebody_says_so_and_one_refused_file_stops_all() {
    let project = Project::minimal();
    let run = import(&project, "achats.csv", PURCHASES, &[]).done();
    assert!(run.stdout.contains("--accepter") && !project.path().join("data/sources").exists());
    let folder = tempfile::tempdir().unwrap();
    let (good, bad) = (folder.path().join("achats.csv"), folder.path().join("autre.csv"));
    std::fs::write(&good, PURCHASES).unwrap();
    std::fs::write(&bad, "a;b\n1;2\n").unwrap();
    let named = [good, bad].map(|path| path.display().to_string());
    let run = project.run(&["importer", &named[0], &named[1], "--accepter"]);
    assert!(run.code == 1 && run.stderr.contains("M172"), "{}", run.stderr);
    assert!(!project.path().join("data/sources").exists());
}

/// A project in one workbook whose file nobody touched.
fn in_a_workbook() -> (tempfile::TempDir, Project) {
    let folder = tempfile::tempdir().unwrap();
    let made = folder.path().join("projet");
    let path = made.display().to_string();
    let created = crate::fixture::millesime()
        .args(["nouveau", &path, "--classeur"])
        .output()
        .unwrap();
    assert!(created.status.success());
    let project = Project::copy_of(&made);
    (folder, project)
}

#[test]
fn a_project_in_one_workbook_gets_rows_that_are_read_and_can_be_taken_back() {
    let (_kept, project) = in_a_workbook();
    let book = project.path().join("data/projet.xlsx");
    let before = std::fs::read(&book).unwrap();
    let run = import(&project, "achats.csv", PURCHASES, &["--accepter"]).done();
    let told = said(&run);
    assert!(
        told.contains("à la suite de la feuille « Indicateurs » de data/projet.xlsx"),
        "{told}"
    );
    import(&project, "projets.csv", PROJECTS, &["--accepter"]).done();
    assert!(!project.path().join("data/indicateurs").exists() && !project.path().join("data/actions.csv").exists());
    let listed = project.run(&["indicateurs", "--json"]).done().stdout;
    assert!(listed.contains("achats-issus-du-reemploi"), "{listed}");
    // What was added is found there a second time.
    let again = import(&project, "achats.csv", PURCHASES, &["--accepter"]).done();
    assert!(said(&again).contains("Rien à écrire"), "{}", said(&again));
    project.run(&["annuler"]).done();
    project.run(&["annuler"]).done();
    assert!(
        before == std::fs::read(&book).unwrap(),
        "the workbook is not what it was"
    );
}

/// The workbook whose head « requete » is empty.
fn without_a_head(book: &[u8]) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut written = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for rank in 0..archive.len() {
        let mut part = archive.by_index(rank).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        if name.ends_with(".xml") {
            let text = String::from_utf8(bytes).unwrap();
            bytes = text.replace(">requete<", "><").into_bytes();
        }
        written
            .start_file(name, zip::write::SimpleFileOptions::default())
            .unwrap();
        written.write_all(&bytes).unwrap();
    }
    written.finish().unwrap().into_inner()
}

#[test]
fn a_workbook_without_a_column_is_shown_the_lines_to_add_and_stays() {
    let (_kept, project) = in_a_workbook();
    let book = project.path().join("data/projet.xlsx");
    let renamed = without_a_head(&std::fs::read(&book).unwrap());
    std::fs::write(&book, &renamed).unwrap();
    let run = import(&project, "achats.csv", PURCHASES, &["--accepter"]).done();
    for word in ["à ajouter par vous", "n’a pas la colonne « requete »", "requete : "] {
        assert!(said(&run).contains(word), "{word}: {}", said(&run));
    }
    assert!(renamed == std::fs::read(&book).unwrap());
}

#[test]
fn projects_become_actions_whose_effects_are_left_to_decide_and_no_person_goes_with_them() {
    let project = Project::minimal();
    let run = import(&project, "projets.csv", PROJECTS, &["--accepter"]).done();
    for word in [
        "2 actions dans data/actions.csv",
        "1 projet abandonné",
        "renovation-des-ecoles",
    ] {
        assert!(said(&run).contains(word), "{word}: {}", said(&run));
    }
    let table = std::fs::read_to_string(project.path().join("data/actions.csv")).unwrap();
    assert!(
        table.contains(";territorial;en-cours;2025;") && table.contains(";territorial;prevue;;"),
        "{table}"
    );
    assert!(!table.contains('@'), "{table}");
    project.run(&["generer"]).done();
    let again = import(&project, "projets.csv", PROJECTS, &["--accepter"]).done();
    assert!(said(&again).contains("Rien à écrire"), "{}", said(&again));
    let more = PROJECTS.replace("Étude du réseau de chaleur", "Étude du vélo");
    let run = import(&project, "projets.csv", more, &["--accepter"]).done();
    assert!(said(&run).contains("1 action dans"), "{}", said(&run));
    project.run(&["verifier"]).done();
    project.run(&["annuler"]).done();
    project.run(&["annuler"]).done();
    assert!(!project.path().join("data/actions.csv").exists());
}

/// The declaration of purchases under titles in clear, its amounts with their unit, as a spreadsheet shows them.
const IN_CLEAR: &str = "\
Année;SIRET;Raison sociale;Type de produit acquis;Montant total (€);Montant réemploi et réutilisation;Montant produits issus don;Montant produits recyclés;Commentaires
Exercice 2024;21000000000019;Exempleville;Papier;800 000,50 €;0;0;4000 euros;
01/03/2024;21000000000019;Exempleville;Mobilier urbain;1 200 k€;300 000,075 €;500;1000;bancs réemployés
";

#[test]
fn what_is_written_of_titles_in_clear_and_of_amounts_with_their_unit_is_read_at_once() {
    let sheet = |text: &str| {
        let mut workbook = Workbook::new();
        let sheet = workbook.add_worksheet();
        for (row, line) in (0..).zip(text.lines()) {
            for (column, cell) in (0..).zip(line.split(';')) {
                sheet.write(row, column, cell).unwrap();
            }
        }
        workbook.save_to_buffer().unwrap()
    };
    for (name, content) in [
        ("achats.csv", IN_CLEAR.as_bytes().to_vec()),
        ("achats.xlsx", sheet(IN_CLEAR)),
    ] {
        for project in [Project::minimal(), in_a_workbook().1] {
            import(&project, name, &content, &["--accepter"]).done();
            let run = project.run(&["verifier"]).done();
            for code in ["M134", "M135", "M140", "M143"] {
                assert!(!said(&run).contains(code), "{name}: {}", said(&run));
            }
            let (year, share) = values(&project)["achats-issus-du-reemploi"];
            let expected = 100.0 * 300_000.075 / 2_000_000.5;
            assert!(
                year == 2024 && (share - expected).abs() < 1e-9,
                "{name}: {year} {share}"
            );
        }
    }
    // Of the next year, under the titles of the format: the same table.
    let project = Project::minimal();
    import(&project, "a.csv", IN_CLEAR, &["--accepter"]).done();
    let next = PURCHASES.replace("\n2024;", "\n2025;");
    import(&project, "b.csv", &next, &["--accepter"]).done();
    assert_eq!(values(&project)["achats-issus-du-reemploi"], (2025, 15.0));
    let again = import(&project, "a.csv", IN_CLEAR, &["--accepter"]).done();
    assert!(again.stdout.contains("Rien à écrire"), "{}", again.stdout);
    // What is no number is told at its cell, and nothing is asked of it.
    let project = Project::minimal();
    let run = import(
        &project,
        "a.csv",
        IN_CLEAR.replace("300 000,075 €", "env. 300"),
        &["--accepter"],
    )
    .done();
    assert!(said(&run).contains("« env. 300 » n’est pas un"), "{}", said(&run));
    project.run(&["verifier"]).done();
    // Thousands of euros in a title are no euros: it is another column.
    let thousands = import(&project, "a.csv", IN_CLEAR.replace("total (€)", "total (k€)"), &[]);
    for word in [
        "M173",
        "« montant_total » (le titre « Montant total (k€) » en est proche)",
    ] {
        assert!(
            thousands.code == 1 && said(&thousands).contains(word),
            "{}",
            said(&thousands)
        );
    }
}

#[test]
fn the_days_of_grants_are_read_as_they_are_written_in_france() {
    let project = Project::minimal();
    let grants = GRANTS
        .replace("2024-06-27", "27/06/2024")
        .replace("2025-02-03", "3 février 2025");
    let grants = grants.replace("1000.50", "1 000,50 €").replace(";1\n", ";100 %\n");
    import(&project, "subventions.csv", grants, &["--accepter"]).done();
    assert_eq!(values(&project)["subventions-attribuees"], (2025, 1000.0));
    let source = std::fs::read_to_string(project.path().join("data/sources/scdl-subventions.csv")).unwrap();
    assert!(
        source.contains(";2024-06-27;") && source.contains(";2025-02-03;"),
        "{source}"
    );
}

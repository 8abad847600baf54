//! The guide, walked: each of its commands in its order, from an empty folder to two sealed editions, with what a person does between.

use crate::collecting::{column, sheets, values, written};
use crate::fixture::{Run, millesime, repository};
use crate::sealing::real;
use calamine::Data;
use std::path::{Path, PathBuf};

/// What a person does before a command of the guide.
type Gesture = fn(&Walk);

/// The guide’s commands, each with what is done before it; the folder that they create first is where the others run.
const WALK: &[(&str, Gesture)] = &[
    ("nouveau mon-rapport", |_| {}),
    ("generer", |_| {}),
    // Others begin otherwise.
    ("nouveau mon-rapport --nom Grenoble-Alpes --edition 2027", |walk| {
        walk.stand_in("avec-un-nom")
    }),
    ("calendrier --vote 2027-03-26", |walk| walk.stand_in("mon-rapport")),
    ("nouveau mon-rapport --classeur", |walk| walk.stand_in("en-classeur")),
    ("convertir --vers classeur", |walk| {
        walk.stand_in("mon-rapport");
        walk.describe();
    }),
    (
        "importer Téléchargements/vehicules-2025.csv Téléchargements/achats-2025.csv",
        |walk| {
            walk.write("Téléchargements/vehicules-2025.csv", crate::importing::VEHICLES);
            walk.write("Téléchargements/achats-2025.csv", crate::importing::PURCHASES);
        },
    ),
    ("collecter creer", |_| {}),
    ("collecter lire Téléchargements/collecte-2026-energie.xlsx", |walk| {
        walk.answer(2026)
    }),
    ("collecter suivi", |_| {}),
    ("budget compte-2025.xml", |walk| {
        walk.receive("budget-primitif-2026.xml", "compte-2025.xml")
    }),
    ("budget data/budget/compte-2025.xml --par fonction", |walk| {
        walk.receive("budget-primitif-2026.xml", "data/budget/compte-2025.xml");
    }),
    ("cotation", |_| {}),
    ("cotation --csv", |_| {}),
    ("verifier", |_| {}),
    ("empreinte", |walk| {
        walk.write(
            "data/parc/inventaire.csv",
            "type;nombre;annee\nordinateur portable;100;2025\n",
        );
    }),
    ("generer", |_| {}),
    ("annuler", |_| {}),
    ("mettre-a-jour", |walk| walk.read_again()),
    ("diagnostic", |_| {}),
    ("generer --officiel", |_| {}),
    ("verifier-edition output/2026 --reconstruire", |_| {}),
    ("reconduire 2027", |_| {}),
    ("generer", |_| {}),
    ("comparer 2026 2027", |walk| walk.second_year()),
];

#[test]
fn the_commands_of_the_guide_lead_from_an_empty_folder_to_two_sealed_editions() {
    let guide = std::fs::read_to_string(repository().join("docs/guide.md")).unwrap();
    let told = commands(&guide);
    let walked: Vec<&str> = WALK.iter().map(|(command, _)| *command).collect();
    assert_eq!(
        told, walked,
        "the guide has commands that are not walked, or in another order"
    );
    let walk = Walk::new();
    for (command, gesture) in WALK {
        gesture(&walk);
        let run = walk.run(command);
        assert_eq!(run.code, 0, "« millesime {command} » :\n{}\n{}", run.stderr, run.stdout);
    }
    for edition in ["2026", "2027"] {
        let manifest =
            std::fs::read_to_string(walk.project().join(format!("output/{edition}/manifeste.json"))).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
        assert_eq!(manifest["officielle"], true, "{edition}");
        assert!(walk.project().join(format!("archives/{edition}")).is_dir(), "{edition}");
    }
}

/// The commands in the `console` blocks of the guide, without the name of the program.
fn commands(guide: &str) -> Vec<&str> {
    let blocks = guide.split("```console\n").skip(1);
    let lines = blocks.flat_map(|block| block.split("```").next().unwrap_or_default().lines());
    lines.filter_map(|line| line.strip_prefix("millesime ")).collect()
}

/// A folder, and the folder in it where one stands.
struct Walk {
    root: tempfile::TempDir,
    standing: std::cell::RefCell<PathBuf>,
}

impl Walk {
    fn new() -> Self {
        Walk {
            root: tempfile::tempdir().unwrap(),
            standing: PathBuf::new().into(),
        }
    }

    /// Where what follows is run: the project, or another folder where a project is begun.
    fn stand_in(&self, folder: &str) {
        std::fs::create_dir_all(self.root.path().join(folder)).unwrap();
        *self.standing.borrow_mut() = folder.into();
    }

    fn project(&self) -> PathBuf {
        self.root.path().join("mon-rapport")
    }

    /// Runs a command as it is written, and enters the first project that it makes.
    fn run(&self, command: &str) -> Run {
        let here = self.root.path().join(&*self.standing.borrow());
        let run = millesime().args(command.split(' ')).current_dir(here).output().unwrap();
        if self.standing.borrow().as_os_str().is_empty() && command.starts_with("nouveau") {
            self.stand_in("mon-rapport");
        }
        run.into()
    }

    fn done(&self, command: &str) -> Run {
        self.run(command).done()
    }

    fn text(&self, path: &str) -> String {
        std::fs::read_to_string(self.project().join(path)).unwrap()
    }

    fn write(&self, path: &str, content: impl AsRef<[u8]>) {
        let path = self.project().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
    }

    /// Puts what a collectivité says in the place of the model: its name, its catalogue, its texts, the values that it knows.
    fn describe(&self) {
        std::fs::remove_dir_all(self.project().join("data")).unwrap();
        let minimal = repository().join("tests/projects/minimal/data");
        for path in crate::fixture::files(&minimal) {
            let content = std::fs::read_to_string(minimal.join(&path)).unwrap();
            let content = match path.to_str().unwrap() {
                "rapport.yaml" => real(&content),
                "valeurs/indicateurs.csv" => {
                    let known: Vec<&str> = content.lines().filter(|line| !line.contains(";2025;")).collect();
                    known.join("\n").replace(";exemple;", ";;")
                }
                _ => content,
            };
            self.write(&format!("data/{}", path.display()), content);
        }
    }

    /// Does what a service does: each line has the value of the last year that is known, or 12.
    fn answer(&self, edition: i32) {
        let folder = self.project().join(format!("collecte/{edition}"));
        let sent = workbooks(&folder);
        assert_eq!(sent.len(), 1, "{sent:?}");
        let mut sheets = sheets(&sent[0]);
        let (rows, heads) = values(&mut sheets);
        let (last, asked) = (edition - 2, edition - 1);
        let [last, asked] = [last, asked].map(|year| column(rows, heads, &year.to_string()));
        for row in &mut rows[heads + 1..] {
            row[asked] = match &row[last] {
                Data::Empty => Data::Float(12.0),
                known => known.clone(),
            };
        }
        let received = self.project().join("Téléchargements");
        std::fs::create_dir_all(&received).unwrap();
        written(&sheets, &received.join(format!("collecte-{edition}-energie.xlsx")));
    }

    /// Takes a budget as the finance department sends it.
    fn receive(&self, budget: &str, path: &str) {
        self.write(
            path,
            std::fs::read(repository().join("data/budget").join(budget)).unwrap(),
        );
    }

    /// What was undone is done again, and the texts are those of the collectivité.
    fn read_again(&self) {
        self.done("collecter lire Téléchargements/collecte-2026-energie.xlsx");
        // Those of the demonstration: this project names no budget and counts no equipment.
        for shown in ["data/budget", "data/parc"] {
            std::fs::remove_dir_all(self.project().join(shown)).unwrap();
        }
    }

    /// The second year: its collection, its texts read again, its official edition.
    fn second_year(&self) {
        self.done("collecter creer");
        self.answer(2027);
        self.done("collecter lire Téléchargements/collecte-2027-energie.xlsx");
        let settings = self.text("data/rapport.yaml");
        let (kept, reread) = settings.split_once("textes_a_relire:").expect("texts to read again");
        let after: Vec<&str> = reread
            .lines()
            .skip(1)
            .skip_while(|line| line.starts_with([' ', '-']))
            .collect();
        self.write("data/rapport.yaml", format!("{kept}{}\n", after.join("\n")));
        self.done("generer --officiel");
    }
}

fn workbooks(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries
        .filter(|path| path.extension().is_some_and(|extension| extension == "xlsx"))
        .collect()
}

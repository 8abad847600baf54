//! What the machine refuses: a full disk, rights, threads. It needs Linux, `unshare`, `setpriv` and `prlimit`, so it is run with
//! `cargo test -- --ignored`, and fails where one of them is missing.
//!
//! Rights mean nothing to root: what tries them runs as another user, and fails where it does not.

use crate::fixture::Project;
use std::fmt::Write;
use std::fs::Permissions;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Whom root becomes: nobody.
const NOBODY: &str = "65534";

/// A project of a user who is not root, with the program beside it: whom root becomes may not reach where it was built.
struct Given {
    project: Project,
}

impl Given {
    fn new(project: Project) -> Self {
        let given = Given { project };
        let built = env!("CARGO_BIN_EXE_millesime");
        if std::fs::hard_link(built, given.program()).is_err() {
            std::fs::copy(built, given.program()).unwrap();
        }
        given.shell("chmod -R a+rwX .");
        given
    }

    fn program(&self) -> PathBuf {
        self.path().join("programme")
    }

    fn path(&self) -> &Path {
        self.project.path()
    }

    /// Runs a script in the folder of the project, as whoever runs the tests.
    fn shell(&self, script: &str) -> String {
        let output = Command::new("sh")
            .args(["-ec", script])
            .current_dir(self.path())
            .output()
            .unwrap();
        told(&output)
    }

    /// Runs the program as somebody who is not root.
    fn run(&self, before: &[&str], arguments: &[&str]) -> (i32, String) {
        let somebody = ["setpriv", "--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"];
        let prefix = if user(&[]) == "0" { &somebody[..] } else { &[] };
        assert_ne!(user(prefix), "0", "rights mean nothing to root");
        // By a path from the folder of the project: the program names its commands as it was called.
        let words = prefix.iter().chain(before).copied().chain(["./programme"]);
        let words: Vec<&str> = words.chain(arguments.iter().copied()).collect();
        let output = Command::new(words[0])
            .args(&words[1..])
            .current_dir(self.path())
            .output()
            .unwrap();
        (output.status.code().unwrap_or(-1), told(&output))
    }

    fn rights(&self, path: &str, mode: u32) {
        std::fs::set_permissions(self.path().join(path), Permissions::from_mode(mode)).unwrap();
    }
}

/// The number of the user that a command runs as.
fn user(prefix: &[&str]) -> String {
    let words: Vec<&str> = prefix.iter().copied().chain(["id", "-u"]).collect();
    let output = Command::new(words[0]).args(&words[1..]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

fn told(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    for word in ["panicked", "défaut", "Signalez", "RUST_BACKTRACE"] {
        assert!(!said.contains(word), "{said}");
    }
    said.into_owned()
}

/// Runs a script where `output/` is a disk of this size; `$M` is the program.
fn on_a_disk(project: &Project, size: &str, script: &str) -> String {
    let mount = format!("mkdir -p output; mount -t tmpfs -o size={size} tmpfs output; {script}");
    let output = Command::new("unshare")
        .args(["--user", "--map-root-user", "--mount", "sh", "-c", &mount])
        .env("M", env!("CARGO_BIN_EXE_millesime"))
        .current_dir(project.path())
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    told(&output)
}

#[test]
#[ignore = "needs unshare"]
fn a_disk_that_fills_up_leaves_nothing_where_nothing_was() {
    for size in ["64k", "200k", "300k"] {
        let said = on_a_disk(
            &Project::minimal(),
            size,
            "$M generer; echo code $?; echo reste $(ls output)",
        );
        assert!(said.contains("le disque est plein"), "{size}: {said}");
        assert!(said.contains("code 2\nreste\n"), "{size}: {said}");
    }
}

#[test]
#[ignore = "needs unshare"]
fn a_disk_that_fills_up_leaves_the_last_publication_whole() {
    let script = "$M generer > premier 2>&1 || exit 1; before=$(cat output/2026/*.* output/2026/*/* | sha256sum); \
         used=$(du -sk output | cut -f1); head -c $(((4000 - used - used / 2) * 1024)) /dev/zero > output/lest; \
         sed -i 's/;905;/;906;/' data/valeurs/indicateurs.csv; $M generer; echo code $?; \
         [ \"$before\" = \"$(cat output/2026/*.* output/2026/*/* | sha256sum)\" ] && echo intact; \
         $M verifier-edition output/2026 && echo entière; ls -A output";
    let said = on_a_disk(&Project::minimal(), "4000k", script);
    assert!(said.contains("code 2\nintact\n"), "{said}");
    assert!(
        said.contains("le disque est plein") && said.contains("entière\n"),
        "{said}"
    );
}

#[test]
#[ignore = "needs unshare"]
fn a_disk_that_is_read_only_is_said() {
    let script = "$M generer > premier 2>&1 || exit 1; mount -o remount,ro tmpfs output; $M generer; echo code $?; $M verifier-edition output/2026 && echo entière";
    let said = on_a_disk(&Project::minimal(), "4m", script);
    assert!(
        said.contains("le disque est en lecture seule") && said.contains("code 2"),
        "{said}"
    );
    assert!(said.contains("entière"), "{said}");
}

#[test]
#[ignore = "needs setpriv, or a user who is not root"]
fn a_folder_of_the_author_that_cannot_be_moved_is_told_before_anything_is_written() {
    let given = Given::new(Project::minimal());
    assert_eq!(given.run(&[], &["generer"]).0, 0);
    std::fs::create_dir(given.path().join("output/2026/pieces")).unwrap();
    std::fs::write(given.path().join("output/2026/pieces/note.txt"), "à moi").unwrap();
    given.rights("output/2026/pieces", 0o555);
    let report = std::fs::read(given.path().join("output/2026/rapport.pdf")).unwrap();
    for _ in 0..2 {
        let (code, said) = given.run(&[], &["generer"]);
        assert_eq!(code, 1, "{said}");
        assert!(
            said.contains("pieces") && said.contains("Rien n’a été modifié"),
            "{said}"
        );
        assert!(!said.contains("chantier"), "{said}");
    }
    assert!(given.path().join("output/2026/pieces/note.txt").exists());
    assert!(report == std::fs::read(given.path().join("output/2026/rapport.pdf")).unwrap());
    given.shell("chmod 777 output/2026/pieces");
    assert_eq!(given.run(&[], &["generer"]).0, 0);
    assert!(given.path().join("output/2026/pieces/note.txt").exists());
}

#[test]
#[ignore = "needs setpriv, or a user who is not root"]
fn what_cannot_be_read_is_said_refused_and_never_empty() {
    let given = Given::new(Project::minimal());
    for (path, code) in [
        ("data", 2),
        ("data/indicateurs", 2),
        ("data/rapport.yaml", 2),
        ("data/valeurs", 1),
        ("data/valeurs/indicateurs.csv", 1),
    ] {
        given.rights(path, 0o000);
        let (found, said) = given.run(&[], &["verifier"]);
        given.rights(path, 0o777);
        assert_eq!(found, code, "{path}: {said}");
        assert!(said.contains(path) && said.contains("refusé"), "{path}: {said}");
        assert!(
            !said.contains("est vide") && !said.contains("n’existe pas"),
            "{path}: {said}"
        );
        assert!(!said.contains(given.path().to_str().unwrap()), "{path}: {said}");
    }
}

#[test]
#[ignore = "needs setpriv, or a user who is not root"]
fn what_cannot_be_written_leaves_the_last_publication_whole() {
    let given = Given::new(Project::minimal());
    assert_eq!(given.run(&[], &["generer"]).0, 0);
    for path in ["output", "output/2026", "."] {
        given.rights(path, 0o555);
        let (code, said) = given.run(&[], &["generer"]);
        given.rights(path, 0o777);
        assert_eq!(code, 2, "{path}: {said}");
        assert!(said.contains("l’accès est refusé"), "{path}: {said}");
        assert!(!said.contains(given.path().to_str().unwrap()), "{path}: {said}");
        let (whole, said) = given.run(&[], &["verifier-edition", "output/2026"]);
        assert_eq!(whole, 0, "{path}: {said}");
    }
}

#[test]
#[ignore = "needs mkfifo"]
fn a_pipe_in_the_place_of_a_file_is_never_waited_for() {
    for pipe in [
        "data/indicateurs/b.yaml",
        "data/valeurs/b.csv",
        "data/textes/edito.md",
        "data/referentiels/glossaire.yaml",
        "report-templates/system.typ",
        "output/2025/donnees/evaluation.csv",
        "output/2026/manifeste.json",
    ] {
        let project = Project::minimal();
        let path = project.path().join(pipe);
        let script = format!(
            "rm -f {pipe}; mkdir -p {}; mkfifo {pipe}",
            path.parent().unwrap().display()
        );
        let made = Command::new("sh")
            .args(["-ec", &script])
            .current_dir(project.path())
            .status()
            .unwrap();
        assert!(made.success());
        let run = Command::new("timeout")
            .args(["60", env!("CARGO_BIN_EXE_millesime"), "generer"])
            .current_dir(project.path())
            .output()
            .unwrap();
        assert!(
            matches!(run.status.code(), Some(0..=2)),
            "{pipe}: {:?} {}",
            run.status,
            told(&run)
        );
    }
}

#[test]
#[ignore = "needs setpriv, or a user who is not root; and prlimit"]
fn a_system_without_threads_to_give_is_said() {
    let query = "indicateurs:\n  - {id: q, titre: Q, unite: MWh, finalite: 1, volet: interne, nature: contexte, sens: suivi, requete: \"SELECT annee, mwh AS valeur FROM t\"}\n";
    let project = Project::minimal()
        .with("data/indicateurs/q.yaml", query)
        .with("data/sources/t.csv", "annee;mwh\n2024;1\n2025;2\n");
    let given = Given::new(project);
    for command in [&["generer"][..], &["verifier"], &["indicateurs", "--json"]] {
        let (code, said) = given.run(&["prlimit", "--nproc=1"], command);
        assert_eq!(code, 2, "{said}");
        assert!(said.contains("fils d’exécution"), "{said}");
    }
    assert!(!given.path().join("output").exists());
}

#[test]
#[ignore = "long: three hundred thousand faults"]
fn three_hundred_thousand_faults_are_counted_and_read_on_a_page() {
    let mut text = "indicateur;annee;valeur;statut;note\n".to_owned();
    for line in 0..300_000 {
        writeln!(
            text,
            "population;{};faux {line};exemple;{}",
            1990 + line % 30,
            "x".repeat(40)
        )
        .unwrap();
    }
    let project = Project::minimal().with("data/valeurs/plus.csv", text);
    let run = project.run(&["verifier"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.len() < 20_000, "{} bytes", run.stderr.len());
    assert!(run.stderr.contains("300\u{202f}000\u{a0}erreurs"), "{}", run.stderr);
}

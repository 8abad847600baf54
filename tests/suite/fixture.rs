//! A project in a temporary folder, told as a sentence: `Project::minimal().with("data/…", "…").generer()`.

use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{LazyLock, Mutex};

/// A copy of a project that a test may spoil.
pub struct Project {
    folder: tempfile::TempDir,
}

/// What the command printed and how it ended.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Project {
    /// The valid minimal project of `tests/projects/minimal`.
    pub fn minimal() -> Self {
        Self::copy_of(&repository().join("tests/projects/minimal"))
    }

    /// A copy of the data of any project folder.
    pub fn copy_of(origin: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&origin.join("data"), &folder.path().join("data"));
        Project { folder }
    }

    /// A copy of a whole project folder, of what it published too.
    pub fn twin_of(origin: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(origin, folder.path());
        Project { folder }
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Writes or replaces a file.
    pub fn with(self, path: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.path().join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, content).unwrap();
        self
    }

    /// Runs `millesime` with these arguments on the project.
    pub fn run(&self, arguments: &[&str]) -> Run {
        self.run_in(arguments, &[])
    }

    /// Runs `millesime` with these arguments and environment on the project.
    pub fn run_in(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        run_at(self.path(), arguments, environment)
    }

    /// What `verifier --complet` tells, each as `code file`, in its order.
    pub fn told(&self) -> Vec<String> {
        let run = self.run(&["verifier", "--complet", "--json"]);
        let told: Vec<serde_json::Value> =
            serde_json::from_str(&run.stdout).unwrap_or_else(|_| panic!("{}", run.stderr));
        let text = |found: &serde_json::Value, key: &str| found[key].as_str().unwrap_or_default().to_owned();
        told.iter()
            .filter(|found| found["severite"] != "manque")
            .map(|found| format!("{} {}", text(found, "code"), text(found, "fichier")))
            .collect()
    }

    /// The bytes of a published file.
    pub fn published(&self, path: &str) -> Vec<u8> {
        let path = self.path().join("output").join(path);
        std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Run {
            code: output.status.code().unwrap_or(-1),
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
        }
    }
}

impl Run {
    /// The run, when it succeeded; its messages otherwise.
    pub fn done(self) -> Self {
        assert_eq!(self.code, 0, "{}\n{}", self.stderr, self.stdout);
        self
    }
}

/// Runs `millesime` on a project where it stands; its folder, which the commands of a sentence name, is left out of what was said.
pub fn run_at(project: &Path, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
    let mut command = millesime();
    command
        .args(arguments)
        .arg("--projet")
        .arg(project)
        .envs(environment.iter().copied());
    let mut run = Run::from(command.output().unwrap());
    let named = format!(" --projet {}", project.display());
    for said in [&mut run.stdout, &mut run.stderr] {
        *said = said.replace(&named, "");
    }
    run
}

/// The report of the sample, made once for all the tests that read it.
pub fn sample() -> &'static [u8] {
    static REPORT: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let project = Project::copy_of(&repository());
        project.run(&["generer"]).done();
        project.published("2026/rapport.pdf")
    });
    &REPORT
}

/// What each thing gives, in the order of the things; as many at a time as the machine has cores.
pub fn in_parallel<T: Sync, R: Send>(things: &[T], work: impl Fn(&T) -> R + Sync) -> Vec<R> {
    let (next, found) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let rank = next.fetch_add(1, Ordering::Relaxed)
                    && let Some(thing) = things.get(rank)
                {
                    let result = work(thing);
                    found.lock().unwrap().push((rank, result));
                }
            });
        }
    });
    let mut found = found.into_inner().unwrap();
    found.sort_by_key(|(rank, _)| *rank);
    found.into_iter().map(|(_, result)| result).collect()
}

/// The program as built for this test run, called by its bare name: it says its own commands as it was called.
pub fn millesime() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_millesime"));
    command.arg0("millesime");
    command
}

pub fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder, as a sorted list of relative paths.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(current) = folders.pop() {
        for entry in std::fs::read_dir(&current).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).unwrap().to_owned());
            }
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        let target = to.join(&file);
        std::fs::create_dir_all(target.parent().unwrap()).unwrap();
        std::fs::copy(from.join(&file), target).unwrap();
    }
}

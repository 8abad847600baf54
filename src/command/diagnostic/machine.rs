//! What the machine says of itself: its system, its language, its terminal, its folders; nothing is asked of a network.

use super::paths;
use std::env;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

/// `linux x86_64 (Debian GNU/Linux 13)`.
pub fn system() -> String {
    let release = fs_err::read_to_string("/etc/os-release").unwrap_or_default();
    let name = release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="));
    let kind = format!("{} {}", env::consts::OS, env::consts::ARCH);
    match name.map(|name| name.trim_matches('"')) {
        Some(name) => format!("{kind} ({name})"),
        None => kind,
    }
}

/// The language and the encoding that the environment asks for; Windows says nothing there.
pub fn language() -> String {
    let told: Vec<String> = ["LC_ALL", "LC_CTYPE", "LANG"]
        .iter()
        .filter_map(|name| Some(format!("{name}={}", text(name)?)))
        .collect();
    match told.is_empty() {
        true => "rien dans LC_ALL, LC_CTYPE ni LANG (les fichiers sont toujours écrits en UTF-8)".to_owned(),
        false => told.join(", "),
    }
}

pub fn terminal() -> String {
    let size = terminal_size::terminal_size_of(io::stdout());
    match (io::stdout().is_terminal(), size) {
        (true, Some((width, _))) => format!("oui, {} colonnes", width.0),
        (true, None) => "oui, de largeur inconnue".to_owned(),
        (false, _) => "non, la sortie va dans un fichier ou un autre programme".to_owned(),
    }
}

/// Where a folder stands, as far as its path and the table of disks of the system say it.
///
/// The path is the one that links lead to; Windows then gives that of the server behind a letter.
pub fn disk(folder: &Path) -> String {
    let real = fs_err::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let path = real.to_string_lossy();
    if paths::is_unc(&path) || paths::is_unc(&folder.to_string_lossy()) {
        return "réseau (chemin de serveur)".to_owned();
    }
    let mounts = fs_err::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    match paths::disk(&mounts, &path) {
        Some(kind) if paths::is_network(kind) => format!("réseau ({kind})"),
        Some(kind) => format!("local ({kind})"),
        None => "aucun signe de réseau".to_owned(),
    }
}

/// An absolute path as it may be sent: no name of an account.
pub fn told(path: &str) -> String {
    let first = |names: &[&str]| names.iter().copied().find_map(text).unwrap_or_default();
    let home = first(&["USERPROFILE", "HOME"]);
    paths::masked(path, &home, &first(&["USER", "LOGNAME", "USERNAME"]))
}

/// The path from the root of the disk, as it was given: through the links that it names.
pub fn absolute(path: &Path) -> PathBuf {
    let path = match path.as_os_str().is_empty() {
        true => Path::new("."),
        false => path,
    };
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned())
}

pub fn program() -> String {
    env::current_exe().map_or_else(|_| "lieu inconnu".to_owned(), |path| told(&path.to_string_lossy()))
}

fn text(name: &str) -> Option<String> {
    env::var(name).ok().filter(|text| !text.is_empty())
}

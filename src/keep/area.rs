//! Where this room works: a hidden folder beside what is changed, so that every move is a change of name on one disk.

use crate::model::below;
use std::path::{Component, Path, PathBuf};

/// The folder whose files change, and the hidden folder inside it.
pub(super) struct Area {
    pub root: PathBuf,
}

impl Area {
    pub fn below(root: &Path) -> Self {
        // `--projet ""` and a bare file name mean the folder where the command stands.
        let root = if root.as_os_str().is_empty() {
            Path::new(".")
        } else {
            root
        };
        Area { root: root.to_owned() }
    }

    pub fn folder(&self) -> PathBuf {
        self.root.join(".millesime")
    }

    /// The note of who writes; while it stands, nobody else does.
    pub fn lock(&self) -> PathBuf {
        self.folder().join("verrou")
    }

    /// Locked by the system for as long as the process that writes lives.
    pub fn alive(&self) -> PathBuf {
        self.folder().join("vivant")
    }

    /// Complete as soon as it stands: from then on, what is begun can be finished.
    pub fn journal(&self) -> PathBuf {
        self.folder().join("journal.json")
    }

    pub fn workshop(&self) -> PathBuf {
        self.folder().join("chantier")
    }

    /// What a step puts in place.
    pub fn fresh(&self, rank: usize) -> PathBuf {
        self.workshop().join("neuf").join(rank.to_string())
    }

    /// What stood before the steps.
    pub fn formers(&self) -> PathBuf {
        self.workshop().join("ancien")
    }

    pub fn former(&self, rank: usize) -> PathBuf {
        self.formers().join(rank.to_string())
    }

    /// What can be undone, one folder a change.
    pub fn history(&self) -> PathBuf {
        self.folder().join("annulations")
    }

    /// Whether nobody writes, nor died writing: nothing stands here but what can be undone.
    pub fn is_at_rest(&self) -> bool {
        let Ok(entries) = fs_err::read_dir(self.folder()) else {
            return true;
        };
        let standing: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        standing == [self.history()]
    }

    /// Whether a path leads below this folder, by names and through no link: a journal may come with a project from elsewhere.
    pub fn holds(&self, path: &str) -> bool {
        let named = Path::new(path)
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        named && !path.is_empty() && self.link_above(path).is_none()
    }

    /// The first folder on the way to a path that is a link, the path itself included.
    pub fn link_above(&self, path: &str) -> Option<PathBuf> {
        let mut current = self.root.clone();
        path.split('/').find_map(|name| {
            current.push(name);
            current.is_symlink().then(|| current.clone())
        })
    }

    /// A path of a set of changes, on this disk.
    pub fn target(&self, path: &str) -> PathBuf {
        below(&self.root, path)
    }
}

//! What a path says by itself: a server, accents, its length, the disk it stands on, the name of a person.
//!
//! Pure functions of texts, so that the paths of Windows are tested on any system; nothing here asks a disk or a network.

/// From here on, a file below the folder may pass the 260 characters that Windows gives a path by default.
pub const LONG: usize = 240;

/// Kinds of disk, as the kernel of Linux names them, that are reached through a network.
const NETWORK: [&str; 16] = [
    "cifs",
    "smb3",
    "smbfs",
    "smb2",
    "nfs",
    "nfs4",
    "afs",
    "ncpfs",
    "ceph",
    "glusterfs",
    "fuse.glusterfs",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.davfs2",
];

/// Whether a path is that of a server, as Windows writes it: `\\serveur\partage`, `\\?\UNC\serveur\partage`.
pub fn is_unc(path: &str) -> bool {
    let path = path.replace('/', "\\");
    let rest = match path.strip_prefix("\\\\?\\") {
        Some(verbatim) => match verbatim.get(..4).filter(|word| word.eq_ignore_ascii_case("UNC\\")) {
            Some(_) => &verbatim[4..],
            None => return false,
        },
        None => match path.strip_prefix("\\\\") {
            Some(rest) if !rest.starts_with(".\\") => rest,
            _ => return false,
        },
    };
    let mut names = rest.split('\\');
    names.next().is_some_and(|server| !server.is_empty()) && names.next().is_some_and(|share| !share.is_empty())
}

/// Units of UTF-16, which is what Windows counts.
pub fn length(path: &str) -> usize {
    path.encode_utf16().count()
}

/// Whether a path holds anything but unaccented letters, digits and signs of ASCII.
pub fn has_accents(path: &str) -> bool {
    !path.is_ascii()
}

/// The kind of disk that holds a path, from the text of `/proc/self/mountinfo`.
pub fn disk<'a>(mounts: &'a str, path: &str) -> Option<&'a str> {
    let mut best: Option<(usize, &str)> = None;
    for line in mounts.lines() {
        let Some((before, after)) = line.split_once(" - ") else {
            continue;
        };
        let (Some(point), Some(kind)) = (before.split(' ').nth(4), after.split(' ').next()) else {
            continue;
        };
        let point = unescaped(point);
        // What is mounted last over a folder hides what was there.
        if holds(&point, path) && best.is_none_or(|(length, _)| point.len() >= length) {
            best = Some((point.len(), kind));
        }
    }
    best.map(|(_, kind)| kind)
}

pub fn is_network(kind: &str) -> bool {
    NETWORK.contains(&kind)
}

fn holds(folder: &str, path: &str) -> bool {
    let rest = path.strip_prefix(folder.trim_end_matches('/'));
    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// `\040` is a space: the kernel writes so what would end a column.
fn unescaped(point: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(point.to_owned(), |point, (written, meant)| {
            point.replace(written, meant)
        })
}

/// The path as it may be sent: the home folder is `~`, and a folder named as its user is `(compte)`.
pub fn masked(path: &str, home: &str, user: &str) -> String {
    let inside = |rest: &str| rest.is_empty() || rest.starts_with(['/', '\\']);
    let home = home.trim_end_matches(['/', '\\']);
    let rest = path.strip_prefix(home).filter(|rest| !home.is_empty() && inside(rest));
    let (mut told, rest) = match rest {
        Some(rest) => ("~".to_owned(), rest),
        None => (String::new(), path),
    };
    let mut above = String::new();
    for part in rest.split_inclusive(['/', '\\']) {
        let name = part.trim_end_matches(['/', '\\']);
        let lower = name.to_lowercase();
        let is_user = !user.is_empty() && lower == user.to_lowercase();
        let is_account = ["home", "users", "utilisateurs"].contains(&above.as_str());
        if !name.is_empty() && (is_user || is_account) {
            told.push_str("(compte)");
            told.push_str(&part[name.len()..]);
        } else {
            told.push_str(part);
        }
        above = lower;
    }
    told
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_a_server_is_known_by_its_two_names() {
        for path in [
            r"\\srv\partage",
            r"\\srv\partage\été",
            "//srv/partage/x",
            r"\\?\UNC\srv\partage",
            r"\\?\unc\srv\d",
        ] {
            assert!(is_unc(path), "{path}");
        }
        for path in [
            r"C:\x",
            r"\\?\C:\x",
            r"\\.\COM1\x",
            "/home/x",
            r"\\srv",
            r"\\srv\",
            r"\\?\éé\x",
            "",
        ] {
            assert!(!is_unc(path), "{path}");
        }
    }

    #[test]
    fn lengths_are_those_of_windows() {
        assert_eq!(length(r"C:\été"), 6);
        assert_eq!(length("𝄞"), 2);
        assert!(has_accents("/srv/e\u{301}te") && !has_accents(r"C:\Users\x~1"));
    }

    #[test]
    fn the_disk_of_a_path_is_that_of_its_nearest_point() {
        let mounts = "\
            22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
            30 22 0:40 / /mnt/part\\040age rw shared:2 master:1 - cifs //srv/x rw\n\
            31 22 0:41 / /mnt/double rw - ext4 /dev/sdb rw\n\
            32 22 0:42 / /mnt/double rw - nfs4 srv:/x rw\n\
            illisible\n";
        assert_eq!(disk(mounts, "/mnt/part age/finances"), Some("cifs"));
        assert_eq!(disk(mounts, "/mnt/part ages"), Some("ext4"));
        assert_eq!(disk(mounts, "/mnt/double"), Some("nfs4"));
        assert_eq!(disk("", "/x"), None);
        assert!(is_network("cifs") && is_network("nfs4") && !is_network("ext4"));
    }

    #[test]
    fn no_name_of_an_account_is_left_in_a_path() {
        let cases = [
            ("/home/marie/rapport", "/home/marie", "marie", "~/rapport"),
            ("/home/marieline/x", "/home/marie", "marie", "/home/(compte)/x"),
            (r"C:\Users\Marie\Bureau", r"C:\Users\Marie", "Marie", r"~\Bureau"),
            (
                r"\\srv\perso\MARIE\x",
                r"C:\Users\Marie",
                "Marie",
                r"\\srv\perso\(compte)\x",
            ),
            (r"\\srv\users\paul\x", "", "", r"\\srv\users\(compte)\x"),
            ("/srv/finances/2026", "/", "", "/srv/finances/2026"),
            ("/home/marie", "/home/marie/", "marie", "~"),
        ];
        for (path, home, user, told) in cases {
            assert_eq!(masked(path, home, user), told);
        }
    }
}

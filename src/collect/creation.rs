//! Which workbooks are written, and which are left because somebody may have filled them.

use super::campaign::Campaign;
use super::noun::ServiceRequest;
use super::register::Register;
use super::workbook::workbook;
use crate::config::Project;
use crate::diagnostic::Diagnostics;
use crate::error::Error;
use crate::model::{Changes, FileChange, Fingerprint, Former, Undo};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The heads of the table of what was sent.
pub(super) const SENT: [&str; 5] = ["service", "classeur", "empreinte", "date", "demandes"];

/// What a creation does.
pub struct Creation {
    pub campaign: Campaign,
    pub changes: Changes,
    pub shipments: Vec<Shipment>,
}

/// One workbook.
pub struct Shipment {
    pub service: String,
    /// Relative to the project.
    pub path: String,
    /// Lines of values and actions that it asks for.
    pub asked: usize,
    pub sending: Sending,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sending {
    /// It did not stand there.
    Written,
    /// It stands there, and is what would be written.
    Same,
    /// The program wrote it, nobody has touched it since, and the project says other things now.
    Renewed,
    /// Somebody may have filled it: it stays.
    Kept,
    /// The same, replaced on demand.
    Replaced,
}

/// The workbooks of these requests; `standing` is what stands at their places, `day` when they are made.
///
/// None where the table of what was sent is not the program’s any more: who touched what is not known then.
///
/// # Errors
/// A defect of the program.
pub fn create(
    project: &Project,
    requests: &[ServiceRequest],
    standing: &BTreeMap<String, Arc<[u8]>>,
    replaces: bool,
    day: &str,
    diagnostics: &mut Diagnostics,
) -> Result<Option<Creation>, Error> {
    let campaign = Campaign::of(project);
    let register = campaign.shipments();
    let Some(mut sent) = Register::read(&register, standing.get(&register), &SENT, diagnostics) else {
        return Ok(None);
    };
    let mut creation = Creation {
        changes: Changes {
            undo: Undo::Kept,
            ..Changes::default()
        },
        shipments: Vec::new(),
        campaign,
    };
    for request in requests {
        let path = creation.campaign.workbook(&request.slug());
        let made = workbook(request, &creation.campaign)?;
        let there = standing.get(&path);
        let mark = Fingerprint::of(&made).to_string();
        let rank = sent.rows.iter().position(|row| sent.text(row, "classeur") == path);
        let untouched = |there: &Arc<[u8]>| {
            let known = rank.map(|rank| sent.text(&sent.rows[rank], "empreinte").to_owned());
            known.is_some_and(|known| known == Fingerprint::of(there).to_string())
        };
        let sending = match there {
            None => Sending::Written,
            Some(there) if **there == *made => Sending::Same,
            Some(there) if untouched(there) => Sending::Renewed,
            Some(_) if replaces => Sending::Replaced,
            Some(_) => Sending::Kept,
        };
        let asked = request.lines.len() + request.actions.len();
        if !matches!(sending, Sending::Same | Sending::Kept) {
            let row = vec![
                request.label().to_owned(),
                path.clone(),
                mark,
                day.to_owned(),
                asked.to_string(),
            ];
            match rank {
                Some(rank) => sent.rows[rank] = row,
                None => sent.rows.push(row),
            }
            creation.changes.files.insert(path.clone(), change(there, made.into()));
        }
        creation.shipments.push(Shipment {
            service: request.label().to_owned(),
            path,
            asked,
            sending,
        });
    }
    if !creation.changes.files.is_empty() {
        sent.rows.sort();
        let change = change(standing.get(&register), sent.bytes()?);
        creation.changes.files.insert(register, change);
    }
    Ok(Some(creation))
}

/// What a file becomes, decided upon what stood there.
pub(super) fn change(former: Option<&Arc<[u8]>>, content: Arc<[u8]>) -> FileChange {
    FileChange {
        former: former.map_or(Former::Absent, |bytes| Former::Content(Fingerprint::of(bytes))),
        content: Some(content),
    }
}

//! What is written where something stands already.

use crate::collect::fixture::{project, requests};
use crate::collect::{Creation, Sending, create};
use crate::diagnostic::Diagnostics;
use std::collections::BTreeMap;
use std::sync::Arc;

type Standing = BTreeMap<String, Arc<[u8]>>;

fn created(standing: &Standing, replaces: bool) -> Creation {
    let mut told = Diagnostics::default();
    let made = create(&project(), &requests(), standing, replaces, "2026-10-01", &mut told).unwrap();
    assert!(told.sorted().is_empty(), "{told:?}");
    made.unwrap()
}

fn kept(creation: &Creation, mut standing: Standing) -> Standing {
    for (path, change) in &creation.changes.files {
        standing.insert(path.clone(), change.content.clone().unwrap());
    }
    standing
}

fn sendings(creation: &Creation) -> Vec<Sending> {
    creation.shipments.iter().map(|one| one.sending).collect()
}

const ENERGY: &str = "collecte/2026/collecte-2026-energie.xlsx";

#[test]
fn what_somebody_may_have_filled_stays_and_what_nobody_touched_is_written_again() {
    let first = created(&Standing::new(), false);
    assert_eq!(sendings(&first), [Sending::Written; 2]);
    assert_eq!(first.changes.files.len(), 3, "two workbooks, and which they are");
    let standing = kept(&first, Standing::new());
    let again = created(&standing, false);
    assert_eq!(sendings(&again), [Sending::Same; 2]);
    assert!(again.changes.files.is_empty());

    let mut filled = standing.clone();
    filled.insert(ENERGY.to_owned(), Arc::from(&b"filled"[..]));
    let again = created(&filled, false);
    assert_eq!(sendings(&again), [Sending::Same, Sending::Kept]);
    assert!(again.changes.files.is_empty());
    let replaced = created(&filled, true);
    assert_eq!(sendings(&replaced), [Sending::Same, Sending::Replaced]);

    // The catalogue has changed since, and nobody touched the workbook.
    let mut project = project();
    project.catalogue[0].title = "Électricité".to_owned();
    let requests = crate::collect::requests(&project, &crate::collect::fixture::dataset());
    let mut told = Diagnostics::default();
    let renewed = create(&project, &requests, &standing, false, "2026-10-02", &mut told)
        .unwrap()
        .unwrap();
    assert_eq!(sendings(&renewed), [Sending::Same, Sending::Renewed]);
}

#[test]
fn a_table_of_the_program_that_is_no_longer_its_own_stops_everything() {
    let standing = Standing::from([("collecte/2026/envois.csv".to_owned(), Arc::from(&b"a;b\n1;2\n"[..]))]);
    let mut told = Diagnostics::default();
    let made = create(&project(), &requests(), &standing, false, "", &mut told).unwrap();
    assert!(made.is_none());
    assert_eq!(told.sorted()[0].code.0, "M197");
}

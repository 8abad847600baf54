//! `collecter creer`: the workbooks of the services are written, and what stays is said.

use crate::collect::{Sending, Shipment};
use crate::command::arguments::Creation;
use crate::command::{Failure, messages, screen, writer};
use crate::french::plural;

/// Writes the workbooks and says which, and how to go on.
pub fn creer(arguments: &Creation) -> Result<(), Failure> {
    let writer = writer::writer("collecter creer", arguments.writing.date);
    let outcome = crate::create_collection(&arguments.project.options(), arguments.replaces, &writer)?;
    messages::note(&outcome.notices);
    messages::print(&outcome.diagnostics);
    let Some(creation) = &outcome.creation else {
        screen::say("Rien n’a été écrit.");
        return Err(Failure::Author);
    };
    if creation.shipments.is_empty() {
        screen::say(
            "Aucune valeur à demander : le catalogue n’a pas d’indicateur à saisir, et aucune action n’est en cours.",
        );
        return Err(Failure::Author);
    }
    let mut said = String::new();
    for (sending, title) in [
        (Sending::Written, "Écrits :"),
        (
            Sending::Renewed,
            "Écrits de nouveau (personne ne les avait touchés, et le projet a changé) :",
        ),
        (
            Sending::Replaced,
            "Remplacés, bien que quelqu’un ait pu les remplir (« millesime annuler » les remet) :",
        ),
        (Sending::Same, "Déjà à jour :"),
        (
            Sending::Kept,
            "Laissés tels quels, car quelqu’un a pu les remplir (lisez-les d’abord ; « --remplacer » les remplace) :",
        ),
    ] {
        let of: Vec<&Shipment> = creation.shipments.iter().filter(|one| one.sending == sending).collect();
        if !of.is_empty() {
            said += &format!("{title}\n");
            for one in of {
                let asked = plural(one.asked, "demande", "demandes");
                said += &format!("  {} ({}, {asked})\n", one.path, one.service);
            }
        }
    }
    said += "Envoyez à chaque service le sien. Rien n’est envoyé par le programme.\n";
    screen::report(&said)
}

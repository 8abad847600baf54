//! The first sheet: how to fill the workbook, in a column of short paragraphs.

use crate::collect::campaign::Campaign;
use crate::collect::noun::ServiceRequest;
use crate::french::{date, plural};
use crate::workbook::{Look, page, prose};
use rust_xlsxwriter::{Worksheet, XlsxError};

pub(super) fn sheet(
    sheet: &mut Worksheet,
    request: &ServiceRequest,
    campaign: &Campaign,
    look: &Look,
) -> Result<(), XlsxError> {
    sheet.set_name("Mode d’emploi")?;
    page(sheet);
    let title = format!("Valeurs de {} – {}", campaign.year, request.label());
    prose(sheet, &title, &paragraphs(request, campaign), look)?;
    Ok(())
}

fn paragraphs(request: &ServiceRequest, campaign: &Campaign) -> Vec<(String, String)> {
    let year = campaign.year;
    let by = match campaign.closing {
        Some(day) => format!(" avant le {}", date(day)),
        None => String::new(),
    };
    let to = match campaign.contact.is_empty() {
        true => String::new(),
        false => format!(" à {}", campaign.contact),
    };
    let mut told: Vec<(&str, String)> = vec![
        (
            "",
            format!(
                "{} prépare son rapport {} sur la situation en matière de développement durable. Ce classeur demande à votre service ce qu’il est seul à connaître.",
                campaign.community, campaign.edition
            ),
        ),
        (
            "À renvoyer",
            format!(
                "Remplissez ce qui suit, enregistrez, et renvoyez ce fichier{to}{by}. Gardez-lui son format (.xlsx ou .ods) ; son nom n’a pas d’importance."
            ),
        ),
    ];
    if !request.lines.is_empty() {
        let lines = plural(request.lines.len(), "ligne", "lignes");
        told.extend([
            (
                "Les valeurs",
                format!("Feuille « Valeurs {year} », {lines}. Seules les cases jaunes sont à remplir : la colonne {year}, son statut, un commentaire. La touche Tab va de l’une à l’autre. Une case grise vide : la valeur n’est pas connue."),
            ),
            (
                "",
                "Écrivez le nombre seul, dans l’unité de la ligne. Une part s’écrit en pour cent : 31 pour 31 %.".to_owned(),
            ),
            (
                "",
                "Une case vide ne vaut jamais zéro. Si la valeur n’existe pas, écrivez n.d. ; si elle ne peut être publiée, secret ; s’il n’y a rien à mesurer, sans objet.".to_owned(),
            ),
            (
                "",
                "« Environ », une fourchette, une réserve vont dans le commentaire, avec le statut estimé ou provisoire.".to_owned(),
            ),
            (
                "",
                "La colonne « état » se calcule : manquant, à vérifier (la valeur s’écarte de plus de 40 % de la dernière connue, ou n’est pas un nombre), bon. Une valeur à vérifier peut être juste : dites pourquoi en commentaire.".to_owned(),
            ),
            (
                "",
                "Une valeur d’une année passée est fausse ? La feuille est protégée sans mot de passe (Révision, Ôter la protection) : corrigez-la, et dites-le en commentaire. Vous pouvez trier, élargir, ajouter une colonne : la ligne est retrouvée par son identifiant.".to_owned(),
            ),
        ]);
    }
    if !request.actions.is_empty() {
        let actions = plural(request.actions.len(), "action", "actions");
        told.push((
            "Les actions",
            format!("Feuille « Actions », {actions} : où en est chacune aujourd’hui, et ce qui a été fait en {year}."),
        ));
    }
    if !request.questions.is_empty() {
        told.push((
            "Quelques phrases",
            "Feuille « Récit » : ce que les nombres ne disent pas. Deux ou trois phrases suffisent.".to_owned(),
        ));
    }
    // Only what is asked has a rank: no service looks for a part that it does not have.
    let mut rank = 0;
    let numbered = told.into_iter().map(|(head, text)| {
        let is_part = ["Les valeurs", "Les actions", "Quelques phrases"].contains(&head);
        rank += usize::from(is_part);
        (
            if is_part {
                format!("{rank}. {head}")
            } else {
                head.to_owned()
            },
            text,
        )
    });
    numbered.collect()
}

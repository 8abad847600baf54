//! The annexes of inputs, missing data, sources, files, legal coverage, changes and terms.

use super::Word::{Line, With};
use super::words;
use crate::model::DataFile;

words!(AnnexWords {
    inputs: Line("Annexe : les entrées de chaque statut"),
    inputs_lead: With(|_| format!(
        "Une ligne par indicateur : de quoi refaire le calcul. Les mêmes chiffres sont dans le fichier joint {}.",
        DataFile::Assessments.key()
    )),
    inputs_note: Line(
        "Méthode « taux » : observé et requis sont des évolutions annuelles. Méthodes « linéaire » et « jalons » : \
         observé est la part du chemin parcourue, requis la part du temps écoulée ou du chemin prévu. d : +1 si une \
         hausse est voulue, −1 une baisse, 0 sinon."
    ),
    missing: Line("Annexe : les données manquantes"),
    nothing_missing: Line("Aucune valeur attendue ne manque dans cette édition."),
    sources: Line("Annexe : sources et traçabilité"),
    sources_lead: Line("Pour chaque indicateur, qui produit la donnée et où chaque valeur a été lue."),
    files: Line("Annexe : fichiers lus et empreintes"),
    files_lead: Line("L’empreinte SHA-256 d’un fichier change dès qu’un seul caractère du fichier change."),
    coverage: Line("Annexe : ce que les textes demandent et où le trouver"),
    legal_texts: Line("Les textes"),
    // In the bilan, where it is an annex of its own.
    legal_annex: Line("Annexe : les textes"),
    calendar: Line("Le calendrier"),
    calendar_rules: Line("Les règles du calendrier"),
    changes: Line("Annexe : ce qui a changé depuis la dernière édition"),
    changes_lead: Line(
        "Statuts différents, avec les cibles, les méthodes, les références, les unités et les définitions qui ont changé.",
    ),
    revisions: Line("Annexe : valeurs révisées"),
    revisions_lead: Line(
        "Les valeurs que la dernière édition a publiées et qui sont autres aujourd’hui, avec la raison."
    ),
    glossary: Line("Annexe : glossaire"),
});

//! The texts that an edition takes from the one before, as `rapport.yaml` lists them until somebody has read them again.

use crate::form::entry::entry;
use crate::form::scalars::Sentence;

entry! {
    /// Un texte repris de l’édition précédente, que personne n’a encore relu.
    noun CarriedText, "le texte à relire" {
        /// Son nom : celui de son fichier, ou « commentaire- » et l’identifiant d’un indicateur.
        name("texte"): Sentence,
        /// L’empreinte de ce qu’il disait alors ; un texte modifié n’est plus à relire.
        fingerprint("empreinte"): Sentence,
    }
}

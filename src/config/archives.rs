//! What `rapport.yaml` says of the archive of an official edition, under `archives`.

use crate::form::entry::entry;
use crate::form::scalars::{Flag, Whole};

entry! {
    /// Ce que garde l’archive d’une édition officielle, dans archives/.
    noun ArchiveSettings, "l’archive" {
        /// La taille, en mégaoctets, au-delà de laquelle un fichier n’est gardé que par son nom, sa taille et son empreinte.
        largest("taille_max"): Whole<1, 1_000_000, u64> = 200,
        /// true pour garder aussi les tableaux qui semblent nommer des personnes (utilisateur, courriel, téléphone).
        people("personnes"): Flag = false,
    }
}

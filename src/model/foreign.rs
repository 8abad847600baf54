//! What a file in the format of somebody else becomes in a project.

use super::vocabulary::vocabulary;

/// What becomes of a file that is known by its header.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Becoming {
    /// An inventory of equipment, read as it is.
    Inventory,
    /// Data centres, read as they are.
    Centres,
    /// A source that queries of the catalogue sum.
    Indicators,
    /// Values, and targets, of indicators of the catalogue.
    Values,
    /// Actions.
    Actions,
    /// Known, and without use here.
    Nothing,
}

vocabulary!(Becoming {
    Inventory => "inventaire", "un inventaire du parc numérique";
    Centres => "centres", "des centres de données";
    Indicators => "indicateurs", "la source d’indicateurs";
    Values => "valeurs", "des valeurs d’indicateurs";
    Actions => "actions", "des actions";
    Nothing => "rien", "rien";
});

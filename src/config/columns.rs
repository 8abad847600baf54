//! What `rapport.yaml` says of the titles of columns, under `colonnes`: for each table, the titles that the author’s files have.
//!
//! Only the declaration: a header is read by `form`.

use super::raw::{ActionEntry, CreditLine, IndicatorEntry};
use crate::form::entry::entry;
use crate::form::lines::Titles;
use crate::form::lines::titles::TitlesOf;
use crate::form::tables::{
    AuthorisationLine, CentreLine, EquipmentLine, FactorLine, ObservationColumns, ResultLine, ServiceLine, TaggingLine,
    WasteLine,
};

entry! {
    /// Le titre que porte chaque colonne dans vos fichiers, tableau par tableau.
    noun ColumnTitles, "les titres des colonnes" {
        /// Ceux des tableaux de data/valeurs/.
        values("valeurs"): ObservationColumns = Titles::new(),
        /// Ceux du catalogue tenu en tableaux, data/indicateurs/.
        indicators("indicateurs"): TitlesOf<IndicatorEntry> = Titles::new(),
        /// Ceux de la liste des actions tenue en tableau.
        actions("actions"): TitlesOf<ActionEntry> = Titles::new(),
        /// Ceux des crédits des actions tenus en tableau.
        credits("credits"): TitlesOf<CreditLine> = Titles::new(),
        /// Ceux de la cotation de l’investissement.
        tagging("cotation"): TitlesOf<TaggingLine> = Titles::new(),
        /// Ceux des autorisations pluriannuelles.
        authorisations("autorisations"): TitlesOf<AuthorisationLine> = Titles::new(),
        /// Ceux des inventaires, où les autres colonnes sont alors ignorées ; « parc: colonnes » dit la même chose.
        inventory("inventaire"): TitlesOf<EquipmentLine> = Titles::new(),
        /// Ceux des facteurs d’émission.
        factors("facteurs"): TitlesOf<FactorLine> = Titles::new(),
        /// Ceux des services et des nuages.
        services("services"): TitlesOf<ServiceLine> = Titles::new(),
        /// Ceux des centres de données.
        centres("centres"): TitlesOf<CentreLine> = Titles::new(),
        /// Ceux des résultats d’autres outils.
        results("resultats"): TitlesOf<ResultLine> = Titles::new(),
        /// Ceux des déchets d’équipements.
        waste("deee"): TitlesOf<WasteLine> = Titles::new(),
    }
}

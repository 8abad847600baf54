//! The kinds of collectivité that the texts tell apart.

use super::vocabulary::vocabulary;

/// The kinds of collectivité the texts tell apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CommunityType {
    Commune,
    CommunauteDeCommunes,
    CommunauteAgglomeration,
    CommunauteUrbaine,
    Metropole,
    Departement,
    Region,
}

vocabulary!(CommunityType {
    Commune => "commune", "commune";
    CommunauteDeCommunes => "communaute-de-communes", "communauté de communes";
    CommunauteAgglomeration => "communaute-d-agglomeration", "communauté d’agglomération";
    CommunauteUrbaine => "communaute-urbaine", "communauté urbaine";
    Metropole => "metropole", "métropole";
    Departement => "departement", "département";
    Region => "region", "région";
});

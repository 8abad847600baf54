//! The footprint of digital technology: what heads its tables, and how it was computed.

use super::Word::{Line, Prose};
use super::words;

words!(FootprintMethod {
    title: Line("Annexe : la méthode de l’empreinte du numérique"),
    lead: Line(
        "Les règles de l’ADEME pour les systèmes d’information (RCP SI, novembre 2024), et ce qui a servi au calcul."
    ),
    unit: Line("Unité fonctionnelle"),
    unit_told: Line(
        "Mettre à disposition et utiliser le système d’information de l’organisation, par tous ses utilisateurs, \
         pendant un an."
    ),
    perimeter: Line("Périmètre"),
    stages: Line("Étapes et calcul"),
    formula: Prose(
        "**Empreinte d’une année** = (fabrication + assemblage et distribution + fin de vie) ÷ durée de vie + \
         utilisation d’une année.\\\n\
         **Durée de vie** = durée interne + durée amont × part reconditionnée + taux de réemploi × (durée moyenne − \
         durée interne).\\\n\
         **Utilisation** = facteur de l’équipement, ou consommation × facteur de l’électricité.\\\n\
         **Centre de données** = kWh mesurés, ou kWh des équipements × PUE ; × facteur de l’électricité.\\\n\
         **Service** = résultat déclaré, tel quel."
    ),
    exclusions: Line("Exclusions"),
    exclusions_told: Line(
        "La RCP ne fournit pas de facteur par défaut : ce qui n’a pas de facteur est mis à part avec son nombre, et \
         jamais compté pour zéro. Ce qui est exclu, et pourquoi, est énuméré dans la partie sur l’empreinte"
    ),
    hypotheses: Line("Hypothèses"),
    quantities: Line("Quantités et durées de vie, en années"),
    centres: Line("Centres de données"),
    services: Line("Services"),
    factors: Line("Facteurs, en kgCO2e par unité : sources, versions et dates"),
    factors_note: Line(
        "Entre parenthèses : un facteur qu’une autre source donne et qui n’est pas retenu ; il donne la fourchette."
    ),
    quality: Line("Qualité"),
    quality_told: Line(
        "Chaque donnée est de classe haute (±1 %), moyenne (±10 %) ou basse (±20 %). Sans indication, les nombres de \
         la collectivité et ses facteurs sont tenus pour moyens, les facteurs moyens du logiciel pour bas."
    ),
    limits: Line("Limites"),
});

words!(FootprintWords {
    title: Line("L’empreinte du numérique"),
    perimeters: Line("Par périmètre"),
    sites: Line("Par site"),
    years: Line("D’une année à l’autre"),
    excluded: Line("Ce qui est mis à part, et pourquoi"),
    left_out: Line("Ce que la collectivité laisse hors du calcul"),
    quality: Line("La qualité des données"),
    quality_note: Line(
        "Part des données : chaque équipement pèse autant. Part de l’empreinte : celle dont la donnée la moins sûre est \
         de cette classe."
    ),
    results: Line("Ce que d’autres outils ont donné"),
    results_note: Line(
        "Ces résultats ne sont ni ajoutés ni joints aux précédents : leur méthode et leur contenu diffèrent."
    ),
});

//! The columns that mean the same in every tidy table: a dictionary, and nothing else.

use super::field::{Field, Kind, f};

pub(super) const COMMON: &[Field] = &[
    f("siren", Kind::Text, "Le numéro SIREN de la collectivité.").empty("le numéro n’est pas connu"),
    f("collectivite", Kind::Text, "Le nom de la collectivité."),
    f(
        "indicateur",
        Kind::Text,
        "L’identifiant de l’indicateur, stable d’une année à l’autre.",
    ),
    f("titre", Kind::Text, "Le titre de l’indicateur."),
    f("definition", Kind::Text, "Ce que l’indicateur mesure."),
    f("unite", Kind::Text, "L’unité de la valeur.").empty("un nombre sans unité"),
    f(
        "finalite",
        Kind::Whole,
        "La finalité du développement durable, de 1 à 5, dans l’ordre du III de l’article L. 110-1 du code de l’environnement.",
    ),
    f(
        "volet",
        Kind::Text,
        "interne (le fonctionnement de la collectivité) ou territorial (ses politiques sur le territoire).",
    ),
    f(
        "nature",
        Kind::Text,
        "Ce que l’indicateur peut prouver : realisation, contexte ou contribution.",
    ),
    f(
        "sens",
        Kind::Text,
        "L’évolution souhaitée : hausse, baisse, maintien ou suivi.",
    ),
    f(
        "odd",
        Kind::Text,
        "Les objectifs de développement durable des Nations unies, de 1 à 17, séparés par des points-virgules.",
    )
    .empty("aucun n’est nommé"),
    f(
        "theme_numerique",
        Kind::Whole,
        "Le thème de la stratégie numérique responsable, de 1 à 6.",
    )
    .empty("aucun thème"),
    f(
        "ventilations",
        Kind::Text,
        "Les colonnes par lesquelles l’indicateur est ventilé, séparées par des points-virgules.",
    )
    .empty("il n’est pas ventilé"),
    f("service", Kind::Text, "Le service qui répond des valeurs."),
    f("source_producteur", Kind::Text, "Qui produit la donnée."),
    f("source_diffuseur", Kind::Text, "Qui la diffuse."),
    f("source_version", Kind::Text, "La version de la source."),
    f("source_licence", Kind::Text, "La licence de la source."),
    f("source_methode", Kind::Text, "La méthode de la source."),
    f("source_limites", Kind::Text, "Les limites de la source."),
    f("annee", Kind::Year, "L’année de la valeur."),
    f(
        "ventilation",
        Kind::Text,
        "La partie dont c’est la valeur : colonne=libellé.",
    )
    .empty("l’ensemble"),
    f("valeur", Kind::Number, "La valeur, dans l’unité de l’indicateur.")
        .empty("elle manque, et « absence » dit pourquoi"),
    f(
        "absence",
        Kind::Text,
        "Pourquoi il n’y a pas de valeur : non disponible, secret ou sans objet.",
    )
    .empty("la valeur est là"),
    f("fichier", Kind::Text, "Le fichier du projet où la valeur a été lue."),
    f("feuille", Kind::Text, "La feuille de ce fichier, s’il est un classeur.")
        .empty("le fichier n’est pas un classeur"),
    f("cellule_ou_ligne", Kind::Text, "La cellule ou la ligne de ce fichier."),
    f("annee_reference", Kind::Year, "L’année de référence.").empty("aucune référence"),
    f("valeur_reference", Kind::Number, "La valeur de référence.").empty("aucune référence"),
    f("annee_derniere", Kind::Year, "L’année de la dernière valeur.").empty("aucune valeur"),
    f("valeur_derniere", Kind::Number, "La dernière valeur.").empty("aucune valeur"),
    f(
        "annee_cible",
        Kind::Year,
        "L’année de la cible que regarde l’évaluation.",
    )
    .empty("aucune cible"),
    f("valeur_cible", Kind::Number, "La valeur de cette cible.").empty("aucune cible"),
    f(
        "methode",
        Kind::Text,
        "La méthode de l’évaluation : taux, lineaire, jalons ou taux-limite.",
    )
    .empty("pas d’évaluation"),
    f(
        "taux_observe",
        Kind::Number,
        "L’évolution observée : un taux annuel, ou une part du chemin, selon la méthode. 0,02 est 2 %.",
    )
    .empty("pas d’évaluation"),
    f(
        "taux_requis",
        Kind::Number,
        "L’évolution qu’il fallait pour tenir la cible, dans la même mesure.",
    )
    .empty("pas de cible à tenir, ou pas d’évaluation"),
    f(
        "ratio",
        Kind::Number,
        "Le rapport de l’une à l’autre ; 1 sur la trajectoire.",
    )
    .empty("pas de cible à tenir, ou pas d’évaluation"),
    f("statut", Kind::Text, "Le résultat de l’évaluation."),
    f("motif", Kind::Text, "Ce qui explique ce résultat, ou son absence.").empty("rien n’est à expliquer"),
    f(
        "cibles",
        Kind::Text,
        "Toutes les cibles : année = valeur, séparées par des points-virgules.",
    )
    .empty("aucune cible"),
    f("action", Kind::Text, "L’identifiant de l’action."),
    f("avancement", Kind::Number, "L’avancement, en pour cent."),
    f("annee_debut", Kind::Year, "L’année où l’action commence."),
    f("annee_fin", Kind::Year, "L’année où elle finit.").empty("pas de fin prévue, ou non renseignée"),
    f(
        "finalite_1",
        Kind::Text,
        "L’effet sur la finalité 1 : favorable, neutre ou défavorable.",
    )
    .empty("non coté"),
    f("finalite_2", Kind::Text, "L’effet sur la finalité 2.").empty("non coté"),
    f("finalite_3", Kind::Text, "L’effet sur la finalité 3.").empty("non coté"),
    f("finalite_4", Kind::Text, "L’effet sur la finalité 4.").empty("non coté"),
    f("finalite_5", Kind::Text, "L’effet sur la finalité 5.").empty("non coté"),
    f(
        "indicateurs",
        Kind::Text,
        "Les indicateurs qui suivent l’action, séparés par des points-virgules.",
    )
    .empty("aucun ne la suit"),
    f("exemple", Kind::Flag, "true si la ligne est inventée."),
    f(
        "objet",
        Kind::Text,
        "Ce dont ce sont les crédits : action, finalite ou budget.",
    ),
    f("identifiant", Kind::Text, "L’identifiant de cet objet."),
    f("intitule", Kind::Text, "Son intitulé."),
    f("section", Kind::Text, "investissement ou fonctionnement."),
    f("exercice", Kind::Year, "L’exercice budgétaire."),
    f(
        "base",
        Kind::Text,
        "D’où viennent les montants : comptes, budget ou projet.",
    ),
    f("propose", Kind::Number, "Le montant proposé, en euros.")
        .empty("ces montants ne viennent pas d’un projet de budget"),
    f("vote", Kind::Number, "Le montant voté, en euros.").empty("cette base n’en a pas"),
    f("ouvert", Kind::Number, "Les crédits ouverts, en euros.").empty("cette base n’en a pas"),
    f("realise", Kind::Number, "Le montant réalisé, en euros.").empty("cette base n’en a pas"),
    f("reste", Kind::Number, "Les restes à réaliser, en euros.").empty("cette base n’en a pas"),
    f(
        "origine",
        Kind::Text,
        "calculé par le logiciel, ou donné par un autre outil.",
    ),
    f("perimetre", Kind::Text, "Ce qui est compté."),
    f("poste", Kind::Text, "L’équipement, le service ou le centre de données."),
    f("nombre", Kind::Number, "Le nombre d’équipements."),
    f(
        "etape",
        Kind::Text,
        "fabrication, distribution, utilisation ou fin-de-vie.",
    )
    .empty("le total"),
    f(
        "kgco2e",
        Kind::Number,
        "L’empreinte d’une année, en kilogrammes d’équivalent CO2.",
    )
    .empty("pas de résultat, et « motif » dit pourquoi"),
    f("budget", Kind::Text, "Le nom du budget."),
    f("type_budget", Kind::Text, "principal ou annexe."),
    f(
        "nomenclature",
        Kind::Text,
        "La nomenclature comptable : M57, par exemple.",
    ),
    f("intitule_nature", Kind::Text, "L’intitulé du compte."),
    f("fonction", Kind::Text, "Le code fonctionnel."),
    f("intitule_fonction", Kind::Text, "L’intitulé de la fonction."),
    f("axe", Kind::Text, "L’axe de la cotation.").empty("la dépense n’est pas cotée"),
    f("classe", Kind::Text, "La classe de la cotation.").empty("la dépense n’est pas cotée"),
    f(
        "part_favorable",
        Kind::Number,
        "La part favorable, en pour cent, quand la classe n’est pas entière.",
    )
    .empty("la classe est entière, ou la dépense n’est pas cotée"),
    f("auteur", Kind::Text, "Le service qui a coté.").empty("la dépense n’est pas cotée"),
    f("date", Kind::Text, "La date de la cotation.").empty("la dépense n’est pas cotée"),
    f("fichier_cotation", Kind::Text, "Le fichier de la cotation.").empty("la dépense n’est pas cotée"),
    f("ligne_ou_cellule", Kind::Text, "Sa ligne ou sa cellule.").empty("la dépense n’est pas cotée"),
    f("element", Kind::Text, "Le code de l’élément attendu : C1 à C8."),
    f("demande", Kind::Text, "Ce que les textes demandent."),
    f("fondement", Kind::Text, "L’article qui le demande."),
    f("critere", Kind::Text, "Comment le logiciel décide s’il y est."),
    f("constat", Kind::Text, "Ce qui est là et ce qui n’y est pas."),
];

//! A small project for each code that no refused project has: what is changed in the minimal one, and what is then told.
//!
//! One list, as long as there are codes: an entry is found by its code, and no part of it has a purpose of its own.

use super::books::{
    broken_workbook, empty_workbook, formula_without_result, nested_parquet, project_in_a_workbook,
    remark_beside_the_table,
};
#[cfg(unix)]
use super::projects::endless_link;
use super::projects::{
    budgets, catalogue, in_a_workbook, in_word, partial_fonts, reference, same_commune, settings, tagged, values, with,
    without,
};
use crate::fixture::Project;

/// What is told (`gravity code file`), the project, and the command that tells it.
pub type Case = (&'static str, fn() -> Project, &'static [&'static str]);

const CHECK: &[&str] = &["verifier"];
const WHOLE: &[&str] = &["verifier", "--complet"];
const OFFICIAL: &[&str] = &["verifier", "--officiel"];

const ACTIONS: &str =
    "actions:\n  - {id: velo, titre: Vélo, volet: territorial, etat: en-cours, credits: [{fonction: \"87\"}]}\n";
const QUERY: &str = "requete: SELECT annee, valeur FROM energie";
const FORMULA: &str = "formule: elec-batiments / population * 1000";

pub const CASES: &[Case] = &[
    (
        "erreur M198 data/parc/export.csv",
        || {
            with(
                "data/parc/export.csv",
                "nomEquipementPhysique;modele;quantite;type;consoElecAnnuelle\npc;X;1;serveur;\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M199 data/parc/machines.csv",
        || {
            with(
                "data/parc/machines.csv",
                "nomEquipementVirtuel;nomEquipementPhysique;typeEqv\nvm;srv;calcul\n",
            )
        },
        CHECK,
    ),
    (
        "erreur M253 data/parc/export.csv",
        || {
            with(
                "data/parc/export.csv",
                "nomEquipementPhysique;modele;quantite;type;paysDUtilisation\npc;X;1;smartphone;Belgium\n",
            )
        },
        CHECK,
    ),
    (
        "erreur M012 data/actions.yaml",
        || {
            with(
                "data/actions.yaml",
                "actions:\n  - id: a\n    titre: &t Vélo\n    description: *t\n    volet: interne\n    etat: prevue\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M004 data/indicateurs/anciens",
        || with("data/indicateurs/anciens/eau.yaml", "indicateurs: []\n"),
        CHECK,
    ),
    (
        "erreur M017 data/rapport.yaml",
        || settings(&format!("sous_titre: {}\n", "trop long ".repeat(1_001))),
        CHECK,
    ),
    (
        "erreur M254 data/textes/edito.md",
        || with("data/textes/edito.md", &"[".repeat(50_000)),
        CHECK,
    ),
    (
        "erreur M553 report-templates/components/cover.typ",
        || {
            with(
                "report-templates/components/cover.typ",
                &format!("#let cover = {}1", "1+".repeat(3_000)),
            )
        },
        WHOLE,
    ),
    #[cfg(any(target_os = "linux", target_os = "macos"))]
    (
        "erreur M555 report-templates",
        || {
            with(
                "report-templates/components/cover.typ",
                "#let all = range(100000000000)\n#let cover = all.len()",
            )
        },
        WHOLE,
    ),
    (
        "avertissement M157 data/logo.svg",
        || {
            let drawing = "<svg xmlns='http://www.w3.org/2000/svg' width='20' height='9'><text y='9'>MM</text></svg>";
            settings("apparence: {logo: logo.svg}\n").with("data/logo.svg", drawing)
        },
        CHECK,
    ),
    (
        "erreur M018 data/rapport.yaml",
        || settings("---\ntitre: un autre\n"),
        CHECK,
    ),
    (
        "erreur M021 data/indicateurs/indicateurs.yaml",
        || catalogue("precision: 0", "precision: 0\n  - id: sans-titre"),
        CHECK,
    ),
    (
        "erreur M077 data/rapport.yaml",
        || settings("avertissements_acceptes: [{code: M212, motif: connu}]\n"),
        CHECK,
    ),
    (
        "erreur M077 data/rapport.yaml",
        || settings("avertissements_acceptes: [{code: M999, motif: connu}]\n"),
        CHECK,
    ),
    (
        "erreur M076 data/indicateurs/indicateurs.yaml",
        || catalogue("precision: 0", "ventilations: [agent]"),
        CHECK,
    ),
    (
        "avertissement M092 data/indicateurs/indicateurs.yaml",
        || catalogue("precision: 0", "tolerance: 0,05"),
        CHECK,
    ),
    (
        "avertissement M251 data/parc/inventaire.csv",
        || with("data/parc/inventaire.csv", "type;nombre;statut\nécran;2;En stock\n"),
        CHECK,
    ),
    (
        "avertissement M252 data/parc/inventaire.csv",
        || {
            settings("parc: {exclusion: {État: [Réformé]}}\n")
                .with("data/parc/inventaire.csv", "type;nombre\nécran;2\n")
        },
        CHECK,
    ),
    (
        "avertissement M097 data/indicateurs/indicateurs.yaml",
        || catalogue("id: surfaces-renaturees", "id: Surfaces renaturées"),
        CHECK,
    ),
    (
        "avertissement M247 data/valeurs/plus.csv",
        || {
            with(
                "data/valeurs/plus.csv",
                "indicateur;annee;valeur\nÉlectricité des bâtiments;2019;1010\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M249 data/valeurs/plus.csv",
        || {
            with(
                "data/valeurs/plus.csv",
                "indicateur;annee;valeur;filiere\ndechets;2022;215;EMBALLAGES\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M245 data/indicateurs/indicateurs.yaml",
        || catalogue("precision: 0", "service: suivi@exemple.fr"),
        CHECK,
    ),
    (
        "erreur M245 data/valeurs/plus.csv",
        || {
            with(
                "data/valeurs/plus.csv",
                "indicateur;annee;valeur;note\nelec-batiments;2025;12;vu avec marie@exemple.fr\n",
            )
        },
        CHECK,
    ),
    (
        "erreur M038 data/rapport.yaml",
        || settings("carte: {fichier: communes.shp, cle: code}\n"),
        CHECK,
    ),
    (
        "erreur M048 data/rapport.yaml",
        || settings("apparence: {couleur: \"#ffee00\"}\n"),
        CHECK,
    ),
    (
        "erreur M049 data/rapport.yaml",
        || settings("apparence: {couleurs_finalites: [\"#ad583f\"]}\n"),
        CHECK,
    ),
    (
        "erreur M052 data/referentiels/calendrier.yaml",
        || reference("calendrier.yaml", "    repere: vote_budget\n    delai: 2\n", ""),
        CHECK,
    ),
    (
        "erreur M057 data/rapport.yaml",
        || {
            settings("budget: {fichiers: [{fichier: bp.csv}, {fichier: bp.csv}]}\n")
                .with("data/budget/bp.csv", "nature;vote\n64111;1\n")
        },
        CHECK,
    ),
    (
        "erreur M058 data/rapport.yaml",
        || settings("budget: {passerelles: [{de: M14, vers: M14}]}\n"),
        CHECK,
    ),
    (
        "erreur M072 data/indicateurs/indicateurs.yaml",
        || catalogue("precision: 0", "tolerance: 150"),
        CHECK,
    ),
    (
        "erreur M084 data/referentiels/textes-legaux.yaml",
        || reference("textes-legaux.yaml", "- cgct-l-2311-1-1", "- cgct-l-2311-1-11"),
        CHECK,
    ),
    (
        "erreur M082 data/referentiels/facteurs-numeriques.yaml",
        || reference("facteurs-numeriques.yaml", "fabrication: 170.3", "fabrication: -170.3"),
        CHECK,
    ),
    (
        "avertissement M111 data/valeurs/autre.csv",
        || {
            values(
                "autre.csv",
                b"indicateur;annee;valeur;note\npopulation;2019;58000;\xC3\xA9tat \xE9crit\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M113 data/valeurs/vide.csv",
        || values("vide.csv", b"indicateur;annee;valeur\n"),
        CHECK,
    ),
    (
        "erreur M115 data/valeurs/autre.csv",
        || {
            values(
                "autre.csv",
                b"indicateur;annee;valeur;note\npopulation;2019;58000;\"sans fin\n",
            )
        },
        CHECK,
    ),
    (
        "erreur M116 data/valeurs/saisie.xlsx",
        || values("saisie.xlsx", &broken_workbook()),
        CHECK,
    ),
    (
        "erreur M117 data/valeurs/saisie.xlsx",
        || {
            settings("valeurs: [{fichier: saisie.xlsx, feuille: Absente}]\n")
                .with("data/valeurs/saisie.xlsx", empty_workbook())
        },
        CHECK,
    ),
    (
        "erreur M118 data/valeurs/saisie.xlsx",
        || values("saisie.xlsx", &empty_workbook()),
        CHECK,
    ),
    (
        "erreur M119 data/valeurs/saisie.ods",
        || values("saisie.ods", &formula_without_result()),
        CHECK,
    ),
    (
        "erreur M120 data/rapport.yaml",
        || settings("valeurs: [{fichier: indicateurs.csv, feuille: Saisie}]\n"),
        CHECK,
    ),
    (
        "avertissement M122 data/valeurs/saisie.parquet",
        || values("saisie.parquet", &nested_parquet()),
        CHECK,
    ),
    (
        "erreur M130 data/indicateurs/indicateurs.yaml",
        || catalogue(FORMULA, "requete: SELECT (annee FROM energie"),
        CHECK,
    ),
    (
        "erreur M137 data/indicateurs/indicateurs.yaml",
        || {
            let query = "requete: SELECT a.annee, COUNT(*) AS valeur FROM energie a, energie b GROUP BY a.annee";
            let rows = "2025;1\n".repeat(4_000);
            catalogue(FORMULA, query).with("data/sources/energie.csv", format!("annee;mwh\n{rows}"))
        },
        CHECK,
    ),
    (
        "erreur M138 data/indicateurs/indicateurs.yaml",
        || {
            let query = "requete: SELECT annee, ARRAY_AGG(mwh) AS valeur FROM energie GROUP BY annee";
            catalogue(FORMULA, query).with("data/sources/energie.csv", "annee;mwh\n2025;1\n")
        },
        CHECK,
    ),
    (
        "erreur M139 data/indicateurs/indicateurs.yaml",
        || {
            let query = "requete: SELECT annee, mwh / 0 AS valeur FROM energie";
            catalogue(FORMULA, query).with("data/sources/energie.csv", "annee;mwh\n2025;1\n")
        },
        CHECK,
    ),
    (
        "erreur M140 data/sources/energie.parquet",
        || catalogue(FORMULA, QUERY).with("data/sources/energie.parquet", "PAR1 rien d’autre PAR1"),
        CHECK,
    ),
    (
        "erreur M141 data/sources/energie.tsv",
        || {
            catalogue(FORMULA, QUERY)
                .with("data/sources/energie.csv", "annee;valeur\n2025;1\n")
                .with("data/sources/energie.tsv", "annee\tvaleur\n2025\t1\n")
        },
        CHECK,
    ),
    (
        "avertissement M143 data/sources/energie.csv",
        || {
            let sum = "requete: SELECT annee, SUM(valeur) AS valeur FROM energie GROUP BY annee";
            catalogue(FORMULA, sum).with("data/sources/energie.csv", "annee;valeur\n2024;n.d.\n2025;1\n")
        },
        CHECK,
    ),
    ("erreur M149 data/polices/a.ttf", partial_fonts, CHECK),
    (
        "erreur M529 data/textes/edito.md",
        || {
            let row = |cell: &str| format!("|{}\n", cell.repeat(31));
            with(
                "data/textes/edito.md",
                &format!("{}{}{}", row("a|"), row("-|"), row("b|")),
            )
        },
        &["verifier", "--complet"],
    ),
    (
        "erreur M151 data/textes/Édito.md",
        || with("data/textes/Édito.md", "Un autre édito."),
        CHECK,
    ),
    ("erreur M161 data/textes/edito.docx", || in_word("<w:r>"), CHECK),
    (
        "erreur M162 data/textes/edito.docx",
        || in_word("<w:del w:author=\"A. Petit\"><w:r><w:delText>hier</w:delText></w:r></w:del>"),
        CHECK,
    ),
    (
        "erreur M163 data/textes/edito.docx",
        || in_word("<w:r><w:t>Vrai.</w:t><w:commentReference w:id=\"0\"/></w:r>"),
        CHECK,
    ),
    (
        "erreur M164 data/textes/edito.docx",
        || in_word("<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"),
        CHECK,
    ),
    (
        "avertissement M165 data/textes/edito.docx",
        || in_word("<w:r><w:rPr><w:u/></w:rPr><w:t>souligné</w:t></w:r>"),
        CHECK,
    ),
    (
        "erreur M152 data/valeurs/autre.csv",
        || {
            values(
                "autre.csv",
                b"indicateur;annee;valeur;note\npopulation;2019;58000;mati\x8Fre s\x8Fche\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M152 data/valeurs/autre.csv",
        || {
            values(
                "autre.csv",
                b"indicateur;annee;valeur;note\npopulation;2019;58000;r\x82gion\n",
            )
        },
        CHECK,
    ),
    ("erreur M170 data/parc", Project::minimal, &["empreinte"]),
    (
        "avertissement M205 data/valeurs/saisie.xlsx",
        || values("saisie.xlsx", &remark_beside_the_table()),
        CHECK,
    ),
    ("erreur M239 data/valeurs/indicateurs.csv", same_commune, CHECK),
    (
        "avertissement M287 data/budget/ca-2024.csv",
        || budgets("").with("data/actions.yaml", ACTIONS),
        CHECK,
    ),
    (
        "avertissement M289 data/rapport.yaml",
        || settings("budget: {passerelles: [{de: M14, vers: M57}]}\n"),
        CHECK,
    ),
    (
        "avertissement M307 data/indicateurs/indicateurs.yaml",
        || {
            Project::minimal().with(
                "data/valeurs/indicateurs.csv",
                "indicateur;annee;valeur;filiere\nelec-batiments;2024;1;\npopulation;2025;2;\n",
            )
        },
        CHECK,
    ),
    (
        "avertissement M308 data/valeurs/eau.csv",
        || {
            with("data/indicateurs/eau.yaml", "indicateurs:\n  - {id: eau, titre: Eau, unite: m³, finalite: 2, volet: interne, nature: realisation, sens: baisse, ventilations: [site]}\n")
                .with("data/valeurs/eau.csv", "indicateur;annee;site;valeur\neau;2025;A;100\neau;2025;B;secret\neau;2025;C;50\neau;2025;;175\n")
        },
        CHECK,
    ),
    (
        "avertissement M346 data/indicateurs/parc.yaml",
        || {
            with("data/indicateurs/parc.yaml", "indicateurs:\n  - {id: postes, titre: Postes, unite: écrans par agent, finalite: 4, volet: interne, nature: realisation, sens: baisse, parc: nombre-par-agent}\n").with("data/parc/inventaire.csv", "type;nombre;annee\nécran;3;2025\n")
        },
        CHECK,
    ),
    (
        "avertissement M400 data/textes/edito.md",
        || without("data/textes/edito.md"),
        CHECK,
    ),
    (
        "erreur M403 data/rapport.yaml",
        || settings("pages: [{texte: portrait, titre: Portrait, apres: edito}]\n"),
        CHECK,
    ),
    (
        "erreur M099 data/rapport.yaml",
        || settings("donnees_ouvertes: {adresse: data.exemple.fr/2026}\n"),
        CHECK,
    ),
    (
        "erreur M078 data/rapport.yaml",
        || settings("pages: [{texte: un, titre: Un, apres: edito}, {texte: un.md, titre: Deux, apres: budget}]\n"),
        CHECK,
    ),
    (
        "avertissement M531 data/images/logo.jpg",
        || Project::minimal().with("data/images/logo.jpg", include_bytes!("../../pictures/logo.jpg")),
        CHECK,
    ),
    (
        "avertissement M406 data/actions.yaml",
        || with("data/actions.yaml", ACTIONS),
        CHECK,
    ),
    (
        "avertissement M079 data/actions.yaml",
        || {
            with(
                "data/actions.yaml",
                &ACTIONS.replacen("etat: en-cours", "etat: realisee, avancement: 40", 1),
            )
        },
        CHECK,
    ),
    (
        "avertissement M227 data/valeurs/communes.csv",
        || {
            with("data/referentiels/communes.yaml", "communes: [{code_insee: \"38185\", nom: Grenoble}]\n")
                .with("data/indicateurs/communes.yaml", "indicateurs:\n  - {id: arbres, titre: Arbres, unite: arbres, finalite: 2, volet: territorial, sens: hausse, nature: contribution, ventilations: [commune]}\n")
                .with("data/valeurs/communes.csv", "indicateur;annee;commune;valeur\narbres;2025;Grenoble;3\narbres;2025;Grenobles;4\n")
        },
        CHECK,
    ),
    (
        "avertissement M402 data/textes/editos.md",
        || with("data/textes/editos.md", "Un texte de trop."),
        CHECK,
    ),
    (
        "avertissement M405 data/textes/edito.md",
        || settings("textes_a_relire: [{texte: edito, empreinte: \"b790c27065a613de\"}]\n"),
        CHECK,
    ),
    (
        "erreur M405 data/textes/edito.md",
        || settings("textes_a_relire: [{texte: edito, empreinte: \"b790c27065a613de\"}]\n"),
        OFFICIAL,
    ),
    (
        "erreur M094 data/projet.xlsx",
        || Project::minimal().with("data/projet.xlsx", project_in_a_workbook("Lisez-moi", &[&["Bonjour"]])),
        CHECK,
    ),
    (
        "erreur M095 data/projet.xlsx",
        || in_a_workbook("Indicateur", &[&["id"]]),
        CHECK,
    ),
    (
        "avertissement M095 data/projet.xlsx",
        || in_a_workbook("Calculs", &[&["a", "b"]]),
        CHECK,
    ),
    (
        "erreur M096 data/projet.xlsx",
        || {
            in_a_workbook(
                "Mesures",
                &[&["objectif", "titre", "etat"], &["sobrieté numérique", "Tri", "prevue"]],
            )
        },
        CHECK,
    ),
    (
        "erreur M098 data/indicateurs/indicateurs.yaml",
        || catalogue("unite: MWh", "unite: MWh\n    ventilations: [\"un ; deux\"]"),
        &["convertir", "--vers", "classeur"],
    ),
    (
        "erreur M093 data/rapport.yaml",
        || with("data/textes/edito.md", "Un éditorial."),
        &["reconduire", "2026"],
    ),
    (
        "erreur M410 data/rapport.yaml",
        || budgets("exemple: true\n  ").with("data/actions.yaml", ACTIONS),
        OFFICIAL,
    ),
    ("erreur M420 data/budget/cotation.csv", || tagged(), OFFICIAL),
    (
        "erreur M430 data/rapport.yaml",
        || {
            reference(
                "calendrier.yaml",
                "  - etape: vote_budget\n    jour: 15\n    mois: 4\n",
                "  - etape: collecte\n    jour: 15\n    mois: 4\n",
            )
        },
        &["calendrier"],
    ),
    (
        "avertissement M088 data/rapport.yaml",
        || settings("calendrier: {vote_budget: 2026-02-05}\n"),
        CHECK,
    ),
    (
        "erreur M908 data/rapport.yaml",
        || {
            values(
                "indicateurs.csv",
                b"indicateur;annee;valeur\nelec-batiments;2023;900\nelec-batiments;2024;890\n",
            )
        },
        OFFICIAL,
    ),
    (
        "erreur M905 data/rapport.yaml",
        || settings("livrables: [deliberation]\n"),
        OFFICIAL,
    ),
    (
        "erreur M431 data/textes/deliberation.md",
        || settings("livrables: [rapport, deliberation]\n"),
        OFFICIAL,
    ),
    (
        "erreur M432 data/rapport.yaml",
        || settings("livrables: [rapport, deliberation]\ndeliberation: {exemple: true}\n"),
        OFFICIAL,
    ),
    (
        "avertissement M501 report-templates/components/indicateurs.typ",
        || with("report-templates/components/indicateurs.typ", ""),
        WHOLE,
    ),
    (
        "erreur M505 report-templates/parts/foreword.typ.jinja",
        || {
            with(
                "report-templates/parts/foreword.typ.jinja",
                "#text({{ document.title + 1 }})",
            )
        },
        WHOLE,
    ),
];

/// Cases that the disks of every system do not have.
#[cfg(unix)]
pub const UNIX_CASES: &[Case] = &[("erreur M101 data/sources", endless_link, CHECK)];

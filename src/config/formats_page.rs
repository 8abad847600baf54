//! The page of the formats of others that are known by their header, written from the file that says what they are.
//!
//! `docs/reference/formats.md` is that page; a test of the suite holds them equal.

use super::reference::{ForeignFormat, formats};
use super::tables::codes;
use crate::french::date;
use crate::model::Becoming;

const OPENING: &str = "\
# Les fichiers que vous tenez déjà

Cette page est écrite par `millesime schema --formats`, d’après ce que le programme lit : `data/referentiels/formats.yaml` remplace
la sienne. Elle énumère les fichiers reconnus à leur en-tête. `millesime importer FICHIER` dit ce qu’un fichier devient, puis l’écrit ; un
inventaire déposé dans `data/parc/` est lu sans cela. La casse, les accents et l’ordre des colonnes ne comptent pas, ni le séparateur, ni l’encodage. Une
colonne nécessaire qui manque est refusée, avec le nom du format ; une colonne que le format n’a pas est dite, et n’est pas lue.

Les colonnes sont celles que publie la source, lues en entier à la date dite. Un format dont l’en-tête n’a pas été lu en entier n’est pas reconnu : il
n’y a ici ni le hub d’indicateurs de l’Écolab, ni le baromètre de l’État, ni les classeurs de WeNR.
";

/// The description of every format, in Markdown.
pub fn formats_page() -> String {
    let sections: Vec<String> = formats().iter().map(section).collect();
    format!("{OPENING}\n{}", sections.join("\n"))
}

fn section(format: &ForeignFormat) -> String {
    let mut page = format!(
        "## {}\n\n`{}`, version {}. Source : {}, lu le {}.\n\n",
        format.name,
        format.id,
        format.version,
        format.source,
        date(format.read_on)
    );
    let columns = |titles: &[String]| codes(&titles.iter().map(String::as_str).collect::<Vec<_>>());
    page.push_str(&format!("Ce qu’il devient : {}.\n\n", becoming(format)));
    page.push_str(&format!("Colonnes nécessaires : {}.\n", columns(&format.required)));
    if !format.others.is_empty() {
        page.push_str(&format!("\nAutres colonnes : {}.\n", columns(&format.others)));
    }
    let titles = format.inventory.iter().chain(&format.centres);
    let titles: Vec<String> = titles
        .map(|(key, title)| format!("| `{}` | `{key}` |\n", title.value))
        .collect();
    if !titles.is_empty() {
        page.push_str(&format!("\n| Sa colonne | La nôtre |\n|---|---|\n{}", titles.concat()));
    }
    if !format.proposals.is_empty() {
        page.push_str("\n| Indicateur proposé | Calcul |\n|---|---|\n");
    }
    for proposal in &format.proposals {
        let said = |key: &str| proposal.card.get(key).and_then(|node| node.text()).unwrap_or_default();
        page.push_str(&format!(
            "| {} (`{}`) | {} |\n",
            said("titre"),
            said("id"),
            proposal.formula
        ));
    }
    if !format.remarks.is_empty() {
        let remarks: Vec<String> = format.remarks.iter().map(|remark| format!("- {remark}\n")).collect();
        page.push_str(&format!("\n{}", remarks.concat()));
    }
    page
}

fn becoming(format: &ForeignFormat) -> String {
    let mut said = match format.becoming {
        Becoming::Inventory => {
            "un inventaire de `data/parc/`, lu tel quel. Une ligne d’un autre pays que la France est refusée (M253), comme un identifiant donné deux fois (M274) ; un équipement retiré avant l’année de l’inventaire est mis à part".to_owned()
        }
        Becoming::Centres => "des centres de données de `data/parc/`, lus tels quels ; un centre hors de France est refusé (M253)".to_owned(),
        Becoming::Indicators => format!(
            "la source `data/sources/{0}.csv`, et les fiches de `data/indicateurs/{0}.yaml`, dont la requête la lit",
            format.id
        ),
        Becoming::Values => format!(
            "le tableau `data/valeurs/{0}.csv`, où chaque valeur garde sa case, et les fiches de `data/indicateurs/{0}.yaml` pour ce que le catalogue n’a pas ; le fichier est gardé dans `collecte/`",
            format.id
        ),
        Becoming::Actions => "des actions de `data/actions.csv`, à côté de celles de `data/actions.yaml`".to_owned(),
        Becoming::Nothing => "rien ; il est reconnu pour que ce soit dit".to_owned(),
    };
    if let Some(year) = format.year.as_ref().filter(|_| format.becoming == Becoming::Indicators) {
        said.push_str(&format!(
            ". L’an prochain, les lignes du nouveau fichier s’ajoutent à celles qui y sont, par l’année de `{year}` ; une année déjà dite autrement est refusée (M175)"
        ));
    }
    said
}

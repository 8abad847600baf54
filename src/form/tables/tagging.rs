//! The tagging tables, `data/budget/cotation….csv`: a line a prefix of accounts, a column an axis.

use crate::diagnostic::{Code, Diagnostic, Diagnostics, Placed};
use crate::form::cells::{Digits, Needed, Said};
use crate::form::document::Node;
use crate::form::entry::{FromYaml, entry};
use crate::form::lines::Line;
use crate::form::scalars::inline_schema;
use crate::form::words::{ExampleMark, Word};
use crate::french::{folded, list, meant, quoted};
use crate::model::{Money, TransitionClass, TransitionRating};
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use std::borrow::Cow;

/// A class that does not exist, or a part that cannot be.
const UNKNOWN_CLASS: Code = Code("M297");

entry! {
    /// La classe de dépenses d’investissement sur chaque axe.
    TaggingLine, "la ligne" {
        /// La nomenclature ; M57 si la case est vide.
        norm("nomenclature"): Option<Said>,
        /// Le compte par nature ou ses premiers chiffres (2151, 21) ; vide pour toutes les natures.
        nature("nature"): Option<Placed<Digits>>,
        /// La fonction ou ses premiers chiffres (87, 8) ; vide pour toutes les fonctions.
        function("fonction"): Option<Placed<Digits>>,
        /// L’atténuation du changement climatique : favorable, défavorable, neutre, mixte (« mixte 60 % » en dit la part favorable) ou non cotée.
        axis_1("axe_1"): Option<Rating>,
        /// L’adaptation : une classe, comme pour l’axe 1.
        axis_2("axe_2"): Option<Rating>,
        /// L’eau : une classe, comme pour l’axe 1.
        axis_3("axe_3"): Option<Rating>,
        /// L’économie circulaire et les déchets : une classe, comme pour l’axe 1.
        axis_4("axe_4"): Option<Rating>,
        /// Les pollutions : une classe, comme pour l’axe 1.
        axis_5("axe_5"): Option<Rating>,
        /// La biodiversité : une classe, comme pour l’axe 1.
        axis_6("axe_6"): Option<Rating>,
        /// Le service ou la fonction qui a coté la ligne, imprimé dans le rapport.
        author("auteur"): Needed<Said>,
        /// Le jour de la cotation : 15/03/2026, ou 2026-03-15.
        date("date"): Needed<Placed<Said>>,
        /// « exemple » si la ligne est inventée pour une démonstration.
        status("statut"): Option<Word<ExampleMark>>,
    }
}

impl Line for TaggingLine {
    const TITLE: &str = "La cotation de l’investissement";
    const FILE: &str = "data/budget/cotation….csv";
    const TITLES: &str = "colonnes: {cotation: {nature: …}}";
    const ALIASES: &[(&str, &str)] = &[("compte", "nature"), ("service", "auteur")];
    const REMINDERS: &[&str] = &[
        "note",
        "intitule",
        "intitule_nature",
        "intitule_fonction",
        "montant",
        "exercice",
        "budget",
    ];
    const EITHER: &[&str] = &["nature", "fonction"];
    const SUBSTANCE: &[&str] = &["axe_1", "axe_2", "axe_3", "axe_4", "axe_5", "axe_6"];
    const ADVICE: &str = "« millesime cotation --csv » en prépare une.";
}

impl TaggingLine {
    /// The class of each axis that has one, with the number of the axis.
    pub fn ratings(&self) -> impl Iterator<Item = (u8, TransitionRating)> {
        let axes = [
            self.axis_1,
            self.axis_2,
            self.axis_3,
            self.axis_4,
            self.axis_5,
            self.axis_6,
        ];
        (1..).zip(axes).filter_map(|(axis, rating)| Some((axis, rating?)))
    }
}

/// The class of an axis: `favorable`, `mixte`, `mixte 60 %`.
pub enum Rating {}

impl FromYaml for Rating {
    type Value = TransitionRating;

    fn from_yaml(node: &Node, diagnostics: &mut Diagnostics) -> Option<TransitionRating> {
        let text = String::from_yaml(node, diagnostics)?;
        let found = rating(&text);
        if let Err((message, help)) = &found {
            let fault = Diagnostic::error(UNKNOWN_CLASS, node.place.clone(), message);
            diagnostics.push(fault.help(help).raw(&text));
        }
        found.ok()
    }
}

inline_schema!(Rating, "classe de cotation", { "type": "string", "enum": TransitionClass::ALL.iter().map(|class| class.label()).collect::<Vec<_>>() });

/// The class that a text says, or the sentence that refuses it and the next gesture.
fn rating(text: &str) -> Result<TransitionRating, (String, String)> {
    let split = text.find(|letter: char| letter.is_ascii_digit()).unwrap_or(text.len());
    let (word, part) = text.split_at(split);
    let word = folded(word.trim_end_matches([' ', '\u{A0}', '\u{202F}', '(', ':', ','])).replace(['-', '_'], " ");
    let labels = || TransitionClass::ALL.iter().map(|class| class.label());
    let known = TransitionClass::ALL.iter().copied().find(|class| class.key() == word);
    let class = known.ok_or_else(|| {
        let classes: Vec<String> = labels().map(quoted).collect();
        let message = format!(
            "{} n’est pas une classe de cotation ; ce sont {}.",
            quoted(text),
            list(&classes)
        );
        let choose = || "Choisissez une de ces classes, ou videz la case : la dépense restera non cotée.".to_owned();
        (message, meant(&word, labels()).unwrap_or_else(choose))
    })?;
    let favourable_part = hundredths(part);
    if part.is_empty() || class == TransitionClass::Mixed && favourable_part.is_some() {
        return Ok(TransitionRating { class, favourable_part });
    }
    let message = match class {
        TransitionClass::Mixed => format!("La part favorable {} ne se lit pas.", quoted(part)),
        _ => format!("{} donne une part à une classe qui n’en a pas.", quoted(text)),
    };
    let help = "Seule une dépense mixte a une part : « mixte 60 % » dit que 60 % en sont favorables, de 1 à 99 %.";
    Err((message, help.to_owned()))
}

/// A percentage of at least 1 and less than 100, in hundredths: `60 %`, `62,5`.
fn hundredths(text: &str) -> Option<u16> {
    let text = text.trim_end_matches([')', ' ']).trim_end_matches('%').trim_end();
    // Two decimals at most, read as money is: a part is exact too.
    let hundredths = u16::try_from(Money::parse(text).ok()?.cents()).ok()?;
    (100..10_000).contains(&hundredths).then_some(hundredths)
}

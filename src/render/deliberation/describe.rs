//! What is known of the délibération becomes the [`Act`], in the order of the acts of assemblies.

use super::act::{Act, Mention, Piece};
use super::assembly::Assembly;
use super::phrase::Phrase;
use super::statement::is_proposed;
use crate::assess::Report;
use crate::config::{Deliberation, GroupVote};
use crate::french;
use crate::model::ActWording;
use crate::printed::{Cell, PrintedTable};

/// The remark over an exposé that nobody has confirmed.
const PROPOSED: &str = "Exposé proposé à partir des constats du rapport : les avancées et les retards nommés sont un choix que le rapporteur confirme ou remplace.";

pub fn describe(report: &Report) -> Act {
    let settings = &report.settings;
    let known = &settings.deliberation;
    let wording = wording(report);
    let name = known.assembly.clone().unwrap_or(wording.assembly);
    let assembly = Assembly::new(&name);
    let signatory = known.signatory.clone().unwrap_or(wording.signatory);
    let mark = if known.example { " (exemple)" } else { "" };
    let marked = |value: &Option<String>| value.as_ref().map(|value| format!("{value}{mark}"));
    let notice = settings.sample.then(|| french::punctuate(&settings.sample_notice));
    Act {
        heading: format!("Délibération {}", assembly.of()),
        community: french::punctuate(&settings.community.name),
        notice,
        mentions: vec![
            Mention::new("Séance du", date(known)),
            Mention::new("Objet", Phrase::of(&object(report))),
            Mention::new(
                "Délibération n°",
                Phrase::default().known(marked(&known.number).as_deref(), "numéro"),
            ),
            Mention::new(
                "Rapporteur",
                Phrase::default().known(marked(&known.rapporteur).as_deref(), ""),
            ),
        ],
        object: object(report),
        opening: opening(known, &assembly, mark),
        members: members(known, mark),
        reading: Phrase::of("Le rapporteur, ")
            .known(known.rapporteur.as_deref(), "nom")
            .text(", donne lecture du rapport suivant :")
            .pieces(),
        statement_title: "Exposé des motifs",
        proposed: is_proposed(report).then(|| PROPOSED.to_owned()),
        proposal: french::punctuate(&format!(
            "En conséquence, il est proposé {} d’adopter la délibération suivante :",
            assembly.to()
        )),
        visas: visas(report.provenance.reference.texts.visas(&wording.visas), known),
        deliberated: deliberated(known, &assembly, mark),
        decisions: vec![decision(report)],
        vote_title: "Vote",
        vote: known.vote().map(|total| vote(known, &total, mark).page()),
        signatory: french::punctuate(&signatory),
    }
}

fn wording(report: &Report) -> ActWording {
    let wordings = &report.provenance.reference.deliberation;
    wordings
        .get(&report.settings.community.kind)
        .cloned()
        .unwrap_or_default()
}

/// The object, as the act and the open data say it.
pub fn object(report: &Report) -> String {
    let settings = &report.settings;
    let own = settings.deliberation.object.clone();
    let object = own.unwrap_or_else(|| {
        format!(
            "{}, édition {}, préalable aux débats sur le projet de budget {}",
            settings.title, settings.edition, settings.budget_year
        )
    });
    french::punctuate(&object)
}

fn date(known: &Deliberation) -> Phrase {
    let date = known.session.map(french::date);
    Phrase::default().known(date.as_deref(), "date")
}

fn opening(known: &Deliberation, assembly: &Assembly<'_>, mark: &str) -> Vec<Piece> {
    let marked = |value: &Option<String>| value.as_ref().map(|value| format!("{value}{mark}"));
    let convocation = known.convocation.map(french::date);
    let (of, presidency) = contracted(marked(&known.presidency));
    let phrase = match known.session {
        Some(session) => Phrase::of(&french::date_in_full(session)),
        None => Phrase::of("L’an ").blank("date en toutes lettres"),
    };
    phrase
        .text(", à ")
        .known(marked(&known.hour).as_deref(), "heure")
        .text(&format!(", {}, {} le ", assembly.the(), assembly.agreed("convoqué")))
        .known(convocation.as_deref(), "date")
        .text(&format!(", s’est {} à ", assembly.agreed("réuni")))
        .known(marked(&known.venue).as_deref(), "lieu")
        .text(&format!(", sous la présidence {of} "))
        .known(presidency.as_deref(), "nom et titre")
        .text(".")
        .pieces()
}

/// « de » before a name or a title, and what is left of it: « de le maire » is « du maire ».
fn contracted(name: Option<String>) -> (&'static str, Option<String>) {
    let Some(name) = name else { return ("de", None) };
    for (article, joined) in [("le ", "du"), ("Le ", "du"), ("les ", "des"), ("Les ", "des")] {
        if let Some(rest) = name.strip_prefix(article) {
            return (joined, Some(rest.to_owned()));
        }
    }
    ("de", Some(name))
}

fn members(known: &Deliberation, mark: &str) -> Vec<Mention> {
    let count = |number: Option<u32>| {
        let number = number.map(|number| format!("{}{mark}", french::number(f64::from(number), 0)));
        Phrase::default().known(number.as_deref(), "nombre")
    };
    let named = |number: Option<u32>, names: &Option<String>| count(number).text(" : ").known(names.as_deref(), "noms");
    vec![
        Mention::new("Membres en exercice", count(known.seats)),
        Mention::new("Votants", count(known.voting)),
        Mention::new("Présents", named(known.present, &known.present_names)),
        Mention::new("Pouvoirs", named(known.proxies, &known.proxy_names)),
        Mention::new("Absents", named(known.absent, &known.absent_names)),
        Mention::new(
            "Secrétaire de séance",
            Phrase::default().known(known.secretary.as_deref(), "nom"),
        ),
    ]
}

fn visas(texts: Vec<String>, known: &Deliberation) -> Vec<String> {
    let adoption = known.strategy_adoption.as_ref();
    let adoption = adoption.map(|act| format!("la délibération {act} adoptant la stratégie numérique responsable"));
    let visas = texts.into_iter().chain(adoption);
    visas
        .map(|text| french::bound(&french::punctuate(&format!("Vu {text} ;"))))
        .collect()
}

fn deliberated(known: &Deliberation, assembly: &Assembly<'_>, mark: &str) -> Vec<Piece> {
    let commission = known.commission.as_ref();
    let name = commission.map(|commission| format!("{}{mark}", commission.name));
    let date = commission.and_then(|commission| commission.date).map(french::date);
    Phrase::of("Après examen de la commission ")
        .known(name.as_deref(), "nom")
        .text(" du ")
        .known(date.as_deref(), "date")
        .text(&format!(", et après en avoir délibéré, {} :", assembly.the()))
        .pieces()
}

/// « Prend acte »: of the presentation, and that it comes before the budget.
fn decision(report: &Report) -> String {
    let settings = &report.settings;
    let bilan = if report.holds_digital_bilan() {
        ", qui comprend le bilan annuel de la stratégie numérique responsable"
    } else {
        ""
    };
    french::punctuate(&format!(
        "Prend acte de la présentation du rapport {} sur la situation en matière de développement durable{bilan}, préalablement aux débats sur le projet de budget {}.",
        settings.edition, settings.budget_year
    ))
}

fn vote(known: &Deliberation, total: &GroupVote, mark: &str) -> PrintedTable {
    let number = |number: u32| Cell::number(f64::from(number), 0);
    let sentence = format!(
        "{}, {}{mark} : les abstentions n’en sont pas.",
        french::plural(total.voting() as usize, "votant", "votants"),
        french::plural(total.expressed() as usize, "suffrage exprimé", "suffrages exprimés"),
    );
    PrintedTable::each(known.votes.iter().chain([total]))
        .text("groupe", "Groupe", |vote| vote.group.as_str())
        .number("pour", "Pour", |vote| number(vote.favour))
        .number("contre", "Contre", |vote| number(vote.against))
        .number("abstentions", "Abstentions", |vote| number(vote.abstentions))
        .number("votants", "Votants", |vote| number(vote.voting()))
        .whole(|vote| std::ptr::eq(vote, total))
        .table()
        .note(french::punctuate(&sentence))
}

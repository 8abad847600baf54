//! What Typst refuses or doubts becomes a diagnostic at the place the author can change.
//!
//! Typst speaks English: each diagnostic opens with a French sentence and quotes the reason after it.

use super::world::{VirtualWorld, virtual_path};
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::render::{DocumentSources, Origin};
use typst::diag::SourceDiagnostic;
use typst::syntax::{DiagSpan, Span, Spanned};
use typst::{World, WorldExt};

/// A template or a component does not compile.
const COMPILATION: Code = Code("M550");
/// Typst compiles but warns: a font it does not know, a layout that does not settle.
const WARNING: Code = Code("M551");
/// The document cannot be both PDF/A-3a and PDF/UA-1.
const EXPORT: Code = Code("M552");

/// The moment at which Typst spoke.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    Compilation,
    Warning,
    Export,
}

/// Pushes one diagnostic an entry; warnings are errors too, since nothing doubtful is published.
pub fn report(
    world: &VirtualWorld,
    sources: &DocumentSources,
    found: &[SourceDiagnostic],
    stage: Stage,
    diagnostics: &mut Diagnostics,
) {
    for entry in found {
        diagnostics.push(diagnostic(world, sources, entry, stage));
    }
}

fn diagnostic(world: &VirtualWorld, sources: &DocumentSources, entry: &SourceDiagnostic, stage: Stage) -> Diagnostic {
    let (code, general) = match stage {
        Stage::Compilation => (COMPILATION, "La mise en page est impossible"),
        Stage::Warning => (
            WARNING,
            "La mise en page appelle une réserve, et rien de douteux n’est publié",
        ),
        Stage::Export => (
            EXPORT,
            "Le document ne peut être à la fois accessible (PDF/UA-1) et archivable (PDF/A-3a)",
        ),
    };
    let (what, gesture) = kind(&entry.message);
    let sentence = format!("{general}{what}");
    let trace = entry
        .trace
        .iter()
        .filter_map(|point| call(world, sources, point))
        .collect::<Vec<_>>();
    let mut message = format!("{sentence} (raison de Typst, en anglais : « {} »).", entry.message);
    if !trace.is_empty() {
        message.push_str(&format!(" Chemin des appels : {}.", trace.join(", ")));
    }
    let hints = entry
        .hints
        .iter()
        .map(|hint| format!("« {} »", hint.v))
        .collect::<Vec<_>>();
    let mut help = gesture.to_owned();
    if !hints.is_empty() {
        help.push_str(&format!(" ; Typst suggère, en anglais : {}", hints.join(", ")));
    }
    help.push('.');
    let place = place(world, sources, entry.span).unwrap_or_else(|| fallback(world, sources, &entry.trace));
    let raw = excerpt(world, entry.span).unwrap_or_default();
    Diagnostic::error(code, place, message).help(help).raw(raw)
}

/// What Typst means, after the general sentence, and the next gesture; a reason that no kind knows is quoted alone.
fn kind(reason: &str) -> (&'static str, &'static str) {
    const KINDS: [(&[&str], &str, &str); 6] = [
        (
            &["unknown variable", "unknown symbol"],
            " : un nom n’est défini nulle part",
            "Corrigez le nom, ou importez-le en tête du fichier par « #import »",
        ),
        (
            &["file not found", "failed to load file"],
            " : un fichier nommé n’existe pas",
            "Corrigez le chemin, qui se compte depuis report-templates/",
        ),
        (
            &["unclosed", "unexpected", "the character", "expected closing"],
            " : une ligne est mal écrite",
            "Vérifiez que chaque parenthèse, crochet, accolade et guillemet ouvert est fermé",
        ),
        (
            &["missing argument", "unknown named argument", "argument"],
            " : un appel n’a pas les arguments qu’il faut",
            "Donnez à l’appel les arguments que son composant déclare",
        ),
        (
            &["expected ", "cannot "],
            " : une valeur n’est pas de la sorte attendue",
            "Corrigez la valeur à cet endroit, ou retirez votre fichier pour revenir à celui du programme",
        ),
        (
            &["unknown font family"],
            " : une police n’est pas de celles du projet",
            "Copiez ses fichiers dans data/polices/, ou corrigez son nom",
        ),
    ];
    let meant = KINDS
        .iter()
        .find(|(words, ..)| words.iter().any(|word| reason.contains(word)));
    match meant {
        Some((_, what, gesture)) => (what, gesture),
        None => ("", "Corrigez le modèle ou le texte à cet endroit"),
    }
}

/// Where a span stands for the author; none for a span that points into no file.
pub fn place(world: &VirtualWorld, sources: &DocumentSources, span: DiagSpan) -> Option<Place> {
    let id = span.id()?;
    let path = virtual_path(id).ok()?;
    let position = world.source(id).ok().and_then(|source| {
        let range = world.range(span)?;
        let (line, column) = source.lines().byte_to_line_column(range.start)?;
        Some((line, u32::try_from(column).ok()? + 1))
    });
    let Some((index, column)) = position else {
        return Some(Place::file(origin_file(sources, path)));
    };
    let line = u32::try_from(index).ok()? + 1;
    Some(match sources.origins.get(path) {
        Some(Origin::Lines(lines)) => match lines.get(index) {
            Some((file, line)) => Place::line(file.clone(), *line, 0),
            None => Place::file(origin_file(sources, path)),
        },
        Some(Origin::Same(file)) => Place::line(file.clone(), line, column),
        None => Place::line(path, line, column),
    })
}

/// The first call site that has a place, or the main template as a whole.
fn fallback<T>(world: &VirtualWorld, sources: &DocumentSources, trace: &[Spanned<T>]) -> Place {
    trace
        .iter()
        .find_map(|point| place(world, sources, point.span.into()))
        .unwrap_or_else(|| Place::file(origin_file(sources, &sources.main)))
}

fn origin_file(sources: &DocumentSources, path: &str) -> String {
    match sources.origins.get(path) {
        Some(Origin::Same(file)) => file.to_string(),
        Some(Origin::Lines(lines)) => lines
            .first()
            .map_or_else(|| path.to_owned(), |(file, _)| file.to_string()),
        None => path.to_owned(),
    }
}

/// `components/indicator.typ:12:3`, one step of the way to the fault.
fn call<T>(world: &VirtualWorld, sources: &DocumentSources, point: &Spanned<T, Span>) -> Option<String> {
    Some(place(world, sources, point.span.into())?.to_string())
}

/// The offending text, when it is short enough to be underlined.
fn excerpt(world: &VirtualWorld, span: DiagSpan) -> Option<String> {
    let source = world.source(span.id()?).ok()?;
    let text = source.text().get(world.range(span)?)?;
    let line = text.lines().next()?;
    (line.chars().count() <= 120).then(|| line.to_owned())
}

//! Sources of Typst that could not be set: too long together for the memory of a machine, or with nodes too deep to be walked, since
//! Typst bounds what is nested, not what is repeated (`1 + 1 + 1…`).
//!
//! Nothing is evaluated, and this walk does not recurse.

use super::faults;
use super::world::VirtualWorld;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::render::DocumentSources;
use typst::syntax::{Span, SyntaxNode};

/// An expression that Typst could not evaluate without the program ending.
const TOO_DEEP: Code = Code("M553");
/// A document of more pages than can be composed.
const TOO_LONG: Code = Code("M554");

/// Levels of nodes. Those of the program have 40; a sum of so many terms ends no program.
const DEEPEST: usize = 1_500;
/// Bytes of all the sources: five thousand pages of prose, which take four gigabytes of memory.
const LONGEST: usize = 16_000_000;

/// Whether the sources can be set; what cannot is a fault, at its place where it has one.
pub fn check(world: &VirtualWorld, sources: &DocumentSources, diagnostics: &mut Diagnostics) -> bool {
    let bytes: usize = world.sources().map(|source| source.text().len()).sum();
    if bytes > LONGEST {
        let message = format!(
            "Le document « {} » compte {} Mo de textes et de tableaux une fois rédigé : plus que {} Mo, soit cinq mille pages environ, ne peuvent être composés.",
            sources.name,
            bytes.div_ceil(1_000_000),
            LONGEST / 1_000_000
        );
        diagnostics.push(Diagnostic::error(TOO_LONG, Place::file("data".to_owned()), message).help(
            "Raccourcissez les textes de data/textes/ et du catalogue, ou retirez du catalogue des indicateurs (les valeurs publiées en CSV n’ont pas cette limite).",
        ));
        return false;
    }
    let mut sound = true;
    for source in world.sources() {
        if let Some(span) = deepest(source.root()) {
            let place = faults::place(world, sources, span.into());
            let place = place.unwrap_or_else(|| Place::file(sources.main.clone()));
            let message = "Cette expression enchaîne trop d’opérations pour être calculée.";
            diagnostics.push(
                Diagnostic::error(TOO_DEEP, place, message)
                    .help("Coupez-la par des « #let », ou faites une boucle sur une liste."),
            );
            sound = false;
        }
    }
    sound
}

/// The first node that is too deep.
fn deepest(root: &SyntaxNode) -> Option<Span> {
    let mut ahead = vec![(root, 0)];
    while let Some((node, depth)) = ahead.pop() {
        if depth > DEEPEST {
            return Some(node.span());
        }
        ahead.extend(node.children().map(|child| (child, depth + 1)));
    }
    None
}

//! Sources of Typst whose nodes are too deep to be walked: Typst bounds what is nested, not what is repeated (`1 + 1 + 1…`).
//!
//! Nothing is evaluated, and this walk does not recurse.

use super::faults;
use super::world::VirtualWorld;
use crate::diagnostic::{Code, Diagnostic, Diagnostics, Place};
use crate::render::DocumentSources;
use typst::syntax::{Span, SyntaxNode};

/// An expression that Typst could not evaluate without the program ending.
const TOO_DEEP: Code = Code("M553");

/// Levels of nodes. Those of the program have 40; a sum of so many terms ends no program.
const DEEPEST: usize = 1_500;

/// Whether every source can be walked; each that cannot is a fault at its place.
pub fn check(world: &VirtualWorld, sources: &DocumentSources, diagnostics: &mut Diagnostics) -> bool {
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

//! What an SVG becomes once its copies are made, counted before any is made.
//!
//! A thousand characters can name a billion shapes (`use` of a `use`, markers at each point of a line). Everything is an upper bound:
//! it counts shapes and letters, and knows nothing of what they look like.

use std::collections::BTreeMap;
use usvg::roxmltree::{Document, Node};

/// The shapes and letters of a document with every copy made; saturates.
pub(super) fn expanded(document: &Document<'_>) -> u64 {
    let mut copies = Copies {
        targets: document
            .descendants()
            .filter_map(|node| Some((node.attribute("id")?, node)))
            .collect(),
        known: BTreeMap::new(),
    };
    let drawn = copies.of(document.root_element());
    drawn.saturating_add(markers(document))
}

struct Copies<'a, 'input> {
    targets: BTreeMap<&'a str, Node<'a, 'input>>,
    /// By the identifier of a copied element; zero while it is being counted, as a copy of oneself is not drawn.
    known: BTreeMap<&'a str, u64>,
}

impl<'a, 'input> Copies<'a, 'input> {
    fn of(&mut self, node: Node<'a, 'input>) -> u64 {
        let own = node.text().map_or(0, |text| match node.is_text() {
            true => text.len() as u64,
            false => 0,
        });
        let below = node
            .children()
            .fold(1 + own, |sum, child| sum.saturating_add(self.of(child)));
        below.saturating_add(self.copied(node))
    }

    fn copied(&mut self, node: Node<'a, 'input>) -> u64 {
        if node.tag_name().name() != "use" {
            return 0;
        }
        let named = node.attributes().find(|attribute| attribute.name() == "href");
        let Some(identifier) = named.and_then(|attribute| attribute.value().strip_prefix('#')) else {
            return 0;
        };
        let Some((identifier, target)) = self.targets.get_key_value(identifier) else {
            return 0;
        };
        let (identifier, target) = (*identifier, *target);
        if let Some(known) = self.known.get(identifier) {
            return *known;
        }
        self.known.insert(identifier, 0);
        let count = self.of(target);
        self.known.insert(identifier, count);
        count
    }
}

/// The shapes that markers add, were every marker at every point of every line; a point takes two characters at least.
fn markers(document: &Document<'_>) -> u64 {
    let marked = document
        .descendants()
        .filter(|node| node.tag_name().name() == "marker")
        .map(|marker| marker.descendants().count() as u64)
        .sum::<u64>();
    let points = document
        .descendants()
        .flat_map(|node| node.attributes())
        .filter(|attribute| ["d", "points"].contains(&attribute.name()))
        .map(|attribute| attribute.value().len() as u64 / 2)
        .sum::<u64>();
    marked.saturating_mul(points)
}

//! An image made of shapes (SVG): read as Typst will read it, under bounds that no logo meets.
//!
//! Bounds are counts: of elements, of copies, of points of lines, of letters, of effects. What a drawing looks like is not judged.

use super::expanded::expanded;
use super::{Drawn, Refusal, proportioned, raster, refuse};
use std::sync::{Arc, Mutex};
use usvg::filter::Kind;
use usvg::roxmltree::{Document, ParsingOptions};
use usvg::{Group, ImageHrefResolver, ImageKind, Node, Options, Paint, Tree};

/// Elements of a file.
const MAXIMUM_ELEMENTS: u32 = 40_000;
/// Attributes of an element: its reader compares each with all the others.
const MAXIMUM_ATTRIBUTES: usize = 1_000;
/// Elements in one another: a drawing exported by hand has fifteen.
const MAXIMUM_DEPTH: usize = 48;
/// Groups in one another once drawn: each is a level of a content stream, of which PDF/A-3 admits 28 (ISO 19005-2, 6.1.13).
const MAXIMUM_GROUPS: usize = 12;
/// Shapes, points of lines and letters, every copy made.
const MAXIMUM_DRAWN: u64 = 250_000;
/// Rules of style, times the elements that each is tried on.
const MAXIMUM_STYLES: usize = 50_000_000;
/// Steps of effects; a shadow takes six.
const MAXIMUM_EFFECTS: usize = 20;

const SIMPLIFY: &str = "Dans le logiciel de dessin, simplifiez le dessin et dégroupez ses objets, ou exportez-le en PNG à 2 000 points de large.";
const FLATTEN: &str =
    "Dans le logiciel de dessin, retirez cet effet, ou exportez le dessin en PNG à 2 000 points de large.";
const EMBED: &str = "Dans le logiciel de dessin, incorporez les images liées et enregistrez de nouveau.";
const AGAIN: &str = "Ouvrez-la dans un logiciel de dessin et enregistrez-la de nouveau en SVG.";

/// Whether a drawing can be made on a page.
pub(super) fn check(bytes: &[u8]) -> Result<Drawn, Refusal> {
    let Ok(text) = std::str::from_utf8(bytes) else {
        return refuse("n’est pas en UTF-8", AGAIN);
    };
    // No value holds `<`: from one to the next is a whole element, and its attributes are not more than its signs `=`.
    if text
        .split('<')
        .any(|element| element.matches('=').count() > MAXIMUM_ATTRIBUTES)
    {
        return refuse("a un élément de trop d’attributs", AGAIN);
    }
    let options = ParsingOptions {
        // Drawings of Illustrator name their vocabularies by entities; their loops are counted by the reader.
        allow_dtd: true,
        nodes_limit: MAXIMUM_ELEMENTS * 2,
        ..ParsingOptions::default()
    };
    let document = match Document::parse_with_options(text.trim_start_matches('\u{FEFF}'), options) {
        Ok(document) => document,
        Err(usvg::roxmltree::Error::NodesLimitReached) => return refuse("a trop d’éléments", SIMPLIFY),
        Err(error) => {
            let line = error.pos().row;
            return refuse(format!("n’est pas un SVG bien formé (ligne {line})"), AGAIN);
        }
    };
    bounded(&document)?;
    let tree = tree(&document)?;
    let size = tree.size();
    proportioned(size.width().into(), size.height().into())?;
    let mut count = Count::default();
    count.group(tree.root(), 0)?;
    let shown = tree.root().abs_layer_bounding_box();
    if count.drawn == 0
        || shown.left() >= size.width()
        || shown.top() >= size.height()
        || shown.right() <= 0.0
        || shown.bottom() <= 0.0
    {
        return refuse("ne montre rien : aucune forme n’y est visible", AGAIN);
    }
    Ok(Drawn {
        has_texts: tree.has_text_nodes(),
        // A user unit is a 96th of an inch (CSS Values 3, 6.2).
        width_mm: f64::from(size.width()) * 25.4 / 96.0,
        height_mm: f64::from(size.height()) * 25.4 / 96.0,
    })
}

/// The bounds that are met before anything is made of the file.
fn bounded(document: &Document<'_>) -> Result<(), Refusal> {
    // By a walk that does not recurse: the one that counts copies does, and stands on this.
    let deep = document
        .descendants()
        .any(|node| node.ancestors().nth(MAXIMUM_DEPTH).is_some());
    if deep {
        return refuse(
            format!("a plus de {MAXIMUM_DEPTH} groupes les uns dans les autres"),
            SIMPLIFY,
        );
    }
    if document
        .descendants()
        .any(|node| node.tag_name().name() == "foreignObject")
    {
        return refuse(
            "contient une page HTML (« foreignObject »), qui ne se dessine pas",
            FLATTEN,
        );
    }
    if expanded(document) > MAXIMUM_DRAWN {
        return refuse("a trop de formes, une fois faites les copies qu’elle demande", SIMPLIFY);
    }
    let elements = document.descendants().filter(|node| node.is_element());
    let styles = document.descendants().filter(|node| node.tag_name().name() == "style");
    let rules: usize = styles
        .filter_map(|style| style.text())
        .map(|text| text.matches('{').count())
        .sum();
    if rules.saturating_mul(elements.count()) > MAXIMUM_STYLES {
        return refuse("a trop de règles de style", SIMPLIFY);
    }
    Ok(())
}

/// The drawing, as Typst will read it but for its fonts.
fn tree(document: &Document<'_>) -> Result<Tree, Refusal> {
    let refused = Mutex::new(None);
    let keep = |refusal: Refusal| {
        if let Ok(mut first) = refused.lock() {
            first.get_or_insert(refusal);
        }
        None
    };
    let data = ImageHrefResolver::default_data_resolver();
    let mut fonts = usvg::fontdb::Database::new();
    fonts.load_font_source(usvg::fontdb::Source::Binary(Arc::new(crate::model::NOTO_SANS[0])));
    let options = Options {
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|mime, bytes, options| match data(mime, bytes, options)? {
                ImageKind::SVG(_) => keep(Refusal {
                    reason: "contient un autre SVG en image".to_owned(),
                    gesture: "Dans le logiciel de dessin, ouvrez ce dessin incorporé et collez-y ses formes.",
                }),
                image => match embedded(&image) {
                    Ok(_) => Some(image),
                    Err(refusal) => keep(refusal),
                },
            }),
            resolve_string: Box::new(|_, _| {
                keep(Refusal {
                    reason: "renvoie à une image qui est dans un autre fichier".to_owned(),
                    gesture: EMBED,
                })
            }),
        },
        font_resolver: usvg::FontResolver {
            select_font: Box::new(|_, fonts| fonts.faces().next().map(|face| face.id)),
            select_fallback: Box::new(|_, _, _| None),
        },
        fontdb: Arc::new(fonts),
        ..Options::default()
    };
    let tree = Tree::from_xmltree(document, &options);
    drop(options);
    if let Some(refusal) = refused.into_inner().unwrap_or_default() {
        return Err(refusal);
    }
    tree.or_else(|error| match error {
        usvg::Error::InvalidSize => refuse("n’a ni largeur ni hauteur", AGAIN),
        usvg::Error::ElementsLimitReached => refuse("a trop d’éléments", SIMPLIFY),
        _ => refuse("n’est pas un SVG bien formé", AGAIN),
    })
}

/// An image of points inside a drawing.
fn embedded(image: &ImageKind) -> Result<Drawn, Refusal> {
    let inside = |refusal: Refusal| Refusal {
        reason: format!("contient une image de points qui {}", refusal.reason),
        ..refusal
    };
    match image {
        ImageKind::PNG(bytes) => raster::check(bytes, image::ImageFormat::Png).map_err(inside),
        ImageKind::JPEG(bytes) => raster::check(bytes, image::ImageFormat::Jpeg).map_err(inside),
        ImageKind::GIF(_) | ImageKind::WEBP(_) | ImageKind::SVG(_) => refuse(
            "contient une image GIF ou WebP",
            "Remplacez-la par un PNG dans le logiciel de dessin.",
        ),
    }
}

/// What is drawn so far.
#[derive(Default)]
struct Count {
    drawn: u64,
    effects: usize,
}

impl Count {
    fn add(&mut self, drawn: usize) -> Result<(), Refusal> {
        self.drawn += drawn as u64;
        match self.drawn > MAXIMUM_DRAWN {
            true => refuse("a trop de formes", SIMPLIFY),
            false => Ok(()),
        }
    }

    fn group(&mut self, group: &Group, depth: usize) -> Result<(), Refusal> {
        if depth > MAXIMUM_GROUPS {
            return refuse(
                format!("a plus de {MAXIMUM_GROUPS} groupes, masques ou motifs les uns dans les autres"),
                SIMPLIFY,
            );
        }
        self.effects(group)?;
        let mut clip = group.clip_path();
        let mut below = depth + 1;
        while let Some(path) = clip {
            self.group(path.root(), below)?;
            (clip, below) = (path.clip_path(), below + 1);
        }
        let (mut mask, mut below) = (group.mask(), depth + 1);
        while let Some(inner) = mask {
            self.group(inner.root(), below)?;
            (mask, below) = (inner.mask(), below + 1);
        }
        for node in group.children() {
            match node {
                Node::Group(group) => self.group(group, depth + 1)?,
                Node::Path(path) => {
                    self.add(1 + path.data().len())?;
                    let paints = [
                        path.fill().map(usvg::Fill::paint),
                        path.stroke().map(usvg::Stroke::paint),
                    ];
                    for paint in paints.into_iter().flatten() {
                        if let Paint::Pattern(pattern) = paint {
                            self.group(pattern.root(), depth + 1)?;
                        }
                    }
                }
                Node::Image(_) => self.add(1)?,
                Node::Text(text) => {
                    self.add(1 + text.chunks().iter().map(|chunk| chunk.text().len()).sum::<usize>())?
                }
            }
        }
        Ok(())
    }

    fn effects(&mut self, group: &Group) -> Result<(), Refusal> {
        for step in group.filters().iter().flat_map(|filter| filter.primitives()) {
            self.effects += 1;
            // What is left out costs more than the square of what it is given.
            let plain = matches!(
                step.kind(),
                Kind::Blend(_)
                    | Kind::ColorMatrix(_)
                    | Kind::ComponentTransfer(_)
                    | Kind::Composite(_)
                    | Kind::DropShadow(_)
                    | Kind::Flood(_)
                    | Kind::GaussianBlur(_)
                    | Kind::Merge(_)
                    | Kind::Offset(_)
            );
            if !plain {
                return refuse("a un effet qui n’est ni une ombre, ni un flou, ni une teinte", FLATTEN);
            }
            if self.effects > MAXIMUM_EFFECTS {
                return refuse("a trop d’effets", FLATTEN);
            }
        }
        Ok(())
    }
}

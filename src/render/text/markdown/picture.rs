//! A picture of a text: alone in its paragraph, with the words that say what it shows.
//!
//! Where it stands and how wide it is, the module `pictures` says.

use super::{TextKind, Walk};
use crate::diagnostic::Code;
use crate::french;
use crate::model::Picture;
use pulldown_cmark::{Event, Tag, TagEnd};

/// A picture that a text cannot show.
const PICTURE: Code = Code("M521");

impl Walk<'_> {
    /// The picture that a paragraph which begins at `offset` is, and nothing else; inside, none where it was refused.
    pub(super) fn picture(&mut self, offset: usize) -> Option<Option<Picture>> {
        let picture = match self.events.as_slice() {
            [(Event::Text(text), _), (Event::End(TagEnd::Paragraph), _), ..] => {
                let picture = self.expanded.picture(text)?.clone();
                self.raw();
                Some(picture)
            }
            [(Event::Start(Tag::Image { dest_url, title, .. }), _), rest @ ..] => {
                let inside = rest.iter().position(|(event, _)| *event == Event::End(TagEnd::Image))?;
                let (Event::End(TagEnd::Paragraph), _) = rest.get(inside + 1)? else {
                    return None;
                };
                let (path, title) = (self.expanded.restore(dest_url), self.expanded.restore(title));
                self.events.next();
                let alternative = self.raw();
                self.raw();
                self.image(&path, &alternative, &title, offset)
            }
            _ => return None,
        };
        Some(picture.filter(|_| self.may_show(offset)))
    }

    fn image(&mut self, path: &str, alternative: &str, title: &str, offset: usize) -> Option<Picture> {
        let alternative = french::punctuate(self.expanded.restore(alternative).trim());
        if alternative.is_empty() {
            let help = format!(
                "Entre les crochets, écrivez en une phrase ce qu’elle montre : ![La place, après les travaux]({path})"
            );
            let in_word = "Dans Word, clic droit sur l’image, « Modifier le texte de remplacement » : écrivez en une phrase ce qu’elle montre (La place, après les travaux). Une image qui ne montre rien est à supprimer.";
            let message = "Cette image n’a pas de texte de remplacement : qui ne la voit pas n’en saurait rien.";
            self.refuse(PICTURE, offset, message.to_owned(), self.gesture(&help, in_word), "![");
            return None;
        }
        let Some(picture) = self.pictures.image(path).cloned() else {
            let near = french::meant(path, self.pictures.names());
            let help = near.unwrap_or_else(|| {
                "Mettez le fichier (.jpg, .png ou .svg) dans data/images/, et n’écrivez que son nom entre les parenthèses.".to_owned()
            });
            let message = format!("L’image « {path} » n’est pas dans data/images/.");
            self.refuse(PICTURE, offset, message, &help, path);
            return None;
        };
        Some(Picture {
            alternative,
            caption: french::punctuate(title.trim()),
            ..picture
        })
    }

    /// Whether this kind of text shows pictures, at this depth.
    fn may_show(&mut self, offset: usize) -> bool {
        let message = match self.kind {
            TextKind::Part if self.depth == 1 => return true,
            TextKind::Part => "Une image ne se met pas dans une liste, une citation ou une note.",
            TextKind::Act => "Une délibération ne porte pas d’image.",
            TextKind::Remark => "Ce texte ne porte pas d’image : le graphique de l’indicateur est déjà à côté.",
        };
        let help = self.gesture(
            "Mettez-la dans un texte de data/textes/, seule entre deux lignes vides, sans retrait.",
            "Mettez-la dans un texte de data/textes/, seule dans un paragraphe ordinaire.",
        );
        self.refuse(PICTURE, offset, message.to_owned(), help, "");
        false
    }

    pub(super) fn refuse_picture_in_sentence(&mut self, offset: usize, raw: &str) {
        let message = "Une image, ou un graphique, ne se met pas au milieu d’une phrase.".to_owned();
        let help = self.gesture(
            "Mettez-la seule dans son paragraphe, avec une ligne vide avant et une après.",
            "Mettez-la seule dans son paragraphe, hors de tout tableau et de toute liste : la touche Entrée avant, et après.",
        );
        self.refuse(PICTURE, offset, message, help, raw);
    }
}

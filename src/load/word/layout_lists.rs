//! The lists of a Word file laid out as a text: a line an item, moved to the right by its level.

use super::layout::Layout;
use super::noun::{Item, Paragraph, ParagraphKind};
use crate::load::text::Element;

impl Layout {
    /// Items that follow each other: one list, or several where their marks change.
    pub fn lists(&mut self, group: &[&Paragraph]) {
        let items: Vec<(&Item, &Paragraph)> = group
            .iter()
            .filter_map(|paragraph| match &paragraph.kind {
                ParagraphKind::Item(item) => Some((item, *paragraph)),
                _ => None,
            })
            .collect();
        self.part();
        let mut rest = items.as_slice();
        while let Some((first, _)) = rest.first() {
            rest = self.list(rest, first.level);
        }
    }

    /// The list that items begin, and those that are left.
    fn list<'a>(&mut self, items: &'a [(&'a Item, &'a Paragraph)], level: usize) -> &'a [(&'a Item, &'a Paragraph)] {
        let Some((first, _)) = items.first() else {
            return items;
        };
        let key = (first.list.clone(), level);
        let number = first.start.map(|start| self.next.get(&key).copied().unwrap_or(start));
        self.open(Element::List(number));
        let mut rest = items;
        while let Some(((item, paragraph), after)) = rest.split_first() {
            let is_same =
                item.level == level && item.list == first.list && item.start.is_some() == first.start.is_some();
            if !is_same {
                break;
            }
            rest = after;
            self.open(Element::Item);
            self.item(item, paragraph);
            rest = self.going_on(rest, level);
            while let Some((next, _)) = rest.first().filter(|(next, _)| next.level > level) {
                rest = self.list(rest, next.level);
                rest = self.going_on(rest, level);
            }
            self.close();
        }
        self.close();
        rest
    }

    /// The paragraphs that go on with an item, and the items that are left.
    fn going_on<'a>(
        &mut self,
        items: &'a [(&'a Item, &'a Paragraph)],
        level: usize,
    ) -> &'a [(&'a Item, &'a Paragraph)] {
        let is_more = |(item, _): &&(&Item, &Paragraph)| item.goes_on && item.level == level;
        let (more, rest) = items.split_at(items.iter().take_while(is_more).count());
        more.iter().for_each(|(_, paragraph)| self.paragraph(paragraph));
        rest
    }

    fn item(&mut self, item: &Item, paragraph: &Paragraph) {
        if !self.words.ends_with('\n') && !self.words.is_empty() {
            self.words.push('\n');
        }
        self.begin(paragraph);
        self.words.push_str(&"  ".repeat(item.level));
        match item.start {
            None => self.words.push_str("- "),
            Some(start) => {
                let next = self.next.entry((item.list.clone(), item.level)).or_insert(start);
                self.words.push_str(&format!("{next}. "));
                *next = next.saturating_add(1);
            }
        }
        // What is deeper begins again under each item.
        self.next
            .retain(|(list, level), _| *list != item.list || *level <= item.level);
        self.runs(&paragraph.runs);
    }
}

//! The templates say nothing of their own: what is read on a page comes from the context, whatever the kind of page.
//!
//! Outside tags a template holds calls of Typst and white space; a string in a call or in a tag is a key (a slot, a path, a
//! name), never words. A template that begins with a parenthesis stands inside a call.

use super::types::Types;
use crate::codes::texts;
use std::collections::BTreeSet;
use std::iter::Peekable;
use std::str::Chars;

/// What a template says of its own, in the order of reading.
struct Reading<'a> {
    letters: Peekable<Chars<'a>>,
    said: Vec<String>,
}

#[test]
fn no_template_holds_words() {
    let said = |(file, text): (String, String)| {
        let said = spoken(&text).into_iter();
        said.map(|words| format!("{file}: « {words} »")).collect::<Vec<_>>()
    };
    let said: Vec<String> = texts("report-templates", "jinja").flat_map(said).collect();
    assert!(
        said.is_empty(),
        "words belong to src/render/context/words:\n{}",
        said.join("\n")
    );
}

#[test]
fn every_word_of_the_program_is_printed_by_a_template() {
    // A template may call the words of its part `told`.
    let whole = |text: String| match text.split_once("{% set told = ") {
        Some((_, rest)) => {
            let part = rest.split_once(" %}").unwrap().0;
            text.replace("told.", &format!("{part}."))
        }
        None => text,
    };
    let templates: String = texts("report-templates", "jinja")
        .map(|(_, text)| whole(text))
        .collect();
    let paths = Types::read().paths();
    let words = paths.iter().filter(|path| path.starts_with("words."));
    let words = words.filter_map(|path| path.split([':', '[']).next());
    let is_path = |letter: char| letter.is_ascii_alphanumeric() || "._".contains(letter);
    let printed: BTreeSet<&str> = templates.split(|letter| !is_path(letter)).collect();
    let left: Vec<&str> = words.filter(|word| !printed.contains(*word)).collect();
    assert!(left.is_empty(), "no template prints {left:?}");
}

#[test]
fn words_are_heard_in_markup_in_calls_and_in_tags() {
    let template = "{#- Un mot. -#}\n#import \"/a.typ\": b\n// Non.\n#set text(size: 9pt)\n#let x = [Dit] + \"y\"\n\
        #part(slot: \"budget\", title: \"Annexe\")[\n  Ici *ou* #b(c: (1, \"l’eau\"))[là] {{ d ~ \" et \" ~ \", \" }}\n]\n\
        {% if e == \"f-g\" %}#together[#h({{ i }})]{% endif %}\n#cell({ v(1mm); [fin] })\n";
    assert_eq!(
        spoken(template),
        ["Dit", "Annexe", "Ici *ou*", "l’eau", "là", " et ", "fin"]
    );
}

fn spoken(template: &str) -> Vec<String> {
    let mut reading = Reading {
        letters: template.chars().peekable(),
        said: Vec::new(),
    };
    match reading.letters.next_if_eq(&'(') {
        Some(open) => reading.group(open),
        None => reading.markup(None),
    }
    reading.said
}

impl Reading<'_> {
    /// Up to a closing bracket, or to the end: what is neither a call nor a tag is said.
    fn markup(&mut self, end: Option<char>) {
        let mut run = String::new();
        while let Some(letter) = self.letters.next() {
            let comment = letter == '/' && self.letters.peek() == Some(&'/');
            match letter {
                _ if Some(letter) == end => break,
                '/' if comment => self.line(),
                '#' | '{' => {
                    self.say(&mut run);
                    if letter == '#' { self.call() } else { self.tag() }
                }
                _ => run.push(letter),
            }
        }
        self.say(&mut run);
    }

    /// A call of Typst after its `#`, or a whole line of `#let`, `#set`, `#show`, `#import`.
    fn call(&mut self) {
        let mut name = String::new();
        while let Some(letter) = self
            .letters
            .next_if(|letter| letter.is_alphanumeric() || "-_.".contains(*letter))
        {
            name.push(letter);
        }
        if ["let", "set", "show", "import"].contains(&name.as_str()) {
            return self.code('\n');
        }
        while let Some(open) = self.letters.next_if(|letter| "([{".contains(*letter)) {
            self.group(open);
        }
    }

    fn group(&mut self, open: char) {
        match open {
            '[' => self.markup(Some(']')),
            '(' => self.code(')'),
            _ if self.letters.peek().is_some_and(|next| "{%#".contains(*next)) => self.tag(),
            _ => self.code('}'),
        }
    }

    fn code(&mut self, end: char) {
        while let Some(letter) = self.letters.next() {
            match letter {
                _ if letter == end => return,
                '"' => self.string(),
                '(' | '[' | '{' => self.group(letter),
                _ => {}
            }
        }
    }

    /// After the first brace of a tag.
    fn tag(&mut self) {
        let close = match self.letters.next() {
            Some('{') => '}',
            Some(sign) => sign,
            None => return,
        };
        while let Some(letter) = self.letters.next() {
            if letter == '"' && close != '#' {
                self.string();
            }
            if letter == close && self.letters.next_if_eq(&'}').is_some() {
                return;
            }
        }
    }

    /// A string is a key, or is said.
    fn string(&mut self) {
        let words: String = self.letters.by_ref().take_while(|letter| *letter != '"').collect();
        let is_key = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || "-_./".contains(letter);
        if words.contains(char::is_alphabetic) && !words.chars().all(is_key) {
            self.said.push(words);
        }
    }

    fn line(&mut self) {
        self.letters.by_ref().find(|letter| *letter == '\n');
    }

    fn say(&mut self, run: &mut String) {
        let words = std::mem::take(run);
        if words.contains(char::is_alphabetic) {
            self.said.push(words.trim().to_owned());
        }
    }
}

//! TOTEM (`DocumentBudgetaire`) and the flux of the compte financier unique, read as a stream.
//!
//! Values stand in the attribute `V`. Totals that the file adds (`calculated="true"`) are counted and left out,
//! annexes are walked past, no entity is expanded and nothing is ever fetched.

use super::faults::Faults;
use super::position::At;
use super::stream::{Decoded, MAXIMUM_MARKUP};
use super::totem_head::Head;
use super::totem_line::RawLine;
use super::totem_value::{attribute, value};
use crate::model::{BudgetDocument, BudgetLine, LineCount};
use quick_xml::errors::{Error, IllFormedError};
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceError, NamespaceResolver, ResolveResult};
use quick_xml::reader::Reader;
use std::collections::BTreeSet;
use std::io::Read;
use std::sync::Arc;

const BUDGET_NAMESPACE: &str = "http://www.minefi.gouv.fr/cp/demat/docbudgetaire";
const ACCOUNTS_NAMESPACE: &str = "http://www.minefi.gouv.fr/cp/demat/doccfu";

/// Elements inside one another: a real file has ten.
const MAXIMUM_DEPTH: usize = 200;
/// Lines of one file: the largest real budgets have tens of thousands.
const MAXIMUM_LINES: usize = 1_000_000;

/// Where the walk is, and what it holds.
struct Walk<'a, 'b> {
    file: Arc<str>,
    faults: &'a mut Faults<'b>,
    /// The namespaces that the root declares.
    names: NamespaceResolver,
    /// Local names of the open elements.
    open: Vec<String>,
    /// How many of them lead to the elements of the budget: 1 under `DocumentBudgetaire`, 2 in the flux of a CFU.
    base: usize,
    accounts: bool,
    head: Head,
    current: Option<RawLine>,
    lines: Vec<BudgetLine>,
    count: LineCount,
    /// One copy of each code: a budget repeats a few hundred of them.
    codes: BTreeSet<Arc<str>>,
    documents: Vec<BudgetDocument>,
}

/// The budgets of an XML file; none where it has a fault.
pub(super) fn read(file: Arc<str>, source: Decoded<impl Read>, faults: &mut Faults) -> Vec<BudgetDocument> {
    let mut reader = Reader::from_reader(source);
    reader.config_mut().trim_text_start = true;
    reader.config_mut().allow_dangling_amp = true;
    let mut walk = Walk::new(file, faults);
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        reader.get_mut().markup_ended();
        let event = reader.read_event_into(&mut buffer);
        let (end, tag) = (reader.get_ref().end(), reader.get_ref().tag());
        let going_on = match event {
            Ok(Event::Start(element)) => {
                let going_on = walk.enter(&element, tag);
                walk.open.push(element.local_name().as_ref().to_owned());
                going_on
            }
            Ok(Event::Empty(element)) => {
                let going_on = walk.enter(&element, tag);
                walk.close(element.local_name().as_ref(), tag);
                going_on && !walk.open.is_empty()
            }
            Ok(Event::End(_)) => {
                walk.leave(end);
                // What follows the root is nobody’s.
                !walk.open.is_empty()
            }
            Ok(Event::DocType(kind)) => {
                // Its own declarations may have been the last markup.
                let end = At::from(end.line);
                if kind.get(..4).is_some_and(|name| name.eq_ignore_ascii_case("html")) {
                    walk.faults.web_page(end);
                } else {
                    walk.faults.entity(end, "<!DOCTYPE");
                }
                false
            }
            Ok(Event::Eof) => {
                walk.cut(end);
                false
            }
            Ok(_) => true,
            Err(error) => {
                walk.stop(end, reader.get_mut(), &error);
                false
            }
        };
        if !going_on {
            break;
        }
    }
    walk.end()
}

impl<'a, 'b> Walk<'a, 'b> {
    fn new(file: Arc<str>, faults: &'a mut Faults<'b>) -> Self {
        Walk {
            file,
            faults,
            names: NamespaceResolver::default(),
            open: Vec::new(),
            base: 0,
            accounts: false,
            head: Head::default(),
            current: None,
            lines: Vec::new(),
            count: LineCount::default(),
            codes: BTreeSet::new(),
            documents: Vec::new(),
        }
    }

    /// Opens an element; false where the walk must stop.
    fn enter(&mut self, element: &BytesStart<'_>, line: At) -> bool {
        let name = element.local_name();
        let name: &str = name.as_ref();
        // Only the root and its children tell a budget from another document: below, a name is enough, and cheaper.
        let bound = match self.open.len() {
            0 | 1 => match self.namespace(element) {
                Ok(bound) => bound,
                Err(error) => {
                    self.faults.broken(line, &format!("le lecteur dit « {error} »"));
                    return false;
                }
            },
            _ => String::new(),
        };
        match (self.open.len(), name, bound.as_str()) {
            (0, "DocumentBudgetaire", BUDGET_NAMESPACE) => self.base = 1,
            (0, "CompteFinancierUnique", ACCOUNTS_NAMESPACE) => self.accounts = true,
            (0, "html", _) => {
                self.faults.web_page(line);
                return false;
            }
            (0, ..) => {
                self.faults.root(line, name, &bound);
                return false;
            }
            (1, "DocumentBudgetaire", BUDGET_NAMESPACE) if self.accounts => self.base = 2,
            (MAXIMUM_DEPTH, ..) => {
                self.faults
                    .bound(line, &format!("plus de {MAXIMUM_DEPTH} éléments y sont emboîtés"));
                return false;
            }
            _ => {}
        }
        self.base == 0 || self.open.len() < self.base || self.budget_element(name, element, line)
    }

    /// The namespace of the root or of one of its children; empty where it has none.
    fn namespace(&mut self, element: &BytesStart<'_>) -> Result<String, NamespaceError> {
        self.names.push(element)?;
        let bound = match self.names.resolve_element(element.name()).0 {
            ResolveResult::Bound(namespace) => namespace.0.to_owned(),
            ResolveResult::Unbound | ResolveResult::Unknown(_) => String::new(),
        };
        if !self.open.is_empty() {
            self.names.pop();
        }
        Ok(bound)
    }

    /// An element under `DocumentBudgetaire`.
    fn budget_element(&mut self, name: &str, element: &BytesStart<'_>, line: At) -> bool {
        let depth = self.open.len() - self.base;
        let parent = self.open.last().map_or("", String::as_str);
        let in_budget = self.open.get(self.base).is_some_and(|name| name == "Budget");
        match (depth, parent) {
            (1, "Budget") if name == "LigneBudget" => {
                self.count.read += 1;
                let calculated = matches!(attribute(element, "calculated").as_deref(), Some("true" | "1"));
                self.count.calculated += usize::from(calculated);
                self.current = (!calculated).then(|| RawLine::new(line));
                if self.count.read > MAXIMUM_LINES {
                    self.faults
                        .bound(line, &format!("il y a plus de {MAXIMUM_LINES} lignes de budget"));
                    return false;
                }
            }
            (2, "LigneBudget") if in_budget => {
                let Some(current) = &mut self.current else { return true };
                let section = name == "CaracSup" && attribute(element, "Code").as_deref() == Some("Section");
                match value(element) {
                    Ok(text) if section => current.set_section(text),
                    Ok(text) => current.set(name, text, line),
                    Err(fault) => return fault.tell(line, self.faults),
                }
            }
            (1, "EnTeteDocBudgetaire") => return self.head_element(name, element, line),
            (2, "EnTeteBudget" | "BlocBudget") if in_budget => return self.head_element(name, element, line),
            _ => {}
        }
        true
    }

    fn head_element(&mut self, name: &str, element: &BytesStart<'_>, line: At) -> bool {
        match value(element) {
            Ok(text) => {
                self.head.set(name, text, line);
                true
            }
            Err(fault) => fault.tell(line, self.faults),
        }
    }

    /// Closes the last open element.
    fn leave(&mut self, line: At) {
        if let Some(name) = self.open.pop() {
            self.close(&name, line);
        }
    }

    /// What the end of an element means, once it is no longer open.
    fn close(&mut self, name: &str, line: At) {
        if self.base == 0 {
            return;
        }
        match (name, self.open.len().checked_sub(self.base)) {
            ("LigneBudget", Some(1)) => self.keep_line(),
            ("Budget", Some(0)) => self.finish_budget(line),
            // The flux of a CFU goes on with its signatures, and may hold another document.
            (_, None) if self.accounts => {
                self.base = 0;
                self.head = Head::default();
            }
            _ => {}
        }
    }

    fn keep_line(&mut self) {
        let Some(raw) = self.current.take() else { return };
        let kept = raw.line(&mut self.codes, &mut self.count, self.faults);
        if let Some(line) = kept {
            self.lines.push(line);
        }
    }

    fn finish_budget(&mut self, line: At) {
        if self.count.read == 0 {
            self.faults.no_line(line, "aucune ligne de budget (« LigneBudget »)");
        }
        self.count.kept = self.lines.len();
        let lines = std::mem::take(&mut self.lines);
        let count = std::mem::take(&mut self.count);
        let document = self.head.document(self.accounts, line, self.faults);
        self.documents.extend(document.map(|document| BudgetDocument {
            file: self.file.clone(),
            lines,
            count,
            ..document
        }));
        self.head.forget_budget();
    }

    /// The file ends before its root does.
    fn cut(&mut self, line: At) {
        let reason = match self.open.last() {
            Some(name) => format!("le fichier s’arrête avant la fin de « {name} »"),
            None => "il ne contient aucun élément".to_owned(),
        };
        self.faults.broken(line, &reason);
    }

    /// An error of the reader, as a French reason.
    fn stop<R: Read>(&mut self, line: At, source: &Decoded<R>, error: &Error) {
        if source.too_long() {
            let megabytes = MAXIMUM_MARKUP >> 20;
            let what = format!("un élément ou un texte y tient plus de {megabytes} Mo d’un seul tenant");
            return self.faults.bound(line, &what);
        }
        let reason = match error {
            Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
                format!("« {expected} » est ouvert et « {found} » se ferme")
            }
            Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => format!("« {name} » se ferme sans être ouvert"),
            Error::Syntax(_) => "le fichier s’arrête au milieu d’une balise".to_owned(),
            other => format!("le lecteur dit « {other} »"),
        };
        self.faults.broken(line, &reason);
    }

    fn end(self) -> Vec<BudgetDocument> {
        if self.documents.is_empty() && !self.faults.any() {
            self.faults.no_line(At::default(), "aucun budget (élément « Budget »)");
        }
        if self.faults.any() { Vec::new() } else { self.documents }
    }
}

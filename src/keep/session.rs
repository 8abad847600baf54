//! A session of writing below a folder: the lock is held, what a dead run left is settled, then changes are made.

use super::Undone;
use super::area::Area;
use super::content::manifest;
use super::foreign::bring_back;
use super::hand::Hand;
use super::history;
use super::journal::{Direction, Journal, Kind, Step};
use super::leftovers::{self, leftovers};
use super::lock::{self, Lock};
use super::notice::Notice;
use super::prepare::prepare;
use super::road;
use super::writer::Writer;
use crate::error::Error;
use crate::model::Changes;
use std::io;
use std::path::{Path, PathBuf};

pub(super) struct Session<'a> {
    pub area: &'a Area,
    pub hand: &'a Hand,
    writer: &'a Writer,
    lock: Lock,
    pub notices: Vec<Notice>,
}

impl<'a> Session<'a> {
    /// Takes the lock, then finishes or undoes what a dead run began.
    pub fn open(area: &'a Area, hand: &'a Hand, writer: &'a Writer) -> Result<Self, Error> {
        let lock = lock::take(area, hand, writer)?;
        let mut session = Session {
            area,
            hand,
            writer,
            lock,
            notices: Vec::new(),
        };
        match session.settle() {
            Ok(()) => Ok(session),
            Err(error) => {
                session.close();
                Err(error)
            }
        }
    }

    /// Gives the lock back, and what there is to tell.
    pub fn close(self) -> Vec<Notice> {
        self.lock.give_back(self.area, self.hand);
        self.notices
    }

    /// Makes a set of changes, all or nothing.
    pub fn commit(&mut self, changes: &Changes) -> Result<(), Error> {
        let prepared = prepare(changes, self.area, self.hand, self.writer);
        self.make(prepared)
    }

    /// Undoes the last change of the history; none where it is empty.
    pub fn undo(&mut self) -> Result<Option<Undone>, Error> {
        let Some(last) = history::last(self.area)? else {
            return Ok(None);
        };
        let added = history::added(&last, self.area)?;
        if !added.is_empty() {
            return Err(Error::Added(added));
        }
        let prepared = prepare(&last.undoing, self.area, self.hand, self.writer);
        self.make(prepared.map(|mut journal| {
            journal.forgotten = Some(last.name);
            journal.unmade = last.journal.made;
            journal
        }))?;
        Ok(Some(Undone {
            writer: last.journal.writer,
            paths: last.undoing.files.into_keys().collect(),
            notices: Vec::new(),
        }))
    }

    fn make(&mut self, prepared: Result<Journal, Error>) -> Result<(), Error> {
        let written = prepared.and_then(|journal| {
            journal.write(self.area, self.hand)?;
            Ok(journal)
        });
        match written {
            Ok(journal) => {
                let journal = self.put(journal)?;
                if let Err(error) = self.finish(journal) {
                    let reason = Error::from(error).to_string();
                    self.notices.push(Notice::Unfinished { reason });
                }
                Ok(())
            }
            Err(error) => {
                self.clear();
                Err(error)
            }
        }
    }

    fn settle(&mut self) -> Result<(), Error> {
        let dead = self.lock.dead.take();
        let known = |writer: &Writer| !writer.command.is_empty();
        if let Some(journal) = Journal::read(self.area)? {
            let writer = journal.writer.clone();
            let goes_on = match journal.direction {
                Direction::Forward => road::can_go_on(&journal, self.area)?,
                Direction::Settling => true,
                Direction::Back => false,
            };
            if goes_on {
                let paths = journal.paths().into_iter().map(|path| self.area.target(path)).collect();
                let journal = self.put(journal)?;
                self.finish(journal)?;
                self.notices.push(Notice::Finished { writer, paths });
            } else {
                let left = self.go_back(journal)?;
                self.notices.push(Notice::Undone { writer, left });
            }
        } else if dead.is_some() || self.area.workshop().exists() {
            self.clear();
            self.notices.push(Notice::Cleaned {
                writer: dead.filter(known),
            });
        }
        for leftover in leftovers(self.area) {
            leftovers::settle(&leftover, self.writer.day(), self.area, self.hand, &mut self.notices)?;
        }
        Ok(())
    }

    /// Puts everything new in its place; where the disk refuses, everything is put back.
    fn put(&mut self, journal: Journal) -> Result<Journal, Error> {
        if journal.direction == Direction::Forward
            && let Err(error) = road::forward(&journal, self.area, self.hand)
        {
            // The next run tries again where this one cannot.
            _ = self.go_back(journal);
            return Err(error.into());
        }
        Ok(journal)
    }

    /// Everything new is in place, and stays: what is the author’s follows, what stood before is kept or goes.
    fn finish(&mut self, mut journal: Journal) -> io::Result<()> {
        journal.direction = Direction::Settling;
        journal.write(self.area, self.hand)?;
        for (rank, step) in journal.steps.iter().enumerate() {
            if step.kind == Kind::Folder {
                self.settle_folder(step, &self.area.former(rank))?;
            }
        }
        history::remember(&journal, self.area, self.hand)?;
        if let Some(name) = &journal.forgotten {
            history::forget(name, self.area, self.hand)?;
        }
        for folder in journal.unmade.iter().rev() {
            self.hand.remove_if_empty(&self.area.target(folder));
        }
        self.hand.remove_file(&self.area.journal())?;
        self.clear();
        Ok(())
    }

    /// The old folder is kept beside, or what the author had in it follows into the new one.
    fn settle_folder(&mut self, step: &Step, old: &Path) -> io::Result<()> {
        let edition = self.area.target(&step.path);
        let beside = step.beside.as_ref().map(|name| self.area.target(name));
        match &beside {
            Some(kept) if old.exists() => self.hand.rename(old, kept)?,
            None if old.exists() => bring_back(old, &edition, self.writer.day(), self.hand, &mut self.notices)?,
            _ => {}
        }
        if let Some(kept) = beside {
            let edition = edition.clone();
            self.notices.push(Notice::KeptBeside { edition, kept });
        }
        let files = manifest(&edition)?.older().to_vec();
        if !files.is_empty() {
            self.notices.push(Notice::Older { edition, files });
        }
        Ok(())
    }

    fn go_back(&mut self, mut journal: Journal) -> Result<Vec<PathBuf>, Error> {
        if journal.direction != Direction::Back {
            journal.direction = Direction::Back;
            journal.write(self.area, self.hand)?;
        }
        let left = road::back(&journal, self.area, self.hand)?;
        self.hand.remove_file(&self.area.journal())?;
        self.clear();
        Ok(left)
    }

    /// Removes the workshop, which holds nothing that is needed any more.
    fn clear(&mut self) {
        let workshop = self.area.workshop();
        if workshop.exists() && self.hand.remove_tree(&workshop).is_err() {
            self.notices.push(Notice::NotRemoved { folder: workshop });
        }
    }
}

//! What lies outside the document: the browser, and the library.

use super::Window;
use crate::app::Message;
use crate::runtime::incoming::Incoming;
use crate::runtime::open::BUNDLED_TITLE;
use crate::runtime::opener::{self, Opener};
use crate::runtime::{clock, keeper, signals};
use crate::words::navigation::Navigation;
use std::thread;

impl Window {
    /// Hands the address to the person's browser, behind the window unless that needs the terminal.
    pub(super) fn open_outside(&mut self, address: String) {
        let none = format!("{}{address}", Navigation::NoBrowser.say(self.lang()));
        if !opener::may_open(&address) {
            return self.message(Message::OpenedOutside(Err(none)));
        }
        let openers = opener::openers(&self.environment);
        match openers.first() {
            Some(first) if first.needs_terminal() => {
                let opened = self.lend_terminal_to(first, &address);
                self.message(Message::OpenedOutside(if opened { Ok(address) } else { Err(none) }));
            }
            _ => {
                let loop_end = self.loop_end.clone();
                thread::spawn(move || {
                    let mut apart = openers.iter().filter(|opener| !opener.needs_terminal());
                    let opened = apart.any(|opener| opener::hand_over(opener, &address));
                    let answer = if opened { Ok(address) } else { Err(none) };
                    let _ = loop_end.send(Incoming::Message(Message::OpenedOutside(answer)));
                });
            }
        }
    }

    /// Lets a browser of the terminal have it until it ends; whether it could be started.
    fn lend_terminal_to(&mut self, opener: &Opener, address: &str) -> bool {
        self.input.pause();
        self.terminal.suspend();
        signals::lend_terminal(true);
        let status = opener.command(address).status();
        signals::lend_terminal(false);
        self.take_terminal_again();
        self.input.resume();
        status.is_ok()
    }

    /// Reads what was read, behind the window.
    pub(super) fn list_library(&self) {
        let (paths, loop_end) = (self.paths.clone(), self.loop_end.clone());
        thread::spawn(move || {
            let (books, notices) = match keeper::books(&paths, BUNDLED_TITLE, clock::now()) {
                Ok(read) => read,
                Err(error) => {
                    log::warn!("the library cannot be listed: {error}");
                    Default::default()
                }
            };
            let notices = notices.into_iter().map(Message::Notice);
            for message in std::iter::once(Message::Library(books)).chain(notices) {
                let _ = loop_end.send(Incoming::Message(message));
            }
        });
    }

    /// Lets go of the place in a document, which is then listed no more.
    pub(super) fn forget(&mut self, name: String) -> Option<Message> {
        match keeper::forget(&self.paths, &name) {
            Ok(before) => {
                self.forgotten.insert(name, before);
                None
            }
            Err(error) => self.not_forgotten(&error.to_string()),
        }
    }

    /// Puts back the place that was let go.
    pub(super) fn remember(&mut self, name: &str) -> Option<Message> {
        let before = self.forgotten.remove(name).flatten();
        let remembered = keeper::remember(&self.paths, name, before.as_deref());
        remembered.err().and_then(|error| self.not_forgotten(&error.to_string()))
    }

    /// The list on the screen says something else than the disk: it is read anew.
    fn not_forgotten(&self, why: &str) -> Option<Message> {
        self.list_library();
        let what = Navigation::NotForgotten.say(self.lang());
        Some(Message::OpenedOutside(Err(format!("{what}{why}"))))
    }
}

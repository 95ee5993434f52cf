//! The document of the window read again: the rest of a large file, the file as it is now, the page fetched anew.

use super::Window;
use crate::app::Message;
use crate::app::talk::Saving;
use crate::doc::Extent;
use crate::notice::Notice;
use crate::runtime::open::{OpenError, Source, Wanted, Ways, Whole};
use crate::runtime::saver::Subject;
use crate::runtime::web::{Progress, WebError};
use crate::runtime::{clock, encodings, loader, whole_pages};
use crate::words::runtime::{Problem, WebProblem};
use encoding_rs::Encoding;
use std::sync::Arc;

impl Window {
    /// A document was read behind the window: it takes the place of the one that is shown.
    pub(super) fn read(&mut self, read: Result<Whole, OpenError>) {
        self.is_reading = false;
        // Whoever stopped it may have begun anew: only what is not stopped is over.
        let is_fetched = self.model.jobs.fetching.is_some();
        let stopped = matches!(read, Err(OpenError::Web { why: WebError::Stopped, .. }));
        if stopped {
            return;
        }
        self.message(Message::Fetching(None));
        let (decoding, showing_whole) = (self.decoding.take(), self.showing_whole.take());
        let whole = match read {
            Ok(whole) => whole,
            Err(error) => {
                let refused = match error {
                    // Its address is known, and long.
                    OpenError::Web { why, .. } => {
                        let what = WebProblem::NotFetched.say(self.lang()).to_owned();
                        Message::Notice(Notice::Failed { what, why: why.say(self.lang()) })
                    }
                    error => self.not_reloaded(error.say(self.lang())),
                };
                return self.message(refused);
            }
        };
        // The rest of a large file is no second reading.
        let was_whole = self.model.document.extent() == Extent::Whole;
        let is_same = was_whole && whole.document.digest() == self.model.document.digest();
        if is_fetched && is_same {
            return self.say(WebProblem::SamePage.say(self.lang()));
        }
        self.digest = Some(whole.bytes_sha256);
        if let Some(encoding) = decoding {
            self.keep_encoding(encoding);
        }
        if showing_whole.is_some() {
            self.ways.whole_page = showing_whole;
            self.keep_whole_page();
        }
        let subject = Subject { document: Arc::clone(&whole.document), bytes_sha256: whole.bytes_sha256 };
        self.message(Message::Opened(whole.document));
        self.saver.attach(subject);
        if is_same {
            self.say(Problem::SameText.say(self.lang()));
        }
        for notice in whole.notices {
            self.message(Message::Notice(notice));
        }
    }

    /// Reads the file again, or fetches the page anew.
    pub(super) fn reload(&mut self) -> Option<Message> {
        if let Some(refused) = self.not_readable_now() {
            return refused;
        }
        let Source::Address(address) = &self.source else { return self.read_again(self.ways.clone()) };
        if self.model.jobs.fetching.is_some() {
            return None;
        }
        let (address, ways) = (address.clone(), self.ways_to_fetch());
        let known = self.model.document.digest();
        match loader::fetch_again(address, known, ways, self.journey.turn, self.loop_end.clone()) {
            Ok(()) => Some(Message::Fetching(Some(0))),
            Err(error) => Some(self.not_reloaded(error.to_string())),
        }
    }

    /// Pages are fetched behind the window, which says how far they are and can stop it.
    pub(super) fn ways_to_fetch(&mut self) -> Ways {
        self.stop = Arc::default();
        let mut ways = self.ways.clone();
        ways.fetching.stop = Arc::clone(&self.stop);
        let told = self.loop_end.clone();
        ways.fetching.progress = Progress::to(move |bytes| {
            let _ = told.send(Message::Fetching(Some(bytes)).into());
        });
        ways
    }

    /// Reads the file again in another encoding; it is remembered once there is a text in it.
    pub(super) fn decode(&mut self, encoding: Option<&'static Encoding>) -> Option<Message> {
        if let Some(refused) = self.not_readable_now() {
            return refused;
        }
        self.decoding = Some(encoding);
        let wanted = encoding.map_or(Wanted::Automatic, Wanted::In);
        let ways = Ways { encoding: wanted, ..self.ways.clone() };
        self.read_again(ways)
    }

    /// Reads the page again: all that stands on it, or only the article where all of it is shown. Of what is no page
    /// all is shown anyway.
    pub(super) fn switch_whole_page(&mut self) -> Option<Message> {
        if !self.model.document.meta().is_page {
            self.say(Problem::NoPage.say(self.lang()));
            return None;
        }
        if let Some(refused) = self.not_readable_now() {
            return refused;
        }
        let whole = !self.ways.is_whole_page(&self.source.address());
        self.showing_whole = Some(whole);
        self.read_again(Ways { whole_page: Some(whole), ..self.ways.clone() })
    }

    /// Remembers whether all of the page is shown, where that was asked for: notes may stand on what the article lacks.
    pub(super) fn keep_whole_page(&self) {
        let asked = self.ways.whole_page.filter(|_| self.model.document.meta().is_page);
        let kept = asked.map(|whole| whole_pages::choose(&self.paths, &self.source.address(), whole));
        if let Some(Err(error)) = kept {
            log::warn!("whether the whole page is shown was not kept: {error}");
        }
    }

    /// The document has been read in that encoding, and is from now on.
    fn keep_encoding(&mut self, encoding: Option<&'static Encoding>) {
        self.ways.encoding = encoding.map_or(Wanted::Automatic, Wanted::In);
        if let Err(error) = encodings::choose(&self.paths, &self.source.address(), encoding) {
            // It can be chosen again the next time; that is no reason to disturb the person now.
            log::warn!("the encoding was not kept: {error}");
        }
    }

    fn read_again(&self, ways: Ways) -> Option<Message> {
        let reading = loader::read_again(self.source.clone(), ways, self.journey.turn, self.loop_end.clone());
        reading.err().map(|error| self.not_reloaded(error.to_string()))
    }

    /// Why nothing can be read just now: what to say of it, or nothing where that is plain to see.
    fn not_readable_now(&self) -> Option<Option<Message>> {
        let lang = self.lang();
        if matches!(self.source, Source::Bundled | Source::Stdin) {
            Some(Some(self.not_reloaded(Problem::NoFile.say(lang).to_owned())))
        } else if matches!(self.model.talk.saving, Saving::NotSaved(..)) {
            // What waits may have been made on words that the new version does not have.
            Some(Some(self.not_reloaded(Problem::Unsaved.say(lang).to_owned())))
        } else if self.model.document.extent() != Extent::Whole {
            // It is being read just now.
            Some(None)
        } else {
            None
        }
    }

    fn not_reloaded(&self, why: String) -> Message {
        let what = Problem::NotReloaded.say(self.lang()).to_owned();
        Message::Notice(Notice::Failed { what, why })
    }

    fn say(&mut self, text: &str) {
        self.model.talk.say(text, clock::now());
    }
}

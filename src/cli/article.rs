//! The article that a command is about.

use super::output::{Stop, fetched, tell};
use super::session::Session;
use crate::analyse::{Engine, corrected};
use crate::doc::{Digest, Document};
use crate::mark::{Analysis, Corrections, Theme};
use crate::runtime::clock::now;
use crate::runtime::keeper::{self, Keeper, Opened, last_read};
use crate::runtime::obstacle;
use crate::runtime::open::{self, Bytes, OpenError, Source};
use crate::runtime::web::copies::Copies;
use crate::text::Span;
use crate::words::cli::{self as words, Failure, Nothing};
use crate::words::notices;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// An article, read to its end.
pub(super) struct Article {
    /// Its text.
    pub(super) document: Arc<Document>,
    /// What messages call it: the path as given, else the title.
    pub(super) name: String,
    bytes_sha256: Digest,
    address: String,
}

/// What is in an article.
pub(super) struct Findings {
    /// Quotations, names and passages of themes.
    pub(super) analysis: Analysis,
    /// The themes that were looked for.
    pub(super) themes: Vec<Theme>,
}

impl Article {
    /// Reads the article of `file`, all of it, and says what there is to know about it.
    pub(super) fn read(session: &Session, file: Option<&Path>) -> Result<Self, Stop> {
        if file.is_none() && session.environment.stdin_is_pipe && !session.general.quiet {
            // `… | exergue quotes` must not give the quotations of another article without a word.
            tell(Nothing::PipeUnread.say(session.lang()));
        }
        Self::of(session, &source(session, file))
    }

    /// Reads all of `source`, and says what there is to know about it.
    pub(super) fn of(session: &Session, source: &Source) -> Result<Self, Stop> {
        let opened = open_source(session, source)?;
        whole(session, source, opened)
    }

    /// What is in all of it, as the person corrected it, or `as_found`.
    ///
    /// Corrections that cannot be read are told and passed over: what is found is there all the same.
    pub(super) fn read_findings(&self, session: &Session, as_found: bool) -> Findings {
        if as_found {
            return self.findings(session, &Corrections::default());
        }
        let (corrections, notices) =
            keeper::corrections(&session.paths, &self.document, self.bytes_sha256, &self.address);
        session.tell(&notices);
        self.findings(session, &corrections)
    }

    /// What analysis finds in all of it, with `corrections` laid over it.
    pub(super) fn findings(&self, session: &Session, corrections: &Corrections) -> Findings {
        let themes = corrections.themes(&session.config.themes);
        let engine =
            Engine::new(&session.config.names, &themes).in_language(session.config.reading.text_lang);
        let all = Span::new(0, self.document.text().len());
        let found = engine.analyse(&self.document, all, &|| false, &mut |_| {}).expect("nobody stops it");
        Findings { analysis: corrected(&self.document, &found, corrections), themes }
    }

    /// Its annotations, placed in it. Where those of another document may be its own, that is told; those in the folder
    /// `attach` are taken for its own, and are from then on. Nothing else is written.
    pub(super) fn notes(&self, session: &Session, attach: Option<&str>) -> Result<Opened, Failure> {
        let (mut keeper, mut opened) = self.keeper(session);
        if let Some(folder) = attach {
            let is_there = !folder.contains(['/', '\\'])
                && !folder.starts_with('.')
                && session.paths.documents().join(folder).is_dir();
            if !is_there {
                let (option, value) = ("--attach".to_owned(), folder.to_owned());
                return Err(Failure::BadValue { option, value, possible: Vec::new() });
            }
            keeper.settle_identity(&self.document, Some(folder), now()).map_err(|error| {
                Failure::NotWritten {
                    path: session.shown(&session.paths.documents().join(folder)),
                    why: notices::obstacle(&obstacle::of_save(&error), session.lang()),
                }
            })?;
            opened = self.keeper(session).1;
        }
        if let Some(kin) = opened.kin.as_ref().filter(|_| !session.general.quiet) {
            tell(&words::kin(&kin.title, &kin.path, kin.notes, &kin.folder, session.lang()));
        }
        Ok(opened)
    }

    /// The same, with what keeps them; nothing is written yet.
    pub(super) fn keeper(&self, session: &Session) -> (Keeper, Opened) {
        let (keeper, mut opened) =
            Keeper::open(&session.paths, &self.document, self.bytes_sha256, &self.address);
        opened.finish(&self.document);
        (keeper, opened)
    }
}

/// All of an article of which perhaps the first part is there; says what there is to know about it.
pub(super) fn whole(session: &Session, source: &Source, opened: open::Opened) -> Result<Article, Stop> {
    let (document, notices, bytes_sha256) = match opened.bytes {
        Bytes::Read(digest) => (opened.document, opened.notices, digest),
        Bytes::Pending(rest) => {
            let whole = rest.read(&AtomicBool::new(false))?.expect("nobody stops it");
            (whole.document, whole.notices, whole.bytes_sha256)
        }
    };
    session.tell(&notices);
    let name = match source {
        Source::File(path) => session.shown(path),
        Source::Address(address) => address.clone(),
        Source::Bundled | Source::Stdin => document.title().to_owned(),
    };
    Ok(Article { document, name, bytes_sha256, address: source.address() })
}

/// `-` is standard input; nothing is the article read last, else the bundled one.
pub(super) fn source(session: &Session, file: Option<&Path>) -> Source {
    match file {
        Some(written) => Source::of_path(written),
        None => match last_read(&session.paths).map(|kept| Source::kept(&kept.source)) {
            // Nobody asked for the network.
            Some(Source::Address(address)) if !Copies::of(&session.paths, &address).is_kept() => {
                Source::Bundled
            }
            Some(source) => source,
            None => Source::Bundled,
        },
    }
}

/// Opens `source` as the command line asks for.
pub(super) fn open_source(session: &Session, source: &Source) -> Result<open::Opened, OpenError> {
    let opened = open::open(source, &session.ways());
    if matches!(source, Source::Address(_)) && session.environment.stderr_is_terminal {
        fetched();
    }
    opened
}

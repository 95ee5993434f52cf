//! `exergue export`: the annotations of an article, as a file.

use super::article::Article;
use super::notes::readable;
use super::output::{Stop, print_foreign, why};
use super::session::Session;
use crate::exchange::markdown::{Labels, export};
use crate::exchange::name::markdown_file;
use crate::mark::Corrections;
use crate::runtime::export::write;
use crate::runtime::files::WriteError;
use crate::words::cli::{Failure, Nothing};
use std::path::Path;

/// Writes the Markdown of the annotations to `output`: a file, a folder (the file is then named by
/// the title), or standard output for `-` and where nothing is said.
///
/// An export of the same article that nobody edited is replaced; any other file stays, and ours gets
/// a number. The path is printed.
///
/// `attach` names a folder whose notes the person says are those of the article.
///
/// Speakers are as the person corrected them, unless they are wanted `as_found`.
pub(super) fn run(
    session: &Session,
    article: &Article,
    attach: Option<&str>,
    output: Option<&Path>,
    as_found: bool,
) -> Result<(), Stop> {
    let opened = article.notes(session, attach)?;
    readable(session, &opened.notices, opened.notes.is_empty())?;
    if opened.notes.is_empty() {
        return Err(Failure::Nothing { what: Nothing::Notes, place: article.name.clone() }.into());
    }
    let labels = Labels {
        pens: session.config.pens.clone(),
        tags: session.config.export.tags.clone(),
        ..Labels::new(session.lang())
    };
    let as_it_is = Corrections::default();
    let corrections = if as_found { &as_it_is } else { opened.notes.corrections() };
    let found = article.findings(session, corrections);
    let contents = export(&article.document, &found.analysis, &opened.notes, &labels);
    let Some(output) = output.filter(|path| *path != Path::new("-")) else {
        return print_foreign(&contents, session.on_terminal(), session.lang());
    };
    let (folder, name) = if output.is_dir() {
        (output, markdown_file(article.document.title()))
    } else {
        let name = output.file_name().unwrap_or_default().to_string_lossy().into_owned();
        (output.parent().unwrap_or(Path::new("")), name)
    };
    let written = write(folder, &name, &contents).map_err(|error| Failure::NotWritten {
        path: folder.join(&name).display().to_string(),
        why: match &error {
            WriteError::Open { source, .. }
            | WriteError::Write { source, .. }
            | WriteError::Folder { source, .. }
            | WriteError::Sync { source, .. } => why(source, session.lang()),
            _ => error.to_string(),
        },
    })?;
    if session.general.quiet {
        return Ok(());
    }
    print_foreign(&format!("{}\n", written.display()), session.on_terminal(), session.lang())
}

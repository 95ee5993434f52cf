//! `exergue export`: the annotations of an article, as a file.

use super::article::Article;
use super::notes::readable;
use super::output::{Stop, print_foreign, why};
use super::session::Session;
use crate::exchange::markdown::{Labels, export, replaces};
use crate::exchange::name::{first_usable, markdown_file};
use crate::runtime::files::{self, WriteError};
use crate::words::cli::{Failure, Nothing};
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

/// Writes the Markdown of the annotations to `output`: a file, a folder (the file is then named by
/// the title), or standard output for `-` and where nothing is said.
///
/// An export of the same article that nobody edited is replaced; any other file stays, and ours gets
/// a number. The path is printed.
pub(super) fn run(session: &Session, file: Option<&Path>, output: Option<&Path>) -> Result<(), Stop> {
    let article = Article::read(session, file)?;
    let opened = article.notes(session);
    readable(session, &opened.notices, opened.notes.is_empty())?;
    if opened.notes.is_empty() {
        return Err(Failure::Nothing { what: Nothing::Notes, place: article.name }.into());
    }
    let labels = Labels {
        pens: session.config.pens.clone(),
        tags: session.config.export.tags.clone(),
        ..Labels::new(session.lang())
    };
    let contents = export(&article.document, &article.analysis(session), &opened.notes, &labels);
    let Some(output) = output.filter(|path| *path != Path::new("-")) else {
        return print_foreign(&contents, session.on_terminal(), session.lang());
    };
    let path = if output.is_dir() {
        output.join(markdown_file(article.document.title()))
    } else {
        output.to_owned()
    };
    let written = write(&path, &contents).map_err(|error| Failure::NotWritten {
        path: path.display().to_string(),
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

/// Writes `contents` to `path`, or beside it under the next number, and gives the path it went to.
fn write(path: &Path, contents: &str) -> Result<PathBuf, WriteError> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let mut replace = false;
    let usable = |name: &str| match fs::read_to_string(folder.join(name)) {
        Ok(old) => {
            replace = replaces(contents, &old);
            replace
        }
        Err(error) => error.kind() == ErrorKind::NotFound,
    };
    let Some(name) = first_usable(&name, usable) else {
        return Err(WriteError::Exists { path: path.to_owned() });
    };
    let path = folder.join(name);
    if replace {
        files::write_whole(&path, contents.as_bytes())?;
    } else {
        files::create_new(&path, contents.as_bytes())?;
    }
    Ok(path)
}

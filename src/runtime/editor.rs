//! The person's own editor, for one text.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitStatus};

/// The longest text taken back, in bytes: more is no note.
const LIMIT: u64 = 1024 * 1024;

/// Why there is no edited text.
#[derive(Debug, thiserror::Error)]
pub enum EditorError {
    /// No editor is named.
    #[error("neither VISUAL nor EDITOR is set")]
    Unset,
    /// The variable is no command line.
    #[error("`{command}`: a quotation mark is not closed")]
    Unclear {
        /// What the variable says.
        command: String,
    },
    /// The editor could not be started.
    #[error("`{program}`: {source}")]
    Start {
        /// The program.
        program: String,
        /// What the system says.
        source: io::Error,
    },
    /// It ended with an error and changed nothing.
    #[error("`{program}`: {status}")]
    Failed {
        /// The program.
        program: String,
        /// How it ended.
        status: ExitStatus,
    },
    /// The text could not be handed over or read back.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// The text is longer than a note can be; the file is left where it is.
    #[error("{}: longer than 1 MB, left there", path.display())]
    TooLong {
        /// The file.
        path: PathBuf,
    },
}

/// Lets the person edit `text` with `command` (`vim`, `code --wait`), in a file of `folder`, and
/// returns what they left. The terminal must have been given back before.
///
/// The command is split into words as a shell would, but no shell runs: nothing in it is expanded.
/// An editor that ends with an error after it saved counts as done.
///
/// # Errors
/// Where no editor could be run, or it failed without changing anything.
pub fn edit(text: &str, command: Option<&str>, folder: &Path) -> Result<String, EditorError> {
    let command = command.ok_or(EditorError::Unset)?;
    let unclear = || EditorError::Unclear { command: command.to_owned() };
    let words = shell_words::split(command).map_err(|_| unclear())?;
    let (program, arguments) = words.split_first().ok_or(EditorError::Unset)?;

    let at = |path: &Path| {
        let path = path.to_owned();
        move |source| EditorError::File { path, source }
    };
    // tempfile makes it readable for its owner alone.
    let mut file =
        tempfile::Builder::new().prefix("note-").suffix(".md").tempfile_in(folder).map_err(at(folder))?;
    file.write_all(text.as_bytes()).map_err(at(file.path()))?;

    let mut editor = Command::new(program);
    editor.args(arguments).arg(file.path());
    give_terminal(&mut editor).map_err(at(Path::new("/dev/tty")))?;
    let status = editor.status();

    // By its name: many editors write a new file and rename it over the old one.
    let length = fs::metadata(file.path()).map_err(at(file.path()))?.len();
    if length > LIMIT {
        let (_, path) = file.keep().map_err(|error| at(error.file.path())(error.error))?;
        return Err(EditorError::TooLong { path });
    }
    let bytes = fs::read(file.path()).map_err(at(file.path()))?;
    let edited = String::from_utf8_lossy(&bytes).into_owned();
    match status {
        Err(source) => Err(EditorError::Start { program: program.clone(), source }),
        Ok(status) if !status.success() && edited == text => {
            Err(EditorError::Failed { program: program.clone(), status })
        }
        Ok(_) => Ok(edited),
    }
}

/// Where text was piped into us, our standard input is not the person's terminal.
#[cfg(unix)]
fn give_terminal(editor: &mut Command) -> io::Result<()> {
    use std::io::IsTerminal;
    if !io::stdin().is_terminal() && io::stdout().is_terminal() {
        editor.stdin(fs::File::open("/dev/tty")?);
    }
    Ok(())
}

#[cfg(windows)]
fn give_terminal(_: &mut Command) -> io::Result<()> {
    Ok(())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    /// Runs `script` as the editor; the file is its `$1`.
    fn edit_by(script: &str, text: &str) -> (Result<String, EditorError>, Vec<PathBuf>) {
        let folder = tempfile::tempdir().expect("a folder");
        let command = shell_words::join(["sh", "-c", script, "sh"]);
        let edited = edit(text, Some(&command), folder.path());
        let left = fs::read_dir(folder.path()).expect("the folder").map(|file| file.expect("a file").path());
        (edited, left.collect())
    }

    #[test]
    fn what_the_editor_left_comes_back() {
        let (edited, left) = edit_by(r#"printf ' and more' >> "$1""#, "a note");
        assert_eq!(edited.expect("edited"), "a note and more");
        assert!(left.is_empty(), "{left:?}");
        let (edited, _) = edit_by(r#"printf new > "$1.tmp" && mv "$1.tmp" "$1""#, "a note");
        assert_eq!(edited.expect("renamed over"), "new");
    }

    #[test]
    fn a_failing_editor_loses_nothing() {
        let (edited, _) = edit_by(r#"printf kept > "$1"; exit 3"#, "a note");
        assert_eq!(edited.expect("saved before it failed"), "kept");
        let (edited, _) = edit_by("exit 3", "a note");
        assert!(matches!(edited, Err(EditorError::Failed { .. })));
        let (edited, _) = edit_by("kill -9 $$", "a note");
        assert!(matches!(edited, Err(EditorError::Failed { .. })));
    }

    #[test]
    fn a_huge_file_is_left_where_it_is() {
        let (edited, left) = edit_by(r#"head -c 2000000 /dev/zero > "$1""#, "a note");
        assert!(matches!(edited, Err(EditorError::TooLong { .. })));
        assert_eq!(left.len(), 1);
    }

    #[test]
    fn a_missing_editor_is_named() {
        let folder = tempfile::tempdir().expect("a folder");
        let error = |command| edit("", command, folder.path()).expect_err("no editor").to_string();
        assert!(error(Some("exergue-no-such-editor -w")).contains("exergue-no-such-editor"));
        assert_eq!(error(None), "neither VISUAL nor EDITOR is set");
        assert_eq!(error(Some("vi 'x")), "`vi 'x`: a quotation mark is not closed");
    }
}

//! Handing an address to the person's browser.
//!
//! No shell runs, and only addresses of pages and letters are taken: a document chooses its links, not what is
//! done with them.

use super::environment::Environment;
use crate::app::address::{Address, is_image};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How long a browser may take to say that it cannot open the address; one that goes on works.
const PATIENCE: Duration = Duration::from_secs(2);

/// Programs that show pages in the terminal itself, and so need it.
const IN_TERMINAL: [&str; 8] = ["w3m", "lynx", "links", "links2", "elinks", "browsh", "cha", "carbonyl"];

/// A program, with the words before the address and after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opener {
    program: String,
    before: Vec<String>,
    after: Vec<String>,
}

impl Opener {
    fn plain(program: &str) -> Self {
        Self { program: program.to_owned(), before: Vec::new(), after: Vec::new() }
    }

    /// Whether it shows pages in the terminal, which must be given to it meanwhile.
    #[must_use]
    pub fn needs_terminal(&self) -> bool {
        let name = self.program.rsplit('/').next().unwrap_or_default();
        IN_TERMINAL.contains(&name)
    }

    /// Ready to run on `address`.
    #[must_use]
    pub fn command(&self, address: &str) -> Command {
        let mut command = Command::new(&self.program);
        command.args(&self.before).arg(address).args(&self.after);
        command
    }
}

/// The programs to try, the best first: those of `BROWSER`, separated by `:`, then those of the system.
#[must_use]
pub fn openers(around: &Environment) -> Vec<Opener> {
    let mut openers: Vec<Opener> = around.browser.as_deref().map_or_else(Vec::new, named);
    if cfg!(target_os = "macos") {
        openers.push(Opener::plain("open"));
    } else if cfg!(windows) || around.wsl {
        openers.push(Opener::plain("wslview"));
        openers.push(Opener::plain("explorer.exe"));
    }
    // Without a display it would look for a browser of the terminal, which we have.
    if around.wayland || around.x11 {
        openers.push(Opener::plain("xdg-open"));
    }
    openers
}

/// `BROWSER=firefox:w3m -o x=1 %s`.
fn named(browser: &str) -> Vec<Opener> {
    let one = |part: &str| {
        let words = shell_words::split(part).ok()?;
        let (program, arguments) = words.split_first()?;
        let place = arguments.iter().position(|word| word == "%s").unwrap_or(arguments.len());
        let after = arguments.get(place + 1..).unwrap_or_default().to_vec();
        Some(Opener { program: program.clone(), before: arguments[..place].to_vec(), after })
    };
    browser.split(':').filter_map(one).collect()
}

/// Whether `address` may be handed over: it is that of a page or of a letter, and whole, or the path of an image
/// that is there.
#[must_use]
pub fn may_open(address: &str) -> bool {
    if address.starts_with('/') && is_image(address) {
        return Path::new(address).is_file();
    }
    let is_one = matches!(Address::of(address, ""), Address::Page(_) | Address::Mail(_));
    is_one && !address.contains(char::is_whitespace)
}

/// Starts the program apart from the terminal, and waits a moment for it to refuse; whether it took the address.
#[must_use]
pub fn hand_over(opener: &Opener, address: &str) -> bool {
    let mut command = opener.command(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    {
        use std::os::unix::process::CommandExt as _;
        // What interrupts us is not for it.
        command.process_group(0);
    }
    command.spawn().is_ok_and(|mut child| has_taken(&mut child))
}

fn has_taken(child: &mut Child) -> bool {
    let deadline = Instant::now() + PATIENCE;
    loop {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(10)),
            // A browser that was not open before goes on as long as it is.
            Ok(None) => return true,
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(browser: &str) -> Environment {
        Environment { browser: Some(browser.to_owned()), ..Environment::default() }
    }

    #[test]
    fn the_browser_of_the_person_comes_first_and_keeps_its_words() {
        let found = openers(&around("firefox --new-tab %s --x:w3m"));
        assert_eq!(found[0].program, "firefox");
        let command = found[0].command("https://a.fr");
        let arguments: Vec<_> = command.get_args().map(|word| word.to_string_lossy()).collect();
        assert_eq!(arguments, ["--new-tab", "https://a.fr", "--x"]);
        assert!(!found[0].needs_terminal() && found[1].needs_terminal());
    }

    #[test]
    fn only_pages_and_letters_are_handed_over() {
        assert!(may_open("https://exemple.fr/a?b#c") && may_open("mailto:ann@exemple.fr"));
        for address in
            ["file:///etc/passwd", "javascript:x", "--help", "", "https://a.fr/ --x", "/bin/sh", "/no/a.png"]
        {
            assert!(!may_open(address), "{address}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_program_that_refuses_or_is_not_there_is_known() {
        let opener = |program: &str| Opener::plain(program);
        assert!(hand_over(&opener("true"), "https://a.fr"));
        assert!(!hand_over(&opener("false"), "https://a.fr"));
        assert!(!hand_over(&opener("/nowhere/at/all"), "https://a.fr"));
    }
}

//! Why a page could not be fetched, in words.

use crate::words::Lang;
use crate::words::runtime::WebProblem;

/// Why a page could not be fetched. Nothing of it is kept then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum WebError {
    /// It was asked to connect nowhere.
    #[error("offline")]
    Offline,
    /// It was asked to connect nowhere, and there is no copy of the page.
    #[error("offline, and no copy is kept")]
    NoCopy,
    /// The program was built without what fetches.
    #[error("built without the feature `web`")]
    NotBuilt,
    /// A redirection leads to something that is no page: where to.
    #[error("redirected to {0}")]
    NotHttp(String),
    /// More redirections than are followed.
    #[error("too many redirections")]
    TooManyRedirects,
    /// The server has no such page (404, 410).
    #[error("no such page ({0})")]
    NotFound(u16),
    /// The server refuses it, with this status (401, 403, 429, …).
    #[error("refused ({0})")]
    Refused(u16),
    /// The server failed, with this status.
    #[error("the server failed ({0})")]
    Server(u16),
    /// It is over so many megabytes, once unpacked.
    #[error("over {0} MB")]
    TooLarge(u64),
    /// It did not come within so many seconds.
    #[error("not there within {0} s")]
    TooSlow(u64),
    /// There is no host of that name, or no network to ask for it.
    #[error("no such host")]
    NoHost,
    /// The host cannot be reached: what the system says.
    #[error("cannot be reached: {0}")]
    NoNetwork(String),
    /// The host does not prove that it is who it says: what is wrong.
    #[error("no trust in the host: {0}")]
    Untrusted(String),
    /// What came is not what a server says: what is wrong.
    #[error("not understood: {0}")]
    BadAnswer(String),
    /// The person had enough.
    #[error("stopped")]
    Stopped,
}

impl WebError {
    /// What went wrong and what would work, without the address.
    #[must_use]
    pub fn say(&self, lang: Lang) -> String {
        let with = |problem: WebProblem, why: &str| format!("{} ({why})", problem.say(lang));
        match self {
            Self::Offline => WebProblem::Offline.say(lang).to_owned(),
            Self::NoCopy => WebProblem::NoCopy.say(lang).to_owned(),
            Self::NotBuilt => WebProblem::NotBuilt.say(lang).to_owned(),
            Self::NotHttp(target) => format!("{}{}", WebProblem::NotHttp.say(lang), begin(target)),
            Self::TooManyRedirects => WebProblem::TooManyRedirects.say(lang).to_owned(),
            Self::NotFound(status) => with(WebProblem::NotFound, &status.to_string()),
            Self::Refused(status) => {
                format!("{} {status}{}", WebProblem::Refused.say(lang), WebProblem::SaveInstead.say(lang))
            }
            Self::Server(status) => with(WebProblem::Server, &status.to_string()),
            Self::TooLarge(megabytes) => lang.pick(
                format!("page de plus de {megabytes}\u{a0}Mo\u{a0}: téléchargez-la et ouvrez le fichier"),
                format!("a page of over {megabytes} MB: download it and open the file"),
            ),
            Self::TooSlow(seconds) => lang.pick(
                format!("rien de complet en {seconds}\u{a0}s\u{a0}: réessayez plus tard"),
                format!("not all there within {seconds} s: try again later"),
            ),
            Self::NoHost => WebProblem::NoHost.say(lang).to_owned(),
            Self::NoNetwork(why) => with(WebProblem::NoNetwork, why),
            Self::Untrusted(why) => with(WebProblem::Untrusted, why),
            Self::BadAnswer(why) => with(WebProblem::BadAnswer, why),
            Self::Stopped => WebProblem::Stopped.say(lang).to_owned(),
        }
    }
}

/// As much of an address as fits on a line; whoever redirects may send any.
fn begin(address: &str) -> String {
    const LONGEST: usize = 80;
    let mut begin: String = address.chars().take(LONGEST).collect();
    if begin.len() < address.len() {
        begin.push('…');
    }
    begin
}

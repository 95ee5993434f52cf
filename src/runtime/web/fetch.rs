//! Asking for one page.

use super::address::{join, of_web};
use super::{Fetching, Limits, Page, WebError};
use crate::runtime::open::why;
use std::borrow::Cow;
use std::io::{self, Read};
use std::time::{Duration, Instant};
use ureq::http::Response;
use ureq::http::header::{CONTENT_TYPE, LOCATION};
use ureq::{Agent, Body, Error};

/// Bytes read at a time, and between two looks at whether the person has enough.
const PIECE: usize = 16 * 1024;

/// What the program calls itself.
const NAME: &str = concat!("exergue/", env!("CARGO_PKG_VERSION"));

/// What it can read, the best first.
const READABLE: &str = "text/html, application/xhtml+xml, text/markdown, text/plain;q=0.9, */*;q=0.5";

/// Fetches the page at `address`, within the limits.
///
/// # Errors
/// Where it is not there whole in time; see [`WebError`].
pub fn fetch(address: &str, fetching: &Fetching) -> Result<Page, WebError> {
    if fetching.offline {
        return Err(WebError::Offline);
    }
    let limits = fetching.limits;
    let deadline = Instant::now() + limits.all;
    let mut address = Cow::Borrowed(address);
    fetching.progress.tell(0);
    for _ in 0..=limits.hops {
        let response = ask(&address, limits, deadline)?;
        if fetching.is_stopped() {
            return Err(WebError::Stopped);
        }
        let status = response.status().as_u16();
        let location =
            response.headers().get(LOCATION).map(|value| String::from_utf8_lossy(value.as_bytes()));
        match (status, location) {
            (300..=399, Some(location)) => {
                let target = join(&address, &location);
                // Files and mail addresses are not for a server to open.
                address = Cow::Owned(of_web(&target).ok_or(WebError::NotHttp(target))?);
            }
            (200..=299, _) => {
                let location = matches!(address, Cow::Owned(_)).then(|| address.into_owned());
                return Ok(Page { location, ..page(response, fetching, deadline)? });
            }
            (404 | 410, _) => return Err(WebError::NotFound(status)),
            (400..=499, _) => return Err(WebError::Refused(status)),
            (500..=599, _) => return Err(WebError::Server(status)),
            _ => return Err(WebError::BadAnswer(status.to_string())),
        }
    }
    Err(WebError::TooManyRedirects)
}

/// One question and the head of its answer.
fn ask(address: &str, limits: Limits, deadline: Instant) -> Result<Response<Body>, WebError> {
    let left = deadline.saturating_duration_since(Instant::now()).max(Duration::from_millis(1));
    let config = Agent::config_builder()
        .http_status_as_error(false)
        .max_redirects(0)
        .max_redirects_will_error(false)
        .timeout_connect(Some(limits.connect.min(left)))
        .timeout_global(Some(left))
        .user_agent(NAME)
        .accept(READABLE)
        .build();
    // An agent for each: no connection, cookie or header outlives its question.
    Agent::new_with_config(config).get(address).call().map_err(|error| explained(error, limits))
}

/// The body of an answer.
fn page(response: Response<Body>, fetching: &Fetching, deadline: Instant) -> Result<Page, WebError> {
    let limits = fetching.limits;
    let header = response.headers().get(CONTENT_TYPE).map(|value| String::from_utf8_lossy(value.as_bytes()));
    let (kind, charset) = header.map_or((String::new(), None), |header| content_type(&header));
    let mut reader = response.into_body().into_reader();
    let mut bytes = Vec::new();
    let mut piece = vec![0; PIECE];
    loop {
        let read = match reader.read(&mut piece) {
            Ok(0) => return Ok(Page { bytes, kind, charset, location: None }),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(explained(Error::from(error), limits)),
        };
        bytes.extend_from_slice(&piece[..read]);
        if fetching.is_stopped() {
            return Err(WebError::Stopped);
        }
        if bytes.len() as u64 > limits.bytes {
            return Err(WebError::TooLarge(limits.bytes >> 20));
        }
        if Instant::now() > deadline {
            return Err(WebError::TooSlow(limits.all.as_secs()));
        }
        fetching.progress.tell(bytes.len() as u64);
    }
}

/// The type and the charset of `text/html; charset="utf-8"`.
fn content_type(header: &str) -> (String, Option<String>) {
    let mut parts = header.split(';').map(str::trim);
    let kind = parts.next().unwrap_or_default().to_ascii_lowercase();
    let charset = parts.find_map(|part| {
        let (name, value) = part.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']).to_owned())
    });
    (kind, charset.filter(|charset| !charset.is_empty()))
}

fn explained(error: Error, limits: Limits) -> WebError {
    match error {
        Error::Timeout(ureq::Timeout::Connect | ureq::Timeout::Resolve) => {
            WebError::TooSlow(limits.connect.as_secs())
        }
        Error::Timeout(_) => WebError::TooSlow(limits.all.as_secs()),
        Error::HostNotFound => WebError::NoHost,
        Error::Rustls(why) => WebError::Untrusted(why.to_string()),
        Error::Tls(why) => WebError::Untrusted(why.to_owned()),
        // The system has no kind of error for names.
        Error::Io(error) if error.to_string().contains("failed to lookup address") => WebError::NoHost,
        Error::Io(error) if is_of_tls(&error) => WebError::Untrusted(error.to_string()),
        Error::Io(error) => match error.kind() {
            io::ErrorKind::TimedOut | io::ErrorKind::WouldBlock => WebError::TooSlow(limits.all.as_secs()),
            io::ErrorKind::UnexpectedEof | io::ErrorKind::InvalidData => {
                WebError::BadAnswer(error.to_string())
            }
            _ => WebError::NoNetwork(why(&error)),
        },
        Error::ConnectionFailed | Error::ConnectProxyFailed(_) | Error::InvalidProxyUrl => {
            WebError::NoNetwork(error.to_string())
        }
        error => WebError::BadAnswer(error.to_string()),
    }
}

/// Whether what failed is the proof of who the host is.
fn is_of_tls(error: &io::Error) -> bool {
    error.get_ref().is_some_and(|inner| inner.to_string().contains("certificate"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_nobody_knows_is_told_from_a_host_that_does_not_answer() {
        let explained = |error: io::Error| explained(Error::Io(error), Limits::default());
        let unknown = "failed to lookup address information: Name or service not known";
        assert_eq!(explained(io::Error::other(unknown)), WebError::NoHost);
        let refused = explained(io::Error::from_raw_os_error(111));
        assert!(matches!(&refused, WebError::NoNetwork(why) if !why.contains("111")), "{refused:?}");
        let untrusted = io::Error::new(io::ErrorKind::InvalidData, "invalid peer certificate: Expired");
        assert!(matches!(explained(untrusted), WebError::Untrusted(_)));
    }

    #[test]
    fn the_charset_of_a_header_is_found() {
        let check = |header: &str, kind: &str, charset: Option<&str>| {
            assert_eq!(content_type(header), (kind.to_owned(), charset.map(str::to_owned)), "{header}");
        };
        check("text/html", "text/html", None);
        check("Text/HTML; Charset=\"iso-8859-15\"", "text/html", Some("iso-8859-15"));
        check("text/plain;format=flowed; charset=utf-8", "text/plain", Some("utf-8"));
        check("text/plain; charset=", "text/plain", None);
        check("", "", None);
    }
}

//! A page of the web: its newest copy, or what is at its address now.

use super::{Failure, OpenError, Origin, Source, Ways, Whole, read_whole};
use crate::doc::Digest;
use crate::notice::Notice;
use crate::runtime::web::copies::{Copies, Copy, Seen};
use crate::runtime::web::{Page, WebError, fetch};
use crate::runtime::{clock, obstacle};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// The newest copy of the page; the network is asked only where there is none.
pub(super) fn open(address: &str, ways: &Ways) -> Result<Whole, OpenError> {
    match Copies::of(&ways.paths, address).newest() {
        Some((copy, bytes)) => {
            let mut whole = read(address, &bytes, &copy.seen, ways)?;
            whole.notices.push(Notice::Copy { day: clock::day(copy.at) });
            Ok(whole)
        }
        None if ways.fetching.offline => {
            Err(OpenError::Web { address: address.to_owned(), why: WebError::NoCopy })
        }
        None => open_anew(address, ways, None),
    }
}

/// What is at the address now. Where it has another text than `known`, the digest of the text one has, a copy of it is kept.
///
/// # Errors
/// Where it cannot be fetched or has no text to show; nothing is kept then.
pub fn open_anew(address: &str, ways: &Ways, known: Option<Digest>) -> Result<Whole, OpenError> {
    let failed = |why: WebError| OpenError::Web { address: address.to_owned(), why };
    let page = fetch(address, &ways.fetching).map_err(failed)?;
    let Page { bytes, kind, charset, location } = page;
    let seen = Seen { kind, charset, location };
    let mut whole = read(address, &bytes, &seen, ways)?;
    if ways.fetching.is_stopped() {
        return Err(failed(WebError::Stopped));
    }
    if known != Some(whole.document.digest()) {
        let copy = Copy { at: clock::now(), sha256: whole.bytes_sha256, seen };
        if let Err(error) = Copies::of(&ways.paths, address).keep(&copy, &bytes) {
            whole.notices.push(Notice::PageNotKept { why: obstacle::of_write(&error) });
        }
    }
    Ok(whole)
}

fn read(address: &str, bytes: &[u8], seen: &Seen, ways: &Ways) -> Result<Whole, OpenError> {
    let source = Source::Address(address.to_owned());
    let origin = Origin { size: bytes.len(), charset: seen.charset.clone(), ..Origin::of(&source, ways) };
    let whole = read_whole(&mut &bytes[..], &origin, &AtomicBool::new(false));
    let whole = whole.map_err(|failure: Failure| failure.at(address))?;
    let mut whole = whole.expect("nobody stops it");
    if let Some(location) = &seen.location {
        let document = Arc::get_mut(&mut whole.document).expect("nobody else has it yet");
        document.set_location(location.clone());
    }
    Ok(whole)
}

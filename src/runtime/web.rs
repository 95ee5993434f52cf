//! Pages of the web: fetched when the person gives their address, and kept as copies.
//!
//! This is the only place that connects to anything. One page is asked for, nothing in it: no images, no styles, no
//! cookies, nothing of the person but the name of the program.

pub mod address;
mod backup;
pub mod copies;
mod error;
#[cfg(feature = "web")]
mod fetch;
mod progress;

pub use backup::back_up;
pub use error::WebError;
#[cfg(feature = "web")]
pub use fetch::fetch;
pub use progress::Progress;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// What came from an address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its bytes, unpacked.
    pub bytes: Vec<u8>,
    /// What the server says it is (`text/html`), or nothing.
    pub kind: String,
    /// The encoding that the server says it is in.
    pub charset: Option<String>,
    /// Where redirections led; `None` where there were none.
    pub location: Option<String>,
}

/// How much is waited for and taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of a page, once unpacked.
    pub bytes: u64,
    /// How long a connection may take to come about.
    pub connect: Duration,
    /// How long all of it may take.
    pub all: Duration,
    /// Redirections that are followed.
    pub hops: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { bytes: 20 << 20, connect: Duration::from_secs(10), all: Duration::from_secs(30), hops: 5 }
    }
}

/// How pages are fetched.
#[derive(Debug, Clone, Default)]
pub struct Fetching {
    /// Whether nothing may be fetched.
    pub offline: bool,
    /// How much is waited for and taken.
    pub limits: Limits,
    /// Set when the person has enough.
    pub stop: Arc<AtomicBool>,
    /// Who is told how far it is.
    pub progress: Progress,
}

impl Fetching {
    /// Whether the person has enough.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Without the feature nothing is fetched.
///
/// # Errors
/// Always.
#[cfg(not(feature = "web"))]
pub fn fetch(_address: &str, fetching: &Fetching) -> Result<Page, WebError> {
    Err(if fetching.offline { WebError::Offline } else { WebError::NotBuilt })
}

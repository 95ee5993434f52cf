//! How annotations and corrections are kept: the lines of a journal, what they add up to, and which document they belong to.
//!
//! Nothing here reads a file or a clock; `runtime::keeper` does.

pub mod base32;
pub mod clock;
pub mod draft;
pub mod identity;
pub mod journal;
pub mod merge;
pub mod sketch;

pub use clock::{Clock, HybridClock};
pub use identity::{Decision, Kin, slug};
pub use journal::{Damage, DocEvent, Entry, Line};
pub use merge::{Merged, merge};

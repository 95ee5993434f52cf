//! What can be asked for, and by which keys.

pub mod key;
pub mod registry;

pub use key::{Key, KeyCode};
pub use registry::{Args, Command, Group};

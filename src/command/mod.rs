//! What can be asked for, and by which keys.

pub mod registry;

pub use registry::{Args, Command, Group};

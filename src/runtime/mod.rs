//! The world: terminal, keys, signals, files, threads, clock. Nothing below this floor touches it.

pub mod incoming;
pub mod input;
pub mod signals;
pub mod terminal;

pub use incoming::Incoming;
pub use terminal::Terminal;

//! The world: terminal, keys, signals, files, threads, clock. Nothing below this floor touches it.

pub mod clipboard;
pub mod clock;
pub mod editor;
pub mod environment;
pub mod incoming;
pub mod input;
pub mod log;
pub mod signals;
pub mod terminal;

pub use environment::Environment;
pub use incoming::Incoming;
pub use terminal::Terminal;
//! The world: threads, files, the clock, the environment, the terminal.

pub mod files;
pub mod keeper;
pub mod paths;

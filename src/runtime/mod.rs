//! The world: terminal, keys, signals, files, threads, the clock, the environment. Nothing below
//! this floor touches it.

pub mod background;
pub mod backup;
pub mod clipboard;
pub mod clock;
pub mod drafts;
pub mod editor;
pub mod encodings;
pub mod environment;
pub mod export;
pub mod files;
pub mod incoming;
pub mod input;
pub mod keeper;
pub mod launch;
pub mod loader;
pub mod log;
pub mod obstacle;
pub mod open;
pub mod opener;
pub mod paths;
#[cfg(feature = "pdf")]
pub mod pdf;
mod remembered;
pub mod run;
pub mod saver;
mod screen;
pub mod signals;
pub mod terminal;
pub mod unsaved;
pub mod web;
pub mod whole_pages;
pub mod worker;

pub use environment::Environment;
pub use incoming::Incoming;
pub use terminal::Terminal;

//! The world: threads, files, the clock, the environment, the terminal.

pub mod files;
pub mod keeper;
pub mod paths;

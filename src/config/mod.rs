//! What a person may change: the schema, how it is read, and the colours.
//!
//! `config.toml` at the root of the project is the default, embedded in the program; a person's file
//! is laid over it. Nothing here can fail: what cannot be used gives a notice and changes nothing.

mod check;
pub mod colors;
mod reader;
pub mod schema;
pub mod settle;
mod topics;

pub use check::check;
pub use schema::{Appearance, Config, DragAction, Glyphs};
pub use settle::{DEFAULT, settle};

#[cfg(test)]
mod tests;

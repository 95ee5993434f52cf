//! exergue: a terminal reader with annotations.
//!
//! Everything is a byte span over one immutable text. The floors, from the ground up: text,
//! document, marks, the five workshops (analyse, layout, exchange, store, command), configuration,
//! the application, the screen, the world. See `docs/ARCHITECTURE.md`.

pub mod analyse;
pub mod app;
pub mod cli;
pub mod command;
pub mod config;
pub mod doc;
pub mod exchange;
pub mod layout;
pub mod mark;
pub mod notice;
pub mod runtime;
pub mod store;
pub mod text;
pub mod ui;
pub mod words;

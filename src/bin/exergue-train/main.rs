//! `exergue-train`: makes the language models that ship with the reader, and measures what is understood.
//!
//! Built with `--features train` only; nothing of it is in the reader.

#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a tool of the command line answers there")]

mod crf;
mod data;
mod evaluate;
mod gold;
mod press;
mod score;
mod train;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

/// Trains and measures the language models of exergue
#[derive(Debug, Parser)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Debug, Subcommand)]
enum Task {
    /// Train the tagger of a language and write its model
    Tagger(train::Options),
    /// Measure the whole analysis on gold
    Eval(evaluate::Options),
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Tagger(options) => train::train(&options),
        Task::Eval(options) => evaluate::evaluate(&options),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("exergue-train: {error}");
            ExitCode::FAILURE
        }
    }
}

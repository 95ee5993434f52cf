//! The program.

use std::process::ExitCode;

fn main() -> ExitCode {
    exergue::cli::run(std::env::args_os().collect())
}

//! Notes in real folders and real processes: kills, disks that fail, other programs, damaged files.
//!
//! A plain run takes some seconds. `EXERGUE_FAULTS=long` makes it a long one, with many more kills and notes; the same
//! variable lengthens the sweep over every call to the disk, which is beside the code (`runtime/keeper/sweep.rs`). What
//! needs `strace`, `git` or the right to mount says so where it cannot run. See `docs/reliability.md`.
#![cfg(unix)]
#![expect(clippy::print_stderr, reason = "what was not tested is said, and what a long run did")]

mod damage;
mod disks;
mod kills;
mod library;
mod sharing;
mod writer;

/// `plain`, or `long` in a long run.
fn long_or<T>(long: T, plain: T) -> T {
    if std::env::var_os("EXERGUE_FAULTS").is_some_and(|value| value == "long") { long } else { plain }
}

/// Says that a test did not run, and why.
fn skipped(why: &str) {
    eprintln!("skipped: {why}");
}

/// Whether a program runs with these arguments.
fn runs(program: &str, arguments: &[&str]) -> bool {
    let output = std::process::Command::new(program).args(arguments).output();
    output.is_ok_and(|output| output.status.success())
}

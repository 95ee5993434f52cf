#![no_main]

#[path = "../../tests/laws/laws/mod.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::query(bytes));

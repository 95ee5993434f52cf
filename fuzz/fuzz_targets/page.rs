#![no_main]

#[path = "../../tests/laws/laws.rs"]
mod laws;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| laws::page(bytes));

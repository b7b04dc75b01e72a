//! Any bytes as an uploaded file.
#![no_main]

mod read;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| read::read(bytes.to_vec()));

//! The API, one file a noun, as the addresses are.

//! A centre's life through the real use cases.
//!
//! Nothing here writes a row by itself: people and employers are made up, then registered,
//! remitted for and closed upon exactly as clerks would, with the clock moved on by hand. It is
//! the demo, and a regression test of everything below it.

pub mod city;
pub mod demo;
pub mod founding;
pub mod person;

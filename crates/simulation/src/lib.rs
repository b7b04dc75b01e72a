//! A centre's life through the real use cases.
//!
//! Nothing here writes a row by itself: people and employers are made up ([`plan`]) to the published
//! figures of a real city ([`profile`]), the centre moves in by the opening load ([`moving_in`]), and
//! the year is lived exactly as clerks would ([`year`]), with the clock moved on by hand. It is the
//! demo, and a regression test of everything below it; [`report`] holds it against what was published.

pub mod agents;
pub mod city;
pub mod demo;
pub mod founding;
pub mod moving_in;
pub mod person;
pub mod plan;
pub mod profile;
pub mod report;
mod treasury;
pub mod year;

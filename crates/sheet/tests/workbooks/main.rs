//! Whole workbooks, read and written.

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod files;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod writing;

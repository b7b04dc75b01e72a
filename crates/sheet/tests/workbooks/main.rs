//! Whole files, read and written.

#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod files;
#[cfg(test)]
mod messy;
#[cfg(test)]
mod mutations;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod reading;
#[cfg(test)]
mod text;
#[cfg(test)]
mod writing;

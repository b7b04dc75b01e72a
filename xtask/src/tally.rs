//! How many tests ran, summed over the three runners: cargo test, vitest and playwright.

use crate::Result;
use serde_json::Value;
use std::fmt;
use std::ops::AddAssign;

/// Tests passed, failed and skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: u64,
    pub(crate) failed: u64,
    pub(crate) skipped: u64,
}

impl Tally {
    /// Reads the report of `vitest --reporter=json`.
    pub(crate) fn of_vitest(report: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(report)?;
        Ok(Self {
            passed: number(&report, "numPassedTests")?,
            failed: number(&report, "numFailedTests")?,
            skipped: number(&report, "numPendingTests")? + number(&report, "numTodoTests")?,
        })
    }

    /// Reads the report of playwright's json reporter; a flaky test counts as failed, because
    /// nothing here is retried to make it pass.
    pub(crate) fn of_playwright(report: &str) -> Result<Self> {
        let report: Value = serde_json::from_str(report)?;
        let stats = &report["stats"];
        Ok(Self {
            passed: number(stats, "expected")?,
            failed: number(stats, "unexpected")? + number(stats, "flaky")?,
            skipped: number(stats, "skipped")?,
        })
    }

    /// An error when no test ran: a runner that found nothing must not look green.
    pub(crate) fn proven(self, runner: &str) -> Result<Self> {
        if self.passed + self.failed == 0 {
            return Err(format!("{runner} ran no test").into());
        }
        Ok(self)
    }
}

/// Counts over the lines that `cargo test` prints.
#[derive(Default)]
pub(crate) struct CargoLines {
    closing: Tally,
    returned_early: u64,
}

impl CargoLines {
    /// Reads one line: a binary's closing line, or the line `skipped: …` by which a test says
    /// that the machine lacks what it needs.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some((_, counts)) = line.split_once("test result: ") {
            self.closing += Tally {
                passed: count_before(counts, " passed"),
                failed: count_before(counts, " failed"),
                skipped: count_before(counts, " ignored"),
            };
        } else if line.starts_with("skipped: ") || line.contains(" ... skipped: ") {
            // The second form is that of a single test thread, which writes the name first.
            self.returned_early += 1;
        }
    }

    /// The sum. A test that returned early stands among the passed ones of its closing line and
    /// is counted as skipped instead.
    pub(crate) fn tally(&self) -> Tally {
        Tally {
            passed: self.closing.passed.saturating_sub(self.returned_early),
            failed: self.closing.failed,
            skipped: self.closing.skipped + self.returned_early,
        }
    }
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Tally {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} passed, {} failed, {} skipped",
            self.passed, self.failed, self.skipped
        )
    }
}

/// The number that stands right before a word, 0 when the word doesn't stand there.
fn count_before(text: &str, word: &str) -> u64 {
    let Some((before, _)) = text.split_once(word) else {
        return 0;
    };
    let digits = before
        .rsplit(|letter: char| !letter.is_ascii_digit())
        .next();
    digits.and_then(|digits| digits.parse().ok()).unwrap_or(0)
}

fn number(report: &Value, field: &str) -> Result<u64> {
    report[field]
        .as_u64()
        .ok_or_else(|| format!("the test report has no number {field}").into())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cargo(lines: &[&str]) -> Tally {
        let mut seen = CargoLines::default();
        for line in lines {
            seen.read(line);
        }
        seen.tally()
    }

    #[test]
    fn closing_lines_of_cargo_test_are_summed() {
        let tally = cargo(&[
            "running 12 tests",
            "test fen::adds ... ok",
            "test result: ok. 12 passed; 0 failed; 1 ignored; 0 measured; 3 filtered out; finished in 0.10s",
            "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out; finished in 1.00s",
        ]);
        assert_eq!(
            tally,
            Tally {
                passed: 15,
                failed: 2,
                skipped: 1
            }
        );
        assert_eq!(tally.to_string(), "15 passed, 2 failed, 1 skipped");
    }

    #[test]
    fn a_test_that_says_it_is_skipped_is_not_counted_as_passed() {
        let tally = cargo(&[
            "skipped: ledger::posts, no PostgreSQL",
            "test ledger::reverses ... skipped: ledger::reverses, no PostgreSQL",
            "    skipped: [of a value that a failed test shows],",
            "test result: ok. 5 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out",
        ]);
        assert_eq!(
            tally,
            Tally {
                passed: 3,
                failed: 0,
                skipped: 2
            }
        );
    }

    #[test]
    fn reports_of_the_web_runners_are_read() {
        let vitest =
            r#"{"numPassedTests":7,"numFailedTests":1,"numPendingTests":2,"numTodoTests":0}"#;
        let tally = Tally::of_vitest(vitest).unwrap();
        assert_eq!(
            tally,
            Tally {
                passed: 7,
                failed: 1,
                skipped: 2
            }
        );
        let playwright = r#"{"stats":{"expected":3,"unexpected":0,"flaky":1,"skipped":0}}"#;
        let tally = Tally::of_playwright(playwright).unwrap();
        assert_eq!(
            tally,
            Tally {
                passed: 3,
                failed: 1,
                skipped: 0
            }
        );
        assert!(Tally::of_vitest("{}").is_err());
    }

    #[test]
    fn a_runner_that_ran_nothing_is_an_error() {
        assert!(Tally::default().proven("vitest").is_err());
        assert!(
            Tally {
                skipped: 3,
                ..Tally::default()
            }
            .proven("vitest")
            .is_err()
        );
        assert!(
            Tally {
                failed: 1,
                ..Tally::default()
            }
            .proven("vitest")
            .is_ok()
        );
    }
}

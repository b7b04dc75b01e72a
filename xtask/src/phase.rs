//! The phases of a command: announced when they begin, timed, and listed at the end.

use crate::Result;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// How a phase ended.
enum Verdict {
    Passed,
    Failed(String),
    Skipped(String),
}

struct Phase {
    name: &'static str,
    took: Duration,
    verdict: Verdict,
}

/// The phases run so far. A failed phase doesn't stop the next one, so that one run of CI tells
/// everything that is wrong; who needs the result of a phase looks at what [`Phases::run`] gives.
pub(crate) struct Phases {
    started: Instant,
    done: Vec<Phase>,
}

impl Phases {
    pub(crate) fn start() -> Self {
        Self {
            started: Instant::now(),
            done: Vec::new(),
        }
    }

    /// Announces and times a phase; `None` when it failed, which is shown at once.
    pub(crate) fn run<T>(
        &mut self,
        name: &'static str,
        work: impl FnOnce() -> Result<T>,
    ) -> Option<T> {
        println!("\n── {name} ──");
        let began = Instant::now();
        let outcome = work();
        let took = began.elapsed();
        let (value, verdict) = match outcome {
            Ok(value) => (Some(value), Verdict::Passed),
            Err(failure) => {
                eprintln!("{name} failed: {failure}");
                (None, Verdict::Failed(failure.to_string()))
            }
        };
        self.done.push(Phase {
            name,
            took,
            verdict,
        });
        value
    }

    /// Lists a phase that was left out, and why.
    pub(crate) fn skip(&mut self, name: &'static str, why: &str) {
        println!("\n── {name}: skipped, {why} ──");
        let verdict = Verdict::Skipped(why.to_owned());
        self.done.push(Phase {
            name,
            took: Duration::ZERO,
            verdict,
        });
    }

    /// Time since the command began.
    pub(crate) fn elapsed(&self) -> Duration {
        self.started.elapsed()
    }

    /// Whether any phase failed.
    pub(crate) fn failed(&self) -> bool {
        self.done
            .iter()
            .any(|phase| matches!(phase.verdict, Verdict::Failed(_)))
    }

    /// The phases with their times, and the total.
    pub(crate) fn table(&self) -> String {
        let mut table = String::from("\nphase          time  verdict\n");
        for phase in &self.done {
            let verdict = match &phase.verdict {
                Verdict::Passed => "passed".to_owned(),
                Verdict::Failed(why) => format!("FAILED: {}", first_line(why)),
                Verdict::Skipped(why) => format!("skipped: {}", first_line(why)),
            };
            writeln!(
                table,
                "{:<12} {:>6}  {verdict}",
                phase.name,
                clock(phase.took)
            )
            .expect("writing to a string can't fail");
        }
        write!(table, "{:<12} {:>6}", "total", clock(self.elapsed()))
            .expect("writing to a string can't fail");
        table
    }
}

/// Minutes and seconds; below ten seconds seconds and tenths.
pub(crate) fn clock(time: Duration) -> String {
    let seconds = time.as_secs();
    if seconds < 10 {
        format!("{seconds}.{} s", time.subsec_millis() / 100)
    } else {
        format!("{}:{:02}", seconds / 60, seconds % 60)
    }
}

fn first_line(text: &str) -> &str {
    text.lines().next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_read_as_a_person_says_them() {
        assert_eq!(clock(Duration::from_millis(1_290)), "1.2 s");
        assert_eq!(clock(Duration::from_secs(10)), "0:10");
        assert_eq!(clock(Duration::from_secs(754)), "12:34");
    }

    #[test]
    fn one_failed_phase_fails_the_command_and_the_next_still_runs() {
        let mut phases = Phases::start();
        assert_eq!(phases.run("first", || Ok(1)), Some(1));
        assert!(!phases.failed());
        assert_eq!(
            phases.run::<()>("second", || Err("broken\nin detail".into())),
            None
        );
        assert_eq!(phases.run("third", || Ok(3)), Some(3));
        assert!(phases.failed());
        assert!(phases.table().contains("FAILED: broken\n"));
    }
}

//! The rows of a roster's file as they come: read, judged by themselves and sealed on a thread of
//! their own, a chunk ahead of the database.
//!
//! Reading computes and the database waits for its disk: one after the other they would take the
//! sum of both, side by side they take the longer. At most three chunks are in memory: one being
//! read, one waiting, one being written.

use db::Keys;
use kernel::{CentreId, Clock, MemberId, OrBroken, Result};
use sheet::{Rows, Spreadsheet, Table};
use tokio::sync::mpsc;
use tokio::task::{self, JoinHandle};

use super::line::Terms;
use super::model::{Line, Note, SkippedRow};
use super::reading::{self, Money};
use super::rule;
use crate::member::Member;

/// Rows read, judged and written at once.
pub(super) const CHUNK: usize = 5_000;
/// Rows that a note names one by one.
const ROWS_NAMED: usize = 10;

/// A row read and judged by itself, with its person sealed.
pub(super) struct ReadRow {
    /// Counts from 1 in the file.
    pub(super) line_no: i64,
    pub(super) sheet_row: i64,
    pub(super) line: Line,
    pub(super) person: Member,
}

/// Rows that follow one another, one at least.
pub(super) struct Chunk {
    pub(super) rows: Vec<ReadRow>,
    /// How far the file is read with them.
    pub(super) progress: sheet::Progress,
}

/// What a file says besides its rows; known when the last is read.
pub(super) struct Rest {
    /// Titles of columns that a roster doesn't know.
    pub(super) unknown_columns: Vec<String>,
    pub(super) skipped: Vec<SkippedRow>,
    pub(super) notes: Vec<Note>,
}

/// What rows are read with.
pub(super) struct Reader {
    pub(super) clock: Clock,
    pub(super) keys: Keys,
    pub(super) centre: CentreId,
    pub(super) terms: Terms,
    /// The most rows; see [`MAX_ROWS`](reading::MAX_ROWS).
    pub(super) rows_max: usize,
}

/// The chunks of a file that is being read.
pub(super) struct Chunks {
    chunks: mpsc::Receiver<Chunk>,
    reading: JoinHandle<Result<Rest>>,
}

impl Chunks {
    /// Begins to read. The thread ends when its rows do, at what refuses the file, and soon after
    /// this is dropped.
    pub(super) fn begin(reader: Reader, mut file: Spreadsheet) -> Chunks {
        let (sender, chunks) = mpsc::channel(1);
        let reading = task::spawn_blocking(move || reader.read(&mut file, &sender));
        Chunks { chunks, reading }
    }

    /// The next chunk; none when the file has ended or was refused, which [`Chunks::end`] tells.
    pub(super) async fn next(&mut self) -> Option<Chunk> {
        self.chunks.recv().await
    }

    /// What the file says besides its rows.
    ///
    /// # Errors
    /// What refused the file (`sheet_…`).
    pub(super) async fn end(self) -> Result<Rest> {
        drop(self.chunks);
        self.reading
            .await
            .or_broken("the thread that reads a file")?
    }
}

impl Reader {
    fn read(&self, file: &mut Spreadsheet, chunks: &mpsc::Sender<Chunk>) -> Result<Rest> {
        let mut table = reading::table(file)?;
        let money = Money::of(&table);
        let mut upgraded = Upgraded::default();
        let mut read = 0;
        loop {
            let rows = self.chunk(&mut table, &money, &mut upgraded, read)?;
            let Some(last) = rows.last() else { break };
            read = last.line_no;
            let progress = table.rows().progress();
            if chunks.blocking_send(Chunk { rows, progress }).is_err() {
                break; // Nobody waits for it any more.
            }
        }
        let notes = table.notes();
        Ok(Rest {
            unknown_columns: table.header().unknown.clone(),
            skipped: table.skipped().iter().map(SkippedRow::from).collect(),
            notes: notes
                .iter()
                .map(Note::from)
                .chain(upgraded.note())
                .collect(),
        })
    }

    /// Reads, judges by itself and seals up to a chunk of rows; none when the file has ended.
    fn chunk(
        &self,
        table: &mut Table<Rows<'_>>,
        money: &Money,
        upgraded: &mut Upgraded,
        read: i64,
    ) -> Result<Vec<ReadRow>> {
        let mut lines = Vec::with_capacity(CHUNK);
        let before = usize::try_from(read).or_broken("rows read")?;
        for record in table.by_ref().take(CHUNK) {
            let record = record.map_err(reading::refused)?;
            if before + lines.len() == self.rows_max {
                let limit = self.rows_max;
                return Err(reading::refused(sheet::Error::TooManyRows { limit }));
            }
            let line = money.read(&record, &self.terms);
            if line.person.number_upgraded {
                upgraded.add(record.row);
            }
            lines.push((i64::from(record.row), line, MemberId::new(&self.clock)));
        }
        let people: Vec<_> = lines
            .iter()
            .map(|(_, line, member_id)| (*member_id, &line.person))
            .collect();
        let sealed = reading::seal_all(&self.keys, self.centre, &people)?;
        let numbered = (read + 1..).zip(lines.into_iter().zip(sealed));
        let rows = numbered.map(|(line_no, ((sheet_row, line, _), person))| ReadRow {
            line_no,
            sheet_row,
            line,
            person,
        });
        Ok(rows.collect())
    }
}

/// Rows whose ID number had 15 digits.
#[derive(Default)]
struct Upgraded {
    count: i64,
    first: Vec<u32>,
}

impl Upgraded {
    fn add(&mut self, row: u32) {
        self.count += 1;
        if self.first.len() < ROWS_NAMED {
            self.first.push(row);
        }
    }

    fn note(&self) -> Option<Note> {
        (self.count > 0).then(|| rule::upgraded(self.count, &self.first))
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use sheet::Limits;

    use super::*;
    use crate::roster::tests::terms;

    async fn read(rows: usize, rows_max: usize) -> (Vec<usize>, Result<Rest>) {
        let mut text = "职工缴存清册\n姓名,证件号码,缴存基数\n".to_owned();
        text.push_str(&"张三,11010519491231002X,6000\n".repeat(rows));
        text.push_str("合计,,6000\n");
        let file = Spreadsheet::open(Cursor::new(text.into_bytes()), &Limits::default()).unwrap();
        let reader = Reader {
            clock: Clock::system(),
            keys: Keys::random().unwrap(),
            centre: CentreId::new(1).unwrap(),
            terms: terms(),
            rows_max,
        };
        let mut chunks = Chunks::begin(reader, file);
        let mut sizes = Vec::new();
        while let Some(chunk) = chunks.next().await {
            sizes.push(chunk.rows.len());
        }
        (sizes, chunks.end().await)
    }

    #[tokio::test]
    async fn as_many_rows_as_there_may_be_are_read_whatever_stands_around_them() {
        let (sizes, rest) = read(CHUNK + 3, CHUNK + 3).await;
        assert_eq!(sizes, [CHUNK, 3]);
        assert_eq!(rest.unwrap().skipped.len(), 1, "the sum");
        let (sizes, rest) = read(CHUNK, CHUNK).await;
        assert_eq!((sizes, rest.is_ok()), (vec![CHUNK], true));
    }

    #[tokio::test]
    async fn one_row_more_refuses_the_file() {
        for rows_max in [CHUNK + 2, CHUNK, 1] {
            let (_, rest) = read(CHUNK + 3, rows_max).await;
            let refused = rest.err().unwrap();
            assert_eq!(refused.refusal().unwrap().code(), "sheet_too_many_rows");
        }
    }
}

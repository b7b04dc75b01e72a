//! Facts (登记内容): what was recorded of a row and never changes.
//!
//! A wire that a bank reported is vouched for by nothing but its own row: its amount stands in a
//! voucher, its remark nowhere else. So the event of its recording holds, beside what a reader of
//! the trail looks for, the digest of everything recorded, as `facts` in the detail; the use case
//! that writes the row writes both in one transaction. The proof makes the digest again from the row
//! and holds it against the event, which the trail's own chain and heads vouch for.
//!
//! What is personal goes into the digest as an HMAC of its plain text, not as the bytes it is sealed
//! in: sealed anew under a younger key it is still the same fact, and a digest over plain text
//! without a key would let whoever reads the trail try names until one fits.

use std::collections::BTreeMap;
use std::fmt::Display;

use db::{Column, Digest, Digest32, ReadTx, Row, Stmt};
use kernel::Result;

use super::store;
use crate::Action;

/// Rows compared at a time.
const PAGE: i64 = 1_000;

/// After the last subject.
const AFTER_ALL: &str = "\u{10FFFF}";

/// How a row differs from what the trail says of its recording.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// Its facts are others.
    Altered,
    /// No event tells of its recording.
    Unrecorded,
    /// More than one event does: whoever alters a row and writes an event to fit can't take away
    /// the first.
    Repeated,
    /// The event is there and the row isn't.
    Lost,
}

impl Difference {
    /// The Chinese sentence for the auditor; `what` is the kind of row, such as `到账`.
    #[must_use]
    pub fn sentence(self, what: &str) -> String {
        match self {
            Self::Altered => format!("{what}的登记内容与审计记录留存的摘要不符，登记后曾被改动"),
            Self::Unrecorded => format!("{what}没有登记时的审计记录，可能是绕过系统插入的"),
            Self::Repeated => format!("{what}登记的审计记录不止一条，可能是事后补造的"),
            Self::Lost => format!("审计记录中登记过的{what}已不存在"),
        }
    }

    /// The sentence where the events are of something done to a row, such as `汇缴的冲销`.
    #[must_use]
    pub fn sentence_of_act(self, act: &str) -> String {
        match self {
            Self::Altered => format!("{act}与审计记录留存的摘要不符，事后曾被改动"),
            Self::Unrecorded => format!("{act}没有相应的审计记录，可能是绕过系统写入的"),
            Self::Repeated => format!("{act}的审计记录不止一条，可能是事后补造的"),
            Self::Lost => format!("审计记录中有{act}，数据中却已没有"),
        }
    }
}

/// Rows, and the action whose events tell of their recording.
pub struct Recorded<'a, K, R> {
    /// The action.
    pub action: &'a Action,
    /// The rows after a key, so many, in its order, which is also that of its text. The key is
    /// their first column and the subject of the events.
    pub rows_after: &'a Stmt<(K, i64), R>,
    /// What lies before all keys.
    pub nil: K,
}

/// What is recorded with a row beside it: rows of another table.
pub struct Parts<'a, K, P> {
    /// The parts of the rows from one to another, both included, each row's in the order in which
    /// they are digested.
    pub between: &'a Stmt<(K, K), P>,
    /// The key of the row that a part belongs to.
    pub of: fn(&P) -> K,
    /// Adds a part to the facts.
    pub add: fn(Digest, &P) -> Digest,
}

impl<K, P> Parts<'_, K, P> {
    /// Begins the facts of a row with parts: with those of the row itself.
    #[must_use]
    pub fn begin(&self, row: Digest32) -> Digest {
        Digest::new("with parts").column(row)
    }
}

impl<K: Column + Copy, P: Row + Send> Parts<'_, K, P> {
    /// The facts of one row with its parts as they stand in the database; `row` is the digest of the
    /// row's own.
    ///
    /// # Errors
    /// Broken when the database fails.
    pub async fn facts_in(&self, tx: &mut ReadTx, key: K, row: Digest32) -> Result<Digest32> {
        let mut facts = self.begin(row);
        tx.for_each(self.between, (key, key), |part| {
            facts = (self.add)(facts.clone(), &part);
            Ok(())
        })
        .await?;
        Ok(facts.finish())
    }
}

/// Holds rows against the events of their recording. `facts` answers the digest of a row's facts,
/// or none when they can't be made out any more. What differs goes to `found` with the key's text.
///
/// Where the transaction leaves out rows that can't be read, those are held against nothing. A key
/// that can't be read is none that was recorded: the row of the key before it is lost. Flat memory:
/// a page of rows; the events pass by one at a time.
///
/// # Errors
/// Broken when the database fails.
pub async fn compare_facts<K, R>(
    tx: &mut ReadTx,
    recorded: &Recorded<'_, K, R>,
    facts: impl Fn(&R) -> Option<Digest32>,
    found: impl FnMut(&str, Difference) + Send,
) -> Result<()>
where
    K: Column + Copy + Display + Send,
    R: Row + Send,
{
    let none: Option<&Parts<'_, K, (K,)>> = None;
    compare_pages(tx, (recorded, PAGE), facts, none, found).await
}

/// [`compare_facts`] where the facts recorded of a row hold those of its parts, see
/// [`Parts::begin`].
///
/// # Errors
/// Broken when the database fails.
pub async fn compare_facts_with<K, R, P>(
    tx: &mut ReadTx,
    recorded: &Recorded<'_, K, R>,
    facts: impl Fn(&R) -> Option<Digest32>,
    parts: &Parts<'_, K, P>,
    found: impl FnMut(&str, Difference) + Send,
) -> Result<()>
where
    K: Column + Copy + Display + Send,
    R: Row + Send,
    P: Row + Send,
{
    compare_pages(tx, (recorded, PAGE), facts, Some(parts), found).await
}

/// [`compare_facts`], so many rows at a time.
async fn compare_pages<K, R, P>(
    tx: &mut ReadTx,
    (recorded, page): (&Recorded<'_, K, R>, i64),
    facts: impl Fn(&R) -> Option<Digest32>,
    parts: Option<&Parts<'_, K, P>>,
    mut found: impl FnMut(&str, Difference) + Send,
) -> Result<()>
where
    K: Column + Copy + Display + Send,
    R: Row + Send,
    P: Row + Send,
{
    let (mut after, mut after_text) = (recorded.nil, String::new());
    loop {
        let rows: Vec<(K, Option<R>)> = tx.keyed(recorded.rows_after, (after, page)).await?;
        let last = rows.last().map(|(key, _)| *key);
        let held = rows
            .iter()
            .map(|(key, row)| (key.to_string(), Held::of(row.as_ref().map(&facts))));
        let mut held: BTreeMap<String, Held> = held.collect();
        if let (Some(parts), Some(last)) = (parts, last) {
            add_parts(tx, parts, (after, last), &mut held).await?;
        }
        let to = last.map_or_else(|| AFTER_ALL.to_owned(), |last| last.to_string());
        let events = (recorded.action, after_text, to.clone());
        compare_page(tx, events, held, &mut found).await?;
        match last {
            Some(last) => (after, after_text) = (last, to),
            None => return Ok(()),
        }
    }
}

/// A row of the page at hand, with what the events have said of it so far.
struct Held {
    /// Its facts, where they can be made out.
    facts: Option<Digest32>,
    readable: bool,
    events: u64,
    /// What the last event says the facts are.
    recorded: Option<Digest32>,
}

impl Held {
    /// The row's facts; none when the row can't be read.
    fn of(row: Option<Option<Digest32>>) -> Self {
        Self {
            facts: row.flatten(),
            readable: row.is_some(),
            events: 0,
            recorded: None,
        }
    }

    fn difference(&self) -> Option<Difference> {
        match self.events {
            _ if !self.readable => None,
            0 => Some(Difference::Unrecorded),
            1 if self.recorded.is_some() && self.recorded == self.facts => None,
            1 => Some(Difference::Altered),
            _ => Some(Difference::Repeated),
        }
    }
}

/// Makes the facts of rows those of them and their parts, which lie after a key and up to another.
async fn add_parts<K, P>(
    tx: &mut ReadTx,
    parts: &Parts<'_, K, P>,
    between: (K, K),
    rows: &mut BTreeMap<String, Held>,
) -> Result<()>
where
    K: Column + Display,
    P: Row + Send,
{
    let mut digests: BTreeMap<&str, Digest> = BTreeMap::new();
    for (subject, row) in &*rows {
        if let Some(facts) = row.facts {
            digests.insert(subject, parts.begin(facts));
        }
    }
    tx.for_each(parts.between, between, |part| {
        let of = (parts.of)(&part).to_string();
        if let Some(digest) = digests.get_mut(of.as_str()) {
            *digest = (parts.add)(digest.clone(), &part);
        }
        Ok(())
    })
    .await?;
    let made: Vec<(String, Digest32)> = digests
        .into_iter()
        .map(|(subject, digest)| (subject.to_owned(), digest.finish()))
        .collect();
    for (subject, facts) in made {
        rows.entry(subject)
            .and_modify(|row| row.facts = Some(facts));
    }
    Ok(())
}

/// Holds a page of rows, by subject, against the events of `action` whose subjects lie after one and
/// up to another.
async fn compare_page(
    tx: &mut ReadTx,
    (action, after, to): (&Action, String, String),
    mut rows: BTreeMap<String, Held>,
    found: &mut (impl FnMut(&str, Difference) + Send),
) -> Result<()> {
    let asked = (action.code.to_owned(), after, to);
    let mut lost = None;
    tx.for_each(&store::DONE_BETWEEN, asked, |(subject, detail)| {
        match rows.get_mut(&subject) {
            Some(row) => {
                row.events += 1;
                row.recorded = digest_in(&detail);
            }
            // Of a row that was recorded twice once.
            None if lost.as_ref() == Some(&subject) => {}
            None => {
                found(&subject, Difference::Lost);
                lost = Some(subject);
            }
        }
        Ok(())
    })
    .await?;
    for (subject, row) in &rows {
        if let Some(difference) = row.difference() {
            found(subject, difference);
        }
    }
    Ok(())
}

fn digest_in(detail: &str) -> Option<Digest32> {
    let detail: serde_json::Value = serde_json::from_str(detail).ok()?;
    Digest32::from_hex(detail.get("facts")?.as_str()?)
}

#[cfg(test)]
mod tests {
    use db::Digest;
    use kernel::BranchId;
    use serde_json::json;

    use super::*;
    use crate::audit::{Subject, record};
    use crate::testing::{self, ACT, House};

    db::statements! {
        /// Branches, as rows that are recorded.
        BRANCHES_AFTER: (BranchId, i64) => (BranchId, String) =
            "SELECT branch_id, code FROM branch WHERE centre_id = $1 AND branch_id > $2
             ORDER BY branch_id LIMIT $3";
        /// The one part that each branch has.
        CODES: (BranchId, BranchId) => (BranchId, String) =
            "SELECT branch_id, code FROM branch WHERE centre_id = $1
             AND branch_id BETWEEN $2 AND $3 ORDER BY branch_id";
        /// A branch's code is no text any more.
        SPOIL: (BranchId,) => () =
            "UPDATE branch SET code = CAST(x'ff' AS TEXT) || code WHERE centre_id = $1 AND branch_id = $2";
        /// A branch gets another code.
        RENAME: (BranchId,) => () =
            "UPDATE branch SET code = 'x' WHERE centre_id = $1 AND branch_id = $2";
        /// A branch is gone.
        REMOVE: (BranchId,) => () =
            "DELETE FROM branch WHERE centre_id = $1 AND branch_id = $2";
    }

    const RECORDED: Recorded<'_, BranchId, (BranchId, String)> = Recorded {
        action: &ACT,
        rows_after: &BRANCHES_AFTER,
        nil: BranchId::NIL,
    };

    const PARTS: Parts<'_, BranchId, (BranchId, String)> = Parts {
        between: &CODES,
        of: |(branch, _)| *branch,
        add: |digest, (_, code)| digest.text(code),
    };

    fn no_parts() -> Option<&'static Parts<'static, BranchId, (BranchId,)>> {
        None
    }

    fn facts(code: &str) -> Digest32 {
        Digest::new("branch").text(code).finish()
    }

    async fn act(house: &House, branch: BranchId, detail: serde_json::Value) {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        let subject = Subject::new("branch", branch);
        let (clock, system) = (&house.app.clock, &house.system);
        record(&mut tx, clock, system, &ACT, subject, detail)
            .await
            .unwrap();
        tx.commit().await.unwrap();
    }

    /// Five branches, each recorded with its facts.
    async fn recorded() -> (House, Vec<BranchId>) {
        let house = testing::house().await;
        let mut branches = Vec::new();
        for code in ["01", "02", "03", "04", "05"] {
            let branch = house.branch(code).await;
            act(&house, branch, json!({ "facts": facts(code).hex() })).await;
            branches.push(branch);
        }
        (house, branches)
    }

    /// What differs, whatever the size of the pages.
    async fn found(tx: &mut ReadTx) -> Vec<(String, Difference)> {
        let mut found = Vec::new();
        for page in [1, 2, 5, 100] {
            let mut differences = Vec::new();
            let of = |(_, code): &(BranchId, String)| Some(facts(code));
            compare_pages(tx, (&RECORDED, page), of, no_parts(), |key, how| {
                differences.push((key.to_owned(), how));
            })
            .await
            .unwrap();
            // Within a page what is lost comes first.
            differences.sort_by(|one, other| one.0.cmp(&other.0));
            if page > 1 {
                assert_eq!(differences, found, "{page} at a time");
            }
            found = differences;
        }
        found
    }

    #[tokio::test]
    async fn rows_as_they_were_recorded_are_none_to_tell_of() {
        let (house, _) = recorded().await;
        let mut tx = house.app.db.read(house.centre).await.unwrap();
        assert_eq!(found(&mut tx).await, []);
    }

    #[tokio::test]
    async fn a_row_that_cannot_be_read_is_neither_lost_nor_the_end_of_a_page() {
        let (house, branches) = recorded().await;
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        for branch in &branches[1..4] {
            tx.execute_one(&SPOIL, (*branch,)).await.unwrap();
        }
        tx.execute_one(&RENAME, (branches[4],)).await.unwrap();
        tx.commit().await.unwrap();
        let tx = house.app.db.read(house.centre).await.unwrap();
        let told = [(branches[4].to_string(), Difference::Altered)];
        assert_eq!(found(&mut tx.skipping_unreadable()).await, told);
    }

    #[tokio::test]
    async fn the_facts_of_a_row_hold_its_parts() {
        let house = testing::house().await;
        let mut branches = Vec::new();
        for code in ["01", "02", "03"] {
            let branch = house.branch(code).await;
            let facts = PARTS.begin(facts("whole")).text(code).finish();
            act(&house, branch, json!({ "facts": facts.hex() })).await;
            branches.push(branch);
        }
        let whole = |_: &(BranchId, String)| Some(facts("whole"));
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        let mut told = Vec::new();
        for renamed in [None, Some(branches[1])] {
            if let Some(branch) = renamed {
                tx.execute_one(&RENAME, (branch,)).await.unwrap();
            }
            told.clear();
            compare_facts_with(&mut tx, &RECORDED, whole, &PARTS, |key, how| {
                told.push((key.to_owned(), how));
            })
            .await
            .unwrap();
            let expected = renamed.map(|branch| (branch.to_string(), Difference::Altered));
            assert_eq!(told, Vec::from_iter(expected));
        }
    }

    #[tokio::test]
    async fn every_difference_is_told_with_its_row() {
        let (house, branches) = recorded().await;
        act(&house, branches[0], json!({ "facts": facts("01").hex() })).await;
        let unrecorded = house.branch("06").await;
        let silent = house.branch("07").await;
        act(&house, silent, json!({ "serial": 7 })).await;
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        tx.execute_one(&RENAME, (branches[1],)).await.unwrap();
        tx.execute_one(&REMOVE, (branches[2],)).await.unwrap();
        tx.execute_one(&REMOVE, (branches[4],)).await.unwrap();
        let told = [
            (branches[0], Difference::Repeated),
            (branches[1], Difference::Altered),
            (branches[2], Difference::Lost),
            (branches[4], Difference::Lost),
            (unrecorded, Difference::Unrecorded),
            (silent, Difference::Altered),
        ];
        let found = found(&mut tx).await;
        assert_eq!(found, told.map(|(id, how)| (id.to_string(), how)));
        for (_, how) in found {
            assert!(how.sentence("管理部").contains("管理部"));
            assert!(how.sentence_of_act("撤并").contains("撤并"));
        }
    }
}

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

use db::{Column, Digest32, ReadTx, Row, Stmt};
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
}

/// Holds the rows of a table against the events that `action` recorded them with. `rows_after`
/// reads the rows after a key, so many, in its order, which is also that of its text; `nil` lies
/// before all keys. `facts` answers a row's key and the digest of its facts, or none when they can't
/// be made out any more. What differs goes to `found` with the key's text.
///
/// # Errors
/// Broken when the database fails.
pub async fn compare_facts<K, R>(
    tx: &mut ReadTx,
    action: &Action,
    rows_after: &Stmt<(K, i64), R>,
    nil: K,
    facts: impl Fn(&R) -> (K, Option<Digest32>),
    found: impl FnMut(&str, Difference),
) -> Result<()>
where
    K: Column + Copy + Display,
    R: Row + Send,
{
    compare_pages(tx, action, (rows_after, PAGE), nil, facts, found).await
}

/// [`compare_facts`], so many rows at a time.
async fn compare_pages<K, R>(
    tx: &mut ReadTx,
    action: &Action,
    (rows_after, page): (&Stmt<(K, i64), R>, i64),
    nil: K,
    facts: impl Fn(&R) -> (K, Option<Digest32>),
    mut found: impl FnMut(&str, Difference),
) -> Result<()>
where
    K: Column + Copy + Display,
    R: Row + Send,
{
    let (mut after, mut after_text) = (nil, String::new());
    loop {
        let rows = tx.all(rows_after, (after, page)).await?;
        let rows: Vec<(K, Option<Digest32>)> = rows.iter().map(&facts).collect();
        let last = rows.last().map(|(key, _)| *key);
        let to = last.map_or_else(|| AFTER_ALL.to_owned(), |last| last.to_string());
        let mut events = events_between(tx, action, after_text, to.clone()).await?;
        for (key, digest) in rows {
            let subject = key.to_string();
            let difference = match events.remove(&subject).as_deref() {
                None => Difference::Unrecorded,
                Some([recorded]) if recorded.is_some() && *recorded == digest => continue,
                Some([_]) => Difference::Altered,
                Some(_) => Difference::Repeated,
            };
            found(&subject, difference);
        }
        for subject in events.keys() {
            found(subject, Difference::Lost);
        }
        match last {
            Some(last) => (after, after_text) = (last, to),
            None => return Ok(()),
        }
    }
}

/// The digests that the events hold, by subject; none for an event without one.
async fn events_between(
    tx: &mut ReadTx,
    action: &Action,
    after: String,
    to: String,
) -> Result<BTreeMap<String, Vec<Option<Digest32>>>> {
    let mut events: BTreeMap<String, Vec<Option<Digest32>>> = BTreeMap::new();
    let asked = (action.code.to_owned(), after, to);
    tx.for_each(&store::DONE_BETWEEN, asked, |(subject, detail)| {
        events.entry(subject).or_default().push(digest_in(&detail));
        Ok(())
    })
    .await?;
    Ok(events)
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
        /// A branch gets another code.
        RENAME: (BranchId,) => () =
            "UPDATE branch SET code = 'x' WHERE centre_id = $1 AND branch_id = $2";
        /// A branch is gone.
        REMOVE: (BranchId,) => () =
            "DELETE FROM branch WHERE centre_id = $1 AND branch_id = $2";
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
            let pages = (&BRANCHES_AFTER, page);
            let of = |(branch, code): &(BranchId, String)| (*branch, Some(facts(code)));
            compare_pages(tx, &ACT, pages, BranchId::NIL, of, |key, how| {
                differences.push((key.to_owned(), how));
            })
            .await
            .unwrap();
            // Within a page what is lost comes last.
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
        }
    }
}

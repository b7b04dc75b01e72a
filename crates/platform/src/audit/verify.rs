//! Proving the trail: the chain is computed anew over every event.

use db::{Digest32, ReadTx};
use kernel::{Finding, Instant, Result};

use super::model::link;
use super::store::{self, SealedEventRow};
use super::{Head, head};

/// The most findings told one by one; beyond them only that there are more.
const MAX_FINDINGS: usize = 100;

/// What a check of the trail found.
#[derive(Debug, Clone)]
pub struct Verification {
    /// Events sealed.
    pub sealed: i64,
    /// Events that wait to be sealed.
    pub waiting: i64,
    /// Since when the oldest of them waits; older than a minute means that the keeper stands.
    pub oldest_waiting: Option<Instant>,
    /// What is wrong; empty when the trail is whole. At most 100.
    pub findings: Vec<Finding>,
}

/// Recomputes the chain of the centre and looks for events outside it. Reads the whole trail, in
/// flat memory.
///
/// # Errors
/// Broken when the database fails or a row can't be read at all.
pub async fn verify(tx: &mut ReadTx) -> Result<Verification> {
    let mut walk = Walk {
        expected: Head {
            position: 0,
            hash: Digest32::ZERO,
        },
        findings: vec![],
    };
    tx.for_each(&store::CHAIN, (), |row| {
        walk.step(row);
        Ok(())
    })
    .await?;
    let Walk {
        expected: last,
        mut findings,
    } = walk;
    if head(tx).await? != last {
        findings.push(finding(
            last.position,
            "audit_chain_cut",
            "审计链的末端与登记的链头不一致，末尾的记录可能被删除",
        ));
    }
    let limit = i64::try_from(MAX_FINDINGS).expect("a hundred fits");
    for (audit_id,) in tx.all(&store::STRAY_EVENTS, (limit,)).await? {
        let field = format!("/audit_event/{audit_id}");
        let sentence = "审计记录既未封存也不在待封存之列，可能是事后插入的";
        findings.push(Finding::new(field, "audit_event_stray", sentence));
    }
    for (audit_id,) in tx.all(&store::LOST_TAIL, (limit,)).await? {
        let field = format!("/audit_tail/{audit_id}");
        findings.push(Finding::new(
            field,
            "audit_event_lost",
            "待封存的审计记录已不存在",
        ));
    }
    findings.truncate(MAX_FINDINGS);
    let (waiting, oldest_waiting) = tx.one(&store::TAIL_AGE, ()).await?;
    Ok(Verification {
        sealed: last.position,
        waiting,
        oldest_waiting,
        findings,
    })
}

/// The walk along the chain. After a wrong row it goes on from what is stored, so that each wrong
/// row is named once.
struct Walk {
    expected: Head,
    findings: Vec<Finding>,
}

impl Walk {
    fn step(&mut self, row: SealedEventRow) {
        let (position, stored) = (row.position, row.hash);
        if position != self.expected.position + 1 {
            self.find(position, "audit_chain_gap", "审计链在此记录之前有缺失");
        }
        match row.event() {
            None => self.find(position, "audit_event_lost", "已封存的审计记录被删除"),
            Some(event) if link(self.expected.hash, position, &event) != stored => {
                self.find(position, "audit_event_altered", "审计记录或其封存值被改动");
            }
            Some(_) => {}
        }
        self.expected = Head {
            position,
            hash: stored,
        };
    }

    fn find(&mut self, position: i64, code: &'static str, sentence: &str) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding(position, code, sentence));
        }
    }
}

fn finding(position: i64, code: &'static str, sentence: &str) -> Finding {
    Finding::new(format!("/audit_seal/{position}"), code, sentence)
}

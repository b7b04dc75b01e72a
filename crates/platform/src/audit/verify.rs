//! Proving the trail: the chain is computed anew over every event, and runs through the head of
//! every closed day.

use std::collections::BTreeMap;

use db::{Digest32, ReadTx};
use kernel::{Date, Finding, Instant, Result};

use super::day::DayHead;
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

/// Recomputes the chain of the centre, holds it against the head of each closed day, and looks for
/// events outside it. Reads the whole trail, in flat memory. What that proves stands at the
/// [module](super).
///
/// # Errors
/// Broken when the database fails or a row can't be read at all.
pub async fn verify(tx: &mut ReadTx) -> Result<Verification> {
    let mut findings = Vec::new();
    let days = check_days(tx, &mut findings).await?;
    let mut walk = Walk::new(days, findings);
    tx.for_each(&store::CHAIN, (), |row| {
        walk.step(row);
        Ok(())
    })
    .await?;
    let end = head(tx).await?;
    let (last, mut findings) = walk.finish(end);
    check_outside(tx, &mut findings).await?;
    findings.truncate(MAX_FINDINGS);
    let (waiting,) = tx.one(&store::WAITING, ()).await?;
    let oldest_waiting = tx.optional(&store::OLDEST_WAITING, ()).await?;
    Ok(Verification {
        sealed: last.position,
        waiting,
        oldest_waiting: oldest_waiting.map(|(at,)| at),
        findings,
    })
}

/// The heads of the closed days, each checked in itself; every closed day has one.
async fn check_days(tx: &mut ReadTx, findings: &mut Vec<Finding>) -> Result<Vec<DayHead>> {
    let days = tx.all(&store::DAY_HEADS, ()).await?;
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    for day in &days {
        if day.mac != day.proper_mac(&keys, centre) {
            let sentence = "日终时的审计链末端与校验码不符，曾被改动";
            findings.push(day_finding(
                day.business_date,
                "audit_day_head_altered",
                sentence,
            ));
        }
    }
    let out_of_turn = (1..)
        .zip(&days)
        .find(|(number, day)| day.day_number != *number);
    if let Some((_, day)) = out_of_turn {
        let sentence = "在此营业日之前缺少日终时的审计链末端";
        findings.push(day_finding(
            day.business_date,
            "audit_day_head_gap",
            sentence,
        ));
    }
    for (date,) in tx.all(&store::DAYS_WITHOUT_HEAD, (limit(),)).await? {
        let sentence = "营业日已日终，但没有审计链末端";
        findings.push(day_finding(date, "audit_day_head_missing", sentence));
    }
    Ok(days)
}

/// Events outside the chain that don't wait for it, and the reverse.
async fn check_outside(tx: &mut ReadTx, findings: &mut Vec<Finding>) -> Result<()> {
    for (audit_id,) in tx.all(&store::STRAY_EVENTS, (limit(),)).await? {
        let field = format!("/audit_event/{audit_id}");
        let sentence = "审计记录既未封存也不在待封存之列，可能是事后插入的";
        findings.push(Finding::new(field, "audit_event_stray", sentence));
    }
    for (audit_id,) in tx.all(&store::LOST_TAIL, (limit(),)).await? {
        let field = format!("/audit_tail/{audit_id}");
        let sentence = "待封存的审计记录已不存在";
        findings.push(Finding::new(field, "audit_event_lost", sentence));
    }
    Ok(())
}

fn limit() -> i64 {
    i64::try_from(MAX_FINDINGS).expect("a hundred fits")
}

/// The walk along the chain. After a wrong row it goes on from what is stored, so that each wrong
/// row is named once.
struct Walk {
    expected: Head,
    /// The heads not yet reached, by their places; several days may end at one.
    days: BTreeMap<i64, Vec<DayHead>>,
    findings: Vec<Finding>,
}

impl Walk {
    fn new(heads: Vec<DayHead>, findings: Vec<Finding>) -> Self {
        let mut days: BTreeMap<i64, Vec<DayHead>> = BTreeMap::new();
        for head in heads {
            days.entry(head.position).or_default().push(head);
        }
        let expected = Head {
            position: 0,
            hash: Digest32::ZERO,
        };
        let mut walk = Self {
            expected,
            days,
            findings,
        };
        walk.pass_days();
        walk
    }

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
        self.pass_days();
    }

    /// Compares the days that ended where the walk stands.
    fn pass_days(&mut self) {
        for day in self
            .days
            .remove(&self.expected.position)
            .unwrap_or_default()
        {
            if day.hash != self.expected.hash {
                let sentence = "日终时的审计链与现在不符，此前的审计记录被改动后重新封存";
                let found = day_finding(day.business_date, "audit_day_head_differs", sentence);
                self.push(found);
            }
        }
    }

    /// Compares the end of the walk with the chain's recorded one.
    fn finish(mut self, end: Head) -> (Head, Vec<Finding>) {
        if end != self.expected {
            let sentence = "审计链末端与登记的不一致，末尾的记录可能被删除";
            self.find(self.expected.position, "audit_chain_cut", sentence);
        }
        for day in std::mem::take(&mut self.days).into_values().flatten() {
            let sentence = format!("日终时审计链到第{}条，现在没有该条", day.position);
            let found = day_finding(day.business_date, "audit_day_head_beyond", sentence);
            self.push(found);
        }
        (self.expected, self.findings)
    }

    fn find(&mut self, position: i64, code: &'static str, sentence: &str) {
        self.push(finding(position, code, sentence));
    }

    fn push(&mut self, finding: Finding) {
        if self.findings.len() < MAX_FINDINGS {
            self.findings.push(finding);
        }
    }
}

fn day_finding(date: Date, code: &'static str, sentence: impl Into<String>) -> Finding {
    Finding::new(format!("/audit_day_head/{date}"), code, sentence)
}

fn finding(position: i64, code: &'static str, sentence: &str) -> Finding {
    Finding::new(format!("/audit_seal/{position}"), code, sentence)
}

//! What was recorded of employers and their changes, rosters, remittances, sealings, transfer cases, payers,
//! agents, certificates and mobiles changed, as the audit trail has it.

use std::collections::HashMap;

use db::ReadTx;
use kernel::{
    AgentId, AgentLinkId, ArrangementId, CertificateId, EmployerChangeId, EmployerId,
    MobileChangeId, PayerId, RemittanceId, Result, RosterId, SealingId, TransferCaseId, VoucherId,
};
use platform::audit::{Difference, Recorded, compare_facts, compare_facts_with};

use super::Report;
use crate::account::{CAME_OF_ROSTERS, CAME_OF_SEALINGS};
use crate::agent::{
    ACCEPTED_LINKS_AFTER, AGENT_ACCEPT, AGENT_CLOSE, AGENT_END, AGENT_INVITE, AGENT_OPEN,
    AGENT_REGISTER, AGENTS_AFTER, Agent, CLOSED_AGENTS_AFTER, ENDED_LINKS_AFTER, LINKS_AFTER, Link,
    OPENED_AGENTS_AFTER,
};
use crate::certificate::{
    CERTIFICATE_ISSUE, CERTIFICATE_VOID, CERTIFICATES_AFTER, CERTIFICATES_OF_NOTHING, Certificate,
    VOIDED_AFTER,
};
use crate::employer::{
    ALL_CHANGES, CHANGES_AFTER, EMPLOYER_CHANGE, EMPLOYER_REGISTER, EMPLOYERS_AFTER, Employer,
    FieldChange, taken_back,
};
use crate::member::change_mobile::{self, MEMBER_CHANGE_MOBILE, MobileChange};
use crate::opening::{self, OPENED_AFTER, OPENING_IMPORT};
use crate::payer::{
    ARRANGEMENTS_AFTER, Arrangement, ENDED_ARRANGEMENTS_AFTER, ENDED_PAYERS_AFTER, PAYER_ARRANGE,
    PAYER_END, PAYER_REGISTER, PAYER_RELEASE, PAYERS_AFTER, Payer,
};
use crate::remittance::{
    CANCELLED_AFTER, Ended, REMITTANCE_ASSESS, REMITTANCE_CANCEL, REMITTANCE_REVERSE,
    REMITTANCES_AFTER, REVERSED_AFTER, RULES_OF_ASSESSMENTS, Remittance, SHORTFALLS_OF_REVERSALS,
};
use crate::roster::{CONFIRMED_AFTER, ROSTER_CONFIRM, ROSTER_UPLOAD, ROSTERS_AFTER, RosterRow};
use crate::sealing::{ACCOUNT_SEAL, SEALINGS_AFTER, Sealing};
use crate::transfer::{self, TRANSFER_OPEN, TransferCase};

/// Holds every employer, roster, remittance, sealing, transfer case, payer, agent and certificate, what
/// came of each roster and sealing and how each remittance, case, payer and certificate ended, against
/// the event of its recording.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    check_employers(tx, report).await?;
    check_rosters(tx, report).await?;
    check_remittances(tx, report).await?;
    check_sealings(tx, report).await?;
    check_transfers(tx, report).await?;
    check_payers(tx, report).await?;
    check_arrangements(tx, report).await?;
    check_mobile_changes(tx, report).await?;
    check_agents(tx, report).await?;
    check_agent_links(tx, report).await?;
    check_certificates(tx, report).await?;
    check_opening(tx, report).await
}

async fn check_mobile_changes(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let made = Recorded {
        action: &MEMBER_CHANGE_MOBILE,
        rows_after: &change_mobile::CHANGES_AFTER,
        nil: MobileChangeId::NIL,
    };
    let facts = |row: &MobileChange| row.facts(&keys, centre).ok();
    compare_facts(tx, &made, facts, |key, how| {
        let sentence = how.sentence("手机号码变更");
        report.add(
            "mobile_change_facts_differ",
            "mobile_change",
            &key,
            sentence,
        );
    })
    .await
}

/// Payers as they were registered and ended; what is sealed of them opens, and is found by its
/// look-up key, because both are among the facts.
async fn check_payers(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let registered = Recorded {
        action: &PAYER_REGISTER,
        rows_after: &PAYERS_AFTER,
        nil: PayerId::NIL,
    };
    let facts = |row: &Payer| row.facts(&keys, centre).ok();
    compare_facts(tx, &registered, facts, |key, how| {
        report.add(
            "payer_facts_differ",
            "payer",
            &key,
            how.sentence("代付单位"),
        );
    })
    .await?;
    let ended = Recorded {
        action: &PAYER_END,
        rows_after: &ENDED_PAYERS_AFTER,
        ..registered
    };
    let facts = |row: &Payer| Some(row.ended_facts(centre));
    compare_facts(tx, &ended, facts, |key, how| {
        let sentence = how.sentence_of_act("代付单位的终止");
        report.add("payer_end_differs", "payer", &key, sentence);
    })
    .await
}

/// Papers as they were issued and voided, and that what they are of is there. What is sealed opens,
/// and the code is found by its look-up key, because both are among the facts.
async fn check_certificates(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let issued = Recorded {
        action: &CERTIFICATE_ISSUE,
        rows_after: &CERTIFICATES_AFTER,
        nil: CertificateId::NIL,
    };
    let facts = |row: &Certificate| row.issued_facts(&keys, centre).ok();
    compare_facts(tx, &issued, facts, |key, how| {
        let sentence = how.sentence("证明或回单");
        report.add("certificate_facts_differ", "certificate", &key, sentence);
    })
    .await?;
    let voided = Recorded {
        action: &CERTIFICATE_VOID,
        rows_after: &VOIDED_AFTER,
        ..issued
    };
    let facts = |row: &Certificate| Some(row.void_facts(centre));
    compare_facts(tx, &voided, facts, |key, how| {
        let sentence = how.sentence_of_act("证明或回单的作废");
        report.add("certificate_void_differs", "certificate", &key, sentence);
    })
    .await?;
    tx.for_each(&CERTIFICATES_OF_NOTHING, (), |(id,): (CertificateId,)| {
        let sentence = "证明或回单所指的账户、明细或汇缴不存在，或不属于它的持有人";
        report.add("certificate_subject_missing", "certificate", &id, sentence);
        Ok(())
    })
    .await
}

async fn check_arrangements(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let made = Recorded {
        action: &PAYER_ARRANGE,
        rows_after: &ARRANGEMENTS_AFTER,
        nil: ArrangementId::NIL,
    };
    let facts = |row: &Arrangement| Some(row.facts(centre));
    compare_facts(tx, &made, facts, |key, how| {
        let sentence = how.sentence("代付关系");
        report.add(
            "arrangement_facts_differ",
            "payer_arrangement",
            &key,
            sentence,
        );
    })
    .await?;
    let ended = Recorded {
        action: &PAYER_RELEASE,
        rows_after: &ENDED_ARRANGEMENTS_AFTER,
        ..made
    };
    let facts = |row: &Arrangement| Some(row.ended_facts(centre));
    compare_facts(tx, &ended, facts, |key, how| {
        let sentence = how.sentence_of_act("代付关系的终止");
        report.add(
            "arrangement_end_differs",
            "payer_arrangement",
            &key,
            sentence,
        );
    })
    .await
}

/// Agents as they were invited, came and ended; what is sealed of them opens, and is found by its
/// look-up key, because both are among the facts.
async fn check_agents(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let registered = Recorded {
        action: &AGENT_REGISTER,
        rows_after: &AGENTS_AFTER,
        nil: AgentId::NIL,
    };
    let facts = |row: &Agent| row.facts(&keys, centre).ok().flatten();
    compare_facts(tx, &registered, facts, |key, how| {
        report.add(
            "agent_facts_differ",
            "agent",
            &key,
            how.sentence("单位经办人"),
        );
    })
    .await?;
    let opened = Recorded {
        action: &AGENT_OPEN,
        rows_after: &OPENED_AGENTS_AFTER,
        ..registered
    };
    let facts = |row: &Agent| Some(row.opened_facts(centre));
    compare_facts(tx, &opened, facts, |key, how| {
        let sentence = how.sentence_of_act("单位经办人的开通或其密码");
        report.add("agent_opening_differs", "agent", &key, sentence);
    })
    .await?;
    let closed = Recorded {
        action: &AGENT_CLOSE,
        rows_after: &CLOSED_AGENTS_AFTER,
        ..registered
    };
    let facts = |row: &Agent| Some(row.closed_facts(centre));
    compare_facts(tx, &closed, facts, |key, how| {
        let sentence = how.sentence_of_act("单位经办人的停用");
        report.add("agent_end_differs", "agent", &key, sentence);
    })
    .await
}

/// For whom agents act: as they were invited to, accepted and ended.
async fn check_agent_links(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (centre, nil) = (tx.centre(), AgentLinkId::NIL);
    let invited = Recorded {
        action: &AGENT_INVITE,
        rows_after: &LINKS_AFTER,
        nil,
    };
    let mut add = |code: &'static str, key: &str, sentence: String| {
        report.add(code, "agent_employer", key, sentence);
    };
    compare_facts(
        tx,
        &invited,
        |row: &Link| row.facts(centre),
        |key, how| {
            add("agent_link_facts_differ", key, how.sentence("经办授权"));
        },
    )
    .await?;
    let accepted = Recorded {
        action: &AGENT_ACCEPT,
        rows_after: &ACCEPTED_LINKS_AFTER,
        nil,
    };
    let facts = |row: &Link| Some(row.accepted_facts(centre));
    compare_facts(tx, &accepted, facts, |key, how| {
        let sentence = how.sentence_of_act("经办邀请的接受");
        add("agent_link_acceptance_differs", key, sentence);
    })
    .await?;
    let ended = Recorded {
        action: &AGENT_END,
        rows_after: &ENDED_LINKS_AFTER,
        nil,
    };
    let facts = |row: &Link| Some(row.ended_facts(centre));
    compare_facts(tx, &ended, facts, |key, how| {
        add(
            "agent_link_end_differs",
            key,
            how.sentence_of_act("经办授权的终止"),
        );
    })
    .await
}

/// A centre moves in once: how its accounts stood then, and the months paid, are one digest.
async fn check_opening(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let facts = opening::facts_in(tx).await?;
    let recorded = Recorded {
        action: &OPENING_IMPORT,
        rows_after: &OPENED_AFTER,
        nil: VoucherId::NIL,
    };
    let facts = |_: &(VoucherId,)| Some(facts);
    compare_facts(tx, &recorded, facts, |key, how| {
        let sentence = how.sentence("期初移入的个人账户或已缴月份");
        report.add("opening_facts_differ", "account_change", &key, sentence);
    })
    .await
}

async fn check_employers(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    let recorded = Recorded {
        action: &EMPLOYER_REGISTER,
        rows_after: &EMPLOYERS_AFTER,
        nil: EmployerId::NIL,
    };
    let changes = changes_in(tx).await?;
    // What is personal and can't be opened was altered, too.
    let facts = |row: &Employer| {
        let changes = changes.get(&row.employer_id).map_or(&[][..], Vec::as_slice);
        let registered = taken_back(row, changes, &keys, centre)?;
        registered.facts(&keys, centre).ok()
    };
    compare_facts(tx, &recorded, facts, |key, how| {
        let code = "employer_facts_differ";
        report.add(code, "employer", &key, how.sentence("缴存单位"));
    })
    .await?;
    let changed = Recorded {
        action: &EMPLOYER_CHANGE,
        rows_after: &CHANGES_AFTER,
        nil: EmployerChangeId::NIL,
    };
    let facts = |row: &FieldChange| row.facts(&keys, centre).ok();
    compare_facts(tx, &changed, facts, |key, how| {
        let code = "employer_change_facts_differ";
        let sentence = how.sentence("单位信息变更");
        report.add(code, "employer_change", &key, sentence);
    })
    .await
}

/// The changes of each employer that has any, the latest first: some rows for one in some, kept in
/// memory, because employers pass by a page at a time.
async fn changes_in(tx: &mut ReadTx) -> Result<HashMap<EmployerId, Vec<FieldChange>>> {
    let mut changes: HashMap<EmployerId, Vec<FieldChange>> = HashMap::new();
    tx.for_each(&ALL_CHANGES, (), |change| {
        changes.entry(change.employer_id).or_default().push(change);
        Ok(())
    })
    .await?;
    Ok(changes)
}

async fn check_rosters(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let uploaded = Recorded {
        action: &ROSTER_UPLOAD,
        rows_after: &ROSTERS_AFTER,
        nil: RosterId::NIL,
    };
    let facts = |row: &RosterRow| Some(row.facts(centre));
    compare_facts(tx, &uploaded, facts, |key, how| {
        let code = "roster_facts_differ";
        report.add(code, "roster", &key, how.sentence("清册"));
    })
    .await?;
    let confirmed = Recorded {
        rows_after: &CONFIRMED_AFTER,
        action: &ROSTER_CONFIRM,
        ..uploaded
    };
    let facts = |row: &RosterRow| Some(row.confirmed_facts(centre));
    compare_facts_with(tx, &confirmed, facts, &CAME_OF_ROSTERS, |key, how| {
        let sentence = how.sentence_of_act("清册的确认或由此产生的账户变更");
        report.add("roster_confirmation_differs", "roster", &key, sentence);
    })
    .await
}

async fn check_remittances(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let assessed = Recorded {
        action: &REMITTANCE_ASSESS,
        rows_after: &REMITTANCES_AFTER,
        nil: RemittanceId::NIL,
    };
    let facts = |row: &Remittance| Some(row.facts(centre));
    compare_facts_with(tx, &assessed, facts, &RULES_OF_ASSESSMENTS, |key, how| {
        let sentence = how.sentence("汇缴或其核定依据");
        report.add("remittance_facts_differ", "remittance", &key, sentence);
    })
    .await?;
    let (centre, nil) = (tx.centre(), RemittanceId::NIL);
    let facts = |row: &Ended| Some(row.facts(centre));
    let mut ends = |act: &str, key: &str, how: Difference| {
        let sentence = how.sentence_of_act(act);
        report.add("remittance_end_differs", "remittance", key, sentence);
    };
    let cancelled = Recorded {
        action: &REMITTANCE_CANCEL,
        rows_after: &CANCELLED_AFTER,
        nil,
    };
    compare_facts(tx, &cancelled, facts, |key, how| {
        ends("核定的取消", key, how);
    })
    .await?;
    let reversed = Recorded {
        action: &REMITTANCE_REVERSE,
        rows_after: &REVERSED_AFTER,
        nil,
    };
    let act = "汇缴的冲销或其错缴待追回款";
    compare_facts_with(
        tx,
        &reversed,
        facts,
        &SHORTFALLS_OF_REVERSALS,
        |key, how| {
            ends(act, key, how);
        },
    )
    .await
}

async fn check_sealings(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let recorded = Recorded {
        action: &ACCOUNT_SEAL,
        rows_after: &SEALINGS_AFTER,
        nil: SealingId::NIL,
    };
    let facts = |row: &Sealing| Some(row.facts(centre));
    compare_facts_with(tx, &recorded, facts, &CAME_OF_SEALINGS, |key, how| {
        let sentence = how.sentence("封存办理或由此产生的账户变更");
        report.add("sealing_facts_differ", "sealing", &key, sentence);
    })
    .await
}

async fn check_transfers(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let centre = tx.centre();
    let opened = Recorded {
        action: &TRANSFER_OPEN,
        rows_after: &transfer::CASES_AFTER,
        nil: TransferCaseId::NIL,
    };
    let facts = |row: &TransferCase| Some(row.facts(centre));
    compare_facts(tx, &opened, facts, |key, how| {
        let sentence = how.sentence("转移催办");
        report.add(
            "transfer_case_facts_differ",
            "transfer_case",
            &key,
            sentence,
        );
    })
    .await?;
    for (action, rows_after) in transfer::ENDINGS {
        let ended = Recorded {
            action,
            rows_after,
            nil: TransferCaseId::NIL,
        };
        let facts = |row: &TransferCase| Some(row.ended_facts(centre));
        compare_facts(tx, &ended, facts, |key, how| {
            let sentence = how.sentence_of_act("转移催办的办结");
            report.add("transfer_case_end_differs", "transfer_case", &key, sentence);
        })
        .await?;
    }
    Ok(())
}

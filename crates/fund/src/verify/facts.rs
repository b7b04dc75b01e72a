//! What was recorded of employers and remittances, as the audit trail has it.

use db::ReadTx;
use kernel::{EmployerId, RemittanceId, Result};
use platform::Action;
use platform::audit::compare_facts;

use super::Report;
use crate::employer::{EMPLOYER_REGISTER, EMPLOYERS_AFTER, Employer};
use crate::remittance::{
    CANCELLED_AFTER, Ended, REMITTANCE_ASSESS, REMITTANCE_CANCEL, REMITTANCE_REVERSE,
    REMITTANCES_AFTER, REVERSED_AFTER, Remittance,
};

/// Holds every employer, assessment and end of a remittance against the event of its recording.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    // What is personal and can't be opened was altered, too.
    let facts = |row: &Employer| (row.employer_id, row.facts(&keys, centre).ok());
    let (rows, nil) = (&EMPLOYERS_AFTER, EmployerId::NIL);
    compare_facts(tx, &EMPLOYER_REGISTER, rows, nil, facts, |key, how| {
        let code = "employer_facts_differ";
        report.add(code, "employer", &key, how.sentence("缴存单位"));
    })
    .await?;
    let facts = |row: &Remittance| (row.remittance_id, Some(row.facts(centre)));
    let (rows, nil) = (&REMITTANCES_AFTER, RemittanceId::NIL);
    compare_facts(tx, &REMITTANCE_ASSESS, rows, nil, facts, |key, how| {
        let code = "remittance_facts_differ";
        report.add(code, "remittance", &key, how.sentence("汇缴"));
    })
    .await?;
    let ends: [(&Action, _, _); 2] = [
        (&REMITTANCE_CANCEL, &CANCELLED_AFTER, "汇缴的撤销"),
        (&REMITTANCE_REVERSE, &REVERSED_AFTER, "汇缴的冲账"),
    ];
    for (action, rows, what) in ends {
        let facts = |row: &Ended| (row.remittance_id, Some(row.facts(centre)));
        compare_facts(tx, action, rows, RemittanceId::NIL, facts, |key, how| {
            let code = "remittance_end_differs";
            report.add(code, "remittance", &key, how.sentence(what));
        })
        .await?;
    }
    Ok(())
}

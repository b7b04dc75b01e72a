//! Assessing a remittance (先核后缴): what the employer owes for the month, and why.

use db::{ReadTx, WriteTx};
use kernel::Rate;
use kernel::{
    BatchId, CentreId, Error, Fen, Month, OrBroken, Refusal, RemittanceId, Result, RosterId,
    Rounding,
};
use platform::audit::{self, Subject};
use platform::policy::{PolicyOn, Versioned};
use platform::{App, Caller};
use serde_json::json;
use settlement::suspense;

use super::model::{ActiveRemittance, Remittance, RemittanceStatus, Verdict};
use super::payment_code::PaymentCode;
use super::store::{self, RULES_OF_ASSESSMENTS, RuleRow};
use super::verdict::{self, Facts};
use super::{REMITTANCE_ASSESS, error};
use crate::employer::Employer;
use crate::policy;
use crate::roster::{MonthFacts, Sums, Terms, check_month, month_due};

/// The series that remittances are numbered from.
const SERIES: &str = "remittance";

/// The policy that a month's remittances are held against, with where each value comes from.
#[derive(Clone, Debug)]
pub(crate) struct Sources {
    pub(crate) base_floor: Versioned<Fen>,
    pub(crate) base_ceiling: Versioned<Fen>,
    pub(crate) rate_floor: Versioned<Rate>,
    pub(crate) rate_ceiling: Versioned<Rate>,
    pub(crate) rounding: Versioned<Rounding>,
}

impl Sources {
    /// Reads them off the policy of a date.
    ///
    /// # Errors
    /// `policy_missing`.
    pub(crate) fn read(on: &PolicyOn) -> Result<Sources> {
        Ok(Sources {
            base_floor: on.get(&policy::BASE_FLOOR)?,
            base_ceiling: on.get(&policy::BASE_CEILING)?,
            rate_floor: on.get(&policy::RATE_FLOOR)?,
            rate_ceiling: on.get(&policy::RATE_CEILING)?,
            rounding: on.get(&policy::MONTHLY_ROUNDING)?,
        })
    }

    /// The versions used, as vouchers keep them for their authority.
    fn versions(&self) -> String {
        let mut versions = vec![
            self.base_floor.version,
            self.base_ceiling.version,
            self.rate_floor.version,
            self.rate_ceiling.version,
            self.rounding.version,
        ];
        versions.sort_unstable();
        versions.dedup();
        let versions: Vec<String> = versions.iter().map(ToString::to_string).collect();
        versions.join(",")
    }
}

/// What a remittance is assessed from.
pub(crate) struct Assessment<'a> {
    pub(crate) roster_id: RosterId,
    pub(crate) month: Month,
    /// 应汇缴年月.
    pub(crate) due: Month,
    pub(crate) employer: &'a Employer,
    /// From [`next_serial`].
    pub(crate) serial: i64,
    /// The lines.
    pub(crate) batch_id: BatchId,
    pub(crate) terms: &'a Terms,
    pub(crate) sources: &'a Sources,
    pub(crate) sums: &'a Sums,
}

/// Takes the number of a remittance. Before the transaction: see [`platform::Serials`].
///
/// # Errors
/// Broken only.
pub(crate) async fn next_serial(app: &App, centre: CentreId) -> Result<i64> {
    app.serials.next(centre, SERIES).await
}

/// Whether the employer may remit the month; answers 应汇缴年月.
///
/// # Errors
/// `employer_cannot_remit`, `remittance_exists`, `month_ahead`, `month_not_due`.
pub(crate) async fn check_month_in(
    tx: &mut ReadTx,
    app: &App,
    employer: &Employer,
    month: Month,
) -> Result<Month> {
    let due = month_due_in(tx, employer).await?;
    // Posted months aren't due any more: what is active of the due one still waits.
    let due_waits = active_in(tx, employer, due).await?;
    let active = match month == due {
        true => due_waits.clone(),
        false => active_in(tx, employer, month).await?,
    };
    let facts = MonthFacts {
        status: employer.status,
        due,
        current: app.clock.today().month(),
        active,
        due_waits,
    };
    check_month(month, &facts)?;
    Ok(facts.due)
}

/// 应汇缴年月: the earliest month that isn't remitted.
async fn month_due_in(tx: &mut ReadTx, employer: &Employer) -> Result<Month> {
    let remitted = tx
        .all(&store::REMITTED_MONTHS, (employer.employer_id,))
        .await?;
    let remitted: Vec<Month> = remitted.into_iter().map(|(month,)| month).collect();
    Ok(month_due(employer.first_month, &remitted))
}

/// The month that an employer's next roster is for: the earliest without a remittance that is
/// assessed, being posted or posted.
pub(crate) async fn next_month_in(tx: &mut ReadTx, employer: &Employer) -> Result<Month> {
    let active = tx
        .all(&store::ACTIVE_MONTHS, (employer.employer_id,))
        .await?;
    let active: Vec<Month> = active.into_iter().map(|(month,)| month).collect();
    Ok(month_due(employer.first_month, &active))
}

/// The month that an employer's next roster is for, as [`next_month_in`] has it, and why none can be
/// uploaded today.
///
/// # Errors
/// Broken only.
pub(crate) async fn next_roster_in(
    tx: &mut ReadTx,
    app: &App,
    employer: &Employer,
) -> Result<(Month, Option<Refusal>)> {
    let month = next_month_in(tx, employer).await?;
    match check_month_in(tx, app, employer, month).await {
        Ok(_) => Ok((month, None)),
        Err(Error::Refused(refusal)) => Ok((month, Some(refusal))),
        Err(broken) => Err(broken),
    }
}

/// The remittance of the month that is assessed, being posted or posted.
async fn active_in(
    tx: &mut ReadTx,
    employer: &Employer,
    month: Month,
) -> Result<Option<ActiveRemittance>> {
    let asked = (employer.employer_id, month);
    tx.optional(&store::ACTIVE_OF_MONTH, asked).await
}

/// Keeps the remittance with the rules it was held against. Audited.
///
/// # Errors
/// `remittance_rule_broken`; `remittance_exists` when another clerk was quicker.
pub(crate) async fn assess_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    assessment: &Assessment<'_>,
) -> Result<RemittanceId> {
    let rules = verdict::verdicts(&Facts {
        month: assessment.month,
        due: assessment.due,
        current: app.clock.today().month(),
        status: assessment.employer.status,
        terms: assessment.terms,
        sources: assessment.sources,
        sums: assessment.sums,
    });
    if let Some(broken) = rules.iter().find(|rule| rule.verdict == Verdict::Broken) {
        return Err(error::rule_broken(broken));
    }
    let remittance = new_remittance(app, caller, assessment)?;
    let remittance_id = remittance.remittance_id;
    let rules: Vec<RuleRow> = rules
        .into_iter()
        .map(|rule| RuleRow::of(remittance_id, rule))
        .collect();
    let facts = RULES_OF_ASSESSMENTS.begin(remittance.facts(tx.centre()));
    let facts = rules.iter().fold(facts, RULES_OF_ASSESSMENTS.add);
    let detail = json!({
        "serial": remittance.serial,
        "roster": assessment.roster_id.to_string(),
        "expected_fen": remittance.expected_fen,
        "facts": facts.finish().hex(),
    });
    if tx.execute(&store::INSERT_REMITTANCE, remittance).await? == 0 {
        let month = (assessment.employer.employer_id, assessment.month);
        let active = tx.one(&store::ACTIVE_OF_MONTH, month).await?;
        return Err(crate::roster::remittance_exists(assessment.month, &active).into());
    }
    tx.insert_many(&store::RULES, rules).await?;
    let owner = assessment.employer.employer_id.to_string();
    suspense::name_over_in(tx, &owner, &remittance_id.to_string()).await?;
    let subject = Subject::new("remittance", remittance_id);
    audit::record(tx, &app.clock, caller, &REMITTANCE_ASSESS, subject, detail).await?;
    Ok(remittance_id)
}

fn new_remittance(app: &App, caller: &Caller, assessment: &Assessment<'_>) -> Result<Remittance> {
    let Assessment { sums, serial, .. } = *assessment;
    let (employer_fen, member_fen) = (
        sums.employer_fen.unwrap_or_default(),
        sums.member_fen.unwrap_or_default(),
    );
    let expected = employer_fen.checked_add(member_fen);
    let code = PaymentCode::of_serial(serial);
    Ok(Remittance {
        remittance_id: RemittanceId::new(&app.clock),
        serial,
        employer_id: assessment.employer.employer_id,
        branch_id: assessment.employer.branch_id,
        roster_id: assessment.roster_id,
        month: assessment.month,
        status: RemittanceStatus::Assessed,
        people: sums.lines,
        employer_fen,
        member_fen,
        expected_fen: expected.or_broken("the amount of a remittance")?,
        payment_code: code
            .ok_or_else(|| Error::broken("payment codes run out"))?
            .to_string(),
        batch_id: assessment.batch_id,
        assessed_at: app.clock.now(),
        assessed_by: caller.actor.label(),
        assessed_by_name: caller.name.clone(),
        policy_versions: assessment.sources.versions(),
        value_date: None,
        posted_on: None,
        run_id: None,
        posted_lines: 0,
        preparer: None,
        ended_at: None,
        ended_by: None,
        ended_reason: None,
    })
}

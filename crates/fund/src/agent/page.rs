//! What an employer's hall shows of the employer, and of what it has to pay.

use kernel::{EmployerId, Fen, Month, OrBroken, RemittanceId, Result, RosterId};
use platform::{App, Caller};
use settlement::bank_account::{self, BankAccount};

use super::{AGENT_INVITE, store};
use crate::employer::{self, EmployerView};
use crate::remittance::{self, RemittanceStatus, RemittanceView};

/// An employer as its hall shows it.
#[derive(Clone, Debug)]
pub struct EmployerPage {
    /// The employer.
    pub view: EmployerView,
    /// What a month of its contributing members comes to now, both sides.
    pub monthly_fen: Fen,
    /// The months owed today, in order.
    pub months_owed: Vec<Month>,
    /// The roster that waits to be confirmed.
    pub open_roster: Option<(RosterId, Month)>,
    /// Where it pays to.
    pub pay_to: Option<BankAccount>,
    /// What the caller may do: `upload_roster`, while a month is to be remitted; `manage_agents`.
    pub can: Vec<&'static str>,
}

/// The page of an employer.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, `policy_missing`.
pub async fn employer_page(
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
) -> Result<EmployerPage> {
    let view = employer::show(app, caller, employer_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let months_owed = employer::owed_in(&mut tx, app.clock.today(), employer_id).await?;
    let monthly_fen = employer::monthly_in(&mut tx, employer_id).await?;
    let open_roster = tx.optional(&store::OPEN_ROSTER, (employer_id,)).await?;
    let pay_to = bank_account::to_pay_in(&mut tx, view.employer.bank_code).await?;
    let may_upload =
        view.summary.can.contains(&"upload_roster") && view.next_month_refused.is_none();
    let may_manage = caller.may(&AGENT_INVITE, view.employer.scope());
    let can = [("upload_roster", may_upload), ("manage_agents", may_manage)];
    let can = can.into_iter().filter(|(_, may)| *may);
    Ok(EmployerPage {
        can: can.map(|(what, _)| what).collect(),
        view,
        monthly_fen,
        months_owed,
        open_roster,
        pay_to,
    })
}

/// A remittance as the employer's hall shows it: what to pay, where, and what has come.
#[derive(Clone, Debug)]
pub struct PaymentPage {
    /// The remittance.
    pub view: RemittanceView,
    /// What has come of it: what filled it, and before that what waits for it.
    pub received_fen: Fen,
    /// Where it is paid to.
    pub pay_to: Option<BankAccount>,
}

/// The payment page of a remittance.
///
/// # Errors
/// `remittance_unknown`, `action_forbidden`.
pub async fn payment_page(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<PaymentPage> {
    let view = remittance::remittance(app, caller, remittance_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let employer = employer::require_in(&mut tx, view.remittance.employer_id).await?;
    let filled = Fen::sum(view.fundings.iter().map(|funding| funding.amount_fen));
    Ok(PaymentPage {
        received_fen: match view.remittance.status {
            RemittanceStatus::Assessed => view.waiting_fen,
            _ => filled.or_broken("what filled a remittance")?,
        },
        pay_to: bank_account::to_pay_in(&mut tx, employer.bank_code).await?,
        view,
    })
}

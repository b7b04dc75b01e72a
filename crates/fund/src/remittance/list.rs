//! Looking at remittances: what their pages and lists show.

use db::{ListQuery, Listing, ReadTx};
use kernel::{
    ArrivalId, Date, EmployerNo, Fen, OrBroken, RemittanceId, Result, SuspenseId, VoucherId,
};
use platform::{App, Caller, Scope, staff};
use settlement::{arrival, suspense};

use super::model::{
    PostedChunk, Remittance, RemittanceLine, RemittanceStatus, RemittanceSummary, RuleVerdict,
};
use super::store::{self, REMITTANCE_LINES, REMITTANCES};
use super::{
    REMITTANCE_ALLOCATE, REMITTANCE_CANCEL, REMITTANCE_READ, REMITTANCE_REVERSE, error, shortfall,
};
use crate::employer::{self, Employer};
use crate::member;
use crate::payer::{PaidBy, Wirer};

/// Money that filled a remittance, with who paid it.
#[derive(Clone, Debug)]
pub struct FundingView {
    /// The arrival that it is of.
    pub arrival_id: ArrivalId,
    /// 到账流水号 of it, a plain counter.
    pub arrival_serial: i64,
    /// The item of suspense that it came by; straight from the wire without one.
    pub suspense_id: Option<SuspenseId>,
    /// How much.
    pub amount_fen: Fen,
    /// 付款账户名称.
    pub payer_name: String,
    /// 到账日期: the bank's.
    pub value_date: Date,
    /// What the payer is to the employer.
    pub paid_by: PaidBy,
}

/// 汇缴 as its page shows it.
#[derive(Clone, Debug)]
pub struct RemittanceView {
    /// The remittance.
    pub remittance: Remittance,
    /// 单位名称.
    pub employer_name: String,
    /// 单位账号.
    pub employer_no: EmployerNo,
    /// 汇缴期限: the last day on which it is in time; none while the holidays on the way aren't known.
    pub due_on: Option<Date>,
    /// Who posted it, by name; nobody before that.
    pub posted_by: Option<String>,
    /// Why it was assessed so.
    pub rules: Vec<RuleVerdict>,
    /// What filled it, in order.
    pub fundings: Vec<FundingView>,
    /// What waits for it: too little came, or too much for the month before.
    pub waiting_fen: Fen,
    /// What else of the employer's waits.
    pub employer_waiting_fen: Fen,
    /// Its vouchers with the lines that each posted.
    pub chunks: Vec<PostedChunk>,
    /// Of how many members its reversal found something short, and how much.
    pub shortfall: Option<(i64, Fen)>,
    /// What the caller may do with it: `cancel`, `allocate`, `reverse`.
    pub can: Vec<&'static str>,
}

impl RemittanceView {
    /// Its vouchers in order, those that took them back last.
    #[must_use]
    pub fn voucher_ids(&self) -> Vec<VoucherId> {
        let posted = self.chunks.iter().map(|chunk| chunk.voucher_id);
        let reversed = self
            .chunks
            .iter()
            .filter_map(|chunk| chunk.reversal_voucher_id);
        posted.chain(reversed).collect()
    }
}

/// Lists remittances, newest first. Filters: `employer_id`, `month`, `status`, `payment_code`,
/// `branch_id`.
///
/// # Errors
/// `action_forbidden`, and what a list refuses.
pub async fn remittances(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Listing<RemittanceSummary>> {
    let query = within(app, caller, query).await?;
    app.db
        .read(caller.centre())
        .await?
        .list(&REMITTANCES, &query)
        .await
}

/// The totals (合计) over what [`remittances`] shows: `expected_fen`, `people`.
///
/// # Errors
/// As [`remittances`].
pub async fn remittance_totals(
    app: &App,
    caller: &Caller,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    let query = within(app, caller, query).await?;
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&REMITTANCES, &query)
        .await
}

/// The query within what the caller may see.
async fn within(app: &App, caller: &Caller, query: &ListQuery) -> Result<ListQuery> {
    let scope = app.enforce_widest(caller, &REMITTANCE_READ).await?;
    Ok(scope.narrow(query.clone()))
}

/// One remittance.
///
/// # Errors
/// `remittance_unknown`, `action_forbidden`.
pub async fn remittance(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<RemittanceView> {
    let (remittance, employer) = readable(app, caller, remittance_id).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let rules = tx.all(&store::RULES_OF, (remittance_id,)).await?;
    let chunks = tx.all(&store::CHUNKS_OF, (remittance_id,)).await?;
    let fundings = fundings_in(&mut tx, remittance_id, &employer).await?;
    let shortfall = shortfall::found_in(&mut tx, remittance_id).await?;
    let waiting_fen = suspense::waiting_for_in(&mut tx, &remittance_id.to_string()).await?;
    let owner = employer.employer_id.to_string();
    let of_employer = suspense::of_owner_in(&mut tx, &owner).await?;
    let free = of_employer.iter().filter(|item| item.named.is_none());
    let employer_waiting_fen = Fen::sum(free.map(|item| item.left_fen));
    let (payday, month) = (employer.payday, remittance.month);
    let due_on = employer::last_day_in(&mut tx, payday, month, app.clock.today()).await?;
    let names = staff::names_in(&mut tx).await?;
    let posted_by = remittance.preparer.as_deref().map(|label| names.of(label));
    let scope = employer.scope();
    let can = match remittance.status {
        RemittanceStatus::Assessed => {
            let may = [
                ("cancel", caller.may(&REMITTANCE_CANCEL, scope)),
                ("allocate", caller.may(&REMITTANCE_ALLOCATE, Scope::Centre)),
            ];
            let may = may.into_iter().filter(|(_, may)| *may);
            may.map(|(what, _)| what).collect()
        }
        RemittanceStatus::Posted if caller.may(&REMITTANCE_REVERSE, scope) => vec!["reverse"],
        _ => Vec::new(),
    };
    Ok(RemittanceView {
        remittance,
        employer_no: employer.employer_no,
        employer_name: employer.name,
        due_on,
        posted_by,
        rules,
        fundings,
        waiting_fen,
        employer_waiting_fen: employer_waiting_fen.or_broken("what waits of an employer")?,
        chunks,
        shortfall,
        can,
    })
}

async fn fundings_in(
    tx: &mut ReadTx,
    remittance_id: RemittanceId,
    employer: &Employer,
) -> Result<Vec<FundingView>> {
    let mut fundings = Vec::new();
    for funding in tx.all(&store::FUNDINGS_OF, (remittance_id,)).await? {
        let arrival = arrival::require_in(tx, funding.arrival_id).await?;
        let wirer = Wirer::of(tx, &arrival)?;
        let paid_by = wirer.relation_in(tx, employer, arrival.value_date).await?;
        fundings.push(FundingView {
            arrival_id: funding.arrival_id,
            arrival_serial: funding.arrival_serial,
            suspense_id: funding.suspense_id,
            amount_fen: funding.amount_fen,
            payer_name: wirer.name,
            value_date: arrival.value_date,
            paid_by,
        });
    }
    Ok(fundings)
}

/// Lists the lines of a remittance, by account.
///
/// # Errors
/// `remittance_unknown`, `action_forbidden`, and what a list refuses.
pub async fn remittance_lines(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
    query: &ListQuery,
) -> Result<Listing<RemittanceLine>> {
    let (remittance, _) = readable(app, caller, remittance_id).await?;
    let query = of(&remittance, query);
    let mut tx = app.db.read(caller.centre()).await?;
    let Listing { items, next, count } = tx.list(&REMITTANCE_LINES, &query).await?;
    let (keys, centre) = (tx.keys(), tx.centre());
    let view = |line: store::SealedLine| -> Result<RemittanceLine> {
        let keys = keys.of_row(centre, line.member_id);
        Ok(RemittanceLine {
            line_no: line.line_no,
            account_no: line.account_no,
            name: member::masked_name(&keys.open(member::NAME, &line.name)?),
            base_fen: line.base_fen,
            employer_fen: line.employer_fen,
            member_fen: line.member_fen,
        })
    };
    let items = items.into_iter().map(view).collect::<Result<_>>()?;
    Ok(Listing { items, next, count })
}

/// The totals (合计) over what [`remittance_lines`] shows: `base_fen`, `employer_fen`, `member_fen`.
///
/// # Errors
/// As [`remittance_lines`].
pub async fn remittance_line_totals(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
    query: &ListQuery,
) -> Result<Vec<(&'static str, i64)>> {
    let (remittance, _) = readable(app, caller, remittance_id).await?;
    app.db
        .read(caller.centre())
        .await?
        .list_totals(&REMITTANCE_LINES, &of(&remittance, query))
        .await
}

/// The query among the remittance's own lines.
fn of(remittance: &Remittance, query: &ListQuery) -> ListQuery {
    let mut query = query.clone();
    query
        .filters
        .push(("batch_id".to_owned(), remittance.batch_id.to_string()));
    query
}

/// The branch that a remittance belongs to.
pub(super) async fn scope_of(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<Scope> {
    let (_, employer) = with_employer(app, caller, remittance_id).await?;
    Ok(employer.scope())
}

/// What people call a remittance: its serial. None where there is no such remittance.
///
/// # Errors
/// Broken when the database fails.
pub async fn serial_in(tx: &mut ReadTx, id: RemittanceId) -> Result<Option<String>> {
    let found = tx.optional(&store::REMITTANCE_BY_ID, (id,)).await?;
    Ok(found.map(|one| super::serial_text(one.serial)))
}

/// A remittance.
///
/// # Errors
/// `remittance_unknown`.
pub(crate) async fn require_in(tx: &mut ReadTx, id: RemittanceId) -> Result<Remittance> {
    let remittance = tx.optional(&store::REMITTANCE_BY_ID, (id,)).await?;
    remittance.ok_or_else(|| error::unknown(id))
}

pub(crate) async fn with_employer(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<(Remittance, Employer)> {
    let mut tx = app.db.read(caller.centre()).await?;
    let remittance = require_in(&mut tx, remittance_id).await?;
    let employer = employer::require_in(&mut tx, remittance.employer_id).await?;
    Ok((remittance, employer))
}

/// The remittance and its employer, once the caller may see them.
pub(super) async fn readable(
    app: &App,
    caller: &Caller,
    remittance_id: RemittanceId,
) -> Result<(Remittance, Employer)> {
    app.enforce_widest(caller, &REMITTANCE_READ).await?;
    let found = with_employer(app, caller, remittance_id).await?;
    app.enforce(caller, &REMITTANCE_READ, found.1.scope())
        .await?;
    Ok(found)
}

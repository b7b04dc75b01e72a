//! 欠缴月份 of an account: which months, of which employer, and what each comes to.

use std::collections::{BTreeMap, BTreeSet};

use db::ReadTx;
use kernel::{AccountNo, Date, EmployerId, Fen, Month, RemittanceId, Result};
use platform::{App, Caller};

use super::model::{Account, AccountStatus};
use super::{paid_months_in, readable, rule, store};
use crate::employer::{self, Employer};

/// A month that an employer owes a member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwedMonth {
    /// The month.
    pub month: Month,
    /// Who owes it.
    pub employer_id: EmployerId,
    /// 单位名称.
    pub employer_name: String,
    /// What was assessed for it; else an estimate, what a month came to last.
    pub amount_fen: Fen,
    /// The remittance that is assessed for it and awaits its money.
    pub remittance_id: Option<RemittanceId>,
}

/// The months that an account's employers owe as of today, the earliest first.
///
/// # Errors
/// `account_unknown`, `action_forbidden`, `policy_missing`.
pub async fn owed(app: &App, caller: &Caller, account_no: AccountNo) -> Result<Vec<OwedMonth>> {
    let (account, employer) = readable(app, caller, account_no).await?;
    let mut tx = app.db.read(caller.centre()).await?;
    let (tx, today) = (&mut tx, app.clock.today());
    let paid = paid_months_in(tx, account.account_no).await?;
    let mut owed = unpaid_in(tx, &account, &employer, today, &paid).await?;
    name_awaited_in(tx, account.account_no, &mut owed).await?;
    Ok(owed.into_values().collect())
}

/// The months owed of an account whose paid months are known, each at what a month came to last.
pub(super) async fn unpaid_in(
    tx: &mut ReadTx,
    account: &Account,
    employer: &Employer,
    today: Date,
    paid: &[Month],
) -> Result<BTreeMap<Month, OwedMonth>> {
    let due = match account.status {
        AccountStatus::Normal | AccountStatus::Frozen | AccountStatus::Sealed => {
            employer::month_due_in(tx, employer.payday, today).await?
        }
        _ => None,
    };
    // What an employer didn't pay before it sealed the account is owed still.
    let mut periods = tx.all(&store::PERIODS, (account.account_no,)).await?;
    if account.status.contributes() {
        let now = store::Period {
            first_month: account.first_month,
            sealed_from: None,
            employer_id: account.employer_id,
            employer_name: employer.name.clone(),
            monthly_fen: account.monthly_fen(),
        };
        periods.insert(0, now);
    }
    let mut owed = BTreeMap::new();
    for period in &periods {
        let until = period.sealed_from.map(Month::prev);
        let due = due.map(|due| until.map_or(due, |until| due.min(until)));
        for month in rule::months_unpaid(period.first_month, due, paid) {
            owed.entry(month).or_insert_with(|| of(period, month));
        }
    }
    Ok(owed)
}

fn of(period: &store::Period, month: Month) -> OwedMonth {
    OwedMonth {
        month,
        employer_id: period.employer_id,
        employer_name: period.employer_name.clone(),
        amount_fen: period.monthly_fen,
        remittance_id: None,
    }
}

/// Names the remittances that are assessed for months owed, with what they hold of the account.
async fn name_awaited_in(
    tx: &mut ReadTx,
    account_no: AccountNo,
    owed: &mut BTreeMap<Month, OwedMonth>,
) -> Result<()> {
    let employers: BTreeSet<EmployerId> = owed.values().map(|one| one.employer_id).collect();
    for employer_id in employers {
        let awaited = tx.all(&store::AWAITED, (account_no, employer_id)).await?;
        for (month, remittance_id, amount_fen) in awaited {
            let one = owed.get_mut(&month);
            if let Some(one) = one.filter(|one| one.employer_id == employer_id) {
                one.remittance_id = Some(remittance_id);
                one.amount_fen = amount_fen;
            }
        }
    }
    Ok(())
}

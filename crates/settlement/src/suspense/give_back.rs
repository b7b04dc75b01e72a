//! 暂收退回: money that nobody can place goes back to its payer.

use db::{Digest, WriteTx};
use kernel::{Date, Fen, OrBroken, Result, SuspenseId, VoucherId};
use ledger::{BookCode, Line, NewVoucher, VoucherKind, voucher};
use platform::approval::{Approvable, Outcome, Passage, Request, Run};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope, business_day};
use serde::{Deserialize, Serialize};
use serde_json::json;

use super::movement::{MovementKind, Taking, check_left, take_in};
use super::{SUSPENSE_ACCOUNT, require_in, require_locked_in, serial_text};
use crate::arrival;
use crate::bank_account;
use platform::form::Form;

/// Returning suspense to its payer.
pub const SUSPENSE_RETURN: Action = Action {
    code: "suspense.return",
    label: "退回暂收款",
};

/// A return as the accountant writes it off the bank's advice: the money has left the account that
/// it came into. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Return {
    /// How much goes back: all that is left, or a part.
    pub amount_fen: Fen,
    /// 银行流水号 of the payment.
    pub bank_serial: String,
    /// The day the bank paid it.
    pub value_date: String,
    /// Why.
    pub reason: String,
}

struct Checked {
    amount: Fen,
    bank_serial: String,
    value_date: Date,
    reason: String,
}

impl Return {
    fn check(self, today: Date) -> Result<Checked> {
        let mut form = Form::new();
        if !self.amount_fen.is_positive() {
            form.find("amount_fen", "amount_not_positive", "退回金额应大于零");
        }
        let bank_serial = form.text("bank_serial", "银行流水号", &self.bank_serial, 40);
        let value_date = form.keep("value_date", Date::parse(&self.value_date));
        if value_date.is_some_and(|date| date > today) {
            form.find("value_date", "value_date_ahead", "付款日期不能晚于今天");
        }
        let reason = form.text("reason", "退回原因", &self.reason, 200);
        match (bank_serial, value_date, reason) {
            (Some(bank_serial), Some(value_date), Some(reason)) if form.is_clean() => Ok(Checked {
                amount: self.amount_fen,
                bank_serial,
                value_date,
                reason,
            }),
            _ => Err(form.refusal("return_invalid").into()),
        }
    }
}

/// What is asked of [`give_back`], as it waits for approval.
#[derive(Serialize, Deserialize)]
struct Asked {
    suspense_id: SuspenseId,
    new: Return,
}

/// [`give_back`] as a business that may need approval, by the amount returned.
pub(crate) const APPROVABLE: Approvable = Approvable {
    business: &SUSPENSE_RETURN,
    by_amount: true,
    run: |run| Box::pin(run_approved(run)),
};

async fn run_approved(run: Run<'_>) -> Result<String> {
    let asked: Asked = run.asked()?;
    let outcome = give_back(run.app, run.caller, run.key, asked.suspense_id, asked.new).await?;
    outcome.done().or_broken("what is approved is done")?;
    Ok("已退回付款人".to_owned())
}

/// Returns money of an item to its payer: 21901 / 101, with the bank's serial. Answers the voucher.
/// It may need approval, see [`App::pass`].
///
/// # Errors
/// `action_forbidden`; `return_invalid` with a finding a field; `suspense_unknown`,
/// `suspense_settled`, `suspense_too_small`; `business_day_not_open`, `period_closed`; those of
/// [`App::pass`] and [`App::write_once`].
pub async fn give_back(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    suspense_id: SuspenseId,
    new: Return,
) -> Result<Outcome<VoucherId>> {
    app.enforce(caller, &SUSPENSE_RETURN, Scope::Centre).await?;
    let asked = Digest::new("suspense.return")
        .column(suspense_id)
        .column(new.amount_fen)
        .text(&new.bank_serial)
        .text(&new.value_date)
        .text(&new.reason)
        .finish();
    let command = json!(Asked {
        suspense_id,
        new: new.clone(),
    });
    let checked = new.check(app.clock.today())?;
    let item = require_in(&mut app.db.read(caller.centre()).await?, suspense_id).await?;
    let serial = serial_text(item.serial);
    let request = Request {
        business: &SUSPENSE_RETURN,
        subject: Subject::new("suspense", suspense_id),
        scope: Scope::Centre,
        amount: Some(checked.amount),
        summary: format!(
            "退回暂收款{serial} {} 元（{}）",
            checked.amount.grouped(),
            checked.reason
        ),
        command: &command,
    };
    if let Passage::Pending(approval) = app.pass(caller, key, &request).await? {
        return Ok(Outcome::Pending(approval));
    }
    match app.write_once(caller, &SUSPENSE_RETURN, key, asked).await? {
        Once::Replay(voucher) => {
            let voucher = voucher.parse().or_broken("a replayed voucher")?;
            Ok(Outcome::Done(voucher))
        }
        Once::Fresh(mut tx) => {
            let voucher_id = give_back_in(&mut tx, app, caller, suspense_id, checked).await?;
            tx.finish(voucher_id).await?;
            Ok(Outcome::Done(voucher_id))
        }
    }
}

async fn give_back_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    suspense_id: SuspenseId,
    checked: Checked,
) -> Result<VoucherId> {
    let business_date = business_day::posting_date(tx).await?;
    let item = require_locked_in(tx, suspense_id).await?;
    check_left(&item, checked.amount)?;
    let arrival = arrival::require_in(tx, item.arrival_id).await?;
    let bank = bank_account::require_in(tx, arrival.bank_account_id).await?;
    let serial = serial_text(item.serial);
    let voucher = NewVoucher {
        book: BookCode::Fund,
        business_date,
        kind: VoucherKind::Automatic,
        summary: format!("退回暂收款{serial}：{}", checked.reason),
        preparer: caller.actor.label(),
        authority: "财会字〔1999〕33号 其他应付款".to_owned(),
        attachments: 1,
        source_kind: "suspense",
        source_id: suspense_id.to_string(),
        // A bank's serial is unique in its account: the same payment can't be booked twice.
        posting_key: format!("returned:{}:{}", bank.bank_account_id, checked.bank_serial),
        run_id: None,
        detail_digest: None,
        lines: vec![
            Line::debit(SUSPENSE_ACCOUNT, checked.amount).with_memo(serial),
            Line::credit(bank.ledger_account, checked.amount),
        ],
    };
    let voucher_id = voucher::post(tx, &app.clock, voucher).await?;
    let detail = json!({
        "amount_fen": checked.amount,
        "bank_serial": checked.bank_serial,
        "voucher": voucher_id.to_string(),
    });
    let taking = Taking {
        kind: MovementKind::Returned,
        amount: checked.amount,
        purpose: None,
        wire: Some((checked.bank_serial, checked.value_date)),
        reason: checked.reason,
        business_date,
        voucher_id,
    };
    take_in(tx, &app.clock, caller, &item, taking).await?;
    let subject = Subject::new("suspense", suspense_id);
    audit::record(tx, &app.clock, caller, &SUSPENSE_RETURN, subject, detail).await?;
    Ok(voucher_id)
}

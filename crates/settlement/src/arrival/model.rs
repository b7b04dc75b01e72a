//! What a wire says, and where its money went.

use db::{Digest, Digest32, Keys, Sealed};
use kernel::{ArrivalId, BankAccountId, CentreId, Date, Error, Fen, Instant, Refusal, VoucherId};
use serde::{Deserialize, Serialize};

use super::{PAYER_ACCOUNT, PAYER_NAME};
use platform::form::Form;

db::codes! {
    /// Where an arrival's money went.
    pub enum ArrivalStatus {
        /// 已录入: recorded, and not yet sent anywhere; no committed arrival stays so.
        Received = "received", "已录入";
        /// 已入账: to what it was meant for.
        Posted = "posted", "已入账";
        /// 转暂收: it waits, or a part of it does.
        Suspense = "suspense", "转暂收";
        /// 已清理: it waited, and then went elsewhere than into accounts: back to the payer, or to
        /// the bank that took it back.
        Settled = "settled", "已清理";
    }
}

/// An arrival as the accountant copies it from the bank's advice. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewArrival {
    /// The centre's account that the money came into.
    pub bank_account_id: BankAccountId,
    /// 银行流水号: unique in the bank account.
    pub bank_serial: String,
    /// The amount.
    pub amount_fen: Fen,
    /// 起息日: the day the bank credited it.
    pub value_date: String,
    /// 付款账户名称.
    pub payer_name: String,
    /// 付款账户号码, empty where the bank gives none: cash, a cheque, a transfer at the counter.
    pub payer_account: String,
    /// 摘要.
    pub remark: String,
    /// 缴款码, when the payer gave one.
    pub payment_code: Option<String>,
}

/// An arrival whose fields are in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedArrival {
    pub(crate) bank_account_id: BankAccountId,
    pub(crate) bank_serial: String,
    pub(crate) amount: Fen,
    pub(crate) value_date: Date,
    pub(crate) payer_name: String,
    pub(crate) payer_account: String,
    pub(crate) remark: String,
    pub(crate) payment_code: Option<String>,
}

impl CheckedArrival {
    /// The centre's account that the money came into.
    #[must_use]
    pub const fn bank_account_id(&self) -> BankAccountId {
        self.bank_account_id
    }

    /// The amount.
    #[must_use]
    pub const fn amount(&self) -> Fen {
        self.amount
    }

    /// 起息日.
    #[must_use]
    pub const fn value_date(&self) -> Date {
        self.value_date
    }

    /// 摘要, empty when the bank gave none.
    #[must_use]
    pub fn remark(&self) -> &str {
        &self.remark
    }

    /// The same with the payment code that was recognised in its remark, unless one was given.
    #[must_use]
    pub fn recognised(mut self, payment_code: String) -> Self {
        self.payment_code.get_or_insert(payment_code);
        self
    }

    /// 缴款码, without spaces, in capitals.
    #[must_use]
    pub fn payment_code(&self) -> Option<&str> {
        self.payment_code.as_deref()
    }
}

/// A bank reports a wire within this many days; an older value date is a slip of the pen.
const OLDEST_DAYS: i32 = 366;

impl NewArrival {
    /// Checks every field; `today` is the calendar's date in China. The lengths are those of the
    /// settlement tables of JGJ/T 320-2014.
    ///
    /// # Errors
    /// `arrival_invalid` with a finding for each field that is wrong.
    pub fn check(self, today: Date) -> Result<CheckedArrival, Refusal> {
        let mut form = Form::new();
        let bank_serial = form.text("bank_serial", "银行流水号", &self.bank_serial, 40);
        if !self.amount_fen.is_positive() {
            form.find(
                "amount_fen",
                "arrival_amount_not_positive",
                "到账金额应大于零",
            );
        }
        let value_date = form.keep("value_date", Date::parse(&self.value_date));
        if let Some(date) = value_date {
            check_value_date(&mut form, date, today);
        }
        let payer_name = form.text("payer_name", "付款账户名称", &self.payer_name, 120);
        let account = Some(self.payer_account.as_str());
        let payer_account = form.optional_text("payer_account", "付款账户号码", account, 30);
        let remark = form.optional_text("remark", "摘要", Some(&self.remark), 255);
        let code = self
            .payment_code
            .map(|code| code.split_whitespace().collect::<String>());
        let payment_code = form.optional_text("payment_code", "缴款码", code.as_deref(), 32);
        match (
            bank_serial,
            value_date,
            payer_name,
            payer_account,
            remark,
            payment_code,
        ) {
            (
                Some(bank_serial),
                Some(value_date),
                Some(payer_name),
                Some(payer_account),
                Some(remark),
                Some(payment_code),
            ) if form.is_clean() => Ok(CheckedArrival {
                bank_account_id: self.bank_account_id,
                bank_serial,
                amount: self.amount_fen,
                value_date,
                payer_name,
                payer_account: payer_account.unwrap_or_default(),
                remark: remark.unwrap_or_default(),
                payment_code: payment_code.map(|code| code.to_ascii_uppercase()),
            }),
            _ => Err(form.refusal("arrival_invalid")),
        }
    }
}

fn check_value_date(form: &mut Form, date: Date, today: Date) {
    if date > today {
        form.find(
            "value_date",
            "arrival_value_date_ahead",
            "起息日不能晚于今天",
        );
    } else if date.days_until(today) > OLDEST_DAYS {
        form.find(
            "value_date",
            "arrival_value_date_old",
            "起息日早于一年前，请核对",
        );
    }
}

db::row! {
    /// An arrival as it is stored.
    pub struct Arrival {
        /// Its id.
        pub arrival_id: ArrivalId,
        /// 到账流水号, a plain counter; people see [`serial`](super::serial_text).
        pub serial: i64,
        /// The centre's account.
        pub bank_account_id: BankAccountId,
        /// 银行流水号.
        pub bank_serial: String,
        /// The amount.
        pub amount_fen: Fen,
        /// 起息日.
        pub value_date: Date,
        /// 记账日期.
        pub business_date: Date,
        /// 付款账户名称, sealed as `arrival.payer_name`.
        pub payer_name: Sealed,
        /// 付款账户号码, sealed as `arrival.payer_account`.
        pub payer_account: Sealed,
        /// 摘要.
        pub remark: String,
        /// 缴款码.
        pub payment_code: Option<String>,
        /// Where its money went.
        pub status: ArrivalStatus,
        /// What it was meant for, as the crate above names it, such as `remittance`.
        pub purpose: Option<String>,
        /// The id of that.
        pub purpose_id: Option<String>,
        /// The first voucher that carries the money.
        pub voucher_id: Option<VoucherId>,
        /// When it was recorded.
        pub recorded_at: Instant,
        /// By whom.
        pub recorded_by: String,
    }
}

impl Arrival {
    /// The digest of what was recorded and never changes: everything but where the money went. See
    /// [`audit::compare_facts`](platform::audit::compare_facts).
    ///
    /// # Errors
    /// Broken when the payer can't be opened.
    pub(crate) fn facts(&self, keys: &Keys, centre: CentreId) -> kernel::Result<Digest32> {
        let row = keys.of_row(centre, self.arrival_id);
        let keyed = |column: &str, sealed: &Sealed| {
            let plain = row.open(column, sealed)?;
            Ok::<_, Error>(keys.hmac(column, plain.as_bytes()))
        };
        let digest = Digest::new("arrival")
            .column(centre)
            .column(self.arrival_id)
            .int(self.serial)
            .column(self.bank_account_id)
            .text(&self.bank_serial)
            .column(self.amount_fen)
            .column(self.value_date)
            .column(self.business_date)
            .column(keyed(PAYER_NAME, &self.payer_name)?)
            .column(keyed(PAYER_ACCOUNT, &self.payer_account)?)
            .text(&self.remark)
            .text_or_none(self.payment_code.as_deref())
            .column(self.recorded_at)
            .text(&self.recorded_by);
        Ok(digest.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kernel::Clock;

    fn arrival() -> NewArrival {
        let clock = Clock::manual("2026-11-22T02:00:00.000000Z".parse().unwrap());
        NewArrival {
            bank_account_id: BankAccountId::new(&clock),
            bank_serial: " 20261121000001 ".to_owned(),
            amount_fen: Fen::new(100),
            value_date: "2026-11-21".to_owned(),
            payer_name: "安居县第一中学".to_owned(),
            payer_account: "6222000011112222".to_owned(),
            remark: String::new(),
            payment_code: Some(" hj 0001 ".to_owned()),
        }
    }

    fn today() -> Date {
        "2026-11-22".parse().unwrap()
    }

    #[test]
    fn spaces_around_and_in_codes_do_not_matter() {
        let checked = arrival().check(today()).unwrap();
        assert_eq!(checked.bank_serial, "20261121000001");
        assert_eq!(checked.payment_code(), Some("HJ0001"));
        assert_eq!(checked.remark, "");
    }

    #[test]
    fn the_bank_may_give_no_account_of_the_payer() {
        let cash = NewArrival {
            payer_account: " ".to_owned(),
            ..arrival()
        };
        assert_eq!(cash.check(today()).unwrap().payer_account, "");
    }

    #[test]
    fn every_wrong_field_is_told_at_once() {
        let wrong = NewArrival {
            bank_serial: " ".to_owned(),
            amount_fen: Fen::ZERO,
            value_date: "2026-11-31".to_owned(),
            payer_name: String::new(),
            payer_account: "1".repeat(31),
            remark: "一".repeat(256),
            payment_code: Some("x".repeat(33)),
            ..arrival()
        };
        let refusal = wrong.check(today()).unwrap_err();
        assert_eq!(refusal.code(), "arrival_invalid");
        let fields: Vec<_> = refusal
            .findings()
            .iter()
            .map(|f| f.field.as_ref())
            .collect();
        assert_eq!(
            fields,
            [
                "bank_serial",
                "amount_fen",
                "value_date",
                "payer_name",
                "payer_account",
                "remark",
                "payment_code"
            ]
        );
    }

    #[test]
    fn a_value_date_ahead_or_a_year_old_is_a_slip() {
        for (date, code) in [
            ("2026-11-23", "arrival_value_date_ahead"),
            ("2025-11-20", "arrival_value_date_old"),
        ] {
            let wrong = NewArrival {
                value_date: date.to_owned(),
                ..arrival()
            };
            let refusal = wrong.check(today()).unwrap_err();
            assert_eq!(refusal.findings()[0].code, code, "{date}");
        }
        for date in ["2026-11-22", "2025-11-21"] {
            let right = NewArrival {
                value_date: date.to_owned(),
                ..arrival()
            };
            assert!(right.check(today()).is_ok(), "{date}");
        }
    }
}

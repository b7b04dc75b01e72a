//! The centre's accounts at banks (银行专户), each with its own sub-account in the books.
//!
//! 财会字〔1999〕33号 keeps 101 and 102 by bank account, so registering one adds the next sub-account
//! under the one of its nature. A centre has dozens at most: they are read all at once.

mod model;
mod store;

pub use model::{BankAccount, BankCode, Nature};
pub(crate) use store::{BANK_ACCOUNTS_AFTER, STATEMENTS};

use db::{Digest, ReadTx, WriteTx};
use kernel::{BankAccountId, Date, Finding, OrBroken, Refusal, Result};
use ledger::{AccountCode, BookCode, chart};
use platform::audit::{self, Subject};
use platform::{Action, App, Caller, IdempotencyKey, Once, Scope};
use serde_json::json;

use platform::form::Form;

/// Registering an account of the centre at a bank.
pub const BANK_ACCOUNT_REGISTER: Action = Action {
    code: "bank_account.register",
    label: "登记银行专户",
};
/// Looking at the centre's bank accounts.
pub const BANK_ACCOUNT_READ: Action = Action {
    code: "bank_account.read",
    label: "查看银行专户",
};

/// A bank account as filled in. Nothing is checked yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBankAccount {
    /// 银行代码, a code of [`BankCode`].
    pub bank_code: String,
    /// 银行专户号码.
    pub account_number: String,
    /// 银行专户名称.
    pub name: String,
    /// 专户性质, a code of [`Nature`].
    pub nature: String,
    /// 开户日期.
    pub opened_on: String,
}

/// The centre's bank accounts in the order of the books.
///
/// # Errors
/// `action_forbidden`.
pub async fn list(app: &App, caller: &Caller) -> Result<Vec<BankAccount>> {
    app.enforce_widest(caller, &BANK_ACCOUNT_READ).await?;
    app.db
        .read(caller.centre())
        .await?
        .all(&store::BANK_ACCOUNTS, ())
        .await
}

/// One of the centre's bank accounts.
///
/// # Errors
/// `bank_account_unknown`.
pub async fn require_in(tx: &mut ReadTx, bank_account_id: BankAccountId) -> Result<BankAccount> {
    let found = tx
        .optional(&store::BANK_ACCOUNT_BY_ID, (bank_account_id,))
        .await?;
    found.ok_or_else(|| {
        let refusal = Refusal::invalid("bank_account_unknown", "没有这个银行专户，请重新选择");
        refusal.at("bank_account_id").into()
    })
}

/// The account that contributions are paid to by who has its own at a bank: the centre's at the same
/// bank, else its first; none where it has no account for contributions yet.
///
/// # Errors
/// Broken when the database fails.
pub async fn to_pay_in(tx: &mut ReadTx, bank: BankCode) -> Result<Option<BankAccount>> {
    let mut accounts = tx.all(&store::BANK_ACCOUNTS, ()).await?;
    accounts.retain(|account| account.nature == Nature::Fund);
    let same = accounts
        .iter()
        .position(|account| account.bank_code == bank);
    Ok(accounts.into_iter().nth(same.unwrap_or(0)))
}

/// Registers a bank account and adds its sub-account to the fund's book.
///
/// # Errors
/// `bank_account_invalid` with a finding for each field that is wrong; `bank_account_exists`
/// (conflict); `book_not_open`, `account_children_full`; `action_forbidden` and those of
/// [`App::write_once`].
pub async fn register(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    new: NewBankAccount,
) -> Result<BankAccountId> {
    app.enforce(caller, &BANK_ACCOUNT_REGISTER, Scope::Centre)
        .await?;
    let hash = Digest::new("bank_account.register")
        .text(&new.bank_code)
        .text(&new.account_number)
        .text(&new.name)
        .text(&new.nature)
        .text(&new.opened_on)
        .finish();
    let checked = check(&new, app.clock.today())?;
    match app
        .write_once(caller, &BANK_ACCOUNT_REGISTER, key, hash)
        .await?
    {
        Once::Replay(id) => id.parse().or_broken("a replayed bank account"),
        Once::Fresh(mut tx) => {
            let id = register_in(&mut tx, app, caller, checked, None)
                .await?
                .bank_account_id;
            tx.finish(id).await?;
            Ok(id)
        }
    }
}

/// What is wrong with a bank account as filled in, field by field; nothing when it may be registered.
#[must_use]
pub fn faults(new: &NewBankAccount, today: Date) -> Vec<Finding> {
    check(new, today).map_or_else(|refusal| refusal.findings().to_vec(), |_| Vec::new())
}

/// Registers a bank account that the centre brings with it under the ledger account that it has had
/// in its books so far, adding that unless it is there.
///
/// # Errors
/// As [`register`], but for the permission, and those of [`chart::add_in`].
pub async fn carry_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    new: &NewBankAccount,
    ledger_account: AccountCode,
) -> Result<BankAccount> {
    let checked = check(new, app.clock.today())?;
    register_in(tx, app, caller, checked, Some(ledger_account)).await
}

async fn register_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    checked: Checked,
    own_code: Option<AccountCode>,
) -> Result<BankAccount> {
    let number = (checked.bank_code, checked.account_number.clone());
    if let Some((_, code)) = tx.optional(&store::BANK_ACCOUNT_BY_NUMBER, number).await? {
        return Err(exists(code).into());
    }
    let parent = checked.nature.parent();
    let name = ledger_name(checked.bank_code, &checked.account_number);
    let (clock, fund) = (&app.clock, BookCode::Fund);
    let ledger_account = match own_code {
        None => chart::add_next_in(tx, clock, fund, parent, &name).await?,
        Some(code) => {
            let known = chart::all(tx, fund).await?;
            if known.iter().all(|account| account.code != code) {
                chart::add_in(tx, clock, fund, code, &name).await?;
            }
            code
        }
    };
    let bank_account_id = BankAccountId::new(&app.clock);
    let row = BankAccount {
        bank_account_id,
        bank_code: checked.bank_code,
        account_number: checked.account_number,
        name: checked.name,
        nature: checked.nature,
        ledger_account,
        opened_on: checked.opened_on,
    };
    let detail = json!({
        "ledger_account": ledger_account,
        "facts": row.facts(tx.centre()).hex(),
    });
    // The book's row is locked by now, so nobody registers the same number at the same time.
    tx.execute_one(&store::INSERT_BANK_ACCOUNT, row.clone())
        .await?;
    let subject = Subject::new("bank_account", bank_account_id);
    audit::record(
        tx,
        &app.clock,
        caller,
        &BANK_ACCOUNT_REGISTER,
        subject,
        detail,
    )
    .await?;
    Ok(row)
}

/// A registration whose fields are in order.
struct Checked {
    bank_code: BankCode,
    account_number: String,
    name: String,
    nature: Nature,
    opened_on: Date,
}

fn check(new: &NewBankAccount, today: Date) -> std::result::Result<Checked, Refusal> {
    let mut form = Form::new();
    let bank_code = form.code("bank_code", "银行", &new.bank_code);
    let number: String = new.account_number.split_whitespace().collect();
    let account_number = form.text("account_number", "专户号码", &number, 30);
    if account_number
        .as_ref()
        .is_some_and(|number| !is_account_number(number))
    {
        let sentence = "专户号码应为8至30位数字，可含短横线";
        form.find("account_number", "account_number_malformed", sentence);
    }
    let name = form.text("name", "专户名称", &new.name, 255);
    let nature = form.code("nature", "专户性质", &new.nature);
    let opened_on = form.keep("opened_on", Date::parse(&new.opened_on));
    if opened_on.is_some_and(|date| date > today) {
        form.find("opened_on", "opened_on_ahead", "开户日期不能晚于今天");
    }
    match (bank_code, account_number, name, nature, opened_on) {
        (Some(bank_code), Some(account_number), Some(name), Some(nature), Some(opened_on))
            if form.is_clean() =>
        {
            Ok(Checked {
                bank_code,
                account_number,
                name,
                nature,
                opened_on,
            })
        }
        _ => Err(form.refusal("bank_account_invalid")),
    }
}

fn is_account_number(number: &str) -> bool {
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    digits >= 8
        && number
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'-')
}

/// The sub-account's name: the bank and the last four digits, within the 20 characters of a ledger
/// account's name.
fn ledger_name(bank: BankCode, account_number: &str) -> String {
    let tail = account_number.len().saturating_sub(4);
    format!("{}（尾号{}）", bank.label(), &account_number[tail..])
}

fn exists(code: AccountCode) -> Refusal {
    let sentence = format!("该银行专户已登记，对应科目{code}，请勿重复登记");
    Refusal::conflict("bank_account_exists", sentence).at("account_number")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, key};

    fn ccb() -> NewBankAccount {
        NewBankAccount {
            bank_code: "105".to_owned(),
            account_number: "5100 1234 5678 9012".to_owned(),
            name: "安居市住房公积金管理中心".to_owned(),
            nature: "fund".to_owned(),
            opened_on: "2020-01-02".to_owned(),
        }
    }

    #[tokio::test]
    async fn every_wrong_field_is_told_at_once_and_nothing_is_written() {
        let house = testing::house().await;
        let wrong = NewBankAccount {
            bank_code: "999".to_owned(),
            account_number: "12-34".to_owned(),
            name: " ".to_owned(),
            nature: "savings".to_owned(),
            opened_on: "2026-11-21".to_owned(),
        };
        let error = register(&house.app, &house.system, &key("wrong"), wrong)
            .await
            .unwrap_err();
        let refusal = error.refusal().unwrap();
        assert_eq!(refusal.code(), "bank_account_invalid");
        let found: Vec<_> = refusal
            .findings()
            .iter()
            .map(|f| (f.field.as_ref(), f.code))
            .collect();
        assert_eq!(
            found,
            [
                ("bank_code", "code_unknown"),
                ("account_number", "account_number_malformed"),
                ("name", "field_missing"),
                ("nature", "code_unknown"),
                ("opened_on", "opened_on_ahead"),
            ]
        );
        assert_eq!(list(&house.app, &house.system).await.unwrap().len(), 0);
    }

    #[tokio::test]
    async fn one_number_at_one_bank_is_registered_once() {
        let house = testing::house().await;
        let (app, system) = (&house.app, &house.system);
        let id = register(app, system, &key("first"), ccb()).await.unwrap();
        assert_eq!(
            register(app, system, &key("first"), ccb()).await.unwrap(),
            id,
            "replayed"
        );
        let again = register(app, system, &key("second"), ccb())
            .await
            .unwrap_err();
        assert_eq!(again.refusal().unwrap().code(), "bank_account_exists");
        assert!(
            again.refusal().unwrap().sentence().contains("10101"),
            "names the account"
        );
        let other = NewBankAccount {
            name: "另一个".to_owned(),
            ..ccb()
        };
        let reused = register(app, system, &key("first"), other)
            .await
            .unwrap_err();
        assert_eq!(reused.refusal().unwrap().code(), "idempotency_key_reused");
    }

    #[tokio::test]
    async fn each_account_has_its_own_place_under_its_nature() {
        let house = testing::house().await;
        let (app, system) = (&house.app, &house.system);
        let icbc = NewBankAccount {
            bank_code: "102".to_owned(),
            ..ccb()
        };
        let surplus = NewBankAccount {
            account_number: "51001234567800".to_owned(),
            nature: "surplus".to_owned(),
            ..ccb()
        };
        for (word, new) in [
            ("a-key-one", ccb()),
            ("a-key-two", icbc),
            ("a-key-three", surplus),
        ] {
            register(app, system, &key(word), new).await.unwrap();
        }
        let accounts = list(app, system).await.unwrap();
        let shown: Vec<_> = accounts
            .iter()
            .map(|a| {
                (
                    a.ledger_account.to_string(),
                    a.bank_code.label(),
                    a.account_number.as_str(),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("10101".to_owned(), "中国建设银行", "5100123456789012"),
                ("10102".to_owned(), "中国工商银行", "5100123456789012"),
                ("10201".to_owned(), "中国建设银行", "51001234567800"),
            ]
        );
        let stranger = house.clerk();
        let error = list(app, &stranger).await.unwrap_err();
        assert_eq!(error.refusal().unwrap().code(), "action_forbidden");
    }

    #[test]
    fn a_ledger_name_fits_the_national_table_for_every_bank() {
        for bank in BankCode::ALL {
            let name = ledger_name(*bank, "5100123456789012");
            assert!(name.chars().count() <= chart::MAX_NAME_CHARS, "{name}");
        }
    }
}

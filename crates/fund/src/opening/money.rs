//! The books, the banks and what waits: a few rows, kept in memory and held against each other.

use std::collections::{BTreeMap, HashMap};

use kernel::{Date, EmployerId, EmployerNo, Fen, Result};
use ledger::AccountCode;
use ledger::chart::{HOUSING_FUND, Side};
use settlement::bank_account::{self, NewBankAccount};
use settlement::suspense::SUSPENSE_ACCOUNT;

use super::differences::{Difference, DifferenceKind, Differences};
use super::reading::Reading;
use super::source::Source;
use super::tables::LEDGER;
use super::{Progress, each, national};

/// The most items of suspense that a centre brings with it.
const MAX_SUSPENSE: usize = 20_000;

/// The balance of a ledger account, the debit side positive.
#[derive(Clone, Debug)]
pub(super) struct Balance {
    pub(super) name: String,
    pub(super) net: Fen,
    line: u64,
}

/// The balances that the books begin with, by ledger account; only those without sub-accounts once
/// they are held against the chart.
pub(super) type Balances = BTreeMap<AccountCode, Balance>;

/// A bank account that comes along.
#[derive(Clone, Debug)]
pub(super) struct Bank {
    pub(super) new: NewBankAccount,
    pub(super) code: AccountCode,
    pub(super) balance: Fen,
    /// What waits in it.
    pub(super) waiting: Fen,
    line: u64,
}

/// An item of suspense.
#[derive(Clone, Debug)]
pub(super) struct Item {
    pub(super) line: u64,
    pub(super) bank: AccountCode,
    pub(super) bank_serial: String,
    pub(super) amount: Fen,
    pub(super) arrived_on: Date,
    pub(super) payer_name: String,
    pub(super) payer_account: String,
    pub(super) employer_no: Option<EmployerNo>,
    /// That employer, once all are known.
    pub(super) employer_id: Option<EmployerId>,
    pub(super) remark: String,
}

/// What the books begin with.
#[derive(Clone, Debug, Default)]
pub(super) struct Books {
    pub(super) balances: Balances,
    pub(super) banks: Vec<Bank>,
    pub(super) suspense: Vec<Item>,
}

/// Reads 总账, 银行专户 and the items that wait.
pub(super) fn read(
    (ledger, banks, suspense): (&Source, &Source, Option<&Source>),
    today: Date,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<Books> {
    let mut books = Books {
        balances: read_ledger(ledger, differences, progress)?,
        banks: read_banks(banks, today, differences, progress)?,
        suspense: Vec::new(),
    };
    if let Some(suspense) = suspense {
        books.suspense = read_suspense(suspense, today, &mut books.banks, differences, progress)?;
    }
    Ok(books)
}

fn read_ledger(
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<Balances> {
    let mut balances = Balances::new();
    each(source, differences, progress, |reading| {
        let code = reading.value("KMBH", str::parse::<AccountCode>);
        let name = reading.optional("KMMC", 20);
        let amount = reading.maybe("QCYE", Fen::parse);
        let side = reading.maybe_code("QCYEFX", national::SIDES);
        let (Some(code), Some(name), Some(amount), Some(side)) = (code, name, amount, side) else {
            return Ok(());
        };
        let amount = amount.unwrap_or(Fen::ZERO);
        let debit = side.unwrap_or_else(|| side_of(code) == Side::Debit);
        let net = match debit {
            true => Some(amount),
            false => amount.checked_neg(),
        };
        let balance = Balance {
            name: name.unwrap_or_default(),
            net: net.unwrap_or(Fen::ZERO),
            line: reading.line(),
        };
        if balances.insert(code, balance).is_some() {
            reading.find("KMBH", "ledger_account_twice", "科目重复");
        }
        Ok(())
    })?;
    Ok(balances)
}

/// The side of the first-level account that a code lies under.
fn side_of(code: AccountCode) -> Side {
    let first = &code.as_str()[..3];
    let known = HOUSING_FUND.iter().find(|account| account.code == first);
    known.map_or(Side::Debit, |account| account.side)
}

fn read_banks(
    source: &Source,
    today: Date,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<Vec<Bank>> {
    let mut banks: Vec<Bank> = Vec::new();
    each(source, differences, progress, |reading| {
        if let Some(bank) = read_bank(reading, today) {
            let twice = banks.iter().any(|known| {
                known.code == bank.code || known.new.account_number == bank.new.account_number
            });
            if twice {
                reading.find("YHZHHM", "bank_account_twice", "银行专户号码或科目重复");
            }
            banks.push(bank);
        }
        Ok(())
    })?;
    Ok(banks)
}

fn read_bank(reading: &mut Reading<'_>, today: Date) -> Option<Bank> {
    let code = reading.value("KMBH", str::parse::<AccountCode>);
    let account_number = reading.required("YHZHHM", 30);
    let name = reading.required("YHZHMC", 255);
    let bank = reading.code("YHDM", &national::banks());
    let opened_on = reading.date("KHRQ");
    let nature = reading.code("ZHXZ", national::NATURES);
    let balance = reading.sum("YuE");
    let (code, nature) = (code?, nature?);
    if code.parent() != Some(nature.parent()) {
        let sentence = format!(
            "{}的科目应为{}下的二级科目，现为{code}",
            nature.label(),
            nature.parent()
        );
        reading.find("KMBH", "bank_ledger_account_wrong", sentence);
    }
    let new = NewBankAccount {
        bank_code: bank?.code().to_owned(),
        account_number: account_number?,
        name: name?,
        nature: nature.code().to_owned(),
        opened_on: opened_on?.to_string(),
    };
    for fault in bank_account::faults(&new, today) {
        let key = match fault.field.as_ref() {
            "account_number" => "YHZHHM",
            "opened_on" => "KHRQ",
            "name" => "YHZHMC",
            _ => "YHDM",
        };
        reading.find(key, fault.code, fault.sentence);
    }
    Some(Bank {
        new,
        code,
        balance: balance?,
        waiting: Fen::ZERO,
        line: reading.line(),
    })
}

fn read_suspense(
    source: &Source,
    today: Date,
    banks: &mut [Bank],
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<Vec<Item>> {
    let mut items = Vec::new();
    let mut serials = HashMap::new();
    each(source, differences, progress, |reading| {
        let amount = reading.sum("JE");
        let arrived_on = reading.date("DZRQ");
        let payer_name = reading.required("FKR", 120);
        let payer_account = reading.optional("FKZH", 30);
        let number = reading.required("YHZHHM", 30);
        let bank_serial = reading.optional("YHJSLSH", 40);
        let employer_no = reading.maybe_employer_no("DWZH");
        let remark = reading.optional("ZhaiYao", 200);
        if amount == Some(Fen::ZERO) {
            reading.find("JE", "amount_zero", "暂收金额应大于零");
        }
        if arrived_on.is_some_and(|date| date > today) {
            reading.find("DZRQ", "arrived_on_ahead", "到账日期不能晚于今天");
        }
        if items.len() == MAX_SUSPENSE {
            reading.find(
                "JE",
                "suspense_too_many",
                format!("暂收款超过{MAX_SUSPENSE}笔"),
            );
        }
        let bank = number.and_then(|number| {
            let bank = banks
                .iter_mut()
                .find(|bank| bank.new.account_number == number);
            if bank.is_none() {
                let sentence = "银行专户信息（表9.0.3）中没有这个专户";
                reading.find("YHZHHM", "bank_account_missing", sentence);
            }
            bank
        });
        let item = (|| {
            let bank = bank?;
            let amount = amount?;
            bank.waiting = bank.waiting.checked_add(amount)?;
            let line = reading.line();
            Some(Item {
                line,
                bank: bank.code,
                bank_serial: bank_serial?.unwrap_or_else(|| format!("QC{line:08}")),
                amount,
                arrived_on: arrived_on?,
                payer_name: payer_name?,
                payer_account: payer_account?.unwrap_or_default(),
                employer_no: employer_no?,
                employer_id: None,
                remark: remark?.unwrap_or_default(),
            })
        })();
        if let Some(item) = item {
            let named = (item.bank, item.bank_serial.clone());
            if let Some(line) = serials.insert(named, reading.line()) {
                let sentence = format!("银行结算流水号与第{line}行相同");
                reading.find("YHJSLSH", "bank_serial_twice", sentence);
            }
            items.push(item);
        }
        Ok(())
    })?;
    Ok(items)
}

/// What the ledger's accounts hold is what accounts, loans and suspense come to.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Sums {
    pub(super) accounts: Fen,
    pub(super) loans: Fen,
    pub(super) overdue: Fen,
}

/// Holds the books against themselves and against everything that they sum up. Afterwards only
/// balances of accounts without sub-accounts are left.
pub(super) fn check(books: &mut Books, sums: Sums, differences: &mut Differences) {
    keep_leaves(&mut books.balances, &books.banks, differences);
    let under = |codes: &[&str]| -> Fen {
        let within = |code: &AccountCode| codes.iter().any(|root| code.as_str().starts_with(root));
        let nets = books.balances.iter().filter(|(code, _)| within(code));
        Fen::sum(nets.map(|(_, balance)| balance.net)).unwrap_or(Fen::ZERO)
    };
    let credit = |codes: &[&str]| under(codes).checked_neg().unwrap_or(Fen::ZERO);
    let banks = Fen::sum(books.banks.iter().map(|bank| bank.balance)).unwrap_or(Fen::ZERO);
    let waiting = Fen::sum(books.suspense.iter().map(|item| item.amount)).unwrap_or(Fen::ZERO);
    let all = Fen::sum(books.balances.values().map(|balance| balance.net));
    let checks = [
        (
            "trial_balance_differs",
            "试算平衡",
            all.unwrap_or(Fen::ZERO),
            Fen::ZERO,
            "总账期初余额借贷不平：借方合计减贷方合计应为零",
        ),
        (
            "accounts_differ",
            "201",
            credit(&["201"]),
            sums.accounts,
            "201住房公积金的余额应等于个人账户余额合计",
        ),
        (
            "loans_differ",
            "121+122",
            under(&["121", "122"]),
            sums.loans,
            "121委托贷款与122逾期贷款的余额之和应等于贷款余额合计",
        ),
        (
            "overdue_differs",
            "122",
            under(&["122"]),
            sums.overdue,
            "122逾期贷款的余额应等于未收回的逾期本金合计",
        ),
        (
            "banks_differ",
            "101+102",
            under(&["101", "102"]),
            banks,
            "101与102的余额之和应等于银行专户余额合计",
        ),
        (
            "suspense_differs",
            SUSPENSE_ACCOUNT.as_str(),
            credit(&[SUSPENSE_ACCOUNT.as_str()]),
            waiting,
            "21901暂收款的余额应等于暂收款明细合计",
        ),
    ];
    for (code, subject, ledger, detail, sentence) in checks {
        // The trial balance is held against nothing but zero.
        let (expected, found) = match code {
            "trial_balance_differs" => (detail, ledger),
            _ => (ledger, detail),
        };
        if expected != found {
            let told = Difference::between(code, subject, expected, found, sentence);
            differences.add(DifferenceKind::Ledger, told);
        }
    }
    check_banks(books, differences);
}

fn check_banks(books: &Books, differences: &mut Differences) {
    for bank in &books.banks {
        let ledger = books
            .balances
            .get(&bank.code)
            .map_or(Fen::ZERO, |balance| balance.net);
        let subject = format!("{} {}", bank.code, bank.new.account_number);
        if ledger != bank.balance {
            let sentence = "银行专户的余额应等于其科目的余额";
            let told = Difference::between(
                "bank_balance_differs",
                subject.clone(),
                ledger,
                bank.balance,
                sentence,
            );
            let told = told.in_line(super::tables::BANKS.file, bank.line, "余额");
            differences.add(DifferenceKind::Banks, told);
        }
        if bank.waiting > bank.balance {
            let sentence = "专户中的暂收款不能多于专户余额";
            let told = Difference::between(
                "bank_holds_too_little",
                subject,
                bank.balance,
                bank.waiting,
                sentence,
            );
            differences.add(DifferenceKind::Banks, told);
        }
    }
    let known = |code: &AccountCode| books.banks.iter().any(|bank| bank.code == *code);
    for (code, balance) in &books.balances {
        let is_banks = matches!(&code.as_str()[..3], "101" | "102");
        if is_banks && balance.net != Fen::ZERO && !known(code) {
            let sentence = "该存款科目有余额，银行专户信息（表9.0.3）中却没有对应的专户";
            let told = Difference::told("bank_account_missing", code.to_string(), sentence);
            let told = told.in_line(LEDGER.file, balance.line, "科目编号");
            differences.add(DifferenceKind::Banks, told);
        }
    }
}

/// Leaves accounts without sub-accounts, after holding the others against those below them.
fn keep_leaves(balances: &mut Balances, banks: &[Bank], differences: &mut Differences) {
    let standard = || {
        HOUSING_FUND
            .iter()
            .map(|account| AccountCode::literal(account.code))
    };
    let codes: Vec<AccountCode> = balances.keys().copied().collect();
    for code in codes {
        let below = |other: &AccountCode| *other != code && other.is_within(code);
        let in_file: Vec<Fen> = balances
            .iter()
            .filter(|(other, _)| {
                below(other) && !balances.keys().any(|c| c != *other && c.is_within(**other))
            })
            .map(|(_, balance)| balance.net)
            .collect();
        let Balance { net, line, .. } = balances[&code].clone();
        let mut tell = |told: Difference| {
            let told = told.in_line(LEDGER.file, line, "科目编号");
            differences.add(DifferenceKind::Ledger, told);
        };
        if !in_file.is_empty() {
            let sum = Fen::sum(in_file).unwrap_or(Fen::ZERO);
            if net != sum && net != Fen::ZERO {
                let sentence = "上级科目的余额应等于其下级科目余额之和";
                tell(Difference::between(
                    "summary_account_differs",
                    code.to_string(),
                    net,
                    sum,
                    sentence,
                ));
            }
        } else if standard().any(|other| below(&other))
            || banks.iter().any(|bank| below(&bank.code))
        {
            if net != Fen::ZERO {
                let sentence = "该科目设有明细科目，请按明细科目填列余额";
                tell(Difference::told(
                    "account_is_summary",
                    code.to_string(),
                    sentence,
                ));
            }
        } else if !standard().any(|other| other == code) && !may_be_added(code) {
            let sentence =
                "会计核算办法没有这个一级科目，或本系统在其上级科目下不再分设，请并入上级科目";
            tell(Difference::told(
                "account_unknown",
                code.to_string(),
                sentence,
            ));
        }
    }
    let leaves: Vec<AccountCode> = balances.keys().copied().collect();
    balances.retain(|code, _| {
        !leaves
            .iter()
            .any(|other| other != code && other.is_within(*code))
    });
    balances.retain(|_, balance| balance.net != Fen::ZERO || !balance.name.is_empty());
}

/// A centre's own sub-account stands beside those of the standard or under 101 and 102. Under another
/// account that has none, the program posts to that one itself.
fn may_be_added(code: AccountCode) -> bool {
    let Some(parent) = code.parent() else {
        return false;
    };
    let banks = matches!(parent.as_str(), "101" | "102");
    let split = HOUSING_FUND
        .iter()
        .any(|account| AccountCode::literal(account.code).parent() == Some(parent));
    banks || split
}

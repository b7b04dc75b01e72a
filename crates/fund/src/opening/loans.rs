//! Running loans: contracts, loan accounts and arrears, kept as they come for the loan business.

use db::{ReadTx, WriteTx};
use kernel::{Fen, OrBroken, Result};
use platform::App;

use super::differences::{Difference, DifferenceKind, Differences};
use super::money::Sums;
use super::reading::Reading;
use super::source::Source;
use super::store::{self, ContractRow, LoanRow, OverdueRow};
use super::tables::{LOAN_CONTRACTS, LOANS, OVERDUE};
use super::{MAX_ROWS, Progress, load, national};
use crate::member::IdDocument;

/// The columns that a borrower is sealed for, in the row of the contract's number.
pub(crate) mod sealed {
    pub(crate) const BORROWER_NAME: &str = "opening_loan_contract.borrower_name";
    pub(crate) const BORROWER_ID_NUMBER: &str = "opening_loan_contract.borrower_id_number";
    pub(crate) const REPAYMENT_ACCOUNT: &str = "opening_loan_contract.repayment_account";
    pub(crate) const HOUSE_ADDRESS: &str = "opening_loan_contract.house_address";
}

/// Reads 借款合同信息.
pub(super) async fn load_contracts_in(
    tx: &mut WriteTx,
    app: &App,
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<()> {
    let (keys, centre, today) = (tx.keys().clone(), tx.centre(), app.clock.today());
    load(
        tx,
        &store::CONTRACTS,
        source,
        differences,
        progress,
        |reading| {
            let contract_no = reading.required("JKHTBH", 30);
            let borrower_no = match reading.text("JKRGJJZH").is_empty() {
                true => None,
                false => reading.account_no("JKRGJJZH"),
            };
            let name = reading.required("JKRXM", 120);
            let kind = reading.code("JKRZJLX", national::ID_KINDS);
            let document = kind.and_then(|kind| {
                reading.value("JKRZJH", |text| IdDocument::parse(kind, text, today))
            });
            let facts = Facts::read(reading);
            let account = reading.optional("HKZH", 30);
            let address = reading.optional("FWZL", 255);
            let read = (contract_no, name, document, facts, account, address);
            let (
                Some(contract_no),
                Some(name),
                Some(document),
                Some(facts),
                Some(account),
                Some(address),
            ) = read
            else {
                return Ok(None);
            };
            let row = keys.of_row(centre, &contract_no);
            let seal =
                |column, text: Option<&str>| text.map(|text| row.seal(column, text)).transpose();
            Ok(Some(ContractRow {
                line_no: reading.line_no(),
                borrower_account_no: borrower_no,
                borrower_name: row.seal(sealed::BORROWER_NAME, &name)?,
                borrower_id_kind: document.kind(),
                borrower_id_number: row.seal(sealed::BORROWER_ID_NUMBER, document.number())?,
                borrower_id_lookup: document.lookup(&keys, centre),
                repayment_account: seal(sealed::REPAYMENT_ACCOUNT, account.as_deref())?,
                house_address: seal(sealed::HOUSE_ADDRESS, address.as_deref())?,
                purchase_contract_no: facts.purchase_contract_no,
                bank_code: facts.bank_code,
                guarantee: facts.guarantee,
                repayment_method: facts.repayment_method,
                loan_kind: facts.loan_kind,
                house_kind: facts.house_kind,
                house_fen: facts.house_fen,
                contract_fen: facts.contract_fen,
                term_months: facts.term_months,
                rate: facts.rate,
                signed_on: facts.signed_on,
                disburse_on: facts.disburse_on,
                due_on: facts.due_on,
                repayment_day: facts.repayment_day,
                contract_no,
            }))
        },
    )
    .await
}

/// What a contract says apart from the borrower.
struct Facts {
    purchase_contract_no: Option<String>,
    bank_code: Option<String>,
    guarantee: Option<String>,
    repayment_method: String,
    loan_kind: Option<String>,
    house_kind: Option<String>,
    house_fen: Option<Fen>,
    contract_fen: Fen,
    term_months: i64,
    rate: kernel::Rate,
    signed_on: Option<kernel::Date>,
    disburse_on: Option<kernel::Date>,
    due_on: Option<kernel::Date>,
    repayment_day: Option<String>,
}

impl Facts {
    fn read(reading: &mut Reading<'_>) -> Option<Facts> {
        let method = reading.code("DKHKFS", national::REPAYMENT_METHODS);
        let contract_fen = reading.sum("HTDKJE");
        let term_months = reading.count("DKQS");
        let rate = reading.interest_rate("JKHTLL");
        Some(Facts {
            purchase_contract_no: reading.optional("GFHTBH", 30)?,
            bank_code: reading.optional("SWTYHDM", 3)?,
            guarantee: reading.optional("DKDBLX", 2)?,
            loan_kind: reading.optional("DKLX", 2)?,
            house_kind: reading.optional("FWXZ", 2)?,
            house_fen: reading.maybe("FWZJ", Fen::parse)?,
            signed_on: reading.maybe_date("JKHTQDRQ")?,
            disburse_on: reading.maybe_date("YDFKRQ")?,
            due_on: reading.maybe_date("YDDQRQ")?,
            repayment_day: reading.optional("YDHKR", 2)?,
            repayment_method: method?.to_owned(),
            contract_fen: contract_fen?,
            term_months: term_months?,
            rate: rate?,
        })
    }
}

/// Reads 贷款账户信息.
pub(super) async fn load_loans_in(
    tx: &mut WriteTx,
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<()> {
    load(
        tx,
        &store::LOANS,
        source,
        differences,
        progress,
        |reading| Ok(read_loan(reading)),
    )
    .await
}

fn read_loan(reading: &mut Reading<'_>) -> Option<LoanRow> {
    let loan_no = reading.required("DKZH", 30);
    let contract_no = reading.required("JKHTBH", 30);
    let disbursed_fen = reading.sum("DKFFE");
    let disbursed_on = reading.date("DKFFRQ");
    let balance_fen = reading.sum("DKYE");
    let rate = reading.interest_rate("DKLL");
    let term_months = reading.count("DKQS");
    let overdue_periods = match reading.text("LJYQQS").is_empty() {
        true => Some(0),
        false => reading.count("LJYQQS"),
    };
    if let (Some(balance), Some(disbursed)) = (balance_fen, disbursed_fen)
        && balance > disbursed
    {
        reading.find(
            "DKYE",
            "loan_balance_too_large",
            "贷款余额不能大于贷款发放额",
        );
    }
    Some(LoanRow {
        loan_no: loan_no?,
        line_no: reading.line_no(),
        contract_no: contract_no?,
        risk: reading.optional("DKFXDJ", 2)?,
        disbursed_fen: disbursed_fen?,
        disbursed_on: disbursed_on?,
        balance_fen: balance_fen?,
        rate: rate?,
        term_months: term_months?,
        repaid_principal_fen: reading.sum_or_zero("HSBJZE")?,
        repaid_interest_fen: reading.sum_or_zero("HSLXZE")?,
        penalty_fen: reading.sum_or_zero("FXZE")?,
        prepaid_principal_fen: reading.sum_or_zero("TQGHBJZE")?,
        overdue_periods: overdue_periods?,
        settled_on: reading.maybe_date("DKJQRQ")?,
    })
}

/// Reads 逾期登记信息.
pub(super) async fn load_overdue_in(
    tx: &mut WriteTx,
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<()> {
    load(
        tx,
        &store::OVERDUE,
        source,
        differences,
        progress,
        |reading| Ok(read_overdue(reading)),
    )
    .await
}

fn read_overdue(reading: &mut Reading<'_>) -> Option<OverdueRow> {
    let loan_no = reading.required("DKZH", 30);
    let period = reading.count("YQQC");
    let principal_fen = reading.sum("YQBJ");
    let interest_fen = reading.sum("YQLX");
    let row = OverdueRow {
        loan_no: loan_no?,
        line_no: reading.line_no(),
        period: period?,
        principal_fen: principal_fen?,
        interest_fen: interest_fen?,
        penalty_fen: reading.sum_or_zero("YQFX")?,
        paid_on: reading.maybe_date("SSRQ")?,
        paid_principal_fen: reading.sum_or_zero("SSYQBJJE")?,
        paid_interest_fen: reading.sum_or_zero("SSYQLXJE")?,
        paid_penalty_fen: reading.sum_or_zero("SSYQFXJE")?,
    };
    if row.paid_principal_fen > row.principal_fen {
        let sentence = "实收逾期本金不能大于逾期本金";
        reading.find("SSYQBJJE", "overdue_overpaid", sentence);
    }
    Some(row)
}

/// Holds contracts, loans and arrears against each other, and sums them.
pub(super) async fn check_in(
    tx: &mut ReadTx,
    sums: &mut Sums,
    differences: &mut Differences,
) -> Result<()> {
    let limit = (MAX_ROWS,);
    let questions = [
        (
            &store::CONTRACTS_TWICE,
            LOAN_CONTRACTS.file,
            "借款合同编号",
            "contract_twice",
            "借款合同编号重复",
        ),
        (
            &store::LOANS_TWICE,
            LOANS.file,
            "贷款账号",
            "loan_twice",
            "贷款账号重复",
        ),
        (
            &store::LOANS_WITHOUT_CONTRACT,
            LOANS.file,
            "借款合同编号",
            "loan_without_contract",
            "借款合同信息（表6.0.2）中没有这个合同",
        ),
        (
            &store::OVERDUE_WITHOUT_LOAN,
            OVERDUE.file,
            "贷款账号",
            "overdue_without_loan",
            "贷款账户信息（表6.0.5）中没有这个贷款账号",
        ),
        (
            &store::OVERDUE_TWICE,
            OVERDUE.file,
            "逾期期次",
            "overdue_twice",
            "同一贷款的逾期期次重复",
        ),
    ];
    for (question, file, column, code, sentence) in questions {
        for (subject, line) in tx.all(question, limit).await? {
            let told = Difference::told(code, subject, sentence);
            let told = told.in_line(file, u64::try_from(line).unwrap_or(0), column);
            differences.add(DifferenceKind::Loans, told);
        }
    }
    for (loan_no, balance, overdue) in tx.all(&store::OVERDUE_BEYOND_BALANCE, limit).await? {
        let sentence = "未收回的逾期本金不能大于贷款余额";
        let told = Difference::between(
            "overdue_beyond_balance",
            loan_no,
            balance,
            overdue,
            sentence,
        );
        differences.add(DifferenceKind::Loans, told);
    }
    let (loans,) = tx.one(&store::LOAN_SUM, ()).await?;
    let (overdue,) = tx.one(&store::OVERDUE_SUM, ()).await?;
    sums.loans = loans.unwrap_or(Fen::ZERO);
    sums.overdue = overdue.unwrap_or(Fen::ZERO);
    Ok(())
}

/// How many loans came along.
pub(super) async fn count_in(tx: &mut ReadTx) -> Result<u64> {
    let (loans,) = tx.one(&store::LOAN_COUNT, ()).await?;
    u64::try_from(loans).or_broken("a count of loans")
}

//! The files that a simulated centre moves in with: made up to the profile's opening figures, written
//! as a real centre writes them, and read by the real opening load.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::Path;

use fastrand::Rng;
use fund::opening::tables::{self, TableFile};
use fund::opening::{self, Outcome};
use kernel::{Broken, Date, Error, Fen, Month, OrBroken, Result};
use platform::{App, Caller};

use crate::plan::{Employer, Hand, Plan, side};
use crate::profile::Size;

/// The first number of an account and of an employer, as this program gives them out.
const FIRST_ACCOUNT: u64 = 1_000_000_001;
const FIRST_EMPLOYER: u64 = 2_000_000_001;

/// Months of an instalment, and what a loan has lived of them.
const TERM_MONTHS: i32 = 240;

/// What waits in suspense when the centre moves in.
const WAITING: Fen = Fen::new(356_000);

/// The banks: code, account, name of the branch in the books, nature, ledger account.
const BANKS: [(&str, &str, &str, &str); 3] = [
    ("105", "51990001000000001", "fund", "10101"),
    ("102", "51990002000000002", "fund", "10102"),
    ("105", "51990001000000009", "surplus", "10201"),
];

/// Writes the files into `folder` and moves the centre in; the book begins with the plan's first
/// month.
///
/// # Errors
/// Broken when the folder can't be written or a file is not what the load takes.
pub async fn move_in(
    app: &App,
    system: &Caller,
    folder: &Path,
    (plan, size): (&Plan, &Size),
    branches: &[&str],
    seed: u64,
) -> Result<opening::Figures> {
    fs::create_dir_all(folder).or_broken("the folder of the opening files")?;
    let first = *plan.months.first().or_broken("a year without months")?;
    let writing = Writing {
        folder,
        last: first.prev(),
        today: first.first_day().prev(),
    };
    writing.all(plan, size, branches, &mut Rng::with_seed(seed))?;
    let outcome = opening::import(app, system, folder, first, &mut |_, _| {}).await?;
    match outcome {
        Outcome::Imported(figures) => Ok(figures),
        Outcome::Refused(differences) => {
            let counts: Vec<String> = differences
                .counts()
                .map(|(kind, count)| format!("{kind}: {count} {:?}", differences.of(kind).first()))
                .collect();
            Err(Error::broken(format!(
                "made-up files differ: {}",
                counts.join("; ")
            )))
        }
    }
}

/// Whoever is there at the beginning, with the number of the employer.
fn there(plan: &Plan) -> impl Iterator<Item = (u64, &Employer, &Hand)> {
    let employers = plan.employers.iter().zip(FIRST_EMPLOYER..);
    employers
        .filter(|(employer, _)| employer.opens.is_none())
        .flat_map(|(employer, number)| {
            let staff = employer.staff.iter().filter(|hand| hand.months_before > 0);
            staff.map(move |hand| (number, employer, hand))
        })
}

struct Writing<'a> {
    folder: &'a Path,
    /// The last month before the books begin.
    last: Month,
    /// The last day.
    today: Date,
}

impl Writing<'_> {
    fn all(&self, plan: &Plan, size: &Size, branches: &[&str], rng: &mut Rng) -> Result<()> {
        let balances = self.people(plan, size, rng)?;
        self.employers(plan, branches, &balances, rng)?;
        self.loans(plan, size)?;
        self.books(size)
    }

    /// People, accounts and months. Answers what the members of each employer hold: the fund's
    /// balance is theirs by what they paid.
    fn people(&self, plan: &Plan, size: &Size, rng: &mut Rng) -> Result<Vec<(u64, i64, Fen)>> {
        let mut people = Sheet::new(self.folder, &tables::PEOPLE)?;
        let mut accounts = Sheet::new(self.folder, &tables::ACCOUNTS)?;
        let mut months = Sheet::new(self.folder, &tables::PAID_MONTHS)?;
        let weight = |employer: &Employer, hand: &Hand| {
            i128::from(hand.person.base.get())
                * i128::from(employer.company.kind.rate_percent)
                * i128::from(hand.months_before)
        };
        let all: i128 = there(plan)
            .map(|(_, employer, hand)| weight(employer, hand))
            .sum();
        let fund = i128::from(size.fund_balance.get());
        let (mut before, mut given) = (0_i128, 0_i128);
        let mut balances: Vec<(u64, i64, Fen)> = Vec::new();
        for ((number, employer, hand), account_no) in there(plan).zip(FIRST_ACCOUNT..) {
            before += weight(employer, hand);
            // Cut at the running sum, so that the parts come to the whole.
            let until = fund * before / all;
            let balance = i64::try_from(until - given)
                .map(Fen::new)
                .or_broken("a balance")?;
            given = until;
            let person = &hand.person;
            let monthly = side(&employer.company, person.base);
            let half_a_year = monthly.checked_mul(12).or_broken("half a year")?;
            let current = half_a_year.min(balance);
            let carried = balance.checked_sub(current).or_broken("what was carried")?;
            let first = self
                .last
                .plus(1 - hand.months_before)
                .or_broken("a month")?;
            let mobile = format!("199{:08}", rng.u32(0..100_000_000));
            let account = account_no.to_string();
            people.row(&[
                &account,
                &person.name,
                &mobile,
                "01",
                person.id_number.as_str(),
            ])?;
            accounts.row(&[
                &account,
                &number.to_string(),
                &person.base.to_string(),
                "01",
                &first.first_day().to_string(),
                &balance.to_string(),
                &carried.to_string(),
                &current.to_string(),
                &monthly.to_string(),
                &monthly.to_string(),
                "",
            ])?;
            months.row(&[
                &account,
                &first.number().to_string(),
                &self.last.number().to_string(),
                "",
            ])?;
            match balances.last_mut() {
                Some((last, count, sum)) if *last == number => {
                    *count += 1;
                    *sum = sum
                        .checked_add(balance)
                        .or_broken("an employer's balance")?;
                }
                _ => balances.push((number, 1, balance)),
            }
        }
        people.finish()?;
        accounts.finish()?;
        months.finish().map(|()| balances)
    }

    fn employers(
        &self,
        plan: &Plan,
        branches: &[&str],
        balances: &[(u64, i64, Fen)],
        rng: &mut Rng,
    ) -> Result<()> {
        let mut units = Sheet::new(self.folder, &tables::UNITS)?;
        let mut accounts = Sheet::new(self.folder, &tables::UNIT_ACCOUNTS)?;
        let employers = plan
            .employers
            .iter()
            .filter(|employer| employer.opens.is_none());
        for (employer, (number, people, balance)) in employers.zip(balances) {
            let company = &employer.company;
            let kind = company.kind;
            let branch = branches.get(employer.branch).copied().unwrap_or_default();
            let address = format!("安居市建设路{}号", rng.u16(1..=400));
            let mobile = format!("199{:08}", rng.u32(0..100_000_000));
            let established = format!("{}-03-01", rng.u16(1998..=2016));
            let opened = format!("{}-04-01", rng.u16(2017..=2020));
            units.row(&[
                &company.name,
                &number.to_string(),
                &address,
                &employer.head.name,
                "01",
                employer.head.id_number.as_str(),
                kind.affiliation,
                kind.economic_type,
                kind.industry,
                "519900",
                "",
                &employer.payday.to_string(),
                &employer.agent.name,
                "",
                &mobile,
                "01",
                employer.agent.id_number.as_str(),
                company.credit_code.as_str(),
                &established,
                &opened,
                "105",
                branch,
            ])?;
            let rate = format!("{}.00", kind.rate_percent);
            accounts.row(&[
                &number.to_string(),
                &rate,
                &rate,
                &people.to_string(),
                "0",
                &balance.to_string(),
                "01",
                &self.last.number().to_string(),
            ])?;
        }
        units.finish()?;
        accounts.finish()
    }

    /// Loans of the members, the first of them with instalments overdue.
    fn loans(&self, plan: &Plan, size: &Size) -> Result<()> {
        let mut contracts = Sheet::new(self.folder, &tables::LOAN_CONTRACTS)?;
        let mut loans = Sheet::new(self.folder, &tables::LOANS)?;
        let mut overdue = Sheet::new(self.folder, &tables::OVERDUE)?;
        let count = i64::try_from(size.loans).or_broken("a count of loans")?;
        let (total, mut left) = (size.loan_balance.get(), size.overdue.get());
        let step = (there(plan).count() / size.loans.max(1)).max(1);
        let borrowers = there(plan).zip(FIRST_ACCOUNT..).step_by(step);
        for (((_, _, hand), account_no), n) in borrowers.zip(0..count) {
            let share = i128::from(total);
            let part = |n: i64| share * i128::from(n) / i128::from(count);
            let balance = i64::try_from(part(n + 1) - part(n))
                .map(Fen::new)
                .or_broken("a loan")?;
            let lent =
                balance.checked_mul(4).or_broken("a loan")?.get() / 3 / 100_000 * 100_000 + 100_000;
            let lent = Fen::new(lent.max(balance.get()));
            let repaid = lent.checked_sub(balance).or_broken("a loan repaid")?;
            let (contract, loan) = (format!("AJ{account_no}"), format!("DK{account_no}"));
            let begun = self
                .last
                .plus(-60)
                .or_broken("five years before")?
                .first_day();
            let due = begun
                .month()
                .plus(TERM_MONTHS)
                .or_broken("the end of a loan")?
                .first_day();
            contracts.row(&[
                &contract,
                &format!("GF{account_no}"),
                "105",
                "01",
                &begun.to_string(),
                &due.to_string(),
                "01",
                &format!("6217{account_no:012}"),
                &lent.to_string(),
                "01",
                &TERM_MONTHS.to_string(),
                "安居市东城区长安路1号",
                "01",
                &lent.checked_mul(2).or_broken("a house")?.to_string(),
                "0.0310000",
                &account_no.to_string(),
                &hand.person.name,
                "01",
                hand.person.id_number.as_str(),
                &begun.to_string(),
                "20",
            ])?;
            let behind = arrears(&mut overdue, &loan, balance, &mut left)?;
            loans.row(&[
                &loan,
                &contract,
                if behind > 0 { "02" } else { "01" },
                &lent.to_string(),
                &begun.to_string(),
                &balance.to_string(),
                "0.0310000",
                &TERM_MONTHS.to_string(),
                "",
                &repaid.to_string(),
                "0",
                "0",
                "0",
                &behind.to_string(),
            ])?;
        }
        contracts.finish()?;
        loans.finish()?;
        overdue.finish()
    }

    /// The books and the banks: what members hold lies in loans and at the banks, what was earned
    /// in the surplus account.
    fn books(&self, size: &Size) -> Result<()> {
        let [accrued, reserve, fee, supplement, undistributed] = size.books;
        let sum =
            |amounts: &[Fen]| Fen::sum(amounts.iter().copied()).or_broken("a sum of the books");
        let owed = sum(&[size.fund_balance, accrued, WAITING])?;
        let at_banks = owed
            .checked_sub(size.loan_balance)
            .or_broken("what isn't lent")?;
        let surplus = sum(&[reserve, fee, supplement, undistributed])?;
        let running = size
            .loan_balance
            .checked_sub(size.overdue)
            .or_broken("running loans")?;
        let first = Fen::new(at_banks.get() / 5 * 3);
        let second = at_banks.checked_sub(first).or_broken("the second bank")?;
        let mut ledger = Sheet::new(self.folder, &tables::LEDGER)?;
        let rows = [
            ("101", "住房公积金存款", at_banks, "01"),
            ("10101", "", first, "01"),
            ("10102", "", second, "01"),
            ("102", "增值收益存款", surplus, "01"),
            ("10201", "", surplus, "01"),
            ("12101", "个人住房贷款", running, "01"),
            ("12201", "逾期个人住房贷款", size.overdue, "01"),
            ("201", "住房公积金", size.fund_balance, "02"),
            ("211", "应付利息", accrued, "02"),
            ("21401", "住房公积金中心管理费用", fee, "02"),
            ("21402", "城市廉租住房建设补充资金", supplement, "02"),
            ("21901", "暂收款", WAITING, "02"),
            ("30101", "个人贷款风险准备", reserve, "02"),
            ("32104", "待分配增值收益", undistributed, "02"),
        ];
        for (code, name, amount, direction) in rows {
            ledger.row(&[code, name, &amount.to_string(), direction])?;
        }
        ledger.finish()?;
        let mut banks = Sheet::new(self.folder, &tables::BANKS)?;
        for ((bank, number, nature, code), balance) in BANKS.iter().zip([first, second, surplus]) {
            let name = crate::founding::CENTRE_NAME;
            banks.row(&[
                code,
                number,
                name,
                bank,
                "2010-01-04",
                nature,
                &balance.to_string(),
            ])?;
        }
        banks.finish()?;
        let mut waiting = Sheet::new(self.folder, &tables::SUSPENSE)?;
        let arrived = self.today.add_days(-40).or_broken("a day before")?;
        let amount = WAITING.to_string();
        let payer = "安居市安东县同心劳务派遣有限公司";
        waiting.row(&[
            &arrived.to_string(),
            &amount,
            payer,
            "",
            BANKS[0].1,
            "",
            "",
            "公积金 未附清册",
        ])?;
        waiting.finish()
    }
}

/// What is overdue of a loan, three instalments at most; answers how many. `left` is what the profile
/// has still to place.
fn arrears(overdue: &mut Sheet, loan: &str, balance: Fen, left: &mut i64) -> Result<i32> {
    const INSTALMENT: i64 = 200_000;
    let mut behind = 0;
    while *left > 0 && behind < 3 && INSTALMENT * i64::from(behind + 1) <= balance.get() {
        let principal = Fen::new((*left).min(INSTALMENT));
        let period = (58 + behind).to_string();
        let amount = principal.to_string();
        overdue.row(&[loan, &period, &amount, "500.00", "0", "", "0", "0", "0"])?;
        *left -= principal.get();
        behind += 1;
    }
    Ok(behind)
}

/// One file being written, under the Chinese names of its columns.
struct Sheet {
    table: &'static TableFile,
    writer: csv::Writer<BufWriter<File>>,
}

impl Sheet {
    fn new(folder: &Path, table: &'static TableFile) -> Result<Sheet> {
        let file = File::create(folder.join(table.file)).or_broken(table.file)?;
        let mut sheet = Sheet {
            table,
            writer: csv::Writer::from_writer(BufWriter::new(file)),
        };
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        sheet.row(&names)?;
        Ok(sheet)
    }

    /// A row: a text for each column, in their order.
    fn row(&mut self, texts: &[&str]) -> Result<()> {
        debug_assert_eq!(texts.len(), self.table.columns.len(), "{}", self.table.file);
        let table = self.table;
        self.writer
            .write_record(texts)
            .map_err(|error| Broken::caused_by(table.file, error).into())
    }

    fn finish(self) -> Result<()> {
        let name = self.table.file;
        let file = self.writer.into_inner();
        let mut file = file.map_err(|error| Error::broken(error.to_string()))?;
        file.flush().or_broken(name)
    }
}

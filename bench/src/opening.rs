//! The files of a made-up centre, as `anju import-opening` takes them.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::Path;

use fastrand::Rng;
use fund::opening::tables::{self, TableFile};
use kernel::{Clock, CreditCode, Date, Fen, Month};
use simulation::founding::BRANCHES;
use simulation::person::{People, Person};

use crate::Result;
use crate::centre::Shape;

const FIRST_ACCOUNT: usize = 1_000_000_001;
const FIRST_EMPLOYER: usize = 2_000_000_001;
/// Members of an employer that is neither the first nor the second.
const USUAL: usize = 50;
/// Months that everyone has paid.
pub(crate) const MONTHS: i32 = 12;
/// The last of them is so many months ago.
pub(crate) const BEHIND: i32 = 4;
/// Per cent that either side pays.
const RATE: i64 = 8;
/// Accounts an item of suspense.
const ACCOUNTS_AN_ITEM: usize = 200;
/// Each item of suspense.
const WAITING: Fen = Fen::new(123_400);
const BANK: &str = "51990001000000001";
/// Whom the searches look for: one of so many people is kept.
const KEPT: usize = 997;

/// Someone to be searched for.
#[derive(Clone, Debug)]
pub(crate) struct Known {
    pub(crate) name: String,
    pub(crate) id_number: String,
    pub(crate) mobile: String,
}

/// What an employer's members are together.
#[derive(Clone, Copy, Default)]
struct Staff {
    people: i64,
    balance: i64,
}

/// The month with which the books begin: this one.
pub(crate) fn first_month() -> Month {
    Clock::system().today().month()
}

/// The so-manieth month that every employer owes: they have paid until four months ago.
pub(crate) fn due(round: usize) -> Result<Month> {
    let months = i32::try_from(round)? + 1 - BEHIND;
    Ok(first_month().plus(months).ok_or("a month owed")?)
}

/// Writes the files. Answers some of the people.
pub(crate) fn write(folder: &Path, shape: Shape) -> Result<Vec<Known>> {
    fs::create_dir_all(folder)?;
    let first = first_month();
    let paid = first.plus(-BEHIND).ok_or("a month before")?;
    let (mut rng, today) = (Rng::with_seed(1), first.first_day());
    let (staff, known) = people(folder, shape, paid, today, &mut rng)?;
    employers(folder, &staff, paid, &mut rng)?;
    books(folder, shape, &staff, today)?;
    Ok(known)
}

impl Shape {
    /// Whose the account is: 0 and 1 are the large employers, spread over all accounts.
    pub(crate) fn employer_of(self, account: usize) -> usize {
        let place = account % self.every;
        if place == 0 {
            return 0;
        }
        let seconds = if self.second { self.every * 4 / 10 } else { 0 };
        if place <= seconds {
            return 1;
        }
        let usual_before = account / self.every * (self.every - 1 - seconds) + place - 1 - seconds;
        2 + usual_before / USUAL
    }

    fn employers(self) -> usize {
        (0..self.accounts)
            .rev()
            .take(self.every)
            .map(|account| self.employer_of(account) + 1)
            .max()
            .unwrap_or(0)
    }
}

fn people(
    folder: &Path,
    shape: Shape,
    paid: Month,
    today: Date,
    rng: &mut Rng,
) -> Result<(Vec<Staff>, Vec<Known>)> {
    let mut people = Table::new(folder, &tables::PEOPLE)?;
    let mut accounts = Table::new(folder, &tables::ACCOUNTS)?;
    let mut months = Table::new(folder, &tables::PAID_MONTHS)?;
    let began = paid.plus(1 - MONTHS).ok_or("a year before")?;
    let opened_on = began.first_day().to_string();
    let (mut staff, mut known) = (vec![Staff::default(); shape.employers()], Vec::new());
    let mut made = People::new();
    for account in 0..shape.accounts {
        let Person {
            name,
            id_number,
            base,
        } = made.next(rng, today, (4_000, 20_000));
        let employer = shape.employer_of(account);
        let mobile = format!("199{account:08}");
        let side = base.get() * RATE / 100;
        let (carried, current) = (side * 12, side * 12);
        staff[employer].people += 1;
        staff[employer].balance += carried + current;
        let number = (FIRST_ACCOUNT + account).to_string();
        let id_number = id_number.as_str();
        people.row(&[&number, &name, &mobile, "01", id_number])?;
        let side = Fen::new(side).to_string();
        accounts.row(&[
            &number,
            &(FIRST_EMPLOYER + employer).to_string(),
            &base.to_string(),
            "01",
            &opened_on,
            &Fen::new(carried + current).to_string(),
            &Fen::new(carried).to_string(),
            &Fen::new(current).to_string(),
            &side,
            &side,
            "",
        ])?;
        let (from, to) = (began.number().to_string(), paid.number().to_string());
        months.row(&[&number, &from, &to, ""])?;
        if account % KEPT == 0 {
            known.push(Known {
                id_number: id_number.to_owned(),
                name,
                mobile,
            });
        }
    }
    people.finish()?;
    accounts.finish()?;
    months.finish()?;
    Ok((staff, known))
}

fn employers(folder: &Path, staff: &[Staff], paid: Month, rng: &mut Rng) -> Result {
    let mut units = Table::new(folder, &tables::UNITS)?;
    let mut accounts = Table::new(folder, &tables::UNIT_ACCOUNTS)?;
    for (employer, staff) in staff.iter().enumerate() {
        let number = (FIRST_EMPLOYER + employer).to_string();
        let code = CreditCode::compose(&format!("91519900{:09}", employer + 1));
        let code = code.ok_or("a credit code")?;
        // The large ones in the first branch.
        let branch = if employer < 2 {
            0
        } else {
            employer % BRANCHES.len()
        };
        let area = rng.u8(b'A'..=b'Z');
        units.row(&[
            &format!("{}区第{}工程有限公司", char::from(area), employer + 1),
            &number,
            "建设路1号",
            "王建国",
            "01",
            "",
            "90",
            "150",
            "C",
            "519900",
            "",
            &(1 + employer % 28).to_string(),
            "李敏",
            "",
            "19900000000",
            "01",
            "",
            code.as_str(),
            "2010-03-01",
            "2015-04-01",
            "105",
            BRANCHES[branch].0,
        ])?;
        let rate = format!("{RATE}.00");
        accounts.row(&[
            &number,
            &rate,
            &rate,
            &staff.people.to_string(),
            "0",
            &Fen::new(staff.balance).to_string(),
            "01",
            &paid.number().to_string(),
        ])?;
    }
    units.finish()?;
    accounts.finish()
}

fn books(folder: &Path, shape: Shape, staff: &[Staff], today: Date) -> Result {
    let items = shape.accounts / ACCOUNTS_AN_ITEM;
    let fund: i64 = staff.iter().map(|staff| staff.balance).sum();
    let waiting = WAITING.get() * i64::try_from(items)?;
    let at_banks = Fen::new(fund + waiting).to_string();
    let mut ledger = Table::new(folder, &tables::LEDGER)?;
    ledger.row(&["101", "住房公积金存款", &at_banks, "01"])?;
    ledger.row(&["10101", "", &at_banks, "01"])?;
    ledger.row(&["201", "住房公积金", &Fen::new(fund).to_string(), "02"])?;
    ledger.row(&["21901", "暂收款", &Fen::new(waiting).to_string(), "02"])?;
    ledger.finish()?;
    let mut banks = Table::new(folder, &tables::BANKS)?;
    let name = simulation::founding::CENTRE_NAME;
    banks.row(&["10101", BANK, name, "105", "2010-01-04", "fund", &at_banks])?;
    banks.finish()?;
    let mut suspense = Table::new(folder, &tables::SUSPENSE)?;
    for item in 0..items {
        let days = -1 - i32::try_from(item % 300)?;
        let arrived = today.add_days(days).ok_or("a day before")?.to_string();
        let employer = (FIRST_EMPLOYER + item % staff.len()).to_string();
        let named = if item % 2 == 0 { "" } else { &employer };
        let serial = format!("OPEN{item:010}");
        let amount = WAITING.to_string();
        suspense.row(&[
            &arrived,
            &amount,
            "某某劳务公司",
            "",
            BANK,
            &serial,
            named,
            "公积金",
        ])?;
    }
    suspense.finish()
}

/// One file being written, under the Chinese names of its columns.
struct Table(csv::Writer<BufWriter<File>>);

impl Table {
    fn new(folder: &Path, table: &'static TableFile) -> Result<Table> {
        let file = BufWriter::new(File::create(folder.join(table.file))?);
        let mut writer = csv::Writer::from_writer(file);
        writer.write_record(table.columns.iter().map(|column| column.name))?;
        Ok(Table(writer))
    }

    /// A row: a text for each column, in their order.
    fn row(&mut self, texts: &[&str]) -> Result {
        Ok(self.0.write_record(texts)?)
    }

    fn finish(mut self) -> Result {
        Ok(self.0.flush()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_large_employers_are_spread_and_the_others_have_fifty_each() {
        let shape = Shape {
            accounts: 1_000,
            every: 10,
            second: true,
        };
        let mut people = vec![0; shape.employers()];
        for account in 0..shape.accounts {
            people[shape.employer_of(account)] += 1;
        }
        assert_eq!(people[..2], [100, 400]);
        assert_eq!(people[2..], [50; 10]);
        let without = Shape {
            every: 40,
            second: false,
            ..shape
        };
        let mut people = vec![0; without.employers()];
        for account in 0..without.accounts {
            people[without.employer_of(account)] += 1;
        }
        assert_eq!((people[0], people[1]), (25, 0));
        assert!(people[2..].iter().all(|count| *count == 50 || *count == 25));
    }
}

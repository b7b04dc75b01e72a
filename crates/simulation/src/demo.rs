//! The demo: a small city's centre over twelve months, day by day.
//!
//! Every working day is opened and closed. Each employer uploads its roster after its payday and
//! its money arrives a working day later. Wages rise in July, when the policy's year begins, and
//! people are hired. The last month is left as a clerk would find it: some have paid, one owes, one
//! paid too little, and someone sent money that nobody expected.

use fastrand::Rng;
use fund::employer::{self, Agent, Registration};
use fund::member::IdKind;
use fund::{remittance, roster};
use kernel::{
    BankAccountId, BranchId, CentreId, Clock, Date, EmployerId, Fen, Instant, Month, OrBroken,
    RemittanceId, Result, WorkingDays,
};
use platform::{Action, App, Caller, IdempotencyKey, file};
use settlement::arrival::NewArrival;
use settlement::{bank_account, day};
use sheet::{Heading, Value, Writer};

use crate::city::{self, Company};
use crate::founding;
use crate::person::{People, Person};

/// How large the demo is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Employers.
    pub employers: usize,
    /// Members at the end.
    pub members: usize,
    /// Months lived.
    pub months: i32,
}

/// The demo's size: what one looks through in an afternoon.
pub const SIZE: Size = Size {
    employers: 30,
    members: 1_200,
    months: 12,
};

/// The seed of everything drawn: every demo of a day is the same.
const SEED: u64 = 20_261_122;

/// Of the members, so many in a hundred are hired in the course of the year.
const HIRED_PERCENT: usize = 8;

/// The employer, by its place, that has not remitted for the last month.
const OWES: usize = 7;
/// The employer that pays too little in the last month, and by how much.
const PAYS_SHORT: usize = 11;
const SHORT_BY: Fen = Fen::from_yuan(100);

/// The raise of July, in percent.
const RAISE_PERCENT: i64 = 5;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// An employer of the demo with its people.
struct Employer {
    employer_id: EmployerId,
    company: Company,
    payday: i8,
    staff: Vec<Person>,
    /// How many of the staff are not there yet: hired one by one, the last first.
    hires: usize,
}

/// A remittance whose money is on its way.
struct Owed {
    employer: usize,
    month: Month,
    remittance_id: RemittanceId,
}

/// Where the demo is in its year.
struct Year {
    app: App,
    clerk: Caller,
    accountant: Caller,
    banks: Vec<BankAccountId>,
    employers: Vec<Employer>,
    rng: Rng,
    owed: Vec<Owed>,
    wires: u32,
    last_month: Month,
}

/// Founds the centre and lives the months that end on `last_day`. `progress` is told how many
/// working days of how many are done.
///
/// # Errors
/// Whatever a use case refuses: the demo does nothing that a clerk couldn't.
pub async fn live(
    db: &db::Db,
    centre: CentreId,
    size: Size,
    last_day: Date,
    actions: &[&Action],
    mut progress: impl FnMut(u64, u64) + Send,
) -> Result<()> {
    let calendar = WorkingDays::national();
    let last_day = last_known(calendar, last_day)?;
    let days = working_days(calendar, first_day(size, last_day)?, last_day)?;
    let total = u64::try_from(days.len()).or_broken("a number of days")?;
    let Some((first, last)) = days.first().zip(days.last()) else {
        return Ok(());
    };
    let clock = Clock::manual(at(*first, 8)?);
    let mut app = App::new(db.clone(), clock);
    // Nobody signs in anew every half hour of a simulated year.
    app.session_limits.idle = std::time::Duration::from_secs(400 * 86_400);
    app.session_limits.absolute = app.session_limits.idle;
    let mut year = begin(app, centre, size, (*first, *last), actions).await?;
    for (index, day) in days.iter().enumerate() {
        year.work(*day, *day == *last).await?;
        progress(
            u64::try_from(index + 1).or_broken("a number of days")?,
            total,
        );
    }
    Ok(())
}

/// The first of the month that begins the demo.
fn first_day(size: Size, last_day: Date) -> Result<Date> {
    let first = last_day
        .month()
        .plus(1 - size.months)
        .or_broken("the demo's first month")?;
    Ok(first.first_day())
}

/// The last day up to `day` whose year's holidays are known: a demo made later ends there.
fn last_known(calendar: &WorkingDays, day: Date) -> Result<Date> {
    const TEN_YEARS: i32 = 3_653;
    let mut earlier = (0..TEN_YEARS).filter_map(|back| day.add_days(-back));
    earlier
        .find(|day| calendar.is_working_day(*day).is_ok())
        .or_broken("a year with known holidays")
}

fn working_days(calendar: &WorkingDays, from: Date, to: Date) -> Result<Vec<Date>> {
    let mut days = Vec::new();
    let mut day = from;
    while day <= to {
        if calendar.is_working_day(day)? {
            days.push(day);
        }
        day = day.next();
    }
    Ok(days)
}

/// `hour` o'clock in China, which is eight hours ahead of the standard.
fn at(day: Date, hour: u64) -> Result<Instant> {
    let midnight = format!("{day}T00:00:00.000000Z").parse::<Instant>();
    let midnight = midnight.or_broken("midnight of a day")?;
    let eight = std::time::Duration::from_secs(8 * 3_600);
    midnight
        .checked_sub(eight)
        .and_then(|start| start.checked_add(std::time::Duration::from_secs(hour * 3_600)))
        .or_broken("an hour of a day")
}

async fn begin(
    app: App,
    centre: CentreId,
    size: Size,
    (first_day, last_day): (Date, Date),
    actions: &[&Action],
) -> Result<Year> {
    let founded = founding::found(&app, centre, first_day, actions).await?;
    let clerk = founding::caller(&app, centre, "guiji").await?;
    let accountant = founding::caller(&app, centre, "kuaiji").await?;
    let banks = bank_account::list(&app, &accountant).await?;
    let banks = banks
        .iter()
        .filter(|bank| bank.nature == bank_account::Nature::Fund);
    let banks = banks.map(|bank| bank.bank_account_id).collect();
    let mut rng = Rng::with_seed(SEED);
    let mut people = People::new();
    let mut employers = Vec::new();
    for company in city::companies(&mut rng, size.employers, size.members) {
        let staff: Vec<Person> = (0..company.people)
            .map(|_| people.next(&mut rng, first_day, company.kind.wage_yuan))
            .collect();
        let payday = rng.i8(5..=15);
        let branch = founded.branches[0];
        let registration = registration(&company, &mut people, &mut rng, payday, first_day, branch);
        let word = key(&format!("employer-{}", company.credit_code.as_str()))?;
        let registered = employer::register(&app, &clerk, &word, registration).await?;
        let hires = staff.len() * HIRED_PERCENT / 100;
        let employer_id = registered.employer_id;
        employers.push(Employer {
            employer_id,
            company,
            payday,
            staff,
            hires,
        });
    }
    let (owed, last_month) = (Vec::new(), last_day.month());
    Ok(Year {
        app,
        clerk,
        accountant,
        banks,
        employers,
        rng,
        owed,
        wires: 0,
        last_month,
    })
}

fn registration(
    company: &Company,
    people: &mut People,
    rng: &mut Rng,
    payday: i8,
    first_day: Date,
    branch_id: BranchId,
) -> Registration {
    let (head, agent) = (
        people.next(rng, first_day, (9_000, 20_000)),
        people.next(rng, first_day, (5_000, 9_000)),
    );
    let rate = kernel::Rate::from_percent(company.kind.rate_percent);
    Registration {
        name: company.name.clone(),
        credit_code: company.credit_code.as_str().to_owned(),
        address: format!("安居市建设路{}号", rng.u16(1..=400)),
        postcode: Some("519900".to_owned()),
        email: None,
        payday: i64::from(payday),
        affiliation: company.kind.affiliation.to_owned(),
        economic_type: company.kind.economic_type.to_owned(),
        industry: company.kind.industry.to_owned(),
        established_on: format!("{}-03-01", rng.u16(1998..=2023)),
        opened_on: Some(first_day.to_string()),
        first_month: first_day.month().to_string(),
        branch_id,
        bank_code: "105".to_owned(),
        employer_rate: rate,
        member_rate: rate,
        legal_person: employer::Person {
            name: head.name,
            id_kind: IdKind::ResidentId.code().to_owned(),
            id_number: head.id_number.as_str().to_owned(),
        },
        agent: Agent {
            name: agent.name,
            id_kind: IdKind::ResidentId.code().to_owned(),
            id_number: agent.id_number.as_str().to_owned(),
            mobile: format!("199{:08}", rng.u32(0..100_000_000)),
            phone: None,
        },
    }
}

impl Year {
    /// One working day: money that was expected, rosters of those whose payday has come, the close.
    async fn work(&mut self, day: Date, last: bool) -> Result<()> {
        self.app.clock.set(at(day, 9)?);
        for owed in std::mem::take(&mut self.owed) {
            self.pay(&owed, day).await?;
        }
        let calendar = WorkingDays::national();
        for index in 0..self.employers.len() {
            if self.is_roster_day(calendar, index, day)? {
                self.remit(index, day).await?;
            }
        }
        if last {
            return self.leave_work_undone(day).await;
        }
        self.app.clock.set(at(day, 18)?);
        let word = key(&format!("close-{day}"))?;
        day::close(&self.app, &self.accountant, &word, day).await?;
        Ok(())
    }

    /// Whether the employer's roster is due: the first working day on or after its payday.
    fn is_roster_day(&self, calendar: &WorkingDays, index: usize, day: Date) -> Result<bool> {
        let payday = self.employers[index].payday;
        let due = Date::new(day.year(), day.month().month(), payday).or_broken("a payday")?;
        Ok(calendar.on_or_after(due)? == day)
    }

    async fn remit(&mut self, index: usize, day: Date) -> Result<()> {
        if self.is_last_month(day.month()) && index == OWES {
            return Ok(());
        }
        self.change_staff(index, day.month());
        let remittance_id = self.assess(index, day.month()).await?;
        self.owed.push(Owed {
            employer: index,
            month: day.month(),
            remittance_id,
        });
        Ok(())
    }

    /// Someone is hired now and then; in July wages rise.
    fn change_staff(&mut self, index: usize, month: Month) {
        // Everyone is there a month before the end, which not every employer remits for.
        let last_chance = month >= self.last_month.prev();
        let employer = &mut self.employers[index];
        if last_chance {
            employer.hires = 0;
        } else if employer.hires > 0 && self.rng.u8(0..3) == 0 {
            employer.hires -= 1;
        }
        if month.month() == 7 {
            for person in &mut employer.staff {
                let raised = person.base.get() / 1_000 * (100 + RAISE_PERCENT) / 100 * 1_000;
                person.base = Fen::new(raised);
            }
        }
    }

    async fn assess(&mut self, index: usize, month: Month) -> Result<RemittanceId> {
        let employer = &self.employers[index];
        let here = employer.staff.len() - employer.hires;
        let bytes = roster_file(&employer.company.name, &employer.staff[..here])?;
        let name = format!("{}{month}清册.xlsx", employer.company.name);
        let stored = file::store(&self.app, &self.clerk, &name, XLSX, bytes).await?;
        let code = employer.company.credit_code.as_str();
        let upload = roster::Upload {
            employer_id: employer.employer_id,
            file: stored.sm3,
            month,
        };
        let word = key(&format!("roster-{code}-{month}"))?;
        let roster_id = roster::upload(&self.app, &self.clerk, &word, &upload).await?;
        let word = key(&format!("confirm-{code}-{month}"))?;
        roster::confirm(&self.app, &self.clerk, &word, roster_id).await
    }

    /// The employer's wire, with the payment code in the remark as banks pass it on.
    async fn pay(&mut self, owed: &Owed, day: Date) -> Result<()> {
        let view = remittance::remittance(&self.app, &self.accountant, owed.remittance_id).await?;
        let due = view.remittance;
        let remark = format!("{}公积金 缴款码{}", owed.month, due.payment_code);
        let short = self.is_last_month(owed.month) && owed.employer == PAYS_SHORT;
        let missing = if short { SHORT_BY } else { Fen::ZERO };
        let amount = due
            .expected_fen
            .checked_sub(missing)
            .or_broken("an amount paid short")?;
        let payer = self.employers[owed.employer].company.name.clone();
        self.wire(day, &payer, amount, &remark).await
    }

    async fn wire(&mut self, day: Date, payer: &str, amount_fen: Fen, remark: &str) -> Result<()> {
        self.wires += 1;
        let bank = self.banks[usize::try_from(self.wires).or_broken("a count")? % self.banks.len()];
        let arrival = NewArrival {
            bank_account_id: bank,
            bank_serial: format!("{}{:06}", day.to_string().replace('-', ""), self.wires),
            amount_fen,
            value_date: day.to_string(),
            payer_name: payer.to_owned(),
            payer_account: format!("5199{:012}", self.rng.u64(0..1_000_000_000_000)),
            remark: remark.to_owned(),
            payment_code: None,
        };
        let word = key(&format!("wire-{}", self.wires))?;
        remittance::receive(&self.app, &self.accountant, &word, arrival).await?;
        Ok(())
    }

    fn is_last_month(&self, month: Month) -> bool {
        month == self.last_month
    }

    /// What waits for the visitor: someone's wire that nobody expected.
    async fn leave_work_undone(&mut self, day: Date) -> Result<()> {
        let stranger = "安居市东城区启明物业服务有限公司";
        self.wire(day, stranger, Fen::new(1_268_000), "公积金")
            .await
    }
}

fn roster_file(employer: &str, staff: &[Person]) -> Result<Vec<u8>> {
    let headings = [
        Heading::text("姓名", 14),
        Heading::text("证件号码", 24),
        Heading::amount("缴存基数"),
    ];
    let mut writer = Writer::new("清册", &headings)?;
    for person in staff {
        writer.row(&[
            Value::Text(&person.name),
            Value::Text(person.id_number.as_str()),
            Value::Fen(person.base),
        ])?;
    }
    tracing::debug!(employer, people = staff.len(), "a roster");
    Ok(writer.finish()?)
}

fn key(word: &str) -> Result<IdempotencyKey> {
    Ok(format!("demo-{word}").parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_demo_made_after_the_known_years_ends_with_them() {
        let calendar = WorkingDays::national();
        let day = |year| Date::new(year, 3, 1).unwrap();
        assert_eq!(last_known(calendar, day(2026)).unwrap(), day(2026));
        let later = last_known(calendar, day(2029)).unwrap();
        assert!(
            calendar.is_working_day(later).is_ok()
                && calendar.is_working_day(later.next()).is_err()
        );
    }
}

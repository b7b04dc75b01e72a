//! A centre's year through the use cases, day by day.
//!
//! Every working day is opened and closed. Each employer uploads its roster after its payday and its
//! money arrives a working day later, or ten when it is late. People are hired, sealed when they
//! leave, brought over when they change employers; wages rise in July, employers open. Who pays may be the treasury. What a use case refuses ends the year: the
//! simulation does nothing that a clerk couldn't.

use std::path::Path;

use fastrand::Rng;
use fund::employer::{self, Agent, Registration};
use fund::member::IdKind;
use fund::sealing::{self, NewSealing, SealReason, Who};
use fund::{opening, remittance, roster};
use kernel::{
    BankAccountId, BranchId, CentreId, Clock, Date, EmployerId, Fen, Instant, Month, OrBroken,
    RemittanceId, Result, RosterId, WorkingDays,
};
use platform::{Action, App, Caller, IdempotencyKey, file};
use settlement::arrival::NewArrival;
use settlement::{bank_account, day};
use sheet::{Heading, Value, Writer};

use crate::plan::{Employer, Plan};
use crate::profile::Size;
use crate::treasury::{self, Treasury};
use crate::{founding, moving_in};

/// Working days until the money comes: on time, and late.
const ON_TIME_DAYS: usize = 1;
const LATE_DAYS: usize = 10;

/// The employer that pays too little in that month, and by how much.
const PAYS_SHORT: usize = 11;
const SHORT_BY: Fen = Fen::from_yuan(100);

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// How the last day is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Everything assessed is paid.
    Settled,
    /// As a clerk finds it in the morning: some have paid, one of each branch hasn't brought its
    /// roster, one paid too little, and someone sent money that nobody expected.
    WorkLeft,
}

/// A year to be lived.
#[derive(Clone, Debug)]
pub struct Settings {
    /// How large the centre is.
    pub size: Size,
    /// What everything drawn follows from.
    pub seed: u64,
    /// Months lived.
    pub months: i32,
    /// The last day, or the last one before it whose year's holidays are known.
    pub last_day: Date,
    /// How that day is left.
    pub ending: Ending,
}

/// What came of it.
#[derive(Clone, Debug)]
pub struct Lived {
    /// What the centre moved in with.
    pub opening: opening::Figures,
    /// The months lived.
    pub months: Vec<Month>,
    /// The last day.
    pub last_day: Date,
    /// The clock, standing at that day's evening.
    pub clock: Clock,
}

/// Founds the centre, moves it in with files written into `folder`, and lives the year. `progress` is
/// told how many working days of how many are done.
///
/// # Errors
/// Whatever a use case refuses.
pub async fn live(
    db: &db::Db,
    centre: CentreId,
    settings: &Settings,
    folder: &Path,
    actions: &[&Action],
    mut progress: impl FnMut(u64, u64) + Send,
) -> Result<Lived> {
    let calendar = WorkingDays::national();
    let last_day = last_known(calendar, settings.last_day)?;
    let months = months(last_day.month(), settings.months)?;
    let first = *months.first().or_broken("a year without months")?;
    let days = working_days(calendar, first.first_day(), last_day)?;
    let total = u64::try_from(days.len()).or_broken("a number of days")?;
    let (first_day, last) = match (days.first(), days.last()) {
        (Some(first), Some(last)) => (*first, *last),
        _ => return Err(kernel::Error::broken("no working day in the year")),
    };
    let clock = Clock::manual(at(first_day, 8)?);
    let mut app = App::new(db.clone(), clock.clone());
    // Nobody signs in anew every half hour of a simulated year.
    app.session_limits.idle = std::time::Duration::from_secs(400 * 86_400);
    app.session_limits.absolute = app.session_limits.idle;
    let plan = Plan::draw(&settings.size, months, first_day, settings.seed)?;
    let (mut year, opening) =
        begin(app, centre, settings, plan, folder, first_day, actions).await?;
    for (index, day) in days.iter().enumerate() {
        year.work(*day, *day == last).await?;
        progress(
            u64::try_from(index + 1).or_broken("a number of days")?,
            total,
        );
    }
    Ok(Lived {
        opening,
        months: year.plan.months,
        last_day: last,
        clock,
    })
}

/// So many months, the last one last.
fn months(last: Month, count: i32) -> Result<Vec<Month>> {
    let months = (1 - count..=0).map(|n| last.plus(n));
    months
        .collect::<Option<Vec<_>>>()
        .or_broken("the months of a year")
}

/// The last day up to `day` whose year's holidays are known: a year lived later ends there.
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

/// A remittance whose money is on its way.
struct Owed {
    employer: usize,
    month: Month,
    remittance_id: RemittanceId,
    /// Working days until it comes.
    days: usize,
}

/// Where the centre is in its year.
struct Year {
    app: App,
    /// The collection clerks, by the place of their branch.
    clerks: Vec<Caller>,
    accountant: Caller,
    branches: Vec<BranchId>,
    banks: Vec<BankAccountId>,
    plan: Plan,
    /// The ids of the plan's employers, once they are there.
    ids: Vec<Option<EmployerId>>,
    /// The treasury, registered as paying for the public bodies; none where each pays itself.
    treasury: Option<Treasury>,
    ending: Ending,
    /// Those that don't remit the last month of a year left open.
    owing: Vec<usize>,
    rng: Rng,
    owed: Vec<Owed>,
    wires: u32,
}

async fn begin(
    app: App,
    centre: CentreId,
    settings: &Settings,
    plan: Plan,
    folder: &Path,
    first_day: Date,
    actions: &[&Action],
) -> Result<(Year, opening::Figures)> {
    let founded = founding::establish(&app, centre, actions).await?;
    let system = Caller::system("opening", centre);
    let names: Vec<&str> = founding::BRANCHES.iter().map(|(_, name)| *name).collect();
    let made = (&plan, &settings.size);
    let figures = moving_in::move_in(&app, &system, folder, made, &names, settings.seed).await?;
    founding::open_first_day(&app, centre, first_day).await?;
    let mut clerks = Vec::new();
    for name in founding::CLERKS {
        clerks.push(founding::caller(&app, centre, name).await?);
    }
    let accountant = founding::caller(&app, centre, "kuaiji").await?;
    let banks = bank_account::list(&app, &accountant).await?;
    let banks = banks
        .iter()
        .filter(|bank| bank.nature == bank_account::Nature::Fund);
    let banks = banks.map(|bank| bank.bank_account_id).collect();
    let ids = moved_in(&app, &system, &plan).await?;
    let treasury = match settings.size.treasury_pays {
        true => Some(Treasury::register(&app, &accountant, &plan, &ids, first_day).await?),
        false => None,
    };
    let owing = owing(&plan, founded.branches.len());
    let year = Year {
        app,
        clerks,
        accountant,
        branches: founded.branches,
        banks,
        ids,
        owing,
        plan,
        treasury,
        ending: settings.ending,
        rng: Rng::with_seed(settings.seed ^ 1),
        owed: Vec::new(),
        wires: 0,
    };
    Ok((year, figures))
}

/// Of each branch the first employer that pays for itself and was there before.
fn owing(plan: &Plan, branches: usize) -> Vec<usize> {
    let pays_itself = |index: &usize| {
        let planned = &plan.employers[*index];
        planned.opens.is_none() && *index != PAYS_SHORT && !treasury::is_public(planned)
    };
    let of_branch = |branch| {
        let mut all = 0..plan.employers.len();
        all.find(|index| plan.employers[*index].branch == branch && pays_itself(index))
    };
    (0..branches).filter_map(of_branch).collect()
}

/// The ids of the employers that moved in, found by their credit codes.
async fn moved_in(app: &App, system: &Caller, plan: &Plan) -> Result<Vec<Option<EmployerId>>> {
    let mut ids = Vec::with_capacity(plan.employers.len());
    for planned in &plan.employers {
        if planned.opens.is_some() {
            ids.push(None);
            continue;
        }
        let code = planned.company.credit_code.as_str().to_owned();
        let query = db::ListQuery {
            filters: vec![("credit_code".to_owned(), code)],
            limit: 1,
            ..db::ListQuery::default()
        };
        let found = employer::list(app, system, &query).await?;
        let found = found.items.first().or_broken("an employer that moved in")?;
        ids.push(Some(found.employer_id));
    }
    Ok(ids)
}

impl Year {
    /// One working day: money that was expected, rosters of those whose payday has come, the close.
    async fn work(&mut self, day: Date, last: bool) -> Result<()> {
        self.app.clock.set(at(day, 9)?);
        let settle = last && self.ending == Ending::Settled;
        for mut owed in std::mem::take(&mut self.owed) {
            owed.days -= 1;
            if owed.days == 0 || settle {
                self.pay(&owed, day).await?;
            } else {
                self.owed.push(owed);
            }
        }
        let month = self.place_of(day.month())?;
        for index in 0..self.plan.employers.len() {
            if self.is_roster_day(index, day)? {
                self.remit(index, month, day).await?;
            }
        }
        if last {
            return self.end(day).await;
        }
        self.app.clock.set(at(day, 18)?);
        let word = key(&format!("close-{day}"))?;
        day::close(&self.app, &self.accountant, &word, day).await?;
        Ok(())
    }

    fn place_of(&self, month: Month) -> Result<usize> {
        let place = self.plan.months.iter().position(|known| *known == month);
        place.or_broken("a day of another year")
    }

    /// Whether the employer's roster is due: the first working day on or after its payday.
    fn is_roster_day(&self, index: usize, day: Date) -> Result<bool> {
        let payday = self.plan.employers[index].payday;
        let due = Date::new(day.year(), day.month().month(), payday).or_broken("a payday")?;
        Ok(WorkingDays::national().on_or_after(due)? == day)
    }

    async fn remit(&mut self, index: usize, month: usize, day: Date) -> Result<()> {
        let opens = self.plan.employers[index].opens.unwrap_or(0);
        if month < opens || (self.is_left_open(month) && self.owing.contains(&index)) {
            return Ok(());
        }
        let employer_id = match self.ids[index] {
            Some(id) => id,
            None => self.register(index, day).await?,
        };
        let remittance_id = self.assess(index, employer_id, month).await?;
        let last_month = month + 1 == self.plan.months.len();
        let late = self.plan.employers[index].late[month] && !last_month;
        self.owed.push(Owed {
            employer: index,
            month: self.plan.months[month],
            remittance_id,
            days: if late || self.pays_at_once(index, month) {
                LATE_DAYS
            } else {
                ON_TIME_DAYS
            },
        });
        Ok(())
    }

    /// In the last month of a year left open the treasury pays for several bodies in one wire.
    fn pays_at_once(&self, index: usize, month: usize) -> bool {
        self.treasury.is_some()
            && self.is_left_open(month)
            && index != PAYS_SHORT
            && treasury::is_public(&self.plan.employers[index])
    }

    async fn register(&mut self, index: usize, day: Date) -> Result<EmployerId> {
        let planned = &self.plan.employers[index];
        let branch = self.branches[planned.branch];
        let registration = registration(planned, &mut self.rng, day, branch);
        let code = planned.company.credit_code.as_str();
        let word = key(&format!("employer-{code}"))?;
        let clerk = &self.clerks[planned.branch];
        let registered = employer::register(&self.app, clerk, &word, registration).await?;
        self.ids[index] = Some(registered.employer_id);
        if let Some(treasury) = &self.treasury {
            let new = (&self.plan.employers[index], registered.employer_id);
            treasury
                .take_on(&self.app, &self.accountant, new, day)
                .await?;
        }
        Ok(registered.employer_id)
    }

    async fn assess(
        &self,
        index: usize,
        employer_id: EmployerId,
        month: usize,
    ) -> Result<RemittanceId> {
        let planned = &self.plan.employers[index];
        let (clerk, name) = (&self.clerks[planned.branch], &planned.company.name);
        let bytes = self.roster_file(planned, month)?;
        let month = self.plan.months[month];
        let name = format!("{name}{month}清册.xlsx");
        let stored = file::store(&self.app, clerk, &name, XLSX, bytes).await?;
        let code = planned.company.credit_code.as_str();
        let upload = roster::Upload {
            employer_id,
            file: stored.sm3,
            month,
        };
        let word = key(&format!("roster-{code}-{month}"))?;
        let roster_id = roster::upload(&self.app, clerk, &word, &upload).await?;
        self.seal_leavers(clerk, employer_id, roster_id, month)
            .await?;
        let word = key(&format!("confirm-{code}-{month}"))?;
        roster::confirm(&self.app, clerk, &word, roster_id).await
    }

    /// Whoever a roster leaves out has left.
    async fn seal_leavers(
        &self,
        clerk: &Caller,
        employer_id: EmployerId,
        roster_id: RosterId,
        from_month: Month,
    ) -> Result<()> {
        let view = roster::roster(&self.app, clerk, roster_id).await?;
        if view.summary.missing_members == 0 {
            return Ok(());
        }
        let leavers = NewSealing {
            employer_id,
            from_month,
            reason: SealReason::Terminated,
            note: None,
            who: Who::MissingFrom(roster_id),
        };
        let word = key(&format!("leavers-{roster_id}"))?;
        sealing::seal(&self.app, clerk, &word, leavers).await?;
        Ok(())
    }

    fn roster_file(&self, planned: &Employer, month: usize) -> Result<Vec<u8>> {
        let headings = [
            Heading::text("姓名", 14),
            Heading::text("证件号码", 24),
            Heading::amount("缴存基数"),
        ];
        let mut writer = Writer::new("清册", &headings)?;
        for hand in planned.staff.iter().filter(|hand| hand.is_there(month)) {
            writer.row(&[
                Value::Text(&hand.person.name),
                Value::Text(hand.person.id_number.as_str()),
                Value::Fen(self.plan.base(hand, month)),
            ])?;
        }
        Ok(writer.finish()?)
    }

    /// The employer's wire, with the payment code in the remark as banks pass it on.
    async fn pay(&mut self, owed: &Owed, day: Date) -> Result<()> {
        let view = remittance::remittance(&self.app, &self.accountant, owed.remittance_id).await?;
        let due = view.remittance;
        let remark = format!("{}公积金 缴款码{}", owed.month, due.payment_code);
        let short = self.is_left_open(self.place_of(owed.month)?) && owed.employer == PAYS_SHORT;
        let missing = if short { SHORT_BY } else { Fen::ZERO };
        let amount = due
            .expected_fen
            .checked_sub(missing)
            .or_broken("an amount paid short")?;
        let planned = &self.plan.employers[owed.employer];
        let payer = match self.treasury.is_some() && treasury::is_public(planned) {
            true => treasury::NAME.to_owned(),
            false => planned.company.name.clone(),
        };
        self.wire(day, &payer, amount, &remark).await
    }

    async fn wire(&mut self, day: Date, payer: &str, amount_fen: Fen, remark: &str) -> Result<()> {
        self.wires += 1;
        let drawn = format!("5199{:012}", self.rng.u64(0..1_000_000_000_000));
        let payer_account = match payer == treasury::NAME {
            true => treasury::ACCOUNT.to_owned(),
            false => drawn,
        };
        let bank = self.banks[usize::try_from(self.wires).or_broken("a count")? % self.banks.len()];
        let arrival = NewArrival {
            bank_account_id: bank,
            bank_serial: format!("{}{:06}", day.to_string().replace('-', ""), self.wires),
            amount_fen,
            value_date: day.to_string(),
            payer_name: payer.to_owned(),
            payer_account,
            remark: remark.to_owned(),
            payment_code: None,
        };
        let word = key(&format!("wire-{}", self.wires))?;
        remittance::receive(&self.app, &self.accountant, &word, arrival).await?;
        Ok(())
    }

    /// Whether a month is the last one of a year that ends with work left.
    fn is_left_open(&self, month: usize) -> bool {
        self.ending == Ending::WorkLeft && month + 1 == self.plan.months.len()
    }

    /// The last day: everything paid, or someone's wire that nobody expected.
    async fn end(&mut self, day: Date) -> Result<()> {
        if self.ending == Ending::WorkLeft {
            if let Some(treasury) = &self.treasury {
                let who = (&self.accountant, &self.plan, self.ids.as_slice());
                let amount = treasury.expected(&self.app, who).await?;
                if amount.is_positive() {
                    let remark = format!("{}公积金 财政统发", day.month());
                    self.wire(day, treasury::NAME, amount, &remark).await?;
                }
            }
            let stranger = "安居市东城区启明物业服务有限公司";
            return self
                .wire(day, stranger, Fen::new(1_268_000), "公积金")
                .await;
        }
        for owed in std::mem::take(&mut self.owed) {
            self.pay(&owed, day).await?;
        }
        Ok(())
    }
}

fn registration(planned: &Employer, rng: &mut Rng, day: Date, branch_id: BranchId) -> Registration {
    let (company, head, agent) = (&planned.company, &planned.head, &planned.agent);
    let rate = kernel::Rate::from_percent(company.kind.rate_percent);
    Registration {
        name: company.name.clone(),
        credit_code: company.credit_code.as_str().to_owned(),
        address: format!("安居市建设路{}号", rng.u16(1..=400)),
        postcode: Some("519900".to_owned()),
        email: None,
        payday: i64::from(planned.payday),
        affiliation: company.kind.affiliation.to_owned(),
        economic_type: company.kind.economic_type.to_owned(),
        industry: company.kind.industry.to_owned(),
        established_on: format!("{}-03-01", rng.u16(1998..=2023)),
        opened_on: Some(day.to_string()),
        first_month: day.month().to_string(),
        branch_id,
        bank_code: "105".to_owned(),
        employer_rate: rate,
        member_rate: rate,
        legal_person: employer::Person {
            name: head.name.clone(),
            id_kind: IdKind::ResidentId.code().to_owned(),
            id_number: head.id_number.as_str().to_owned(),
        },
        agent: Agent {
            name: agent.name.clone(),
            id_kind: IdKind::ResidentId.code().to_owned(),
            id_number: agent.id_number.as_str().to_owned(),
            mobile: format!("199{:08}", rng.u32(0..100_000_000)),
            phone: None,
        },
    }
}

fn key(word: &str) -> Result<IdempotencyKey> {
    Ok(format!("simulation-{word}").parse()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_lived_after_the_known_years_ends_with_them() {
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

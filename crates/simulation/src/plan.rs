//! Who works where from when until when, and for what wage: drawn before the year is lived, so that
//! what it comes to is known.
//!
//! Everything follows from the seed. Wages are scaled until the assessed amounts of the whole year
//! come to what the profile says was paid in.

use fastrand::Rng;
use kernel::{Date, Fen, Month, OrBroken, Rate, Result, Rounding};

use crate::city::{self, Company};
use crate::person::{People, Person};
use crate::profile::Size;

/// Wages stay within what the policy allows as a base in every year it covers.
const LOWEST_YUAN: i64 = 2_200;
const HIGHEST_YUAN: i64 = 26_000;

/// The most steps in which wages are brought to the year's sum.
const STEPS: usize = 40;

/// Someone who works for an employer.
#[derive(Clone, Debug)]
pub struct Hand {
    /// The person.
    pub person: Person,
    /// The first month on the roster, as a place in the year; 0 for who was there before.
    pub from: usize,
    /// The first month no more on it.
    pub until: usize,
    /// Months paid before the year; none for who is hired in it.
    pub months_before: i32,
    /// Whether the person comes from another employer of the centre, and brings the account along.
    pub moved: bool,
}

impl Hand {
    /// Whether the person stands in the roster of a month.
    #[must_use]
    pub const fn is_there(&self, month: usize) -> bool {
        self.from <= month && month < self.until
    }
}

/// An employer in its year.
#[derive(Clone, Debug)]
pub struct Employer {
    /// What it is.
    pub company: Company,
    /// Its branch, as a place in the centre's.
    pub branch: usize,
    /// 发薪日.
    pub payday: i8,
    /// The month in which it is registered; none for those that were there before.
    pub opens: Option<usize>,
    /// Its head and the person who comes to the counter.
    pub head: Person,
    /// The person who comes to the counter.
    pub agent: Person,
    /// The months for which its money comes late.
    pub late: Vec<bool>,
    /// Who works there.
    pub staff: Vec<Hand>,
}

/// A year before it is lived.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Its months.
    pub months: Vec<Month>,
    /// Its employers: those that were there before, then those that open.
    pub employers: Vec<Employer>,
    raise_percent: i64,
}

impl Plan {
    /// Draws a year.
    ///
    /// # Errors
    /// Broken when the size contradicts itself.
    pub fn draw(size: &Size, months: Vec<Month>, first_day: Date, seed: u64) -> Result<Plan> {
        let mut rng = Rng::with_seed(seed);
        let mut draft = Draft {
            people: People::new(),
            first_day,
            year: months.len(),
            late_percent: size.late_percent,
        };
        let mut employers = draft.employers(&mut rng, size);
        draft.hire(&mut rng, size, &mut employers);
        dismiss(&mut rng, size, draft.year, &mut employers);
        change_jobs(&mut rng, size, draft.year, &mut employers);
        let mut plan = Plan {
            months,
            employers,
            raise_percent: size.raise_percent,
        };
        // The profile's figure is a whole year's.
        let months = i64::try_from(plan.months.len()).or_broken("a number of months")?;
        let target = size.paid_in.get() / 12 * months;
        plan.scale_wages(Fen::new(target))?;
        Ok(plan)
    }

    /// What a person earns as the base of a month: wages rise in July, when the fund's year begins.
    #[must_use]
    pub fn base(&self, hand: &Hand, month: usize) -> Fen {
        let july = self.months.iter().position(|month| month.month() == 7);
        let base = hand.person.base.get();
        // Who came later was hired for what is paid by then.
        if july.is_some_and(|july| month >= july && hand.from < july) {
            let raised = base * (100 + self.raise_percent) / 100 / 1_000 * 1_000;
            return Fen::new(raised.clamp(base, HIGHEST_YUAN * 100));
        }
        Fen::new(base)
    }

    /// What a base comes to a month, both sides, as the centre rounds it.
    fn monthly(company: &Company, base: Fen) -> Fen {
        side(company, base).checked_mul(2).unwrap_or(Fen::ZERO)
    }

    /// What the whole year comes to.
    #[must_use]
    pub fn total(&self) -> Fen {
        let mut total = 0;
        for employer in &self.employers {
            for hand in &employer.staff {
                for month in hand.from..hand.until.min(self.months.len()) {
                    total += Self::monthly(&employer.company, self.base(hand, month)).get();
                }
            }
        }
        Fen::new(total)
    }

    /// Brings the wages to where the year comes to `target`, as near as their bounds and the whole
    /// yuan of the amounts let it.
    fn scale_wages(&mut self, target: Fen) -> Result<()> {
        for _ in 0..STEPS {
            let total = i128::from(self.total().get());
            let apart = i128::from(target.get()) - total;
            if total == 0 || apart.abs() * 2_000 <= total {
                break;
            }
            for employer in &mut self.employers {
                for hand in &mut employer.staff {
                    let base = i128::from(hand.person.base.get());
                    let scaled = (base * i128::from(target.get()) / total + 500) / 1_000 * 1_000;
                    let scaled = i64::try_from(scaled).or_broken("a wage")?;
                    let bounds = (LOWEST_YUAN * 100, HIGHEST_YUAN * 100);
                    hand.person.base = Fen::new(scaled.clamp(bounds.0, bounds.1));
                }
            }
        }
        Ok(())
    }
}

/// What one side pays a month: the rate of the base, rounded to the yuan.
#[must_use]
pub fn side(company: &Company, base: Fen) -> Fen {
    let rate = Rate::from_percent(company.kind.rate_percent);
    rate.of(base, Rounding::HalfUpYuan).unwrap_or(Fen::ZERO)
}

/// What is drawn from.
struct Draft {
    people: People,
    first_day: Date,
    year: usize,
    late_percent: u8,
}

impl Draft {
    fn employers(&mut self, rng: &mut Rng, size: &Size) -> Vec<Employer> {
        let opened = match self.year > 1 {
            true => size.employers_opened,
            false => 0,
        };
        let companies = city::companies(rng, size.employers, size.members, opened);
        let mut employers = Vec::with_capacity(companies.len());
        for (index, company) in companies.into_iter().enumerate() {
            let opens = (index >= size.employers).then(|| rng.usize(1..self.year));
            let staff = match opens {
                Some(_) => Vec::new(),
                None => (0..company.people)
                    .map(|_| self.hand(rng, &company, 0))
                    .collect(),
            };
            let (head, agent) = (
                self.person(rng, (9_000, 20_000)),
                self.person(rng, (5_000, 9_000)),
            );
            let late = (0..self.year)
                .map(|_| rng.u8(0..100) < self.late_percent)
                .collect();
            employers.push(Employer {
                branch: [0, 0, 0, 1, 2][rng.usize(0..5)],
                payday: rng.i8(5..=15),
                opens,
                head,
                agent,
                late,
                staff,
                company,
            });
        }
        employers
    }

    fn person(&mut self, rng: &mut Rng, wage_yuan: (i32, i32)) -> Person {
        self.people.next(rng, self.first_day, wage_yuan)
    }

    /// Someone who is there from a month on; who was there before the year has paid for half a year
    /// to three years.
    fn hand(&mut self, rng: &mut Rng, company: &Company, from: usize) -> Hand {
        Hand {
            person: self.person(rng, company.kind.wage_yuan),
            from,
            until: self.year,
            months_before: match from {
                0 => rng.i32(6..=36),
                _ => 0,
            },
            moved: false,
        }
    }

    /// The members that are opened: everyone of an employer that opens, and hires elsewhere.
    fn hire(&mut self, rng: &mut Rng, size: &Size, employers: &mut [Employer]) {
        if self.year < 2 {
            return;
        }
        let mut left = size.members_opened;
        for employer in employers.iter_mut() {
            let Some(opens) = employer.opens.filter(|_| left > 0) else {
                continue;
            };
            let people = employer.company.people.min(left);
            let company = employer.company.clone();
            for _ in 0..people {
                let hand = self.hand(rng, &company, opens);
                employer.staff.push(hand);
            }
            left -= people;
        }
        for _ in 0..left {
            let index = weighted(rng, employers);
            let earliest = employers[index].opens.unwrap_or(0) + 1;
            let from = rng.usize(earliest.min(self.year - 1)..self.year);
            let company = employers[index].company.clone();
            let hand = self.hand(rng, &company, from.max(1));
            employers[index].staff.push(hand);
        }
    }
}

/// An employer, the larger the likelier.
fn weighted(rng: &mut Rng, employers: &[Employer]) -> usize {
    loop {
        let index = rng.usize(0..employers.len());
        let staff = employers[index].staff.len();
        if staff > 0 && rng.usize(0..200) < staff.min(200) {
            return index;
        }
    }
}

/// Those who leave: missing from a roster after the first, while someone else stays.
fn dismiss(rng: &mut Rng, size: &Size, year: usize, employers: &mut [Employer]) {
    if year < 2 {
        return;
    }
    let opened = size.members + size.members_opened;
    let mut left = opened.saturating_sub(size.members_at_end);
    // A place is drawn anew when nobody can leave it; that many draws find everyone who can.
    let mut draws = opened * 50;
    while left > 0 && draws > 0 {
        draws -= 1;
        let index = weighted(rng, employers);
        let staff = &mut employers[index].staff;
        let who = rng.usize(0..staff.len());
        let others = staff
            .iter()
            .filter(|hand| hand.from == 0 && hand.until == year)
            .count();
        let hand = &mut staff[who];
        if hand.until == year && hand.from == 0 && others > 1 {
            hand.until = rng.usize(1..year);
            left -= 1;
        }
    }
}

/// One in so many hires comes from another employer of the centre, beside those that are new. Assumed:
/// nobody publishes it.
const HIRES_A_MOVE: usize = 20;

/// Those who change employers: missing from one roster, and from that month in another's. The other
/// uploads later in the month, so that it finds the account sealed, and neither in the year's last
/// month, in which not everyone uploads.
fn change_jobs(rng: &mut Rng, size: &Size, year: usize, employers: &mut [Employer]) {
    if year < 3 {
        return;
    }
    let mut left = size.members_opened.div_ceil(HIRES_A_MOVE);
    let mut draws = left * 1_000;
    while left > 0 && draws > 0 {
        draws -= 1;
        let (old, new) = (weighted(rng, employers), weighted(rng, employers));
        let month = rng.usize(1..year - 1);
        let later = old < new && employers[old].payday < employers[new].payday;
        if !later || employers[new].opens.unwrap_or(0) > month {
            continue;
        }
        let staff = &mut employers[old].staff;
        let stays = |hand: &Hand| hand.from == 0 && hand.until == year;
        let others = staff.iter().filter(|hand| stays(hand)).count();
        let who = rng.usize(0..staff.len());
        if !stays(&staff[who]) || others < 2 {
            continue;
        }
        staff[who].until = month;
        let hand = Hand {
            person: staff[who].person.clone(),
            from: month,
            until: year,
            months_before: 0,
            moved: true,
        };
        employers[new].staff.push(hand);
        left -= 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::Profile;

    fn months(first: &str, count: i32) -> Vec<Month> {
        let first: Month = first.parse().unwrap();
        (0..count).map(|n| first.plus(n).unwrap()).collect()
    }

    fn hundredth() -> (Size, Plan) {
        let size = Profile::city_2023().size(100).unwrap();
        let months = months("2025-01", 12);
        let first = months[0].first_day();
        (size, Plan::draw(&size, months, first, 7).unwrap())
    }

    #[test]
    fn a_plan_comes_to_what_was_published() {
        let (size, plan) = hundredth();
        let hands = || plan.employers.iter().flat_map(|employer| &employer.staff);
        assert_eq!(
            hands().filter(|hand| hand.months_before > 0).count(),
            size.members
        );
        assert_eq!(
            hands().filter(|hand| hand.from > 0 && !hand.moved).count(),
            size.members_opened
        );
        assert!(hands().any(|hand| hand.moved), "somebody changes employers");
        assert_eq!(
            hands().filter(|hand| hand.is_there(11)).count(),
            size.members_at_end
        );
        let opened = plan
            .employers
            .iter()
            .filter(|employer| employer.opens.is_some());
        assert_eq!(opened.count(), size.employers_opened);
        let apart = (plan.total().get() - size.paid_in.get()).abs();
        assert!(
            apart * 500 < size.paid_in.get(),
            "{apart} of {}",
            size.paid_in
        );
    }

    #[test]
    fn every_roster_holds_someone() {
        let (_, plan) = hundredth();
        for employer in &plan.employers {
            for month in employer.opens.unwrap_or(0)..12 {
                let name = &employer.company.name;
                assert!(
                    employer.staff.iter().any(|hand| hand.is_there(month)),
                    "{name} {month}"
                );
            }
        }
    }

    #[test]
    fn a_seed_gives_the_same_year_and_another_another() {
        let size = Size::small(8, 60).unwrap();
        let draw = |seed| {
            let months = months("2025-01", 12);
            let plan = Plan::draw(&size, months.clone(), months[0].first_day(), seed).unwrap();
            format!("{:?}", plan.employers)
        };
        assert_eq!(draw(1), draw(1));
        assert_ne!(draw(1), draw(2));
    }
}

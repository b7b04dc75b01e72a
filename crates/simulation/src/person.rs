//! Made-up people. Their numbers are valid by form and belong to nobody: no region has the code
//! they bear.

use fastrand::Rng;
use kernel::{Date, Fen, IdNumber};

/// A region code that the standard (GB/T 2260) gives to no place.
const NOBODYS_REGION: &str = "519900";

/// The sequences of one birth date: 000 to 999.
const SEQUENCES: u32 = 1_000;
/// The birth dates of people of working age, about 37 years of them.
const BIRTH_DATES: u32 = 13_500;

const FAMILY_NAMES: &[&str] = &[
    "王", "李", "张", "刘", "陈", "杨", "黄", "赵", "吴", "周", "徐", "孙", "马", "朱", "胡", "郭",
    "何", "林", "罗", "高", "郑", "梁", "谢", "宋", "唐", "许", "韩", "邓", "冯", "曹", "彭", "曾",
    "萧", "田", "董", "袁", "潘", "于", "蒋", "蔡", "余", "杜", "叶", "程", "苏", "魏", "吕", "丁",
    "任", "沈", "欧阳", "司马", "上官", "诸葛",
];

const GIVEN_CHARACTERS: &[&str] = &[
    "安", "居", "文", "明", "建", "国", "志", "强", "伟", "芳", "敏", "静", "丽", "娟", "艳", "娜",
    "秀", "英", "华", "慧", "巧", "美", "雅", "洁", "梅", "琳", "云", "莲", "真", "环", "雪", "荣",
    "霞", "香", "月", "莺", "媛", "瑞", "凡", "佳", "嘉", "勇", "毅", "俊", "峰", "军", "平", "东",
    "海", "涛", "斌", "鹏", "辉", "磊", "晨", "阳", "宇", "轩", "浩", "然", "子", "涵", "梓", "睿",
];

/// Someone who works for an employer.
#[derive(Clone, Debug)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The ID number.
    pub id_number: IdNumber,
    /// The monthly wage of last year, in whole yuan: the base (缴存基数).
    pub base: Fen,
}

/// Makes people, no two with one ID number.
#[derive(Debug)]
pub struct People {
    next: u32,
}

impl People {
    /// Begins with the first.
    #[must_use]
    pub const fn new() -> People {
        People { next: 0 }
    }

    /// The next person, aged 20 to 57 on `today`, with a wage between the two amounts in yuan.
    ///
    /// # Panics
    /// Never: the numbers are made from parts that are valid.
    pub fn next(&mut self, rng: &mut Rng, today: Date, wage_yuan: (i32, i32)) -> Person {
        // Birth dates are walked, not drawn: with a step prime to their number each is passed once
        // a round, and each round has two sequences of its own, a man's and a woman's.
        let number = self.next;
        self.next += 1;
        let day = i32::try_from(u64::from(number) * 7_919 % u64::from(BIRTH_DATES))
            .expect("below the number of birth dates");
        let round = u16::try_from(number / BIRTH_DATES * 2 % SEQUENCES).expect("below 1,000");
        let sequence = round + rng.u16(0..2);
        let youngest = today
            .add_days(-20 * 365 - 5)
            .expect("the calendar reaches back");
        let birth = youngest.add_days(-day).expect("the calendar reaches back");
        let id_number =
            IdNumber::compose(NOBODYS_REGION, birth, sequence).expect("its parts are valid");
        let base = Fen::from_yuan(rng.i32(wage_yuan.0..=wage_yuan.1) / 10 * 10);
        Person {
            name: name(rng),
            id_number,
            base,
        }
    }
}

impl Default for People {
    fn default() -> Self {
        People::new()
    }
}

fn name(rng: &mut Rng) -> String {
    let mut name = pick(rng, FAMILY_NAMES).to_owned();
    name.push_str(pick(rng, GIVEN_CHARACTERS));
    if rng.u8(0..10) < 8 {
        name.push_str(pick(rng, GIVEN_CHARACTERS));
    }
    name
}

pub(crate) fn pick<'a>(rng: &mut Rng, of: &[&'a str]) -> &'a str {
    of[rng.usize(0..of.len())]
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn no_two_people_share_a_number_and_all_are_of_working_age() {
        let today = Date::new(2026, 11, 21).unwrap();
        let (mut people, mut rng) = (People::new(), Rng::with_seed(1));
        let mut seen = HashSet::new();
        for _ in 0..50_000 {
            let person = people.next(&mut rng, today, (3_000, 20_000));
            assert!(seen.insert(person.id_number.as_str().to_owned()));
            let days = person.id_number.birth_date().days_until(today);
            assert!((20 * 365..58 * 366).contains(&days), "{days}");
            assert!(person.base >= Fen::from_yuan(3_000) && person.base <= Fen::from_yuan(20_000));
        }
    }

    #[test]
    fn a_seed_gives_the_same_people() {
        let today = Date::new(2026, 11, 21).unwrap();
        let make = || People::new().next(&mut Rng::with_seed(7), today, (3_000, 9_000));
        assert_eq!(make().name, make().name);
    }
}

//! A made-up city's employers: their names, kinds, sizes and wages.

use fastrand::Rng;
use kernel::CreditCode;

use crate::person::pick;

/// The region of the employers' credit codes; no place has it (GB/T 2260).
const NOBODYS_REGION: &str = "519900";

/// A kind of employer.
#[derive(Clone, Copy, Debug)]
pub struct Kind {
    /// What its names end in.
    pub endings: &'static [&'static str],
    /// 登记管理部门和机构类别: the first two characters of its credit codes (GB 32100).
    pub registry: &'static str,
    /// 单位隶属关系 (GB/T 12404).
    pub affiliation: &'static str,
    /// 单位经济类型 (GB/T 12402).
    pub economic_type: &'static str,
    /// 所属行业, the section of GB/T 4754.
    pub industry: &'static str,
    /// The lowest and highest monthly wage, in yuan.
    pub wage_yuan: (i32, i32),
    /// The rate of each side, in percent.
    pub rate_percent: i32,
    /// How many shares of the city's people work for one such employer.
    pub weight: u32,
}

const KINDS: &[Kind] = &[
    Kind {
        endings: &[
            "人民医院",
            "第一中学",
            "实验小学",
            "文化馆",
            "疾病预防控制中心",
        ],
        registry: "12",
        affiliation: "40",
        economic_type: "110",
        industry: "P",
        wage_yuan: (5_200, 14_000),
        rate_percent: 12,
        weight: 4,
    },
    Kind {
        endings: &["财政局", "自然资源局", "住房和城乡建设局", "卫生健康委员会"],
        registry: "11",
        affiliation: "40",
        economic_type: "110",
        industry: "S",
        wage_yuan: (6_000, 13_000),
        rate_percent: 12,
        weight: 2,
    },
    Kind {
        endings: &[
            "城市建设投资集团有限公司",
            "公共交通有限责任公司",
            "水务有限公司",
        ],
        registry: "91",
        affiliation: "40",
        economic_type: "110",
        industry: "D",
        wage_yuan: (4_800, 12_000),
        rate_percent: 10,
        weight: 3,
    },
    Kind {
        endings: &[
            "机械制造有限公司",
            "食品股份有限公司",
            "纺织有限公司",
            "医药科技有限公司",
        ],
        registry: "91",
        affiliation: "90",
        economic_type: "150",
        industry: "C",
        wage_yuan: (3_600, 11_000),
        rate_percent: 8,
        weight: 5,
    },
    Kind {
        endings: &[
            "软件有限公司",
            "物流有限公司",
            "餐饮管理有限公司",
            "建筑工程有限公司",
        ],
        registry: "91",
        affiliation: "90",
        economic_type: "170",
        industry: "I",
        wage_yuan: (3_200, 16_000),
        rate_percent: 5,
        weight: 1,
    },
];

const PLACES: &[&str] = &[
    "安居市",
    "安居市东城区",
    "安居市西城区",
    "安居市高新区",
    "安居市安东县",
    "安居市安西县",
];

/// How often a name is drawn before it gets a number.
const NAME_DRAWS: usize = 12;

const TRADE_NAMES: &[&str] = &[
    "嘉禾",
    "远航",
    "恒信",
    "天成",
    "瑞丰",
    "中兴达",
    "明德",
    "宏图",
    "金穗",
    "长河",
    "云岭",
    "百川",
    "同心",
    "华安",
    "永泰",
    "盛世",
    "凯旋",
    "东升",
    "蓝天",
    "青松",
    "启明",
    "鼎新",
    "和顺",
    "万里",
];

/// An employer to be registered.
#[derive(Clone, Debug)]
pub struct Company {
    /// Its name.
    pub name: String,
    /// Its credit code.
    pub credit_code: CreditCode,
    /// Its kind.
    pub kind: Kind,
    /// How many people work for it.
    pub people: usize,
}

/// `count` employers for whom `people` work in all, each for at least one, and after them `opening`
/// more that a few people will work for; no two of one name. A few are large and most small.
///
/// # Panics
/// When there are fewer people than employers.
pub fn companies(rng: &mut Rng, count: usize, people: usize, opening: usize) -> Vec<Company> {
    assert!(people >= count, "every employer has someone");
    let mut names = std::collections::HashSet::new();
    let mut companies: Vec<Company> = (0..count + opening)
        .map(|number| {
            let kind = KINDS[number % KINDS.len()];
            Company {
                name: new_name(rng, &kind, &mut names),
                credit_code: credit_code(&kind, number),
                kind,
                people: if number < count { 1 } else { rng.usize(3..=12) },
            }
        })
        .collect();
    let mut lots: Vec<usize> = Vec::new();
    for (index, company) in companies[..count].iter().enumerate() {
        let luck = rng.usize(1..=6);
        let lot = usize::try_from(company.kind.weight).unwrap_or(1) * luck * luck;
        lots.extend(std::iter::repeat_n(index, lot));
    }
    for _ in count..people {
        companies[lots[rng.usize(0..lots.len())]].people += 1;
    }
    companies
}

/// A name that nobody has.
fn new_name(rng: &mut Rng, kind: &Kind, names: &mut std::collections::HashSet<String>) -> String {
    for _ in 0..NAME_DRAWS {
        let name = name(rng, kind, "");
        if names.insert(name.clone()) {
            return name;
        }
    }
    for number in 2_u32.. {
        let name = name(rng, kind, &format!("第{number}"));
        if names.insert(name.clone()) {
            return name;
        }
    }
    unreachable!("numbers don't run out")
}

/// Public bodies bear the place's name and perhaps a number; companies a trade name.
fn name(rng: &mut Rng, kind: &Kind, number: &str) -> String {
    let ending = pick(rng, kind.endings);
    let place = pick(rng, PLACES);
    if kind.registry == "91" {
        format!("{place}{}{number}{ending}", pick(rng, TRADE_NAMES))
    } else {
        format!("{place}{number}{ending}")
    }
}

fn credit_code(kind: &Kind, number: usize) -> CreditCode {
    let first_17 = format!(
        "{}{NOBODYS_REGION}{:09}",
        kind.registry,
        100_000 + number * 37
    );
    CreditCode::compose(&first_17).expect("its parts are of the standard's alphabet")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everyone_works_somewhere_and_no_name_comes_twice() {
        for (count, people) in [(1, 1), (30, 1_200), (60, 100), (2_400, 9_000)] {
            let companies = companies(&mut Rng::with_seed(5), count, people, 3);
            assert_eq!(companies.len(), count + 3);
            assert_eq!(
                companies[..count]
                    .iter()
                    .map(|company| company.people)
                    .sum::<usize>(),
                people
            );
            assert!(companies.iter().all(|company| company.people > 0));
            let names: std::collections::HashSet<_> =
                companies.iter().map(|company| &company.name).collect();
            assert_eq!(names.len(), count + 3);
        }
    }
}

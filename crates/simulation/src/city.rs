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

const PLACES: &[&str] = &["安居市", "安居市东城区", "安居市西城区", "安居市高新区"];

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

/// `count` employers for whom `people` work in all, each for at least one, no two of one name.
///
/// # Panics
/// When there are fewer people than employers.
pub fn companies(rng: &mut Rng, count: usize, people: usize) -> Vec<Company> {
    assert!(people >= count, "every employer has someone");
    let mut names = std::collections::HashSet::new();
    let mut companies: Vec<Company> = (0..count)
        .map(|number| {
            let kind = KINDS[number % KINDS.len()];
            let name = loop {
                let name = name(rng, &kind);
                if names.insert(name.clone()) {
                    break name;
                }
            };
            let credit_code = credit_code(&kind, number);
            Company {
                name,
                credit_code,
                kind,
                people: 1,
            }
        })
        .collect();
    let lots: Vec<usize> = companies
        .iter()
        .enumerate()
        .flat_map(|(index, company)| (0..company.kind.weight).map(move |_| index))
        .collect();
    for _ in count..people {
        companies[lots[rng.usize(0..lots.len())]].people += 1;
    }
    companies
}

/// Public bodies bear the place's name and nothing else; companies a trade name.
fn name(rng: &mut Rng, kind: &Kind) -> String {
    let ending = pick(rng, kind.endings);
    let place = pick(rng, PLACES);
    if kind.registry == "91" {
        format!("{place}{}{ending}", pick(rng, TRADE_NAMES))
    } else {
        format!("{place}{ending}")
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
        for (count, people) in [(1, 1), (30, 1_200), (60, 100)] {
            let companies = companies(&mut Rng::with_seed(5), count, people);
            assert_eq!(companies.len(), count);
            assert_eq!(
                companies
                    .iter()
                    .map(|company| company.people)
                    .sum::<usize>(),
                people
            );
            assert!(companies.iter().all(|company| company.people > 0));
            let names: std::collections::HashSet<_> =
                companies.iter().map(|company| &company.name).collect();
            assert_eq!(names.len(), count);
        }
    }
}

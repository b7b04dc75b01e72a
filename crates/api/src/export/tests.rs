use kernel::Fen;
use sheet::{Column as Read, HeaderSpec, Limits, Spreadsheet};

use super::words::{filters, for_the_trail, titled};
use super::*;

struct Member {
    name: &'static str,
    balance_fen: i64,
    months: i64,
}

static SHEET: ListSheet<Member> = ListSheet {
    name: "members",
    title: "职工",
    columns: &[
        text("name", "姓名", 12, |row| row.name.to_owned()),
        count("months", "月数", |row| Some(row.months)),
        summed(amount("balance_fen", "余额", |row| {
            Some(Fen::new(row.balance_fen))
        })),
    ],
    filters: &[
        ("name", Words::Personal),
        (
            "employer_id",
            Words::OfRow(|row| format!("{}的单位", row.name)),
        ),
        (
            "status",
            Words::Code(|code| (code == "normal").then_some("正常")),
        ),
    ],
};

const MEMBERS: [Member; 2] = [
    Member {
        name: "甲",
        balance_fen: 10_050,
        months: 3,
    },
    Member {
        name: "乙",
        balance_fen: -50,
        months: 4,
    },
];

fn written(columns: Option<&str>) -> Vec<Vec<String>> {
    let caption = Caption {
        title: "职工".to_owned(),
        lines: vec!["筛选条件：无（全部）".to_owned()],
    };
    let mut file = File::begin(&SHEET, &caption, SHEET.chosen(columns).unwrap()).unwrap();
    file.rows(&MEMBERS, 2).unwrap();
    let bytes = file.end().unwrap().finish().unwrap();
    let of = |key, names| Read {
        key,
        names,
        required: key == "name",
    };
    let spec = HeaderSpec {
        columns: &[
            of("name", &["姓名"]),
            of("months", &["月数"]),
            of("balance", &["余额"]),
        ],
    };
    let bytes = std::io::Cursor::new(bytes);
    let mut read = Spreadsheet::open(bytes, &Limits::default()).unwrap();
    let rows = read.table(&spec).unwrap().map(|record| {
        let record = record.unwrap();
        let keys = ["name", "months", "balance"];
        keys.map(|key| record.text(key).to_owned()).to_vec()
    });
    rows.collect()
}

#[test]
fn a_list_ends_with_the_sums_of_what_stands_in_it() {
    assert_eq!(
        written(None),
        [
            ["甲", "3", "100.5"],
            ["乙", "4", "-0.5"],
            ["合计", "", "100"]
        ]
    );
}

#[test]
fn the_columns_asked_for_stand_in_their_order_and_no_others() {
    let rows = written(Some("balance_fen,name,name"));
    assert_eq!(rows[0], ["甲", "", "100.5"]);
    assert_eq!(rows.len(), 3);
    let refused = SHEET.chosen(Some("name,secret")).err().unwrap();
    assert_eq!(refused.code(), "export_columns_unknown");
}

#[test]
fn a_list_that_is_too_long_is_refused_not_cut_short() {
    let caption = Caption {
        title: "职工".to_owned(),
        lines: Vec::new(),
    };
    let mut file = File::begin(&SHEET, &caption, SHEET.chosen(None).unwrap()).unwrap();
    let refused = file.rows(&MEMBERS, 1).unwrap_err();
    assert_eq!(refused.refusal().unwrap().code(), "export_too_large");
}

#[test]
fn filters_are_put_into_words_and_persons_left_out() {
    let asked = [
        ("status", "normal"),
        ("name", "张三"),
        ("id_number", "510104199001011234"),
        ("employer_id", "0190"),
        ("amount_fen.from", "123456"),
        ("contributes", "true"),
        ("name.contains", "安"),
    ];
    let asked = asked.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let said = filters(&asked, SHEET.filters, MEMBERS.first());
    assert_eq!(
        said,
        "筛选条件：状态 正常；名称 按所输入的查找（不列出）；证件号码 按所输入的查找（不列出）；\
         缴存单位 甲的单位；金额 自 1,234.56 元；缴存中 是；名称 含“按所输入的查找（不列出）”"
    );
    let kept = for_the_trail(&asked, SHEET.filters);
    let values: Vec<&str> = kept.iter().map(|(_, value)| value.as_str()).collect();
    assert_eq!(values, ["normal", "*", "*", "0190", "123456", "true", "*"]);
    let unknown = [("secret".to_owned(), "x".to_owned())];
    assert_eq!(for_the_trail(&unknown, SHEET.filters)[0].1, "*");
    assert_eq!(filters(&[], SHEET.filters, None), "筛选条件：无（全部）");
}

/// Every filter that the document describes for a list has a name that people know.
#[test]
fn every_filter_of_every_list_has_its_words() {
    let document: serde_json::Value =
        serde_json::from_str(&crate::openapi().to_json().unwrap()).unwrap();
    let mut lists = 0;
    for (path, item) in document["paths"].as_object().unwrap() {
        if !path.ends_with("/list.xlsx") {
            continue;
        }
        lists += 1;
        for parameter in item["get"]["parameters"].as_array().unwrap() {
            let name = parameter["name"].as_str().unwrap();
            let column = name.split('.').next().unwrap();
            let is_filter = parameter["in"] == "query"
                && !["limit", "after", "sort", "columns"].contains(&column);
            assert!(!is_filter || titled(column).is_some(), "{path}: {name}");
        }
    }
    assert!(lists > 20, "{lists} lists");
}

/// Every list of the console that comes in pages leaves as a workbook too, with the same filters. In the
/// halls nothing leaves but an employer's own roster.
#[test]
fn every_list_has_its_workbook_beside_it() {
    let document: serde_json::Value =
        serde_json::from_str(&crate::openapi().to_json().unwrap()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    let filters = |path: &str| -> Vec<String> {
        let parameters = paths[path]["get"]["parameters"].as_array();
        let names = parameters.into_iter().flatten().map(|one| &one["name"]);
        let names = names.map(|name| name.as_str().unwrap().to_owned());
        names
            .filter(|name| !["limit", "after", "columns", "sort"].contains(&name.as_str()))
            .collect()
    };
    let mut lists = 0;
    for (path, item) in paths {
        let answer = &item["get"]["responses"]["200"]["content"]["application/json"]["schema"];
        let Some(schema) = answer["$ref"].as_str() else {
            continue;
        };
        let schema = schema.rsplit('/').next().unwrap();
        let in_pages = &document["components"]["schemas"][schema]["properties"]["next"];
        if in_pages.is_null() || path.starts_with("/api/hall/") {
            continue;
        }
        lists += 1;
        let workbook = format!("{path}/list.xlsx");
        assert!(paths.contains_key(&workbook), "{path} has no {workbook}");
        assert_eq!(filters(path), filters(&workbook), "{path}");
    }
    assert!(lists > 15, "{lists} lists");
}

//! What the rules say of single rows and of months.

use kernel::{Fen, Month, Rate, RemittanceId, Rounding};

use crate::employer::EmployerStatus;
use crate::remittance::testing::{date, month};
use crate::remittance::{ActiveRemittance, RemittanceStatus};
use crate::roster::line::{self, Cells, Terms};
use crate::roster::rule::{self, MonthFacts};

pub(in crate::roster) fn terms() -> Terms {
    Terms {
        month: month("2026-11"),
        today: date("2026-11-20"),
        base_floor: Fen::from_yuan(2_180),
        base_ceiling: Fen::from_yuan(28_692),
        rate_floor: Rate::from_percent(5),
        rate_ceiling: Rate::from_percent(12),
        rounding: Rounding::HalfUpYuan,
        employer_rate: Rate::from_percent(8),
        member_rate: Rate::from_percent(8),
    }
}

const GOOD: Cells<'_> = Cells {
    name: "张三",
    id_kind: "",
    id_number: "11010519491231002X",
    id_number_lost: false,
    base: "6543.21",
    employer_rate: "",
    member_rate: "",
    employer_amount: "",
    member_amount: "",
    total: "",
    mobile: "",
    started_work: "",
    joined: "",
};

fn codes(cells: &Cells<'_>) -> Vec<(String, String)> {
    let findings = line::read(cells, &terms()).findings;
    findings
        .into_iter()
        .map(|finding| (finding.column, finding.code))
        .collect()
}

/// Regulation articles 16 and 18, 建金管〔2005〕5号, GB 11643-1999.
#[test]
fn everything_wrong_with_a_row_is_told() {
    let cases: &[(Cells<'_>, &[(&str, &str)])] = &[
        (GOOD, &[]),
        (
            Cells { name: "  ", ..GOOD },
            &[("姓名", "person_name_empty")],
        ),
        (
            Cells {
                name: "张*",
                ..GOOD
            },
            &[("姓名", "person_name_character")],
        ),
        (
            Cells {
                id_number: "110105194912310021",
                ..GOOD
            },
            &[("证件号码", "id_number_checksum")],
        ),
        (
            Cells {
                id_number: "110105194913310020",
                ..GOOD
            },
            &[("证件号码", "id_number_birth_date")],
        ),
        (
            Cells {
                id_number: "",
                ..GOOD
            },
            &[("证件号码", "id_number_empty")],
        ),
        (
            Cells {
                id_number: "110105194912310000",
                id_number_lost: true,
                ..GOOD
            },
            &[("证件号码", "id_number_precision_lost")],
        ),
        (
            Cells {
                id_kind: "驾驶证",
                ..GOOD
            },
            &[("证件类型", "id_kind_unknown")],
        ),
        (
            Cells {
                id_kind: "护照",
                id_number: "E12345678",
                ..GOOD
            },
            &[],
        ),
        (
            Cells {
                mobile: "12345",
                ..GOOD
            },
            &[("手机号码", "mobile_number_malformed")],
        ),
        (Cells { base: "", ..GOOD }, &[("缴存基数", "amount_empty")]),
        (
            Cells {
                base: "六千",
                ..GOOD
            },
            &[("缴存基数", "amount_malformed")],
        ),
        (
            Cells {
                base: "2179.99",
                ..GOOD
            },
            &[("缴存基数", "base_below_floor")],
        ),
        (
            Cells {
                base: "2180",
                ..GOOD
            },
            &[],
        ),
        (
            Cells {
                base: "28692",
                ..GOOD
            },
            &[],
        ),
        (
            Cells {
                base: "28692.01",
                ..GOOD
            },
            &[("缴存基数", "base_above_ceiling")],
        ),
        (
            Cells {
                base: "2.5万元",
                ..GOOD
            },
            &[],
        ),
        (
            Cells {
                employer_rate: "4.99%",
                ..GOOD
            },
            &[("单位缴存比例", "rate_out_of_range")],
        ),
        (
            Cells {
                employer_rate: "13",
                ..GOOD
            },
            &[("单位缴存比例", "rate_out_of_range")],
        ),
        (
            Cells {
                member_rate: "0.12",
                ..GOOD
            },
            &[("个人缴存比例", "rate_differs")],
        ),
        (
            Cells {
                member_rate: "八",
                ..GOOD
            },
            &[("个人缴存比例", "rate_malformed")],
        ),
        // 6,543.21 × 8 % = 523.4568, to the yuan 523.
        (
            Cells {
                employer_rate: "8",
                member_rate: "８％",
                employer_amount: "523",
                ..GOOD
            },
            &[],
        ),
        (
            Cells {
                employer_amount: "523.46",
                ..GOOD
            },
            &[("单位月缴存额", "amount_differs")],
        ),
        (
            Cells {
                member_amount: "524.00",
                ..GOOD
            },
            &[("个人月缴存额", "amount_differs")],
        ),
        (
            Cells {
                total: "1,046.00",
                ..GOOD
            },
            &[],
        ),
        (
            Cells {
                total: "1047",
                ..GOOD
            },
            &[("月缴存额合计", "amount_differs")],
        ),
        (
            Cells {
                name: "1",
                id_number: "1",
                base: "1",
                employer_rate: "1",
                total: "x",
                ..GOOD
            },
            &[
                ("姓名", "person_name_character"),
                ("证件号码", "id_number_length"),
                ("缴存基数", "base_below_floor"),
                ("单位缴存比例", "rate_out_of_range"),
                ("月缴存额合计", "amount_malformed"),
            ],
        ),
    ];
    for (cells, expected) in cases {
        let found = codes(cells);
        let found: Vec<(&str, &str)> = found
            .iter()
            .map(|(column, code)| (column.as_str(), code.as_str()))
            .collect();
        assert_eq!(&found, expected, "{cells:?}");
    }
}

#[test]
fn an_amount_that_differs_is_told_the_one_expected() {
    let cells = Cells {
        employer_amount: "523.46",
        ..GOOD
    };
    let findings = line::read(&cells, &terms()).findings;
    assert_eq!(
        findings[0].sentence,
        "单位月缴存额填写 523.46 元，按缴存基数乘以缴存比例（四舍五入到元）应为 523.00 元"
    );
}

#[test]
fn the_month_due_is_the_earliest_that_is_not_remitted() {
    let months = |texts: &[&str]| texts.iter().map(|text| month(text)).collect::<Vec<Month>>();
    for (remitted, due) in [
        (months(&[]), "2026-03"),
        (months(&["2026-03", "2026-04"]), "2026-05"),
        // 2026-04 was reversed after 2026-05 was remitted.
        (months(&["2026-03", "2026-05"]), "2026-04"),
        // Before the employer's first month: from a system before this one.
        (months(&["2026-01", "2026-02"]), "2026-03"),
    ] {
        assert_eq!(
            rule::month_due(month("2026-03"), &remitted),
            month(due),
            "{remitted:?}"
        );
    }
}

#[test]
fn a_finding_names_its_column_once_and_what_was_read_for_no_amount() {
    for (cells, told) in [
        (
            Cells {
                base: " 一千abc ",
                ..GOOD
            },
            "缴存基数：“一千abc”不是金额，应如 1234.56",
        ),
        (
            Cells {
                employer_amount: "一千abc",
                ..GOOD
            },
            "单位月缴存额：“一千abc”不是金额，应如 1234.56",
        ),
        (
            Cells {
                base: "2179.99",
                ..GOOD
            },
            "缴存基数 2,179.99 元低于 2026-11 执行的下限 2,180.00 元",
        ),
        (
            Cells {
                member_rate: "13%",
                ..GOOD
            },
            "个人缴存比例 13% 不在 5%—12% 之间",
        ),
    ] {
        let line = line::read(&cells, &terms());
        assert_eq!(line.findings[0].told(), told);
    }
}

fn assessed() -> ActiveRemittance {
    ActiveRemittance {
        remittance_id: RemittanceId::NIL,
        serial: 359,
        status: RemittanceStatus::Assessed,
    }
}

#[test]
fn a_month_that_is_remitted_names_the_remittance_and_the_act_that_frees_it() {
    let month = month("2026-10");
    let told = |status| {
        let active = ActiveRemittance {
            status,
            ..assessed()
        };
        crate::roster::remittance_exists(month, &active)
    };
    let refusal = told(RemittanceStatus::Assessed);
    assert_eq!(
        refusal.sentence(),
        "该单位 2026-10 已有汇缴 HJ00000359（待到账），同一月份只能汇缴一次；如有误，请先取消该笔汇缴的核定"
    );
    let see = refusal.to_see().unwrap();
    assert_eq!((see.kind, see.label.as_str()), ("remittance", "HJ00000359"));
    for (status, act) in [
        (RemittanceStatus::Posted, "；如有误，请先冲销该笔汇缴"),
        (RemittanceStatus::Posting, "；如有误，请待入账完成后再冲销"),
        (RemittanceStatus::Cancelled, "；请刷新后再办理"),
    ] {
        let refusal = told(status);
        assert!(refusal.sentence().ends_with(act), "{refusal}");
    }
}

/// Regulation articles 19 and 20.
#[test]
fn months_are_remitted_one_by_one_and_none_ahead() {
    let facts = MonthFacts {
        status: EmployerStatus::Normal,
        due: month("2026-10"),
        current: month("2026-11"),
        active: None,
        due_waits: None,
    };
    let ahead = MonthFacts {
        due: month("2026-12"),
        ..facts.clone()
    };
    let cases = [
        ("2026-10", facts.clone(), None),
        ("2026-11", facts.clone(), Some("month_not_due")),
        ("2026-09", facts.clone(), Some("month_not_due")),
        ("2026-12", ahead, Some("month_ahead")),
        (
            "2026-10",
            MonthFacts {
                active: Some(assessed()),
                ..facts.clone()
            },
            Some("remittance_exists"),
        ),
        (
            "2026-10",
            MonthFacts {
                status: EmployerStatus::Opened,
                ..facts.clone()
            },
            None,
        ),
        (
            "2026-10",
            MonthFacts {
                status: EmployerStatus::Deferred,
                ..facts.clone()
            },
            None,
        ),
        (
            "2026-10",
            MonthFacts {
                status: EmployerStatus::Closed,
                ..facts.clone()
            },
            Some("employer_cannot_remit"),
        ),
        (
            "2026-10",
            MonthFacts {
                status: EmployerStatus::Sealed,
                ..facts.clone()
            },
            Some("employer_cannot_remit"),
        ),
    ];
    for (of, facts, expected) in cases {
        let refusal = rule::check_month(month(of), &facts).err();
        assert_eq!(
            refusal.as_ref().map(kernel::Refusal::code),
            expected,
            "{of} {facts:?}"
        );
    }
}

#[test]
fn a_month_after_one_that_waits_for_its_money_is_told_so() {
    let facts = MonthFacts {
        status: EmployerStatus::Normal,
        due: month("2026-10"),
        current: month("2026-11"),
        active: None,
        due_waits: Some(assessed()),
    };
    let told = |of| {
        let refusal = rule::check_month(month(of), &facts).unwrap_err();
        (refusal.code(), refusal.sentence().contains("尚未到账"))
    };
    assert_eq!(told("2026-11"), ("month_not_due", true));
    assert_eq!(told("2026-09"), ("month_not_due", false));
}

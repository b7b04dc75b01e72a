//! Papers as they come out: read back by `pdftotext`, and looked at as marks.

use std::path::Path;
use std::process::Command;

use kernel::{Fen, Instant};

use crate::page::{BOTTOM_MPT, EDGE_MPT, HEIGHT_MPT, Mark, Page, WIDTH_MPT};
use crate::{Align, Check, Column, Error, Font, Paper, Part, Table, draw, layout};

/// Where `npm ci` puts the font that the program embeds.
const FONT: &str =
    "../../web/node_modules/@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf";

fn font() -> Font {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(FONT);
    let file = std::fs::read(&path).expect("the font comes with the npm packages: npm ci in web/");
    Font::read(file).unwrap()
}

fn paper(parts: Vec<Part>) -> Paper {
    Paper {
        issuer: "安居市住房公积金管理中心".into(),
        title: "住房公积金缴存证明".into(),
        issued_at: Instant::from_micros(1_795_000_000_000_000).unwrap(),
        parts,
        signature: vec!["安居市住房公积金管理中心".into(), "2026年11月18日".into()],
        check: Check {
            code: "7K3M-Q2XP-9HTR-W4ND-B".into(),
            address: Some("https://gjj.example.cn/hall/verify?code=7K3MQ2XP9HTRW4NDB".into()),
            explanation: "扫描二维码，或在网上大厅输入核验码，可核验本证明。".into(),
        },
    }
}

fn fact(label: &str, value: &str) -> (String, String) {
    (label.into(), value.into())
}

fn months(count: i64) -> Table {
    let row = |i: i64| {
        let amount = Fen::new(123_456 + i).grouped();
        vec![format!("第{i}行"), amount, "汇缴".to_owned()]
    };
    Table {
        caption: "近期缴存明细".into(),
        columns: vec![
            Column {
                heading: "月份",
                share: 3,
                align: Align::Start,
            },
            Column {
                heading: "金额（元）",
                share: 4,
                align: Align::End,
            },
            Column {
                heading: "业务",
                share: 2,
                align: Align::Middle,
            },
        ],
        rows: (1..=count).map(row).collect(),
    }
}

/// The text of a file in the order it was drawn, without the spaces between; nothing where
/// `pdftotext` isn't installed.
fn text_of(pdf: &[u8]) -> Option<String> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("paper.pdf");
    std::fs::write(&file, pdf).unwrap();
    let run = Command::new("pdftotext")
        .arg("-raw")
        .arg(&file)
        .arg("-")
        .output();
    let Ok(output) = run else {
        let unwanted = std::env::var_os("CI").is_some();
        assert!(!unwanted, "pdftotext is missing");
        eprintln!("SKIPPED: pdftotext isn't installed (apt install poppler-utils)");
        return None;
    };
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let text = String::from_utf8(output.stdout).unwrap();
    Some(text.chars().filter(|c| !c.is_whitespace()).collect())
}

/// Whether the texts stand in a file one after the other.
fn assert_in_order(text: &str, wanted: &[&str]) {
    let mut rest = text;
    for one in wanted {
        let one: String = one.chars().filter(|c| !c.is_whitespace()).collect();
        let found = rest.find(&one);
        let at = found.unwrap_or_else(|| panic!("{one} isn't next in {rest}"));
        rest = &rest[at + one.len()..];
    }
}

fn texts(page: &Page) -> Vec<&str> {
    let texts = page.marks.iter().filter_map(|mark| match mark {
        Mark::Text { text, .. } => Some(text.as_str()),
        Mark::Box { .. } => None,
    });
    texts.collect()
}

#[test]
fn every_value_can_be_read_from_the_file_in_order() {
    let amount = Fen::new(123_456_789);
    let facts = vec![
        fact("姓名", "张三"),
        fact("证件号码", "510104199001011234"),
        fact("账户余额", &amount.grouped()),
        fact("余额大写", &amount.uppercase()),
    ];
    let said = "兹证明上述缴存人在本中心缴存住房公积金，截至出具之日情况属实（2026-11-18）。";
    let parts = vec![
        Part::Facts(facts),
        Part::Paragraph(said.into()),
        Part::Table(months(2)),
    ];
    let pdf = draw(&paper(parts), &font()).unwrap();
    let Some(text) = text_of(&pdf) else { return };
    let wanted = [
        "安居市住房公积金管理中心",
        "住房公积金缴存证明",
        "姓名",
        "张三",
        "证件号码",
        "510104199001011234",
        "账户余额",
        "1,234,567.89",
        "余额大写",
        "人民币壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分",
        said,
        "近期缴存明细",
        "月份",
        "金额（元）",
        "业务",
        "第1行",
        "1,234.57",
        "汇缴",
        "第2行",
        "1,234.58",
        "汇缴",
        "安居市住房公积金管理中心",
        "2026年11月18日",
        "核验码：7K3M-Q2XP-9HTR-W4ND-B",
        "https://gjj.example.cn/hall/verify?code=7K3MQ2XP9HTRW4NDB",
        "扫描二维码，或在网上大厅输入核验码，可核验本证明。",
        "核验码：7K3M-Q2XP-9HTR-W4ND-B",
        "第1页共1页",
    ];
    assert_in_order(&text, &wanted);
}

#[test]
fn a_long_table_goes_on_under_its_head_on_each_page_and_loses_no_row() {
    let parts = vec![Part::Table(months(150))];
    let pages = layout::lay_out(&paper(parts), &font()).unwrap();
    assert!(pages.len() > 2, "{} pages", pages.len());
    let mut rows = 0;
    for (place, page) in pages.iter().enumerate() {
        let texts = texts(page);
        let has_rows = texts
            .iter()
            .any(|text| text.starts_with('第') && text.ends_with('行'));
        if has_rows {
            let heads = texts.iter().filter(|text| **text == "月份").count();
            assert_eq!(heads, 1, "page {}", place + 1);
        }
        let foot = format!("第 {} 页 共 {} 页", place + 1, pages.len());
        assert!(texts.contains(&foot.as_str()), "{foot}");
        for text in texts {
            if let Some(number) = text
                .strip_prefix('第')
                .and_then(|text| text.strip_suffix('行'))
            {
                rows += 1;
                assert_eq!(number, rows.to_string());
            }
        }
    }
    assert_eq!(rows, 150);
}

#[test]
fn nothing_is_drawn_beyond_the_edges_of_a_page() {
    let name = "新疆维吾尔自治区伊犁哈萨克自治州阿卜杜热依木买买提江艾则孜吐尔逊古丽公司第一分公司";
    assert!(name.chars().count() >= 40);
    let parts = vec![
        Part::Facts(vec![
            fact("单位名称", name),
            fact("编号", &"A1-".repeat(60)),
            fact("说明", &"字".repeat(3_000)),
        ]),
        Part::Table(months(60)),
        Part::Paragraph("长".repeat(2_500)),
    ];
    let font = font();
    let measure = font.measure();
    for page in layout::lay_out(&paper(parts), &font).unwrap() {
        for mark in page.marks {
            let (left, right, bottom) = match &mark {
                Mark::Text {
                    x_mpt,
                    base_mpt,
                    size_mpt,
                    text,
                } => {
                    let width = measure.width_mpt(text, *size_mpt);
                    (*x_mpt, x_mpt + width, *base_mpt)
                }
                Mark::Box {
                    x_mpt,
                    y_mpt,
                    width_mpt,
                    height_mpt,
                } => (*x_mpt, x_mpt + width_mpt, y_mpt + height_mpt),
            };
            let rule = 1_000;
            assert!(
                left >= EDGE_MPT - rule && right <= WIDTH_MPT - EDGE_MPT + rule,
                "{mark:?}"
            );
            let is_foot = matches!(&mark, Mark::Text { text, .. } if text.contains('页') || text.starts_with("核验码"));
            assert!(
                bottom <= BOTTOM_MPT + rule || (is_foot && bottom < HEIGHT_MPT),
                "{mark:?}"
            );
        }
    }
}

#[test]
fn a_name_of_forty_characters_wraps_whole() {
    let name = "新疆维吾尔自治区伊犁哈萨克自治州阿卜杜热依木买买提江艾则孜吐尔逊古丽公司第一分公司";
    let parts = vec![Part::Facts(vec![
        fact("单位名称", name),
        fact("月份", "2026-11"),
        fact("人数", "3"),
    ])];
    let pages = layout::lay_out(&paper(parts), &font()).unwrap();
    let texts = texts(&pages[0]);
    let label = texts.iter().position(|text| *text == "单位名称").unwrap();
    let month = texts.iter().position(|text| *text == "月份").unwrap();
    assert!(month - label >= 3, "it takes two lines at least");
    assert_eq!(texts[label + 1..month].concat(), name);
}

#[test]
fn what_the_font_lacks_is_marked_and_named() {
    // A character of the last extension, and one of somebody's private font.
    let facts = vec![fact("姓名", "王\u{323AE}\u{E000}")];
    let pages = layout::lay_out(&paper(vec![Part::Facts(facts)]), &font()).unwrap();
    let text = texts(&pages[0]).concat();
    assert!(text.contains("王〓〓"), "{text}");
    assert!(text.contains("U+323AE、U+E000"), "{text}");
    let whole = layout::lay_out(&paper(vec![]), &font()).unwrap();
    assert!(!texts(&whole[0]).concat().contains('〓'));
}

#[test]
fn the_same_paper_gives_the_same_bytes_and_another_gives_others() {
    let parts = || {
        vec![
            Part::Facts(vec![fact("姓名", "张三")]),
            Part::Table(months(40)),
        ]
    };
    let first = draw(&paper(parts()), &font()).unwrap();
    assert_eq!(first, draw(&paper(parts()), &font()).unwrap());
    let mut later = paper(parts());
    later.check.code = "7K3M-Q2XP-9HTR-W4ND-C".into();
    assert_ne!(first, draw(&later, &font()).unwrap());
    let says_pdf_a = |part: &[u8]| first.windows(part.len()).any(|bytes| bytes == part);
    assert!(first.starts_with(b"%PDF-1.7") && says_pdf_a(b"<pdfaid:part>2</pdfaid:part>"));
    assert!(
        first.len() < 200_000,
        "only what is used of the font is in it: {}",
        first.len()
    );
}

#[test]
fn a_paper_without_an_address_has_no_code_to_scan() {
    let boxes = |paper: &Paper| {
        let pages = layout::lay_out(paper, &font()).unwrap();
        let marks = pages[0].marks.iter();
        marks
            .filter(|mark| matches!(mark, Mark::Box { .. }))
            .count()
    };
    let mut without = paper(vec![]);
    without.check.address = None;
    assert_eq!(boxes(&without), 1, "the rule alone");
    assert!(boxes(&paper(vec![])) > 100);
}

#[test]
fn what_can_not_be_drawn_is_refused() {
    let endless = paper(vec![Part::Paragraph("长".repeat(500_000))]);
    assert_eq!(
        layout::lay_out(&endless, &font()).err(),
        Some(Error::TooLong)
    );
    let mut far = paper(vec![]);
    far.check.address = Some("a".repeat(5_000));
    assert_eq!(draw(&far, &font()), Err(Error::CheckTooLong));
    assert!(matches!(
        Font::read(b"no font".to_vec()),
        Err(Error::Font(_))
    ));
}

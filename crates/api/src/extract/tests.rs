use axum::body::Body as Bytes;
use axum::response::IntoResponse as _;
use kernel::{Fen, Month};
use serde::Deserialize;

use super::*;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payment {
    amount_fen: Fen,
    month: Month,
    #[serde(default)]
    payer: Option<Payer>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Payer {
    names: Vec<String>,
}

const GOOD: &str = r#"{"amount_fen":100,"month":"2026-11","payer":{"names":["甲"]}}"#;

async fn taken(media_type: &str, body: impl Into<Bytes>) -> Result<Payment, serde_json::Value> {
    let request = Request::builder()
        .method("POST")
        .uri("/")
        .header("content-type", media_type)
        .body(body.into())
        .unwrap();
    match Body::<Payment>::from_request(request, &()).await {
        Ok(Body(payment)) => Ok(payment),
        Err(fault) => Err(problem(fault).await),
    }
}

async fn problem(fault: Fault) -> serde_json::Value {
    let response = fault.into_response();
    assert_eq!(
        response.headers()["content-type"],
        "application/problem+json"
    );
    let body = response.into_body().collect().await.unwrap().to_bytes();
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn a_good_body_is_taken() {
    let payment = taken("application/json; charset=utf-8", GOOD)
        .await
        .unwrap();
    assert_eq!(
        (payment.amount_fen, payment.month.to_string()),
        (Fen::new(100), "2026-11".into())
    );
    assert_eq!(payment.payer.unwrap().names, ["甲"]);
}

#[tokio::test]
async fn what_is_wrong_with_a_body_is_told_in_chinese_and_where() {
    let cases = [
        (
            r#"{"amount_fen":1,"month":"2026-11","x":1}"#,
            "body_invalid",
            "“x”不是该接口的字段",
        ),
        (
            r#"{"month":"2026-11"}"#,
            "body_invalid",
            "缺少字段“amount_fen”",
        ),
        (
            r#"{"amount_fen":1,"amount_fen":2,"month":"2026-11"}"#,
            "body_invalid",
            "重复",
        ),
        (
            r#"{"amount_fen":1.5,"month":"2026-11"}"#,
            "body_invalid",
            "“amount_fen”类型或格式",
        ),
        (
            r#"{"amount_fen":"1","month":"2026-11"}"#,
            "body_invalid",
            "“amount_fen”类型或格式",
        ),
        (
            r#"{"amount_fen":9223372036854775808,"month":"2026-11"}"#,
            "body_invalid",
            "“amount_fen”",
        ),
        (
            r#"{"amount_fen":1,"month":"2026-13"}"#,
            "body_invalid",
            "“month”不符合要求",
        ),
        (
            r#"{"amount_fen":1,"month":"2026-11"} {}"#,
            "body_not_json",
            "多余的字符",
        ),
        (r#"{"amount_fen":1,"month":"#, "body_not_json", "第 1 行"),
        ("", "body_not_json", "不是有效的 JSON"),
        ("[]", "body_invalid", "格式不正确"),
        ("null", "body_invalid", "格式不正确"),
    ];
    for (body, code, sentence) in cases {
        let problem = taken("application/json", body).await.unwrap_err();
        assert_eq!(
            (&problem["code"], &problem["status"]),
            (&code.into(), &422.into()),
            "{body}"
        );
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains(sentence), "{body}: {detail}");
        assert!(
            !detail.contains(" at line ") && !detail.contains("expected"),
            "{body}: {detail}"
        );
    }
}

#[tokio::test]
async fn the_field_of_a_problem_is_a_json_pointer() {
    let body = r#"{"amount_fen":1,"month":"2026-11","payer":{"names":["甲",2]}}"#;
    let problem = taken("application/json", body).await.unwrap_err();
    assert_eq!(problem["field"], "/payer/names/1");
}

#[tokio::test]
async fn only_json_is_taken_as_json() {
    for media_type in ["text/plain", "application/jsonp", "multipart/form-data", ""] {
        let problem = taken(media_type, GOOD).await.unwrap_err();
        assert_eq!(problem["code"], "body_not_json", "{media_type}");
    }
}

#[tokio::test]
async fn a_deeply_nested_body_is_refused() {
    let problem = taken("application/json", "[".repeat(100_000))
        .await
        .unwrap_err();
    assert!(["body_not_json", "body_invalid"].contains(&problem["code"].as_str().unwrap()));
}

#[tokio::test]
async fn no_more_than_the_bound_is_read_of_a_body() {
    let padded = |length: usize| format!("{GOOD}{}", " ".repeat(length - GOOD.len()));
    assert!(
        taken("application/json", padded(BODY_BYTES_MAX))
            .await
            .is_ok()
    );
    let problem = taken("application/json", padded(BODY_BYTES_MAX + 1))
        .await
        .unwrap_err();
    assert_eq!(
        (&problem["code"], &problem["status"]),
        (&"body_too_large".into(), &413.into())
    );
}

#[tokio::test]
async fn a_change_without_a_key_is_refused() {
    let (mut parts, _) = Request::builder().body(()).unwrap().into_parts();
    let missing = Key::from_request_parts(&mut parts, &())
        .await
        .err()
        .unwrap();
    assert_eq!(problem(missing).await["code"], "idempotency_key_missing");
    parts
        .headers
        .insert("idempotency-key", "键".parse().unwrap());
    let unreadable = Key::from_request_parts(&mut parts, &())
        .await
        .err()
        .unwrap();
    assert_eq!(problem(unreadable).await["code"], "idempotency_key_missing");
    parts
        .headers
        .insert("idempotency-key", "short".parse().unwrap());
    let invalid = Key::from_request_parts(&mut parts, &())
        .await
        .err()
        .unwrap();
    assert_eq!(problem(invalid).await["code"], "idempotency_key_invalid");
    parts
        .headers
        .insert("idempotency-key", "0123-4567".parse().unwrap());
    assert!(Key::from_request_parts(&mut parts, &()).await.is_ok());
}

async fn asked(query: &str) -> Result<ListQuery, serde_json::Value> {
    let uri = format!("/?{query}");
    let (mut parts, ()) = Request::builder().uri(uri).body(()).unwrap().into_parts();
    match Asked::from_request_parts(&mut parts, &()).await {
        Ok(Asked(query)) => Ok(query),
        Err(fault) => Err(problem(fault).await),
    }
}

#[tokio::test]
async fn what_is_no_page_or_order_of_a_list_is_a_filter() {
    let query = asked("limit=20&sort=-date&after=abc&status=open&name=&date.from=2026-01-01").await;
    let query = query.unwrap();
    assert_eq!((query.limit, query.sort.as_deref()), (20, Some("-date")));
    assert_eq!(query.after.as_deref(), Some("abc"));
    let filter = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    assert_eq!(
        query.filters,
        [filter("status", "open"), filter("date.from", "2026-01-01")]
    );
    assert_eq!(asked("").await.unwrap().limit, 50);
    for bad in ["limit=0", "limit=201", "limit=x", "limit=-1"] {
        assert_eq!(asked(bad).await.unwrap_err()["field"], "limit", "{bad}");
    }
    assert_eq!(
        asked(&format!(
            "after={}",
            "x".repeat(kernel::page::MAX_CURSOR_BYTES + 1)
        ))
        .await
        .unwrap_err()["field"],
        "after"
    );
}

#[test]
fn file_names_arrive_percent_encoded() {
    assert_eq!(percent_decoded("a%20b.xlsx").as_deref(), Some("a b.xlsx"));
    assert_eq!(
        percent_decoded("%E6%B8%85%e5%86%8c.xlsx").as_deref(),
        Some("清册.xlsx")
    );
    for bad in ["%", "%4", "%zz", "%+1", "%E6", "%ff"] {
        assert_eq!(percent_decoded(bad), None, "{bad}");
    }
}

//! `/api/status`: 系统状态, and what those who watch the system are told.

use std::time::Duration;

use kernel::ServiceIntervalId;
use platform::Caller;
use platform::watch::{self, Span};
use serde_json::json;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use super::job::{self, Desks, has};
use super::jobs;
use crate::support::TestCentre;

/// Another server's beats, a minute apart, and the minutes themselves.
async fn serves(test: &TestCentre, minutes: u32) -> ServiceIntervalId {
    let mut running = None;
    for _ in 0..minutes {
        running = Some(watch::beat(&test.app, test.centre, running).await.unwrap());
        test.app.clock.advance(Duration::from_mins(1));
    }
    running.unwrap()
}

/// What the metrics say of `name`, which ends where its value begins.
fn value(page: &str, name: &str) -> String {
    let line = page
        .lines()
        .find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    line.unwrap_or_else(|| panic!("{name} in {page}"))
        .to_owned()
}

testkit::both! {
    async fn who_runs_the_system_sees_how_it_is(test: TestCentre) {
        let desks = Desks::of(&test).await;
        desks.clerk.get("/api/status").await.refused(403, "action_forbidden");
        let administrator = test.sign_in("guanli").await;
        let before = administrator.get("/api/status").await.expect(200);
        has(&before, &json!({
            "servers": [], "availability": [], "last_close": null,
            "last_backup_at": null, "backup_age_s": 0,
        }));
        platform::backup::made(&test.app, &json!({ "bytes": 1 })).await.unwrap();
        jobs::dead(&test).await;
        job::paid(&test, &desks).await;
        let stopped = serves(&test, 30).await;
        watch::stop(&test.app, test.centre, stopped).await.unwrap();
        test.app.clock.advance(Duration::from_mins(10));
        serves(&test, 20).await;

        // The first session has been idle for too long.
        let administrator = test.sign_in("guanli").await;
        let status = administrator.get("/api/status").await.expect(200);
        has(&status, &json!({
            "at": "2026-11-02T02:00:00.000000Z", "version": env!("CARGO_PKG_VERSION"),
            "servers": [{
                "began_at": "2026-11-02T01:40:00.000000Z", "beaten_at": "2026-11-02T01:59:00.000000Z",
            }],
            "jobs": { "waiting": 0, "running": 0, "dead": 1, "overdue_s": 0 },
        }));
        assert!(status["database_bytes"].as_u64().unwrap() > 100_000, "{status}");
        assert!(status["connections_in_use"].as_u64() < status["connections_max"].as_u64());
        let fund = json!({ "book_label": "公积金账套", "posted": 1, "waiting": 1, "age_s": 3600 });
        has(&status["books"][0], &fund);
        assert!(status["audit_waiting"].as_i64().unwrap() > 5, "{status}");
        has(&status["availability"][0], &json!({
            "month": "2026-11", "service_minutes": 60, "unserved_minutes": 10, "planned_minutes": 0,
            "served_ppm": 833_333, "outage_count": 1,
            "outages": [{
                "from": "2026-11-02T01:30:00.000000Z", "to": "2026-11-02T01:40:00.000000Z",
                "minutes": 10, "cause": "stopped", "reason": null,
            }],
            "unknown_minutes": 0,
        }));
        has(&status, &json!({
            "last_backup_at": "2026-11-02T01:00:00.000000Z", "backup_age_s": 3600,
        }));
        assert_eq!(status["availability"].as_array().unwrap().len(), 1, "no month before the first beat");
        test.keep_books().await;
        let kept = administrator.get("/api/status").await.expect(200);
        has(&kept["books"][0], &json!({ "posted": 1, "waiting": 0, "age_s": 0 }));
        test.prove().await;
    }

    async fn the_terminal_tells_what_the_beats_of_a_server_say(test: TestCentre) {
        let at = |minutes: u64| test.app.clock.now().checked_add(Duration::from_mins(minutes)).unwrap();
        let system = Caller::system("operator", test.centre);
        let span = Span { from: at(40), to: at(50) };
        watch::plan_stop(&test.app, &system, span, "更换磁盘").await.unwrap();
        serves(&test, 31).await;
        test.app.clock.advance(Duration::from_mins(29));
        serves(&test, 60).await;
        let other = kernel::CentreId::new(2).unwrap();
        let founding = Caller::system("founding", other);
        let key = "another-centre".parse().unwrap();
        platform::centre::register(&test.app, &founding, &key, "邻市中心").await.unwrap();
        let today = test.app.clock.today();
        let mut out = Vec::new();
        server::availability::tell(&test.app, None, (today, today), &mut out).await.unwrap();
        assert_eq!(String::from_utf8(out).unwrap(), "\
安居市住房公积金管理中心
2026-11-02 09:00:00 至 2026-11-02 11:00:00
无服务 20 分钟，服务时间 110 分钟，可用率 81.8181%
计划停机 10 分钟，不计入服务时间
  2026-11-02 09:30:00 至 2026-11-02 09:40:00  10 分钟  意外中断
  2026-11-02 09:40:00 至 2026-11-02 09:50:00  10 分钟  计划停机：更换磁盘
  2026-11-02 09:50:00 至 2026-11-02 10:00:00  10 分钟  意外中断
邻市中心
该时段没有服务时间
");
        let mut none = Vec::new();
        let day_before = (today.prev(), today.prev());
        let asked = Some(test.centre);
        server::availability::tell(&test.app, asked, day_before, &mut none).await.unwrap();
        let none = String::from_utf8(none).unwrap();
        assert_eq!(none, "安居市住房公积金管理中心\n该时段没有服务时间\n");
        let unknown = kernel::CentreId::new(3);
        let refused = server::availability::tell(&test.app, unknown, day_before, &mut Vec::new()).await;
        assert_eq!(refused.unwrap_err().refusal().unwrap().code(), "centre_unknown");
    }

    async fn the_metrics_are_told_on_an_address_of_their_own(test: TestCentre) {
        let handle = server::metrics::record().unwrap();
        let desks = Desks::of(&test).await;
        let (remittance, _) = job::paid(&test, &desks).await;
        let public = desks.clerk.get("/metrics").await.text();
        assert!(!public.contains("anju_"), "the public address doesn't know them: {public}");
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopping) = tokio::sync::watch::channel(false);
        let serving = server::metrics::serve(test.app.clone(), handle, listener, stopping);
        let serving = tokio::spawn(serving);
        let mut stream = tokio::net::TcpStream::connect(address).await.unwrap();
        stream
            .write_all(b"GET /metrics HTTP/1.1\r\nHost: watch\r\nConnection: close\r\n\r\n")
            .await
            .unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).await.unwrap();
        stop.send(true).unwrap();
        serving.await.unwrap().unwrap();
        assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
        let centre = format!("centre=\"{}\"", test.centre);
        assert_eq!(value(&answer, "anju_database_up"), "1");
        // Other tests of this process count as well, under the same names.
        for name in [
            &format!("anju_vouchers_posted_total{{{centre},book=\"fund\"}}"),
            &format!("anju_jobs{{{centre},status=\"dead\"}}"),
            "anju_database_size_bytes",
            &format!("anju_audit_unsealed{{{centre}}}"),
        ] {
            assert!(value(&answer, name).parse::<i64>().is_ok(), "{name}");
        }
        let asked = "anju_http_requests_total{path=\"/api/arrivals\",method=\"POST\",status=\"2xx\"}";
        assert!(value(&answer, asked).parse::<u32>().unwrap() > 0);
        let within = "anju_http_request_duration_seconds_bucket{path=\"/api/arrivals\",method=\"POST\",le=\"+Inf\"}";
        assert!(value(&answer, within).parse::<u32>().unwrap() > 0);
        // Neither an id nor anybody's name is a label.
        let id = job::text(&remittance["remittance_id"]);
        assert!(!answer.contains(&id) && answer.is_ascii(), "{answer}");
    }

    async fn a_database_that_doesn_t_answer_is_told_to_be_down(test: TestCentre) {
        let handle = server::metrics::record().unwrap();
        // Requests that wait for something have every connection.
        let mut held = Vec::new();
        while let Ok(taken) = tokio::time::timeout(Duration::from_millis(500), test.app.db.read(test.centre)).await {
            held.push(taken.unwrap());
        }
        let asked = std::time::Instant::now();
        let page = server::metrics::rendered(&test.app, handle).await;
        assert!(asked.elapsed() < Duration::from_secs(8), "{:?}", asked.elapsed());
        assert_eq!(value(&page, "anju_database_up"), "0");
        let in_use: usize = value(&page, "anju_database_connections_in_use").parse().unwrap();
        assert!(in_use >= held.len(), "{in_use} of {}", held.len());
        drop(held);
        let page = server::metrics::rendered(&test.app, handle).await;
        assert_eq!(value(&page, "anju_database_up"), "1");
    }

    async fn who_watches_hears_of_a_backup_that_isn_t_made(test: TestCentre) {
        let handle = server::metrics::record().unwrap();
        let name = format!("anju_last_backup_age_seconds{{centre=\"{}\"}}", test.centre);
        let age = async || value(&server::metrics::rendered(&test.app, handle).await, &name);
        test.app.clock.advance(Duration::from_hours(30));
        assert_eq!(age().await, "108000", "none since the centre was registered");
        platform::backup::made(&test.app, &json!({ "bytes": 1 })).await.unwrap();
        assert_eq!(age().await, "0");
        test.app.clock.advance(Duration::from_hours(24));
        assert_eq!(age().await, "86400");
    }
}

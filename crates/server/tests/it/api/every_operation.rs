//! What holds for every operation that the document describes.

use std::collections::BTreeMap;

use axum::body::Body;
use axum::http::{Method, header};
use serde_json::{Value, json};

use super::job::{self, Desks};
use super::{committee, hall, hall_employers, motion};
use crate::desk::Desk;
use crate::support::{Answer, Client, TestCentre, fresh_key};

pub(super) struct Operation {
    pub(super) method: Method,
    pub(super) path: String,
    pub(super) takes_json: bool,
    pub(super) public: bool,
}

impl Operation {
    /// Whether it is for visitors of the halls, and not for staff.
    pub(super) fn is_hall(&self) -> bool {
        self.path.starts_with("/api/hall/")
    }
}

/// Every operation, as the document says.
pub(super) fn operations() -> Vec<Operation> {
    let document: Value = serde_json::from_str(&api::openapi().to_json().unwrap()).unwrap();
    let mut found = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let Ok(method) = method.to_uppercase().parse() else {
                continue;
            };
            found.push(Operation {
                method,
                path: path.clone(),
                takes_json: operation["requestBody"]["content"]["application/json"].is_object(),
                public: operation["security"] == json!([{}]),
            });
        }
    }
    assert!(found.len() > 45, "{} operations", found.len());
    found
}

/// The path with something in its places that is well-formed and names nothing.
fn filled(path: &str) -> String {
    path.replace("{id}", "00000000-0000-7000-8000-000000000000")
        .replace("{no}", "9999999999")
        .replace("{code}", "999")
        .replace("{key}", "fund.nothing")
        .replace("{employer_id}", "00000000-0000-7000-8000-000000000000")
        .replace("{roster_id}", "00000000-0000-7000-8000-000000000000")
        .replace("{remittance_id}", "00000000-0000-7000-8000-000000000000")
        .replace("{agent_id}", "00000000-0000-7000-8000-000000000000")
        .replace("{month}", "2026-11")
}

/// The longest texts of what is sent, as the document says: by the type, by the field.
fn lengths() -> BTreeMap<String, BTreeMap<String, usize>> {
    let document: Value = serde_json::from_str(&api::openapi().to_json().unwrap()).unwrap();
    let of = |schema: &Value| -> BTreeMap<String, usize> {
        let fields = schema["properties"].as_object().into_iter().flatten();
        let longest = |field: &Value| field["maxLength"].as_u64()?.try_into().ok();
        let lengths = fields.filter_map(|(name, field)| Some((name.clone(), longest(field)?)));
        lengths.collect()
    };
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let lengths = schemas
        .iter()
        .map(|(name, schema)| (name.clone(), of(schema)));
    lengths.filter(|(_, fields)| !fields.is_empty()).collect()
}

/// What a refusal says of a field, as a code.
fn code_at(answer: &Answer, field: &str) -> Option<String> {
    if answer.status.is_success() {
        return None;
    }
    let problem = answer.json();
    let mut findings = problem["findings"].as_array().cloned().unwrap_or_default();
    findings.push(problem);
    let found = findings.iter().find(|finding| finding["field"] == field)?;
    Some(job::text(&found["code"]))
}

pub(super) async fn send(client: &Client, operation: &Operation, path: &str, body: &str) -> Answer {
    let request = client
        .request(operation.method.clone(), path)
        .header("idempotency-key", fresh_key())
        .header(header::CONTENT_TYPE, "application/json")
        .body(Body::from(body.to_owned()));
    client.send(request.unwrap()).await
}

/// Whether it takes a member who has come in.
fn is_of_members(operation: &Operation) -> bool {
    !operation.public && operation.path.starts_with("/api/hall/member/")
}

/// A body that isn't what the operation takes is refused as such, whoever asks.
async fn is_read_strictly(asking: &Client, operation: &Operation, path: &str) {
    let huge = format!("{{\"x\":\"{}\"}}", "x".repeat(1 << 20));
    let ask = async |body: &str| send(asking, operation, path, body).await;
    ask(r#"{"no_such_field":1}"#)
        .await
        .refused(422, "body_invalid");
    ask("[1]").await.refused(422, "body_invalid");
    ask("{").await.refused(422, "body_not_json");
    ask("").await.refused(422, "body_not_json");
    ask(&huge).await.refused(413, "body_too_large");
}

testkit::both! {
    async fn nobody_is_turned_away_from_everything_that_is_not_public(test: TestCentre) {
        let nobody = test.nobody();
        for operation in operations().iter().filter(|operation| !operation.public) {
            let answer = send(&nobody, operation, &filled(&operation.path), "{}").await;
            answer.refused(401, "not_signed_in");
        }
    }

    async fn a_session_that_was_made_up_is_nobody(test: TestCentre) {
        let made_up = format!("anju_session=1.{}", "A".repeat(43));
        for path in ["/api/session", "/api/home", "/api/employers"] {
            let request = test.nobody().request(Method::GET, path).header(header::COOKIE, &made_up);
            let answer = test.nobody().send(request.body(Body::empty()).unwrap()).await;
            answer.refused(401, "session_invalid");
        }
    }

    async fn every_change_needs_the_token_of_its_session(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (_, member) = hall::members(&test, &desks).await;
        let Desks { clerk, accountant } = desks;
        let own = clerk.get("/api/session").await.expect(200)["csrf_token"].clone();
        let others = accountant.get("/api/session").await.expect(200)["csrf_token"].clone();
        assert_ne!(own, others);
        let mut changes = 0;
        for operation in operations() {
            if operation.public || operation.method == Method::GET {
                continue;
            }
            for wrong in ["", "x", others.as_str().unwrap()] {
                let asking = if operation.is_hall() { &member } else { &clerk };
                let foreign = asking.with_csrf(wrong);
                let answer = send(&foreign, &operation, &filled(&operation.path), "{}").await;
                answer.refused(403, "csrf_token_invalid");
            }
            changes += 1;
        }
        assert!(changes > 10, "{changes} changes");
        clerk.get("/api/session").await.expect(200);
        member.get("/api/hall/session").await.expect(200);
    }

    async fn every_body_is_read_strictly_and_within_bounds(test: TestCentre) {
        let accountant = test.sign_in("kuaiji").await;
        let mut bodies = 0;
        let (agent, employer_id) = hall_employers::lead(&test).await;
        for operation in operations().iter().filter(|operation| operation.takes_json) {
            if is_of_members(operation) {
                continue;
            }
            let path = filled(&operation.path.replace("{employer_id}", &employer_id));
            let is_agent = operation.path.contains("{employer_id}");
            let asking = if is_agent { &agent } else { &accountant };
            is_read_strictly(asking, operation, &path).await;
            bodies += 1;
        }
        assert!(bodies > 6, "{bodies} bodies");
    }

    async fn every_body_of_a_member_is_read_strictly_and_within_bounds(test: TestCentre) {
        let (_, member) = hall::members(&test, &Desks::of(&test).await).await;
        let mut bodies = 0;
        for operation in operations().iter().filter(|operation| operation.takes_json) {
            if is_of_members(operation) {
                is_read_strictly(&member, operation, &operation.path).await;
                bodies += 1;
            }
        }
        assert_eq!(bodies, 2, "a certificate and a receipt");
    }

    /// The pages take the lengths of their fields from the document: they are the server's.
    async fn a_text_is_refused_from_the_first_character_beyond_its_length(test: TestCentre) {
        let Desks { clerk, accountant } = Desks::of(&test).await;
        let employer_id = job::employer(&test, &clerk).await;
        let remittance = job::remittance(&clerk, &employer_id, &[(1, 5_000)]).await;
        let (cancel, reverse) = ["cancel", "reverse"]
            .map(|verb| format!("/api/remittances/{}/{verb}", job::text(&remittance["remittance_id"])))
            .into();
        let arrival = job::arrival(&accountant, 1, None).await;
        let wire = job::arrival(&accountant, 5_000, None).await;
        let waits = accountant.post("/api/arrivals", &wire).await.expect(201);
        let take_back = format!("/api/arrivals/{}/take-back", job::text(&waits["arrival_id"]));
        let give_back = format!("/api/suspense/{}/return", job::text(&waits["suspense_id"]));
        // Never a whole form: what is tried for its length must not go through.
        let of_bank = json!({ "bank_serial": "1", "value_date": "x", "reason": "核对有误" });
        let mut of_payer = of_bank.clone();
        of_payer["amount_fen"] = json!(1);
        let (reason, registration) = (json!({ "reason": "核对有误" }), job::registration(&test));
        let administrator = test.sign_in("guanli").await;
        let security = test.sign_in("anquan").await;
        let officer = test.sign_in("zhengce").await;
        let hiring = json!({
            "sign_in_name": "sunyue", "name": "孙悦",
            "branch_id": "00000000-0000-7000-8000-000000000000",
        });
        let change = json!({
            "value": "x", "effective_from": "x", "source_title": "通知", "source_number": "1号",
            "source_date": "x", "reason": "调整",
        });
        let floor = officer.get("/api/policy/fund.base_floor").await.expect(200);
        let in_force = job::text(&floor["history"][0]["policy_version_id"]);
        let withdraw = format!("/api/policy-versions/{in_force}/withdraw");
        let of_floor = "/api/policy/fund.base_floor/versions";
        let desk = Desk::of(&test).await;
        let case = motion::opened(&desk, &motion::wanted(&desk).await).await;
        let end = |verb| format!("/api/transfer-cases/{}/{verb}", job::text(&case["case_id"]));
        let (decline, withdraw_case, force) = (end("decline"), end("withdraw"), end("force"));
        let reviewer = test.sign_in("fuhe").await;
        let mut of_proof = reason.clone();
        of_proof["proof"] = json!("0".repeat(64));
        let seal = json!({
            "employer_id": employer_id, "from_month": "2026-11", "reason": "other",
            "members": { "accounts": [] },
        });
        let payer = json!({
            "name": "财政局", "kind": "x", "credit_code": "1", "account_number": "1", "basis": "1号",
            "employers": [],
        });
        let mut paying = payer.clone();
        paying["kind"] = json!("fiscal");
        paying["credit_code"] = json!(job::credit_code());
        let paying = accountant.post("/api/payers", &paying).await.expect(201);
        let paying = format!("/api/payers/{}", job::text(&paying["payer_id"]));
        let of_payer_change = format!("{paying}/change");
        let no_change = json!({ "basis": "1号", "end": [], "add": [] });
        // What isn't there can't be ended: a reason in order is refused for that.
        let unknown = filled("/api/payers/{id}/end");
        let unknown_agent = filled("/api/agents/{id}/end");
        let cancel_job = filled("/api/jobs/{id}/cancel");
        let [approve, back] = ["/api/approvals/{id}/approve", "/api/approvals/{id}/return"].map(filled);
        let void_paper = filled("/api/certificates/{id}/void");
        let note = json!({ "note": "同意" });
        let flow = json!({
            "business": "x", "effective_from": "2026-11-02", "source": "办法", "reason": "分离", "steps": [],
        });
        let me = accountant.get("/api/session").await.expect(200)["staff_id"].clone();
        let deputy = json!({
            "from_staff": me, "to_staff": me, "first_day": "x", "last_day": "x", "reason": "出差",
        });
        let meeting = json!({
            "title": "会议", "held_on": "x", "chair": "主持人", "members_due": 1, "members_present": 1,
        });
        let of_meeting = format!("/api/meetings/{}/resolutions", committee::meeting(&officer).await);
        let mut resolution = committee::of_policy("1号");
        resolution["matter"] = json!("x");
        let voiding = filled("/api/resolutions/{id}/void");
        let account_no = job::account_of(&clerk, 1).await;
        let change_mobile = format!("/api/accounts/{account_no}/change-mobile");
        let mobile = json!({
            "mobile": "1", "reason": "replaced", "document": "resident_id", "note": "本人办理",
        });
        let of_employer = format!("/api/employers/{employer_id}/changes");
        let no_difference = json!({ "seen": 0, "basis": "", "legal_person": {}, "agent": {} });
        let role = json!({
            "code": "x", "name": "巡查", "data_scope": "centre", "actions": ["nothing.known"],
        });
        let unmask = filled("/api/accounts/{no}/unmask");
        let unmasking = json!({ "purpose": "contact", "reason": "x" });
        let ending = json!({ "employer_id": employer_id, "reason": "离职" });
        let forms = [
            ("Agent", "/agent", &clerk, "/api/employers", &registration),
            ("AgentChange", "/agent", &clerk, of_employer.as_str(), &no_difference),
            ("AgentEnd", "", &clerk, unknown_agent.as_str(), &ending),
            ("ApprovalFlowChange", "", &security, "/api/approval-flows", &flow),
            ("ApprovalNote", "", &accountant, approve.as_str(), &note),
            ("ApprovalReturn", "", &accountant, back.as_str(), &note),
            ("ArrivalTakeBack", "", &accountant, take_back.as_str(), &of_bank),
            ("Cancellation", "", &clerk, cancel.as_str(), &reason),
            ("CertificateVoiding", "", &reviewer, void_paper.as_str(), &reason),
            ("DelegationChange", "", &accountant, "/api/delegations", &deputy),
            ("EmployerChange", "", &clerk, of_employer.as_str(), &no_difference),
            ("EmployerRegistration", "", &clerk, "/api/employers", &registration),
            ("Hiring", "", &administrator, "/api/staff", &hiring),
            ("JobCancellation", "", &administrator, cancel_job.as_str(), &reason),
            ("LegalPerson", "/legal_person", &clerk, "/api/employers", &registration),
            ("LegalPersonChange", "/legal_person", &clerk, of_employer.as_str(), &no_difference),
            ("MeetingRecord", "", &officer, "/api/meetings", &meeting),
            ("MobileChange", "", &clerk, change_mobile.as_str(), &mobile),
            ("NewArrival", "", &accountant, "/api/arrivals", &arrival),
            ("NewPayer", "", &accountant, "/api/payers", &payer),
            ("NewRole", "", &security, "/api/roles", &role),
            ("NewSealing", "", &clerk, "/api/sealings", &seal),
            ("PayerChange", "", &accountant, of_payer_change.as_str(), &no_change),
            ("PayerEnd", "", &accountant, unknown.as_str(), &reason),
            ("PolicyChange", "", &officer, of_floor, &change),
            ("RemittanceReversal", "", &accountant, reverse.as_str(), &reason),
            ("ResolutionRecord", "", &officer, of_meeting.as_str(), &resolution),
            ("ResolutionVoiding", "", &officer, voiding.as_str(), &reason),
            ("SuspenseReturn", "", &accountant, give_back.as_str(), &of_payer),
            ("TransferDeclined", "", &reviewer, decline.as_str(), &reason),
            ("TransferForced", "", &reviewer, force.as_str(), &of_proof),
            ("TransferWithdrawn", "", &clerk, withdraw_case.as_str(), &reason),
            ("Unmasking", "", &clerk, unmask.as_str(), &unmasking),
            ("VersionWithdrawal", "", &officer, withdraw.as_str(), &reason),
        ];
        let lengths = lengths();
        assert!(lengths.keys().eq(forms.iter().map(|form| form.0)), "{lengths:?}");
        for (schema, at, client, path, form) in forms {
            for (field, length) in &lengths[schema] {
                // Numbers are of figures; of texts it is characters that count, not bytes.
                let is_number = ["code", "credit_code", "id_number", "phone", "account_number"].contains(&field.as_str());
                let character = if is_number { "1" } else { "一" };
                let said = async |length: usize| {
                    let mut form = form.clone();
                    form.pointer_mut(at).unwrap()[field] = json!(character.repeat(length));
                    let answer = client.post(path, &form).await;
                    let field = if at.is_empty() { field.clone() } else { format!("{at}/{field}") };
                    code_at(&answer, &field)
                };
                let beyond = said(length + 1).await;
                assert!(beyond.is_some(), "{schema}.{field} takes more than {length}");
                assert_ne!(beyond, said(*length).await, "{schema}.{field} takes no {length}");
            }
        }
    }

    async fn a_thing_that_there_is_not_is_not_found(test: TestCentre) {
        let (director, clerk) = (test.sign_in("zhuren").await, test.sign_in("guiji").await);
        let named = |operation: &&Operation| {
            operation.method == Method::GET && operation.path.contains('{') && !operation.is_hall()
        };
        for operation in operations().iter().filter(named) {
            // The director reads everything, and takes out the lists of what it reads; clerks take
            // out, and print, what is whole.
            let is_whole = ["/statement", "/notice"].iter().any(|end| operation.path.ends_with(end))
                || operation.path.ends_with(".xlsx") && !operation.path.ends_with("/list.xlsx");
            let asking = if is_whole { &clerk } else { &director };
            let answer = asking.get(&operation.path.replace(['{', '}'], "")).await;
            answer.refused(404, "not_found");
            let answer = asking.get(&filled(&operation.path)).await;
            let expected = if operation.path.contains("{code}") { 422 } else { 404 };
            assert_eq!(answer.status.as_u16(), expected, "{}: {}", operation.path, answer.text());
            assert!(answer.code().ends_with("_unknown"), "{}", answer.text());
        }
    }

    async fn every_list_refuses_a_filter_that_it_does_not_have(test: TestCentre) {
        let (director, auditor) = (test.sign_in("zhuren").await, test.sign_in("shenji").await);
        let document: Value = serde_json::from_str(&api::openapi().to_json().unwrap()).unwrap();
        let mut lists = 0;
        for (path, item) in document["paths"].as_object().unwrap() {
            let parameters = item["get"]["parameters"].as_array().cloned().unwrap_or_default();
            if path.contains('{') || !parameters.iter().any(|one| one["name"] == "sort") {
                continue;
            }
            let reader = if path.starts_with("/api/audit-events") { &auditor } else { &director };
            reader.get(&format!("{path}?no_such_filter=1")).await.refused(422, "filter_unknown");
            // Sums have neither page nor order, workbooks no page.
            if !path.ends_with("/totals") {
                reader.get(&format!("{path}?sort=x")).await.refused(422, "sort_unknown");
            }
            if !path.ends_with("/totals") && !path.ends_with("/list.xlsx") {
                reader.get(&format!("{path}?limit=0")).await.refused(422, "page_limit_invalid");
                reader.get(&format!("{path}?after=!")).await.refused(422, "page_cursor_invalid");
            }
            lists += 1;
        }
        assert!(lists > 12, "{lists} lists");
    }

    /// The administrator runs the system and does no business: what it may not is refused
    /// everywhere in the same way.
    async fn who_lacks_the_permission_is_refused(test: TestCentre) {
        let administrator = test.sign_in("guanli").await;
        let may = [
            "/api/actions",
            "/api/approvals",
            "/api/approvals/{id}",
            "/api/branches",
            "/api/business-days",
            "/api/codes",
            "/api/departments",
            "/api/jobs",
            "/api/jobs/{id}",
            "/api/roles",
            "/api/roles/grants.xlsx",
            "/api/session",
            "/api/session/sign-ins",
            "/api/staff",
            "/api/staff/{id}",
            "/api/status",
        ];
        for operation in operations() {
            if operation.public || operation.is_hall() || operation.method != Method::GET {
                continue;
            }
            let answer = administrator.get(&filled(&operation.path)).await;
            let list = operation.path.trim_end_matches("/list.xlsx");
            let is_workbook = operation.path.ends_with(".xlsx") && !operation.path.contains('{');
            if may.contains(&list) && is_workbook {
                assert_eq!(answer.status, 200, "{}: {}", operation.path, answer.text());
            } else if may.contains(&list) {
                // What it asks for by a name that nothing has it may see, and there is none.
                answer.expect(if operation.path.contains('{') { 404 } else { 200 });
            } else {
                answer.refused(403, "action_forbidden");
            }
        }
    }
}

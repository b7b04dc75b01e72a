//! Papers from their issue to their end.

use std::sync::Arc;
use std::time::Duration;

use kernel::{AccountNo, Actor, CertificateId, Fen, MemberId, RemittanceId};
use platform::{Action, Caller, Grants, Scope};
use render::{Paper, Part};

use super::*;
use crate::account;
use crate::remittance::testing::{House, house, id_number, key, name, page, people};
use crate::remittance::{self, reverse};
use crate::testing::refused;

static ALL: &[&Action] = &[&CERTIFICATE_ISSUE, &CERTIFICATE_READ];

/// A house with a posted remittance of three people.
async fn paid() -> (House, RemittanceId, AccountNo) {
    let house = house().await;
    let rows = people(1..=3, "6000");
    let id = house.assess(house.employer_id, "2026-10", &rows).await;
    house.pay(id, "B001").await;
    let account_no = house.line_of(id, 0).await;
    (house, id, account_no)
}

impl House {
    /// The account of a line of a remittance.
    async fn line_of(&self, id: RemittanceId, nth: usize) -> AccountNo {
        let lines = remittance::remittance_lines(&self.app, &self.system, id, &page()).await;
        lines.unwrap().items[nth].account_no
    }

    async fn check(&self, code: &str) -> kernel::Result<Checked> {
        check(&self.app, self.centre, Some("192.0.2.7"), code).await
    }

    async fn paper(&self, id: CertificateId) -> Paper {
        paper(&self.app, &self.system, id).await.unwrap()
    }

    async fn contribution(&self, word: &str, account_no: AccountNo) -> Issued {
        issue_contribution(&self.app, &self.system, &key(word), account_no, 12)
            .await
            .unwrap()
    }

    async fn receipt(&self, word: &str, id: RemittanceId) -> Issued {
        issue_remittance_receipt(&self.app, &self.system, &key(word), id)
            .await
            .unwrap()
    }

    async fn member_of(&self, account_no: AccountNo) -> MemberId {
        let mut tx = self.app.db.read(self.centre).await.unwrap();
        account::get_in(&mut tx, account_no)
            .await
            .unwrap()
            .member_id
    }

    /// Who comes in by a hall.
    fn visitor(&self, scope: Scope) -> Caller {
        let actor = match scope {
            Scope::Member { member, .. } => Actor::member(self.centre, member),
            _ => Actor::agent(self.centre, kernel::AgentId::new(&self.app.clock)),
        };
        Caller {
            actor,
            grants: Arc::new(Grants::within(scope, ALL)),
            ..self.system.clone()
        }
    }
}

/// The values of a paper under their labels, paragraphs and cells among them.
fn text(paper: &Paper) -> String {
    let of = |part: &Part| match part {
        Part::Facts(facts) => facts
            .iter()
            .map(|(label, value)| format!("{label}={value}\n"))
            .collect(),
        Part::Paragraph(text) => format!("{text}\n"),
        Part::Table(table) => table.rows.iter().map(|row| row.join("|") + "\n").collect(),
    };
    paper.parts.iter().map(of).collect::<Vec<String>>().concat()
}

#[tokio::test]
async fn a_contribution_certificate_says_what_the_account_is() {
    let (mut house, _, account_no) = paid().await;
    house.app.public_address = Some("https://gjj.example.cn".to_owned());
    let issued = house.contribution("c1", account_no).await;
    let paper = house.paper(issued.certificate_id).await;
    let said = text(&paper);
    for line in [
        format!(
            "兹证明{}在本中心缴存住房公积金，截至2026年11月20日",
            name(1)
        ),
        format!("姓名={}\n", name(1)),
        format!("证件号码={}\n", id_number(1)),
        format!("个人账号={account_no}\n"),
        "缴存单位=安居第1机械厂\n".to_owned(),
        "缴存基数=6,000.00 元\n".to_owned(),
        "单位缴存比例=8%\n".to_owned(),
        "个人月缴存额=480.00 元\n".to_owned(),
        "账户余额=960.00 元\n".to_owned(),
        "余额大写=人民币玖佰陆拾元整\n".to_owned(),
        "缴至年月=2026-10\n".to_owned(),
        "2026-10|汇缴|安居第1机械厂|960.00\n".to_owned(),
        "合计|1个月||960.00\n".to_owned(),
    ] {
        assert!(said.contains(&line), "{line} in {said}");
    }
    assert_eq!(paper.issuer, "安居市住房公积金管理中心");
    let address = format!(
        "https://gjj.example.cn/hall/verify?code={}",
        issued.code.plain()
    );
    assert_eq!(paper.check.address, Some(address));
    assert_eq!(paper.check.code, issued.code.to_string());
    assert_eq!(paper.signature[1], "2026年11月20日");
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_paper_stays_as_it_was_issued() {
    let (house, _, account_no) = paid().await;
    let issued = house.contribution("c1", account_no).await;
    let first = house.paper(issued.certificate_id).await;
    let next = house
        .assess(house.employer_id, "2026-11", &people(1..=3, "6000"))
        .await;
    house.pay(next, "B002").await;
    assert_eq!(house.paper(issued.certificate_id).await, first);
    let second = house.contribution("c2", account_no).await;
    assert_ne!(second, issued);
    let said = text(&house.paper(second.certificate_id).await);
    assert!(said.contains("账户余额=1,920.00 元"), "{said}");
    assert!(said.contains("合计|2个月||1,920.00"), "{said}");
}

#[tokio::test]
async fn a_request_that_comes_twice_issues_one_paper() {
    let (house, id, account_no) = paid().await;
    let issued = house.contribution("c1", account_no).await;
    assert_eq!(house.contribution("c1", account_no).await, issued);
    let other = issue_contribution(&house.app, &house.system, &key("c1"), account_no, 24).await;
    assert_eq!(refused(other), "idempotency_key_reused");
    house.receipt("r1", id).await;
    house.receipt("r1", id).await;
    let all = list(&house.app, &house.system, &page()).await.unwrap();
    assert_eq!(all.items.len(), 2);
}

#[tokio::test]
async fn a_remittance_receipt_needs_all_of_its_money_posted() {
    let (house, id, _) = paid().await;
    let issued = house.receipt("r1", id).await;
    let said = text(&house.paper(issued.certificate_id).await);
    for line in [
        "缴存单位=安居第1机械厂\n",
        "缴存年月=2026-10\n",
        "汇缴人数=3人\n",
        "单位缴存额=1,440.00 元\n",
        "个人缴存额=1,440.00 元\n",
        "金额合计=2,880.00 元\n",
        "金额大写=人民币贰仟捌佰捌拾元整\n",
        "起息日期=2026-11-19\n",
        "记账日期=2026-11-20\n",
        "汇缴流水号=HJ0000",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    let rows = people(1..=3, "6000");
    let next = house.assess(house.employer_id, "2026-11", &rows).await;
    let early = issue_remittance_receipt(&house.app, &house.system, &key("r2"), next).await;
    assert_eq!(refused(early), "certificate_remittance_not_posted");
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn an_entry_receipt_speaks_of_money_that_came_and_stayed() {
    let (house, id, account_no) = paid().await;
    let issue = async |word: &str, entry_no| {
        issue_entry_receipt(&house.app, &house.system, &key(word), account_no, entry_no).await
    };
    let issued = issue("e1", 1).await.unwrap();
    let said = text(&house.paper(issued.certificate_id).await);
    for line in [
        "业务类型=汇缴\n",
        "入账金额=960.00 元\n",
        "缴存年月=2026-10\n",
        "缴存单位=安居第1机械厂\n",
        "金额大写=人民币玖佰陆拾元整\n",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert!(!said.contains(&id_number(1)), "the number is masked");
    assert_eq!(refused(issue("e2", 2).await), "entry_unknown");
    reverse(&house.app, &house.system, &key("rev"), id, "错", Fen::ZERO)
        .await
        .unwrap();
    assert_eq!(
        refused(issue("e3", 1).await),
        "certificate_entry_taken_back"
    );
    assert_eq!(
        refused(issue("e4", 2).await),
        "certificate_entry_brought_nothing"
    );
    let told = house.check(&issued.code.to_string()).await.unwrap();
    assert!(!told.is_valid);
    let why = told.void_reason.unwrap();
    assert!(why.contains("入账已于 2026-11-20 冲销"), "{why}");
}

#[tokio::test]
async fn anybody_checks_a_code_and_learns_no_name() {
    let (house, id, account_no) = paid().await;
    let issued = house.contribution("c1", account_no).await;
    let told = house
        .check(&issued.code.plain().to_lowercase())
        .await
        .unwrap();
    assert_eq!((told.is_valid, told.void_reason.as_deref()), (true, None));
    assert_eq!(told.kind, CertificateKind::Contribution);
    assert_eq!(told.holder_masked, "张**");
    assert!(
        told.facts
            .contains(&("账户余额".into(), "960.00 元".into()))
    );
    let everything = format!("{told:?}");
    assert!(!everything.contains(&name(1)) && !everything.contains(&id_number(1)));

    let receipt = house.receipt("r1", id).await;
    let entry = issue_entry_receipt(&house.app, &house.system, &key("e1"), account_no, 1).await;
    let entry = entry.unwrap();
    let told = house.check(&entry.code.to_string()).await.unwrap();
    let everything = format!("{told:?}");
    assert!(!everything.contains(&name(1)) && !everything.contains(&account_no.to_string()));

    let told = house.check(&receipt.code.to_string()).await.unwrap();
    assert_eq!(
        (told.holder_masked.as_str(), told.id_number_masked),
        ("安居第1机械厂", None)
    );
    assert!(told.is_valid);
    reverse(&house.app, &house.system, &key("rev"), id, "错", Fen::ZERO)
        .await
        .unwrap();
    let told = house.check(&receipt.code.to_string()).await.unwrap();
    assert!(!told.is_valid && told.void_reason.unwrap().contains("汇缴已于"));
    // A certificate tells of a day, and that was so.
    assert!(
        house
            .check(&issued.code.to_string())
            .await
            .unwrap()
            .is_valid
    );
}

#[tokio::test]
async fn codes_that_nobody_has_are_counted_by_address_and_slips_are_not() {
    let (house, _, account_no) = paid().await;
    let right = house.contribution("c1", account_no).await.code.to_string();
    for _ in 0..40 {
        assert_eq!(
            refused(house.check("7K3M").await),
            "certificate_code_invalid"
        );
    }
    for nth in 0..29 {
        let wrong = Code::random().unwrap().to_string();
        assert_eq!(
            refused(house.check(&wrong).await),
            "certificate_unknown",
            "{nth}"
        );
        assert!(house.check(&right).await.is_ok(), "{nth}");
    }
    for _ in 0..2 {
        let wrong = Code::random().unwrap().to_string();
        house.check(&wrong).await.unwrap_err();
    }
    assert_eq!(refused(house.check(&right).await), "guesses_exhausted");
    let elsewhere = check(&house.app, house.centre, Some("192.0.2.8"), &right).await;
    assert!(elsewhere.is_ok());
    house.app.clock.advance(Duration::from_secs(3_600));
    assert!(house.check(&right).await.is_ok());
}

#[tokio::test]
async fn a_void_paper_is_not_printed_and_says_so() {
    let (house, _, account_no) = paid().await;
    let issued = house.contribution("c1", account_no).await;
    let id = issued.certificate_id;
    let void = async |word: &str, reason: &str| {
        void(&house.app, &house.system, &key(word), id, reason).await
    };
    assert_eq!(refused(void("v0", " ").await), "reason_invalid");
    void("v1", "姓名登记有误").await.unwrap();
    void("v1", "姓名登记有误").await.unwrap();
    assert_eq!(refused(void("v2", "再来").await), "certificate_void");
    let copy = paper(&house.app, &house.system, id).await;
    assert_eq!(refused(copy), "certificate_void");
    let told = house.check(&issued.code.to_string()).await.unwrap();
    assert_eq!(
        told.void_reason.as_deref(),
        Some("出具单位已于 2026-11-20 作废")
    );
    let all = list(&house.app, &house.system, &page()).await.unwrap();
    let row = &all.items[0];
    assert_eq!(
        (row.status, row.void_reason.as_deref()),
        (CertificateStatus::Void, Some("姓名登记有误"))
    );
    assert!(row.can.is_empty());
    assert_eq!(house.findings().await, []);
}

#[tokio::test]
async fn a_list_is_searched_by_what_the_desk_knows() {
    let (house, id, account_no) = paid().await;
    let certificate = house.contribution("c1", account_no).await;
    house.receipt("r1", id).await;
    let found = async |name: &str, value: String| {
        let query = crate::testing::page(&[(name, &value)]);
        let found = list(&house.app, &house.system, &query).await.unwrap();
        found
            .items
            .into_iter()
            .map(|row| row.title)
            .collect::<Vec<_>>()
    };
    let (receipt, contribution) = ("2026-10 汇缴收据", "缴存证明（截至 2026-11-20）");
    assert_eq!(found("kind", "remittance_receipt".into()).await, [receipt]);
    assert_eq!(found("remittance_id", id.to_string()).await, [receipt]);
    assert_eq!(
        found("employer_id", house.employer_id.to_string()).await,
        [receipt]
    );
    assert_eq!(
        found("account_no", account_no.to_string()).await,
        [contribution]
    );
    assert_eq!(
        found("code", certificate.code.to_string()).await,
        [contribution]
    );
    assert_eq!(found("code", "7K3M".into()).await, [""; 0]);
    assert_eq!(
        found("status", "standing".into()).await,
        [receipt, contribution]
    );
    assert_eq!(
        found("branch_id", house.branch().to_string()).await.len(),
        2
    );
    let member = house.member_of(account_no).await;
    assert_eq!(found("member_id", member.to_string()).await, [contribution]);
}

#[tokio::test]
async fn whoever_comes_by_a_hall_has_their_own_papers_and_no_others() {
    let (house, id, account_no) = paid().await;
    let (app, branch) = (&house.app, house.branch());
    let member = house.member_of(account_no).await;
    let other = house.member_of(house.line_of(id, 1).await).await;
    let own = house.visitor(Scope::Member { branch, member });
    let stranger = house.visitor(Scope::Member {
        branch,
        member: other,
    });
    let employer = house.employer_id;
    let agent = house.visitor(Scope::Employer { branch, employer });

    let certificate = issue_contribution(app, &own, &key("m1"), account_no, 24)
        .await
        .unwrap();
    issue_entry_receipt(app, &own, &key("m2"), account_no, 1)
        .await
        .unwrap();
    let receipt = issue_remittance_receipt(app, &agent, &key("a1"), id)
        .await
        .unwrap();
    for visitor in [&stranger, &agent] {
        let attempt = issue_contribution(app, visitor, &key("s1"), account_no, 12).await;
        assert_eq!(refused(attempt), "action_forbidden");
        let attempt = issue_entry_receipt(app, visitor, &key("s2"), account_no, 1).await;
        assert_eq!(refused(attempt), "action_forbidden");
        let copy = paper(app, visitor, certificate.certificate_id).await;
        assert_eq!(refused(copy), "action_forbidden");
    }
    for visitor in [&own, &stranger] {
        let attempt = issue_remittance_receipt(app, visitor, &key("s3"), id).await;
        assert_eq!(refused(attempt), "action_forbidden");
        let copy = paper(app, visitor, receipt.certificate_id).await;
        assert_eq!(refused(copy), "action_forbidden");
    }
    let seen = async |visitor: &Caller| list(app, visitor, &page()).await.unwrap().items.len();
    assert_eq!(
        (seen(&own).await, seen(&stranger).await, seen(&agent).await),
        (2, 0, 1)
    );
    let own_copy = paper(app, &own, certificate.certificate_id).await.unwrap();
    assert_eq!(own_copy, house.paper(certificate.certificate_id).await);
    let attempt = void(app, &own, &key("v1"), certificate.certificate_id, "试").await;
    assert_eq!(refused(attempt), "action_forbidden");
}

#[tokio::test]
async fn staff_of_another_branch_and_without_the_right_are_refused() {
    let (house, id, account_no) = paid().await;
    let issued = house.contribution("c1", account_no).await;
    let nobody = house.stranger();
    let attempt = issue_contribution(&house.app, &nobody, &key("n1"), account_no, 12).await;
    assert_eq!(refused(attempt), "action_forbidden");
    let attempt = issue_remittance_receipt(&house.app, &nobody, &key("n2"), id).await;
    assert_eq!(refused(attempt), "action_forbidden");
    let attempt = list(&house.app, &nobody, &page()).await;
    assert_eq!(refused(attempt), "action_forbidden");
    let (_, county) = house.county_employer(2).await;
    let elsewhere = house.clerk_of(
        county,
        &["certificate.read", "certificate.issue", "certificate.void"],
    );
    let attempt = issue_contribution(&house.app, &elsewhere, &key("n3"), account_no, 12).await;
    assert_eq!(refused(attempt), "action_forbidden");
    let copy = paper(&house.app, &elsewhere, issued.certificate_id).await;
    assert_eq!(refused(copy), "action_forbidden");
    let attempt = void(
        &house.app,
        &elsewhere,
        &key("n4"),
        issued.certificate_id,
        "试",
    )
    .await;
    assert_eq!(refused(attempt), "action_forbidden");
    let seen = list(&house.app, &elsewhere, &page()).await.unwrap();
    assert!(seen.items.is_empty());
    let wrong = issue_contribution(&house.app, &house.system, &key("n5"), account_no, 13).await;
    assert_eq!(refused(wrong), "certificate_months_invalid");
}

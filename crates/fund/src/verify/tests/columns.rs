//! Every column of what is vouched for by a digest alone, altered behind the program's back: the
//! changes of accounts, rosters, and the rules of remittances.

use std::collections::BTreeSet;

use db::{ReadTx, Stmt};

use super::{House, columns, lived_in};
use crate::agent::{self, Invitee};
use crate::employer::{self, Field, NewChange};
use crate::member::change_mobile::{NewMobile, change_mobile};
use crate::payer::{self, NewArrangement, NewPayer};
use crate::remittance::testing::{TITLES, key, people};
use crate::remittance::tests::reversed_short;
use crate::testing::credit_code;
use crate::transfer::tests::moved;
use crate::verify;

/// What of a table is set to what, and the code that tells of it.
type Column = (&'static str, &'static Stmt<(), ()>, &'static str);

/// Declares what every column of one row of a table is set to.
macro_rules! altered {
    ($module:ident, $table:literal where $row:literal:
     $($name:ident $column:literal = $value:literal => $code:literal;)*) => {
        mod $module {
            db::statements! {
                $($name: () => () = concat!(
                    "UPDATE ", $table, " SET ", $column, " = ", $value,
                    " WHERE centre_id = $1 AND ", $row
                );)*
            }
            pub(super) const COLUMNS: &[super::Column] = &[$(($column, &$name, $code)),*];
        }
    };
}

altered!(changes, "account_change" where "account_no = 1000000001 AND change_no = 1":
    ACCOUNT "account_no" = "1000000009" => "account_change_out_of_order";
    NO "change_no" = "0" => "account_change_out_of_order";
    KIND "kind" = "'rebased'" => "account_change_out_of_order";
    MEMBER "member_id" = "employer_id" => "roster_confirmation_differs";
    EMPLOYER "employer_id" = "member_id" => "account_change_roster_differs";
    BRANCH "branch_id" = "member_id" => "roster_confirmation_differs";
    STATUS "status" = "'sealed'" => "roster_confirmation_differs";
    OPENED_ON "opened_on" = "'2026-11-19'" => "roster_confirmation_differs";
    FIRST_MONTH "first_month" = "202609" => "roster_confirmation_differs";
    BASE "base_fen" = "base_fen + 1" => "account_change_roster_differs";
    EMPLOYER_RATE "employer_rate" = "employer_rate + 1" => "roster_line_change_differs";
    MEMBER_RATE "member_rate" = "member_rate + 1" => "roster_line_change_differs";
    EMPLOYER_MONTHLY "employer_monthly_fen" = "employer_monthly_fen + 1"
        => "account_change_roster_differs";
    MEMBER_MONTHLY "member_monthly_fen" = "member_monthly_fen + 1"
        => "account_change_roster_differs";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "roster_confirmation_differs";
    MADE_BY "made_by" = "'staff:x'" => "roster_confirmation_differs";
    MADE_BY_NAME "made_by_name" = "'别人'" => "roster_confirmation_differs";
    SEALED_FROM "sealed_from" = "202611" => "roster_confirmation_differs";
    ROSTER "roster_id" = "NULL" => "account_change_roster_differs";
    SEALING "sealing_id" = "member_id" => "account_change_sealing_differs";
);

altered!(sealings, "sealing" where "reason = 'moved'":
    ID "sealing_id" = "employer_id" => "sealing_facts_differ";
    EMPLOYER "employer_id" = "(SELECT e.employer_id FROM employer e \
                                WHERE e.centre_id = $1 AND e.employer_id <> sealing.employer_id)"
        => "sealing_facts_differ";
    BRANCH "branch_id" = "employer_id" => "sealing_facts_differ";
    FROM_MONTH "from_month" = "202612" => "sealing_facts_differ";
    REASON "reason" = "'died'" => "sealing_facts_differ";
    NOTE "note" = "'另有说明'" => "sealing_facts_differ";
    ACCOUNTS "accounts" = "2" => "sealing_facts_differ";
    ROSTER "roster_id" = "employer_id" => "sealing_facts_differ";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "sealing_facts_differ";
    MADE_BY "made_by" = "'staff:x'" => "sealing_facts_differ";
    MADE_BY_NAME "made_by_name" = "'别人'" => "sealing_facts_differ";
);

altered!(sealing_lines, "sealing_line" where "account_no > 0":
    ID "sealing_id" = "X'00000000000000000000000000000001'" => "sealing_line_change_differs";
    ACCOUNT "account_no" = "9999999999" => "sealing_line_change_differs";
);

altered!(cases, "transfer_case" where "status = 'sealed'":
    ID "case_id" = "roster_id" => "transfer_case_facts_differ";
    SERIAL "serial" = "serial + 100" => "transfer_case_facts_differ";
    ACCOUNT "account_no" = "1000000001" => "transfer_case_facts_differ";
    OLD_EMPLOYER "old_employer_id" = "new_employer_id" => "transfer_case_facts_differ";
    OLD_BRANCH "old_branch_id" = "new_branch_id" => "transfer_case_facts_differ";
    NEW_EMPLOYER "new_employer_id" = "old_employer_id" => "transfer_case_facts_differ";
    NEW_BRANCH "new_branch_id" = "old_branch_id" => "transfer_case_facts_differ";
    ROSTER "roster_id" = "case_id" => "transfer_case_facts_differ";
    MONTH "month" = "202612" => "transfer_case_facts_differ";
    OPENED_ON "opened_on" = "'2026-11-19'" => "transfer_case_facts_differ";
    DUE_ON "due_on" = "'2026-11-19'" => "transfer_case_facts_differ";
    POLICY "policy_version_id" = "case_id" => "transfer_case_facts_differ";
    OPENED_AT "opened_at" = "'2026-11-20T00:31:00.000000Z'" => "transfer_case_facts_differ";
    OPENED_BY "opened_by" = "'staff:x'" => "transfer_case_facts_differ";
    OPENED_BY_NAME "opened_by_name" = "'别人'" => "transfer_case_facts_differ";
    STATUS "status" = "'declined'" => "transfer_case_end_differs";
    ENDED_AT "ended_at" = "'2026-11-20T00:31:00.000000Z'" => "transfer_case_end_differs";
    ENDED_BY "ended_by" = "'staff:x'" => "transfer_case_end_differs";
    ENDED_BY_NAME "ended_by_name" = "'别人'" => "transfer_case_end_differs";
    ENDED_REASON "ended_reason" = "'另有原因'" => "transfer_case_end_differs";
    PROOF "proof" = "(SELECT f.sm3 FROM file f \
                       WHERE f.centre_id = $1 AND f.sm3 <> COALESCE(transfer_case.proof, X'') LIMIT 1)"
        => "transfer_case_end_differs";
    SEALING "sealing_id" = "case_id" => "transfer_case_end_differs";
);

altered!(rosters, "roster" where "month = 202610 AND status = 'confirmed'":
    EMPLOYER "employer_id" = "(SELECT e.employer_id FROM employer e \
                                WHERE e.centre_id = $1 AND e.employer_id <> roster.employer_id)"
        => "roster_facts_differ";
    BRANCH "branch_id" = "employer_id" => "roster_facts_differ";
    MONTH "month" = "202609" => "roster_facts_differ";
    STATUS "status" = "'discarded'" => "roster_confirmation_differs";
    FILE "file" = "(SELECT f.sm3 FROM file f \
                     WHERE f.centre_id = $1 AND f.sm3 <> roster.file LIMIT 1)" => "roster_facts_differ";
    LINES "line_count" = "line_count + 1" => "roster_facts_differ";
    FAULTY "faulty_rows" = "faulty_rows + 1" => "roster_facts_differ";
    NEW "new_accounts" = "new_accounts + 1" => "roster_facts_differ";
    CHANGED "changed_bases" = "changed_bases + 1" => "roster_facts_differ";
    UNSEALED "unsealed_accounts" = "unsealed_accounts + 1" => "roster_facts_differ";
    TRANSFERRED "transferred_accounts" = "transferred_accounts + 1" => "roster_facts_differ";
    MISSING "missing_members" = "missing_members + 1" => "roster_facts_differ";
    EMPLOYER_FEN "employer_amount_fen" = "employer_amount_fen + 1" => "roster_facts_differ";
    MEMBER_FEN "member_amount_fen" = "member_amount_fen + 1" => "roster_facts_differ";
    UNKNOWN "unknown_columns" = "'[\"x\"]'" => "roster_facts_differ";
    SKIPPED "skipped_rows" = "''" => "roster_facts_differ";
    NOTES "notes" = "'[]x'" => "roster_facts_differ";
    ROUNDING "rounding" = "'yuan'" => "roster_facts_differ";
    TERMS "terms" = "file" => "roster_facts_differ";
    CREATED_AT "created_at" = "'2026-11-20T00:31:00.000000Z'" => "roster_facts_differ";
    CREATED_BY "created_by" = "'staff:x'" => "roster_facts_differ";
    CREATED_BY_NAME "created_by_name" = "'别人'" => "roster_facts_differ";
    REMITTANCE "remittance_id" = "NULL" => "roster_confirmation_differs";
);

altered!(previews, "roster" where "status = 'previewed'":
    ID "roster_id" = "employer_id" => "roster_facts_differ";
);

altered!(rules, "remittance_rule" where
    "rule_no = 1 AND remittance_id = (SELECT r.remittance_id FROM remittance r \
                                       WHERE r.centre_id = $1 AND r.month = 202610)":
    ID "remittance_id" = "(SELECT r.roster_id FROM remittance r \
                                    WHERE r.centre_id = $1 AND r.month = 202610)"
        => "remittance_facts_differ";
    NO "rule_no" = "99" => "remittance_facts_differ";
    RULE "rule" = "'别的规则'" => "remittance_facts_differ";
    INPUT "input" = "'x'" => "remittance_facts_differ";
    LIMIT "limit_text" = "'x'" => "remittance_facts_differ";
    SOURCE "source" = "'x'" => "remittance_facts_differ";
    VERDICT "verdict" = "'broken'" => "remittance_facts_differ";
    VERSION "policy_version_id" = "remittance_id" => "remittance_facts_differ";
);

altered!(payers, "payer" where "status = 'ended'":
    SERIAL "serial" = "serial + 9" => "payer_facts_differ";
    NAME "name" = "'别人'" => "payer_facts_differ";
    NAME_COMPARED "name_compared" = "'别人'" => "payer_facts_differ";
    KIND "kind" = "'other'" => "payer_facts_differ";
    CREDIT_CODE "credit_code" = "'x'" => "payer_facts_differ";
    ACCOUNT "account_number" = "account_lookup" => "payer_facts_differ";
    LOOKUP "account_lookup" = "(SELECT m.name_lookup FROM member m WHERE m.centre_id = $1 \
                                 ORDER BY m.member_id LIMIT 1)" => "payer_facts_differ";
    BASIS "basis" = "'x'" => "payer_facts_differ";
    STATUS "status" = "'paying'" => "payer_end_differs";
    REGISTERED_AT "registered_at" = "'2026-11-20T00:31:00.000000Z'" => "payer_facts_differ";
    REGISTERED_BY "registered_by" = "'staff:x'" => "payer_facts_differ";
    REGISTERED_BY_NAME "registered_by_name" = "'别人'" => "payer_facts_differ";
    ENDED_AT "ended_at" = "'2026-11-20T00:31:00.000000Z'" => "payer_end_differs";
    ENDED_BY "ended_by" = "'staff:x'" => "payer_end_differs";
    ENDED_BY_NAME "ended_by_name" = "'别人'" => "payer_end_differs";
    ENDED_REASON "ended_reason" = "'x'" => "payer_end_differs";
);

altered!(payers_alone, "payer" where "status = 'paying'":
    ID "payer_id" = "(SELECT e.employer_id FROM employer e WHERE e.centre_id = $1 \
                       ORDER BY e.employer_id LIMIT 1)" => "payer_facts_differ";
);

altered!(employer_changes, "employer_change" where "field = 'name'":
    ID "change_id" = "employer_id" => "employer_change_facts_differ";
    EMPLOYER "employer_id" = "(SELECT e.employer_id FROM employer e \
                                WHERE e.centre_id = $1 \
                                  AND e.employer_id <> employer_change.employer_id LIMIT 1)"
        => "employer_change_facts_differ";
    NO "change_no" = "2" => "employer_change_out_of_order";
    FIELD "field" = "'address'" => "employer_facts_differ";
    BEFORE_TEXT "before_text" = "'安居市曾用名'" => "employer_facts_differ";
    AFTER_TEXT "after_text" = "'安居市别名'" => "employer_facts_differ";
    BEFORE_SEALED "before_sealed" = "X'00'" => "employer_change_facts_differ";
    AFTER_SEALED "after_sealed" = "X'00'" => "employer_change_facts_differ";
    BASIS "basis" = "'x'" => "employer_change_facts_differ";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "employer_change_facts_differ";
    MADE_BY "made_by" = "'staff:x'" => "employer_change_facts_differ";
    MADE_BY_NAME "made_by_name" = "'别人'" => "employer_change_facts_differ";
);

altered!(arrangements, "payer_arrangement" where "ended_on IS NOT NULL":
    ID "arrangement_id" = "employer_id" => "arrangement_facts_differ";
    PAYER "payer_id" = "(SELECT p.payer_id FROM payer p \
                          WHERE p.centre_id = $1 AND p.status = 'paying')"
        => "arrangement_facts_differ";
    EMPLOYER "employer_id" = "(SELECT e.employer_id FROM employer e \
                                WHERE e.centre_id = $1 \
                                  AND e.employer_id <> payer_arrangement.employer_id LIMIT 1)"
        => "arrangement_facts_differ";
    FIRST_DAY "first_day" = "'2026-01-02'" => "arrangement_facts_differ";
    LAST_DAY "last_day" = "'2026-12-31'" => "arrangement_facts_differ";
    BASIS "basis" = "'x'" => "arrangement_facts_differ";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "arrangement_facts_differ";
    MADE_BY "made_by" = "'staff:x'" => "arrangement_facts_differ";
    MADE_BY_NAME "made_by_name" = "'别人'" => "arrangement_facts_differ";
    ENDED_ON "ended_on" = "'2026-11-01'" => "arrangement_end_differs";
    ENDED_AT "ended_at" = "'2026-11-20T00:31:00.000000Z'" => "arrangement_end_differs";
    ENDED_BY "ended_by" = "'staff:x'" => "arrangement_end_differs";
    ENDED_BY_NAME "ended_by_name" = "'别人'" => "arrangement_end_differs";
    ENDED_REASON "ended_reason" = "'x'" => "arrangement_end_differs";
);

altered!(agents, "agent" where "status = 'ended'":
    ID "agent_id" = "(SELECT e.employer_id FROM employer e WHERE e.centre_id = $1 \
                       ORDER BY e.employer_id LIMIT 1)" => "agent_facts_differ";
    NAME "name" = "mobile" => "agent_facts_differ";
    MOBILE "mobile" = "name" => "agent_facts_differ";
    LOOKUP "mobile_lookup" = "(SELECT m.name_lookup FROM member m WHERE m.centre_id = $1 \
                                ORDER BY m.member_id LIMIT 1)" => "agent_facts_differ";
    STATUS "status" = "'invited'" => "agent_facts_differ";
    PASSWORD "password_hash" = "'x'" => "agent_opening_differs";
    PASSWORD_SET_AT "password_set_at" = "'2026-11-20T00:31:00.000000Z'"
        => "agent_opening_differs";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "agent_facts_differ";
    MADE_BY "made_by" = "'staff:x'" => "agent_facts_differ";
    MADE_BY_NAME "made_by_name" = "'别人'" => "agent_facts_differ";
    ENDED_AT "ended_at" = "'2026-11-20T00:31:00.000000Z'" => "agent_end_differs";
);

altered!(agent_links, "agent_employer" where "status = 'ended'":
    ID "link_id" = "employer_id" => "agent_link_facts_differ";
    AGENT "agent_id" = "(SELECT a.agent_id FROM agent a \
                          WHERE a.centre_id = $1 AND a.status = 'active')"
        => "agent_link_facts_differ";
    EMPLOYER "employer_id" = "(SELECT e.employer_id FROM employer e \
                                WHERE e.centre_id = $1 \
                                  AND e.employer_id <> agent_employer.employer_id LIMIT 1)"
        => "agent_link_facts_differ";
    LEAD "is_lead" = "NOT is_lead" => "agent_link_facts_differ";
    STATUS "status" = "'active'" => "agent_link_end_differs";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "agent_link_facts_differ";
    MADE_BY "made_by" = "'staff:x'" => "agent_link_facts_differ";
    MADE_BY_NAME "made_by_name" = "'别人'" => "agent_link_facts_differ";
    ACCEPTED_AT "accepted_at" = "NULL" => "agent_link_acceptance_differs";
    ENDED_AT "ended_at" = "'2026-11-20T00:31:00.000000Z'" => "agent_link_end_differs";
    ENDED_BY "ended_by" = "'staff:x'" => "agent_link_end_differs";
    ENDED_BY_NAME "ended_by_name" = "'别人'" => "agent_link_end_differs";
    ENDED_REASON "ended_reason" = "'x'" => "agent_link_end_differs";
);

altered!(shortfalls, "remittance_shortfall" where "short_fen > 0":
    REMITTANCE "remittance_id" = "recovery_id" => "remittance_end_differs";
    ACCOUNT "account_no" = "1000000009" => "remittance_end_differs";
    STATUS "account_status" = "'frozen'" => "shortfall_differs";
    HELD "held_fen" = "held_fen + 1" => "shortfall_differs";
    AMOUNT "amount_fen" = "amount_fen + 1" => "shortfall_differs";
    SHORT "short_fen" = "short_fen + 1" => "shortfall_differs";
    RECOVERY "recovery_id" = "remittance_id" => "recovery_differs";
    FACTS "recovery_facts" = "X'0000000000000000000000000000000000000000000000000000000000000000'"
        => "recovery_facts_differ";
    VOUCHER "voucher_id" = "recovery_id" => "shortfall_differs";
);

altered!(recoveries, "recovery" where "kind = 'shortfall'":
    ID "recovery_id" = "voucher_id" => "recovery_differs";
    SERIAL "serial" = "serial + 9" => "recovery_facts_differ";
    KIND "kind" = "'taken_back'" => "recovery_facts_differ";
    ARRIVAL "arrival_id" = "(SELECT a.arrival_id FROM arrival a WHERE a.centre_id = $1 LIMIT 1)"
        => "recovery_facts_differ";
    AMOUNT "amount_fen" = "amount_fen + 1" => "recovery_facts_differ";
    LEFT "left_fen" = "left_fen - 1" => "recovery_left_differs";
    OWNER "owner" = "'x'" => "recovery_facts_differ";
    DEBTOR "debtor" = "'1'" => "recovery_facts_differ";
    STATUS "status" = "'recovered'" => "recovery_left_differs";
    BANK_SERIAL "bank_serial" = "'x'" => "recovery_facts_differ";
    VALUE_DATE "value_date" = "'2026-11-19'" => "recovery_facts_differ";
    REASON "reason" = "'另有原因'" => "recovery_facts_differ";
    BUSINESS_DATE "business_date" = "'2026-11-19'" => "recovery_facts_differ";
    VOUCHER "voucher_id" = "recovery_id" => "recovery_facts_differ";
    OPENED_AT "opened_at" = "'2026-11-20T00:31:00.000000Z'" => "recovery_facts_differ";
    OPENED_BY "opened_by" = "'staff:x'" => "recovery_facts_differ";
    OPENED_BY_NAME "opened_by_name" = "'别人'" => "recovery_facts_differ";
);

altered!(mobiles, "mobile_change" where "reason = 'corrected'":
    ID "change_id" = "member_id" => "mobile_change_facts_differ";
    MEMBER "member_id" = "(SELECT m.member_id FROM member m WHERE m.centre_id = $1 \
                             AND m.member_id <> mobile_change.member_id LIMIT 1)"
        => "mobile_change_facts_differ";
    ACCOUNT "account_no" = "1000000009" => "mobile_change_facts_differ";
    OLD "old_mobile" = "NULL" => "mobile_change_facts_differ";
    NEW "new_mobile" = "old_mobile" => "mobile_change_facts_differ";
    REASON "reason" = "'other'" => "mobile_change_facts_differ";
    DOCUMENT "document" = "'proxy'" => "mobile_change_facts_differ";
    NOTE "note" = "'另有说明'" => "mobile_change_facts_differ";
    MADE_AT "made_at" = "'2026-11-20T00:31:00.000000Z'" => "mobile_change_facts_differ";
    MADE_BY "made_by" = "'staff:x'" => "mobile_change_facts_differ";
    MADE_BY_NAME "made_by_name" = "'别人'" => "mobile_change_facts_differ";
);

/// What is found here and in the crate below.
async fn codes(tx: &mut ReadTx) -> BTreeSet<&'static str> {
    let mut found = verify::verify(tx).await.unwrap().findings;
    found.extend(settlement::verify::verify(tx).await.unwrap());
    found.iter().map(|finding| finding.code).collect()
}

async fn every_column_is_tried(house: &House, table: &str, altered: &[Column]) {
    let tried: BTreeSet<String> = altered.iter().map(|(c, ..)| (*c).to_owned()).collect();
    assert_eq!(tried, columns(house, table).await);
    for (column, statement, code) in altered {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        let rows = tx.execute(statement, ()).await.unwrap();
        assert_eq!(rows, 1, "{table}.{column}");
        let codes = codes(&mut tx).await;
        assert!(codes.contains(code), "{table}.{column}: {codes:?}");
    }
    assert_eq!(house.findings().await, [], "nothing of it stays");
}

#[tokio::test]
async fn every_column_of_what_became_of_an_account_is_tried() {
    let (house, ..) = lived_in().await;
    every_column_is_tried(&house, "account_change", changes::COLUMNS).await;
}

#[tokio::test]
async fn every_column_of_a_roster_is_tried() {
    let (house, ..) = lived_in().await;
    let other = house.another_employer(2).await;
    let rows = people(1..=1, "5000");
    house
        .upload("preview", other, "2026-10", TITLES, &rows)
        .await
        .unwrap();
    let altered = [rosters::COLUMNS, previews::COLUMNS].concat();
    every_column_is_tried(&house, "roster", &altered).await;
}

#[tokio::test]
async fn every_column_of_a_rule_is_tried() {
    let (house, ..) = lived_in().await;
    every_column_is_tried(&house, "remittance_rule", rules::COLUMNS).await;
}

/// Somebody asked for, sealed and brought over.
#[tokio::test]
async fn every_column_of_people_in_motion_is_tried() {
    let two = moved().await;
    every_column_is_tried(&two, "sealing", sealings::COLUMNS).await;
    every_column_is_tried(&two, "sealing_line", sealing_lines::COLUMNS).await;
    every_column_is_tried(&two, "transfer_case", cases::COLUMNS).await;
}

/// Somebody whose mobile was recorded and then corrected.
async fn with_mobiles() -> House {
    let (house, ..) = lived_in().await;
    let account_no = kernel::AccountNo::new(1_000_000_001).unwrap();
    for (word, mobile, reason) in [
        ("mobile-1", "13800138000", "recorded"),
        ("mobile-2", "13900139000", "corrected"),
    ] {
        let new = NewMobile {
            mobile: mobile.to_owned(),
            reason: reason.to_owned(),
            document: "resident_id".to_owned(),
            note: None,
        };
        change_mobile(&house.app, &house.system, &key(word), account_no, new)
            .await
            .unwrap();
    }
    house
}

#[tokio::test]
async fn every_column_of_a_mobile_s_change_is_tried() {
    let house = with_mobiles().await;
    every_column_is_tried(&house, "mobile_change", mobiles::COLUMNS).await;
}

mod forgotten {
    db::statements! {
        /// A member's mobile is none any more.
        MOBILE: () => () =
            "UPDATE member SET mobile = NULL, mobile_lookup = NULL \
              WHERE centre_id = $1 AND mobile IS NOT NULL";
        /// The last change is gone.
        CHANGE: () => () =
            "DELETE FROM mobile_change WHERE centre_id = $1 AND reason = 'corrected'";
    }

    /// Each with the code that tells of it.
    pub(super) const CASES: &[(&db::Stmt<(), ()>, &str)] = &[
        (&MOBILE, "member_mobile_differs"),
        (&CHANGE, "member_mobile_differs"),
        (&CHANGE, "mobile_change_facts_differ"),
    ];
}

#[tokio::test]
async fn a_member_s_mobile_is_that_of_its_last_change() {
    let house = with_mobiles().await;
    for (statement, code) in forgotten::CASES {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        assert_eq!(tx.execute(statement, ()).await.unwrap(), 1);
        assert!(codes(&mut tx).await.contains(code), "{code}");
    }
}

/// The house with two payers, of which the one with an arrangement was ended.
async fn with_payers() -> House {
    let (house, ..) = lived_in().await;
    house.another_employer(2).await;
    let new = |name: &str, account: &str, employers: Vec<NewArrangement>| NewPayer {
        name: name.to_owned(),
        kind: "fiscal".to_owned(),
        credit_code: credit_code(900),
        account_number: account.to_owned(),
        basis: "安财库〔2026〕3号".to_owned(),
        employers,
    };
    let arrangement = NewArrangement {
        employer_id: house.employer_id,
        first_day: "2026-01-01".to_owned(),
        last_day: None,
    };
    let (app, system) = (&house.app, &house.system);
    let ended = new("安居市财政局", "51990001", vec![arrangement]);
    let ended = payer::register(app, system, &key("payer-1"), ended)
        .await
        .unwrap();
    payer::end(app, system, &key("end"), ended, "国库改革")
        .await
        .unwrap();
    let other = new("安居县财政局", "51990002", vec![]);
    payer::register(app, system, &key("payer-2"), other)
        .await
        .unwrap();
    house
}

#[tokio::test]
async fn every_column_of_a_payer_is_tried() {
    let house = with_payers().await;
    let altered = [payers::COLUMNS, payers_alone::COLUMNS].concat();
    every_column_is_tried(&house, "payer", &altered).await;
}

#[tokio::test]
async fn every_column_of_an_arrangement_is_tried() {
    let house = with_payers().await;
    every_column_is_tried(&house, "payer_arrangement", arrangements::COLUMNS).await;
}

/// An agent that has ended, and another that acts.
#[tokio::test]
async fn every_column_of_an_agent_and_whom_it_acts_for_is_tried() {
    let (house, ..) = lived_in().await;
    house.another_employer(2).await;
    let own = house.employer_id;
    let ended = house.agent("ended", own, Invitee::Registered, true).await;
    let other = Invitee::Named {
        name: "王二".to_owned(),
        mobile: "13900139000".to_owned(),
    };
    house.agent("acting", own, other, false).await;
    let (app, system) = (&house.app, &house.system);
    agent::end(app, system, &key("end"), own, ended, Some("离职"))
        .await
        .unwrap();
    every_column_is_tried(&house, "agent", agents::COLUMNS).await;
    every_column_is_tried(&house, "agent_employer", agent_links::COLUMNS).await;
}

/// What was posted under the former name keeps it.
#[tokio::test]
async fn every_column_of_an_employer_s_change_is_tried() {
    let (house, ..) = lived_in().await;
    house.another_employer(2).await;
    let renamed = NewChange {
        seen: 0,
        basis: "营业执照变更登记".to_owned(),
        values: [(Field::Name, "安居重工".to_owned())].into(),
    };
    let (app, system, id) = (&house.app, &house.system, house.employer_id);
    employer::change(app, system, &key("rename"), id, &renamed)
        .await
        .unwrap();
    let mut tx = app.db.read(house.centre).await.unwrap();
    let told = tx.all(&SUMMARIES, ()).await.unwrap();
    drop(tx);
    let former = told.iter().any(|(text,)| text.contains("安居第1机械厂"));
    let later = told.iter().any(|(text,)| text.contains("安居重工"));
    assert_eq!((former, later), (true, false), "{told:?}");
    every_column_is_tried(&house, "employer_change", employer_changes::COLUMNS).await;
}

db::statements! {
    /// What vouchers say they are of.
    SUMMARIES: () => (String,) =
        "SELECT summary FROM voucher WHERE centre_id = $1 ORDER BY voucher_id";
}

#[tokio::test]
async fn every_column_of_a_shortfall_is_tried() {
    let house = reversed_short().await;
    every_column_is_tried(&house, "remittance_shortfall", shortfalls::COLUMNS).await;
    every_column_is_tried(&house, "recovery", recoveries::COLUMNS).await;
}

mod accounts {
    db::statements! {
        /// Someone without an account, to put in between.
        SPARE: () => () =
            "INSERT INTO member (centre_id, member_id, name, name_lookup, id_kind, id_number, \
                                 id_number_lookup, id_tail_lookup, sex) \
             SELECT m.centre_id, r.roster_id, m.name, m.name_lookup, m.id_kind, m.id_number, \
                    m.name_lookup, m.id_tail_lookup, m.sex \
               FROM account a \
               JOIN member m ON m.centre_id = a.centre_id AND m.member_id = a.member_id \
               JOIN roster r ON r.centre_id = a.centre_id AND r.month = 202610 \
              WHERE a.centre_id = $1 AND a.account_no = 1000000001";
        /// Whose an account is becomes whose a change says that another is.
        GIVE: (i64, i64) => () =
            "UPDATE account SET member_id = (SELECT c.member_id FROM account_change c \
                  WHERE c.centre_id = $1 AND c.account_no = $3 AND c.change_no = 1) \
              WHERE centre_id = $1 AND account_no = $2";
        /// An account is the spare member's.
        GIVE_SPARE: () => () =
            "UPDATE account SET member_id = \
                    (SELECT r.roster_id FROM roster r WHERE r.centre_id = $1 AND r.month = 202610) \
              WHERE centre_id = $1 AND account_no = 1000000001";
        /// No spare member any more.
        REMOVE_SPARE: () => () =
            "DELETE FROM member WHERE centre_id = $1 AND member_id = \
                    (SELECT r.roster_id FROM roster r WHERE r.centre_id = $1 AND r.month = 202610)";
        /// An account was opened on another day.
        OPENED: () => () =
            "UPDATE account SET opened_on = '2026-11-19' \
              WHERE centre_id = $1 AND account_no = 1000000001";
    }
}

/// Each is a sound member, each account sound: only the changes know whose is whose.
#[tokio::test]
async fn two_accounts_that_changed_hands_are_named() {
    let (house, ..) = lived_in().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&accounts::SPARE, ()).await.unwrap();
    tx.execute_one(&accounts::GIVE_SPARE, ()).await.unwrap();
    for pair in [
        (1_000_000_002, 1_000_000_001),
        (1_000_000_001, 1_000_000_002),
    ] {
        tx.execute_one(&accounts::GIVE, pair).await.unwrap();
    }
    tx.execute_one(&accounts::REMOVE_SPARE, ()).await.unwrap();
    let found = verify::verify(&mut tx).await.unwrap().findings;
    let found: Vec<(&str, &str)> = found.iter().map(|f| (f.code, f.key.as_str())).collect();
    let code = "account_change_differs";
    assert_eq!(found, [(code, "1000000001"), (code, "1000000002")]);
}

#[tokio::test]
async fn another_day_of_opening_is_named() {
    let (house, ..) = lived_in().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    tx.execute_one(&accounts::OPENED, ()).await.unwrap();
    assert_eq!(
        codes(&mut tx).await,
        BTreeSet::from(["account_change_differs"])
    );
}

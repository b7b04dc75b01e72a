//! Every column of a remittance, and what of employers, arrivals, rosters and months should say the
//! same: altered behind the program's back, and named.

use std::collections::BTreeSet;

use super::{Tampering, columns, house, lived_in, tamper};
use crate::verify;

/// What is altered, how, and the codes that tell of it.
const TAMPERINGS: &[Tampering] = &[
    (
        "remittance serial",
        &SERIAL,
        &["remittance_code_differs", "remittance_facts_differ"],
    ),
    (
        "remittance employer_id",
        &EMPLOYER,
        &[
            "remittance_roster_differs",
            "member_month_remittance_differs",
            "remittance_facts_differ",
        ],
    ),
    (
        "remittance branch_id",
        &BRANCH,
        &["remittance_facts_differ"],
    ),
    (
        "remittance roster_id",
        &ROSTER,
        &[
            "remittance_roster_differs",
            "batch_line_roster_differs",
            "remittance_facts_differ",
        ],
    ),
    (
        "remittance month",
        &MONTH,
        &[
            "remittance_roster_differs",
            "remittance_entries_differ",
            "remittance_facts_differ",
        ],
    ),
    (
        "remittance status",
        &STATUS,
        &["remittance_run_differs", "remittance_payment_differs"],
    ),
    (
        "remittance people",
        &PEOPLE,
        &["remittance_lines_differ", "remittance_facts_differ"],
    ),
    (
        "remittance employer_fen",
        &EMPLOYER_FEN,
        &["remittance_lines_differ", "remittance_roster_differs"],
    ),
    (
        "remittance member_fen",
        &MEMBER_FEN,
        &["remittance_lines_differ", "remittance_roster_differs"],
    ),
    (
        "remittance expected_fen",
        &EXPECTED_FEN,
        &["remittance_lines_differ", "remittance_without_arrival"],
    ),
    (
        "remittance payment_code",
        &CODE,
        &["remittance_code_differs", "remittance_facts_differ"],
    ),
    (
        "remittance batch_id",
        &BATCH,
        &["remittance_lines_differ", "batch_line_stray"],
    ),
    (
        "remittance assessed_at",
        &ASSESSED_AT,
        &["remittance_facts_differ"],
    ),
    (
        "remittance assessed_by",
        &ASSESSED_BY,
        &["remittance_facts_differ"],
    ),
    (
        "remittance assessed_by_name",
        &ASSESSED_BY_NAME,
        &["remittance_facts_differ"],
    ),
    (
        "remittance policy_versions",
        &VERSIONS,
        &["remittance_voucher_differs", "remittance_facts_differ"],
    ),
    (
        "what filled a remittance",
        &FUNDED_BY,
        &["arrival_purpose_differs"],
    ),
    (
        "remittance value_date",
        &VALUE_DATE,
        &["remittance_payment_differs", "remittance_entries_differ"],
    ),
    (
        "remittance posted_on",
        &POSTED_ON,
        &["remittance_voucher_differs"],
    ),
    ("remittance run_id", &RUN, &["remittance_voucher_differs"]),
    (
        "remittance posted_lines",
        &POSTED_LINES,
        &["remittance_run_differs"],
    ),
    (
        "remittance preparer",
        &PREPARER,
        &["remittance_voucher_differs"],
    ),
    (
        "remittance ended_at",
        &ENDED_AT,
        &["remittance_end_differs", "remittance_payment_differs"],
    ),
    (
        "remittance ended_by",
        &ENDED_BY,
        &["remittance_end_differs"],
    ),
    (
        "remittance ended_reason",
        &ENDED_REASON,
        &["remittance_end_differs"],
    ),
    (
        "remittance remittance_id",
        &ID,
        &["remittance_facts_differ", "chunk_stray"],
    ),
    (
        "an arrival's purpose",
        &PURPOSE,
        &["arrival_purpose_differs"],
    ),
    (
        "what an arrival paid",
        &PURPOSE_ID,
        &["arrival_purpose_differs"],
    ),
    (
        "a chunk's voucher",
        &CHUNK_VOUCHER,
        &["chunk_voucher_differs"],
    ),
    (
        "a chunk's reversal",
        &CHUNK_REVERSAL,
        &["chunk_voucher_differs"],
    ),
    ("a line's base", &LINE_BASE, &["batch_line_roster_differs"]),
    (
        "a roster line's account",
        &ROSTER_ACCOUNT,
        &["batch_line_roster_differs"],
    ),
    (
        "a month's employer",
        &MONTH_EMPLOYER,
        &["member_month_remittance_differs"],
    ),
    (
        "a month's kind",
        &MONTH_KIND,
        &["member_month_remittance_differs"],
    ),
    ("a reversal's batch", &REVERSAL_BATCH, &["reversal_differs"]),
    (
        "an employer's name",
        &EMPLOYER_NAME,
        &["employer_facts_differ"],
    ),
    (
        "an employer's phone",
        &EMPLOYER_PHONE,
        &["employer_facts_differ"],
    ),
    (
        "an amount beyond all sums",
        &HUGE_LINE,
        &["remittance_lines_differ", "batch_line_without_entry"],
    ),
    (
        "a balance beyond all sums",
        &HUGE_BALANCE,
        &["members_accounts_differ", "members_entries_differ"],
    ),
    // Found by the ledger's proof; this one goes on without it.
    (
        "the ledger account of the members removed",
        &NO_MEMBERS,
        &[],
    ),
];

#[tokio::test]
async fn what_says_otherwise_than_the_rest_is_found_and_named() {
    let (house, ..) = lived_in().await;
    house.another_employer(2).await;
    for (what, statement, expected) in TAMPERINGS {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        assert!(
            tamper(&mut tx, statement).await.unwrap() > 0,
            "{what}: nothing was altered"
        );
        let found = verify::verify(&mut tx).await.unwrap().findings;
        let codes: BTreeSet<&str> = found.iter().map(|finding| finding.code).collect();
        for code in *expected {
            assert!(codes.contains(code), "{what}: {code} is not in {codes:?}");
        }
        assert!(
            found.iter().all(|finding| !finding.sentence.is_empty()),
            "{what}"
        );
    }
    assert_eq!(house.findings().await, [], "nothing of it stays");
}

#[tokio::test]
async fn every_column_of_a_remittance_is_tried() {
    let house = house().await;
    let columns = columns(&house, "remittance").await;
    let tried = TAMPERINGS.iter();
    let tried = tried.filter_map(|(what, ..)| what.strip_prefix("remittance "));
    assert_eq!(tried.map(str::to_owned).collect::<BTreeSet<_>>(), columns);
}

db::statements! {
    SERIAL: () => () = "UPDATE remittance SET serial = serial + 100 \
        WHERE centre_id = $1 AND month = 202610";
    EMPLOYER: () => () = "UPDATE remittance SET employer_id = \
        (SELECT e.employer_id FROM employer e \
          WHERE e.centre_id = $1 AND e.employer_id <> remittance.employer_id) \
        WHERE centre_id = $1 AND month = 202610";
    BRANCH: () => () = "UPDATE remittance SET branch_id = roster_id \
        WHERE centre_id = $1 AND month = 202610";
    ROSTER: () => () = "UPDATE remittance SET roster_id = \
        (SELECT r.roster_id FROM roster r WHERE r.centre_id = $1 AND r.month = 202611) \
        WHERE centre_id = $1 AND month = 202610";
    MONTH: () => () = "UPDATE remittance SET month = 202609 \
        WHERE centre_id = $1 AND month = 202610";
    STATUS: () => () = "UPDATE remittance SET status = 'cancelled' \
        WHERE centre_id = $1 AND month = 202610";
    PEOPLE: () => () = "UPDATE remittance SET people = people + 1 \
        WHERE centre_id = $1 AND month = 202610";
    EMPLOYER_FEN: () => () = "UPDATE remittance SET employer_fen = employer_fen + 1 \
        WHERE centre_id = $1 AND month = 202610";
    MEMBER_FEN: () => () = "UPDATE remittance SET member_fen = member_fen + 1 \
        WHERE centre_id = $1 AND month = 202610";
    EXPECTED_FEN: () => () = "UPDATE remittance SET expected_fen = expected_fen + 1 \
        WHERE centre_id = $1 AND month = 202611";
    CODE: () => () = "UPDATE remittance SET payment_code = '1000000065' \
        WHERE centre_id = $1 AND month = 202610";
    BATCH: () => () = "UPDATE remittance SET batch_id = roster_id \
        WHERE centre_id = $1 AND month = 202610";
    ASSESSED_AT: () => () =
        "UPDATE remittance SET assessed_at = '2026-11-20T00:31:00.000000Z' \
          WHERE centre_id = $1 AND month = 202610";
    ASSESSED_BY: () => () = "UPDATE remittance SET assessed_by = 'staff:别人' \
        WHERE centre_id = $1 AND month = 202610";
    ASSESSED_BY_NAME: () => () = "UPDATE remittance SET assessed_by_name = '别人' \
        WHERE centre_id = $1 AND month = 202610";
    VERSIONS: () => () = "UPDATE remittance SET policy_versions = '' \
        WHERE centre_id = $1 AND month = 202610";
    FUNDED_BY: () => () = "UPDATE remittance_funding SET arrival_id = \
        (SELECT a.arrival_id FROM arrival a WHERE a.centre_id = $1 AND a.bank_serial = 'B003') \
        WHERE centre_id = $1 AND remittance_id = \
        (SELECT r.remittance_id FROM remittance r WHERE r.centre_id = $1 AND r.month = 202610)";
    VALUE_DATE: () => () = "UPDATE remittance SET value_date = '2026-11-18' \
        WHERE centre_id = $1 AND month = 202610";
    POSTED_ON: () => () = "UPDATE remittance SET posted_on = '2026-11-19' \
        WHERE centre_id = $1 AND month = 202610";
    RUN: () => () = "UPDATE remittance SET run_id = roster_id \
        WHERE centre_id = $1 AND month = 202610";
    POSTED_LINES: () => () = "UPDATE remittance SET posted_lines = posted_lines - 1 \
        WHERE centre_id = $1 AND month = 202610";
    PREPARER: () => () = "UPDATE remittance SET preparer = 'staff:别人' \
        WHERE centre_id = $1 AND month = 202610";
    ENDED_AT: () => () = "UPDATE remittance SET ended_at = NULL \
        WHERE centre_id = $1 AND month = 202611";
    ENDED_BY: () => () = "UPDATE remittance SET ended_by = 'staff:别人' \
        WHERE centre_id = $1 AND month = 202611";
    ENDED_REASON: () => () = "UPDATE remittance SET ended_reason = '另有原因' \
        WHERE centre_id = $1 AND month = 202611";
    ID: () => () = "UPDATE remittance SET remittance_id = batch_id \
        WHERE centre_id = $1 AND month = 202610";
    PURPOSE: () => () = "UPDATE arrival SET purpose = 'loan' \
        WHERE centre_id = $1 AND bank_serial = 'B001'";
    PURPOSE_ID: () => () = "UPDATE arrival SET purpose_id = NULL \
        WHERE centre_id = $1 AND bank_serial = 'B001'";
    CHUNK_VOUCHER: () => () = "UPDATE remittance_chunk SET voucher_id = remittance_id \
        WHERE centre_id = $1 AND reversal_voucher_id IS NULL";
    CHUNK_REVERSAL: () => () = "UPDATE remittance_chunk SET reversal_voucher_id = voucher_id \
        WHERE centre_id = $1 AND reversal_voucher_id IS NOT NULL";
    LINE_BASE: () => () = "UPDATE batch_line SET base_fen = base_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000003";
    ROSTER_ACCOUNT: () => () = "UPDATE roster_line SET account_no = NULL \
        WHERE centre_id = $1 AND account_no = 1000000003";
    MONTH_EMPLOYER: () => () = "UPDATE member_month SET employer_id = \
        (SELECT r.roster_id FROM roster r WHERE r.centre_id = $1 AND r.month = 202610) \
        WHERE centre_id = $1 AND account_no = 1000000001 AND month = 202610";
    MONTH_KIND: () => () = "UPDATE member_month SET kind = 'prepayment' \
        WHERE centre_id = $1 AND account_no = 1000000001 AND month = 202610";
    REVERSAL_BATCH: () => () = "UPDATE entry SET batch_id = NULL \
        WHERE centre_id = $1 AND account_no = 1000000001 AND reverses_entry_no IS NOT NULL";
    EMPLOYER_NAME: () => () = "UPDATE employer SET name = '安居第9机械厂' WHERE centre_id = $1";
    EMPLOYER_PHONE: () => () = "UPDATE employer SET agent_phone = agent_mobile \
        WHERE centre_id = $1";
    HUGE_LINE: () => () = "UPDATE batch_line SET employer_fen = 9223372036854775807 \
        WHERE centre_id = $1 AND account_no = 1000000003";
    HUGE_BALANCE: () => () =
        "UPDATE voucher_line SET credit_fen = 9223372036854775807 \
          WHERE centre_id = $1 AND account = '201'";
    NO_MEMBERS: () => () = "DELETE FROM ledger_account WHERE centre_id = $1 AND code = '201'";
}

//! Rows altered behind the program's back are found and named.

use std::collections::BTreeSet;

use db::{Stmt, WriteTx};
use kernel::{Fen, RemittanceId, Result};

mod columns;
mod recorded;

use crate::remittance::testing::{House, house, key, people};
use crate::remittance::{Received, reverse};

/// A month posted and a month reversed, an arrival in suspense.
async fn lived_in() -> (House, RemittanceId, Received) {
    let house = house().await;
    let october = house
        .assess(house.employer_id, "2026-10", &people(1..=3, "6000"))
        .await;
    house.pay(october, "B001").await;
    let november = house
        .assess(house.employer_id, "2026-11", &people(1..=2, "7000"))
        .await;
    let paid = house.pay(november, "B002").await;
    reverse(
        &house.app,
        &house.system,
        &key("reverse"),
        november,
        "试验",
        Fen::ZERO,
    )
    .await
    .unwrap();
    house
        .receive(house.wire("B003", 12_345, "不明"))
        .await
        .unwrap();
    assert_eq!(house.findings().await, []);
    (house, october, paid)
}

type Tampering = (&'static str, &'static Stmt<(), ()>, &'static [&'static str]);

/// What is altered, how, and the codes that tell of it.
const TAMPERINGS: &[Tampering] = &[
    (
        "a balance",
        &BALANCE,
        &["account_balance_wrong", "members_accounts_differ"],
    ),
    (
        "a bucket moved to the other",
        &BUCKET,
        &["account_balance_wrong"],
    ),
    ("an entry count", &COUNT, &["account_entry_count_wrong"]),
    (
        "an entry's amount",
        &AMOUNT,
        &[
            "entry_balance_wrong",
            "members_entries_differ",
            "voucher_digest_differs",
            "voucher_amount_differs",
            "member_month_differs",
            "batch_line_without_entry",
        ],
    ),
    (
        "an entry's month",
        &MONTH,
        &["voucher_digest_differs", "member_month_differs"],
    ),
    ("an entry's date", &DATE, &["entry_date_differs"]),
    (
        "an entry's voucher",
        &VOUCHER,
        &["voucher_digest_differs", "voucher_amount_differs"],
    ),
    (
        "an entry removed",
        &REMOVED,
        &[
            "account_balance_wrong",
            "account_entry_count_wrong",
            "voucher_digest_differs",
        ],
    ),
    (
        "an account removed",
        &ACCOUNT,
        &["entry_without_account", "members_accounts_differ"],
    ),
    ("a base", &BASE, &["account_change_differs"]),
    (
        "a branch",
        &BRANCH,
        &["account_change_differs", "account_branch_differs"],
    ),
    ("a change's rate", &CHANGE_RATE, &["account_change_differs"]),
    (
        "a base and its change",
        &CHANGE_BASE,
        &["account_change_differs", "account_change_roster_differs"],
    ),
    (
        "a change removed",
        &CHANGE_REMOVED,
        &["account_change_out_of_order"],
    ),
    ("a month's amount", &MONTH_AMOUNT, &["member_month_differs"]),
    (
        "a month called reversed",
        &MONTH_KIND,
        &["member_month_differs"],
    ),
    ("a month removed", &MONTH_REMOVED, &["entry_without_month"]),
    (
        "a reversal's amount",
        &REVERSAL,
        &["reversal_differs", "voucher_digest_differs"],
    ),
    (
        "a batch line",
        &LINE,
        &["remittance_lines_differ", "batch_line_without_entry"],
    ),
    (
        "what a remittance expects",
        &EXPECTED,
        &["remittance_lines_differ"],
    ),
    ("a remittance's state", &STATE, &["remittance_run_differs"]),
    ("a chunk", &CHUNK, &["chunk_differs"]),
    (
        "an arrival's amount",
        &ARRIVAL,
        &["arrival_voucher_differs"],
    ),
    (
        "an arrival's state",
        &ARRIVAL_STATE,
        &["arrival_status_differs"],
    ),
    (
        "what waits",
        &WAITS,
        &["suspense_balance_differs", "suspense_voucher_differs"],
    ),
    ("a voucher's digest", &DIGEST, &["voucher_digest_differs"]),
    ("a name moved", &NAME, &["member_sealed_value_altered"]),
    (
        "a number cut off",
        &NUMBER,
        &["member_sealed_value_altered"],
    ),
    ("a mobile made up", &MOBILE, &["member_lookup_differs"]),
    (
        "a look-up key moved",
        &NAME_LOOKUP,
        &["member_lookup_differs"],
    ),
    (
        "a look-up key of another length",
        &TAIL_LOOKUP,
        &["member_lookup_differs"],
    ),
    ("a birth", &BIRTH, &["member_document_differs"]),
    (
        "a birth before all",
        &FIRST_BIRTH,
        &["member_document_differs"],
    ),
    ("a sex", &SEX, &["member_document_differs"]),
    ("a kind of document", &ID_KIND, &["member_document_differs"]),
    (
        "a kind that there isn't",
        &NO_KIND,
        &["member_document_differs"],
    ),
    (
        "an agent who becomes the legal person",
        &AGENT,
        &["employer_sealed_value_altered"],
    ),
    (
        "an agent's phone",
        &PHONE,
        &["employer_sealed_value_altered"],
    ),
    ("a payer moved", &PAYER, &["arrival_sealed_value_altered"]),
    (
        "a payer's account",
        &PAYER_ACCOUNT,
        &["arrival_sealed_value_altered"],
    ),
    (
        "an amount without bounds",
        &HUGE,
        &["account_balance_wrong", "members_accounts_differ"],
    ),
];

/// The columns of a table, for the tests that try each: whoever adds one says what proves it.
async fn columns(house: &House, table: &str) -> BTreeSet<String> {
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let columns = tx.all(&COLUMNS, (table.to_owned(),)).await.unwrap();
    columns.into_iter().map(|(column,)| column).collect()
}

async fn tamper(tx: &mut WriteTx, statement: &'static Stmt<(), ()>) -> Result<u64> {
    tx.execute(statement, ()).await
}

#[tokio::test]
async fn what_is_altered_behind_our_back_is_found_and_named() {
    let (house, ..) = lived_in().await;
    for (what, statement, expected) in TAMPERINGS {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        assert!(
            tamper(&mut tx, statement).await.unwrap() > 0,
            "{what}: nothing was altered"
        );
        // The proof reads within the tampering transaction, which then rolls back.
        let found = super::verify(&mut tx).await.unwrap().findings;
        let codes: Vec<&str> = found.iter().map(|finding| finding.code).collect();
        for code in *expected {
            assert!(
                codes.contains(code),
                "{what}: {code} is not among {codes:?}"
            );
        }
        assert!(
            found.iter().all(|finding| !finding.sentence.is_empty()),
            "{what}"
        );
    }
    assert_eq!(house.findings().await, [], "nothing of it stays");
}

#[tokio::test]
async fn the_proof_tells_what_it_read() {
    let (house, ..) = lived_in().await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let proof = super::verify(&mut tx).await.unwrap();
    assert_eq!(
        (
            proof.accounts,
            proof.entries,
            proof.vouchers,
            proof.remittances,
            proof.members
        ),
        (3, 7, 3, 2, 3)
    );
}

#[test]
fn amounts_are_told_as_people_read_them() {
    assert_eq!(super::yuan(-105), "-1.05");
    assert_eq!(super::yuan(i128::from(Fen::new(7).get())), "0.07");
}

db::statements! {
    COLUMNS: (String,) => (String,) =
        "SELECT name FROM pragma_table_info($2) WHERE $1 > 0 AND name <> 'centre_id'";
    BALANCE: () => () = "UPDATE account SET balance_fen = balance_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001";
    BUCKET: () => () = "UPDATE account SET carried_fen = carried_fen + 1, \
        current_fen = current_fen - 1 WHERE centre_id = $1 AND account_no = 1000000001";
    COUNT: () => () = "UPDATE account SET entry_count = entry_count + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001";
    AMOUNT: () => () = "UPDATE entry SET current_fen = current_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001 AND entry_no = 1";
    MONTH: () => () = "UPDATE entry SET month = 202609 \
        WHERE centre_id = $1 AND account_no = 1000000001 AND entry_no = 1";
    DATE: () => () = "UPDATE entry SET business_date = '2026-11-19' \
        WHERE centre_id = $1 AND account_no = 1000000001 AND entry_no = 1";
    VOUCHER: () => () = "UPDATE entry SET voucher_id = \
        (SELECT o.voucher_id FROM entry o WHERE o.centre_id = $1 \
          ORDER BY o.voucher_id DESC LIMIT 1) \
        WHERE centre_id = $1 AND account_no = 1000000001 AND entry_no = 1";
    REMOVED: () => () = "DELETE FROM entry \
        WHERE centre_id = $1 AND account_no = 1000000003 AND entry_no = 1";
    ACCOUNT: () => () = "DELETE FROM account WHERE centre_id = $1 AND account_no = 1000000003";
    BASE: () => () = "UPDATE account SET base_fen = base_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001";
    BRANCH: () => () = "UPDATE account SET branch_id = member_id \
        WHERE centre_id = $1 AND account_no = 1000000001";
    CHANGE_RATE: () => () = "UPDATE account_change SET member_rate = member_rate + 1 \
        WHERE centre_id = $1 AND account_no = 1000000003";
    CHANGE_BASE: () => () = "UPDATE account_change SET base_fen = base_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001";
    CHANGE_REMOVED: () => () = "DELETE FROM account_change \
        WHERE centre_id = $1 AND account_no = 1000000001 AND change_no = 1";
    MONTH_AMOUNT: () => () = "UPDATE member_month SET amount_fen = amount_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001 AND month = 202610";
    MONTH_KIND: () => () = "UPDATE member_month SET kind = 'reversed' \
        WHERE centre_id = $1 AND account_no = 1000000001 AND month = 202610";
    MONTH_REMOVED: () => () = "DELETE FROM member_month \
        WHERE centre_id = $1 AND account_no = 1000000001 AND month = 202610";
    REVERSAL: () => () = "UPDATE entry SET current_fen = current_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000001 AND reverses_entry_no IS NOT NULL";
    LINE: () => () = "UPDATE batch_line SET employer_fen = employer_fen + 1 \
        WHERE centre_id = $1 AND account_no = 1000000003";
    EXPECTED: () => () = "UPDATE remittance SET expected_fen = expected_fen + 1 \
        WHERE centre_id = $1 AND month = 202610";
    STATE: () => () = "UPDATE remittance SET status = 'reversed' \
        WHERE centre_id = $1 AND month = 202610";
    CHUNK: () => () = "UPDATE remittance_chunk SET amount_fen = amount_fen + 1 \
        WHERE centre_id = $1 AND reversal_voucher_id IS NULL";
    ARRIVAL: () => () = "UPDATE arrival SET amount_fen = amount_fen + 1 \
        WHERE centre_id = $1 AND bank_serial = 'B001'";
    ARRIVAL_STATE: () => () = "UPDATE arrival SET status = 'suspense' \
        WHERE centre_id = $1 AND bank_serial = 'B001'";
    WAITS: () => () = "UPDATE suspense SET amount_fen = amount_fen + 1, \
        left_fen = left_fen + 1 \
        WHERE centre_id = $1 AND amount_fen = 12345";
    DIGEST: () => () = "UPDATE voucher SET detail_digest = \
        (SELECT o.detail_digest FROM voucher o \
          WHERE o.centre_id = $1 AND o.detail_digest IS NOT NULL \
          ORDER BY o.voucher_id LIMIT 1) \
        WHERE centre_id = $1 AND detail_digest IS NOT NULL";
    NAME: () => () = "UPDATE member SET name = (SELECT o.name FROM member o \
          WHERE o.centre_id = $1 AND o.member_id <> member.member_id LIMIT 1) \
        WHERE centre_id = $1";
    NUMBER: () => () = "UPDATE member SET id_number = name_lookup WHERE centre_id = $1";
    MOBILE: () => () = "UPDATE member SET mobile_lookup = name_lookup WHERE centre_id = $1";
    NAME_LOOKUP: () => () = "UPDATE member SET name_lookup = (SELECT o.name_lookup FROM member o \
          WHERE o.centre_id = $1 AND o.member_id <> member.member_id LIMIT 1) \
        WHERE centre_id = $1";
    TAIL_LOOKUP: () => () = "UPDATE member SET id_tail_lookup = name WHERE centre_id = $1";
    BIRTH: () => () = "UPDATE member SET born_on = '1990-01-01' WHERE centre_id = $1";
    FIRST_BIRTH: () => () = "UPDATE member SET born_on = '0001-01-01' WHERE centre_id = $1";
    SEX: () => () = "UPDATE member SET sex = 'x' WHERE centre_id = $1";
    ID_KIND: () => () = "UPDATE member SET id_kind = 'passport' WHERE centre_id = $1";
    NO_KIND: () => () = "UPDATE member SET id_kind = 'x' WHERE centre_id = $1";
    AGENT: () => () = "UPDATE employer SET legal_person_name = agent_name, \
        legal_person_id_number = agent_id_number WHERE centre_id = $1";
    PHONE: () => () = "UPDATE employer SET agent_phone = agent_mobile WHERE centre_id = $1";
    PAYER: () => () = "UPDATE arrival SET payer_name = (SELECT o.payer_name FROM arrival o \
          WHERE o.centre_id = $1 AND o.arrival_id <> arrival.arrival_id LIMIT 1) \
        WHERE centre_id = $1 AND bank_serial = 'B001'";
    PAYER_ACCOUNT: () => () = "UPDATE arrival SET payer_account = payer_name \
        WHERE centre_id = $1 AND bank_serial = 'B001'";
    HUGE: () => () = "UPDATE account SET balance_fen = 9223372036854775807 \
        WHERE centre_id = $1 AND account_no <> 1000000001";
}

//! Every column that holds what was recorded is altered behind the program's back, and found.

use db::Stmt;

use super::*;
use crate::suspense::{self, NewSuspense, Reason};
use crate::testing::{self, House, today};

/// A house with a bank account and an arrival that waits in suspense.
async fn house() -> House {
    let house = testing::house().await;
    let bank = house.bank_account().await;
    let arrival = house.record(house.wire(bank, "1", 100)).await.unwrap();
    let serial = suspense::next_serial(&house.app, house.centre)
        .await
        .unwrap();
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let reason = Reason {
        code: "payment_code_unknown",
        sentence: "没有这个缴款码，请核对".to_owned(),
    };
    let new = NewSuspense {
        serial,
        arrival: &arrival,
        amount: arrival.amount_fen,
        owner: None,
        named: None,
        business_date: today(),
        reason,
    };
    suspense::open_in(&mut tx, &house.app.clock, &house.system, new)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    house
}

const BANK_ACCOUNT: &str = "bank_account_facts_differ";
const ARRIVAL: &str = "arrival_facts_differ";
const SUSPENSE: &str = "suspense_facts_differ";

/// What is altered, and the one finding that there is; none where a state changes as it may.
const ALTERATIONS: &[(&Stmt<(), ()>, Option<&str>)] = &[
    (&BANK_CODE, Some(BANK_ACCOUNT)),
    (&BANK_NUMBER, Some(BANK_ACCOUNT)),
    (&BANK_NAME, Some(BANK_ACCOUNT)),
    (&BANK_NATURE, Some(BANK_ACCOUNT)),
    (&BANK_LEDGER_ACCOUNT, Some(BANK_ACCOUNT)),
    (&BANK_OPENED_ON, Some(BANK_ACCOUNT)),
    (&ARRIVAL_SERIAL, Some(ARRIVAL)),
    (&ARRIVAL_BANK_SERIAL, Some(ARRIVAL)),
    (&ARRIVAL_AMOUNT, Some(ARRIVAL)),
    (&ARRIVAL_VALUE_DATE, Some(ARRIVAL)),
    (&ARRIVAL_BUSINESS_DATE, Some(ARRIVAL)),
    (&ARRIVAL_PAYER_NAME, Some(ARRIVAL)),
    (&ARRIVAL_PAYER_ACCOUNT, Some(ARRIVAL)),
    (&ARRIVAL_REMARK, Some(ARRIVAL)),
    (&ARRIVAL_PAYMENT_CODE, Some(ARRIVAL)),
    (&ARRIVAL_RECORDED_AT, Some(ARRIVAL)),
    (&ARRIVAL_RECORDED_BY, Some(ARRIVAL)),
    (&ARRIVAL_STATUS, None),
    (&SUSPENSE_SERIAL, Some(SUSPENSE)),
    (&SUSPENSE_AMOUNT, Some(SUSPENSE)),
    (&SUSPENSE_REASON_CODE, Some(SUSPENSE)),
    (&SUSPENSE_REASON, Some(SUSPENSE)),
    (&SUSPENSE_BUSINESS_DATE, Some(SUSPENSE)),
    (&SUSPENSE_VOUCHER, Some(SUSPENSE)),
    (&SUSPENSE_OPENED_AT, Some(SUSPENSE)),
    (&SUSPENSE_STATUS, None),
    (&SUSPENSE_LOST, Some(SUSPENSE)),
    (&EVENT_LOST, Some(ARRIVAL)),
    (&EVENT_WITHOUT_FACTS, Some(ARRIVAL)),
    (&EVENT_REPEATED, Some(ARRIVAL)),
    (&EVENT_ELSEWHERE, None),
];

#[tokio::test]
async fn what_was_recorded_and_altered_since_is_found() {
    let house = house().await;
    for (alteration, expected) in ALTERATIONS {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        tx.execute_one(alteration, ()).await.unwrap();
        // The proof reads within the transaction that alters, which then rolls back.
        let findings = verify(&mut tx).await.unwrap();
        let codes: Vec<&str> = findings.iter().map(|finding| finding.code).collect();
        let expected: Vec<&str> = expected.iter().copied().collect();
        assert_eq!(codes, expected, "{:?}", alteration.info());
    }
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), [], "nothing of it stays");
}

#[tokio::test]
async fn a_finding_names_the_row_and_how_it_differs() {
    let house = house().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let (arrival_id,) = tx.one(&ARRIVAL_ID, ()).await.unwrap();
    tx.execute_one(&ARRIVAL_REMARK, ()).await.unwrap();
    tx.execute_one(&SUSPENSE_LOST, ()).await.unwrap();
    let findings = verify(&mut tx).await.unwrap();
    let told: Vec<_> = findings
        .iter()
        .map(|found| (found.table, found.sentence.as_str()))
        .collect();
    assert_eq!(
        told,
        [
            (
                "arrival",
                "到账的登记内容与审计记录留存的摘要不符，登记后曾被改动"
            ),
            ("suspense", "审计记录中登记过的暂收款已不存在"),
        ]
    );
    assert_eq!(findings[0].key, arrival_id.to_string());
}

db::statements! {
    ARRIVAL_ID: () => (ArrivalId,) = "SELECT arrival_id FROM arrival WHERE centre_id = $1";
    BANK_CODE: () => () = "UPDATE bank_account SET bank_code = '102' WHERE centre_id = $1";
    BANK_NUMBER: () => () =
        "UPDATE bank_account SET account_number = '51000000' WHERE centre_id = $1";
    BANK_NAME: () => () = "UPDATE bank_account SET name = '别人' WHERE centre_id = $1";
    BANK_NATURE: () => () = "UPDATE bank_account SET nature = 'surplus' WHERE centre_id = $1";
    BANK_LEDGER_ACCOUNT: () => () =
        "UPDATE bank_account SET ledger_account = '10102' WHERE centre_id = $1";
    BANK_OPENED_ON: () => () =
        "UPDATE bank_account SET opened_on = '2020-01-03' WHERE centre_id = $1";
    ARRIVAL_SERIAL: () => () = "UPDATE arrival SET serial = serial + 1 WHERE centre_id = $1";
    ARRIVAL_BANK_SERIAL: () => () = "UPDATE arrival SET bank_serial = '2' WHERE centre_id = $1";
    ARRIVAL_AMOUNT: () => () =
        "UPDATE arrival SET amount_fen = amount_fen + 1 WHERE centre_id = $1";
    ARRIVAL_VALUE_DATE: () => () =
        "UPDATE arrival SET value_date = '2026-11-18' WHERE centre_id = $1";
    ARRIVAL_BUSINESS_DATE: () => () =
        "UPDATE arrival SET business_date = '2026-11-19' WHERE centre_id = $1";
    ARRIVAL_PAYER_NAME: () => () =
        "UPDATE arrival SET payer_name = payer_account WHERE centre_id = $1";
    ARRIVAL_PAYER_ACCOUNT: () => () =
        "UPDATE arrival SET payer_account = payer_name WHERE centre_id = $1";
    ARRIVAL_REMARK: () => () = "UPDATE arrival SET remark = '' WHERE centre_id = $1";
    ARRIVAL_PAYMENT_CODE: () => () =
        "UPDATE arrival SET payment_code = NULL WHERE centre_id = $1";
    ARRIVAL_RECORDED_AT: () => () =
        "UPDATE arrival SET recorded_at = '2026-11-20T00:31:00.000000Z' WHERE centre_id = $1";
    ARRIVAL_RECORDED_BY: () => () =
        "UPDATE arrival SET recorded_by = 'staff:别人' WHERE centre_id = $1";
    ARRIVAL_STATUS: () => () = "UPDATE arrival SET status = 'posted' WHERE centre_id = $1";
    SUSPENSE_SERIAL: () => () = "UPDATE suspense SET serial = serial + 1 WHERE centre_id = $1";
    SUSPENSE_AMOUNT: () => () =
        "UPDATE suspense SET amount_fen = amount_fen + 1 WHERE centre_id = $1";
    SUSPENSE_REASON_CODE: () => () =
        "UPDATE suspense SET reason_code = 'payment_code_missing' WHERE centre_id = $1";
    SUSPENSE_REASON: () => () =
        "UPDATE suspense SET reason_sentence = '未填缴款码' WHERE centre_id = $1";
    SUSPENSE_BUSINESS_DATE: () => () =
        "UPDATE suspense SET business_date = '2026-11-19' WHERE centre_id = $1";
    SUSPENSE_VOUCHER: () => () =
        "UPDATE suspense SET voucher_id = arrival_id WHERE centre_id = $1";
    SUSPENSE_OPENED_AT: () => () =
        "UPDATE suspense SET opened_at = '2026-11-20T00:31:00.000000Z' WHERE centre_id = $1";
    SUSPENSE_STATUS: () => () = "UPDATE suspense SET status = 'settled' WHERE centre_id = $1";
    SUSPENSE_LOST: () => () = "DELETE FROM suspense WHERE centre_id = $1";
    EVENT_LOST: () => () =
        "DELETE FROM audit_event WHERE centre_id = $1 AND action = 'arrival.record'";
    EVENT_WITHOUT_FACTS: () => () =
        "UPDATE audit_event SET detail = '{}' WHERE centre_id = $1 AND action = 'arrival.record'";
    EVENT_REPEATED: () => () =
        "INSERT INTO audit_event (centre_id, audit_id, at, actor, actor_name, action, outcome, \
                                  subject_kind, subject_id, detail) \
         SELECT centre_id, x'ffffffffffffffffffffffffffffffff', at, actor, actor_name, action, \
                outcome, subject_kind, subject_id, detail \
           FROM audit_event WHERE centre_id = $1 AND action = 'arrival.record'";
    EVENT_ELSEWHERE: () => () =
        "UPDATE audit_event SET actor_name = '别人' \
          WHERE centre_id = $1 AND action = 'arrival.record'";
}

//! An employer's timeline: everything that happened with it, the latest first.

use db::{Column, Kind, List, ListInfo, ListQuery, Listing};
use kernel::{EmployerId, Result};
use platform::{App, Caller};
use settlement::recovery::RECOVERY_READ;
use settlement::suspense::SUSPENSE_READ;

use super::list::readable;
use crate::payer::PAYER_READ;
use crate::remittance::REMITTANCE_READ;
use crate::timeline::{EVENT_COLUMNS, EVENT_NO, EVENT_ROW_OF_EMPLOYER, Event, EventRow, told_in};
use crate::transfer::TRANSFER_READ;

/// What happened with the employer `$2`, whose id is `$3` as text: remittances where `$4` holds, suspense
/// where `$5` does, recoveries `$6`, transfer cases `$7`, payers `$8`. The first part has every
/// column's type. Of a transfer case the other employer isn't told, nor who acted for it.
const EVENTS: &str = "(\
    SELECT r.centre_id AS centre_id, 10000000000000 + r.serial AS event_no, 'assessed' AS kind, \
           r.assessed_at AS at, CAST(NULL AS TEXT) AS by_label, r.assessed_by_name AS by_name, \
           r.month AS month, CAST(NULL AS DATE) AS day, r.people AS people, \
           r.expected_fen AS amount_fen, r.serial AS serial, CAST(NULL AS TEXT) AS code, \
           CAST(NULL AS TEXT) AS party, CAST(NULL AS TEXT) AS reason, \
           r.remittance_id AS remittance_id, CAST(NULL AS UUID) AS suspense_id, \
           CAST(NULL AS UUID) AS recovery_id, CAST(NULL AS UUID) AS case_id, \
           CAST(NULL AS UUID) AS payer_id \
      FROM remittance r \
     WHERE r.centre_id = $1 AND r.employer_id = $2 AND $4 \
    UNION ALL \
    SELECT r.centre_id, 12000000000000 + r.serial, 'posted', v.recorded_at, v.preparer, NULL, \
           r.month, r.posted_on, r.people, r.expected_fen, r.serial, NULL, NULL, NULL, \
           r.remittance_id, NULL, NULL, NULL, NULL \
      FROM remittance r \
      JOIN remittance_chunk k ON k.centre_id = r.centre_id AND k.remittance_id = r.remittance_id \
                             AND k.to_line = r.posted_lines \
      JOIN voucher v ON v.centre_id = k.centre_id AND v.voucher_id = k.voucher_id \
     WHERE r.centre_id = $1 AND r.employer_id = $2 AND r.posted_on IS NOT NULL AND $4 \
    UNION ALL \
    SELECT r.centre_id, 13000000000000 + r.serial, r.status, r.ended_at, r.ended_by, NULL, \
           r.month, NULL, r.people, r.expected_fen, r.serial, NULL, NULL, r.ended_reason, \
           r.remittance_id, NULL, NULL, NULL, NULL \
      FROM remittance r \
     WHERE r.centre_id = $1 AND r.employer_id = $2 AND r.ended_at IS NOT NULL AND $4 \
    UNION ALL \
    SELECT s.centre_id, 11000000000000 + s.serial, 'waiting', s.opened_at, a.recorded_by, NULL, \
           NULL, s.business_date, NULL, s.amount_fen, s.serial, s.reason_code, NULL, \
           s.reason_sentence, NULL, s.suspense_id, NULL, NULL, NULL \
      FROM suspense s \
      JOIN arrival a ON a.centre_id = s.centre_id AND a.arrival_id = s.arrival_id \
     WHERE s.centre_id = $1 AND s.owner = $3 AND $5 \
    UNION ALL \
    SELECT y.centre_id, 19000000000000 + y.serial, 'recovery', y.opened_at, NULL, \
           y.opened_by_name, NULL, y.business_date, NULL, y.amount_fen, y.serial, y.kind, NULL, \
           y.reason, NULL, NULL, y.recovery_id, NULL, NULL \
      FROM recovery y \
     WHERE y.centre_id = $1 AND y.owner = $3 AND $6 \
    UNION ALL \
    SELECT c.centre_id, 16000000000000 + c.serial, 'transfer_asked', c.opened_at, NULL, NULL, \
           c.month, c.due_on, 1, NULL, c.serial, NULL, NULL, NULL, NULL, NULL, NULL, c.case_id, \
           NULL \
      FROM transfer_case c \
     WHERE c.centre_id = $1 AND c.old_employer_id = $2 AND $7 \
    UNION ALL \
    SELECT c.centre_id, 17000000000000 + c.serial, 'transfer_wanted', c.opened_at, NULL, \
           c.opened_by_name, c.month, c.due_on, 1, NULL, c.serial, NULL, NULL, NULL, NULL, NULL, \
           NULL, c.case_id, NULL \
      FROM transfer_case c \
     WHERE c.centre_id = $1 AND c.new_employer_id = $2 AND $7 \
    UNION ALL \
    SELECT c.centre_id, 18000000000000 + c.serial, 'transfer_ended', c.ended_at, NULL, \
           CASE WHEN c.status <> 'withdrawn' THEN c.ended_by_name END, c.month, NULL, 1, NULL, \
           c.serial, c.status, NULL, CASE WHEN c.status <> 'withdrawn' THEN c.ended_reason END, \
           NULL, NULL, NULL, c.case_id, NULL \
      FROM transfer_case c \
     WHERE c.centre_id = $1 AND c.old_employer_id = $2 AND c.ended_at IS NOT NULL AND $7 \
    UNION ALL \
    SELECT c.centre_id, 18000000000000 + c.serial, 'transfer_ended', c.ended_at, NULL, \
           CASE WHEN c.status = 'withdrawn' THEN c.ended_by_name END, c.month, NULL, 1, NULL, \
           c.serial, c.status, NULL, CASE WHEN c.status = 'withdrawn' THEN c.ended_reason END, \
           NULL, NULL, NULL, c.case_id, NULL \
      FROM transfer_case c \
     WHERE c.centre_id = $1 AND c.new_employer_id = $2 AND c.ended_at IS NOT NULL AND $7 \
    UNION ALL \
    SELECT p.centre_id, \
           15000000000000 + ROW_NUMBER() OVER (ORDER BY p.sealing_id), 'sealed', p.made_at, NULL, \
           p.made_by_name, p.from_month, NULL, p.accounts, NULL, NULL, p.reason, NULL, p.note, \
           NULL, NULL, NULL, NULL, NULL \
      FROM sealing p \
     WHERE p.centre_id = $1 AND p.employer_id = $2 \
    UNION ALL \
    SELECT g.centre_id, \
           2000000000000 + ROW_NUMBER() OVER (ORDER BY g.arrangement_id), 'payer_arranged', \
           g.made_at, NULL, g.made_by_name, NULL, g.first_day, NULL, NULL, NULL, NULL, q.name, \
           g.basis, NULL, NULL, NULL, NULL, g.payer_id \
      FROM payer_arrangement g \
      JOIN payer q ON q.centre_id = g.centre_id AND q.payer_id = g.payer_id \
     WHERE g.centre_id = $1 AND g.employer_id = $2 AND $8 \
    UNION ALL \
    SELECT g.centre_id, \
           3000000000000 + ROW_NUMBER() OVER (ORDER BY g.arrangement_id), 'payer_ended', \
           g.ended_at, NULL, g.ended_by_name, NULL, g.ended_on, NULL, NULL, NULL, NULL, q.name, \
           g.ended_reason, NULL, NULL, NULL, NULL, g.payer_id \
      FROM payer_arrangement g \
      JOIN payer q ON q.centre_id = g.centre_id AND q.payer_id = g.payer_id \
     WHERE g.centre_id = $1 AND g.employer_id = $2 AND g.ended_at IS NOT NULL AND $8 \
    UNION ALL \
    SELECT h.centre_id, 14000000000000 + h.change_no, 'changed', MIN(h.made_at), NULL, \
           MIN(h.made_by_name), NULL, NULL, NULL, NULL, NULL, string_agg(h.field, ','), NULL, \
           MIN(h.basis), NULL, NULL, NULL, NULL, NULL \
      FROM employer_change h \
     WHERE h.centre_id = $1 AND h.employer_id = $2 \
     GROUP BY h.centre_id, h.change_no \
    UNION ALL \
    SELECT t.centre_id, 1, 'registered', t.at, NULL, t.actor_name, NULL, o.opened_on, NULL, NULL, \
           NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL \
      FROM audit_event t \
      JOIN employer o ON o.centre_id = t.centre_id AND o.employer_id = $2 \
     WHERE t.centre_id = $1 AND t.subject_id = $3 AND t.action = 'employer.register' \
       AND t.outcome = 'done') e";

/// What happened with one employer.
pub static TIMELINE: List<EventRow> = List::new(ListInfo {
    name: "employer_timeline",
    joined: None,
    given: &[
        Kind::Id,
        Kind::Text,
        Kind::Bool,
        Kind::Bool,
        Kind::Bool,
        Kind::Bool,
        Kind::Bool,
    ],
    select: EVENT_ROW_OF_EMPLOYER,
    from: EVENTS,
    filter: "e.centre_id = $1",
    key: EVENT_NO,
    columns: EVENT_COLUMNS,
    default_sort: "-at",
    totals: &[],
});

/// What happened with an employer, the latest first. Filters: `kind`, `at.from`, `at.to`. What the
/// caller may not read elsewhere, such as recoveries, isn't there.
///
/// # Errors
/// `employer_unknown`, `action_forbidden`, and what a list refuses.
pub async fn timeline(
    app: &App,
    caller: &Caller,
    employer_id: EmployerId,
    query: &ListQuery,
) -> Result<Listing<Event>> {
    let employer = readable(app, caller, employer_id).await?;
    let scope = employer.scope();
    let reads = [
        &REMITTANCE_READ,
        &SUSPENSE_READ,
        &RECOVERY_READ,
        &TRANSFER_READ,
        &PAYER_READ,
    ];
    let mut given = vec![
        employer_id.into_value(),
        employer_id.to_string().into_value(),
    ];
    given.extend(reads.map(|action| caller.may(action, scope).into_value()));
    let query = ListQuery {
        given,
        ..query.clone()
    };
    let mut tx = app.db.read(caller.centre()).await?;
    let page = tx.list(&TIMELINE, &query).await?;
    told_in(&mut tx, page).await
}

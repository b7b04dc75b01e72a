//! A year of business for the lists to show: for each employer and month that is paid a roster, a
//! remittance, an arrival and its voucher, loaded in bulk past the use cases.
//!
//! What comes of it is right for the lists and for nothing else: the chain is not extended, so this
//! centre is never verified afterwards.

use db::{Bulk, Digest32, Sealed};
use kernel::{
    ArrivalId, AuditId, BankAccountId, BatchId, BranchId, Date, EmployerId, Fen, Instant, Month,
    RemittanceId, RosterId, Rounding, RunId, VoucherId,
};
use platform::App;
use settlement::arrival::{PAYER_ACCOUNT, PAYER_NAME};

use crate::centre::Centre;
use crate::{Result, opening};

/// What stands in the file of every roster.
const FILE: &[u8] = b"bench";
/// Numbers of what is made up begin here, far from those that the program gives.
const FIRST: i64 = 50_000_000;

db::statements! {
    /// The employers with the sum of a month.
    EMPLOYERS: () => EmployerSum =
        "SELECT e.employer_id, e.branch_id, CAST(COUNT(*) AS BIGINT), \
                CAST(SUM(a.employer_monthly_fen) AS BIGINT) \
           FROM employer e \
           JOIN account a ON a.centre_id = e.centre_id AND a.employer_id = e.employer_id \
          WHERE e.centre_id = $1 GROUP BY e.employer_id, e.branch_id ORDER BY e.employer_id";
    /// The file that every roster names.
    PUT_FILE: (Digest32, i64, Sealed) => () =
        "INSERT INTO file (centre_id, sm3, size_bytes, content) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (centre_id, sm3) DO NOTHING";
    /// The account that the money comes into.
    BANK: () => (BankAccountId,) =
        "SELECT bank_account_id FROM bank_account WHERE centre_id = $1 LIMIT 1";
}

db::row! {
    struct EmployerSum {
        employer_id: EmployerId,
        branch_id: BranchId,
        people: i64,
        side_fen: Fen,
    }
}

db::row! {
    struct RosterRow {
        roster_id: RosterId,
        employer_id: EmployerId,
        branch_id: BranchId,
        month: Month,
        status: String,
        file: Digest32,
        line_count: i64,
        faulty_rows: i64,
        new_accounts: i64,
        changed_bases: i64,
        unsealed_accounts: i64,
        transferred_accounts: i64,
        missing_members: i64,
        employer_amount_fen: Fen,
        member_amount_fen: Fen,
        unknown_columns: String,
        skipped_rows: String,
        notes: String,
        rounding: String,
        terms: Digest32,
        created_at: Instant,
        created_by: String,
        created_by_name: String,
        remittance_id: RemittanceId,
    }
}

const ROSTERS: Bulk<RosterRow> = Bulk::of("roster");

db::row! {
    struct RemittanceRow {
        remittance_id: RemittanceId,
        serial: i64,
        employer_id: EmployerId,
        branch_id: BranchId,
        roster_id: RosterId,
        month: Month,
        status: String,
        people: i64,
        employer_fen: Fen,
        member_fen: Fen,
        expected_fen: Fen,
        payment_code: String,
        batch_id: BatchId,
        assessed_at: Instant,
        assessed_by: String,
        assessed_by_name: String,
        policy_versions: String,
        value_date: Date,
        posted_on: Date,
        run_id: RunId,
        posted_lines: i64,
        preparer: String,
    }
}

const REMITTANCES: Bulk<RemittanceRow> = Bulk::of("remittance");

db::row! {
    struct ArrivalRow {
        arrival_id: ArrivalId,
        serial: i64,
        bank_account_id: BankAccountId,
        bank_serial: String,
        amount_fen: Fen,
        value_date: Date,
        business_date: Date,
        payer_name: Sealed,
        payer_account: Sealed,
        remark: String,
        payment_code: String,
        status: String,
        purpose: String,
        purpose_id: String,
        voucher_id: VoucherId,
        recorded_at: Instant,
        recorded_by: String,
    }
}

const ARRIVALS: Bulk<ArrivalRow> = Bulk::of("arrival");

db::row! {
    struct VoucherRow {
        voucher_id: VoucherId,
        book: String,
        business_date: Date,
        kind: String,
        summary: String,
        preparer: String,
        authority: String,
        attachments: i64,
        source_kind: String,
        source_id: String,
        posting_key: String,
        run_id: RunId,
        total_fen: Fen,
        line_count: i64,
        recorded_at: Instant,
    }
}

const VOUCHERS: Bulk<VoucherRow> = Bulk::of("voucher");

db::row! {
    struct LineRow {
        voucher_id: VoucherId,
        line_no: i64,
        book: String,
        account: String,
        business_date: Date,
        debit_fen: Fen,
        credit_fen: Fen,
        memo: String,
    }
}

const LINES: Bulk<LineRow> = Bulk::of("voucher_line");

db::row! {
    struct SealRow {
        book: String,
        sequence: i64,
        voucher_id: VoucherId,
        month: Month,
        number: i64,
        hash: Digest32,
        sealed_at: Instant,
    }
}

const SEALS: Bulk<SealRow> = Bulk::of("voucher_seal");

db::row! {
    struct EventRow {
        audit_id: AuditId,
        at: Instant,
        actor: String,
        actor_name: String,
        action: String,
        outcome: String,
        subject_kind: String,
        subject_id: String,
        detail: String,
    }
}

const EVENTS: Bulk<EventRow> = Bulk::of("audit_event");

/// What each event of the trail tells: the action and the kind of what it was about.
const ACTS: [(&str, &str); 3] = [
    ("roster.upload", "roster"),
    ("roster.confirm", "roster"),
    ("arrival.record", "arrival"),
];

/// A paid month of an employer, with the ids of all that belongs to it.
struct Paid {
    place: usize,
    serial: i64,
    number: i64,
    month: Month,
    day: Date,
    at: Instant,
    roster_id: RosterId,
    remittance_id: RemittanceId,
    arrival_id: ArrivalId,
    voucher_id: VoucherId,
    batch_id: BatchId,
    run_id: RunId,
}

/// Fills the year.
pub(crate) async fn fill(centre: &Centre) -> Result {
    let app = centre.app()?;
    for statement in STATEMENTS {
        db::check_statement(&app.db, statement).await?;
    }
    let mut tx = app.db.read(centre.centre).await?;
    let employers = tx.all(&EMPLOYERS, ()).await?;
    let (bank,) = tx.one(&BANK, ()).await?;
    drop(tx);
    println!("filling a year of {} employers", employers.len());
    for months_ago in (0..opening::MONTHS).rev() {
        let month = opening::first_month().plus(-opening::BEHIND - months_ago);
        let paid = paid(&app, employers.len(), month.ok_or("a month paid")?)?;
        write(centre, &app, &employers, bank, &paid).await?;
    }
    Ok(())
}

fn paid(app: &App, employers: usize, month: Month) -> Result<Vec<Paid>> {
    let months = i64::from(month.year()) * 12 + i64::from(month.month());
    let day_of = |place: usize| -> Result<Date> {
        let day = i32::try_from(place % 28)?;
        Ok(month.first_day().add_days(day).ok_or("a day")?)
    };
    (0..employers)
        .map(|place| {
            let number = i64::try_from(place)? + 1;
            Ok(Paid {
                place,
                serial: FIRST + (months % 24) * 1_000_000 + number,
                number,
                month,
                day: day_of(place)?,
                at: app.clock.now(),
                roster_id: RosterId::new(&app.clock),
                remittance_id: RemittanceId::new(&app.clock),
                arrival_id: ArrivalId::new(&app.clock),
                voucher_id: VoucherId::new(&app.clock),
                batch_id: BatchId::new(&app.clock),
                run_id: RunId::new(&app.clock),
            })
        })
        .collect()
}

async fn write(
    centre: &Centre,
    app: &App,
    employers: &[EmployerSum],
    bank: BankAccountId,
    paid: &[Paid],
) -> Result {
    let mut tx = app.db.write(centre.centre).await?;
    let keys = tx.keys().clone();
    let file = Digest32::of(FILE);
    let content = keys.of_row(centre.centre, file);
    let content = content.seal_bytes("file.content", FILE)?;
    let size = i64::try_from(FILE.len())?;
    tx.execute(&PUT_FILE, (file, size, content)).await?;
    let all = || paid.iter().map(|paid| (paid, &employers[paid.place]));
    tx.insert_many(
        &ROSTERS,
        all().map(|(paid, employer)| roster(paid, employer)),
    )
    .await?;
    tx.insert_many(
        &REMITTANCES,
        all().map(|(paid, employer)| remittance(paid, employer)),
    )
    .await?;
    let sealed = |paid: &Paid| -> kernel::Result<(Sealed, Sealed)> {
        let row = keys.of_row(centre.centre, paid.arrival_id);
        let account = row.seal(PAYER_ACCOUNT, "6217000000000000")?;
        Ok((row.seal(PAYER_NAME, "付款单位")?, account))
    };
    let arrivals = all().map(|(paid, employer)| Ok(arrival(paid, employer, bank, sealed(paid)?)));
    let arrivals = arrivals.collect::<kernel::Result<Vec<_>>>()?;
    tx.insert_many(&ARRIVALS, arrivals).await?;
    tx.insert_many(
        &VOUCHERS,
        all().map(|(paid, employer)| voucher(paid, employer)),
    )
    .await?;
    tx.insert_many(
        &LINES,
        all().flat_map(|(paid, employer)| lines(paid, employer)),
    )
    .await?;
    tx.insert_many(&SEALS, paid.iter().map(seal)).await?;
    let acts = all().flat_map(|(paid, _)| ACTS.iter().map(move |act| (paid, act)));
    let events = acts.map(|(paid, (action, kind))| event(app, paid, action, kind));
    tx.insert_many(&EVENTS, events).await?;
    Ok(tx.commit().await?)
}

fn both(employer: &EmployerSum) -> Fen {
    Fen::new(employer.side_fen.get() * 2)
}

fn roster(paid: &Paid, employer: &EmployerSum) -> RosterRow {
    RosterRow {
        roster_id: paid.roster_id,
        employer_id: employer.employer_id,
        branch_id: employer.branch_id,
        month: paid.month,
        status: "confirmed".to_owned(),
        file: Digest32::of(FILE),
        line_count: employer.people,
        faulty_rows: 0,
        new_accounts: 0,
        changed_bases: 0,
        unsealed_accounts: 0,
        transferred_accounts: 0,
        missing_members: 0,
        employer_amount_fen: employer.side_fen,
        member_amount_fen: employer.side_fen,
        unknown_columns: "[]".to_owned(),
        skipped_rows: "[]".to_owned(),
        notes: "[]".to_owned(),
        rounding: Rounding::HalfUpFen.code().to_owned(),
        terms: Digest32::of(b"bench"),
        created_at: paid.at,
        created_by: "job:bench".to_owned(),
        created_by_name: "测量".to_owned(),
        remittance_id: paid.remittance_id,
    }
}

fn remittance(paid: &Paid, employer: &EmployerSum) -> RemittanceRow {
    RemittanceRow {
        remittance_id: paid.remittance_id,
        serial: paid.serial,
        employer_id: employer.employer_id,
        branch_id: employer.branch_id,
        roster_id: paid.roster_id,
        month: paid.month,
        status: "posted".to_owned(),
        people: employer.people,
        employer_fen: employer.side_fen,
        member_fen: employer.side_fen,
        expected_fen: both(employer),
        payment_code: code(paid),
        batch_id: paid.batch_id,
        assessed_at: paid.at,
        assessed_by: "job:bench".to_owned(),
        assessed_by_name: "测量".to_owned(),
        policy_versions: "[]".to_owned(),
        value_date: paid.day,
        posted_on: paid.day,
        run_id: paid.run_id,
        posted_lines: employer.people,
        preparer: "测量".to_owned(),
    }
}

fn arrival(
    paid: &Paid,
    employer: &EmployerSum,
    bank_account_id: BankAccountId,
    (payer_name, payer_account): (Sealed, Sealed),
) -> ArrivalRow {
    ArrivalRow {
        arrival_id: paid.arrival_id,
        serial: paid.serial,
        bank_account_id,
        bank_serial: format!("YEAR{}", paid.serial),
        amount_fen: both(employer),
        value_date: paid.day,
        business_date: paid.day,
        payer_name,
        payer_account,
        remark: "公积金".to_owned(),
        payment_code: code(paid),
        status: "posted".to_owned(),
        purpose: "remittance".to_owned(),
        purpose_id: paid.remittance_id.to_string(),
        voucher_id: paid.voucher_id,
        recorded_at: paid.at,
        recorded_by: "job:bench".to_owned(),
    }
}

/// A payment code's place is filled with what no code looks like.
fn code(paid: &Paid) -> String {
    format!("Y{}", paid.serial)
}

fn voucher(paid: &Paid, employer: &EmployerSum) -> VoucherRow {
    VoucherRow {
        voucher_id: paid.voucher_id,
        book: "fund".to_owned(),
        business_date: paid.day,
        kind: "automatic".to_owned(),
        summary: format!("汇缴 {}", paid.month),
        preparer: "测量".to_owned(),
        authority: "bench".to_owned(),
        attachments: 1,
        source_kind: "remittance".to_owned(),
        source_id: paid.remittance_id.to_string(),
        posting_key: format!("bench:{}", paid.remittance_id),
        run_id: paid.run_id,
        total_fen: both(employer),
        line_count: 2,
        recorded_at: paid.at,
    }
}

fn lines(paid: &Paid, employer: &EmployerSum) -> [LineRow; 2] {
    let amount = both(employer);
    let line = |line_no, account: &str, debit_fen, credit_fen| LineRow {
        voucher_id: paid.voucher_id,
        line_no,
        book: "fund".to_owned(),
        account: account.to_owned(),
        business_date: paid.day,
        debit_fen,
        credit_fen,
        memo: String::new(),
    };
    [
        line(1, "10101", amount, Fen::ZERO),
        line(2, "201", Fen::ZERO, amount),
    ]
}

fn seal(paid: &Paid) -> SealRow {
    SealRow {
        book: "fund".to_owned(),
        sequence: paid.serial,
        voucher_id: paid.voucher_id,
        month: paid.month,
        number: paid.number,
        hash: Digest32::of(b"bench"),
        sealed_at: paid.at,
    }
}

fn event(app: &App, paid: &Paid, action: &str, kind: &str) -> EventRow {
    let subject = match kind {
        "arrival" => paid.arrival_id.to_string(),
        _ => paid.roster_id.to_string(),
    };
    EventRow {
        audit_id: AuditId::new(&app.clock),
        at: paid.at,
        actor: "job:bench".to_owned(),
        actor_name: "测量".to_owned(),
        action: action.to_owned(),
        outcome: "done".to_owned(),
        subject_kind: kind.to_owned(),
        subject_id: subject,
        detail: "{}".to_owned(),
    }
}

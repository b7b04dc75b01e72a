//! Every closed set of codes, with the words people see.

use std::collections::BTreeMap;

use axum::Json;
use serde::Serialize;
use utoipa::ToSchema;

use crate::problem::{Answer, ReadRefusals};
use crate::session::Staff;

/// A code and its word.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Code {
    code: &'static str,
    label: &'static str,
}

/// Gathers sets by name.
macro_rules! sets {
    ($($name:literal = $codes:ty;)+) => {
        BTreeMap::from([$((
            $name,
            <$codes>::ALL
                .iter()
                .map(|one| Code { code: one.code(), label: one.label() })
                .collect::<Vec<_>>(),
        )),+])
    };
}

fn sets() -> BTreeMap<&'static str, Vec<Code>> {
    sets! {
        "account_status" = fund::account::AccountStatus;
        "affiliation" = fund::employer::Affiliation;
        "arrival_status" = settlement::arrival::ArrivalStatus;
        "bank" = settlement::bank_account::BankCode;
        "bank_account_nature" = settlement::bank_account::Nature;
        "book" = ledger::BookCode;
        "business_day_status" = platform::business_day::DayStatus;
        "certificate_kind" = fund::certificate::CertificateKind;
        "certificate_status" = fund::certificate::CertificateStatus;
        "economic_type" = fund::employer::EconomicType;
        "employer_month_status" = fund::employer::MonthStatus;
        "employer_status" = fund::employer::EmployerStatus;
        "entry_kind" = fund::account::EntryKind;
        "id_kind" = fund::member::IdKind;
        "industry" = fund::employer::Industry;
        "member_month_kind" = fund::account::MonthKind;
        "mobile_reason" = fund::member::change_mobile::MobileReason;
        "paid_by" = fund::payer::PaidBy;
        "payer_kind" = fund::payer::PayerKind;
        "payer_status" = fund::payer::PayerStatus;
        "period_status" = ledger::period::PeriodStatus;
        "recovery_kind" = settlement::recovery::RecoveryKind;
        "remittance_status" = fund::remittance::RemittanceStatus;
        "roster_change" = fund::roster::Change;
        "roster_status" = fund::roster::RosterStatus;
        "seal_reason" = fund::sealing::SealReason;
        "seen_document" = fund::member::change_mobile::SeenDocument;
        "side" = ledger::chart::Side;
        "suspense_status" = settlement::suspense::SuspenseStatus;
        "transfer_case_status" = fund::transfer::CaseStatus;
        "unmask_purpose" = fund::account::UnmaskPurpose;
        "verdict" = fund::remittance::Verdict;
        "voucher_kind" = ledger::VoucherKind;
    }
}

/// Every closed set of codes by its name. They are the program's own: the same for everyone who
/// signed in.
#[utoipa::path(
    get,
    path = "/api/codes",
    tag = "codes",
    responses((status = 200, body = BTreeMap<String, Vec<Code>>), ReadRefusals)
)]
pub(crate) async fn list_codes(_: Staff) -> Answer<Json<BTreeMap<&'static str, Vec<Code>>>> {
    Ok(Json(sets()))
}

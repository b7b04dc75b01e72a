//! The list of suspense.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::remittance::{self, SuspenseOf};
use kernel::{ArrivalId, Date, EmployerId, Fen, Month, RemittanceId, SuspenseId, VoucherId};
use serde::Serialize;
use settlement::suspense::{self, SuspenseStatus};
use utoipa::ToSchema;

use super::SuspenseStatusCode;
use crate::Api;
use crate::export::{
    Chosen, Export, ExportAsked, ListSheet, Words, amount, code_words, count, or_none, sentence,
    summed, text,
};
use crate::extract::Asked;
use crate::problem::{Answer, ExportRefusals, ReadRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Listing, Reason, YearMonth, asked};
use crate::workbook::{MEDIA_TYPE, Workbook};

/// 暂收: arrived money that waits for what it is meant for, and why.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Suspense {
    #[schema(value_type = Id)]
    suspense_id: SuspenseId,
    /// 暂收流水号.
    serial: String,
    #[schema(value_type = Id)]
    arrival_id: ArrivalId,
    #[schema(value_type = i64)]
    amount_fen: Fen,
    /// What of it still waits.
    #[schema(value_type = i64)]
    left_fen: Fen,
    /// The employer whose it is, when that was known as it began to wait.
    owner: Option<Owner>,
    /// Where nobody knew whose it is: the employers to whose remittances it was allocated, three at
    /// most.
    allocated_to: Vec<Owner>,
    /// Whether it was allocated to more employers than those.
    allocated_to_more: bool,
    /// The remittance that its payment code named, or that it is kept for.
    named: Option<NamedRemittance>,
    reason: Reason,
    /// Why it waits no more for what its reason says: that was paid with other money or given up.
    /// It is free to be allocated or returned.
    freed: Option<String>,
    #[schema(value_type = SuspenseStatusCode)]
    status: SuspenseStatus,
    payer_name: String,
    /// 摘要.
    remark: String,
    /// 记账日期.
    #[schema(value_type = Day)]
    business_date: Date,
    /// Calendar days since then.
    age_days: i32,
    /// The voucher that put it here.
    #[schema(value_type = Id)]
    voucher_id: VoucherId,
}

/// The remittance that money is meant for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct NamedRemittance {
    #[schema(value_type = Id)]
    remittance_id: RemittanceId,
    /// 单位名称.
    employer_name: String,
    #[schema(value_type = YearMonth)]
    month: Month,
}

impl From<remittance::Named> for NamedRemittance {
    fn from(named: remittance::Named) -> NamedRemittance {
        NamedRemittance {
            remittance_id: named.remittance_id,
            employer_name: named.employer_name,
            month: named.month,
        }
    }
}

/// An employer whose money something is.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Owner {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位名称.
    employer_name: String,
}

impl From<remittance::Owner> for Owner {
    fn from(owner: remittance::Owner) -> Owner {
        Owner {
            employer_id: owner.employer_id,
            employer_name: owner.employer_name,
        }
    }
}

/// The employer's name, where it is known whose something is.
pub(in crate::staff) fn name_of(owner: Option<&Owner>) -> String {
    owner.map_or_else(String::new, |owner| owner.employer_name.clone())
}

impl Suspense {
    /// Whose it is, or became.
    fn owner_words(&self) -> String {
        let names = self.owner.iter().chain(&self.allocated_to);
        let names: Vec<&str> = names.map(|owner| owner.employer_name.as_str()).collect();
        let more = if self.allocated_to_more { "等" } else { "" };
        names.join("、") + more
    }

    /// Why it waits, as that stands now.
    fn reason_words(&self) -> String {
        let now = self.freed.as_ref();
        now.unwrap_or(&self.reason.sentence).clone()
    }
}

impl From<SuspenseOf> for Suspense {
    fn from(of: SuspenseOf) -> Suspense {
        let row = of.item;
        Suspense {
            suspense_id: row.suspense_id,
            serial: row.serial,
            arrival_id: row.arrival_id,
            amount_fen: row.amount_fen,
            left_fen: row.left_fen,
            owner: of.owner.map(Owner::from),
            allocated_to: of.allocated_to.into_iter().map(Owner::from).collect(),
            allocated_to_more: of.allocated_to_more,
            named: of.named.map(NamedRemittance::from),
            reason: Reason {
                code: row.reason_code,
                sentence: row.reason_sentence,
            },
            freed: of.freed,
            status: row.status,
            payer_name: row.payer_name,
            remark: row.remark,
            business_date: row.business_date,
            age_days: row.age_days,
            voucher_id: row.voucher_id,
        }
    }
}

asked!(SuspenseAsked: suspense::SUSPENSE.info().0);

/// Money that waits or waited, the latest first.
#[utoipa::path(
    get,
    path = "/api/suspense",
    tag = "suspense",
    params(SuspenseAsked),
    responses((status = 200, body = Listing<Suspense>), ReadRefusals)
)]
pub(crate) async fn list_suspense(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Asked(query): Asked,
) -> Answer<Json<Listing<Suspense>>> {
    Ok(Json(
        remittance::waiting(&api.app, &staff.caller, &query)
            .await?
            .into(),
    ))
}

static SHEET: ListSheet<Suspense> = ListSheet {
    name: "suspense",
    title: "暂收",
    columns: &[
        text("serial", "业务流水", 20, |row| row.serial.clone()),
        text("business_date", "入账日期", 12, |row| {
            row.business_date.to_string()
        }),
        count("age_days", "账龄（天）", |row| {
            Some(i64::from(row.age_days))
        }),
        text("payer_name", "付款人", 32, |row| row.payer_name.clone()),
        text("owner", "归属单位", 32, Suspense::owner_words),
        text("named", "指定用途", 32, |row| {
            let named = row.named.as_ref();
            or_none(named.map(|one| format!("{} {} 汇缴", one.employer_name, one.month)))
        }),
        sentence("remark", "附言", |row| row.remark.clone()),
        summed(amount("amount_fen", "转入金额", |row| {
            Some(row.amount_fen)
        })),
        summed(amount("left_fen", "余额", |row| Some(row.left_fen))),
        sentence("reason", "原因", Suspense::reason_words),
        text("status", "状态", 12, |row| row.status.label().to_owned()),
    ],
    filters: &[
        ("status", code_words!(SuspenseStatus)),
        ("owner", Words::OfRow(|row| name_of(row.owner.as_ref()))),
        (
            "reason_code",
            Words::OfRow(|row| row.reason.sentence.clone()),
        ),
    ],
};

/// The items of suspense that the filters select, as an `.xlsx` file: what the list shows. Audited.
#[utoipa::path(
    get,
    path = "/api/suspense/list.xlsx",
    tag = "suspense",
    params(SuspenseAsked, Chosen),
    responses((status = 200, body = Vec<u8>, content_type = MEDIA_TYPE), ExportRefusals)
)]
pub(crate) async fn export_suspense(
    State(api): State<Arc<Api>>,
    staff: Staff,
    asked: ExportAsked,
) -> Answer<Workbook> {
    let export = Export::begin(&api, &staff.caller).await?;
    export
        .list(&SHEET, asked, |app, caller, query| {
            Box::pin(remittance::waiting(app, caller, query))
        })
        .await
}

//! `/api/accounts`: 个人账户.

mod changes;
mod entries;
mod entry_totals;
mod list;
mod mobile;
mod months;
mod owed;
mod show;
mod statement;
mod timeline;
mod totals;
mod unmask;

use std::sync::Arc;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

pub(super) fn routes() -> OpenApiRouter<Arc<Api>> {
    OpenApiRouter::new()
        .routes(routes!(list::list_accounts))
        .routes(routes!(totals::total_accounts))
        .routes(routes!(list::export_accounts))
        .routes(routes!(show::show_account))
        .routes(routes!(entries::list_account_entries))
        .routes(routes!(entry_totals::total_account_entries))
        .routes(routes!(entries::export_account_entries))
        .routes(routes!(months::list_account_months))
        .routes(routes!(months::export_account_months))
        .routes(routes!(owed::list_owed_months))
        .routes(routes!(owed::export_owed_months))
        .routes(routes!(statement::print_account_statement))
        .routes(routes!(unmask::unmask_member))
        .routes(routes!(changes::list_account_changes))
        .routes(routes!(changes::export_account_changes))
        .routes(routes!(mobile::change_member_mobile))
        .routes(routes!(mobile::list_mobile_changes))
        .routes(routes!(timeline::list_account_timeline))
        .routes(routes!(timeline::export_account_timeline))
}

crate::wire::code_schema! {
    AccountChangeKindCode = fund::account::ChangeKind;
    AccountStatusCode = fund::account::AccountStatus;
    EntryKindCode = fund::account::EntryKind;
    MemberMonthKindCode = fund::account::MonthKind;
    UnmaskPurposeCode = fund::account::UnmaskPurpose;
    MobileReasonCode = fund::member::change_mobile::MobileReason;
    SeenDocumentCode = fund::member::change_mobile::SeenDocument;
}

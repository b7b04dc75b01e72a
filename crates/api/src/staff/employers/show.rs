//! One employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use fund::employer::{self, EmployerView, MaskedPerson};
use kernel::{BranchId, Date, EmployerId, Month, Rate};
use serde::Serialize;
use utoipa::ToSchema;

use super::list::EmployerSummary;
use crate::Api;
use crate::extract::Named;
use crate::problem::{Answer, Problem, ReadOneRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, YearMonth};

/// 缴存单位. What is personal is masked.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Employer {
    #[serde(flatten)]
    summary: EmployerSummary,
    /// 单位地址.
    address: String,
    /// 单位邮编.
    postcode: Option<String>,
    /// 单位电子信箱.
    email: Option<String>,
    /// 单位发薪日, 1 to 31.
    payday: i64,
    /// 单位隶属关系, a code.
    affiliation: &'static str,
    /// 单位经济类型, a code.
    economic_type: &'static str,
    /// 单位所属行业, a code.
    industry: &'static str,
    /// 单位设立日期.
    #[schema(value_type = Day)]
    established_on: Date,
    /// 单位开户日期.
    #[schema(value_type = Day)]
    opened_on: Date,
    /// 起缴年月.
    #[schema(value_type = YearMonth)]
    first_month: Month,
    #[schema(value_type = Id)]
    branch_id: BranchId,
    /// 受托银行, a code.
    bank_code: &'static str,
    /// 单位缴存比例.
    #[schema(value_type = i64)]
    employer_rate_ppb: Rate,
    /// 个人缴存比例.
    #[schema(value_type = i64)]
    member_rate_ppb: Rate,
    /// 单位法人代表.
    legal_person: LegalPersonShown,
    /// 经办人.
    agent: AgentShown,
    /// How often what was registered has been changed: what a change is to name as `seen`.
    change_count: i64,
    /// The month that its next roster is for.
    #[schema(value_type = YearMonth)]
    next_month: Month,
    /// What an upload of that month's roster would be refused with today, for who may upload one;
    /// null where nothing stands in the way.
    next_month_refused: Option<Problem>,
}

/// 单位法人代表, masked.
#[derive(Debug, Serialize, ToSchema)]
struct LegalPersonShown {
    name: String,
    /// 证件类型, a code.
    id_kind: &'static str,
    id_number: String,
}

/// 单位经办人, masked.
#[derive(Debug, Serialize, ToSchema)]
struct AgentShown {
    name: String,
    /// 证件类型, a code.
    id_kind: &'static str,
    id_number: String,
    /// 手机号码.
    mobile: String,
    /// 固定电话号码.
    phone: Option<String>,
}

impl From<MaskedPerson> for LegalPersonShown {
    fn from(person: MaskedPerson) -> LegalPersonShown {
        let (name, id_number) = (person.name, person.id_number);
        LegalPersonShown {
            name,
            id_kind: person.id_kind.code(),
            id_number,
        }
    }
}

impl From<MaskedPerson> for AgentShown {
    fn from(person: MaskedPerson) -> AgentShown {
        AgentShown {
            name: person.name,
            id_kind: person.id_kind.code(),
            id_number: person.id_number,
            mobile: person.mobile.unwrap_or_default(),
            phone: person.phone,
        }
    }
}

impl From<EmployerView> for Employer {
    fn from(view: EmployerView) -> Employer {
        let employer = view.employer;
        Employer {
            summary: view.summary.into(),
            address: employer.address,
            postcode: employer.postcode,
            email: employer.email,
            payday: employer.payday,
            affiliation: employer.affiliation.code(),
            economic_type: employer.economic_type.code(),
            industry: employer.industry.code(),
            established_on: employer.established_on,
            opened_on: employer.opened_on,
            first_month: employer.first_month,
            branch_id: employer.branch_id,
            bank_code: employer.bank_code.code(),
            employer_rate_ppb: employer.employer_rate,
            member_rate_ppb: employer.member_rate,
            legal_person: view.legal_person.into(),
            agent: view.agent.into(),
            change_count: employer.change_count,
            next_month: view.next_month,
            next_month_refused: view.next_month_refused.as_ref().map(Problem::from),
        }
    }
}

/// One employer.
#[utoipa::path(
    get,
    path = "/api/employers/{id}",
    tag = "employers",
    params(("id" = String, Path, format = "uuid")),
    responses((status = 200, body = Employer), ReadOneRefusals)
)]
pub(crate) async fn show_employer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
) -> Answer<Json<Employer>> {
    Ok(Json(
        employer::show(&api.app, &staff.caller, employer_id)
            .await?
            .into(),
    ))
}

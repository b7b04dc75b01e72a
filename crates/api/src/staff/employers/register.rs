//! Registering an employer.

use std::sync::Arc;

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use fund::employer::{self, Registered};
use kernel::{BranchId, EmployerId, EmployerNo, Rate};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{Day, Id, Number, YearMonth};

/// 单位登记 (JGJ/T 320-2014 table 4.0.2).
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmployerRegistration {
    /// 单位名称.
    #[schema(max_length = 255)]
    name: String,
    /// 统一社会信用代码.
    #[schema(max_length = 18)]
    credit_code: String,
    /// 单位地址.
    #[schema(max_length = 255)]
    address: String,
    /// 单位邮编.
    #[schema(max_length = 6)]
    postcode: Option<String>,
    /// 单位电子信箱.
    #[schema(max_length = 120)]
    email: Option<String>,
    /// 单位发薪日.
    #[schema(minimum = 1, maximum = 31)]
    payday: i64,
    /// 单位隶属关系, a code.
    affiliation: String,
    /// 单位经济类型, a code.
    economic_type: String,
    /// 单位所属行业, a code.
    industry: String,
    /// 单位设立日期.
    #[schema(value_type = Day)]
    established_on: String,
    /// 单位开户日期; today when left out.
    #[schema(value_type = Option<Day>)]
    opened_on: Option<String>,
    /// 起缴年月.
    #[schema(value_type = YearMonth)]
    first_month: String,
    /// 管理部.
    #[schema(value_type = Id)]
    branch_id: BranchId,
    /// 受托银行, a code.
    bank_code: String,
    /// 单位缴存比例.
    #[schema(value_type = i64)]
    employer_rate_ppb: Rate,
    /// 个人缴存比例.
    #[schema(value_type = i64)]
    member_rate_ppb: Rate,
    /// 单位法人代表.
    legal_person: LegalPerson,
    /// 经办人.
    agent: Agent,
}

/// 单位法人代表.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct LegalPerson {
    #[schema(max_length = 120)]
    name: String,
    /// 证件类型, a code.
    id_kind: String,
    #[schema(max_length = 18)]
    id_number: String,
}

/// 单位经办人.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
struct Agent {
    #[schema(max_length = 120)]
    name: String,
    /// 证件类型, a code.
    id_kind: String,
    #[schema(max_length = 18)]
    id_number: String,
    /// 手机号码.
    mobile: String,
    /// 固定电话号码.
    #[schema(max_length = 20)]
    phone: Option<String>,
}

impl From<EmployerRegistration> for employer::Registration {
    fn from(form: EmployerRegistration) -> employer::Registration {
        let LegalPerson {
            name,
            id_kind,
            id_number,
        } = form.legal_person;
        let legal_person = employer::Person {
            name,
            id_kind,
            id_number,
        };
        let Agent {
            name,
            id_kind,
            id_number,
            mobile,
            phone,
        } = form.agent;
        let agent = employer::Agent {
            name,
            id_kind,
            id_number,
            mobile,
            phone,
        };
        employer::Registration {
            name: form.name,
            credit_code: form.credit_code,
            address: form.address,
            postcode: form.postcode,
            email: form.email,
            payday: form.payday,
            affiliation: form.affiliation,
            economic_type: form.economic_type,
            industry: form.industry,
            established_on: form.established_on,
            opened_on: form.opened_on,
            first_month: form.first_month,
            branch_id: form.branch_id,
            bank_code: form.bank_code,
            employer_rate: form.employer_rate_ppb,
            member_rate: form.member_rate_ppb,
            legal_person,
            agent,
        }
    }
}

/// A registered employer.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerRegistered {
    #[schema(value_type = Id)]
    employer_id: EmployerId,
    /// 单位账号.
    #[schema(value_type = Number)]
    employer_no: EmployerNo,
}

/// Registers an employer.
#[utoipa::path(
    post,
    path = "/api/employers",
    tag = "employers",
    params(Key),
    request_body = EmployerRegistration,
    responses((status = 201, body = EmployerRegistered), ChangeRefusals)
)]
pub(crate) async fn register_employer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Key(key): Key,
    Body(form): Body<EmployerRegistration>,
) -> Answer<(StatusCode, Json<EmployerRegistered>)> {
    let registered = employer::register(&api.app, &staff.caller, &key, form.into()).await?;
    let Registered {
        employer_id,
        employer_no,
    } = registered;
    Ok((
        StatusCode::CREATED,
        Json(EmployerRegistered {
            employer_id,
            employer_no,
        }),
    ))
}

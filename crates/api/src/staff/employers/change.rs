//! Changing what an employer registered.

use std::collections::BTreeMap;
use std::sync::Arc;

use axum::extract::State;
use axum::http::StatusCode;
use fund::employer::{self, Field, NewChange};
use kernel::EmployerId;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::Api;
use crate::extract::{Body, Key, Named};
use crate::problem::{Answer, ChangeRefusals};
use crate::session::Staff;
use crate::wire::{PendingApproval, Reply};

/// 单位信息变更: what is left out stays; an empty text empties a field that may be empty.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct EmployerChange {
    /// The `change_count` of the employer as it was seen: a change in between is a conflict.
    #[schema(minimum = 0)]
    seen: i64,
    /// 变更依据: the document, or why.
    #[schema(max_length = 120)]
    basis: String,
    /// 单位名称.
    #[schema(max_length = 255)]
    name: Option<String>,
    /// 统一社会信用代码.
    #[schema(max_length = 18)]
    credit_code: Option<String>,
    /// 单位地址.
    #[schema(max_length = 255)]
    address: Option<String>,
    /// 单位邮编.
    #[schema(max_length = 6)]
    postcode: Option<String>,
    /// 单位电子信箱.
    #[schema(max_length = 120)]
    email: Option<String>,
    /// 单位发薪日.
    #[schema(minimum = 1, maximum = 31)]
    payday: Option<i64>,
    /// 单位隶属关系, a code.
    affiliation: Option<String>,
    /// 单位经济类型, a code.
    economic_type: Option<String>,
    /// 单位所属行业, a code.
    industry: Option<String>,
    /// 受托银行, a code.
    bank_code: Option<String>,
    /// 单位法人代表.
    legal_person: Option<LegalPersonChange>,
    /// 经办人.
    agent: Option<AgentChange>,
}

/// What changes of 单位法人代表.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct LegalPersonChange {
    #[schema(max_length = 120)]
    name: Option<String>,
    /// 证件类型, a code.
    id_kind: Option<String>,
    #[schema(max_length = 18)]
    id_number: Option<String>,
}

/// What changes of 单位经办人.
#[derive(Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct AgentChange {
    #[schema(max_length = 120)]
    name: Option<String>,
    /// 证件类型, a code.
    id_kind: Option<String>,
    #[schema(max_length = 18)]
    id_number: Option<String>,
    /// 手机号码.
    mobile: Option<String>,
    /// 固定电话号码.
    #[schema(max_length = 20)]
    phone: Option<String>,
}

impl From<EmployerChange> for NewChange {
    fn from(form: EmployerChange) -> NewChange {
        let legal_person = form.legal_person.unwrap_or_default();
        let agent = form.agent.unwrap_or_default();
        let asked = [
            (Field::Name, form.name),
            (Field::CreditCode, form.credit_code),
            (Field::Address, form.address),
            (Field::Postcode, form.postcode),
            (Field::Email, form.email),
            (Field::Payday, form.payday.map(|day| day.to_string())),
            (Field::Affiliation, form.affiliation),
            (Field::EconomicType, form.economic_type),
            (Field::Industry, form.industry),
            (Field::BankCode, form.bank_code),
            (Field::LegalPersonName, legal_person.name),
            (Field::LegalPersonIdKind, legal_person.id_kind),
            (Field::LegalPersonIdNumber, legal_person.id_number),
            (Field::AgentName, agent.name),
            (Field::AgentIdKind, agent.id_kind),
            (Field::AgentIdNumber, agent.id_number),
            (Field::AgentMobile, agent.mobile),
            (Field::AgentPhone, agent.phone),
        ];
        let asked = asked
            .into_iter()
            .filter_map(|(field, value)| Some((field, value?)));
        NewChange {
            seen: form.seen,
            basis: form.basis,
            values: asked.collect::<BTreeMap<_, _>>(),
        }
    }
}

/// A change that is done.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct EmployerChanged {
    /// Counts from 1 in the employer.
    change_no: i64,
}

/// Changes what an employer registered. It may need approval.
#[utoipa::path(
    post,
    path = "/api/employers/{id}/changes",
    tag = "employers",
    params(("id" = String, Path, format = "uuid"), Key),
    request_body = EmployerChange,
    responses(
        (status = 201, body = EmployerChanged),
        (status = 202, body = PendingApproval),
        ChangeRefusals
    )
)]
pub(crate) async fn change_employer(
    State(api): State<Arc<Api>>,
    staff: Staff,
    Named(employer_id): Named<EmployerId>,
    Key(key): Key,
    Body(form): Body<EmployerChange>,
) -> Answer<Reply<EmployerChanged>> {
    let (app, caller) = (&api.app, &staff.caller);
    let outcome = employer::change(app, caller, &key, employer_id, &form.into()).await?;
    Ok(Reply::of(StatusCode::CREATED, outcome, |change_no| {
        EmployerChanged { change_no }
    }))
}

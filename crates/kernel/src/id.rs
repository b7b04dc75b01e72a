//! The registry of typed ids: one type a kind of thing, so that a voucher's id can't be passed
//! where an employer's is meant.
//!
//! Every id is a UUIDv7 whose time comes from the [`Clock`]. Ids made from one clock strictly
//! increase, within a millisecond too; all system clocks of a process are one clock in this sense.
//! The canonical text is the hyphenated form in small letters.

use std::fmt;
use std::str::FromStr;

use uuid::Uuid;

use crate::clock::Clock;
use crate::refusal::Fault;
use crate::text::{canonical, serde_as_text};

/// What the typed ids have in common, for code that maps them all alike.
pub trait TypedId: Copy + Eq + Ord + fmt::Debug + fmt::Display {
    /// The thing's English noun, such as `voucher`.
    const NOUN: &'static str;

    /// Takes a UUID that is known to be of this kind, such as one read from its column.
    fn from_uuid(uuid: Uuid) -> Self;

    /// The bare UUID.
    fn uuid(&self) -> Uuid;
}

/// Text that is not an id of the kind asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("编号格式不正确")]
pub struct ParseIdError {
    /// The kind of thing, as in [`TypedId::NOUN`].
    pub noun: &'static str,
}

impl Fault for ParseIdError {
    fn code(&self) -> &'static str {
        "id_malformed"
    }
}

/// The canonical form alone: the others that the uuid crate reads, capitals among them, would give
/// one thing several addresses.
fn parse(text: &str, noun: &'static str) -> Result<Uuid, ParseIdError> {
    let uuid = Uuid::try_parse(text).ok();
    uuid.and_then(|uuid| canonical(uuid, text))
        .ok_or(ParseIdError { noun })
}

macro_rules! typed_ids {
    ($($(#[$doc:meta])+ $name:ident = $noun:literal;)+) => {$(
        $(#[$doc])+
        #[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(Uuid);

        impl $name {
            /// Before every id that was ever made: where reading them in order begins.
            pub const NIL: Self = Self(Uuid::nil());

            /// Makes a new id, greater than every id made from this clock before.
            #[must_use]
            pub fn new(clock: &Clock) -> Self {
                Self(clock.next_uuid())
            }

            /// Takes a UUID that is known to be of this kind.
            #[must_use]
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The bare UUID.
            #[must_use]
            pub const fn uuid(&self) -> Uuid {
                self.0
            }
        }

        impl TypedId for $name {
            const NOUN: &'static str = $noun;

            fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            fn uuid(&self) -> Uuid {
                self.0
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIdError;

            fn from_str(text: &str) -> Result<Self, ParseIdError> {
                parse(text, $noun).map(Self)
            }
        }

        serde_as_text!($name);
    )+};
}

typed_ids! {
    /// 工作人员: someone of the centre's staff who signs in and acts.
    StaffId = "staff";
    /// 管理部: a branch of the centre.
    BranchId = "branch";
    /// 科室: a department of the centre.
    DepartmentId = "department";
    /// 角色: a named set of permissions.
    RoleId = "role";
    /// 审批: one request for approval.
    ApprovalId = "approval";
    /// 审批环节: one step of a request.
    ApprovalStepId = "approval_step";
    /// 审批流程: how a business is approved from a day on.
    ApprovalFlowId = "approval_flow";
    /// 代办: who decides instead of whom.
    DelegationId = "delegation";
    /// 管委会会议: a meeting of the management committee.
    MeetingId = "meeting";
    /// 管委会决议: what a meeting resolved.
    ResolutionId = "resolution";
    /// 会话: one signed-in session.
    SessionId = "session";
    /// 网厅会话: one signed-in session of a hall.
    HallSessionId = "hall_session";
    /// 短信: a message to somebody's mobile.
    MessageId = "message";
    /// 验证码: a code sent by a message.
    OneTimeCodeId = "one_time_code";
    /// 手机号码变更: that a member's mobile became another.
    MobileChangeId = "mobile_change";
    /// 证明与回单: a paper that the centre gave out.
    CertificateId = "certificate";
    /// 单位经办人: who acts for employers in their hall.
    AgentId = "agent";
    /// 经办授权: that an agent acts for an employer.
    AgentLinkId = "agent_employer";
    /// 缴存单位: an employer that contributes.
    EmployerId = "employer";
    /// 单位信息变更: one field of an employer that was changed.
    EmployerChangeId = "employer_change";
    /// 缴存人: a member, the person behind an account.
    MemberId = "member";
    /// 清册: an employer's uploaded list of members and amounts.
    RosterId = "roster";
    /// 封存: one act by which members of an employer stop contributing.
    SealingId = "sealing";
    /// 转移催办: a case that asks an employer to let go of a member who works elsewhere.
    TransferCaseId = "transfer_case";
    /// 汇缴: one remittance of an employer for a month.
    RemittanceId = "remittance";
    /// 银行账户: an account of the centre at a bank.
    BankAccountId = "bank_account";
    /// 到账: money that arrived in a bank account.
    ArrivalId = "arrival";
    /// 暂收: arrived money that waits to be matched.
    SuspenseId = "suspense";
    /// 追款: money that a bank took back after it was posted, and that is to come back.
    RecoveryId = "recovery";
    /// 代付单位: a legal person that pays for employers.
    PayerId = "payer";
    /// 代付关系: that a payer pays for an employer.
    ArrangementId = "payer_arrangement";
    /// 凭证: a voucher of the books.
    VoucherId = "voucher";
    /// 批量: one chunk of a bulk posting, with its own voucher.
    BatchId = "batch";
    /// 批次: a run that groups the chunks of a bulk posting.
    RunId = "run";
    /// 审计记录: one row of the audit trail.
    AuditId = "audit";
    /// 政策版本: one effective-dated version of a policy parameter.
    PolicyVersionId = "policy_version";
    /// 系统任务: a piece of work that is done apart from the request that asked for it.
    JobId = "job";
    /// One runner's hold of a job: whoever takes it over has another.
    JobLeaseId = "job_lease";
    /// 事件: something that happened, until everybody who waits for it was told.
    OutboxEventId = "outbox_event";
    /// An uninterrupted time in which a server served a centre.
    ServiceIntervalId = "service_interval";
    /// 计划停机: a stop of the service that was announced before it began.
    PlannedStopId = "planned_stop";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Instant;

    fn clock() -> Clock {
        Clock::manual("2026-11-22T08:00:00.000000Z".parse::<Instant>().unwrap())
    }

    #[test]
    fn ids_of_one_millisecond_strictly_increase() {
        let clock = clock();
        let ids: Vec<VoucherId> = (0..10_000).map(|_| VoucherId::new(&clock)).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn ids_keep_increasing_when_the_clock_is_set_back() {
        let clock = clock();
        let before = VoucherId::new(&clock);
        clock.set("2026-11-21T08:00:00.000000Z".parse().unwrap());
        assert!(before < VoucherId::new(&clock));
    }

    #[test]
    fn all_system_clocks_share_one_sequence() {
        let ids: Vec<RunId> = (0..1_000).map(|_| RunId::new(&Clock::system())).collect();
        assert!(ids.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn ids_of_several_threads_never_collide() {
        let clock = clock();
        let threads: Vec<_> = (0..4)
            .map(|_| {
                let clock = clock.clone();
                std::thread::spawn(move || {
                    (0..2_000).map(|_| AuditId::new(&clock)).collect::<Vec<_>>()
                })
            })
            .collect();
        let made: Vec<AuditId> = threads
            .into_iter()
            .flat_map(|t| t.join().unwrap())
            .collect();
        let distinct: std::collections::BTreeSet<AuditId> = made.iter().copied().collect();
        assert_eq!((made.len(), distinct.len()), (8_000, 8_000));
    }

    #[test]
    fn the_time_inside_an_id_is_the_clocks() {
        let id = StaffId::new(&clock());
        let (seconds, _) = id.uuid().get_timestamp().unwrap().to_unix();
        assert_eq!(id.uuid().get_version_num(), 7);
        assert_eq!(seconds, 1_795_334_400);
    }

    #[test]
    fn text_and_json_give_the_same_id_back() {
        let id = EmployerId::new(&clock());
        assert_eq!(id.to_string().parse(), Ok(id));
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<EmployerId>(&json).unwrap(), id);
    }

    #[test]
    fn only_the_canonical_form_is_an_id() {
        let id = RoleId::new(&clock());
        let simple = id.uuid().simple().to_string();
        let capitals = id.to_string().to_uppercase();
        assert_ne!(capitals, id.to_string(), "an id of letters too");
        let cases = [
            simple,
            capitals,
            format!("{{{id}}}"),
            format!("urn:uuid:{id}"),
            String::new(),
        ];
        for text in cases {
            assert_eq!(
                text.parse::<RoleId>(),
                Err(ParseIdError { noun: "role" }),
                "{text}"
            );
        }
    }
}

//! The flows a centre starts with, as data. They are a beginning: a centre sets its own.

use kernel::{Date, Fen};

use super::flow::NewFlow;
use super::model::NewStep;

/// A flow to begin with: the business by its action's code, and its steps.
struct FlowSeed {
    business: &'static str,
    /// The role, the amount in yuan from which it decides, working days for it.
    steps: &'static [(&'static str, i32, i64)],
}

/// Money that goes back takes the chief accountant, much of it the director too; a rule that binds
/// everyone takes the director; who an employer is takes the branch's reviewer.
const STANDARD: &[FlowSeed] = &[
    FlowSeed {
        business: "remittance.reverse",
        steps: MONEY_BACK,
    },
    FlowSeed {
        business: "suspense.return",
        steps: MONEY_BACK,
    },
    FlowSeed {
        business: "employer.change",
        steps: &[("collection_reviewer", 0, 1)],
    },
    FlowSeed {
        business: "policy.change",
        steps: RULES,
    },
    FlowSeed {
        business: "policy.withdraw",
        steps: RULES,
    },
    FlowSeed {
        business: "approval_flow.set",
        steps: RULES,
    },
];

/// Who gives rights asks the director. They are no part of [`STANDARD`]: in a centre that is being
/// founded nobody could decide them, and the director has to be given the role first.
const RIGHTS: &[FlowSeed] = &[
    FlowSeed {
        business: "staff.assign",
        steps: RULES,
    },
    FlowSeed {
        business: "role.add",
        steps: RULES,
    },
];

const MONEY_BACK: &[(&str, i32, i64)] = &[("chief_accountant", 0, 1), ("director", 500_000, 2)];
const RULES: &[(&str, i32, i64)] = &[("director", 0, 2)];

/// The flows that a centre starts with, from its first day.
#[must_use]
pub fn standard(from: Date) -> Vec<NewFlow> {
    let flow = |seed: &FlowSeed| seed.from(from, "设立中心时的审批流程");
    STANDARD.iter().map(flow).collect()
}

/// The flows by which roles are added and given, once there is a director to decide them.
#[must_use]
pub fn rights(from: Date) -> Vec<NewFlow> {
    let flow = |seed: &FlowSeed| seed.from(from, "授权须经主任审批");
    RIGHTS.iter().map(flow).collect()
}

impl FlowSeed {
    fn from(&self, from: Date, reason: &str) -> NewFlow {
        let step = |(role, yuan, term_days): &(&str, i32, i64)| NewStep {
            role: (*role).to_owned(),
            from_fen: Fen::from_yuan(*yuan),
            term_days: *term_days,
        };
        NewFlow {
            business: self.business.to_owned(),
            effective_from: from.to_string(),
            source: "内部控制制度：经办与审批分离".to_owned(),
            reason: reason.to_owned(),
            steps: self.steps.iter().map(step).collect(),
        }
    }
}

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
/// everyone takes the director.
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

const MONEY_BACK: &[(&str, i32, i64)] = &[("chief_accountant", 0, 1), ("director", 500_000, 2)];
const RULES: &[(&str, i32, i64)] = &[("director", 0, 2)];

/// The flows that a centre starts with, from its first day.
#[must_use]
pub fn standard(from: Date) -> Vec<NewFlow> {
    let step = |(role, yuan, term_days): &(&str, i32, i64)| NewStep {
        role: (*role).to_owned(),
        from_fen: Fen::from_yuan(*yuan),
        term_days: *term_days,
    };
    let flow = |seed: &FlowSeed| NewFlow {
        business: seed.business.to_owned(),
        effective_from: from.to_string(),
        source: "内部控制制度：经办与审批分离".to_owned(),
        reason: "设立中心时的审批流程".to_owned(),
        steps: seed.steps.iter().map(step).collect(),
    };
    STANDARD.iter().map(flow).collect()
}

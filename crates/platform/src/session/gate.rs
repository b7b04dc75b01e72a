//! What stands between a right password and the desk: a second factor to give or to set up, a
//! password to change.

use std::time::Duration;

use kernel::{Instant, Refusal};

use crate::role::{Power, power_of};

/// Who needs a second factor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecondFactorRule {
    /// Whoever approves or administers; everyone else may set one up.
    Required,
    /// Nobody; everyone may set one up. For demos.
    Offered,
}

/// What is asked of whoever signs in; one place, with the reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignInRules {
    /// Who needs a second factor.
    pub second_factor: SecondFactorRule,
    /// How long a password is good for; `None` for as long as its owner likes.
    pub password_max_age: Option<Duration>,
}

/// How long before a password ends its owner is told.
pub(super) const TOLD_BEFORE: Duration = Duration::from_secs(7 * 86_400);

impl Default for SignInRules {
    /// GB/T 22239-2019, 8.1.4.1: two factors for those who administer, passwords changed from time
    /// to time; every 90 days is what assessors of level three ask.
    fn default() -> Self {
        Self {
            second_factor: SecondFactorRule::Required,
            password_max_age: Some(Duration::from_secs(90 * 86_400)),
        }
    }
}

impl SignInRules {
    /// For a demo, whose passwords are no secret and stay as the first page shows them.
    #[must_use]
    pub const fn of_demo() -> Self {
        Self {
            second_factor: SecondFactorRule::Offered,
            password_max_age: None,
        }
    }
}

db::codes! {
    /// 待办的登录步骤: what a session has to do before it may do anything else.
    pub enum Gate {
        /// 输入动态口令.
        SecondFactor = "second_factor", "输入动态口令";
        /// 修改密码.
        PasswordChange = "password_change", "修改密码";
        /// 绑定动态口令.
        Enrolment = "second_factor_enrolment", "绑定动态口令";
    }
}

impl Gate {
    /// What every other request is refused with.
    #[must_use]
    pub fn refusal(self) -> Refusal {
        match self {
            Self::SecondFactor => {
                Refusal::forbidden("second_factor_required", "请先输入动态口令完成登录")
            }
            Self::PasswordChange => {
                Refusal::forbidden("password_change_required", "请先修改密码，再办理业务")
            }
            Self::Enrolment => Refusal::forbidden(
                "second_factor_enrolment_required",
                "您的角色须用动态口令登录，请先绑定",
            ),
        }
    }
}

/// Whether an action takes a second factor: deciding what others ask for, and administering.
#[must_use]
pub fn takes_second_factor(action: &str) -> bool {
    let power = power_of(action);
    action == crate::approval::APPROVAL_DECIDE.code
        || power.is_some_and(|power| power != Power::Business)
}

/// What is known of a session at its gate.
#[derive(Debug, Clone, Copy)]
pub(super) struct AtGate {
    /// The password was made or typed by somebody else.
    pub(super) password_initial: bool,
    /// Since when it is the password.
    pub(super) password_set_at: Instant,
    /// A second factor is set up.
    pub(super) enrolled: bool,
    /// It was given in this session.
    pub(super) given: bool,
    /// Some action of the roles takes one.
    pub(super) takes_second_factor: bool,
}

impl AtGate {
    /// The first thing to do, or nothing.
    pub(super) fn gate(&self, rules: &SignInRules, now: Instant) -> Option<Gate> {
        let required = rules.second_factor == SecondFactorRule::Required;
        if self.enrolled && !self.given {
            Some(Gate::SecondFactor)
        } else if self.password_initial || self.is_expired(rules, now) {
            Some(Gate::PasswordChange)
        } else if required && self.takes_second_factor && !self.enrolled {
            Some(Gate::Enrolment)
        } else {
            None
        }
    }

    fn is_expired(&self, rules: &SignInRules, now: Instant) -> bool {
        let age = now.since(self.password_set_at);
        rules.password_max_age.is_some_and(|max| age >= max)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn deciding_and_administering_take_a_second_factor() {
        for (action, takes) in [
            ("approval.decide", true),
            ("staff.add", true),
            ("staff.assign", true),
            ("role.add", true),
            ("audit.read", true),
            ("approval.read", false),
            ("staff.read", false),
            ("employer.register", false),
            ("policy.change", false),
            ("list.export", false),
        ] {
            assert_eq!(takes_second_factor(action), takes, "{action}");
        }
    }

    /// Initial, days old, enrolled, given, takes one → the gate where one is required, and where
    /// it is offered.
    #[test]
    fn the_gate_asks_for_the_factor_then_the_password_then_a_factor_to_be_set_up() {
        use Gate::{Enrolment, PasswordChange, SecondFactor};
        let cases = [
            (false, 0, false, false, false, None, None),
            (false, 0, false, false, true, Some(Enrolment), None),
            (
                false,
                0,
                true,
                false,
                true,
                Some(SecondFactor),
                Some(SecondFactor),
            ),
            (
                false,
                0,
                true,
                false,
                false,
                Some(SecondFactor),
                Some(SecondFactor),
            ),
            (false, 0, true, true, true, None, None),
            (
                true,
                0,
                false,
                false,
                true,
                Some(PasswordChange),
                Some(PasswordChange),
            ),
            (
                true,
                0,
                true,
                false,
                true,
                Some(SecondFactor),
                Some(SecondFactor),
            ),
            (
                true,
                0,
                true,
                true,
                true,
                Some(PasswordChange),
                Some(PasswordChange),
            ),
            (false, 89, false, false, false, None, None),
            (false, 90, false, false, false, Some(PasswordChange), None),
            (false, 90, true, true, true, Some(PasswordChange), None),
        ];
        let now = Instant::from_micros(1_800_000_000_000_000).unwrap();
        for (initial, days, enrolled, given, takes, required, offered) in cases {
            let at = AtGate {
                password_initial: initial,
                password_set_at: now.checked_sub(Duration::from_secs(days * 86_400)).unwrap(),
                enrolled,
                given,
                takes_second_factor: takes,
            };
            assert_eq!(at.gate(&SignInRules::default(), now), required, "{at:?}");
            assert_eq!(at.gate(&SignInRules::of_demo(), now), offered, "{at:?}");
        }
    }
}

//! A house for this crate's tests: a database file of its own, one centre, a clock that stands.

use db::{Backend, Config, Db, Keys};
use kernel::{Actor, BranchId, CentreId, Clock, StaffId};

use crate::audit::Event;
use crate::branch::{self, NewBranch};
use crate::role::{self, NewRole};
use crate::staff::{self, NewStaff};
use crate::{Action, App, Caller, DataScope, Grants, IdempotencyKey, centre};

/// An action of the tests'.
pub(crate) const ACT: Action = Action {
    code: "trial.act",
    label: "试验",
};
/// The actions known to the tests.
pub(crate) fn known() -> Vec<&'static Action> {
    crate::ACTIONS.iter().copied().chain([&ACT]).collect()
}

pub(crate) const PASSWORD: &str = "正确的马电池a9钉书针";

db::statements! {
    ALL_EVENTS: () => Event =
        "SELECT audit_id, at, actor, actor_name, address, action, outcome, subject_kind,
             subject_id, detail
         FROM audit_event WHERE centre_id = $1 ORDER BY audit_id";
}

pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) centre: CentreId,
    /// The system itself, with every grant.
    pub(crate) system: Caller,
    _folder: tempfile::TempDir,
}

/// A new house, its centre registered, its clock at 08:30 in China on Friday 2026-11-20.
pub(crate) async fn house() -> House {
    let folder = tempfile::tempdir().unwrap();
    let backend = Backend::Sqlite {
        path: folder.path().join("anju.db"),
    };
    let config = Config {
        backend,
        connections: 4,
    };
    let db = Db::open(&config, Keys::random().unwrap()).unwrap();
    let clock = Clock::manual("2026-11-20T00:30:00.000000Z".parse().unwrap());
    db.migrate(&[&crate::MIGRATIONS], &clock).await.unwrap();
    let app = App::new(db, clock);
    let centre = CentreId::new(1).unwrap();
    let system = Caller::system("setup", centre);
    centre::register(&app, &system, &key("centre"), "安居市住房公积金管理中心")
        .await
        .unwrap();
    House {
        app,
        centre,
        system,
        _folder: folder,
    }
}

/// An idempotency key from a short word.
pub(crate) fn key(word: &str) -> IdempotencyKey {
    format!("trial-key-{word}").parse().unwrap()
}

impl House {
    /// Every event of the trail, oldest first.
    pub(crate) async fn audit_events(&self) -> Vec<Event> {
        self.app
            .db
            .read(self.centre)
            .await
            .unwrap()
            .all(&ALL_EVENTS, ())
            .await
            .unwrap()
    }

    pub(crate) async fn branch(&self, code: &str) -> BranchId {
        let new = NewBranch {
            code: code.to_owned(),
            name: format!("{code}管理部"),
        };
        branch::add(&self.app, &self.system, &key(code), new)
            .await
            .unwrap()
    }

    /// A staff member with a password, without roles.
    pub(crate) async fn staff(&self, sign_in_name: &str, branch_id: Option<BranchId>) -> StaffId {
        let new = NewStaff {
            sign_in_name: sign_in_name.to_owned(),
            name: format!("{sign_in_name}甲"),
            branch_id,
            department_id: None,
            phone: None,
        };
        staff::add(&self.app, &self.system, &key(sign_in_name), new, PASSWORD)
            .await
            .unwrap()
    }

    /// A role with these actions.
    pub(crate) async fn role(&self, code: &str, data_scope: DataScope, actions: &[&Action]) {
        let new = NewRole {
            code: code.to_owned(),
            name: code.to_owned(),
            data_scope,
            actions: actions
                .iter()
                .map(|action| action.code.to_owned())
                .collect(),
        };
        role::add(&self.app, &self.system, &key(code), new, &known())
            .await
            .unwrap();
    }

    /// Somebody for each power that administers, without whom nobody can leave: `xi`, `zhao` and
    /// `shen`, with the roles `system`, `admin` and `audit`.
    pub(crate) async fn administrators(&self) {
        for (name, role, act) in [
            ("xi", "system", &staff::STAFF_ADD),
            ("zhao", "admin", &staff::STAFF_ASSIGN),
            ("shen", "audit", &crate::audit::AUDIT_READ),
        ] {
            self.role(role, DataScope::Centre, &[act]).await;
            let staff_id = self.staff(name, None).await;
            let key = key(&format!("{role}-of-{name}"));
            let given = role::assign(&self.app, &self.system, &key, staff_id, role).await;
            given.unwrap();
        }
    }

    /// Someone of the staff who may do nothing, as a request would bring it.
    pub(crate) async fn clerk_without_roles(&self) -> Caller {
        Caller {
            actor: Actor::staff(self.centre, StaffId::new(&self.app.clock)),
            name: "无权".to_owned(),
            branch: None,
            grants: std::sync::Arc::new(Grants::listed(None, [])),
            address: Some("10.0.0.8".to_owned()),
            approved: None,
        }
    }
}

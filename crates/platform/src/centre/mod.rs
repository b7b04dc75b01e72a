//! 中心: a housing provident fund centre, the tenant of everything.

mod store;

pub use store::Centre;

pub(crate) use store::{ACROSS_CENTRES, STATEMENTS};

use db::{Digest, ReadTx, WriteTx};
use kernel::{CentreId, Clock, Refusal, Result};
use serde_json::json;

use crate::audit::{self, Subject};
use crate::{Action, App, Caller, IdempotencyKey, Once, Scope};

/// Registering a centre in the installation.
pub const CENTRE_REGISTER: Action = Action {
    code: "centre.register",
    label: "登记中心",
};

/// Registers the caller's centre. The installation's own set-up calls it: before it there is no
/// one who could sign in.
///
/// # Errors
/// `action_forbidden`; `centre_name_invalid`; `centre_registered` (conflict); those of
/// [`App::write_once`].
pub async fn register(
    app: &App,
    caller: &Caller,
    key: &IdempotencyKey,
    name: &str,
) -> Result<CentreId> {
    app.enforce(caller, &CENTRE_REGISTER, Scope::Centre).await?;
    let hash = Digest::new("centre.register").text(name).finish();
    match app.write_once(caller, &CENTRE_REGISTER, key, hash).await? {
        Once::Replay(_) => Ok(caller.centre()),
        Once::Fresh(mut tx) => {
            register_in(&mut tx, &app.clock, caller, name).await?;
            tx.finish(caller.centre()).await?;
            Ok(caller.centre())
        }
    }
}

/// Registers the transaction's centre.
///
/// # Errors
/// `centre_name_invalid`; `centre_registered` (conflict).
pub async fn register_in(
    tx: &mut WriteTx,
    clock: &Clock,
    caller: &Caller,
    name: &str,
) -> Result<()> {
    let name = crate::text::name(name, "centre_name_invalid", "中心名称")?;
    if tx
        .execute(&store::INSERT_CENTRE, (name.clone(), clock.now()))
        .await?
        == 0
    {
        let sentence = "该中心编号已经登记";
        return Err(Refusal::conflict("centre_registered", sentence).into());
    }
    let subject = Subject::new("centre", caller.centre());
    audit::record(
        tx,
        clock,
        caller,
        &CENTRE_REGISTER,
        subject,
        json!({ "name": name }),
    )
    .await
}

/// The transaction's centre.
///
/// # Errors
/// `centre_unknown` (not found).
pub async fn get(tx: &mut ReadTx) -> Result<Centre> {
    let found = tx.optional(&store::CENTRE, ()).await?;
    found.ok_or_else(|| Refusal::not_found("centre_unknown", "没有这个中心").into())
}

/// A centre, for anyone: its name is on its door.
///
/// # Errors
/// `centre_unknown` (not found).
pub async fn find(app: &App, centre: CentreId) -> Result<Centre> {
    get(&mut app.db.read(centre).await?).await
}

/// Every centre of the installation, for its start and its sign-in page.
///
/// # Errors
/// Broken when the database fails.
pub async fn all(app: &App) -> Result<Vec<Centre>> {
    app.db
        .read_all("centres")
        .await?
        .all(&store::ALL_CENTRES, ())
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{self, key};

    #[tokio::test]
    async fn a_centre_is_registered_once() {
        let house = testing::house().await;
        let again = register(&house.app, &house.system, &key("again"), "另一个名称").await;
        assert_eq!(
            again.unwrap_err().refusal().unwrap().code(),
            "centre_registered"
        );
        let other = Caller::system("setup", CentreId::new(2).unwrap());
        let blank = register(&house.app, &other, &key("blank"), " 　").await;
        assert_eq!(
            blank.unwrap_err().refusal().unwrap().code(),
            "centre_name_invalid"
        );
        register(&house.app, &other, &key("other"), "邻市中心")
            .await
            .unwrap();
        let names: Vec<String> = all(&house.app)
            .await
            .unwrap()
            .into_iter()
            .map(|centre| centre.name)
            .collect();
        assert_eq!(names, ["安居市住房公积金管理中心", "邻市中心"]);
        let mut tx = house.app.db.read(CentreId::new(3).unwrap()).await.unwrap();
        assert_eq!(
            get(&mut tx).await.unwrap_err().refusal().unwrap().code(),
            "centre_unknown"
        );
    }
}

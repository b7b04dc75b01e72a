//! Coming in: who somebody says to be, the code, and the caller that a session brings.

use std::sync::Arc;

use db::digest::hex;
use db::{Keys, Lookup, ReadTx};
use kernel::{CentreId, Date, MemberId, MobileNumber, OrBroken, PersonName, Refusal, Result};
use platform::form::Form;
use platform::hall_session::{Began, Visitor};
use platform::one_time_code::{self, Asked, Claim, Purpose};
use platform::session::Origin;
use platform::{App, Caller, Grants, Scope};

use super::super::{
    HALL_ACTIONS, ID_NUMBER, MOBILE, NAME, id_number_lookup, mobile_lookup, name_lookup,
};
use super::store;

/// What a member's code is for.
const SIGN_IN: Purpose = Purpose {
    code: "member.sign_in",
    label: "登录个人网厅",
};

/// How a member stands in the trail: whose it is tells the id, the name stays sealed.
const CALLED: &str = "缴存人";

/// The longest document number that is looked at, in characters, spaces included.
const MAX_NUMBER: usize = 40;

/// Who somebody says to be, as it was typed. Not `Debug`: it is personal.
#[derive(Clone)]
pub struct Said {
    /// 证件号码.
    pub id_number: String,
    /// 姓名.
    pub name: String,
    /// 手机号码.
    pub mobile: String,
}

/// What was said, in the form in which it is compared.
struct Checked {
    id_number: Lookup,
    name: Lookup,
    mobile: MobileNumber,
    mobile_lookup: Lookup,
    said: String,
    person: String,
}

impl Said {
    /// Only the form is looked at: what it refuses says nothing of who there is.
    fn check(&self, keys: &Keys, centre: CentreId, today: Date) -> Result<Checked> {
        let mut form = Form::new();
        let number = form.text("id_number", "证件号码", &self.id_number, MAX_NUMBER);
        let name = form.keep("name", PersonName::parse(&self.name));
        let mobile = form.keep("mobile", MobileNumber::parse(&self.mobile));
        let (Some(number), Some(name), Some(mobile)) = (number, name, mobile) else {
            return Err(form.refusal("hall_claim_invalid").into());
        };
        let id_number = id_number_lookup(keys, centre, &number, today);
        let name = name_lookup(keys, centre, name.as_str());
        let mobile_lookup = mobile_lookup(keys, centre, mobile.as_str());
        let person = hex(id_number.bytes());
        let said = [name, mobile_lookup].map(|lookup| hex(lookup.bytes()));
        Ok(Checked {
            said: format!("{person} {}", said.join(" ")),
            id_number,
            name,
            mobile,
            mobile_lookup,
            person,
        })
    }
}

impl Checked {
    fn claim(&self) -> Claim<'_> {
        Claim {
            purpose: &SIGN_IN,
            said: &self.said,
            person: &self.person,
            mobile: &self.mobile,
        }
    }

    /// The one member of whom all of it is true.
    async fn member_in(&self, tx: &mut ReadTx) -> Result<Option<MemberId>> {
        let said = (self.id_number, self.name, self.mobile_lookup);
        let found = tx.all(&store::MEMBER_SAID, said).await?;
        Ok(match found[..] {
            [(member,)] => Some(member),
            _ => None,
        })
    }
}

/// Sends a code to the mobile on file of who somebody says to be, if it is so.
///
/// # Errors
/// `hall_claim_invalid` with a finding a field, for its form alone; those of [`one_time_code::ask`].
pub async fn ask_code(
    app: &App,
    centre: CentreId,
    said: &Said,
    address: Option<&str>,
) -> Result<Asked> {
    let checked = said.check(app.db.keys(), centre, app.clock.today())?;
    let known = checked.member_in(&mut app.db.read(centre).await?).await?;
    one_time_code::ask(app, centre, &checked.claim(), known.is_some(), address).await
}

/// Begins a member's session by the code of what it said.
///
/// # Errors
/// `hall_claim_invalid` with a finding a field, for its form alone; those of
/// [`one_time_code::sign_in`].
pub async fn sign_in(
    app: &App,
    centre: CentreId,
    said: &Said,
    code: &str,
    origin: Origin,
) -> Result<Began> {
    let checked = said.check(app.db.keys(), centre, app.clock.today())?;
    let known = checked.member_in(&mut app.db.read(centre).await?).await?;
    let nothing = || Grants::listed(None, []);
    let known = known.map(|member| caller(centre, member, nothing(), origin.address.clone()));
    one_time_code::sign_in(app, centre, &checked.claim(), code, known, origin).await
}

fn caller(centre: CentreId, member: MemberId, grants: Grants, address: Option<String>) -> Caller {
    Caller {
        actor: Visitor::Member(member).actor(centre),
        name: CALLED.to_owned(),
        branch: None,
        grants: Arc::new(grants),
        address,
        approved: None,
    }
}

/// A member as its session brings it: with [`HALL_ACTIONS`] on what is its own.
///
/// # Errors
/// `member_unknown` (not found), for a member of another centre too.
pub async fn caller_of(
    app: &App,
    centre: CentreId,
    member: MemberId,
    address: Option<String>,
) -> Result<Caller> {
    let mut tx = app.db.read(centre).await?;
    let branch = tx.optional(&store::BRANCH_OF, (member,)).await?;
    let (branch,) = branch.ok_or_else(unknown)?;
    let own = Grants::within(Scope::Member { branch, member }, HALL_ACTIONS);
    Ok(caller(centre, member, own, address))
}

/// The whole name of a member, for itself.
///
/// # Errors
/// `member_unknown` (not found).
pub async fn name_of(app: &App, centre: CentreId, member: MemberId) -> Result<String> {
    let mut tx = app.db.read(centre).await?;
    let name = tx.optional(&store::NAME_OF, (member,)).await?;
    let (name,) = name.ok_or_else(unknown)?;
    tx.keys().of_row(centre, member).open(NAME, &name)
}

/// Some members of a demo, whole, whose people and numbers are made up: for its first page to show how
/// one comes in. Never to be called of real people.
///
/// # Errors
/// Broken when the database fails.
pub async fn shown_in_demo(app: &App, centre: CentreId, count: i64) -> Result<Vec<Said>> {
    let mut tx = app.db.read(centre).await?;
    let people = tx.all(&store::SOME, (count,)).await?;
    let shown = people.into_iter().map(|row| {
        let keys = tx.keys().of_row(centre, row.member_id);
        let mobile = row.mobile.or_broken("a member with a mobile")?;
        Ok(Said {
            id_number: keys.open(ID_NUMBER, &row.id_number)?,
            name: keys.open(NAME, &row.name)?,
            mobile: keys.open(MOBILE, &mobile)?,
        })
    });
    shown.collect()
}

fn unknown() -> Refusal {
    Refusal::not_found("member_unknown", "没有这个缴存人")
}

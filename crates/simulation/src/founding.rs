//! Founding a centre: what stands before the first employer comes.

use kernel::{BranchId, CentreId, Date, Result};
use platform::approval::{self, Approvable};
use platform::branch::{self, NewBranch};
use platform::session::{Origin, SignInRules};
use platform::staff::{self, NewStaff};
use platform::{Action, App, Caller, IdempotencyKey, business_day, centre, policy, role, session};
use settlement::bank_account::{self, NewBankAccount};
use settlement::books;

/// A staff member of the demo, as the sign-in page shows it.
#[derive(Clone, Copy, Debug)]
pub struct SignIn {
    /// The sign-in name.
    pub name: &'static str,
    /// The name on vouchers.
    pub person: &'static str,
    /// The role's code.
    pub role: &'static str,
    /// The role as people call it.
    pub role_name: &'static str,
    /// Whether they work at the first branch; the others work for the whole centre.
    at_branch: bool,
}

/// The demo's password, the same for all: it is shown on the sign-in page.
pub const PASSWORD: &str = "anju-demo-2026";

/// The name of the made-up centre.
pub const CENTRE_NAME: &str = "安居市住房公积金管理中心";

/// The demo's staff.
pub const STAFF: &[SignIn] = &[
    sign_in("guiji", "李敏", "collection_clerk", "归集经办", true),
    sign_in("kuaiji", "王会芳", "accountant", "会计", false),
    sign_in("fuhe", "陈立", "collection_reviewer", "归集复核", true),
    sign_in("caiwu", "孙丽", "chief_accountant", "会计主管", false),
    sign_in("zhuren", "周建国", "director", "主任", false),
    sign_in("guanli", "赵宇", "administrator", "系统管理员", false),
    sign_in(
        "anquan",
        "孙洁",
        "security_administrator",
        "安全管理员",
        false,
    ),
    sign_in(
        "shenji",
        "郑国强",
        "audit_administrator",
        "审计管理员",
        false,
    ),
    sign_in("zhengce", "吴晓梅", "policy_officer", "政策管理", false),
];

const fn sign_in(
    name: &'static str,
    person: &'static str,
    role: &'static str,
    role_name: &'static str,
    at_branch: bool,
) -> SignIn {
    SignIn {
        name,
        person,
        role,
        role_name,
        at_branch,
    }
}

/// The clerks of the other branches, who are not shown on the sign-in page.
const CLERKS_ELSEWHERE: &[SignIn] = &[
    sign_in("guiji-ad", "何静", "collection_clerk", "归集经办", true),
    sign_in("guiji-ax", "罗勇", "collection_clerk", "归集经办", true),
];

/// Who reviews what they do: nobody decides for a branch that isn't theirs.
const REVIEWERS_ELSEWHERE: &[SignIn] = &[
    sign_in("fuhe-ad", "马琳", "collection_reviewer", "归集复核", true),
    sign_in("fuhe-ax", "唐伟", "collection_reviewer", "归集复核", true),
];

/// The sign-in names of the collection clerks, by the place of their branch.
pub const CLERKS: &[&str] = &["guiji", "guiji-ad", "guiji-ax"];

/// The branches: code and name.
pub const BRANCHES: &[(&str, &str)] = &[
    ("01", "中心本部"),
    ("02", "安东管理部"),
    ("03", "安西管理部"),
];

/// What founding a centre made.
#[derive(Clone, Debug)]
pub struct Founded {
    /// The branches, in order.
    pub branches: Vec<BranchId>,
}

/// Founds the centre with books of its own, empty, and opens its first business day. `actions` are
/// all actions of the program.
///
/// # Errors
/// Broken when the database fails, and a refusal when the centre exists already.
pub async fn found(
    app: &App,
    centre: CentreId,
    first_day: Date,
    actions: &[&Action],
) -> Result<Founded> {
    let founded = establish(app, centre, actions).await?;
    let system = Caller::system("founding", centre);
    books::open_fund_book(app, &system, &key("books")?, first_day.month()).await?;
    for new in bank_accounts() {
        let word = key(&format!("bank-{}", new.account_number))?;
        bank_account::register(app, &system, &word, new).await?;
    }
    open_first_day(app, centre, first_day).await?;
    Ok(founded)
}

/// Founds the centre without books: its name, branches, roles, staff and policies.
///
/// # Errors
/// As [`found`].
pub async fn establish(app: &App, centre: CentreId, actions: &[&Action]) -> Result<Founded> {
    let system = Caller::system("founding", centre);
    centre::register(app, &system, &key("centre")?, CENTRE_NAME).await?;
    let mut branches = Vec::new();
    for (code, name) in BRANCHES {
        let new = NewBranch {
            code: (*code).to_owned(),
            name: (*name).to_owned(),
        };
        branches.push(branch::add(app, &system, &key(&format!("branch-{code}"))?, new).await?);
    }
    seed(app, &system, actions).await?;
    for member in STAFF {
        hire(app, &system, member, branches[0]).await?;
    }
    for elsewhere in [CLERKS_ELSEWHERE, REVIEWERS_ELSEWHERE] {
        for (member, branch) in elsewhere.iter().zip(&branches[1..]) {
            hire(app, &system, member, *branch).await?;
        }
    }
    Ok(Founded { branches })
}

/// Has businesses approved as a centre usually does, the giving of rights among them.
///
/// # Errors
/// Those of [`approval::seed_in`].
pub async fn set_flows(app: &App, centre: CentreId, businesses: &[Approvable]) -> Result<()> {
    let system = Caller::system("founding", centre);
    let mut tx = app.db.write(centre).await?;
    approval::seed_in(&mut tx, &app.clock, &system, businesses).await?;
    approval::seed_rights_in(&mut tx, &app.clock, &system, businesses).await?;
    tx.commit().await
}

/// Opens the first business day.
///
/// # Errors
/// Those of [`business_day::open`].
pub async fn open_first_day(app: &App, centre: CentreId, first_day: Date) -> Result<()> {
    let system = Caller::system("founding", centre);
    business_day::open(app, &system, &key("first-day")?, first_day).await
}

async fn seed(app: &App, system: &Caller, actions: &[&Action]) -> Result<()> {
    let mut tx = app.db.write(system.centre()).await?;
    role::seed_in(&mut tx, &app.clock, system, role::STANDARD, actions).await?;
    policy::seed_in(
        &mut tx,
        &app.clock,
        system,
        fund::policy::default_versions(),
    )
    .await?;
    tx.commit().await
}

async fn hire(app: &App, system: &Caller, member: &SignIn, branch: BranchId) -> Result<()> {
    let new = NewStaff {
        sign_in_name: member.name.to_owned(),
        name: member.person.to_owned(),
        branch_id: member.at_branch.then_some(branch),
        department_id: None,
        phone: None,
    };
    let word = key(&format!("staff-{}", member.name))?;
    let staff_id = staff::add(app, system, &word, new, PASSWORD).await?;
    let word = key(&format!("role-of-{}", member.name))?;
    role::assign(app, system, &word, staff_id, member.role).await
}

fn bank_accounts() -> Vec<NewBankAccount> {
    let account = |bank: &str, number: &str, nature: &str| NewBankAccount {
        bank_code: bank.to_owned(),
        account_number: number.to_owned(),
        name: CENTRE_NAME.to_owned(),
        nature: nature.to_owned(),
        opened_on: "2020-01-02".to_owned(),
    };
    vec![
        account("105", "51990001000000001", "fund"),
        account("102", "51990002000000002", "fund"),
        account("105", "51990001000000009", "surplus"),
    ]
}

/// Signs a staff member of the demo in, by the demo's rules, and returns who may act.
///
/// # Errors
/// Broken when the database fails; a refusal when the centre has no such staff.
pub async fn caller(app: &App, centre: CentreId, name: &str) -> Result<Caller> {
    let mut app = app.clone();
    app.sign_in_rules = SignInRules::of_demo();
    let signed_in = session::sign_in(&app, centre, name, PASSWORD, Origin::default()).await?;
    session::caller_of(&app, &signed_in.token, None).await
}

pub(crate) fn key(word: &str) -> Result<IdempotencyKey> {
    Ok(format!("founding-{word}").parse()?)
}

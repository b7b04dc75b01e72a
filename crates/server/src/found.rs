//! `anju found`: a new centre, empty, with its branches and its three administrators.

use std::io::Write;

use kernel::{BranchId, Clock, OrBroken as _, Result};
use platform::approval;
use platform::branch::{self, NewBranch};
use platform::staff::{self, NewStaff};
use platform::{App, Caller, centre, policy, role, session};

use crate::config::Config;
use crate::simulate::fresh;
use crate::{serve, wiring};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Asked {
    /// The centre's name.
    pub name: String,
    /// The branches: code and name.
    pub branches: Vec<(String, String)>,
    /// The administrators.
    pub administrators: Administrators,
}

/// The three who administer (三权分立), each by sign-in name and name.
#[derive(Clone, Debug)]
pub struct Administrators {
    /// 系统管理员.
    pub system: (String, String),
    /// 安全管理员.
    pub security: (String, String),
    /// 审计管理员.
    pub audit: (String, String),
}

impl Administrators {
    /// Each with the code of the role and with what it is called.
    fn each(&self) -> [(&(String, String), &'static str, &'static str); 3] {
        [
            (&self.system, "administrator", "系统管理员"),
            (&self.security, "security_administrator", "安全管理员"),
            (&self.audit, "audit_administrator", "审计管理员"),
        ]
    }
}

/// Reads `01=市直管理部`.
///
/// # Errors
/// Says what the text should look like.
pub fn pair(text: &str) -> std::result::Result<(String, String), String> {
    parted(text).ok_or_else(|| "应写成 编号=名称".to_owned())
}

/// Reads `guanli=赵某`.
///
/// # Errors
/// Says what the text should look like.
pub fn person(text: &str) -> std::result::Result<(String, String), String> {
    parted(text).ok_or_else(|| "应写成 登录名=姓名".to_owned())
}

fn parted(text: &str) -> Option<(String, String)> {
    let (before, after) = text.split_once('=')?;
    Some((before.trim().to_owned(), after.trim().to_owned()))
}

/// Founds a centre in an empty database, or nothing: branches, the standard roles and approval flows,
/// the policies as they stand, and the administrators. Their passwords are what `password` answers
/// when it is asked for each by what they are called, once the rest can be done; each changes it at
/// the first sign-in.
///
/// # Errors
/// `database_in_use` when it holds a centre; those of the use cases, a password's rules among them.
pub async fn found(
    config: &Config,
    asked: &Asked,
    mut password: impl FnMut(&str) -> Result<String> + Send,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = App::new(fresh(config).await?, Clock::system());
    let mut administrators = Vec::new();
    for (person, role, called) in asked.administrators.each() {
        let hash = session::hash_password(&app, &password(called)?, &person.0, &person.1).await?;
        // Who founds the centre isn't who administers it.
        administrators.push((person, role, hash.initial()));
    }
    let system = Caller::system("founding", config.centre);
    let clock = &app.clock;
    let mut tx = app.db.write(config.centre).await?;
    centre::register_in(&mut tx, clock, &system, &asked.name).await?;
    for (code, name) in &asked.branches {
        let new = NewBranch {
            code: code.clone(),
            name: name.clone(),
        };
        branch::add_in(&mut tx, clock, &system, new).await?;
    }
    let actions = wiring::actions();
    role::seed_in(&mut tx, clock, &system, role::STANDARD, &actions).await?;
    let versions = fund::policy::default_versions();
    policy::seed_in(&mut tx, clock, &system, versions).await?;
    approval::seed_in(&mut tx, clock, &system, &wiring::approvable()).await?;
    for ((sign_in_name, name), role, password) in administrators {
        let new = NewStaff {
            sign_in_name: sign_in_name.clone(),
            name: name.clone(),
            branch_id: None,
            department_id: None,
            phone: None,
        };
        let id = staff::add_in(&mut tx, clock, &system, new, password).await?;
        role::assign_in(&mut tx, clock, &system, id, role).await?;
    }
    tx.commit().await?;
    writeln!(
        out,
        "已设立{}，管理部 {} 个",
        asked.name,
        asked.branches.len()
    )
    .or_broken("telling")
}

/// Adds a branch, code and name, to the centre. Audited as the operator's.
///
/// # Errors
/// Those of [`branch::add`] and of [`serve::open_up_to_date`].
pub async fn add_branch(
    config: &Config,
    (code, name): (String, String),
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    let system = Caller::system("operator", config.centre);
    // Each run of the command is a request of its own.
    let key = format!("add-branch-{}", BranchId::new(&app.clock)).parse()?;
    let told = format!("已新增管理部 {code} {name}");
    branch::add(&app, &system, &key, NewBranch { code, name }).await?;
    writeln!(out, "{told}").or_broken("telling")
}

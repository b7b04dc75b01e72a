//! Employers: 缴存单位信息 and 单位账户信息, held against each other row by row.

use std::collections::{BTreeMap, HashMap, HashSet};

use db::{RowKeys, Sealed, WriteTx};
use kernel::{
    BranchId, CreditCode, Date, EmployerId, EmployerNo, Fen, MobileNumber, Month, Rate, Result,
};
use platform::branch::Branch;
use platform::{App, Caller};

use super::differences::{Difference, DifferenceKind, Differences};
use super::national;
use super::reading::Reading;
use super::source::Source;
use super::tables::{UNIT_ACCOUNTS, UNITS};
use super::{Progress, each};
use crate::employer::{self, Employer, EmployerStatus, sealed};
use crate::member::IdKind;

/// What is needed of an employer while its members are read, and held against them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Unit {
    pub(super) employer_id: EmployerId,
    pub(super) branch_id: BranchId,
    pub(super) employer_rate: Rate,
    pub(super) member_rate: Rate,
    /// The month that it has to remit next.
    pub(super) due: Month,
    pub(super) paid_through: Option<Month>,
    pub(super) people: i64,
    pub(super) sealed_people: i64,
    pub(super) balance: Fen,
    pub(super) line: u64,
}

/// Every employer, by its own number. A few hundred bytes each stay in memory.
#[derive(Default)]
pub(super) struct Units {
    pub(super) known: HashMap<EmployerNo, Unit>,
    /// Those whose own row is at fault: what else names them isn't told again.
    faulty: HashSet<EmployerNo>,
}

impl Units {
    /// The employer that a row of another file names, none when it has to be left out: told here,
    /// unless the employer's own row was.
    pub(super) fn named(&self, reading: &mut Reading<'_>, number: EmployerNo) -> Option<Unit> {
        let known = self.known.get(&number).copied();
        match known {
            Some(_) => {}
            None if self.faulty.contains(&number) => reading.leave_out(),
            None => {
                let sentence = format!("缴存单位信息（表4.0.2）中没有单位{number}");
                reading.find("DWZH", "employer_missing", sentence);
            }
        }
        known
    }

    /// Those that are known, by number.
    pub(super) fn in_order(&self) -> Vec<(EmployerNo, &Unit)> {
        let known = self.known.iter().map(|(number, unit)| (*number, unit));
        let mut known: Vec<_> = known.collect();
        known.sort_unstable_by_key(|(number, _)| *number);
        known
    }

    /// Whether nothing is known of an employer and nothing was told of it.
    pub(super) fn lacks(&self, number: EmployerNo) -> bool {
        !self.known.contains_key(&number) && !self.faulty.contains(&number)
    }
}

/// A row of 单位账户信息.
struct UnitAccount {
    employer_rate: Rate,
    member_rate: Rate,
    people: i64,
    sealed_people: i64,
    balance: Fen,
    status: EmployerStatus,
    paid_through: Option<Month>,
    line: u64,
}

/// Reads the employers and keeps them.
pub(super) async fn load_in(
    tx: &mut WriteTx,
    app: &App,
    caller: &Caller,
    (units, accounts): (&Source, &Source),
    branches: &[Branch],
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<Units> {
    let mut branches = Branches::of(branches);
    let mut accounts = read_accounts(accounts, differences, progress)?;
    let mut read = Units::default();
    let mut employers = Vec::new();
    let mut codes = HashMap::new();
    let today = app.clock.today();
    each(units, differences, progress, |reading| {
        let Some(number) = reading.employer_no("DWZH") else {
            return Ok(());
        };
        let Some(account) = accounts.remove(&number) else {
            let sentence = match read.known.contains_key(&number) {
                true => "单位账号重复".to_owned(),
                false => format!("单位账户信息（表5.0.2）中没有这个单位，或其行有误：{number}"),
            };
            reading.find("DWZH", "unit_account_missing", sentence);
            read.faulty.insert(number);
            return Ok(());
        };
        let id = EmployerId::new(&app.clock);
        let keys = tx.keys().of_row(tx.centre(), id);
        let Some(employer) = read_unit(reading, number, id, &account, &mut branches, today, &keys)?
        else {
            read.faulty.insert(number);
            return Ok(());
        };
        if let Some(code) = &employer.credit_code
            && let Some(other) = codes.insert(code.clone(), number)
        {
            let sentence = format!("统一社会信用代码与单位{other}相同");
            reading.find("ZZJGDM", "credit_code_taken", sentence);
            read.faulty.insert(number);
            return Ok(());
        }
        read.known.insert(number, unit(&employer, &account));
        employers.push(employer);
        Ok(())
    })?;
    branches.tell_unknown(differences);
    for (number, account) in left_over(accounts) {
        let told = Difference::told(
            "unit_missing",
            number.to_string(),
            "缴存单位信息（表4.0.2）中没有这个单位",
        );
        let told = told.in_line(UNIT_ACCOUNTS.file, account.line, "单位账号");
        differences.add(DifferenceKind::Rows, told);
        read.faulty.insert(number);
    }
    if differences.is_empty() {
        for employer in employers {
            employer::record_in(tx, app, caller, employer).await?;
        }
    }
    Ok(read)
}

fn left_over(accounts: HashMap<EmployerNo, UnitAccount>) -> Vec<(EmployerNo, UnitAccount)> {
    let mut left: Vec<_> = accounts.into_iter().collect();
    left.sort_unstable_by_key(|(number, _)| *number);
    left
}

fn unit(employer: &Employer, account: &UnitAccount) -> Unit {
    Unit {
        employer_id: employer.employer_id,
        branch_id: employer.branch_id,
        employer_rate: employer.employer_rate,
        member_rate: employer.member_rate,
        due: employer.first_month,
        paid_through: account.paid_through,
        people: account.people,
        sealed_people: account.sealed_people,
        balance: account.balance,
        line: account.line,
    }
}

fn read_accounts(
    source: &Source,
    differences: &mut Differences,
    progress: &mut Progress<'_>,
) -> Result<HashMap<EmployerNo, UnitAccount>> {
    let mut accounts = HashMap::new();
    each(source, differences, progress, |reading| {
        let number = reading.employer_no("DWZH");
        let employer_rate = reading.contribution_rate("DWJCBL");
        let member_rate = reading.contribution_rate("GRJCBL");
        let people = reading.count("DWJCRS");
        let sealed_people = reading.count("DWFCRS");
        let balance = reading.sum("DWZHYE");
        let status = reading.code("DWZHZT", national::EMPLOYER_STATUSES);
        let paid_through = reading.maybe_month("JZNY");
        let read = (|| {
            let account = UnitAccount {
                employer_rate: employer_rate?,
                member_rate: member_rate?,
                people: people?,
                sealed_people: sealed_people?,
                balance: balance?,
                status: status?,
                paid_through: paid_through?,
                line: reading.line(),
            };
            Some((number?, account))
        })();
        if let Some((number, account)) = read
            && accounts.insert(number, account).is_some()
        {
            reading.find("DWZH", "unit_account_twice", "单位账号重复");
        }
        Ok(())
    })?;
    Ok(accounts)
}

/// An employer; the month that it has to remit next is the one after its paid-through month.
fn read_unit(
    reading: &mut Reading<'_>,
    employer_no: EmployerNo,
    employer_id: EmployerId,
    account: &UnitAccount,
    branches: &mut Branches<'_>,
    today: Date,
    keys: &RowKeys<'_>,
) -> Result<Option<Employer>> {
    let name = reading.required("DWMC", 255);
    let address = reading.optional("DWDZ", 255);
    let postcode = reading.optional("DWYB", 6);
    let email = reading.optional("DWDZXX", 120);
    let payday = payday(reading);
    let affiliation = reading.code("DWLSGX", &national::affiliations());
    let economic_type = reading.code("DWJJLX", &national::economic_types());
    let industry = industry(reading);
    let bank_code = reading.code("STYHDM", &national::banks());
    let codes = codes(reading);
    let opened_on = reading.date("DWKHRQ");
    let established_on = reading.maybe_date("DWSLRQ");
    if opened_on.is_some_and(|date| date > today) {
        reading.find("DWKHRQ", "opened_on_ahead", "单位开户日期不能晚于今天");
    }
    let branch_id = branches.of_row(reading);
    let people = read_people(reading, keys)?;
    if reading.is_faulty() {
        return Ok(None);
    }
    let build = || {
        let (credit_code, organisation_code) = codes?;
        let opened_on = opened_on?;
        let people = people?;
        let name = name?;
        Some(Employer {
            employer_id,
            employer_no,
            name_compared: employer::compared_name(&name),
            name,
            credit_code,
            organisation_code,
            address: address?.unwrap_or_default(),
            postcode: postcode?,
            email: email?,
            payday: payday?,
            affiliation: affiliation?,
            economic_type: economic_type?,
            industry: industry?,
            established_on: established_on?.unwrap_or(opened_on),
            opened_on,
            first_month: account.paid_through.map_or(opened_on.month(), Month::next),
            branch_id: branch_id?,
            bank_code: bank_code?,
            employer_rate: account.employer_rate,
            member_rate: account.member_rate,
            status: account.status,
            legal_person_name: people.legal_name,
            legal_person_id_kind: people.legal_kind,
            legal_person_id_number: people.legal_number,
            agent_name: people.agent_name,
            agent_id_kind: people.agent_kind,
            agent_id_number: people.agent_number,
            agent_mobile: people.agent_mobile,
            agent_phone: people.agent_phone,
            change_count: 0,
        })
    };
    Ok(build())
}

/// Who acts for an employer, sealed for its row.
struct People {
    legal_name: Sealed,
    legal_kind: IdKind,
    legal_number: Sealed,
    agent_name: Sealed,
    agent_kind: IdKind,
    agent_number: Sealed,
    agent_mobile: Sealed,
    agent_phone: Option<Sealed>,
}

/// The legal representative and the agent. What the table leaves out is empty.
fn read_people(reading: &mut Reading<'_>, keys: &RowKeys<'_>) -> Result<Option<People>> {
    let legal_name = reading.required("DWFRDBXM", 120);
    let legal_kind = reading.maybe_code("DWFRDBZJLX", national::ID_KINDS);
    let legal_number = reading.optional("DWFRDBZJHM", 18);
    let agent_name = reading.required("JBRXM", 120);
    let agent_kind = reading.maybe_code("JBRZJLX", national::ID_KINDS);
    let agent_number = reading.optional("JBRZJHM", 18);
    let agent_mobile = reading.maybe("JBRSJHM", MobileNumber::parse);
    let agent_phone = reading.optional("JBRGDDHHM", 20);
    let (Some(legal_name), Some(legal_kind), Some(legal_number)) =
        (legal_name, legal_kind, legal_number)
    else {
        return Ok(None);
    };
    let (Some(agent_name), Some(agent_kind), Some(agent_number)) =
        (agent_name, agent_kind, agent_number)
    else {
        return Ok(None);
    };
    let (Some(mobile), Some(phone)) = (agent_mobile, agent_phone) else {
        return Ok(None);
    };
    let mobile = mobile.as_ref().map_or("", MobileNumber::as_str);
    Ok(Some(People {
        legal_name: keys.seal(sealed::LEGAL_PERSON_NAME, &legal_name)?,
        legal_kind: legal_kind.unwrap_or(IdKind::Other),
        legal_number: keys.seal(
            sealed::LEGAL_PERSON_ID_NUMBER,
            &legal_number.unwrap_or_default(),
        )?,
        agent_name: keys.seal(sealed::AGENT_NAME, &agent_name)?,
        agent_kind: agent_kind.unwrap_or(IdKind::Other),
        agent_number: keys.seal(sealed::AGENT_ID_NUMBER, &agent_number.unwrap_or_default())?,
        agent_mobile: keys.seal(sealed::AGENT_MOBILE, mobile)?,
        agent_phone: phone
            .map(|phone| keys.seal(sealed::AGENT_PHONE, &phone))
            .transpose()?,
    }))
}

fn payday(reading: &mut Reading<'_>) -> Option<i64> {
    let day = reading.count("DWFXR")?;
    if (1..=31).contains(&day) {
        return Some(day);
    }
    reading.find("DWFXR", "payday_out_of_range", "发薪日应为1至31之间的整数");
    None
}

/// The section of GB/T 4754, the first letter of codes such as `C39`.
fn industry(reading: &mut Reading<'_>) -> Option<crate::employer::Industry> {
    let text = reading.required("DWSSHY", 20)?;
    let set = national::industries();
    let known = set
        .iter()
        .find(|(code, label, _)| text.starts_with(code) || *label == text);
    if known.is_none() {
        let sentence = format!("没有行业“{text}”，应以GB/T 4754的门类字母A至T开头");
        reading.find("DWSSHY", "code_unknown", sentence);
    }
    known.map(|(_, _, industry)| *industry)
}

/// The credit code and the organisation's own code: the column holds either, or nothing.
fn codes(reading: &mut Reading<'_>) -> Option<(Option<String>, Option<String>)> {
    let Some(text) = reading.optional("ZZJGDM", 20)? else {
        return Some((None, None));
    };
    let plain: String = text.chars().filter(|c| *c != '-').collect();
    if plain.len() == 9 {
        return Some((None, Some(plain)));
    }
    let code = reading.keep("ZZJGDM", CreditCode::parse(&text))?;
    let code = code.as_str().to_owned();
    let own = code[8..17].to_owned();
    Some((Some(code), Some(own)))
}

/// The centre's branches, and those that rows name and it doesn't have.
struct Branches<'a> {
    known: &'a [Branch],
    /// By its text: the first line that names it and how many do.
    unknown: BTreeMap<String, (u64, usize)>,
}

impl<'a> Branches<'a> {
    const fn of(known: &'a [Branch]) -> Self {
        Self {
            known,
            unknown: BTreeMap::new(),
        }
    }

    /// A row's branch by its code or name; a centre's only one when nothing is said.
    fn of_row(&mut self, reading: &mut Reading<'_>) -> Option<BranchId> {
        let text = reading.text("GLB");
        if text.is_empty() {
            if let [only] = self.known {
                return Some(only.branch_id);
            }
            let sentence = "请填写管理部的编号或名称：本中心有多个管理部";
            reading.find("GLB", "branch_missing", sentence);
            return None;
        }
        let mut known = self.known.iter();
        let found = known.find(|branch| branch.code == text || branch.name == text);
        if found.is_none() {
            reading.leave_out();
            let (_, rows) = self.unknown.entry(text).or_insert((reading.line(), 0));
            *rows += 1;
        }
        found.map(|branch| branch.branch_id)
    }

    /// Tells each branch that the centre doesn't have once, however many rows name it.
    fn tell_unknown(self, differences: &mut Differences) {
        let known = self.known.iter();
        let known: Vec<String> = known
            .map(|branch| format!("{} {}", branch.code, branch.name))
            .collect();
        for (text, (line, rows)) in self.unknown {
            let sentence = format!(
                "没有管理部“{text}”，{rows}行写着它；本中心有{}。先用 anju add-branch 新增，或改正文件",
                known.join("、")
            );
            let told = Difference::told("branch_unknown", text, sentence);
            let told = told.in_line(UNITS.file, line, "管理部");
            differences.add(DifferenceKind::Rows, told);
        }
    }
}

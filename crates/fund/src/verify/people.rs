//! What is sealed: each value opens in its own row, and what was made from it agrees with it.
//!
//! A value that was altered or moved from another row doesn't open. A look-up key, a sex or a birth
//! date put in the place of another isn't the one that the opened value makes. Sentences name
//! columns, never what they hold.

use std::fmt;

use db::{Keys, ReadTx, RowKeys, Sealed};
use kernel::{CentreId, Result};
use settlement::arrival;

use super::Report;
use super::store::{self, EmployerPeople, MemberFacts};
use crate::employer::sealed;
use crate::member::change_mobile::{self, LAST_CHANGES, LastChange};
use crate::member::{self, IdDocument, Lookups};

/// Opens whatever is sealed of members, employers and payers.
pub(super) async fn check(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    tx.for_each(&store::MEMBERS, (), |stored: MemberFacts| {
        report.verification.members += 1;
        check_member(&keys, centre, &stored, report);
        Ok(())
    })
    .await?;
    tx.for_each(&store::EMPLOYER_PEOPLE, (), |stored: EmployerPeople| {
        check_employer(&keys, centre, &stored, report);
        Ok(())
    })
    .await?;
    check_mobiles(tx, report).await?;
    tx.for_each(&store::PAYERS, (), |(arrival_id, name, account)| {
        let mut row = Row::of(&keys, centre, arrival_id);
        row.open("付款账户名称", arrival::PAYER_NAME, &name);
        row.open("付款账户号码", arrival::PAYER_ACCOUNT, &account);
        if let Some(sentence) = row.altered() {
            let code = "arrival_sealed_value_altered";
            report.add(code, "arrival", &arrival_id, sentence);
        }
        Ok(())
    })
    .await
}

fn check_member(keys: &Keys, centre: CentreId, stored: &MemberFacts, report: &mut Report) {
    let mut add = |code, sentence: String| {
        report.add(code, "member", &stored.member_id, sentence);
    };
    let mut row = Row::of(keys, centre, stored.member_id);
    let name = row.open("姓名", member::NAME, &stored.name);
    let number = row.open("证件号码", member::ID_NUMBER, &stored.id_number);
    let mobile = stored.mobile.as_ref();
    let mobile = mobile.map(|mobile| row.open("手机号码", member::MOBILE, mobile));
    if let Some(sentence) = row.altered() {
        return add("member_sealed_value_altered", sentence);
    }
    let kind = stored.id_kind.parse().ok();
    let Some(document) = kind.and_then(|kind| IdDocument::stored(kind, &number)) else {
        let sentence = "证件号码不是所记证件类型的号码";
        return add("member_document_differs", sentence.to_owned());
    };
    let born_on = document.born_on().map(|date| date.to_string());
    if stored.sex != document.sex().code() || stored.born_on != born_on {
        let sentence = "性别或出生日期与证件号码不符";
        add("member_document_differs", sentence.to_owned());
    }
    let made = Lookups::of(keys, centre, &name, &document, mobile.as_deref());
    let keys_of = [
        ("姓名", Some(made.name), Some(&stored.name_lookup)),
        (
            "证件号码",
            Some(made.id_number),
            Some(&stored.id_number_lookup),
        ),
        (
            "证件号码后六位",
            Some(made.id_tail),
            Some(&stored.id_tail_lookup),
        ),
        ("手机号码", made.mobile, stored.mobile_lookup.as_ref()),
    ];
    let differing: Vec<&str> = keys_of
        .iter()
        .filter(|(_, made, stored)| {
            made.as_ref().map(|made| &made.bytes()[..]) != stored.map(Vec::as_slice)
        })
        .map(|(title, ..)| *title)
        .collect();
    if !differing.is_empty() {
        let sentence = format!("{}的检索键与密文所载不符", differing.join("、"));
        add("member_lookup_differs", sentence);
    }
}

/// Holds each member's mobile against the last change of it.
async fn check_mobiles(tx: &mut ReadTx, report: &mut Report) -> Result<()> {
    let (keys, centre) = (tx.keys().clone(), tx.centre());
    tx.for_each(&LAST_CHANGES, (), |last: LastChange| {
        let changed = Row::of(&keys, centre, last.change_id).open(
            "新手机号码",
            change_mobile::NEW_MOBILE,
            &last.new_mobile,
        );
        let kept = last.mobile.as_ref();
        let kept = kept
            .map(|mobile| Row::of(&keys, centre, last.member_id).open("", member::MOBILE, mobile));
        if kept.as_deref() != Some(&changed) {
            let sentence = "缴存人的手机号码与最后一次变更登记的不符";
            report.add("member_mobile_differs", "member", &last.member_id, sentence);
        }
        Ok(())
    })
    .await
}

fn check_employer(keys: &Keys, centre: CentreId, stored: &EmployerPeople, report: &mut Report) {
    let mut row = Row::of(keys, centre, stored.employer_id);
    let columns = [
        (
            "法人代表姓名",
            sealed::LEGAL_PERSON_NAME,
            Some(&stored.legal_person_name),
        ),
        (
            "法人代表证件号码",
            sealed::LEGAL_PERSON_ID_NUMBER,
            Some(&stored.legal_person_id_number),
        ),
        ("经办人姓名", sealed::AGENT_NAME, Some(&stored.agent_name)),
        (
            "经办人证件号码",
            sealed::AGENT_ID_NUMBER,
            Some(&stored.agent_id_number),
        ),
        (
            "经办人手机号码",
            sealed::AGENT_MOBILE,
            Some(&stored.agent_mobile),
        ),
        (
            "经办人固定电话",
            sealed::AGENT_PHONE,
            stored.agent_phone.as_ref(),
        ),
    ];
    for (title, column, sealed) in columns {
        if let Some(sealed) = sealed {
            row.open(title, column, sealed);
        }
    }
    if let Some(sentence) = row.altered() {
        let code = "employer_sealed_value_altered";
        report.add(code, "employer", &stored.employer_id, sentence);
    }
}

/// A row whose sealed columns are opened one after the other.
struct Row<'k> {
    keys: RowKeys<'k>,
    /// The titles of those that didn't open.
    altered: Vec<&'static str>,
}

impl<'k> Row<'k> {
    fn of(keys: &'k Keys, centre: CentreId, key: impl fmt::Display) -> Self {
        Self {
            keys: keys.of_row(centre, key),
            altered: Vec::new(),
        }
    }

    /// What a column holds; nothing when it doesn't open.
    fn open(&mut self, title: &'static str, column: &str, sealed: &Sealed) -> String {
        self.keys.open(column, sealed).unwrap_or_else(|_| {
            self.altered.push(title);
            String::new()
        })
    }

    /// The sentence that tells of the columns that didn't open, when there are any.
    fn altered(&self) -> Option<String> {
        let titles = self.altered.join("、");
        (!titles.is_empty()).then(|| format!("{titles}的密文被改动，或是从别的记录移来的"))
    }
}

#[cfg(test)]
mod tests {
    use kernel::{Clock, IdNumber, MemberId, MobileNumber, PersonName};

    use super::*;
    use crate::member::{IdKind, Member};

    fn facts(member: Member) -> MemberFacts {
        let bytes = |lookup: db::Lookup| lookup.bytes().to_vec();
        MemberFacts {
            member_id: member.member_id,
            name: member.name,
            name_lookup: bytes(member.name_lookup),
            id_kind: member.id_kind.code().to_owned(),
            id_number: member.id_number,
            id_number_lookup: bytes(member.id_number_lookup),
            id_tail_lookup: bytes(member.id_tail_lookup),
            mobile: member.mobile,
            mobile_lookup: member.mobile_lookup.map(bytes),
            sex: member.sex.code().to_owned(),
            born_on: member.born_on.map(|date| date.to_string()),
        }
    }

    fn codes(keys: &Keys, centre: CentreId, stored: &MemberFacts) -> Vec<&'static str> {
        let mut report = Report::default();
        check_member(keys, centre, stored, &mut report);
        let findings = report.finish().findings;
        findings.iter().map(|finding| finding.code).collect()
    }

    #[test]
    fn whoever_was_sealed_is_found_in_order_until_moved() {
        let (keys, clock) = (Keys::random().unwrap(), Clock::system());
        let (centre, today) = (CentreId::new(1).unwrap(), clock.today());
        let name = PersonName::parse("阿里.买买提").unwrap();
        let mobile = MobileNumber::parse("138 0013 8000").unwrap();
        let resident = IdNumber::compose("510104", "1990-03-07".parse().unwrap(), 12).unwrap();
        for (kind, number) in [
            (IdKind::ResidentId, resident.as_str()),
            (IdKind::ResidentId, "510104900307123"),
            (IdKind::Officer, "军字第0123456号"),
            (IdKind::Passport, " ｇ1234 5678 "),
            (IdKind::PermanentResidence, "CHN110090030712"),
            (IdKind::Other, "12"),
        ] {
            let document = IdDocument::parse(kind, number, today).unwrap();
            for mobile in [None, Some(&mobile)] {
                let id = MemberId::new(&clock);
                let member = Member::seal(&keys, centre, id, &name, &document, mobile);
                let mut stored = facts(member.unwrap());
                assert_eq!(codes(&keys, centre, &stored), [""; 0], "{document:?}");
                stored.member_id = MemberId::new(&clock);
                let moved = codes(&keys, centre, &stored);
                assert_eq!(moved, ["member_sealed_value_altered"], "{document:?}");
            }
        }
    }
}

//! Staff of another branch and of another centre, before every operation on a thing that isn't
//! theirs.

use axum::http::Method;
use kernel::CentreId;
use server::wiring;
use simulation::founding;

use super::every_operation::{operations, send};
use super::exports::Things;
use super::hall;
use super::job::Desks;
use crate::desk::Desk;
use crate::support::TestCentre;

/// The nouns whose things belong to a branch.
const OF_BRANCH: [&str; 5] = [
    "employers",
    "accounts",
    "rosters",
    "remittances",
    "certificates",
];

/// What is sent to those that take something: well-formed, so that it is who asks that is refused.
fn body_of(path: &str) -> String {
    let last = path.rsplit('/').next().unwrap();
    let none = "0".repeat(64);
    match last {
        "change-mobile" => {
            r#"{"mobile":"13800138000","reason":"replaced","document":"resident_id"}"#.to_owned()
        }
        "agents" => r#"{"is_lead":true,"by_message":false}"#.to_owned(),
        "rosters" => format!(r#"{{"file":"{none}","month":"2026-11"}}"#),
        "unmask" => r#"{"purpose":"contact","reason":"核对有误"}"#.to_owned(),
        "changes" => r#"{"seen":0,"basis":"单位来函","address":"解放路9号"}"#.to_owned(),
        "certificates" => r#"{"months":12}"#.to_owned(),
        "receipts" => r#"{"entry_no":1}"#.to_owned(),
        _ => r#"{"reason":"核对有误"}"#.to_owned(),
    }
}

testkit::both! {
    /// Whatever a clerk of the branch may do with these things, one of another branch may not.
    async fn staff_of_another_branch_reach_nothing_of_this_one(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let things = Things::in_centre(&test, &desk).await;
        let strangers = [
            test.hire("andong", "collection_clerk", test.branches[1]).await,
            test.hire("anxi", "collection_reviewer", test.branches[2]).await,
        ];
        let mut tried = 0;
        for operation in operations() {
            let noun = operation.path.split('/').nth(2).unwrap_or_default();
            if !operation.path.contains('{') || !OF_BRANCH.contains(&noun) {
                continue;
            }
            let path = things.fill(&operation.path);
            for stranger in &strangers {
                let answer = send(stranger, &operation, &path, &body_of(&path)).await;
                assert_eq!(answer.status, 403, "{} {path}: {}", operation.method, answer.text());
                assert_eq!(answer.code(), "action_forbidden", "{path}");
                tried += 1;
            }
        }
        assert!(tried > 30, "{tried} tried");
        test.prove().await;
    }

    /// Whoever came in by a hall is nobody at the desks, and staff are nobody in the halls.
    async fn visitors_are_nobody_at_the_desks_and_staff_are_nobody_in_the_halls(test: TestCentre) {
        let desks = Desks::of(&test).await;
        let (_, member) = hall::members(&test, &desks).await;
        let agent = hall::agent(&test).await;
        let (mut at_desks, mut in_halls) = (0, 0);
        for operation in operations().iter().filter(|operation| !operation.public) {
            let path = operation.path.replace(['{', '}'], "");
            if operation.is_hall() {
                for staff in [&desks.clerk, &desks.accountant] {
                    send(staff, operation, &path, "{}").await.refused(401, "not_signed_in");
                }
                in_halls += 1;
                continue;
            }
            for visitor in [&member, &agent] {
                send(visitor, operation, &path, "{}").await.refused(401, "not_signed_in");
            }
            at_desks += 1;
        }
        assert!(at_desks > 150 && in_halls > 4, "{at_desks} at desks, {in_halls} in halls");
    }

    /// Two centres in one database: a session of the one is nobody before the other's server, and
    /// before its own finds nothing of the other's by any id.
    async fn staff_of_another_centre_are_nobody_here_and_find_nothing_there(test: TestCentre) {
        let desk = Desk::of(&test).await;
        let things = Things::in_centre(&test, &desk).await;
        let other = CentreId::new(2).unwrap();
        founding::establish(&test.app, other, &wiring::actions()).await.unwrap();
        let there = test.nobody_at(other);
        let (mut tried, mut asked) = (0, 0);
        for name in ["zhuren", "guiji"] {
            let stranger = there.clone().signed_in(name).await;
            let here = stranger.before(&test.nobody());
            for operation in operations().iter().filter(|operation| !operation.public) {
                let path = things.fill(&operation.path).replace("{key}", "fund.base_floor");
                let answer = send(&here, operation, &path, "{}").await;
                answer.refused(401, "not_signed_in");
                tried += 1;
                // What names a thing of the first centre names nothing in the second.
                let names_thing = operation.path.contains("{id}") || operation.path.contains("{no}");
                if operation.method == Method::GET && names_thing && !operation.is_hall() {
                    let answer = stranger.get(&path).await;
                    let status = answer.status.as_u16();
                    assert!([403, 404].contains(&status), "{name} {path}: {}", answer.text());
                    asked += 1;
                }
            }
        }
        assert!(tried > 150 && asked > 40, "{tried} tried, {asked} asked");
        test.prove().await;
    }
}

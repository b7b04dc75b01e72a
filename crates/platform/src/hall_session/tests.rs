use std::sync::Arc;
use std::time::Duration;

use db::Column as _;
use kernel::{AgentId, MemberId};

use super::*;
use crate::Grants;
use crate::testing::{self, House};

fn caller(house: &House, visitor: Visitor) -> Caller {
    Caller {
        actor: visitor.actor(house.centre),
        grants: Arc::new(Grants::listed(None, [])),
        ..house.system.clone()
    }
}

async fn begin(house: &House, visitor: Visitor) -> String {
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let caller = caller(house, visitor);
    let began = begin_in(&mut tx, &house.app, &caller, Origin::default())
        .await
        .unwrap();
    tx.commit().await.unwrap();
    began.token
}

async fn visitor_of(house: &House, token: &str) -> Option<Visitor> {
    match holder_of(&house.app, token).await {
        Ok((centre, holder)) => {
            assert_eq!(centre, house.centre);
            Some(holder.visitor)
        }
        Err(error) => {
            assert_eq!(error.refusal().unwrap().code(), "hall_session_invalid");
            None
        }
    }
}

#[test]
fn a_visitor_reads_back_from_its_column_and_nobody_else_does() {
    let agent = Visitor::Agent("019ab7c2-1c00-7000-8000-000000000001".parse().unwrap());
    let member = Visitor::Member("019ab7c2-1c00-7000-8000-000000000001".parse().unwrap());
    assert_ne!(agent, member, "one id in both halls is two visitors");
    for visitor in [agent, member] {
        assert_eq!(Visitor::from_value(visitor.into_value()).unwrap(), visitor);
    }
    for text in ["", "agent:", "staff:019ab7c2-1c00-7000-8000-000000000001"] {
        let value = db::Value::Text(text.to_owned());
        assert!(Visitor::from_value(value).is_err(), "{text}");
    }
}

#[tokio::test]
async fn a_session_ends_idle_and_at_its_end_whatever_comes() {
    let house = testing::house().await;
    let clock = &house.app.clock;
    let member = Visitor::Member(MemberId::new(clock));
    let token = begin(&house, member).await;
    clock.advance(Duration::from_mins(14));
    assert_eq!(visitor_of(&house, &token).await, Some(member));
    clock.advance(Duration::from_mins(14));
    assert_eq!(
        visitor_of(&house, &token).await,
        Some(member),
        "it was moved on"
    );
    clock.advance(Duration::from_mins(16));
    assert_eq!(visitor_of(&house, &token).await, None, "idle for too long");

    let token = begin(&house, member).await;
    for _ in 0..23 {
        clock.advance(Duration::from_mins(10));
        assert_eq!(visitor_of(&house, &token).await, Some(member));
    }
    clock.advance(Duration::from_mins(10));
    assert_eq!(
        visitor_of(&house, &token).await,
        None,
        "four hours are its end"
    );
}

#[tokio::test]
async fn one_sign_out_and_one_visitor_leave_the_others_alone() {
    let house = testing::house().await;
    let clock = &house.app.clock;
    let agent = Visitor::Agent(AgentId::new(clock));
    let other = Visitor::Agent(AgentId::new(clock));
    let mut tokens = Vec::new();
    for _ in 0..4 {
        tokens.push(begin(&house, agent).await);
    }
    let foreign = begin(&house, other).await;
    assert_eq!(
        visitor_of(&house, &tokens[0]).await,
        None,
        "three at a time"
    );
    let (_, holder) = holder_of(&house.app, &tokens[1]).await.unwrap();
    sign_out(&house.app, &caller(&house, agent), holder.session_id)
        .await
        .unwrap();
    assert_eq!(visitor_of(&house, &tokens[1]).await, None);
    assert_eq!(visitor_of(&house, &tokens[2]).await, Some(agent));

    let mut tx = house.app.db.write(house.centre).await.unwrap();
    assert_eq!(end_all_in(&mut tx, agent).await.unwrap(), 2);
    tx.commit().await.unwrap();
    assert_eq!(visitor_of(&house, &tokens[3]).await, None);
    assert_eq!(visitor_of(&house, &foreign).await, Some(other));
    let events = house.audit_events().await;
    let codes = events.iter().map(|event| event.action.as_str());
    let codes: Vec<_> = codes.filter(|code| code.starts_with("hall.")).collect();
    let sign_ins = codes.iter().filter(|code| **code == "hall.sign_in").count();
    assert_eq!((sign_ins, codes.last()), (5, Some(&"hall.sign_out")));
}

#[tokio::test]
async fn staff_and_strangers_hold_no_session_of_a_hall() {
    let house = testing::house().await;
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    let began = begin_in(&mut tx, &house.app, &house.system, Origin::default()).await;
    assert!(began.is_err());
    drop(tx);
    for token in ["", "1.", "2.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"] {
        assert_eq!(visitor_of(&house, token).await, None, "{token}");
    }
}

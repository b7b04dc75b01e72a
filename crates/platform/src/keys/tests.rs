//! What servers tell of their keys, and what follows from it.

use db::KeyRing;
use kernel::Error;

use super::*;
use crate::testing::{self, House};

fn code(error: &Error) -> &'static str {
    error.refusal().unwrap().code()
}

/// The key with this number of a house whose servers have one key.
fn key(house: &House, number: u8) -> DataKey {
    DataKey {
        number,
        ..house.app.db.keys().data_keys().remove(0)
    }
}

#[test]
fn a_ring_tells_numbers_and_check_values_and_which_seals() {
    let mut ring = KeyRing::random().unwrap();
    ring.add().unwrap();
    let keys = ring.keys().data_keys();
    let told = ring_of(&ring.keys());
    let (first, second) = (&keys[0].check_value, &keys[1].check_value);
    assert_eq!(told, format!("1*={first} 2={second}"));
    assert!(knows(&told, &keys[0]) && knows(&told, &keys[1]));
    assert!(seals_with(&told, &keys[0]) && !seals_with(&told, &keys[1]));
    let other = KeyRing::random().unwrap().keys().data_keys().remove(0);
    assert!(!knows(&told, &other), "the same number, another key");
}

#[tokio::test]
async fn only_servers_that_serve_count() {
    let house = testing::house().await;
    let (app, centre) = (&house.app, house.centre);
    let require = async |number| {
        let key = key(&house, number);
        let mut tx = app.db.read(centre).await.unwrap();
        let ready = require_ready_in(&mut tx, &app.clock, &key).await;
        let used = require_in_use_in(&mut tx, &app.clock, &key).await;
        [ready, used].map(|answer| answer.err().as_ref().map(code))
    };
    assert_eq!(require(2).await, [None, None], "nobody serves");
    let interval = watch::beat(app, centre, None).await.unwrap();
    assert_eq!(require(1).await, [None, None]);
    let both = [
        Some("key_not_everywhere"),
        Some("key_not_in_use_everywhere"),
    ];
    assert_eq!(require(2).await, both);
    watch::stop(app, centre, interval).await.unwrap();
    assert_eq!(require(2).await, [None, None]);
}

#[tokio::test]
async fn a_ring_without_the_key_of_the_last_server_is_outdated() {
    let house = testing::house().await;
    let (app, centre) = (&house.app, house.centre);
    let strange = KeyRing::random().unwrap().keys();
    let mut tx = app.db.read(centre).await.unwrap();
    require_known_in(&mut tx, &strange).await.unwrap();
    drop(tx);
    let interval = watch::beat(app, centre, None).await.unwrap();
    watch::stop(app, centre, interval).await.unwrap();
    let mut tx = app.db.read(centre).await.unwrap();
    require_known_in(&mut tx, app.db.keys()).await.unwrap();
    let refused = require_known_in(&mut tx, &strange).await.unwrap_err();
    assert_eq!(code(&refused), "keys_outdated");
}

use std::sync::Arc;

use kernel::BranchId;

use super::*;
use crate::testing::{self, House};
use crate::{DataScope, Grants, Scope};

db::statements! {
    DAMAGE: (Digest32, Vec<u8>) => () =
        "UPDATE file SET content = $3 WHERE centre_id = $1 AND sm3 = $2";
    FILES: () => (Digest32,) = "SELECT sm3 FROM file WHERE centre_id = $1";
    STORED_BYTES: (Digest32,) => (Vec<u8>,) =
        "SELECT content FROM file WHERE centre_id = $1 AND sm3 = $2";
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn keep(house: &House, caller: &Caller, bytes: &[u8]) -> Result<FileObject> {
    store(&house.app, caller, "清册.xlsx", XLSX, bytes.to_vec()).await
}

#[tokio::test]
async fn empty_huge_and_misnamed_files_are_refused() {
    let house = testing::house().await;
    let cases: [(&str, &str, usize, &str); 6] = [
        ("清册.xlsx", XLSX, 0, "file_empty"),
        ("清册.xlsx", XLSX, MAX_BYTES + 1, "file_too_large"),
        ("", XLSX, 1, "file_name_invalid"),
        ("C:\\清册\\", XLSX, 1, "file_name_invalid"),
        ("清册.xlsx", "xlsx", 1, "file_media_type_invalid"),
        (
            "清册.xlsx",
            "text/html\r\nSet-Cookie: a=b",
            1,
            "file_media_type_invalid",
        ),
    ];
    for (name, media_type, size, code) in cases {
        let stored = store(&house.app, &house.system, name, media_type, vec![7; size]).await;
        assert_eq!(stored.err().unwrap().refusal().unwrap().code(), code);
    }
    let unknown = load(&house.app, &house.system, Digest32::ZERO).await;
    assert_eq!(
        unknown.err().unwrap().refusal().unwrap().code(),
        "file_unknown"
    );
}

#[tokio::test]
async fn a_file_comes_back_as_it_was_and_lies_sealed() {
    let house = testing::house().await;
    let bytes = "张三 430102199001011234".repeat(1_000).into_bytes();
    let name = "D:\\报表\\十一月清册.xlsx";
    let kept = store(&house.app, &house.system, name, XLSX, bytes.clone())
        .await
        .unwrap();
    assert_eq!(kept.sm3, Digest32::of(&bytes));
    assert_eq!(kept.name, "十一月清册.xlsx");
    assert_eq!(kept.size_bytes, i64::try_from(bytes.len()).unwrap());
    let loaded = load(&house.app, &house.system, kept.sm3).await.unwrap();
    assert!(loaded.bytes == bytes && loaded.file.media_type == XLSX);
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (stored,) = tx.one(&STORED_BYTES, (kept.sm3,)).await.unwrap();
    let plain = "430102199001011234".as_bytes();
    assert!(!stored.windows(plain.len()).any(|window| window == plain));
    let actions: Vec<String> = house
        .audit_events()
        .await
        .into_iter()
        .map(|event| event.action)
        .collect();
    assert_eq!(actions[actions.len() - 2..], ["file.store", "file.read"]);
}

#[tokio::test]
async fn the_same_bytes_are_one_file() {
    let house = testing::house().await;
    let first = keep(&house, &house.system, b"PK trial").await.unwrap();
    let again = store(
        &house.app,
        &house.system,
        "copy.xlsx",
        XLSX,
        b"PK trial".to_vec(),
    )
    .await;
    let again = again.unwrap();
    assert_eq!(again.sm3, first.sm3);
    assert_eq!(
        (first.name.as_str(), again.name.as_str()),
        ("清册.xlsx", "copy.xlsx")
    );
    let loaded = load(&house.app, &house.system, first.sm3).await.unwrap();
    assert_eq!((loaded.file.name, loaded.file.size_bytes), (again.name, 8));
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    assert_eq!(tx.all(&FILES, ()).await.unwrap(), [(first.sm3,)]);
    drop(tx);
    let other = keep(&house, &house.system, b"PK trial 2").await.unwrap();
    assert_ne!(other.sm3, first.sm3);
}

#[tokio::test]
async fn damaged_bytes_are_a_breakage() {
    let house = testing::house().await;
    let kept = keep(&house, &house.system, b"PK trial").await.unwrap();
    let other = keep(&house, &house.system, b"PK trial 2").await.unwrap();
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (of_other,) = tx.one(&STORED_BYTES, (other.sm3,)).await.unwrap();
    drop(tx);
    for damaged in [b"PK trial".to_vec(), of_other] {
        let mut tx = house.app.db.write(house.centre).await.unwrap();
        tx.execute_one(&DAMAGE, (kept.sm3, damaged)).await.unwrap();
        tx.commit().await.unwrap();
        let loaded = load(&house.app, &house.system, kept.sm3).await;
        assert!(loaded.err().unwrap().refusal().is_none());
    }
}

/// A clerk of a branch who may upload and download there.
async fn clerk_of(house: &House, branch: BranchId) -> Caller {
    let granted =
        [FILE_STORE.code, FILE_READ.code].map(|code| (code.to_owned(), DataScope::OwnBranch));
    Caller {
        branch: Some(branch),
        grants: Arc::new(Grants::listed(Some(branch), granted)),
        ..house.clerk_without_roles().await
    }
}

#[tokio::test]
async fn two_branches_have_the_same_bytes_each_under_its_own_name() {
    let house = testing::house().await;
    let (here, there) = (house.branch("CX").await, house.branch("XC").await);
    let clerks = [clerk_of(&house, here).await, clerk_of(&house, there).await];
    let names = ["十一月.xlsx", "agent-2.xlsx"];
    let mut sm3s = Vec::new();
    for (clerk, name) in clerks.iter().zip(names) {
        let kept = store(&house.app, clerk, name, XLSX, b"PK trial".to_vec())
            .await
            .unwrap();
        assert_eq!(
            (kept.name.as_str(), kept.uploaded_by),
            (name, clerk.actor.label())
        );
        sm3s.push(kept.sm3);
    }
    assert_eq!(sm3s[0], sm3s[1]);
    for (clerk, name) in clerks.iter().zip(names) {
        let loaded = load(&house.app, clerk, sm3s[0]).await.unwrap();
        assert_eq!(
            (loaded.file.name.as_str(), loaded.bytes.as_slice()),
            (name, &b"PK trial"[..])
        );
        assert_eq!(loaded.file.scope, Scope::of(clerk.branch));
    }
    let events = house.audit_events().await;
    let actors = |action: &str| -> Vec<String> {
        let of_action = events.iter().filter(|event| event.action == action);
        of_action.map(|event| event.actor.clone()).collect()
    };
    let both = clerks.each_ref().map(|clerk| clerk.actor.label());
    assert_eq!(actors("file.store"), both);
    assert_eq!(actors("file.read"), both);
}

#[tokio::test]
async fn a_clerk_downloads_the_files_of_its_own_branch() {
    let house = testing::house().await;
    let (here, there) = (house.branch("CX").await, house.branch("XC").await);
    let (mine, other) = (clerk_of(&house, here).await, clerk_of(&house, there).await);
    let kept = keep(&house, &mine, b"PK trial").await.unwrap();
    assert_eq!(kept.scope, Scope::Branch(here));
    let denied = load(&house.app, &other, kept.sm3).await.err().unwrap();
    assert_eq!(denied.refusal().unwrap().code(), "action_forbidden");
    assert_eq!(
        load(&house.app, &mine, kept.sm3).await.unwrap().bytes,
        b"PK trial"
    );
}

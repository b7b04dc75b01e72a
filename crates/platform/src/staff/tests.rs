use db::Sealed;

use super::*;
use crate::testing::{self, ACT, House, PASSWORD, key};
use crate::{DataScope, Grants, department};

db::statements! {
    STORED: (StaffId,) => (Option<Sealed>, String) =
        "SELECT phone, password_hash FROM staff WHERE centre_id = $1 AND staff_id = $2";
    MOVE_PHONE: (StaffId, StaffId) => () =
        "UPDATE staff SET phone = (SELECT o.phone FROM staff o
          WHERE o.centre_id = $1 AND o.staff_id = $2)
         WHERE centre_id = $1 AND staff_id = $3";
    KEPT_HASHES: () => (db::Digest32,) =
        "SELECT request_hash FROM idempotency_key
         WHERE centre_id = $1 AND operation = 'staff.add' ORDER BY taken_at";
}

fn new(sign_in_name: &str) -> NewStaff {
    NewStaff {
        sign_in_name: sign_in_name.to_owned(),
        name: "张三".to_owned(),
        branch_id: None,
        department_id: None,
        phone: None,
    }
}

async fn refused(house: &House, new: NewStaff, password: &str) -> (&'static str, Option<String>) {
    let added = add(&house.app, &house.system, &key("refused"), new, password).await;
    let error = added.unwrap_err();
    let refusal = error.refusal().unwrap();
    (refusal.code(), refusal.field().map(str::to_owned))
}

#[tokio::test]
async fn staff_that_could_not_sign_in_or_be_placed_are_refused() {
    let house = testing::house().await;
    house.staff("zhangsan", None).await;
    let branch = Some(BranchId::new(&house.app.clock));
    let department = Some(DepartmentId::new(&house.app.clock));
    let cases = [
        (
            new("z"),
            PASSWORD,
            "staff_sign_in_name_invalid",
            "sign_in_name",
        ),
        (
            new("zhang san"),
            PASSWORD,
            "staff_sign_in_name_invalid",
            "sign_in_name",
        ),
        (
            new("ZhangSan"),
            PASSWORD,
            "staff_sign_in_name_taken",
            "sign_in_name",
        ),
        (new("lisi"), "1234567", "password_too_short", "password"),
        (
            new("lisi"),
            &"密".repeat(100),
            "password_too_long",
            "password",
        ),
        (
            NewStaff {
                name: " ".to_owned(),
                ..new("lisi")
            },
            PASSWORD,
            "staff_name_invalid",
            "name",
        ),
        (
            NewStaff {
                phone: Some("八四四".to_owned()),
                ..new("lisi")
            },
            PASSWORD,
            "staff_phone_invalid",
            "phone",
        ),
        (
            NewStaff {
                branch_id: branch,
                ..new("lisi")
            },
            PASSWORD,
            "branch_unknown",
            "branch_id",
        ),
        (
            NewStaff {
                department_id: department,
                ..new("lisi")
            },
            PASSWORD,
            "department_unknown",
            "department_id",
        ),
    ];
    for (new, password, code, field) in cases {
        let told = format!("{new:?}");
        let expected = (code, Some(field.to_owned()));
        assert_eq!(refused(&house, new, password).await, expected, "{told}");
    }
}

#[tokio::test]
async fn the_phone_is_sealed_and_the_password_hashed() {
    let house = testing::house().await;
    let finance = department::NewDepartment {
        code: "CW".to_owned(),
        name: "财务科".to_owned(),
    };
    let department_id = Some(
        department::add(&house.app, &house.system, &key("dept"), finance)
            .await
            .unwrap(),
    );
    let who = NewStaff {
        phone: Some("0731-84461234".to_owned()),
        department_id,
        ..new("zhangsan")
    };
    let id = add(
        &house.app,
        &house.system,
        &key("add"),
        who.clone(),
        PASSWORD,
    )
    .await
    .unwrap();
    let again = add(&house.app, &house.system, &key("add"), who, PASSWORD)
        .await
        .unwrap();
    assert_eq!(again, id, "the same request adds once");
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let (phone, hash) = tx.one(&STORED, (id,)).await.unwrap();
    let row = tx.keys().of_row(house.centre, id);
    let opened = row.open(PHONE, &phone.unwrap()).unwrap();
    assert_eq!(opened, "0731-84461234");
    assert!(hash.starts_with("$argon2id$") && !hash.contains(PASSWORD));
    assert_eq!(
        by_sign_in_name(&mut tx, "ZhangSan ")
            .await
            .unwrap()
            .staff_id,
        id
    );
    assert!(by_sign_in_name(&mut tx, "lisi").await.is_err());
}

#[tokio::test]
async fn a_phone_moved_to_another_row_is_found_and_named() {
    let house = testing::house().await;
    let mut ids = Vec::new();
    for (name, phone) in [("zhangsan", "84461234"), ("lisi", "84465678")] {
        let who = NewStaff {
            phone: Some(phone.to_owned()),
            ..new(name)
        };
        let added = add(&house.app, &house.system, &key(name), who, PASSWORD).await;
        ids.push(added.unwrap());
    }
    let mut tx = house.app.db.write(house.centre).await.unwrap();
    assert_eq!(verify(&mut tx).await.unwrap(), []);
    tx.execute_one(&MOVE_PHONE, (ids[0], ids[1])).await.unwrap();
    let found = verify(&mut tx).await.unwrap();
    let [finding] = &found[..] else {
        panic!("{found:?}");
    };
    assert_eq!(finding.code, "staff_sealed_value_altered");
    assert_eq!(finding.field, format!("/staff/{}", ids[1]));
}

#[tokio::test]
async fn the_kept_request_hash_tells_nothing_of_the_password() {
    let (one, two) = (testing::house().await, testing::house().await);
    let hash_under = async |house: &House, password: &str| {
        add(
            &house.app,
            &house.system,
            &key("add"),
            new("zhangsan"),
            password,
        )
        .await
        .unwrap();
        let mut tx = house.app.db.read(house.centre).await.unwrap();
        tx.one(&KEPT_HASHES, ()).await.unwrap()
    };
    assert_eq!(
        hash_under(&one, PASSWORD).await,
        hash_under(&two, "完全不同的一个密码").await
    );
}

#[tokio::test]
async fn a_branch_s_own_clerk_sees_its_own_branch_s_staff() {
    let house = testing::house().await;
    let (here, there) = (house.branch("CX").await, house.branch("XC").await);
    house.staff("zhangsan", Some(here)).await;
    house.staff("lisi", Some(there)).await;
    house.staff("wangwu", None).await;
    let seen = async |caller: &Caller| -> Vec<String> {
        let all = list(&house.app, caller).await.unwrap();
        all.into_iter().map(|staff| staff.sign_in_name).collect()
    };
    assert_eq!(seen(&house.system).await, ["lisi", "wangwu", "zhangsan"]);
    let mut clerk = house.clerk_without_roles().await;
    assert!(list(&house.app, &clerk).await.is_err());
    let granted = [(STAFF_READ.code.to_owned(), DataScope::OwnBranch)];
    clerk.grants = std::sync::Arc::new(Grants::listed(Some(here), granted));
    assert_eq!(seen(&clerk).await, ["zhangsan"]);
    assert!(!clerk.may(&ACT, Scope::Branch(here)));
}

#[tokio::test]
async fn actors_are_named_by_their_labels() {
    let house = testing::house().await;
    let staff_id = house.staff("zhangsan", None).await;
    let mut tx = house.app.db.read(house.centre).await.unwrap();
    let names = names_in(&mut tx).await.unwrap();
    let called = by_sign_in_name(&mut tx, "zhangsan").await.unwrap().name;
    assert_eq!(names.of(&format!("staff:{staff_id}")), called);
    assert_eq!(names.of("system:bookkeeper"), "系统");
}

//! `/api/files`.

use axum::body::Body;
use axum::http::{Method, header};

use serde_json::json;

use super::job::has;
use crate::support::{Answer, Client, TestCentre};

async fn store(client: &Client, name: Option<&str>, bytes: Vec<u8>) -> Answer {
    let mut request = client
        .request(Method::POST, "/api/files")
        .header(header::CONTENT_TYPE, "text/csv");
    if let Some(name) = name {
        request = request.header("x-file-name", name);
    }
    client.send(request.body(Body::from(bytes)).unwrap()).await
}

testkit::both! {
    async fn a_file_is_named_by_its_bytes(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        let first = store(&clerk, Some("%E6%B8%85%E5%86%8C.csv"), b"a,b".to_vec()).await;
        let first = first.expect(201);
        has(&first, &json!({ "name": "清册.csv", "size": 3 }));
        assert_eq!(first["file"].as_str().unwrap().len(), 64);
        let again = store(&clerk, Some("other.csv"), b"a,b".to_vec()).await.expect(201);
        assert_eq!(again["file"], first["file"]);
        let other = store(&clerk, Some("other.csv"), b"a,c".to_vec()).await.expect(201);
        assert_ne!(other["file"], first["file"]);
    }

    async fn files_that_are_empty_nameless_or_too_large_are_refused(test: TestCentre) {
        let clerk = test.sign_in("guiji").await;
        store(&clerk, Some("a.csv"), Vec::new()).await.refused(422, "file_empty");
        store(&clerk, None, b"x".to_vec()).await.refused(422, "file_name_invalid");
        store(&clerk, Some("%E6"), b"x".to_vec()).await.refused(422, "file_name_invalid");
        let huge = vec![0; 32 * 1024 * 1024 + 1];
        store(&clerk, Some("a.csv"), huge).await.refused(413, "body_too_large");
    }

    async fn who_only_looks_stores_nothing(test: TestCentre) {
        let director = test.sign_in("zhuren").await;
        store(&director, Some("a.csv"), b"x".to_vec()).await.refused(403, "action_forbidden");
    }
}

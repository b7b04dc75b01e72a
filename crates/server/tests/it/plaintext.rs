//! What a stolen disk tells: every byte of the database, the server's log at its most talkative and a
//! backup are searched for everything personal and secret that the installation was given.
//!
//! It is given much: people moved in from files, an employer with its legal person and its agent, a
//! roster of people with mobiles, a payer with a bank account, wires, somebody on the staff with a
//! phone, a password, a wrong one typed where the name belongs, a second factor with its codes,
//! sessions, and searches for people by name and number. Each in the encodings that a database, a log
//! or a spreadsheet may hold it in.

use std::collections::{BTreeMap, HashMap};
use std::fs::File;
use std::path::Path;

use db::Backend;
use futures_util::StreamExt as _;
use serde_json::json;
use sheet::{Heading, Value as Cell, Writer};
use simulation::founding;

use crate::backup::Site;
use crate::behind::Behind;
use crate::desk::{id_number, person, text};
use crate::installation::{Browser, Server, anju};

/// The columns of the files of a centre's opening that are of a person.
const PERSONAL: &[&str] = &[
    "姓名",
    "证件号码",
    "手机号码",
    "单位法人代表姓名",
    "单位法人代表证件号码",
    "经办人姓名",
    "经办人手机号码",
    "经办人证件号码",
    "借款人姓名",
    "借款人证件号",
    "还款账号",
    "房屋坐落",
];

/// Shorter ones turn up by chance among so many sealed bytes.
const SHORTEST: usize = 6;

/// What is looked for, each by what it is.
#[derive(Default)]
struct Known {
    /// By their first bytes, so that a search passes once over what it searches.
    needles: HashMap<[u8; 4], Vec<(Vec<u8>, String)>>,
    count: usize,
}

impl Known {
    /// Something personal or secret, in every encoding that it may lie in.
    fn text(&mut self, what: &str, text: &str) {
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
        let escaped = serde_json::to_string(text).unwrap();
        self.bytes(&format!("{what} {text}"), text.as_bytes());
        self.bytes(&format!("{what} {text} in UTF-16"), &utf16);
        self.bytes(&format!("{what} {text} in digits"), hex.as_bytes());
        self.bytes(
            &format!("{what} {text} as JSON"),
            escaped.trim_matches('"').as_bytes(),
        );
    }

    fn bytes(&mut self, what: &str, bytes: &[u8]) {
        let Some(first) = bytes.first_chunk().filter(|_| bytes.len() >= SHORTEST) else {
            return;
        };
        self.count += 1;
        let alike = self.needles.entry(*first).or_default();
        alike.push((bytes.to_vec(), what.to_owned()));
    }

    /// What of it lies in these bytes.
    fn found_in(&self, bytes: &[u8]) -> Vec<&str> {
        let mut found = Vec::new();
        for (at, start) in bytes.windows(4).enumerate() {
            let start: [u8; 4] = start.try_into().unwrap();
            let alike = self.needles.get(&start).into_iter().flatten();
            let here = alike.filter(|(needle, _)| bytes[at..].starts_with(needle));
            found.extend(here.map(|(_, what)| what.as_str()));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// Everybody in the files that the centre moved in with.
    fn opening(&mut self, folder: &Path) {
        let mut of_column = BTreeMap::<String, usize>::new();
        for entry in std::fs::read_dir(folder).unwrap() {
            let table = std::fs::read_to_string(entry.unwrap().path()).unwrap();
            let mut lines = table.trim_start_matches('\u{feff}').lines();
            let titles: Vec<&str> = lines.next().unwrap().split(',').collect();
            for line in lines {
                for (title, field) in titles.iter().zip(line.split(',')) {
                    if PERSONAL.contains(title) && !field.is_empty() {
                        self.text(title, field);
                        *of_column.entry((*title).to_owned()).or_default() += 1;
                    }
                }
            }
        }
        for title in PERSONAL {
            assert!(
                of_column.contains_key(*title),
                "nobody has {title}: {of_column:?}"
            );
        }
    }
}

#[test]
fn what_is_there_is_found_in_every_encoding() {
    let mut known = Known::default();
    known.text("name", "欧阳子涵");
    let utf16: Vec<u8> = "他叫欧阳子涵"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let hex: String = "欧阳子涵"
        .bytes()
        .map(|byte| format!("{byte:02x}"))
        .collect();
    for bytes in ["x欧阳子涵".as_bytes(), &utf16, hex.as_bytes()] {
        assert!(!known.found_in(bytes).is_empty(), "{bytes:?}");
    }
    assert_eq!(known.found_in("欧阳子".as_bytes()), [""; 0]);
}

/// The server on a site, everything that it logs in a file.
fn serve(site: &Site) -> Server {
    let database = match &site.config.database.backend {
        Backend::Sqlite { path } => format!("sqlite = {path:?}"),
        Backend::Postgres { url, .. } => format!("postgres = {url:?}"),
    };
    let key_file = site.key_file();
    let config = format!(
        "key_file = {key_file:?}\nsecond_factor = \"offered\"\npassword_days = 0\n[database]\n{database}\n"
    );
    std::fs::write(site.path("anju.toml"), config).unwrap();
    let mut command = anju();
    command
        .arg("serve")
        .arg("--config")
        .arg(site.path("anju.toml"));
    command.env("RUST_LOG", "debug,tokio_postgres=trace");
    command.stderr(File::create(site.path("log")).unwrap());
    Server::start(command)
}

/// A day's work, of which everything personal and secret is noted.
fn work(server: &Server, known: &mut Known) {
    let clerk = server.sign_in("guiji");
    for (name, value) in &clerk.headers {
        known.text(name, value.trim_start_matches("anju_session="));
    }
    known.text("password", founding::PASSWORD);
    let employer_id = register(&clerk, known);
    upload_roster(&clerk, &employer_id, known);
    register_payer(&server.sign_in("kuaiji"), &employer_id, known);
    hire(&server.sign_in("guanli"), known);
    enrol(&server.sign_in("zhuren"), known);
    mistype(server, known);
    search(&clerk);
}

fn register(clerk: &Browser, known: &mut Known) -> String {
    let session = clerk.get("/api/session").json();
    let branch = text(&session["branch"]["branch_id"]);
    let (head, agent) = ("司徒兰亭", "端木青松");
    let (head_number, agent_number) = (id_number("1966-01-02", 701), id_number("1977-03-04", 702));
    let registration = json!({
        "name": "安居市明文检验有限公司", "credit_code": credit_code("91519900MA7000001"),
        "address": "安居市建设路1号", "payday": 25, "affiliation": "90", "economic_type": "173",
        "industry": "C", "established_on": "2010-03-01", "first_month": "2026-11",
        "branch_id": branch, "bank_code": "105",
        "employer_rate_ppb": 80_000_000, "member_rate_ppb": 80_000_000,
        "legal_person": { "name": head, "id_kind": "resident_id", "id_number": head_number },
        "agent": {
            "name": agent, "id_kind": "resident_id", "id_number": agent_number,
            "mobile": "19907654321", "phone": "0816-7654321",
        },
    });
    let reply = clerk.post("/api/employers", &registration);
    assert_eq!(reply.status, 201, "{}", reply.body);
    for (what, value) in [
        ("legal person", head),
        ("agent", agent),
        ("number of the legal person", &head_number),
        ("number of the agent", &agent_number),
        ("mobile of the agent", "19907654321"),
        ("phone of the agent", "0816-7654321"),
    ] {
        known.text(what, value);
    }
    text(&reply.json()["employer_id"])
}

fn credit_code(body: &str) -> String {
    kernel::CreditCode::compose(body)
        .unwrap()
        .as_str()
        .to_owned()
}

fn upload_roster(clerk: &Browser, employer_id: &str, known: &mut Known) {
    let headings = [
        Heading::text("姓名", 12),
        Heading::text("证件号码", 22),
        Heading::text("手机号码", 14),
        Heading::amount("缴存基数"),
    ];
    let mut writer = Writer::new("清册", &headings).unwrap();
    for number in 601..=640 {
        let (name, mobile) = (format!("呼延临风{number}"), format!("199{number:08}"));
        // A name with digits can't be read: what is faulty is kept as it was written, and sealed too.
        let name = match number % 2 {
            0 => name,
            _ => format!("呼延临{}", person(number).name),
        };
        let person = person(number);
        let cells = [
            Cell::Text(&name),
            Cell::Text(&person.id_number),
            Cell::Text(&mobile),
            Cell::Fen(person.base),
        ];
        writer.row(&cells).unwrap();
        known.text("name on a roster", &name);
        known.text("number on a roster", &person.id_number);
        known.text("mobile on a roster", &mobile);
    }
    let bytes = writer.finish().unwrap();
    // Inside the file people are deflated: what may not lie anywhere is the file itself.
    let middle = bytes.len() / 2;
    known.bytes("the roster's file", &bytes[middle..middle + 32]);
    let file = clerk.upload(&bytes);
    let path = format!("/api/employers/{employer_id}/rosters");
    let reply = clerk.post(&path, &json!({ "file": file, "month": "2026-11" }));
    assert_eq!(reply.status, 201, "{}", reply.body);
    let roster = text(&reply.json()["roster_id"]);
    let lines = clerk.get(&format!("/api/rosters/{roster}/lines?limit=200"));
    assert_eq!(lines.status, 200, "{}", lines.body);
}

fn register_payer(accountant: &Browser, employer_id: &str, known: &mut Known) {
    let account = "5199000088887777";
    let payer = json!({
        "name": "安居市明文人力资源有限公司", "kind": "dispatch",
        "credit_code": credit_code("91519900MA7000002"),
        "account_number": account, "basis": "代理协议2026-7号",
        "employers": [{ "employer_id": employer_id, "first_day": "2026-01-01" }],
    });
    let reply = accountant.post("/api/payers", &payer);
    assert_eq!(reply.status, 201, "{}", reply.body);
    known.text("account of a payer", account);
    let banks = accountant.get("/api/bank-accounts").json();
    let wire = json!({
        "bank_account_id": banks["items"][0]["bank_account_id"], "bank_serial": "PT-1",
        "amount_fen": 12_345, "value_date": "2026-10-30", "payer_name": "澹台灭明",
        "payer_account": "6222000099998888", "remark": "公积金", "payment_code": null,
    });
    let reply = accountant.post("/api/arrivals", &wire);
    assert_eq!(reply.status, 201, "{}", reply.body);
    known.text("who sent a wire", "澹台灭明");
    known.text("account of a wire", "6222000099998888");
}

fn hire(administrator: &Browser, known: &mut Known) {
    let new = json!({ "sign_in_name": "mingwen", "name": "钟离明", "phone": "13898765432" });
    let reply = administrator.post("/api/staff", &new);
    assert_eq!(reply.status, 201, "{}", reply.body);
    known.text("phone of staff", "13898765432");
    let initial = text(&reply.json()["initial_password"]);
    known.text("initial password", &initial);
}

fn enrol(director: &Browser, known: &mut Known) {
    let own = json!({ "password": founding::PASSWORD });
    let reply = director.post("/api/session/second-factor/secret", &own);
    assert_eq!(reply.status, 200, "{}", reply.body);
    let secret = text(&reply.json()["secret"]);
    known.text("second factor", &secret);
    let now = kernel::Clock::system().now();
    let code = platform::session::code_of_secret(&secret, now).unwrap();
    let reply = director.post(
        "/api/session/second-factor/confirmation",
        &json!({ "code": code }),
    );
    assert_eq!(reply.status, 200, "{}", reply.body);
    for code in reply.json()["recovery_codes"].as_array().unwrap() {
        known.text("recovery code", &text(code));
    }
}

/// A password where the name belongs, and a wrong one where it belongs.
fn mistype(server: &Server, known: &mut Known) {
    let typed = json!({ "name": "My-Secret-Of-2026", "password": "Another-Secret-2026" });
    let reply = server.nobody().post("/api/session", &typed);
    assert_eq!(reply.status, 401, "{}", reply.body);
    known.text("typed as a name", "My-Secret-Of-2026");
    known.text("typed as a password", "Another-Secret-2026");
}

/// People are looked for in addresses, which servers like to log.
fn search(clerk: &Browser) {
    let encoded =
        |text: &str| -> String { text.bytes().map(|byte| format!("%{byte:02X}")).collect() };
    for query in [
        format!("name={}", encoded("端木青松")),
        format!("id_number={}", id_number("1977-03-04", 702)),
        "mobile=19907654321".to_owned(),
    ] {
        let reply = clerk.get(&format!("/api/accounts?{query}"));
        assert_eq!(reply.status, 200, "{}", reply.body);
    }
}

/// Every byte of the database as it lies there, by where: SQLite's files, PostgreSQL's tables.
async fn database_of(site: &Site) -> Vec<(String, Vec<u8>)> {
    match &site.config.database.backend {
        Backend::Sqlite { path } => {
            let suffixes = ["", "-wal", "-shm"].into_iter();
            let files = suffixes.map(|suffix| format!("{}{suffix}", path.display()));
            let files = files.filter_map(|file| Some((file.clone(), std::fs::read(file).ok()?)));
            files.collect()
        }
        Backend::Postgres { .. } => {
            let Behind::Postgres(client) = Behind::open(&site.config.database.backend).await else {
                panic!("another database");
            };
            let tables = "SELECT tablename FROM pg_tables WHERE schemaname = current_schema()";
            let mut all = Vec::new();
            for row in client.query(tables, &[]).await.unwrap() {
                let table: String = row.get(0);
                let copy = format!("COPY {table} TO STDOUT (FORMAT binary)");
                let mut stream = std::pin::pin!(client.copy_out(&copy).await.unwrap());
                let mut bytes = Vec::new();
                while let Some(piece) = stream.next().await {
                    bytes.extend_from_slice(&piece.unwrap());
                }
                all.push((table, bytes));
            }
            all
        }
    }
}

testkit::both! {
    async fn neither_the_database_nor_the_log_nor_a_backup_tells_of_a_person(site: Site) {
        let mut known = Known::default();
        known.opening(&site.path("opening"));
        let server = serve(&site);
        work(&server, &mut known);
        assert!(known.count > 300, "{}", known.count);
        // What may be known, to see that what is there is found.
        let mut plain = Known::default();
        plain.text("employer", "安居市明文检验有限公司");
        plain.text("staff", "钟离明");

        // While it serves, what was just written lies in the log of the database.
        let mut places = database_of(&site).await;
        let seen: Vec<&str> = places.iter().flat_map(|(_, bytes)| plain.found_in(bytes)).collect();
        for what in ["employer 安居市明文检验有限公司", "staff 钟离明"] {
            assert!(seen.contains(&what), "{what}: {seen:?}");
        }
        assert!(server.stop().success());
        places.extend(database_of(&site).await);
        let log = std::fs::read(site.path("log")).unwrap();
        let told = String::from_utf8_lossy(&log).into_owned();
        for line in ["/api/employers/{id}/rosters", "/api/accounts", " DEBUG "] {
            assert!(told.contains(line), "{line}: {told}");
        }
        places.push(("the log".to_owned(), log));
        let backup = site.path("stolen.anju");
        server::backup::make(&site.config, &backup, &mut Vec::new()).await.unwrap();
        let bytes = std::fs::read(backup).unwrap();
        assert_eq!(plain.found_in(&bytes), [""; 0], "a backup tells not even what is plain");
        places.push(("the backup".to_owned(), bytes));
        for (place, bytes) in places {
            assert_eq!(known.found_in(&bytes), [""; 0], "in {place}");
        }
    }
}

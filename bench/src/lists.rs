//! P8: every list of the console with every filter and order, on the first page and at the far end,
//! by one client and by four.
//!
//! What there is to ask is read from `openapi.json`, so that no list is forgotten; what to ask for is
//! read from the lists themselves; of an empty list, what finds nothing. Sums over a whole
//! list (合计) and single pages are asked as well and told apart: the measure is about lists.

use std::collections::{BTreeMap, BTreeSet};

use futures_util::future::try_join_all;
use serde_json::Value;
use simulation::founding::PASSWORD;

use crate::centre::Centre;
use crate::http::Client;
use crate::opening::Known;
use crate::program::Server;
use crate::report::{ListRow, Report, Row, grouped, millis};
use crate::timing::percentile;
use crate::{Asked, Result, opening, remittance};

/// Rows a page.
const LIMIT: u32 = 50;
/// Rows looked at for values to ask for.
const SAMPLE: u32 = 200;
/// Values tried of each filter.
const VALUES: usize = 4;
/// How often one client asks each question, unless it takes longer than the third.
const TIMES: usize = 3;
const LONG_MICROS: u64 = 2_000_000;
const CLIENTS: usize = 4;
const REACH_MICROS: u64 = 200_000;
/// What the program's log says of a statement that took longer than this.
const SLOW: &str = "slow statement";

/// A part that no name has.
const IN_NO_NAME: &str = "龘龘";

/// Values that rows hold under another name than the filter's, and those that are always the same.
const ELSEWHERE: &[(&str, &str)] = &[
    ("owner", "employer_id"),
    ("named", "remittance_id"),
    ("source_id", "remittance_id"),
    ("run_id", "remittance_id"),
    ("reason_code", "code"),
    ("day", "date"),
    ("amount_fen", "debit_fen"),
];

/// A path of the API that is read.
struct Endpoint {
    path: String,
    kind: Kind,
    filters: Vec<Filter>,
    sorts: Vec<String>,
}

/// A filter as the document declares it.
struct Filter {
    name: String,
    /// Whether its value is a number: the digits of what the list shows.
    number: bool,
    /// Whether it is an id.
    id: bool,
    /// Whether it is a truth.
    truth: bool,
    /// Whether it is a day.
    day: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    List,
    Totals,
    Page,
}

/// Values seen: by list and field, and by field alone where it is an id.
#[derive(Default)]
struct Seen(BTreeMap<String, BTreeSet<String>>);

/// Who asks: nobody may read both the business and its trail.
struct Desks {
    business: Client,
    audit: Client,
}

impl Desks {
    async fn of(centre: &Centre, server: &Server) -> Result<Desks> {
        Ok(Desks {
            business: centre.sign_in(server).await?,
            audit: Client::sign_in(server.address, "shenji", PASSWORD).await?,
        })
    }

    fn of_path(&mut self, path: &str) -> &mut Client {
        match path.starts_with("/api/audit-events") {
            true => &mut self.audit,
            false => &mut self.business,
        }
    }
}

/// Measures every list.
pub(crate) async fn measure(asked: &Asked, centre: &Centre, report: &mut Report) -> Result {
    let before = std::fs::metadata(centre.log())?.len();
    let server = centre.serve().await?;
    let mut desks = Desks::of(centre, &server).await?;
    let client = &mut desks.business;
    // One remittance through the use cases and one roster in preview: rosters and remittances
    // loaded in bulk have no lines.
    let paid = remittance::assess(client, opening::due(0)?).await?;
    remittance::pay(client, &paid).await?;
    remittance::assess(client, opening::due(1)?).await?;
    centre.settle().await?;
    let spec = client.read("/api/openapi.json").await?;
    let endpoints = endpoints(&spec);
    let seen = look(&mut desks, &endpoints, &centre.known).await?;
    let mut slow = Vec::new();
    for endpoint in &endpoints {
        let Some(paths) = filled(endpoint, &seen) else {
            report.note(format!("P8: nothing to ask `{}` for.", endpoint.path));
            continue;
        };
        let client = desks.of_path(&endpoint.path);
        let mut questions = Vec::new();
        for path in paths {
            questions.extend(ask_for(client, endpoint, &path, &seen).await?);
        }
        let worst = drive(centre, client, endpoint, &questions, report).await?;
        if endpoint.kind == Kind::List {
            slow.push(worst);
        }
    }
    drop(desks);
    server.stop()?;
    summary(asked, centre, report, &slow);
    explain(centre, usize::try_from(before)?, report).await
}

/// The reading paths of the document. Workbooks are exports and `openapi.json` is no page.
fn endpoints(spec: &Value) -> Vec<Endpoint> {
    let paths = spec["paths"].as_object().into_iter().flatten();
    let read = paths.filter(|(path, item)| item.get("get").is_some() && is_page(path));
    read.map(|(path, item)| {
        let parameters = item["get"]["parameters"].as_array();
        let query = || {
            let all = parameters.into_iter().flatten();
            all.filter(|parameter| parameter["in"] == "query")
        };
        let named = |parameter: &Value| parameter["name"].as_str().unwrap_or("").to_owned();
        let sort = query().find(|parameter| parameter["name"] == "sort");
        let sorts = sort.and_then(|sort| sort["description"].as_str());
        let paging = ["limit", "after", "sort"];
        let kind = match path.ends_with("/totals") {
            true => Kind::Totals,
            false if query().any(|parameter| parameter["name"] == "limit") => Kind::List,
            false => Kind::Page,
        };
        Endpoint {
            path: path.clone(),
            kind,
            filters: query()
                .map(|parameter| Filter {
                    name: named(parameter),
                    number: parameter["schema"]["type"] == "integer",
                    id: parameter["schema"]["format"] == "uuid",
                    truth: parameter["schema"]["type"] == "boolean",
                    day: parameter["schema"]["format"] == "date",
                })
                .filter(|filter| !paging.contains(&filter.name.as_str()))
                .collect(),
            sorts: sorts.map(sorts_of).unwrap_or_default(),
        }
    })
    .collect()
}

/// Whether an address answers a list or the page of a thing to staff: neither a file, nor what a
/// reversal would do, which only a posted remittance can be asked, nor a page of a hall.
fn is_page(path: &str) -> bool {
    let exported = path.ends_with(".xlsx") || path.ends_with(".json");
    let in_hall = path.starts_with("/api/hall/");
    !exported && !in_hall && !path.ends_with("/template") && !path.ends_with("/reversal")
}

/// The columns that a description of `sort` names: `…：account_no、name；默认 …`.
fn sorts_of(description: &str) -> Vec<String> {
    let named = description.split('：').nth(1).unwrap_or_default();
    let named = named.split('；').next().unwrap_or_default();
    let names = named.split('、').map(str::trim);
    names
        .filter(|name| !name.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Looks at both ends of every list that needs no other.
async fn look(desks: &mut Desks, endpoints: &[Endpoint], known: &[Known]) -> Result<Seen> {
    let mut seen = Seen::default();
    seen.add("book", "fund");
    for account in ["10101", "201", "21901"] {
        seen.add("account", account);
    }
    for person in known.iter().rev().take(VALUES) {
        seen.add("/api/accounts name", &person.name);
        seen.add("id_number", &person.id_number);
        seen.add("id_tail", &person.id_number[person.id_number.len() - 6..]);
        seen.add("mobile", &person.mobile);
    }
    for open in [true, false] {
        for endpoint in endpoints
            .iter()
            .filter(|endpoint| endpoint.kind != Kind::Totals)
        {
            if endpoint.path.contains('{') == open {
                continue;
            }
            for path in filled(endpoint, &seen).unwrap_or_default() {
                for query in ends(endpoint) {
                    let answer = desks.of_path(&path).get(&format!("{path}{query}")).await?;
                    if let Ok(page) = answer.json() {
                        seen.learn(&endpoint.path, &page);
                    }
                }
            }
        }
    }
    Ok(seen)
}

/// The queries for the first page in each order.
fn ends(endpoint: &Endpoint) -> Vec<String> {
    if endpoint.kind != Kind::List {
        return vec![String::new()];
    }
    let Some(sort) = endpoint.sorts.first() else {
        return vec![format!("?limit={SAMPLE}")];
    };
    vec![
        format!("?limit={SAMPLE}&sort={sort}"),
        format!("?limit={SAMPLE}&sort=-{sort}"),
    ]
}

impl Seen {
    fn add(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            let values = self.0.entry(name.to_owned()).or_default();
            values.insert(value.to_owned());
        }
    }

    /// Every number and text of an answer, under its name.
    fn learn(&mut self, path: &str, answer: &Value) {
        match answer {
            Value::Array(items) => items.iter().for_each(|item| self.learn(path, item)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    let text = match value {
                        Value::String(text) => text.clone(),
                        Value::Number(number) => number.to_string(),
                        other => {
                            self.learn(path, other);
                            continue;
                        }
                    };
                    self.add(&format!("{path} {name}"), &text);
                    if name.ends_with("_id")
                        || ["account_no", "date", "month"].contains(&name.as_str())
                    {
                        self.add(name, &text);
                    }
                }
            }
            _ => {}
        }
    }

    /// Values to ask a filter of a list for, from all over what was seen; of an empty list, what is
    /// of the filter's kind and finds nothing. For a part of a name also what no name has: nothing
    /// ends that search before the last row.
    fn of(&self, path: &str, filter: &Filter) -> Vec<String> {
        if filter.truth {
            return ["true", "false"].map(str::to_owned).to_vec();
        }
        let nothing = match filter.day {
            true => "2000-01-01",
            false => ["1", "无"][usize::from(!filter.number)],
        };
        let (base, part) = match filter.name.rsplit_once('.') {
            Some((base, how)) => (base, how == "contains"),
            None => (filter.name.as_str(), false),
        };
        let list = path.strip_suffix("/totals").unwrap_or(path);
        let elsewhere = ELSEWHERE.iter().find(|(name, _)| *name == base);
        let other = elsewhere.map_or(base, |(_, name)| *name);
        let places = [format!("{list} {base}"), format!("{list} {other}")];
        let sets = places.iter().map(String::as_str).chain([base, other]);
        let Some(all) = sets.filter_map(|name| self.0.get(name)).next() else {
            let other = self.0.get("remittance_id").filter(|_| filter.id);
            let other = other.and_then(BTreeSet::first).cloned();
            return vec![other.unwrap_or_else(|| nothing.to_owned())];
        };
        let some = all.iter().step_by(all.len().div_ceil(VALUES).max(1));
        let found = some.map(|value| match (part, filter.number) {
            (true, _) => value.chars().take(2).collect(),
            (_, true) => value.chars().filter(char::is_ascii_digit).collect(),
            _ => value.clone(),
        });
        found.chain(part.then(|| IN_NO_NAME.to_owned())).collect()
    }
}

/// The path with what stands in braces filled in; none when nothing is known.
fn filled(endpoint: &Endpoint, seen: &Seen) -> Option<Vec<String>> {
    let Some((before, rest)) = endpoint.path.split_once('{') else {
        return Some(vec![endpoint.path.clone()]);
    };
    let (word, after) = rest.split_once('}')?;
    let noun = before.trim_end_matches('/').rsplit('/').next()?;
    let field = match (noun, word) {
        (_, "no") => "account_no".to_owned(),
        (_, "code") | (_, "key") => format!("/api/{noun} {word}"),
        (noun, _) => format!("{}_id", noun.trim_end_matches('s')),
    };
    let values = seen.0.get(&field)?;
    // The first and the last: ids grow with time, so that the last are those with lines.
    let ends = values.iter().take(1).chain(values.iter().rev().take(2));
    let paths: BTreeSet<String> = ends
        .map(|value| format!("{before}{value}{after}"))
        .collect();
    Some(paths.into_iter().collect())
}

/// All that is asked of one path: each value of each filter in each order, both ends.
async fn ask_for(
    client: &mut Client,
    endpoint: &Endpoint,
    path: &str,
    seen: &Seen,
) -> Result<Vec<String>> {
    let mut filters = vec![String::new()];
    for filter in &endpoint.filters {
        let values = seen.of(&endpoint.path, filter);
        let named = |value: &String| format!("{}={}", filter.name, encoded(value));
        filters.extend(values.iter().map(named));
    }
    if endpoint.kind != Kind::List {
        let asked = filters.iter().map(|filter| match filter.as_str() {
            "" => path.to_owned(),
            some => format!("{path}?{some}"),
        });
        return Ok(asked.collect());
    }
    let mut orders = vec![String::new()];
    for sort in &endpoint.sorts {
        orders.extend([format!("&sort={sort}"), format!("&sort=-{sort}")]);
    }
    let mut questions = Vec::new();
    for filter in &filters {
        for order in &orders {
            let ask = format!("{path}?limit={LIMIT}{order}&{filter}");
            questions.push(ask.trim_end_matches('&').to_owned());
        }
        for sort in &endpoint.sorts {
            let ask = |sort: &str| format!("{path}?limit={LIMIT}&sort={sort}&{filter}");
            let page = client
                .get(ask(&format!("-{sort}")).trim_end_matches('&'))
                .await?;
            // Where the list read backwards goes on from, it nearly ends read forwards.
            let after = page.json().ok();
            let after = after.as_ref().and_then(|page| page["next"].as_str());
            if let Some(after) = after {
                let far = format!(
                    "{}&after={}",
                    ask(sort).trim_end_matches('&'),
                    encoded(after)
                );
                questions.push(far);
            }
        }
    }
    Ok(questions)
}

/// Asks everything, by one client and by four; answers the worst P95.
async fn drive(
    centre: &Centre,
    client: &mut Client,
    endpoint: &Endpoint,
    questions: &[String],
    report: &mut Report,
) -> Result<u64> {
    let mut alone = Vec::new();
    let mut asked = Vec::new();
    for question in questions {
        for _ in 0..TIMES {
            let answer = client.get(question).await?;
            // A single page may say why a thing isn't there; a list always answers.
            if answer.status >= 400 && endpoint.kind != Kind::Page {
                report.note(format!("P8: `{question}` was refused, {}.", answer.status));
            }
            if answer.status >= 400 {
                break;
            }
            alone.push((answer.micros, question));
            if answer.micros > LONG_MICROS {
                break;
            }
        }
        if alone.last().is_some_and(|(_, last)| *last == question) {
            asked.push(question);
        }
    }
    let mut together = Vec::new();
    let mut clients = Vec::new();
    for _ in 0..CLIENTS {
        clients.push(client.another().await?);
    }
    let each = clients.iter_mut().enumerate().map(|(place, client)| {
        let (before, after) = asked.split_at(asked.len() * place / CLIENTS);
        ask_all(client, after.iter().chain(before).copied())
    });
    for times in try_join_all(each).await? {
        together.extend(times);
    }
    let mut worst = 0;
    for (clients, times) in [(1, alone), (CLIENTS, together)] {
        let micros: Vec<u64> = times.iter().map(|(micros, _)| *micros).collect();
        let slowest = times.iter().max_by_key(|(micros, _)| *micros);
        let p95 = percentile(&micros, 95);
        worst = worst.max(p95);
        report.add_list(ListRow {
            database: centre.database.label(),
            accounts: centre.shape.accounts,
            list: endpoint.path.clone(),
            is_list: endpoint.kind == Kind::List,
            clients,
            questions: questions.len(),
            p50_micros: percentile(&micros, 50),
            p95_micros: p95,
            max_micros: percentile(&micros, 100),
            slowest: slowest.map_or_else(String::new, |(_, asked)| masked(asked)),
        });
    }
    Ok(worst)
}

async fn ask_all<'a>(
    client: &mut Client,
    questions: impl Iterator<Item = &'a String>,
) -> Result<Vec<(u64, &'a String)>> {
    let mut times = Vec::new();
    for question in questions {
        times.push((client.get(question).await?.micros, question));
    }
    Ok(times)
}

fn summary(asked: &Asked, centre: &Centre, report: &mut Report, worst: &[u64]) {
    let slowest = worst.iter().copied().max().unwrap_or(0);
    let over = worst.iter().filter(|p95| **p95 > REACH_MICROS).count();
    report.add(Row {
        measure: "P8",
        database: centre.database.label(),
        what: format!(
            "P95 of the slowest of {} lists, {} accounts ({}); {over} lists over 200 ms",
            worst.len(),
            grouped(centre.shape.accounts as u64),
            millis(slowest)
        ),
        accounts: centre.shape.accounts,
        unit: "µs",
        ours: slowest,
        bare: None,
        ratio_thousandths: None,
        reach: "≤ 200 ms",
        reached: (!asked.size.is_tiny()).then_some(slowest <= REACH_MICROS),
    });
}

/// How the database runs the statements that the program called slow, from a place in its log on.
async fn explain(centre: &Centre, from: usize, report: &mut Report) -> Result {
    let log = std::fs::read(centre.log())?;
    let log = String::from_utf8_lossy(log.get(from..).unwrap_or_default());
    let mut statements: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    for line in log.lines().filter(|line| line.contains(SLOW)) {
        let (told, sql) = line.split_once("sql=").unwrap_or((line, ""));
        let name = told.split_once("statement=\"");
        let name = name.and_then(|(_, name)| name.split('"').next());
        let known = statements.entry(sql).or_insert((0, name.unwrap_or("")));
        known.0 += 1;
    }
    let bare = centre.bare().await?;
    for (sql, (times, name)) in statements {
        let plan = bare
            .explain(sql)
            .await
            .unwrap_or_else(|error| error.to_string());
        report.note(format!(
            "P8, {}, {} accounts: `{name}` was slow {times} times.\n\n```\n{sql}\n\n{plan}\n```",
            centre.database.label(),
            grouped(centre.shape.accounts as u64)
        ));
    }
    Ok(())
}

/// A value inside an address.
fn encoded(value: &str) -> String {
    let plain = |byte: &u8| byte.is_ascii_alphanumeric() || b"-._~".contains(byte);
    let mut text = String::new();
    for byte in value.as_bytes() {
        match plain(byte) {
            true => text.push(char::from(*byte)),
            false => text.push_str(&format!("%{byte:02X}")),
        }
    }
    text
}

/// A question with long values cut, for a table that people read.
fn masked(question: &str) -> String {
    let short = |part: &str| match part.split_once('=') {
        Some((name, value)) if value.len() > 12 => format!("{name}=…"),
        _ => part.to_owned(),
    };
    let query = question.split_once('?').map_or("", |(_, query)| query);
    let parts: Vec<String> = query.split('&').map(short).collect();
    parts.join("&")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn lists_filters_and_orders_are_those_of_the_document() {
        let parameter = |name: &str, description: &str| json!({ "name": name, "in": "query", "description": description });
        let sort = parameter(
            "sort",
            "排序栏目，前加“-”为倒序：employer_no、name；默认 name",
        );
        let list = [parameter("limit", ""), sort, parameter("status", "")];
        let spec = json!({ "paths": {
            "/api/employers": { "get": { "parameters": list }, "post": {} },
            "/api/employers/totals": { "get": { "parameters": [parameter("status", "")] } },
            "/api/employers/{id}": { "get": {} },
            "/api/employers/{id}/next-roster.xlsx": { "get": {} },
            "/api/files": { "post": {} },
        }});
        let endpoints = endpoints(&spec);
        let paths: Vec<&str> = endpoints.iter().map(|one| one.path.as_str()).collect();
        assert_eq!(
            paths,
            [
                "/api/employers",
                "/api/employers/totals",
                "/api/employers/{id}"
            ]
        );
        assert_eq!(endpoints[0].sorts, ["employer_no", "name"]);
        let filters: Vec<&str> = endpoints[0]
            .filters
            .iter()
            .map(|f| f.name.as_str())
            .collect();
        assert_eq!(filters, ["status"]);
        assert!(endpoints[0].kind == Kind::List && endpoints[1].kind == Kind::Totals);
    }

    #[test]
    fn values_come_from_the_rows_and_are_encoded() {
        let mut seen = Seen::default();
        let item = json!({ "name": "某公司", "serial": "HJ12", "reason": { "code": "unmatched" } });
        seen.learn("/api/things", &json!({ "items": [item] }));
        let of = |name: &str, number| {
            let name = name.to_owned();
            let (id, truth) = (false, name == "faulty");
            let filter = Filter {
                name,
                number,
                id,
                truth,
                day: false,
            };
            seen.of("/api/things/totals", &filter)
        };
        assert_eq!(of("name.contains", false), ["某公", "龘龘"]);
        assert_eq!(of("reason_code", false), ["unmatched"]);
        assert_eq!(of("serial", true), ["12"]);
        assert_eq!(
            (of("status", false), of("rows", true)),
            (vec!["无".into()], vec!["1".into()])
        );
        assert_eq!(of("faulty", false), ["true", "false"]);
        assert_eq!(encoded("a b/安"), "a%20b%2F%E5%AE%89");
        assert_eq!(
            masked("/api/x?limit=50&id=0123456789abcdef"),
            "limit=50&id=…"
        );
    }
}

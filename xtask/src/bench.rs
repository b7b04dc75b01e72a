//! `cargo xtask bench`: builds the product and the measures, gives them a PostgreSQL server, and
//! leaves nothing behind but the report under `target/bench`.

use crate::phase::Phases;
use crate::postgres::Server;
use crate::web::Web;
use crate::workspace::Workspace;
use crate::{Result, shell};
use clap::{Args, ValueEnum};

/// What is measured; the figures' meaning stands in `docs/PERFORMANCE.md`.
#[derive(Args)]
pub(crate) struct Asked {
    /// P2, P3, P7, P8, with commas between; all unless said
    #[arg(long)]
    measures: Option<String>,
    /// On which databases
    #[arg(long, value_enum, default_value_t = Databases::Both)]
    database: Databases,
    /// tiny (hundreds of rows), small (a tenth), full (a tenth and the whole), large (beyond)
    #[arg(long, default_value = "full")]
    size: String,
    /// Keep the databases and the servers' logs until the next run; those on PostgreSQL only where
    /// `BENCH_PG_URL` names the server
    #[arg(long)]
    keep: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Databases {
    Sqlite,
    Postgres,
    Both,
}

impl Databases {
    pub(crate) const fn word(self) -> &'static str {
        match self {
            Databases::Sqlite => "sqlite",
            Databases::Postgres => "postgres",
            Databases::Both => "both",
        }
    }
}

/// Names a server for the measures.
const FOR_MEASURES: &str = "BENCH_PG_URL";

/// As a server of a city would be set: what was answered is on the disk.
const SETTINGS: [&str; 6] = [
    "fsync=on",
    "synchronous_commit=on",
    "shared_buffers=2GB",
    "max_wal_size=8GB",
    "maintenance_work_mem=512MB",
    "max_connections=50",
];

/// Builds what is measured as it is delivered, and measures.
pub(crate) fn bench(asked: &Asked) -> Result {
    let workspace = Workspace::find()?;
    let mut phases = Phases::start();
    let ready = build(&workspace, &mut phases);
    if ready.is_some() {
        phases.run("measures", || measure(&workspace, asked));
    }
    println!("{}", phases.table());
    if phases.failed() {
        Err("not everything was measured".into())
    } else {
        Ok(())
    }
}

fn build(workspace: &Workspace, phases: &mut Phases) -> Option<()> {
    phases.run("pages", || {
        let web = Web::of(workspace)?;
        web.install()?;
        web.build()
    })?;
    phases.run("programs", || {
        build_programs(workspace, &[("server", "anju"), ("bench", "bench")])
    })
}

/// Builds a release of these packages' programs; each apart, so that the product is built as it is
/// for everybody else.
pub(crate) fn build_programs(workspace: &Workspace, programs: &[(&str, &str)]) -> Result {
    for (package, program) in programs {
        let release = [
            "build",
            "--release",
            "--locked",
            "--package",
            package,
            "--bin",
            program,
        ];
        shell::run(&mut workspace.cargo(&release))?;
    }
    Ok(())
}

/// The server that `BENCH_PG_URL` names, or a throw-away one set as a city's would be.
pub(crate) fn start_server() -> Result<Server> {
    Server::start(FOR_MEASURES, &SETTINGS)
}

fn measure(workspace: &Workspace, asked: &Asked) -> Result {
    let server = if asked.database == Databases::Sqlite {
        None
    } else {
        Some(start_server()?)
    };
    let folder = workspace.reports()?;
    let mut bench = std::process::Command::new(workspace.release("bench"));
    bench.arg("--anju").arg(workspace.program("release"));
    bench.arg("--folder").arg(&folder);
    bench.args(["--database", asked.database.word(), "--size", &asked.size]);
    if let Some(measures) = &asked.measures {
        bench.args(["--measures", measures]);
    }
    if asked.keep {
        bench.arg("--keep");
    }
    if let Some(server) = &server {
        bench.args(["--postgres", server.url()]);
    }
    let outcome = shell::run(&mut bench);
    if let Some(server) = server {
        server.stop()?;
    }
    outcome?;
    println!("report.md and report.jsonl are in {}", folder.display());
    Ok(())
}

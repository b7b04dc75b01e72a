//! `anju`: the information system of a housing provident fund centre.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use kernel::{Clock, Error, Result};
use ledger::export::Format;
use server::config::Config;
use server::{command, demo, serve, terminal};

/// 安居：住房公积金管理中心信息系统
#[derive(Parser)]
#[command(name = "anju", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// 启动服务
    Serve {
        #[command(flatten)]
        place: Place,
        /// 监听地址，优先于配置文件
        #[arg(long)]
        listen: Option<SocketAddr>,
        /// 演示：首次启动时造一个运行了一年的中心
        #[arg(long)]
        demo: bool,
    },
    /// 核验账务：凭证、总账、个人账户、审计轨迹逐项重算
    Verify {
        #[command(flatten)]
        place: Place,
    },
    /// 导出公积金账套，供 hledger 或 beancount 复核
    Export {
        #[command(flatten)]
        place: Place,
        /// 格式：hledger 或 beancount
        #[arg(long)]
        format: Format,
        /// 输出文件；不写则输出到终端
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// 输出接口说明（OpenAPI）
    Openapi,
}

/// Where the installation is: a configuration file, or a folder with everything in it.
#[derive(Args)]
struct Place {
    /// 配置文件
    #[arg(long, conflicts_with = "data_dir")]
    config: Option<PathBuf>,
    /// 数据目录（内置数据库与密钥都在其中）
    #[arg(long, default_value = "var/demo")]
    data_dir: PathBuf,
}

impl Place {
    fn config(&self) -> Result<Config> {
        match &self.config {
            Some(path) => Config::load(path),
            None => Ok(Config::in_folder(&self.data_dir)),
        }
    }
}

#[tokio::main]
async fn main() -> ExitCode {
    terminal::log();
    match run(Cli::parse().command).await {
        Ok(code) => code,
        Err(error) => {
            eprintln!("{}", terminal::told(&error));
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Serve {
            place,
            listen,
            demo,
        } => {
            let mut config = place.config()?;
            config.listen = listen.unwrap_or(config.listen);
            serve(&place, config, demo).await?;
        }
        Command::Verify { place } => {
            let whole = command::verify(&place.config()?, &mut io::stdout()).await?;
            return Ok(if whole {
                ExitCode::SUCCESS
            } else {
                ExitCode::FAILURE
            });
        }
        Command::Export { place, format, to } => {
            command::export(&place.config()?, format, to.as_deref()).await?;
        }
        Command::Openapi => {
            let json = api::openapi()
                .to_pretty_json()
                .map_err(|error| Error::broken(error.to_string()))?;
            println!("{json}");
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn serve(place: &Place, config: Config, with_demo: bool) -> Result<()> {
    if with_demo {
        if place.config.is_some() {
            return Err(Error::broken(
                "演示数据只放在数据目录中，不能与 --config 同用",
            ));
        }
        demo::prepare(&place.data_dir, &config).await?;
    }
    let app = serve::open(&config, &Clock::system()).await?;
    let demo = with_demo.then(|| api::Demo {
        sign_ins: demo::sign_ins(),
    });
    let api = api::Api {
        app: app.clone(),
        centre: config.centre,
        demo: demo.clone(),
        secure_cookie: config.tls,
    };
    let listening = serve::Listening::at(config.listen, app, api).await?;
    let mut told = format!("安居已启动：http://{}\n", listening.address()?);
    for sign_in in demo.iter().flat_map(|demo| &demo.sign_ins) {
        told.push_str(&format!(
            "  {:<8} {}  {}\n",
            sign_in.name, sign_in.password, sign_in.role
        ));
    }
    // A terminal that is gone is no reason not to serve.
    let _ = io::stdout().write_all(told.as_bytes());
    listening.run().await
}

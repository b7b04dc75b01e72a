//! `anju`: the information system of a housing provident fund centre.

use std::io::{self, Write as _};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand};
use kernel::{Clock, Error, Month, Result};
use ledger::export::Format;
use server::config::Config;
use server::simulate::Asked;
use server::{command, demo, found, opening, serve, simulate, terminal, wiring};

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
    /// 设立中心：在空的数据库中建立中心、管理部和一名系统管理员
    Found {
        #[command(flatten)]
        place: Place,
        /// 中心名称
        #[arg(long)]
        name: String,
        /// 管理部，写成 编号=名称，可多次
        #[arg(long = "branch", required = true, value_parser = found::pair)]
        branches: Vec<(String, String)>,
        /// 系统管理员，写成 登录名=姓名；口令从标准输入读取一行
        #[arg(long, value_parser = found::pair)]
        administrator: (String, String),
    },
    /// 期初移入：把原系统的单位、账户、账务和贷款一次移入尚未启用的中心
    ImportOpening {
        #[command(flatten)]
        place: Place,
        /// 期初数据所在的文件夹，文件名与表名一致
        folder: PathBuf,
        /// 启用年月：账套从这个月开始，期初余额记在其前一天
        #[arg(long)]
        first_month: Month,
    },
    /// 模拟：按真实城市公布的数据，在空的数据库中运行一年
    Simulate {
        #[command(flatten)]
        place: Place,
        /// 数据档案（JSON），不写则用内置的城市
        #[arg(long)]
        profile: Option<PathBuf>,
        /// 规模：模拟公布数的几分之一
        #[arg(long, default_value_t = 100)]
        scale: u32,
        /// 随机种子，相同的种子得到相同的一年
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// 模拟的年份，其节假日安排须已知
        #[arg(long, default_value_t = 2025)]
        year: i16,
        /// 期初文件写到哪里，不写则为数据目录下的 opening
        #[arg(long)]
        opening: Option<PathBuf>,
        /// 对照公布数输出报告
        #[arg(long)]
        report: bool,
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
            return Ok(code(whole));
        }
        Command::Found {
            place,
            name,
            branches,
            administrator,
        } => {
            let asked = found::Asked {
                name,
                branches,
                administrator,
            };
            let (config, mut input) = (place.config()?, io::BufReader::new(io::stdin()));
            found::found(&config, &asked, &mut input, &mut io::stdout()).await?;
        }
        Command::ImportOpening {
            place,
            folder,
            first_month,
        } => {
            let config = place.config()?;
            let kept = opening::import(&config, &folder, first_month, &mut io::stdout()).await?;
            return Ok(code(kept));
        }
        Command::Simulate {
            place,
            profile,
            scale,
            seed,
            year,
            opening,
            report,
        } => {
            let asked = Asked {
                profile,
                scale,
                seed,
                year,
                opening: opening.unwrap_or_else(|| place.data_dir.join("opening")),
                report,
            };
            let holds = simulate::simulate(&place.config()?, &asked, &mut io::stdout()).await?;
            return Ok(code(holds));
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

fn code(fine: bool) -> ExitCode {
    match fine {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
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
        actions: wiring::actions(),
        beyond_roles: wiring::beyond_roles(),
        demo: demo.clone(),
        secure_cookie: config.tls,
        exports: api::Exports::of_rows(api::EXPORT_ROWS_MAX),
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

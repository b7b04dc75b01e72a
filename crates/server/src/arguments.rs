//! The command line: what can be asked of the program, and what is said, in Chinese, of what can't.

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Args, CommandFactory as _, FromArgMatches as _, Parser, Subcommand};
use kernel::{CentreId, Date, Instant, JobId, Month, Result};
use ledger::export::Format;
use platform::job::JobStatus;

use crate::config::{Config, KEYS_VARIABLE, KeySource};
use crate::found;

/// 安居：住房公积金管理中心信息系统
#[derive(Debug, Parser)]
#[command(name = "anju", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// What is asked of the program.
#[derive(Debug, Subcommand)]
#[expect(
    missing_docs,
    reason = "what a command and an option are is told in their help, below"
)]
pub enum Command {
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
    /// 备份：服务运行时也可以，整个数据库加密写入一个文件
    Backup {
        #[command(flatten)]
        place: Place,
        /// 备份文件，不得已存在
        file: PathBuf,
    },
    /// 恢复：把备份恢复到空的数据库并核验，要用制作备份时的密钥文件
    Restore {
        #[command(flatten)]
        place: Place,
        /// 备份文件
        file: PathBuf,
    },
    /// 导出公积金账套，供 hledger 或 beancount 复核
    Export {
        #[command(flatten)]
        place: Place,
        /// 格式：hledger 或 beancount
        #[arg(long, value_parser = format_of)]
        format: Format,
        /// 输出文件；不写则输出到终端
        #[arg(long)]
        to: Option<PathBuf>,
    },
    /// 设立中心：在空的数据库中建立中心、管理部和三名管理员
    Found {
        #[command(flatten)]
        place: Place,
        /// 中心名称
        #[arg(long)]
        name: String,
        /// 管理部，写成 编号=名称，可多次
        #[arg(long = "branch", required = true, value_parser = found::pair)]
        branches: Vec<(String, String)>,
        /// 系统管理员，写成 登录名=姓名；三人的密码依次在终端输入，或从标准输入各读取一行
        #[arg(long, value_parser = found::person)]
        administrator: (String, String),
        /// 安全管理员，写成 登录名=姓名
        #[arg(long, value_parser = found::person)]
        security_administrator: (String, String),
        /// 审计管理员，写成 登录名=姓名
        #[arg(long, value_parser = found::person)]
        audit_administrator: (String, String),
    },
    /// 新增管理部
    AddBranch {
        #[command(flatten)]
        place: Place,
        /// 管理部，写成 编号=名称
        #[arg(long, value_parser = found::pair)]
        branch: (String, String),
    },
    /// 恢复登录：重设初始密码、解除锁定和动态口令，用于没有其他管理员能办理时
    Readmit {
        #[command(flatten)]
        place: Place,
        /// 登录名
        #[arg(long)]
        staff: String,
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
        /// 规模：模拟公布数的几分之一，1 至 1000，不写则为 100
        #[arg(long, default_value_t = 100, value_parser = scale_of)]
        scale: u32,
        /// 随机种子，相同的种子得到相同的一年，不写则为 1
        #[arg(long, default_value_t = 1)]
        seed: u64,
        /// 模拟的年份，其节假日安排须已知，不写则为 2025
        #[arg(long, default_value_t = 2025)]
        year: i16,
        /// 期初文件写到哪里，不写则为数据目录下的 opening
        #[arg(long)]
        opening: Option<PathBuf>,
        /// 对照公布数输出报告
        #[arg(long)]
        report: bool,
    },
    /// 系统任务：列出最近的任务，或等待一个任务并显示进度
    Jobs {
        #[command(flatten)]
        place: Place,
        /// 只列某种状态：waiting 等待，running 运行中，done 已完成，dead 已停止，cancelled 已取消
        #[arg(long, value_parser = job_status_of, conflicts_with = "follow")]
        status: Option<JobStatus>,
        /// 任务编号：等待它结束并显示进度；任务由运行中的服务办理
        #[arg(long)]
        follow: Option<JobId>,
    },
    /// 密钥：查看、新增、启用、停用数据密钥，用新的数据密钥重新加密
    Keys {
        #[command(subcommand)]
        command: KeysCommand,
    },
    /// 签名公钥：输出核对导出文件签名用的 SM2 公钥（PEM）
    SigningKey {
        #[command(flatten)]
        place: Place,
    },
    /// 核对签名：文件是不是由本系统导出，导出后有没有改动
    CheckSignature {
        #[command(flatten)]
        place: Place,
        /// 导出的文件
        file: PathBuf,
        /// 签名文件（.sig）
        signature: PathBuf,
        /// 公钥文件（PEM）；不写则用本系统的公钥
        #[arg(long)]
        key: Option<PathBuf>,
    },
    /// 可用率：某段日期内无服务的分钟数与服务分钟数，计划停机另列
    Availability {
        #[command(flatten)]
        place: Place,
        /// 中心编号，不写则为全部中心
        #[arg(long, value_parser = centre_of)]
        centre: Option<CentreId>,
        /// 起始日期
        #[arg(long)]
        from: Date,
        /// 截止日期，含当日
        #[arg(long)]
        to: Date,
    },
    /// 登记计划停机，须在开始之前；登记的时段不计入服务时间
    PlanStop {
        #[command(flatten)]
        place: Place,
        /// 中心编号，不写则为全部中心
        #[arg(long, value_parser = centre_of)]
        centre: Option<CentreId>,
        /// 开始时间，北京时间，写成 2026-11-23T22:00
        #[arg(long, value_parser = time_of)]
        from: Instant,
        /// 结束时间，最长为开始后7天
        #[arg(long, value_parser = time_of)]
        to: Instant,
        /// 原因
        #[arg(long)]
        reason: String,
    },
    /// 输出接口说明（OpenAPI）
    Openapi,
}

/// What is asked of the keys.
#[derive(Debug, Subcommand)]
#[expect(
    missing_docs,
    reason = "what a command and an option are is told in their help, below"
)]
pub enum KeysCommand {
    /// 列出数据密钥的编号、校验值和各自加密的数据项数，不显示密钥
    List {
        #[command(flatten)]
        place: Place,
    },
    /// 新增数据密钥：先只用来解密，分发到每台服务器后再启用
    Add {
        #[command(flatten)]
        place: Place,
    },
    /// 启用数据密钥：服务重启后用它加密
    Use {
        #[command(flatten)]
        place: Place,
        /// 数据密钥的编号
        number: u8,
    },
    /// 用启用的数据密钥重新加密其他数据密钥下的全部数据，由运行中的服务在后台办理
    Reseal {
        #[command(flatten)]
        place: Place,
    },
    /// 停用数据密钥：已没有数据用它时，从密钥文件中删去
    Retire {
        #[command(flatten)]
        place: Place,
        /// 数据密钥的编号
        number: u8,
    },
}

/// Where the installation is: a configuration file, or a folder with everything in it.
#[derive(Args, Debug)]
pub struct Place {
    /// 配置文件
    #[arg(long, conflicts_with = "data_dir")]
    pub config: Option<PathBuf>,
    /// 数据目录（内置数据库与密钥都在其中），不写则为 var/demo
    #[arg(long, default_value = "var/demo")]
    pub data_dir: PathBuf,
}

impl Place {
    /// The configuration of the installation.
    ///
    /// # Errors
    /// Those of [`Config::load`] and [`KeySource::read`].
    pub fn config(&self) -> Result<Config> {
        let given = std::env::var_os(KEYS_VARIABLE);
        let given = given.map(|text| KeySource::read(&text)).transpose()?;
        match &self.config {
            Some(path) => Config::load(path, given),
            None => Ok(Config::in_folder(&self.data_dir).with_keys(given)),
        }
    }
}

/// What is said instead of running a command.
#[derive(Debug, PartialEq, Eq)]
pub struct Said {
    /// The text, Chinese.
    pub text: String,
    /// Whether it was asked for (`--help`), or something was wrong.
    pub asked_for: bool,
}

fn job_status_of(text: &str) -> std::result::Result<JobStatus, String> {
    text.parse().map_err(|_| {
        let codes: Vec<&str> = JobStatus::ALL.iter().map(|status| status.code()).collect();
        format!("应为 {}", codes.join("、"))
    })
}

fn centre_of(text: &str) -> std::result::Result<CentreId, String> {
    let centre = text.parse().ok().and_then(CentreId::new);
    centre.ok_or_else(|| "应为从1起的整数".to_owned())
}

/// A minute as a clock in China shows it.
fn time_of(text: &str) -> std::result::Result<Instant, String> {
    let time = format!("{}:00+08:00", text.replace(' ', "T"));
    let plain = text.len() == "2026-11-23T22:00".len();
    let time = time.parse().ok().filter(|_| plain);
    time.ok_or_else(|| "应写成 2026-11-23T22:00".to_owned())
}

fn format_of(text: &str) -> std::result::Result<Format, String> {
    text.parse()
        .map_err(|_| "应为 hledger 或 beancount".to_owned())
}

/// A thousandth of the published city is a handful of employers; less is none.
fn scale_of(text: &str) -> std::result::Result<u32, String> {
    let scale = text
        .parse()
        .ok()
        .filter(|scale| (1..=1_000).contains(scale));
    scale.ok_or_else(|| "应为1至1000的整数".to_owned())
}

/// Reads the command line. `anju help` is `anju --help`.
///
/// # Errors
/// What to say instead: help, or what is wrong with the arguments.
pub fn read(arguments: impl IntoIterator<Item = OsString>) -> std::result::Result<Command, Said> {
    let version = clap::Arg::new("version")
        .long("version")
        .short('V')
        .action(clap::ArgAction::Version)
        .help("显示版本");
    let mut command = in_chinese(Cli::command().arg(version));
    let mut arguments: Vec<OsString> = arguments.into_iter().collect();
    if let Some(second) = arguments.get_mut(1).filter(|second| *second == "help") {
        *second = "--help".into();
    }
    let cli = command
        .try_get_matches_from_mut(arguments)
        .and_then(|matches| Cli::from_arg_matches(&matches));
    cli.map(|cli| cli.command).map_err(|error| said(&error))
}

/// The command with the headings of its help in Chinese.
fn in_chinese(command: clap::Command) -> clap::Command {
    const HELP: &str = "{about}\n\n用法：{usage}\n\n{all-args}\n";
    let command = command
        .help_template(HELP)
        .subcommand_help_heading("命令")
        .subcommand_value_name("命令")
        .disable_help_subcommand(true)
        .mut_subcommands(in_chinese);
    let arguments = |argument: clap::Arg| {
        let heading = match argument.is_positional() {
            true => "参数",
            false => "选项",
        };
        let takes_value = argument.get_action().takes_values();
        let argument = argument.help_heading(heading);
        match takes_value {
            true => argument.hide_default_value(true),
            false => argument,
        }
    };
    let help = clap::Arg::new("help")
        .long("help")
        .short('h')
        .action(clap::ArgAction::Help)
        .help("显示用法");
    command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .arg(help)
        .mut_args(arguments)
}

fn said(error: &clap::Error) -> Said {
    let asked_for = matches!(
        error.kind(),
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion
    );
    let whole_help = ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand;
    let text = match asked_for || error.kind() == whole_help {
        true => format!(
            "{}\n",
            error.to_string().trim_end().replace("[OPTIONS]", "[选项]")
        ),
        false => format!("{}。用 anju --help 查看用法\n", sentence(error)),
    };
    Said { text, asked_for }
}

/// What is wrong with the arguments.
fn sentence(error: &clap::Error) -> String {
    let told = |kind| error.get(kind).map(text_of).unwrap_or_default();
    let argument = told(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!("没有命令“{}”", told(ContextKind::InvalidSubcommand))
        }
        ErrorKind::MissingSubcommand => "未指定命令".to_owned(),
        ErrorKind::UnknownArgument if argument.starts_with('-') => {
            format!("没有这个选项：{argument}")
        }
        ErrorKind::UnknownArgument => format!("多余的参数：{argument}"),
        ErrorKind::MissingRequiredArgument => format!("缺少 {argument}"),
        ErrorKind::ArgumentConflict => match told(ContextKind::PriorArg) {
            prior if prior == argument => format!("{argument} 只能写一次"),
            prior => format!("{argument} 不能与 {prior} 同用"),
        },
        ErrorKind::InvalidValue => format!("{argument} 缺少取值"),
        ErrorKind::ValueValidation => {
            let value = told(ContextKind::InvalidValue);
            let why = std::error::Error::source(error).map(ToString::to_string);
            // The standard library's reasons are English, ours aren't.
            let why = why.filter(|why| !why.is_ascii());
            let why = why.map(|why| format!("：{why}")).unwrap_or_default();
            format!("{argument} 的值“{value}”不对{why}")
        }
        _ => "命令行无法识别".to_owned(),
    }
}

fn text_of(value: &ContextValue) -> String {
    match value {
        ContextValue::Strings(all) => all.join("、"),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(line: &str) -> Said {
        let arguments = line.split_whitespace().map(OsString::from);
        read(arguments).unwrap_err()
    }

    #[test]
    fn the_command_line_is_sound() {
        in_chinese(Cli::command()).debug_assert();
    }

    #[test]
    fn help_is_chinese() {
        for line in [
            "anju --help",
            "anju help",
            "anju serve -h",
            "anju simulate --help",
            "anju import-opening -h",
            "anju restore --help",
            "anju readmit --help",
            "anju keys --help",
            "anju keys use --help",
        ] {
            let Said { text, asked_for } = said(line);
            assert!(
                asked_for && text.contains("用法：") && text.contains("选项"),
                "{text}"
            );
            for word in [
                "Usage",
                "Options",
                "Commands",
                "Print",
                "default",
                "Arguments",
            ] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }

    #[test]
    fn what_is_wrong_is_told_in_chinese() {
        let cases = [
            ("anju fly", "没有命令“fly”"),
            ("anju verify --fast", "没有这个选项：--fast"),
            ("anju verify fast", "多余的参数：fast"),
            ("anju verify --config a --config b", "只能写一次"),
            ("anju import-opening folder", "缺少 --first-month"),
            (
                "anju import-opening --first-month 2026-13 folder",
                "“2026-13”不对：年月不存在",
            ),
            (
                "anju found --name A --branch 01 --administrator a=b",
                "“01”不对：应写成 编号=名称",
            ),
            (
                "anju found --name A --branch 01=B --administrator a",
                "应写成 登录名=姓名",
            ),
            (
                "anju found --name A --branch 01=B --administrator a=b",
                "缺少 --security-administrator",
            ),
            ("anju backup", "缺少 "),
            ("anju simulate --scale ten", "应为1至1000的整数"),
            ("anju simulate --scale 0", "应为1至1000的整数"),
            ("anju export --format hleger", "应为 hledger 或 beancount"),
            ("anju verify --config a --data-dir b", "不能与"),
            ("anju serve --listen", "缺少取值"),
            ("anju jobs --status x", "应为 waiting、running、done"),
            ("anju jobs --follow x", "编号格式不正确"),
            ("anju availability --from 2026-11-01", "缺少 --to"),
            ("anju plan-stop --from 22:00", "应写成 2026-11-23T22:00"),
        ];
        for (line, expected) in cases {
            let Said { text, asked_for } = said(line);
            assert!(!asked_for && text.contains(expected), "{line}: {text}");
            assert!(!text.contains("error"), "{text}");
        }
    }

    #[test]
    fn the_time_of_a_stop_is_china_s() {
        let utc = |text| time_of(text).map(|at| at.to_string());
        let expected = Ok("2026-11-23T14:00:00.000000Z".to_owned());
        assert_eq!(utc("2026-11-23T22:00"), expected);
        assert_eq!(utc("2026-11-23 22:00"), expected);
        for wrong in [
            "2026-11-23",
            "2026-11-23T22:00Z",
            "2026-11-31T22:00",
            "22:00",
        ] {
            assert!(time_of(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn without_a_command_the_help_is_shown() {
        let Said { text, asked_for } = said("anju");
        assert!(!asked_for && text.contains("命令"), "{text}");
    }
}

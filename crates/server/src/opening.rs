//! `anju import-opening`: a centre moves in from the files of the system it leaves.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use fund::opening::{self, Differences, Figures, Outcome};
use kernel::{Broken, Clock, Month, OrBroken as _, Result};
use platform::Caller;

use crate::config::Config;
use crate::{keeper, serve, terminal};

/// The workbook of differences, in the folder of the files.
const DIFFERENCES: &str = "opening-differences.xlsx";

/// Moves the configured centre in from `folder`; its book begins with `first_month`. Says whether
/// everything was kept.
///
/// # Errors
/// Those of [`opening::import`]; broken when the workbook of differences can't be written.
pub async fn import(
    config: &Config,
    folder: &Path,
    first_month: Month,
    out: &mut (dyn Write + Send),
) -> Result<bool> {
    let app = serve::open(config, &Clock::system()).await?;
    let system = Caller::system("opening", config.centre);
    let bar = terminal::spinner();
    let mut told = |table: &'static str, rows: u64| bar.set_message(format!("{table} {rows}行"));
    let outcome = opening::import(&app, &system, folder, first_month, &mut told).await;
    bar.finish_and_clear();
    match outcome? {
        Outcome::Imported(figures) => {
            // What it told is mended; one that isn't there is no matter.
            let _ = fs::remove_file(folder.join(DIFFERENCES));
            keeper::seal_all(&app, config.centre).await?;
            tell_figures(out, &figures).or_broken("telling what came in")?;
            Ok(true)
        }
        Outcome::Refused(differences) => {
            let path = write(folder, &differences)?;
            tell_differences(out, &differences, &path).or_broken("telling the differences")?;
            Ok(false)
        }
    }
}

fn write(folder: &Path, differences: &Differences) -> Result<PathBuf> {
    let path = folder.join(DIFFERENCES);
    let bytes = differences
        .workbook()
        .map_err(|error| Broken::caused_by("the workbook of differences", error))?;
    fs::write(&path, bytes).or_broken(path.display().to_string())?;
    Ok(path)
}

fn tell_figures(out: &mut dyn Write, figures: &Figures) -> std::io::Result<()> {
    writeln!(out, "期初数据已移入，会计日期 {}", figures.business_date)?;
    writeln!(out, "  缴存单位 {} 个", figures.employers)?;
    let balance = figures.balance_fen.grouped();
    writeln!(out, "  个人账户 {} 户，余额 {balance} 元", figures.accounts)?;
    writeln!(out, "  已缴月份 {} 个", figures.months)?;
    let balance = figures.loan_balance_fen.grouped();
    writeln!(out, "  贷款 {} 笔，余额 {balance} 元", figures.loans)?;
    writeln!(
        out,
        "  银行专户 {} 个，暂收款 {} 笔",
        figures.banks, figures.suspense
    )
}

fn tell_differences(
    out: &mut dyn Write,
    differences: &Differences,
    path: &Path,
) -> std::io::Result<()> {
    writeln!(out, "期初数据有差异，一笔也没有移入：")?;
    for (kind, count) in differences.counts() {
        writeln!(out, "  {} {count} 处", kind.label())?;
        if let Some(first) = differences.of(kind).first() {
            writeln!(out, "    如：{} {}", first.subject, first.sentence)?;
        }
    }
    writeln!(out, "明细见 {}", path.display())
}

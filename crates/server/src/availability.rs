//! `anju availability` and `anju plan-stop`: what the heartbeats in the database say, told by a process
//! that serves nobody.

use std::io::Write;

use kernel::{Clock, Date, OrBroken as _, Result};
use platform::watch::{self, Availability, Outage, Span};
use platform::{App, Caller};

use crate::config::Config;
use crate::serve;

/// Prints how available the configured centre was from one date to another, both whole.
///
/// # Errors
/// Broken when the database fails or the output can't be written.
pub async fn availability(
    config: &Config,
    days: (Date, Date),
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open(config, &Clock::system()).await?;
    tell(&app, config, days, out).await
}

/// [`availability`] over a database that is open.
///
/// # Errors
/// As said.
pub async fn tell(
    app: &App,
    config: &Config,
    days: (Date, Date),
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let caller = Caller::system("terminal", config.centre);
    let told = watch::availability(app, &caller, days).await?;
    writeln!(out, "{}", text_of(&told)).or_broken("printing the availability")
}

fn text_of(told: &Availability) -> String {
    let Some(ppm) = told.served_ppm() else {
        return "该时段没有服务时间".to_owned();
    };
    let (from, to) = (told.span.from.in_china(), told.span.to.in_china());
    let percent = format!("{}.{:04}%", ppm / 10_000, ppm % 10_000);
    let (unserved, service) = (told.unserved_minutes(), told.service_minutes());
    let mut lines = vec![
        format!("{from} 至 {to}"),
        format!("无服务 {unserved} 分钟，服务时间 {service} 分钟，可用率 {percent}"),
        format!("计划停机 {} 分钟，不计入服务时间", told.planned_minutes()),
    ];
    lines.extend(told.outages.iter().map(line_of));
    lines.join("\n")
}

fn line_of(outage: &Outage) -> String {
    let Span { from, to } = outage.span;
    let why = match (&outage.planned, outage.stopped) {
        (Some(reason), _) => format!("计划停机：{reason}"),
        (None, true) => "未经登记的停止".to_owned(),
        (None, false) => "意外中断".to_owned(),
    };
    let (from, to, minutes) = (from.in_china(), to.in_china(), outage.minutes());
    format!("  {from} 至 {to}  {minutes} 分钟  {why}")
}

/// Announces a stop of the configured centre's service.
///
/// # Errors
/// Those of [`watch::plan_stop`]; broken when the output can't be written.
pub async fn plan_stop(
    config: &Config,
    span: Span,
    reason: &str,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open(config, &Clock::system()).await?;
    let caller = Caller::system("operator", config.centre);
    watch::plan_stop(&app, &caller, span, reason).await?;
    let (from, to) = (span.from.in_china(), span.to.in_china());
    writeln!(out, "已登记计划停机 {from} 至 {to}").or_broken("telling")
}

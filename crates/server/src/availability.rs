//! `anju availability` and `anju plan-stop`: what the heartbeats in the database say, told by a process
//! that serves nobody.

use std::io::Write;

use kernel::{CentreId, Clock, Date, OrBroken as _, Refusal, Result};
use platform::centre::{self, Centre};
use platform::watch::{self, Availability, Outage, Span};
use platform::{App, Caller};

use crate::config::Config;
use crate::serve;

/// Prints how available a centre, or each, was from one date to another, both whole.
///
/// # Errors
/// Those of [`serve::open_up_to_date`]; `centre_unknown`; broken when the database fails or the output
/// can't be written.
pub async fn availability(
    config: &Config,
    asked: Option<CentreId>,
    days: (Date, Date),
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    tell(&app, asked, days, out).await
}

/// [`availability`] over a database that is open.
///
/// # Errors
/// As said.
pub async fn tell(
    app: &App,
    asked: Option<CentreId>,
    days: (Date, Date),
    out: &mut (dyn Write + Send),
) -> Result<()> {
    for centre in asked_for(app, asked).await? {
        let caller = Caller::system("terminal", centre.centre_id);
        let told = watch::availability(app, &caller, days).await?;
        let text = text_of(&told);
        writeln!(out, "{}\n{text}", centre.name).or_broken("printing the availability")?;
    }
    Ok(())
}

/// The centre that is asked for, or all of them: they stand and fall with one server.
async fn asked_for(app: &App, asked: Option<CentreId>) -> Result<Vec<Centre>> {
    let mut centres = centre::all(app).await?;
    centres.retain(|centre| asked.is_none_or(|asked| centre.centre_id == asked));
    match centres.is_empty() {
        true => Err(Refusal::not_found("centre_unknown", "没有这个中心").into()),
        false => Ok(centres),
    }
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
    if told.unknown_minutes() > 0 {
        let minutes = told.unknown_minutes();
        lines.push(format!("情况不明 {minutes} 分钟，不计入服务时间"));
    }
    lines.extend(told.outages.iter().map(line_of));
    lines.join("\n")
}

fn line_of(outage: &Outage) -> String {
    let Span { from, to } = outage.span;
    let why = match &outage.reason {
        Some(reason) => format!("{}：{reason}", outage.cause.label()),
        None => outage.cause.label().to_owned(),
    };
    let (from, to, minutes) = (from.in_china(), to.in_china(), outage.minutes());
    format!("  {from} 至 {to}  {minutes} 分钟  {why}")
}

/// Announces a stop of a centre's service, or of each one's.
///
/// # Errors
/// Those of [`serve::open_up_to_date`] and of [`watch::plan_stop`]; `centre_unknown`; broken when the
/// output can't be written.
pub async fn plan_stop(
    config: &Config,
    asked: Option<CentreId>,
    span: Span,
    reason: &str,
    out: &mut (dyn Write + Send),
) -> Result<()> {
    let app = serve::open_up_to_date(config, &Clock::system()).await?;
    for centre in asked_for(&app, asked).await? {
        let caller = Caller::system("operator", centre.centre_id);
        watch::plan_stop(&app, &caller, span, reason).await?;
        let (from, to, name) = (span.from.in_china(), span.to.in_china(), centre.name);
        writeln!(out, "已登记计划停机 {from} 至 {to}  {name}").or_broken("telling")?;
    }
    Ok(())
}

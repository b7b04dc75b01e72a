//! `anju`: the information system of a housing provident fund centre.

use std::io::{self, Write};
use std::process::ExitCode;

use kernel::{Clock, Error, OrBroken as _, Result};
use platform::session::SignInRules;
use platform::watch::Span;
use server::arguments::{self, Command, KeysCommand, Place, Said};
use server::config::Config;
use server::paper_font::paper_font;
use server::simulate::Asked;
use server::terminal::Out;
use server::{
    availability, backup, command, demo, found, jobs, keys, opening, readmit, serve, signature,
    simulate, terminal, wiring,
};

#[tokio::main]
async fn main() -> ExitCode {
    terminal::log();
    let command = match arguments::read(std::env::args_os()) {
        Ok(command) => command,
        Err(said) => return tell(&said),
    };
    let mut out = Out::new(io::stdout());
    match run(command, &mut out).await {
        Ok(code) => code,
        // As every tool ends whose reader, such as `head`, has enough: without a word.
        Err(_) if out.reader_is_gone() => ExitCode::from(READER_GONE),
        Err(error) => {
            eprintln!("{}", terminal::told(&error));
            ExitCode::FAILURE
        }
    }
}

/// 128 and SIGPIPE: what a shell says of a program that wrote to a reader that was gone.
const READER_GONE: u8 = 141;

async fn run(command: Command, out: &mut (dyn Write + Send)) -> Result<ExitCode> {
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
            let whole = command::verify(&place.config()?, out).await?;
            return Ok(code(whole));
        }
        Command::Backup { place, file } => {
            backup::make(&place.config()?, &file, out).await?;
        }
        Command::Restore { place, file } => {
            let whole = backup::restore(&place.config()?, &file, out).await?;
            return Ok(code(whole));
        }
        Command::Found {
            place,
            name,
            branches,
            administrator,
            security_administrator,
            audit_administrator,
        } => {
            let administrators = found::Administrators {
                system: administrator,
                security: security_administrator,
                audit: audit_administrator,
            };
            let asked = found::Asked {
                name,
                branches,
                administrators,
            };
            let config = place.config()?;
            found::found(&config, &asked, terminal::password, out).await?;
        }
        Command::AddBranch { place, branch } => {
            found::add_branch(&place.config()?, branch, out).await?;
        }
        Command::Readmit { place, staff } => {
            readmit::readmit(&place.config()?, &staff, out).await?;
        }
        Command::ImportOpening {
            place,
            folder,
            first_month,
        } => {
            let config = place.config()?;
            let kept = opening::import(&config, &folder, first_month, out).await?;
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
            let holds = simulate::simulate(&place.config()?, &asked, out).await?;
            return Ok(code(holds));
        }
        Command::Export { place, format, to } => {
            command::export(&place.config()?, format, to.as_deref(), out).await?;
        }
        Command::Jobs {
            place,
            status,
            follow,
        } => {
            let config = place.config()?;
            match follow {
                Some(id) => return Ok(code(jobs::follow(&config, id, out).await?)),
                None => jobs::list(&config, status, out).await?,
            }
        }
        Command::Keys { command } => run_keys(command).await?,
        Command::SigningKey { place } => signature::key(&place.config()?, out)?,
        Command::CheckSignature {
            place,
            file,
            signature: beside,
            key,
        } => {
            let files = (file.as_path(), beside.as_path());
            let config = place.config()?;
            return Ok(code(signature::check(&config, files, key.as_deref(), out)?));
        }
        Command::Availability {
            place,
            centre,
            from,
            to,
        } => {
            let days = (from, to);
            availability::availability(&place.config()?, centre, days, out).await?;
        }
        Command::PlanStop {
            place,
            centre,
            from,
            to,
            reason,
        } => {
            let span = Span { from, to };
            availability::plan_stop(&place.config()?, centre, span, &reason, out).await?;
        }
        Command::Openapi => {
            let json = api::openapi()
                .to_pretty_json()
                .map_err(|error| Error::broken(error.to_string()))?;
            writeln!(out, "{json}").or_broken("writing the description")?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

async fn run_keys(command: KeysCommand) -> Result<()> {
    let out = &mut io::stdout();
    match command {
        KeysCommand::List { place } => keys::list(&place.config()?, out).await,
        KeysCommand::Add { place } => keys::add(&place.config()?, out).await,
        KeysCommand::Use { place, number } => {
            keys::take_into_use(&place.config()?, number, out).await
        }
        KeysCommand::Reseal { place } => keys::reseal(&place.config()?, out).await,
        KeysCommand::Retire { place, number } => keys::retire(&place.config()?, number, out).await,
    }
}

/// Says help, or what is wrong with the arguments, where each belongs.
fn tell(said: &Said) -> ExitCode {
    // A terminal that is gone isn't told anything.
    if said.asked_for {
        let _ = io::stdout().write_all(said.text.as_bytes());
        return ExitCode::SUCCESS;
    }
    let _ = io::stderr().write_all(said.text.as_bytes());
    ExitCode::from(2)
}

fn code(fine: bool) -> ExitCode {
    match fine {
        true => ExitCode::SUCCESS,
        false => ExitCode::FAILURE,
    }
}

async fn serve(place: &Place, mut config: Config, with_demo: bool) -> Result<()> {
    if with_demo {
        config.sign_in = SignInRules::of_demo();
        config.public_address = Some(format!("http://{}", config.listen));
        if place.config.is_some() {
            return Err(Error::broken(
                "演示数据只放在数据目录中，不能与 --config 同用",
            ));
        }
        config.messages = Some(place.data_dir.join(demo::MESSAGES));
        demo::prepare(&place.data_dir, &config).await?;
    }
    let app = serve::open(&config, &Clock::system()).await?;
    let demo = match with_demo {
        true => Some(api::Demo {
            sign_ins: demo::sign_ins(),
            members: demo::members(&app, config.centre).await?,
            agents: demo::agents(&app, config.centre).await?,
        }),
        false => None,
    };
    let api = api::Api {
        app: app.clone(),
        centre: config.centre,
        actions: wiring::actions(),
        beyond_roles: wiring::beyond_roles(),
        businesses: wiring::approvable(),
        jobs: wiring::jobs(),
        demo: demo.clone(),
        secure_cookie: config.tls,
        exports: api::Exports::of_rows(api::EXPORT_ROWS_MAX),
        paper_font,
    };
    let mut listening = serve::Listening::at(config.listen, app, api).await?;
    if let Some(listen) = config.metrics_listen {
        listening = listening.with_metrics_at(listen).await?;
    }
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

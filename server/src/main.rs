//! The command line of the Partner Center.

use std::io::{self, Write};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result};
use axum::serve::ListenerExt;
use clap::{Parser, Subcommand};
use mimalloc::MiMalloc;
use server::config::Config;
use server::mail::MailServer;
use server::site::Site;
use server::web::Portal;
use server::{doctor, jobs, logs, prices, web};
use services::jobs::Sandbox;
use services::{Clock, RandomIds, System, SystemClock, demo};
use storage::Store;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tracing::info;

/// Whoever reads rows takes memory on one thread and gives it back on another, which the system's
/// allocator does slowly. SQLite gets its memory from this one, too.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

/// The Partner Center: serves pages, data and jobs. Settings come from the environment and an
/// optional file; see docs/CONFIGURATION.md.
#[derive(Parser)]
#[command(name = "partner-center", version)]
struct Arguments {
    #[command(subcommand)]
    command: Option<Command>,
    /// As `serve --sandbox`.
    #[arg(long)]
    sandbox: bool,
}

#[derive(Subcommand)]
enum Command {
    /// Serves the portal (what happens without a command).
    Serve {
        /// Lets operators move the business clock. Never for a live portal.
        #[arg(long)]
        sandbox: bool,
    },
    /// Brings the database's schema up to date.
    Migrate,
    /// Fills the database with invented companies, people, offers and prices.
    Demo {
        /// Adds generated customers until there are this many.
        #[arg(long, value_name = "N")]
        large: Option<u32>,
    },
    /// Looks at database, site files, clock, disk, mail and log, and says what to do.
    Doctor,
    /// Publishes price lists.
    Prices {
        #[command(subcommand)]
        command: Prices,
    },
    /// Computes invoices without a database.
    Billing {
        #[command(subcommand)]
        command: Billing,
    },
}

#[derive(Subcommand)]
enum Prices {
    /// Publishes what a table says: prices are added and changed, none is removed.
    ///
    /// The table has the columns "Offer", "List price" and "ERP price", as CSV or as an Excel
    /// workbook. Nothing is published if a row has a fault, or less than 30 days before the month;
    /// the exit status is then 2.
    Import {
        /// The table.
        file: PathBuf,
        /// The month, as in 2019-07.
        #[arg(long, value_name = "YYYY-MM")]
        month: String,
        /// Says what each row would do, and does nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

#[derive(Subcommand)]
enum Billing {
    /// Prints the invoices of a history that is written down in a file, as JSON.
    ///
    /// A history that the rules refuse ends with exit status 2, and the first line of standard
    /// error names the event and the code: docs/domain/billing-engine.md.
    Replay {
        /// The history.
        file: PathBuf,
    },
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(code) => code,
        Err(error) => {
            // Whether or not the log is set up: this is for the person who started the program.
            let _ = writeln!(io::stderr(), "partner-center: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(arguments: Arguments) -> Result<ExitCode> {
    let mut config = Config::read(std::env::vars())?;
    let subscriber = logs::subscriber(config.log_format, &config.log_filter, io::stderr)
        .context("PORTAL_LOG_FILTER cannot be read")?;
    tracing::subscriber::set_global_default(subscriber)?;
    match arguments.command {
        None => {
            config.sandbox |= arguments.sandbox;
            serve(config).await?;
        }
        Some(Command::Serve { sandbox }) => {
            config.sandbox |= sandbox | arguments.sandbox;
            serve(config).await?;
        }
        Some(Command::Migrate) => {
            open(&config).await?.close().await;
            say("The database is up to date.");
        }
        Some(Command::Demo { large }) => fill(&config, large).await?,
        Some(Command::Doctor) => return Ok(examine(&config).await),
        Some(Command::Prices { command: Prices::Import { file, month, dry_run } }) => {
            config.sandbox |= arguments.sandbox;
            return import_prices(&config, &file, &month, dry_run).await;
        }
        Some(Command::Billing { command: Billing::Replay { file } }) => return replay(&file),
    }
    Ok(ExitCode::SUCCESS)
}

/// Prints the invoices of the history in `file`.
fn replay(file: &Path) -> Result<ExitCode> {
    /// The history is refused.
    const REFUSED: u8 = 2;
    let bytes =
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let invoices = match String::from_utf8(bytes) {
        Ok(history) => domain::billing::replay(&history).map_err(|refused| refused.to_string()),
        Err(_) => Err("- err-history-form\nthe file is not UTF-8".to_owned()),
    };
    match invoices {
        Ok(text) => {
            io::stdout().write_all(text.as_bytes()).context("the invoices cannot be written")?;
            Ok(ExitCode::SUCCESS)
        }
        Err(refused) => {
            writeln!(io::stderr(), "{refused}")?;
            Ok(ExitCode::from(REFUSED))
        }
    }
}

/// Publishes what the table in `file` says, or tells what it would do.
async fn import_prices(
    config: &Config,
    file: &Path,
    month: &str,
    dry_run: bool,
) -> Result<ExitCode> {
    let content =
        std::fs::read(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let clock = Arc::new(SystemClock::default());
    let system = system(config, open(config).await?, Arc::clone(&clock));
    if config.sandbox {
        Sandbox::new(clock).load(&system).await.context("the sandbox's clock cannot be read")?;
    }
    let outcome = prices::run(&system, content, month, dry_run).await;
    system.close().await;
    for line in &outcome.lines {
        say(line);
    }
    match outcome.refused {
        None => Ok(ExitCode::SUCCESS),
        Some(why) => {
            writeln!(io::stderr(), "{why}")?;
            Ok(ExitCode::from(prices::REFUSED))
        }
    }
}

/// The database of `config`, with its schema up to date.
async fn open(config: &Config) -> Result<Store> {
    let url = config.database_url.reveal();
    if let Some(file) = url.strip_prefix("sqlite:")
        && let Some(folder) = Path::new(file.trim_start_matches("//")).parent()
    {
        std::fs::create_dir_all(folder)
            .with_context(|| format!("the folder {} cannot be made", folder.display()))?;
    }
    let store = Store::open(url, config.connections)
        .await
        .context("the database cannot be opened; check DATABASE_URL")?;
    store.migrate().await.context("the database cannot be brought up to date")?;
    Ok(store)
}

fn system(config: &Config, store: Store, clock: Arc<SystemClock>) -> System {
    System::new(store, clock, Arc::new(RandomIds), config.policy())
}

async fn serve(config: Config) -> Result<()> {
    for setting in config.shown() {
        info!(setting = setting.variable, value = setting.value, "a setting");
    }
    let site = Site::open(&config.site_root)?;
    let clock = Arc::new(SystemClock::default());
    let system = system(&config, open(&config).await?, Arc::clone(&clock));
    let sandbox = config.sandbox.then(|| Sandbox::new(clock));
    if let Some(sandbox) = &sandbox {
        sandbox.load(&system).await.context("the sandbox's clock cannot be read")?;
    }
    let mail_server = MailServer::of(&config)?;
    let listen = config.listen;
    let patience = Duration::from_secs(config.shutdown_seconds.into());
    let listener = TcpListener::bind(listen)
        .await
        .with_context(|| format!("nothing can listen on {listen}; set PORTAL_LISTEN"))?;
    let address = listener.local_addr()?;
    let portal = Portal::new(system, config, site, sandbox);
    let (stop, stopping) = watch::channel(false);
    let scheduler = jobs::start(portal.clone(), mail_server, stopping.clone());
    let router = web::router(portal.clone());
    info!(%address, "listening on http://{address}");

    let listener = listener.tap_io(|connection| {
        // Answers are written whole: waiting for more to send only delays them.
        let _ = connection.set_nodelay(true);
    });
    let service = router.into_make_service_with_connect_info::<SocketAddr>();
    let mut asked = stopping.clone();
    let serving = axum::serve(listener, service).with_graceful_shutdown(async move {
        let _ = asked.wait_for(|stop| *stop).await;
    });
    let mut serving = tokio::spawn(serving.into_future());
    tokio::select! {
        ended = &mut serving => ended??,
        () = told_to_stop() => {
            info!("stopping; running requests get {} seconds", patience.as_secs());
            let _ = stop.send(true);
            if tokio::time::timeout(patience, &mut serving).await.is_err() {
                serving.abort();
            }
        }
    }
    let _ = stop.send(true);
    let _ = scheduler.await;
    portal.system().close().await;
    info!("stopped");
    Ok(())
}

/// Waits for Ctrl-C or for the service manager.
async fn told_to_stop() {
    let terminated = async {
        match signal(SignalKind::terminate()) {
            Ok(mut terminated) => terminated.recv().await,
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminated => {}
    }
}

async fn fill(config: &Config, large: Option<u32>) -> Result<()> {
    let clock = Arc::new(SystemClock::default());
    let system = system(config, open(config).await?, Arc::clone(&clock));
    Sandbox::new(clock).begin(&system, demo::first_moment()).await?;
    demo::load(&system).await?;
    say_accounts();
    if let Some(count) = large {
        let new = demo::large(&system, count, |done| say(&format!("{done} customers"))).await?;
        say(&format!("{new} new customers."));
    }
    system.close().await;
    Ok(())
}

/// Who can sign in to the demo, and where.
fn say_accounts() {
    say(&format!("Demo accounts (all invented); the password is {} everywhere:", demo::PASSWORD));
    for account in demo::demo_accounts() {
        let surface = account.roles.surface();
        let place = app::context::at(surface, "/sign-in");
        say(&format!("  {place:<18} {:<44} {}", account.sign_in, account.roles.as_text()));
    }
}

async fn examine(config: &Config) -> ExitCode {
    let findings = doctor::examine(config, SystemClock::default().wall()).await;
    for finding in &findings {
        say(&finding.to_string());
    }
    if findings.iter().all(|finding| finding.result.is_ok()) {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

/// Tells the person at the terminal, who may have gone.
fn say(words: &str) {
    let _ = writeln!(io::stdout(), "{words}");
}

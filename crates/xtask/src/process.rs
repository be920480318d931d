//! Other programs: started so that the reader sees them, and never left behind.
//!
//! Each program gets a process group of its own. An interrupt ends those groups with all
//! they have started; the call that waits then fails, and whoever holds something that
//! needs putting away (a database, a server) does so on the way out.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::io::{self, BufRead, BufReader};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

/// The process groups that an interrupt ends.
static RUNNING: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());
static INTERRUPTED: AtomicBool = AtomicBool::new(false);

/// How long a program may take to end in good order before it is killed.
const PATIENCE: Duration = Duration::from_secs(8);

/// From here on, an interrupt (Ctrl-C, a closed terminal, `kill`) ends what is running
/// instead of this process, which then fails and puts away what it holds.
///
/// # Errors
///
/// If the system refuses the handler.
pub fn stop_on_interrupt() -> Result<()> {
    ctrlc::set_handler(|| {
        if INTERRUPTED.swap(true, Ordering::SeqCst) {
            signal_all(Signal::SIGKILL);
            return;
        }
        signal_all(Signal::SIGTERM);
        thread::spawn(|| {
            thread::sleep(PATIENCE);
            signal_all(Signal::SIGKILL);
        });
    })
    .context("cannot watch for interrupts")
}

/// Whether the reader has asked to stop.
pub fn interrupted() -> bool {
    INTERRUPTED.load(Ordering::SeqCst)
}

fn running() -> MutexGuard<'static, BTreeSet<i32>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn signal_all(signal: Signal) {
    for &group in &*running() {
        send(group, signal);
    }
}

/// A group that has ended in the meantime is what was wanted.
fn send(group: i32, signal: Signal) {
    let _ = killpg(Pid::from_raw(group), signal);
}

/// A program about to be started.
#[derive(Debug)]
pub struct Program {
    command: Command,
    limit: Option<Duration>,
    outlives_interrupt: bool,
}

impl Program {
    /// `name` as found on `PATH`, or a path.
    pub fn new(name: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(name);
        command.stdin(Stdio::null()).process_group(0);
        Self { command, limit: None, outlives_interrupt: false }
    }

    /// With one more argument.
    pub fn arg(mut self, arg: impl AsRef<OsStr>) -> Self {
        self.command.arg(arg);
        self
    }

    /// With more arguments.
    pub fn args<A: AsRef<OsStr>>(mut self, args: impl IntoIterator<Item = A>) -> Self {
        self.command.args(args);
        self
    }

    /// With `name` set in its environment.
    pub fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Without `name` in its environment.
    pub fn without_env(mut self, name: &str) -> Self {
        self.command.env_remove(name);
        self
    }

    /// Started in `folder`.
    pub fn dir(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// Run as another user, which only root can.
    pub fn user(mut self, user: u32, group: u32) -> Self {
        self.command.uid(user).gid(group);
        self
    }

    /// Killed when it takes longer.
    pub fn within(mut self, limit: Duration) -> Self {
        self.limit = Some(limit);
        self
    }

    /// Ended by its [`Running`] alone, after the programs that use it.
    pub fn outlives_interrupt(mut self) -> Self {
        self.outlives_interrupt = true;
        self
    }

    /// Its words go to `file` instead of the terminal.
    ///
    /// # Errors
    ///
    /// If the file cannot be shared.
    pub fn log_to(mut self, file: &std::fs::File) -> Result<Self> {
        self.command.stdout(file.try_clone()?).stderr(file.try_clone()?);
        Ok(self)
    }

    /// As one would type it.
    pub fn line(&self) -> String {
        let words = std::iter::once(self.command.get_program()).chain(self.command.get_args());
        words.map(|word| quoted(&word.to_string_lossy())).collect::<Vec<_>>().join(" ")
    }

    /// Runs it to its end, its words on the terminal.
    ///
    /// # Errors
    ///
    /// If it cannot start, does not succeed, or is interrupted.
    pub fn run(self) -> Result<()> {
        let line = self.line();
        let status = self.start()?.wait()?;
        succeeded(&line, status)
    }

    /// Runs it to its end and returns what it wrote to standard output.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run); the error quotes what it complained about.
    pub fn read(mut self) -> Result<String> {
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let line = self.line();
        let output = self.command.output().with_context(|| cannot_start(&line))?;
        succeeded(&line, output.status)
            .with_context(|| String::from_utf8_lossy(&output.stderr).trim().to_owned())?;
        Ok(String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Runs it without a word; whether it succeeded.
    pub fn succeeds(mut self) -> bool {
        self.command.stdout(Stdio::null()).stderr(Stdio::null());
        self.start().and_then(Running::wait).is_ok_and(|status| status.success())
    }

    /// Runs it to its end; every line goes to the terminal and then to `seen`.
    ///
    /// # Errors
    ///
    /// As [`run`](Self::run).
    pub fn watch(mut self, mut seen: impl FnMut(&str)) -> Result<()> {
        let line = self.line();
        let (reader, writer) = io::pipe()?;
        self.command.stdout(writer.try_clone()?).stderr(writer);
        let child = self.start()?;
        for text in BufReader::new(reader).split(b'\n') {
            let text = text?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            seen(&text);
        }
        succeeded(&line, child.wait()?)
    }

    /// Starts it and returns at once.
    ///
    /// # Errors
    ///
    /// If it cannot start.
    pub fn start(mut self) -> Result<Running> {
        let line = self.line();
        if interrupted() && !self.outlives_interrupt {
            bail!("interrupted before `{line}`");
        }
        let child = self.command.spawn().with_context(|| cannot_start(&line))?;
        // The command holds the pipe's end for writing; its reader waits for the last of them.
        drop(self.command);
        let group = i32::try_from(child.id()).context("process ids fit")?;
        if !self.outlives_interrupt {
            running().insert(group);
            if interrupted() {
                send(group, Signal::SIGTERM);
            }
        }
        Ok(Running { child, group, line, limit: self.limit })
    }
}

fn cannot_start(line: &str) -> String {
    format!("cannot start `{line}`; is the program installed?")
}

fn succeeded(line: &str, status: ExitStatus) -> Result<()> {
    if interrupted() {
        bail!("interrupted during `{line}`");
    }
    if !status.success() {
        bail!("`{line}` failed ({status})");
    }
    Ok(())
}

fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || "-_=+./:,@%".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

/// A program that is running. Dropping it ends it, with all that it has started.
#[derive(Debug)]
pub struct Running {
    child: Child,
    group: i32,
    line: String,
    limit: Option<Duration>,
}

impl Running {
    /// Waits for its end.
    ///
    /// # Errors
    ///
    /// If it takes longer than it may.
    pub fn wait(mut self) -> Result<ExitStatus> {
        let Some(limit) = self.limit else { return Ok(self.child.wait()?) };
        let started = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait()? {
                return Ok(status);
            }
            if started.elapsed() > limit {
                bail!("`{}` took longer than {} s", self.line, limit.as_secs());
            }
            thread::sleep(Duration::from_millis(100));
        }
    }

    /// How it ended, if it has.
    ///
    /// # Errors
    ///
    /// If the system does not say.
    pub fn ended(&mut self) -> Result<Option<ExitStatus>> {
        Ok(self.child.try_wait()?)
    }

    /// Asks it to end with `signal`, and kills it when it does not listen.
    pub fn stop(&mut self, signal: Signal) {
        if matches!(self.child.try_wait(), Ok(None)) {
            send(self.group, signal);
            let asked = Instant::now();
            while asked.elapsed() < PATIENCE && matches!(self.child.try_wait(), Ok(None)) {
                thread::sleep(Duration::from_millis(20));
            }
        }
        // What it started may outlive it.
        send(self.group, Signal::SIGKILL);
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop(Signal::SIGTERM);
        running().remove(&self.group);
    }
}

/// The folders of `PATH`, those of `first` before them.
pub fn path_with(first: &Path) -> OsString {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let folders = std::iter::once(first.to_owned()).chain(std::env::split_paths(&rest));
    // Folders that came out of a PATH can be put back into one.
    std::env::join_paths(folders).unwrap_or(rest)
}

/// Where `name` is on `PATH`.
pub fn find(name: &str) -> Option<std::path::PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(name)).find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_names_the_command_as_one_would_type_it() {
        let failure = Program::new("sh").args(["-c", "exit 3"]).run().unwrap_err();
        assert_eq!(failure.to_string(), "`sh -c 'exit 3'` failed (exit status: 3)");
    }

    #[test]
    fn every_line_is_seen_in_order() {
        let mut lines = Vec::new();
        let script = "echo one; echo two >&2; echo three";
        Program::new("sh").args(["-c", script]).watch(|line| lines.push(line.to_owned())).unwrap();
        assert_eq!(lines, ["one", "two", "three"]);
    }

    #[test]
    fn a_program_that_takes_too_long_is_ended_with_its_children() {
        let marker = format!("{}.5", 1000 + std::process::id());
        let script = format!("sleep {marker} & sleep {marker}");
        let limit = Duration::from_millis(300);
        let ended = Program::new("sh").args(["-c", &script]).within(limit).run();
        assert!(ended.is_err());
        assert!(!Program::new("pgrep").args(["-f", &format!("sleep {marker}")]).succeeds());
    }
}

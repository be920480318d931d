//! `partner-center billing replay`, as somebody runs it.

use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

fn replay(file: &Path) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_partner-center"));
    program.args(["billing", "replay"]).arg(file).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

#[test]
fn the_example_of_the_book_is_printed_byte_for_byte() {
    let folder =
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../crates/domain/tests/billing_replay");
    let expected = std::fs::read_to_string(folder.join("book.invoices.json")).unwrap();
    let output = replay(&folder.join("book.json"));
    assert!(output.status.success(), "{}", text(&output.stderr));
    assert_eq!(text(&output.stdout), expected);
    assert!(output.stderr.is_empty());
}

#[test]
fn a_refused_history_prints_nothing_and_names_the_event() {
    let folder = TempDir::new().unwrap();
    for (name, bytes, expected) in [
        ("empty.json", &b""[..], "- err-history-form"),
        ("latin.json", &b"\xe9"[..], "- err-history-form"),
    ] {
        let file = folder.path().join(name);
        std::fs::write(&file, bytes).unwrap();
        let output = replay(&file);
        assert_eq!(output.status.code(), Some(2), "{name}");
        assert!(output.stdout.is_empty(), "{name}");
        assert_eq!(text(&output.stderr).lines().next(), Some(expected), "{name}");
    }
}

#[test]
fn a_file_that_is_not_there_is_said_to_be() {
    let output = replay(Path::new("/nowhere/history.json"));
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).contains("/nowhere/history.json"));
}

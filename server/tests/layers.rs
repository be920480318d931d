//! Who may use whom: the manifests follow the table of docs/ARCHITECTURE.md, "Who may use whom".

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use toml::{Table, Value};

/// A crate: its folder, which of ours it may use, and what it may never use.
struct Layer {
    folder: &'static str,
    ours: &'static [&'static str],
    never: &'static [&'static str],
}

/// From the bottom up.
const LAYERS: [Layer; 9] = [
    Layer {
        folder: "crates/domain",
        ours: &[],
        never: &["axum", "getrandom", "leptos", "rand", "sqlx", "tokio"],
    },
    Layer {
        folder: "crates/i18n",
        ours: &["domain"],
        never: &["axum", "leptos", "sqlx", "web-sys"],
    },
    Layer {
        folder: "crates/storage",
        ours: &["domain"],
        never: &["axum", "fluent-bundle", "leptos", "tracing"],
    },
    Layer {
        folder: "crates/services",
        ours: &["domain", "storage"],
        never: &["axum", "fluent-bundle", "http", "leptos", "sqlx"],
    },
    Layer { folder: "app", ours: &["domain", "i18n", "services"], never: &["sqlx", "storage"] },
    Layer { folder: "frontend", ours: &["app", "i18n"], never: &["axum", "sqlx", "tokio"] },
    Layer {
        folder: "server",
        ours: &["app", "domain", "i18n", "services", "storage"],
        never: &["sqlx"],
    },
    Layer {
        folder: "crates/testkit",
        ours: &["domain", "services", "storage"],
        never: &["axum", "leptos"],
    },
    Layer { folder: "crates/xtask", ours: &[], never: &["axum", "leptos", "sqlx"] },
];

fn manifest(folder: &str) -> Table {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let path = root.join(folder).join("Cargo.toml");
    fs::read_to_string(path).unwrap().parse().unwrap()
}

/// The names under `section`, also those for one platform only.
fn used(manifest: &Table, section: &str) -> BTreeSet<String> {
    let names = |table: &Value| -> Vec<String> {
        let table = table.get(section).and_then(Value::as_table);
        table.map(|table| table.keys().cloned().collect()).unwrap_or_default()
    };
    let whole = Value::Table(manifest.clone());
    let platforms = manifest.get("target").and_then(Value::as_table);
    let platforms = platforms.into_iter().flatten().map(|(_, table)| names(table));
    names(&whole).into_iter().chain(platforms.flatten()).collect()
}

fn our_crates() -> BTreeSet<&'static str> {
    LAYERS.iter().map(|layer| layer.folder.rsplit('/').next().unwrap_or_default()).collect()
}

#[test]
fn each_crate_uses_only_what_stands_below_it() {
    let ours = our_crates();
    for Layer { folder, ours: allowed, never } in LAYERS {
        let used = used(&manifest(folder), "dependencies");
        let used: BTreeSet<&str> = used.iter().map(String::as_str).collect();
        let sideways: Vec<_> =
            used.iter().filter(|name| ours.contains(*name) && !allowed.contains(name)).collect();
        assert!(sideways.is_empty(), "{folder} may not use {sideways:?}");
        let forbidden: Vec<_> = used.iter().filter(|name| never.contains(name)).collect();
        assert!(forbidden.is_empty(), "{folder} may never use {forbidden:?}");
    }
}

#[test]
fn every_member_of_the_workspace_has_its_place() {
    let root = manifest("");
    let members = root["workspace"]["members"].as_array().unwrap();
    let members = members.iter().filter_map(Value::as_str).flat_map(folders);
    let places: BTreeSet<_> = LAYERS.iter().map(|layer| layer.folder.to_owned()).collect();
    assert_eq!(members.collect::<BTreeSet<_>>(), places);
}

/// The folders that `member` names, which may end with a star.
fn folders(member: &str) -> Vec<String> {
    let Some(parent) = member.strip_suffix("/*") else { return vec![member.to_owned()] };
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let entries = fs::read_dir(root.join(parent)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.map(|name| format!("{parent}/{name}")).collect()
}

#[test]
fn testkit_is_for_tests_only() {
    for Layer { folder, .. } in LAYERS {
        let manifest = manifest(folder);
        for section in ["dependencies", "build-dependencies"] {
            assert!(!used(&manifest, section).contains("testkit"), "{folder}, {section}");
        }
    }
}

#[test]
fn the_browser_never_carries_the_server() {
    let app = manifest("app");
    let dependencies = app["dependencies"].as_table().unwrap();
    for name in ["axum", "leptos_axum", "services"] {
        let optional = dependencies[name].get("optional").and_then(Value::as_bool);
        assert_eq!(optional, Some(true), "{name} comes with `ssr` only");
    }
    let server = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web.rs"));
    assert!(!server.unwrap().contains("storage::"), "the doors do not reach below the use cases");
}

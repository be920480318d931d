//! Whatever this crate names by a message id built here has words in every language.

use domain::access::{Access, Action, Role, Surface};
use domain::error::Coded as _;
use domain::input::{Fault, Province};

const FAULTS: [Fault; 19] = [
    Fault::Required,
    Fault::TooLong { max: 50 },
    Fault::ControlCharacter,
    Fault::CompanyName,
    Fault::UsccFormat,
    Fault::UsccCheck,
    Fault::Address,
    Fault::Province,
    Fault::City,
    Fault::Postcode,
    Fault::PersonName,
    Fault::Email,
    Fault::Phone,
    Fault::MpnId,
    Fault::DomainPrefix,
    Fault::WebAddress,
    Fault::NotWhole,
    Fault::Nickname,
    Fault::Password,
];

/// The ids of the messages in `locales/<tag>/<file>.ftl`.
fn ids(tag: &str, file: &str) -> Vec<String> {
    let path = format!("{}/../../locales/{tag}/{file}.ftl", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|fault| panic!("{path}: {fault}"));
    let id = |line: &str| line.split_once(" = ").map(|(id, _)| id.to_owned());
    let mut ids: Vec<String> = text.lines().filter_map(id).collect();
    ids.sort_unstable();
    ids
}

fn sorted<'a>(ids: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut ids: Vec<String> = ids.map(str::to_owned).collect();
    ids.sort_unstable();
    ids
}

#[test]
fn every_role_action_and_surface_has_a_name() {
    let roles: Vec<&str> = Role::all().map(Role::message).collect();
    let levels = [Access::Denied, Access::ReadOnly, Access::Allowed].map(Access::message);
    let surfaces = Surface::ALL.iter().map(|surface| surface.message());
    let actions = Action::ALL.iter().map(|action| action.message());
    let named = sorted(roles.into_iter().chain(levels).chain(surfaces).chain(actions));
    for tag in ["en", "fr", "zh-CN"] {
        assert_eq!(ids(tag, "access"), named, "{tag}");
    }
}

#[test]
fn every_fault_and_every_province_has_words() {
    let faults: Vec<_> = FAULTS.iter().map(|fault| fault.code().key).collect();
    let faults = faults.iter().map(AsRef::as_ref);
    let named = sorted(faults.chain(Province::ALL.iter().map(|province| province.message())));
    for tag in ["en", "fr", "zh-CN"] {
        assert_eq!(ids(tag, "input"), named, "{tag}");
    }
}

#[test]
fn a_fault_of_a_field_is_an_invalid_property() {
    for fault in FAULTS {
        let code = fault.code();
        assert_eq!((code.number, code.status), (3000, 400), "{fault}");
    }
}

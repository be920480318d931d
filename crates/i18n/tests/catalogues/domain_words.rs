//! What the domain calls by an id of its own making has a name in every language.

use domain::access::{Action, Role, Surface};
use domain::input::Province;
use i18n::{Language, Locale};

#[test]
fn actions_roles_surfaces_and_provinces_have_names() {
    let actions = Action::ALL.iter().map(|action| action.message());
    let surfaces = Surface::ALL.iter().map(|surface| surface.message());
    let provinces = Province::ALL.iter().map(|province| province.message());
    let roles = Role::all().map(Role::message);
    for id in actions.chain(roles).chain(surfaces).chain(provinces) {
        for language in Language::ALL {
            assert!(Locale::new(language).say_dynamic(id).is_some(), "{language} {id}");
        }
    }
}

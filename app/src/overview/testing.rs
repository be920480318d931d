//! A page load for tests of components.

use domain::access::{PartnerRoles, Surface};
use domain::account::{Actor, Roles, Viewer};
use domain::ids::UserId;
use i18n::{Language, Locale};
use leptos::prelude::*;
use leptos_meta::provide_meta_context;
use uuid::Uuid;

use crate::context::{PageContext, provide};

/// What `render` returns in Partner Center, for a reader with `roles` or for nobody.
pub(super) fn with_reader(
    roles: Option<PartnerRoles>,
    language: Language,
    render: impl FnOnce() -> String,
) -> String {
    let viewer = roles.map(|roles| Viewer {
        actor: Actor::new(
            UserId::from(Uuid::nil()),
            Uuid::from_u128(1),
            Roles::Partner(roles),
            false,
        ),
        family_name: "王".to_owned(),
        given_name: "建国".to_owned(),
        sign_in_name: "wang.jianguo@haiyun.partner.onmschina.cn".to_owned(),
        company: "上海海云信息技术有限公司".to_owned(),
        shortcuts: true,
        demo: false,
    });
    let page = PageContext {
        surface: Surface::PartnerCenter,
        viewer,
        theme: None,
        menu_folded: false,
        today: "2019-06-10".parse().expect("a day"),
        sandbox: false,
        operator: "21Vianet".to_owned(),
        kept: None,
        done: None,
        entry: false,
        failure: None,
        told: None,
    };
    Owner::new().with(|| {
        provide_meta_context();
        provide_context(Locale::new(language));
        provide(page);
        // Marks for the browser stand between words and tags.
        render().replace("<!>", "")
    })
}

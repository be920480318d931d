//! What the portal is, for visitors who have not signed in.

use domain::error::Arg;
use leptos::prelude::*;

use crate::context::with_page;
use crate::frame::PageHead;
use crate::ui::{ButtonKind, Card, Glyph, Icon, LinkButton};

/// The front door: what this is, who runs it, and the ways in.
///
/// Source: domain book, "index" (content that must be present).
#[component]
pub(super) fn Welcome() -> impl IntoView {
    let operator = with_page(|page| Arg::Text(page.operator.clone()));
    let actions = view! {
        <LinkButton href="#guide" attr:rel="external">
            <Icon glyph=Glyph::Document />
            {t!("welcome-read-guide")}
        </LinkButton>
        <LinkButton href="#enrol" attr:rel="external">
            {t!("welcome-enrol")}
        </LinkButton>
        <a class=ButtonKind::Main.class() href="/sign-in" rel="external">
            {t!("frame-sign-in")}
        </a>
    };
    view! {
        <div class="page welcome">
            <PageHead
                title=t!("welcome-title", operator = operator.clone())
                text=t!("welcome-text", operator = operator.clone())
                actions=actions.into_any()
            />
            <div class="beside beside--facts">
                <div class="stack">
                    <section class="prose">
                        <h2>{t!("welcome-about")}</h2>
                        <p>{t!("welcome-operator", operator = operator.clone())}</p>
                        <ul>
                            <li>{t!("welcome-data")}</li>
                            <li>{t!("welcome-law")}</li>
                            <li>{t!("welcome-enrolled")}</li>
                        </ul>
                    </section>
                    <section class="prose" id="guide">
                        <h2>{t!("welcome-guide")}</h2>
                        <p>{t!("welcome-guide-text")}</p>
                        <dl>
                            <dt>{t!("welcome-program-guide")}</dt>
                            <dd>{t!("welcome-program-guide-text")}</dd>
                            <dt>{t!("welcome-agreement")}</dt>
                            <dd>{t!("welcome-agreement-text")}</dd>
                        </dl>
                        <p>{t!("welcome-guide-where", operator = operator.clone())}</p>
                    </section>
                    <section class="prose" id="enrol">
                        <h2>{t!("welcome-enrol-title")}</h2>
                        <p>{t!("welcome-enrol-text")}</p>
                        <ul>
                            <li>{t!("welcome-enrol-admin")}</li>
                            <li>{t!("welcome-enrol-mpn")}</li>
                            <li>{t!("welcome-enrol-support")}</li>
                        </ul>
                        <p>{t!("welcome-enrol-where", operator = operator)}</p>
                    </section>
                </div>
                <Entrances />
            </div>
        </div>
    }
}

/// Where to sign in: each surface is a page load of its own.
#[component]
fn Entrances() -> impl IntoView {
    let entrances = [
        ("/sign-in", t!("access-surface-partner-center"), t!("welcome-for-partners")),
        ("/admin/sign-in", t!("access-surface-admin-center"), t!("welcome-for-customers")),
        ("/operator/sign-in", t!("access-surface-back-office"), t!("welcome-for-staff")),
    ];
    let entrances = entrances.map(|(href, name, text)| {
        view! {
            <li>
                <a href=href rel="external">
                    {name}
                </a>
                <small class="quiet">{text}</small>
            </li>
        }
    });
    view! {
        <Card title=t!("frame-sign-in")>
            <ul class="welcome__entrances">{entrances.collect_view()}</ul>
        </Card>
    }
}

#[cfg(all(test, feature = "ssr"))]
mod tests {
    use i18n::Language;

    use super::*;
    use crate::overview::testing::with_reader;

    #[test]
    fn the_welcome_has_both_calls_to_action_in_three_languages() {
        for (language, guide, enrol, sign_in) in [
            (Language::En, "Read the program guide and agreement", "Enroll", "Sign in"),
            (
                Language::Fr,
                "Lire le guide du programme et le contrat",
                "S’inscrire",
                "Se connecter",
            ),
            (Language::ZhCn, "阅读计划指南和协议", "注册", "登录"),
        ] {
            let html = with_reader(None, language, || view! { <Welcome /> }.to_html());
            for words in [guide, enrol, sign_in] {
                assert!(html.contains(&format!("{words}</a>")), "{language}: {words}: {html}");
            }
            // No link leads nowhere.
            for section in ["guide", "enrol"] {
                assert!(html.contains(&format!("href=\"#{section}\"")), "{language}: {html}");
                assert!(html.contains(&format!("id=\"{section}\"")), "{language}: {html}");
            }
        }
    }
}

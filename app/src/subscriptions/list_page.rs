//! A customer's subscriptions: the page that opens when a customer is chosen.

use domain::catalogue::Unit;
use domain::error::{Arg, Entity, Error};
use domain::ids::CustomerId;
use domain::subscriptions::{ForeignRow, Status, SubscriptionRow, SubscriptionsView};
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::{LazyRoute, lazy_route};

use super::server_fns::list_subscriptions;
use super::words;
use crate::customers::{CustomerHead, CustomerTab};
use crate::frame::ErrorPage;
use crate::ui::{
    Banner, BlockedButton, ButtonKind, CellKind, Column, DataTable, DownloadLink, EmptyState,
    Glyph, LinkButton, Markup, Shape, Skeleton, Tone,
};

/// The page of a customer's subscriptions.
pub struct SubscriptionsPage;

#[lazy_route]
impl LazyRoute for SubscriptionsPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let SubscriptionsPage = this;
        let params = use_params_map();
        let customer = move || params.with(|params| params.get("customer"));
        let found = Resource::new(customer, |customer| async move {
            match customer.and_then(|id| id.parse().ok()) {
                Some(customer) => list_subscriptions(customer).await,
                None => Err(Error::NotFound { entity: Entity::Customer }.into()),
            }
        });
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || Suspend::new(async move {
                    match found.await {
                        Ok(found) => Either::Left(view! { <Subscriptions found /> }),
                        Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                    }
                })}
            </Transition>
        }
        .into_any()
    }
}

/// Where an order is begun.
fn order_page(customer: CustomerId) -> String {
    format!("/customers/{customer}/subscriptions/new")
}

#[component]
fn Subscriptions(found: SubscriptionsView) -> impl IntoView {
    let SubscriptionsView { customer, customer_name, rows, foreign, order, export } = found;
    let actions = match words::why_not(&order) {
        Some(reason) => {
            let label = t!("subs-add");
            view! { <BlockedButton id="add-why" label reason /> }.into_any()
        }
        None => view! {
            <LinkButton href=order_page(customer) kind=ButtonKind::Main>
                {t!("subs-add")}
            </LinkButton>
        }
        .into_any(),
    };
    let nothing = rows.is_empty() && foreign.is_empty();
    let body = if nothing {
        let orderable = order.is_allowed();
        view! { <Nothing customer orderable /> }.into_any()
    } else {
        let export = (export.is_allowed() && !rows.is_empty()).then(|| exports(customer));
        view! { <Table customer rows foreign export=export.into_any() /> }.into_any()
    };
    view! {
        <div class="page">
            <CustomerHead
                id=customer
                name=customer_name
                current=CustomerTab::Subscriptions
                actions
            />
            <Ordered />
            <section class="page__section">
                <h2>{t!("subs-title")}</h2>
                <p class="quiet">{t!("subs-list-text")}</p>
                {body}
            </section>
        </div>
    }
}

/// That an order has just been placed.
#[component]
fn Ordered() -> impl IntoView {
    let query = use_query_map();
    let number = query.with_untracked(|query| query.get("ordered"));
    let number = number.and_then(|number| number.parse::<u32>().ok());
    number.map(|number| {
        // An order number is a name: its digits are not grouped.
        let title = t!("subs-ordered", number = Arg::Text(number.to_string()));
        view! {
            <Banner tone=Tone::Positive title>
                <p>{t!("subs-ordered-text")}</p>
            </Banner>
        }
    })
}

fn exports(customer: CustomerId) -> impl IntoView {
    let links = [("csv", t!("subs-export-csv")), ("xlsx", t!("subs-export-xlsx"))];
    let links = links.map(|(kind, name)| {
        let href = format!("/files/subscriptions.{kind}?customer={customer}");
        view! { <DownloadLink href name /> }
    });
    links.collect_view()
}

#[component]
fn Nothing(
    /// Of whom.
    customer: CustomerId,
    /// Whether this reader can order.
    orderable: bool,
) -> impl IntoView {
    view! {
        <EmptyState glyph=Glyph::Package title=t!("subs-none") text=t!("subs-none-text")>
            {orderable
                .then(|| {
                    view! {
                        <LinkButton href=order_page(customer)>{t!("subs-add")}</LinkButton>
                    }
                })}
        </EmptyState>
    }
}

/// The columns' names, said once for all rows.
pub(super) struct Labels {
    status: String,
    quantity: String,
    assigned: String,
    start: String,
    renewal: String,
    add_ons: String,
}

impl Labels {
    pub(super) fn new() -> Self {
        Self {
            status: t!("subs-status"),
            quantity: t!("subs-quantity"),
            assigned: t!("subs-assigned"),
            start: t!("subs-start"),
            renewal: t!("subs-renewal"),
            add_ons: t!("subs-add-ons"),
        }
    }

    pub(super) fn columns(&self, add_ons: bool) -> Vec<Column> {
        let mut columns = vec![
            Column::new(t!("subs-subscription"), CellKind::Main),
            Column::new(self.status.clone(), CellKind::Text),
            Column::new(self.quantity.clone(), CellKind::Number),
            Column::new(self.assigned.clone(), CellKind::Number),
            Column::new(self.start.clone(), CellKind::Text),
            Column::new(self.renewal.clone(), CellKind::Text),
        ];
        if add_ons {
            columns.push(Column::new(self.add_ons.clone(), CellKind::Number));
        }
        columns
    }
}

#[component]
fn Table(
    customer: CustomerId,
    rows: Vec<SubscriptionRow>,
    foreign: Vec<ForeignRow>,
    export: AnyView,
) -> impl IntoView {
    let labels = Labels::new();
    let mut markup = Markup::default();
    for one in &rows {
        row(&mut markup, &labels, customer, one, true);
    }
    for other in &foreign {
        foreign_row(&mut markup, &labels, other);
    }
    let columns = labels.columns(true);
    view! { <DataTable caption=t!("subs-title") columns tools=export rows=markup /> }
}

/// A row of the partner's own.
///
/// What belongs together is one element, so that it stays together where rows are cards.
pub(super) fn row(
    rows: &mut Markup,
    labels: &Labels,
    customer: CustomerId,
    one: &SubscriptionRow,
    add_ons: bool,
) {
    let over = one.status == Status::Deleted;
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.link(&words::page(customer, one.id), &one.name);
            if one.name != one.offer_name {
                cell.note(&one.offer_name);
            }
            if one.parent.is_some() && add_ons {
                cell.note(&t!("subs-is-add-on"));
            }
            cell.note(&one.id.to_string());
        });
        row.cell(CellKind::Text, &labels.status, |cell| {
            cell.element("span", &[], |both| {
                let (tone, word, glyph) = words::status(one.status);
                both.status(tone, &word, Some(glyph));
                if let Some(day) = one.deletes_on {
                    both.note(&t!("subs-deletes-on", day = Arg::Text(words::day(day))));
                }
            });
        });
        row.cell(CellKind::Number, &labels.quantity, |cell| {
            cell.element("span", &[], |both| {
                both.text(&words::count(one.quantity));
                if one.unit == Unit::Gigabytes {
                    both.note(&t!("catalogue-unit-gigabytes"));
                }
            });
        });
        row.cell(CellKind::Number, &labels.assigned, |cell| {
            cell.text(&one.assigned.map_or_else(|| "–".to_owned(), words::count));
        });
        row.cell(CellKind::Text, &labels.start, |cell| {
            cell.element("span", &[], |both| {
                both.text(&words::day(one.starts_on));
                if let Some(day) = one.free_until {
                    both.note(&t!("subs-free-until-day", day = Arg::Text(words::day(day))));
                }
            });
        });
        row.cell(CellKind::Text, &labels.renewal, |cell| match (over, one.renews) {
            (true, _) => cell.text("–"),
            (false, true) => cell.text(&words::day(one.renews_on)),
            (false, false) => {
                cell.text(&t!("subs-ends-on", day = Arg::Text(words::day(one.renews_on))));
            }
        });
        if add_ons {
            row.cell(CellKind::Number, &labels.add_ons, |cell| {
                let none = one.parent.is_some() || one.add_ons == 0;
                cell.text(&if none { "–".to_owned() } else { words::count(one.add_ons) });
            });
        }
    });
}

/// A row of another channel: what it is and how it stands, quietly, and nothing to follow.
fn foreign_row(rows: &mut Markup, labels: &Labels, other: &ForeignRow) {
    rows.row(|row| {
        row.cell(CellKind::Main, "", |cell| {
            cell.element("span", &[("class", "quiet")], |name| name.text(&other.name));
            cell.note(&t!("subs-foreign"));
        });
        row.cell(CellKind::Text, &labels.status, |cell| {
            let (_, word, glyph) = words::status(other.status);
            cell.status(Tone::Neutral, &word, Some(glyph));
        });
        let numbers = [&labels.quantity, &labels.assigned];
        for label in numbers {
            row.cell(CellKind::Number, label, |cell| cell.text("–"));
        }
        for label in [&labels.start, &labels.renewal] {
            row.cell(CellKind::Text, label, |cell| cell.text("–"));
        }
        row.cell(CellKind::Number, &labels.add_ons, |cell| cell.text("–"));
    });
}

//! Ordering from a customer's catalogue: first what and how many, then the review.
//!
//! What was chosen stands in the address, so that the review, the way back and the browser's own
//! buttons all work without script.

use domain::access::Action;
use domain::billing::ProposalDraft;
use domain::catalogue::Billing;
use domain::error::{Arg, Entity, Error, FieldError};
use domain::ids::CustomerId;
use domain::input::whole_number;
use domain::money::Money as Sum;
use domain::orders::{
    AvailableOffer, CustomerCatalogue, Limits, OrderDraft, OrderLineDraft, line_field,
};
use domain::subscriptions::check_range;
use i18n::format;
use leptos::either::Either;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
use leptos_router::params::ParamsMap;
use leptos_router::{LazyRoute, lazy_route};

use super::review::Review;
use super::server_fns::{OrderToPlace, find_customer_catalogue};
use crate::billing::{Foreseen, OverLimit};
use crate::context::{can, locale};
use crate::failure::Failure;
use crate::frame::{Crumb, ErrorPage, PageHead};
use crate::ui::{
    BlockedButton, Button, ButtonKind, Cell, CellKind, Column, DataTable, EmptyState, ErrorSummary,
    FormProblem, Glyph, Icon, LinkButton, Money, Shape, Skeleton, StatusBadge, Tone,
};

/// The page on which subscriptions are ordered.
pub struct OrderPage;

#[lazy_route]
impl LazyRoute for OrderPage {
    fn data() -> Self {
        Self
    }

    fn view(this: Self) -> AnyView {
        let OrderPage = this;
        let params = use_params_map();
        let query = use_query_map();
        let customer = move || params.with(|params| params.get("customer"));
        let asked = Memo::new(move |_| (customer(), query.get()));
        let priced = can(Action::EstimateCosts);
        let found = Resource::new(
            move || asked.get(),
            move |(customer, query)| async move {
                let none = Error::NotFound { entity: Entity::Customer };
                let customer = customer.and_then(|id| id.parse().ok()).ok_or(none)?;
                let found = find_customer_catalogue(customer).await?;
                let draft = draft(&found, &query).filter(|_| priced);
                let foreseen = match draft {
                    Some(draft) => Some(Foreseen::of(ProposalDraft::Order(draft)).await),
                    None => None,
                };
                Ok::<_, Failure>((found, foreseen))
            },
        );
        let waiting = || view! { <Skeleton shape=Shape::Table label=t!("loading") /> };
        view! {
            <Transition fallback=waiting>
                {move || {
                    let asked = query.get();
                    Suspend::new(async move {
                        match found.await {
                            Ok((found, foreseen)) => {
                                Either::Left(view! { <Order found asked foreseen /> })
                            }
                            Err(failure) => Either::Right(view! { <ErrorPage failure /> }),
                        }
                    })
                }}
            </Transition>
        }
        .into_any()
    }
}

/// The order that the address asks to be reviewed.
fn draft(found: &OrderToPlace, query: &ParamsMap) -> Option<OrderDraft> {
    if query.get("step").as_deref() != Some("review") {
        return None;
    }
    let lines = found.seen.offers.iter().filter_map(|offer| {
        let id = offer.card.offer.id;
        let quantity = query.get(&line_field(&id)).filter(|typed| !typed.trim().is_empty())?;
        Some(OrderLineDraft { offer: id.to_string(), quantity })
    });
    let (request, customer) = (found.request, found.seen.customer);
    Some(OrderDraft { request, customer, lines: lines.collect(), po_number: String::new() })
}

/// An offer with what was typed beside it.
pub(super) struct Line {
    /// The offer.
    pub(super) offer: AvailableOffer,
    /// What was typed.
    pub(super) typed: String,
    /// The number of units, or what is wrong with it; `None` where nothing was typed.
    pub(super) quantity: Option<Result<u32, FieldError>>,
}

impl Line {
    fn read(offer: AvailableOffer, typed: String) -> Self {
        let field = line_field(&offer.card.offer.id);
        let quantity = (!typed.trim().is_empty()).then(|| {
            let wrong = |fault| FieldError::new(&field, fault);
            let quantity = whole_number(&typed).map_err(wrong)?;
            check_range(&offer.card.offer, quantity, Limits::default())
                .map_err(|refusal| FieldError::new(&field, refusal))?;
            Ok(quantity)
        });
        Self { offer, typed, quantity }
    }

    fn fault(&self) -> Option<&FieldError> {
        self.quantity.as_ref()?.as_ref().err()
    }
}

#[component]
fn Order(
    /// The catalogue.
    found: OrderToPlace,
    /// What stands in the address.
    asked: ParamsMap,
    /// What the order would cost.
    foreseen: Option<Foreseen>,
) -> impl IntoView {
    let OrderToPlace { seen, request } = found;
    let typed = |field: &str| asked.get(field).unwrap_or_default();
    let CustomerCatalogue { customer, customer_name, offers, refused, priced, month, .. } = seen;
    let crumbs = vec![
        Crumb { href: "/customers".to_owned(), name: t!("subs-customers") },
        Crumb { href: format!("/customers/{customer}"), name: customer_name.clone() },
    ];
    let read = |offer: AvailableOffer| {
        let field = line_field(&offer.card.offer.id);
        Line::read(offer, typed(&field))
    };
    let lines: Vec<Line> = offers.into_iter().map(read).collect();
    let review = typed("step") == "review";
    let chosen = lines.iter().any(|line| line.quantity.is_some());
    let right = lines.iter().all(|line| line.fault().is_none());
    let body = if month.is_none() {
        view! {
            <EmptyState
                glyph=Glyph::Package
                title=t!("catalogue-empty")
                text=t!("catalogue-empty-text")
            />
        }
        .into_any()
    } else if review && chosen && right && refused.is_none() {
        let days = (seen.starts_on, seen.first_billed_on);
        let name = customer_name.clone();
        let (credit, ahead) = (seen.credit, seen.ahead);
        view! {
            <Review customer customer_name=name lines priced days request foreseen credit ahead />
        }
        .into_any()
    } else {
        let refused = refused.map(|refusal| locale().say_refusal(&refusal));
        view! {
            <OverLimit credit=seen.credit more=Sum::ZERO />
            <Choice customer lines priced asked=review refused />
        }
        .into_any()
    };
    view! {
        <div class="page">
            <PageHead
                title=t!("order-title")
                text=t!("order-text", customer = Arg::Text(customer_name))
                crumbs
            />
            {body}
        </div>
    }
}

/// What is wrong with what was typed, each with the offer that it is about.
fn faults(lines: &[Line]) -> Vec<FormProblem> {
    let wrong = lines.iter().filter_map(|line| {
        let fault = line.fault()?;
        let words = locale().say_refusal(&fault.refusal);
        let text = format!("{} – {words}", line.offer.card.name);
        Some(FormProblem { field: fault.field.clone(), text })
    });
    let wrong: Vec<_> = wrong.collect();
    if wrong.is_empty() {
        return vec![FormProblem { field: String::new(), text: t!("err-order-empty") }];
    }
    wrong
}

/// The catalogue with a number beside each offer.
#[component]
fn Choice(
    /// For whom.
    customer: CustomerId,
    /// The offers.
    lines: Vec<Line>,
    /// Whether prices are shown.
    priced: bool,
    /// Whether the review was asked for: then something is wrong.
    asked: bool,
    /// Why nothing can be ordered.
    refused: Option<String>,
) -> impl IntoView {
    let problems = if asked { faults(&lines) } else { Vec::new() };
    let mut columns = vec![
        Column::new(t!("catalogue-offer"), CellKind::Main),
        Column::new(t!("order-limits"), CellKind::Number),
    ];
    if priced {
        columns.push(Column::new(t!("catalogue-partner-price"), CellKind::Number));
    }
    columns.push(Column::new(t!("order-quantity"), CellKind::Text));
    let open = refused.is_none();
    let rows = lines.into_iter().map(|line| row(line, priced, open)).collect_view();
    let back = format!("/customers/{customer}");
    let act = match refused {
        Some(reason) => {
            let label = t!("order-review");
            view! { <BlockedButton id="order-why" label reason /> }.into_any()
        }
        None => view! { <Button kind=ButtonKind::Main>{t!("order-review")}</Button> }.into_any(),
    };
    let note = priced.then(|| view! { <p class="note">{t!("catalogue-price-unit")}</p> });
    view! {
        <ErrorSummary title=t!("order-not-ready") problems=Signal::stored(problems) />
        {note}
        <form method="get" class="stack">
            <input type="hidden" name="step" value="review" />
            <DataTable caption=t!("catalogue-title") columns>
                {rows}
            </DataTable>
            <div class="form__actions">
                {act} <LinkButton href=back>{t!("cancel")}</LinkButton>
            </div>
        </form>
    }
}

fn row(line: Line, priced: bool, open: bool) -> impl IntoView {
    let problem = line.fault().map(|fault| locale().say_refusal(&fault.refusal));
    let Line { offer: AvailableOffer { card, unavailable }, typed, .. } = line;
    let id = line_field(&card.offer.id);
    let pinned = card.slot.map(|slot| {
        let word = t!("catalogue-pinned", slot = Arg::Count(slot.into()));
        view! { <StatusBadge tone=Tone::Info word glyph=Glyph::Pin /> }
    });
    let bound = |bound: u32| Arg::Count(bound.into());
    let [min, max] = [card.offer.minimum, card.offer.maximum];
    let limits = if card.offer.billing == Billing::Usage {
        "–".to_owned()
    } else if min == max {
        t!("catalogue-exactly", min = bound(min))
    } else {
        t!("catalogue-range", min = bound(min), max = bound(max))
    };
    let price = priced.then(|| {
        let price = card.prices.filter(|_| card.offer.billing == Billing::License);
        let money = price.map(|prices| {
            let text = format::unit_price(locale().language(), prices.partner);
            view! { <Money text value=prices.partner.to_string() /> }
        });
        view! {
            <Cell label=t!("catalogue-partner-price") kind=CellKind::Number>
                {money}
            </Cell>
        }
    });
    let quantity = match unavailable {
        Some(refusal) => {
            let reason = locale().say_refusal(&refusal);
            view! { <span class="quiet" id=id>{reason}</span> }.into_any()
        }
        None if open => {
            let label = t!("order-quantity-of", offer = Arg::Text(card.name.clone()));
            view! { <Quantity id label typed problem=problem /> }.into_any()
        }
        None => ().into_any(),
    };
    view! {
        <tr class="table__row" role="row">
            <Cell kind=CellKind::Main>
                <a href=format!("/catalog/{}", card.offer.id)>{card.name}</a>
                " "
                {pinned}
                <small class="table__note">{card.offer.code}</small>
            </Cell>
            <Cell label=t!("order-limits") kind=CellKind::Number>
                {limits}
            </Cell>
            {price}
            <Cell label=t!("order-quantity")>{quantity}</Cell>
        </tr>
    }
}

/// How many units of an offer.
#[component]
fn Quantity(
    /// Names the input.
    id: String,
    /// What it counts.
    label: String,
    /// What was typed.
    typed: String,
    /// What is wrong with it.
    problem: Option<String>,
) -> impl IntoView {
    let note = format!("{id}-note");
    let wrong = problem.is_some();
    view! {
        <div class="field field--short" class:field--invalid=wrong>
            <label class="unseen" for=id.clone()>
                {label}
            </label>
            <input
                id=id.clone()
                name=id
                inputmode="numeric"
                autocomplete="off"
                maxlength="10"
                value=typed
                aria-invalid=wrong.then_some("true")
                aria-describedby=note.clone()
            />
            {problem
                .map(|problem| {
                    view! {
                        <p id=note class="field__note">
                            <Icon glyph=Glyph::Alert />
                            <span>{problem}</span>
                        </p>
                    }
                })}
        </div>
    }
}

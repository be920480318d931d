//! Orders: what a customer can be sold, and buying it.
//!
//! Source: domain book, "create-a-new-subscription".

use std::collections::HashMap;

use domain::access::Action;
use domain::billing::Agreed;
use domain::catalogue::Category;
use domain::error::{Error, FieldError, Refusal as Reason};
use domain::ids::{CustomerId, OfferId, OrderId, SubscriptionId};
use domain::input::PurchaseOrder;
use domain::orders::{
    self as rules, AvailableOffer, CustomerCatalogue, CustomerFacts, Holding, Limits, OrderAddOn,
    OrderLine, OrderedView, PlaceOrder, PlacedView, line_field,
};
use domain::subscriptions::{
    EventKind, Status, Subscription, SubscriptionRefusal as Refusal, Term, add_on_term,
    capped_by_parent, check_parent, check_range, ordered_term, trial_term,
};
use storage::offers::Known;
use storage::orders::{self as rows, NewOrder};
use storage::{Tx, catalogue as pins, subscriptions};

use crate::billing::{Chargeable, Outcome, ahead, credit, perform};
use crate::caller::{Caller, Grant};
use crate::failure::{Result, Stored};
use crate::subscriptions::notices::{About, Notice, notify};
use crate::subscriptions::scene::{Scene, Writer};
use crate::subscriptions::shelf::card;
use crate::work::Change;

/// What `customer` can be sold, and why not: base offers, the partner's pinned ones first.
///
/// # Errors
///
/// `Forbidden` without the right to see the catalogue; [`Refusal::NoRelationship`].
pub async fn catalogue(
    caller: &Caller,
    customer: CustomerId,
    language: &str,
) -> Result<CustomerCatalogue> {
    let grant = caller.authorize(Action::SeeCatalogue)?;
    let refused = caller.authorize(Action::CreateSubscription).err().map(reason);
    let mut tx = grant.read().await?;
    let scene = Scene::load(&mut tx, &grant, customer, language).await?;
    let facts = customer_facts(&mut tx, &grant, &scene, customer).await?;
    let pinned = pins::pinned(&mut tx, grant.partner()).await.stored()?.offers;
    let places: HashMap<OfferId, u8> = pinned.iter().copied().zip(1..).collect();
    let priced = grant.actor().can(Action::SeePartnerPrices);
    let mut offers: Vec<_> = scene
        .shelf
        .all()
        .iter()
        .filter(|known| known.prices.is_some() && !known.offer.add_on)
        .map(|known| available(known, &facts, priced, places.get(&known.offer.id).copied()))
        .collect();
    // A stable sort: what is not pinned keeps its order.
    offers.sort_by_key(|offer| offer.card.slot.unwrap_or(u8::MAX));
    let billing_day = scene.standing.billing_day;
    let term = ordered_term(scene.today, billing_day);
    Ok(CustomerCatalogue {
        customer,
        customer_name: scene.standing.customer_name,
        offers,
        month: scene.shelf.month,
        priced,
        starts_on: term.starts_on,
        first_billed_on: term.first_billed_on,
        refused,
        credit: credit(&mut tx, &grant, customer, priced).await?,
        ahead: ahead(&grant, billing_day, (term.first_billed_on, term.renews_on)),
    })
}

/// Why somebody may not, for a page to show.
pub(crate) fn reason(error: Error) -> Reason {
    match error {
        Error::Refused(refusal) => refusal,
        _ => Reason {
            code: domain::error::Code::new("err-forbidden", 900_150, 403),
            args: Vec::new(),
        },
    }
}

fn available(
    known: &Known,
    facts: &CustomerFacts,
    priced: bool,
    slot: Option<u8>,
) -> AvailableOffer {
    let checked = rules::check_offer(&known.offer, &known.name, true, facts, Limits::default());
    let card = domain::catalogue::OfferCard { slot, ..card(known, priced) };
    AvailableOffer { card, unavailable: checked.err().map(|refusal| Reason::new(&refusal)) }
}

/// What decides what `customer` can be sold.
pub(crate) async fn customer_facts(
    tx: &mut Tx,
    grant: &Grant,
    scene: &Scene,
    customer: CustomerId,
) -> Result<CustomerFacts> {
    let all = subscriptions::from_anybody(tx, customer).await.stored()?;
    let held = all.into_iter().map(|(partner, subscription)| Holding {
        offer: subscription.offer,
        status: subscription.status_on(scene.today),
        ours: partner == grant.partner(),
    });
    Ok(CustomerFacts { segment: scene.standing.segment, held: held.collect() })
}

/// What is to be ordered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Wanted<'a> {
    /// For whom.
    pub(crate) customer: CustomerId,
    /// What.
    pub(crate) lines: &'a [OrderLine],
    /// The partner's own reference.
    pub(crate) po_number: Option<&'a PurchaseOrder>,
}

/// Places an order: one subscription a line, each from tomorrow on.
///
/// # Errors
///
/// Quantities that an offer does not have at the field [`line_field`] says; otherwise the first
/// refusal that applies, as [`rules::check_offer`] says. Then nothing is ordered.
pub async fn place(
    caller: &Caller,
    wanted: impl Into<Agreed<PlaceOrder>>,
    language: &str,
) -> Result<PlacedView> {
    perform(caller, wanted.into(), language).await
}

impl Chargeable for PlaceOrder {
    const USE_CASE: &'static str = "orders.place";
    const ACTION: Action = Action::CreateSubscription;
    type Done = PlacedView;

    async fn apply(
        &self,
        tx: &mut Tx,
        grant: &Grant,
        language: &str,
    ) -> Result<Outcome<PlacedView>> {
        let Self { customer, lines, po_number, .. } = self;
        let order = Wanted { customer: *customer, lines, po_number: po_number.as_ref() };
        let (placed, entry) = place_within(tx, grant, order, language).await?;
        Ok((placed, Some(entry)))
    }
}

/// Places an order within a transaction that does more; what it has done, and what the log is to be
/// told.
///
/// The caller has been granted [`Action::CreateSubscription`].
///
/// # Errors
///
/// As [`place`].
pub(crate) async fn place_within(
    tx: &mut Tx,
    grant: &Grant,
    wanted: Wanted<'_>,
    language: &str,
) -> Result<(PlacedView, Change)> {
    let scene = Scene::lock(tx, grant, wanted.customer, language).await?;
    let facts = customer_facts(tx, grant, &scene, wanted.customer).await?;
    check_lines(&scene, facts, wanted.lines)?;
    let plans = wanted.lines.iter().map(|line| {
        let known = scene.shelf.get(line.offer)?;
        let trial = known.offer.category == Category::Trial;
        let term = if trial { trial_term } else { ordered_term };
        let term = term(scene.today, scene.standing.billing_day);
        Ok(Plan { known, quantity: line.quantity, term, renews: !trial, parent: None })
    });
    let plans = plans.collect::<Result<Vec<_>>>()?;
    let placed = write(tx, grant, &scene, &wanted, &plans).await?;
    let change = Change {
        kind: "order-placed",
        subject: placed.number.to_string(),
        customer: Some(wanted.customer),
        before: None,
        after: Some(written(&plans)),
    };
    Ok((placed, change))
}

/// Whether all `lines` can be ordered, each counting for the next.
fn check_lines(scene: &Scene, mut facts: CustomerFacts, lines: &[OrderLine]) -> Result<()> {
    let limits = Limits::default();
    let mut fields = Vec::new();
    for line in lines {
        let known = scene.shelf.get(line.offer)?;
        let sold = known.prices.is_some();
        rules::check_offer(&known.offer, &known.name, sold, &facts, limits)?;
        if let Err(refusal) = check_range(&known.offer, line.quantity, limits) {
            fields.push(FieldError::new(&line_field(&line.offer), refusal));
        }
        facts.held.push(Holding { offer: line.offer, status: Status::Pending, ours: true });
    }
    if lines.is_empty() {
        return Err(Error::invalid("lines", Refusal::NothingOrdered));
    }
    if fields.is_empty() { Ok(()) } else { Err(Error::Invalid { fields }) }
}

/// A subscription that an order creates.
struct Plan<'a> {
    known: &'a Known,
    quantity: u32,
    term: Term,
    renews: bool,
    parent: Option<SubscriptionId>,
}

/// Plans as the log writes them.
fn written(plans: &[Plan<'_>]) -> String {
    let lines = plans.iter().map(|plan| format!("{} × {}", plan.known.offer.code, plan.quantity));
    lines.collect::<Vec<_>>().join(", ")
}

/// Writes the order and its subscriptions, and tells the customer.
async fn write(
    tx: &mut Tx,
    grant: &Grant,
    scene: &Scene,
    wanted: &Wanted<'_>,
    plans: &[Plan<'_>],
) -> Result<PlacedView> {
    let order = OrderId::from(grant.system.next_id());
    let new = NewOrder {
        id: order,
        partner: grant.partner(),
        customer: wanted.customer,
        po_number: wanted.po_number.map(ToString::to_string),
        placed_on: scene.today,
        placed_at: grant.now(),
        placed_by: grant.user(),
    };
    let number = rows::insert(tx, &new).await.stored()?;
    let mut ordered = Vec::with_capacity(plans.len());
    for plan in plans {
        let new = subscription(grant, scene, wanted.customer, order, plan)?;
        Writer::of(grant).insert(tx, &scene.shelf, &new, EventKind::Ordered).await?;
        let name = plan.known.name.clone();
        ordered.push(OrderedView { id: new.id, name, quantity: plan.quantity });
    }
    let starts_on = ordered_term(scene.today, scene.standing.billing_day).starts_on;
    let names: Vec<_> = plans.iter().map(|plan| plan.known.name.as_str()).collect();
    let about = About {
        partner: grant.partner(),
        customer: wanted.customer,
        customer_name: &scene.standing.customer_name,
        name: &names.join(", "),
    };
    notify(tx, &grant.system, about, Notice::Ordered { number, starts_on }).await?;
    Ok(PlacedView { order, number, starts_on, subscriptions: ordered })
}

/// The subscription of `plan`, waiting for its first day; its price is locked now.
fn subscription(
    grant: &Grant,
    scene: &Scene,
    customer: CustomerId,
    order: OrderId,
    plan: &Plan<'_>,
) -> Result<Subscription> {
    let not_sold = || Refusal::NotSold { offer: plan.known.name.clone() };
    Ok(Subscription {
        id: SubscriptionId::from(grant.system.next_id()),
        customer,
        order,
        offer: plan.known.offer.id,
        parent: plan.parent,
        nickname: None,
        quantity: plan.quantity,
        status: Status::Pending,
        ordered_on: scene.today,
        starts_on: plan.term.starts_on,
        first_billed_on: plan.term.first_billed_on,
        renews_on: plan.term.renews_on,
        renews: plan.renews,
        unit_price: plan.known.prices.ok_or_else(not_sold)?.partner,
        reseller: None,
        suspended_on: None,
        reactivated_on: None,
        earlier_suspended_on: None,
        reason: None,
        note: None,
        deleted_on: None,
        upgraded_from: None,
        version: 1,
    })
}

/// Orders an add-on for a subscription, from tomorrow on; it renews with its parent.
///
/// # Errors
///
/// `NotFound` for the parent; refusals as [`check_parent`] and [`rules::check_add_on`] say, those
/// about the quantity at the field `quantity`.
pub async fn order_add_on(
    caller: &Caller,
    wanted: impl Into<Agreed<OrderAddOn>>,
    language: &str,
) -> Result<PlacedView> {
    perform(caller, wanted.into(), language).await
}

impl Chargeable for OrderAddOn {
    const USE_CASE: &'static str = "orders.order-add-on";
    const ACTION: Action = Action::OrderAddOn;
    type Done = PlacedView;

    async fn apply(
        &self,
        tx: &mut Tx,
        grant: &Grant,
        language: &str,
    ) -> Result<Outcome<PlacedView>> {
        let scene = Scene::lock(tx, grant, self.customer, language).await?;
        let parent = scene.find(self.parent)?;
        let facts = customer_facts(tx, grant, &scene, self.customer).await?;
        let known = check_add_on(&scene, &facts, parent, &self.line)?;
        let billing_day = scene.standing.billing_day;
        let plan = Plan {
            known,
            quantity: self.line.quantity,
            term: add_on_term(scene.today, billing_day, parent.renewal_after(scene.today)),
            renews: parent.renews,
            parent: Some(parent.id),
        };
        let order = Wanted { customer: self.customer, lines: &[], po_number: None };
        let plans = [plan];
        let placed = write(tx, grant, &scene, &order, &plans).await?;
        let entry = Change {
            kind: "add-on-ordered",
            subject: scene.shelf.subject(parent)?,
            customer: Some(self.customer),
            before: None,
            after: Some(written(&plans)),
        };
        Ok((placed, Some(entry)))
    }
}

/// The add-on of `line`, if it can be ordered for `parent`.
fn check_add_on<'a>(
    scene: &'a Scene,
    facts: &CustomerFacts,
    parent: &Subscription,
    line: &OrderLine,
) -> Result<&'a Known> {
    let limits = Limits::default();
    check_parent(parent, scene.today)?;
    let known = scene.shelf.get(line.offer)?;
    let (sold, fits) = (known.prices.is_some(), scene.shelf.fits(line.offer, parent.offer));
    rules::check_add_on(&known.offer, &known.name, sold, fits, facts, limits)?;
    check_range(&known.offer, line.quantity, limits).map_err(Refusal::at_quantity)?;
    if capped_by_parent(&known.offer) && line.quantity > parent.quantity {
        return Err(Refusal::QuantityParent { units: parent.quantity }.at_quantity());
    }
    Ok(known)
}

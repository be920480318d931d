//! What a change would cost, against what it has cost once the invoice is there.

use std::collections::BTreeMap;

use domain::access::{Action, AdminRole};
use domain::billing::{Agreed, Line, Proposal, WhatIf, WhatIfToken};
use domain::error::Error;
use domain::orders::OrderAddOn;
use domain::subscriptions::Upgrade;
use services::billing::what_if;
use testkit::on_each_backend;

use super::replayed::Dice;
use super::*;

/// What is ordered; the last is an upgrade of the second.
const OFFERS: [&str; 3] = ["O365-E1", "O365-BE", "O365-BP"];

fn quantity(target: Target, quantity: u32) -> ChangeQuantity {
    ChangeQuantity { target, quantity }
}

impl Desk {
    /// Somebody who may change things and see prices.
    fn admin(&self) -> Caller {
        self.world.caller(1, AgentRole::AdminAgent)
    }

    async fn foresee(&self, proposal: Proposal) -> Result<WhatIf> {
        what_if(&self.admin(), &proposal, "en").await
    }

    async fn add_on(&self, parent: SubscriptionId, quantity: u32) -> OrderAddOn {
        let line = OrderLine { offer: offer("ADD-STO"), quantity };
        OrderAddOn { request: self.world.request(), customer: self.customer(), parent, line }
    }

    /// Does what was proposed, at the lines that `token` stands for; what it has created.
    async fn agree(&self, proposal: Proposal, token: WhatIfToken) -> Result<Vec<SubscriptionId>> {
        let (admin, token) = (self.admin(), Some(token));
        Ok(match proposal {
            Proposal::Quantity(wanted) => {
                let agreed = Agreed::to(wanted, token);
                subscriptions::change_quantity(&admin, agreed, "en").await.map(|_| Vec::new())?
            }
            Proposal::Suspend(wanted) => {
                let agreed = Agreed::to(wanted, token);
                subscriptions::suspend(&admin, agreed, "en").await.map(|_| Vec::new())?
            }
            Proposal::Reactivate(wanted) => {
                let agreed = Agreed::to(wanted, token);
                subscriptions::reactivate(&admin, agreed, "en").await.map(|_| Vec::new())?
            }
            Proposal::Upgrade(wanted) => {
                let agreed = Agreed::to(wanted, token);
                vec![subscriptions::upgrade(&admin, agreed, "en").await?.target]
            }
            Proposal::AddOn(wanted) => {
                let placed = orders::order_add_on(&admin, Agreed::to(wanted, token), "en").await?;
                placed.subscriptions.iter().map(|one| one.id).collect()
            }
            Proposal::Order(wanted) => {
                let placed = orders::place(&admin, Agreed::to(wanted, token), "en").await?;
                placed.subscriptions.iter().map(|one| one.id).collect()
            }
        })
    }
}

/// Months in which every change is asked for first and agreed to.
struct Tale {
    desk: Desk,
    dice: Dice,
    known: Vec<SubscriptionId>,
    /// What was foreseen last of each subscription on each invoice.
    foreseen: BTreeMap<(Day, SubscriptionId), Vec<Line>>,
    /// How many changes of each kind were made.
    agreed: BTreeMap<&'static str, u32>,
}

impl Tale {
    fn roll(&mut self, sides: usize) -> usize {
        usize::try_from(self.dice.roll(sides as u64)).expect("small")
    }

    fn seats(&mut self) -> u32 {
        u32::try_from(1 + self.roll(20)).expect("small")
    }

    async fn proposal(&mut self) -> Proposal {
        let order = |desk: &Desk, code: &str, quantity| PlaceOrder {
            request: desk.world.request(),
            customer: desk.customer(),
            lines: vec![OrderLine { offer: offer(code), quantity }],
            po_number: None,
        };
        let (kind, seats) = (self.roll(9), self.seats());
        if self.known.is_empty() || kind == 0 {
            let code = OFFERS[self.roll(OFFERS.len())];
            return Proposal::Order(order(&self.desk, code, seats));
        }
        let which = self.roll(self.known.len());
        let target = self.desk.target(self.known[which]).await;
        match kind {
            1..=3 => Proposal::Quantity(quantity(target, seats)),
            4 => {
                let reason = SuspendReason::NonPayment;
                Proposal::Suspend(Suspend { target, reason, note: None })
            }
            5 | 6 => Proposal::Reactivate(Reactivate { target }),
            7 => Proposal::AddOn(self.desk.add_on(target.subscription, seats).await),
            _ => {
                let offer = offer("O365-E3");
                Proposal::Upgrade(Upgrade { target, offer, quantity: seats, move_licences: false })
            }
        }
    }

    async fn step(&mut self) {
        let proposal = self.proposal().await;
        let (what, kind) = (format!("{proposal:?}"), kind(&proposal));
        // What the rules refuse is refused before it is done.
        let Ok(foreseen) = self.desk.foresee(proposal.clone()).await else { return };
        assert_eq!(self.desk.foresee(proposal.clone()).await.as_ref(), Ok(&foreseen), "{what}");
        let created = self.desk.agree(proposal, foreseen.token.clone()).await.expect(&what);
        self.known.extend(&created);
        *self.agreed.entry(kind).or_default() += 1;
        let mut new: BTreeMap<SubscriptionId, Vec<Line>> = BTreeMap::new();
        for one in &foreseen.instead_of {
            new.entry(one.subscription.expect("it was there before")).or_default();
        }
        for one in &foreseen.lines {
            // At most one subscription is created here at a time.
            let id = one.subscription.or(created.first().copied()).expect("it is known by now");
            new.entry(id).or_default().push(one.line);
        }
        for (id, lines) in new {
            self.foreseen.insert((foreseen.on, id), lines);
        }
    }

    /// Every line that was foreseen stands on its invoice, and no other of these subscriptions.
    async fn compare(&self, what: &str) -> usize {
        let mut compared = 0;
        let issued = self.desk.invoices().await;
        for ((on, id), foreseen) in &self.foreseen {
            let mut lines = Vec::new();
            for invoice in issued.iter().filter(|invoice| invoice.billing_date == *on) {
                lines.extend(self.desk.lines(invoice).await);
            }
            let own = lines.iter().filter(|line| line.subscription == *id);
            let own: Vec<_> = own.map(|line| line.line).collect();
            assert_eq!(&own, foreseen, "{what}: {id} on {on}");
            compared += own.len();
        }
        compared
    }
}

fn kind(proposal: &Proposal) -> &'static str {
    match proposal {
        Proposal::Quantity(_) => "quantity",
        Proposal::Suspend(_) => "suspend",
        Proposal::Reactivate(_) => "reactivate",
        Proposal::Upgrade(_) => "upgrade",
        Proposal::AddOn(_) => "add-on",
        Proposal::Order(_) => "order",
    }
}

/// The changes made, by kind, and how many lines were compared.
type Told = (BTreeMap<&'static str, u32>, usize);

/// Tells months up to `through`, with a change on every `seldom`th day or so.
async fn tell(store: Store, seed: u64, through: &str, seldom: u64) -> Told {
    let desk = Desk::on(store, "2019-05-20").await;
    let dice = Dice::new(seed);
    let (known, foreseen) = (Vec::new(), BTreeMap::new());
    let mut tale = Tale { desk, dice, known, foreseen, agreed: BTreeMap::new() };
    let (first, through) = (day("2019-05-20"), day(through));
    for on in first.iter_days().take_while(|on| *on < through) {
        tale.desk.go_to(&on.to_string());
        tale.desk.jobs().await;
        if tale.dice.roll(seldom) == 0 {
            tale.step().await;
            if tale.dice.roll(3) == 0 {
                tale.step().await;
            }
        }
    }
    tale.desk.go_to(&through.to_string());
    tale.desk.jobs().await;
    let compared = tale.compare(&format!("seed {seed}")).await;
    (tale.agreed, compared)
}

async fn what_was_foreseen_is_what_is_billed(store: Store) {
    let (agreed, compared) = tell(store, 1, "2019-10-15", 2).await;
    assert!(agreed.values().sum::<u32>() > 20 && compared > 20, "{agreed:?}, {compared} lines");
}

async fn what_is_foreseen_leaves_no_trace(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    desk.go_to("2019-06-20");
    desk.jobs().await;
    let before = subscriptions::find(&desk.agent, desk.customer(), id, "en").await.unwrap();
    let target = desk.target(id).await;
    for proposal in [
        Proposal::Quantity(quantity(target, 20)),
        Proposal::Suspend(Suspend { target, reason: SuspendReason::NonPayment, note: None }),
        Proposal::AddOn(desk.add_on(id, 3).await),
    ] {
        desk.foresee(proposal).await.unwrap();
    }
    let after = subscriptions::find(&desk.agent, desk.customer(), id, "en").await.unwrap();
    assert_eq!(before, after);
    // The same attempt can still be made.
    let wanted = quantity(target, 20);
    subscriptions::change_quantity(&desk.admin(), wanted, "en").await.unwrap();
}

/// Domain book, CS4: the first of its changes.
async fn a_change_of_seats_is_told_line_by_line(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    desk.go_to("2019-07-20");
    desk.jobs().await;
    let told = desk.foresee(Proposal::Quantity(quantity(desk.target(id).await, 12))).await.unwrap();
    assert_eq!(told.on, day("2019-08-15"));
    let codes: Vec<_> = told.lines.iter().map(|one| one.line.charge_type.code()).collect();
    let expected =
        ["CANCEL_INSTANCEPRORATE", "CYCLE_INSTANCEPRORATE", "CYCLE_INSTANCEPRORATE", "CYCLE_FEE"];
    assert_eq!(codes, expected);
    assert!(told.lines.iter().all(|one| one.caused && one.subscription == Some(id)));
    let [instead] = told.instead_of.as_slice() else { panic!("the advance for 15 seats") };
    assert_eq!((instead.line.quantity, instead.line.money.amount.fen()), (15, 63_000));
    // 15 × 42 and 6 % tax, without the change.
    assert_eq!(told.without.fen(), 66_780);
    let sum: i64 = told.lines.iter().map(|one| one.line.money.total().fen()).sum();
    assert_eq!((told.with.fen(), told.difference().fen()), (sum, sum - 66_780));
}

/// Domain book, CS10.
async fn an_upgrade_is_foreseen_and_billed_to_the_fen(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-BE", 30).await;
    desk.go_to("2019-08-01");
    desk.jobs().await;
    let (target, offer) = (desk.target(id).await, offer("O365-E3"));
    let wanted = Upgrade { target, offer, quantity: 30, move_licences: false };
    let told = desk.foresee(Proposal::Upgrade(wanted.clone())).await.unwrap();
    let figures = |of: Option<SubscriptionId>| {
        let own = told.lines.iter().filter(|one| one.subscription == of);
        own.map(|one| one.line.money.amount.fen()).collect::<Vec<_>>()
    };
    assert_eq!(figures(Some(id)), [-37_935]);
    // What does not exist yet has no id.
    assert_eq!(figures(None), [192_387, 426_000]);
    assert_eq!((told.without.fen(), told.with.fen()), (89_040, 615_279));
    desk.agree(Proposal::Upgrade(wanted), told.token.clone()).await.unwrap();
    desk.go_to("2019-08-15");
    desk.jobs().await;
    let invoices = desk.invoices().await;
    let last = invoices.last().expect("it is issued");
    let billed: Vec<_> = desk.lines(last).await.into_iter().map(|one| one.line).collect();
    let foreseen: Vec<_> = told.lines.iter().map(|one| one.line).collect();
    assert_eq!(billed, foreseen);
}

async fn what_is_no_longer_so_is_not_agreed_to(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    let changed = |result: Result<_>| match result {
        Err(Error::Refused(refusal)) => (refusal.code.key.into_owned(), refusal.code.status),
        other => panic!("{other:?}"),
    };
    let refused = ("err-whatif-changed".to_owned(), 409);

    // In the free days the lines are the same tomorrow, but the day is not the one that was shown.
    let free = Proposal::Quantity(quantity(desk.target(id).await, 12));
    let told = desk.foresee(free.clone()).await.unwrap();
    desk.go_to("2019-06-03");
    let tomorrow = desk.foresee(free.clone()).await.unwrap();
    assert_eq!((&tomorrow.lines, tomorrow.with), (&told.lines, told.with));
    assert_eq!(changed(desk.agree(free, told.token).await), refused);

    desk.go_to("2019-07-20");
    desk.jobs().await;
    let target = desk.target(id).await;
    let wanted = |number| Proposal::Quantity(quantity(target, number));
    let told = desk.foresee(wanted(12)).await.unwrap();

    // Something else than what was shown.
    assert_eq!(changed(desk.agree(wanted(13), told.token.clone()).await), refused);
    // The day has passed: there is one more of fifteen seats.
    desk.go_to("2019-07-21");
    assert_eq!(changed(desk.agree(wanted(12), told.token.clone()).await), refused);
    let told = desk.foresee(wanted(12)).await.unwrap();
    // Somebody else was faster.
    desk.change(id, 20).await;
    let late = desk.agree(wanted(12), told.token).await;
    assert!(matches!(late, Err(Error::Stale { .. })), "{late:?}");
    // An add-on that is suspended with it would be suspended too.
    let target = desk.target(id).await;
    let suspend = Suspend { target, reason: SuspendReason::NonPayment, note: None };
    let told = desk.foresee(Proposal::Suspend(suspend.clone())).await.unwrap();
    let add_on = desk.add_on(id, 3).await;
    orders::order_add_on(&desk.agent, add_on, "en").await.unwrap();
    let suspend = Proposal::Suspend(suspend);
    assert_eq!(changed(desk.agree(suspend.clone(), told.token).await), refused);
    // The figures of now are agreed to.
    let told = desk.foresee(suspend.clone()).await.unwrap();
    desk.agree(suspend, told.token).await.unwrap();
}

async fn whoever_sees_no_prices_foresees_none(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    let target = desk.target(id).await;
    let proposal = Proposal::Quantity(quantity(target, 12));
    let told = desk.foresee(proposal.clone()).await.unwrap();
    let denied = Error::Forbidden { action: Action::EstimateCosts };
    assert_eq!(what_if(&desk.agent, &proposal, "en").await, Err(denied.clone()));
    let billing = desk.world.caller(1, AdminRole::BillingAdmin);
    assert_eq!(what_if(&billing, &proposal, "en").await, Err(denied.clone()));
    // Nor by trying what is agreed to.
    let guess = Agreed::to(quantity(target, 12), Some(told.token));
    let guessed = subscriptions::change_quantity(&desk.agent, guess, "en").await;
    assert_eq!(guessed, Err(denied));
    // A stranger finds no such customer.
    let stranger = desk.world.caller(2, AdminRole::GlobalAdmin);
    let found = what_if(&stranger, &proposal, "en").await;
    assert!(matches!(found, Err(Error::Refused(why)) if why.code.key == "err-no-relationship"));
}

/// The attempt that was agreed to answers its repetition, however much later.
async fn an_agreed_change_is_made_once(store: Store) {
    let desk = Desk::on(store, "2019-06-02").await;
    let id = desk.buy("O365-E1", 15).await;
    let target = desk.target(id).await;
    let wanted = quantity(target, 12);
    let told = desk.foresee(Proposal::Quantity(wanted.clone())).await.unwrap();
    let agreed = Agreed::to(wanted, Some(told.token));
    let first = subscriptions::change_quantity(&desk.admin(), agreed.clone(), "en").await;
    desk.go_to("2019-06-20");
    assert_eq!(subscriptions::change_quantity(&desk.admin(), agreed, "en").await, first);
}

on_each_backend! {
    what_was_foreseen_is_what_is_billed
    what_is_foreseen_leaves_no_trace
    a_change_of_seats_is_told_line_by_line
    an_upgrade_is_foreseen_and_billed_to_the_fen
    what_is_no_longer_so_is_not_agreed_to
    whoever_sees_no_prices_foresees_none
    an_agreed_change_is_made_once
}

#[tokio::test]
async fn random_changes_cost_what_was_foreseen() {
    let (mut made, mut compared) = (BTreeMap::<_, u32>::new(), 0);
    // The last two are about renewals.
    let short = (100..106).map(|seed| (seed, "2019-10-15", 2));
    for (seed, through, seldom) in short.chain((200..202).map(|seed| (seed, "2020-07-15", 6))) {
        let (agreed, lines) = tell(testkit::memory().await, seed, through, seldom).await;
        for (kind, times) in agreed {
            *made.entry(kind).or_default() += times;
        }
        compared += lines;
    }
    assert!(made.len() >= 5 && compared > 200, "{made:?}, {compared} lines");
}

//! The pages of a customer's subscriptions: seen, and changed without script.

mod support;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{ACCEPT, COOKIE, REFERER};
use chrono::Duration;
use domain::access::AgentRole;
use domain::ids::{OfferId, SubscriptionId};
use domain::orders::{OrderLine, PlaceOrder};
use services::{Caller, demo, jobs, orders};
use support::{Answer, Product, cookie, form, get};
use testkit::World;

/// A product in which partner 1 has sold to customer 1, and the session of a sales agent.
struct Shop {
    product: Product,
    token: String,
    subscription: SubscriptionId,
}

fn offer(code: &str) -> OfferId {
    let found = demo::offers().into_iter().find(|offer| offer.code == code);
    found.expect("the demo sells it").id
}

/// A subscription of customer 1 that has started; a day passes.
async fn running(world: &World, code: &str, quantity: u32) -> SubscriptionId {
    let order = PlaceOrder {
        request: world.request(),
        customer: world.customer(1),
        lines: vec![OrderLine { offer: offer(code), quantity }],
        po_number: None,
    };
    let agent = world.caller(1, AgentRole::SalesAgent);
    let placed = orders::place(&agent, order, "en").await.expect("it can be ordered");
    world.clock().advance(Duration::days(1));
    let scheduler = Caller::scheduler(world.system().clone());
    jobs::run_due(&scheduler).await.expect("the jobs run");
    placed.subscriptions[0].id
}

impl Shop {
    async fn new() -> Self {
        let product = Product::new().await;
        let world = &product.world;
        demo::load(world.system()).await.expect("the demo loads");
        let subscription = running(world, "O365-E3", 20).await;
        let person = world.person(1, "li@partner1", AgentRole::SalesAgent).await;
        let (_, token) = world.signed_in(&person).await;
        Self { product, token, subscription }
    }

    fn customer_page(&self) -> String {
        format!("/customers/{}", self.product.world.customer(1))
    }

    fn page(&self) -> String {
        format!("{}/subscriptions/{}", self.customer_page(), self.subscription)
    }

    async fn see(&self, path: &str, language: &str) -> Answer {
        let request = get(path).header(COOKIE, cookie(&self.token));
        let request = request.header("accept-language", language).body(Body::empty()).unwrap();
        self.product.send(request).await
    }

    /// The version that the reader of a page sees.
    async fn seen(&self) -> String {
        let page = self.see(&self.page(), "en").await;
        let rest = page.body.split("draft[target][seen]").nth(1).expect("the page has a form");
        rest.split("value=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next())
            .expect("the field has a value")
            .to_owned()
    }

    /// Sends a form about the subscription from the page `from`, without script.
    async fn send(&self, verb: &str, from: &str, fields: &str) -> Answer {
        let seen = self.seen().await;
        self.send_seen(&seen, verb, from, fields).await
    }

    /// The same by a reader who saw the version `seen`.
    async fn send_seen(&self, seen: &str, verb: &str, from: &str, fields: &str) -> Answer {
        let world = &self.product.world;
        let target = format!(
            "draft[target][request]={}&draft[target][customer]={}&draft[target][subscription]={}",
            uuid::Uuid::from(world.request()),
            world.customer(1),
            self.subscription
        );
        let fields = format!("{target}&draft[target][seen]={seen}&{fields}");
        self.post(&format!("/rpc/subscriptions/{verb}"), from, &fields).await
    }

    async fn post(&self, path: &str, from: &str, fields: &str) -> Answer {
        let fields = fields.replace('[', "%5B").replace(']', "%5D");
        let mut request = form(path, &fields);
        let headers = request.headers_mut();
        headers.insert(COOKIE, cookie(&self.token).parse().unwrap());
        headers.insert(REFERER, format!("http://portal{from}").parse().unwrap());
        self.product.send(request).await
    }

    /// The page to which `answer` sends the reader.
    async fn follow(&self, answer: &Answer) -> Answer {
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
        self.see(answer.location(), "en").await
    }
}

#[track_caller]
fn says(page: &Answer, words: &[&str]) {
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    for words in words {
        assert!(page.body.contains(words), "{words} is missing in {}", page.body);
    }
}

#[tokio::test]
async fn a_customers_subscriptions_are_listed_in_every_language() {
    let shop = Shop::new().await;
    for (language, words) in [
        ("en", ["Add subscription", "Active", "Download CSV"]),
        ("fr", ["Ajouter un abonnement", "Actif", "Télécharger en CSV"]),
        ("zh-CN", ["添加订阅", "活动", "下载 CSV"]),
    ] {
        let page = shop.see(&shop.customer_page(), language).await;
        says(&page, &words);
        says(&page, &["Office 365", &shop.subscription.to_string()]);
    }
}

#[tokio::test]
async fn a_subscription_shows_facts_and_why_not_in_every_language() {
    let shop = Shop::new().await;
    for (language, words) in [
        ("en", ["Subscription ID", "Suspend or cancel…", "Change the quantity"]),
        ("fr", ["ID d’abonnement", "Suspendre ou résilier…", "Modifier la quantité"]),
        ("zh-CN", ["订阅 ID", "暂停或取消…", "更改数量"]),
    ] {
        let page = shop.see(&shop.page(), language).await;
        says(&page, &words);
        assert!(page.body.contains("blocked__why"), "{language}: nothing says why not");
    }
}

#[tokio::test]
async fn a_nickname_and_a_quantity_are_changed_without_script() {
    let shop = Shop::new().await;
    let page = shop.page();
    let fields = "draft[nickname]=Accounting";
    let renamed = shop.send("rename", &page, fields).await;
    says(&shop.follow(&renamed).await, &["The nickname is saved.", "Accounting"]);

    let refused = shop.send("change-quantity", &page, "draft[quantity]=0").await;
    says(&shop.follow(&refused).await, &["The quantity was not changed", "value=\"0\""]);

    let changed = shop.send("change-quantity", &page, "draft[quantity]=25").await;
    says(&shop.follow(&changed).await, &["The quantity is changed.", "Quantity changed"]);

    let late = shop.send_seen("1", "change-quantity", &page, "draft[quantity]=30").await;
    let both = ["value=\"30\"", "Saved by somebody else meanwhile: 25"];
    let page = shop.follow(&late).await;
    says(&page, &["Someone else changed this in the meantime", both[0], both[1]]);
}

#[tokio::test]
async fn a_script_of_the_second_tab_is_told_412() {
    let shop = Shop::new().await;
    let seen = shop.seen().await;
    for (quantity, status) in [(25, StatusCode::OK), (30, StatusCode::PRECONDITION_FAILED)] {
        let world = &shop.product.world;
        let fields = format!(
            "draft[target][request]={}&draft[target][customer]={}&draft[target][subscription]={}\
             &draft[target][seen]={seen}&draft[quantity]={quantity}",
            world.request(),
            world.customer(1),
            shop.subscription
        );
        let fields = fields.replace('[', "%5B").replace(']', "%5D");
        let mut request = form("/rpc/subscriptions/change-quantity", &fields);
        let headers = request.headers_mut();
        headers.insert(COOKIE, cookie(&shop.token).parse().unwrap());
        headers.insert(ACCEPT, "application/json".parse().unwrap());
        let answer = shop.product.send(request).await;
        assert_eq!(answer.status, status, "{}", answer.body);
    }
    let page = shop.see(&shop.page(), "en").await;
    says(&page, &["value=\"25\""]);
}

#[tokio::test]
async fn a_suspension_is_rehearsed_done_and_taken_back_without_script() {
    let shop = Shop::new().await;
    let rehearsal = format!("{}/suspend", shop.page());
    for (language, words) in [
        ("en", "Last day to reactivate"),
        ("fr", "Dernier jour pour réactiver"),
        ("zh-CN", "可重新激活的最后一天"),
    ] {
        says(&shop.see(&rehearsal, language).await, &[words, "button--danger-main"]);
    }

    let refused = shop.send("suspend", &rehearsal, "draft[reason]=&draft[note]=They+moved").await;
    let page = shop.follow(&refused).await;
    says(&page, &["The subscription was not suspended", "They moved"]);

    let fields = "draft[reason]=customer-request&draft[note]=";
    let suspended = shop.send("suspend", &rehearsal, fields).await;
    assert!(suspended.location().starts_with(&shop.page()), "{}", suspended.location());
    assert!(!suspended.location().contains("/suspend"), "{}", suspended.location());
    let page = shop.follow(&suspended).await;
    says(&page, &["The subscription is suspended.", "The customer asked for it", "Reactivate "]);

    let again = shop.send("reactivate", &shop.page(), "").await;
    says(&shop.follow(&again).await, &["The subscription is active again", "Suspend or cancel…"]);
}

#[tokio::test]
async fn an_add_on_is_ordered_without_script() {
    let shop = Shop::new().await;
    let fields = |add_on: &str| {
        format!(
            "draft[request]={}&draft[customer]={}&draft[parent]={}&draft[offer]={add_on}\
             &draft[quantity]=2",
            uuid::Uuid::from(shop.product.world.request()),
            shop.product.world.customer(1),
            shop.subscription,
        )
    };
    let refused = shop.post("/rpc/orders/order-add-on", &shop.page(), &fields("")).await;
    says(&shop.follow(&refused).await, &["The add-on was not ordered", "#add-on-offer"]);
    let storage = offer("ADD-STO").to_string();
    let ordered = shop.post("/rpc/orders/order-add-on", &shop.page(), &fields(&storage)).await;
    says(&shop.follow(&ordered).await, &["The add-on is ordered.", "Pending"]);
}

#[tokio::test]
async fn the_list_comes_as_files() {
    let shop = Shop::new().await;
    let address = |kind: &str| {
        format!("/files/subscriptions.{kind}?customer={}", shop.product.world.customer(1))
    };
    let csv = shop.see(&address("csv"), "en").await;
    says(&csv, &["Subscription ID,Subscription,Quantity,Status,Reseller", ",20,active,"]);
    let xlsx = shop.see(&address("xlsx"), "en").await;
    assert!(xlsx.status == StatusCode::OK && xlsx.body.starts_with("PK"), "{}", xlsx.status);
}

#[tokio::test]
async fn other_partners_customers_are_not_there_and_roles_count() {
    let shop = Shop::new().await;
    let world = &shop.product.world;
    let foreign = format!("/customers/{}", world.customer(2));
    let page = shop.see(&foreign, "en").await;
    assert!(page.status.is_client_error(), "{}", page.status);
    assert!(!page.body.contains("Add subscription"), "{}", page.body);
    let elsewhere = format!("{foreign}/subscriptions/{}", shop.subscription);
    assert!(shop.see(&elsewhere, "en").await.status.is_client_error());

    let nobody = world.person(1, "zhao@partner1", ()).await;
    let (_, token) = world.signed_in(&nobody).await;
    for path in [shop.customer_page(), shop.page(), format!("{}/suspend", shop.page())] {
        let answer = shop.product.page_of(&token, &path).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn an_order_is_chosen_reviewed_and_placed_without_script() {
    let shop = Shop::new().await;
    let choose = format!("{}/subscriptions/new", shop.customer_page());
    for (language, words) in
        [("en", "Review the order"), ("fr", "Vérifier la commande"), ("zh-CN", "核对订单")]
    {
        says(&shop.see(&choose, language).await, &[words, "O365-E3"]);
    }

    let [e1, bp] = [offer("O365-E1"), offer("O365-BP")];
    let wrong = format!("{choose}?step=review&quantity-{e1}=0");
    says(&shop.see(&wrong, "en").await, &["The order is not complete", "value=\"0\""]);
    let nothing = format!("{choose}?step=review&quantity-{e1}=");
    says(&shop.see(&nothing, "en").await, &["Enter a quantity for at least one offer."]);

    let review = format!("{choose}?step=review&quantity-{e1}=3&quantity-{bp}=4");
    let page = shop.see(&review, "en").await;
    says(&page, &["Order 2 subscriptions for", "draft[lines][1][quantity]"]);

    let fields = format!(
        "draft[request]={}&draft[customer]={}&draft[lines][0][offer]={e1}&draft[lines][0][quantity]=3\
         &draft[lines][1][offer]={bp}&draft[lines][1][quantity]=4&draft[po_number]=",
        uuid::Uuid::from(shop.product.world.request()),
        shop.product.world.customer(1),
    );
    let long = format!("{fields}{}", "x".repeat(36));
    let refused = shop.post("/rpc/orders/place", &review, &long).await;
    let page = shop.follow(&refused).await;
    says(&page, &["Nothing has been ordered", &"x".repeat(36)]);

    let placed = shop.post("/rpc/orders/place", &review, &fields).await;
    let location = placed.location().to_owned();
    let page = shop.follow(&placed).await;
    let number = location.split("ordered=").nth(1).expect("the page knows the order's number");
    says(&page, &[&format!("Order {number} has been placed"), "Pending"]);
    let again = shop.post("/rpc/orders/place", &review, &fields).await;
    assert_eq!(again.location(), location, "the same attempt orders nothing again");
}

#[tokio::test]
async fn prices_and_their_sum_are_for_those_who_may_see_them() {
    let shop = Shop::new().await;
    let world = &shop.product.world;
    let admin = world.person(1, "wang@partner1", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&admin).await;
    let line = format!("quantity-{}=3", offer("O365-E1"));
    let review = format!("{}/subscriptions/new?step=review&{line}", shop.customer_page());
    let page = shop.product.page_of(&token, &review).await;
    says(&page, &["Sum per month", "Partner price"]);
    let page = shop.see(&review, "en").await;
    assert!(!page.body.contains("Sum per month"), "{}", page.body);
    assert!(!page.body.contains("Partner price"), "{}", page.body);
    let foreign = format!("/customers/{}/subscriptions/new", world.customer(2));
    assert!(shop.see(&foreign, "en").await.status.is_client_error());
}

#[tokio::test]
async fn a_subscription_is_upgraded_without_script_or_says_why_not() {
    let shop = Shop::new().await;
    let page = shop.see(&format!("{}/upgrade", shop.page()), "en").await;
    says(&page, &["There is no upgrade for this offer."]);

    let world = &shop.product.world;
    let mut tx = world.store().write().await.expect("the database writes");
    testkit::delegate(&mut tx, world.partner(1), world.customer(1), true).await;
    tx.commit().await.expect("the database writes");
    let subscription = running(world, "O365-BE", 5).await;
    let person = world.person(1, "sun@partner1", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&person).await;
    let shop = Shop { token, subscription, ..shop };

    let from = format!("{}/upgrade", shop.page());
    for (language, words) in
        [("en", "Upgrade to"), ("fr", "Mettre à niveau vers"), ("zh-CN", "升级到")]
    {
        says(&shop.see(&from, language).await, &[words, "type=\"radio\""]);
    }
    let target = offer("O365-BP");
    let fields = format!("draft[offer]={target}&draft[quantity]=0");
    let refused = shop.send("upgrade", &from, &fields).await;
    says(&shop.follow(&refused).await, &["The subscription was not upgraded"]);
    let fields = format!("draft[offer]={target}&draft[quantity]=6&draft[move_licences]=on");
    let upgraded = shop.send("upgrade", &from, &fields).await;
    let page = shop.follow(&upgraded).await;
    says(&page, &["The subscription is upgraded.", "Upgraded from"]);
    let before = shop.see(&shop.page(), "en").await;
    says(&before, &["Deleted", "Upgraded to"]);
}

/// The token of the cost that `page` shows.
fn token(page: &Answer) -> String {
    let field = page.body.split("name=\"token\"").nth(1).expect("the page shows a cost");
    let value = field.split("value=\"").nth(1).and_then(|rest| rest.split('"').next());
    value.expect("the field has a value").to_owned()
}

#[tokio::test]
async fn the_cost_of_a_change_is_shown_and_agreed_to_without_script() {
    let mut shop = Shop::new().await;
    let asking = format!("{}?what-if=quantity&draft%5Bquantity%5D=25", shop.page());
    // A sales agent sees no prices, and is offered none.
    let without = shop.see(&asking, "en").await;
    says(&without, &["Change the quantity"]);
    for words in ["Show what it costs", "What it costs", "name=\"token\""] {
        assert!(!without.body.contains(words), "{words} in {}", without.body);
    }

    let person = shop.product.world.person(1, "zhao@partner1", AgentRole::AdminAgent).await;
    (_, shop.token) = shop.product.world.signed_in(&person).await;
    for (language, words) in [
        ("en", ["What it costs", "Difference", "Show what it costs"]),
        ("fr", ["Ce que cela coûte", "Différence", "Voir ce que cela coûte"]),
        ("zh-CN", ["费用变化", "差额", "查看费用变化"]),
    ] {
        says(&shop.see(&asking, language).await, &words);
    }
    let shown = shop.see(&asking, "en").await;
    says(&shown, &["value=\"25\"", "Month in advance", "rounded once to the fen"]);

    // Something else than what was shown is refused, and shown.
    let fields = format!("draft[quantity]=26&token={}", token(&shown));
    let refused = shop.send("change-quantity", &asking, &fields).await;
    let refused = shop.follow(&refused).await;
    says(&refused, &["It would no longer cost what you were shown", "value=\"26\""]);
    let fields = format!("draft[quantity]=26&token={}", token(&refused));
    let changed = shop.send("change-quantity", &asking, &fields).await;
    assert!(!changed.location().contains("what-if"), "{}", changed.location());
    says(&shop.follow(&changed).await, &["The quantity is changed.", "value=\"26\""]);

    let wrong = format!("{}?what-if=quantity&draft%5Bquantity%5D=1.5", shop.page());
    says(&shop.see(&wrong, "en").await, &["value=\"1.5\"", "field--invalid"]);
    let plan = shop.see(&format!("{}/suspend", shop.page()), "en").await;
    says(&plan, &["What it costs", "name=\"token\""]);
    let order = format!(
        "{}/subscriptions/new?step=review&quantity-{}=3",
        shop.customer_page(),
        offer("O365-E1")
    );
    says(&shop.see(&order, "en").await, &["What it costs", "name=\"token\""]);
}

//! The board of deadlines, its card on the overview, and the calendar at a secret address.

mod support;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{COOKIE, REFERER, SET_COOKIE};
use chrono::Duration;
use domain::access::AgentRole;
use domain::orders::{OrderLine, PlaceOrder};
use services::{Caller, demo, jobs, orders};
use support::{Answer, Product, cookie, form, get};

/// A product in which a trial of customer 1 ends soon, and the session of a sales agent.
struct Board {
    product: Product,
    token: String,
}

impl Board {
    async fn new() -> Self {
        let product = Product::new().await;
        let world = &product.world;
        demo::load(world.system()).await.expect("the demo loads");
        let trial = demo::offers().into_iter().find(|offer| offer.code == "TRIAL-E3");
        let order = PlaceOrder {
            request: world.request(),
            customer: world.customer(1),
            lines: vec![OrderLine { offer: trial.expect("the demo sells it").id, quantity: 25 }],
            po_number: None,
        };
        let agent = world.caller(1, AgentRole::SalesAgent);
        orders::place(&agent, order, "en").await.expect("it can be ordered");
        world.clock().advance(Duration::days(1));
        let scheduler = Caller::scheduler(world.system().clone());
        jobs::run_due(&scheduler).await.expect("the jobs run");
        let person = world.person(1, "li@partner1", AgentRole::SalesAgent).await;
        let (_, token) = world.signed_in(&person).await;
        Self { product, token }
    }

    async fn see(&self, path: &str, language: &str, cookies: &str) -> Answer {
        let cookies = format!("{}; {cookies}", cookie(&self.token));
        let request = get(path).header(COOKIE, cookies).header("accept-language", language);
        self.product.send(request.body(Body::empty()).unwrap()).await
    }

    async fn send(&self, verb: &str) -> Answer {
        let request = uuid::Uuid::from(self.product.world.request());
        let path = format!("/rpc/deadlines/{verb}");
        let mut request = form(&path, &format!("draft%5Brequest%5D={request}"));
        let headers = request.headers_mut();
        headers.insert(COOKIE, cookie(&self.token).parse().unwrap());
        headers.insert(REFERER, "http://portal/deadlines".parse().unwrap());
        self.product.send(request).await
    }

    /// The new secret, as the browser carries it to the next page.
    async fn rotate(&self) -> String {
        let answer = self.send("rotate-calendar").await;
        assert_eq!(answer.location(), "/deadlines?done=calendar-made", "{}", answer.body);
        assert!(!answer.location().contains("calendar-address"));
        let cookies = answer.headers.get_all(SET_COOKIE).iter();
        let cookies: Vec<_> = cookies.filter_map(|cookie| cookie.to_str().ok()).collect();
        let new = cookies.iter().find(|cookie| cookie.starts_with("calendar-address="));
        let new = new.expect("the browser is given the address");
        assert!(new.contains("HttpOnly") && new.contains("Max-Age=60"), "{new}");
        new.split(';').next().unwrap_or_default().to_owned()
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
async fn deadlines_are_on_the_board_and_on_the_overview_in_every_language() {
    let board = Board::new().await;
    for (language, words) in [
        ("en", ["Deadlines", "Trials that end", "days left"]),
        ("fr", ["Échéances", "Versions d’évaluation qui prennent fin", "jours restants"]),
        ("zh-CN", ["期限", "试用即将结束", "剩余"]),
    ] {
        says(&board.see("/deadlines", language, "").await, &words);
        says(&board.see("/", language, "").await, &[words[0], words[2], "href=\"/deadlines\""]);
    }
    says(&board.see("/deadlines", "en", "").await, &["Convert", "/upgrade\""]);
}

#[tokio::test]
async fn a_calendar_address_is_shown_once_and_works_without_a_session() {
    let board = Board::new().await;
    let carried = board.rotate().await;
    let secret = carried.trim_start_matches("calendar-address=");
    let address = format!("/files/calendar/{secret}.ics");
    let page = board.see("/deadlines", "en", &carried).await;
    says(&page, &["Your calendar address", &format!("http://portal{address}")]);
    let forgotten = page.headers.get_all(SET_COOKIE).iter();
    let mut forgotten = forgotten.filter_map(|cookie| cookie.to_str().ok());
    assert!(forgotten.any(|cookie| cookie.starts_with("calendar-address=;")));
    let again = board.see("/deadlines", "en", "").await;
    says(&again, &["You have had an address since", "Replace the address"]);
    assert!(!again.body.contains(secret), "the address is shown once");

    let feed = board.product.page(&address, "en").await;
    assert_eq!(feed.status, StatusCode::OK, "{}", feed.body);
    assert_eq!(feed.header("content-type"), "text/calendar; charset=utf-8");
    assert!(feed.body.starts_with("BEGIN:VCALENDAR\r\n"), "{}", feed.body);
    assert!(feed.body.contains("BEGIN:VEVENT"), "{}", feed.body);

    board.rotate().await;
    assert_eq!(board.product.page(&address, "en").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_calendar_address_can_be_taken_away() {
    let board = Board::new().await;
    let carried = board.rotate().await;
    let secret = carried.trim_start_matches("calendar-address=");
    let stopped = board.send("stop-calendar").await;
    let page = board.see(stopped.location(), "en", "").await;
    says(&page, &["The address has been removed.", "Create an address"]);
    let address = format!("/files/calendar/{secret}.ics");
    assert_eq!(board.product.page(&address, "en").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_may_not_see_subscriptions_has_no_board() {
    let board = Board::new().await;
    let world = &board.product.world;
    let nobody = world.person(1, "zhao@partner1", ()).await;
    let (_, token) = world.signed_in(&nobody).await;
    let page = board.product.page_of(&token, "/deadlines").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    let home = board.product.page_of(&token, "/").await;
    assert!(!home.body.contains("href=\"/deadlines\""), "{}", home.body);

    // What partner 1 must decide is not on partner 2's board.
    let other = world.person(2, "qian@partner2", AgentRole::SalesAgent).await;
    let (_, token) = world.signed_in(&other).await;
    let page = board.product.page_of(&token, "/deadlines").await;
    says(&page, &["Nothing to decide"]);
}

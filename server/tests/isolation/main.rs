//! Whose a thing is: every address of customers, subscriptions, licences and disputes, as a stranger, in each
//! role, as another company, and without delegated administration.

mod doors;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::{Method, Request, StatusCode};
use domain::access::{Action, AdminRole, AgentRole, CustomerRole, PartnerRoles, customer_access};
use domain::customers::{SaveTag, TagColour};
use domain::ids::CustomerId;
use domain::licences::{BulkAction, BulkSelection, OffPlans};
use doors::{CUSTOMER, Door, ELSEWHERE, PARTNER};
use services::{customers, demo, licences};
use support::{Answer, Product};
use testkit::Sold;
use uuid::Uuid;

/// Where the addresses of this part of the product begin.
const OURS: [&str; 17] = [
    "/rpc/customers/",
    "/rpc/deadlines/",
    "/rpc/disputes/",
    "/rpc/fapiao/",
    "/rpc/licences/",
    "/rpc/on-behalf/",
    "/rpc/orders/",
    "/rpc/subscriptions/",
    "/rpc/users/",
    "/files/c",
    "/files/subscriptions",
    "/billing/disputes",
    "/billing/fapiao",
    "/customers",
    "/deadlines",
    "/seats",
    "/admin/",
];

/// Pages of the admin center that everybody has.
const COMMON: [&str; 3] = ["/admin/sign-in", "/admin/account", "/admin/help"];

/// Ids of things, by the name that stands for them.
type Things = Vec<(&'static str, Uuid)>;

/// Two partners, each with a customer to whom the same was sold.
struct Town {
    product: Product,
    things: [Things; 2],
}

impl Town {
    async fn new() -> Self {
        let product = Product::new().await;
        demo::load(product.world.system()).await.expect("the demo loads");
        let things = [things(&product, 1).await, things(&product, 2).await];
        Self { product, things }
    }

    /// What nobody has, but the offers.
    fn nothing(&self) -> Things {
        let kept = ["offer", "add_on", "sku"];
        let none = |(name, id): &(&'static str, Uuid)| {
            let new =
                Uuid::from_u128(0xdead_0000_0000_4000_8000_0000_0000_0000 + id.as_u128() % 97);
            (*name, if kept.contains(name) { *id } else { new })
        };
        self.things[0].iter().map(none).collect()
    }

    fn customer(&self, number: u8) -> CustomerId {
        self.product.world.customer(number)
    }

    /// A session of somebody of a partner, as a cookie.
    async fn partner(&self, number: u8, roles: PartnerRoles) -> String {
        let name = format!("p{}@partner{number}", self.product.world.request());
        let person = self.product.world.person(number, &name, roles).await;
        let (_, token) = self.product.world.signed_in(&person).await;
        support::cookie(&token)
    }

    /// A session of somebody of a customer, as a cookie.
    async fn customer_admin(&self, number: u8, roles: &[CustomerRole]) -> String {
        let world = &self.product.world;
        let name = format!("c{}@customer{number}.partner.onmschina.cn", world.request());
        let person = world.customer_person(number, &name, roles).await;
        let (_, token) = world.signed_in(&person).await;
        format!("admin-center-session={token}")
    }

    /// Calls `door` about `things`.
    async fn call(&self, door: &Door, things: &Things, cookie: &str) -> Answer {
        let filled = |text: &str| {
            let request = self.product.world.request().to_string();
            let text = text.replace("{request}", &request);
            let fill = |text: String, (name, id): &(&str, Uuid)| {
                text.replace(&format!("{{{name}}}"), &id.to_string())
            };
            things.iter().fold(text, fill).replace('[', "%5B").replace(']', "%5D")
        };
        let (path, fields) = (filled(door.path), filled(door.fields));
        let method = method(door.path);
        let get = method == Method::GET;
        let address = if get && !fields.is_empty() { format!("{path}?{fields}") } else { path };
        let accept = if address.starts_with("/rpc/") { "application/json" } else { "text/html" };
        let request = Request::builder()
            .method(method)
            .uri(address)
            .header(HOST, "portal")
            .header(ORIGIN, "http://portal")
            .header(ACCEPT, accept)
            .header(COOKIE, cookie)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(if get { Body::empty() } else { Body::from(fields) });
        self.product.send(request.expect("a request")).await
    }
}

/// The method of a server function; other addresses are read.
fn method(path: &str) -> Method {
    let mut functions = server_fn::axum::server_fn_paths();
    functions.find(|(other, _)| *other == path).map_or(Method::GET, |(_, method)| method)
}

/// What partner `number` and its customer have.
async fn things(product: &Product, number: u8) -> Things {
    let world = &product.world;
    let sold = |code: &str| {
        let offer = demo::offers().into_iter().find(|offer| offer.code == code);
        offer.expect("the demo sells it")
    };
    let e3 = sold("O365-E3");
    let mut tx = world.store().write().await.expect("the database writes");
    testkit::insert_pool(&mut tx, world.customer(number), e3.sku_id.into(), 5).await;
    let row = Sold {
        partner: world.partner(number),
        customer: world.customer(number),
        offer: e3.id,
        quantity: 5,
        status: "active",
    };
    let id = 0x00fa_0000_0000_4000_8000_0000_0000_0000 + u128::from(number);
    let subscription = testkit::insert_subscription(&mut tx, id + 0x7000_0000, row).await;
    testkit::insert_history(&mut tx, subscription, row).await;
    let invoice = testkit::insert_invoice(&mut tx, number.into(), row, subscription).await.id;
    let of = (world.partner(number), invoice);
    let dispute = testkit::insert_accepted_dispute(&mut tx, number.into(), of, 1, 100).await;
    tx.commit().await.expect("the database writes");
    let user = world.customer_user(number, "wang.wei", &[]).await;
    let selection = BulkSelection {
        request: world.request(),
        users: vec![user],
        sku: e3.sku_id.into(),
        action: BulkAction::Assign,
        off: OffPlans::default(),
    };
    let admin = world.customer_caller(number, &[CustomerRole::GlobalAdmin]);
    let job = licences::check_selection(&admin, selection, "en").await.expect("it can be checked");
    let (request, name) = (world.request(), "VIP".to_owned());
    let new = SaveTag { request, tag: None, name, colour: TagColour::ALL[0] };
    let agent = world.caller(number, AgentRole::AdminAgent);
    let tags = customers::save_tag(&agent, new).await.expect("the name is new");
    vec![
        ("customer", world.customer(number).into()),
        ("subscription", subscription.into()),
        ("invoice", invoice.into()),
        ("dispute", dispute.into()),
        ("user", user.into()),
        ("job", job.job.id.into()),
        ("tag", tags[0].id.into()),
        ("offer", e3.id.into()),
        ("add_on", sold("ADD-STO").id.into()),
        ("sku", e3.sku_id),
        // Nobody has one.
        ("view", Uuid::from_u128(0xdead_0000_0000_4000_8000_0000_0000_0001)),
    ]
}

/// Every combination that somebody of a partner can have: each role alone.
fn partner_roles() -> Vec<PartnerRoles> {
    let agents = AgentRole::ALL.iter().map(|role| PartnerRoles { agent: Some(*role), admin: None });
    let admins = AdminRole::ALL.iter().map(|role| PartnerRoles { agent: None, admin: Some(*role) });
    agents.chain(admins).chain([PartnerRoles::default()]).collect()
}

/// Whoever has all that there is.
const ALL_ROLES: PartnerRoles =
    PartnerRoles { agent: Some(AgentRole::AdminAgent), admin: Some(AdminRole::GlobalAdmin) };

/// Whether the book lets somebody in through `door`.
fn may(door: &Door, access: impl Fn(Action) -> domain::access::Access) -> bool {
    // A calendar and a view of a list are the reader's own.
    let reads = method(door.path) == Method::GET
        || door.path.ends_with("-calendar")
        || door.path.ends_with("-view");
    door.who.iter().any(|action| {
        let access = access(*action);
        access.may_change() || reads && access.may_read()
    })
}

/// `answer` without what is different each time: ids and nonces.
fn told(answer: &Answer) -> (StatusCode, String, String) {
    let same = |text: &str| {
        let mut told = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(next) = rest.chars().next() {
            if rest
                .get(..36)
                .is_some_and(|id| id.as_bytes()[8] == b'-' && Uuid::try_parse(id).is_ok())
            {
                told.push('#');
                rest = &rest[36..];
            } else {
                told.push(next);
                rest = &rest[next.len_utf8()..];
            }
        }
        told
    };
    let nonce = answer.body.split("nonce=\"").nth(1).and_then(|rest| rest.split('"').next());
    let body = match nonce {
        Some(nonce) if !nonce.is_empty() => answer.body.replace(nonce, "#"),
        _ => answer.body.clone(),
    };
    (answer.status, same(answer.location()), same(&body))
}

/// Where two answers begin to differ.
fn difference(one: &(StatusCode, String, String), other: &(StatusCode, String, String)) -> String {
    let same = one.2.bytes().zip(other.2.bytes()).take_while(|(one, other)| one == other).count();
    let around = |body: &str| {
        let from = body.floor_char_boundary(same.saturating_sub(60));
        body[from..body.ceil_char_boundary((same + 60).min(body.len()))].to_owned()
    };
    format!("{} {} {} / {} {} {}", one.0, one.1, around(&one.2), other.0, other.1, around(&other.2))
}

#[test]
fn every_address_is_in_the_list() {
    let router = include_str!("../../src/web.rs");
    let pages = include_str!("../../../app/src/surfaces.rs");
    let quoted = |source: &'static str, mark: &'static str| {
        source
            .split(mark)
            .skip(1)
            .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
    };
    let functions = server_fn::axum::server_fn_paths().map(|(path, _)| path.to_owned());
    let routes = quoted(router, ".route(").map(str::to_owned);
    let pages = quoted(pages, "path!(").map(|page| {
        let part =
            |part: &str| part.strip_prefix(':').map_or(part.to_owned(), |it| format!("{{{it}}}"));
        page.split('/').map(part).collect::<Vec<_>>().join("/")
    });
    let ours = |path: &String| {
        OURS.iter().any(|begin| path.starts_with(begin))
            && !COMMON.iter().any(|common| path.starts_with(common))
    };
    let there: BTreeSet<_> = functions.chain(routes).chain(pages).filter(ours).collect();
    let doors = PARTNER.iter().chain(CUSTOMER).map(|door| door.path);
    let named: BTreeSet<_> = doors.chain(ELSEWHERE.iter().copied()).map(str::to_owned).collect();
    assert_eq!(named, there);
}

#[tokio::test]
async fn strangers_are_asked_to_sign_in() {
    let town = Town::new().await;
    let mut wrong = Vec::new();
    for door in PARTNER.iter().chain(CUSTOMER) {
        let answer = town.call(door, &town.things[0], "").await;
        let page = !door.path.contains("/rpc/") && !door.path.contains("/files/");
        let asked = if page {
            answer.status == StatusCode::SEE_OTHER && answer.location().contains("/sign-in?")
        } else {
            answer.status == StatusCode::UNAUTHORIZED
        };
        if !asked || answer.body.contains("VIP") {
            wrong.push(format!("{}: {} {}", door.path, answer.status, answer.location()));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn each_role_of_a_partner_gets_what_the_book_gives_it() {
    let town = Town::new().await;
    let mut wrong = Vec::new();
    for roles in partner_roles() {
        let cookie = town.partner(1, roles).await;
        for door in PARTNER {
            let answer = town.call(door, &town.things[0], &cookie).await;
            let refused = answer.status == StatusCode::FORBIDDEN;
            if refused == may(door, |action| roles.access(action))
                || answer.status.is_server_error()
            {
                wrong.push(format!("{roles:?} {}: {}", door.path, answer.status));
            }
        }
        for door in CUSTOMER {
            let answer = town.call(door, &town.things[0], &cookie).await;
            if ![StatusCode::UNAUTHORIZED, StatusCode::SEE_OTHER].contains(&answer.status) {
                wrong.push(format!("{roles:?} {}: {}", door.path, answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn each_role_of_a_customer_gets_what_the_book_gives_it() {
    let town = Town::new().await;
    let mut wrong = Vec::new();
    let roles = CustomerRole::ALL.iter().map(std::slice::from_ref).chain([&[][..]]);
    for roles in roles {
        let cookie = town.customer_admin(1, roles).await;
        for door in CUSTOMER {
            let answer = town.call(door, &town.things[0], &cookie).await;
            let refused = answer.status == StatusCode::FORBIDDEN;
            let may = may(door, |action| customer_access(roles, action));
            if refused == may || answer.status.is_server_error() {
                wrong.push(format!("{roles:?} {}: {}", door.path, answer.status));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn what_another_company_has_is_what_nobody_has() {
    let town = Town::new().await;
    let mut wrong = Vec::new();
    let nothing = town.nothing();
    let partner = town.partner(1, ALL_ROLES).await;
    let customer = town.customer_admin(1, &[CustomerRole::GlobalAdmin]).await;
    let doors = PARTNER.iter().map(|door| (door, &partner));
    for (door, cookie) in doors.chain(CUSTOMER.iter().map(|door| (door, &customer))) {
        for name in ["customer", "subscription", "invoice", "dispute", "user", "job", "tag"] {
            let placed = format!("{{{name}}}");
            if !door.path.contains(&placed) && !door.fields.contains(&placed) {
                continue;
            }
            // Only this thing is another's; and then all of them.
            for alone in [true, false] {
                let mixed = |others: &Things| -> Things {
                    let own = town.things[0].iter().zip(others);
                    own.map(|(own, other)| if alone && own.0 != name { *own } else { *other })
                        .collect()
                };
                let theirs = told(&town.call(door, &mixed(&town.things[1]), cookie).await);
                let nobodys = told(&town.call(door, &mixed(&nothing), cookie).await);
                if theirs != nobodys {
                    wrong.push(format!("{} {name}: {}", door.path, difference(&theirs, &nobodys)));
                }
                // 403 is what the book says of a customer without a relationship (20002).
                if ![StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&theirs.0) {
                    wrong.push(format!("{} {name}: {}", door.path, theirs.0));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn without_delegated_administration_an_agent_is_out_at_once() {
    let town = Town::new().await;
    let agent = town.partner(1, ALL_ROLES).await;
    let delegate = async |delegated| {
        let world = &town.product.world;
        let mut tx = world.store().write().await.expect("the database writes");
        testkit::delegate(&mut tx, world.partner(1), town.customer(1), delegated).await;
        tx.commit().await.expect("the database writes");
    };
    let open = PARTNER.iter().find(|door| door.path == "/rpc/on-behalf/open").expect("listed");
    delegate(true).await;
    let opened = town.call(open, &town.things[0], &agent).await;
    let inside = opened.header("set-cookie").split(';').next().expect("a cookie").to_owned();
    let list = CUSTOMER.iter().find(|door| door.path == "/rpc/users/list").expect("listed");
    assert_eq!(town.call(list, &town.things[0], &inside).await.status, StatusCode::OK);

    delegate(false).await;
    let again = town.call(open, &town.things[0], &agent).await;
    assert!(again.status.is_client_error(), "{}", again.status);
    assert!(again.header("set-cookie").is_empty(), "no way in");
    let mut wrong = Vec::new();
    for door in CUSTOMER {
        let answer = town.call(door, &town.things[0], &inside).await;
        let asked = answer.location().contains("/sign-in?");
        if answer.status != StatusCode::UNAUTHORIZED && !asked {
            wrong.push(format!("{}: {}", door.path, answer.status));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

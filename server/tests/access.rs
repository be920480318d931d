//! Who gets in where: every address, signed out and as somebody without a role.
//!
//! An address that the list does not name fails the test.

mod support;

use std::collections::BTreeSet;

use axum::body::Body;
use axum::http::header::{ACCEPT, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::{Method, Request, StatusCode};
use support::{Product, cookie};

/// What an address is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Door {
    /// Everybody.
    Open,
    /// Whoever is half way through signing in.
    Entry,
    /// Everybody who has signed in, for what is their own.
    Own,
    /// Whoever has a role for it.
    Role,
    /// Whoever has signed in to the admin center.
    Customer,
    /// Whoever has signed in to the back office.
    Operator,
    /// Nobody in a live portal.
    Sandbox,
}

use Door::{Customer, Entry, Open, Operator, Own, Role, Sandbox};

const REQUEST: &str = "00000000-0000-0000-0000-0000000000ff";

/// A customer's form without a fault.
const CUSTOMER: &str = "draft[request]=#&draft[id]=#&draft[version]=1&draft[name]=A\
    &draft[uscc]=91330106MA2DEM033H&draft[address1]=1&draft[province]=ZJ&draft[city]=A\
    &draft[postcode]=310012&draft[family_name]=A&draft[given_name]=B\
    &draft[email]=a@b.example&draft[contact_phone]=13912345678";
/// The fields of a form that changes a subscription, with those of its own.
macro_rules! target {
    ($rest:literal) => {
        concat!(
            "draft[target][request]=#&draft[target][customer]=#",
            "&draft[target][subscription]=#&draft[target][seen]=1",
            $rest
        )
    };
}

/// Every server function, with arguments that it can read.
const FUNCTIONS: &[(&str, Door, &str)] = &[
    ("/rpc/account/begin-enrolment", Entry, "surface=partner-center"),
    (
        "/rpc/account/change-password",
        Own,
        "surface=partner-center&draft[request]=#&draft[current]=a&draft[new]=b&draft[repeat]=b",
    ),
    ("/rpc/account/choose-language", Open, "draft[surface]=partner-center&draft[language]=fr"),
    ("/rpc/account/colleagues-who-may", Own, "surface=partner-center&action=21"),
    (
        "/rpc/account/confirm-second-factor",
        Own,
        "draft[surface]=partner-center&draft[request]=#&draft[code]=123456",
    ),
    ("/rpc/account/end-other-sessions", Own, "draft[surface]=partner-center&draft[request]=#"),
    (
        "/rpc/account/end-session",
        Own,
        "draft[surface]=partner-center&draft[request]=#&draft[session]=#",
    ),
    (
        "/rpc/account/enrol",
        Entry,
        "draft[surface]=partner-center&draft[request]=#&draft[code]=123456",
    ),
    ("/rpc/account/entry", Entry, "surface=partner-center"),
    ("/rpc/account/find", Own, "surface=partner-center"),
    ("/rpc/account/find-second-factor", Own, "surface=partner-center&setting_up=false"),
    (
        "/rpc/account/first-password",
        Entry,
        "draft[surface]=partner-center&draft[new]=Neues-Wort7&draft[repeat]=Neues-Wort7",
    ),
    ("/rpc/account/fold-menu", Open, "menu=folded"),
    (
        "/rpc/account/remove-second-factor",
        Own,
        "draft[surface]=partner-center&draft[request]=#&draft[password]=a",
    ),
    (
        "/rpc/account/save-settings",
        Own,
        "draft[surface]=partner-center&draft[request]=#&draft[language]=fr&draft[theme]=",
    ),
    ("/rpc/account/second-factor", Entry, "draft[surface]=partner-center&draft[code]=123456"),
    (
        "/rpc/account/sign-in",
        Open,
        "draft[surface]=partner-center&draft[name]=nobody&draft[password]=a",
    ),
    ("/rpc/account/sign-out", Open, "draft[surface]=partner-center"),
    ("/rpc/activity/list", Role, "filter[limit]=1"),
    ("/rpc/billing/changes", Role, "id=#&page=0"),
    ("/rpc/billing/exposure", Role, "sort=total&page=0"),
    ("/rpc/billing/file", Role, "query[invoice]=#&query[file]=license&query[after]=0"),
    ("/rpc/billing/find", Role, "year=2019"),
    ("/rpc/billing/invoice", Role, "id=#"),
    ("/rpc/billing/lines", Role, "id=#&after=0"),
    ("/rpc/billing/payments", Operator, ""),
    ("/rpc/billing/scenarios", Role, ""),
    ("/rpc/billing/spending", Role, ""),
    (
        "/rpc/billing/record-payment",
        Operator,
        "draft[request]=#&draft[partner]=#&draft[received_on]=2019-06-10&draft[amount]=1\
         &draft[reference]=a",
    ),
    ("/rpc/catalogue/find", Role, "id=#"),
    ("/rpc/catalogue/list", Role, "query[words]=&query[sort]=name&query[page]=0&query[size]=0"),
    ("/rpc/catalogue/pin-board", Role, ""),
    ("/rpc/catalogue/save-pins", Role, "draft[request]=#&draft[version]=0&draft[offers]="),
    ("/rpc/customers/account", Role, "id=#"),
    ("/rpc/customers/create", Role, "draft[request]=#"),
    ("/rpc/customers/delete-tag", Role, "draft[request]=#&draft[id]=#&draft[version]=1"),
    ("/rpc/customers/drop-new", Role, "draft[request]=#"),
    ("/rpc/customers/edit", Role, CUSTOMER),
    ("/rpc/customers/find-editable", Role, "id=#"),
    ("/rpc/customers/keep-new", Role, "draft[request]=#"),
    ("/rpc/customers/list", Role, "query[words]="),
    ("/rpc/customers/mark", Role, "draft[request]=#&draft[tag]=#&draft[customers]=#"),
    ("/rpc/customers/review", Role, ""),
    ("/rpc/customers/delete-view", Role, "draft[request]=#&draft[id]=#"),
    ("/rpc/customers/risk", Role, "id=#"),
    ("/rpc/customers/save-policy", Role, "draft[request]=#&draft[version]=0&draft[policy]=a"),
    (
        "/rpc/customers/save-risk",
        Role,
        "draft[request]=#&draft[customer]=#&draft[version]=0&draft[notes]=a",
    ),
    ("/rpc/customers/save-view", Role, "draft[request]=#&draft[name]=a&draft[query]=words%3Da"),
    ("/rpc/customers/save-tag", Role, "draft[request]=#&draft[name]=VIP"),
    ("/rpc/customers/tags", Role, ""),
    ("/rpc/customers/timeline", Role, "id=#"),
    ("/rpc/customers/welcome", Role, "id=#"),
    ("/rpc/customers/wizard", Role, ""),
    ("/rpc/licences/apply", Customer, "draft[request]=#&draft[job]=#&draft[seen]=0"),
    (
        "/rpc/licences/check-selection",
        Customer,
        "draft[request]=#&draft[users][]=#&draft[licence]=#&draft[action]=assign",
    ),
    ("/rpc/licences/job", Customer, "job=#&filter[after]=0"),
    ("/rpc/licences/jobs", Customer, ""),
    ("/rpc/licences/own-subscriptions", Customer, ""),
    ("/rpc/licences/pools", Customer, ""),
    ("/rpc/licences/seats", Role, "query[idle_only]=false&query[page]=0"),
    ("/rpc/licences/set", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    ("/rpc/licences/undo", Customer, "draft[request]=#&draft[job]=#&draft[seen]=0"),
    ("/rpc/mails/list", Operator, "query[words]="),
    ("/rpc/on-behalf/end", Open, "draft[customer]=#"),
    ("/rpc/on-behalf/find", Role, "customer=#"),
    ("/rpc/on-behalf/open", Role, "draft[customer]=#"),
    ("/rpc/deadlines/calendar", Role, ""),
    ("/rpc/deadlines/list", Role, ""),
    ("/rpc/deadlines/nearest", Role, ""),
    ("/rpc/deadlines/rotate-calendar", Role, "draft[request]=#"),
    ("/rpc/deadlines/stop-calendar", Role, "draft[request]=#"),
    (
        "/rpc/disputes/close",
        Role,
        "draft[request]=#&draft[id]=#&draft[version]=1&draft[informed_on]=2019-06-10",
    ),
    ("/rpc/disputes/chosen", Role, "invoice=#&lines[0]=1"),
    ("/rpc/disputes/customer", Role, "customer=#"),
    ("/rpc/disputes/disputable", Role, "invoice=#&after=0"),
    ("/rpc/disputes/find", Role, "id=#"),
    ("/rpc/disputes/list", Role, "query[status]=open"),
    (
        "/rpc/disputes/raise",
        Role,
        "draft[request]=#&draft[invoice]=#&draft[lines][]=1&draft[amount]=1&draft[reason]=tax\
         &draft[text]=1234567890",
    ),
    ("/rpc/fapiao/form", Role, "invoice=#"),
    ("/rpc/fapiao/list", Role, "query[status]=issued"),
    (
        "/rpc/fapiao/request",
        Role,
        "draft[request]=#&draft[invoice]=#&draft[kind]=general&draft[title]=AB\
         &draft[delivery]=pick-up&draft[recipient]=A&draft[phone]=13912345678",
    ),
    ("/rpc/onboarding/review-catalog", Role, "draft[request]=#"),
    (
        "/rpc/operator-disputes/decide",
        Operator,
        "draft[request]=#&draft[id]=#&draft[version]=1&draft[decision]=refuse&draft[answer]=a",
    ),
    ("/rpc/operator-disputes/find", Operator, "id=#"),
    ("/rpc/operator-disputes/list", Operator, "query[status]=open"),
    ("/rpc/operator-fapiao/find", Operator, "id=#"),
    ("/rpc/operator-fapiao/list", Operator, "query[status]=issued"),
    (
        "/rpc/operator-fapiao/move",
        Operator,
        "draft[request]=#&draft[id]=#&draft[version]=1&draft[step]=mail",
    ),
    ("/rpc/orders/catalogue", Role, "customer=#"),
    (
        "/rpc/orders/order-add-on",
        Role,
        "draft[request]=#&draft[customer]=#&draft[parent]=#&draft[offer]=#&draft[quantity]=1",
    ),
    (
        "/rpc/orders/place",
        Role,
        "draft[request]=#&draft[customer]=#&draft[lines][0][offer]=#&draft[lines][0][quantity]=1",
    ),
    ("/rpc/overview/find", Own, ""),
    ("/rpc/overview/own-company", Customer, ""),
    (
        "/rpc/partner-accounts/change",
        Operator,
        "draft[request]=#&draft[partner]=#&draft[step]=suspend&draft[reason]=a",
    ),
    ("/rpc/partner-accounts/find", Operator, "partner=#"),
    (
        "/rpc/partner-accounts/issue-credit-note",
        Operator,
        "draft[request]=#&draft[partner]=#&draft[invoice]=#&draft[amount]=1&draft[credit_reason]=a",
    ),
    ("/rpc/partner-accounts/list", Operator, ""),
    (
        "/rpc/partner-accounts/run-again",
        Operator,
        "draft[request]=#&draft[partner]=#&draft[date]=2019-06-15",
    ),
    ("/rpc/prices/changes", Role, "page=0"),
    ("/rpc/prices/compare", Role, ""),
    ("/rpc/prices/list", Role, "query[words]="),
    ("/rpc/prices/operator", Operator, ""),
    ("/rpc/prices/specials", Operator, ""),
    (
        "/rpc/prices/add-special",
        Operator,
        "draft[request]=#&draft[partner]=#&draft[offer]=#&draft[price]=1\
         &draft[first_day]=2099-01-01&draft[last_day]=2099-01-01",
    ),
    ("/rpc/prices/end-special", Operator, "draft[request]=#&draft[special]=#&draft[seen]=1"),
    ("/rpc/prices/publish", Operator, "draft[request]=#&draft[upload]=#"),
    ("/rpc/sandbox/advance", Sandbox, "draft[request]=#&draft[count]=1&draft[unit]=days"),
    ("/rpc/sandbox/find", Sandbox, ""),
    (
        "/rpc/users/add",
        Customer,
        "draft[request]=#&draft[display_name]=a&draft[user_name]=a&draft[roles][]=global-admin",
    ),
    ("/rpc/users/block", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    ("/rpc/users/delete", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    (
        "/rpc/users/edit",
        Customer,
        "draft[request]=#&draft[user]=#&draft[version]=0&draft[display_name]=a",
    ),
    ("/rpc/users/find", Customer, "user=#"),
    ("/rpc/users/begin-import", Customer, ""),
    ("/rpc/users/import", Customer, "draft[request]=#&draft[job]=#&draft[seen]=0"),
    ("/rpc/users/import-file", Customer, "job=#"),
    ("/rpc/users/list", Customer, "query[words]=&query[size]=0"),
    ("/rpc/users/new", Customer, ""),
    ("/rpc/users/reset-password", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    ("/rpc/users/restore", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    ("/rpc/users/set-roles", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    ("/rpc/users/unblock", Customer, "draft[request]=#&draft[user]=#&draft[version]=0"),
    ("/rpc/search/find", Own, "words=ab"),
    ("/rpc/subscriptions/change-quantity", Role, target!("&draft[quantity]=2")),
    ("/rpc/subscriptions/change-reseller", Role, target!("&draft[reseller]=")),
    ("/rpc/subscriptions/find", Role, "customer=#&id=#"),
    ("/rpc/subscriptions/list", Role, "customer=#"),
    ("/rpc/subscriptions/reactivate", Role, target!("")),
    ("/rpc/subscriptions/rehearse", Role, "customer=#&id=#"),
    ("/rpc/subscriptions/rename", Role, target!("&draft[nickname]=a")),
    ("/rpc/subscriptions/suspend", Role, target!("&draft[reason]=non-payment&draft[note]=")),
    ("/rpc/subscriptions/upgrade", Role, target!("&draft[offer]=#&draft[quantity]=1")),
    (
        "/rpc/subscriptions/what-if",
        Role,
        "proposal[Quantity][target][request]=#&proposal[Quantity][target][customer]=#\
         &proposal[Quantity][target][subscription]=#&proposal[Quantity][target][seen]=1\
         &proposal[Quantity][quantity]=2",
    ),
];

/// Every other address that answers data.
const FILES: &[(&str, Door, &str)] = &[
    ("/files/activity.csv", Role, ""),
    ("/files/activity.xlsx", Role, ""),
    ("/files/customers.csv", Role, ""),
    ("/files/customers.xlsx", Role, ""),
    ("/admin/files/users-template.csv", Customer, ""),
    ("/admin/files/users-template.xlsx", Customer, ""),
    ("/admin/files/licences-template.csv", Customer, ""),
    ("/admin/files/licences-template.xlsx", Customer, ""),
    ("/admin/files/licences-problems.csv", Customer, "job=#"),
    ("/admin/files/licences-problems.xlsx", Customer, "job=#"),
    // Behind a secret, which nobody has here.
    ("/files/calendar/00.ics", Open, ""),
    ("/files/billing/invoice.pdf", Role, "invoice=#"),
    ("/files/billing/license.csv", Role, "invoice=#"),
    ("/files/billing/license.xlsx", Role, "invoice=#"),
    ("/files/billing/examples/cs04.json", Role, ""),
    ("/files/billing/exposure.csv", Role, ""),
    ("/files/billing/exposure.xlsx", Role, ""),
    ("/files/billing/usage.csv", Role, "invoice=#"),
    ("/files/billing/usage.xlsx", Role, "invoice=#"),
    ("/files/prices.csv", Role, ""),
    ("/files/price-changes.csv", Role, ""),
    ("/operator/files/prices-template.csv", Operator, ""),
    ("/files/subscriptions.csv", Role, "customer=#"),
    ("/files/subscriptions.xlsx", Role, "customer=#"),
];

/// A script that calls `path`, for whoever has the session `token`.
fn call(path: &str, method: &Method, arguments: &str, token: Option<&str>) -> Request<Body> {
    let arguments = arguments.replace('#', REQUEST);
    let get = method == Method::GET;
    let address = if get { format!("{path}?{arguments}") } else { path.to_owned() };
    let cookies = token.map(cookie).unwrap_or_default();
    Request::builder()
        .method(method)
        .uri(address.replace('[', "%5B").replace(']', "%5D"))
        .header(HOST, "portal")
        .header(ORIGIN, "http://portal")
        .header(ACCEPT, "application/json")
        .header(COOKIE, cookies)
        .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(if get { Body::empty() } else { Body::from(arguments) })
        .unwrap()
}

/// The method of a server function; other addresses are read.
fn method(path: &str) -> Method {
    let mut functions = server_fn::axum::server_fn_paths();
    functions.find(|(other, _)| *other == path).map_or(Method::GET, |(_, method)| method)
}

/// Whether the caller got as far as the use case: done, refused by a rule, or not found.
fn let_in(status: StatusCode) -> bool {
    ![StatusCode::UNAUTHORIZED, StatusCode::FORBIDDEN].contains(&status)
        && !status.is_server_error()
}

#[test]
fn every_server_function_is_named_here() {
    let functions = server_fn::axum::server_fn_paths().map(|(path, _)| path);
    let named: BTreeSet<_> = FUNCTIONS.iter().map(|(path, ..)| *path).collect();
    assert_eq!(named, functions.collect());
}

#[tokio::test]
async fn strangers_get_what_is_open() {
    let mut wrong = Vec::new();
    for (path, door, arguments) in FUNCTIONS.iter().chain(FILES) {
        let product = Product::new().await;
        let answer = product.send(call(path, &method(path), arguments, None)).await;
        let right = match door {
            // Signing in as nobody is refused by its own rule.
            Open => let_in(answer.status) || *path == "/rpc/account/sign-in",
            Entry | Own | Role | Customer | Operator => answer.status == StatusCode::UNAUTHORIZED,
            Sandbox => answer.status == StatusCode::NOT_FOUND,
        };
        if !right || answer.status == StatusCode::BAD_REQUEST {
            wrong.push(format!("{path}, {door:?}: {} {}", answer.status, answer.body));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn whoever_has_no_role_gets_what_is_their_own() {
    let mut wrong = Vec::new();
    for (path, door, arguments) in FUNCTIONS.iter().chain(FILES) {
        let product = Product::new().await;
        let person = product.world.person(1, "zhao@partner1", ()).await;
        let (_, token) = product.world.signed_in(&person).await;
        let answer = product.send(call(path, &method(path), arguments, Some(&token))).await;
        let right = match door {
            // Stages that are behind are refused by their own rules.
            Open | Entry => !answer.status.is_server_error(),
            Own => let_in(answer.status),
            Role => answer.status == StatusCode::FORBIDDEN,
            Customer | Operator => answer.status == StatusCode::UNAUTHORIZED,
            Sandbox => answer.status == StatusCode::NOT_FOUND,
        };
        if !right {
            wrong.push(format!("{path}, {door:?}: {} {}", answer.status, answer.body));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[tokio::test]
async fn a_session_counts_on_its_own_surface_only() {
    let product = Product::new().await;
    let person = product.world.person(1, "zhao@partner1", ()).await;
    let (_, token) = product.world.signed_in(&person).await;
    for surface in ["admin-center", "back-office"] {
        let mut request =
            call("/rpc/account/find", &Method::GET, &format!("surface={surface}"), Some(&token));
        let cookies = format!("{surface}-session={token}; {}", cookie(&token));
        request.headers_mut().insert(COOKIE, cookies.parse().unwrap());
        assert_eq!(product.send(request).await.status, StatusCode::UNAUTHORIZED, "{surface}");
    }
}

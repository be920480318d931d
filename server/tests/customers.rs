//! The customers' pages: what they show, and what becomes of their forms without script.

mod support;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{COOKIE, REFERER};
use domain::access::{AdminRole, AgentRole};
use domain::customers::{NewCustomer, NewCustomerDraft, ProfileDraft};
use domain::ids::CustomerId;
use services::{Caller, customers};
use support::{Answer, Product, cookie, form, get};
use testkit::{IntoRoles, profile, run_sql};

const CODE: &str = "91330106MA2DEM033H";

/// Somebody of the first partner: a caller and a session.
async fn person(product: &Product, roles: impl IntoRoles) -> (Caller, String) {
    let person = product.world.person(1, "li@partner1", roles).await;
    product.world.signed_in(&person).await
}

async fn create(product: &Product, caller: &Caller, domain: &str) -> CustomerId {
    let wanted = NewCustomer {
        request: product.world.request(),
        domain: domain.parse().unwrap(),
        uscc_confirmed: true,
        profile: profile(CODE),
    };
    customers::create(caller, wanted).await.unwrap().id
}

/// The page at `path` in `language`.
async fn read(product: &Product, token: &str, path: &str, language: &str) -> Answer {
    let cookies = format!("{}; lang={language}", cookie(token));
    product.send(get(path).header(COOKIE, cookies).body(Body::empty()).unwrap()).await
}

/// Sends `fields` as the form of the page `from` to `path`.
async fn send(product: &Product, token: &str, from: &str, path: &str, fields: &str) -> Answer {
    let mut request = form(path, fields);
    request.headers_mut().insert(COOKIE, cookie(token).parse().unwrap());
    request.headers_mut().insert(REFERER, format!("http://portal{from}").parse().unwrap());
    product.send(request).await
}

/// What the hidden field `name` of the first form with it holds.
fn hidden(page: &Answer, name: &str) -> String {
    let field = format!("name=\"draft[{name}]\" value=\"");
    let (_, rest) = page.body.split_once(&field).unwrap_or_else(|| panic!("{name}: {}", page.body));
    rest.split('"').next().unwrap().to_owned()
}

/// `draft` as a browser sends it.
fn fields(draft: &impl serde::Serialize) -> String {
    let serde_json::Value::Object(values) = serde_json::to_value(draft).unwrap() else {
        panic!("a form has fields")
    };
    let pairs = values.iter().map(|(name, value)| {
        format!("draft%5B{name}%5D={}", app::context::percent(value.as_str().unwrap()))
    });
    pairs.collect::<Vec<_>>().join("&")
}

#[tokio::test]
async fn the_list_is_there_in_each_language() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    for (language, words) in [
        ("en", ["<h1 tabindex=\"-1\">Customers", "Add customer", "Active subscriptions"]),
        ("fr", ["<h1 tabindex=\"-1\">Clients", "Ajouter un client", "Abonnements actifs"]),
        ("zh-CN", ["<h1 tabindex=\"-1\">客户", "添加客户", "有效订阅"]),
    ] {
        let page = read(&product, &token, "/customers", language).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for word in words {
            assert!(page.body.contains(word), "{language} {word}: {}", page.body);
        }
        assert!(page.body.contains(&format!("<a href=\"/customers/{id}\">")), "{}", page.body);
        assert!(page.body.contains("xiling.partner.onmschina.cn"), "{}", page.body);
    }
}

#[tokio::test]
async fn a_search_keeps_its_term_and_says_that_nothing_was_found() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    create(&product, &caller, "xiling").await;
    let found = read(&product, &token, "/customers?words=XILING", "en").await;
    assert!(found.body.contains("One customer"), "{}", found.body);
    let none = read(&product, &token, "/customers?words=contoso", "en").await;
    assert!(none.body.contains("No customer matches “contoso”"), "{}", none.body);
    assert!(none.body.contains("value=\"contoso\""), "the term stays: {}", none.body);
    let delegated = read(&product, &token, "/customers?delegated=no", "en").await;
    assert!(delegated.body.contains("No customer matches these filters"), "{}", delegated.body);
}

#[tokio::test]
async fn the_first_customer_is_asked_for_by_those_who_may_add_it() {
    let product = Product::new().await;
    let mut tx = product.world.store().write().await.unwrap();
    run_sql(&mut tx, "DELETE FROM relationships").await.unwrap();
    tx.commit().await.unwrap();
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let page = read(&product, &token, "/customers", "en").await;
    assert!(page.body.contains("Add your first customer"), "{}", page.body);
    assert!(page.body.contains("href=\"/customers/new\""), "{}", page.body);
}

#[tokio::test]
async fn a_suspended_partner_sees_why_nobody_can_be_added() {
    let product = Product::new().await;
    let mut tx = product.world.store().write().await.unwrap();
    let sql = "UPDATE partners SET suspended = 1 WHERE domain_prefix = 'partner1'";
    run_sql(&mut tx, sql).await.unwrap();
    tx.commit().await.unwrap();
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let page = read(&product, &token, "/customers", "en").await;
    assert!(!page.body.contains("href=\"/customers/new\""), "{}", page.body);
    assert!(page.body.contains("because an invoice is overdue"), "{}", page.body);
}

#[tokio::test]
async fn helpdesk_neither_adds_nor_exports_and_billing_opens_bills() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::HelpdeskAgent).await;
    let page = read(&product, &token, "/customers", "en").await;
    assert!(!page.body.contains("Add customer"), "{}", page.body);
    assert!(!page.body.contains("/files/customers"), "{}", page.body);
    let file = product.page_of(&token, "/files/customers.csv").await;
    assert_eq!(file.status, StatusCode::FORBIDDEN);

    let billing = product.world.person(1, "zhao@partner1", AdminRole::BillingAdmin).await;
    let (_, token) = product.world.signed_in(&billing).await;
    let page = read(&product, &token, "/customers", "en").await;
    assert_eq!(page.status, StatusCode::OK);
    let id = product.world.customer(1);
    assert!(page.body.contains("customer1.partner.onmschina.cn"), "{}", page.body);
    let links = |to: &str| format!("href=\"/customers/{id}{to}\"");
    assert!(page.body.contains(&links("")), "{}", page.body);
    assert!(!page.body.contains(&links("/account")), "{}", page.body);
    let page = read(&product, &token, &format!("/customers/{id}/billing"), "en").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains(&links("/billing")) && page.body.contains(&links("")));
    for closed in ["/account", "/timeline", "/services", "/risk"] {
        assert!(!page.body.contains(&links(closed)), "{closed}: {}", page.body);
    }

    let users = product.world.person(1, "sun@partner1", AdminRole::UserManagementAdmin).await;
    let (_, token) = product.world.signed_in(&users).await;
    let page = read(&product, &token, "/customers", "en").await;
    assert_eq!(page.status, StatusCode::FORBIDDEN);
    assert!(!page.body.contains("href=\"/customers\""), "not in the menu: {}", page.body);
}

#[tokio::test]
async fn the_list_comes_as_csv_with_what_was_searched_for() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    let file = product.page_of(&token, "/files/customers.csv?words=xiling&tag=&sort=domain").await;
    assert_eq!(file.status, StatusCode::OK, "{}", file.body);
    assert_eq!(
        file.header("content-disposition"),
        "attachment; filename=\"customers-2019-06-10.csv\""
    );
    let mut lines = file.body.split("\r\n");
    let head = "\u{feff}Microsoft ID,Company name,Primary domain name,Relationship";
    assert_eq!(lines.next(), Some(head));
    let row = lines.next().unwrap();
    assert!(row.starts_with(&id.to_string()) && row.ends_with("Reseller"), "{row}");
    assert_eq!(lines.next(), Some(""));
    for wrong in ["?tag=x", "?delegated=maybe", "?sort=size"] {
        let file = product.page_of(&token, &format!("/files/customers.csv{wrong}")).await;
        assert_eq!(file.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    let book = product.page_of(&token, "/files/customers.xlsx").await;
    assert!(book.body.starts_with("PK"));
}

#[tokio::test]
async fn the_account_is_there_in_each_language() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    for (language, words) in [
        ("en", ["Unified social credit code", "Zhejiang", "Commercial", ">Edit<"]),
        ("fr", ["Code de crédit social unifié", "Zhejiang", "Contact principal", ">Modifier<"]),
        ("zh-CN", ["统一社会信用代码", "浙江省", "主要联系人", ">编辑<"]),
    ] {
        let page = read(&product, &token, &format!("/customers/{id}/account"), language).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for word in words {
            assert!(page.body.contains(word), "{language} {word}: {}", page.body);
        }
        for fact in [CODE, &id.to_string(), "xiling.partner.onmschina.cn"] {
            assert!(page.body.contains(fact), "{language} {fact}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn another_partners_customer_is_none() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let theirs = product.world.customer(2);
    for path in ["account", "account/edit", "timeline", "welcome"] {
        let page = read(&product, &token, &format!("/customers/{theirs}/{path}"), "en").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
        let page = read(&product, &token, &format!("/customers/nobody/{path}"), "en").await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{path}");
    }
}

/// The form that changes the customer `id`, as it is shown; `change` is typed into it.
async fn edited(
    product: &Product,
    token: &str,
    id: CustomerId,
    change: impl FnOnce(&mut ProfileDraft),
) -> (String, String) {
    let from = format!("/customers/{id}/account/edit");
    let page = read(product, token, &from, "en").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    let mut draft = ProfileDraft::from_profile(&profile(CODE));
    change(&mut draft);
    let [request, version] = ["request", "version"].map(|name| hidden(&page, name));
    let attempt =
        format!("draft%5Brequest%5D={request}&draft%5Bid%5D={id}&draft%5Bversion%5D={version}&");
    (from, attempt + &fields(&draft))
}

#[tokio::test]
async fn an_edit_without_script_is_saved_and_said() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    let typed = |draft: &mut ProfileDraft| draft.city = "绍兴".into();
    let (from, form) = edited(&product, &token, id, typed).await;
    let answer = send(&product, &token, &from, "/rpc/customers/edit", &form).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    assert_eq!(answer.location(), format!("/customers/{id}/account?done=customer-saved"));
    let page = read(&product, &token, answer.location(), "en").await;
    assert!(page.body.contains("The account information is saved."), "{}", page.body);
    assert!(page.body.contains("绍兴"), "{}", page.body);
}

#[tokio::test]
async fn a_refused_edit_comes_back_with_what_was_typed() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    let typed = |draft: &mut ProfileDraft| {
        draft.postcode = "31001".into();
        draft.city = "绍兴".into();
        draft.billing = "own".into();
    };
    let (from, form) = edited(&product, &token, id, typed).await;
    let answer = send(&product, &token, &from, "/rpc/customers/edit", &form).await;
    assert!(answer.location().starts_with(&format!("{from}?kept=")), "{}", answer.location());
    let page = read(&product, &token, answer.location(), "en").await;
    for word in ["A postal code has six digits", "value=\"31001\"", "绍兴", "Nothing was saved"] {
        assert!(page.body.contains(word), "{word}: {}", page.body);
    }
    assert!(page.body.contains("<details open class=\"customer__own\""), "{}", page.body);
}

#[tokio::test]
async fn who_is_late_sees_what_somebody_else_has_saved() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    let one = |draft: &mut ProfileDraft| draft.city = "绍兴".into();
    let other = |draft: &mut ProfileDraft| draft.city = "宁波".into();
    let (from, first) = edited(&product, &token, id, one).await;
    let (_, second) = edited(&product, &token, id, other).await;
    send(&product, &token, &from, "/rpc/customers/edit", &first).await;
    let late = send(&product, &token, &from, "/rpc/customers/edit", &second).await;
    let page = read(&product, &token, late.location(), "en").await;
    assert!(page.body.contains("Someone else changed this in the meantime"), "{}", page.body);
    assert!(page.body.contains("Saved by somebody else meanwhile: 绍兴"), "{}", page.body);
    assert!(page.body.contains("value=\"宁波\""), "{}", page.body);
}

#[tokio::test]
async fn helpdesk_edits_details_but_not_who_gets_the_bills() {
    let product = Product::new().await;
    let sales = product.world.caller(1, AgentRole::SalesAgent);
    let id = create(&product, &sales, "xiling").await;
    let (_, token) = person(&product, AgentRole::HelpdeskAgent).await;
    let with_bills = |draft: &mut ProfileDraft| draft.billing = "same".into();
    let (from, form) = edited(&product, &token, id, with_bills).await;
    let page = read(&product, &token, &from, "en").await;
    assert!(page.body.contains("not change it"), "{}", page.body);
    assert!(!page.body.contains("draft[billing"), "{}", page.body);
    let answer = send(&product, &token, &from, "/rpc/customers/edit", &form).await;
    let page = read(&product, &token, answer.location(), "en").await;
    assert!(page.body.contains("Your roles do not allow this."), "{}", page.body);

    let without = |draft: &mut ProfileDraft| draft.billing = String::new();
    let (_, form) = edited(&product, &token, id, without).await;
    let answer = send(&product, &token, &from, "/rpc/customers/edit", &form).await;
    assert!(answer.location().ends_with("?done=customer-saved"), "{}", answer.location());
}

/// The wizard, filled in for a customer with the domain `domain`.
fn typed(product: &Product, domain: &str) -> NewCustomerDraft {
    NewCustomerDraft {
        request: product.world.request().to_string(),
        domain: domain.into(),
        agreement: "yes".into(),
        profile: ProfileDraft {
            name: "北京𠮷祥·科技（集团）有限公司".into(),
            ..ProfileDraft::from_profile(&profile(CODE))
        },
        ..NewCustomerDraft::default()
    }
}

const NEW: &str = "/customers/new";
const REVIEW: &str = "/customers/new/review";

/// Goes through the wizard up to the answer to its last form.
async fn wizard(product: &Product, token: &str, domain: &str) -> (Answer, String) {
    let form = fields(&typed(product, domain));
    let answer = send(product, token, NEW, "/rpc/customers/keep-new", &form).await;
    assert_eq!(answer.location(), REVIEW, "{}", answer.body);
    let review = read(product, token, REVIEW, "en").await;
    let request = hidden(&review, "request");
    let draft = NewCustomerDraft { request, ..typed(product, domain) };
    let form = fields(&draft);
    (send(product, token, REVIEW, "/rpc/customers/create", &form).await, form)
}

#[tokio::test]
async fn the_wizard_speaks_each_language() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    for (language, words) in [
        ("en", ["Does the customer have an account already?", "Next: Review", "Initial domain"]),
        ("fr", ["Le client a-t-il déjà un compte", "Continuer plus tard", "Domaine initial"]),
        ("zh-CN", ["客户是否已有帐户？", "下一步：检查", "浙江省"]),
    ] {
        let page = read(&product, &token, NEW, language).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        for word in words {
            assert!(page.body.contains(word), "{language} {word}: {}", page.body);
        }
    }
}

#[tokio::test]
async fn a_customer_is_created_without_script_and_its_password_shown_once() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let (answer, form) = wizard(&product, &token, "jixiang").await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let welcome = answer.location().to_owned();
    assert!(welcome.starts_with("/customers/") && welcome.ends_with("/welcome"), "{welcome}");
    let handed = answer.header("set-cookie").to_owned();
    let (pair, attributes) = handed.split_once("; ").unwrap();
    assert!(attributes.contains("HttpOnly") && attributes.contains("SameSite=Strict"), "{handed}");
    assert!(attributes.contains(&format!("Path={welcome};")), "{handed}");

    let cookies = format!("{}; {pair}", cookie(&token));
    let request = get(&welcome).header(COOKIE, cookies).body(Body::empty()).unwrap();
    let page = product.send(request).await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.body);
    assert!(page.body.contains("admin@jixiang.partner.onmschina.cn"), "{}", page.body);
    assert!(page.body.contains("Copy the password now"), "{}", page.body);
    assert!(page.headers.get_all("set-cookie").iter().any(|it| {
        let it = it.to_str().unwrap();
        it.starts_with("shown-once=;") && it.contains("Max-Age=0")
    }));
    // What the cookie carried is what the page shows, and nothing else has it.
    let (_, rest) = page.body.split_once("Temporary password").unwrap();
    let (_, rest) = rest.split_once("<code>").unwrap();
    let password = rest.split("</code>").next().unwrap();
    let password = password.replace("<!>", "").replace("&amp;", "&").replace("&lt;", "<");
    assert_eq!(pair, format!("shown-once={}", app::context::percent(&password)));
    assert!(!product.world.dump().await.contains(&password));

    // Loaded again without the cookie, and sent again: no password, no second customer.
    let again = read(&product, &token, &welcome, "en").await;
    assert!(again.body.contains("shown once and is not kept"), "{}", again.body);
    let twice = send(&product, &token, REVIEW, "/rpc/customers/create", &form).await;
    assert_eq!((twice.location(), twice.header("set-cookie")), (welcome.as_str(), ""));
    let review = read(&product, &token, REVIEW, "en").await;
    assert!(review.body.contains("There is nothing to review yet"), "{}", review.body);
}

#[tokio::test]
async fn what_was_typed_in_the_wizard_waits_for_its_author() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let mut half = typed(&product, "");
    half.profile.city = "绍兴".into();
    half.profile.postcode = "1".into();
    // A refused step comes back with its faults, and stays when the reader leaves.
    let refused = send(&product, &token, NEW, "/rpc/customers/keep-new", &fields(&half)).await;
    let page = read(&product, &token, refused.location(), "en").await;
    for word in ["No customer was created", "A postal code has six digits", "绍兴"] {
        assert!(page.body.contains(word), "{word}: {}", page.body);
    }
    let later = fields(&half) + "&later=yes";
    let left = send(&product, &token, NEW, "/rpc/customers/keep-new", &later).await;
    assert_eq!(left.location(), "/customers?done=customer-draft-kept");
    let page = read(&product, &token, NEW, "en").await;
    assert!(page.body.contains("绍兴") && page.body.contains("Start over"), "{}", page.body);

    let request = hidden(&page, "request");
    let form = format!("draft%5Brequest%5D={request}");
    let dropped = send(&product, &token, NEW, "/rpc/customers/drop-new", &form).await;
    assert_eq!(dropped.location(), NEW);
    assert!(!read(&product, &token, NEW, "en").await.body.contains("绍兴"));
}

#[tokio::test]
async fn a_taken_domain_is_told_at_its_field() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let form = fields(&typed(&product, "customer2"));
    let answer = send(&product, &token, NEW, "/rpc/customers/keep-new", &form).await;
    assert!(answer.location().starts_with("/customers/new?kept="), "{}", answer.location());
    let page = read(&product, &token, answer.location(), "en").await;
    assert!(page.body.contains("This domain is taken."), "{}", page.body);

    // Taken between check and submit: back to the first step, nothing created.
    let draft = NewCustomerDraft {
        request: product.world.request().to_string(),
        ..typed(&product, "customer2")
    };
    let form = fields(&draft);
    let answer = send(&product, &token, REVIEW, "/rpc/customers/create", &form).await;
    assert!(answer.location().starts_with("/customers/new?kept="), "{}", answer.location());
    let page = read(&product, &token, answer.location(), "en").await;
    assert!(page.body.contains("This domain is taken."), "{}", page.body);
}

#[tokio::test]
async fn a_second_customer_with_the_same_code_is_confirmed() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let first = create(&product, &caller, "xiling").await;
    let (answer, form) = wizard(&product, &token, "jixiang").await;
    let back = answer.location().to_owned();
    assert!(back.starts_with("/customers/new/review?kept="), "{back}");
    let page = read(&product, &token, &back, "en").await;
    assert!(page.body.contains("One of your customers has this code already"), "{}", page.body);
    assert!(page.body.contains(&format!("href=\"/customers/{first}\"")), "{}", page.body);
    let confirmed = format!("{form}&draft%5Bconfirm_uscc%5D=yes")
        .replace("draft%5Bconfirm_uscc%5D=&", "")
        .replace(&hidden_request(&form), &hidden(&page, "request"));
    let answer = send(&product, &token, REVIEW, "/rpc/customers/create", &confirmed).await;
    assert!(answer.location().ends_with("/welcome"), "{} {}", answer.location(), answer.body);
}

/// The id of the attempt in a form.
fn hidden_request(form: &str) -> String {
    let (_, rest) = form.split_once("draft%5Brequest%5D=").unwrap();
    rest.split('&').next().unwrap().to_owned()
}

#[tokio::test]
async fn who_may_not_create_gets_neither_page_nor_customer() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::HelpdeskAgent).await;
    for path in [NEW, REVIEW] {
        let page = read(&product, &token, path, "en").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
    }
    let form = fields(&typed(&product, "jixiang"));
    for path in ["/rpc/customers/keep-new", "/rpc/customers/create"] {
        let answer = send(&product, &token, NEW, path, &form).await;
        let page = read(&product, &token, answer.location(), "en").await;
        assert_eq!(page.status, StatusCode::FORBIDDEN, "{path}");
    }
}

#[tokio::test]
async fn the_timeline_is_filtered_by_kind_and_time() {
    let product = Product::new().await;
    let (caller, token) = person(&product, AgentRole::SalesAgent).await;
    let id = create(&product, &caller, "xiling").await;
    let page = |query: &str| format!("/customers/{id}/timeline{query}");
    for (language, words) in
        [("en", "Customer created"), ("fr", "Client créé"), ("zh-CN", "已创建客户")]
    {
        let page = read(&product, &token, &page(""), language).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains(words), "{language}: {}", page.body);
    }
    for (query, found) in [
        ("?kind=customer-created", true),
        ("?kind=customer-changed", false),
        ("?first=2019-06-10&last=2019-06-10", true),
        ("?last=2019-06-09", false),
        ("?before=1", false),
    ] {
        let page = read(&product, &token, &page(query), "en").await;
        assert_eq!(page.body.contains("Nothing happened here"), !found, "{query}: {}", page.body);
    }
}

#[tokio::test]
async fn a_tag_is_made_put_on_a_customer_and_deleted() {
    let product = Product::new().await;
    let (_, token) = person(&product, AgentRole::SalesAgent).await;
    let id = product.world.customer(1);
    let tags = "/customers/tags";
    for (language, words) in [("en", "No tags yet"), ("zh-CN", "还没有标签")] {
        assert!(read(&product, &token, tags, language).await.body.contains(words), "{language}");
    }
    let request = hidden(&read(&product, &token, tags, "en").await, "request");
    let form = |name: &str| {
        format!("draft%5Brequest%5D={request}&draft%5Bname%5D={name}&draft%5Bcolour%5D=teal")
    };
    let refused = send(&product, &token, tags, "/rpc/customers/save-tag", &form("")).await;
    let page = read(&product, &token, refused.location(), "en").await;
    assert!(page.body.contains("Fill in this field."), "{}", page.body);
    let made = send(&product, &token, tags, "/rpc/customers/save-tag", &form("VIP")).await;
    assert_eq!(made.location(), "/customers/tags?done=customer-tag-saved");
    let page = read(&product, &token, made.location(), "fr").await;
    assert!(page.body.contains("tag--teal") && page.body.contains("VIP"), "{}", page.body);
    let (tag, version) = (hidden_filled(&page, "id"), hidden_filled(&page, "version"));

    let account = format!("/customers/{id}/account");
    let request = hidden(&read(&product, &token, &account, "en").await, "request");
    let mark = format!(
        "draft%5Brequest%5D={request}&draft%5Bcustomers%5D={id}&draft%5Btag%5D={tag}\
         &draft%5Bstep%5D=on"
    );
    let marked = send(&product, &token, &account, "/rpc/customers/mark", &mark).await;
    assert_eq!(marked.location(), format!("{account}?done=customer-marked"));
    let list = read(&product, &token, &format!("/customers?tag={tag}"), "en").await;
    assert!(list.body.contains("One customer"), "{}", list.body);

    let request = product.world.request();
    let delete =
        format!("draft%5Brequest%5D={request}&draft%5Bid%5D={tag}&draft%5Bversion%5D={version}");
    let deleted = send(&product, &token, tags, "/rpc/customers/delete-tag", &delete).await;
    assert_eq!(deleted.location(), "/customers/tags?done=customer-tag-deleted");
    let page = read(&product, &token, tags, "en").await;
    assert!(page.body.contains("No tags yet"), "{}", page.body);
}

/// What the last hidden field `name` of `page` holds: the first form is for what is new.
fn hidden_filled(page: &Answer, name: &str) -> String {
    let field = format!("name=\"draft[{name}]\" value=\"");
    let rest = page.body.rsplit(&field).next().unwrap();
    rest.split('"').next().unwrap().to_owned()
}

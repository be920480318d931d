//! The customers' admin center as its readers get it: pages, plain forms, and who may not.

mod support;

use axum::body::Body;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, COOKIE, REFERER};
use domain::access::{AgentRole, CustomerRole};
use domain::ids::{SkuId, UserId};
use domain::licences::{BulkFilter, UserFilter};
use services::{Caller, demo, licences};
use support::{Answer, Product, form, get};

const GLOBAL: &[CustomerRole] = &[CustomerRole::GlobalAdmin];

fn sku() -> SkuId {
    let offer = demo::offers().into_iter().find(|offer| offer.code == "O365-E3");
    offer.expect("the demo sells it").sku_id.into()
}

/// A product whose customer 1 has 2 seats of E3, and the session of one of its people.
async fn product(roles: &[CustomerRole]) -> (Product, String) {
    let product = Product::new().await;
    let world = &product.world;
    demo::load(world.system()).await.unwrap();
    let mut tx = world.store().write().await.unwrap();
    testkit::insert_pool(&mut tx, world.customer(1), sku(), 2).await;
    tx.commit().await.unwrap();
    let person = world.customer_person(1, "admin@customer1.partner.onmschina.cn", roles).await;
    let (_, token) = world.signed_in(&person).await;
    (product, token)
}

fn cookie(token: &str) -> String {
    format!("admin-center-session={token}")
}

async fn page(product: &Product, token: &str, path: &str, language: &str) -> Answer {
    let request = get(path).header(COOKIE, format!("{}; lang={language}", cookie(token)));
    product.send(request.body(Body::empty()).unwrap()).await
}

/// A form sent without script from the page `from`.
async fn send(product: &Product, token: &str, from: &str, path: &str, fields: &str) -> Answer {
    let fields = fields.replace('[', "%5B").replace(']', "%5D");
    let mut request = form(path, &fields);
    let headers = request.headers_mut();
    headers.insert(COOKIE, cookie(token).parse().unwrap());
    headers.insert(REFERER, format!("http://portal{from}").parse().unwrap());
    product.send(request).await
}

fn admin(product: &Product) -> Caller {
    product.world.customer_caller(1, GLOBAL)
}

/// The fields that every form about `user` carries.
async fn known(product: &Product, user: UserId) -> String {
    let version = licences::find(&admin(product), user, "en").await.unwrap().version;
    let request = product.world.request();
    format!("draft[request]={request}&draft[user]={user}&draft[version]={version}")
}

#[tokio::test]
async fn every_page_speaks_three_languages() {
    let (product, token) = product(GLOBAL).await;
    let user = product.world.customer_user(1, "wang.wei", &[]).await;
    for (path, en, fr, zh) in [
        ("/admin/users".to_owned(), "Users", "Utilisateurs", "用户"),
        ("/admin/users/new".to_owned(), "Add a user", "Ajouter un utilisateur", "添加用户"),
        (format!("/admin/users/{user}"), "Save the licenses", "Enregistrer les", "保存许可证"),
        ("/admin/licences".to_owned(), "Available", "Disponibles", "可用"),
        ("/admin/subscriptions".to_owned(), "Subscriptions", "Abonnements", "订阅"),
    ] {
        for (language, words) in [("en", en), ("fr", fr), ("zh-CN", zh)] {
            let answer = page(&product, &token, &path, language).await;
            assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
            let (_, main) = answer.body.split_once("<main").unwrap();
            assert!(main.contains(words), "{path} {language}: {main}");
        }
    }
}

#[tokio::test]
async fn the_list_answers_its_address() {
    let (product, token) = product(GLOBAL).await;
    product.world.customer_users(1, &["wang.wei", "li.na"], &[]).await;
    let shown = async |path: &str| {
        let body = page(&product, &token, path, "en").await.body;
        let (_, main) = body.split_once("<main").unwrap();
        ["wang.wei", "li.na"].map(|name| main.contains(&format!("{name}@")))
    };
    assert_eq!(shown("/admin/users").await, [true, true]);
    assert_eq!(shown("/admin/users?words=li").await, [false, true]);
    for filter in UserFilter::ALL {
        let unlicensed = *filter == UserFilter::Unlicensed;
        let path = format!("/admin/users?filter={}", filter.as_str());
        assert_eq!(shown(&path).await, [unlicensed, unlicensed], "{path}");
    }
}

#[tokio::test]
async fn a_password_is_told_once_in_the_answer_to_its_form() {
    let (product, token) = product(GLOBAL).await;
    let request = product.world.request();
    let fields = format!(
        "draft[request]={request}&draft[display_name]=陈静&draft[user_name]=chen.jing\
         &draft[usage_location]=CN&draft[roles][]=billing-admin&draft[roles][]=password-admin"
    );
    let from = "/admin/users/new";
    let answer = send(&product, &token, from, "/rpc/users/add", &fields).await;
    assert_eq!(answer.status, StatusCode::OK, "{} {}", answer.location(), answer.body);
    assert_eq!(answer.header("cache-control"), "no-store");
    assert!(answer.body.contains("shown only once"), "{}", answer.body);
    assert!(!answer.body.contains("pkg/0123456789abcdef/partner-center"), "no script");
    let codes: Vec<_> = answer.body.split("<code>").skip(1).collect();
    let password = codes[1].split('<').next().unwrap();
    assert!(password.len() >= 8, "{password}");
    assert_eq!(answer.body.matches(password).count(), 1, "nowhere else in the document");

    // The same attempt again leads to the person, without the password.
    let again = send(&product, &token, from, "/rpc/users/add", &fields).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER);
    assert!(again.location().starts_with("/admin/users/"), "{}", again.location());
    let details = page(&product, &token, again.location(), "en").await.body;
    assert!(details.contains("陈静") && !details.contains(password), "{details}");
    assert!(details.contains("Billing admin"), "{details}");
    assert!(!product.world.dump().await.contains(password));

    let user: UserId = again.location()["/admin/users/".len()..][..36].parse().unwrap();
    let fields = known(&product, user).await;
    let from = format!("/admin/users/{user}");
    let reset = send(&product, &token, &from, "/rpc/users/reset-password", &fields).await;
    assert_eq!(reset.status, StatusCode::OK, "{}", reset.location());
    assert!(reset.body.contains("Password reset"), "{}", reset.body);
}

#[tokio::test]
async fn what_was_typed_comes_back_with_what_is_wrong() {
    let (product, token) = product(GLOBAL).await;
    let request = product.world.request();
    let fields = format!(
        "draft[request]={request}&draft[display_name]=陈静&draft[user_name]=a b\
         &draft[roles][]=billing-admin"
    );
    let from = "/admin/users/new";
    let answer = send(&product, &token, from, "/rpc/users/add", &fields).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let back = page(&product, &token, answer.location(), "en").await.body;
    assert!(back.contains("The user was not added") && back.contains("value=\"陈静\""), "{back}");
    let (_, billing) = back.split_once("id=\"role-billing-admin\"").unwrap();
    assert!(billing.split('>').next().unwrap().contains("checked"), "{billing}");
}

#[tokio::test]
async fn plain_forms_change_a_person() {
    let (product, token) = product(GLOBAL).await;
    let user = product.world.customer_user(1, "wang.wei", &[]).await;
    let from = format!("/admin/users/{user}");
    for (verb, more, done) in [
        ("users/edit", "&draft[display_name]=王伟&draft[usage_location]=CN", "user-saved"),
        ("users/set-roles", "&draft[roles][]=service-admin", "user-roles-saved"),
        ("users/set-roles", "", "user-roles-saved"),
        ("users/block", "", "user-blocked"),
        ("users/unblock", "", "user-unblocked"),
        ("users/delete", "", "user-deleted"),
        ("users/restore", "", "user-restored"),
    ] {
        let fields = format!("{}{more}", known(&product, user).await);
        let path = format!("/rpc/{verb}");
        let answer = send(&product, &token, &from, &path, &fields).await;
        let expected = format!("{from}?done={done}");
        assert_eq!(answer.location(), expected, "{verb}: {}", answer.body);
        let body = page(&product, &token, &expected, "fr").await.body;
        assert!(body.contains("banner--positive"), "{verb}: {body}");
    }
}

#[tokio::test]
async fn licences_are_boxes_with_boxes_for_their_plans() {
    let (product, token) = product(GLOBAL).await;
    let user = product.world.customer_user(1, "wang.wei", &[]).await;
    let from = format!("/admin/users/{user}");
    let details = licences::find(&admin(&product), user, "en").await.unwrap();
    let (sku, plan) = (details.licences[0].sku, details.licences[0].plans[0].id.clone());
    let more = format!("&draft[licences][]={sku}&draft[plans][]={sku}/{plan}");
    let fields = format!("{}{more}", known(&product, user).await);
    let answer = send(&product, &token, &from, "/rpc/licences/set", &fields).await;
    assert_eq!(answer.location(), format!("{from}?done=licences-saved"), "{}", answer.body);
    let details = licences::find(&admin(&product), user, "en").await.unwrap();
    let held = &details.licences[0];
    assert!(held.held && held.plans[0].on && held.plans.iter().skip(1).all(|plan| !plan.on));

    // Nothing ticked takes them away.
    let fields = known(&product, user).await;
    send(&product, &token, &from, "/rpc/licences/set", &fields).await;
    let details = licences::find(&admin(&product), user, "en").await.unwrap();
    assert!(!details.licences[0].held);
}

#[tokio::test]
async fn who_may_not_is_refused_and_other_companies_people_are_not_there() {
    let (product, token) = product(&[CustomerRole::BillingAdmin]).await;
    let [own, foreign] = [1, 2].map(|customer| (customer, "wang.wei"));
    let user = product.world.customer_user(own.0, own.1, &[]).await;
    let other = product.world.customer_user(foreign.0, foreign.1, &[]).await;
    for (path, status) in [
        ("/admin/users".to_owned(), StatusCode::OK),
        ("/admin/users/new".to_owned(), StatusCode::FORBIDDEN),
        (format!("/admin/users/{user}"), StatusCode::OK),
        (format!("/admin/users/{other}"), StatusCode::NOT_FOUND),
        ("/admin/users/nobody".to_owned(), StatusCode::NOT_FOUND),
    ] {
        let answer = page(&product, &token, &path, "en").await;
        assert_eq!(answer.status, status, "{path}: {}", answer.body);
        assert!(!answer.body.contains("/rpc/users/"), "{path}: no form for a reader");
    }
    let fields = known(&product, user).await;
    let from = format!("/admin/users/{user}");
    let answer = send(&product, &token, &from, "/rpc/users/delete", &fields).await;
    assert!(answer.location().contains("kept="), "{}", answer.location());
    let refused = page(&product, &token, answer.location(), "en").await.body;
    assert!(refused.contains("Nothing was changed"), "{refused}");
}

#[tokio::test]
async fn an_agent_administers_on_behalf_under_a_banner_and_leaves() {
    let (product, _) = product(GLOBAL).await;
    let world = &product.world;
    let agent = world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&agent).await;
    let (partner, customer) = (world.partner(1), world.customer(1));
    let services = format!("/customers/{customer}/services");
    let delegate = async |delegated| {
        let mut tx = world.store().write().await.unwrap();
        testkit::delegate(&mut tx, partner, customer, delegated).await;
        tx.commit().await.unwrap();
    };
    delegate(false).await;
    let blocked = product.page_of(&token, &services).await;
    assert!(blocked.body.contains("aria-disabled=\"true\""), "{}", blocked.body);

    delegate(true).await;
    let open = product.page_of(&token, &services).await;
    assert!(open.body.contains("/rpc/on-behalf/open"), "{}", open.body);
    let mut request = form("/rpc/on-behalf/open", &format!("draft%5Bcustomer%5D={customer}"));
    request.headers_mut().insert(COOKIE, support::cookie(&token).parse().unwrap());
    let answer = product.send(request).await;
    assert_eq!(answer.location(), "/admin", "{}", answer.body);
    let set = answer.header("set-cookie");
    let inside = set.split(';').next().unwrap().split_once('=').unwrap().1.to_owned();
    for (language, words) in
        [("en", "You are administering"), ("fr", "Vous administrez"), ("zh-CN", "您正在管理")]
    {
        let answer = page(&product, &inside, "/admin/users", language).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
        let banner = answer.body.contains("frame__banner--behalf") && answer.body.contains(words);
        assert!(banner, "{language}: {}", answer.body);
        assert!(answer.body.contains(&format!("<html lang=\"{language}\"")));
    }
    // His account is in Partner Center: nothing leads to one here.
    let help = page(&product, &inside, "/admin/help", "en").await;
    assert_eq!(help.status, StatusCode::OK);
    assert!(!help.body.contains("/admin/account"), "{}", help.body);
    let fields = format!("draft[customer]={customer}");
    let end = send(&product, &inside, "/admin/users", "/rpc/on-behalf/end", &fields).await;
    assert_eq!(end.location(), format!("{services}?done=on-behalf-ended"));
    let after = page(&product, &inside, "/admin/users", "en").await;
    assert_eq!(after.status, StatusCode::SEE_OTHER);
    let stranger = world.customer(2);
    let other = product.page_of(&token, &format!("/customers/{stranger}/services")).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND);
}

/// A form with a file, sent without script.
async fn send_file(product: &Product, token: &str, content: &[u8]) -> Answer {
    send_file_to(product, token, "/admin/files/licences", content).await
}

async fn send_file_to(product: &Product, token: &str, path: &str, content: &[u8]) -> Answer {
    let request = product.world.request();
    let mut body = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"request\"\r\n\r\n{request}\r\n\
         --edge\r\ncontent-disposition: form-data; name=\"file\"; filename=\"六月.csv\"\r\n\
         content-type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend(content);
    body.extend(b"\r\n--edge--\r\n");
    let mut request = form(path, "");
    *request.body_mut() = Body::from(body);
    let headers = request.headers_mut();
    headers.insert(COOKIE, cookie(token).parse().unwrap());
    headers.insert(CONTENT_TYPE, "multipart/form-data; boundary=edge".parse().unwrap());
    product.send(request).await
}

#[tokio::test]
async fn a_file_is_looked_through_carried_out_and_undone() {
    let (product, token) = product(GLOBAL).await;
    let user = product.world.customer_user(1, "wang.wei", &[]).await;
    let file = "User name,Licence,Action,Switched-off plans\r\nwang.wei,O365-E3,assign,\r\n\
                nobody,O365-E3,give,\r\n";
    let answer = send_file(&product, &token, file.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    let job = answer.location().to_owned();
    let holds =
        async || licences::find(&admin(&product), user, "en").await.unwrap().licences[0].held;
    for (language, words) in [
        ("en", "Would be assigned"),
        ("fr", "Serait attribuée"),
        ("zh-CN", "公司没有此名称的用户。"),
    ] {
        let body = page(&product, &token, &job, language).await.body;
        assert!(body.contains(words) && body.contains("六月.csv"), "{language}: {body}");
    }
    assert!(!holds().await, "only looked through");
    let refused = page(&product, &token, &format!("{job}?rows=refused"), "en").await.body;
    assert!(refused.contains("Write assign or remove.") && !refused.contains("wang.wei<"));

    let id = job.rsplit('/').next().unwrap();
    let problems = format!("/admin/files/licences-problems.csv?job={id}");
    let problems = page(&product, &token, &problems, "fr").await;
    assert_eq!(problems.status, StatusCode::OK);
    assert!(problems.body.contains("nobody,O365-E3,give,"), "{}", problems.body);
    let template = page(&product, &token, "/admin/files/licences-template.xlsx", "en").await;
    assert_eq!(template.status, StatusCode::OK);

    for (verb, done, held) in [("apply", "bulk-applied", true), ("undo", "bulk-undone", false)] {
        let job_id = id.parse().unwrap();
        let seen = licences::job(&admin(&product), job_id, BulkFilter::default()).await.unwrap();
        let (request, version) = (product.world.request(), seen.job.version);
        let fields = format!("draft[request]={request}&draft[job]={id}&draft[seen]={version}");
        let path = format!("/rpc/licences/{verb}");
        let answer = send(&product, &token, &job, &path, &fields).await;
        assert_eq!(answer.location(), format!("{job}?done={done}"), "{}", answer.body);
        assert_eq!(holds().await, held, "{verb}");
    }
}

#[tokio::test]
async fn people_are_added_by_file_all_of_them_or_nobody() {
    const HEADER: &str = "First name,Last name,Display name,Email,Status update\r\n";
    let (product, token) = product(GLOBAL).await;
    let row = |name: &str| format!("伟,王,王伟,{name}@customer1.partner.onmschina.cn,\r\n");
    let faulty = format!("{HEADER}{}{}", row("wang.wei"), row("wang wei"));
    let answer = send_file_to(&product, &token, "/admin/files/users", faulty.as_bytes()).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    for (language, words) in [
        ("en", "1 row has to be corrected"),
        ("fr", "1 ligne est à corriger"),
        ("zh-CN", "有 1 行需要更正"),
    ] {
        let body = page(&product, &token, answer.location(), language).await.body;
        assert!(body.contains(words) && !body.contains("/rpc/users/import"), "{language}: {body}");
    }

    let right = format!("{HEADER}{}{}", row("wang.wei"), row("wang.wei2"));
    let answer = send_file_to(&product, &token, "/admin/files/users", right.as_bytes()).await;
    let job = answer.location().to_owned();
    let body = page(&product, &token, &job, "en").await.body;
    assert!(body.contains("Add 2 users"), "{body}");
    let id = job.rsplit('/').next().unwrap();
    let seen = licences::imported(&admin(&product), id.parse().unwrap()).await.unwrap();
    let (request, version) = (product.world.request(), seen.job.version);
    let fields = format!("draft[request]={request}&draft[job]={id}&draft[seen]={version}");
    let told = send(&product, &token, &job, "/rpc/users/import", &fields).await;
    assert_eq!(told.status, StatusCode::OK, "{}", told.body);
    assert!(told.body.contains("wang.wei2@customer1.partner.onmschina.cn"), "{}", told.body);
    // The same attempt again adds nobody and tells nothing.
    let again = send(&product, &token, &job, "/rpc/users/import", &fields).await;
    assert_eq!(again.location(), "/admin/users?done=users-imported", "{}", again.body);
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why() {
    let (product, token) = product(GLOBAL).await;
    for (content, words) in [
        ("no,such,columns\r\n1,2,3\r\n".as_bytes(), "The first line must name the columns"),
        (&[0xff, 0x00, 0xff][..], "This file cannot be read."),
    ] {
        let answer = send_file(&product, &token, content).await;
        let back = page(&product, &token, answer.location(), "en").await.body;
        assert!(back.contains("The file was not read") && back.contains(words), "{back}");
    }
    let large = vec![b'a'; 6 * 1024 * 1024];
    let answer = send_file(&product, &token, &large).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE, "{}", answer.body);
    let answer = send_file(&product, "nobody", b"x").await;
    assert_eq!(answer.status, StatusCode::UNAUTHORIZED);
}

#[tokio::test]
async fn idle_seats_are_shown_to_their_partner_only() {
    let (product, _) = product(GLOBAL).await;
    let world = &product.world;
    let agent = world.person(1, "li@partner1", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&agent).await;
    let offer = demo::offers().into_iter().find(|offer| offer.code == "O365-E3").unwrap();
    let sold = testkit::Sold {
        partner: world.partner(1),
        customer: world.customer(1),
        offer: offer.id,
        quantity: 7,
        status: "active",
    };
    let mut tx = world.store().write().await.unwrap();
    testkit::insert_subscription(&mut tx, 9_000_001, sold).await;
    tx.commit().await.unwrap();
    for (language, words) in [("en", "idle: 7"), ("fr", "inutilisés"), ("zh-CN", "闲置：7")] {
        let cookies = format!("{}; lang={language}", support::cookie(&token));
        let request = get("/seats").header(COOKIE, cookies).body(Body::empty()).unwrap();
        let answer = product.send(request).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.body.contains(words), "{language}: {}", answer.body);
        assert!(answer.body.contains("class=\"chart__drawing\""), "{}", answer.body);
    }
    let other = world.person(2, "wu@partner2", AgentRole::AdminAgent).await;
    let (_, token) = world.signed_in(&other).await;
    let customer = world.customer(1);
    let path = format!("/seats?customer={customer}");
    assert_eq!(product.page_of(&token, &path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn whoever_is_ticked_in_the_list_is_looked_through_too() {
    let (product, token) = product(GLOBAL).await;
    let users = product.world.customer_users(1, &["wang.wei", "li.na"], &[]).await;
    let list = page(&product, &token, "/admin/users", "en").await.body;
    for user in &users {
        assert!(list.contains(&format!("value=\"{user}\"")), "{list}");
    }
    let (request, sku) = (product.world.request(), sku());
    let ticked: String = users
        .iter()
        .fold(String::new(), |ticked, user| ticked + "&draft[users][]=" + &user.to_string());
    let fields = format!("draft[request]={request}&draft[licence]={sku}&draft[action]=assign");
    let path = "/rpc/licences/check-selection";
    let from = "/admin/users?words=a";
    let answer = send(&product, &token, from, path, &format!("{fields}{ticked}")).await;
    assert!(answer.location().starts_with("/admin/licences/bulk/"), "{}", answer.body);
    let job = page(&product, &token, answer.location(), "en").await.body;
    assert_eq!(job.matches("Would be assigned").count(), 2, "{job}");

    let request = product.world.request();
    let fields = format!("draft[request]={request}&draft[licence]={sku}&draft[action]=assign");
    let nobody = send(&product, &token, from, path, &fields).await;
    let back = page(&product, &token, nobody.location(), "en").await.body;
    assert!(back.contains("no row and nobody was chosen"), "{back}");
}

//! Customers and a partner's list of them, on every database.

use chrono::Duration;
use domain::customers::{
    CustomerSort, CustomersQuery, Profile, RelationshipKind, Risk, SavedView, TagColour,
};
use domain::error::Entity;
use domain::ids::{CustomerId, SavedViewId, TagId};
use domain::money::Money;
use storage::customers::{self as rows, NewCustomer};
use storage::{Error, Store, Tx};
use testkit::{World, profile};
use uuid::Uuid;

testkit::on_each_backend! {
    a_customer_is_found_as_it_was_written
    the_longest_name_can_be_stored
    a_domain_is_given_once
    a_relationship_needs_a_customer
    an_edit_counts_once_and_moves_the_customer_in_every_list
    the_list_is_found_by_name_domain_and_initials
    pages_follow_each_other_in_every_order_both_ways
    a_stranger_beside_the_page_leads_to_the_first
    filters_leave_out_the_others
    counts_are_the_partners_own
    a_credit_code_is_found_among_the_partners_own
    tags_are_made_changed_and_put_on_customers
    what_people_keep_is_theirs
    risks_and_the_policy_have_versions
}

fn id(number: u128) -> CustomerId {
    CustomerId::from(Uuid::from_u128(0x0e00 + number))
}

/// Writes a customer of partner 1.
async fn write(world: &World, tx: &mut Tx, number: u128, prefix: &str, profile: &Profile) {
    let name = profile.company.name.as_str();
    let new = NewCustomer {
        id: id(number),
        domain_prefix: prefix,
        profile,
        sort_key: name.as_bytes(),
        initials: "xyz",
        agreement_by: Some("王建国"),
    };
    let now = world.system().now();
    rows::insert(tx, &new, now).await.unwrap();
    let delegated = !number.is_multiple_of(3);
    let kind = RelationshipKind::Reseller;
    rows::relate(tx, world.partner(1), id(number), kind, delegated, now).await.unwrap();
}

fn named(name: &str) -> Profile {
    let mut profile = profile("91330106MA2DEM033H");
    profile.company.name = name.parse().unwrap();
    profile
}

/// `count` customers of partner 1 beside the one of the world, `公司1` to `公司…`.
async fn many(world: &World, tx: &mut Tx, count: u128) {
    for number in 1..=count {
        let name = format!("公司{number:03}");
        // Domains run the other way.
        write(world, tx, number, &format!("c{:03}", 900 - number), &named(&name)).await;
    }
}

fn words(words: &str) -> CustomersQuery {
    CustomersQuery { words: words.to_owned(), ..CustomersQuery::default() }
}

async fn ids(world: &World, tx: &mut Tx, query: &CustomersQuery, limit: u32) -> Vec<CustomerId> {
    let listed = rows::list(tx, world.partner(1), query, limit).await.unwrap();
    listed.into_iter().map(|listed| listed.id).collect()
}

async fn a_customer_is_found_as_it_was_written(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let mut profile = named("杭州西泠设计有限公司");
    profile.billing = Some(domain::customers::Billing {
        company: "西泠财务".parse().unwrap(),
        family_name: "孙".parse().unwrap(),
        given_name: "立".parse().unwrap(),
        email: "sun@xiling.example".parse().unwrap(),
        address: profile.company.address.clone(),
        language: domain::customers::MailLanguage::French,
    });
    write(&world, &mut tx, 1, "xiling", &profile).await;

    let found = rows::find(&mut tx, world.partner(1), id(1)).await.unwrap().unwrap();

    assert_eq!(found.profile.as_ref(), Some(&profile));
    assert_eq!((found.version, found.domain_prefix.as_str()), (1, "xiling"));
    assert_eq!((found.kind, found.delegated_admin), (RelationshipKind::Reseller, true));
    let now = world.system().now();
    assert_eq!(found.agreement, Some((now, "王建国".to_owned())));
    assert_eq!(found.established_at, now);
    assert_eq!(rows::find(&mut tx, world.partner(2), id(1)).await.unwrap(), None);
}

async fn the_longest_name_can_be_stored(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let profile = named(&"𠮷".repeat(200));
    // As long as a key of such a name gets, and nothing that a database could compress.
    let sort_key: Vec<u8> =
        (0..900_u64).map(|n| ((n * n * 2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    let initials = "z".repeat(200);
    let new = NewCustomer {
        id: id(1),
        domain_prefix: "abcdefghijklmnopqrstuvwxyz0",
        profile: &profile,
        sort_key: &sort_key,
        initials: &initials,
        agreement_by: None,
    };
    let now = world.system().now();
    rows::insert(&mut tx, &new, now).await.unwrap();
    let kind = RelationshipKind::Reseller;
    rows::relate(&mut tx, world.partner(1), id(1), kind, true, now).await.unwrap();
    assert_eq!(ids(&world, &mut tx, &words("𠮷𠮷"), 9).await, [id(1)]);
}

async fn a_domain_is_given_once(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    write(&world, &mut tx, 1, "xiling", &named("西泠")).await;
    for (prefix, taken) in [("xiling", true), ("partner2", true), ("xilin", false)] {
        assert_eq!(rows::domain_taken(&mut tx, prefix).await.unwrap(), taken, "{prefix}");
    }
    let profile = named("另一个");
    let again = NewCustomer {
        id: id(2),
        domain_prefix: "xiling",
        profile: &profile,
        sort_key: b"",
        initials: "",
        agreement_by: None,
    };
    let refused = rows::insert(&mut tx, &again, world.system().now()).await.unwrap_err();
    assert!(refused.violates("customers_domain_prefix_key", "customers.domain_prefix"));
}

async fn a_relationship_needs_a_customer(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    let (partner, now) = (world.partner(1), world.system().now());
    let kind = RelationshipKind::Reseller;
    let refused = rows::relate(&mut tx, partner, id(77), kind, true, now).await;
    assert!(matches!(refused, Err(Error::Stale { entity: Entity::Customer })), "{refused:?}");
}

async fn an_edit_counts_once_and_moves_the_customer_in_every_list(store: Store) {
    let world = World::on(store).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let mut tx = world.store().write().await.unwrap();
    write(&world, &mut tx, 1, "xiling", &named("西泠")).await;
    let (kind, now) = (RelationshipKind::IndirectProvider, world.system().now());
    rows::relate(&mut tx, theirs, id(1), kind, false, now).await.unwrap();

    let profile = named("Fabrikam");
    let names = (b"f".as_slice(), "fab");
    rows::update(&mut tx, ours, id(1), 1, &profile, names).await.unwrap();

    let found = rows::find(&mut tx, ours, id(1)).await.unwrap().unwrap();
    assert_eq!((found.version, found.company_name.as_str()), (2, "Fabrikam"));
    assert!(found.agreement.is_some(), "the edit did not touch it");
    for partner in [ours, theirs] {
        for typed in ["FABRIKAM", "fab", "xiling.partner"] {
            let listed = rows::list(&mut tx, partner, &words(typed), 9).await.unwrap();
            assert_eq!(listed.len(), 1, "{typed}");
        }
        assert!(rows::list(&mut tx, partner, &words("西泠"), 9).await.unwrap().is_empty());
    }
    let stale = rows::update(&mut tx, ours, id(1), 1, &profile, names).await;
    assert!(matches!(stale, Err(Error::Stale { entity: Entity::Customer })), "{stale:?}");
}

async fn the_list_is_found_by_name_domain_and_initials(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    write(&world, &mut tx, 1, "contoso", &named("Contoso 帐单 100.5-2")).await;
    write(&world, &mut tx, 2, "hailan", &named("海澜")).await;
    for (typed, found) in [
        ("contoso", 1),
        ("ＣＯＮＴＯＳＯ", 1),
        ("contoso.partner", 1),
        ("账单", 1),
        ("ntos", 1),
        ("100.5-2", 1),
        ("海", 1),
        ("XYZ", 2),
        ("xyz\ncontoso", 0),
        ("%", 0),
        ("_", 0),
        ("\\", 0),
        ("partner.onmschina.cn", 3),
        (" ", 3),
    ] {
        let query = words(typed);
        assert_eq!(ids(&world, &mut tx, &query, 9).await.len(), found, "{typed:?}");
        let counted = rows::count(&mut tx, world.partner(1), &query, 9).await.unwrap();
        assert_eq!(usize::try_from(counted), Ok(found), "{typed:?}");
    }
}

async fn pages_follow_each_other_in_every_order_both_ways(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    many(&world, &mut tx, 23).await;
    for &sort in CustomerSort::ALL {
        for descending in [false, true] {
            let query = CustomersQuery { sort, descending, ..CustomersQuery::default() };
            let all = ids(&world, &mut tx, &query, 100).await;
            assert_eq!(all.len(), 24, "{sort}");

            let mut forward: Vec<CustomerId> = Vec::new();
            let mut after = None;
            loop {
                let page = CustomersQuery { after, ..query.clone() };
                let page = ids(&world, &mut tx, &page, 5).await;
                after = page.last().copied();
                forward.extend(&page);
                if page.len() < 5 {
                    break;
                }
            }
            assert_eq!(forward, all, "{sort} {descending}");

            let mut backward: Vec<CustomerId> = Vec::new();
            let mut before = all.last().copied();
            while let Some(beside) = before {
                let page = CustomersQuery { before: Some(beside), ..query.clone() };
                let page = ids(&world, &mut tx, &page, 5).await;
                before = page.first().copied();
                backward.splice(0..0, page);
            }
            assert_eq!(backward, all[..23], "{sort} {descending}");
        }
    }
    let by_domain = CustomersQuery { sort: CustomerSort::Domain, ..CustomersQuery::default() };
    assert_eq!(ids(&world, &mut tx, &by_domain, 1).await, [id(23)], "c877 is the first domain");
    let by_kind = CustomersQuery { sort: CustomerSort::Relationship, ..by_domain };
    let without = [3, 6, 9, 12, 15, 18, 21].map(id);
    assert_eq!(ids(&world, &mut tx, &by_kind, 7).await, without, "removed administration first");
}

async fn a_stranger_beside_the_page_leads_to_the_first(store: Store) {
    let world = World::on(store).await;
    let mut tx = world.store().write().await.unwrap();
    many(&world, &mut tx, 3).await;
    let first = ids(&world, &mut tx, &CustomersQuery::default(), 2).await;
    for stranger in [world.customer(2), id(99)] {
        let after = CustomersQuery { after: Some(stranger), ..CustomersQuery::default() };
        let before = CustomersQuery { before: Some(stranger), ..CustomersQuery::default() };
        assert_eq!(ids(&world, &mut tx, &after, 2).await, first);
        assert_eq!(ids(&world, &mut tx, &before, 2).await, first);
    }
}

async fn filters_leave_out_the_others(store: Store) {
    let world = World::on(store).await;
    let partner = world.partner(1);
    let mut tx = world.store().write().await.unwrap();
    many(&world, &mut tx, 6).await;
    let without = CustomersQuery { delegated_admin: Some(false), ..CustomersQuery::default() };
    assert_eq!(ids(&world, &mut tx, &without, 9).await, [id(3), id(6)]);

    let tag = TagId::from(Uuid::from_u128(5));
    rows::insert_tag(&mut tx, partner, tag, "重点", TagColour::Red).await.unwrap();
    rows::mark(&mut tx, partner, tag, &[id(2), id(3)]).await.unwrap();
    let tagged = CustomersQuery { tag: Some(tag), ..CustomersQuery::default() };
    assert_eq!(ids(&world, &mut tx, &tagged, 9).await, [id(2), id(3)]);
    let both = CustomersQuery { tag: Some(tag), words: "公司".into(), ..without };
    assert_eq!(ids(&world, &mut tx, &both, 9).await, [id(3)]);
    assert_eq!(rows::count(&mut tx, partner, &both, 9).await.unwrap(), 1);
    assert_eq!(rows::count(&mut tx, partner, &CustomersQuery::default(), 4).await.unwrap(), 4);
}

async fn counts_are_the_partners_own(store: Store) {
    let world = World::on(store).await;
    world.clock().advance(Duration::days(31));
    let mut tx = world.store().write().await.unwrap();
    many(&world, &mut tx, 6).await;
    let since = world.system().now() - Duration::days(30);
    let counts = rows::counts(&mut tx, world.partner(1), since).await.unwrap();
    let counts = (counts.customers, counts.added, counts.without_delegated_admin);
    assert_eq!(counts, (7, 6, 2));
    let theirs = rows::counts(&mut tx, world.partner(2), since).await.unwrap();
    assert_eq!((theirs.customers, theirs.added, theirs.without_delegated_admin), (1, 0, 0));
}

async fn a_credit_code_is_found_among_the_partners_own(store: Store) {
    let world = World::on(store).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let mut tx = world.store().write().await.unwrap();
    write(&world, &mut tx, 1, "xiling", &named("西泠")).await;
    let code = "91330106MA2DEM033H";
    let known = rows::with_uscc(&mut tx, ours, code, id(2)).await.unwrap();
    assert_eq!(known, Some((id(1), "西泠".to_owned())));
    assert_eq!(rows::with_uscc(&mut tx, ours, code, id(1)).await.unwrap(), None, "itself");
    assert_eq!(rows::with_uscc(&mut tx, theirs, code, id(2)).await.unwrap(), None);
}

async fn tags_are_made_changed_and_put_on_customers(store: Store) {
    let world = World::on(store).await;
    let partner = world.partner(1);
    let mut tx = world.store().write().await.unwrap();
    many(&world, &mut tx, 2).await;
    let tag = TagId::from(Uuid::from_u128(5));
    rows::insert_tag(&mut tx, partner, tag, "Vip", TagColour::Red).await.unwrap();

    rows::update_tag(&mut tx, partner, (tag, 1), "VIP", TagColour::Blue).await.unwrap();
    let stale = rows::update_tag(&mut tx, partner, (tag, 1), "x", TagColour::Blue).await;
    assert!(matches!(stale, Err(Error::Stale { entity: Entity::Tag })), "{stale:?}");
    let known = rows::find_tag(&mut tx, partner, tag).await.unwrap().unwrap();
    assert_eq!((known.name.as_str(), known.colour, known.version), ("VIP", TagColour::Blue, 2));

    let customers = [id(1), id(2), world.customer(2)];
    assert_eq!(rows::known_customers(&mut tx, partner, &customers).await.unwrap(), 2);
    assert_eq!(rows::mark(&mut tx, partner, tag, &customers).await.unwrap(), 2);
    assert_eq!(rows::mark(&mut tx, partner, tag, &customers).await.unwrap(), 0, "once each");
    let marks = rows::tags_of(&mut tx, partner, &customers).await.unwrap();
    assert_eq!(marks.len(), 2);
    assert_eq!(rows::tags_of(&mut tx, partner, &[]).await.unwrap(), []);
    assert_eq!(rows::unmark(&mut tx, partner, tag, &[id(1)]).await.unwrap(), 1);

    assert!(rows::delete_tag(&mut tx, partner, tag, 1).await.is_err());
    assert_eq!(rows::delete_tag(&mut tx, partner, tag, 2).await.unwrap(), 1);
    assert_eq!(rows::count_tags(&mut tx, partner).await.unwrap(), 0);

    rows::insert_tag(&mut tx, partner, tag, "重点", TagColour::Red).await.unwrap();
    let other = TagId::from(Uuid::from_u128(6));
    let taken = rows::insert_tag(&mut tx, partner, other, " 重点", TagColour::Red).await;
    let taken = taken.unwrap_err();
    assert!(taken.violates("tags_partner_id_search_key_key", "tags.search_key"), "{taken}");
}

async fn what_people_keep_is_theirs(store: Store) {
    let world = World::on(store).await;
    let mine = world.person(1, "li.wei", domain::access::AgentRole::AdminAgent).await.id;
    let other = world.person(1, "zhao.min", domain::access::AgentRole::AdminAgent).await.id;
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    let view = |number: u128, query: &str| SavedView {
        id: SavedViewId::from(Uuid::from_u128(number)),
        name: "重点".into(),
        query: query.into(),
    };
    rows::put_view(&mut tx, mine, "customers", &view(1, "a")).await.unwrap();
    rows::put_view(&mut tx, mine, "customers", &view(2, "b")).await.unwrap();
    let kept = rows::views(&mut tx, mine, "customers").await.unwrap();
    assert_eq!(kept, [view(1, "b")], "one of the same name is replaced");
    assert_eq!(rows::count_views(&mut tx, mine, "customers", "x").await.unwrap(), 1);
    assert_eq!(rows::count_views(&mut tx, mine, "customers", "重点").await.unwrap(), 0);
    assert_eq!(rows::views(&mut tx, other, "customers").await.unwrap(), []);
    let id = view(1, "").id;
    assert!(!rows::delete_view(&mut tx, other, id).await.unwrap());
    assert!(rows::delete_view(&mut tx, mine, id).await.unwrap());

    rows::put_draft(&mut tx, mine, "f", "1", now).await.unwrap();
    rows::put_draft(&mut tx, mine, "f", "2", now).await.unwrap();
    assert_eq!(rows::draft(&mut tx, mine, "f").await.unwrap().unwrap().draft, "2");
    assert_eq!(rows::draft(&mut tx, other, "f").await.unwrap(), None);
    rows::delete_draft(&mut tx, other, "f").await.unwrap();
    assert!(rows::draft(&mut tx, mine, "f").await.unwrap().is_some());
    rows::delete_draft(&mut tx, mine, "f").await.unwrap();
    assert_eq!(rows::draft(&mut tx, mine, "f").await.unwrap(), None);
}

async fn risks_and_the_policy_have_versions(store: Store) {
    let world = World::on(store).await;
    let (ours, theirs) = (world.partner(1), world.partner(2));
    let customer = world.customer(1);
    let now = world.system().now();
    let mut tx = world.store().write().await.unwrap();
    let risk =
        Risk {
            notes: "慢\n付".into(), overdue: true, credit_limit: Some(Money::from_fen(1_050))
        };
    rows::save_risk(&mut tx, ours, (customer, 0), &risk, "王", now).await.unwrap();
    for seen in [0, 2] {
        let stale = rows::save_risk(&mut tx, ours, (customer, seen), &risk, "王", now).await;
        assert!(matches!(stale, Err(Error::Stale { entity: Entity::CustomerRisk })), "{seen}");
    }
    let noted = rows::find_risk(&mut tx, ours, customer).await.unwrap().unwrap();
    assert_eq!((noted.risk, noted.version), (risk, 1));
    assert!(rows::find(&mut tx, ours, customer).await.unwrap().unwrap().overdue);
    assert_eq!(rows::find_risk(&mut tx, theirs, customer).await.unwrap(), None);

    rows::save_policy(&mut tx, ours, 0, "三十天").await.unwrap();
    assert!(rows::save_policy(&mut tx, ours, 0, "x").await.is_err());
    rows::save_policy(&mut tx, ours, 1, "四十天").await.unwrap();
    let policy = rows::find_policy(&mut tx, ours).await.unwrap();
    assert_eq!(policy, ("四十天".to_owned(), 2));
    assert_eq!(rows::find_policy(&mut tx, theirs).await.unwrap(), (String::new(), 0));
}

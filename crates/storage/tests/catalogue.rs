//! Offers, price lists and pinned offers, on every database.

use domain::catalogue::{
    Billing, CatalogueQuery, Category, Link, LinkKind, Offer, PinnedOffers, Prices, Segment, Sort,
    Unit,
};
use domain::ids::{OfferId, UserId};
use domain::money::UnitPrice;
use domain::time::Day;
use storage::catalogue::{self, Editor, Listed, Words};
use storage::{Error, Store, Tx, prices};
use testkit::{World, run_sql};
use uuid::Uuid;

testkit::on_each_backend! {
    a_list_is_in_force_for_its_month_once_it_is_published
    offers_are_listed_in_the_catalogues_order
    offers_are_listed_by_name_in_each_language
    filters_and_words_narrow_the_list
    an_offer_is_found_while_it_is_sold
    what_belongs_to_an_offer_is_found_in_each_language
    an_offer_is_replaced_under_its_id
    a_price_list_is_corrected
    pinned_offers_keep_their_order
    the_second_of_two_replacements_is_stale
    an_unreadable_offer_is_reported
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

fn june() -> Day {
    day("2019-06-01")
}

fn id(number: u128) -> OfferId {
    OfferId::from(Uuid::from_u128(number))
}

fn prices(number: i64) -> Prices {
    Prices {
        partner: UnitPrice::from_stored(number * 10_000),
        retail: UnitPrice::from_stored(number * 12_500),
    }
}

fn offer(number: u128, category: Category, rank: u32) -> Offer {
    Offer {
        id: id(number),
        code: format!("CODE-{number}"),
        sku: Uuid::from_u128(100 + number),
        string_id: format!("STRING_{number}"),
        category,
        segment: Segment::Commercial,
        billing: if category == Category::Usage { Billing::Usage } else { Billing::License },
        unit: if category == Category::Usage { Unit::None } else { Unit::Licences },
        minimum: 1,
        maximum: 300,
        per_customer: (category == Category::SmallBusiness).then_some(2),
        add_on: category == Category::AddOn,
        rank,
    }
}

/// Words whose order by name is the reverse of their numbers in English, the same in Chinese.
fn words(number: u8) -> [Words; 3] {
    let words = |language, name: String, sort_key| Words {
        language,
        description: format!("About {name}"),
        name,
        sort_key,
    };
    [
        words("en", format!("Offer {number}"), vec![100 - number]),
        words("fr", format!("Offre {number}"), vec![100 - number]),
        words("zh-CN", format!("帐户产品{number}"), vec![number]),
    ]
}

/// Four offers, all sold in June: 1 is usage-based, 2 an add-on, 3 and 4 for small businesses.
async fn stocked(store: &Store) -> Tx {
    let mut tx = store.write().await.unwrap();
    let names = ["Mail", "Courrier", "邮件"];
    catalogue::put_service_plan(&mut tx, "mail", Some("mail"), names).await.unwrap();
    let names = ["Office", "Bureautique", "办公"];
    catalogue::put_service_plan(&mut tx, "office", None, names).await.unwrap();
    for (number, category, rank) in [
        (1, Category::Usage, 1),
        (2, Category::AddOn, 1),
        (3, Category::SmallBusiness, 2),
        (4, Category::SmallBusiness, 1),
    ] {
        let plans = ["office".to_owned(), "mail".to_owned()];
        let offer = offer(number, category, rank);
        let words = words(u8::try_from(number).unwrap());
        catalogue::put_offer(&mut tx, &offer, &words, &plans).await.unwrap();
    }
    let sold: Vec<_> = (1..=4).map(|number| (id(number), prices(7))).collect();
    prices::merge(&mut tx, june(), day("2019-05-20"), &sold).await.unwrap();
    tx
}

async fn listed(tx: &mut Tx, language: &str, query: CatalogueQuery) -> Vec<Listed> {
    catalogue::list(tx, june(), language, &query).await.unwrap()
}

fn codes(listed: &[Listed]) -> Vec<&str> {
    listed.iter().map(|listed| listed.offer.code.as_str()).collect()
}

async fn a_list_is_in_force_for_its_month_once_it_is_published(store: Store) {
    let mut tx = store.write().await.unwrap();
    prices::merge(&mut tx, june(), day("2019-06-03"), &[]).await.unwrap();
    for (today, month) in [
        ("2019-05-31", None),
        ("2019-06-02", None),
        ("2019-06-03", Some(june())),
        ("2019-06-30", Some(june())),
        ("2019-07-01", None),
    ] {
        let found = catalogue::month_in_force(&mut tx, day(today)).await.unwrap();
        assert_eq!(found, month, "{today}");
    }
}

async fn offers_are_listed_in_the_catalogues_order(store: Store) {
    let mut tx = stocked(&store).await;

    let all = listed(&mut tx, "en", CatalogueQuery::default()).await;

    assert_eq!(codes(&all), ["CODE-4", "CODE-3", "CODE-2", "CODE-1"]);
    let expected = Listed {
        offer: offer(4, Category::SmallBusiness, 1),
        name: "Offer 4".to_owned(),
        description: "About Offer 4".to_owned(),
        prices: prices(7),
    };
    assert_eq!(all[0], expected);
    let july = catalogue::list(&mut tx, day("2019-07-01"), "en", &CatalogueQuery::default()).await;
    assert_eq!(july.unwrap(), []);
}

async fn offers_are_listed_by_name_in_each_language(store: Store) {
    let mut tx = stocked(&store).await;
    let by_name = CatalogueQuery { sort: Sort::Name, ..CatalogueQuery::default() };

    let english = listed(&mut tx, "en", by_name.clone()).await;
    let chinese = listed(&mut tx, "zh-CN", by_name).await;

    assert_eq!(codes(&english), ["CODE-4", "CODE-3", "CODE-2", "CODE-1"]);
    assert_eq!(codes(&chinese), ["CODE-1", "CODE-2", "CODE-3", "CODE-4"]);
    assert_eq!(chinese[0].name, "帐户产品1");
}

async fn filters_and_words_narrow_the_list(store: Store) {
    let mut tx = stocked(&store).await;
    let all = CatalogueQuery::default;
    let words = |words: &str| CatalogueQuery { words: words.to_owned(), ..all() };
    let usage = CatalogueQuery { billing: Some(Billing::Usage), ..all() };
    let small = CatalogueQuery { category: Some(Category::SmallBusiness), ..all() };
    for (language, query, found) in [
        ("en", usage.clone(), vec!["CODE-1"]),
        ("en", small.clone(), vec!["CODE-4", "CODE-3"]),
        ("en", CatalogueQuery { category: small.category, ..usage }, vec![]),
        ("en", words("offer 2"), vec!["CODE-2"]),
        ("en", words("ＯＦＦＥＲ ２"), vec!["CODE-2"]),
        ("en", words("code-3"), vec!["CODE-3"]),
        ("en", words("STRING_4"), vec!["CODE-4"]),
        ("en", words("string%"), vec![]),
        ("en", words("STRING-4"), vec![]),
        ("en", words("Offre"), vec![]),
        ("fr", words("offre 1"), vec!["CODE-1"]),
        ("zh-CN", words("账户产品3"), vec!["CODE-3"]),
    ] {
        let listed = listed(&mut tx, language, query.clone()).await;
        assert_eq!(codes(&listed), found, "{language} {query:?}");
    }
}

async fn an_offer_is_found_while_it_is_sold(store: Store) {
    let mut tx = stocked(&store).await;
    let found = catalogue::find(&mut tx, june(), "fr", id(3)).await.unwrap().unwrap();
    assert_eq!((&*found.name, found.prices), ("Offre 3", prices(7)));
    let july = catalogue::find(&mut tx, day("2019-07-01"), "fr", id(3)).await.unwrap();
    assert_eq!(july, None);
    assert_eq!(catalogue::find(&mut tx, june(), "fr", id(9)).await.unwrap(), None);

    let name = catalogue::name(&mut tx, "fr", id(3)).await.unwrap();
    assert_eq!(name, Some(("CODE-3".to_owned(), "Offre 3".to_owned())));
    assert_eq!(catalogue::name(&mut tx, "fr", id(9)).await.unwrap(), None);
}

async fn what_belongs_to_an_offer_is_found_in_each_language(store: Store) {
    let mut tx = stocked(&store).await;
    let links = [
        (LinkKind::UpgradesTo, id(3)),
        (LinkKind::NeedsOneOf, id(4)),
        (LinkKind::NeedsOneOf, id(1)),
    ];
    catalogue::put_links(&mut tx, id(2), &links).await.unwrap();

    let plans = |names: [&str; 2]| names.map(str::to_owned);
    for (language, names) in [
        ("en", plans(["Office", "Mail"])),
        ("fr", plans(["Bureautique", "Courrier"])),
        ("zh-CN", plans(["办公", "邮件"])),
    ] {
        assert_eq!(catalogue::service_plans(&mut tx, language, id(2)).await.unwrap(), names);
    }
    let found = catalogue::links(&mut tx, "fr", id(2)).await.unwrap();
    let link = |kind, number| Link { kind, id: id(number), name: format!("Offre {number}") };
    assert_eq!(
        found,
        [
            link(LinkKind::NeedsOneOf, 4),
            link(LinkKind::NeedsOneOf, 1),
            link(LinkKind::UpgradesTo, 3)
        ]
    );
    catalogue::put_links(&mut tx, id(2), &links[..1]).await.unwrap();
    assert_eq!(catalogue::links(&mut tx, "fr", id(2)).await.unwrap().len(), 1);
}

async fn an_offer_is_replaced_under_its_id(store: Store) {
    let mut tx = stocked(&store).await;
    let changed = Offer { maximum: 25, ..offer(3, Category::Trial, 1) };
    let mut renamed = words(3);
    "Trial".clone_into(&mut renamed[0].name);

    catalogue::put_offer(&mut tx, &changed, &renamed, &["mail".to_owned()]).await.unwrap();

    let found = catalogue::find(&mut tx, june(), "en", id(3)).await.unwrap().unwrap();
    assert_eq!((found.offer, &*found.name), (changed, "Trial"));
    assert_eq!(catalogue::service_plans(&mut tx, "en", id(3)).await.unwrap(), ["Mail"]);
    let query = CatalogueQuery { words: "trial".to_owned(), ..CatalogueQuery::default() };
    assert_eq!(codes(&listed(&mut tx, "en", query).await), ["CODE-3"]);
}

async fn a_price_list_is_corrected(store: Store) {
    let mut tx = stocked(&store).await;

    let corrected = [(id(3), prices(8))];
    prices::merge(&mut tx, june(), day("2019-05-21"), &corrected).await.unwrap();

    for (number, price) in [(3, prices(8)), (4, prices(7))] {
        let found = catalogue::find(&mut tx, june(), "en", id(number)).await.unwrap().unwrap();
        assert_eq!(found.prices, price, "offer {number}");
    }
    let unknown = [(id(9), prices(1))];
    let refused = prices::merge(&mut tx, june(), june(), &unknown).await;
    assert!(matches!(refused, Err(Error::Driver(_))), "{refused:?}");
}

/// Somebody who changes pinned offers.
fn editor(world: &World) -> Editor<'static> {
    Editor { user: UserId::from(Uuid::from_u128(7)), name: "李伟", now: world.system().now() }
}

async fn pinned_offers_keep_their_order(store: Store) {
    let world = World::on(store).await;
    stocked(world.store()).await.commit().await.unwrap();
    let (ours, theirs, by) = (world.partner(1), world.partner(2), editor(&world));
    let mut tx = world.store().write().await.unwrap();
    assert_eq!(catalogue::pinned(&mut tx, ours).await.unwrap(), PinnedOffers::default());

    let first = [id(4), id(1), id(3)];
    catalogue::replace_pinned(&mut tx, ours, 0, &first, by).await.unwrap();
    let second = [id(1), id(4)];
    catalogue::replace_pinned(&mut tx, ours, 1, &second, by).await.unwrap();

    let pinned = catalogue::pinned(&mut tx, ours).await.unwrap();
    let expected =
        PinnedOffers { version: 2, offers: second.to_vec(), changed_by: Some("李伟".to_owned()) };
    assert_eq!(pinned, expected);
    assert_eq!(catalogue::pinned(&mut tx, theirs).await.unwrap(), PinnedOffers::default());
    catalogue::replace_pinned(&mut tx, ours, 2, &[], by).await.unwrap();
    assert_eq!(catalogue::pinned(&mut tx, ours).await.unwrap().offers, []);
}

async fn the_second_of_two_replacements_is_stale(store: Store) {
    let world = World::on(store).await;
    stocked(world.store()).await.commit().await.unwrap();
    let (ours, by) = (world.partner(1), editor(&world));
    let mut tx = world.store().write().await.unwrap();
    for seen in [0, 1] {
        catalogue::replace_pinned(&mut tx, ours, seen, &[id(4)], by).await.unwrap();

        let again = catalogue::replace_pinned(&mut tx, ours, seen, &[id(3)], by).await;

        assert!(matches!(again, Err(Error::Stale { .. })), "after version {seen}: {again:?}");
        assert_eq!(catalogue::pinned(&mut tx, ours).await.unwrap().offers, [id(4)]);
    }
}

async fn an_unreadable_offer_is_reported(store: Store) {
    let mut tx = stocked(&store).await;
    run_sql(&mut tx, "UPDATE offers SET minimum = -1 WHERE code = 'CODE-3'").await.unwrap();

    let read = catalogue::list(&mut tx, june(), "en", &CatalogueQuery::default()).await;

    assert!(matches!(read, Err(Error::Corrupt { table: "offers", column: "minimum" })), "{read:?}");
}

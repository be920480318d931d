//! Offers, price lists and pinned offers.

use domain::catalogue::{CatalogueQuery, Link, LinkKind, Offer, PinnedOffers, Prices};
use domain::error::Entity;
use domain::ids::{OfferId, PartnerId, UserId};
use domain::money::UnitPrice;
use domain::text::{like_pattern, search_key};
use domain::time::{Day, Instant};
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// An offer of a price list, with its words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The offer.
    pub offer: Offer,
    /// Its name.
    pub name: String,
    /// One or two sentences.
    pub description: String,
    /// What it costs.
    pub prices: Prices,
}

/// An offer's words in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    /// BCP 47 tag: `en`, `fr` or `zh-CN`.
    pub language: &'static str,
    /// The name.
    pub name: String,
    /// One or two sentences.
    pub description: String,
    /// Collation key of the name.
    pub sort_key: Vec<u8>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    code: String,
    sku_id: Uuid,
    string_id: String,
    category: String,
    segment: String,
    billing: String,
    unit: String,
    minimum: i64,
    maximum: i64,
    per_customer: Option<i64>,
    add_on: bool,
    rank: i64,
    name: String,
    description: String,
    partner_price: i64,
    retail_price: i64,
}

impl TryFrom<Row> for Listed {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "offers", column };
        let count = |value: i64, column| u32::try_from(value).map_err(|_| corrupt(column));
        Ok(Self {
            offer: Offer {
                id: OfferId::from(row.id),
                code: row.code,
                sku: row.sku_id,
                string_id: row.string_id,
                category: row.category.parse().map_err(|_| corrupt("category"))?,
                segment: row.segment.parse().map_err(|_| corrupt("segment"))?,
                billing: row.billing.parse().map_err(|_| corrupt("billing"))?,
                unit: row.unit.parse().map_err(|_| corrupt("unit"))?,
                minimum: count(row.minimum, "minimum")?,
                maximum: count(row.maximum, "maximum")?,
                per_customer: row.per_customer.map(|n| count(n, "per_customer")).transpose()?,
                add_on: row.add_on,
                rank: count(row.rank, "rank")?,
            },
            name: row.name,
            description: row.description,
            prices: Prices {
                partner: UnitPrice::from_stored(row.partner_price),
                retail: UnitPrice::from_stored(row.retail_price),
            },
        })
    }
}

/// The first day of the month whose price list is in force on `today`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn month_in_force(tx: &mut Tx, today: Day) -> Result<Option<Day>> {
    // A list is in force for its month only: a missing month is a gap, not a longer list.
    const SQL: &str = "SELECT month FROM price_lists WHERE month = $1 AND published_on <= $2";
    let month = domain::time::first_of_month(today);
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(month).bind(today).fetch_optional(connection).await?
    }))
}

/// The offers of the list of `month` that answer `query`, all pages, in the catalogue's order or
/// by name, with words in `language`.
///
/// The caller puts a partner's pinned offers first and cuts the page: the catalogue is bounded.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn list(
    tx: &mut Tx,
    month: Day,
    language: &str,
    query: &CatalogueQuery,
) -> Result<Vec<Listed>> {
    const SQL: &str = "
        SELECT o.id, o.code, o.sku_id, o.string_id, o.category, o.segment, o.billing, o.unit,
               o.minimum, o.maximum, o.per_customer, o.add_on, o.rank,
               t.name, t.description, p.partner_price, p.retail_price
        FROM prices p
        JOIN offers o ON o.id = p.offer_id
        JOIN offer_texts t ON t.offer_id = o.id AND t.language = $2
        WHERE p.month = $1
          AND (o.category = $3 OR $3 IS NULL)
          AND (o.billing = $4 OR $4 IS NULL)
          AND (t.search_key LIKE $5 ESCAPE '\\')
        ORDER BY CASE WHEN $6 = 'name' THEN 0 ELSE CASE o.category
                     WHEN 'enterprise' THEN 1 WHEN 'small-business' THEN 2
                     WHEN 'trial' THEN 3 WHEN 'add-on' THEN 4 ELSE 5 END END,
                 CASE WHEN $6 = 'name' THEN 0 ELSE o.rank END, t.sort_key, o.code";
    let pattern = like_pattern(&search_key(&query.words));
    let sort = match query.sort {
        domain::catalogue::Sort::Catalogue => "catalogue",
        domain::catalogue::Sort::Name => "name",
    };
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(month)
            .bind(language)
            .bind(query.category.map(domain::catalogue::Category::as_str))
            .bind(query.billing.map(domain::catalogue::Billing::as_str))
            .bind(pattern)
            .bind(sort)
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(Listed::try_from).collect()
}

/// The offer `id` in the list of `month`, with words in `language`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(tx: &mut Tx, month: Day, language: &str, id: OfferId) -> Result<Option<Listed>> {
    const SQL: &str = "
        SELECT o.id, o.code, o.sku_id, o.string_id, o.category, o.segment, o.billing, o.unit,
               o.minimum, o.maximum, o.per_customer, o.add_on, o.rank,
               t.name, t.description, p.partner_price, p.retail_price
        FROM prices p
        JOIN offers o ON o.id = p.offer_id
        JOIN offer_texts t ON t.offer_id = o.id AND t.language = $2
        WHERE p.month = $1 AND o.id = $3";
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(month)
            .bind(language)
            .bind(Uuid::from(id))
            .fetch_optional(connection)
            .await?
    });
    row.map(Listed::try_from).transpose()
}

/// Code and name of any offer, sold or not.
///
/// # Errors
///
/// If the database does not answer.
pub async fn name(tx: &mut Tx, language: &str, id: OfferId) -> Result<Option<(String, String)>> {
    const SQL: &str = "
        SELECT o.code, t.name FROM offers o
        JOIN offer_texts t ON t.offer_id = o.id AND t.language = $1
        WHERE o.id = $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(language).bind(Uuid::from(id)).fetch_optional(connection).await?
    }))
}

/// Names of the service plans inside the offer `id`, in order.
///
/// # Errors
///
/// If the database does not answer.
pub async fn service_plans(tx: &mut Tx, language: &str, id: OfferId) -> Result<Vec<String>> {
    const SQL: &str = "
        SELECT CASE $1 WHEN 'fr' THEN s.name_fr WHEN 'zh-CN' THEN s.name_zh ELSE s.name_en END
        FROM offer_service_plans o
        JOIN service_plans s ON s.id = o.service_plan_id
        WHERE o.offer_id = $2
        ORDER BY o.position";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL).bind(language).bind(Uuid::from(id)).fetch_all(connection).await?
    }))
}

/// The offers that `id` hangs together with.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn links(tx: &mut Tx, language: &str, id: OfferId) -> Result<Vec<Link>> {
    const SQL: &str = "
        SELECT l.kind, l.target_id, t.name
        FROM offer_links l
        JOIN offer_texts t ON t.offer_id = l.target_id AND t.language = $1
        WHERE l.offer_id = $2
        ORDER BY l.kind, l.position";
    let rows: Vec<(String, Uuid, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(language).bind(Uuid::from(id)).fetch_all(connection).await?
    });
    let link = |(kind, id, name): (String, Uuid, String)| {
        let corrupt = Error::Corrupt { table: "offer_links", column: "kind" };
        let kind: LinkKind = kind.parse().map_err(|_| corrupt)?;
        Ok(Link { kind, id: OfferId::from(id), name })
    };
    rows.into_iter().map(link).collect()
}

/// The offers that `partner` has pinned, sold or not.
///
/// # Errors
///
/// If the database does not answer.
pub async fn pinned(tx: &mut Tx, partner: PartnerId) -> Result<PinnedOffers> {
    const BOARD: &str = "SELECT version, changed_by_name FROM pin_boards WHERE partner_id = $1";
    const OFFERS: &str = "
        SELECT offer_id FROM pinned_offers WHERE partner_id = $1 ORDER BY position";
    let partner = Uuid::from(partner);
    let (board, offers): (Option<(i64, String)>, Vec<Uuid>) = on_backend!(tx, |connection| {
        let board = sqlx::query_as(BOARD).bind(partner).fetch_optional(&mut *connection).await?;
        (board, sqlx::query_scalar(OFFERS).bind(partner).fetch_all(connection).await?)
    });
    let offers = offers.into_iter().map(OfferId::from).collect();
    Ok(match board {
        Some((version, name)) => PinnedOffers { version, offers, changed_by: Some(name) },
        None => PinnedOffers { version: 0, offers, changed_by: None },
    })
}

/// Who changes pinned offers, and when.
#[derive(Clone, Copy, Debug)]
pub struct Editor<'a> {
    /// The person.
    pub user: UserId,
    /// The person's name.
    pub name: &'a str,
    /// The moment.
    pub now: Instant,
}

/// Replaces the pinned offers of `partner` and raises their version by one.
///
/// # Errors
///
/// [`Error::Stale`] if they are no longer at the version `seen`.
pub async fn replace_pinned(
    tx: &mut Tx,
    partner: PartnerId,
    seen: i64,
    offers: &[OfferId],
    by: Editor<'_>,
) -> Result<()> {
    const FIRST: &str = "
        INSERT INTO pin_boards (partner_id, version, changed_by, changed_by_name, changed_at)
        VALUES ($1, 1, $2, $3, $4)
        ON CONFLICT (partner_id) DO NOTHING";
    const NEXT: &str = "
        UPDATE pin_boards
        SET version = version + 1, changed_by = $2, changed_by_name = $3, changed_at = $4
        WHERE partner_id = $1 AND version = $5";
    const CLEAR: &str = "DELETE FROM pinned_offers WHERE partner_id = $1";
    const PIN: &str = "
        INSERT INTO pinned_offers (partner_id, position, offer_id) VALUES ($1, $2, $3)";
    let partner = Uuid::from(partner);
    let rows = on_backend!(&mut *tx, |connection| {
        let board = sqlx::query(if seen == 0 { FIRST } else { NEXT })
            .bind(partner)
            .bind(Uuid::from(by.user))
            .bind(by.name)
            .bind(by.now);
        let board = if seen == 0 { board } else { board.bind(seen) };
        board.execute(connection).await?.rows_affected()
    });
    if rows != 1 {
        return Err(Error::Stale { entity: Entity::PinnedOffers });
    }
    on_backend!(tx, |connection| {
        sqlx::query(CLEAR).bind(partner).execute(&mut *connection).await?;
        for (position, offer) in (1_i64..).zip(offers) {
            sqlx::query(PIN)
                .bind(partner)
                .bind(position)
                .bind(Uuid::from(*offer))
                .execute(&mut *connection)
                .await?;
        }
    });
    Ok(())
}

/// Writes `offer` with its words; what stands under its id is replaced.
///
/// `links` name offers that must be there already (see [`put_links`]).
///
/// # Errors
///
/// If the database does not answer.
pub async fn put_offer(
    tx: &mut Tx,
    offer: &Offer,
    words: &[Words],
    service_plans: &[String],
) -> Result<()> {
    const OFFER: &str = "
        INSERT INTO offers (id, code, sku_id, string_id, category, segment, billing, unit,
                            minimum, maximum, per_customer, add_on, rank)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
        ON CONFLICT (id) DO UPDATE
        SET code = excluded.code, sku_id = excluded.sku_id, string_id = excluded.string_id,
            category = excluded.category, segment = excluded.segment, billing = excluded.billing,
            unit = excluded.unit, minimum = excluded.minimum, maximum = excluded.maximum,
            per_customer = excluded.per_customer, add_on = excluded.add_on, rank = excluded.rank,
            version = offers.version + 1";
    const WORDS: &str = "
        INSERT INTO offer_texts (offer_id, language, name, description, search_key, sort_key)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (offer_id, language) DO UPDATE
        SET name = excluded.name, description = excluded.description,
            search_key = excluded.search_key, sort_key = excluded.sort_key";
    const CLEAR_PLANS: &str = "DELETE FROM offer_service_plans WHERE offer_id = $1";
    const PLAN: &str = "
        INSERT INTO offer_service_plans (offer_id, position, service_plan_id) VALUES ($1, $2, $3)";
    let id = Uuid::from(offer.id);
    on_backend!(tx, |connection| {
        sqlx::query(OFFER)
            .bind(id)
            .bind(&offer.code)
            .bind(offer.sku)
            .bind(&offer.string_id)
            .bind(offer.category.as_str())
            .bind(offer.segment.as_str())
            .bind(offer.billing.as_str())
            .bind(offer.unit.as_str())
            .bind(i64::from(offer.minimum))
            .bind(i64::from(offer.maximum))
            .bind(offer.per_customer.map(i64::from))
            .bind(offer.add_on)
            .bind(i64::from(offer.rank))
            .execute(&mut *connection)
            .await?;
        for words in words {
            let key = search_key(&format!("{} {} {}", words.name, offer.code, offer.string_id));
            sqlx::query(WORDS)
                .bind(id)
                .bind(words.language)
                .bind(&words.name)
                .bind(&words.description)
                .bind(key)
                .bind(&words.sort_key)
                .execute(&mut *connection)
                .await?;
        }
        sqlx::query(CLEAR_PLANS).bind(id).execute(&mut *connection).await?;
        for (position, plan) in (1_i64..).zip(service_plans) {
            sqlx::query(PLAN).bind(id).bind(position).bind(plan).execute(&mut *connection).await?;
        }
    });
    Ok(())
}

/// Replaces the links of the offer `id`.
///
/// # Errors
///
/// If an offer is missing, or the database does not answer.
pub async fn put_links(tx: &mut Tx, id: OfferId, links: &[(LinkKind, OfferId)]) -> Result<()> {
    const CLEAR: &str = "DELETE FROM offer_links WHERE offer_id = $1";
    const LINK: &str = "
        INSERT INTO offer_links (offer_id, kind, position, target_id) VALUES ($1, $2, $3, $4)";
    on_backend!(tx, |connection| {
        sqlx::query(CLEAR).bind(Uuid::from(id)).execute(&mut *connection).await?;
        for (position, (kind, target)) in (1_i64..).zip(links) {
            sqlx::query(LINK)
                .bind(Uuid::from(id))
                .bind(kind.as_str())
                .bind(position)
                .bind(Uuid::from(*target))
                .execute(&mut *connection)
                .await?;
        }
    });
    Ok(())
}

/// Writes a service plan: its id, the family whose members exclude each other, and its names in
/// English, French and Chinese.
///
/// # Errors
///
/// If the database does not answer.
pub async fn put_service_plan(
    tx: &mut Tx,
    id: &str,
    family: Option<&str>,
    names: [&str; 3],
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO service_plans (id, family, name_en, name_fr, name_zh)
        VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (id) DO UPDATE
        SET family = excluded.family, name_en = excluded.name_en, name_fr = excluded.name_fr,
            name_zh = excluded.name_zh";
    let [en, fr, zh] = names;
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(id)
            .bind(family)
            .bind(en)
            .bind(fr)
            .bind(zh)
            .execute(connection)
            .await?;
    });
    Ok(())
}

//! What meters have counted, and the rows of the usage-based files.

use domain::billing::{Amounts, ChargeType, Days, Percent, UsageQuantity, VatRate};
use domain::ids::{CustomerId, DisputeId, InvoiceId, OfferId, PartnerId, SubscriptionId};
use domain::money::{Money, UnitPrice};
use domain::time::Day;
use sqlx::FromRow;
use uuid::Uuid;

use crate::store::on_backend;
use crate::{Error, Result, Tx};

/// What one meter has counted on one day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UsageRecord {
    /// Who sells.
    pub partner: PartnerId,
    /// Who uses.
    pub customer: CustomerId,
    /// Under which subscription.
    pub subscription: SubscriptionId,
    /// When.
    pub used_on: Day,
    /// What is known of the meter, as JSON.
    pub meter: String,
    /// Which rate of the meter.
    pub item: i64,
    /// How much.
    pub consumed: UsageQuantity,
    /// The price of a unit when the subscription started.
    pub list_price: UnitPrice,
}

/// A row of the usage-based file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredUsage {
    /// Its place in the file, from 1.
    pub position: u32,
    /// Whose subscription.
    pub customer: CustomerId,
    /// Which.
    pub subscription: SubscriptionId,
    /// Of what.
    pub offer: OfferId,
    /// The number of its order.
    pub order_number: i64,
    /// What it is for.
    pub charge_type: ChargeType,
    /// The days charged.
    pub days: Days,
    /// What is known of the meter, as JSON.
    pub meter: String,
    /// Which rate of the meter.
    pub item: i64,
    /// How much was used.
    pub consumed: UsageQuantity,
    /// How much of it is free.
    pub included: UsageQuantity,
    /// The price of a unit.
    pub list_price: UnitPrice,
    /// The tax rate in force.
    pub vat: VatRate,
    /// What it comes to; without discount.
    pub money: Amounts,
    /// The customer's name when the invoice was issued.
    pub customer_name: String,
    /// The customer's initial domain, without what all domains end with.
    pub domain_prefix: String,
    /// What the partner called the subscription.
    pub nickname: Option<String>,
    /// MPN ID of the reseller; empty if it was taken away.
    pub reseller: Option<String>,
    /// The dispute that it settles.
    pub dispute: Option<DisputeId>,
}

#[derive(FromRow)]
struct Row {
    position: i64,
    customer_id: Uuid,
    subscription_id: Uuid,
    offer_id: Uuid,
    order_number: i64,
    charge_type: String,
    first_day: Day,
    last_day: Day,
    meter: String,
    item: i64,
    consumed: i64,
    included: i64,
    list_price: i64,
    vat: i64,
    amount: i64,
    tax: i64,
    customer_name: String,
    domain_prefix: String,
    nickname: Option<String>,
    reseller_mpn_id: Option<String>,
    dispute_id: Option<Uuid>,
}

impl TryFrom<Row> for StoredUsage {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "usage_lines", column };
        let vat = u32::try_from(row.vat).ok().and_then(Percent::from_stored);
        Ok(Self {
            position: u32::try_from(row.position).map_err(|_| corrupt("position"))?,
            customer: row.customer_id.into(),
            subscription: row.subscription_id.into(),
            offer: row.offer_id.into(),
            order_number: row.order_number,
            charge_type: ChargeType::from_code(&row.charge_type).ok_or(corrupt("charge_type"))?,
            days: Days { first: row.first_day, last: row.last_day },
            meter: row.meter,
            item: row.item,
            consumed: UsageQuantity::from_stored(row.consumed),
            included: UsageQuantity::from_stored(row.included),
            list_price: UnitPrice::from_stored(row.list_price),
            vat: VatRate(vat.ok_or(corrupt("vat"))?),
            money: Amounts {
                amount: Money::from_fen(row.amount),
                discount: Money::ZERO,
                tax: Money::from_fen(row.tax),
            },
            customer_name: row.customer_name,
            domain_prefix: row.domain_prefix,
            nickname: row.nickname,
            reseller: row.reseller_mpn_id,
            dispute: row.dispute_id.map(DisputeId::from),
        })
    }
}

/// Writes what a meter has counted, under the id `id`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert_record(tx: &mut Tx, id: Uuid, new: &UsageRecord) -> Result<()> {
    const SQL: &str = "
        INSERT INTO usage_records (id, partner_id, customer_id, subscription_id, used_on, meter,
                                   item, consumed, list_price)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(id)
            .bind(Uuid::from(new.partner))
            .bind(Uuid::from(new.customer))
            .bind(Uuid::from(new.subscription))
            .bind(new.used_on)
            .bind(&new.meter)
            .bind(new.item)
            .bind(new.consumed.stored())
            .bind(new.list_price.stored())
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Takes all that the customers of `partner` used before `date`, and no invoice has, for `invoice`,
/// which is written in the same transaction.
///
/// # Errors
///
/// If the database does not answer.
pub async fn take(tx: &mut Tx, partner: PartnerId, date: Day, invoice: InvoiceId) -> Result<()> {
    const SQL: &str = "
        UPDATE usage_records SET invoice_id = $3
        WHERE partner_id = $1 AND invoice_id IS NULL AND used_on < $2";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(partner))
            .bind(date)
            .bind(Uuid::from(invoice))
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// What was taken for `invoice` of `partner`: one row a subscription, meter, rate and price, without
/// position and money; `days` are those of the use.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn taken(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
) -> Result<Vec<StoredUsage>> {
    const SQL: &str = "
        SELECT CAST(0 AS BIGINT) AS position, u.customer_id, u.subscription_id, s.offer_id,
               o.number AS order_number, 'CYCLE_USAGEFEE' AS charge_type,
               MIN(u.used_on) AS first_day, MAX(u.used_on) AS last_day, u.meter, u.item,
               CAST(SUM(u.consumed) AS BIGINT) AS consumed, CAST(0 AS BIGINT) AS included,
               u.list_price, CAST(0 AS BIGINT) AS vat, CAST(0 AS BIGINT) AS amount,
               CAST(0 AS BIGINT) AS tax, c.company_name AS customer_name, c.domain_prefix,
               s.nickname, s.reseller_mpn_id, CAST(NULL AS UUID) AS dispute_id
        FROM usage_records u
        JOIN subscriptions s ON s.id = u.subscription_id
        JOIN orders o ON o.id = s.order_id
        JOIN customers c ON c.id = u.customer_id
        WHERE u.partner_id = $1 AND u.invoice_id = $2
        GROUP BY u.customer_id, u.subscription_id, s.offer_id, o.number, u.meter, u.item,
                 u.list_price, c.company_name, c.domain_prefix, s.nickname, s.reseller_mpn_id
        ORDER BY u.customer_id, u.subscription_id, u.meter, u.item, u.list_price";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(StoredUsage::try_from).collect()
}

/// Writes `lines` of the invoice `invoice`, which is written when all of its lines are.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert_many(tx: &mut Tx, invoice: InvoiceId, lines: &[StoredUsage]) -> Result<()> {
    const SQL: &str = "
        INSERT INTO usage_lines (invoice_id, position, customer_id, subscription_id, offer_id,
                                 order_number, charge_type, first_day, last_day, meter, item,
                                 consumed, included, list_price, vat, amount, tax, customer_name,
                                 domain_prefix, nickname, reseller_mpn_id, dispute_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18,
                $19, $20, $21, $22)";
    for one in lines {
        on_backend!(&mut *tx, |connection| {
            sqlx::query(SQL)
                .bind(Uuid::from(invoice))
                .bind(i64::from(one.position))
                .bind(Uuid::from(one.customer))
                .bind(Uuid::from(one.subscription))
                .bind(Uuid::from(one.offer))
                .bind(one.order_number)
                .bind(one.charge_type.code())
                .bind(one.days.first)
                .bind(one.days.last)
                .bind(&one.meter)
                .bind(one.item)
                .bind(one.consumed.stored())
                .bind(one.included.stored())
                .bind(one.list_price.stored())
                .bind(i64::from(one.vat.0.stored()))
                .bind(one.money.amount.fen())
                .bind(one.money.tax.fen())
                .bind(&one.customer_name)
                .bind(&one.domain_prefix)
                .bind(&one.nickname)
                .bind(&one.reseller)
                .bind(one.dispute.map(Uuid::from))
                .execute(connection)
                .await?;
        });
    }
    Ok(())
}

/// Which rows of usage on an invoice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// Only those behind this place.
    pub after: u32,
    /// Only of this customer.
    pub customer: Option<CustomerId>,
    /// Only of this type.
    pub charge_type: Option<ChargeType>,
}

/// At most `limit` rows of usage on the invoice `invoice` of `partner` that answer `which`, in their
/// order.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn page(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
    which: &Which,
    limit: u32,
) -> Result<Vec<StoredUsage>> {
    const SQL: &str = "
        SELECT u.position, u.customer_id, u.subscription_id, u.offer_id, u.order_number,
               u.charge_type, u.first_day, u.last_day, u.meter, u.item, u.consumed, u.included,
               u.list_price, u.vat, u.amount, u.tax, u.customer_name, u.domain_prefix, u.nickname,
               u.reseller_mpn_id, u.dispute_id
        FROM invoices i
        CROSS JOIN usage_lines u
        WHERE i.partner_id = $1 AND i.id = $2 AND u.invoice_id = i.id AND u.position > $3
          AND (u.customer_id = $4 OR $4 IS NULL) AND (u.charge_type = $5 OR $5 IS NULL)
        ORDER BY u.position LIMIT $6";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .bind(i64::from(which.after))
            .bind(which.customer.map(Uuid::from))
            .bind(which.charge_type.map(ChargeType::code))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(StoredUsage::try_from).collect()
}

/// The row at `position` of the usage on the invoice `invoice` of `partner`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
    position: u32,
) -> Result<Option<StoredUsage>> {
    let which = Which { after: position.saturating_sub(1), ..Which::default() };
    let found = page(tx, partner, invoice, &which, 1).await?;
    Ok(found.into_iter().find(|row| row.position == position))
}

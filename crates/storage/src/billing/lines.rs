//! Lines of invoices, which are the rows of the license-based files.

use domain::billing::{
    Amounts, ChargeType, CustomerShare, Days, Line, Percent, Period, Sections, VatRate,
};
use domain::ids::{CustomerId, DisputeId, InvoiceId, OfferId, PartnerId, SubscriptionId};
use domain::money::{Money, UnitPrice};
use domain::time::Day;
use sqlx::{FromRow, QueryBuilder};
use uuid::Uuid;

use super::histories::Billed;
use crate::date::Date;
use crate::store::{by_place, on_backend};
use crate::{Error, Result, Tx};

/// Rows of one statement: both databases take that many values.
const CHUNK: usize = 1_000;

/// A line as it is stored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredLine {
    /// Its place on the invoice, from 1.
    pub position: u32,
    /// Whose subscription.
    pub customer: CustomerId,
    /// Which.
    pub subscription: SubscriptionId,
    /// Of what.
    pub offer: OfferId,
    /// The number of its order.
    pub order_number: i64,
    /// The charge with its figures.
    pub line: Line,
    /// The first day of the subscription.
    pub starts_on: Day,
    /// The end of the term in which the charge lies, at 0:00.
    pub ends_on: Day,
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

impl StoredLine {
    /// The line `line` of `billed`, at `position`.
    #[must_use]
    pub fn of(billed: &Billed, position: u32, line: Line, ends_on: Day) -> Self {
        Self {
            position,
            customer: billed.customer,
            subscription: billed.id,
            offer: billed.offer,
            order_number: billed.order_number,
            line,
            starts_on: billed.starts_on,
            ends_on,
            customer_name: billed.customer_name.clone(),
            domain_prefix: billed.domain_prefix.clone(),
            nickname: billed.nickname.clone(),
            reseller: billed.reseller.clone(),
            dispute: None,
        }
    }
}

by_place! {
    struct Row {
        position: i64,
        customer_id: Uuid,
        subscription_id: Uuid,
        offer_id: Uuid,
        order_number: i64,
        charge_type: String,
        first_day: Date,
        last_day: Date,
        period_first: Date,
        unit_price: i64,
        quantity: i64,
        discount_percent: i64,
        vat: i64,
        amount: i64,
        discount: i64,
        tax: i64,
        starts_on: Date,
        ends_on: Date,
        customer_name: String,
        domain_prefix: String,
        nickname: Option<String>,
        reseller_mpn_id: Option<String>,
        dispute_id: Option<Uuid>,
    }
}

impl TryFrom<Row> for StoredLine {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "invoice_lines", column };
        let percent = |stored: i64, column| {
            let percent = u32::try_from(stored).ok().and_then(Percent::from_stored);
            percent.ok_or(corrupt(column))
        };
        let line = Line {
            charge_type: ChargeType::from_code(&row.charge_type).ok_or(corrupt("charge_type"))?,
            days: Days { first: row.first_day.into(), last: row.last_day.into() },
            period: Period::starting(row.period_first.into()),
            unit_price: UnitPrice::from_stored(row.unit_price),
            quantity: u32::try_from(row.quantity).map_err(|_| corrupt("quantity"))?,
            discount_percent: percent(row.discount_percent, "discount_percent")?,
            vat: VatRate(percent(row.vat, "vat")?),
            money: Amounts {
                amount: Money::from_fen(row.amount),
                discount: Money::from_fen(row.discount),
                tax: Money::from_fen(row.tax),
            },
        };
        Ok(Self {
            position: u32::try_from(row.position).map_err(|_| corrupt("position"))?,
            customer: row.customer_id.into(),
            subscription: row.subscription_id.into(),
            offer: row.offer_id.into(),
            order_number: row.order_number,
            line,
            starts_on: row.starts_on.into(),
            ends_on: row.ends_on.into(),
            customer_name: row.customer_name,
            domain_prefix: row.domain_prefix,
            nickname: row.nickname,
            reseller: row.reseller_mpn_id,
            dispute: row.dispute_id.map(DisputeId::from),
        })
    }
}

/// Writes `lines` of the invoice `invoice`, which is written when all of its lines are.
///
/// # Errors
///
/// If the database does not answer.
pub async fn insert_many(tx: &mut Tx, invoice: InvoiceId, lines: &[StoredLine]) -> Result<()> {
    for chunk in lines.chunks(CHUNK) {
        on_backend!(&mut *tx, |connection| {
            let mut rows = QueryBuilder::new(
                "INSERT INTO invoice_lines (invoice_id, position, customer_id, subscription_id, \
                 offer_id, order_number, charge_type, first_day, last_day, period_first, \
                 unit_price, quantity, discount_percent, vat, amount, discount, tax, starts_on, \
                 ends_on, customer_name, domain_prefix, nickname, reseller_mpn_id, dispute_id) ",
            );
            rows.push_values(chunk, |mut row, one| {
                let line = &one.line;
                row.push_bind(Uuid::from(invoice))
                    .push_bind(i64::from(one.position))
                    .push_bind(Uuid::from(one.customer))
                    .push_bind(Uuid::from(one.subscription))
                    .push_bind(Uuid::from(one.offer))
                    .push_bind(one.order_number)
                    .push_bind(line.charge_type.code())
                    .push_bind(line.days.first)
                    .push_bind(line.days.last)
                    .push_bind(line.period.first())
                    .push_bind(line.unit_price.stored())
                    .push_bind(i64::from(line.quantity))
                    .push_bind(i64::from(line.discount_percent.stored()))
                    .push_bind(i64::from(line.vat.0.stored()))
                    .push_bind(line.money.amount.fen())
                    .push_bind(line.money.discount.fen())
                    .push_bind(line.money.tax.fen())
                    .push_bind(one.starts_on)
                    .push_bind(one.ends_on)
                    .push_bind(&one.customer_name)
                    .push_bind(&one.domain_prefix)
                    .push_bind(&one.nickname)
                    .push_bind(&one.reseller)
                    .push_bind(one.dispute.map(Uuid::from));
            });
            rows.build().execute(connection).await?;
        });
    }
    Ok(())
}

/// Which lines of an invoice, and how many of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Which {
    /// Only those behind this place.
    pub after: u32,
    /// Only of this customer.
    pub customer: Option<CustomerId>,
    /// Only of this subscription.
    pub subscription: Option<SubscriptionId>,
    /// Only of this type.
    pub charge_type: Option<ChargeType>,
}

/// At most `limit` lines of the invoice `invoice` of `partner` that answer `which`, in their order.
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
) -> Result<Vec<StoredLine>> {
    const SQL: &str = "
        SELECT l.position, l.customer_id, l.subscription_id, l.offer_id, l.order_number,
               l.charge_type, l.first_day, l.last_day, l.period_first, l.unit_price, l.quantity,
               l.discount_percent, l.vat, l.amount, l.discount, l.tax, l.starts_on, l.ends_on,
               l.customer_name, l.domain_prefix, l.nickname, l.reseller_mpn_id, l.dispute_id
        FROM invoices i
        CROSS JOIN invoice_lines l
        WHERE i.partner_id = $1 AND i.id = $2 AND l.invoice_id = i.id AND l.position > $3
          AND (l.customer_id = $4 OR $4 IS NULL) AND (l.subscription_id = $5 OR $5 IS NULL)
          AND (l.charge_type = $6 OR $6 IS NULL)
        ORDER BY l.position LIMIT $7";
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .bind(i64::from(which.after))
            .bind(which.customer.map(Uuid::from))
            .bind(which.subscription.map(Uuid::from))
            .bind(which.charge_type.map(ChargeType::code))
            .bind(i64::from(limit))
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(StoredLine::try_from).collect()
}

/// The line at `position` of the invoice `invoice` of `partner`.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn find(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
    position: u32,
) -> Result<Option<StoredLine>> {
    let which = Which { after: position.saturating_sub(1), ..Which::default() };
    let found = page(tx, partner, invoice, &which, 1).await?;
    Ok(found.into_iter().find(|line| line.position == position))
}

#[derive(FromRow)]
struct SumRow {
    charge_type: String,
    amount: i64,
    discount: i64,
    tax: i64,
}

/// The sections of the invoice `invoice` of `partner`, added up anew from the rows of both files, and
/// Σ of the rows' totals.
///
/// # Errors
///
/// If the database does not answer, or [`Error::Corrupt`].
pub async fn sections(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
) -> Result<(Sections, Money)> {
    // PostgreSQL's sums of whole numbers are decimals.
    const SQL: &str = "
        SELECT charge_type, CAST(SUM(amount) AS BIGINT) AS amount,
               CAST(SUM(discount) AS BIGINT) AS discount, CAST(SUM(tax) AS BIGINT) AS tax
        FROM (
            SELECT l.charge_type, l.amount, l.discount, l.tax
            FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
            WHERE i.partner_id = $1 AND i.id = $2
            UNION ALL
            SELECT u.charge_type, u.amount, 0 AS discount, u.tax
            FROM usage_lines u JOIN invoices i ON i.id = u.invoice_id
            WHERE i.partner_id = $1 AND i.id = $2
        ) AS charges
        GROUP BY charge_type";
    let rows: Vec<SumRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .fetch_all(connection)
            .await?
    });
    let corrupt = |column| Error::Corrupt { table: "invoice_lines", column };
    let (mut sections, mut lines) = (Sections::default(), Money::ZERO);
    for row in rows {
        let charge = ChargeType::from_code(&row.charge_type).ok_or(corrupt("charge_type"))?;
        let money = Amounts {
            amount: Money::from_fen(row.amount),
            discount: Money::from_fen(row.discount),
            tax: Money::from_fen(row.tax),
        };
        sections.add(charge, &money).map_err(|_| corrupt("amount"))?;
        lines = lines + money.total();
    }
    Ok((sections, lines))
}

#[derive(FromRow)]
struct ShareRow {
    customer_id: Uuid,
    customer_name: String,
    domain_prefix: String,
    lines: i64,
    amount: i64,
    discount: i64,
    tax: i64,
}

/// What each customer has on the invoice `invoice` of `partner`, the highest totals first.
///
/// # Errors
///
/// If the database does not answer.
pub async fn shares(
    tx: &mut Tx,
    partner: PartnerId,
    invoice: InvoiceId,
) -> Result<Vec<CustomerShare>> {
    const SQL: &str = "
        SELECT customer_id, MAX(customer_name) AS customer_name,
               MAX(domain_prefix) AS domain_prefix, COUNT(*) AS lines,
               CAST(SUM(amount) AS BIGINT) AS amount, CAST(SUM(discount) AS BIGINT) AS discount,
               CAST(SUM(tax) AS BIGINT) AS tax
        FROM (
            SELECT l.customer_id, l.customer_name, l.domain_prefix, l.amount, l.discount, l.tax
            FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
            WHERE i.partner_id = $1 AND i.id = $2
            UNION ALL
            SELECT u.customer_id, u.customer_name, u.domain_prefix, u.amount, 0 AS discount, u.tax
            FROM usage_lines u JOIN invoices i ON i.id = u.invoice_id
            WHERE i.partner_id = $1 AND i.id = $2
        ) AS charges
        GROUP BY customer_id
        ORDER BY SUM(amount) - SUM(discount) + SUM(tax) DESC, customer_id";
    let rows: Vec<ShareRow> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL)
            .bind(Uuid::from(partner))
            .bind(Uuid::from(invoice))
            .fetch_all(connection)
            .await?
    });
    let share = |row: ShareRow| CustomerShare {
        customer: row.customer_id.into(),
        name: row.customer_name,
        domain: row.domain_prefix,
        lines: u32::try_from(row.lines).unwrap_or(u32::MAX),
        money: Amounts {
            amount: Money::from_fen(row.amount),
            discount: Money::from_fen(row.discount),
            tax: Money::from_fen(row.tax),
        },
    };
    Ok(rows.into_iter().map(share).collect())
}

//! People of a customer.

use domain::access::CustomerRole;
use domain::error::Entity;
use domain::ids::{CustomerId, UserId};
use domain::licences::{Held, UsageLocation, UserFilter, UserStatus};
use domain::text::{like_pattern, search_key};
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::store::on_backend;

/// A person of a customer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Who.
    pub id: UserId,
    /// Of the row.
    pub version: i64,
    /// What the person is called in lists.
    pub display_name: String,
    /// Family name, or nothing.
    pub family_name: String,
    /// Given name, or nothing.
    pub given_name: String,
    /// The name to sign in with.
    pub sign_in_name: String,
    /// Telephone.
    pub phone: Option<String>,
    /// Where the person uses the services.
    pub usage_location: Option<UsageLocation>,
    /// Roles.
    pub roles: Vec<CustomerRole>,
    /// Of the account.
    pub status: UserStatus,
    /// When the person was deleted.
    pub deleted_at: Option<Instant>,
    /// What the person held then.
    pub kept: Vec<Held>,
}

/// What is kept of a person beside the account.
#[derive(Clone, Copy, Debug)]
pub struct Profile<'a> {
    /// What the person is called in lists.
    pub display_name: &'a str,
    /// Everything by which the person is found.
    pub words: &'a str,
    /// Collation key of the display name.
    pub sort_key: &'a [u8],
    /// Telephone.
    pub phone: Option<&'a str>,
    /// Where the person uses the services.
    pub usage_location: Option<UsageLocation>,
}

const COLUMNS: &str = "
    u.id, u.version, p.display_name, u.family_name, u.given_name, u.sign_in_name, p.phone,
    p.usage_location, u.roles, u.status, p.deleted_at, p.kept_licences";

/// Whom a list shows: $1 the customer, $2 the words, $3 the filter.
const LISTED: &str = "
    FROM user_profiles p
    JOIN users u ON u.id = p.user_id AND u.tenant_id = p.customer_id AND u.surface = 'admin-center'
    WHERE p.customer_id = $1 AND p.search_key LIKE $2 ESCAPE '\\'
      AND CASE WHEN $3 = 'deleted' THEN u.status = 'deleted'
               WHEN u.status = 'deleted' THEN FALSE
               WHEN $3 = 'blocked' THEN u.status = 'disabled'
               WHEN $3 = 'admins' THEN u.roles <> ''
               WHEN $3 = 'licensed' THEN EXISTS (
                   SELECT 1 FROM licence_assignments a WHERE a.user_id = u.id)
               WHEN $3 = 'unlicensed' THEN NOT EXISTS (
                   SELECT 1 FROM licence_assignments a WHERE a.user_id = u.id)
               ELSE TRUE END";

#[derive(FromRow)]
struct Row {
    id: Uuid,
    version: i64,
    display_name: String,
    family_name: String,
    given_name: String,
    sign_in_name: String,
    phone: Option<String>,
    usage_location: Option<String>,
    roles: String,
    status: String,
    deleted_at: Option<Instant>,
    kept_licences: Option<String>,
}

impl TryFrom<Row> for Person {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let corrupt = |column| Error::Corrupt { table: "users", column };
        let roles = row.roles.split_whitespace().map(str::parse).collect::<Result<_, _>>();
        let kept = row.kept_licences.as_deref().map_or(Ok(Vec::new()), serde_json::from_str);
        Ok(Self {
            id: row.id.into(),
            version: row.version,
            display_name: row.display_name,
            family_name: row.family_name,
            given_name: row.given_name,
            sign_in_name: row.sign_in_name,
            phone: row.phone,
            usage_location: row.usage_location.map(|_| UsageLocation::China),
            roles: roles.map_err(|_| corrupt("roles"))?,
            status: status(&row.status).ok_or_else(|| corrupt("status"))?,
            deleted_at: row.deleted_at,
            kept: kept.map_err(|_| corrupt("kept_licences"))?,
        })
    }
}

pub(super) fn status(text: &str) -> Option<UserStatus> {
    match text {
        "active" => Some(UserStatus::Active),
        "disabled" => Some(UserStatus::Blocked),
        "deleted" => Some(UserStatus::Deleted),
        _ => None,
    }
}

/// The people of `customer` whose names hold `words` and whom `filter` lets through, by name, at
/// most `limit` of them behind the person `after`.
///
/// # Errors
///
/// [`Error::Corrupt`] if a row cannot be read.
pub async fn list(
    tx: &mut Tx,
    customer: CustomerId,
    words: &str,
    filter: Option<UserFilter>,
    after: Option<UserId>,
    limit: i64,
) -> Result<Vec<Person>> {
    let sql = format!(
        "SELECT {COLUMNS} {LISTED}
           AND ($4 IS NULL OR (p.sort_key, p.user_id) > (
               SELECT b.sort_key, b.user_id FROM user_profiles b
               WHERE b.customer_id = $1 AND b.user_id = $4))
         ORDER BY p.sort_key, p.user_id LIMIT $5"
    );
    let rows: Vec<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(Uuid::from(customer))
            .bind(like_pattern(&search_key(words)))
            .bind(filter.map(UserFilter::as_str))
            .bind(after.map(Uuid::from))
            .bind(limit)
            .fetch_all(connection)
            .await?
    });
    rows.into_iter().map(Person::try_from).collect()
}

/// How many people [`list`] has over all pages.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count(
    tx: &mut Tx,
    customer: CustomerId,
    words: &str,
    filter: Option<UserFilter>,
) -> Result<i64> {
    let sql = format!("SELECT COUNT(*) {LISTED}");
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(sqlx::AssertSqlSafe(sql))
            .bind(Uuid::from(customer))
            .bind(like_pattern(&search_key(words)))
            .bind(filter.map(UserFilter::as_str))
            .fetch_one(connection)
            .await?
    }))
}

/// The person `user` of `customer`, deleted or not.
///
/// # Errors
///
/// [`Error::Corrupt`] if the row cannot be read.
pub async fn find(tx: &mut Tx, customer: CustomerId, user: UserId) -> Result<Option<Person>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM user_profiles p
         JOIN users u ON u.id = p.user_id AND u.tenant_id = p.customer_id
         WHERE p.customer_id = $1 AND p.user_id = $2"
    );
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .fetch_optional(connection)
            .await?
    });
    row.map(Person::try_from).transpose()
}

/// Keeps `profile` of `user`, in place of what was kept before.
///
/// # Errors
///
/// If the database does not answer.
pub async fn put_profile(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    profile: Profile<'_>,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO user_profiles (user_id, customer_id, display_name, search_key, sort_key, phone,
                                   usage_location)
        VALUES ($1, $2, $3, $4, $5, $6, $7)
        ON CONFLICT (user_id) DO UPDATE
        SET display_name = excluded.display_name, search_key = excluded.search_key,
            sort_key = excluded.sort_key, phone = excluded.phone,
            usage_location = excluded.usage_location
        WHERE user_profiles.customer_id = excluded.customer_id";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(Uuid::from(customer))
            .bind(profile.display_name)
            .bind(search_key(profile.words))
            .bind(profile.sort_key)
            .bind(profile.phone)
            .bind(profile.usage_location.map(UsageLocation::as_str))
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// What changes in a person's account; the rest stays.
#[derive(Clone, Copy, Debug, Default)]
pub struct AccountChange<'a> {
    /// Family and given name.
    pub names: Option<(&'a str, &'a str)>,
    /// Roles.
    pub roles: Option<&'a [CustomerRole]>,
    /// How it stands with the account.
    pub status: Option<UserStatus>,
    /// Hash of a temporary password.
    pub temporary_password: Option<&'a str>,
}

/// Changes the account of `user`, who was at `version`.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed the person first.
pub async fn change(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    version: i64,
    change: AccountChange<'_>,
) -> Result<()> {
    const SQL: &str = "
        UPDATE users
        SET version = version + 1, family_name = COALESCE($4, family_name),
            given_name = COALESCE($5, given_name), roles = COALESCE($6, roles),
            status = COALESCE($7, status), password_hash = COALESCE($8, password_hash),
            must_change_password = CASE WHEN $8 IS NULL THEN must_change_password ELSE TRUE END
        WHERE tenant_id = $1 AND id = $2 AND version = $3 AND surface = 'admin-center'";
    let roles = change
        .roles
        .map(|roles| roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" "));
    let status = change.status.map(|status| match status {
        UserStatus::Active => "active",
        UserStatus::Blocked => "disabled",
        UserStatus::Deleted => "deleted",
    });
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .bind(version)
            .bind(change.names.map(|(family, _)| family))
            .bind(change.names.map(|(_, given)| given))
            .bind(roles)
            .bind(status)
            .bind(change.temporary_password)
            .execute(connection)
            .await?
            .rows_affected()
    });
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::User }) }
}

/// Notes that `user` of `customer` was deleted and held `kept`, or is back.
///
/// # Errors
///
/// If the database does not answer.
pub async fn note_deleted(
    tx: &mut Tx,
    customer: CustomerId,
    user: UserId,
    deleted: Option<(Instant, &[Held])>,
) -> Result<()> {
    const SQL: &str = "
        UPDATE user_profiles SET deleted_at = $3, kept_licences = $4
        WHERE customer_id = $1 AND user_id = $2";
    let corrupt = |_| Error::Corrupt { table: "user_profiles", column: "kept_licences" };
    let kept = deleted.map(|(_, kept)| serde_json::to_string(kept)).transpose().map_err(corrupt)?;
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .bind(deleted.map(|(at, _)| at))
            .bind(kept)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// How many active global admins `customer` has beside `user`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn other_global_admins(tx: &mut Tx, customer: CustomerId, user: UserId) -> Result<i64> {
    const SQL: &str = "
        SELECT COUNT(*) FROM users
        WHERE tenant_id = $1 AND surface = 'admin-center' AND id <> $2 AND status = 'active'
          AND ' ' || roles || ' ' LIKE '% global-admin %'";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_scalar(SQL)
            .bind(Uuid::from(customer))
            .bind(Uuid::from(user))
            .fetch_one(connection)
            .await?
    }))
}

/// Somebody whose 30 days are over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Purged {
    /// Whose person.
    pub customer: CustomerId,
    /// Who it was.
    pub user: UserId,
    /// The name to sign in with, which is free again.
    pub sign_in_name: String,
}

/// Forgets for good whoever was deleted before `moment`, of any customer; who that was.
///
/// For the scheduler. Entries in logs keep the name.
///
/// # Errors
///
/// If the database does not answer.
pub async fn purge(tx: &mut Tx, moment: Instant) -> Result<Vec<Purged>> {
    const FIND: &str = "
        SELECT p.customer_id, p.user_id, u.sign_in_name FROM user_profiles p
        JOIN users u ON u.id = p.user_id AND u.status = 'deleted'
        WHERE p.deleted_at < $1
        ORDER BY p.customer_id, u.sign_in_name";
    const FORGET: [&str; 7] = [
        "DELETE FROM sessions WHERE user_id = $1",
        "DELETE FROM recovery_codes WHERE user_id = $1",
        "DELETE FROM saved_views WHERE user_id = $1",
        "DELETE FROM drafts WHERE user_id = $1",
        "DELETE FROM licence_assignments WHERE user_id = $1",
        "DELETE FROM user_profiles WHERE user_id = $1",
        "DELETE FROM users WHERE id = $1",
    ];
    let rows: Vec<(Uuid, Uuid, String)> = on_backend!(&mut *tx, |connection| {
        sqlx::query_as(FIND).bind(moment).fetch_all(connection).await?
    });
    for (_, user, _) in &rows {
        for sql in FORGET {
            on_backend!(&mut *tx, |connection| {
                sqlx::query(sql).bind(user).execute(connection).await?;
            });
        }
    }
    let purged = |(customer, user, sign_in_name): (Uuid, Uuid, String)| Purged {
        customer: customer.into(),
        user: user.into(),
        sign_in_name,
    };
    Ok(rows.into_iter().map(purged).collect())
}

//! People.

use domain::access::Surface;
use domain::account::{Actor, Roles, Settings, Viewer, written_name};
use domain::error::Entity;
use domain::ids::{CustomerId, UserId};
use domain::text::search_key;
use domain::time::Instant;
use sqlx::FromRow;
use uuid::Uuid;

use crate::Tx;
use crate::error::{Error, Result};
use crate::licences::users::{Profile, put_profile};
use crate::store::on_backend;

/// A person, with all that signing in asks about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct User {
    /// Who, as pages know them.
    pub viewer: Viewer,
    /// What the person has chosen.
    pub settings: Settings,
    /// Administrators may have to use a second factor.
    pub administrator: bool,
    /// Whether the person may sign in at all.
    pub active: bool,
    /// Hash of the password.
    pub password_hash: String,
    /// Whether that is a temporary one.
    pub must_change_password: bool,
    /// How it stands with the second factor.
    pub factor: Factor,
    /// Of the row.
    pub version: i64,
}

/// How it stands with a person's second factor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Factor {
    /// There is none.
    Off,
    /// A secret is on offer, but nobody has shown to know it.
    Offered {
        /// The secret.
        secret: Vec<u8>,
        /// Since when.
        since: Instant,
    },
    /// It is asked for at every sign-in.
    On {
        /// The secret.
        secret: Vec<u8>,
    },
}

impl Factor {
    /// Whether it is asked for.
    #[must_use]
    pub const fn is_on(&self) -> bool {
        matches!(self, Self::On { .. })
    }
}

/// A person who is to be added.
#[derive(Clone, Debug)]
pub struct NewUser {
    /// The person's id.
    pub id: UserId,
    /// The partner, the customer, or nil for the operator's staff.
    pub tenant: Uuid,
    /// What the person may do, and so where.
    pub roles: Roles,
    /// The name to sign in with, folded.
    pub sign_in_name: String,
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// Hash of the password.
    pub password_hash: String,
    /// Whether that is a temporary one.
    pub must_change_password: bool,
    /// The language in which the person reads.
    pub language: Option<String>,
    /// An invented person of the demo.
    pub demo: bool,
}

/// Somebody of the same company.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Colleague {
    /// Family name.
    pub family_name: String,
    /// Given name.
    pub given_name: String,
    /// What the person may do.
    pub roles: Roles,
}

/// The columns of [`Row`]; the company is the partner's or the customer's.
pub(super) const COLUMNS: &str = "
    u.id AS user_id, u.tenant_id, u.surface, u.sign_in_name, u.family_name, u.given_name, u.roles,
    u.status, u.password_hash, u.must_change_password, u.totp_secret, u.totp_confirmed,
    u.totp_offered_at, u.language, u.theme, u.shortcuts, u.demo, u.version,
    COALESCE(p.name, c.company_name) AS company, COALESCE(p.suspended, FALSE) AS suspended";

/// Where the company of a user `u` is found.
pub(super) const COMPANY: &str = "
    LEFT JOIN partners p ON p.id = u.tenant_id AND u.surface = 'partner-center'
    LEFT JOIN customers c ON c.id = u.tenant_id AND u.surface = 'admin-center'";

#[derive(FromRow)]
#[expect(clippy::struct_excessive_bools, reason = "a row has what the table has")]
pub(super) struct Row {
    user_id: Uuid,
    tenant_id: Uuid,
    surface: String,
    sign_in_name: String,
    family_name: String,
    given_name: String,
    roles: String,
    status: String,
    password_hash: String,
    must_change_password: bool,
    totp_secret: Option<Vec<u8>>,
    totp_confirmed: bool,
    totp_offered_at: Option<Instant>,
    language: Option<String>,
    theme: Option<String>,
    shortcuts: bool,
    demo: bool,
    version: i64,
    company: Option<String>,
    suspended: bool,
}

impl TryFrom<Row> for User {
    type Error = Error;

    fn try_from(row: Row) -> Result<Self> {
        let roles = parsed_roles(&row.surface, &row.roles)?;
        let theme = row.theme.as_deref().map(str::parse).transpose();
        let theme = theme.map_err(|_| Error::Corrupt { table: "users", column: "theme" })?;
        let administrator = roles.administrator();
        Ok(Self {
            viewer: Viewer {
                actor: Actor::new(row.user_id.into(), row.tenant_id, roles, row.suspended),
                family_name: row.family_name,
                given_name: row.given_name,
                sign_in_name: row.sign_in_name,
                company: row.company.unwrap_or_default(),
                shortcuts: row.shortcuts,
                demo: row.demo,
            },
            settings: Settings { language: row.language, theme, shortcuts: row.shortcuts },
            administrator,
            active: row.status == "active",
            password_hash: row.password_hash,
            must_change_password: row.must_change_password,
            factor: match (row.totp_secret, row.totp_offered_at) {
                (Some(secret), _) if row.totp_confirmed => Factor::On { secret },
                (Some(secret), Some(since)) => Factor::Offered { secret, since },
                _ => Factor::Off,
            },
            version: row.version,
        })
    }
}

fn parsed_roles(surface: &str, roles: &str) -> Result<Roles> {
    const UNKNOWN_SURFACE: Error = Error::Corrupt { table: "users", column: "surface" };
    const UNKNOWN_ROLE: Error = Error::Corrupt { table: "users", column: "roles" };
    let surface = Surface::ALL.iter().find(|known| known.key() == surface);
    let surface = surface.ok_or(UNKNOWN_SURFACE)?;
    Roles::from_text(*surface, roles).map_err(|_| UNKNOWN_ROLE)
}

/// Adds an active person.
///
/// # Errors
///
/// [`Error::violates`] `users_surface_sign_in_name_key`, `users.sign_in_name` if the name is
/// taken on that surface.
pub async fn insert(tx: &mut Tx, new: &NewUser, now: Instant) -> Result<()> {
    const SQL: &str = "
        INSERT INTO users (id, tenant_id, surface, sign_in_name, family_name, given_name, roles,
                           status, password_hash, must_change_password, language, demo, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 'active', $8, $9, $10, $11, $12)";
    on_backend!(&mut *tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(new.id))
            .bind(new.tenant)
            .bind(new.roles.surface().key())
            .bind(&new.sign_in_name)
            .bind(&new.family_name)
            .bind(&new.given_name)
            .bind(new.roles.as_text())
            .bind(&new.password_hash)
            .bind(new.must_change_password)
            .bind(&new.language)
            .bind(new.demo)
            .bind(now)
            .execute(connection)
            .await?;
    });
    if new.roles.surface() == Surface::AdminCenter { insert_profile(tx, new).await } else { Ok(()) }
}

/// A customer's people stand in a list: under the name as it is written, sorted by its characters,
/// until somebody says more of them.
async fn insert_profile(tx: &mut Tx, new: &NewUser) -> Result<()> {
    let written = written_name(&new.family_name, &new.given_name);
    let display_name = if written.is_empty() { new.sign_in_name.clone() } else { written };
    let sort_key = search_key(&display_name);
    let profile = Profile {
        display_name: &display_name,
        words: &format!("{display_name} {}", new.sign_in_name),
        sort_key: sort_key.as_bytes(),
        phone: None,
        usage_location: None,
    };
    put_profile(tx, CustomerId::from(new.tenant), new.id, profile).await
}

/// The person who signs in to `surface` as `name`, active or not.
///
/// No tenant is asked for: nobody has signed in yet.
///
/// # Errors
///
/// [`Error::Corrupt`] if the row cannot be read.
pub async fn find_by_name(tx: &mut Tx, surface: Surface, name: &str) -> Result<Option<User>> {
    let sql = format!(
        "SELECT {COLUMNS} FROM users u {COMPANY} WHERE u.surface = $1 AND u.sign_in_name = $2"
    );
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(surface.key())
            .bind(name)
            .fetch_optional(connection)
            .await?
    });
    row.map(User::try_from).transpose()
}

/// The person `user` of `tenant`.
///
/// # Errors
///
/// [`Error::Corrupt`] if the row cannot be read.
pub async fn find(tx: &mut Tx, tenant: Uuid, user: UserId) -> Result<Option<User>> {
    let sql =
        format!("SELECT {COLUMNS} FROM users u {COMPANY} WHERE u.tenant_id = $1 AND u.id = $2");
    let row: Option<Row> = on_backend!(tx, |connection| {
        sqlx::query_as(sqlx::AssertSqlSafe(sql))
            .bind(tenant)
            .bind(Uuid::from(user))
            .fetch_optional(connection)
            .await?
    });
    row.map(User::try_from).transpose()
}

/// The active people of `tenant` on `surface`, in the order in which they were added.
///
/// # Errors
///
/// [`Error::Corrupt`] if a row cannot be read.
pub async fn colleagues(tx: &mut Tx, tenant: Uuid, surface: Surface) -> Result<Vec<Colleague>> {
    const SQL: &str = "
        SELECT family_name, given_name, roles FROM users
        WHERE tenant_id = $1 AND surface = $2 AND status = 'active'
        ORDER BY created_at, id";
    let rows: Vec<(String, String, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(tenant).bind(surface.key()).fetch_all(connection).await?
    });
    let read = |(family_name, given_name, roles): (String, String, String)| {
        let roles = parsed_roles(surface.key(), &roles)?;
        Ok(Colleague { family_name, given_name, roles })
    };
    rows.into_iter().map(read).collect()
}

/// Replaces the password of `user`, who was at `version`, by one of the person's own choice.
///
/// # Errors
///
/// [`Error::Stale`] if somebody changed the person first.
pub async fn set_password(
    tx: &mut Tx,
    tenant: Uuid,
    user: UserId,
    version: i64,
    password_hash: &str,
) -> Result<()> {
    const SQL: &str = "
        UPDATE users
        SET version = version + 1, password_hash = $4, must_change_password = FALSE
        WHERE tenant_id = $1 AND id = $2 AND version = $3";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .bind(version)
            .bind(password_hash)
            .execute(connection)
            .await?
            .rows_affected()
    });
    one_row(rows)
}

/// Keeps what `user` has chosen; the last choice counts.
///
/// # Errors
///
/// [`Error::Stale`] if there is no such person.
pub async fn save_settings(
    tx: &mut Tx,
    tenant: Uuid,
    user: UserId,
    settings: &Settings,
) -> Result<()> {
    const SQL: &str = "
        UPDATE users SET language = $3, theme = $4, shortcuts = $5
        WHERE tenant_id = $1 AND id = $2";
    let rows = on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(tenant)
            .bind(Uuid::from(user))
            .bind(&settings.language)
            .bind(settings.theme.map(domain::account::Theme::as_str))
            .bind(settings.shortcuts)
            .execute(connection)
            .await?
            .rows_affected()
    });
    one_row(rows)
}

/// `Stale` unless exactly one person was changed.
pub(super) fn one_row(rows: u64) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::Stale { entity: Entity::User }) }
}

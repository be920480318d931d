//! What people keep for themselves: named filters, and forms they have begun.

use domain::customers::SavedView;
use domain::ids::{SavedViewId, UserId};
use domain::time::Instant;
use uuid::Uuid;

use crate::Tx;
use crate::error::Result;
use crate::store::on_backend;

/// The saved views that `user` has of `list`, by name.
///
/// # Errors
///
/// If the database does not answer.
pub async fn views(tx: &mut Tx, user: UserId, list: &str) -> Result<Vec<SavedView>> {
    const SQL: &str = "
        SELECT id, name, query FROM saved_views WHERE user_id = $1 AND list = $2 ORDER BY name";
    let rows: Vec<(Uuid, String, String)> = on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(user)).bind(list).fetch_all(connection).await?
    });
    let view = |(id, name, query): (Uuid, _, _)| SavedView { id: id.into(), name, query };
    Ok(rows.into_iter().map(view).collect())
}

/// How many saved views `user` has of `list` that are not called `name`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn count_views(tx: &mut Tx, user: UserId, list: &str, name: &str) -> Result<i64> {
    const SQL: &str = "
        SELECT COUNT(*) FROM saved_views WHERE user_id = $1 AND list = $2 AND name <> $3";
    Ok(on_backend!(tx, |connection| {
        let count = sqlx::query_scalar(SQL).bind(Uuid::from(user)).bind(list).bind(name);
        count.fetch_one(connection).await?
    }))
}

/// Keeps `view` of `list` for `user`; one of the same name is replaced.
///
/// # Errors
///
/// If the database does not answer.
pub async fn put_view(tx: &mut Tx, user: UserId, list: &str, view: &SavedView) -> Result<()> {
    const SQL: &str = "
        INSERT INTO saved_views (id, user_id, list, name, query) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (user_id, list, name) DO UPDATE SET query = excluded.query";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(view.id))
            .bind(Uuid::from(user))
            .bind(list)
            .bind(&view.name)
            .bind(&view.query)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Forgets the saved view `id` of `user`; whether there was one.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_view(tx: &mut Tx, user: UserId, id: SavedViewId) -> Result<bool> {
    const SQL: &str = "DELETE FROM saved_views WHERE user_id = $1 AND id = $2";
    Ok(on_backend!(tx, |connection| {
        let delete = sqlx::query(SQL).bind(Uuid::from(user)).bind(Uuid::from(id));
        delete.execute(connection).await?.rows_affected() == 1
    }))
}

/// A form that somebody has begun.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct SavedDraft {
    /// As JSON.
    pub draft: String,
    /// When it was kept.
    pub saved_at: Instant,
}

/// What `user` has begun of `form`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn draft(tx: &mut Tx, user: UserId, form: &str) -> Result<Option<SavedDraft>> {
    const SQL: &str = "SELECT draft, saved_at FROM drafts WHERE user_id = $1 AND form = $2";
    Ok(on_backend!(tx, |connection| {
        sqlx::query_as(SQL).bind(Uuid::from(user)).bind(form).fetch_optional(connection).await?
    }))
}

/// Keeps what `user` has typed in `form`, in place of what was kept before.
///
/// # Errors
///
/// If the database does not answer.
pub async fn put_draft(
    tx: &mut Tx,
    user: UserId,
    form: &str,
    draft: &str,
    now: Instant,
) -> Result<()> {
    const SQL: &str = "
        INSERT INTO drafts (user_id, form, draft, saved_at) VALUES ($1, $2, $3, $4)
        ON CONFLICT (user_id, form) DO UPDATE
        SET draft = excluded.draft, saved_at = excluded.saved_at";
    on_backend!(tx, |connection| {
        sqlx::query(SQL)
            .bind(Uuid::from(user))
            .bind(form)
            .bind(draft)
            .bind(now)
            .execute(connection)
            .await?;
    });
    Ok(())
}

/// Forgets what `user` has begun of `form`.
///
/// # Errors
///
/// If the database does not answer.
pub async fn delete_draft(tx: &mut Tx, user: UserId, form: &str) -> Result<()> {
    const SQL: &str = "DELETE FROM drafts WHERE user_id = $1 AND form = $2";
    on_backend!(tx, |connection| {
        sqlx::query(SQL).bind(Uuid::from(user)).bind(form).execute(connection).await?;
    });
    Ok(())
}

//! A customer's people and their licences, in the admin center: one by one, and many at once.
//!
//! Licences are changed behind [`storage::licences::seats::lock`], one change of a customer after
//! the other, so that rules over several rows hold.

mod apply;
mod assign;
mod bulk;
mod files;
mod import;
mod look;
mod people;
mod seats;
pub(crate) mod transfer;

use domain::error::{Entity, Error};
use domain::ids::CustomerId;
use domain::licences::{Held, Skus};
use storage::licences::assignments;
use storage::licences::users::{self as rows, Person};
use storage::{Tx, partners};

use crate::failure::{Result, Stored};

pub use apply::{apply, undo};
pub use assign::set_licences;
pub use bulk::{Upload, check_file, check_selection, job, jobs};
pub(crate) use files::read_table;
pub use files::{Format, failing_rows, import_template, passwords_file, template};
pub use import::{check_users_file, import_users, imported};
pub use look::{find, list, own_subscriptions, pools};
pub use people::{
    add, block, delete, edit, purge_deleted, reset_password, restore, set_roles, unblock,
};
pub use seats::seats;

const NO_USER: Error = Error::NotFound { entity: Entity::User };

/// The company's own domain.
async fn domain_of(tx: &mut Tx, customer: CustomerId) -> Result<String> {
    let own = partners::own_customer(tx, customer).await.stored()?;
    let own = own.ok_or(Error::NotFound { entity: Entity::Customer })?;
    Ok(format!("{}.partner.onmschina.cn", own.domain_prefix))
}

/// Everything that people can hold, with words in `language`.
async fn skus(tx: &mut Tx, language: &str) -> Result<Skus> {
    Ok(assignments::skus(tx, language).await.stored()?.into_iter().collect())
}

/// The person `user` at the version `seen`, deleted or not.
async fn at_version(
    tx: &mut Tx,
    customer: CustomerId,
    user: domain::ids::UserId,
    seen: i64,
) -> Result<Person> {
    let person = rows::find(tx, customer, user).await.stored()?.ok_or(NO_USER)?;
    if person.version == seen { Ok(person) } else { Err(Error::Stale { entity: Entity::User }) }
}

/// What somebody holds, as the log writes it: codes, with the service plans that are off.
fn in_words(held: &[Held], skus: &Skus) -> String {
    let words = |licence: &Held| {
        let sku = skus.get(licence.sku);
        let code = sku.and_then(|sku| sku.codes.first());
        let code = code.cloned().unwrap_or_else(|| licence.sku.to_string());
        let off: Vec<_> = licence.off.iter().collect();
        if off.is_empty() { code } else { format!("{code} (− {})", off.join(", ")) }
    };
    held.iter().map(words).collect::<Vec<_>>().join(", ")
}

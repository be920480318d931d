//! Signing in, and what people do with their own account.

mod own;
mod second_factor;
mod sessions;
mod sign_in;

use domain::access::Surface;
use domain::account::{ChangePasswordDraft, FirstPasswordDraft, SignInDraft, Stage};
use domain::error::{Error, Refusal};
use domain::ids::RequestId;
use services::accounts::{self, Origin, SignedIn};
use services::{Caller, Result};
use testkit::{World, code_at};

const SURFACE: Surface = Surface::PartnerCenter;

/// The code of a refusal, with its first argument.
fn refusal<T>(result: Result<T>) -> String {
    let Err(Error::Refused(Refusal { code, args })) = result else { panic!("not refused") };
    match args.first() {
        Some((_, argument)) => format!("{} {argument:?}", code.key),
        None => code.key.into_owned(),
    }
}

/// The fields at fault, each with its code.
fn faults<T>(result: Result<T>) -> Vec<String> {
    let Err(Error::Invalid { fields }) = result else { panic!("not a matter of fields") };
    fields.iter().map(|fault| format!("{}: {}", fault.field, fault.refusal.code.key)).collect()
}

fn draft(surface: Surface, name: &str, password: &str) -> SignInDraft {
    SignInDraft { surface, name: name.to_owned(), password: password.to_owned() }
}

fn from(address: &str) -> Origin {
    Origin { address: address.to_owned(), user_agent: String::new() }
}

/// Signs in to Partner Center from an address of its own for each name.
async fn try_in(world: &World, name: &str, password: &str) -> Result<SignedIn> {
    let origin = from(&format!("192.0.2.{}", name.len()));
    accounts::sign_in(world.system(), draft(SURFACE, name, password), origin).await
}

async fn stage(world: &World, token: &str) -> Option<Stage> {
    let resumed = accounts::resume(world.system(), SURFACE, token).await.unwrap();
    resumed.map(|resumed| resumed.stage)
}

/// Switches the second factor of `caller` on; the secret and the recovery codes.
async fn with_factor(world: &World, caller: &Caller) -> (String, Vec<String>) {
    let setup = accounts::begin_second_factor(caller).await.unwrap();
    let code = code_at(&setup.secret_base32, world.system().wall(), 0);
    let codes = accounts::confirm_second_factor(caller, world.request(), &code).await.unwrap();
    (setup.secret_base32, codes)
}

fn change(request: RequestId, current: &str, new: &str) -> domain::account::ChangePassword {
    let draft = ChangePasswordDraft {
        request,
        current: current.to_owned(),
        new: new.to_owned(),
        repeat: new.to_owned(),
    };
    draft.parse("li.wei").unwrap()
}

fn first(new: &str, repeat: &str) -> FirstPasswordDraft {
    FirstPasswordDraft { surface: SURFACE, new: new.to_owned(), repeat: repeat.to_owned() }
}

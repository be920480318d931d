//! Who calls, and what they may do.

use domain::access::{Access, Action, Surface};
use domain::account::{Actor, Viewer};
use domain::error::{Arg, Code, Coded, Error};
use domain::ids::{CustomerId, PartnerId, RequestId, SessionId, UserId};
use domain::time::{Day, Instant};
use storage::Tx;
use uuid::Uuid;

use crate::failure::{Result, Stored};
use crate::system::System;

/// Whoever calls a use case: a reader with or without a session, or the scheduler.
#[derive(Clone)]
pub struct Caller {
    system: System,
    viewer: Option<Viewer>,
    session: Option<SessionId>,
    actor: Option<Actor>,
}

/// The partner owes money; what would add to the debt waits.
///
/// Source: domain book, 1.6.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartnerSuspended;

impl Coded for PartnerSuspended {
    fn code(&self) -> Code {
        Code::new("err-partner-suspended", 800_039, 403)
    }

    fn args(&self) -> Vec<(&'static str, Arg)> {
        Vec::new()
    }
}

impl Caller {
    /// Nobody yet.
    pub fn anonymous(system: System) -> Self {
        Self { system, viewer: None, session: None, actor: None }
    }

    /// Somebody with a complete session.
    pub fn signed_in(system: System, viewer: Viewer, session: SessionId) -> Self {
        let actor = Some(viewer.actor.clone());
        Self { system, viewer: Some(viewer), session: Some(session), actor }
    }

    /// The scheduler.
    pub fn scheduler(system: System) -> Self {
        Self { system, viewer: None, session: None, actor: Some(Actor::System) }
    }

    /// What the caller stands on.
    #[must_use]
    pub fn system(&self) -> &System {
        &self.system
    }

    /// The reader, if signed in.
    #[must_use]
    pub fn viewer(&self) -> Option<&Viewer> {
        self.viewer.as_ref()
    }

    /// The running session, if signed in.
    #[must_use]
    pub fn session(&self) -> Option<SessionId> {
        self.session
    }

    /// An id for the next attempt of this reader.
    #[must_use]
    pub fn new_request(&self) -> RequestId {
        RequestId::from(self.system.next_id())
    }

    /// Whether the caller may do `action` now.
    ///
    /// The one place where this is decided.
    ///
    /// # Errors
    ///
    /// [`Error::Unauthenticated`] without a session, [`Error::Forbidden`] without the right or
    /// where reading is all that is allowed (see [`Caller::authorize_reading`]),
    /// `PartnerSuspended` while the partner owes money.
    pub fn authorize(&self, action: Action) -> Result<Grant> {
        self.granted(action, |access| access == Access::Allowed)
    }

    /// Whether the caller may see what `action` is about.
    ///
    /// # Errors
    ///
    /// As [`Caller::authorize`], but a right to read is enough.
    pub fn authorize_reading(&self, action: Action) -> Result<Grant> {
        self.granted(action, |access| access != Access::Denied)
    }

    fn granted(&self, action: Action, enough: fn(Access) -> bool) -> Result<Grant> {
        let actor = self.actor.as_ref().ok_or(Error::Unauthenticated)?;
        if !enough(actor.access(action)) {
            return Err(Error::Forbidden { action });
        }
        if let Actor::Partner { suspended: true, .. } = actor
            && action.needs_good_standing()
        {
            return Err(PartnerSuspended.into());
        }
        Ok(self.grant(actor))
    }

    /// The caller's own account, whatever the surface and the roles.
    ///
    /// # Errors
    ///
    /// [`Error::Unauthenticated`] without a session; [`Error::Forbidden`] for a partner's agent in
    /// a customer's admin center, whose account is in Partner Center.
    pub fn authorize_own_account(&self) -> Result<Grant> {
        match &self.actor {
            None | Some(Actor::System) => Err(Error::Unauthenticated),
            Some(Actor::OnBehalf { .. }) => {
                Err(Error::Forbidden { action: Action::EditOwnProfile })
            }
            Some(actor) => Ok(self.grant(actor)),
        }
    }

    /// An agent's own session in a customer's admin center, to be ended.
    ///
    /// # Errors
    ///
    /// [`Error::Unauthenticated`] for everybody else.
    pub(crate) fn authorize_on_behalf(&self) -> Result<Grant> {
        match &self.actor {
            Some(actor @ Actor::OnBehalf { .. }) => Ok(self.grant(actor)),
            _ => Err(Error::Unauthenticated),
        }
    }

    /// Work that only the scheduler does.
    ///
    /// # Errors
    ///
    /// [`Error::Unauthenticated`] for everybody else.
    pub fn authorize_jobs(&self) -> Result<Grant> {
        match &self.actor {
            Some(actor @ Actor::System) => Ok(self.grant(actor)),
            _ => Err(Error::Unauthenticated),
        }
    }

    fn grant(&self, actor: &Actor) -> Grant {
        let name = self.viewer.as_ref().map_or_else(String::new, |viewer| {
            // Han names are written without a space, in every language of the log.
            let han = viewer.family_name.chars().all(|letter| letter as u32 >= 0x2e80);
            let space = if han { "" } else { " " };
            format!("{}{space}{}", viewer.family_name, viewer.given_name)
        });
        Grant { system: self.system.clone(), actor: actor.clone(), name }
    }
}

/// The right to do one thing, and the only way to a transaction.
#[derive(Clone)]
pub struct Grant {
    pub(crate) system: System,
    pub(crate) actor: Actor,
    pub(crate) name: String,
}

impl Grant {
    /// Who acts.
    #[must_use]
    pub fn actor(&self) -> &Actor {
        &self.actor
    }

    /// The person who acts.
    #[must_use]
    pub fn user(&self) -> UserId {
        self.actor.user()
    }

    /// The person's name, as the log writes it.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The caller's partner, for actions of Partner Center: rows of others are not found.
    #[must_use]
    pub fn partner(&self) -> PartnerId {
        PartnerId::from(self.actor.tenant())
    }

    /// The caller's customer, for actions of the admin center.
    #[must_use]
    pub fn customer(&self) -> CustomerId {
        CustomerId::from(self.actor.tenant())
    }

    /// Whose rows the caller may touch, on any surface.
    #[must_use]
    pub fn tenant(&self) -> Uuid {
        self.actor.tenant()
    }

    /// The surface on which the caller works; the back office for the system.
    #[must_use]
    pub fn surface(&self) -> Surface {
        self.actor.surface().unwrap_or(Surface::BackOffice)
    }

    /// The business moment.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.system.now()
    }

    /// The business day.
    #[must_use]
    pub fn today(&self) -> Day {
        self.system.today()
    }

    /// A transaction that only reads.
    ///
    /// # Errors
    ///
    /// [`Error::Unavailable`].
    pub async fn read(&self) -> Result<Tx> {
        self.system.store.read().await.stored()
    }
}

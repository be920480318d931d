//! Ids: one type a kind, so that a customer's id cannot stand where a partner's is meant.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
            #[serde(transparent)]
            pub struct $name(Uuid);

            impl From<Uuid> for $name {
                fn from(id: Uuid) -> Self {
                    Self(id)
                }
            }

            impl From<$name> for Uuid {
                fn from(id: $name) -> Self {
                    id.0
                }
            }

            impl fmt::Display for $name {
                fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                    self.0.fmt(f)
                }
            }

            impl FromStr for $name {
                type Err = uuid::Error;

                fn from_str(text: &str) -> Result<Self, Self::Err> {
                    text.parse().map(Self)
                }
            }
        )*
    };
}

ids! {
    /// A company enrolled in the programme.
    PartnerId;
    /// A company that uses the services.
    CustomerId;
    /// A person who signs in, on any surface.
    UserId;
    /// Something that can be ordered.
    OfferId;
    /// Several subscriptions bought at once.
    OrderId;
    /// Something bought, for as long as it lasts.
    SubscriptionId;
    /// What can be assigned to a person: offers that sell the same share it.
    SkuId;
    /// Licence work on many people at once.
    BulkJobId;
    /// A file of prices that has been looked through.
    PriceUploadId;
    /// What one partner pays instead of the list's price.
    SpecialPriceId;
    /// One running sign-in.
    SessionId;
    /// One attempt to change something; repeating it repeats nothing.
    RequestId;
    /// A partner's own mark for customers.
    TagId;
    /// A person's named filters of a list.
    SavedViewId;
    /// A mail that is waiting or has been sent.
    MailId;
    /// An invoice or a credit note.
    InvoiceId;
    /// A bank transfer that has come in.
    PaymentId;
    /// Lines of an invoice that a partner disputes.
    DisputeId;
    /// A request for the official paper of an invoice.
    FapiaoId;
}

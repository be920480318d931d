//! Forms of the admin center as browsers send them: boxes that are ticked are a list.

use domain::ids::{RequestId, UserId};
use domain::licences::{AddUserDraft, SetRolesDraft, UserCommand};
use serde::{Deserialize, Serialize};

/// The form that adds a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewUserDraft {
    /// This attempt.
    pub request: RequestId,
    /// What the person is called in lists.
    pub display_name: String,
    /// Family name, or nothing.
    #[serde(default)]
    pub family_name: String,
    /// Given name, or nothing.
    #[serde(default)]
    pub given_name: String,
    /// The name before the @.
    pub user_name: String,
    /// Telephone, or nothing.
    #[serde(default)]
    pub phone: String,
    /// `CN`, or nothing.
    #[serde(default)]
    pub usage_location: String,
    /// Roles that are ticked.
    #[serde(default)]
    pub roles: Vec<String>,
}

impl From<NewUserDraft> for AddUserDraft {
    fn from(draft: NewUserDraft) -> Self {
        Self {
            request: draft.request,
            display_name: draft.display_name,
            family_name: draft.family_name,
            given_name: draft.given_name,
            user_name: draft.user_name,
            phone: draft.phone,
            usage_location: draft.usage_location,
            roles: draft.roles.join(" "),
        }
    }
}

/// The form that gives and takes roles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RolesDraft {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub version: i64,
    /// Roles that are ticked.
    #[serde(default)]
    pub roles: Vec<String>,
}

impl From<RolesDraft> for SetRolesDraft {
    fn from(RolesDraft { request, user, version, roles }: RolesDraft) -> Self {
        Self { request, user, version, roles: roles.join(" ") }
    }
}

/// A form that is one button.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserDraft {
    /// This attempt.
    pub request: RequestId,
    /// Whom.
    pub user: UserId,
    /// The version that the reader saw.
    pub version: i64,
}

impl From<UserDraft> for UserCommand {
    fn from(UserDraft { request, user, version }: UserDraft) -> Self {
        Self { request, user, version }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_that_are_ticked_are_words() {
        let id = uuid::Uuid::nil();
        let draft = |roles: &[&str]| RolesDraft {
            request: RequestId::from(id),
            user: UserId::from(id),
            version: 3,
            roles: roles.iter().map(ToString::to_string).collect(),
        };
        assert_eq!(SetRolesDraft::from(draft(&[])).roles, "");
        let both = SetRolesDraft::from(draft(&["global-admin", "billing-admin"]));
        assert_eq!((both.roles.as_str(), both.version), ("global-admin billing-admin", 3));
    }
}

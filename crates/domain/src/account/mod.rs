//! People who sign in: who they are, what they hold, how they get in.

mod actor;
mod code;
mod drafts;
mod fault;
mod roles;
mod stage;
mod view;

pub use actor::{Actor, Viewer, sign_in_name, written_name};
pub use code::OneTimeCode;
pub use drafts::{
    ChangePassword, ChangePasswordDraft, FirstPassword, FirstPasswordDraft, SecondFactorDraft,
    SignIn, SignInDraft,
};
pub use fault::{PasswordFault, SecondFactorFault, SettingsFault, SignInFault};
pub use roles::Roles;
pub use stage::{Stage, UnknownStage};
pub use view::{
    DeviceView, SecondFactorSetup, SecondFactorState, SessionView, Settings, Theme, UnknownTheme,
};

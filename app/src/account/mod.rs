//! Signing in, and what belongs to one's own account.

mod account_fns;
mod account_page;
mod drafts;
mod entry_fns;
mod keep_typed;
mod parts;
mod password_page;
pub mod places;
mod rights;
mod roles;
mod second_factor_page;
mod sessions;
mod settings_form;
mod sign_in_page;
mod steps_pages;
mod views;

pub use account_fns::{
    ChangePassword, ConfirmSecondFactor, EndOtherSessions, EndSession, RemoveSecondFactor,
    SaveSettings, change_password, colleagues_who_may, confirm_second_factor, end_other_sessions,
    end_session, find_account, find_second_factor, remove_second_factor, save_settings,
};
pub use account_page::AccountPage;
pub use drafts::{
    ConfirmDraft, EndOthersDraft, EndSessionDraft, LanguageDraft, RemoveDraft, SettingsDraft,
    SurfaceDraft,
};
pub use entry_fns::{
    begin_enrolment, choose_language, enrol, find_entry, first_password, fold_menu, second_factor,
    sign_in, sign_out,
};
pub(crate) use keep_typed::keep_typed;
pub use password_page::ChangePasswordPage;
pub(crate) use roles::roles_in_words;
pub use second_factor_page::SecondFactorSettingsPage;
pub(crate) use sign_in_page::SIGN_IN_FORM;
pub use sign_in_page::SignInPage;
pub use steps_pages::{EnrolPage, FirstPasswordPage, SecondFactorPage};
pub use views::{AccountView, EnrolmentView, Entry, SecondFactorView, SessionRow};

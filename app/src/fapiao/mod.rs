//! Fapiao: partners request them, the operator sends them.

mod list_page;
mod operator_page;
mod request_page;
mod server_fns;
mod words;

pub use list_page::FapiaosPage;
pub use operator_page::{OperatorFapiaoPage, OperatorFapiaosPage};
pub use request_page::RequestFapiaoPage;
pub use server_fns::{
    find_any_fapiao, find_fapiao_form, list_all_fapiao, list_fapiao, move_fapiao, request_fapiao,
};

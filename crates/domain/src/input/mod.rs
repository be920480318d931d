//! From what was typed to what it means: one function a field rule of the book.
//!
//! Text becomes a value here and nowhere else. A value cannot be made in another way,
//! so behind this line nobody checks again; reading a stored or sent value back checks
//! it too.
//!
//! Every text is trimmed and, on the server, composed (NFC); lengths are Unicode scalar
//! values after that. Codes are folded to half width first, because Chinese keyboards
//! write `１２３` as readily as `123`.
//!
//! Source: domain book, 1.1 "Field rules", 1.2 and 1.3.

mod address;
mod codes;
mod contact;
mod fault;
mod names;
mod note;
mod password;
mod value;

pub use address::{
    AddressLine, City, District, Postcode, Province, address_line1, address_line2, city, district,
    postcode, province,
};
pub use codes::{DomainPrefix, MpnId, Uscc, domain_prefix, mpn_id, uscc, whole_number};
pub use contact::{Email, Phone, WebAddress, email, phone, web_address};
pub use fault::Fault;
pub use names::{
    CompanyName, DisplayName, Nickname, PersonName, PurchaseOrder, company_name, display_name,
    nickname, person_name, purchase_order,
};
pub use note::{line, paragraphs};
pub use password::{Password, password};

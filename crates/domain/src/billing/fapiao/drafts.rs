//! The forms about fapiao: as they are sent, and what they ask for.

use serde::{Deserialize, Serialize};

use super::{FapiaoDelivery, FapiaoDetails, FapiaoFault, FapiaoKind, FapiaoStep};
use crate::customers::Faults;
use crate::error::Error;
use crate::ids::{FapiaoId, InvoiceId, RequestId};
use crate::input;
use crate::text::half_width;
use crate::time::Day;

/// Most characters of the name of a bank.
const BANK: u32 = 100;

/// The form that requests a fapiao, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RequestFapiaoDraft {
    /// This attempt.
    pub request: String,
    /// Of which invoice.
    pub invoice: String,
    /// `general` or `special`.
    pub kind: String,
    /// Who it is made out to.
    pub title: String,
    /// `yes` if a title that is not the payer's name is meant.
    pub confirmed: String,
    /// Unified social credit code.
    pub uscc: String,
    /// Registered address.
    pub registered_address: String,
    /// Registered telephone.
    pub registered_phone: String,
    /// Name of the bank.
    pub bank: String,
    /// Number of the account.
    pub account: String,
    /// How the paper gets there.
    pub delivery: String,
    /// Who receives it.
    pub recipient: String,
    /// Their telephone.
    pub phone: String,
    /// Where to.
    pub address: String,
    /// Two-letter code.
    pub province: String,
    /// Likewise.
    pub city: String,
    /// Likewise.
    pub postcode: String,
}

/// Requests a fapiao.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestFapiao {
    /// This attempt.
    pub request: RequestId,
    /// Of which invoice.
    pub invoice: InvoiceId,
    /// Which paper.
    pub kind: FapiaoKind,
    /// Who it is made out to.
    pub title: String,
    /// Whether a title that is not the payer's name is meant.
    pub confirmed: bool,
    /// What else stands on it, and where it goes.
    pub details: FapiaoDetails,
}

impl RequestFapiaoDraft {
    /// The command, if everything can be read: tax data of the special kind only, an address unless
    /// somebody fetches it.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self) -> Result<RequestFapiao, Error> {
        let mut faults = Faults::default();
        let unreadable = FapiaoFault::Unreadable;
        let request = faults.read("request", self.request.parse().map_err(|_| unreadable));
        let invoice = faults.read("invoice", self.invoice.parse().map_err(|_| unreadable));
        let kind = faults.read("kind", self.kind.parse().map_err(|_| FapiaoFault::Kind));
        let title = faults.read("title", input::company_name(&self.title));
        let tax = self.tax(kind, &mut faults);
        let details = self.delivered(tax, &mut faults);
        let confirmed = self.confirmed == "yes";
        let read = (|| {
            let (request, invoice, kind) = (request?, invoice?, kind?);
            let (title, details) = (title?.to_string(), details?);
            Some(RequestFapiao { request, invoice, kind, title, confirmed, details })
        })();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }

    fn tax(&self, kind: Option<FapiaoKind>, faults: &mut Faults) -> Option<FapiaoDetails> {
        if kind != Some(FapiaoKind::Special) {
            return Some(FapiaoDetails::default());
        }
        let uscc = faults.read("uscc", input::uscc(&self.uscc));
        let address =
            faults.read("registered_address", input::address_line1(&self.registered_address));
        let phone = faults.read("registered_phone", input::phone(&self.registered_phone));
        let bank = faults.read("bank", bank(&self.bank));
        let account = faults.read("account", digits(&self.account, 8..=30, FapiaoFault::Account));
        Some(FapiaoDetails {
            uscc: uscc?.to_string(),
            registered_address: address?.to_string(),
            registered_phone: phone?.national(),
            bank: bank?,
            account: account?,
            ..FapiaoDetails::default()
        })
    }

    fn delivered(&self, tax: Option<FapiaoDetails>, faults: &mut Faults) -> Option<FapiaoDetails> {
        let delivery: Option<FapiaoDelivery> =
            faults.read("delivery", self.delivery.parse().map_err(|_| FapiaoFault::Delivery));
        let recipient = faults.read("recipient", input::person_name(&self.recipient));
        let phone = faults.read("phone", input::phone(&self.phone));
        let place = if delivery == Some(FapiaoDelivery::PickUp) {
            Some(<[String; 4]>::default())
        } else {
            let address = faults.read("address", input::address_line1(&self.address));
            let province = faults.read("province", input::province(&self.province));
            let city = faults.read("city", input::city(&self.city));
            let postcode = faults.read("postcode", input::postcode(&self.postcode));
            (|| {
                let province = province?.code().to_owned();
                Some([address?.to_string(), province, city?.to_string(), postcode?.to_string()])
            })()
        };
        let [address, province, city, postcode] = place?;
        Some(FapiaoDetails {
            delivery: delivery?.to_string(),
            recipient: recipient?.to_string(),
            phone: phone?.national(),
            address,
            province,
            city,
            postcode,
            ..tax?
        })
    }
}

fn bank(text: &str) -> Result<String, FapiaoFault> {
    let bank = input::line(text, BANK).map_err(|_| FapiaoFault::Bank)?;
    if bank.is_empty() { Err(FapiaoFault::Bank) } else { Ok(bank) }
}

/// The digits in `text`, as many as `length` says; spaces between them are grouping.
fn digits(
    text: &str,
    length: std::ops::RangeInclusive<usize>,
    fault: FapiaoFault,
) -> Result<String, FapiaoFault> {
    let digits: String = text.chars().map(half_width).filter(|c| !c.is_whitespace()).collect();
    let right = digits.bytes().all(|byte| byte.is_ascii_digit()) && length.contains(&digits.len());
    if right { Ok(digits) } else { Err(fault) }
}

/// The form that moves a request on, as it is sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct MoveFapiaoDraft {
    /// This attempt.
    pub request: String,
    /// Which request.
    pub id: String,
    /// The version that the reader saw.
    pub version: String,
    /// `issue`, `mail` or `delay`.
    pub step: String,
    /// The number of the paper that is issued.
    pub number: String,
    /// The day on which one that is delayed is expected.
    pub expected_on: String,
}

/// Moves a request on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveFapiao {
    /// This attempt.
    pub request: RequestId,
    /// Which request.
    pub id: FapiaoId,
    /// The version that the reader saw.
    pub seen: i64,
    /// How.
    pub step: FapiaoStep,
}

impl MoveFapiaoDraft {
    /// The command, if everything can be read; what is delayed is expected after `today`.
    ///
    /// # Errors
    ///
    /// [`Error::Invalid`] with every field at fault.
    pub fn parse(self, today: Day) -> Result<MoveFapiao, Error> {
        let mut faults = Faults::default();
        let unreadable = FapiaoFault::Unreadable;
        let request = faults.read("request", self.request.parse().map_err(|_| unreadable));
        let id = faults.read("id", self.id.parse().map_err(|_| unreadable));
        let seen = faults.read("version", self.version.parse().map_err(|_| unreadable));
        let step = match self.step.as_str() {
            "issue" => {
                let number = digits(&self.number, 8..=20, FapiaoFault::Number);
                faults.read("number", number).map(FapiaoStep::Issue)
            }
            "mail" => Some(FapiaoStep::Mail),
            "delay" => {
                let day: Option<Day> = self.expected_on.trim().parse().ok();
                let day = day.filter(|day| *day > today).ok_or(FapiaoFault::ExpectedOn);
                faults.read("expected_on", day).map(FapiaoStep::Delay)
            }
            _ => faults.read("step", Err(unreadable)),
        };
        let read = (|| Some(MoveFapiao { request: request?, id: id?, seen: seen?, step: step? }))();
        read.ok_or_else(|| Error::Invalid { fields: faults.noted() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ID: &str = "00000000-0000-0000-0000-000000000001";

    fn draft(kind: &str, delivery: &str) -> RequestFapiaoDraft {
        RequestFapiaoDraft {
            request: ID.to_owned(),
            invoice: ID.to_owned(),
            kind: kind.to_owned(),
            title: "合作伙伴有限公司".to_owned(),
            delivery: delivery.to_owned(),
            recipient: "李娜".to_owned(),
            phone: "13912345678".to_owned(),
            ..RequestFapiaoDraft::default()
        }
    }

    fn names(error: Error) -> Vec<String> {
        match error {
            Error::Invalid { fields } => fields.into_iter().map(|fault| fault.field).collect(),
            _ => Vec::new(),
        }
    }

    #[test]
    fn the_general_kind_needs_only_the_title_and_pick_up_no_address() {
        let wanted = draft("general", "pick-up").parse().expect("it is right");
        assert_eq!(wanted.details.recipient, "李娜");
        let refused = draft("general", "courier").parse().expect_err("no address");
        assert_eq!(names(refused), ["address", "province", "city", "postcode"]);
    }

    #[test]
    fn the_special_kind_needs_all_tax_data() {
        let refused = draft("special", "pick-up").parse().expect_err("no tax data");
        let tax = ["uscc", "registered_address", "registered_phone", "bank", "account"];
        assert_eq!(names(refused), tax);
        for (account, right) in [
            ("1234567", false),
            ("12345678", true),
            ("123 456 78", true),
            (&"9".repeat(30), true),
            (&"9".repeat(31), false),
            ("1234567a", false),
        ] {
            let wanted = RequestFapiaoDraft {
                uscc: "91330106MA2DEM033H".to_owned(),
                registered_address: "世纪大道 100 号".to_owned(),
                registered_phone: "13912345678".to_owned(),
                bank: "中国银行".to_owned(),
                account: account.to_owned(),
                ..draft("special", "pick-up")
            };
            assert_eq!(wanted.parse().is_ok(), right, "{account}");
        }
    }

    #[test]
    fn a_number_has_eight_to_twenty_digits_and_a_delay_a_day_to_come() {
        let today: Day = "2019-07-04".parse().expect("a day");
        let parse = |step: &str, number: &str, expected_on: &str| {
            let draft = MoveFapiaoDraft {
                request: ID.to_owned(),
                id: ID.to_owned(),
                version: "1".to_owned(),
                step: step.to_owned(),
                number: number.to_owned(),
                expected_on: expected_on.to_owned(),
            };
            draft.parse(today).is_ok()
        };
        for (length, right) in [(7, false), (8, true), (20, true), (21, false)] {
            assert_eq!(parse("issue", &"1".repeat(length), ""), right, "{length}");
        }
        assert!(parse("mail", "", "") && !parse("shred", "", ""));
        assert!(!parse("delay", "", "2019-07-04") && parse("delay", "", "2019-07-05"));
    }
}

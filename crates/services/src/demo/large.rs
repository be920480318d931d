//! Many customers, the same on every machine: something to measure against.

use chrono::NaiveDate;
use domain::catalogue::Segment;
use domain::customers::{Address, Company, Contact, MailLanguage, Profile};
use domain::ids::CustomerId;
use domain::input::Province;
use domain::time::{Day, days_after, start_of_day};
use storage::{Tx, customers as rows, settings};
use uuid::Builder;

use super::companies::{DemoPartner, companies};
use super::customers::{insert, kind, valid};
use super::data::credit_code;
use super::subscriptions::put_generated;
use crate::failure::{Result, Stored};
use crate::system::System;

/// Customers written in one transaction: long enough to be quick, short enough to let others write.
const BATCH: u32 = 2_000;

/// The day from which they became customers, spread over a year.
const FIRST_DAY: Day = NaiveDate::from_ymd_opt(2018, 1, 1).expect("a day of the calendar");

/// A city, the number of its district in credit codes, its province and its postal code.
const CITIES: [(&str, &str, &str, &str); 16] = [
    ("北京", "110108", "BJ", "100080"),
    ("上海", "310115", "SH", "200120"),
    ("广州", "440106", "GD", "510630"),
    ("深圳", "440305", "GD", "518000"),
    ("杭州", "330106", "ZJ", "310012"),
    ("南京", "320106", "JS", "210008"),
    ("苏州", "320505", "JS", "215000"),
    ("成都", "510107", "SC", "610041"),
    ("武汉", "420106", "HB", "430000"),
    ("西安", "610131", "SN", "710075"),
    ("厦门", "350203", "FJ", "361001"),
    ("青岛", "370202", "SD", "266000"),
    ("天津", "120101", "TJ", "300000"),
    ("重庆", "500103", "CQ", "400010"),
    ("长沙", "430104", "HN", "410000"),
    ("沈阳", "210102", "LN", "110000"),
];

/// First halves of a company's own name, each with its pinyin.
const FIRSTS: [(&str, &str); 24] = [
    ("华", "hua"),
    ("瑞", "rui"),
    ("锦", "jin"),
    ("安", "an"),
    ("博", "bo"),
    ("长", "chang"),
    ("鼎", "ding"),
    ("丰", "feng"),
    ("广", "guang"),
    ("恒", "heng"),
    ("嘉", "jia"),
    ("康", "kang"),
    ("立", "li"),
    ("明", "ming"),
    ("宁", "ning"),
    ("鹏", "peng"),
    ("启", "qi"),
    ("荣", "rong"),
    ("盛", "sheng"),
    ("泰", "tai"),
    ("万", "wan"),
    ("新", "xin"),
    ("远", "yuan"),
    ("中", "zhong"),
];

/// Second halves, each with its pinyin.
const SECONDS: [(&str, &str); 20] = [
    ("达", "da"),
    ("帆", "fan"),
    ("光", "guang"),
    ("海", "hai"),
    ("和", "he"),
    ("辉", "hui"),
    ("江", "jiang"),
    ("凯", "kai"),
    ("澜", "lan"),
    ("林", "lin"),
    ("茂", "mao"),
    ("诺", "nuo"),
    ("齐", "qi"),
    ("森", "sen"),
    ("图", "tu"),
    ("祥", "xiang"),
    ("星", "xing"),
    ("业", "ye"),
    ("源", "yuan"),
    ("智", "zhi"),
];

/// What the companies do.
const TRADES: [&str; 20] = [
    "信息技术",
    "网络科技",
    "软件",
    "电子商务",
    "物流",
    "贸易",
    "食品",
    "纺织",
    "医药",
    "教育科技",
    "机械",
    "建筑设计",
    "文化传媒",
    "环保科技",
    "新能源",
    "汽车零部件",
    "家居用品",
    "农业科技",
    "酒店管理",
    "咨询",
];

/// Names of contacts, family and given.
const FAMILIES: [&str; 10] = ["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴"];
const GIVEN: [&str; 9] = ["伟", "芳", "敏", "静", "强", "丽", "洋", "艳", "勇"];

/// The number of the last customer written, so that a second call goes on behind it.
const WRITTEN: &str = "demo-customers";

/// Writes generated customers until there are `count` of them. `progress` is told after every
/// batch how many there are.
///
/// The demo's first partner sells to nine of ten, its second to the others: both must be there
/// (see [`super::load`]). Returns how many are new.
///
/// # Errors
///
/// `Unavailable` if the database is.
pub async fn large(system: &System, count: u32, mut progress: impl FnMut(u32)) -> Result<u32> {
    let partners = companies().partners;
    let [first, second] = [&partners[0], &partners[1]];
    let mut new = 0;
    loop {
        let mut tx = system.store.write().await.stored()?;
        let written = settings::find(&mut tx, WRITTEN).await.stored()?;
        let done: u32 = written.and_then(|number| number.parse().ok()).unwrap_or_default();
        if done >= count {
            return Ok(new);
        }
        let last = count.min(done + BATCH);
        let mut customers = Vec::with_capacity(BATCH as usize);
        for number in done + 1..=last {
            let seller = if number.is_multiple_of(10) { second } else { first };
            write(&mut tx, seller, number).await?;
            customers.push((number, id(number), seller.id));
        }
        put_generated(system, &mut tx, &customers).await?;
        settings::put(&mut tx, WRITTEN, &last.to_string()).await.stored()?;
        tx.commit().await.stored()?;
        new += last - done;
        progress(last);
    }
}

/// Writes the `number`th customer of `seller`. One in fifty has taken administration back.
async fn write(tx: &mut Tx, seller: &DemoPartner, number: u32) -> Result<()> {
    let Generated { id, domain_prefix, profile } = generated(number);
    let since = start_of_day(generated_since(number));
    let delegated_admin = !number.is_multiple_of(50);
    insert(tx, id, &domain_prefix, &profile, since).await?;
    let kind = kind(seller.model);
    rows::relate(tx, seller.id, id, kind, delegated_admin, since).await.stored()
}

/// The day on which the `number`th generated customer became one.
pub(super) fn generated_since(number: u32) -> Day {
    days_after(FIRST_DAY, u64::from(number % 365))
}

/// The id of the `number`th generated customer.
fn id(number: u32) -> CustomerId {
    // Version 8 of RFC 9562: an id of our own making.
    CustomerId::from(Builder::from_custom_bytes(u128::from(number).to_be_bytes()).into_uuid())
}

/// A customer that nobody has made up.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Generated {
    id: CustomerId,
    domain_prefix: String,
    profile: Profile,
}

/// The `number`th generated customer: the same at every call.
fn generated(number: u32) -> Generated {
    let mut rest = number as usize;
    let mut pick = |choices: usize| {
        let chosen = rest % choices;
        rest /= choices;
        chosen
    };
    let (first, first_pinyin) = FIRSTS[pick(FIRSTS.len())];
    let (second, second_pinyin) = SECONDS[pick(SECONDS.len())];
    let trade = TRADES[pick(TRADES.len())];
    // Mixed anew, so that neighbours are not all from one city.
    let (city, area, province, postcode) = CITIES[number as usize * 7 % CITIES.len()];
    let form =
        if number.is_multiple_of(100) { "（集团）股份有限公司" } else { "有限公司" };
    let domain_prefix = format!("{first_pinyin}{second_pinyin}-{number}");
    let company = Company {
        name: valid(&format!("{city}{first}{second}{trade}{form}")),
        uscc: valid(&credit_code(&format!("91{area}MA{number:07}"))),
        address: Address {
            line1: valid(&format!("示例路 {number} 号")),
            line2: None,
            province: province_of(province),
            city: valid(city),
            district: None,
            postcode: valid(postcode),
        },
        phone: None,
        segment: Segment::Commercial,
        qualification: None,
    };
    let contact = Contact {
        family_name: valid(FAMILIES[number as usize % FAMILIES.len()]),
        given_name: valid(GIVEN[number as usize % GIVEN.len()]),
        email: valid(&format!("demo@{domain_prefix}.example")),
        phone: valid("400-555-0100"),
        language: MailLanguage::Chinese,
    };
    Generated {
        id: id(number),
        domain_prefix,
        profile: Profile { company, contact, billing: None },
    }
}

/// The province with this code.
fn province_of(code: &str) -> Province {
    Province::ALL.iter().find(|known| known.code() == code).copied().unwrap_or(Province::Beijing)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::data::has_valid_credit_code;
    use super::*;

    #[test]
    fn a_customer_is_the_same_at_every_call() {
        assert_eq!(generated(31_415), generated(31_415));
        assert_ne!(generated(31_415), generated(31_416));
    }

    #[test]
    fn no_two_customers_share_an_id_a_domain_or_a_credit_code() {
        let customers: Vec<_> = (1..=5_000).map(generated).collect();
        let ids: BTreeSet<_> = customers.iter().map(|customer| customer.id).collect();
        let prefixes: BTreeSet<_> = customers.iter().map(|one| &one.domain_prefix).collect();
        let codes: BTreeSet<_> = customers.iter().map(|one| &one.profile.company.uscc).collect();
        assert_eq!((ids.len(), prefixes.len(), codes.len()), (5_000, 5_000, 5_000));
    }

    /// F-DOM and the check of the domain book, 1.1 and 1.3.
    #[test]
    fn domains_and_credit_codes_are_valid() {
        for number in (1..=200).chain([99_999, 100_000, 9_999_999]) {
            let customer = generated(number);
            let prefix = &customer.domain_prefix;
            assert!((3..=27).contains(&prefix.len()), "{prefix}");
            assert!(prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
            let code = customer.profile.company.uscc.as_str();
            assert!(has_valid_credit_code(code), "{code}");
        }
    }
}

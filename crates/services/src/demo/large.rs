//! Many customers, the same on every machine: something to measure against.

use chrono::NaiveDate;
use domain::ids::{CustomerId, PartnerId};
use domain::time::{Day, days_after, start_of_day};
use storage::partners::{self, Customer};
use storage::{Tx, settings};
use uuid::Builder;

use super::companies::companies;
use super::data::credit_code;
use super::subscriptions::put_generated;
use crate::collation;
use crate::failure::{Result, Stored};
use crate::system::System;

/// Customers written in one transaction: long enough to be quick, short enough to let others write.
const BATCH: u32 = 2_000;

/// The day from which they became customers, spread over a year.
const FIRST_DAY: Day = NaiveDate::from_ymd_opt(2018, 1, 1).expect("a day of the calendar");

/// A city and the number of its district in credit codes.
const CITIES: [(&str, &str); 16] = [
    ("北京", "110108"),
    ("上海", "310115"),
    ("广州", "440106"),
    ("深圳", "440305"),
    ("杭州", "330106"),
    ("南京", "320106"),
    ("苏州", "320505"),
    ("成都", "510107"),
    ("武汉", "420106"),
    ("西安", "610131"),
    ("厦门", "350203"),
    ("青岛", "370202"),
    ("天津", "120101"),
    ("重庆", "500103"),
    ("长沙", "430104"),
    ("沈阳", "210102"),
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
    let [first, second] = [partners[0].id, partners[1].id];
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
            insert(&mut tx, seller, number).await?;
            customers.push((number, id(number), seller));
        }
        put_generated(system, &mut tx, &customers).await?;
        settings::put(&mut tx, WRITTEN, &last.to_string()).await.stored()?;
        tx.commit().await.stored()?;
        new += last - done;
        progress(last);
    }
}

/// Writes the `number`th customer of `seller`. One in fifty has taken administration back.
async fn insert(tx: &mut Tx, seller: PartnerId, number: u32) -> Result<()> {
    let customer = customer(number);
    let since = start_of_day(generated_since(number));
    let delegated_admin = !number.is_multiple_of(50);
    partners::insert_customer(tx, &customer, since).await.stored()?;
    partners::insert_relationship(tx, seller, customer.id, delegated_admin, since).await.stored()
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

/// The `number`th generated customer: the same at every call.
fn customer(number: u32) -> Customer {
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
    let (city, district) = CITIES[number as usize * 7 % CITIES.len()];
    let form =
        if number.is_multiple_of(100) { "（集团）股份有限公司" } else { "有限公司" };
    let company_name = format!("{city}{first}{second}{trade}{form}");
    Customer {
        id: id(number),
        domain_prefix: format!("{first_pinyin}{second_pinyin}-{number}"),
        uscc: Some(credit_code(&format!("91{district}MA{number:07}"))),
        sort_key: collation::sort_key("zh-CN", &company_name),
        company_name,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::data::has_valid_credit_code;
    use super::*;

    #[test]
    fn a_customer_is_the_same_at_every_call() {
        assert_eq!(customer(31_415), customer(31_415));
        assert_ne!(customer(31_415), customer(31_416));
    }

    #[test]
    fn no_two_customers_share_an_id_a_domain_or_a_credit_code() {
        let customers: Vec<_> = (1..=5_000).map(customer).collect();
        let ids: BTreeSet<_> = customers.iter().map(|customer| customer.id).collect();
        let prefixes: BTreeSet<_> = customers.iter().map(|one| &one.domain_prefix).collect();
        let codes: BTreeSet<_> = customers.iter().map(|customer| &customer.uscc).collect();
        assert_eq!((ids.len(), prefixes.len(), codes.len()), (5_000, 5_000, 5_000));
    }

    /// F-DOM and the check of the domain book, 1.1 and 1.3.
    #[test]
    fn domains_and_credit_codes_are_valid() {
        for number in (1..=200).chain([99_999, 100_000, 9_999_999]) {
            let customer = customer(number);
            let prefix = &customer.domain_prefix;
            assert!((3..=27).contains(&prefix.len()), "{prefix}");
            assert!(prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
            let code = customer.uscc.expect("every generated customer has one");
            assert!(has_valid_credit_code(&code), "{code}");
        }
    }
}

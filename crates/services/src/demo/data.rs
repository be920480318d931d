//! What the files of the demo data have in common.

use serde::Deserialize;
use serde::de::DeserializeOwned;

/// The content of a demo file that is compiled in.
pub(super) fn read<T: DeserializeOwned>(file: &str) -> T {
    toml::from_str(file).expect("demo files are part of the program and read by its tests")
}

/// Words in the three languages of the product.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
    /// Simplified Chinese.
    #[serde(rename = "zh-CN")]
    pub zh_cn: String,
}

/// A person's name in two parts: each language puts them in its own order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PersonName {
    /// What the family shares.
    pub family: String,
    /// What the person was given.
    pub given: String,
}

//! What has been measured, and how it is shown.

use anyhow::{Context, Result};
use serde_json::Value;

/// Begins a line with a figure, in what a measuring program prints.
const MARK: &str = "figure ";

/// One measured figure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Figure {
    /// Its name.
    pub name: String,
    /// As measured, with its unit.
    pub value: String,
    /// To what it is compared with; empty if to nothing.
    pub ratio: String,
    /// The budget or aim.
    pub limit: String,
    /// Measures it again.
    pub command: String,
    /// Whether a budget, not only an aim, is exceeded.
    pub over: bool,
}

impl Figure {
    /// The figure in `line` of what a measuring program prints, if there is one.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn read(line: &str) -> Result<Option<Self>> {
        let Some(text) = line.strip_prefix(MARK) else { return Ok(None) };
        let json: Value = serde_json::from_str(text)
            .with_context(|| format!("not a figure, although it begins like one: {line}"))?;
        let word = |name: &str| json[name].as_str().unwrap_or_default().to_owned();
        Ok(Some(Self {
            name: word("figure"),
            value: word("value"),
            ratio: word("ratio"),
            limit: word("limit"),
            command: word("command"),
            over: json["over"].as_bool().unwrap_or_default(),
        }))
    }
}

/// Prints `figures`, those of one command together.
pub fn print(figures: &[Figure]) {
    let mut command = "";
    let width = |of: fn(&Figure) -> &String| {
        figures.iter().map(|figure| of(figure).chars().count()).max().unwrap_or_default()
    };
    let [names, ratios] = [width(|it| &it.name), width(|it| &it.ratio)];
    for figure in figures {
        if figure.command != command {
            command = &figure.command;
            println!("\n{command}");
        }
        let Figure { name, value, ratio, limit, over, .. } = figure;
        let judged = if *over { "  OVER" } else { "" };
        println!("  {name:<names$}  {ratio:>ratios$}  {limit:<11}{judged}  {value}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_read_among_other_lines() {
        assert_eq!(Figure::read("Finished `bench` profile").unwrap(), None);
        let line = r#"figure {"figure":"P3","command":"x","value":"9/s","ratio":"0.5","limit":""}"#;
        let figure = Figure::read(line).unwrap().unwrap();
        assert_eq!((figure.name.as_str(), figure.ratio.as_str()), ("P3", "0.5"));
        assert!(!figure.over);
        assert!(Figure::read("figure of speech").is_err());
    }
}

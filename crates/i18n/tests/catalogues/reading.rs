//! The catalogues as the tests see them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use fluent_syntax::ast::{
    Attribute, CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement,
};
use fluent_syntax::parser::parse;
use i18n::Language;

/// Stands in [`Message::texts`] for what is put in: a value of the reader's language.
pub const VALUE: char = '\u{fffc}';

/// One message of one language.
pub struct Message {
    /// Its id.
    pub id: String,
    /// The file it is in, without folder.
    pub file: String,
    /// What is written: the whole, and each variant of each choice, on their own.
    pub texts: Vec<String>,
    /// The arguments it asks for.
    pub args: BTreeSet<String>,
    /// Other messages that it shows.
    pub references: BTreeSet<String>,
}

/// The workspace.
pub fn root() -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    root.canonicalize().expect("the crate is in the workspace")
}

/// All messages of `language`, in the order of files and lines.
///
/// Panics at what the project does not use: broken syntax, attributes, terms, functions.
pub fn messages(language: Language) -> Vec<Message> {
    let folder = root().join("locales").join(language.tag());
    let entries = fs::read_dir(&folder).expect("every language has a folder");
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.expect("a file").path()).collect();
    files.sort();
    let mut found: Vec<_> = files.iter().flat_map(|path| in_file(path)).collect();
    // A message takes what the messages that it shows take.
    let own: BTreeMap<_, _> = found.iter().map(|m| (m.id.clone(), m.args.clone())).collect();
    for message in &mut found {
        let shown = message.references.iter().filter_map(|id| own.get(id));
        message.args.extend(shown.flatten().cloned());
    }
    found
}

fn in_file(path: &Path) -> Vec<Message> {
    let file = path.file_name().expect("a name").to_string_lossy().into_owned();
    let source = fs::read_to_string(path).expect("UTF-8");
    let resource = parse(source.as_str())
        .unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", path.display()));
    let mut found = Vec::new();
    for entry in resource.body {
        match entry {
            Entry::Message(message) => {
                let id = message.id.name.to_owned();
                no_attributes(&id, &message.attributes);
                let pattern = message.value.unwrap_or_else(|| panic!("{id} says nothing"));
                let (texts, args, references) = Default::default();
                let mut message = Message { id, file: file.clone(), texts, args, references };
                message.read(&pattern);
                found.push(message);
            }
            Entry::Term(term) => panic!("{file}: -{} is a term", term.id.name),
            Entry::Junk { content } => panic!("{file}: {content}"),
            Entry::Comment(_) | Entry::GroupComment(_) | Entry::ResourceComment(_) => {}
        }
    }
    found
}

fn no_attributes(id: &str, attributes: &[Attribute<&str>]) {
    assert!(attributes.is_empty(), "{id} has attributes; write a message each");
}

impl Message {
    fn read(&mut self, pattern: &Pattern<&str>) {
        let mut text = String::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => text += value,
                PatternElement::Placeable { expression } => self.place(expression, &mut text),
            }
        }
        self.texts.push(text);
    }

    fn place(&mut self, expression: &Expression<&str>, text: &mut String) {
        match expression {
            Expression::Inline(inline) => self.inline(inline, text),
            Expression::Select { selector, variants } => {
                self.inline(selector, text);
                for variant in variants {
                    self.read(&variant.value);
                }
            }
        }
    }

    fn inline(&mut self, inline: &InlineExpression<&str>, text: &mut String) {
        match inline {
            InlineExpression::StringLiteral { value }
            | InlineExpression::NumberLiteral { value } => *text += value,
            InlineExpression::VariableReference { id } => {
                self.args.insert(id.name.to_owned());
                text.push(VALUE);
            }
            InlineExpression::MessageReference { id, attribute: None } => {
                self.references.insert(id.name.to_owned());
                text.push(VALUE);
            }
            InlineExpression::Placeable { expression } => self.place(expression, text),
            InlineExpression::FunctionReference { id, arguments: CallArguments { .. } } => {
                panic!("{}: function {}; values are formatted before", self.id, id.name)
            }
            InlineExpression::TermReference { .. } | InlineExpression::MessageReference { .. } => {
                panic!("{}: refers to a term or an attribute", self.id)
            }
        }
    }
}

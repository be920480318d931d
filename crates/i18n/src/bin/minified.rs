//! Writes `messages.<tag>.ftl`, what a browser loads, for every language into the folder given.

use std::path::PathBuf;
use std::{env, fs, io};

use i18n::Language;

fn main() -> io::Result<()> {
    let folder = env::args_os().nth(1).map(PathBuf::from);
    let folder = folder.ok_or_else(|| io::Error::other("say into which folder"))?;
    fs::create_dir_all(&folder)?;
    for language in Language::ALL {
        let file = folder.join(format!("messages.{}.ftl", language.tag()));
        fs::write(file, i18n::minified(language))?;
    }
    Ok(())
}

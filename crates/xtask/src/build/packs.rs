//! Fewer files for later pages.
//!
//! The splitter makes a file for every combination of pages that share some code: with sixteen
//! pages some hundred and seventy, most of them tiny, and fifty of them needed by one page. Here
//! they are put together again into a few packs, such that a page loads few files and little that
//! it does not need.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// What each page loads, by the stems of the files, its own last.
pub type Pages = BTreeMap<String, Vec<String>>;

/// What one more file costs who loads it, in bytes of code: a request, and the words that an
/// own dictionary would have shared. Measured with sixteen pages: 176 files became 23, and a page
/// loads 7 instead of 54, with 32 % more bytes.
const FILE: u64 = 10_000;

/// Where the loaders begin in the splitter's script; before them stands what they call.
const LOADERS: &str = "/* ";

/// Packs the modules in `folder` and writes `script` and `manifest` anew, which say what pages load.
///
/// # Errors
///
/// If a file cannot be read or written, or the script is not as the splitter writes it.
pub fn pack(folder: &Path, script: &Path, manifest: &Path) -> Result<()> {
    let pages = serde_json::from_slice::<Pages>(&fs::read(manifest)?)?;
    let text = fs::read_to_string(script)?;
    let (calls, _) = text.split_once(LOADERS).context("the splitter's script has no loaders")?;

    let mut packed = own_files(&pages);
    let mut packs = Vec::new();
    for (index, pack) in joined(shared_files(folder, &pages)?).into_iter().enumerate() {
        let stem = format!("shared_{index}");
        put_together(folder, &pack.files, &stem)?;
        for page in &pack.pages {
            packed.entry(page.clone()).or_default().insert(0, stem.clone());
        }
        packs.push(stem);
    }
    fs::write(manifest, serde_json::to_vec(&packed)?)?;
    fs::write(script, format!("{calls}{}", loaders(&packs, &packed)))?;
    Ok(())
}

/// Files that go together, and the pages that need one of them.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Pack {
    files: Vec<String>,
    pages: BTreeSet<String>,
    bytes: u64,
}

impl Pack {
    /// What is won when this and `other` become one: files that pages need not ask for, less what
    /// they then load in vain.
    fn gain(&self, other: &Self) -> i128 {
        let count = |pages: usize| i128::try_from(pages).unwrap_or(i128::MAX);
        let both = count(self.pages.intersection(&other.pages).count());
        let vain = |bytes: u64, pages: i128| i128::from(bytes) * pages;
        both * i128::from(FILE)
            - vain(other.bytes, count(self.pages.len()) - both)
            - vain(self.bytes, count(other.pages.len()) - both)
    }

    fn join(&mut self, other: Self) {
        self.files.extend(other.files);
        self.pages.extend(other.pages);
        self.bytes += other.bytes;
    }
}

/// Joins the two that gain most, until no two gain.
fn joined(mut packs: Vec<Pack>) -> Vec<Pack> {
    loop {
        let pairs = (0..packs.len()).flat_map(|one| (0..one).map(move |other| (one, other)));
        let gains = pairs.map(|(one, other)| (packs[one].gain(&packs[other]), one, other));
        match gains.max() {
            Some((gain, one, other)) if gain > 0 => {
                // `one` is the later of the two: the other stays where it is.
                let pack = packs.remove(one);
                packs[other].join(pack);
            }
            _ => return packs,
        }
    }
}

/// The files that several pages load, by their first page and name.
fn shared_files(folder: &Path, pages: &Pages) -> Result<Vec<Pack>> {
    let mut needed = BTreeMap::<&String, BTreeSet<String>>::new();
    for (page, files) in pages {
        for file in files.iter().filter(|file| !is_own(file, page)) {
            needed.entry(file).or_default().insert(page.clone());
        }
    }
    let pack = |(file, pages): (&String, BTreeSet<String>)| {
        let module = fs::read(folder.join(format!("{file}.wasm")))?;
        Ok(Pack { files: vec![file.clone()], pages, bytes: weight(&module) })
    };
    needed.into_iter().map(pack).collect()
}

/// The bytes of `module` that will be sent: without its custom sections, which hold names.
fn weight(module: &[u8]) -> u64 {
    const HEADER: usize = 8;
    let mut rest = module.get(HEADER..).unwrap_or_default();
    let mut bytes = 0;
    while let Some((&kind, after)) = rest.split_first() {
        let Some((length, after)) = number(after) else { break };
        if kind != 0 {
            bytes += length;
        }
        rest = usize::try_from(length).ok().and_then(|skip| after.get(skip..)).unwrap_or_default();
    }
    bytes
}

/// A number as modules write it, seven bits a byte, and what follows it.
fn number(bytes: &[u8]) -> Option<(u64, &[u8])> {
    let end = bytes.iter().take(10).position(|byte| byte & 0x80 == 0)?;
    let digits = bytes[..=end].iter().rev();
    let value = digits.fold(0, |value, byte| value << 7 | u64::from(byte & 0x7f));
    Some((value, &bytes[end + 1..]))
}

fn is_own(file: &str, page: &str) -> bool {
    file.strip_prefix("split_").is_some_and(|of| of == page)
}

fn own_files(pages: &Pages) -> Pages {
    let own = |(page, files): (&String, &Vec<String>)| {
        let files = files.iter().filter(|file| is_own(file, page)).cloned().collect();
        (page.clone(), files)
    };
    pages.iter().map(own).collect()
}

/// Puts the modules `files` into one file named `stem`, each after its length in four bytes.
///
/// They know the main module only, not each other, so that they can be started in any order.
fn put_together(folder: &Path, files: &[String], stem: &str) -> Result<()> {
    let mut packed = Vec::new();
    for file in files {
        let path = folder.join(format!("{file}.wasm"));
        let module = fs::read(&path)?;
        packed.extend(u32::try_from(module.len())?.to_le_bytes());
        packed.extend(module);
        fs::remove_file(path)?;
    }
    fs::write(folder.join(format!("{stem}.wasm")), packed)?;
    Ok(())
}

/// Fetches a pack and starts its modules.
const UNPACK: &str = "async function unpack(file) {
    const answer = await fetch(file);
    if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
    const pack = await answer.arrayBuffer();
    const view = new DataView(pack);
    const modules = [];
    for (let at = 0; at < pack.byteLength;) {
        const length = view.getUint32(at, true);
        modules.push(pack.slice(at + 4, at + 4 + length));
        at += 4 + length;
    }
    return modules;
}
function fetchPack(file) {
    const modules = unpack(file);
    modules.catch(() => {});
    return async (imports) =>
        Promise.all((await modules).map(module => WebAssembly.instantiate(module, imports)));
}
";

/// The second half of the script: how each pack is fetched, and what each page waits for.
fn loaders(packs: &[String], pages: &Pages) -> String {
    let fetch = |file: &str| {
        format!(
            "() => {{ const src = fetch(new URL(\"./{file}.wasm\", import.meta.url)); \
             src.catch(() => {{}}); \
             return async (imports) => WebAssembly.instantiateStreaming(src, imports); }}"
        )
    };
    let constant = |pack: &String| {
        format!(
            "const {pack} = \
             makeLoad(() => fetchPack(new URL(\"./{pack}.wasm\", import.meta.url)), []);\n"
        )
    };
    let exported = |(page, files): (&String, &Vec<String>)| {
        let own = files.iter().find(|file| is_own(file, page));
        let own = own.map_or_else(|| "() => async () => ({})".to_owned(), |file| fetch(file));
        let shared = files.iter().filter(|file| !is_own(file, page));
        let shared = shared.map(String::as_str).collect::<Vec<_>>().join(", ");
        let load = format!("wrapAsyncCb(makeLoad({own}, [{shared}]))");
        format!("export const __wasm_split_load_{page} = {load};\n")
    };
    let constants = packs.iter().map(constant);
    std::iter::once(UNPACK.to_owned()).chain(constants).chain(pages.iter().map(exported)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pack(file: &str, pages: &[&str], bytes: u64) -> Pack {
        let pages = pages.iter().map(|&page| page.to_owned()).collect();
        Pack { files: vec![file.to_owned()], pages, bytes }
    }

    #[test]
    fn small_files_for_nearly_the_same_pages_go_together() {
        let packs = vec![
            pack("a", &["one", "two"], 500),
            pack("b", &["one", "two", "three"], 400),
            pack("c", &["four", "five"], 90_000),
        ];
        let packs = joined(packs);
        assert_eq!(packs.len(), 2, "{packs:?}");
        assert_eq!(packs[0].files, ["a", "b"]);
        assert_eq!(packs[0].pages.len(), 3);
    }

    #[test]
    fn a_large_file_is_not_loaded_in_vain() {
        let packs = vec![pack("a", &["one", "two"], 500), pack("b", &["two", "three"], 90_000)];
        assert_eq!(joined(packs.clone()), packs);
    }

    #[test]
    fn names_weigh_nothing() {
        let header = *b"\0asm\x01\0\0\0";
        let long = [&header[..], &[10, 0x80, 0x01], &[0; 128]].concat();
        assert_eq!(weight(&long), 128);
        assert_eq!(weight(&[&long[..], &[0, 2, 7, 7]].concat()), 128);
        assert_eq!(weight(&header), 0);
    }

    #[test]
    fn a_page_waits_for_its_packs_and_for_its_own_file() {
        let pages = Pages::from([
            ("one".to_owned(), vec!["shared_0".to_owned(), "split_one".to_owned()]),
            ("two".to_owned(), vec!["shared_0".to_owned()]),
        ]);
        let text = loaders(&["shared_0".to_owned()], &pages);
        assert!(text.contains("./split_one.wasm"), "{text}");
        assert!(
            text.contains("__wasm_split_load_two = wrapAsyncCb(makeLoad(() => async"),
            "{text}"
        );
        assert_eq!(text.matches(", [shared_0])").count(), 2, "{text}");
    }
}

//! A browser part in one module: what the splitter would load is called where it is.

use anyhow::{Context, Result};
use walrus::{FunctionId, ImportKind, Module, ValType};

/// What the compiler writes for the module that the splitter provides.
const PLACEHOLDER: &str = "__wasm_split_placeholder__";

/// Before the name of what loads a page.
const LOAD: &str = "__wasm_split_load_";

/// `wasm` with its pages inside.
///
/// # Errors
///
/// If it is not a module as the compiler writes it for the splitter.
pub fn joined(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(wasm)?;
    let open = module.imports.iter().filter(|import| import.module == PLACEHOLDER);
    let open = open.filter_map(|import| match import.kind {
        ImportKind::Function(function) => Some((function, import.name.clone())),
        _ => None,
    });
    for (function, name) in open.collect::<Vec<_>>() {
        if name.starts_with(LOAD) {
            load_nothing(&mut module, function)?;
        } else {
            call_own(&mut module, function, &name)?;
        }
    }
    // They speak of the linker's module, which this no longer is.
    let linkers = module.customs.iter().map(|(_, section)| section.name().to_owned());
    for name in
        linkers.filter(|name| name.starts_with("reloc.") || name == "linking").collect::<Vec<_>>()
    {
        module.customs.remove_raw(&name);
    }
    Ok(module.emit_wasm())
}

/// Loading a page: says at once that it is there.
fn load_nothing(module: &mut Module, function: FunctionId) -> Result<()> {
    let table = module.tables.main_function_table()?.context("the module has no functions")?;
    let told = module.types.add(&[ValType::I32, ValType::I32], &[]);
    module.replace_imported_func(function, |(body, given)| {
        if let [tell, page] = given[..] {
            body.local_get(page).i32_const(1).local_get(tell).call_indirect(told, table);
        }
    })?;
    Ok(())
}

/// A function of a page: the module exports it for the splitter; only this call needs it now.
fn call_own(module: &mut Module, function: FunctionId, name: &str) -> Result<()> {
    let exported = name.replacen("00_import_", "00_export_", 1);
    let own = module.exports.get_func(&exported)?;
    module.exports.remove(&exported)?;
    module.replace_imported_func(function, |(body, given)| {
        for &argument in given {
            body.local_get(argument);
        }
        body.call(own);
    })?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use walrus::FunctionBuilder;

    use super::*;

    #[test]
    fn nothing_is_left_for_the_splitter_to_provide() {
        let mut module = Module::default();
        module.tables.add_local(false, 1, None, walrus::RefType::FUNCREF);
        let both = module.types.add(&[ValType::I32, ValType::I32], &[]);
        let name = "__wasm_split_00page00_import_0f_view";
        module.add_import_func(PLACEHOLDER, "__wasm_split_load_page", both);
        module.add_import_func(PLACEHOLDER, name, both);
        let own = FunctionBuilder::new(&mut module.types, &[ValType::I32, ValType::I32], &[]);
        let arguments = [ValType::I32, ValType::I32].map(|kind| module.locals.add(kind));
        let own = own.finish(arguments.to_vec(), &mut module.funcs);
        module.exports.add("__wasm_split_00page00_export_0f_view", own);

        let whole = Module::from_buffer(&joined(&module.emit_wasm()).unwrap()).unwrap();

        assert_eq!(whole.imports.iter().count(), 0);
        assert_eq!(whole.exports.iter().count(), 0);
    }
}

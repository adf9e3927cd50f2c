//! What panics say, taken out of the published module. The module's panic handler only
//! stops (src/module.rs), but the compiler builds the words of each panic before it calls
//! that, and with them comes the standard library's formatting. Here the functions that
//! never return stop at once.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::{ConstExpr, DataKind, FunctionBuilder, FunctionId, FunctionKind, Module, ir};

/// How these functions' names go on after their crate's, `core` or `alloc`. Each returns `!`.
const DIVERGING: [&str; 11] = [
    "::panicking::",
    "::cell::panic_already_",
    "::option::expect_failed",
    "::option::unwrap_failed",
    "::result::unwrap_failed",
    "::slice::copy_from_slice_impl::len_mismatch_fail",
    "::slice::index::slice_",
    "::str::slice_error_fail",
    "::alloc::handle_alloc_error",
    "::raw_vec::capacity_overflow",
    "::raw_vec::handle_error",
];

/// Parts of the names of functions that are left in the module's table, for calls by number,
/// when nothing is left that would call them: texts for the words of panics, what told
/// wasm-bindgen of closures, and Rust's futures, which the widget has none of.
const IN_TABLE_ONLY: [&str; 4] = [
    "::fmt::",
    "::str::count::",
    "wasm_bindgen::convert::closures::",
    "js_sys::futures::",
];

/// Words of the panics of `core`, `alloc` and wasm-bindgen.
const WORDS: [&str; 9] = [
    "index out of bounds: the len is ",
    " but the index is ",
    "memory allocation of ",
    " bytes failed",
    "capacity overflow",
    "RefCell already borrowed",
    "RefCell already mutably borrowed",
    "closure invoked recursively or after being dropped",
    "Tried to shrink to a larger capacity",
];

/// Lets the functions that would panic stop instead, and takes away what only they used.
pub(crate) fn cut(module: &mut Module) -> Result<()> {
    let diverging = named(module, is_diverging);
    ensure!(
        !diverging.is_empty(),
        "no function of the module is one that panics: have their names changed? See xtask/src/panics.rs"
    );
    stop(module, &diverging);
    ensure!(
        named(module, |name| name.starts_with("alloc::fmt::format")).is_empty(),
        "the widget formats a text somewhere: that weighs more than it says. Push the parts to a String"
    );
    // Those that only others of them call are found in the next round.
    loop {
        let called = called(module);
        let mut unused = named(module, |name| {
            IN_TABLE_ONLY.iter().any(|part| name.contains(part))
        });
        unused.retain(|id| !called.contains(id) && !is_stopped(module, *id));
        if unused.is_empty() {
            break;
        }
        stop(module, &unused);
    }
    walrus::passes::gc::run(module);
    forget_places(module);
    forget_words(module);
    Ok(())
}

/// Writes zeros over the places in source files that panics would have told of: `Location`s,
/// each of them the address and the length of a file's name, a line and a column, and the
/// names that they point to.
fn forget_places(module: &mut Module) {
    for_data(module, |base, bytes| {
        let mut names = HashSet::new();
        let mut place = 0;
        while let Some(words) = bytes.get(place..place + 16) {
            let word = |number: usize| {
                let word = words[number * 4..][..4].try_into().unwrap_or_default();
                u32::from_le_bytes(word) as usize
            };
            let (start, length) = (word(0).wrapping_sub(base as usize), word(1));
            let is_place = (1..100_000).contains(&word(2)) && (1..1_000).contains(&word(3));
            let name = start..start.wrapping_add(length);
            if is_place && bytes.get(name.clone()).is_some_and(is_source_file) {
                bytes[place..place + 16].fill(0);
                names.insert(name);
            }
            place += 4;
        }
        for name in names {
            bytes[name].fill(0);
        }
    });
}

/// Writes zeros over the words of panics, and over the digits by which numbers are put among
/// them, where nothing in the module points at them any more.
fn forget_words(module: &mut Module) {
    let mut pointed = pointed_at(module);
    pointed.sort_unstable();
    let digits: String = (0..100).map(|number| format!("{number:02}")).collect();
    for_data(module, |base, bytes| {
        for words in WORDS.into_iter().chain([digits.as_str()]) {
            let mut from = 0;
            while let Some(found) = position(&bytes[from..], words.as_bytes()) {
                let range = from + found..from + found + words.len();
                from = range.end;
                let first = base as u32 + range.start as u32;
                // Where the words end others may begin.
                let next = pointed.partition_point(|address| *address < first);
                let is_pointed_at = pointed
                    .get(next)
                    .is_some_and(|address| *address < first + words.len() as u32);
                if !is_pointed_at {
                    bytes[range].fill(0);
                }
            }
        }
    });
}

/// Goes over the module's data, with the address at which each piece begins.
fn for_data(module: &mut Module, mut change: impl FnMut(i32, &mut Vec<u8>)) {
    let ids: Vec<_> = module.data.iter().map(|data| data.id()).collect();
    for id in ids {
        let data = module.data.get_mut(id);
        if let DataKind::Active {
            offset: ConstExpr::Value(ir::Value::I32(base)),
            ..
        } = data.kind
        {
            change(base, &mut data.value);
        }
    }
}

fn position(bytes: &[u8], part: &[u8]) -> Option<usize> {
    bytes.windows(part.len()).position(|window| window == part)
}

/// Every number in the module that could be an address: those in its code, and any four bytes
/// of its data.
fn pointed_at(module: &Module) -> Vec<u32> {
    #[derive(Default)]
    struct Numbers(Vec<u32>);
    impl<'instr> ir::Visitor<'instr> for Numbers {
        fn visit_const(&mut self, constant: &ir::Const) {
            if let ir::Value::I32(number) = constant.value {
                self.0.push(number as u32);
            }
        }

        fn visit_load(&mut self, load: &ir::Load) {
            self.0.push(load.arg.offset as u32);
        }

        fn visit_store(&mut self, store: &ir::Store) {
            self.0.push(store.arg.offset as u32);
        }
    }

    let mut numbers = Numbers::default();
    for (_, function) in module.funcs.iter_local() {
        ir::dfs_in_order(&mut numbers, function, function.entry_block());
    }
    for data in module.data.iter() {
        let words = data.value.windows(4);
        let number = |word: &[u8]| u32::from_le_bytes(word.try_into().unwrap_or_default());
        numbers.0.extend(words.map(number));
    }
    numbers.0
}

fn is_source_file(name: &[u8]) -> bool {
    let is_path = |byte: &u8| byte.is_ascii_alphanumeric() || b"/._-".contains(byte);
    name.ends_with(b".rs") && name.iter().all(is_path)
}

fn named(module: &Module, is_it: impl Fn(&str) -> bool) -> Vec<FunctionId> {
    module
        .funcs
        .iter_local()
        .map(|(id, _)| id)
        .filter(|id| {
            let name = module.funcs.get(*id).name.as_deref().unwrap_or_default();
            is_it(&without_hashes(name))
        })
        .collect()
}

/// One of the compiler's two manglings tells each crate's hash: `core[0123456789abcdef]::`.
fn without_hashes(name: &str) -> String {
    let mut plain = String::new();
    let mut rest = name;
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        rest = match after.split_once(']') {
            Some((hash, after)) if hash.bytes().all(|byte| byte.is_ascii_hexdigit()) => after,
            _ => after,
        };
    }
    plain + rest
}

fn is_diverging(name: &str) -> bool {
    ["core", "alloc"]
        .into_iter()
        .filter_map(|name_of_crate| name.strip_prefix(name_of_crate))
        .any(|path| DIVERGING.iter().any(|start| path.starts_with(start)))
}

/// Puts a stop in place of what these functions do.
fn stop(module: &mut Module, functions: &[FunctionId]) {
    for id in functions {
        let kind = module.funcs.get(*id).ty();
        let (parameters, results) = module.types.params_results(kind);
        let (parameters, results) = (parameters.to_vec(), results.to_vec());
        let arguments = parameters
            .iter()
            .map(|kind| module.locals.add(*kind))
            .collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
        builder.func_body().unreachable();
        let stopped = builder.local_func(arguments);
        module.funcs.get_mut(*id).kind = FunctionKind::Local(stopped);
    }
}

fn is_stopped(module: &Module, id: FunctionId) -> bool {
    match &module.funcs.get(id).kind {
        FunctionKind::Local(function) => matches!(
            function.block(function.entry_block()).instrs.as_slice(),
            [(ir::Instr::Unreachable(_), _)]
        ),
        _ => false,
    }
}

/// The functions that others call by name, and those that JavaScript calls.
fn called(module: &Module) -> HashSet<FunctionId> {
    #[derive(Default)]
    struct Calls(HashSet<FunctionId>);
    impl<'instr> ir::Visitor<'instr> for Calls {
        fn visit_function_id(&mut self, id: &FunctionId) {
            self.0.insert(*id);
        }
    }

    let mut calls = Calls::default();
    for (_, function) in module.funcs.iter_local() {
        ir::dfs_in_order(&mut calls, function, function.entry_block());
    }
    for export in module.exports.iter() {
        if let walrus::ExportItem::Function(id) = export.item {
            calls.0.insert(id);
        }
    }
    calls.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_forgotten_and_nothing_else() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let name = b"library/core/src/cell.rs";
        let place = |start: u32| {
            [start, name.len() as u32, 7, 9]
                .map(u32::to_le_bytes)
                .concat()
        };
        // At 1024: the name, then a place, then two words that are none of one.
        let bytes = [name.as_slice(), &place(1024), &place(1025)].concat();
        let kind = DataKind::Active {
            memory,
            offset: ConstExpr::Value(ir::Value::I32(1024)),
        };
        module.data.add(kind, bytes);
        forget_places(&mut module);
        let after: Vec<_> = module
            .data
            .iter()
            .flat_map(|data| data.value.clone())
            .collect();
        assert_eq!(after, [vec![0; 40], place(1025)].concat());
    }

    #[test]
    fn words_are_forgotten_unless_something_points_at_them() {
        let mut module = Module::default();
        let memory = module.memories.add_local(false, false, 1, None, None);
        let words = [WORDS[4], WORDS[5], WORDS[6]];
        let second = 1024 + WORDS[4].len() as u32;
        // Something points into the second; and at the end of the third others may begin.
        let third_end = second + (WORDS[5].len() + WORDS[6].len()) as u32;
        let pointers = [second + 3, third_end].map(u32::to_le_bytes).concat();
        let kind = DataKind::Active {
            memory,
            offset: ConstExpr::Value(ir::Value::I32(1024)),
        };
        let value = [words.concat().as_bytes(), &pointers].concat();
        module.data.add(kind, value);
        forget_words(&mut module);
        let zeros = |words: &str| vec![0; words.len()];
        let expected = [zeros(WORDS[4]), WORDS[5].into(), zeros(WORDS[6]), pointers];
        let after: Vec<_> = module.data.iter().map(|data| data.value.clone()).collect();
        assert_eq!(after, [expected.concat()]);
    }

    #[test]
    fn functions_that_panic_are_known_in_both_manglings() {
        for name in [
            "core::panicking::panic_fmt::h0123456789abcdef",
            "core[c5930c85a12de822]::panicking::panic_bounds_check",
            "alloc[3ca501edff3f0c7c]::raw_vec::handle_error",
        ] {
            assert!(is_diverging(&without_hashes(name)), "{name}");
        }
        for name in [
            "core::slice::iter::Split<T,P>::next",
            "documentolog_embed::core::panicking::x",
        ] {
            assert!(!is_diverging(&without_hashes(name)), "{name}");
        }
    }
}

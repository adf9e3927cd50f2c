//! The order of the published module's functions. Deflate tells a repetition the more cheaply
//! the nearer it is, so those that are alike stand side by side. What the module does is the
//! same: functions only get other numbers.

use std::{collections::HashSet, convert::Infallible};

use anyhow::{Context, Result, ensure};
use wasm_encoder::{
    CodeSection, FunctionSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many bytes in a row two functions must share for that to count.
const WINDOW: usize = 3;
/// With how many of those before it a function is compared.
const NEIGHBOURS: usize = 2;
/// Keeps the smallest functions, which have little to share, from coming first.
const BALLAST: usize = 4;

/// Puts functions that are alike side by side.
pub(crate) fn arrange(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut imported = 0;
    let mut functions = Vec::new();
    for payload in Parser::new(0).parse_all(bytes) {
        match payload.context("the module cannot be read")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    if matches!(import?.ty, TypeRef::Func(_)) {
                        imported += 1;
                    }
                }
            }
            Payload::CodeSectionEntry(body) => functions.push(body.as_bytes()),
            _ => {}
        }
    }
    let mut arranged = Module::new();
    Arranged::new(imported, order(&functions))
        .parse_core_module(&mut arranged, Parser::new(0), bytes)
        .context("the module cannot be written anew")?;
    let arranged = arranged.finish();
    wasmparser::validate(&arranged).context("functions stand where they cannot be")?;
    ensure!(
        arranged.len() < bytes.len() + bytes.len() / 50,
        "the module has grown by being arranged"
    );
    Ok(arranged)
}

/// The functions' places, in their new order: it begins with the smallest, and the next is
/// always the one that shares most with the last few.
fn order(functions: &[&[u8]]) -> Vec<usize> {
    let parts: Vec<HashSet<&[u8]>> = functions
        .iter()
        .map(|function| function.windows(WINDOW).collect())
        .collect();
    let mut left: Vec<_> = (0..functions.len()).collect();
    left.sort_by_key(|place| functions[*place].len());
    let mut order = Vec::with_capacity(left.len());
    while !left.is_empty() {
        let last: &[usize] = &order[order.len().saturating_sub(NEIGHBOURS)..];
        let likeness = |place: usize| {
            let shared = parts[place]
                .iter()
                .filter(|part| last.iter().any(|near| parts[*near].contains(*part)))
                .count();
            // In thousandths, so that it can be compared.
            shared * 1_000 / (parts[place].len() + BALLAST)
        };
        // Of equals the first: the order is always the same.
        let best = (0..left.len()).rev().max_by_key(|at| likeness(left[*at]));
        order.push(left.remove(best.unwrap_or_default()));
    }
    order
}

struct Arranged {
    imported: u32,
    order: Vec<usize>,
    /// The new place of each.
    places: Vec<u32>,
}

impl Arranged {
    fn new(imported: u32, order: Vec<usize>) -> Self {
        let mut places = vec![0; order.len()];
        for (place, before) in (0..).zip(&order) {
            places[*before] = place;
        }
        Self {
            imported,
            order,
            places,
        }
    }
}

impl Reencode for Arranged {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<Infallible>> {
        Ok(match function.checked_sub(self.imported) {
            Some(own) => self.imported + self.places[own as usize],
            None => function,
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let types: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for place in &self.order {
            functions.function(types[*place]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Error<Infallible>> {
        let bodies: Vec<_> = section.into_iter().collect::<Result<_, _>>()?;
        for place in self.order.clone() {
            self.parse_function_body(code, bodies[place].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_that_are_alike_stand_side_by_side() {
        let functions: [&[u8]; 5] = [
            b"xxabcdefgh",
            b"12345678yyy",
            b"ab",
            b"abcdefghzz",
            b"12345678",
        ];
        assert_eq!(order(&functions), [2, 4, 1, 0, 3]);
    }

    #[test]
    fn calls_go_to_the_same_function_as_before() {
        use wasm_encoder::{
            EntityType, ExportKind, ExportSection, Function, ImportSection, TypeSection, ValType,
        };

        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        let mut imports = ImportSection::new();
        imports.import("page", "ask", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        // The first calls what is imported and the last, and so is the longest.
        for (called, value) in [(Some(3), 11), (None, 22), (None, 33)] {
            functions.function(0);
            let mut function = Function::new([]);
            if let Some(called) = called {
                function.instructions().call(0).drop().call(called).drop();
            }
            function.instructions().i32_const(value).end();
            code.function(&function);
        }
        let mut exports = ExportSection::new();
        exports.export("first", ExportKind::Func, 1);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&exports).section(&code);

        let arranged = arrange(&module.finish()).unwrap();
        let module = walrus::Module::from_buffer(&arranged).unwrap();
        let first = module.exports.get_func("first").unwrap();
        let values = |id| {
            let function = module.funcs.get(id).kind.unwrap_local();
            let block = function.block(function.entry_block());
            let instructions = block
                .instrs
                .iter()
                .map(|(instruction, _)| instruction.clone());
            instructions.collect::<Vec<_>>()
        };
        let calls: Vec<_> = values(first)
            .into_iter()
            .filter_map(|instruction| match instruction {
                walrus::ir::Instr::Call(call) => Some(call.func),
                _ => None,
            })
            .collect();
        assert!(matches!(
            module.funcs.get(calls[0]).kind,
            walrus::FunctionKind::Import(_)
        ));
        assert!(matches!(
            values(calls[1])[..],
            [walrus::ir::Instr::Const(walrus::ir::Const {
                value: walrus::ir::Value::I32(33)
            })]
        ));
    }
}

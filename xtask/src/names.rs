//! Short names for what the module imports and exports. wasm-bindgen's tell people where
//! they come from; each stands in the module and in the glue, and no two are alike.

use std::collections::BTreeMap;

use walrus::Module;

/// What all imports come from, as the module has it.
pub(crate) const MODULE: &str = "a";

/// A module's names and the short ones in their place.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// By where it is from, and its name.
    imports: BTreeMap<(String, String), String>,
    exports: BTreeMap<String, String>,
}

impl Names {
    /// Short names for these, in their order.
    pub(crate) fn of<'a>(
        imports: impl IntoIterator<Item = (&'a str, &'a str)>,
        exports: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let imports = imports.into_iter().zip(short_names());
        let exports = exports.into_iter().zip(short_names());
        Self {
            imports: imports
                .map(|((from, name), short)| ((from.to_owned(), name.to_owned()), short))
                .collect(),
            exports: exports
                .map(|(name, short)| (name.to_owned(), short))
                .collect(),
        }
    }

    /// Gives the module short names, and takes away what it exports for no use of `glue`.
    pub(crate) fn shorten(module: &mut Module, glue: &str) -> Self {
        let unused: Vec<_> = module
            .exports
            .iter()
            .filter(|export| !glue.contains(&format!("wasm.{}", export.name)))
            .map(|export| export.id())
            .collect();
        for export in unused {
            module.exports.delete(export);
        }
        let names = Self::of(
            module
                .imports
                .iter()
                .map(|import| (import.module.as_str(), import.name.as_str())),
            module.exports.iter().map(|export| export.name.as_str()),
        );
        for import in module.imports.iter_mut() {
            let name = (
                std::mem::take(&mut import.module),
                std::mem::take(&mut import.name),
            );
            import.name = names.imports[&name].clone();
            import.module = MODULE.to_owned();
        }
        for export in module.exports.iter_mut() {
            export.name = names.exports[&export.name].clone();
        }
        names
    }

    /// The short name of an export.
    pub(crate) fn export(&self, name: &str) -> Option<&str> {
        self.exports.get(name).map(String::as_str)
    }

    /// What is imported from a file as it is: names, and their short ones.
    pub(crate) fn imports_from(&self, file: &str) -> impl Iterator<Item = (&str, &str)> {
        let from_there = self
            .imports
            .iter()
            .filter(move |((from, _), _)| from == file);
        from_there.map(|((_, name), short)| (name.as_str(), short.as_str()))
    }

    /// Some of the glue, with the short names in it.
    pub(crate) fn in_glue(&self, glue: &str) -> String {
        let mut text = glue.to_owned();
        for ((_, name), short) in &self.imports {
            text = text.replace(&format!("        {name}: "), &format!("        {short}: "));
        }
        // The longest first: one name may begin another.
        let mut exports: Vec<_> = self.exports.iter().collect();
        exports.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        for (name, short) in exports {
            // Marked until the end, or a short name might be taken for a longer one.
            text = text.replace(&format!("wasm.{name}"), &format!("wasm.\u{0}{short}"));
        }
        text.replace('\u{0}', "")
    }
}

/// `a`, `b`, …, `z`, `aa`, …
fn short_names() -> impl Iterator<Item = String> {
    (0_usize..).map(|number| {
        let mut name = String::new();
        let mut rest = number + 1;
        while rest > 0 {
            rest -= 1;
            name.insert(0, char::from(b'a' + (rest % 26) as u8));
            rest /= 26;
        }
        name
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_short_and_each_its_own() {
        let names: Vec<_> = short_names().take(60).collect();
        assert_eq!(names[..3], ["a", "b", "c"]);
        assert_eq!(names[25..28], ["z", "aa", "ab"]);
        assert_eq!(names[52], "ba");
    }

    #[test]
    fn a_name_that_begins_another_is_not_taken_for_it() {
        let names = Names::of([("./x.js", "__wbg_a_1")], ["open", "openTab"]);
        assert_eq!(
            names.in_glue("        __wbg_a_1: function() { wasm.openTab(); wasm.open(); },"),
            "        a: function() { wasm.b(); wasm.a(); },"
        );
    }
}

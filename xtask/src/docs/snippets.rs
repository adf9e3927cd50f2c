//! The code blocks of the documents that are TypeScript, JavaScript or components: written out
//! as files, so that the package's type tests can compile them. (Rust's are doc tests of the
//! server crate.)

use std::{fs, path::Path};

use anyhow::Result;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

use super::{anchors, links};
use crate::workspace;

/// A file to compile.
#[derive(Debug, PartialEq, Eq)]
struct Snippet {
    name: String,
    text: String,
}

/// Writes them into a folder, made anew.
pub(crate) fn write(folder: &Path) -> Result<()> {
    if folder.is_dir() {
        fs::remove_dir_all(folder)?;
    }
    fs::create_dir_all(folder)?;
    for (document, text) in links::documents(workspace::root())? {
        for snippet in snippets(&document, &text) {
            fs::write(folder.join(snippet.name), snippet.text)?;
        }
    }
    Ok(())
}

/// The blocks of a document. A block that says `ignore` after its language is left out.
fn snippets(document: &Path, text: &str) -> Vec<Snippet> {
    let mut found = Vec::new();
    let mut block: Option<(String, usize, String)> = None;
    for (event, place) in Parser::new_ext(text, anchors::MARKDOWN).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(language))) => {
                let line = text[..place.start].matches('\n').count() + 1;
                block = Some((language.to_string(), line, String::new()));
            }
            Event::Text(part) => {
                if let Some((_, _, code)) = &mut block {
                    code.push_str(&part);
                }
            }
            Event::End(TagEnd::CodeBlock) => {
                let Some((language, line, code)) = block.take() else {
                    continue;
                };
                let code = match language.as_str() {
                    "js" | "jsx" | "ts" | "tsx" => Some((language.as_str(), code)),
                    "vue" => script(&code).map(|script| ("ts", script)),
                    "html" | "svelte" => script(&code).map(|script| ("js", script)),
                    _ => None,
                };
                if let Some((extension, code)) = code {
                    let stem = document.with_extension("").display().to_string();
                    let stem = stem.replace(['/', '\\'], "-");
                    found.push(Snippet {
                        name: format!("{stem}-{line}.{extension}"),
                        // As far down as in the document, so that errors name its lines; a
                        // module, so that no two share a name.
                        text: format!("{}{code}\nexport {{}};\n", "\n".repeat(line)),
                    });
                }
            }
            _ => {}
        }
    }
    found
}

/// What stands in a page's or a component's script.
fn script(code: &str) -> Option<String> {
    let start = code.find("<script")?;
    let body = start + code[start..].find('>')? + 1;
    let end = body + code[body..].find("</script>")?;
    let before = code[..body].matches('\n').count();
    Some(format!("{}{}", "\n".repeat(before), &code[body..end]))
        .filter(|script| !script.trim().is_empty())
}

#[test]
fn blocks_become_files() {
    let text = "# a\n\n```ts\nlet x;\n```\n```sh\nls\n```\n```vue\n<script setup lang=\"ts\">\nlet y;\n</script>\n```\n```js ignore\nno\n```\n";
    let found = snippets(Path::new("docs/one.md"), text);
    let names: Vec<_> = found.iter().map(|snippet| snippet.name.as_str()).collect();
    assert_eq!(names, ["docs-one-3.ts", "docs-one-9.ts"]);
    let lines: Vec<_> = found[1].text.lines().collect();
    assert_eq!(lines[10], "let y;");
}

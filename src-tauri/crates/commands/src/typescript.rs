//! The TypeScript of the command list, as one file.

use std::any::TypeId;
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

use assay_engine::{Error, Notice};
use ts_rs::{Config, TS, TypeVisitor};

/// Is shown every command.
pub(crate) trait Seen {
    /// One command: its name, what it does, what it is given (`A`) and gives (`R`).
    fn command<A: TS + 'static, R: TS + 'static>(&mut self, name: &str, doc: &str);
}

/// `ui/src/backend/generated.ts`: every type that crosses, and every command with its argument and result.
pub fn typescript() -> String {
    let mut commands = Commands { types: Types::default(), lines: String::new() };
    crate::list::each(&mut commands);
    commands.types.visit::<Error>();
    commands.types.visit::<Notice>();
    let mut out =
        String::from("// Made by `cargo xtask typescript` from the command list. Not edited by hand.\n\n");
    for declaration in commands.types.declarations.values() {
        out.push_str(declaration);
    }
    out.push_str("/** Every command: what it is given and what it gives. */\nexport interface Commands {\n");
    out.push_str(&commands.lines);
    out.push_str("}\n");
    out
}

struct Commands {
    types: Types,
    lines: String,
}

impl Seen for Commands {
    fn command<A: TS + 'static, R: TS + 'static>(&mut self, name: &str, doc: &str) {
        self.types.visit::<A>();
        self.types.visit::<R>();
        let (argument, result) = (A::name(&self.types.config), R::name(&self.types.config));
        let doc = doc.trim();
        let _ =
            writeln!(self.lines, "  /** {doc} */\n  \"{name}\": {{ arg: {argument}; result: {result} }};");
    }
}

#[derive(Default)]
struct Types {
    config: Config,
    seen: HashSet<TypeId>,
    declarations: BTreeMap<String, String>,
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if !self.seen.insert(TypeId::of::<T>()) {
            return;
        }
        // Only our own types have a place to be written to; the rest are TypeScript's.
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}\n\n", T::decl(&self.config));
            self.declarations.insert(T::ident(&self.config), declaration);
        }
        T::visit_dependencies(self);
        T::visit_generics(self);
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_committed_typescript_is_that_of_the_list() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../ui/src/backend/generated.ts");
        let committed = std::fs::read_to_string(path).unwrap();
        assert!(committed == super::typescript(), "stale: run `cargo xtask typescript`");
    }

    #[test]
    fn no_integer_crosses_that_json_would_round() {
        assert!(!super::typescript().contains("bigint"));
    }
}

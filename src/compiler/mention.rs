//! Parts of the library that only some programs need: what stands under `if vm_mentioned("Pool"):` is compiled when the text of
//! the program has one of the names in it somewhere, and is not there otherwise. So a program pays for what it uses.

use ruff_python_ast::{Expr, Stmt, StmtIf};

/// The name that such conditions call.
const MENTIONED: &str = "vm_mentioned";

/// The statements of a module of the library as a program with this text needs them.
#[must_use]
pub fn settled(statements: Vec<Stmt>, program: &str) -> Vec<Stmt> {
    if !statements.iter().any(|statement| names_of(statement).is_some()) {
        return statements;
    }
    let mut settled = Vec::with_capacity(statements.len());
    for statement in statements {
        match names_of(&statement).map(|names| names.iter().any(|name| program.contains(name.as_str()))) {
            None => settled.push(statement),
            Some(false) => {}
            Some(true) => settled.extend(body_of(statement)),
        }
    }
    settled
}

/// The names in the condition of such a statement; none for any other.
fn names_of(statement: &Stmt) -> Option<Vec<String>> {
    let Stmt::If(StmtIf { test, .. }) = statement else { return None };
    let Expr::Call(call) = &**test else { return None };
    let Expr::Name(name) = &*call.func else { return None };
    if name.id != MENTIONED {
        return None;
    }
    let texts = call.arguments.args.iter().filter_map(Expr::as_string_literal_expr);
    Some(texts.map(|text| text.value.to_str().to_owned()).collect())
}

fn body_of(statement: Stmt) -> Vec<Stmt> {
    match statement {
        Stmt::If(StmtIf { body, .. }) => body.into_iter().collect(),
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compiler::parse, source::SourceText};

    #[test]
    fn what_stands_under_a_name_is_there_where_the_program_has_the_name() {
        let text = "a = 1\nif vm_mentioned('Pool', 'pool'):\n    import p\n    b = 2\nif a:\n    c = 3\n";
        let parsed = || parse(&SourceText::new("module.py", text)).expect("it is Python");
        assert_eq!(settled(parsed(), "from m import Pool").len(), 4);
        assert_eq!(settled(parsed(), "m.pool.x").len(), 4);
        assert_eq!(settled(parsed(), "from m import Process").len(), 2);
    }
}

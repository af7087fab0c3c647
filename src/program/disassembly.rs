//! Code objects as text, for tests and for the curious.

use std::fmt::Write as _;

use super::{Code, Instruction, Program};

/// One line an instruction: index, line of the program, the row with its operands, and what they stand for.
#[must_use]
pub fn listing(program: &Program, code: &Code) -> String {
    let source = &program.module_at(code.module).source;
    let mut text = format!("{}\n", code.qualified_name);
    for (at, (instruction, site)) in code.instructions.iter().zip(&code.sites).enumerate() {
        let line = source.line_of(site.span.start);
        let _ = write!(text, "{at:4} {line:4}  {instruction:?}");
        if let Some(note) = note(program, *instruction) {
            let _ = write!(text, "  ; {note}");
        }
        text.push('\n');
    }
    for handler in &code.handlers {
        let range = handler.protected;
        let _ =
            writeln!(text, "     {:?}..{:?} -> {:?} ({:?})", range.start, range.end, handler.target, range.exception);
    }
    text
}

/// What an operand stands for, where a bare index says little.
fn note(program: &Program, instruction: Instruction) -> Option<String> {
    match instruction {
        Instruction::LoadConstant { constant, .. } | Instruction::LoadBuiltin { constant, .. } => {
            Some(format!("{:?}", program.constants[constant.index()]))
        }
        Instruction::LoadGlobal { global, .. }
        | Instruction::LoadShared { global, .. }
        | Instruction::StoreGlobal { global, .. }
        | Instruction::StoreShared { global, .. }
        | Instruction::DeleteGlobal { global }
        | Instruction::Settle { global } => Some(program.names.text(program.globals[global.index()].name).to_string()),
        Instruction::GetAttribute { name, .. }
        | Instruction::SetAttribute { name, .. }
        | Instruction::LoadMethod { name, .. }
        | Instruction::CallMethod { name, .. }
        | Instruction::CallSpecial { name, .. }
        | Instruction::NameValue { name, .. } => Some(program.names.text(name).to_string()),
        _ => None,
    }
}

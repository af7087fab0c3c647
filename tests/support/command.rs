//! The real program on the command line, and what it answers.

use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// What the program answered.
#[derive(Debug)]
pub struct Answer {
    pub out: String,
    pub err: String,
    pub code: i32,
}

impl From<Output> for Answer {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the program writes UTF-8");
        Self { out: text(output.stdout), err: text(output.stderr), code: output.status.code().unwrap_or(-1) }
    }
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|error| panic!("{error}: {self:?}"))
    }
}

/// The program, in an environment that says nothing.
pub fn program(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
    command.args(arguments).stdin(Stdio::null());
    for name in ["LANG", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "COLORTERM", "CLICOLOR", "CLICOLOR_FORCE"] {
        command.env_remove(name);
    }
    command
}

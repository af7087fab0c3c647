//! The `raddle` program: everything is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    raddle::cli::main()
}

//! The `raddle` program: everything is in the library.

use std::process::ExitCode;

/// Runs and searches make and drop many small things: a recorded run is half as long with it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    raddle::cli::main()
}

//! How a machine goes on: steps, operations, accesses, the interpreter loop. What an instruction means is in `language`.

pub mod canonical;
mod cores;
pub mod exec;
pub mod exit_hook;
pub mod flow;
pub mod footprint;
pub mod garbage;
pub mod gate;
pub mod interpret;
pub mod life;
pub mod memory;
pub mod mortality;
pub mod naming;
pub mod native;
pub mod operation;
pub mod options;
pub mod process;
pub mod report;
pub mod rules;
pub mod search;
pub mod statics;
pub mod step;
pub mod verdict;
pub mod waiting;
pub mod worth;

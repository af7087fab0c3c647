//! What the machine is made of: values, objects, classes, frames, threads. Nothing here runs anything.

pub mod class;
pub mod clock;
pub mod content;
pub mod cost;
pub mod dict;
pub mod effect;
pub mod effort;
pub mod frame;
pub mod globals;
pub mod heap;
pub mod labels;
pub mod long_range;
pub mod mortal;
pub mod object;
pub mod operation;
pub mod output;
pub mod place;
pub mod process;
pub mod row;
pub mod set;
pub mod shared;
pub mod space;
pub mod thread;
pub mod told;
pub mod value;
pub mod watch;

//! Who waits for whom: the wait-for graph, the circles in it, and which of them cannot be undone.
//!
//! A thread that wants a lock waits for its owner, one that joins another waits for that. Everybody waits for one thread at
//! most, so a circle can only close when a thread begins to wait, and it is found by going from there. A circle cannot be
//! undone when nobody outside it who can still run could release what it waits for: an `RLock` and the end of a thread
//! depend on one thread alone; a `Lock` may be released by anybody, unless the text of the program shows that nobody does
//! (`compiler/release.rs`). Tests: `tests/machine/verdicts.rs`.

mod circle;
mod graph;
mod standing;
mod watch;

pub use circle::{Circle, Circles, Link};

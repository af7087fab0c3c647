//! Who helps a search: work that is done side by side. The search knows no threads of the operating system; whoever has some
//! hands them to it. What it finds is the same with a crew of any size, and with none.

use std::fmt::Debug;

/// Does work side by side.
pub trait Crew: Debug + Send + Sync {
    /// How many pieces of work are worth having.
    fn size(&self) -> usize;

    /// Does each piece of the work once, and returns when all is done.
    fn all(&self, work: &mut [&mut (dyn FnMut() + Send)]);
}

//! The calls of a thread at rest: few ones lie in the thread itself, which a search copies by the million.
//!
//! To run, they are copied into the room of a spare stack, which is kept for the next step; many are moved.

use smallvec::{Array, SmallVec};

use crate::machine::state::{
    frame::{Frame, Stack, Then},
    value::Value,
};
use crate::program::{CodeId, Label};

/// A thread's calls at rest.
#[derive(PartialEq, Eq, Debug, Hash, Default)]
pub struct RestingStack {
    /// The innermost call last.
    pub frames: SmallVec<[Frame; 2]>,
    /// The registers of all frames.
    pub registers: SmallVec<[Value; 8]>,
}

impl RestingStack {
    /// With one call, which is about to begin.
    #[must_use]
    pub fn of(code: CodeId) -> Self {
        let frame = Frame { code, at: Label(0), base: 0, then: Then::Exit, generator: None };
        Self { frames: SmallVec::from_slice(&[frame]), registers: SmallVec::new() }
    }

    /// The calls, to look at.
    #[must_use]
    pub fn view(&self) -> Calls<'_> {
        Calls { frames: &self.frames, registers: &self.registers }
    }

    /// The calls to run on, in the room of a spare stack where they are few.
    #[must_use]
    pub fn take_up(self, spare: Stack) -> Stack {
        Stack { frames: taken(self.frames, spare.frames), registers: taken(self.registers, spare.registers) }
    }

    /// As [`Self::take_up`], of what somebody else has, too.
    #[must_use]
    pub fn copy(&self, spare: Stack) -> Stack {
        Stack { frames: copied(&self.frames, spare.frames), registers: copied(&self.registers, spare.registers) }
    }
}

impl Clone for RestingStack {
    fn clone(&self) -> Self {
        // Quicker than one by one.
        Self { frames: SmallVec::from_slice(&self.frames), registers: SmallVec::from_slice(&self.registers) }
    }
}

impl Stack {
    /// The calls, to look at.
    #[must_use]
    pub fn view(&self) -> Calls<'_> {
        Calls { frames: &self.frames, registers: &self.registers }
    }

    /// Lays the calls down. Their room stays here as far as it is not needed; if many others will have a copy, they get no more
    /// than they need.
    pub fn lay_down(&mut self, exactly: bool) -> RestingStack {
        RestingStack { frames: laid(&mut self.frames, exactly), registers: laid(&mut self.registers, exactly) }
    }
}

fn taken<A: Array<Item: Copy>>(row: SmallVec<A>, spare: Vec<A::Item>) -> Vec<A::Item> {
    if row.spilled() { row.into_vec() } else { copied(&row, spare) }
}

fn copied<T: Copy>(row: &[T], mut spare: Vec<T>) -> Vec<T> {
    spare.clear();
    spare.extend_from_slice(row);
    spare
}

fn laid<A: Array<Item: Copy>>(row: &mut Vec<A::Item>, exactly: bool) -> SmallVec<A> {
    if row.len() > A::size() && !exactly {
        return SmallVec::from_vec(std::mem::take(row));
    }
    let laid = SmallVec::from_slice(row);
    row.clear();
    laid
}

/// The calls of a thread, running or not.
#[derive(Clone, Copy, Debug)]
pub struct Calls<'s> {
    /// The innermost call last.
    pub frames: &'s [Frame],
    /// The registers of all frames.
    pub registers: &'s [Value],
}

impl Calls<'_> {
    /// A copy, at rest.
    #[must_use]
    pub fn copy_down(self) -> RestingStack {
        RestingStack { frames: SmallVec::from_slice(self.frames), registers: SmallVec::from_slice(self.registers) }
    }

    /// The bytes that frames and registers take.
    #[must_use]
    pub fn bytes(self) -> usize {
        size_of_val(self.registers) + size_of_val(self.frames)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stack(registers: usize) -> Stack {
        let frame = Frame { code: CodeId(1), at: Label(2), base: 0, then: Then::Exit, generator: None };
        Stack { frames: vec![frame], registers: (0..registers).map(|at| Value::Int(at as i64)).collect() }
    }

    #[test]
    fn calls_are_the_same_after_a_rest_however_many_they_are() {
        for registers in [0, 1, 8, 9, 100] {
            for exactly in [false, true] {
                let mut running = stack(registers);
                let resting = running.lay_down(exactly);
                assert!(running.frames.is_empty() && running.registers.is_empty());
                assert_eq!(resting.copy(stack(3)), stack(registers));
                assert_eq!(resting.clone().take_up(stack(200)), stack(registers));
                assert_eq!(resting.view().registers.len(), registers);
            }
        }
    }

    #[test]
    fn few_calls_keep_their_room_for_the_next_step() {
        let mut running = stack(8);
        let room = running.registers.capacity();
        let resting = running.lay_down(false);
        assert_eq!(running.registers.capacity(), room);
        assert!(!resting.registers.spilled());
    }
}

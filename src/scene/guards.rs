//! Which lock guards which variable, found from what was touched under which locks so far.
//!
//! As in Eraser (Savage et al., "Eraser: A Dynamic Data Race Detector for Multithreaded Programs", 1997) a variable is guarded
//! by the locks that were held at every touch of it; while a thread is alone, it needs none. Where no lock was held always, the
//! one that was held most often is taken for the one that is meant, so that it can be said which touches went without it.

use std::collections::VecDeque;

use super::Scene;
use crate::{
    event::ResourceKind,
    ids::{ResourceId, StepIndex, ThreadId, VariableId},
};

/// So many touches are kept one by one, the latest.
const KEPT: usize = 32;

/// That a thread read or wrote a shared variable while others were there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Touch {
    /// Who.
    pub thread: ThreadId,
    /// In which step.
    pub step: StepIndex,
    /// What.
    pub variable: VariableId,
    /// It wrote; otherwise it read.
    pub wrote: bool,
    /// The locks that it held, as a place in the list of lock sets.
    locks: usize,
}

/// How a variable was touched.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
struct Touched {
    /// By whom.
    threads: Vec<ThreadId>,
    /// Somebody wrote it.
    written: bool,
    /// How often under which locks, as places in the list of lock sets.
    under: Vec<(usize, u32)>,
}

/// What guards a variable.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Guard {
    /// The variable.
    pub variable: VariableId,
    /// The locks that guard it: those that were held at every touch, or the one that was held most often. None, if nobody
    /// ever held one.
    pub locks: Vec<ResourceId>,
    /// How often it was touched.
    pub touches: u32,
    /// How often without any of these locks.
    pub without: u32,
    /// Somebody wrote it.
    pub written: bool,
    /// Several threads touched it, and one of them wrote: it needs a guard.
    pub contested: bool,
}

/// Touches of shared variables, and the locks that were held.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Guards {
    /// The sets of locks under which anything was touched.
    sets: Vec<Vec<ResourceId>>,
    /// By variable.
    variables: Vec<Touched>,
    /// The latest, one by one.
    touches: VecDeque<Touch>,
}

impl Guards {
    /// The latest touches that were kept, the last one at the end.
    pub fn touches(&self) -> impl DoubleEndedIterator<Item = &Touch> {
        self.touches.iter()
    }

    /// The locks that were held.
    #[must_use]
    pub fn locks(&self, touch: &Touch) -> &[ResourceId] {
        self.sets.get(touch.locks).map_or(&[], Vec::as_slice)
    }

    /// What guards each variable that was touched. What is declared, as pairs of lock and variable, stands before what the run
    /// tells.
    #[must_use]
    pub fn table(&self, declared: &[(ResourceId, VariableId)]) -> Vec<Guard> {
        let touched = self.variables.iter().enumerate().filter(|(_, touched)| !touched.under.is_empty());
        touched.map(|(at, touched)| self.guard(VariableId::at(at), touched, declared)).collect()
    }

    fn guard(&self, variable: VariableId, touched: &Touched, declared: &[(ResourceId, VariableId)]) -> Guard {
        let touches = touched.under.iter().map(|&(_, count)| count).sum();
        let said: Vec<ResourceId> = declared.iter().filter(|&&(_, of)| of == variable).map(|&(lock, _)| lock).collect();
        let locks = if said.is_empty() { self.found(touched, touches) } else { said };
        let held = |&&(set, _): &&(usize, u32)| self.sets[set].iter().any(|lock| locks.contains(lock));
        let with: u32 = touched.under.iter().filter(held).map(|&(_, count)| count).sum();
        let contested = touched.threads.len() > 1 && touched.written;
        Guard { variable, locks, touches, without: touches - with, written: touched.written, contested }
    }

    /// The locks that were held at every touch; if there is none, the one that was held most often, the first among equals.
    fn found(&self, touched: &Touched, touches: u32) -> Vec<ResourceId> {
        let mut counts: Vec<(ResourceId, u32)> = Vec::new();
        for &(set, times) in &touched.under {
            for &lock in &self.sets[set] {
                match counts.iter_mut().find(|(known, _)| *known == lock) {
                    Some((_, count)) => *count += times,
                    None => counts.push((lock, times)),
                }
            }
        }
        let always: Vec<ResourceId> =
            counts.iter().filter(|&&(_, count)| count == touches).map(|&(lock, _)| lock).collect();
        if !always.is_empty() {
            return always;
        }
        let most = counts.iter().map(|&(_, count)| count).max();
        counts.iter().find(|&&(_, count)| Some(count) == most).map(|&(lock, _)| lock).into_iter().collect()
    }

    /// How much there is in it.
    #[must_use]
    pub(super) fn things(&self) -> usize {
        self.sets.len() + self.variables.len() + self.touches.len()
    }

    fn note(&mut self, touch: Touch) {
        if self.variables.len() <= touch.variable.index() {
            self.variables.resize_with(touch.variable.index() + 1, Touched::default);
        }
        let touched = &mut self.variables[touch.variable.index()];
        touched.written |= touch.wrote;
        if !touched.threads.contains(&touch.thread) {
            touched.threads.push(touch.thread);
        }
        match touched.under.iter_mut().find(|(set, _)| *set == touch.locks) {
            Some((_, count)) => *count += 1,
            None => touched.under.push((touch.locks, 1)),
        }
        if self.touches.len() >= KEPT {
            self.touches.pop_front();
        }
        self.touches.push_back(touch);
    }

    /// The place of a set of locks.
    fn place(&mut self, locks: Vec<ResourceId>) -> usize {
        self.sets.iter().position(|known| *known == locks).unwrap_or_else(|| {
            self.sets.push(locks);
            self.sets.len() - 1
        })
    }
}

impl Scene {
    /// A thread touches a shared variable.
    pub(super) fn touch(&mut self, thread: ThreadId, step: StepIndex, variable: VariableId, wrote: bool) {
        if self.is_alone(thread, variable) {
            return;
        }
        let held = self.thread(thread).map_or(&[][..], |view| &view.holds);
        let mut locks: Vec<ResourceId> = held.iter().copied().filter(|&id| self.can_guard(id)).collect();
        locks.sort_unstable();
        let locks = self.guards.place(locks);
        self.guards.note(Touch { thread, step, variable, wrote, locks });
    }

    /// Whether nobody else is there who could touch it at the same time; a daemon could only if it did before.
    fn is_alone(&self, thread: ThreadId, variable: VariableId) -> bool {
        let touched = self.guards.variables.get(variable.index());
        let others = self.threads.iter().enumerate().filter(|&(at, _)| at != thread.index());
        let could = |(at, view): (usize, &super::ThreadView)| {
            let did = touched.is_some_and(|touched| touched.threads.contains(&ThreadId::at(at)));
            view.state.is_alive() && (!view.daemon || did)
        };
        !others.into_iter().any(could)
    }

    /// The lock that a primitive makes for itself just before it is made itself: a condition's, which nobody has named by then,
    /// nor taken.
    pub(super) fn lock_made_for(&self, kind: ResourceKind) -> Option<ResourceId> {
        let last = self.resources.last().filter(|_| kind == ResourceKind::Condition)?;
        let is_its = last.kind == ResourceKind::RLock && last.name.is_none() && last.changed.is_none();
        is_its.then(|| ResourceId::at(self.resources.len() - 1))
    }

    /// The lock that is taken by entering a primitive: the primitive itself, or the lock that a condition made for itself.
    #[must_use]
    pub fn lock_of(&self, id: ResourceId) -> ResourceId {
        self.resource(id).and_then(|view| view.lock).unwrap_or(id)
    }

    /// The condition that made a lock for itself, by which the program calls it.
    #[must_use]
    pub fn condition_of(&self, lock: ResourceId) -> Option<ResourceId> {
        self.resources.iter().position(|view| view.lock == Some(lock)).map(ResourceId::at)
    }

    /// Whether a primitive lets only one thread in.
    #[must_use]
    pub fn can_guard(&self, id: ResourceId) -> bool {
        self.resource(id).is_some_and(|view| match view.kind {
            ResourceKind::Lock | ResourceKind::RLock | ResourceKind::RwLock => true,
            ResourceKind::Semaphore | ResourceKind::BoundedSemaphore => {
                view.limit == 1 && !self.is_signal(id) && !view.state.is_handed()
            }
            _ => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANN: ThreadId = ThreadId(1);
    const BEN: ThreadId = ThreadId(2);
    const BOOKS: ResourceId = ResourceId(0);
    const DOOR: ResourceId = ResourceId(1);
    const SOLD: VariableId = VariableId(0);

    /// What was noted of touches: who, under which locks, whether it wrote.
    fn of(touches: &[(ThreadId, &[ResourceId], bool)]) -> Guards {
        let mut guards = Guards::default();
        for (step, &(thread, locks, wrote)) in (0..).zip(touches) {
            let locks = guards.place(locks.to_vec());
            guards.note(Touch { thread, step: StepIndex(step), variable: SOLD, wrote, locks });
        }
        guards
    }

    fn found(touches: &[(ThreadId, &[ResourceId], bool)]) -> (Vec<ResourceId>, u32, u32, bool) {
        let guard = of(touches).table(&[]).remove(0);
        (guard.locks, guard.touches, guard.without, guard.contested)
    }

    #[test]
    fn what_was_always_held_guards() {
        let both: &[ResourceId] = &[BOOKS, DOOR];
        assert_eq!(found(&[(ANN, both, false), (BEN, &[BOOKS], true)]), (vec![BOOKS], 2, 0, true));
        assert_eq!(found(&[(ANN, both, true), (BEN, both, true)]), (vec![BOOKS, DOOR], 2, 0, true));
    }

    #[test]
    fn where_none_was_always_held_it_is_the_one_held_most_often() {
        let touches: &[(ThreadId, &[ResourceId], bool)] =
            &[(BEN, &[DOOR], true), (ANN, &[BOOKS], true), (ANN, &[BOOKS], false)];
        assert_eq!(found(touches), (vec![BOOKS], 3, 1, true));
        assert_eq!(found(&[(ANN, &[BOOKS], true), (BEN, &[], true)]), (vec![BOOKS], 2, 1, true));
        assert_eq!(found(&[(ANN, &[], true), (BEN, &[], true)]), (vec![], 2, 2, true));
    }

    #[test]
    fn what_is_declared_goes_before_what_is_found() {
        let guards = of(&[(ANN, &[BOOKS], true), (BEN, &[BOOKS], true)]);
        let guard = guards.table(&[(DOOR, SOLD)]).remove(0);
        assert_eq!((guard.locks, guard.without), (vec![DOOR], 2));
    }

    #[test]
    fn what_is_only_read_or_touched_by_one_needs_no_guard() {
        assert!(!found(&[(ANN, &[], false), (BEN, &[], false)]).3);
        assert!(!found(&[(ANN, &[], true), (ANN, &[], false)]).3);
    }
}

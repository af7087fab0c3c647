//! Reasons: what lies behind a wait that nobody will end. Whoever waits for a thread waits for what that waits for.

use super::{Stand, Standing};
use crate::{
    event::{QueueWant, ResourceKind, Wait, Want},
    ids::{ResourceId, ThreadId},
};

/// Why a thread waits for ever.
#[expect(missing_docs, reason = "the variants' docs explain their fields")]
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The owner of the lock has ended, perhaps by an exception.
    OwnerEnded { resource: ResourceId, owner: ThreadId, failed: bool },
    /// Items were taken from the queue, and nobody has said that they are done with.
    NotDone { resource: ResourceId, taken: u32 },
    /// Items are in the queue, and nobody takes them.
    NotTaken { resource: ResourceId, left: u32 },
    /// Nobody is left who could put an item.
    NoItem { resource: ResourceId },
    /// The queue is full, and nobody is left who could take an item.
    NoRoom { resource: ResourceId },
    /// Nobody is left who could set the event.
    NoFlag { resource: ResourceId },
    /// Nobody is left who could notify.
    NoNotification { resource: ResourceId },
    /// Nobody is left who could release the semaphore.
    NoPermit { resource: ResourceId },
    /// Whoever has a permit of the semaphore waits for ever, too.
    PermitHeld { resource: ResourceId, holder: ThreadId },
    /// Too few have come to the barrier.
    TooFew { resource: ResourceId, arrived: u32, parties: u32 },
}

/// The reason of a standstill.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Why {
    /// Who waits for ever.
    pub thread: ThreadId,
    /// Why.
    pub reason: Reason,
    /// A thread that an exception ended, and that might have helped.
    pub failed: Option<ThreadId>,
}

/// Why nobody can go on; none where threads wait for each other in a circle. To be asked when nobody can.
#[must_use]
pub fn why(standing: &impl Standing) -> Option<Why> {
    let all = || (0..standing.threads()).map(ThreadId::at);
    let found = all().filter_map(|thread| {
        let (at, reason) = root(standing, thread)?;
        Some((rank(reason, standing.is_daemon(at)), standing.is_daemon(thread), at, reason))
    });
    let (_, _, thread, reason) = found.min_by_key(|&(rank, daemon, ..)| (rank, daemon))?;
    let told = matches!(reason, Reason::OwnerEnded { failed: true, .. });
    let failed = all().find(|&thread| !told && standing.stand(thread) == Stand::Failed);
    Some(Why { thread, reason, failed })
}

/// What is told first: what somebody did wrong before what nobody does.
fn rank(reason: Reason, daemon: bool) -> u32 {
    match reason {
        Reason::OwnerEnded { failed: true, .. } => 0,
        Reason::OwnerEnded { .. } => 1,
        Reason::NotDone { .. } => 2,
        Reason::TooFew { .. } => 3,
        Reason::NotTaken { .. } => 5,
        // Workers that wait for work are as they should be.
        Reason::NoItem { .. } if daemon => 6,
        _ => 4,
    }
}

/// The thread at the end of the chain of those that wait for each other, and why it waits.
fn root(standing: &impl Standing, from: ThreadId) -> Option<(ThreadId, Reason)> {
    let mut thread = from;
    // Where the chain is a circle, that of a permit is the link to tell: circles of locks are told elsewhere.
    let mut permit = None;
    for _ in 0..=standing.threads() {
        let Stand::Waits(wait) = standing.stand(thread) else { return permit };
        let found = match wait {
            Wait::For(resource, Want::Acquire) => match standing.owner(resource) {
                Some(owner) => depends(standing, resource, owner),
                None => match standing.holders(resource).first() {
                    Some(&holder) => {
                        permit = Some((thread, Reason::PermitHeld { resource, holder }));
                        depends(standing, resource, holder)
                    }
                    None => Link::Reason(Reason::NoPermit { resource }),
                },
            },
            Wait::End(of) => Link::Thread(of),
            // What was not looked into says nothing.
            Wait::Shutdown | Wait::Other(_) | Wait::Any(_) => return None,
            Wait::For(resource, Want::Signal) => Link::Reason(unsignalled(standing, resource)),
            Wait::For(resource, Want::Parties) => Link::Reason(too_few(standing, resource)),
            Wait::For(resource, Want::Queue(want)) => Link::Reason(of_queue(standing, resource, want)),
        };
        match found {
            Link::Thread(next) => thread = next,
            Link::Reason(reason) => return Some((thread, reason)),
        }
    }
    permit
}

/// What a wait leads to: a thread that waits itself, or the reason.
enum Link {
    Thread(ThreadId),
    Reason(Reason),
}

/// What is held by a thread comes when that goes on, unless it has ended.
fn depends(standing: &impl Standing, resource: ResourceId, owner: ThreadId) -> Link {
    match standing.stand(owner) {
        Stand::Finished => Link::Reason(Reason::OwnerEnded { resource, owner, failed: false }),
        Stand::Failed => Link::Reason(Reason::OwnerEnded { resource, owner, failed: true }),
        Stand::Free | Stand::Waits(_) => Link::Thread(owner),
    }
}

fn unsignalled(standing: &impl Standing, resource: ResourceId) -> Reason {
    match standing.kind(resource) {
        ResourceKind::Condition => Reason::NoNotification { resource },
        ResourceKind::Barrier => too_few(standing, resource),
        _ => Reason::NoFlag { resource },
    }
}

fn too_few(standing: &impl Standing, resource: ResourceId) -> Reason {
    let (arrived, parties) = standing.parties(resource);
    Reason::TooFew { resource, arrived, parties }
}

fn of_queue(standing: &impl Standing, resource: ResourceId, want: QueueWant) -> Reason {
    match want {
        QueueWant::Item => Reason::NoItem { resource },
        QueueWant::Room => Reason::NoRoom { resource },
        QueueWant::AllDone => undone(standing, resource),
    }
}

fn undone(standing: &impl Standing, resource: ResourceId) -> Reason {
    let (left, unfinished) = standing.items(resource);
    match unfinished.saturating_sub(left) {
        0 => Reason::NotTaken { resource, left },
        taken => Reason::NotDone { resource, taken },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Threads as they stand, the owners of locks and the contents of queues, by number.
    #[derive(Default)]
    struct Table {
        threads: Vec<(Stand, bool)>,
        owners: Vec<Option<u32>>,
        items: (u32, u32),
        /// Of every semaphore.
        holders: Vec<ThreadId>,
    }

    impl Standing for Table {
        fn threads(&self) -> usize {
            self.threads.len()
        }

        fn stand(&self, thread: ThreadId) -> Stand {
            self.threads[thread.index()].0
        }

        fn is_daemon(&self, thread: ThreadId) -> bool {
            self.threads[thread.index()].1
        }

        fn kind(&self, _: ResourceId) -> ResourceKind {
            ResourceKind::Event
        }

        fn owner(&self, resource: ResourceId) -> Option<ThreadId> {
            self.owners.get(resource.index()).copied().flatten().map(ThreadId)
        }

        fn holders(&self, _: ResourceId) -> &[ThreadId] {
            &self.holders
        }

        fn items(&self, _: ResourceId) -> (u32, u32) {
            self.items
        }

        fn parties(&self, _: ResourceId) -> (u32, u32) {
            (1, 2)
        }
    }

    fn waits(wait: Wait) -> (Stand, bool) {
        (Stand::Waits(wait), false)
    }

    #[test]
    fn whoever_waits_for_a_thread_has_its_reason() {
        let threads = vec![
            waits(Wait::End(ThreadId(1))),
            waits(Wait::For(ResourceId(0), Want::Acquire)),
            waits(Wait::For(ResourceId(1), Want::Signal)),
        ];
        let table = Table { threads, owners: vec![Some(2)], ..Table::default() };
        let expected = Why { thread: ThreadId(2), reason: Reason::NoFlag { resource: ResourceId(1) }, failed: None };
        assert_eq!(why(&table), Some(expected));
    }

    #[test]
    fn a_dead_owner_is_told_before_a_flag_that_nobody_sets() {
        let threads = vec![
            waits(Wait::For(ResourceId(1), Want::Signal)),
            (Stand::Waits(Wait::For(ResourceId(0), Want::Acquire)), true),
            (Stand::Failed, false),
        ];
        let table = Table { threads, owners: vec![Some(2)], ..Table::default() };
        let reason = Reason::OwnerEnded { resource: ResourceId(0), owner: ThreadId(2), failed: true };
        assert_eq!(why(&table), Some(Why { thread: ThreadId(1), reason, failed: None }));
    }

    #[test]
    fn taken_items_that_nobody_reported_done_are_told_before_those_that_are_left() {
        let mut table = Table {
            threads: vec![waits(Wait::For(ResourceId(0), Want::Queue(QueueWant::AllDone)))],
            ..Table::default()
        };
        for (items, expected) in [
            ((1, 3), Reason::NotDone { resource: ResourceId(0), taken: 2 }),
            ((3, 3), Reason::NotTaken { resource: ResourceId(0), left: 3 }),
        ] {
            table.items = items;
            assert_eq!(why(&table).map(|why| why.reason), Some(expected));
        }
    }

    #[test]
    fn a_circle_has_no_other_reason_than_itself() {
        let threads =
            vec![waits(Wait::For(ResourceId(0), Want::Acquire)), waits(Wait::For(ResourceId(1), Want::Acquire))];
        let table = Table { threads, owners: vec![Some(1), Some(0)], ..Table::default() };
        assert_eq!(why(&table), None);
    }

    #[test]
    fn in_a_circle_with_a_permit_it_is_that_which_is_told() {
        let threads =
            vec![waits(Wait::For(ResourceId(0), Want::Acquire)), waits(Wait::For(ResourceId(1), Want::Acquire))];
        let table = Table { threads, owners: vec![Some(1), None], holders: vec![ThreadId(0)], ..Table::default() };
        let reason = Reason::PermitHeld { resource: ResourceId(1), holder: ThreadId(0) };
        assert_eq!(why(&table), Some(Why { thread: ThreadId(1), reason, failed: None }));
    }

    #[test]
    fn a_worker_that_an_exception_ended_is_named() {
        let threads = vec![waits(Wait::For(ResourceId(0), Want::Queue(QueueWant::AllDone))), (Stand::Failed, true), {
            (Stand::Waits(Wait::For(ResourceId(1), Want::Queue(QueueWant::Item))), true)
        }];
        let table = Table { threads, items: (2, 2), ..Table::default() };
        let reason = Reason::NotTaken { resource: ResourceId(0), left: 2 };
        assert_eq!(why(&table), Some(Why { thread: ThreadId(0), reason, failed: Some(ThreadId(1)) }));
    }
}

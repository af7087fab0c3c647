//! What a primitive is like, as the page draws it.

use serde_json::{Value, json};

use crate::{
    ids::ThreadId,
    scene::{BarrierState, QueueState, ResourceState, ResourceView, Scene, TimerState},
    telling::{
        Names,
        names::{duration, printable},
    },
};

/// What is in it, and how it stands.
pub fn shape(scene: &Scene, view: &ResourceView, names: Names<'_>) -> Value {
    let ids = |threads: &[ThreadId]| threads.iter().map(|thread| thread.index()).collect::<Vec<_>>();
    match &view.state {
        ResourceState::Lock(lock) => json!({"owner": lock.owner.map(ThreadId::index), "depth": lock.depth}),
        ResourceState::Semaphore(semaphore) => json!({"left": semaphore.left, "by": ids(&semaphore.holders)}),
        ResourceState::Event(event) => json!({"set": event.set}),
        ResourceState::Condition(condition) => json!({"inside": ids(&condition.inside)}),
        ResourceState::Barrier(BarrierState { arrived, open, broken }) => {
            json!({"arrived": ids(arrived), "of": view.limit, "open": open, "broken": broken})
        }
        ResourceState::Queue(QueueState { items, .. }) => {
            let items: Vec<_> =
                items.iter().map(|item| json!([printable(&names.value(item.value)), item.by.index()])).collect();
            json!({"items": items, "of": view.limit})
        }
        ResourceState::Timer(TimerState { cancelled, fired }) => {
            // The thread of the timer waits for its time: so long it still has.
            let waits = view.waiters.first().and_then(|waiter| scene.thread(waiter.thread)?.waits);
            let after = waits.map(|(_, deadline)| duration(deadline.saturating_sub(scene.clock)));
            json!({"cancelled": cancelled, "fired": fired, "after": after})
        }
    }
}

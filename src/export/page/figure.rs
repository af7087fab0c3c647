//! What a primitive is like, as the page draws it.

use serde_json::{Value, json};

use crate::{
    app::{
        Names,
        names::{duration, printable},
    },
    ids::ThreadId,
    locale::Locale,
    scene::{ResourceState, ResourceView, Scene},
};

/// What is in it, and how it stands.
pub fn shape(scene: &Scene, view: &ResourceView, names: Names<'_>) -> Value {
    let ids = |threads: &[ThreadId]| threads.iter().map(|thread| thread.index()).collect::<Vec<_>>();
    match &view.state {
        ResourceState::Lock { owner, depth } => json!({"owner": owner.map(ThreadId::index), "depth": depth}),
        ResourceState::Permits { left, holders } => json!({"left": left, "by": ids(holders)}),
        ResourceState::Signals { left } => json!({"left": left, "by": []}),
        ResourceState::Flag { set } => json!({"set": set}),
        ResourceState::Room { inside } => json!({"inside": ids(inside)}),
        ResourceState::Gate { arrived, open, broken } => {
            json!({"arrived": ids(arrived), "of": view.limit, "open": open, "broken": broken})
        }
        ResourceState::Items { items, .. } => {
            let items: Vec<_> =
                items.iter().map(|item| json!([printable(&names.value(item.value)), item.by.index()])).collect();
            json!({"items": items, "of": view.limit})
        }
        ResourceState::Clock { cancelled, fired } => {
            // The thread of the timer waits for its time: so long it still has.
            let waits = view.waiters.first().and_then(|waiter| scene.thread(waiter.thread)?.waits);
            let after = waits.map(|(_, deadline)| duration(deadline.saturating_sub(scene.clock)));
            json!({"cancelled": cancelled, "fired": fired, "after": after})
        }
    }
}

/// A word on what is in a primitive.
pub fn caption(view: &ResourceView, locale: &Locale) -> String {
    let limit = view.limit.into();
    match &view.state {
        ResourceState::Permits { left, holders } => {
            let total = *left as usize + holders.len();
            locale.format("permits-left", &[("left", (*left).into()), ("total", total.into())])
        }
        ResourceState::Signals { left } => locale.format("signals-left", &[("left", (*left).into())]),
        ResourceState::Gate { broken: true, .. } => locale.text("barrier-broken"),
        ResourceState::Gate { open: true, .. } => locale.text("barrier-open"),
        ResourceState::Gate { arrived, .. } => {
            locale.format("parties-arrived", &[("count", arrived.len().into()), ("total", limit)])
        }
        ResourceState::Items { items, .. } if view.limit == 0 => {
            locale.format("items", &[("count", items.len().into())])
        }
        ResourceState::Items { items, .. } => {
            locale.format("items-of", &[("count", items.len().into()), ("capacity", limit)])
        }
        ResourceState::Room { .. } => locale.text("waiting-room"),
        ResourceState::Lock { .. } | ResourceState::Flag { .. } | ResourceState::Clock { .. } => String::new(),
    }
}

//! The tracks of what threads share: who owns a lock, who has a permit, how full a queue is.

use serde_json::json;

use super::events::{Events, Track};
use crate::{
    event::{EventKind, Nanos},
    export::Performance,
    ids::{ResourceId, StepIndex, ThreadId},
    scene::{ResourceState, Scene},
    telling::{Prose, count},
};

/// What has begun and not ended.
#[derive(Default)]
pub struct Shared {
    /// Who has what, and since when.
    held: Vec<(ResourceId, ThreadId, Nanos)>,
    /// What each counter says.
    counted: Vec<Option<usize>>,
}

impl Shared {
    /// Takes note of what there is at the start.
    pub fn begin(&mut self, performance: &Performance<'_>, scene: &Scene, events: &mut Events) {
        self.hold(performance, scene, events);
        self.count(performance, scene, events);
    }

    /// Takes note of what a step changed.
    pub fn step(&mut self, performance: &Performance<'_>, scene: &Scene, step: StepIndex, events: &mut Events) {
        let changes = |kind| matches!(kind, EventKind::ResourceCreated { .. } | EventKind::Changed { .. });
        if performance.history.events(step).iter().any(|event| changes(event.kind)) {
            self.begin(performance, scene, events);
        }
    }

    /// The run is over: what has begun ends, and the tracks get their names.
    pub fn finish(&mut self, performance: &Performance<'_>, scene: &Scene, end: Nanos, events: &mut Events) {
        for held in std::mem::take(&mut self.held) {
            close(performance, scene, events, held, end);
        }
        for at in 0..scene.resources.len() {
            let id = ResourceId::at(at);
            if at == 0 {
                events.name_process(Track::Resource(id), &performance.locale.text("pane-resources"));
            }
            events.name_track(Track::Resource(id), &label(performance, scene, id));
        }
    }

    fn hold(&mut self, performance: &Performance<'_>, scene: &Scene, events: &mut Events) {
        let mut now: Vec<(ResourceId, ThreadId)> = Vec::new();
        for (at, view) in scene.resources.iter().enumerate() {
            now.extend(view.state.holders().iter().map(|&thread| (ResourceId::at(at), thread)));
        }
        let mut kept = Vec::new();
        for held in std::mem::take(&mut self.held) {
            match now.iter().position(|&(resource, thread)| (resource, thread) == (held.0, held.1)) {
                Some(at) => {
                    now.remove(at);
                    kept.push(held);
                }
                None => close(performance, scene, events, held, scene.clock),
            }
        }
        kept.extend(now.into_iter().map(|(resource, thread)| (resource, thread, scene.clock)));
        self.held = kept;
    }

    fn count(&mut self, performance: &Performance<'_>, scene: &Scene, events: &mut Events) {
        self.counted.resize(scene.resources.len(), None);
        for (at, view) in scene.resources.iter().enumerate() {
            let Some((key, value)) = count(&view.state) else { continue };
            if self.counted[at].replace(value) != Some(value) {
                let id = ResourceId::at(at);
                let name = format!("{}: {}", label(performance, scene, id), performance.locale.text(key));
                events.counter(Track::Resource(id), &name, scene.clock, value);
            }
        }
    }
}

/// A primitive's name and kind, and a number if another one before it has the same: viewers join what has one name.
fn label(performance: &Performance<'_>, scene: &Scene, id: ResourceId) -> String {
    let prose = Prose::new(scene, performance.history, performance.locale);
    let own = prose.kind_and_name(id);
    let before = (0..id.index()).filter(|&at| scene.resources[at].name == scene.resources[id.index()].name);
    match before.map(ResourceId::at).filter(|&other| prose.kind_and_name(other) == own).count() {
        0 => own,
        count => format!("{own} #{}", count + 1),
    }
}

/// A lock has one owner at a time, and a track on which they follow each other; permits overlap.
fn close(
    performance: &Performance<'_>,
    scene: &Scene,
    events: &mut Events,
    held: (ResourceId, ThreadId, Nanos),
    end: Nanos,
) {
    let (resource, thread, since) = held;
    let owner = Prose::new(scene, performance.history, performance.locale).numbered(thread);
    let track = Track::Resource(resource);
    match scene.resource(resource).map(|view| &view.state) {
        Some(ResourceState::Lock(_)) => events.slice(track, &owner, (since, end), &json!({})),
        _ => {
            let name = format!("{}: {owner}", label(performance, scene, resource));
            events.span(track, &name, (since, end));
        }
    }
}

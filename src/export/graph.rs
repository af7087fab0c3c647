//! The wait-for graph at a step, as plain data: what `dot` and `mermaid` write, each in its own language.

use super::Performance;
use crate::{
    event::{EventKind, NO_DEADLINE, Nanos, Wait},
    ids::{ResourceId, StepIndex, ThreadId},
    scene::{Playback, ResourceState, Scene, ThreadState, graph::WaitForGraph},
    telling::{
        self, Prose,
        names::{duration, printable},
    },
};

/// A wait-for graph in words.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Graph {
    /// What stands over it, a line each.
    pub title: Vec<String>,
    /// Who and what is in it.
    pub nodes: Vec<Node>,
    /// Who waits for what, and what is held by whom.
    pub edges: Vec<Edge>,
}

/// What a node stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Body {
    /// A thread.
    Thread(ThreadId),
    /// A primitive.
    Resource(ResourceId),
}

/// Somebody, or something, in the graph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Node {
    /// What it stands for.
    pub body: Body,
    /// What is written on it.
    pub label: String,
    /// It is part of a deadlock.
    pub in_cycle: bool,
}

/// An arrow of the graph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edge {
    /// From whom.
    pub from: Body,
    /// To whom.
    pub to: Body,
    /// What is written at it.
    pub label: String,
    /// It says who waits, and not who holds.
    pub waits: bool,
    /// It is part of a deadlock.
    pub in_cycle: bool,
}

impl Body {
    /// A name without anything that a language could take for its own.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::Thread(id) => format!("t{}", id.0 + 1),
            Self::Resource(id) => format!("r{}", id.0 + 1),
        }
    }
}

/// The step whose graph says most: where the first deadlock closed, otherwise the last one at which somebody waited.
#[must_use]
pub fn telling_step(performance: &Performance<'_>) -> StepIndex {
    let Performance { history, steps, .. } = performance;
    let all = || (steps.start().0..=steps.end().0).map(StepIndex);
    let closes =
        |step: &StepIndex| history.events(*step).iter().any(|event| matches!(event.kind, EventKind::Deadlock { .. }));
    let mut playback = Playback::default();
    let mut waited =
        |step: &StepIndex| playback.at(history, *step).threads.iter().any(|view| view.state == ThreadState::Blocked);
    all().find(closes).or_else(|| all().filter(|step| waited(step)).last()).unwrap_or(*steps.end())
}

/// The graph after a step.
#[must_use]
pub fn graph(performance: &Performance<'_>, step: StepIndex) -> Graph {
    let mut playback = Playback::default();
    let scene = playback.at(performance.history, step);
    let prose = Prose::new(scene, performance.history, performance.locale);
    let mut drawn = Drawing { performance, scene, prose, graph: Graph::default() };
    drawn.edges();
    drawn.nodes();
    drawn.title(step);
    drawn.graph
}

/// A graph that is being made.
struct Drawing<'a> {
    performance: &'a Performance<'a>,
    scene: &'a Scene,
    prose: Prose<'a>,
    graph: Graph,
}

impl Drawing<'_> {
    fn title(&mut self, step: StepIndex) {
        let time = duration(self.scene.clock);
        let arguments = [("step", step.0.into()), ("time", time.into()), ("text", self.performance.title.into())];
        self.graph.title.push(printable(&self.performance.locale.format("tell-graph-title", &arguments)));
        if !self.scene.deadlock.is_empty() {
            // A clause a line: a long title would make a wide picture.
            let separator = self.performance.locale.text("clause-separator");
            let clauses = self.prose.deadlock().unwrap_or_default();
            self.graph.title.extend(clauses.split(separator.as_str()).map(str::to_owned));
        } else if let Some(circle) = self.prose.circle() {
            self.graph.title.push(circle);
        } else if self.graph.edges.is_empty() {
            self.graph.title.push(self.performance.locale.text("tell-graph-empty"));
        }
    }

    fn edges(&mut self) {
        let WaitForGraph { owns, waits, .. } = WaitForGraph::of(self.scene);
        let locale = self.performance.locale;
        for (thread, on) in waits {
            let in_cycle = self.scene.is_deadlocked(thread);
            let limit = self.scene.thread(thread).and_then(|view| view.waits).map_or(NO_DEADLINE, |(_, limit)| limit);
            let label = self.wait_label(on, limit);
            for to in self.awaited(thread, on) {
                self.graph.edges.push(Edge {
                    from: Body::Thread(thread),
                    to,
                    label: label.clone(),
                    waits: true,
                    in_cycle,
                });
            }
        }
        let permits = (0..self.scene.resources.len()).map(ResourceId::at).flat_map(|id| self.permits(id));
        let held: Vec<_> = owns.into_iter().map(|(resource, owner)| (resource, owner, 1)).chain(permits).collect();
        for (resource, owner, count) in held {
            let ties = |edge: &crate::scene::Edge| edge.owner == owner && edge.on.resource() == Some(resource);
            let in_cycle = self.scene.deadlocks().flatten().any(ties);
            let label = match count {
                1 => locale.text("edge-held-by"),
                count => locale.format("tell-graph-held-times", &[("count", count.into())]),
            };
            let (from, to) = (Body::Resource(resource), Body::Thread(owner));
            self.graph.edges.push(Edge { from, to, label, waits: false, in_cycle });
        }
    }

    /// Who holds permits of a semaphore, and how many.
    fn permits(&self, id: ResourceId) -> Vec<(ResourceId, ThreadId, usize)> {
        let Some(ResourceState::Semaphore(semaphore)) = self.scene.resource(id).map(|view| &view.state) else {
            return Vec::new();
        };
        let holders = semaphore.owners();
        let count = |thread: ThreadId| holders.iter().filter(|&&holder| holder == thread).count();
        let mut known: Vec<(ResourceId, ThreadId, usize)> = Vec::new();
        for &holder in holders {
            if known.iter().all(|&(_, thread, _)| thread != holder) {
                known.push((id, holder, count(holder)));
            }
        }
        known
    }

    /// What the arrow of a wait leads to.
    fn awaited(&self, waiter: ThreadId, on: Wait) -> Vec<Body> {
        match on {
            Wait::End(thread) => vec![Body::Thread(thread)],
            Wait::Shutdown => {
                let others = self.prose.threads().filter(|(id, view)| *id != waiter && view.state.is_alive());
                others.filter(|(_, view)| !view.daemon).map(|(id, _)| Body::Thread(id)).collect()
            }
            Wait::For(resource, _) => vec![Body::Resource(resource)],
            Wait::Other(_) | Wait::Any(_) => Vec::new(),
        }
    }

    fn wait_label(&self, on: Wait, limit: Nanos) -> String {
        let locale = self.performance.locale;
        let label = locale.text(telling::awaited(on).unwrap_or("edge-waits-for"));
        if limit == NO_DEADLINE {
            return label;
        }
        let left = duration(limit.saturating_sub(self.scene.clock));
        format!("{label} {}", locale.format("for-at-most", &[("duration", left.into())]))
    }

    /// The ends of the arrows, threads first.
    fn nodes(&mut self) {
        let mut bodies: Vec<Body> = self.graph.edges.iter().flat_map(|edge| [edge.from, edge.to]).collect();
        bodies.sort_unstable();
        bodies.dedup();
        for body in bodies {
            let in_cycle = self.graph.edges.iter().any(|edge| edge.in_cycle && (edge.from == body || edge.to == body));
            let label = match body {
                Body::Thread(id) => self.prose.numbered(id),
                Body::Resource(id) => self.prose.kind_and_name(id),
            };
            self.graph.nodes.push(Node { body, label, in_cycle });
        }
    }
}

//! Watching the circles: after every step it is reported which have closed, which are broken, and which are for ever.

use super::{Circle, Link};
use crate::machine::Machine;
use crate::{
    event::{Event, EventKind, Sink},
    ids::ThreadId,
    source::Span,
};

impl Machine {
    /// After a step of a thread: says what has become of the circles, and whether the thread has closed one.
    pub(in crate::machine) fn watch_circles(&mut self, from: ThreadId, sink: &mut dyn Sink) {
        if !self.circles.present.is_empty() {
            self.review_circles(from, sink);
        }
        let Some(links) = self.circle_through(from) else { return };
        if self.circles.present.iter().any(|circle| circle.contains(from)) {
            return;
        }
        let number = self.circles.closed;
        self.circles.closed += 1;
        let is_final = self.cannot_be_undone(&links);
        let circle = Circle { number, links: links.into(), is_final };
        if is_final {
            report_deadlock(&circle.links, from, sink);
        } else {
            report_circle(&circle, from, sink);
        }
        self.circles.present.push(circle);
    }

    fn review_circles(&mut self, from: ThreadId, sink: &mut dyn Sink) {
        let mut present = std::mem::take(&mut self.circles.present);
        present.retain_mut(|circle| {
            if circle.is_final {
                return true;
            }
            if circle.links.iter().any(|link| self.link_from(link.thread) != Some(*link)) {
                sink.event(here(from, EventKind::CircleBroken { circle: circle.number }));
                return false;
            }
            if self.cannot_be_undone(&circle.links) {
                circle.is_final = true;
                report_deadlock(&circle.links, from, sink);
            }
            true
        });
        self.circles.present = present;
    }
}

fn here(thread: ThreadId, kind: EventKind) -> Event {
    Event { thread, span: Span::default(), kind }
}

fn report_circle(circle: &Circle, from: ThreadId, sink: &mut dyn Sink) {
    let (number, length) = (circle.number, circle.links.len() as u32);
    sink.event(here(from, EventKind::CircleClosed { circle: number, length }));
    for &Link { thread, on, owner } in circle.links.iter() {
        sink.event(here(from, EventKind::CircleEdge { circle: number, thread, on, owner }));
    }
}

fn report_deadlock(links: &[Link], from: ThreadId, sink: &mut dyn Sink) {
    sink.event(here(from, EventKind::Deadlock { length: links.len() as u32 }));
    for &Link { thread, on, owner } in links {
        sink.event(here(from, EventKind::DeadlockEdge { thread, on, owner }));
    }
}

//! Which thread has which rows: one plan for the threads at the left and their history at the right, so that both stand in the
//! same row. A thread keeps its place for the whole run while there is room for all; otherwise those that hold, run, are
//! ready or blocked stand first, and the rest is counted in the last row.

use crate::{
    app::Stage,
    ids::ThreadId,
    scene::{Scene, ThreadState, ThreadView},
};

/// The rows of a thread.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Lane {
    /// Whose.
    pub thread: ThreadId,
    /// The first one, from the top of the place.
    pub row: u16,
    /// How many.
    pub rows: u16,
}

/// Who has which rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Lanes {
    /// The threads that are shown, from the top.
    pub shown: Vec<Lane>,
    /// The others, for whom there is only a row of counts, at the bottom.
    pub folded: Vec<ThreadId>,
}

/// Distributes so many rows.
#[must_use]
pub fn lanes(stage: &Stage, rows: u16) -> Lanes {
    let scene = stage.scene();
    let present = scene.threads.len();
    let all = stage.threads_expected();
    let room = usize::from(rows);
    if all <= room {
        return Lanes { shown: roomy(present, all, room), folded: Vec::new() };
    }
    let mut order: Vec<ThreadId> = (0..present).map(ThreadId::at).collect();
    if present > room {
        order.sort_by_key(|&thread| rank(scene, thread));
    }
    let shown = if present > room { room.saturating_sub(1) } else { present };
    let folded = order.split_off(shown);
    // Those that are shown keep the order of their numbers.
    order.sort_unstable();
    let shown = order.into_iter().zip(0..).map(|(thread, row)| Lane { thread, row, rows: 1 }).collect();
    Lanes { shown, folded }
}

/// Everybody has the same rows, but that the main thread may have to do with one.
fn roomy(present: usize, all: usize, room: usize) -> Vec<Lane> {
    let each = (1..=3).rev().find(|each| all * each <= room + usize::from(*each == 2)).unwrap_or(1);
    let first = each.min(room - (all - 1) * each);
    let place = |at: usize| if at == 0 { (0, first) } else { (first + (at - 1) * each, each) };
    let lane = |at| {
        let (row, rows) = place(at);
        Lane { thread: ThreadId::at(at), row: row as u16, rows: rows as u16 }
    };
    (0..present).map(lane).collect()
}

/// How soon a thread is to be shown: those that hold something, then those that run, are ready, are blocked in the order in
/// which they came, sleep; then those that are done.
fn rank(scene: &Scene, thread: ThreadId) -> (u8, u32, ThreadId) {
    let of = |view: &ThreadView| match view.state {
        _ if view.state.is_alive() && !view.holds.is_empty() => (0, 0),
        ThreadState::Running => (1, 0),
        ThreadState::Ready => (2, 0),
        ThreadState::Failed => (3, 0),
        ThreadState::Blocked => (4, view.since.0),
        ThreadState::Sleeping => (5, view.since.0),
        ThreadState::New | ThreadState::Finished | ThreadState::Abandoned => (6, 0),
    };
    let (first, second) = scene.thread(thread).map_or((7, 0), of);
    (first, second, thread)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_shared_equally_and_the_main_thread_gives_way_first() {
        let rows =
            |all, room| -> Vec<(u16, u16)> { roomy(all, all, room).iter().map(|lane| (lane.row, lane.rows)).collect() };
        assert_eq!(rows(3, 9), [(0, 3), (3, 3), (6, 3)]);
        assert_eq!(rows(5, 9), [(0, 1), (1, 2), (3, 2), (5, 2), (7, 2)]);
        assert_eq!(rows(3, 6), [(0, 2), (2, 2), (4, 2)]);
        assert_eq!(rows(5, 6), [(0, 1), (1, 1), (2, 1), (3, 1), (4, 1)]);
        assert_eq!(rows(3, 3), [(0, 1), (1, 1), (2, 1)]);
        assert_eq!(rows(1, 1), [(0, 1)]);
    }
}

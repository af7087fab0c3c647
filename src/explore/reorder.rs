//! A way with fewer context switches to the same end: steps that do not bear on each other change places, so that a thread
//! goes on for as long as it can.

use super::report::switches;
use crate::{
    choice::Choice,
    event::Silence,
    ids::ThreadId,
    machine::{Effect, Machine, StepFootprint},
};

/// Longer ways stay as they are.
const LONGEST: usize = 2000;

/// The way with its steps in an order in which the threads take turns less often; the same where there is none, or where
/// `is_right` says of the machine at its end that it is another one.
#[must_use]
pub fn reordered(start: &Machine, way: &[Choice], is_right: impl Fn(&Machine) -> bool) -> Vec<Choice> {
    let same = || way.to_vec();
    if way.len() > LONGEST {
        return same();
    }
    let Some(before) = order(start, way) else { return same() };
    let fewer = (0..way.len())
        .filter_map(|first| greedy(way, &before, first))
        .min_by_key(|other| switches(other))
        .filter(|other| switches(other) < switches(way));
    fewer.filter(|other| replays(start, other).is_some_and(|machine| is_right(&machine))).unwrap_or_else(same)
}

fn replays(start: &Machine, way: &[Choice]) -> Option<Machine> {
    let mut machine = start.clone();
    way.iter().all(|&choice| machine.step(choice, &mut Silence).is_ok()).then_some(machine)
}

/// For each step, the earlier ones that have to stay before it.
fn order(start: &Machine, way: &[Choice]) -> Option<Vec<Vec<usize>>> {
    let mut machine = start.clone();
    let mut done: Vec<(ThreadId, StepFootprint)> = Vec::with_capacity(way.len());
    let mut before = Vec::with_capacity(way.len());
    for &choice in way {
        let footprint = machine.step(choice, &mut Silence).ok()?;
        let own = |(thread, earlier): &(ThreadId, StepFootprint)| {
            *thread == choice.thread || earlier.conflicts(&footprint) || leads_to(earlier, choice.thread)
        };
        before.push(done.iter().enumerate().filter(|(_, it)| own(it)).map(|(at, _)| at).collect());
        done.push((choice.thread, footprint));
    }
    Some(before)
}

/// Whether the step has begun the thread, or let it go on.
fn leads_to(step: &StepFootprint, thread: ThreadId) -> bool {
    step.effects().any(|effect| matches!(effect, Effect::Started(of) | Effect::Woken(of) if of == thread))
}

/// The order in which a thread goes on as long as it can; the first time that another has to, it is that of the step
/// `preferred`, if it may.
fn greedy(way: &[Choice], before: &[Vec<usize>], preferred: usize) -> Option<Vec<Choice>> {
    let mut taken = vec![false; way.len()];
    let mut order = Vec::with_capacity(way.len());
    let mut last: Option<ThreadId> = None;
    let mut prefers = Some(way.get(preferred)?.thread);
    while order.len() < way.len() {
        let may = |at: &usize| !taken[*at] && before[*at].iter().all(|&earlier| taken[earlier]);
        let all = || (0..way.len()).filter(may);
        let of = |thread: ThreadId| all().find(|&at| way[at].thread == thread);
        let next = last.and_then(of).or_else(|| prefers.take().and_then(of)).or_else(|| all().next())?;
        taken[next] = true;
        last = Some(way[next].thread);
        order.push(way[next]);
    }
    Some(order)
}

//! The shortest ways to outcomes, proved: through every state of the machine, with nothing left out, those with fewer
//! context switches first, and of these the ones with fewer steps.

use std::rc::Rc;

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::{
    end::EndState,
    found::Found,
    node::each_way,
    queue::Queue,
    row::place as place_of,
    wanted::{Along, Beginnings, Wanted},
};
use crate::{
    choice::Choice,
    event::{Nanos, Silence},
    ids::ThreadId,
    machine::{Machine, Text},
};

/// No more work than this is done, in nanoseconds of the program's time.
const MOST_WORK: Nanos = 1_000_000_000;

struct Place {
    /// The machine before the choice that leads here; none once that was made.
    from: Option<Rc<Machine>>,
    last: Option<ThreadId>,
    along: Along,
    before: u32,
    choice: Option<Choice>,
}

/// Finds the shortest ways to the outcomes, with so many steps of the machine at most and as long as `patient` says so.
pub fn find(
    start: &Machine,
    found: &Found,
    wanted: &mut [Wanted],
    beginnings: &Beginnings,
    (most, mut patient): (u64, impl FnMut() -> bool),
) {
    let from = Some(Rc::new(start.clone()));
    let mut places = vec![Place { from, last: None, along: Along::default(), before: 0, choice: None }];
    let mut text = start.text();
    let mut open = Queue::default();
    open.push((0, 0), 0);
    let mut settled: IndexSet<_, FxBuildHasher> = IndexSet::default();
    let mut left = wanted.iter().filter(|it| it.endless.is_none()).count();
    let (mut steps_taken, mut work) = (0, 0);
    while let Some(((switches, steps), number)) = open.pop() {
        if left == 0 || steps_taken > most || work > MOST_WORK || !patient() {
            return;
        }
        let place = &mut places[number as usize];
        let (last, choice) = (place.last, place.choice);
        let Some(from) = place.from.take() else { continue };
        let Some((machine, along)) = go((from, &mut text), choice, place.along, beginnings, &mut work) else {
            continue;
        };
        steps_taken += 1;
        if machine.end().is_some() {
            let end = EndState::of(&machine);
            let is_it = |it: &Wanted| it.endless.is_none() && *found.ends.get(it.end) == end;
            left -= settle(wanted, beginnings, along, is_it, || way_to(&places, number));
            if machine.wakeable().next().is_none() {
                continue;
            }
        }
        let (key, order) = machine.canonical();
        let last_place = last.map(|last| place_of(&order, last));
        if !settled.insert((key, last_place, along)) {
            continue;
        }
        let machine = Rc::new(machine);
        each_way(&machine, |choice| {
            let switched = last.is_some_and(|last| last != choice.thread);
            open.push((switches + u32::from(switched), steps + 1), places.len() as u32);
            let (from, last) = (Some(Rc::clone(&machine)), Some(choice.thread));
            places.push(Place { from, last, along, before: number, choice: Some(choice) });
        });
    }
}

/// Makes the choice; returns the machine behind it and how far its output goes along with those that are wanted, if it does.
fn go(
    (from, text): (Rc<Machine>, &mut Text),
    choice: Option<Choice>,
    along: Along,
    beginnings: &Beginnings,
    work: &mut Nanos,
) -> Option<(Machine, Along)> {
    let mut machine = Rc::unwrap_or_clone(from);
    let Some(choice) = choice else { return Some((machine, along)) };
    let (printed, time) = (machine.output().len(), machine.process_time());
    machine.step_through(text, choice, &mut Silence).ok()?;
    *work += machine.process_time() - time;
    let along = beginnings.on(along, &machine.output().text_since(printed, false))?;
    Some((machine, along))
}

/// Notes the way to the outcomes that have been come to; returns how many these are.
fn settle(
    wanted: &mut [Wanted],
    beginnings: &Beginnings,
    along: Along,
    is_it: impl Fn(&Wanted) -> bool,
    way: impl Fn() -> Vec<Choice>,
) -> usize {
    let mut count = 0;
    for wanted in wanted.iter_mut().filter(|it| !it.proved && is_it(it)) {
        if beginnings.on(Along::default(), &wanted.output) == Some(along) {
            wanted.way = Some(way());
            wanted.proved = true;
            count += 1;
        }
    }
    count
}

fn way_to(places: &[Place], mut at: u32) -> Vec<Choice> {
    let mut choices = Vec::new();
    while let Some(choice) = places[at as usize].choice {
        choices.push(choice);
        at = places[at as usize].before;
    }
    choices.reverse();
    choices
}

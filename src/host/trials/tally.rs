//! How often the runs ended how, and what they printed.

use std::{hash::Hash, sync::Arc};

use indexmap::IndexMap;
use rustc_hash::FxBuildHasher;

use super::EndKind;
use crate::{
    event::End,
    explore::sorted_lines,
    machine::{Machine, Output},
};

/// More distinct outputs than these are not told apart, nor more bytes of them kept: there may be as many as runs.
const MOST_OUTPUTS: usize = 1000;
const MOST_BYTES: usize = 32 << 20;

/// Runs that ended alike.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Group {
    /// How they ended.
    pub kind: EndKind,
    /// The verdict on each of them.
    pub end: End,
    /// What they printed on stdout; none where there were too many outputs to tell them apart.
    pub output: Option<Arc<str>>,
    /// How many there are.
    pub count: u64,
    /// The seed of the shortest, the first of several.
    pub seed: u64,
    /// Its steps.
    pub steps: u64,
    /// They printed the lines that are known to be right, in whatever order.
    right: bool,
}

impl Group {
    /// A single run, which has come to this end in so many steps.
    #[must_use]
    pub fn of_run(machine: &Machine, end: End, (seed, steps): (u64, u64)) -> Self {
        let output = Some(Arc::from(machine.output().text(false)));
        Self { kind: EndKind::of(machine, end), end, output, count: 1, seed, steps, right: false }
    }

    fn join(&mut self, other: &Self) {
        self.count += other.count;
        if (other.steps, other.seed) < (self.steps, self.seed) {
            (self.steps, self.seed) = (other.steps, other.seed);
        }
    }
}

/// What runs have in common that are counted together.
type Key = (EndKind, End, Option<Arc<str>>);

/// How the runs ended, in the order in which each way was seen first.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    groups: IndexMap<Key, Group, FxBuildHasher>,
    bytes: usize,
    runs: u64,
    longest: u64,
    /// The lines that a program without the mistake prints, sorted.
    reference: Option<Vec<String>>,
}

impl Tally {
    /// A program without the mistake prints this. Where some of the runs print the same lines, in whatever order, those that
    /// finish with others are wrong; where none does, it is another program, and says nothing.
    pub(super) fn compare_with(&mut self, printed: &str) {
        self.reference = Some(sorted_lines(printed));
    }

    /// One more run, with its seed and steps.
    pub(super) fn add(&mut self, kind: EndKind, end: End, output: &Output, (seed, steps): (u64, u64)) {
        self.runs += 1;
        self.longest = self.longest.max(steps);
        let output = Some(Arc::from(output.text(false)));
        self.note(Group { kind, end, output, count: 1, seed, steps, right: false });
    }

    /// One more run, which is known already.
    pub(super) fn know(&mut self, run: Group) {
        self.runs += 1;
        self.note(Group { count: 1, ..run });
    }

    fn note(&mut self, mut run: Group) {
        let mut key = (run.kind, run.end, run.output.clone());
        if !self.groups.contains_key(&key) {
            let bytes = key.2.as_ref().map_or(0, |text| text.len());
            let room = self.groups.len() < MOST_OUTPUTS && self.bytes + bytes <= MOST_BYTES;
            key.2 = key.2.filter(|_| room);
            self.bytes += key.2.as_ref().map_or(0, |text| text.len());
        }
        run.right = match (&self.reference, &key.2) {
            (Some(reference), Some(text)) if !self.groups.contains_key(&key) => sorted_lines(text) == *reference,
            _ => false,
        };
        run.output.clone_from(&key.2);
        self.groups.entry(key).and_modify(|known| known.join(&run)).or_insert(run);
    }

    /// How many runs there were.
    #[must_use]
    pub fn runs(&self) -> u64 {
        self.runs
    }

    /// The steps of the longest run.
    #[must_use]
    pub fn longest(&self) -> u64 {
        self.longest
    }

    /// The runs by kind of end, in the order in which each was seen first; the output is that of the first.
    #[must_use]
    pub fn by_kind(&self) -> Vec<Group> {
        self.joined(|group| group.kind)
    }

    /// The runs by kind of end and output, in the order in which each was seen first.
    #[must_use]
    pub fn by_output(&self) -> Vec<Group> {
        self.joined(|group| (group.kind, group.output.clone()))
    }

    /// The runs by verdict and output, in the order in which each was seen first.
    #[must_use]
    pub fn by_verdict(&self) -> Vec<Group> {
        self.joined(|group| (group.end, group.output.clone()))
    }

    fn joined<K: Hash + Eq>(&self, key: impl Fn(&Group) -> K) -> Vec<Group> {
        let mut joined: IndexMap<K, Group, FxBuildHasher> = IndexMap::default();
        let comparable = self.groups.values().any(|group| group.right && group.kind == EndKind::Finished);
        for group in self.groups.values() {
            let wrong = comparable && !group.right && group.kind == EndKind::Finished && group.output.is_some();
            let group = &Group { kind: if wrong { EndKind::Wrong } else { group.kind }, ..group.clone() };
            joined.entry(key(group)).and_modify(|known| known.join(group)).or_insert_with(|| group.clone());
        }
        joined.into_values().collect()
    }
}

/// The worst kind of end first, then what was seen most often, then what was seen with the smallest seed.
pub fn sort(groups: &mut [Group]) {
    groups.sort_by_key(|group| (group.kind, std::cmp::Reverse(group.count), group.seed));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn output(text: &str) -> Output {
        let mut output = Output::default();
        output.push(text, false);
        output
    }

    #[test]
    fn runs_that_end_alike_are_counted_together_and_the_shortest_is_known() {
        let mut tally = Tally::default();
        for (kind, end, text, run) in [
            (EndKind::Finished, End::Finished, "a", (1, 9)),
            (EndKind::Asserted, End::Finished, "a", (2, 9)),
            (EndKind::Asserted, End::Failed, "a", (3, 8)),
            (EndKind::Finished, End::Finished, "b", (4, 9)),
            (EndKind::Finished, End::Finished, "a", (5, 7)),
            (EndKind::Finished, End::Finished, "a", (6, 7)),
        ] {
            tally.add(kind, end, &output(text), run);
        }
        let row = |group: &Group| (group.kind, group.end, group.count, group.seed, group.steps);
        let rows = |groups: Vec<Group>| groups.iter().map(row).collect::<Vec<_>>();
        assert_eq!(
            rows(tally.by_kind()),
            [(EndKind::Finished, End::Finished, 4, 5, 7), (EndKind::Asserted, End::Finished, 2, 3, 8)]
        );
        assert_eq!(
            rows(tally.by_verdict()),
            [
                (EndKind::Finished, End::Finished, 4, 5, 7),
                (EndKind::Asserted, End::Failed, 1, 3, 8),
                (EndKind::Finished, End::Finished, 1, 4, 9)
            ]
        );
        let mut sorted = tally.by_output();
        sort(&mut sorted);
        assert_eq!(sorted.iter().map(|group| group.count).collect::<Vec<_>>(), [2, 3, 1]);
        assert_eq!((tally.runs(), tally.longest()), (6, 9));
    }

    #[test]
    fn where_some_do_it_right_the_others_are_wrong() {
        let of = |printed: &[&str]| -> Vec<EndKind> {
            let mut tally = Tally::default();
            tally.compare_with("a\nb\n");
            for (seed, text) in (1..).zip(printed) {
                tally.add(EndKind::Finished, End::Finished, &output(text), (seed, 1));
            }
            tally.by_output().iter().map(|group| group.kind).collect()
        };
        assert_eq!(of(&["a\nb\n", "b\na\n", "a\n"]), [EndKind::Finished, EndKind::Finished, EndKind::Wrong]);
        assert_eq!(of(&["a\n", "b\n"]), [EndKind::Finished, EndKind::Finished], "it is another program");
    }

    #[test]
    fn there_is_an_end_to_the_outputs_that_are_told_apart() {
        let mut tally = Tally::default();
        for seed in 1..=MOST_OUTPUTS as u64 + 50 {
            tally.add(EndKind::Finished, End::Finished, &output(&seed.to_string()), (seed, 1));
        }
        tally.add(EndKind::Finished, End::Finished, &output("1"), (7000, 1));
        assert_eq!(tally.by_output().len(), MOST_OUTPUTS + 1);
        let rows = tally.by_output();
        let rest = rows.last().expect("there are some");
        assert_eq!((rest.output.as_ref(), rest.count), (None, 50));
        assert_eq!(rows[0].count, 2, "what is known already is still counted");
    }
}

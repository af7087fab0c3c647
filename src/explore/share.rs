//! A search divided among several: each goes on from some of the states that are a few steps from the beginning.
//!
//! Up to those states nothing is left out, so that what is behind all of them together, and on the way to them, is everything.
//! States that several shares come to are searched by each of them.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;
use serde::{Deserialize, Serialize};

use super::{count, node::Node, random::Random, report::Interleavings, search::Search};
use crate::choice::{Choice, NotAChoice};

/// So many states are divided for each share, where there are as many: they are not all the same work.
const STATES_A_SHARE: usize = 8;

/// States are no further than so many steps from the beginning, and there are no more of them.
const FURTHEST: usize = 10_000;
const MOST_STATES: usize = 100_000;

/// Random runs of different shares have different seeds.
const SEEDS_A_SHARE: u64 = 1 << 32;

/// One of the shares.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
pub struct Share {
    /// Its number, from 1.
    pub number: u32,
    /// The ways to the states from which it goes on: what is chosen, a list for each.
    #[serde(with = "ways")]
    pub entries: Vec<Vec<Choice>>,
    /// Other ways to states that it or another share comes to: what is to be seen on them is looked at, and no more.
    #[serde(with = "ways")]
    pub detours: Vec<Vec<Choice>>,
}

/// How a search is divided.
#[derive(Default)]
struct Division {
    entries: Vec<Vec<Choice>>,
    detours: Vec<Vec<Choice>>,
}

impl Share {
    /// The number before the first seed of its random runs.
    #[must_use]
    pub fn first_seed(&self) -> u64 {
        u64::from(self.number) * SEEDS_A_SHARE
    }
}

impl Search {
    /// Divides the search into so many shares, of which some have nothing to do where there is too little; also counts the ways
    /// through the program, as long as `patient` says so: no share can do that alone.
    #[must_use]
    pub fn divide(mut self, among: u32, patient: &mut impl FnMut() -> bool) -> (Vec<Share>, Interleavings) {
        self.tell_names_by_text();
        let Division { entries, detours } = self.division(among as usize * STATES_A_SHARE);
        let mut shares: Vec<Share> = (1..=among).map(|number| Share { number, ..Share::default() }).collect();
        for (at, entry) in entries.into_iter().enumerate() {
            shares[at % among as usize].entries.push(entry);
        }
        for (at, detour) in detours.into_iter().enumerate() {
            shares[at % among as usize].detours.push(detour);
        }
        let counted = count::interleavings(&mut self, patient);
        (shares, counted)
    }

    /// Ways to at least so many different states, if there are as many: those that come next, and the ends that come before.
    fn division(&mut self, wanted: usize) -> Division {
        let mut division = Division::default();
        let mut known: IndexSet<(u128, String), FxBuildHasher> = IndexSet::default();
        let mut level: Vec<(Node, Vec<Choice>)> = vec![(self.start().clone(), Vec::new())];
        for _ in 0..FURTHEST {
            let enough = level.len() + division.entries.len() >= wanted || known.len() > MOST_STATES;
            if level.is_empty() || enough {
                break;
            }
            let mut next: Vec<(Node, Vec<Choice>)> = Vec::new();
            for (node, way) in level {
                let ways = self.every_way(&node);
                if ways.is_empty() || node.may_rest() {
                    // Nobody need wake for nothing, and whoever does goes on from here.
                    division.entries.push(way);
                    continue;
                }
                for choice in ways {
                    let mut node = node.clone();
                    self.go(&mut node, choice);
                    let way = [&*way, &[choice]].concat();
                    // States that are equal may have been come to with other outputs.
                    let printed =
                        if self.bounds().ignore_output { String::new() } else { node.machine.output().text(false) };
                    if known.insert((self.key(&node).0, printed)) {
                        next.push((node, way));
                    } else {
                        division.detours.push(way);
                    }
                }
            }
            level = next;
        }
        division.entries.extend(level.into_iter().map(|(_, way)| way));
        division
    }

    /// A machine from which a random run begins, and the way to it.
    pub fn begin_somewhere(&mut self, random: &mut Random) -> (Node, Vec<Choice>) {
        let mut node = self.outset();
        let entries = self.share().map_or(&[][..], |share| &share.entries);
        if entries.is_empty() {
            return (node, self.choices_before().to_vec());
        }
        let entry = entries[random.below(entries.len())].clone();
        let mut way = Vec::new();
        for choice in entry {
            way.extend(self.go(&mut node, choice));
        }
        (node, way)
    }
}

/// Ways as texts: the words of their choices.
mod ways {
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    use crate::choice::Choice;

    pub fn serialize<S: Serializer>(ways: &[Vec<Choice>], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(ways.iter().map(|way| super::words(way)))
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Vec<Choice>>, D::Error> {
        let texts = Vec::<String>::deserialize(deserializer)?;
        texts.iter().map(|text| super::way(text).map_err(D::Error::custom)).collect()
    }
}

/// A way as a text.
pub fn words(way: &[Choice]) -> String {
    way.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The way of a text.
pub fn way(text: &str) -> Result<Vec<Choice>, NotAChoice> {
    text.split_whitespace().map(str::parse).collect()
}

//! What a program can print before each of its ends: sets of outputs, worked out from the ends backwards.

use indexmap::IndexSet;
use rustc_hash::FxBuildHasher;

use super::{
    components::Components,
    diagram::{Diagram, EMPTY, SetId},
    end::{EndState, Kind},
    found::Found,
    graph::{StateId, Target},
};

/// What a program can come to.
#[derive(Debug)]
pub struct Outputs {
    diagram: Diagram,
    all: SetId,
    alphabet: Alphabet,
    /// Where a program goes on for ever.
    pub endless: Vec<Endless>,
    /// There is no bound to what can be printed.
    pub unbounded: bool,
    /// There are too many to tell.
    pub given_up: bool,
}

/// A state from which a program goes on for ever.
#[derive(Clone, Debug)]
pub struct Endless {
    /// The first of those between which it does.
    pub state: StateId,
    /// The number of its end.
    pub end: u32,
}

/// What outputs are made of: whole lines where nothing else is printed, characters otherwise.
#[derive(Debug, Default)]
struct Alphabet {
    lines: Option<IndexSet<String, FxBuildHasher>>,
}

impl Alphabet {
    fn of(found: &Found) -> Self {
        let whole = found.texts().all(|text| text.ends_with('\n'));
        Self { lines: whole.then(IndexSet::default) }
    }

    fn symbols(&mut self, text: &str) -> Vec<u32> {
        match &mut self.lines {
            Some(lines) => text.split_inclusive('\n').map(|line| lines.insert_full(line.to_owned()).0 as u32).collect(),
            None => text.chars().map(u32::from).collect(),
        }
    }

    fn text(&self, symbols: &[u32]) -> String {
        match &self.lines {
            Some(lines) => symbols.iter().map(|&at| lines[at as usize].as_str()).collect(),
            None => symbols.iter().filter_map(|&symbol| char::from_u32(symbol)).collect(),
        }
    }
}

impl Outputs {
    /// What the graph can come to. States that cannot reach an end are one, unless the search was broken off; `look` says of
    /// which kind, and how that shows.
    #[must_use]
    pub fn of(
        found: &mut Found,
        components: &Components,
        is_whole: bool,
        look: impl Fn(&Found, StateId) -> Kind,
    ) -> Self {
        let alphabet = Alphabet::of(found);
        let mut outputs = Self {
            diagram: Diagram::new(),
            all: EMPTY,
            alphabet,
            endless: Vec::new(),
            unbounded: false,
            given_up: false,
        };
        let mut sets: Vec<SetId> = Vec::with_capacity(components.len());
        for component in 0..components.len() {
            let mut set = outputs.exits(found, components, component, &sets);
            if set == EMPTY && is_whole {
                let first = components.members(component).last();
                if let Some(&state) = first {
                    let kind = look(found, state);
                    let end = found.ends.number(EndState { kind, globals: Vec::new(), circle: kind == Kind::Deadlock });
                    outputs.endless.push(Endless { state, end });
                    set = outputs.diagram.end(end);
                }
            }
            sets.push(set);
            if outputs.diagram.is_too_large() {
                outputs.given_up = true;
                break;
            }
        }
        outputs.all = sets.last().copied().filter(|_| !outputs.given_up).unwrap_or(EMPTY);
        outputs
    }

    /// The outputs from a component on.
    fn exits(&mut self, found: &Found, components: &Components, component: usize, sets: &[SetId]) -> SetId {
        let mut set = EMPTY;
        let mut prints = false;
        let mut seen: IndexSet<(u32, SetId), FxBuildHasher> = IndexSet::default();
        for &state in components.members(component) {
            for edge in found.graph.edges(state) {
                let behind = match edge.to {
                    Target::End(end) => self.diagram.end(end),
                    Target::State(to) if components.component(to) as usize == component => {
                        prints |= edge.text > 0;
                        continue;
                    }
                    Target::State(to) => sets[components.component(to) as usize],
                };
                if seen.insert((edge.text, behind)) {
                    let symbols = self.alphabet.symbols(found.text_of(edge.text));
                    let behind = self.diagram.behind(&symbols, behind);
                    set = self.diagram.union(set, behind);
                }
            }
        }
        self.unbounded |= prints;
        set
    }

    /// How many distinct pairs of an end and an output there are; none where there is no bound, or where it is not known.
    #[must_use]
    pub fn total(&self) -> Option<u128> {
        (!self.unbounded && !self.given_up).then(|| self.diagram.count(self.all))
    }

    /// Some of them, of ends for which that is said: at most so many.
    #[must_use]
    pub fn list(&self, most: usize, is_wanted: impl Fn(u32) -> bool) -> Vec<(String, u32)> {
        let listed = self.diagram.list(self.all, most, is_wanted);
        listed.into_iter().map(|(symbols, end)| (self.alphabet.text(&symbols), end)).collect()
    }
}

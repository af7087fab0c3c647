//! With which run a scenario opens, where the viewer says neither policy nor seed: `show = { policy = "random", seed = 4 }`.

use super::metadata::{Reader, Value};
use super::{Scenario, Setup, ValueType};
use crate::schedule::Policy;

/// The run that a scenario opens with; what it does not say is as for every program.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Show {
    /// Who goes next.
    pub policy: Option<Policy>,
    /// The seed.
    pub seed: Option<u64>,
}

const KEYS: [&str; 2] = ["policy", "seed"];

impl Reader<'_> {
    pub(super) fn show(&mut self, value: &Value<'_>) -> Show {
        let mut show = Show::default();
        let Some(table) = self.table("show", value) else { return show };
        for (key, value) in table {
            match &**key.get_ref() {
                "policy" => show.policy = self.policy(value),
                "seed" => show.seed = self.seed(value),
                unknown => self.unknown(unknown, key.span(), &KEYS),
            }
        }
        show
    }

    fn seed(&mut self, value: &Value<'_>) -> Option<u64> {
        let seed =
            value.get_ref().as_integer().and_then(|number| u64::from_str_radix(number.as_str(), number.radix()).ok());
        if seed.is_none() {
            self.wrong_type("seed", value, ValueType::Count);
        }
        seed
    }
}

impl Scenario {
    /// How it is run and with which seed, where the viewer says this: a policy or a seed of the viewer's is for another run
    /// than the one that the scenario opens with.
    #[must_use]
    pub fn opening(&self, asked: Setup, seed: Option<u64>) -> (Setup, Option<u64>) {
        if asked.policy.is_some() || seed.is_some() {
            return (asked.or(self.setup), seed);
        }
        let own = Setup { policy: self.show.policy.or(self.setup.policy), ..self.setup };
        (asked.or(own), self.show.seed)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::SourceText;

    fn scenario(lines: &str) -> Scenario {
        let text = format!("# /// script\n# [tool.raddle]\n# {}\n# ///\nprint(1)\n", lines.replace('\n', "\n# "));
        Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None).expect("nothing is wrong with it")
    }

    #[test]
    fn a_scenario_opens_with_its_own_run_unless_the_viewer_wants_another() {
        let asked = |policy| Setup { policy, ..Setup::default() };
        let shown = scenario("show = { policy = \"random\", seed = 4 }\nmachine = { policy = \"fcfs\", cores = 2 }");
        for (policy, seed, expected) in [
            (None, None, (Policy::Random, Some(4))),
            (None, Some(7), (Policy::Fcfs, Some(7))),
            (Some(Policy::Fair), None, (Policy::Fair, None)),
        ] {
            let (setup, seed) = shown.opening(asked(policy), seed);
            assert_eq!((setup.policy, seed), (Some(expected.0), expected.1));
            assert_eq!(setup.cores, Some(2));
        }
        assert_eq!(scenario("show = { seed = 3 }").opening(Setup::default(), None), (Setup::default(), Some(3)));
        assert_eq!(scenario("chapter = \"x\"").opening(Setup::default(), None), (Setup::default(), None));
    }
}

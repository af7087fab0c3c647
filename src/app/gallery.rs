//! The gallery without a terminal: which scenario is chosen, what was searched for, and how the parameters are set.

use tui_input::{Input, InputRequest};

use super::search::matches;
use crate::scenario::{Catalogue, Scenario};

/// The gallery.
#[derive(Debug)]
pub struct Gallery {
    catalogue: Catalogue,
    /// The scenarios of the catalogue, with the parameters as they were set here.
    scenarios: Vec<Scenario>,
    /// The texts that are searched, a scenario each.
    texts: Vec<String>,
    /// The scenarios that match, by their place in the catalogue.
    found: Vec<usize>,
    chosen: usize,
    query: Input,
    searching: bool,
    /// The parameter that is being changed, if one is.
    parameter: Option<usize>,
}

impl Gallery {
    /// A gallery of these scenarios.
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        let texts: Vec<String> = catalogue.scenarios().iter().map(searched_text).collect();
        let found = (0..texts.len()).collect();
        Self {
            scenarios: catalogue.scenarios().to_vec(),
            catalogue,
            texts,
            found,
            chosen: 0,
            query: Input::default(),
            searching: false,
            parameter: None,
        }
    }

    /// The scenarios.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The scenarios that match what was searched for.
    pub fn found(&self) -> impl ExactSizeIterator<Item = &Scenario> {
        self.found.iter().map(|&at| &self.scenarios[at])
    }

    /// The place of the chosen scenario among those that match.
    #[must_use]
    pub fn chosen_at(&self) -> usize {
        self.chosen
    }

    /// The chosen scenario; none if nothing matches.
    #[must_use]
    pub fn chosen(&self) -> Option<&Scenario> {
        self.found.get(self.chosen).map(|&at| &self.scenarios[at])
    }

    /// What is searched for, and where the text cursor stands.
    #[must_use]
    pub fn query(&self) -> &Input {
        &self.query
    }

    /// Whether keys go to the search.
    #[must_use]
    pub fn is_searching(&self) -> bool {
        self.searching
    }

    /// Whether the scenarios are in the order of the chapters, not of the search.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.query.value().trim().is_empty()
    }

    /// Keys go to the search from now on.
    pub fn search(&mut self) {
        self.searching = true;
    }

    /// Keys go to the list again. The search stays.
    pub fn stop_searching(&mut self) {
        self.searching = false;
    }

    /// Ends the search and shows everything. Returns whether there was anything to end.
    pub fn clear_search(&mut self) -> bool {
        let had = self.searching || !self.query.value().is_empty();
        let chosen = self.chosen().map(|scenario| scenario.id.clone());
        self.searching = false;
        self.query = Input::default();
        self.refresh();
        if let Some(id) = chosen {
            self.choose_id(&id);
        }
        had
    }

    /// Changes what is searched for.
    pub fn edit(&mut self, request: InputRequest) {
        if self.query.handle(request).is_some_and(|change| change.value) {
            self.refresh();
        }
    }

    /// What is searched for from now on.
    pub fn set_query(&mut self, query: Input) {
        let same = self.query.value() == query.value();
        self.query = query;
        if !same {
            self.refresh();
        }
    }

    fn refresh(&mut self) {
        self.found = matches(self.query.value(), self.texts.iter().map(String::as_str));
        self.chosen = 0;
        self.parameter = None;
    }

    /// Chooses the scenario at a place of the list.
    pub fn choose(&mut self, at: usize) {
        self.chosen = at.min(self.found.len().saturating_sub(1));
        self.parameter = None;
    }

    /// Chooses a scenario by its id, if it is shown.
    pub fn choose_id(&mut self, id: &str) {
        let at = self.found().position(|scenario| scenario.id == id);
        if let Some(at) = at {
            self.choose(at);
        }
    }

    /// Chooses the scenario so many places further on.
    pub fn move_by(&mut self, by: isize) {
        self.choose(self.chosen.saturating_add_signed(by));
    }

    /// The place of the parameter that is being changed.
    #[must_use]
    pub fn parameter_at(&self) -> Option<usize> {
        self.parameter
    }

    /// Goes on to the next parameter, or back; behind the last one, to none.
    pub fn next_parameter(&mut self, forward: bool) {
        let count = self.chosen().map_or(0, |scenario| scenario.params.len());
        let places = count + 1;
        let at = self.parameter.map_or(0, |at| at + 1);
        let next = (at + if forward { 1 } else { places - 1 }) % places;
        self.parameter = next.checked_sub(1);
    }

    /// More of the parameter that is being changed, or of the first one; or less.
    pub fn change(&mut self, up: bool) {
        let at = self.parameter.unwrap_or(0);
        let scenario = self.found.get(self.chosen).map(|&at| &mut self.scenarios[at]);
        if let Some(parameter) = scenario.and_then(|scenario| scenario.params.get_mut(at)) {
            parameter.nudge(if up { 1 } else { -1 });
            self.parameter = Some(at);
        }
    }
}

fn searched_text(scenario: &Scenario) -> String {
    let words = [&scenario.title, &scenario.summary];
    let words = words.map(|words| format!("{} {}", words.en, words.zh)).join(" ");
    format!("{} {} {words} {}", scenario.id, scenario.chapter, scenario.concepts.join(" "))
}

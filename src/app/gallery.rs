//! The gallery without a terminal: which chapters are unfolded, which scenario is chosen, what was searched for, how the
//! parameters are set, and what the viewer has seen. Tests: here.

use tui_input::{Input, InputRequest};

use super::{
    finding::Finder,
    progress::{Progress, Seen},
};
use crate::{
    event::End,
    scenario::{Catalogue, Chapter, Scenario},
};

/// The scenario that somebody new is shown first.
pub const FIRST: &str = "deadlock";

/// The gallery.
#[derive(Debug)]
pub struct Gallery {
    catalogue: Catalogue,
    /// The scenarios of the catalogue, with the parameters as they were set here.
    scenarios: Vec<Scenario>,
    finder: Finder,
    /// How far each chapter is unfolded.
    folds: Vec<Fold>,
    /// The rows of the list.
    entries: Vec<Entry>,
    chosen: usize,
    query: Input,
    searching: bool,
    /// The parameter that is being changed, if one is.
    parameter: Option<usize>,
    progress: Progress,
}

/// A row of the list.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// A chapter, by its place.
    Chapter(usize),
    /// A scenario, by its place in the catalogue.
    Scenario(usize),
}

/// How far a chapter is unfolded.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fold {
    /// Its scenarios are not shown.
    Folded,
    /// As many are shown as there is room for beside the other chapters.
    Brief,
    /// All are shown.
    Whole,
}

impl Gallery {
    /// A gallery of these scenarios: the chapter of the first one that somebody new should see is unfolded.
    #[must_use]
    pub fn new(catalogue: Catalogue) -> Self {
        let titled = |scenario: &Scenario| {
            let chapter = catalogue.chapters().find(|chapter| chapter.id == scenario.chapter);
            chapter.map_or_else(String::new, |chapter| format!("{} {}", chapter.title.en, chapter.title.zh))
        };
        let finder = Finder::new(catalogue.scenarios().iter().map(|scenario| (scenario, titled(scenario))));
        let mut gallery = Self {
            scenarios: catalogue.scenarios().to_vec(),
            folds: vec![Fold::Folded; catalogue.chapters().count()],
            catalogue,
            finder,
            entries: Vec::new(),
            chosen: 0,
            query: Input::default(),
            searching: false,
            parameter: None,
            progress: Progress::default(),
        };
        let first = gallery.catalogue.find(FIRST).or(gallery.catalogue.scenarios().first());
        let first = first.map(|scenario| scenario.id.clone()).unwrap_or_default();
        gallery.choose_id(&first);
        gallery
    }

    /// The scenarios.
    #[must_use]
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The rows of the list: chapters with the scenarios of those that are unfolded; or what was found.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The scenario at a place of the catalogue, as it is set here.
    #[must_use]
    pub fn scenario(&self, at: usize) -> Option<&Scenario> {
        self.scenarios.get(at)
    }

    /// The chapter at a place, among those that have scenarios.
    #[must_use]
    pub fn chapter(&self, at: usize) -> Option<&Chapter> {
        self.catalogue.chapters().nth(at)
    }

    /// How far a chapter is unfolded.
    #[must_use]
    pub fn fold_of(&self, chapter: usize) -> Fold {
        self.folds.get(chapter).copied().unwrap_or(Fold::Folded)
    }

    /// What was seen of a scenario.
    #[must_use]
    pub fn seen(&self, id: &str) -> Seen {
        self.progress.of(id)
    }

    /// Whether a scenario is understood: every question that it asks was answered right. What was only looked at is not.
    #[must_use]
    pub fn is_understood(&self, scenario: &Scenario) -> bool {
        let (asked, right) = self.answers(scenario);
        asked > 0 && right == asked
    }

    /// Whether a scenario's challenge was met.
    #[must_use]
    pub fn is_solved(&self, scenario: &Scenario) -> bool {
        self.seen(&scenario.id).solved
    }

    /// How many questions a scenario has, and how many of them were answered right.
    #[must_use]
    pub fn answers(&self, scenario: &Scenario) -> (usize, usize) {
        let asked = scenario.course.predictions.len();
        let right = self.seen(&scenario.id).right.iter().filter(|&&number| number < asked).count();
        (asked, right)
    }

    /// How many of a chapter's scenarios were opened, and how many there are.
    #[must_use]
    pub fn progress_of(&self, chapter: &Chapter) -> (usize, usize) {
        let opened = chapter.scenarios.iter().filter(|id| self.progress.of(id).opened).count();
        (opened, chapter.scenarios.len())
    }

    /// How many scenarios were opened, and how many there are.
    #[must_use]
    pub fn progress(&self) -> (usize, usize) {
        let opened = self.scenarios.iter().filter(|scenario| self.progress.of(&scenario.id).opened).count();
        (opened, self.scenarios.len())
    }

    /// A scenario was put on the stage.
    pub(super) fn note_opened(&mut self, id: &str) {
        self.progress.change(id, |seen| seen.opened = true);
    }

    /// A run of a scenario has come to this end.
    pub(super) fn note_end(&mut self, id: &str, end: End) {
        self.progress.change(id, |seen| seen.note_end(end));
    }

    /// The tour of a scenario was watched to its end.
    pub(super) fn note_toured(&mut self, id: &str) {
        self.progress.change(id, |seen| seen.toured = true);
    }

    /// A question of a scenario was answered.
    pub(super) fn note_answer(&mut self, id: &str, number: usize, right: bool) {
        self.progress.change(id, |seen| seen.note_answer(number, right));
    }

    /// The challenge of a scenario was met.
    pub(super) fn note_solved(&mut self, id: &str) {
        self.progress.change(id, |seen| seen.solved = true);
    }

    /// What was kept of what was seen before. Returns whether it can be read.
    pub fn recall(&mut self, kept: &str) -> bool {
        let progress = Progress::read(kept);
        let known = progress.is_some();
        self.progress = progress.unwrap_or_default();
        known
    }

    /// What is to be kept where that is kept by now: both together.
    #[must_use]
    pub fn joined(kept: &str, now: &str) -> Option<String> {
        Progress::joined(kept, now)
    }

    /// What is to be kept of what was seen, if something is new.
    pub fn to_keep(&mut self) -> Option<String> {
        self.progress.take()
    }

    /// The word that was searched for and what Python calls it, if that is another word.
    #[must_use]
    pub fn python_name(&self) -> Option<(&str, &str)> {
        self.finder.python_name(self.query.value())
    }

    /// How many scenarios match what was searched for.
    #[must_use]
    pub fn found(&self) -> usize {
        if self.is_whole() { self.scenarios.len() } else { self.entries.len() }
    }

    /// The place of the chosen row.
    #[must_use]
    pub fn chosen_at(&self) -> usize {
        self.chosen
    }

    /// The chosen row; none if nothing matches.
    #[must_use]
    pub fn chosen_entry(&self) -> Option<Entry> {
        self.entries.get(self.chosen).copied()
    }

    /// The chosen scenario; none if a chapter is chosen, or nothing matches.
    #[must_use]
    pub fn chosen(&self) -> Option<&Scenario> {
        match self.chosen_entry()? {
            Entry::Scenario(at) => self.scenarios.get(at),
            Entry::Chapter(_) => None,
        }
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
        self.arrange();
        self.chosen = 0;
        self.parameter = None;
    }

    /// Lays out the rows anew.
    fn arrange(&mut self) {
        if !self.is_whole() {
            self.entries = self.finder.find(self.query.value()).into_iter().map(Entry::Scenario).collect();
            return;
        }
        let mut entries = Vec::new();
        for (at, chapter) in self.catalogue.chapters().enumerate() {
            entries.push(Entry::Chapter(at));
            if self.fold_of(at) != Fold::Folded {
                let own = self.scenarios.iter().enumerate().filter(|(_, scenario)| scenario.chapter == chapter.id);
                entries.extend(own.map(|(at, _)| Entry::Scenario(at)));
            }
        }
        self.entries = entries;
    }

    /// Chooses the row at a place of the list.
    pub fn choose(&mut self, at: usize) {
        self.chosen = at.min(self.entries.len().saturating_sub(1));
        self.parameter = None;
    }

    /// Chooses a scenario by its id, and unfolds its chapter.
    pub fn choose_id(&mut self, id: &str) {
        let Some(place) = self.scenarios.iter().position(|scenario| scenario.id == id) else {
            return self.arrange();
        };
        let chapter = self.catalogue.chapters().position(|chapter| chapter.id == self.scenarios[place].chapter);
        if let Some(fold) = chapter.and_then(|at| self.folds.get_mut(at)).filter(|fold| **fold == Fold::Folded) {
            *fold = Fold::Brief;
        }
        self.arrange();
        if let Some(at) = self.entries.iter().position(|entry| *entry == Entry::Scenario(place)) {
            self.choose(at);
        }
    }

    /// Chooses the row so many places further on.
    pub fn move_by(&mut self, by: isize) {
        self.choose(self.chosen.saturating_add_signed(by));
    }

    /// The chapter that is chosen, or of which a scenario is.
    fn chosen_chapter(&self) -> Option<usize> {
        let before = self.entries.get(..=self.chosen)?;
        before.iter().rev().find_map(|entry| match entry {
            Entry::Chapter(at) => Some(*at),
            Entry::Scenario(_) => None,
        })
    }

    /// Unfolds the chosen chapter, farther if it is unfolded already.
    pub fn unfold(&mut self) {
        let Some(chapter) = self.chosen_chapter() else { return };
        if let Some(fold) = self.folds.get_mut(chapter) {
            *fold = if *fold == Fold::Folded { Fold::Brief } else { Fold::Whole };
        }
        self.arrange();
    }

    /// Folds the chosen chapter, which is chosen then.
    pub fn fold(&mut self) {
        let Some(chapter) = self.chosen_chapter() else { return };
        if let Some(fold) = self.folds.get_mut(chapter) {
            *fold = Fold::Folded;
        }
        self.arrange();
        if let Some(at) = self.entries.iter().position(|entry| *entry == Entry::Chapter(chapter)) {
            self.choose(at);
        }
    }

    /// Folds the chosen chapter, or unfolds it.
    pub fn toggle(&mut self) {
        let is_folded = self.chosen_chapter().is_none_or(|chapter| self.fold_of(chapter) == Fold::Folded);
        if is_folded { self.unfold() } else { self.fold() }
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
        let Some(Entry::Scenario(place)) = self.chosen_entry() else { return };
        let scenario = self.scenarios.get_mut(place);
        if let Some(scenario) = scenario.filter(|scenario| at < scenario.params.len()) {
            scenario.nudge(at, if up { 1 } else { -1 });
            self.parameter = Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::source::SourceText;

    fn rows(gallery: &Gallery) -> Vec<String> {
        let row = |entry: &Entry| match *entry {
            Entry::Chapter(at) => gallery.chapter(at).map(|chapter| format!("# {}", chapter.id)),
            Entry::Scenario(at) => gallery.scenario(at).map(|scenario| scenario.id.clone()),
        };
        gallery.entries().iter().filter_map(row).collect()
    }

    #[test]
    fn somebody_new_sees_the_deadlock_in_its_chapter_and_the_others_folded() {
        let gallery = Gallery::new(Catalogue::embedded());
        assert_eq!(gallery.chosen().map(|scenario| scenario.id.as_str()), Some(FIRST));
        let rows = rows(&gallery);
        let chapters = rows.iter().filter(|row| row.starts_with('#')).count();
        assert_eq!(chapters, gallery.catalogue().chapters().count());
        let locks = gallery.catalogue().of_chapter("deadlock").count();
        assert_eq!(rows.len(), chapters + locks);
    }

    #[test]
    fn chapters_are_folded_and_unfolded_and_the_choice_stays_near() {
        let mut gallery = Gallery::new(Catalogue::embedded());
        gallery.fold();
        assert!(rows(&gallery).iter().all(|row| row.starts_with('#')));
        assert!(matches!(gallery.chosen_entry(), Some(Entry::Chapter(_))) && gallery.chosen().is_none());
        gallery.unfold();
        let Some(Entry::Chapter(chapter)) = gallery.chosen_entry() else { panic!("a chapter is chosen") };
        assert_eq!(gallery.fold_of(chapter), Fold::Brief);
        gallery.move_by(1);
        gallery.unfold();
        assert_eq!(gallery.fold_of(chapter), Fold::Whole);
        gallery.toggle();
        assert_eq!(gallery.chosen_entry(), Some(Entry::Chapter(chapter)));
    }

    #[test]
    fn a_search_lists_scenarios_alone_and_what_was_chosen_is_there_behind_it() {
        let mut gallery = Gallery::new(Catalogue::embedded());
        gallery.search();
        gallery.set_query(Input::from("queue"));
        assert_eq!(rows(&gallery)[0], "queue");
        assert!(gallery.clear_search());
        assert_eq!(gallery.chosen().map(|scenario| scenario.id.as_str()), Some("queue"));
        assert!(!gallery.clear_search());
    }

    #[test]
    fn what_was_seen_counts_for_its_chapter() {
        let mut gallery = Gallery::new(Catalogue::embedded());
        let locks = gallery.catalogue().chapters().find(|one| one.id == "deadlock").cloned().expect("a chapter");
        assert_eq!(gallery.progress_of(&locks).0, 0);
        gallery.note_opened("deadlock");
        gallery.note_opened("deadlock");
        assert_eq!((gallery.progress_of(&locks).0, gallery.progress().0), (1, 1));
        let deadlock = gallery.catalogue().find("deadlock").cloned().expect("a scenario");
        gallery.note_end("deadlock", End::Deadlock);
        gallery.note_end("deadlock", End::Finished);
        gallery.note_toured("deadlock");
        let asked = gallery.answers(&deadlock).0;
        (0..asked).for_each(|number| gallery.note_answer("deadlock", number, false));
        assert!(!gallery.is_understood(&deadlock), "it was looked at, and nothing was answered right");
        (0..asked).for_each(|number| gallery.note_answer("deadlock", number, true));
        assert!(gallery.is_understood(&deadlock) && asked > 0);
        assert!(!gallery.is_solved(&deadlock), "answers are no challenge");
        gallery.note_solved("deadlock");
        assert!(gallery.is_solved(&deadlock));
    }

    #[test]
    fn two_hundred_scenarios_are_found_and_moved_through() {
        let folder = tempfile::tempdir().expect("a folder can be made");
        for number in 0..200 {
            let (chapter, text) = (number / 12, "import threading\nthreading.Lock()\n");
            let block = format!(
                "# /// script\n# [tool.raddle]\n# title = \"Program {number}\"\n# chapter = \"part-{chapter:02}\"\n# ///\n"
            );
            std::fs::write(folder.path().join(format!("program_{number:03}.py")), format!("{block}{text}"))
                .expect("it can be written");
        }
        let mut catalogue = Catalogue::default();
        catalogue.add_folder(folder.path()).expect("it can be read");
        let mut gallery = Gallery::new(catalogue);
        assert_eq!((gallery.found(), gallery.entries().len()), (200, 17 + 12));
        for _ in 0..300 {
            gallery.move_by(1);
        }
        assert_eq!(gallery.chosen_entry(), Some(Entry::Chapter(16)));
        gallery.set_query(Input::from("program 137"));
        assert_eq!(rows(&gallery)[0], "program_137");
        gallery.set_query(Input::from("mutex"));
        assert_eq!(gallery.found(), 200);
        let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", "")), None).expect("it is read");
        assert!(!gallery.is_understood(&scenario));
    }
}

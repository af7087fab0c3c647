//! Which scenarios somebody means by what they search for, best first: by title, by notion, by primitive, by text, in both
//! languages at once.
//!
//! Words are looked up in the table of synonyms, so that `mutex` finds what uses a `Lock`. Only where no scenario has the
//! words, those are found that have their letters in order.

use super::search::matches;
use crate::scenario::{Notion, Scenario};

/// What each way to be found is worth.
mod worth {
    /// The title begins a word with what was typed.
    pub const TITLE: u32 = 100;
    /// It has the name that was typed, and no more.
    pub const NAME: u32 = 110;
    /// It has the name of what was typed.
    pub const NAME_OF_NOTION: u32 = 85;
    /// So does the id.
    pub const ID: u32 = 95;
    /// The title has a word of the notion.
    pub const TITLE_OF_NOTION: u32 = 80;
    /// It says that it shows one of the notion's concepts.
    pub const CONCEPT: u32 = 60;
    /// The program uses what the notion is called in Python.
    pub const USES: u32 = 50;
    /// The title has what was typed within a word.
    pub const WITHIN: u32 = 45;
    /// The summary has a word of the notion.
    pub const SUMMARY_OF_NOTION: u32 = 40;
    /// Summary, hint or chapter have what was typed.
    pub const TEXT: u32 = 35;
}

/// What is searched.
#[derive(Debug)]
pub(super) struct Finder {
    notions: Vec<Notion>,
    documents: Vec<Document>,
}

/// What is searched of a scenario, in lower case.
#[derive(Debug)]
struct Document {
    id: String,
    title: String,
    summary: String,
    rest: String,
    concepts: Vec<String>,
    /// The places of the notions whose primitives the program uses.
    uses: Vec<usize>,
}

impl Finder {
    /// Finds these scenarios, each with the title of its chapter.
    pub fn new<'s>(scenarios: impl Iterator<Item = (&'s Scenario, String)>) -> Self {
        let notions = Notion::embedded();
        let documents = scenarios.map(|(scenario, chapter)| Document::of(scenario, &chapter, &notions)).collect();
        Self { notions, documents }
    }

    /// The places of the scenarios that are meant, best first; all in their order if nothing is searched for.
    pub fn find(&self, query: &str) -> Vec<usize> {
        // Ids are typed as they are written elsewhere.
        let query = query.replace('_', " ");
        let terms: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
        if terms.is_empty() {
            return (0..self.documents.len()).collect();
        }
        let whole = terms.join(" ");
        let mut found: Vec<(u32, usize)> = Vec::new();
        for (at, document) in self.documents.iter().enumerate() {
            let together = self.score(document, &whole);
            let each: Option<u32> =
                terms.iter().map(|term| self.score(document, term)).try_fold(0_u32, |sum, one| Some(sum + one?));
            let best = together.max(each.map(|sum| sum / terms.len() as u32));
            found.extend(best.map(|score| (score, at)));
        }
        if found.is_empty() {
            return matches(&query, self.documents.iter().map(|document| document.title.as_str()));
        }
        found.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
        found.into_iter().map(|(_, at)| at).collect()
    }

    /// The word that was typed and what Python calls it, if that is something else.
    pub fn python_name(&self, query: &str) -> Option<(&str, &str)> {
        let typed = query.trim().to_lowercase();
        if typed.chars().count() < 2 {
            return None;
        }
        let names = self.notions.iter().filter_map(|notion| Some((notion, notion.python.as_deref()?)));
        let mut known =
            names.flat_map(|(notion, python)| notion.foreign.iter().map(move |word| (word.as_str(), python)));
        known.find(|(word, _)| word.to_lowercase().starts_with(&typed))
    }

    /// How well a scenario answers to a term; none if not at all. The best way decides, the others break ties.
    fn score(&self, document: &Document, term: &str) -> Option<u32> {
        let mut ways = vec![
            begins_a_word(&document.title, term).then_some(worth::TITLE),
            begins_a_word(&document.id, term).then_some(worth::ID),
            (document.id == term).then_some(worth::NAME),
            document.title.contains(term).then_some(worth::WITHIN),
            begins_a_word(&document.summary, term).then_some(worth::TEXT),
            begins_a_word(&document.rest, term).then_some(worth::TEXT - 5),
        ];
        for (at, notion) in self.notions.iter().enumerate().filter(|(_, notion)| is_meant(notion, term)) {
            let has_word = |text: &str| notion.words.iter().any(|word| begins_a_word(text, &word.to_lowercase()));
            ways.push(has_word(&document.title).then_some(worth::TITLE_OF_NOTION));
            let named = notion.words.iter().any(|word| word.to_lowercase() == document.id);
            ways.push(named.then_some(worth::NAME_OF_NOTION));
            let shows = notion.concepts.iter().any(|concept| document.concepts.contains(concept));
            ways.push(shows.then_some(worth::CONCEPT));
            ways.push(document.uses.contains(&at).then_some(worth::USES));
            ways.push(has_word(&document.summary).then_some(worth::SUMMARY_OF_NOTION));
        }
        let found = ways.iter().flatten().copied();
        let best = found.clone().max()?;
        Some(best * 100 + found.sum::<u32>().min(99 * 10) / 10)
    }
}

impl Document {
    fn of(scenario: &Scenario, chapter: &str, notions: &[Notion]) -> Self {
        let both = |words: &crate::scenario::Words| format!("{} {}", words.en, words.zh).to_lowercase();
        let text = scenario.source.text();
        let uses = notions.iter().enumerate().filter(|(_, notion)| notion.uses.iter().any(|one| has_call(text, one)));
        Self {
            id: scenario.id.replace('_', " ").to_lowercase(),
            title: format!("{} {}", both(&scenario.concept), both(&scenario.title)),
            summary: both(&scenario.summary),
            rest: format!("{} {}", both(&scenario.watch), chapter.to_lowercase()),
            concepts: scenario.concepts.clone(),
            uses: uses.map(|(at, _)| at).collect(),
        }
    }
}

/// Whether a notion is meant by a term: one of its words begins with it, or a part of one of those that Python's books use.
/// A single letter means nothing yet.
fn is_meant(notion: &Notion, term: &str) -> bool {
    let long = !term.is_ascii() || term.len() > 1;
    let own = || notion.words.iter().any(|word| begins_a_word(&word.to_lowercase(), term));
    long && (own() || notion.foreign.iter().any(|word| word.to_lowercase().starts_with(term)))
}

/// Whether a word of the text begins with this. In Chinese, which has no blanks, every character begins one.
fn begins_a_word(text: &str, this: &str) -> bool {
    let within = |at: usize| text[..at].chars().next_back().is_some_and(|before| before.is_ascii_alphanumeric());
    let latin = this.chars().next().is_some_and(|first| first.is_ascii_alphanumeric());
    text.match_indices(this).any(|(at, _)| !latin || !within(at))
}

/// Whether a program calls this: `Lock(` is not in `RLock(`.
fn has_call(text: &str, call: &str) -> bool {
    begins_a_word(text, call)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Catalogue;

    fn ids(query: &str) -> Vec<String> {
        let catalogue = Catalogue::embedded();
        let chapter = |scenario: &Scenario| {
            let chapter = catalogue.chapters().find(|one| one.id == scenario.chapter);
            chapter.map_or_else(String::new, |one| format!("{} {}", one.title.en, one.title.zh))
        };
        let finder = Finder::new(catalogue.scenarios().iter().map(|one| (one, chapter(one))));
        finder.find(query).into_iter().map(|at| catalogue.scenarios()[at].id.clone()).collect()
    }

    #[test]
    fn scenarios_are_found_by_notion_primitive_and_synonym_best_first() {
        for (query, best) in [
            ("deadlock", "deadlock"),
            ("死锁", "deadlock"),
            ("race", "lost_update"),
            ("竞态", "lost_update"),
            ("生产者", "queue"),
            ("producer", "queue"),
            ("channel", "queue"),
            ("信号量", "semaphore"),
            ("semaphore", "semaphore"),
            ("reentrant", "rlock"),
            ("可重入", "rlock"),
            ("barrier", "barrier"),
            ("栅栏", "barrier"),
            ("notify", "condition"),
            ("Event", "event"),
            ("join", "start_join"),
            ("lost_update fixed", "lost_update_fixed"),
        ] {
            assert_eq!(ids(query).first().map(String::as_str), Some(best), "{query}: {:?}", ids(query));
        }
    }

    #[test]
    fn a_mutex_is_what_python_calls_a_lock() {
        for query in ["mutex", "互斥", "互斥锁", "mut"] {
            let found = ids(query);
            assert!(
                ["lost_update_fixed", "deadlock"].iter().all(|id| found.iter().any(|one| one == id)),
                "{query}: {found:?}"
            );
            assert!(!found.iter().any(|one| one == "start_join"), "{query}: {found:?}");
            let about_locks = ["lost_update_fixed", "wrong_lock", "right_lock", "balance_locked", "last_seat_locked"];
            assert!(about_locks.contains(&found[0].as_str()), "{query}: {found:?}");
        }
        let finder = Finder::new(std::iter::empty());
        assert_eq!(finder.python_name("mutex"), Some(("mutex", "Lock")));
        assert_eq!(finder.python_name("互斥锁"), Some(("互斥锁", "Lock")));
        assert_eq!(finder.python_name("lock"), None);
        assert_eq!(finder.python_name("channel"), Some(("channel", "Queue")));
    }

    #[test]
    fn words_are_not_found_within_others_unless_nothing_else_is() {
        assert!(!begins_a_word("trace of a run", "race"));
        assert!(begins_a_word("a race", "race") && begins_a_word("银行里的竞态", "竞态"));
        assert_eq!(ids("prdcr").first().map(String::as_str), Some("queue"), "letters in order");
        assert!(ids("zzzzz").is_empty());
        assert_eq!(ids("  ").len(), Catalogue::embedded().scenarios().len());
    }
}

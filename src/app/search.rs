//! Incremental search: which texts match what was typed, best first. The only home of nucleo.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{AtomKind, CaseMatching, Normalization, Pattern},
};

/// The indices of the texts that match, in the order of the texts for an empty query, otherwise best first. Texts that
/// have the words as they are typed come before all; only if there is none, those that have their letters in order.
#[must_use]
pub fn matches<'t>(query: &str, texts: impl Iterator<Item = &'t str> + Clone) -> Vec<usize> {
    let found = of_kind(AtomKind::Substring, query, texts.clone());
    if found.is_empty() { of_kind(AtomKind::Fuzzy, query, texts) } else { found }
}

fn of_kind<'t>(kind: AtomKind, query: &str, texts: impl Iterator<Item = &'t str>) -> Vec<usize> {
    let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, kind);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut found: Vec<(u32, usize)> = texts
        .enumerate()
        .filter_map(|(at, text)| Some((pattern.score(Utf32Str::new(text, &mut buffer), &mut matcher)?, at)))
        .collect();
    if !query.trim().is_empty() {
        found.sort_by_key(|&(score, at)| (std::cmp::Reverse(score), at));
    }
    found.into_iter().map(|(_, at)| at).collect()
}

/// The characters of a text that match what was typed, by their places: the words as they are typed, or else its letters in
/// their order. None where it does not match.
#[must_use]
pub fn marked(query: &str, text: &str) -> Vec<usize> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let haystack = Utf32Str::new(text, &mut buffer);
    for kind in [AtomKind::Substring, AtomKind::Fuzzy] {
        let mut places = Vec::new();
        let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, kind);
        if pattern.indices(haystack, &mut matcher, &mut places).is_some() {
            places.sort_unstable();
            places.dedup();
            return places.into_iter().map(|place| place as usize).collect();
        }
    }
    Vec::new()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_match_comes_first_and_an_empty_query_matches_all() {
        let texts = ["deadlock Two locks, opposite order 死锁", "rlock A lock taken twice 可重入锁", "queue 队列"];
        let find = |query| matches(query, texts.into_iter());
        assert_eq!(find(""), [0, 1, 2]);
        assert_eq!(find("rlock"), [1]);
        assert_eq!(find("死锁"), [0]);
        assert_eq!(find("dlck"), [0], "letters in order");
        assert_eq!(find("lock").len(), 2);
        assert!(find("zzz").is_empty());
    }

    #[test]
    fn the_letters_that_match_are_marked() {
        assert_eq!(marked("run", "Run this, then run that"), [0, 1, 2]);
        assert_eq!(marked("标记", "运行到下一个标记"), [6, 7]);
        assert_eq!(marked("rt", "run that"), [0, 4]);
        assert!(marked("zz", "run").is_empty() && marked("", "run").is_empty());
    }
}

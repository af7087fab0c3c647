//! Incremental search: which texts match what was typed, best first. The only home of nucleo.

use nucleo_matcher::{
    Config, Matcher, Utf32Str,
    pattern::{CaseMatching, Normalization, Pattern},
};

/// The indices of the texts that match, in the order of the texts for an empty query, otherwise best first.
#[must_use]
pub fn matches<'t>(query: &str, texts: impl Iterator<Item = &'t str>) -> Vec<usize> {
    let pattern = Pattern::parse(query, CaseMatching::Ignore, Normalization::Smart);
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
        assert_eq!(find("lock").len(), 2);
        assert!(find("zzz").is_empty());
    }
}

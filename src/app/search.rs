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

/// How near what was typed comes to a name with other words for it, the nearest first: the name, its beginning, beginnings of
/// its words, a part of it; then the same of the other words. Where `lenient`, a letter may be wrong, too many or too few in a
/// longer word. Nothing, where it comes near to neither.
#[must_use]
pub fn nearness(query: &str, name: &str, others: &str, lenient: bool) -> Option<u8> {
    let query = query.trim().to_lowercase();
    let (name, all) = (name.to_lowercase(), format!("{name} {others}").to_lowercase());
    let asked: Vec<&str> = words(&query).collect();
    let begin = |text: &str| asked.iter().all(|ask| words(text).any(|word| word.starts_with(ask)));
    // A letter or two stand in the middle of any word.
    let is_part = |ask: &str| !ask.is_ascii() || ask.len() >= 3;
    let contain = |text: &str| asked.iter().all(|ask| text.contains(ask) && is_part(ask));
    let resemble = |text: &str| asked.iter().all(|ask| words(text).any(|word| is_slip(ask, word)));
    if asked.is_empty() || name == query {
        return Some(0);
    }
    let ranks = [
        name.starts_with(&query),
        begin(&name),
        name.contains(&query) && is_part(&query),
        begin(&all),
        contain(&all),
        lenient && resemble(&all),
    ];
    ranks.iter().position(|&holds| holds).map(|at| at as u8 + 1)
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Whether a word of four letters or more is another, or its beginning, but for one letter.
fn is_slip(typed: &str, word: &str) -> bool {
    let typed: Vec<char> = typed.chars().collect();
    let word: Vec<char> = word.chars().collect();
    if typed.len() < 4 {
        return word.starts_with(&typed);
    }
    let same = typed.iter().zip(&word).take_while(|(a, b)| a == b).count();
    let rest = |skip: usize| &typed[(same + skip).min(typed.len())..];
    let begins = |skip: usize, rest: &[char]| word.get(same + skip..).is_some_and(|word| word.starts_with(rest));
    let swapped = word.get(same..same + 2).is_some_and(|pair| typed.get(same..same + 2) == Some(&[pair[1], pair[0]]));
    begins(0, rest(0))
        || begins(1, rest(1))
        || begins(0, rest(1))
        || begins(1, rest(0))
        || (swapped && begins(2, rest(2)))
}

/// The characters of a text that match what was typed, by their places. None where it does not match.
#[must_use]
pub fn marked(query: &str, text: &str) -> Vec<usize> {
    if query.trim().is_empty() {
        return Vec::new();
    }
    let lowered = |text: &str| text.chars().filter_map(|c| c.to_lowercase().next()).collect::<Vec<char>>();
    let (text, query) = (lowered(text), lowered(query.trim()));
    let whole = text.windows(query.len()).position(|part| part == query);
    let asked: Vec<&[char]> = match whole {
        Some(_) => vec![&query],
        None => query.split(|c| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect(),
    };
    let found = asked.iter().map(|word| Some((text.windows(word.len()).position(|part| part == *word)?, word.len())));
    let Some(found) = found.collect::<Option<Vec<(usize, usize)>>>() else { return Vec::new() };
    let mut places: Vec<usize> = found.into_iter().flat_map(|(from, length)| from..from + length).collect();
    places.sort_unstable();
    places.dedup();
    places
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
        assert!(marked("rt", "run that").is_empty() && marked("zz", "run").is_empty() && marked("", "run").is_empty());
    }

    #[test]
    fn what_is_called_so_is_nearer_than_what_could_be_meant() {
        let near = |query, name, others| nearness(query, name, others, false);
        assert_eq!(near("theme", "Theme", "colour"), Some(0));
        assert_eq!(near("the", "Theme", "colour"), Some(1));
        assert_eq!(near("mark", "To the next mark", ""), Some(2));
        assert_eq!(near("下一个", "运行到下一个标记", ""), Some(3));
        assert_eq!(near("undo", "Step back", "undo rewind"), Some(4));
        assert_eq!(near("wind", "Step back", "undo rewind"), Some(5));
        for query in ["zz", "tb", "sbk", "an"] {
            assert_eq!(
                near(query, "Step back", "undo rewind 撤销 and-banana"),
                (query == "an").then_some(4),
                "{query}"
            );
        }
    }

    #[test]
    fn a_slip_is_forgiven_where_nothing_else_is_meant() {
        for slip in ["thme", "themme", "thxme", "hteme", "theem"] {
            assert_eq!(nearness(slip, "Theme", "", true), Some(6), "{slip}");
            assert_eq!(nearness(slip, "Theme", "", false), None, "{slip}");
        }
        assert_eq!(nearness("tmxe", "Theme", "", true), None);
    }
}

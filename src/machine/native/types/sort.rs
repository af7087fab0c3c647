//! Sorting by a comparison that can fail.
//!
//! The first comparisons are those of CPython's `Objects/listobject.c` (`count_run`, `binarysort`), so that the same two
//! items are blamed when there is no order among them; longer lists are merged from such runs. Stable. Knows no values.

/// Runs shorter than this are extended by insertion.
const SHORTEST_LONG: usize = 64;

/// Sorts by `less`; `reverse` puts the largest first and keeps the order of equal items all the same.
///
/// # Errors
/// The first of `less`; the items are then in an order of their own.
pub fn sort<T: Copy, E>(
    items: &mut [T],
    reverse: bool,
    mut less: impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    if reverse {
        items.reverse();
    }
    let sorted = merge_runs(items, &mut less);
    if reverse {
        items.reverse();
    }
    sorted
}

fn merge_runs<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Result<bool, E>) -> Result<(), E> {
    let mut ends = Vec::new();
    let shortest = shortest_run(items.len());
    let mut start = 0;
    while start < items.len() {
        let rest = &mut items[start..];
        let run = natural_run(rest, less)?;
        let length = run.max(shortest.min(rest.len()));
        insert_into_run(&mut rest[..length], run, less)?;
        start += length;
        ends.push(start);
    }
    while ends.len() > 1 {
        let mut merged = Vec::new();
        let mut start = 0;
        for pair in ends.chunks(2) {
            let end = *pair.last().unwrap_or(&start);
            merge(&mut items[start..end], pair[0] - start, less)?;
            merged.push(end);
            start = end;
        }
        ends = merged;
    }
    Ok(())
}

/// How long runs are made at least (`merge_compute_minrun`).
fn shortest_run(mut length: usize) -> usize {
    let mut odd = 0;
    while length >= SHORTEST_LONG {
        odd |= length & 1;
        length >>= 1;
    }
    length + odd
}

/// The length of the run at the beginning; one that falls is turned round.
fn natural_run<T: Copy, E>(items: &mut [T], less: &mut impl FnMut(&T, &T) -> Result<bool, E>) -> Result<usize, E> {
    if items.len() < 2 {
        return Ok(items.len());
    }
    let falls = less(&items[1], &items[0])?;
    let mut length = 2;
    while length < items.len() && less(&items[length], &items[length - 1])? == falls {
        length += 1;
    }
    if falls {
        items[..length].reverse();
    }
    Ok(length)
}

/// Inserts the items behind the first `sorted` ones among them, each found by halving.
fn insert_into_run<T: Copy, E>(
    items: &mut [T],
    sorted: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    for at in sorted..items.len() {
        let item = items[at];
        let (mut low, mut high) = (0, at);
        while low < high {
            let middle = low + (high - low) / 2;
            if less(&item, &items[middle])? {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        items[low..=at].rotate_right(1);
    }
    Ok(())
}

/// Merges the two runs that meet at `middle`.
fn merge<T: Copy, E>(
    items: &mut [T],
    middle: usize,
    less: &mut impl FnMut(&T, &T) -> Result<bool, E>,
) -> Result<(), E> {
    let (left, right) = items.split_at(middle);
    let (mut left, mut right) = (left.iter(), right.iter());
    let mut merged = Vec::with_capacity(items.len());
    while let (Some(a), Some(b)) = (left.clone().next(), right.clone().next()) {
        let taken = if less(b, a)? { right.next() } else { left.next() };
        merged.extend(taken);
    }
    merged.extend(left.chain(right));
    items.copy_from_slice(&merged);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sorted(mut items: Vec<(i32, usize)>, reverse: bool) -> Vec<(i32, usize)> {
        sort(&mut items, reverse, |a, b| Ok::<_, ()>(a.0 < b.0)).expect("integers are ordered");
        items
    }

    #[test]
    fn equal_items_keep_their_order_both_ways() {
        for count in [0, 1, 2, 5, 63, 64, 65, 100, 1000] {
            let items: Vec<(i32, usize)> = (0..count).map(|at| ((at * 7919 % 31) as i32, at)).collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            assert_eq!(sorted(items.clone(), false), expected);
            let mut falling = items.clone();
            falling.sort_by_key(|item| -item.0);
            assert_eq!(sorted(items, true), falling);
        }
    }

    #[test]
    fn the_first_comparison_is_of_the_second_item_with_the_first() {
        let mut seen = Vec::new();
        let mut items = [3, 1, 2];
        let stopped = sort(&mut items, false, |a, b| {
            seen.push((*a, *b));
            if seen.len() == 2 { Err(()) } else { Ok(a < b) }
        });
        assert_eq!((stopped, seen), (Err(()), vec![(1, 3), (2, 1)]));
    }
}

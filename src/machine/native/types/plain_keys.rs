//! Keys of a sort that are numbers, texts, or tuples of these: all of one shape, so that no comparison of theirs can fail, and
//! none has to ask what they are.

use crate::machine::state::{heap::Heap, object::Object, value::Value};

/// Looking at longer texts is work that is counted at each comparison.
const SHORT: usize = 4_096;

/// Longer tuples are compared one by one.
const MOST_COLUMNS: usize = 4;

/// An integer or a text. Those that are compared with each other are of one kind.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Plain<'h> {
    Int(i64),
    Text(&'h str),
}

impl<'h> Plain<'h> {
    fn of(heap: &'h Heap, value: Value) -> Option<Self> {
        match value {
            Value::Int(number) => Some(Self::Int(number)),
            Value::Object(id) => match heap.get(id) {
                Object::Str(text) if text.as_str().len() <= SHORT => Some(Self::Text(text.as_str())),
                _ => None,
            },
            _ => None,
        }
    }

    fn is_like(self, other: Self) -> bool {
        matches!((self, other), (Self::Int(_), Self::Int(_)) | (Self::Text(_), Self::Text(_)))
    }
}

/// Which key comes first, which second, and so on; equal ones stay in their order. `None` where they are not all of one shape.
pub fn order(heap: &Heap, keys: &[Value], reverse: bool) -> Option<Vec<u32>> {
    let columns = match heap_tuple(heap, *keys.first()?) {
        Some(items) if (1..=MOST_COLUMNS).contains(&items.len()) => items.len(),
        Some(_) => return None,
        None => 1,
    };
    let mut table: Vec<Plain<'_>> = Vec::with_capacity(keys.len() * columns);
    for (row, &key) in keys.iter().enumerate() {
        match heap_tuple(heap, key) {
            Some(items) if items.len() == columns => {
                for &item in items {
                    table.push(Plain::of(heap, item)?);
                }
            }
            Some(_) => return None,
            None if columns == 1 && heap_tuple(heap, keys[0]).is_none() => table.push(Plain::of(heap, key)?),
            None => return None,
        }
        let (first, last) = (&table[..columns], &table[row * columns..]);
        if !first.iter().zip(last).all(|(a, b)| a.is_like(*b)) {
            return None;
        }
    }
    let row = |at: u32| &table[at as usize * columns..(at as usize + 1) * columns];
    let mut order: Vec<u32> = (0..u32::try_from(keys.len()).ok()?).collect();
    if reverse {
        order.sort_by(|&a, &b| row(b).cmp(row(a)));
    } else {
        order.sort_by(|&a, &b| row(a).cmp(row(b)));
    }
    Some(order)
}

fn heap_tuple(heap: &Heap, value: Value) -> Option<&[Value]> {
    match heap.get(value.object()?) {
        Object::Tuple(items) => Some(items),
        _ => None,
    }
}

//! Rings that are open, closing and closed, as they are drawn.

use std::{collections::BTreeMap, time::Duration};

use super::*;
use crate::{
    host::Settings,
    locale::Language,
    scenario::Pane,
    tui::panel::{self, drawn::stage_of},
};

/// The places that the picture has at 80x24, 120x36 and 160x50.
const PLACES: [(u16, u16); 3] = [(38, 11), (59, 17), (79, 25)];

/// Who sits at the table, from thread 2 on.
const NAMES: [&str; 7] = ["ada", "ben", "cai", "dan", "eve", "fay", "gus"];

const SEATS: &str = "import threading, time\n\
    N = 5\n\
    forks = [threading.Lock() for _ in range(N)]\n\
    paper = threading.Lock()\n\
    def dine(seat):\n    \
        with forks[seat]:\n        \
            time.sleep(0.1)\n        \
            with forks[(seat + 1) % N]:\n            \
                print(seat)\n\
    names = ['ada', 'ben', 'cai', 'dan', 'eve', 'fay', 'gus']\n\
    diners = [threading.Thread(target=dine, args=(n,), name=names[n]) for n in range(N)]\n\
    for diner in diners: diner.start()\n";

fn of_threads(count: usize) -> Stage {
    let text = SEATS.replace("N = 5", &format!("N = {count}"));
    stage_of(&text, Settings::default())
}

/// What is drawn, a row a line, without the title.
fn drawn(stage: &Stage, language: Language, place: (u16, u16)) -> Vec<String> {
    panel::drawn::drawn(stage, Pane::Ring, language, place).split_off(1)
}

fn heads(rows: &[String]) -> usize {
    // A legend has arrows of its own.
    let ring = rows.iter().filter(|row| !row.contains("──▶[x]") && !row.contains("──▶(n)") && !row.contains("╭ ╮"));
    ring.flat_map(|row| row.chars()).filter(|sign| "▶◀▲▼".contains(*sign)).count()
}

#[test]
fn everybody_has_a_place_before_anything_is_wanted_and_keeps_it() {
    for place in PLACES {
        let mut stage = of_threads(5);
        let mut known: BTreeMap<char, (usize, usize)> = BTreeMap::new();
        while stage.forward(Duration::ZERO) {
            // From the moment that the last fork is there.
            if stage.scene().resources.len() < 6 {
                continue;
            }
            let rows = drawn(&stage, Language::English, place);
            for number in '2'..='6' {
                let at = rows.iter().enumerate().find_map(|(y, row)| {
                    let signs: Vec<char> = row.chars().collect();
                    // In brackets or before its name; other numbers are those of forks and counts of links.
                    let name = &NAMES[number as usize - '2' as usize];
                    let is_it = |x: &usize| {
                        let behind: String = signs[x + 1..].iter().take(4).collect();
                        signs[*x] == number && (signs[x - 1] == '(' || behind == format!(" {name}"))
                    };
                    Some((y, (1..signs.len().saturating_sub(1)).find(is_it)?))
                });
                let at = at.unwrap_or_else(|| panic!("{number} at {:?}\n{}", stage.cursor(), rows.join("\n")));
                assert_eq!(*known.entry(number).or_insert(at), at, "{number}\n{}", rows.join("\n"));
            }
        }
        assert_eq!(known.len(), 5);
    }
}

#[test]
fn a_link_more_is_an_arrow_more_until_the_circle_is_closed() {
    for count in 2..=7 {
        let mut stage = of_threads(count);
        let mut seen = 0;
        while stage.forward(Duration::ZERO) {
            let Some(table) = Table::of(&stage, stage.names()) else { continue };
            let links = table.links(stage.scene());
            let there = links.between.iter().filter(|&&link| link != Link::Absent).count();
            assert_eq!(links.left, [], "everybody sits between their two");
            for (language, place) in
                Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place)))
            {
                let rows = drawn(&stage, language, place);
                assert_eq!(heads(&rows), there, "{count} {place:?}\n{}", rows.join("\n"));
            }
            seen = seen.max(links.round());
        }
        assert_eq!(seen, 2 * count, "it ends in a circle");
        for (language, words) in [(Language::English, "circle closed"), (Language::Chinese, "已经成环")] {
            for place in PLACES {
                let rows = drawn(&stage, language, place);
                // Within the ring, the words are spread over rows.
                let is_said = words.split(' ').all(|word| rows.iter().any(|row| row.contains(word)));
                assert!(is_said || count > 5, "{count} {place:?}\n{}", rows.join("\n"));
            }
        }
    }
}

#[test]
fn what_is_no_place_of_the_list_is_not_at_the_table() {
    let mut stage = of_threads(5);
    assert!(stage.run_to_end(Duration::ZERO));
    let text = drawn(&stage, Language::English, PLACES[2]).join("\n");
    assert!(text.contains("forks[4]") && !text.contains("paper"), "{text}");
}

#[test]
fn seats_alternate_and_none_is_lost() {
    for (threads, things) in [(1, 1), (2, 2), (5, 5), (3, 2), (2, 4)] {
        let threads: Vec<ThreadId> = (1..=threads).map(ThreadId::at).collect();
        let things: Vec<ResourceId> = (0..things).map(ResourceId::at).collect();
        let seats = seats(&threads, &things);
        assert_eq!(seats.len(), threads.len() + things.len());
        let has = |seat| seats.contains(&seat);
        assert!(threads.iter().all(|&thread| has(Seat::Thread(thread))));
        assert!(things.iter().all(|&thing| has(Seat::Thing(thing))));
    }
}

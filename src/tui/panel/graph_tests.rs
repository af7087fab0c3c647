//! Rings of every size as they are drawn, at the places that the picture has.

use std::{sync::Arc, time::Duration};

use super::*;
use crate::{
    app::ThemeName,
    host::Settings,
    locale::{Language, Locale},
    scenario::Scenario,
    source::SourceText,
    tui::{motion::Motion, theme::Theme},
};

/// The places that the picture has at 80x24, 120x36 and 160x50.
const PLACES: [(u16, u16); 3] = [(38, 11), (59, 17), (79, 25)];

const SEATS: &str = "import threading, time\n\
    N = 5\n\
    forks = [threading.Lock() for _ in range(N)]\n\
    def dine(seat):\n    \
        with forks[seat]:\n        \
            time.sleep(0.1)\n        \
            with forks[(seat + 1) % N]:\n            \
                print(seat)\n\
    names = ['ada', 'ben', 'cai', 'dan', 'eve', 'fay', 'gus']\n\
    diners = [threading.Thread(target=dine, args=(n,), name=names[n]) for n in range(N)]\n\
    for diner in diners: diner.start()\n";

fn at_its_end(text: &str) -> Stage {
    let scenario = Scenario::read("x", Arc::new(SourceText::new("x.py", text)), None).expect("it is well formed");
    let mut stage = Stage::open(scenario, Settings::default()).expect("it compiles");
    assert!(stage.run_to_end(Duration::ZERO));
    stage
}

fn of_threads(count: usize) -> Stage {
    at_its_end(&SEATS.replace("N = 5", &format!("N = {count}")))
}

/// What is drawn, a row a line, without the title.
fn drawn(stage: &Stage, language: Language, (width, height): (u16, u16), motion: Motion) -> Vec<String> {
    let locale = Locale::new(language);
    let theme = Theme::of(ThemeName::Dark);
    let painter = Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme, motion };
    let view = View { painter: &painter, stage, title: "Circle".into(), thread_rows: None, shown: &[] };
    // Around the place there are cells that must stay as they are.
    let all = Rect::new(0, 0, width + 4, height + 4);
    let place = Rect { x: 2, y: 2, width, height };
    let mut buf = Buffer::empty(all);
    draw(&view, place, &mut Hits::default(), &mut buf);
    for cell in all.positions().filter(|&cell| !place.contains(cell)) {
        assert_eq!(buf[cell].symbol(), " ", "{cell:?} is outside {place:?}");
    }
    let row = |y| {
        let mut text = String::new();
        let mut x = place.x;
        while x < place.right() {
            text.push_str(buf[(x, y)].symbol());
            x += (buf[(x, y)].symbol().width() as u16).max(1);
        }
        text
    };
    (place.y + 1..place.bottom()).map(row).collect()
}

fn count(rows: &[String], signs: &[char]) -> usize {
    rows.iter().flat_map(|row| row.chars()).filter(|sign| signs.contains(sign)).count()
}

#[test]
fn rings_of_one_to_seven_threads_are_drawn_whole_at_every_size_in_both_languages() {
    for threads in 1..=7 {
        let stage = of_threads(threads);
        for (language, place) in Language::ALL.into_iter().flat_map(|language| PLACES.map(|place| (language, place))) {
            let rows = drawn(&stage, language, place, Motion::STILL);
            let text = rows.join("\n");
            // A legend has arrows and brackets of its own.
            let ring: Vec<String> = rows
                .iter()
                .filter(|row| !row.contains("──▶[x]") && !row.contains("──▶┌") && !row.contains("[n]:"))
                .cloned()
                .collect();
            assert_eq!(count(&ring, &['▶', '◀', '▲', '▼']), 2 * threads, "{threads} at {place:?}\n{text}");
            let (boxes, chips) = (count(&ring, &['╭']), count(&ring, &['(']));
            assert_eq!(
                (boxes + chips, count(&ring, &['╮', ')'])),
                (threads, threads),
                "{threads} at {place:?}\n{text}"
            );
            for number in 2..2 + threads {
                let whole = [format!("({number})"), format!("({number} "), format!(" {number} ")];
                assert!(whole.iter().any(|chip| text.contains(chip)), "{number} of {threads} at {place:?}\n{text}");
            }
            for fork in 0..threads {
                let whole = [format!("[forks[{fork}]]"), format!("[{fork}]"), format!(" forks[{fork}] ")];
                assert!(whole.iter().any(|thing| text.contains(thing)), "{fork} of {threads} at {place:?}\n{text}");
            }
            assert!(!text.contains('…'), "{threads} at {place:?}\n{text}");
            let locale = Locale::new(language);
            for word in ["ring-wants", "ring-held-by"].map(|key| locale.text(key)) {
                assert!(text.contains(&word), "`{word}` of {threads} at {place:?}\n{text}");
            }
        }
    }
}

#[test]
fn a_thread_that_waits_for_the_end_of_another_is_a_link_of_the_ring() {
    let stage = at_its_end(
        "import threading, time\n\
         pen = threading.Lock()\n\
         def write():\n    with pen: print('written')\n\
         def lead():\n    with pen:\n        helper.start()\n        helper.join()\n\
         helper = threading.Thread(target=write, name='helper')\n\
         threading.Thread(target=lead, name='leader').start()\n",
    );
    for place in PLACES {
        let rows = drawn(&stage, Language::English, place, Motion::STILL);
        let text = rows.join("\n");
        assert_eq!(count(&rows, &['▶', '◀', '▲', '▼']), 3, "{text}");
        for word in ["wants", "held by", "joins", "2 helper", "3 leader", "pen"] {
            assert!(text.contains(word), "{word} at {place:?}\n{text}");
        }
    }
}

#[test]
fn a_second_circle_is_named_below() {
    let stage = at_its_end(
        "import threading, time\n\
         a, b, c, d = (threading.Lock() for _ in range(4))\n\
         def take(one, other):\n    with one:\n        time.sleep(0.1)\n        with other: pass\n\
         for one, other in ((a, b), (b, a), (c, d), (d, c)):\n    \
             threading.Thread(target=take, args=(one, other)).start()\n",
    );
    assert_eq!(circles(stage.scene()).count(), 2);
    let rows = drawn(&stage, Language::English, PLACES[0], Motion::STILL);
    assert!(rows.last().is_some_and(|row| row.contains("also: (4) ▶ ")), "{rows:#?}");
}

#[test]
fn a_ring_that_closes_lights_up_link_by_link_and_is_red_only_if_it_cannot_be_undone() {
    let mut stage = of_threads(2);
    let closed = stage.scene().threads.iter().map(|view| view.since).max().expect("there are threads");
    stage.seek(closed, Duration::ZERO);
    let locale = Locale::new(Language::English);
    let theme = Theme::of(ThemeName::Dark);
    let reds = |millis, undoable| {
        let motion = Motion::of(closed, Duration::from_millis(millis), crate::app::RING);
        let painter = Painter { scene: stage.scene(), names: stage.names(), locale: &locale, theme, motion };
        let edges = circles(painter.scene).next().expect("it has closed").0;
        let nodes = nodes(&painter, edges);
        let links = vec![Link::Forwards; nodes.len()];
        let circle = Circle { painter: &painter, nodes, undoable, links, status: None, foreseen: &[] };
        let mut buf = Buffer::empty(Rect::new(0, 0, 38, 11));
        assert!(circle.draw(buf.area, &mut buf));
        let heads = buf.content.iter().filter(|cell| ["▶", "◀", "▲", "▼"].contains(&cell.symbol()));
        heads.filter(|cell| cell.fg == theme.bad).count()
    };
    assert_eq!([0, 80, 170, 250, 330].map(|millis| reds(millis, false)), [0, 1, 2, 3, 4]);
    assert_eq!(reds(599, true), 0);
}

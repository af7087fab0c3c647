//! Statistics and crowds as they are drawn, and the counting behind them.

use std::time::Duration;

use unicode_width::UnicodeWidthStr;

use super::super::drawn::{PLACES, drawn, stage_of};
use crate::{app::Stage, host::Settings, ids::ThreadId, locale::Language, scenario::Pane, scene::Scene};

const PARK: &str = "import threading, time\n\
    spots = threading.Semaphore(2)\n\
    total = 0\n\
    def drive(n):\n    \
        global total\n    \
        with spots:\n        \
            time.sleep(0.5)\n        \
            total += 1\n        \
            print(n)\n\
    cars = [threading.Thread(target=drive, args=(n,), name=f'car{n}') for n in range(N)]\n\
    for car in cars: car.start()\n\
    for car in cars: car.join()\n";

fn park(cars: usize) -> Stage {
    stage_of(&PARK.replace("range(N)", &format!("range({cars})")), Settings::default())
}

#[test]
fn turns_waits_and_work_add_up_and_going_back_takes_them_back() {
    let mut stage = park(3);
    let mut turns = 0;
    while stage.forward(Duration::ZERO) {
        let scene = stage.scene();
        let sum: u32 = (0..scene.threads.len()).map(|at| scene.tally(ThreadId::at(at)).turns).sum();
        assert!(sum >= turns);
        turns = sum;
    }
    let scene: &Scene = stage.scene();
    assert_eq!(turns, stage.cursor().0, "whoever takes a step has it counted");
    let waits: Vec<u32> = (1..4).map(|at| scene.tally(ThreadId::at(at)).waits).collect();
    assert_eq!(waits, [0, 0, 1], "two have spots, the third waits");
    assert_eq!(scene.time_blocked(ThreadId(1)), 0, "sleeping is not being blocked");
    let waited = scene.time_blocked(ThreadId(3));
    assert!((400_000_000..=501_000_000).contains(&waited), "until it has had its turn: {waited}");
    for at in 1..4 {
        assert!(scene.tally(ThreadId(at)).done >= 2, "each has written and printed");
    }
    let most = (0..scene.resources.len()).map(|at| scene.most_holders(crate::ids::ResourceId::at(at)));
    assert_eq!(most.max(), Some(2));
    while stage.back(Duration::ZERO) {}
    assert_eq!(stage.scene().tally(ThreadId(1)), crate::scene::Tally::default());
}

#[test]
fn both_panes_read_at_every_size_in_both_languages() {
    for cars in [1, 3, 5, 9, 30, 100] {
        let mut stage = park(cars);
        let mut steps = 0;
        while stage.forward(Duration::ZERO) && steps < 60 + 3 * cars {
            steps += 1;
        }
        for pane in [Pane::Stats, Pane::Crowd] {
            for language in Language::ALL {
                for place in PLACES {
                    let rows = drawn(&stage, pane, language, place);
                    let text = rows.join("\n");
                    if std::env::var_os("SHOW").is_some() && (cars == 3 || cars == 5 || cars == 100) {
                        println!("{cars} {place:?}\n{text}\n");
                    }
                    assert!(rows.iter().all(|row| row.width() <= usize::from(place.0)), "{text}");
                    assert!(!text.contains("stats-") && !text.contains("crowd-"), "{text}");
                    if place.1 > 1 {
                        assert!(rows.iter().any(|row| row.contains("(2")) || pane == Pane::Crowd, "{text}");
                    }
                    let cuts = rows.iter().filter(|row| row.ends_with('…')).count();
                    assert!(cuts == 0 || cars > 5 || place.1 == 1, "{cars}\n{text}");
                }
            }
        }
    }
}

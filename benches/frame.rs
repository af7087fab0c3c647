//! How long a frame takes: 160×50 cells, 32 threads, 10,000 events behind it; and the first frame of all.
//!
//! `cargo bench --bench frame`
#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use raddle::{
    app::{Action, App, Beginning, ThemeName},
    host::Settings,
    locale::Language,
    scenario::{Catalogue, Scenario},
    source::SourceText,
    tui::{depth::ColourDepth, screen},
};
use ratatui::{buffer::Buffer, layout::Rect};

const PROGRAM: &str = "\
import threading

lock = threading.Lock()
count = 0


def work():
    global count
    for _ in range(60):
        with lock:
            count += 1


for n in range(31):
    threading.Thread(target=work, name=f'worker-{n}').start()
";

fn app() -> App {
    App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language: Language::English,
        theme: ThemeName::Dark,
        motion: true,
        run: Settings::default(),
    })
}

/// The middle one of many times.
fn median(mut once: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..201)
        .map(|_| {
            let start = Instant::now();
            once();
            start.elapsed()
        })
        .collect();
    times.sort();
    times[times.len() / 2]
}

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let area = Rect::new(0, 0, 160, 50);
    let start = Instant::now();
    let first = app();
    let mut buffer = Buffer::empty(area);
    screen::draw(&first, ColourDepth::Indexed, Duration::ZERO, area, &mut buffer);
    println!("application and first frame (gallery)   {:?}", start.elapsed());

    let mut app = app();
    let source = Arc::new(SourceText::new("bench.py", PROGRAM));
    let scenario = Scenario::read("bench", source, None).expect("the program has no metadata");
    let start = Instant::now();
    app.open(scenario);
    println!("compiled and on the stage               {:?}", start.elapsed());
    let start = Instant::now();
    app.update(Action::End, Duration::ZERO);
    let stage = app.stage().expect("it was put on the stage");
    let (steps, events) = (stage.cursor().0, stage.history().event_count());
    println!("run to the end and folded               {:?} ({steps} steps, {events} events)", start.elapsed());

    let frame = median(|| {
        let mut buffer = Buffer::empty(area);
        screen::draw(&app, ColourDepth::Indexed, Duration::ZERO, area, &mut buffer);
    });
    println!("a frame of 160x50, 32 threads           {frame:?} (aim: under 2 ms)");
    let back = median(|| app.update(Action::Backward, Duration::ZERO));
    println!("a step back                             {back:?}");
}

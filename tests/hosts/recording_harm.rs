//! No file whatever does more than fail to open: good recordings with harm done to them, and any bytes at all, are read, folded
//! into scenes, and looked at on the stage.

use std::time::Duration;

use proptest::prelude::*;
use raddle::{
    app::{Action as Ask, App, recording::header},
    event::{Change, End, EventKind, LockChange, Shown},
    host::{Recording, Settings},
    ids::{StepIndex, TextId, ThreadId},
    scenario::Catalogue,
    scene::{Playback, Timeline},
    tui::{depth::ColourDepth, screen},
};
use ratatui::{buffer::Buffer, layout::Rect};

use crate::everything::{TEXTS, every_event, every_header, every_new_event, history_of, plain_app, played, saved};
use crate::harm::{harm, harmed};

fn draw(app: &App) {
    let area = Rect::new(0, 0, 120, 36);
    screen::draw(app, ColourDepth::True, Duration::from_mins(1), area, &mut Buffer::empty(area));
}

/// Goes through a recording as a viewer would.
fn look_at(recording: Recording) {
    let (mut playback, mut timeline) = (Playback::default(), Timeline::default());
    let history = &recording.history;
    timeline.extend(history, &mut playback);
    let tip = history.tip().0;
    for step in [tip, tip / 2, 0, tip / 3].map(StepIndex) {
        let threads = playback.at(history, step).threads.len();
        let lanes = (0..=threads).filter(|&at| timeline.at(history, ThreadId::at(at), step).is_some());
        assert!(lanes.count() <= threads);
    }
    let mut app = plain_app();
    app.open_recording(recording, Duration::ZERO);
    for ask in [Ask::Forward, Ask::End, Ask::Run(ThreadId(1)), Ask::Unit, Ask::Backward, Ask::Run(ThreadId(2))] {
        app.update(ask, Duration::ZERO);
        draw(&app);
    }
}

/// A good file of a small run with many kinds of events.
fn good_file() -> &'static [Vec<u8>] {
    static FILES: std::sync::OnceLock<Vec<Vec<u8>>> = std::sync::OnceLock::new();
    FILES.get_or_init(|| {
        let all = Catalogue::embedded();
        let scenarios = all.scenarios().iter().map(|scenario| {
            let session = played(scenario, Settings::default());
            saved(&header(scenario, session.settings()), session.history(), session.end())
        });
        let all_events = [every_event(), every_new_event()].concat();
        let every = saved(&every_header(), &history_of(&all_events, &TEXTS), Some(End::Finished));
        let real = include_bytes!("../recordings/version-2-cpython.raddle").to_vec();
        scenarios.chain([every, real]).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn a_harmed_file_fails_to_open_or_can_be_looked_at(
        file in any::<prop::sample::Index>(),
        harms in prop::collection::vec(harm(), 1..4),
    ) {
        let good = file.get(good_file()).clone();
        let bytes = harms.iter().fold(good, harmed);
        if let Ok(recording) = Recording::read(&bytes[..]) {
            look_at(recording);
        }
    }

    #[test]
    fn any_bytes_at_all_can_be_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), header in any::<bool>()) {
        let mut file = if header { b"{\"format\":\"raddle\",\"version\":2}\n[null,0,[],[]]\n".to_vec() } else { Vec::new() };
        file.extend(bytes);
        if let Ok(recording) = Recording::read(&file[..]) {
            look_at(recording);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn events_of_any_order_and_values_come_back(
        places in prop::collection::vec((any::<prop::sample::Index>(), any::<u32>(), any::<i32>()), 1..60),
        texts in prop::collection::vec(any::<String>(), 3),
    ) {
        let all = every_event();
        let mut events = all[..18].to_vec();
        for (at, number, value) in places {
            let mut event = *at.get(&all[18..]);
            event.kind = match event.kind {
                EventKind::Wrote { variable, .. } => EventKind::Wrote { variable, value: Shown::Int(value) },
                EventKind::Slept { .. } => EventKind::Slept { until: u64::from(number) << (number % 32) },
                EventKind::Frame { function, .. } => EventKind::Frame { function, depth: number },
                EventKind::Changed { resource, change: Change::Lock(LockChange::Acquired { .. }) } => {
                    EventKind::Changed { resource, change: Change::Lock(LockChange::Acquired { depth: number }) }
                }
                kind => kind,
            };
            events.push(event);
        }
        let texts: Vec<String> = (0..).zip(texts).map(|(at, text)| format!("{at}{text}")).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let history = history_of(&events, &texts);
        let recording = Recording::read(&saved(&every_header(), &history, None)[..]).expect("it can be opened");
        for at in (0..=history.tip().0).map(StepIndex) {
            prop_assert_eq!(history.events(at), recording.history.events(at));
        }
        prop_assert_eq!(recording.history.texts().get(TextId(2)), texts[2]);
        look_at(recording);
    }
}

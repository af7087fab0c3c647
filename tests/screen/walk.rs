//! Every scenario at every step, at four sizes, in both languages: nothing on the screen is cut that must not be, no step is
//! silent, no numbers run into each other, and every word can be read.

use std::{sync::Mutex, thread, time::Duration};

use raddle::{
    app::{Action, App, Beginning, Questions, ThemeName},
    host::Settings,
    ids::ThreadId,
    locale::Language,
    scenario::Catalogue,
    tui::{depth::ColourDepth, screen},
};
use ratatui::{
    buffer::{Buffer, Cell},
    layout::Rect,
    style::Color,
};

const SIZES: [(u16, u16); 4] = [(80, 24), (100, 30), (120, 36), (160, 50)];

/// No run is followed farther than that, in steps.
const FARTHEST: u32 = 120;

/// Long after the last change: nothing moves.
const STILL: Duration = Duration::from_mins(1);

/// Rows of the sentence.
const SENTENCE: [u16; 2] = [1, 2];

fn app(id: &str, language: Language, theme: ThemeName) -> App {
    let mut app = App::new(Beginning {
        catalogue: Catalogue::embedded(),
        language,
        theme,
        motion: true,
        run: Settings::default(),
    });
    let scenario = app.gallery().catalogue().find(id).cloned();
    app.set_questions(Questions::Asked);
    app.open(scenario.expect("it is in the catalogue"));
    app
}

/// Answers what is asked, whatever it is.
fn answer(app: &mut App) {
    for action in [Action::Run(ThreadId(0)), Action::RunSelected] {
        if app.stage().and_then(|stage| stage.question(app.locale())).is_some() {
            app.update(action, Duration::ZERO);
        }
    }
}

fn row(buffer: &Buffer, y: u16) -> String {
    (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect()
}

/// What is wrong with a screen, in words.
fn faults(buffer: &Buffer, lightest: f64) -> Vec<String> {
    let mut faults = Vec::new();
    let said = row(buffer, SENTENCE[0]);
    if said.trim_matches(['▌', ' ']).is_empty() {
        faults.push("the step is silent".to_owned());
    }
    for y in SENTENCE {
        // A name may be cut in its middle, a sentence at its end may not.
        let text = row(buffer, y);
        let end = text.trim_end();
        if end.ends_with('…') || text.contains("… ") {
            faults.push(format!("the sentence is cut: {end}"));
        }
    }
    faults.extend(colliding(buffer));
    faults.extend(unreadable(buffer, lightest));
    faults
}

/// Numbers of the axis that do not rise, or touch.
fn colliding(buffer: &Buffer) -> Option<String> {
    let axis = (0..buffer.area.height).map(|y| row(buffer, y)).find(|row| row.contains('┼'))?;
    let axis = axis.rsplit('┼').next()?;
    let numbers: Vec<u32> = axis
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .filter_map(|part| part.parse().ok())
        .collect();
    let rises = numbers.windows(2).all(|pair| pair[0] < pair[1]);
    (!rises).then(|| format!("the numbers of the axis collide: {axis}"))
}

fn luminance(colour: Color) -> Option<f64> {
    let Color::Rgb(r, g, b) = colour else { return None };
    let linear = |part: u8| match f64::from(part) / 255.0 {
        low if low <= 0.03928 => low / 12.92,
        high => ((high + 0.055) / 1.055).powf(2.4),
    };
    Some(0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b))
}

fn contrast(cell: &Cell) -> Option<f64> {
    let (one, other) = (luminance(cell.fg)?, luminance(cell.bg)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// Words under the bar; lines are decoration, and signs need less.
fn unreadable(buffer: &Buffer, least: f64) -> Option<String> {
    let columns = 0..buffer.area.width;
    (0..buffer.area.height).flat_map(|y| columns.clone().map(move |x| (x, y))).find_map(|(x, y)| {
        let cell = &buffer[(x, y)];
        let sign = cell.symbol().chars().next()?;
        let needed = match sign {
            ' ' | '─' | '│' | '┬' | '┼' | '┴' | '├' | '┤' | '▌' => return None,
            // In a history a letter is a sign.
            'z' => least.min(3.0),
            sign if sign.is_alphanumeric() => least,
            _ => 3.0,
        };
        let found = contrast(cell)?;
        (found < needed).then(|| format!("{sign:?} at {x},{y} has a contrast of {found:.1}: {}", row(buffer, y)))
    })
}

fn walk(id: &str, language: Language, theme: ThemeName, sizes: &[(u16, u16)], lightest: f64) -> Vec<String> {
    let mut app = app(id, language, theme);
    let mut all = Vec::new();
    for step in 0..FARTHEST {
        for (at, &(width, height)) in sizes.iter().enumerate() {
            // The smallest screen is the hardest: the others take turns.
            if at > 0 && step as usize % sizes.len() != at && step > 0 {
                continue;
            }
            let area = Rect::new(0, 0, width, height);
            let mut buffer = Buffer::empty(area);
            screen::draw(&app, ColourDepth::True, STILL, area, &mut buffer);
            let found = faults(&buffer, lightest);
            all.extend(
                found.into_iter().map(|fault| format!("{id}, {language}, {width}x{height}, step {step}: {fault}")),
            );
        }
        answer(&mut app);
        let before = app.stage().map(raddle::app::Stage::cursor);
        app.update(Action::Forward, Duration::ZERO);
        if app.stage().map(raddle::app::Stage::cursor) == before {
            break;
        }
    }
    all
}

#[test]
fn nothing_is_cut_silent_or_unreadable_at_any_step_of_any_scenario() {
    let ids: Vec<String> = Catalogue::embedded().scenarios().iter().map(|scenario| scenario.id.clone()).collect();
    let jobs = ids.iter().flat_map(|id| Language::ALL.map(|language| (id.as_str(), language)));
    let jobs = Mutex::new(jobs.collect::<Vec<_>>());
    let faults = Mutex::new(Vec::new());
    let next = || jobs.lock().expect("no other job has panicked").pop();
    thread::scope(|scope| {
        for _ in 0..thread::available_parallelism().map_or(2, usize::from) {
            scope.spawn(|| {
                while let Some((id, language)) = next() {
                    let found = walk(id, language, ThemeName::Dark, &SIZES, 4.5);
                    faults.lock().expect("no other job has panicked").extend(found);
                }
            });
        }
    });
    let faults = faults.into_inner().expect("no job has panicked");
    assert!(
        faults.is_empty(),
        "{} faults, such as\n{}",
        faults.len(),
        faults.iter().step_by(faults.len() / 40 + 1).cloned().collect::<Vec<_>>().join("\n")
    );
}

#[test]
fn every_theme_can_be_read_at_every_step() {
    for (theme, least) in [(ThemeName::Light, 4.5), (ThemeName::HighContrast, 7.0), (ThemeName::ColourBlind, 4.5)] {
        let faults = walk("deadlock", Language::English, theme, &[(120, 36)], least);
        assert!(faults.is_empty(), "{theme:?}: {}", faults.join("\n"));
    }
}

//! Pictures and films of the screen: SVG, PNG, GIF. What is read back, by readers that are not ours, is what was on the
//! screen.

use std::{
    collections::BTreeMap,
    fs,
    io::Cursor,
    path::Path,
    process::{Command, Output, Stdio},
    time::Duration,
};

use raddle::{
    app::{Action, App, Beginning, Speed, ThemeName},
    export::{
        gif, png,
        raster::{Image, Raster},
        shape::{Measure, drawing},
        svg,
    },
    host::Settings,
    ids::StepIndex,
    locale::Language,
    picture::{Cell, Colour, Look, Picture, Shot},
    scenario::Catalogue,
    tui::{Direction, Film, picture},
};
use roxmltree::{Document, Node};
use tempfile::TempDir;

/// Units of a cell in an SVG, and from its top to the line that letters stand on.
const CELL: (f64, f64) = (12.0, 24.0);
const BASE: f64 = 18.0;

fn stage(id: &str, language: Language, theme: ThemeName, motion: bool) -> App {
    let run = Settings::default();
    let mut app = App::new(Beginning { catalogue: Catalogue::embedded(), language, theme, motion, run });
    let scenario = app.gallery().catalogue().find(id).cloned();
    app.open(scenario.expect("the scenario is there"));
    app.stage_mut().expect("it is on the stage").run_up_to(StepIndex(200));
    app
}

/// The last screen of the deadlock.
fn still(language: Language, theme: ThemeName, size: (u16, u16)) -> Picture {
    let mut app = stage("deadlock", language, theme, false);
    app.update(Action::End, Duration::ZERO);
    picture(&app, size, Duration::from_mins(1))
}

fn film(language: Language, motion: bool, size: (u16, u16)) -> Vec<Shot> {
    let mut app = stage("deadlock", language, ThemeName::Dark, motion);
    let stage = app.stage_mut().expect("it is on the stage");
    stage.set_speed("6".parse::<Speed>().expect("a speed"), Duration::ZERO);
    let steps = StepIndex(0)..=stage.history().tip();
    Film::new(app, Direction { size, steps, idle: Duration::from_secs(1), tour: false }).collect()
}

fn one(picture: Picture) -> Vec<Shot> {
    vec![Shot { at: Duration::ZERO, lasts: Duration::ZERO, picture, step: StepIndex(0), mark: None }]
}

fn as_svg(shots: &[Shot]) -> String {
    let mut bytes = Vec::new();
    svg::write("Two <locks>", "en", &mut shots.iter().cloned(), &mut bytes).expect("a vector takes bytes");
    String::from_utf8(bytes).expect("an SVG is UTF-8")
}

fn as_gif(shots: &[Shot], scale: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    gif::write(&mut shots.iter().cloned(), scale, &mut bytes).expect("a vector takes bytes");
    bytes
}

fn as_png(picture: &Picture, scale: u8) -> Vec<u8> {
    let mut bytes = Vec::new();
    png::write("Two locks", picture, scale, &mut bytes).expect("a vector takes bytes");
    bytes
}

/// Pixels of a PNG, by the decoder of the `png` crate.
fn pixels_of(bytes: &[u8]) -> Image {
    let mut decoder = ::png::Decoder::new(Cursor::new(bytes));
    decoder.set_transformations(::png::Transformations::EXPAND | ::png::Transformations::STRIP_16);
    let mut reader = decoder.read_info().expect("a PNG");
    let mut buffer = vec![0; reader.output_buffer_size().expect("it has a size")];
    let info = reader.next_frame(&mut buffer).expect("a PNG has a picture");
    let channels = info.color_type.samples();
    let pixels = buffer[..info.buffer_size()].chunks_exact(channels).map(|p| Colour(p[0], p[1], p[2])).collect();
    Image { width: info.width as usize, height: info.height as usize, pixels }
}

fn is_drawn(cell: &Cell) -> bool {
    let measure = Measure { width: 12.0, height: 24.0, line: 2.0 };
    let mut characters = cell.text.chars();
    let character = characters.next().filter(|_| characters.next().is_none());
    character.is_some_and(|character| drawing(character, measure).is_some())
}

/// What is written on a screen: by row and column.
type Writing = BTreeMap<(usize, usize), String>;

fn writing_of(picture: &Picture) -> Writing {
    let mut writing = Writing::new();
    for y in 0..picture.height() {
        for (x, cell) in picture.row(y).iter().enumerate() {
            if !cell.text.trim().is_empty() && !is_drawn(cell) {
                writing.insert((y.into(), x), cell.text.to_string());
            }
        }
    }
    writing
}

fn number(node: Node<'_, '_>, name: &str) -> f64 {
    node.attribute(name).map_or(0.0, |text| text.parse().expect("a number"))
}

/// How far a group is shifted.
fn shift(node: Node<'_, '_>) -> (f64, f64) {
    let Some(transform) = node.attribute("transform") else { return (0.0, 0.0) };
    let inside = transform.strip_prefix("translate(").and_then(|rest| rest.strip_suffix(')'));
    let mut numbers = inside.expect("a shift").split(' ').map(|text| text.parse::<f64>().expect("a number"));
    (numbers.next().unwrap_or(0.0), numbers.next().unwrap_or(0.0))
}

/// How far each animation has shifted at a moment, by its name: the last keyframe that has begun.
fn shifts_at(css: &str, seconds: f64) -> BTreeMap<String, f64> {
    let Some((_, rest)) = css.split_once("animation:") else { return BTreeMap::new() };
    let lasts: f64 = rest[..rest.find('s').expect("seconds")].parse().expect("a number");
    let now = seconds / lasts * 100.0 + 0.001;
    let rule = |rule: &str| {
        let (name, frames) = rule.split_once('{').expect("a name and its keyframes");
        let frames = frames.split('}').filter_map(|frame| frame.split_once("{transform:translate("));
        let moments = frames.flat_map(|(times, shift)| {
            let shift: f64 = shift.trim_end_matches("px)").parse().expect("a number");
            times.split(',').map(move |time| (time.trim_end_matches('%').parse::<f64>().expect("a part"), shift))
        });
        let begun = moments.filter(|&(time, _)| time <= now);
        let last = begun.max_by(|a, b| a.0.total_cmp(&b.0)).expect("one begins at the start");
        (name.to_owned(), last.1)
    };
    css.split("@keyframes ").skip(1).map(rule).collect()
}

/// What an SVG shows at a moment, as a viewer would work it out.
fn writing_in(document: &Document<'_>, seconds: f64) -> Writing {
    let style = document.descendants().find(|node| node.has_tag_name("style")).and_then(|node| node.text());
    let shifts = shifts_at(style.unwrap_or_default(), seconds);
    let screen = document.root_element().children().find(|node| node.has_tag_name("svg")).expect("the screen");
    let width = number(screen, "width");
    let mut writing = Writing::new();
    let mut open = vec![(screen, 0.0, 0.0)];
    while let Some((node, x, y)) = open.pop() {
        let animation = node.attribute("style").and_then(|style| style.strip_prefix("animation-name:"));
        let moved = animation.map_or(0.0, |name| shifts[name]);
        let (dx, dy) = shift(node);
        let (x, y) = (x + dx + moved, y + dy);
        if node.has_tag_name("text") {
            write(node, x + number(node, "x"), y, width, &mut writing);
        } else if let Some(used) = node.attribute("href") {
            let target = document.descendants().find(|node| node.attribute("id") == Some(&used[1..]));
            open.push((target.expect("what is used is there"), x + number(node, "x"), y));
        }
        open.extend(node.children().filter(Node::is_element).map(|child| (child, x, y)));
    }
    writing
}

/// Puts the letters of a text where they stand, if they are on the screen.
fn write(node: Node<'_, '_>, x: f64, y: f64, width: f64, writing: &mut Writing) {
    if !(0.0..width).contains(&x) {
        return;
    }
    let mut column = (x / CELL.0).floor() as usize;
    let row = ((y - BASE) / CELL.1).round() as usize;
    for letter in node.text().unwrap_or_default().chars() {
        if letter != ' ' {
            let before = writing.insert((row, column), letter.to_string());
            assert_eq!(before, None, "two letters stand on {column}, {row}");
        }
        column += if letter as u32 >= 0x2E80 { 2 } else { 1 };
    }
}

#[test]
fn a_still_svg_says_what_the_screen_says_where_it_says_it() {
    for language in [Language::English, Language::Chinese] {
        for size in [(80, 24), (160, 50)] {
            let picture = still(language, ThemeName::Dark, size);
            let svg = as_svg(&one(picture.clone()));
            let document = Document::parse(&svg).expect("an SVG is XML");
            assert_eq!(writing_in(&document, 0.0), writing_of(&picture), "{language:?} {size:?}");
            assert!(!svg.contains("animation"), "a still does not move");
        }
    }
}

#[test]
fn a_moving_svg_shows_each_screen_in_its_time() {
    for motion in [false, true] {
        let shots = film(Language::Chinese, motion, (90, 26));
        assert!(shots.len() > 10);
        let svg = as_svg(&shots);
        let document = Document::parse(&svg).expect("an SVG is XML");
        for shot in &shots {
            let middle = (shot.at + shot.lasts / 2).as_secs_f64();
            assert_eq!(writing_in(&document, middle), writing_of(&shot.picture), "at {middle} s, motion {motion}");
        }
    }
}

#[test]
fn an_svg_can_be_read_without_seeing_it() {
    let svg = as_svg(&film(Language::English, false, (90, 26)));
    let document = Document::parse(&svg).expect("an SVG is XML");
    let root = document.root_element();
    let text = |name: &str| root.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
    assert_eq!(root.attribute("role"), Some("img"));
    assert_eq!(root.attribute("aria-labelledby"), Some("title desc"));
    assert_eq!(text("title"), Some("Two <locks>"));
    let described = text("desc").expect("a description");
    assert!(described.contains("alice wants paper, bob holds it: blocked"), "{described}");
    assert!(svg.contains("prefers-reduced-motion"));
    let still = as_svg(&one(still(Language::English, ThemeName::Dark, (100, 30))));
    assert!(still.contains("(3) wants pen, (2) holds it"), "a still says its screen");
}

#[test]
fn an_svg_is_small() {
    let shots = film(Language::English, true, (100, 30));
    let (moving, still) = (as_svg(&shots).len(), as_svg(&shots[..1]).len());
    assert!(still < 40_000, "{still} bytes");
    assert!(moving < 400_000, "{moving} bytes for {} screens", shots.len());
}

#[test]
fn other_programs_draw_the_svg() {
    let folder = TempDir::new().expect("a folder can be made");
    for (at, theme) in ThemeName::ALL.into_iter().enumerate() {
        let picture = still(Language::Chinese, theme, (80, 24));
        let (path, drawn) = (folder.path().join(format!("{at}.svg")), folder.path().join(format!("{at}.png")));
        fs::write(&path, as_svg(&one(picture.clone()))).expect("a file can be written");
        let (width, height) = (80 * 12, 24 * 24);
        let mut program = Command::new("rsvg-convert");
        program.args(["-w", &width.to_string(), "-h", &height.to_string(), "-o"]).arg(&drawn).arg(&path);
        let Ok(output) = program.output() else {
            eprintln!("skipped: there is no rsvg-convert");
            return;
        };
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let image = pixels_of(&fs::read(drawn).expect("it was written"));
        assert_eq!((image.width, image.height), (width, height));
        for y in 0..picture.height() {
            for (x, cell) in picture.row(y).iter().enumerate().filter(|(_, cell)| cell.text == " ") {
                let middle = (usize::from(y) * 24 + 12) * width + x * 12 + 6;
                // A letter may stand a little over its cell: of blanks, those between blanks.
                let alone = |x: usize| picture.row(y).get(x).is_none_or(|cell| cell.text == " ");
                if x > 0 && alone(x - 1) && alone(x + 1) && !cell.look.underlined {
                    assert_eq!(image.pixels[middle], cell.look.ground, "{x} {y} {theme:?}");
                }
            }
        }
    }
}

#[test]
fn a_png_has_each_cell_in_its_colours() {
    for scale in 1..=4 {
        let picture = still(Language::Chinese, ThemeName::Light, (80, 24));
        let bytes = as_png(&picture, scale);
        let image = pixels_of(&bytes);
        assert_eq!(image, Raster::new(scale).image(&picture));
        let (width, height) = (8 * usize::from(scale), 16 * usize::from(scale));
        assert_eq!((image.width, image.height), (80 * width, 24 * height));
        for y in 0..picture.height() {
            for (x, cell) in picture.row(y).iter().enumerate().filter(|(_, cell)| cell.width > 0) {
                let rows = usize::from(y) * height..(usize::from(y) + 1) * height;
                let columns = x * width..(x + usize::from(cell.width)) * width;
                let all = || rows.clone().flat_map(|row| columns.clone().map(move |column| (row, column)));
                let has = |colour| all().any(|(row, column)| image.pixels[row * image.width + column] == colour);
                let is = |colour| all().all(|(row, column)| image.pixels[row * image.width + column] == colour);
                match &*cell.text {
                    " " if !cell.look.underlined => assert!(is(cell.look.ground), "{x} {y}"),
                    "█" => assert!(is(cell.look.text), "{x} {y}"),
                    "─" | "│" | "■" => assert!(has(cell.look.text) && has(cell.look.ground), "{x} {y}"),
                    " " | "▒" | "░" => {}
                    text => assert!(!is(cell.look.ground), "{text} is seen at {x} {y}, scale {scale}"),
                }
            }
        }
    }
}

/// A picture of these rows, in black on white.
fn page(rows: &[&str]) -> Picture {
    let width = rows.iter().map(|row| row.chars().count()).max().unwrap_or(0);
    let look = Look { text: Colour(0, 0, 0), ground: Colour(255, 255, 255), ..Look::default() };
    let cell = |character: char| Cell { text: character.to_string().into(), width: 1, look };
    let cells = rows.iter().flat_map(|row| row.chars().chain(std::iter::repeat(' ')).take(width)).map(cell).collect();
    Picture::new(width as u16, look.ground, cells)
}

#[test]
fn lines_join() {
    for (rows, runs) in [
        (["┌─┬─┐", "├─┼─┤", "└─┴─┘"], 3),
        (["╭─┬─╮", "├─┼─┤", "╰─┴─╯"], 3),
        (["┏━┳━┓", "┣━╋━┫", "┗━┻━┛"], 3),
        (["╔═╦═╗", "╠═╬═╣", "╚═╩═╝"], 6),
    ] {
        for scale in 1..=4 {
            let image = Raster::new(scale).image(&page(&rows));
            let dark = |x: usize, y: usize| image.pixels[y * image.width + x].0 < 200;
            let cell = (8 * usize::from(scale), 16 * usize::from(scale));
            // Between two columns, and between two rows, as many lines cross as there are.
            let count = |line: Vec<bool>| line.windows(2).filter(|pair| !pair[0] && pair[1]).count();
            for x in [cell.0, 2 * cell.0, 3 * cell.0, 4 * cell.0] {
                for x in [x - 1, x] {
                    assert_eq!(count((0..image.height).map(|y| dark(x, y)).collect()), runs, "{rows:?} {x} {scale}");
                }
            }
            for y in [cell.1, 2 * cell.1] {
                for y in [y - 1, y] {
                    assert_eq!(count((0..image.width).map(|x| dark(x, y)).collect()), runs, "{rows:?} {y} {scale}");
                }
            }
        }
    }
}

#[test]
fn every_box_and_block_is_drawn() {
    for code in 0x2500..=0x259F {
        let character = char::from_u32(code).expect("a character");
        let image = Raster::new(2).image(&page(&[&character.to_string()]));
        assert!(image.pixels.iter().any(|pixel| pixel.0 < 255), "{character} U+{code:X}");
    }
}

#[test]
fn another_reader_finds_the_png_sound() {
    const READER: &str = r"
import struct, sys, zlib
data = sys.stdin.buffer.read()
assert data[:8] == b'\x89PNG\r\n\x1a\n'
at, chunks = 8, []
while at < len(data):
    length, = struct.unpack('>I', data[at:at+4])
    kind, body = data[at+4:at+8], data[at+8:at+8+length]
    assert struct.unpack('>I', data[at+8+length:at+12+length])[0] == zlib.crc32(kind + body)
    chunks.append((kind, body)); at += 12 + length
width, height, depth, colour = struct.unpack('>IIBB', chunks[0][1][:10])
raw = zlib.decompress(b''.join(body for kind, body in chunks if kind == b'IDAT'))
samples = {2: 3, 3: 1}[colour]
assert len(raw) == height * (1 + width * samples * depth // 8), (len(raw), width, height, colour, depth)
assert chunks[-1] == (b'IEND', b'')
print(width, height)
";
    let folder = TempDir::new().expect("a folder can be made");
    let path = folder.path().join("a.png");
    let picture = still(Language::English, ThemeName::Dark, (80, 24));
    fs::write(&path, as_png(&picture, 2)).expect("a file can be written");
    let input = fs::File::open(&path).expect("it was written");
    let Ok(output) = Command::new("python3").args(["-c", READER]).stdin(input).output() else {
        eprintln!("skipped: there is no python3");
        return;
    };
    assert_eq!(String::from_utf8_lossy(&output.stdout), "1280 768\n", "{}", String::from_utf8_lossy(&output.stderr));
}

/// A GIF, decoded: its screens one after the other, and how long each stays, in hundredths of a second.
fn screens_of(bytes: &[u8]) -> (Vec<(Image, u32)>, ::gif::Repeat) {
    let mut options = ::gif::DecodeOptions::new();
    options.set_color_output(::gif::ColorOutput::RGBA);
    options.check_frame_consistency(true);
    let mut decoder = options.read_info(bytes).expect("a GIF");
    let (width, height) = (usize::from(decoder.width()), usize::from(decoder.height()));
    let mut image = Image { width, height, pixels: vec![Colour(0, 0, 0); width * height] };
    let mut screens = Vec::new();
    while let Some(frame) = decoder.read_next_frame().expect("a frame") {
        let (left, top) = (usize::from(frame.left), usize::from(frame.top));
        for (at, pixel) in frame.buffer.chunks_exact(4).enumerate().filter(|(_, pixel)| pixel[3] > 0) {
            let (x, y) = (left + at % usize::from(frame.width), top + at / usize::from(frame.width));
            image.pixels[y * width + x] = Colour(pixel[0], pixel[1], pixel[2]);
        }
        screens.push((image.clone(), u32::from(frame.delay)));
    }
    (screens, decoder.repeat())
}

fn is_near(a: Colour, b: Colour) -> bool {
    let apart = |a: u8, b: u8| a.abs_diff(b) < 24;
    apart(a.0, b.0) && apart(a.1, b.1) && apart(a.2, b.2)
}

#[test]
fn a_gif_shows_each_screen_for_its_time_and_again() {
    for (language, motion) in [(Language::English, false), (Language::Chinese, true)] {
        let shots = film(language, motion, (64, 20));
        let (screens, repeat) = screens_of(&as_gif(&shots, 1));
        assert_eq!(repeat, ::gif::Repeat::Infinite);
        let mut expected: Vec<&Shot> = Vec::new();
        for shot in &shots {
            match expected.last() {
                Some(last) if last.picture == shot.picture => {}
                _ => expected.push(shot),
            }
        }
        assert_eq!(screens.len(), expected.len());
        let (mut at, mut exact) = (0_u32, 0);
        for ((image, delay), shot) in screens.iter().zip(&expected) {
            assert!(shot.at.as_millis().abs_diff(u128::from(at) * 10) <= 5, "at {:?}, not {at}", shot.at);
            let raster = Raster::new(1).image(&shot.picture);
            assert_eq!((image.width, image.height), (64 * 8, 20 * 16));
            let far = image.pixels.iter().zip(&raster.pixels).position(|(&a, &b)| !is_near(a, b));
            assert_eq!(far.map(|far| (far % image.width, far / image.width)), None, "at {:?}", shot.at);
            exact += image.pixels.iter().zip(&raster.pixels).filter(|(a, b)| a == b).count();
            assert!(*delay >= 2);
            at += delay;
        }
        let end = shots.last().map(|shot| shot.at + shot.lasts).expect("a film has an end");
        assert!(end.as_millis().abs_diff(u128::from(at) * 10) <= 5);
        // The palette has nearly all that is needed.
        assert!(exact as f64 > 0.97 * (screens.len() * 64 * 8 * 20 * 16) as f64, "{exact}");
    }
}

#[test]
fn what_is_too_short_for_a_gif_is_left_out() {
    let pages = ["a", "b", "c", "d"].map(|text| page(&[text]));
    let shot = |(at, picture): (u64, &Picture)| Shot {
        at: Duration::from_millis(at),
        lasts: Duration::from_millis(5),
        ..one(picture.clone()).remove(0)
    };
    let shots: Vec<Shot> = [0, 500, 505, 1000].into_iter().zip(&pages).map(shot).collect();
    let (screens, _) = screens_of(&as_gif(&shots, 1));
    let delays: Vec<u32> = screens.iter().map(|&(_, delay)| delay).collect();
    assert_eq!(delays, [50, 50, 1]);
    let second = Raster::new(1).image(&pages[2]);
    assert!(screens[1].0 == second, "the later of the two is shown");
}

#[test]
fn the_same_film_makes_the_same_file() {
    let films = [(); 2].map(|()| film(Language::English, true, (64, 20)));
    let [a, b] = films.map(|shots| (as_svg(&shots), as_gif(&shots, 1), as_png(&shots[0].picture, 1)));
    assert!(a == b);
}

fn raddle(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_raddle"));
    command.args(arguments).current_dir(folder).stdin(Stdio::null()).env_remove("LANG").env_remove("LC_ALL");
    command.output().expect("the program can be run")
}

fn make(folder: &Path, arguments: &[&str]) {
    let output = raddle(folder, &[arguments, &["--force"]].concat());
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn what_a_program_prints_is_harmless() {
    let folder = TempDir::new().expect("a folder can be made");
    let program =
        "print('<&>\"]]>\\x1b[31m\\x00\\x07\\ufffe\\uffff\\u202e-->é́👩‍👩‍👧锁</svg>')\nprint('</style><script>')\n";
    fs::write(folder.path().join("hostile.py"), program).expect("a file can be written");
    for output in ["a.svg", "a.png", "a.gif", "a.txt"] {
        make(folder.path(), &["export", "hostile.py", "--size", "120x30", "-o", output]);
    }
    for arguments in [&["--step", "2"][..], &[]] {
        make(folder.path(), &[&["export", "hostile.py", "--size", "120x30", "-o", "b.svg"], arguments].concat());
        let svg = fs::read_to_string(folder.path().join("b.svg")).expect("it was written");
        let document = Document::parse(&svg).expect("an SVG is XML");
        assert!(document.descendants().any(|node| node.text().is_some_and(|text| text.contains("<&>\"]]>"))));
        assert!(!document.descendants().any(|node| node.has_tag_name("script")));
    }
}

#[test]
fn the_command_makes_what_the_ending_says() {
    let folder = TempDir::new().expect("a folder can be made");
    let read = |name: &str| fs::read(folder.path().join(name)).expect("it was written");
    make(folder.path(), &["export", "deadlock", "--step", "14", "--size", "80x24", "--lang", "zh", "-o", "a.txt"]);
    let expected = still(Language::Chinese, ThemeName::Dark, (80, 24)).text();
    assert_eq!(String::from_utf8(read("a.txt")).expect("a text is UTF-8"), expected);

    make(folder.path(), &["export", "deadlock", "--scale", "3", "--size", "80x24", "--theme", "light", "-o", "a.png"]);
    let expected = Raster::new(3).image(&still(Language::English, ThemeName::Light, (80, 24)));
    assert!(pixels_of(&read("a.png")) == expected, "without a step it is the last");

    make(folder.path(), &["export", "deadlock", "--steps", "3..5", "--no-motion", "--scale", "1", "-o", "a.gif"]);
    assert_eq!(screens_of(&read("a.gif")).0.len(), 3, "three steps");

    make(folder.path(), &["export", "deadlock", "--step", "5", "-o", "a.svg"]);
    assert!(!String::from_utf8_lossy(&read("a.svg")).contains("@keyframes"));
    make(folder.path(), &["export", "deadlock", "-o", "a.svg"]);
    assert!(String::from_utf8_lossy(&read("a.svg")).contains("@keyframes"));

    for (arguments, code) in [(&["--scale", "9"], 2), (&["--scale", "0"], 2), (&["--step", "9999"], 2)] {
        let output = raddle(folder.path(), &[&["export", "deadlock", "-o", "no.png"], &arguments[..]].concat());
        assert_eq!(output.status.code(), Some(code), "{arguments:?}");
        assert!(!output.stderr.is_empty() && !folder.path().join("no.png").exists());
    }
}

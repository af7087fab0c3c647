//! A film as a video, made by `ffmpeg`, which is a program of its own and need not be there. It is given plain pixels, and
//! what it makes is taken from its output, so that it never touches a file.

use std::{
    io::{self, Read, Write},
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

use super::raster::Raster;
use crate::picture::Shot;

/// Pictures a second.
const RATE: u32 = 25;

/// What a video is packed in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Container {
    /// H.264 in an MP4.
    Mp4,
    /// VP9 in a `WebM`.
    WebM,
}

impl Container {
    /// What ffmpeg is told of the output. An MP4 that cannot be gone back in has to be in fragments.
    const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Mp4 => {
                &["-c:v", "libx264", "-preset", "medium", "-movflags", "frag_keyframe+empty_moov", "-f", "mp4"]
            }
            Self::WebM => &["-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "30", "-f", "webm"],
        }
    }
}

/// Whether there is an `ffmpeg` to be run.
#[must_use]
pub fn is_possible() -> bool {
    let mut ffmpeg = Command::new("ffmpeg");
    let asked = ffmpeg.arg("-version").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    asked.status().is_ok_and(|status| status.success())
}

/// Writes a film as a video.
///
/// # Errors
/// When ffmpeg cannot be run or fails: with what it says; or when the film cannot be written.
pub fn write(
    container: Container,
    shots: &mut dyn Iterator<Item = Shot>,
    scale: u8,
    out: &mut dyn Write,
) -> io::Result<()> {
    let mut shots = shots.peekable();
    let Some(first) = shots.peek() else { return Ok(()) };
    let raster = Raster::new(scale);
    let image = raster.image(&first.picture);
    let mut ffmpeg = begin(container, (image.width, image.height))?;
    let (mut stdin, mut stdout, mut stderr) = (ffmpeg.stdin.take(), ffmpeg.stdout.take(), ffmpeg.stderr.take());
    let (given, made, said) = thread::scope(|scope| {
        let read = |from: Option<&mut dyn Read>| {
            let mut all = Vec::new();
            from.map_or(Ok(0), |from| from.read_to_end(&mut all)).map(|_| all)
        };
        let made = scope.spawn(move || read(stdout.as_mut().map(|from| from as &mut dyn Read)));
        let said = scope.spawn(move || read(stderr.as_mut().map(|from| from as &mut dyn Read)));
        let given = stdin.as_mut().map_or(Ok(()), |to| give(raster, &mut shots, to));
        drop(stdin);
        (given, made.join(), said.join())
    });
    let status = ffmpeg.wait()?;
    if !status.success() {
        let said = said.ok().and_then(Result::ok).unwrap_or_default();
        let said = String::from_utf8_lossy(&said);
        let last = said.lines().rev().find(|line| !line.trim().is_empty()).unwrap_or("it says nothing").to_owned();
        return Err(io::Error::other(format!("ffmpeg: {last}")));
    }
    given?;
    out.write_all(&made.map_err(|_| io::Error::other("ffmpeg: its output could not be read"))??)
}

fn begin(container: Container, (width, height): (usize, usize)) -> io::Result<Child> {
    let size = format!("{width}x{height}");
    let rate = RATE.to_string();
    Command::new("ffmpeg")
        .args(["-hide_banner", "-loglevel", "error", "-f", "rawvideo", "-pix_fmt", "rgb24", "-s", &size, "-r", &rate])
        // Players want sides that are even, and colours in this form.
        .args(["-i", "pipe:0", "-an", "-vf", "pad=ceil(iw/2)*2:ceil(ih/2)*2", "-pix_fmt", "yuv420p"])
        .args(container.arguments())
        .arg("pipe:1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
}

/// Gives ffmpeg the pixels of each picture, as often as it is to be seen.
fn give(raster: Raster, shots: &mut dyn Iterator<Item = Shot>, to: &mut dyn Write) -> io::Result<()> {
    let mut given = 0;
    for shot in shots {
        let until = pictures_until(shot.at + shot.lasts).max(1);
        if until <= given {
            continue;
        }
        let pixels: Vec<u8> =
            raster.image(&shot.picture).pixels.iter().flat_map(|colour| [colour.0, colour.1, colour.2]).collect();
        for _ in given..until {
            to.write_all(&pixels)?;
        }
        given = until;
    }
    Ok(())
}

/// How many pictures there are up to a time.
fn pictures_until(time: Duration) -> u64 {
    (time.as_millis() as u64 * u64::from(RATE)).div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_has_as_many_pictures_as_the_rate_says() {
        assert_eq!(pictures_until(Duration::from_secs(2)), 50);
        assert_eq!(pictures_until(Duration::from_millis(1)), 1);
        assert_eq!(pictures_until(Duration::ZERO), 0);
    }
}

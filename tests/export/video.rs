//! Videos are made by ffmpeg. A stand-in for it tells what it was given.

#![cfg(unix)]

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Command, Output},
};

/// Notes its arguments and how many bytes it is given, and makes a film of one word.
const STAND_IN: &str = "#!/bin/sh\ncase \"$*\" in *-version*) exit 0;; esac\necho \"$*\" > \"$NOTES/arguments\"\n\
                        wc -c > \"$NOTES/bytes\"\nprintf film\n";

/// Takes everything and fails.
const BROKEN: &str =
    "#!/bin/sh\ncase \"$*\" in *-version*) exit 0;; esac\ncat > /dev/null\necho 'Unknown encoder' >&2\nexit 1\n";

fn export(folder: &Path, program: Option<&str>, name: &str) -> Output {
    let tools = folder.join("tools");
    fs::create_dir_all(&tools).expect("a folder can be made");
    if let Some(program) = program {
        let path = tools.join("ffmpeg");
        fs::write(&path, program).expect("a script can be written");
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it can be made to run");
    }
    let path =
        if program.is_some() { format!("{}:/usr/bin:/bin", tools.display()) } else { tools.display().to_string() };
    let mut raddle = Command::new(env!("CARGO_BIN_EXE_raddle"));
    raddle
        .args([
            "export",
            "deadlock",
            "--steps",
            "0..2",
            "--no-motion",
            "--size",
            "40x12",
            "--scale",
            "1",
            "--lang",
            "en",
            "-o",
        ])
        .arg(folder.join(name));
    raddle.env("PATH", path).env("NOTES", folder).output().expect("raddle starts")
}

#[test]
fn ffmpeg_is_given_each_picture_as_often_as_it_is_to_be_seen() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    for (name, codec) in [("run.mp4", "libx264"), ("run.webm", "libvpx-vp9")] {
        let run = export(folder.path(), Some(STAND_IN), name);
        assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
        assert_eq!(fs::read_to_string(folder.path().join(name)).expect("it is there"), "film");
        let arguments = fs::read_to_string(folder.path().join("arguments")).expect("it was run");
        assert!(arguments.contains(codec) && arguments.contains("-s 320x192"), "{arguments}");
        let bytes = fs::read_to_string(folder.path().join("bytes")).expect("it was given something");
        let bytes: usize = bytes.trim().parse().expect("a number");
        let pictures = bytes / (320 * 192 * 3);
        assert_eq!(bytes % (320 * 192 * 3), 0, "whole pictures");
        assert!((25..2000).contains(&pictures), "{pictures} pictures at 25 a second");
    }
}

#[test]
fn without_ffmpeg_it_says_so_and_what_else_there_is() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let run = export(folder.path(), None, "run.mp4");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(!run.status.success() && said.contains("ffmpeg") && said.contains(".gif"), "{said}");
    assert!(!folder.path().join("run.mp4").exists());
}

#[test]
fn what_ffmpeg_complains_of_is_passed_on_and_no_half_file_stays() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let run = export(folder.path(), Some(BROKEN), "run.mp4");
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(!run.status.success() && said.contains("Unknown encoder"), "{said}");
    let left: Vec<_> =
        fs::read_dir(folder.path()).expect("it can be read").flatten().map(|entry| entry.file_name()).collect();
    assert_eq!(left, ["tools"], "nothing else is left");
}

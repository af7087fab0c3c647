//! Many programs under one `python3`: starting it takes longer than most of them run.

use std::{
    io::Write as _,
    process::{Command, Stdio},
};

/// Reads programs, each behind a line with its length in bytes, and prints what each printed in the same way.
const DRIVER: &str = r#"
import io, sys, threading
given = sys.stdin.buffer
real = sys.stdout.buffer
threading.excepthook = lambda args: print("in a thread:", args.exc_type.__name__, args.exc_value)
while True:
    line = given.readline()
    if not line:
        break
    text = given.read(int(line)).decode()
    sys.stdout = out = io.StringIO()
    try:
        exec(compile(text, "fuzz.py", "exec"), {"__name__": "__main__"})
    except BaseException as e:
        print("uncaught:", type(e).__name__, e)
    got = out.getvalue().encode("utf-8", "backslashreplace")
    real.write(b"%d\n" % len(got) + got)
    real.flush()
"#;

/// What `python3` prints for each program; `None` where there is no `python3` 3.11.
pub fn outputs(programs: &[String]) -> Option<Vec<String>> {
    let version = Command::new("python3").args(["-c", "import sys; print(*sys.version_info[:2])"]).output().ok()?;
    if version.stdout.trim_ascii() != b"3 11" {
        return None;
    }
    let mut child = Command::new("python3")
        .args(["-I", "-X", "utf8", "-W", "ignore", "-c", DRIVER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .ok()?;
    let mut given = child.stdin.take()?;
    let texts = programs.to_vec();
    let writer = std::thread::spawn(move || {
        for text in texts {
            // When it ends early, what it printed so far says where.
            if write!(given, "{}\n{text}", text.len()).is_err() {
                break;
            }
        }
    });
    let all = child.wait_with_output().expect("python3 ends").stdout;
    writer.join().expect("the writer ends");
    let mut rest = &all[..];
    let mut outputs = Vec::new();
    while let Some(end) = rest.iter().position(|&byte| byte == b'\n') {
        let length: usize = std::str::from_utf8(&rest[..end]).ok()?.parse().expect("a length");
        let (text, more) = rest[end + 1..].split_at(length);
        outputs.push(String::from_utf8_lossy(text).into_owned());
        rest = more;
    }
    assert_eq!(
        outputs.len(),
        programs.len(),
        "python3 did not get through:\n{}",
        programs[outputs.len().min(programs.len() - 1)]
    );
    Some(outputs)
}

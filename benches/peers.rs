//! How long a check takes beside other checkers, from the file to the verdict: Spin and Harmony, where they are installed, on
//! models of the same programs. Prints ratios; what is not there is skipped, with the reason.
//!
//! `cargo bench --bench peers [-- WORD]`; a word picks programs by their names. `RADDLE_PEERS` names the folder with the programs, the
//! models and `run_peers.py` (`../shared/peers` unless it is said), `PEERS_HOME` the one in which Harmony was installed.
#![expect(clippy::print_stdout, reason = "a bench prints its figures")]

use std::{
    env,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use serde_json::Value;

/// Each is the best of so many runs.
const ROUNDS: usize = 3;

/// The rows: the peers' name of a program, and the file that raddle checks.
const ROWS: &[(&str, &str)] = &[
    ("two_locks", "two_locks.py"),
    ("philosophers(3)", "philosophers_3.py"),
    ("philosophers(5)", "philosophers_5.py"),
    ("philosophers_ordered(5)", "philosophers_ordered_5.py"),
    ("philosophers_ordered(10)", "philosophers_ordered_10.py"),
    ("lost_update(2,3)", "lost_update_2_3.py"),
    ("lost_update(3,3)", "lost_update_3_3.py"),
    ("lost_update(4,3)", "lost_update_4_3.py"),
    ("lost_update(4,4)", "lost_update_4_4.py"),
    ("bounded_buffer(1,1,3)", "bounded_buffer_1_1_3.py"),
    ("bounded_buffer(2,2,2)", "bounded_buffer_2_2_2.py"),
    ("bounded_buffer(2,2,3)", "bounded_buffer_2_2_3.py"),
    ("peterson", "peterson.py"),
];

/// Another checker.
struct Peer {
    name: &'static str,
    /// Why it cannot be run here.
    lack: Option<String>,
}

fn main() {
    let word = env::args().skip(1).find(|word| !word.starts_with('-')).unwrap_or_default();
    let Some(folder) = folder() else {
        println!("skipped: no folder with the peers' programs; RADDLE_PEERS=… names one");
        return;
    };
    let peers = [spin(), harmony(&folder)];
    for peer in &peers {
        match &peer.lack {
            Some(lack) => println!("{} is skipped: {lack}", peer.name),
            None => println!("{} is run, too", peer.name),
        }
    }
    println!(
        "Seconds from the file to the verdict, best of {ROUNDS}; in brackets how many times as long as raddle takes.\n"
    );
    println!("{:<26}{:>10}{:>20}{:>20}", "program", "raddle", "Spin", "Harmony");
    for (label, file) in ROWS.iter().filter(|(label, _)| label.contains(&word)) {
        let path = folder.join("programs/raddle").join(file);
        let own = best(|| check(&path));
        let shown = own.as_ref().map_or_else(Clone::clone, |took| format!("{:.3}", took.as_secs_f64()));
        print!("{label:<26}{shown:>10}");
        for peer in &peers {
            let cell = match (&peer.lack, &own) {
                (Some(_), _) => "–".to_owned(),
                (None, own) => match best(|| beside(&folder, peer.name, label)) {
                    Ok(took) => {
                        let times = own.as_ref().map_or(f64::NAN, |own| took.as_secs_f64() / own.as_secs_f64());
                        format!("{:.3} ({times:.1}×)", took.as_secs_f64())
                    }
                    Err(problem) => problem,
                },
            };
            print!("{cell:>20}");
        }
        println!();
    }
}

/// The folder with the peers' programs.
fn folder() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let named = env::var_os("RADDLE_PEERS").map(PathBuf::from);
    let beside = ["../shared/peers", "../../shared/peers"].map(|path| here.join(path));
    named.into_iter().chain(beside).find(|path| path.join("run_peers.py").is_file())
}

fn spin() -> Peer {
    let missing = ["spin", "gcc", "time", "python3"].into_iter().find(|program| !is_on_the_path(program));
    Peer {
        name: "spin",
        lack: missing.map(|program| format!("there is no `{program}` on the path (apt-get install {program})")),
    }
}

fn harmony(folder: &Path) -> Peer {
    let home = env::var_os("PEERS_HOME").map_or_else(|| folder.join("peers_home"), PathBuf::from);
    let program = home.join("harmony-venv/bin/harmony");
    let lack = (!program.is_file())
        .then(|| format!("there is no {} (setup.sh makes it; PEERS_HOME names its folder)", program.display()));
    Peer { name: "harmony", lack }
}

fn is_on_the_path(program: &str) -> bool {
    let path = env::var_os("PATH").unwrap_or_default();
    env::split_paths(&path).any(|folder| folder.join(program).is_file())
}

/// The shortest of several rounds, or what went wrong in the first.
fn best(run: impl Fn() -> Result<Duration, String>) -> Result<Duration, String> {
    let first = run()?;
    Ok((1..ROUNDS).filter_map(|_| run().ok()).fold(first, Duration::min))
}

/// Checks a program with raddle; whatever it finds is a verdict, if the search was whole.
fn check(path: &Path) -> Result<Duration, String> {
    let start = Instant::now();
    let run = Command::new(env!("CARGO_BIN_EXE_raddle")).arg("check").arg(path).arg("--json").output();
    let took = start.elapsed();
    let run = run.map_err(|error| error.to_string())?;
    let report: Value = serde_json::from_slice(&run.stdout).map_err(|_| "no report".to_owned())?;
    if report["complete"] == true { Ok(took) } else { Err("not finished".to_owned()) }
}

/// Runs a peer on its model of a program, by the driver of the peers; with the time that it takes to build a checker.
fn beside(folder: &Path, peer: &str, label: &str) -> Result<Duration, String> {
    let run = Command::new("python3")
        .arg(folder.join("run_peers.py"))
        .args([peer, label, "--repeat", "1", "--budget", "55"])
        .output()
        .map_err(|error| error.to_string())?;
    let lines = String::from_utf8_lossy(&run.stdout);
    let told = lines.lines().filter_map(|line| serde_json::from_str::<Value>(line).ok()).next_back();
    let Some(told) = told else {
        let problem = String::from_utf8_lossy(&run.stderr).lines().next_back().unwrap_or("nothing").to_owned();
        return Err(problem.chars().take(18).collect());
    };
    if told["complete"] != true {
        return Err(told["verdict"].as_str().unwrap_or("not finished").to_owned());
    }
    let seconds = told["wall_s"].as_f64().unwrap_or_default() + told["build_s"].as_f64().unwrap_or_default();
    Ok(Duration::from_secs_f64(seconds))
}

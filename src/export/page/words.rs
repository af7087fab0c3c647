//! The words of the page itself.

use serde_json::Value;

use crate::locale::Locale;

/// The words of the page itself, by the names that its script has for them: those of the stage, and its own.
/// Those of a tour are there where it plays one.
pub fn words(locale: &Locale, tours: bool) -> Value {
    const STAGE: [(&str, &str); 34] = [
        ("threads", "pane-threads"),
        ("shared", "pane-resources"),
        ("graph", "pane-graph"),
        ("timeline", "pane-timeline"),
        ("log", "pane-log"),
        ("output", "pane-output"),
        ("holds", "holds"),
        ("daemon", "daemon"),
        ("about", "next"),
        ("free", "lock-free"),
        ("set", "event-set"),
        ("clear", "event-clear"),
        ("empty", "room-empty"),
        ("notified", "notified"),
        ("fired", "timer-fired"),
        ("cancelled", "timer-cancelled"),
        ("running", "timer-running"),
        ("nothing", "nothing-shared"),
        ("waits", "edge-waits-for"),
        ("held", "edge-held-by"),
        ("deadlock", "deadlock"),
        ("runs", "state-running"),
        ("memory", "pane-memory"),
        ("guards", "pane-guards"),
        ("stacks", "pane-call-stacks"),
        ("spaces", "pane-address-spaces"),
        ("first-process", "spaces-main"),
        ("lost", "memory-lost"),
        ("began", "memory-start"),
        ("no-lock", "guards-no-lock"),
        ("guards-what", "guards-guards"),
        ("touched", "guards-touched"),
        ("without", "guards-without"),
        ("aside", "stacks-aside"),
    ];
    const LANES: [(&str, &str); 3] =
        [("ready", "state-ready"), ("blocked", "state-blocked"), ("sleeping", "state-sleeping")];
    const OWN: [&str; 22] = [
        "holding",
        "play",
        "pause",
        "back",
        "forward",
        "start",
        "end",
        "previous",
        "next",
        "slower",
        "faster",
        "rate",
        "theme",
        "dark",
        "light",
        "high-contrast",
        "colour-blind",
        "language",
        "keys",
        "close",
        "step",
        "chapters",
    ];
    const TOUR: [&str; 6] = ["tour", "tour-stopped", "tour-over", "ways", "first-way", "help-tour"];
    let of_tour: &[&str] = if tours { &TOUR } else { &[] };
    let own = OWN.iter().chain(&["controls", "help"]).chain(of_tour).map(|&key| (key, format!("page-{key}")));
    let stage = STAGE.iter().chain(&LANES).map(|&(key, message)| (key, message.to_owned()));
    let words = stage.chain(own).map(|(key, message)| (key.to_owned(), Value::from(locale.text(&message))));
    // The script puts the number in.
    let old = locale.format("memory-old", &[("step", "#".into())]);
    words.chain([("old".to_owned(), Value::from(old))]).collect()
}

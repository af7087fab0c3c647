//! Why nobody will go on, in words: for a program that was run without a screen, and so without a scene.

use crate::{
    event::End,
    locale::{self, Locale},
    machine::{Link, Machine},
    scene::{Edge, Sentence, reasons},
    standstill,
    telling::{self, Argument},
};

/// Why nobody goes on, or why some threads never will; none if there is nothing to say.
pub fn of(machine: &Machine, end: End, locale: &Locale) -> Option<String> {
    let links: Vec<Link> = machine.deadlocks().flat_map(|circle| circle.links.iter().copied()).collect();
    let said = |sentence: Sentence| telling::message(sentence).say(locale, |argument| word(machine, argument));
    let separator = locale.text("clause-separator");
    if !links.is_empty() {
        let edges =
            links.into_iter().map(|Link { thread, on, owner }| said(Sentence::Edge(Edge { thread, on, owner })));
        let edges = edges.collect::<Vec<_>>().join(&separator);
        return Some(locale.format("why-circle", &[("edges", edges.into())]));
    }
    let why = standstill::why(machine).filter(|_| end == End::Stuck)?;
    Some(reasons(why).into_iter().map(said).collect::<Vec<_>>().join(&separator))
}

fn word(machine: &Machine, argument: Argument) -> locale::Argument<'_> {
    match argument {
        Argument::Thread(thread) => machine.thread_name(thread).to_string().into(),
        Argument::Resource(resource) => machine.resource_name(resource).into(),
        Argument::Number(number) => number.into(),
        Argument::Exception(thread) => match machine.thread_report(thread).exception {
            Some((kind, message)) if message.is_empty() => kind.into(),
            Some((kind, message)) => format!("{kind}: {message}").into(),
            None => "".into(),
        },
        // Reasons speak of nothing else.
        Argument::Threads(_) | Argument::Variable(_) | Argument::Value(_) | Argument::Text(_) => "".into(),
        Argument::Duration(_) | Argument::Nothing => "".into(),
    }
}

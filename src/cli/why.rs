//! Why nobody will go on, in words: for a program that was run without a screen, and so without a scene.

use crate::{
    event::End,
    locale::{self, Locale},
    machine::{Link, Machine},
    scene::{Argument, Edge, Sentence, reasons},
    standstill,
};

/// Why nobody goes on, or why some threads never will; none if there is nothing to say.
pub fn of(machine: &Machine, end: End, locale: &Locale) -> Option<String> {
    let links: Vec<Link> = machine.deadlocks().flat_map(|circle| circle.links.iter().copied()).collect();
    let said = |sentence: &Sentence| words(machine, sentence, locale);
    let separator = locale.text("clause-separator");
    if !links.is_empty() {
        let edges = links.into_iter().map(|Link { thread, on, owner }| said(&Edge { thread, on, owner }.sentence()));
        let edges = edges.collect::<Vec<_>>().join(&separator);
        return Some(locale.format("why-circle", &[("edges", edges.into())]));
    }
    let why = standstill::why(machine).filter(|_| end == End::Stuck)?;
    Some(reasons(why).iter().map(said).collect::<Vec<_>>().join(&separator))
}

fn words(machine: &Machine, sentence: &Sentence, locale: &Locale) -> String {
    let arguments: Vec<(&str, locale::Argument<'_>)> =
        sentence.arguments.iter().map(|&(name, argument)| (name, word(machine, argument))).collect();
    locale.format(sentence.key, &arguments)
}

fn word(machine: &Machine, argument: Argument) -> locale::Argument<'_> {
    match argument {
        Argument::Thread(thread) => machine.thread_name(thread).into(),
        Argument::Resource(resource) => machine.resource_name(resource).into(),
        Argument::Number(number) => number.into(),
        Argument::Exception(thread) => match machine.thread_report(thread).exception {
            Some((kind, message)) if message.is_empty() => kind.into(),
            Some((kind, message)) => format!("{kind}: {message}").into(),
            None => "".into(),
        },
        // Reasons speak of nothing else.
        Argument::Variable(_) | Argument::Value(_) | Argument::Text(_) | Argument::Duration(_) => "".into(),
    }
}

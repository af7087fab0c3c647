//! A circle of waits in words: why nobody in it goes on, in one sentence, and its edges.

use super::message::{Argument, Message};
use crate::{
    event::{ResourceKind, Wait},
    scene::{Edge, Scene},
};

/// Why nobody in a circle goes on.
#[must_use]
pub fn why(scene: &Scene, edges: &[Edge]) -> Message {
    let count = ("count", Argument::Number(edges.len() as u32));
    let joins = |edge: &&Edge| matches!(edge.on, Wait::End(_));
    let about = |key, edge: &Edge| {
        Message::new(key).with("thread", Argument::Thread(edge.thread)).with("other", Argument::Thread(edge.owner))
    };
    match edges {
        [edge] => about("climax-self", edge).with("resource", resource(edge)),
        _ if edges.iter().all(|edge| joins(&edge)) => Message::new("climax-joins").with(count.0, count.1),
        [_, _] => match edges.iter().find(joins) {
            Some(edge) => about("climax-two-join", edge),
            None => Message::new("climax-two"),
        },
        _ if edges.iter().any(|edge| joins(&edge)) => Message::new("climax-mixed").with(count.0, count.1),
        _ if edges.iter().all(|edge| is_lock(scene, edge)) => Message::new("climax-locks").with(count.0, count.1),
        _ => Message::new("climax-things").with(count.0, count.1),
    }
}

/// The edges one by one, for threads that are named by their numbers, and what can be said instead where there is no room.
#[must_use]
pub fn edges(edges: &[Edge]) -> (Vec<Message>, Message) {
    let first = edges.iter().enumerate().min_by_key(|(_, edge)| edge.thread).map_or(0, |(at, _)| at);
    let said = edges[first..].iter().chain(&edges[..first]).map(|edge| {
        let key = if edge.on.resource().is_some() { "climax-edge" } else { "climax-edge-join" };
        Message::new(key)
            .with("thread", Argument::Thread(edge.thread))
            .with("resource", resource(edge))
            .with("other", Argument::Thread(edge.owner))
    });
    let instead = match edges {
        [edge] => Message::new("climax-self-why")
            .with("thread", Argument::Thread(edge.thread))
            .with("resource", resource(edge)),
        _ if edges.iter().any(|edge| edge.on.resource().is_none()) => Message::new("climax-mixed-why"),
        _ => Message::new("climax-why"),
    };
    let said = if edges.len() == 1 { Vec::new() } else { said.collect() };
    (said, instead)
}

fn resource(edge: &Edge) -> Argument {
    edge.on.resource().map_or(Argument::Nothing, Argument::Resource)
}

fn is_lock(scene: &Scene, edge: &Edge) -> bool {
    let kind = edge.on.resource().and_then(|id| scene.resource(id)).map(|view| view.kind);
    matches!(kind, Some(ResourceKind::Lock | ResourceKind::RLock))
}

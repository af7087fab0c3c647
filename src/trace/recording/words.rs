//! The stable word of everything that can happen, and the order of what stands behind it. These are the file format: a word
//! never changes its meaning, and a new one makes a new version.

use serde::de::{Error, SeqAccess};

use super::{
    put::Out,
    take::{In, Value},
};
use crate::{
    event::{Action, Change, End, Event, EventKind, Nanos, ResourceKind, Shown, Target, Verb, Wait},
    ids::{ResourceId, TextId, ThreadId, VariableId},
    source::Span,
};

/// Something that stands among the values of an event.
pub trait Field: Sized {
    /// Writes it.
    fn put(self, out: &mut Out<'_>);
    /// Reads it.
    fn take<'de, A: SeqAccess<'de>>(from: &mut In<'_, A>) -> Result<Self, A::Error>;
}

/// Something that goes by words, each with its own values behind it.
pub trait Spoken: Copy {
    /// Its word.
    fn word(self) -> &'static str;
    /// Writes the values behind the word.
    fn put_values(self, out: &mut Out<'_>);
    /// Reads the values behind a word; none if there is no such word.
    fn take_values<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<Option<Self>, A::Error>;
}

/// Gives the variants of a type their words; `rest` is for those that are not simply a word and its values.
macro_rules! words {
    (@any $place:ident) => { _ };
    (@take $place:ident $from:ident) => { Field::take($from)? };
    ($type:ty, $out:ident; $($word:literal => $variant:ident $({ $($name:ident),* })? $(( $place:ident ))?,)*
     $(rest $pattern:pat => $own:expr, $put:expr;)*) => {
        impl Spoken for $type {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($name: _),* })? $(( words!(@any $place) ))? => $word,)*
                    $(#[allow(unused_variables, reason = "another function of the row uses it")] $pattern => $own,)*
                }
            }

            fn put_values(self, $out: &mut Out<'_>) {
                let _ = &$out;
                match self {
                    $(Self::$variant $({ $($name),* })? $(( $place ))? => { $($($name.put($out);)*)? $($place.put($out);)? })*
                    $($pattern => $put,)*
                }
            }

            fn take_values<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<Option<Self>, A::Error> {
                let _ = &from;
                Ok(Some(match word {
                    $($word => Self::$variant $({ $($name: Field::take(from)?),* })? $(( words!(@take $place from) ))?,)*
                    _ => return Ok(None),
                }))
            }
        }
    };
}

words! { EventKind, out;
    "about" => AboutTo { action },
    "read" => Read { variable },
    "wrote" => Wrote { variable, value },
    "local" => Local { name, value },
    "frame" => Frame { function, depth },
    "unbound" => LocalUnbound { name },
    "blocked" => Blocked { on, deadline },
    "woken" => Woken { thread },
    "unblocked" => Unblocked,
    "overtaken" => Overtaken { thread },
    "timed-out" => TimedOut,
    "slept" => Slept { until },
    "output" => Output { text, stderr },
    "drew" => Drew { value },
    "raised" => Raised { exception },
    "thread" => ThreadCreated { thread, name, daemon },
    "thread-changed" => ThreadChanged { thread, name, daemon },
    "started" => ThreadStarted { thread },
    "finished" => ThreadFinished,
    "failed" => ThreadFailed { exception },
    "abandoned" => ThreadAbandoned,
    "resource" => ResourceCreated { resource, kind, limit },
    "named" => ResourceNamed { resource, name },
    "variable" => VariableNamed { variable, name },
    "worth" => Worth { variable, value },
    "circle" => CircleClosed { circle, length },
    "circle-edge" => CircleEdge { circle, thread, on, owner },
    "circle-broken" => CircleBroken { circle },
    "deadlock" => Deadlock { length },
    "edge" => DeadlockEdge { thread, on, owner },
    "ended" => Ended { end },
    rest Self::Changed { resource, change } => change.word(), {
        resource.put(out);
        change.put_values(out);
    };
}

words! { Change<Shown>, out;
    "acquired" => Acquired { depth },
    "released" => Released { depth },
    "permit-taken" => PermitTaken { left },
    "permits-returned" => PermitsReturned { left },
    "flag-set" => FlagSet,
    "flag-cleared" => FlagCleared,
    "room-entered" => EnteredRoom,
    "room-left" => LeftRoom,
    "notified" => Notified { thread },
    "notified-nobody" => NotifiedNobody,
    "arrived" => Arrived { count },
    "opened" => Opened,
    "passed" => PassedThrough { left },
    "broken" => Broken,
    "reset" => Reset,
    "put" => Put { item, position },
    "got" => Got { item },
    "task-done" => TaskDone { unfinished },
    "cancelled" => Cancelled,
    "fired" => Fired,
}

words! { Wait, out;
    "acquire" => Acquire(resource),
    "signal" => Signal(resource),
    "parties" => Parties(resource),
    "get" => Get(resource),
    "put" => Put(resource),
    "all-done" => AllDone(resource),
    "end" => End(thread),
    "shutdown" => Shutdown,
}

words! { Target, out;
    "r" => Resource(resource),
    "t" => Thread(thread),
    "v" => Variable(variable),
    "d" => Duration(time),
    rest Self::None => "", {};
}

words! { Verb, out;
    "begin" => Begin,
    "acquire" => Acquire,
    "release" => Release,
    "wait" => Wait,
    "notify" => Notify,
    "notify-all" => NotifyAll,
    "set" => Set,
    "clear" => Clear,
    "put" => Put,
    "get" => Get,
    "task-done" => TaskDone,
    "join-queue" => JoinQueue,
    "inspect" => Inspect,
    "reset" => Reset,
    "abort" => Abort,
    "cancel" => Cancel,
    "start" => Start,
    "join" => Join,
    "exit" => Exit,
    "sleep" => Sleep,
    "print" => Print,
    "read" => Read,
    "write" => Write,
    "draw" => Draw,
    "compute" => Compute,
}

words! { ResourceKind, out;
    "Lock" => Lock,
    "RLock" => RLock,
    "Condition" => Condition,
    "Semaphore" => Semaphore,
    "BoundedSemaphore" => BoundedSemaphore,
    "Event" => Event,
    "Barrier" => Barrier,
    "Timer" => Timer,
    "Queue" => Queue,
    "LifoQueue" => LifoQueue,
    "PriorityQueue" => PriorityQueue,
    "SimpleQueue" => SimpleQueue,
}

words! { End, out;
    "finished" => Finished,
    "failed" => Failed,
    "deadlock" => Deadlock,
    "stuck" => Stuck,
    "limit" => Limit,
}

/// Gives types that go by words their place among the values of an event.
macro_rules! fields_of_words {
    ($($type:ty),*) => {
        $(impl Field for $type {
            fn put(self, out: &mut Out<'_>) {
                out.word(self.word());
                self.put_values(out);
            }

            fn take<'de, A: SeqAccess<'de>>(from: &mut In<'_, A>) -> Result<Self, A::Error> {
                let word = from.word()?;
                <$type>::take_values(&word, from)?.ok_or_else(|| unknown(&word))
            }
        })*
    };
}

fields_of_words!(Wait, Verb, ResourceKind, End);

/// Gives simple types their place among the values of an event.
macro_rules! fields {
    ($($type:ty: |$own:ident, $out:ident| $put:expr, |$from:ident| $take:expr;)*) => {
        $(impl Field for $type {
            fn put(self, $out: &mut Out<'_>) {
                let $own = self;
                $put;
            }

            fn take<'de, A: SeqAccess<'de>>($from: &mut In<'_, A>) -> Result<Self, A::Error> {
                $take
            }
        })*
    };
}

fields! {
    u32: |number, out| out.number(u64::from(number)), |from| from.next();
    ThreadId: |id, out| out.number(u64::from(id.0)), |from| from.thread();
    ResourceId: |id, out| out.number(u64::from(id.0)), |from| from.resource();
    VariableId: |id, out| out.number(u64::from(id.0)), |from| from.variable();
    TextId: |id, out| {
        let number = (out.number_of)(id);
        out.number(u64::from(number));
    }, |from| from.text();
    bool: |flag, out| out.plain(if flag { "true" } else { "false" }), |from| from.next();
    Nanos: |time, out| match time {
        Nanos::MAX => out.plain("null"),
        time => out.number(time),
    }, |from| from.nanos();
    Shown: |value, out| match value {
        Shown::Int(number) => out.signed(number),
        Shown::Text(text) => out.text_value(text),
    }, |from| match from.next()? {
        Value::Int(number) => Ok(Self::Int(number)),
        Value::Text(number) => from.known_text(number).map(Self::Text),
    };
}

impl Field for Action {
    fn put(self, out: &mut Out<'_>) {
        self.verb.put(out);
        if self.target != Target::None {
            out.word(self.target.word());
            self.target.put_values(out);
        }
    }

    fn take<'de, A: SeqAccess<'de>>(from: &mut In<'_, A>) -> Result<Self, A::Error> {
        let verb = Verb::take(from)?;
        let Some(word) = from.values.next_element::<super::take::Word<'de>>()? else {
            return Ok(Self { verb, target: Target::None });
        };
        let target = Target::take_values(&word.0, from)?.ok_or_else(|| unknown(&word.0))?;
        Ok(Self { verb, target })
    }
}

fn unknown<E: Error>(word: &str) -> E {
    E::custom(format_args!("`{}` is not a word of this format", word.escape_debug()))
}

/// Writes an event: its word, its thread, its place, and what stands behind the word.
pub fn put_event(event: &Event, out: &mut Out<'_>) {
    out.line.push_str("[\"");
    out.line.push_str(event.kind.word());
    out.line.push('"');
    event.thread.put(out);
    event.span.start.put(out);
    event.span.end.put(out);
    event.kind.put_values(out);
    out.line.push(']');
}

/// Reads an event. What it makes is known from then on, and must be the next of its kind.
pub fn take_event<'de, A: SeqAccess<'de>>(mut from: In<'_, A>) -> Result<Event, A::Error> {
    let word = from.word()?;
    match &*word {
        "thread" => from.known.threads += 1,
        "resource" => from.known.resources += 1,
        "variable" => from.known.variables += 1,
        _ => {}
    }
    if from.known.is_too_much() {
        return Err(A::Error::custom("more is made in one step than raddle can show"));
    }
    let thread = from.thread()?;
    let span = Span::new(from.next()?, from.next()?);
    let kind = match EventKind::take_values(&word, &mut from)? {
        Some(kind) => kind,
        None => changed(&word, &mut from)?,
    };
    let in_order = match kind {
        EventKind::ThreadCreated { thread, .. } => thread.0 + 1 == from.known.threads,
        EventKind::ResourceCreated { resource, .. } => resource.0 + 1 == from.known.resources,
        EventKind::VariableNamed { variable, .. } => variable.0 + 1 == from.known.variables,
        _ => true,
    };
    if !in_order {
        return Err(A::Error::custom(format_args!("a new {word} does not have the next number")));
    }
    if from.values.next_element::<serde::de::IgnoredAny>()?.is_some() {
        return Err(A::Error::custom(format_args!("there is more behind `{word}` than belongs there")));
    }
    Ok(Event { thread, span, kind })
}

fn changed<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<EventKind, A::Error> {
    let resource = Field::take(from)?;
    let change = Change::take_values(word, from)?.ok_or_else(|| unknown(word))?;
    Ok(EventKind::Changed { resource, change })
}

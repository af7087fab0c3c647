//! The stable word of everything that can happen, and the order of what stands behind it. These are the file format: a word
//! never changes its meaning, and a new one makes a new version.

use serde::de::{Error, SeqAccess};

use super::{
    put::Out,
    take::{In, Value},
};
use crate::{
    event::{
        Action, BarrierChange, CallChange, Change, ConditionChange, End, Event, EventChange, EventKind, Life,
        LockChange, Nanos, QueueChange, QueueWant, RealEnd, ResourceKind, SemaphoreChange, Shown, Target, ThreadKind,
        TimerChange, Verb, Wait, Want,
    },
    ids::{ResourceId, TextId, ThreadId, VariableId},
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
    /// Whether something goes by this word.
    fn knows(word: &str) -> bool;
    /// Writes the values behind the word.
    fn put_values(self, out: &mut Out<'_>);
    /// Reads the values behind a word; none if there is no such word.
    fn take_values<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<Option<Self>, A::Error>;
}

/// Gives the variants of a type their words; `of` is for those that hold something with words of its own, `rest` for those
/// that are not simply a word and its values.
macro_rules! words {
    (@any $place:ident) => { _ };
    (@take $place:ident $from:ident) => { Field::take($from)? };
    ($type:ty, $out:ident; $($word:literal => $variant:ident $({ $($name:ident),* })? $(( $place:ident ))?,)*
     $(of $outer:ident($inner:ty);)* $(rest $pattern:pat => $own:expr, $put:expr;)*) => {
        impl Spoken for $type {
            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant $({ $($name: _),* })? $(( words!(@any $place) ))? => $word,)*
                    $(Self::$outer(inner) => inner.word(),)*
                    $(#[allow(unused_variables, reason = "another function of the row uses it")] $pattern => $own,)*
                }
            }

            fn knows(word: &str) -> bool {
                false $(|| word == $word)* $(|| <$inner>::knows(word))*
            }

            fn put_values(self, $out: &mut Out<'_>) {
                let _ = &$out;
                match self {
                    $(Self::$variant $({ $($name),* })? $(( $place ))? => { $($($name.put($out);)*)? $($place.put($out);)? })*
                    $(Self::$outer(inner) => inner.put_values($out),)*
                    $($pattern => $put,)*
                }
            }

            fn take_values<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<Option<Self>, A::Error> {
                let _ = &from;
                Ok(Some(match word {
                    $($word => Self::$variant $({ $($name: Field::take(from)?),* })? $(( words!(@take $place from) ))?,)*
                    _ => {
                        $(if let Some(inner) = <$inner>::take_values(word, from)? {
                            return Ok(Some(Self::$outer(inner)));
                        })*
                        return Ok(None);
                    }
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
    "thread" => ThreadCreated { thread, name, daemon, life },
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
    "ran" => Ran { core, begin, lasts },
    "call" => Called { function },
    "return" => Returned { value },
    "running-outside" => Outside { what },
    "os-id" => OsId { thread, id },
    "file" => File { file, name, text },
    "dropped" => Dropped { count },
    of Calls(CallChange);
    rest Self::Changed { resource, change } => change.word(), {
        resource.put(out);
        change.put_values(out);
    };
    rest Self::Unknown { .. } => "x-unknown", {};
}

words! { CallChange, out;
    "caller" => Caller { depth, function },
    "caller-local" => CallerLocal { depth, name, value },
    "generator" => Made { generator, function },
    "resumed" => Resumed { generator, value },
    "yielded" => Yielded { generator, value },
    "kept" => Kept { generator, name, value },
    "generator-ended" => Ended { generator, value },
    "generator-broken" => Broken { generator },
    "generators-skipped" => Skipped { count },
}

words! { Change<Shown>, out;
    "notified" => Notified { thread },
    "closed" => Closed,
    "poisoned" => Poisoned,
    of Lock(LockChange);
    of Semaphore(SemaphoreChange);
    of Event(EventChange);
    of Condition(ConditionChange);
    of Barrier(BarrierChange);
    of Queue(QueueChange<Shown>);
    of Timer(TimerChange);
}

words! { LockChange, out;
    "acquired" => Acquired { depth },
    "released" => Released { depth },
    "acquired-shared" => SharedAcquired,
    "released-shared" => SharedReleased,
}

words! { SemaphoreChange, out;
    "permit-taken" => Taken { left },
    "permits-returned" => Returned { left },
}

words! { EventChange, out;
    "flag-set" => Set,
    "flag-cleared" => Cleared,
}

words! { ConditionChange, out;
    "room-entered" => Entered,
    "room-left" => Left,
    "notified-nobody" => NotifiedNobody,
}

words! { BarrierChange, out;
    "arrived" => Arrived { count },
    "opened" => Opened,
    "passed" => PassedThrough { left },
    "broken" => Broken,
    "reset" => Reset,
}

words! { QueueChange<Shown>, out;
    "put" => Put { item, position },
    "got" => Got { item },
    "task-done" => TaskDone { unfinished },
}

words! { TimerChange, out;
    "cancelled" => Cancelled,
    "fired" => Fired,
}

words! { Want, out;
    "acquire" => Acquire,
    "signal" => Signal,
    "parties" => Parties,
    of Queue(QueueWant);
}

words! { QueueWant, out;
    "get" => Item,
    "put" => Room,
    "all-done" => AllDone,
}

impl Spoken for Wait {
    fn word(self) -> &'static str {
        match self {
            Self::For(_, want) => want.word(),
            Self::End(_) => "end",
            Self::Shutdown => "shutdown",
            Self::Other(_) => "other",
            Self::Any(_) => "any",
        }
    }

    fn knows(word: &str) -> bool {
        ["end", "shutdown", "other", "any"].contains(&word) || Want::knows(word)
    }

    fn put_values(self, out: &mut Out<'_>) {
        match self {
            Self::For(resource, _) => resource.put(out),
            Self::End(thread) => thread.put(out),
            Self::Shutdown => {}
            Self::Other(text) => text.put(out),
            Self::Any(count) => count.put(out),
        }
    }

    fn take_values<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<Option<Self>, A::Error> {
        Ok(Some(match word {
            "end" => Self::End(Field::take(from)?),
            "shutdown" => Self::Shutdown,
            "other" => Self::Other(Field::take(from)?),
            "any" => Self::Any(Field::take(from)?),
            _ => match Want::take_values(word, from)? {
                Some(want) => {
                    let resource = Field::take(from)?;
                    let at_barrier = want == Want::Signal && from.known.barriers.binary_search(&resource).is_ok();
                    Self::For(resource, if at_barrier { Want::Parties } else { want })
                }
                None => return Ok(None),
            },
        }))
    }
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
    "RwLock" => RwLock,
    "Once" => Once,
    "Channel" => Channel,
    "Future" => Future,
    "Other" => Other,
}

words! { End, out;
    "finished" => Finished,
    "failed" => Failed,
    "deadlock" => Deadlock,
    "stuck" => Stuck,
    "limit" => Limit,
    of Real(RealEnd);
}

words! { RealEnd, out;
    "exited" => Exited(code),
    "killed" => Killed(signal),
    "hung" => Hung,
    "left" => Left,
    rest Self::Other(_) => "other", {};
}

words! { ThreadKind, out;
    "thread" => Thread,
    "task" => Task,
    "process" => Process,
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

fields_of_words!(Verb, ThreadKind);

/// Gives types that go by words, and know what to make of one that is not known, their place among the values of an event.
macro_rules! fields_of_open_words {
    ($($type:ty: |$from:ident, $word:ident| $else:expr;)*) => {
        $(impl Field for $type {
            fn put(self, out: &mut Out<'_>) {
                out.word(self.word());
                self.put_values(out);
            }

            fn take<'de, A: SeqAccess<'de>>($from: &mut In<'_, A>) -> Result<Self, A::Error> {
                let $word = $from.word()?;
                match <$type>::take_values(&$word, $from)? {
                    Some(known) => Ok(known),
                    None if $from.known.open => Ok($else),
                    None => Err(unknown(&$word)),
                }
            }
        })*
    };
}

fields_of_open_words! {
    Wait: |from, word| Self::Other(from.pass_over(&word)?);
    ResourceKind: |from, word| {
        // It goes by the name of its kind, until it is given another.
        from.known.kind = Some(from.history.text(&word));
        Self::Other
    };
    End: |from, word| Self::Real(RealEnd::Other(from.pass_over(&word)?));
}

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
    u16: |number, out| out.number(u64::from(number)), |from| from.next();
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

impl Field for Option<TextId> {
    fn put(self, out: &mut Out<'_>) {
        match self {
            Some(text) => text.put(out),
            None => out.plain("null"),
        }
    }

    fn take<'de, A: SeqAccess<'de>>(from: &mut In<'_, A>) -> Result<Self, A::Error> {
        from.next::<Option<u32>>()?.map(|number| from.known_text(number)).transpose()
    }
}

/// Kind, parent and process of a thread stand there only where they say something.
impl Field for Life {
    fn put(self, out: &mut Out<'_>) {
        if self == Self::default() {
            return;
        }
        self.kind.put(out);
        match self.parent {
            Some(parent) => parent.put(out),
            None => out.plain("null"),
        }
        self.space.put(out);
    }

    fn take<'de, A: SeqAccess<'de>>(from: &mut In<'_, A>) -> Result<Self, A::Error> {
        let Some(word) = from.values.next_element::<super::take::Word<'de>>()? else { return Ok(Self::default()) };
        let kind = match ThreadKind::take_values(&word.0, from)? {
            Some(kind) => kind,
            None if from.known.open => ThreadKind::Thread,
            None => return Err(unknown(&word.0)),
        };
        let parent = from.values.next_element::<Option<u32>>()?.flatten();
        let known = parent.is_none_or(|parent| parent < from.known.threads);
        if !known {
            return Err(A::Error::custom("the parent of a thread is none that there is"));
        }
        let space = from.values.next_element()?.unwrap_or(0);
        Ok(Self { kind, parent: parent.map(ThreadId), space })
    }
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
    out.line.push('[');
    let own = matches!(event.kind, EventKind::Unknown { word } if out.word_of(word));
    if !own {
        out.line.push('"');
        out.line.push_str(event.kind.word());
        out.line.push('"');
    }
    event.thread.put(out);
    out.place(event.span);
    match event.kind {
        EventKind::Ended { end: End::Real(RealEnd::Other(word)) } if out.history.is_some() => {
            out.line.push(',');
            out.word_of(word);
        }
        kind => kind.put_values(out),
    }
    out.line.push(']');
}

/// What the reading of an event came to.
pub enum TakenEvent {
    /// An event, and one that follows from it.
    Known(Event, Option<Event>),
    /// Nothing that is kept: another program's own word.
    Own,
}

/// Reads an event. What it makes is known from then on, and must be the next of its kind.
pub fn take_event<'de, A: SeqAccess<'de>>(mut from: In<'_, A>) -> Result<TakenEvent, A::Error> {
    from.known.passed = false;
    let word = from.word()?;
    if word.starts_with("x-") && from.known.open {
        from.rest()?;
        return Ok(TakenEvent::Own);
    }
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
    let span = from.place()?;
    let kind = match EventKind::take_values(&word, &mut from)? {
        Some(kind) => Some(kind),
        None => changed(&word, &mut from)?,
    };
    let Some(kind) = kind else {
        from.rest()?;
        let word = from.history.text(&word);
        return Ok(TakenEvent::Known(Event { thread, span, kind: EventKind::Unknown { word } }, None));
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
    // What a later version puts behind a known word is passed over, too.
    if from.values.next_element::<serde::de::IgnoredAny>()?.is_some() {
        if !from.known.open {
            return Err(A::Error::custom(format_args!("there is more behind `{word}` than belongs there")));
        }
        from.rest()?;
    }
    let behind = match (kind, from.known.kind.take()) {
        (EventKind::ResourceCreated { resource, .. }, Some(name)) => {
            Some(Event { thread, span, kind: EventKind::ResourceNamed { resource, name } })
        }
        _ => None,
    };
    if let EventKind::ResourceCreated { resource, kind: ResourceKind::Barrier, .. } = kind {
        from.known.barriers.push(resource);
    }
    if let EventKind::File { file, name, text } = kind {
        from.add_file(file, name, text)?;
    }
    Ok(TakenEvent::Known(Event { thread, span, kind }, behind))
}

/// A change of a primitive; none if the word is not known, and may be one of a later version.
fn changed<'de, A: SeqAccess<'de>>(word: &str, from: &mut In<'_, A>) -> Result<Option<EventKind>, A::Error> {
    // Whatever stands behind a word that is not known, it need not be a primitive.
    if from.known.open && !<Change<Shown>>::knows(word) {
        return Ok(None);
    }
    let resource = Field::take(from)?;
    let change = Change::take_values(word, from)?.ok_or_else(|| unknown(word))?;
    Ok(Some(EventKind::Changed { resource, change }))
}

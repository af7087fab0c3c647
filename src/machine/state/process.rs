//! The processes of a program beside the first one, and what processes have in common.
//!
//! Each has a memory of its own, copied from its parent's when it was forked (`os.fork`). In common they have primitives and
//! memory that were made for that, and messages on their way. A machine whose program never forks has none of this.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    ids::{ProcessId, ResourceId, ThreadId},
    machine::state::{
        object::Object,
        shared::Shared,
        space::Space,
        value::{ClassId, ObjectId, Value},
    },
};

/// More processes than this are never begun.
pub const MOST_PROCESSES: usize = 1000;

/// The number by which the operating system would know the first process.
const FIRST_NUMBER: i64 = 4242;

/// A process that was forked.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Process {
    /// What the program calls it.
    pub name: Arc<str>,
    /// Who forked it.
    pub parent: ProcessId,
    /// The thread that it began with.
    pub main: ThreadId,
    /// With what it ended: an exit code, or the number of the signal that ended it with a minus.
    pub exit: Option<i32>,
    /// Its memory. While one of its threads runs, the machine's and this one have changed places.
    pub space: Space,
}

/// Plain data that was copied out of a process's memory.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub enum Parcel {
    /// What lies in no memory.
    Atom(Value),
    /// An object that cannot be changed and leads to no others.
    Leaf(Object),
    /// A tuple.
    Tuple(Vec<Parcel>),
    /// A list.
    List(Vec<Parcel>),
    /// Hashes, keys and values.
    Dict(Vec<(i64, Parcel, Parcel)>),
    /// A set: hashes and members.
    Set(Vec<(i64, Parcel)>),
    /// A frozen set, likewise.
    FrozenSet(Vec<(i64, Parcel)>),
    /// An object that is a primitive, by its class and which one.
    Primitive(ClassId, ResourceId),
}

/// What one process sends another.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct Message {
    /// What is in it.
    pub parcel: Parcel,
    /// As the screen shows it.
    pub text: Arc<str>,
}

/// Memory that processes share.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct CommonMemory {
    /// The object that the program reaches it by; the same in every process.
    pub owner: ObjectId,
    /// Its own name, by which processes find it that do not have the object.
    pub name: Option<Arc<str>>,
    /// Its cells: each holds a value that lies in no process's memory.
    pub cells: Vec<Value>,
}

/// One end of a pipe: closed once no process holds it any more.
#[derive(Clone, PartialEq, Eq, Debug, Hash)]
pub struct PipeEnd {
    /// The queue that whoever holds it writes to.
    pub queue: ResourceId,
    /// The processes that hold it, in order.
    pub holders: Vec<ProcessId>,
}

/// The processes beside the first one, and what all have in common.
#[derive(Clone, PartialEq, Eq, Debug, Hash, Default)]
pub struct Processes {
    forked: Vec<Shared<Process>>,
    /// What the first one ended with, once it has.
    first_exit: Option<i32>,
    /// Primitives of forked processes and of the system, in the order of their making.
    owners: Vec<(ResourceId, ProcessId)>,
    /// Primitives that a fork does not copy, in the order of their making.
    common: Vec<ResourceId>,
    messages: Vec<Option<Arc<Message>>>,
    /// Numbers of messages that have come to their end.
    free: BTreeSet<usize>,
    /// The bytes that messages take.
    bytes: usize,
    memories: Vec<Shared<CommonMemory>>,
    /// For each process that asked for it, the semaphore that is released when a child of it ends.
    watched: Vec<(ProcessId, ResourceId)>,
    ends: Vec<PipeEnd>,
    /// The memory of what all have in common and the library says in Python, once somebody has needed it.
    pub system: Option<Shared<Space>>,
}

impl Parcel {
    /// The bytes that it takes, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let inside: usize = match self {
            Self::Atom(_) | Self::Primitive(..) => 0,
            Self::Leaf(object) => object.bytes(),
            Self::Tuple(parts) | Self::List(parts) => parts.iter().map(Self::bytes).sum(),
            Self::Dict(entries) => entries.iter().map(|(_, key, value)| key.bytes() + value.bytes()).sum(),
            Self::Set(members) | Self::FrozenSet(members) => members.iter().map(|(_, member)| member.bytes()).sum(),
        };
        inside + size_of::<Self>()
    }
}

impl Processes {
    /// How many processes there ever were.
    #[must_use]
    pub fn count(&self) -> usize {
        self.forked.len() + 1
    }

    /// A forked process; none for the first one.
    #[must_use]
    pub fn forked(&self, id: ProcessId) -> Option<&Process> {
        Some(self.forked.get(id.index().checked_sub(1)?)?)
    }

    /// A forked process, to change; none for the first one.
    pub fn forked_mut(&mut self, id: ProcessId) -> Option<&mut Process> {
        Some(self.forked.get_mut(id.index().checked_sub(1)?)?.make_mut())
    }

    /// Adds a process, which holds the ends of pipes that its parent holds.
    pub fn add(&mut self, process: Process) {
        let id = ProcessId::at(self.count());
        for end in self.ends.iter_mut().filter(|end| end.holders.contains(&process.parent)) {
            end.holders.push(id);
        }
        self.forked.push(Shared::new(process));
    }

    /// What a process ended with, once it has.
    #[must_use]
    pub fn exit(&self, id: ProcessId) -> Option<i32> {
        self.forked(id).map_or(self.first_exit, |process| process.exit)
    }

    /// The process has ended.
    pub fn set_exit(&mut self, id: ProcessId, code: i32) {
        match self.forked_mut(id) {
            Some(process) => process.exit = Some(code),
            None => self.first_exit = Some(code),
        }
    }

    /// Whether all have ended.
    #[must_use]
    pub fn all_ended(&self) -> bool {
        self.first_exit.is_some() && self.forked.iter().all(|process| process.exit.is_some())
    }

    /// The number by which the operating system would know a process.
    #[must_use]
    pub fn number(id: ProcessId) -> i64 {
        FIRST_NUMBER + i64::from(id.0)
    }

    /// The process of that number.
    #[must_use]
    pub fn numbered(&self, number: i64) -> Option<ProcessId> {
        let at = usize::try_from(number.checked_sub(FIRST_NUMBER)?).ok()?;
        (at < self.count()).then(|| ProcessId::at(at))
    }

    /// The primitive is one of a forked process's own.
    pub fn set_owner(&mut self, id: ResourceId, process: ProcessId) {
        match self.owners.binary_search_by_key(&id, |(known, _)| *known) {
            Ok(at) => self.owners[at].1 = process,
            Err(at) => self.owners.insert(at, (id, process)),
        }
    }

    /// Whose the primitive is: the first process's, if nothing is known of it.
    #[must_use]
    pub fn owner(&self, id: ResourceId) -> ProcessId {
        let at = self.owners.binary_search_by_key(&id, |(known, _)| *known);
        at.map_or(ProcessId(0), |at| self.owners[at].1)
    }

    /// From here on a fork leaves the primitive as the one that it is.
    pub fn make_common(&mut self, id: ResourceId) {
        if let Err(at) = self.common.binary_search(&id) {
            self.common.insert(at, id);
        }
    }

    /// Whether all processes have the primitive in common.
    #[must_use]
    pub fn is_common(&self, id: ResourceId) -> bool {
        self.common.binary_search(&id).is_ok()
    }

    /// The bytes that messages on their way take, roughly.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// A message begins its way; returns its number.
    pub fn post(&mut self, message: Message) -> usize {
        self.bytes += message.parcel.bytes();
        let message = Some(Arc::new(message));
        match self.free.pop_first() {
            Some(free) => {
                self.messages[free] = message;
                free
            }
            None => {
                self.messages.push(message);
                self.messages.len() - 1
            }
        }
    }

    /// A message on its way.
    #[must_use]
    pub fn message(&self, number: usize) -> Option<&Arc<Message>> {
        self.messages.get(number)?.as_ref()
    }

    /// A message has come to its end.
    pub fn take_message(&mut self, number: usize) -> Option<Arc<Message>> {
        let message = self.messages.get_mut(number)?.take()?;
        self.bytes -= message.parcel.bytes();
        self.free.insert(number);
        Some(message)
    }

    /// The semaphore is released whenever a child of the process ends.
    pub fn watch_children(&mut self, process: ProcessId, semaphore: ResourceId) {
        self.watched.retain(|(known, _)| *known != process);
        self.watched.push((process, semaphore));
    }

    /// What is released when a child of the process ends.
    #[must_use]
    pub fn watcher(&self, process: ProcessId) -> Option<ResourceId> {
        self.watched.iter().find(|(known, _)| *known == process).map(|&(_, semaphore)| semaphore)
    }

    /// Makes the end of a pipe, held by one process; returns its number.
    pub fn add_end(&mut self, queue: ResourceId, process: ProcessId) -> usize {
        self.ends.push(PipeEnd { queue, holders: vec![process] });
        self.ends.len() - 1
    }

    /// Whether some process holds the end of a pipe.
    #[must_use]
    pub fn is_open(&self, end: usize) -> bool {
        self.ends.get(end).is_some_and(|end| !end.holders.is_empty())
    }

    /// The process holds the end of a pipe no longer; returns the queue that nobody writes to any more.
    pub fn let_go(&mut self, end: usize, process: ProcessId) -> Option<ResourceId> {
        let end = self.ends.get_mut(end)?;
        let before = end.holders.len();
        end.holders.retain(|holder| *holder != process);
        (before > 0 && end.holders.is_empty()).then_some(end.queue)
    }

    /// The process holds nothing any longer; returns the queues that nobody writes to any more.
    pub fn let_all_go(&mut self, process: ProcessId) -> Vec<ResourceId> {
        (0..self.ends.len()).filter_map(|end| self.let_go(end, process)).collect()
    }

    /// Makes memory that processes share; returns its number.
    pub fn add_memory(&mut self, memory: CommonMemory) -> usize {
        self.memories.push(Shared::new(memory));
        self.memories.len() - 1
    }

    /// Memory that processes share.
    #[must_use]
    pub fn memory(&self, number: usize) -> Option<&CommonMemory> {
        Some(self.memories.get(number)?)
    }

    /// Memory that processes share, to write.
    pub fn memory_mut(&mut self, number: usize) -> Option<&mut CommonMemory> {
        Some(self.memories.get_mut(number)?.make_mut())
    }
}

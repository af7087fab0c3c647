//! The heap: objects in pages that machines share until one of them writes.
//!
//! Cloning a heap clones the page table alone. Constants of the program are in a base that is never written. The heap
//! counts the bytes that its objects take, roughly, and refuses to grow beyond its limit.

use std::sync::{Arc, OnceLock};

use crate::machine::state::{
    effort::{self, Effort},
    object::Object,
    row::Row,
    shared::Shared,
    told::Told,
    value::{ObjectId, Value},
    watch::Watch,
};

/// Objects a page: few enough that copying one is cheap, enough that the page table stays short.
const PAGE: usize = 16;

/// The heap may not grow any further.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct OutOfMemory;

/// A row of objects, which machines share.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Page {
    objects: [Object; PAGE],
    /// Objects that threads other than their maker can reach, a bit each.
    shared: u16,
    /// Objects that nobody will change, a bit each.
    frozen: u16,
}

impl Page {
    /// Which objects are not what they were, a bit each.
    fn changed_since(&self, old: &Self) -> u16 {
        let pairs = self.objects.iter().zip(&old.objects).enumerate();
        let changed = pairs.fold(0, |bits, (at, (now, old))| bits | u16::from(now != old) << at);
        changed | (self.shared ^ old.shared) | (self.frozen ^ old.frozen)
    }
}

/// Objects of one page that have changed.
#[derive(Clone, Copy, Debug)]
pub struct Changed {
    first: usize,
    bits: u16,
}

impl Changed {
    /// The objects, in order.
    pub fn objects(self) -> impl Iterator<Item = ObjectId> {
        (0..PAGE).filter(move |at| self.bits & (1 << at) != 0).map(move |at| ObjectId::at(self.first + at))
    }
}

/// Objects and the bytes they take.
#[derive(Clone, Debug)]
pub struct Heap {
    /// What native code did with it.
    pub effort: Effort,
    base: Arc<[Object]>,
    pages: Row<Page>,
    free: Vec<ObjectId>,
    /// One more than the highest object ever used, counted from the end of the base.
    used: usize,
    bytes: usize,
    /// Bytes that are held beside the objects, as long as the machine lives: classes, names, output.
    held: usize,
    limit: usize,
    /// Bytes at which it is worth looking for garbage.
    threshold: usize,
    /// Which objects an instruction came by.
    pub watch: Watch,
    /// Which objects were written since somebody last asked, where somebody does.
    pub written: Option<Vec<ObjectId>>,
}

/// Below this it is never worth looking for garbage, in bytes.
const SMALLEST_THRESHOLD: usize = 4 << 20;

impl Heap {
    /// A heap over the constants of a program, which may take so many bytes besides.
    #[must_use]
    pub fn new(base: Arc<[Object]>, limit: usize) -> Self {
        Self {
            effort: Effort::default(),
            base,
            pages: Row::default(),
            free: Vec::new(),
            used: 0,
            bytes: 0,
            held: 0,
            limit,
            threshold: SMALLEST_THRESHOLD,
            watch: Watch::default(),
            written: None,
        }
    }

    /// An object.
    #[inline]
    #[must_use]
    pub fn get(&self, id: ObjectId) -> &Object {
        let object = self.peek(id);
        if self.watch.note(id) {
            object.take_touched();
        }
        object
    }

    /// An object, for what is no deed of the program.
    #[inline]
    #[must_use]
    pub fn peek(&self, id: ObjectId) -> &Object {
        let at = id.index();
        match at.checked_sub(self.base.len()) {
            None => &self.base[at],
            Some(at) => &self.pages[at / PAGE].objects[at % PAGE],
        }
    }

    /// How an object that is no constant reads in descriptions, as far as that is kept.
    #[inline]
    #[must_use]
    pub fn told(&self, id: ObjectId) -> Option<&OnceLock<Told>> {
        let at = id.index().checked_sub(self.base.len())?;
        self.pages[at / PAGE].told_piece(at % PAGE, PAGE)
    }

    /// An object to write.
    ///
    /// # Panics
    /// For a constant of the program: constants are immutable objects.
    #[inline]
    pub fn get_mut(&mut self, id: ObjectId) -> &mut Object {
        if self.watch.note(id) {
            self.peek(id).take_touched();
        }
        if let Some(written) = &mut self.written {
            written.push(id);
        }
        let at = id.index() - self.base.len();
        &mut self.pages.make_mut()[at / PAGE].make_mut().objects[at % PAGE]
    }

    /// An object to write, if no other thread can reach it; constants are nobody's.
    #[inline]
    pub fn private_mut(&mut self, id: ObjectId) -> Option<&mut Object> {
        let at = id.index().checked_sub(self.base.len())?;
        if self.pages[at / PAGE].shared & (1 << (at % PAGE)) != 0 {
            return None;
        }
        if let Some(written) = &mut self.written {
            written.push(id);
        }
        Some(&mut self.pages.make_mut()[at / PAGE].make_mut().objects[at % PAGE])
    }

    /// Puts an object on the heap.
    ///
    /// # Errors
    /// When its bytes would exceed the limit.
    pub fn allocate(&mut self, object: Object) -> Result<ObjectId, OutOfMemory> {
        self.charge(object.bytes())?;
        let id = self.free.pop().unwrap_or_else(|| self.extend());
        *self.get_mut(id) = object;
        Ok(id)
    }

    fn extend(&mut self) -> ObjectId {
        if self.used.is_multiple_of(PAGE) {
            self.pages.make_mut().push(Shared::default());
        }
        self.used += 1;
        ObjectId::at(self.base.len() + self.used - 1)
    }

    /// Whether the object is a constant, which nothing can change.
    #[inline]
    #[must_use]
    pub fn is_constant(&self, id: ObjectId) -> bool {
        id.index() < self.base.len()
    }

    /// The objects so far become constants, if they are all such as nobody changes.
    pub fn settle(&mut self) {
        let all = self.pages.iter().flat_map(|page| &page.objects).take(self.used);
        let unchanging = |object: &Object| matches!(object, Object::Function(_) | Object::Str(_) | Object::Tuple(_));
        if self.free.is_empty() && all.clone().all(unchanging) {
            self.base = self.base.iter().chain(all).cloned().collect();
            self.pages.make_mut().clear();
            self.used = 0;
            self.bytes = 0;
        }
    }

    /// Notes that an object grew by so many bytes: memory, and the work of filling it.
    ///
    /// # Errors
    /// When that exceeds the limit.
    #[inline]
    pub fn charge(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        self.effort.add(bytes / effort::BYTES);
        self.bytes = self.bytes.saturating_add(bytes);
        if self.bytes.saturating_add(self.held) > self.limit { Err(OutOfMemory) } else { Ok(()) }
    }

    /// Notes that so many bytes more are held beside the objects, for good.
    ///
    /// # Errors
    /// When that exceeds the limit.
    pub fn hold(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        self.held = self.held.saturating_add(bytes);
        self.reserve(0)
    }

    /// The stack of a thread, which takes so many bytes, is put down.
    ///
    /// # Errors
    /// When that exceeds the limit.
    pub fn keep_stack(&mut self, bytes: usize) -> Result<(), OutOfMemory> {
        self.hold(bytes)
    }

    /// The stack of a thread, which took so many bytes, is taken up.
    pub fn leave_stack(&mut self, bytes: usize) {
        self.held = self.held.saturating_sub(bytes);
    }

    /// Whether so many more bytes would fit; for results whose size is known before they are made.
    ///
    /// # Errors
    /// When they would not.
    pub fn reserve(&self, bytes: usize) -> Result<(), OutOfMemory> {
        if self.bytes.saturating_add(self.held).saturating_add(bytes) > self.limit { Err(OutOfMemory) } else { Ok(()) }
    }

    /// The bytes that objects take, roughly: garbage is counted until it is collected.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// Whether enough was allocated since the last collection to make another one worth its time.
    #[must_use]
    pub fn wants_collection(&self) -> bool {
        self.bytes > self.threshold
    }

    /// Whether there is garbage to look for, or work to count.
    #[inline]
    #[must_use]
    pub fn wants_attention(&self) -> bool {
        self.wants_collection() || self.effort.is_due()
    }

    /// Whether threads other than its maker can reach the object.
    #[inline]
    #[must_use]
    pub fn is_shared(&self, id: ObjectId) -> bool {
        self.bit(id, |page| page.shared)
    }

    /// Whether nobody will change the object.
    #[inline]
    #[must_use]
    pub fn is_frozen(&self, id: ObjectId) -> bool {
        self.bit(id, |page| page.frozen)
    }

    #[inline]
    fn bit(&self, id: ObjectId, bits: impl Fn(&Page) -> u16) -> bool {
        match id.index().checked_sub(self.base.len()) {
            None => false,
            Some(at) => bits(&self.pages[at / PAGE]) & (1 << (at % PAGE)) != 0,
        }
    }

    /// Nobody will change the object from here on.
    pub fn freeze(&mut self, id: ObjectId) {
        if let Some(at) = id.index().checked_sub(self.base.len()) {
            self.pages.make_mut()[at / PAGE].make_mut().frozen |= 1 << (at % PAGE);
        }
    }

    /// Other threads can reach the value from here on, and everything that it leads to.
    pub fn publish(&mut self, value: Value) {
        let Some(id) = value.object().filter(|&id| self.can_be_published(id)) else { return };
        let mut reached = vec![id];
        while let Some(id) = reached.pop() {
            let Some(at) = id.index().checked_sub(self.base.len()) else { continue };
            let bit = 1 << (at % PAGE);
            if self.pages[at / PAGE].shared & bit != 0 {
                continue;
            }
            let page = self.pages.make_mut()[at / PAGE].make_mut();
            page.shared |= bit;
            // What was done to it before was nobody else's business.
            page.objects[at % PAGE].take_touched();
            page.objects[at % PAGE].references(&mut |value| reached.extend(value.object()));
            // Whoever has the reference can ask for what it leads to.
            reached.extend(page.objects[at % PAGE].referent().and_then(Value::object));
        }
    }

    /// Copies share the table of pages from here on, until it is written.
    pub fn share(&mut self) {
        self.pages.share();
    }

    /// How many constants there are, which come before all other objects.
    #[must_use]
    pub fn constants(&self) -> usize {
        self.base.len()
    }

    /// How many objects besides constants there ever were at once.
    #[must_use]
    pub fn used(&self) -> usize {
        self.used
    }

    /// The pages of an earlier heap with objects that are not what they were, by their places, and which objects those are.
    /// That heap is the one that machines are described against: a page that was written since is compared with its page and no
    /// other.
    pub fn changed_since<'h>(&'h self, earlier: &'h Self) -> impl Iterator<Item = (&'h Shared<Page>, Changed)> {
        let pairs = self.pages.iter().zip(&*earlier.pages).enumerate().filter(|(_, (page, old))| !page.is(old));
        pairs.filter_map(|(at, (page, old))| {
            let first = at * PAGE;
            let there = earlier.used - first;
            let known = if there < PAGE { (1 << there) - 1 } else { u16::MAX };
            let bits = page.remembered(|page| page.changed_since(old)) & known;
            (bits != 0).then_some((page, Changed { first: self.base.len() + first, bits }))
        })
    }

    fn can_be_published(&self, id: ObjectId) -> bool {
        id.index() >= self.base.len() && !self.is_shared(id)
    }

    /// All objects but constants.
    pub fn objects(&self) -> impl Iterator<Item = ObjectId> + use<> {
        let first = self.base.len();
        (first..first + self.used).map(ObjectId::at)
    }

    /// Whether the object is gone.
    #[must_use]
    pub fn is_free(&self, id: ObjectId) -> bool {
        match id.index().checked_sub(self.base.len()).filter(|&at| at < self.used) {
            Some(_) => matches!(self.peek(id), Object::Free),
            None => false,
        }
    }

    /// Frees every object that cannot be reached from the roots. So many bytes are taken by what has grown beside objects.
    pub fn collect(&mut self, roots: impl IntoIterator<Item = Value>, beside: usize) {
        let marked = self.mark(roots);
        self.sweep(&marked);
        self.bytes += beside;
        // Where little room is left, not all of it is garbage's to fill.
        let room = self.limit.saturating_sub(self.bytes.saturating_add(self.held));
        let more = self.bytes.min((room / 2).max(self.limit / 64));
        self.threshold = (self.bytes + more).max(SMALLEST_THRESHOLD);
    }

    fn mark(&self, roots: impl IntoIterator<Item = Value>) -> Vec<bool> {
        let mut marked = vec![false; self.used];
        let mut reached: Vec<ObjectId> = roots.into_iter().filter_map(Value::object).collect();
        while let Some(id) = reached.pop() {
            let Some(at) = id.index().checked_sub(self.base.len()) else { continue };
            if !std::mem::replace(&mut marked[at], true) {
                self.peek(id).references(&mut |value| reached.extend(value.object()));
            }
        }
        marked
    }

    fn sweep(&mut self, marked: &[bool]) {
        self.bytes = 0;
        self.free.clear();
        let pages = self.pages.make_mut();
        for (number, (marks, page)) in marked.chunks(PAGE).zip(pages).enumerate().rev() {
            let first = self.base.len() + number * PAGE;
            for (at, &alive) in marks.iter().enumerate().rev() {
                let object = &page.objects[at];
                if alive {
                    self.bytes += object.bytes();
                    continue;
                }
                self.free.push(ObjectId::at(first + at));
                if !matches!(object, Object::Free) {
                    let page = page.make_mut();
                    page.objects[at] = Object::Free;
                    page.shared &= !(1 << at);
                    page.frozen &= !(1 << at);
                }
            }
        }
    }
}

impl PartialEq for Heap {
    fn eq(&self, other: &Self) -> bool {
        self.used == other.used && self.pages == other.pages
    }
}

impl Eq for Heap {}

impl std::hash::Hash for Heap {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.used.hash(state);
        for page in &*self.pages {
            page.hash(state);
        }
    }
}

//! Items of a `bytearray`: their assignment and deletion.

use crate::machine::{
    run::{exec::Exec, flow::Result},
    state::{
        effort,
        object::{Object, Range},
        value::{ObjectId, Value},
    },
};

impl Exec<'_> {
    /// `array[index] = value`
    pub(super) fn store_byte(&mut self, array: Value, id: ObjectId, index: Value, value: Value) -> Result<()> {
        let length = self.sequence_length(id).unwrap_or(0);
        if let Some(range) = self.range_of(index, length)? {
            return self.store_bytes(id, range, value);
        }
        let at = self.sequence_index(array, index, length)?;
        let byte = self.byte_value(value)?;
        self.array_mut(id)[at] = byte;
        Ok(())
    }

    /// `del array[index]`
    pub(super) fn remove_byte(&mut self, array: Value, id: ObjectId, index: Value) -> Result<()> {
        let length = self.sequence_length(id).unwrap_or(0);
        self.work(length / effort::BYTES);
        if let Some(range) = self.range_of(index, length)? {
            let mut positions: Vec<usize> = (0..range.len()).map(|at| range.at(at) as usize).collect();
            positions.sort_unstable();
            let mut at = 0;
            self.array_mut(id).retain(|_| {
                at += 1;
                positions.binary_search(&(at - 1)).is_err()
            });
            return Ok(());
        }
        let at = self.sequence_index(array, index, length)?;
        self.array_mut(id).remove(at);
        Ok(())
    }

    /// The positions that a slice picks; nothing for another index.
    fn range_of(&mut self, index: Value, length: usize) -> Result<Option<Range>> {
        let parts = match index.object().map(|slice| self.object(slice)) {
            Some(Object::Slice(parts)) => **parts,
            _ => return Ok(None),
        };
        self.slice_range(parts, length).map(Some)
    }

    fn store_bytes(&mut self, id: ObjectId, range: Range, value: Value) -> Result<()> {
        let bytes = match value.object().map(|id| self.object(id)) {
            Some(Object::Bytes(_) | Object::ByteArray(_)) => self.array_bytes(value),
            _ if self.number(value).is_some() => {
                let message = "can assign only bytes, buffers, or iterables of ints in range(0, 256)";
                return Err(self.type_error(message));
            }
            Some(Object::Str(_)) => return Err(self.type_error("string argument without an encoding")),
            _ => match self.bytes_of_items(value, "") {
                Err(raise) if raise.as_exception().is_some() => return Err(raise),
                made => made?,
            },
        };
        self.machine.space.heap.charge(bytes.len())?;
        self.work(self.object(id).extent());
        if range.step != 1 && !bytes.is_empty() && bytes.len() as i64 != range.len() {
            let (given, wanted) = (bytes.len(), range.len());
            let message = format!("attempt to assign bytes of size {given} to extended slice of size {wanted}");
            return Err(self.value_error(&message));
        }
        if range.step == 1 {
            let start = range.start as usize;
            self.array_mut(id).splice(start..range.stop.max(range.start) as usize, bytes);
        } else {
            let array = self.array_mut(id);
            for (at, byte) in bytes.into_iter().enumerate() {
                array[range.at(at as i64) as usize] = byte;
            }
        }
        Ok(())
    }
}

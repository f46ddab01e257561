//! The compact protocol of Apache Thrift, in which Parquet keeps its metadata, looked through without taking any memory.

/// How deep structs and lists may stand in one another; the metadata of Parquet need seven.
const DEPTH: usize = 16;

/// Types of the protocol.
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const I64: u8 = 6;
const BINARY: u8 = 8;
pub(super) const LIST: u8 = 9;
pub(super) const STRUCT: u8 = 12;

/// A place in bytes of the protocol. Whatever is not as it must be, gives none.
#[derive(Clone, Copy)]
pub(super) struct Scan<'a> {
    rest: &'a [u8],
    depth: usize,
    /// Items of lists that may still come.
    items: usize,
}

impl<'a> Scan<'a> {
    /// The beginning of bytes in which lists may have so many items together.
    pub(super) const fn new(bytes: &'a [u8], items: usize) -> Self {
        Self { rest: bytes, depth: 0, items }
    }

    /// The bytes that were not looked at.
    pub(super) const fn rest(&self) -> &'a [u8] {
        self.rest
    }

    /// Whether lists had more items than they may have.
    pub(super) const fn is_full(&self) -> bool {
        self.items == 0
    }

    /// Goes through a struct: `each` gets the number and the type of a field and reads it, or passes it over by [`Scan::skip`].
    /// No field stands twice.
    pub(super) fn structure(&mut self, mut each: impl FnMut(&mut Self, i16, u8) -> Option<()>) -> Option<()> {
        self.deeper()?;
        let (mut last, mut seen) = (0_i16, 0_u64);
        loop {
            let head = self.byte()?;
            if head == 0 {
                self.depth = self.depth.saturating_sub(1);
                return Some(());
            }
            let number = match head >> 4 {
                0 => i16::try_from(self.whole()?).ok()?,
                more => last.checked_add(i16::from(more))?,
            };
            let mark = 1_u64.checked_shl(u32::try_from(number).ok()?)?;
            if seen & mark != 0 {
                return None;
            }
            (last, seen) = (number, seen | mark);
            each(self, number, head & 0x0f)?;
        }
    }

    /// Goes through a list of values of one type.
    pub(super) fn list(&mut self, kind: u8, mut each: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        let (count, found) = self.list_head()?;
        if found != kind {
            return None;
        }
        self.deeper()?;
        for _ in 0..count {
            each(self)?;
        }
        self.depth = self.depth.saturating_sub(1);
        Some(())
    }

    /// A whole number of any size.
    pub(super) fn whole(&mut self) -> Option<i64> {
        let raw = self.varint()?;
        let half = i64::try_from(raw >> 1).ok()?;
        Some(if raw & 1 == 0 { half } else { !half })
    }

    /// Passes over a value.
    pub(super) fn skip(&mut self, kind: u8) -> Option<()> {
        match kind {
            TRUE | FALSE => Some(()),
            3 => self.byte().map(drop),
            4..=I64 => self.varint().map(drop),
            7 => self.take(8).map(drop),
            BINARY => {
                let length = usize::try_from(self.varint()?).ok()?;
                self.take(length).map(drop)
            }
            LIST | 10 => {
                let (count, kind) = self.list_head()?;
                self.deeper()?;
                for _ in 0..count {
                    self.skip_item(kind)?;
                }
                self.depth = self.depth.saturating_sub(1);
                Some(())
            }
            11 => {
                let count = self.count(2)?;
                if count == 0 {
                    return Some(());
                }
                let kinds = self.byte()?;
                self.deeper()?;
                for _ in 0..count {
                    self.skip_item(kinds >> 4)?;
                    self.skip_item(kinds & 0x0f)?;
                }
                self.depth = self.depth.saturating_sub(1);
                Some(())
            }
            STRUCT => self.structure(|scan, _, kind| scan.skip(kind)),
            13 => self.take(16).map(drop),
            _ => None,
        }
    }

    /// Passes over an item of a list, in which truths take a byte.
    fn skip_item(&mut self, kind: u8) -> Option<()> {
        match kind {
            TRUE | FALSE => self.byte().map(drop),
            kind => self.skip(kind),
        }
    }

    fn list_head(&mut self) -> Option<(usize, u8)> {
        let head = self.byte()?;
        let count = match head >> 4 {
            15 => self.count(1)?,
            count => self.within(usize::from(count), 1)?,
        };
        Some((count, head & 0x0f))
    }

    fn count(&mut self, least: usize) -> Option<usize> {
        let count = usize::try_from(self.varint()?).ok()?;
        self.within(count, least)
    }

    /// So many items, each of which takes bytes.
    fn within(&mut self, count: usize, least: usize) -> Option<usize> {
        if count.checked_mul(least)? > self.rest.len() {
            return None;
        }
        match self.items.checked_sub(count) {
            Some(items) => self.items = items,
            None => {
                self.items = 0;
                return None;
            }
        }
        Some(count)
    }

    fn varint(&mut self) -> Option<u64> {
        let mut out = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            let part = u64::from(byte & 0x7f);
            let shifted = part.checked_shl(shift)?;
            if shifted >> shift != part {
                return None;
            }
            out |= shifted;
            if byte & 0x80 == 0 {
                return Some(out);
            }
        }
        None
    }

    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.rest.split_first()?;
        self.rest = rest;
        Some(*first)
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn deeper(&mut self) -> Option<()> {
        self.depth = self.depth.checked_add(1).filter(|depth| *depth <= DEPTH)?;
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_struct_is_gone_through_and_lists_claim_no_more_than_there_is() {
        // {1: 5, 4: ["a"], 5: true}
        let bytes = [0x15, 10, 0x39, 0x18, 1, b'a', 0x11, 0];
        let (mut number, mut fields) = (None, Vec::new());
        let mut scan = Scan::new(&bytes, 10);
        let done = scan.structure(|scan, field, kind| {
            fields.push(field);
            match field {
                1 => number = Some(scan.whole()?),
                _ => scan.skip(kind)?,
            }
            Some(())
        });
        assert_eq!((done, number, fields, scan.rest().len()), (Some(()), Some(5), vec![1, 4, 5], 0));
        // a list of 2^31 items in six bytes
        let mut scan = Scan::new(&[0x19, 0xf8, 0xff, 0xff, 0xff, 0x0f, 0], 10);
        assert_eq!(scan.structure(|scan, _, kind| scan.skip(kind)), None);
        // one field twice
        assert_eq!(Scan::new(&[0x15, 2, 0x05, 2, 4, 0], 9).structure(|scan, _, kind| scan.skip(kind)), None);
        // lists within lists without end
        assert_eq!(Scan::new(&[0x19; 60], 99).skip(LIST), None);
    }
}

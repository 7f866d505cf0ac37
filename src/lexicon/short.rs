//! The short forms: a map from a word's [`key`] to what the lexicon knows of it. Every word of a text is
//! looked up here, and nothing else is. A second kind of general map weighed 1.2 KB more in the module (0.3
//! gzipped) and cost 1 % of its speed.

use super::Entry;

/// The longest form, in bytes, that has a [`key`].
pub const LONGEST: usize = 16;

/// The bit that ASCII capitals lack and their small letters have, in each byte. Digits, hyphens, full stops
/// and apostrophes have it too.
const SMALL: u64 = u64::from_le_bytes([b'a' - b'A'; 8]);

/// The bytes of a form as two numbers, which compare faster than strings do.
type Key = (u64, u64);

/// The key of a short form; the same for ASCII capitals and small letters. None where it is too long.
#[inline(always)]
pub(super) fn key(bytes: &[u8]) -> Option<Key> {
    let (first, rest) = chunks(bytes)?;
    Some((first | SMALL, rest | SMALL))
}

/// The bytes of a short form as two numbers, zeros behind them. None where it is too long.
#[inline(always)]
pub(super) fn chunks(bytes: &[u8]) -> Option<Key> {
    let len = bytes.len();
    if len > LONGEST {
        return None;
    }
    Some(
        if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            // The last eight bytes overlap the first; what both hold is shifted out.
            let rest = u64::from_le_bytes(*last).checked_shr(8 * (16 - len as u32));
            (u64::from_le_bytes(*first), rest.unwrap_or(0))
        } else if let (Some(first), Some(last)) = (bytes.first_chunk(), bytes.last_chunk()) {
            // So do the last four the first, and what both hold is the same.
            let last = u64::from(u32::from_le_bytes(*last)) << (8 * (len - 4));
            (u64::from(u32::from_le_bytes(*first)) | last, 0)
        } else {
            let byte = |all, b: &u8| all << 8 | u64::from(*b);
            (bytes.iter().rev().fold(0, byte), 0)
        },
    )
}

/// A number whose high half hangs on all of `key`.
pub(super) fn mixed(key: Key) -> u64 {
    // Multiplied by an odd number near 2^64 over the golden ratio, the highest bits depend on all of the
    // key (Knuth, The Art of Computer Programming, section 6.4).
    (key.0 ^ key.1.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15)
}

/// A number for a form that is not longer than [`LONGEST`], the same for ASCII capitals and small letters.
pub(crate) fn number(bytes: &[u8]) -> u64 {
    key(bytes).map_or(0, mixed)
}

/// Entries by key: open addressing, at most half full.
#[derive(Debug, Default)]
pub(super) struct Short {
    /// A power of two of slots, or none.
    slots: Vec<Option<(Key, Entry)>>,
    /// How many are taken.
    taken: usize,
}

impl Short {
    /// With room for so many entries, so that none is put twice.
    pub(super) fn for_entries(count: usize) -> Short {
        Short {
            slots: vec![None; (count * 2).next_power_of_two()],
            taken: 0,
        }
    }

    /// The entry of `key`.
    #[inline(always)]
    pub(super) fn get(&self, key: Key) -> Option<&Entry> {
        let slot = self.slots.get(self.place(key))?;
        slot.as_ref().map(|(_, entry)| entry)
    }

    /// The entry of `key`, to be changed; an empty one from now on if it had none.
    pub(super) fn entry(&mut self, key: Key) -> &mut Entry {
        if self.taken * 2 >= self.slots.len() {
            let wider = vec![None; (self.slots.len() * 2).max(64)];
            for (key, entry) in std::mem::replace(&mut self.slots, wider)
                .into_iter()
                .flatten()
            {
                let at = self.place(key);
                self.slots[at] = Some((key, entry));
            }
        }
        let at = self.place(key);
        self.taken += usize::from(self.slots[at].is_none());
        &mut self.slots[at].get_or_insert((key, Entry::default())).1
    }

    /// The slot that `key` is in, or the free one where it would be.
    #[inline(always)]
    fn place(&self, key: Key) -> usize {
        let mask = self.slots.len().wrapping_sub(1);
        let mut at = (mixed(key) >> 32) as usize & mask;
        while let Some(Some((other, _))) = self.slots.get(at)
            && *other != key
        {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::{Short, key};

    #[test]
    fn a_form_is_found_again_and_no_other() {
        let mut short = Short::default();
        let forms: Vec<String> = (0..5000).map(|n| format!("w{n}")).collect();
        assert!(short.get(key(b"w0").unwrap()).is_none());
        for (n, form) in forms.iter().enumerate() {
            short.entry(key(form.as_bytes()).unwrap()).cue = n as u16 + 1;
        }
        for (n, form) in forms.iter().enumerate() {
            let upper = form.to_uppercase();
            for form in [form, &upper] {
                let entry = short.get(key(form.as_bytes()).unwrap());
                assert_eq!(entry.map(|e| e.cue), Some(n as u16 + 1), "{form}");
            }
        }
        assert!(short.get(key(b"w5000").unwrap()).is_none());
        assert!(short.get(key(b"").unwrap()).is_none());
    }

    #[test]
    fn forms_of_every_length_have_keys_of_their_own() {
        let word = b"abcdefghijklmnopq";
        let keys: Vec<_> = (0..=16).map(|n| key(&word[..n])).collect();
        for (n, one) in keys.iter().enumerate() {
            assert!(one.is_some());
            assert!(!keys[..n].contains(one), "{n} bytes");
        }
        assert_eq!(key(word), None);
    }
}

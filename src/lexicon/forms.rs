//! What forms stand for: a map from words to values. All such maps share one index of strings, for every
//! kind of map weighs some 2 KB of its own in the wasm module. The index is our own: a word that is not in
//! it, as most are not, is told by 32 bits and without a string compared.

use std::borrow::Cow;

use super::short::{LONGEST, chunks, mixed};

/// Values by form.
#[derive(Clone, Debug)]
pub struct Forms<'f, T> {
    index: Index<'f>,
    values: Vec<T>,
}

impl<T> Default for Forms<'_, T> {
    fn default() -> Self {
        Forms {
            index: Index::default(),
            values: Vec::new(),
        }
    }
}

impl<'f, T> Forms<'f, T> {
    /// The value of `form`.
    pub fn get(&self, form: &str) -> Option<&T> {
        self.values.get(self.index.place(form)?)
    }

    /// Gives `form` a value, instead of the one it has.
    pub fn insert(&mut self, form: impl Into<Cow<'f, str>>, value: T) {
        let at = self.index.claim(form.into());
        match self.values.get_mut(at) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }

    /// The value of `form`; `value` from now on if it had none.
    pub fn first(&mut self, form: impl Into<Cow<'f, str>>, value: T) -> &mut T {
        let at = self.index.claim(form.into());
        if at == self.values.len() {
            self.values.push(value);
        }
        &mut self.values[at]
    }

    /// The value of `form`, to be changed; the type's own where it had none.
    pub fn entry(&mut self, form: impl Into<Cow<'f, str>>) -> &mut T
    where
        T: Default,
    {
        self.first(form, T::default())
    }

    /// Whether there is no form.
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }
}

impl<'f, F: Into<Cow<'f, str>>> FromIterator<F> for Forms<'f, ()> {
    fn from_iter<I: IntoIterator<Item = F>>(forms: I) -> Self {
        let mut set = Forms::default();
        for form in forms {
            set.insert(form, ());
        }
        set
    }
}

/// Forms in the order they came in, found by open addressing, at most half full.
#[derive(Clone, Debug, Default)]
struct Index<'f> {
    forms: Vec<Cow<'f, str>>,
    /// A power of two of slots, or none: the high half of a form's hash, and its place plus one; 0 if free.
    slots: Vec<(u32, u32)>,
}

impl<'f> Index<'f> {
    /// The place of `form`.
    #[inline(never)]
    fn place(&self, form: &str) -> Option<usize> {
        let (_, place) = *self.slots.get(self.slot(form, hash(form)))?;
        (place as usize).checked_sub(1)
    }

    /// The place of `form`; the next one if it is new.
    #[inline(never)]
    fn claim(&mut self, form: Cow<'f, str>) -> usize {
        let next = self.forms.len();
        if next * 2 >= self.slots.len() {
            let wider = vec![(0, 0); (self.slots.len() * 2).max(16)];
            let taken = std::mem::replace(&mut self.slots, wider);
            for (hash, place) in taken.into_iter().filter(|(_, place)| *place > 0) {
                let at = self.slot(&self.forms[place as usize - 1], hash);
                self.slots[at] = (hash, place);
            }
        }
        let hash = hash(&form);
        let at = self.slot(&form, hash);
        match self.slots[at] {
            (_, 0) => {
                self.forms.push(form);
                self.slots[at] = (hash, next as u32 + 1);
                next
            }
            (_, place) => place as usize - 1,
        }
    }

    /// The slot that `form` is in, or the free one where it would be.
    fn slot(&self, form: &str, hash: u32) -> usize {
        let slots = self.slots.len();
        // The highest bits of a hash hang on all of the form. By the lowest, forms that differ in some of
        // their bytes alone would all want one slot, and each would pass by all others.
        let mut at = ((u64::from(hash) * slots as u64) >> 32) as usize;
        while let Some((other, place)) = self.slots.get(at)
            && *place > 0
            && (*other != hash || self.forms[*place as usize - 1] != form)
        {
            at = (at + 1) & (slots - 1);
        }
        at
    }
}

/// Some number that hangs on every byte of `form`.
fn hash(form: &str) -> u32 {
    let bytes = form.as_bytes();
    let key = chunks(bytes).unwrap_or_else(|| {
        let sixteen = bytes.chunks(LONGEST).filter_map(chunks);
        sixteen.fold((0, 0), |sum, more| (mixed(sum) ^ more.0, more.1))
    });
    (mixed(key) >> 32) as u32
}

/// A form that no table holds as it is looked up: it is kept as long as the program runs, as tables are.
pub(super) fn kept(form: String) -> &'static str {
    Box::leak(form.into_boxed_str())
}

#[cfg(test)]
mod tests {
    use super::{Forms, hash};

    #[test]
    fn a_form_is_found_again_and_no_other() {
        let form = |n: usize| format!("{n} {}", "harbour ".repeat(n % 5));
        let mut forms = Forms::default();
        assert_eq!(forms.get("0 "), None);
        for n in 0..5000 {
            assert_eq!(*forms.first(form(n), n), n);
            assert_eq!(*forms.first(form(n), n + 1), n, "the first value stays");
        }
        for n in 0..5000 {
            assert_eq!(forms.get(&form(n)), Some(&n));
        }
        assert_eq!(forms.get(&form(5000)), None);
        forms.insert(form(7), 70);
        assert_eq!(forms.get(&form(7)), Some(&70));
    }

    #[test]
    fn forms_that_differ_in_a_byte_or_two_lie_apart() {
        for (at, other) in [(0, 7), (3, 6), (6, 7), (7, 12), (11, 13)] {
            let mut forms = Forms::default();
            for (a, b) in (0..64).flat_map(|a| (0..64).map(move |b| (a, b))) {
                let mut form = *b"harbour harbour ";
                (form[at], form[other]) = (b' ' + a, b' ' + b);
                forms.insert(String::from_utf8(form.to_vec()).unwrap(), ());
            }
            let slots = &forms.index.slots;
            let longest = slots.split(|(_, place)| *place == 0).map(<[_]>::len).max();
            assert!(
                longest < Some(100),
                "{at} and {other}: {longest:?} in a row"
            );
        }
    }

    #[test]
    fn every_byte_of_a_form_tells_in_its_hash() {
        for len in 1..60 {
            let form = "a".repeat(len);
            for at in 0..len {
                let other = format!("{}b{}", &form[..at], &form[at + 1..]);
                assert_ne!(hash(&form), hash(&other), "{other}");
            }
        }
    }
}

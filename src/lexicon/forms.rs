//! What forms stand for: a map from words to values. All such maps share one index of strings, for every
//! kind of map weighs some 2 KB of its own in the wasm module.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

/// Values by form.
#[derive(Clone, Debug)]
pub struct Forms<'f, T> {
    index: FxHashMap<Cow<'f, str>, u32>,
    values: Vec<T>,
}

impl<T> Default for Forms<'_, T> {
    fn default() -> Self {
        Forms {
            index: FxHashMap::default(),
            values: Vec::new(),
        }
    }
}

impl<'f, T> Forms<'f, T> {
    /// The value of `form`.
    pub fn get(&self, form: &str) -> Option<&T> {
        self.values.get(place(&self.index, form)?)
    }

    /// Gives `form` a value, instead of the one it has.
    pub fn insert(&mut self, form: impl Into<Cow<'f, str>>, value: T) {
        let at = claim(&mut self.index, form.into(), self.values.len());
        match self.values.get_mut(at) {
            Some(old) => *old = value,
            None => self.values.push(value),
        }
    }

    /// The value of `form`; `value` from now on if it had none.
    pub fn first(&mut self, form: impl Into<Cow<'f, str>>, value: T) -> &mut T {
        let at = claim(&mut self.index, form.into(), self.values.len());
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

    /// All values, in the order their forms came in.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut T> {
        self.values.iter_mut()
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

#[inline(never)]
fn place(index: &FxHashMap<Cow<str>, u32>, form: &str) -> Option<usize> {
    index.get(form).map(|at| *at as usize)
}

/// The place of `form`; `next` if it is new.
#[inline(never)]
fn claim<'f>(index: &mut FxHashMap<Cow<'f, str>, u32>, form: Cow<'f, str>, next: usize) -> usize {
    *index.entry(form).or_insert(next as u32) as usize
}

/// A form that no table holds as it is looked up: it is kept as long as the program runs, as tables are.
pub(super) fn kept(form: String) -> &'static str {
    Box::leak(form.into_boxed_str())
}

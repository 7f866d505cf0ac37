//! Guards: named questions whose yes keeps a reading out; and the trail of those that were asked, which `--explain`
//! tells. The engine in the browser asks the same ones, and holds neither their names nor a trail.

#[cfg(not(target_arch = "wasm32"))]
use std::cell::RefCell;
use std::ops::Range;

/// The words of a name, where they are held.
#[cfg(not(target_arch = "wasm32"))]
type Words = &'static str;
#[cfg(target_arch = "wasm32")]
type Words = ();

/// The name of a guard: that of the function or condition which answers it, so that a search finds it.
#[derive(Clone, Copy, Debug)]
pub(super) struct Name(Words);

impl Name {
    #[cfg(not(target_arch = "wasm32"))]
    pub(super) const fn of(function: &'static str) -> Name {
        Name(function)
    }

    #[cfg(target_arch = "wasm32")]
    pub(super) const fn of(_: &'static str) -> Name {
        Name(())
    }

    fn words(self) -> &'static str {
        #[cfg(not(target_arch = "wasm32"))]
        return self.0;
        #[cfg(target_arch = "wasm32")]
        return "";
    }
}

/// A guard that stands in a list of its like.
pub(super) struct Guard<Asked> {
    pub(super) name: Name,
    pub(super) refuses: Asked,
}

/// The name of the guard that a function answers.
macro_rules! guard {
    ($function:ident) => {
        $crate::attribution::guard::Name::of(stringify!($function))
    };
}

/// A list of guards, by the functions that answer them.
macro_rules! guards {
    ($($function:ident),* $(,)?) => {
        &[$($crate::attribution::guard::Guard {
            name: $crate::attribution::guard::guard!($function),
            refuses: $function,
        }),*]
    };
}

pub(super) use {guard, guards};

/// That a guard has kept a reading out, and which.
#[derive(Clone, Copy, Debug)]
pub(super) struct Refused(pub(super) Name);

/// A verb that was read as a cue, and the guards that were asked about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The cue with its auxiliaries, as tokens.
    pub cue: Range<usize>,
    /// The token that carries its meaning.
    pub head: usize,
    /// The guards that let it pass, by name, in the order they were asked.
    pub passed: Vec<&'static str>,
    /// The guard that kept it out, by name; none where an attribution came of it.
    pub refused: Option<&'static str>,
}

/// What was asked about each cue, where anybody wants to know.
#[derive(Default)]
pub(super) struct Trail {
    #[cfg(not(target_arch = "wasm32"))]
    notes: Option<RefCell<Notes>>,
}

/// What a trail holds.
#[derive(Default)]
struct Notes {
    readings: Vec<Reading>,
    /// Whether the last reading is still being asked about.
    open: bool,
}

#[cfg(not(target_arch = "wasm32"))]
impl Trail {
    /// A trail that is kept; the others forget at once.
    pub(super) fn kept() -> Trail {
        Trail {
            notes: Some(RefCell::default()),
        }
    }

    pub(super) fn into_readings(self) -> Vec<Reading> {
        (self.notes).map_or_else(Vec::new, |notes| notes.into_inner().readings)
    }

    /// Whether anybody wants to know.
    pub(super) fn is_kept(&self) -> bool {
        self.notes.is_some()
    }

    fn note(&self, note: impl FnOnce(&mut Notes)) {
        if let Some(notes) = &self.notes {
            note(&mut notes.borrow_mut());
        }
    }
}

/// Nobody asks in the browser.
#[cfg(target_arch = "wasm32")]
impl Trail {
    pub(super) fn kept() -> Trail {
        Trail {}
    }

    pub(super) fn into_readings(self) -> Vec<Reading> {
        Vec::new()
    }

    pub(super) fn is_kept(&self) -> bool {
        false
    }

    fn note(&self, _: impl FnOnce(&mut Notes)) {}
}

impl Trail {
    /// What `read` makes of a cue: what it asks is noted under it.
    pub(super) fn of_cue<T>(
        &self,
        cue: &Range<usize>,
        head: usize,
        read: impl FnOnce() -> Result<T, Refused>,
    ) -> Option<T> {
        self.note(|notes| {
            notes.open = true;
            notes.readings.push(Reading {
                cue: cue.clone(),
                head,
                passed: Vec::new(),
                refused: None,
            });
        });
        let made = read();
        self.note(|notes| {
            notes.open = false;
            if let (Err(Refused(guard)), Some(last)) = (&made, notes.readings.last_mut()) {
                last.refused = Some(guard.words());
            }
        });
        made.ok()
    }

    /// Notes that the verb at `head` was no cue to begin with, by `guard`.
    pub(super) fn refuse(&self, head: usize, guard: Name) {
        self.note(|notes| {
            notes.readings.push(Reading {
                cue: head..head + 1,
                head,
                passed: Vec::new(),
                refused: Some(guard.words()),
            });
        });
    }

    /// Goes on unless `guard` refuses.
    pub(super) fn ask(&self, guard: Name, refuses: bool) -> Result<(), Refused> {
        if refuses {
            return Err(Refused(guard));
        }
        self.note(|notes| {
            if let Some(last) = notes.readings.last_mut().filter(|_| notes.open) {
                last.passed.push(guard.words());
            }
        });
        Ok(())
    }

    /// Goes on unless one of `guards` refuses `reading`.
    pub(super) fn ask_each<Asked: Fn(&Of) -> bool, Of>(
        &self,
        guards: &[Guard<Asked>],
        reading: &Of,
    ) -> Result<(), Refused> {
        let mut guards = guards.iter();
        guards.try_for_each(|guard| self.ask(guard.name, (guard.refuses)(reading)))
    }

    /// Whether the attribution that came of the cue at `head` stays, which `guard` is asked afterwards.
    pub(super) fn stays(&self, head: usize, guard: Name, stays: bool) -> bool {
        self.note(|notes| {
            let mut readings = notes.readings.iter_mut().rev();
            if let Some(one) = readings.find(|r| r.head == head && r.refused.is_none()) {
                match stays {
                    true => one.passed.push(guard.words()),
                    false => one.refused = Some(guard.words()),
                }
            }
        });
        stays
    }
}

//! Work that is done in steps: a function that says where it may be left for a while, so that who drives it can
//! see to others between.

use std::future::Future;
use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// How many tokens a stage of the scan goes through between two pauses: some 20 KB of text, which no stage takes
/// more than a few ms for.
const STEP: usize = 4_096;

/// A pause: not over when it is come to, over when the work is driven on.
struct Pause(bool);

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Pause>, _: &mut Context) -> Poll<()> {
        match std::mem::replace(&mut self.0, true) {
            true => Poll::Ready(()),
            false => Poll::Pending,
        }
    }
}

/// Leaves the work until it is driven on.
pub fn pause() -> impl Future<Output = ()> {
    Pause(false)
}

/// Tells when enough was done for a step.
#[derive(Debug, Default)]
pub struct Pace {
    done: usize,
}

impl Pace {
    /// Notes that so many `tokens` were gone through; whether it is time for a pause.
    pub fn went(&mut self, tokens: usize) -> bool {
        self.done += tokens;
        let enough = self.done >= STEP;
        if enough {
            self.done = 0;
        }
        enough
    }
}

/// Does `work` up to its next pause; what it gives, where that was its end.
pub fn step<T>(work: Pin<&mut (impl Future<Output = T> + ?Sized)>) -> Option<T> {
    // Nothing is waited for: who drives the work is who goes on with it.
    match work.poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(made) => Some(made),
        Poll::Pending => None,
    }
}

/// Does `work` to its end.
pub fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Some(made) = step(work.as_mut()) {
            return made;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn work_is_left_where_it_pauses_and_done_to_its_end() {
        let work = async {
            let mut pace = Pace::default();
            for _ in 0..4 {
                if pace.went(STEP / 2) {
                    pause().await;
                }
            }
            "done"
        };
        let mut work = pin!(work);
        let steps = std::iter::from_fn(|| step(work.as_mut()).is_none().then_some(()));
        assert_eq!(steps.take(9).count(), 2);
        assert_eq!(at_once(async { 7 }), 7);
    }
}

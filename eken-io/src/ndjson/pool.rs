//! Work side by side, answers in order, memory bounded.
//!
//! One thread brings jobs, several work on them, and the calling thread takes the answers in the order of the jobs. What is
//! queued or waits to be taken, and what is worked on, is weighed in bytes and held below two bounds: a slow job holds up the rest
//! rather than let their answers pile up, and heavy jobs go one after the other rather than side by side.

use std::collections::{BTreeMap, VecDeque};
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::error::Error;

/// Bytes that a job or an answer weighs beside those it names.
const LEAST: usize = 256;

/// How many bytes something holds, and of which line it is.
pub trait Weight: Send {
    /// Bytes held.
    fn bytes(&self) -> usize;
}

/// A pool of workers.
#[derive(Clone, Copy, Debug)]
pub struct Pool {
    /// Threads that work.
    pub workers: usize,
    /// Bytes of jobs and answers that wait, at most.
    pub waiting: usize,
    /// Bytes of jobs that are worked on, at most; one job is, however heavy.
    pub at_work: usize,
}

/// What came of one job.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer<T> {
    /// Number of the line that the job was about.
    pub line: usize,
    /// What the work gave.
    pub result: Result<T, Error>,
}

/// Works on jobs and hands the answers to the caller in the order of the jobs, until the caller breaks off. A job is named by the
/// number of its line; one on which the work panics is answered with [`Error::Internal`].
///
/// # Errors
/// The first error that the jobs bring, after the answers to all jobs before it; or that no thread could be started.
pub fn in_order<J: Weight, T: Weight>(
    pool: &Pool,
    jobs: impl Iterator<Item = Result<(usize, J), Error>> + Send,
    work: impl Fn(J) -> Result<T, Error> + Sync,
    mut take: impl FnMut(Answer<T>) -> ControlFlow<()>,
) -> Result<(), Error> {
    let desk = &Desk::new(*pool);
    thread::scope(|scope| {
        // whatever ends this thread ends the others too
        let _stop = OnDrop(|| desk.stop());
        let bring = move || {
            let _close = OnDrop(|| desk.close(None));
            for job in jobs {
                let is_wanted = match job {
                    Ok((line, job)) => desk.bring(line, job),
                    Err(error) => return desk.close(Some(error)),
                };
                if !is_wanted {
                    return;
                }
            }
        };
        let refused = |error: std::io::Error| Error::Threads(error.kind());
        let mut started = Ok(());
        for worker in 0..pool.workers.max(1) {
            let spawned = thread::Builder::new().spawn_scoped(scope, || desk.work(&work)).map_err(refused);
            // fewer workers than asked for do the same, one at least is needed
            match spawned {
                Ok(_) => {}
                Err(error) if worker == 0 => started = Err(error),
                Err(_) => break,
            }
        }
        started?;
        thread::Builder::new().spawn_scoped(scope, bring).map_err(refused)?;
        while let Some(answer) = desk.next() {
            if take(answer).is_break() {
                return Ok(());
            }
        }
        desk.state().broken.take().map_or(Ok(()), Err)
    })
}

/// Where the threads meet.
struct Desk<J, T> {
    state: Mutex<State<J, T>>,
    pool: Pool,
    /// There is room for another job.
    room: Condvar,
    /// There may be something to work on.
    jobs: Condvar,
    /// The next answer may be there.
    answers: Condvar,
}

struct State<J, T> {
    queue: VecDeque<Job<J>>,
    done: BTreeMap<u64, (Answer<T>, usize)>,
    /// Bytes of jobs that wait to be worked on.
    queued: usize,
    /// Bytes of jobs that are worked on.
    at_work: usize,
    /// Bytes of answers that wait to be taken.
    answered: usize,
    brought: u64,
    taken: u64,
    is_closed: bool,
    is_stopped: bool,
    broken: Option<Error>,
}

struct Job<J> {
    place: u64,
    line: usize,
    weight: usize,
    job: J,
}

impl<J: Weight, T: Weight> Desk<J, T> {
    const fn new(pool: Pool) -> Self {
        let state = State {
            queue: VecDeque::new(),
            done: BTreeMap::new(),
            queued: 0,
            at_work: 0,
            answered: 0,
            brought: 0,
            taken: 0,
            is_closed: false,
            is_stopped: false,
            broken: None,
        };
        let (room, jobs, answers) = (Condvar::new(), Condvar::new(), Condvar::new());
        Self { state: Mutex::new(state), pool, room, jobs, answers }
    }

    fn state(&self) -> MutexGuard<'_, State<J, T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Puts a job down when there is room; false when nobody wants it any more.
    fn bring(&self, line: usize, job: J) -> bool {
        let weight = job.bytes().saturating_add(LEAST);
        let full = |state: &mut State<J, T>| {
            let held = state.queued.saturating_add(state.answered);
            !state.is_stopped && held > 0 && held.saturating_add(weight) > self.pool.waiting
        };
        let mut state = self.room.wait_while(self.state(), full).unwrap_or_else(PoisonError::into_inner);
        if state.is_stopped {
            return false;
        }
        let place = state.brought;
        state.queue.push_back(Job { place, line, weight, job });
        state.brought = place.saturating_add(1);
        state.queued = state.queued.saturating_add(weight);
        drop(state);
        self.jobs.notify_one();
        true
    }

    /// No more jobs come.
    fn close(&self, broken: Option<Error>) {
        let mut state = self.state();
        if !state.is_closed {
            state.is_closed = true;
            state.broken = broken;
        }
        drop(state);
        self.jobs.notify_all();
        self.answers.notify_all();
    }

    /// No more answers are wanted.
    fn stop(&self) {
        self.state().is_stopped = true;
        self.room.notify_all();
        self.jobs.notify_all();
    }

    /// Works until there is nothing more to do.
    fn work(&self, work: &impl Fn(J) -> Result<T, Error>) {
        while let Some(Job { place, line, weight, job }) = self.job() {
            let result = catch_unwind(AssertUnwindSafe(|| work(job))).unwrap_or(Err(Error::Internal { line }));
            let answer = result.as_ref().map_or(0, Weight::bytes).saturating_add(LEAST);
            let mut state = self.state();
            state.at_work = state.at_work.saturating_sub(weight);
            state.answered = state.answered.saturating_add(answer);
            let is_next = place == state.taken;
            state.done.insert(place, (Answer { line, result }, answer));
            drop(state);
            self.jobs.notify_all();
            if is_next {
                self.answers.notify_one();
            }
        }
    }

    /// The next job to work on. While many answers wait, only the job that they wait for is given out.
    fn job(&self) -> Option<Job<J>> {
        let held_up = |state: &mut State<J, T>| {
            let Some(first) = state.queue.front() else { return !state.is_stopped && !state.is_closed };
            let is_crowded = state.answered > self.pool.waiting / 2 && first.place != state.taken;
            let is_heavy = state.at_work > 0 && state.at_work.saturating_add(first.weight) > self.pool.at_work;
            !state.is_stopped && (is_crowded || is_heavy)
        };
        let mut state = self.jobs.wait_while(self.state(), held_up).unwrap_or_else(PoisonError::into_inner);
        if state.is_stopped {
            return None;
        }
        let job = state.queue.pop_front()?;
        state.queued = state.queued.saturating_sub(job.weight);
        state.at_work = state.at_work.saturating_add(job.weight);
        drop(state);
        self.room.notify_one();
        Some(job)
    }

    /// The next answer; none after the last.
    fn next(&self) -> Option<Answer<T>> {
        let pending = |state: &mut State<J, T>| {
            let is_over = state.is_closed && state.taken == state.brought;
            !is_over && !state.done.contains_key(&state.taken)
        };
        let mut state = self.answers.wait_while(self.state(), pending).unwrap_or_else(PoisonError::into_inner);
        let place = state.taken;
        let (answer, weight) = state.done.remove(&place)?;
        state.taken = place.saturating_add(1);
        state.answered = state.answered.saturating_sub(weight);
        drop(state);
        self.room.notify_one();
        self.jobs.notify_all();
        Some(answer)
    }
}

/// Does something when it goes out of scope, by whatever way.
struct OnDrop<F: FnMut()>(F);

impl<F: FnMut()> Drop for OnDrop<F> {
    fn drop(&mut self) {
        (self.0)();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::time::Duration;

    use super::*;

    impl Weight for usize {
        fn bytes(&self) -> usize {
            *self
        }
    }

    fn jobs(weights: Vec<usize>) -> impl Iterator<Item = Result<(usize, usize), Error>> + Send {
        (1..).zip(weights).map(Ok)
    }

    #[test]
    fn answers_come_in_order_whatever_takes_long() {
        for workers in [1, 2, 8] {
            let weights: Vec<usize> = (0..300).map(|number| number * 7919 % 31).collect();
            let work = |weight: usize| {
                thread::sleep(Duration::from_micros(u64::try_from(weight * 20).unwrap()));
                Ok(weight)
            };
            let mut seen = Vec::new();
            in_order(&Pool { workers, waiting: 4_000, at_work: 4_000 }, jobs(weights.clone()), work, |answer| {
                seen.push((answer.line, answer.result.unwrap()));
                ControlFlow::Continue(())
            })
            .unwrap();
            assert_eq!(seen, (1..).zip(weights).collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_is_in_flight_is_bounded_though_the_first_job_is_slow_and_answers_are_large() {
        let (open, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
        let work = |number: usize| {
            if number == 0 {
                thread::sleep(Duration::from_millis(200));
            }
            let now = open.fetch_add(1, Ordering::SeqCst) + 1;
            most.fetch_max(now, Ordering::SeqCst);
            // each answer is a fifth of the bound, each job next to nothing
            Ok(20_000)
        };
        let jobs = (0..200).map(|number| Ok((number + 1, number)));
        in_order(&Pool { workers: 4, waiting: 100_000, at_work: 100_000 }, jobs, work, |_| {
            open.fetch_sub(1, Ordering::SeqCst);
            ControlFlow::Continue(())
        })
        .unwrap();
        // half the bound, and one answer a worker beyond it
        assert!(most.load(Ordering::SeqCst) <= 3 + 4, "{most:?}");
    }

    #[test]
    fn heavy_jobs_go_one_after_the_other_and_light_ones_side_by_side() {
        for (weight, beside) in [(6_000, 1), (2_000, 4)] {
            let (busy, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
            let work = |weight: usize| {
                most.fetch_max(busy.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                thread::sleep(Duration::from_millis(5));
                busy.fetch_sub(1, Ordering::SeqCst);
                Ok(weight)
            };
            let pool = Pool { workers: 8, waiting: 50_000, at_work: 10_000 };
            in_order(&pool, jobs(vec![weight; 30]), work, |_| ControlFlow::Continue(())).unwrap();
            assert!(most.load(Ordering::SeqCst) <= beside, "{weight}: {most:?}");
        }
    }

    #[test]
    fn a_job_heavier_than_the_bound_goes_through_alone() {
        let mut seen = 0;
        in_order(&Pool { workers: 2, waiting: 10, at_work: 10 }, jobs(vec![1_000, 1, 2_000]), Ok, |answer| {
            seen += answer.result.unwrap();
            ControlFlow::Continue(())
        })
        .unwrap();
        assert_eq!(seen, 3_001);
    }

    #[test]
    fn a_panic_is_the_answer_to_its_job_alone() {
        let work = |weight: usize| if weight == 2 { panic!("13900000000") } else { Ok(weight) };
        let mut seen = Vec::new();
        let pool = Pool { workers: 2, waiting: 1_000, at_work: 1_000 };
        in_order(&pool, jobs(vec![1, 2, 3]), work, |answer| {
            seen.push(answer);
            ControlFlow::Continue(())
        })
        .unwrap();
        let results: Vec<_> = seen.into_iter().map(|answer| answer.result).collect();
        assert_eq!(results, [Ok(1), Err(Error::Internal { line: 2 }), Ok(3)]);
    }

    #[test]
    fn an_error_of_the_jobs_comes_after_all_before_it_and_breaking_off_ends_at_once() {
        let torn = Error::Broken { line: 3, kind: std::io::ErrorKind::Other };
        let pool = Pool { workers: 2, waiting: 1_000, at_work: 1_000 };
        let mut seen = 0;
        let jobs = || jobs(vec![5, 6]).chain([Err(torn.clone())]).chain([Ok((4, 7))]);
        let ended = in_order(&pool, jobs(), Ok, |answer: Answer<usize>| {
            seen += answer.result.unwrap();
            ControlFlow::Continue(())
        });
        assert_eq!((ended, seen), (Err(torn.clone()), 11));
        let endless = (1..).map(|line| Ok((line, 1usize)));
        let mut count = 0;
        let ended = in_order(&pool, endless, Ok, |_: Answer<usize>| {
            count += 1;
            if count == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        assert_eq!((ended, count), (Ok(()), 10));
    }

    #[test]
    fn a_panic_of_the_caller_or_of_the_jobs_leaves_no_thread_waiting() {
        let pool = Pool { workers: 2, waiting: 1_000, at_work: 1_000 };
        let caller = catch_unwind(|| {
            in_order(&pool, (1..).map(|line| Ok((line, 1usize))), Ok, |_: Answer<usize>| panic!("enough"))
        });
        assert!(caller.is_err());
        let broken = (1..).map(|line| if line > 3 { panic!("torn") } else { Ok((line, 1usize)) });
        let jobs = catch_unwind(AssertUnwindSafe(|| {
            in_order(&pool, broken, Ok, |_: Answer<usize>| ControlFlow::Continue(()))
        }));
        assert!(jobs.is_err());
    }
}

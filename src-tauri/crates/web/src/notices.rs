//! Notices kept until pages have heard them, numbered from 1.

use std::collections::VecDeque;
use std::time::Duration;

use assay_commands::Notice;
use tokio::sync::watch;
use tokio::time::timeout;

/// How many are kept. A page that has fallen further behind misses the oldest.
const KEPT: usize = 1_000;

/// The newest notices.
#[derive(Debug, Default)]
pub struct Notices {
    held: watch::Sender<Held>,
}

#[derive(Debug, Default)]
struct Held {
    /// The number of the newest; 0 before the first.
    last: u64,
    newest: VecDeque<Notice>,
}

impl Notices {
    /// Adds one and wakes whoever waits for it.
    pub fn add(&self, notice: Notice) {
        self.held.send_modify(|held| {
            held.last += 1;
            held.newest.push_back(notice);
            if held.newest.len() > KEPT {
                held.newest.pop_front();
            }
        });
    }

    /// The number of the newest.
    pub fn last(&self) -> u64 {
        self.held.borrow().last
    }

    /// The notices after this number with the number of the newest, as soon as there is one; none when the wait is over.
    pub async fn after(&self, after: u64, wait: Duration) -> (u64, Vec<Notice>) {
        let mut held = self.held.subscribe();
        // Whether something came or the wait is over, what is held is the answer.
        drop(timeout(wait, held.wait_for(|held| held.last != after)).await);
        let held = held.borrow();
        let new = usize::try_from(held.last.saturating_sub(after)).unwrap_or(usize::MAX);
        let known = held.newest.len().saturating_sub(new);
        (held.last, held.newest.iter().skip(known).cloned().collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    const AT_ONCE: Duration = Duration::ZERO;
    const LONG: Duration = Duration::from_mins(1);

    fn notice(operation: i64) -> Notice {
        Notice::DataChanged { operation, touched: Vec::new() }
    }

    #[tokio::test]
    async fn each_is_given_from_its_number_on() {
        let notices = Notices::default();
        assert_eq!(notices.after(0, AT_ONCE).await, (0, vec![]));
        notices.add(notice(7));
        notices.add(notice(8));
        assert_eq!(notices.last(), 2);
        assert_eq!(notices.after(0, LONG).await, (2, vec![notice(7), notice(8)]));
        assert_eq!(notices.after(1, LONG).await, (2, vec![notice(8)]));
        assert_eq!(notices.after(2, AT_ONCE).await, (2, vec![]));
        // A number from another start: the page learns where this one stands.
        assert_eq!(notices.after(99, LONG).await, (2, vec![]));
    }

    #[tokio::test]
    async fn the_oldest_go_first() {
        let notices = Notices::default();
        for operation in 0..1_005 {
            notices.add(notice(operation));
        }
        let (last, kept) = notices.after(0, AT_ONCE).await;
        assert_eq!((last, kept.len(), kept[0].clone()), (1_005, KEPT, notice(5)));
    }

    #[tokio::test]
    async fn who_waits_is_woken() {
        let notices = Arc::new(Notices::default());
        let waiting = Arc::clone(&notices);
        let waiter = tokio::spawn(async move { waiting.after(0, LONG).await });
        tokio::task::yield_now().await;
        notices.add(notice(1));
        assert_eq!(waiter.await.unwrap(), (1, vec![notice(1)]));
    }
}

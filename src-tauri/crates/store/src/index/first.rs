//! The first few of many things by an order, found in one pass.

use std::cmp::Ordering;

/// Holds little more than twice as many things as are wanted.
pub(crate) struct First<T, F> {
    held: Vec<T>,
    wanted: usize,
    order: F,
    /// The last of as many as are wanted: what comes behind it is none of the first.
    last: Option<T>,
}

impl<T: Clone, F: Fn(&T, &T) -> Ordering> First<T, F> {
    /// None yet of as many as are `wanted`.
    pub(crate) fn new(wanted: usize, order: F) -> Self {
        Self { held: Vec::new(), wanted, order, last: None }
    }

    /// Holds a thing if it may be one of the first.
    pub(crate) fn offer(&mut self, thing: T) {
        if self.last.as_ref().is_some_and(|last| (self.order)(&thing, last).is_ge()) {
            return;
        }
        self.held.push(thing);
        if self.held.len() / 2 > self.wanted {
            self.cut();
        }
    }

    fn cut(&mut self) {
        let Some(at) = self.wanted.checked_sub(1) else { return self.held.clear() };
        if self.held.len() > self.wanted {
            let (_, last, _) = self.held.select_nth_unstable_by(at, &self.order);
            self.last = Some(last.clone());
            self.held.truncate(self.wanted);
        }
    }

    /// The first of all that were offered, in order.
    pub(crate) fn in_order(mut self) -> Vec<T> {
        self.cut();
        self.held.sort_unstable_by(self.order);
        self.held
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn they_are_what_sorting_puts_first(
            all in prop::collection::vec(0_u32..40, 0..200),
            wanted in 0_usize..30,
        ) {
            let mut first = First::new(wanted, |a: &(u32, usize), b: &(u32, usize)| a.cmp(b));
            all.iter().copied().zip(0..).for_each(|one| first.offer(one));
            let mut sorted: Vec<(u32, usize)> = all.into_iter().zip(0..).collect();
            sorted.sort_unstable();
            sorted.truncate(wanted);
            prop_assert_eq!(first.in_order(), sorted);
        }
    }
}

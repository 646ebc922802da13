//! How the claims of a query fall into facets.

use std::collections::BTreeMap;

use assay_model::claim::{ClaimKind, Priority};
use assay_model::query::Key;
use assay_model::verdict::{Status, Verdict};

use super::LedgerIndex;
use super::bits::Bits;
use super::documents::count;
use super::few::Few;
use super::names::NONE;
use super::select::Selection;
use crate::ledger::{Facet, FacetValue, MOST_VALUES};

impl LedgerIndex {
    /// One facet of a query; none where the index does not know.
    pub(crate) fn facet(&self, selection: &Selection, all: &Bits, key: Key) -> Option<Facet> {
        let own = selection.asks(key) || key == Key::Status;
        let without = own.then(|| selection.without(Some(key)));
        let set = without.as_ref().unwrap_or(all);
        let columns = &self.columns;
        let few = |few: &Few, words: &[&str], first: usize| {
            let none = (first == 1).then(|| (None, String::new(), few.count(set, 0)));
            let some = (first..).zip(words);
            let some =
                some.map(|(n, word)| (Some((*word).to_owned()), (*word).to_owned(), few.count(set, n)));
            most(none.into_iter().chain(some).collect())
        };
        let people = |column: &[u32]| {
            let end = self.people.0.last_key_value().map_or(0, |(key, _)| *key as usize) + 1;
            let counts = count(set, column, end);
            let mut named: BTreeMap<Option<&str>, u32> = BTreeMap::new();
            for (person, count) in (0..).zip(counts) {
                *named.entry(self.people.0.get(&person).map(String::as_str)).or_default() += count;
            }
            most(
                named
                    .into_iter()
                    .map(|(n, c)| (n.map(str::to_owned), n.unwrap_or("").to_owned(), c))
                    .collect(),
            )
        };
        let values = match key {
            Key::Status => few(&columns.status, &words(Status::ALL, Status::word), 0),
            Key::Verdict => few(&columns.verdict, &words(Verdict::ALL, Verdict::word), 1),
            Key::Said => few(&columns.said, &words(Verdict::ALL, Verdict::word), 1),
            Key::Kind => few(&columns.kind, &words(ClaimKind::ALL, ClaimKind::word), 0),
            Key::Priority => few(&columns.priority, &words(Priority::ALL, Priority::word), 0),
            Key::Checker => people(&columns.checker),
            Key::Reviewer => people(&columns.reviewer),
            Key::Claimant => {
                let counts = count(set, &columns.voice, columns.voices.end());
                let name = |voice: u32| (voice != NONE).then(|| columns.voices.name(voice)).flatten();
                most_of(&counts, |voice| name(voice).unwrap_or(""), |voice| name(voice).map(str::to_owned))
            }
            Key::Document => {
                let mut counts = self.documents.count(set, columns);
                // Claims of no document are in no document's count.
                if let Some(none) = counts.first_mut() {
                    *none = 0;
                }
                most_of(
                    &counts,
                    |document| self.documents.shown(document),
                    |document| Some(format!("D{document}")),
                )
            }
            Key::Tag => most(
                self.tags
                    .count(set)
                    .map(|(tag, count)| (Some(tag.to_owned()), tag.to_owned(), count))
                    .collect(),
            ),
            _ => return None,
        };
        Some(Facet { key, values })
    }
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| word(*one)).collect()
}

/// The most frequent of these, as SQL orders them: by count, then by what people see.
fn most(mut values: Vec<(Option<String>, String, u32)>) -> Vec<FacetValue> {
    values.retain(|(.., count)| *count > 0);
    values.sort_unstable_by(|a, b| (b.2, a.0.is_some(), &a.1, &a.0).cmp(&(a.2, b.0.is_some(), &b.1, &b.0)));
    values.truncate(MOST_VALUES as usize);
    values.into_iter().map(|(value, label, count)| FacetValue { value, label, count }).collect()
}

/// The same of many counts by number, of which only the most frequent are named. `label` is what people see, `value` what the
/// query asks by.
fn most_of<'n>(
    counts: &[u32],
    label: impl Fn(u32) -> &'n str,
    value: impl Fn(u32) -> Option<String>,
) -> Vec<FacetValue> {
    let mut found: Vec<(u32, u32)> =
        (0..).zip(counts).filter(|(_, count)| **count > 0).map(|(number, count)| (number, *count)).collect();
    let last = MOST_VALUES as usize - 1;
    if found.len() > last {
        // What is named alike is told apart by what it is asked by, which is made only then.
        let before = |a: &(u32, u32), b: &(u32, u32)| {
            b.1.cmp(&a.1).then_with(|| label(a.0).cmp(label(b.0))).then_with(|| value(a.0).cmp(&value(b.0)))
        };
        found.select_nth_unstable_by(last, before);
        found.truncate(last + 1);
    }
    most(found.into_iter().map(|(n, count)| (value(n), label(n).to_owned(), count)).collect())
}

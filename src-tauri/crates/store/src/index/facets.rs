//! How the claims of a query fall into facets.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use assay_model::claim::{ClaimKind, Priority};
use assay_model::query::Key;
use assay_model::verdict::{Status, Verdict};

use super::LedgerIndex;
use super::documents::Grouped;
use super::few::Few;
use super::first::First;
use super::many::{Countable, Many};
use super::names::{NONE, Names};
use super::select::Selection;
use crate::facets::{Facet, FacetValue, MOST_VALUES};
use crate::query::holds_each;

/// What a query finds, to be counted by one facet after the other.
pub(crate) struct Counted<'s> {
    selection: &'s Selection,
    all: Countable,
    /// Of how many of them each document is the first: four facets go by it.
    firsts: OnceCell<Vec<u32>>,
}

impl<'s> Counted<'s> {
    pub(crate) fn of(selection: &'s Selection) -> Self {
        Self { selection, all: selection.countable(None), firsts: OnceCell::new() }
    }
}

impl LedgerIndex {
    /// One facet of a query, with those of its values alone whose label holds some words; none where the index does not
    /// know.
    pub(crate) fn facet(&self, counted: &Counted<'_>, key: Key, held: &str) -> Option<Facet> {
        let own = counted.selection.asks(key) || key == Key::Status;
        let without = own.then(|| counted.selection.countable(Some(key)));
        let set = without.as_ref().unwrap_or(&counted.all);
        let columns = &self.columns;
        let firsts = || {
            let count = || self.documents.count_firsts(set, columns);
            if own { count() } else { counted.firsts.get_or_init(count).clone() }
        };
        let sought = Sought { words: held.to_lowercase(), in_value: key == Key::Document };
        let few = |few: &Few, words: &[&str], first: usize| {
            let none = (first == 1).then(|| (None, String::new(), few.count(&set.keys, 0)));
            let some = (first..).zip(words);
            let some =
                some.map(|(n, word)| (Some((*word).to_owned()), (*word).to_owned(), few.count(&set.keys, n)));
            sought.most(none.into_iter().chain(some).collect())
        };
        let people = |column: &Many| {
            let end = self.people.0.last_key_value().map_or(0, |(key, _)| *key as usize) + 1;
            let counts = column.count(set, end);
            let mut named: BTreeMap<Option<&str>, u32> = BTreeMap::new();
            for (person, count) in (0..).zip(counts) {
                *named.entry(self.people.0.get(&person).map(String::as_str)).or_default() += count;
            }
            sought.most(named.into_iter().map(|(name, count)| whole(name, count)).collect())
        };
        let grouped = |groups: &Grouped, asked_whole: bool| {
            let counts = self.documents.count_groups(&set.keys, columns, groups, firsts());
            let mut values = sought.names(&counts, &groups.names);
            if !asked_whole {
                for one in &mut values {
                    one.value = one.value.as_ref().map(|_| one.label.clone());
                }
            }
            values
        };
        let values = match key {
            Key::Status => few(&columns.status, &words(Status::ALL, Status::word), 0),
            Key::Verdict => few(&columns.verdict, &words(Verdict::ALL, Verdict::word), 1),
            Key::Said => few(&columns.said, &words(Verdict::ALL, Verdict::word), 1),
            Key::Kind => few(&columns.kind, &words(ClaimKind::ALL, ClaimKind::word), 0),
            Key::Priority => few(&columns.priority, &words(Priority::ALL, Priority::word), 0),
            Key::Checker => people(&columns.checker),
            Key::Reviewer => people(&columns.reviewer),
            Key::Claimant => sought.names(&columns.voice.count(set, columns.voices.end()), &columns.voices),
            Key::Document => {
                let mut counts = self.documents.count(&set.keys, firsts());
                // Claims of no document are in no document's count.
                if let Some(none) = counts.first_mut() {
                    *none = 0;
                }
                sought.most_of(
                    &counts,
                    |document| self.documents.label(document),
                    |document| Some(format!("D{document}")),
                )
            }
            Key::Publisher => grouped(&self.documents.publishers, true),
            Key::Language => grouped(&self.documents.languages, true),
            Key::Year => grouped(&self.documents.years, false),
            Key::Tag => {
                sought.most(self.tags.count(&set.keys).map(|(tag, count)| whole(Some(tag), count)).collect())
            }
            _ => return None,
        };
        Some(Facet { key, values })
    }
}

fn words<T: Copy>(all: &[T], word: fn(T) -> &'static str) -> Vec<&'static str> {
    all.iter().map(|one| word(*one)).collect()
}

/// A value that is asked for by `=` and the whole of its name; none asks for claims without one.
fn whole(name: Option<&str>, count: u32) -> (Option<String>, String, u32) {
    (name.map(|name| format!("={name}")), name.unwrap_or("").to_owned(), count)
}

/// What labels must hold.
struct Sought {
    /// In small letters; each by itself.
    words: String,
    /// The value will do as well: the number of a document, which people see beside its label.
    in_value: bool,
}

impl Sought {
    /// The most frequent of these, as SQL orders them: by count, then by what people see, then by number where that is the same.
    fn most(&self, mut values: Vec<(Option<String>, String, u32)>) -> Vec<FacetValue> {
        values.retain(|(value, label, count)| *count > 0 && self.fits(value.as_ref(), label));
        let length = |value: &Option<String>| value.as_ref().map(String::len);
        values.sort_unstable_by(|a, b| (b.2, &a.1, length(&a.0), &a.0).cmp(&(a.2, &b.1, length(&b.0), &b.0)));
        values.truncate(MOST_VALUES);
        values.into_iter().map(|(value, label, count)| FacetValue { value, label, count }).collect()
    }

    fn fits(&self, value: Option<&String>, label: &str) -> bool {
        let Some(value) = value else { return self.words.is_empty() };
        if self.in_value {
            return holds_each(&format!("{value} {label}"), &self.words);
        }
        holds_each(label, &self.words)
    }

    /// The same of many counts by number, of which no more are named than are shown. `label` is what people see, `value` what
    /// the query asks by.
    fn most_of<'n>(
        &self,
        counts: &[u32],
        label: impl Fn(u32) -> &'n str,
        value: impl Fn(u32) -> Option<String>,
    ) -> Vec<FacetValue> {
        let fits = |number: u32| self.words.is_empty() || self.fits(value(number).as_ref(), label(number));
        let mut most = First::new(MOST_VALUES, |a: &(u32, u32), b: &(u32, u32)| {
            b.1.cmp(&a.1).then_with(|| label(a.0).cmp(label(b.0))).then(a.0.cmp(&b.0))
        });
        for (number, count) in (0..).zip(counts) {
            if *count > 0 && fits(number) {
                most.offer((number, *count));
            }
        }
        let most = most.in_order().into_iter();
        self.most(most.map(|(number, count)| (value(number), label(number).to_owned(), count)).collect())
    }

    /// The same of counts of names.
    fn names(&self, counts: &[u32], names: &Names) -> Vec<FacetValue> {
        let name = |number: u32| (number != NONE).then(|| names.name(number)).flatten();
        self.most_of(counts, |number| name(number).unwrap_or(""), |number| whole(name(number), 0).0)
    }
}

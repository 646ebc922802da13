//! The dates that claims state, as stretches of days.

use std::collections::{BTreeMap, HashMap};

use assay_model::query::Bound;
use assay_model::query::compare::days_of;
use assay_model::value::{Value, ValueType};

use super::bits::Bits;
use super::columns::at;
use crate::error::Result;

/// The stretches of days that claims state: each kept once and known by a number, counted from one.
#[derive(Debug, Default)]
pub(crate) struct Dates {
    numbers: HashMap<(i64, i64), u32>,
    stretches: Vec<(i64, i64)>,
    /// By key the first that a claim states; zero for none, and as long as the last claim that states one.
    first: Vec<u32>,
    /// Of claims that state several, the others.
    others: BTreeMap<u32, Box<[u32]>>,
}

impl Dates {
    /// Takes in what a claim states, a JSON array of values; nothing where there are none.
    pub(crate) fn set(&mut self, claim: u32, stated: Option<&str>) -> Result<()> {
        let values: Vec<Value> = stated.map_or_else(|| Ok(Vec::new()), serde_json::from_str)?;
        let dates = values.iter().filter(|value| matches!(value.kind, ValueType::Date | ValueType::Time));
        let mut known: Vec<u32> =
            dates.filter_map(|value| days_of(&value.value)).map(|d| self.number(d)).collect();
        known.dedup();
        let first = known.first().copied().unwrap_or(0);
        if first != 0 && self.first.len() <= claim as usize {
            self.first.resize(claim as usize + 1, 0);
        }
        if let Some(entry) = self.first.get_mut(claim as usize) {
            *entry = first;
        }
        match known.get(1..) {
            Some(others) if !others.is_empty() => drop(self.others.insert(claim, others.into())),
            _ => drop(self.others.remove(&claim)),
        }
        Ok(())
    }

    fn number(&mut self, days: Bound<i64>) -> u32 {
        let stretch = (days.low, days.high);
        *self.numbers.entry(stretch).or_insert_with(|| {
            self.stretches.push(stretch);
            self.stretches.len() as u32
        })
    }

    /// The claims that state a date which lies wholly within some days.
    pub(crate) fn within(&self, asked: Bound<i64>) -> Bits {
        let covered =
            self.stretches.iter().map(|(low, high)| asked.covers(&Bound { low: *low, high: *high }));
        let wanted: Vec<bool> = std::iter::once(false).chain(covered).collect();
        let mut found = Bits::of(&self.first, |number| at(&wanted, number));
        for (claim, others) in &self.others {
            if others.iter().any(|number| at(&wanted, *number)) {
                found.insert(*claim);
            }
        }
        found
    }

    /// Bytes of memory that they take, about.
    pub(crate) fn bytes(&self) -> usize {
        self.first.capacity() * 4 + self.stretches.len() * 48 + self.others.len() * 64
    }
}

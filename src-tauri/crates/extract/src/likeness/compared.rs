//! Two claims side by side: what they share, what is at odds, and whether they may be about one thing.

use assay_model::likeness::{Aspect, Trait};
use assay_model::time::PartialDate;

use super::values::{Standing, Stated};
use super::words::{Word, initials};
use super::{Measures, Portrait};

/// How much it counts that one value is within another, of what it counts that they are equal.
const WITHIN: f64 = 0.7;

/// Which of the measures says that one denies what the other says.
const DENIED: usize = 8;

/// Two claims with less in common than this many words and values are not said to be near: “It lost 4 per cent”.
const LEAST_IN_COMMON: usize = 3;

/// The same where neither has a word of its own.
const ALL_IN_COMMON: usize = 2;

/// Two claims side by side.
#[derive(Clone)]
pub(super) struct Compared<'p> {
    ours: &'p Portrait,
    theirs: &'p Portrait,
    /// Which words of either stand in the other too.
    shared: (Vec<bool>, Vec<bool>),
    weights: (Vec<f64>, Vec<f64>),
    /// Words of which the other has the opposite.
    opposite: Option<(usize, usize)>,
    /// Each of our values with the one of theirs that it is closest to.
    values: Vec<(usize, usize, Standing)>,
    /// The main verbs are one, or report the same.
    same_verb: bool,
}

impl<'p> Compared<'p> {
    pub(super) fn new(ours: &'p Portrait, theirs: &'p Portrait, weight: &dyn Fn(&str) -> f64) -> Self {
        let mut shared = (vec![false; ours.words.len()], vec![false; theirs.words.len()]);
        let mut mark = |ours: std::ops::Range<usize>, theirs: std::ops::Range<usize>| {
            shared.0.iter_mut().take(ours.end).skip(ours.start).for_each(|s| *s = true);
            shared.1.iter_mut().take(theirs.end).skip(theirs.start).for_each(|s| *s = true);
        };
        let mut opposites = Vec::new();
        for (i, one) in ours.words.iter().enumerate() {
            for (j, two) in theirs.words.iter().enumerate() {
                if one.is_like(two) {
                    mark(i..i + 1, j..j + 1);
                } else if one.is_opposite(two) {
                    opposites.push((i, j));
                }
            }
            if let Some(range) = initials(one, &theirs.words) {
                mark(i..i + 1, range);
            }
        }
        for (j, two) in theirs.words.iter().enumerate() {
            if let Some(range) = initials(two, &ours.words) {
                mark(range, j..j + 1);
            }
        }
        spread(&ours.words, &mut shared.0);
        spread(&theirs.words, &mut shared.1);
        let is_lone =
            |(i, j): &(usize, usize)| shared.0.get(*i) == Some(&false) && shared.1.get(*j) == Some(&false);
        let opposite = opposites.into_iter().find(is_lone);
        let weigh = |words: &[Word]| -> Vec<f64> { words.iter().map(|w| weight(&w.folded)).collect() };
        let weights = (weigh(&ours.words), weigh(&theirs.words));
        let values = pair(&ours.values, &theirs.values);
        let verb = |p: &'p Portrait| p.verb.and_then(|at| p.words.get(at));
        let same_verb = verb(ours).zip(verb(theirs)).is_some_and(|(a, b)| a.is_like(b));
        Self { ours, theirs, shared, weights, opposite, values, same_verb }
    }

    pub(super) fn measures(&self) -> Measures {
        let share = |keep: &dyn Fn(&Word) -> bool| {
            let sums = |words: &[Word], shared: &[bool], weights: &[f64]| {
                let mut sums = (0.0, 0.0);
                for ((_, shared), weight) in
                    words.iter().zip(shared).zip(weights).filter(|((w, _), _)| keep(w))
                {
                    sums.1 += weight;
                    if *shared {
                        sums.0 += weight;
                    }
                }
                sums
            };
            let (a, b) = (
                sums(&self.ours.words, &self.shared.0, &self.weights.0),
                sums(&self.theirs.words, &self.shared.1, &self.weights.1),
            );
            (ratio(a.0, a.1), ratio(b.0, b.1), ratio(a.0 + b.0, a.1 + b.1))
        };
        let (a, b, all) = share(&|_| true);
        let (name_a, name_b, _) = share(&|w| w.name);
        let (_, _, plain) = share(&|w| !w.name);
        let count = |standing: Standing| self.values.iter().filter(|(.., s)| *s == standing).count() as f64;
        let most = self.ours.values.len().max(self.theirs.values.len()).max(1) as f64;
        let agree = (count(Standing::Equal) + WITHIN * count(Standing::Within)) / most;
        // Where neither names anybody, the words say how far they agree.
        let has_name = |p: &Portrait| p.words.iter().any(|w| w.name);
        let named = if has_name(self.ours) || has_name(self.theirs) { name_a.max(name_b) } else { all };
        let odds = self.values.iter().filter(|(.., s)| *s == Standing::AtOdds);
        let (dates, others): (Vec<&(usize, usize, Standing)>, Vec<_>) =
            odds.partition(|(i, ..)| self.ours.values.get(*i).is_some_and(Stated::is_date));
        [
            all,
            a.min(b),
            a.max(b),
            plain,
            named,
            agree,
            f64::from(!dates.is_empty()),
            f64::from(!others.is_empty()),
            f64::from(self.turned()),
            f64::from(self.claimants() == Some(false)),
            f64::from(self.same_verb),
            f64::from(self.shared.0.first() == Some(&true) && self.shared.1.first() == Some(&true)),
            f64::from(self.other_subject()),
        ]
    }

    /// The measures as if what is at odds were equal, and neither denied what the other says or said the opposite of it.
    pub(super) fn as_if_agreed(&self) -> Measures {
        let mut agreed = self.clone();
        for (_, _, standing) in &mut agreed.values {
            *standing = Standing::Equal;
        }
        if let Some((i, j)) = self.opposite {
            agreed.shared.0.iter_mut().skip(i).take(1).for_each(|s| *s = true);
            agreed.shared.1.iter_mut().skip(j).take(1).for_each(|s| *s = true);
            agreed.same_verb |= self.ours.verb == Some(i) && self.theirs.verb == Some(j);
        }
        let mut measures = agreed.measures();
        measures.iter_mut().skip(DENIED).take(1).for_each(|m| *m = 0.0);
        measures
    }

    /// Whether they cannot both be true, if they are about one thing. Another number of another day is no contradiction, and
    /// what names no day is of the day it was published.
    pub(super) fn is_at_odds(&self) -> bool {
        let at_odds = |dates: bool| {
            self.values.iter().any(|(i, _, standing)| {
                *standing == Standing::AtOdds
                    && self.ours.values.get(*i).is_some_and(|v| v.is_date() == dates)
            })
        };
        let (date, value) = (at_odds(true), at_odds(false));
        let denied = self.turned() && self.opposite.is_none();
        let opposite = self.turned() && self.opposite.is_some();
        // The same figure of another month, or another figure that cannot be compared: a measure taken twice.
        let is_measure = |list: &[Stated], at: usize| list.get(at).is_some_and(Stated::is_measure);
        let measured =
            self.values.iter().any(|(i, _, s)| *s != Standing::AtOdds && is_measure(&self.ours.values, *i));
        let (ours, theirs) = self.unpaired();
        let unpaired = [ours, theirs].iter().all(|alone| alone.iter().any(|v| v.is_measure()));
        if date && (measured || unpaired) {
            return false;
        }
        match (date, value, denied) {
            // “did not treat 240”, “treated 310”.
            (false, false, true) => true,
            (true, false, false) => !opposite,
            (false, true, false) => !self.of_another_day(),
            (false, false, false) => opposite && !self.of_another_day(),
            _ => false,
        }
    }

    /// The values of either that none of the other's is close to.
    fn unpaired(&self) -> (Vec<&Stated>, Vec<&Stated>) {
        let alone = |list: &'p [Stated], paired: &dyn Fn(usize) -> bool| {
            list.iter().enumerate().filter(|(at, _)| !paired(*at)).map(|(_, value)| value).collect()
        };
        (
            alone(&self.ours.values, &|at| self.values.iter().any(|(i, ..)| *i == at)),
            alone(&self.theirs.values, &|at| self.values.iter().any(|(_, j, _)| *j == at)),
        )
    }

    /// Whether they were published more than a week apart, and one of them names no day.
    fn of_another_day(&self) -> bool {
        let dated = |p: &Portrait| p.values.iter().any(Stated::is_date);
        let day = |p: &Portrait| p.published.as_ref().and_then(PartialDate::day);
        let apart = day(self.ours).zip(day(self.theirs)).is_some_and(|(a, b)| (a - b).num_days().abs() > 7);
        apart && !(dated(self.ours) && dated(self.theirs))
    }

    /// Whether there is enough in common to go by, or would be if what is at odds were equal: all words, or some.
    pub(super) fn tells_enough(&self) -> bool {
        let shared = |shared: &[bool]| shared.iter().filter(|s| **s).count();
        let (a, b) = (shared(&self.shared.0), shared(&self.shared.1));
        let all = a == self.ours.words.len() && b == self.theirs.words.len();
        a.max(b) + self.values.len() >= if all { ALL_IN_COMMON } else { LEAST_IN_COMMON }
    }

    /// Whether they are of others: each names somebody or some place that the other does not.
    pub(super) fn of_others(&self) -> bool {
        let lone = |words: &[Word], shared: &[bool]| words.iter().zip(shared).any(|(w, s)| w.name && !s);
        self.other_subject()
            || lone(&self.ours.words, &self.shared.0) && lone(&self.theirs.words, &self.shared.1)
    }

    /// “The ministry hired 40 people”, “The navy hired 60 people”: whether each begins with a word that the other has not.
    pub(super) fn begin_apart(&self) -> bool {
        let alone = |shared: &[bool]| shared.first() == Some(&false);
        alone(&self.shared.0) && alone(&self.shared.1)
    }

    /// One denies what the other says, or says the opposite of it.
    fn turned(&self) -> bool {
        (self.ours.negative != self.theirs.negative) != self.opposite.is_some()
    }

    /// Whether both begin with a name, and neither stands in the other.
    fn other_subject(&self) -> bool {
        let alone = |words: &[Word], shared: &[bool]| {
            words.first().is_some_and(|w| w.name) && shared.first() == Some(&false)
        };
        alone(&self.ours.words, &self.shared.0) && alone(&self.theirs.words, &self.shared.1)
    }

    /// Whether both are in the mouth of one person; none where either is in the text's own voice.
    fn claimants(&self) -> Option<bool> {
        let (a, b) = self.ours.claimant.as_deref().zip(self.theirs.claimant.as_deref())?;
        Some(is_same_person(a, b))
    }

    /// What they have in common, and in what they differ.
    pub(super) fn traits(&self) -> (Vec<Trait>, Vec<Trait>) {
        let (mut agrees, mut differs) = (Vec::new(), Vec::new());
        let mut add = |agree: bool, aspect: Aspect, ours: String, theirs: String| {
            if !ours.is_empty() || !theirs.is_empty() {
                let list = if agree { &mut agrees } else { &mut differs };
                list.push(Trait { aspect, ours, theirs });
            }
        };
        let texts = |words: &[Word], shared: &[bool], keep: &dyn Fn(&Word, bool) -> bool| {
            let kept = words.iter().zip(shared).filter(|(w, s)| keep(w, **s)).map(|(w, _)| w.raw.as_str());
            let mut seen: Vec<&str> = Vec::new();
            kept.for_each(|word| {
                if !seen.contains(&word) {
                    seen.push(word);
                }
            });
            seen.join(" ")
        };
        for (aspect, named) in [(Aspect::Name, true), (Aspect::Words, false)] {
            for agree in [true, false] {
                let of = |words: &[Word], shared: &[bool]| {
                    texts(words, shared, &|w, s| w.name == named && s == agree)
                };
                let (a, b) = (of(&self.ours.words, &self.shared.0), of(&self.theirs.words, &self.shared.1));
                add(agree, aspect, a, b);
            }
        }
        for (i, j, standing) in &self.values {
            let Some((a, b)) = self.ours.values.get(*i).zip(self.theirs.values.get(*j)) else { continue };
            let aspect = if a.is_date() { Aspect::Date } else { Aspect::Value };
            match standing {
                Standing::Equal => add(true, aspect, a.value.text.clone(), b.value.text.clone()),
                // Both may be so, but a checker wants to see that they are not the same.
                Standing::Within | Standing::AtOdds => {
                    add(false, aspect, a.value.text.clone(), b.value.text.clone());
                }
                Standing::Apart => {}
            }
        }
        // What only one of them states, or each of another thing: it may be why they are not the same.
        let (ours, theirs) = self.unpaired();
        for (aspect, dates) in [(Aspect::Date, true), (Aspect::Value, false)] {
            let of = |alone: &[&Stated]| {
                let texts = alone.iter().filter(|v| v.is_date() == dates).map(|v| v.value.text.as_str());
                texts.collect::<Vec<_>>().join(", ")
            };
            add(false, aspect, of(&ours), of(&theirs));
        }
        if self.turned() {
            let word =
                |at: Option<usize>, words: &[Word]| at.and_then(|i| words.get(i)).map(|w| w.raw.clone());
            let (i, j) = self.opposite.unzip();
            let no = |negative: bool| if negative { "not".to_owned() } else { String::new() };
            add(
                false,
                Aspect::Polarity,
                word(i, &self.ours.words).unwrap_or_else(|| no(self.ours.negative)),
                word(j, &self.theirs.words).unwrap_or_else(|| no(self.theirs.negative)),
            );
        }
        if let Some(same) = self.claimants() {
            let name = |p: &Portrait| p.claimant.clone().unwrap_or_default();
            add(same, Aspect::Claimant, name(self.ours), name(self.theirs));
        }
        (agrees, differs)
    }
}

/// A name of several words is shared if its first is or its last: “Ford Motor Company” and Ford, “Sergei Lavrov” and Lavrov.
fn spread(words: &[Word], shared: &mut [bool]) {
    let mut from = 0;
    while from < words.len() {
        let more = words.iter().skip(from + 1).take_while(|w| w.goes_on).count();
        let name = words.get(from).is_some_and(|w| w.name) && more > 0;
        let ends = [from, from + more].iter().any(|i| shared.get(*i) == Some(&true));
        if name && ends {
            shared.iter_mut().skip(from).take(more + 1).for_each(|s| *s = true);
        }
        from += more + 1;
    }
}

/// “Lavrov” may be Sergei Lavrov: one name ends in the other.
fn is_same_person(a: &str, b: &str) -> bool {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let ends = |long: &str, short: &str| {
        long.strip_suffix(short).is_some_and(|before| before.is_empty() || before.ends_with(' '))
    };
    ends(&a, &b) || ends(&b, &a)
}

fn ratio(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// Pairs values, the closest first, each once.
fn pair(ours: &[Stated], theirs: &[Stated]) -> Vec<(usize, usize, Standing)> {
    let mut all: Vec<(usize, usize, Standing)> = Vec::new();
    for (i, a) in ours.iter().enumerate() {
        all.extend(theirs.iter().enumerate().map(|(j, b)| (i, j, a.standing(b))));
    }
    all.sort_by_key(|(i, j, standing)| (std::cmp::Reverse(*standing), *i, *j));
    let mut kept: Vec<(usize, usize, Standing)> = Vec::new();
    for (i, j, standing) in all {
        if standing != Standing::Apart && !kept.iter().any(|(a, b, _)| *a == i || *b == j) {
            kept.push((i, j, standing));
        }
    }
    kept.sort_by_key(|(i, ..)| *i);
    kept
}

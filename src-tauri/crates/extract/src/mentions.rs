//! Two places that make one claim: joined only when names, values and polarity are the same and so are the words.

use std::collections::{BTreeSet, HashMap};

use assay_model::found::FoundClaim;

use crate::claims::Candidate;
use crate::names;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{is_function, is_negative};

/// The share of content words that two mentions of one claim have in common.
const ALIKE: f64 = 0.5;

/// At most so many claims with the same names and values are compared.
const NEAR: usize = 64;

/// What must be equal, and the words that must be alike.
#[derive(Debug)]
pub(crate) struct Trace {
    key: String,
    words: BTreeSet<String>,
}

impl Trace {
    pub(crate) fn new(tokens: &Tokens<'_>, candidate: &Candidate, values: &[&Draft]) -> Self {
        let range = &candidate.range;
        let name_keys = names::keys(tokens, range);
        let mut value_keys: Vec<String> = values
            .iter()
            .map(|v| format!("{}{}{:?}", v.value, v.unit.as_deref().unwrap_or(""), v.modifier))
            .collect();
        value_keys.sort();
        value_keys.dedup();
        let mut negative = false;
        let mut words = BTreeSet::new();
        let mut bracket = 0_usize;
        for i in range.clone() {
            let word = tokens.word(i);
            match word {
                "(" | "[" => bracket += 1,
                ")" | "]" => bracket = bracket.saturating_sub(1),
                _ => {}
            }
            negative ^= is_negative(word);
            let named = tokens.capital(i) && i > range.start;
            let in_value = values.iter().any(|v| (v.from..v.to).contains(&i));
            if bracket == 0
                && tokens.is(i, Kind::Word)
                && !named
                && !in_value
                && !is_function(word)
                && word != "time"
                && !is_negative(word)
            {
                let first_name = i == range.start && tokens.capital(i + 1);
                if !first_name {
                    words.insert(stem(word));
                }
            }
        }
        let key = format!("{}|{}|{negative}", name_keys.join(" "), value_keys.join(" "));
        Self { key, words }
    }

    /// Whether there is enough in it to tell claims apart by.
    fn says_enough(&self) -> bool {
        !self.key.starts_with("||") && !self.words.is_empty()
    }
}

fn stem(word: &str) -> String {
    let cut = ["ing", "ed", "es", "s"].iter().find_map(|e| word.strip_suffix(e)).filter(|w| w.len() > 2);
    cut.unwrap_or(word).to_owned()
}

/// The claims of a document, joined as they come.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    claims: Vec<(FoundClaim, Trace)>,
    by_key: HashMap<String, Vec<usize>>,
}

impl Joined {
    /// Adds a claim, or its mention to a claim that is the same; gives its number.
    pub(crate) fn add(&mut self, claim: FoundClaim, trace: Trace) -> usize {
        let near = self.by_key.entry(trace.key.clone()).or_default();
        if trace.says_enough() {
            for &index in near.iter() {
                let Some((known, other)) = self.claims.get_mut(index) else { continue };
                let same_claimant =
                    known.claimant.as_ref().map(|c| &c.name) == claim.claimant.as_ref().map(|c| &c.name);
                if same_claimant && known.mentions.len() < NEAR && alike(&trace.words, &other.words) >= ALIKE
                {
                    known.mentions.extend(claim.mentions);
                    known.score = known.score.max(claim.score);
                    if known.mentions.len() == 2 && claim.statement.len() > known.statement.len() {
                        known.statement = claim.statement;
                    }
                    return index;
                }
            }
        }
        if near.len() < NEAR {
            near.push(self.claims.len());
        }
        self.claims.push((claim, trace));
        self.claims.len() - 1
    }

    /// The claim with this number.
    pub(crate) fn get_mut(&mut self, number: usize) -> Option<&mut FoundClaim> {
        self.claims.get_mut(number).map(|(claim, _)| claim)
    }

    pub(crate) fn into_claims(self) -> Vec<FoundClaim> {
        self.claims.into_iter().map(|(c, _)| c).collect()
    }
}

/// The share of the words of both that both have.
fn alike(a: &BTreeSet<String>, b: &BTreeSet<String>) -> f64 {
    let both = a.intersection(b).count();
    let all = a.len() + b.len() - both;
    if all == 0 { 0.0 } else { both as f64 / all as f64 }
}

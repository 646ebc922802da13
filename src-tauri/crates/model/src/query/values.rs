//! What can stand as a value of a key: what else stands there finds nothing, and a hint says what could.

use super::Key;
use super::compare::{count, days, number, years};
use crate::claim::{ClaimKind, Priority};
use crate::verdict::{Status, Verdict};
use crate::words::words;

words! {
    /// What a claim can have or lack.
    pub enum Having ("thing that a claim has") {
        /// Any evidence.
        Evidence = "evidence", "Evidence";
        /// Evidence from a primary source.
        Primary = "primary", "A primary source";
        /// A rationale, of either finding.
        Rationale = "rationale", "A rationale";
        /// A verdict.
        Verdict = "verdict", "A verdict";
        /// A value.
        Value = "value", "A value";
        /// A note or question.
        Note = "note", "A note";
        /// A question without an answer.
        OpenQuestion = "open-question", "An open question";
    }
}

words! {
    /// How a claim can be.
    pub enum Being ("way that a claim is") {
        /// Who asks checks it or reads it again.
        Mine = "mine", "Mine";
        /// It was reopened by a change after its sign-off, and is not signed off again.
        ChangedSinceSignoff = "changed-since-signoff", "Changed since sign-off";
        /// Of its evidence for one finding some supports it and some refutes it. Its verdict counts for nothing, which
        /// `verdict:conflicting` asks about: so `is:conflicting -verdict:conflicting` finds what is still to be settled.
        Conflicting = "conflicting", "Evidence conflicts";
        /// A mention of it is lost: its words stand in the newest version no more.
        Lost = "lost", "A mention is lost";
    }
}

words! {
    /// A part of a claim that words are looked for in.
    pub enum Part ("part of a claim") {
        /// The label.
        Label = "label", "Label";
        /// The statement.
        Statement = "statement", "Statement";
        /// The words of its mentions.
        Quote = "quote", "Quote";
        /// The rationale, of either finding.
        Rationale = "rationale", "Rationale";
        /// Notes, questions and their answers.
        Notes = "notes", "Notes";
        /// The quotes of its evidence.
        Evidence = "evidence", "Evidence";
        /// Title, publisher and author of the sources of its evidence.
        Sources = "sources", "Sources";
    }
}

/// The word for claims without what a key asks about.
pub const NONE: &str = "none";

/// Whether a value asks for claims without what its key asks about.
pub fn is_none(value: &str) -> bool {
    value.eq_ignore_ascii_case(NONE)
}

impl Key {
    /// The words that its values are taken from; none if they are not of a fixed set.
    pub fn words(self) -> Option<Vec<&'static str>> {
        Some(self.named()?.into_iter().map(|(word, _)| word).collect())
    }

    /// Those words, each with the name that people see.
    fn named(self) -> Option<Vec<(&'static str, &'static str)>> {
        Some(match self {
            Self::Status => Status::ALL.iter().map(|s| (s.word(), s.label())).collect(),
            Self::Verdict | Self::Said => {
                Verdict::ALL.iter().map(|v| (v.word(), v.label())).chain([(NONE, NONE)]).collect()
            }
            Self::Kind => ClaimKind::ALL.iter().map(|k| (k.word(), k.label())).collect(),
            Self::Priority => Priority::ALL.iter().map(|p| (p.word(), p.label())).collect(),
            Self::Has | Self::No => Having::ALL.iter().map(|h| (h.word(), h.label())).collect(),
            Self::Is => Being::ALL.iter().map(|b| (b.word(), b.label())).collect(),
            Self::In => Part::ALL.iter().map(|p| (p.word(), p.label())).collect(),
            _ => return None,
        })
    }

    /// The word of its set that a value names as people see it: “In progress”.
    pub(super) fn word_of(self, value: &str) -> Option<&'static str> {
        let same = |name: &str| name.to_lowercase() == value.trim().to_lowercase();
        self.named()?.into_iter().find(|(_, name)| same(name)).map(|(word, _)| word)
    }

    /// Whether a value can be read as one of this key. One that cannot finds nothing.
    pub fn reads(self, value: &str) -> bool {
        if let Some(words) = self.words() {
            let asked = self == Self::Is && value.starts_with('=');
            return asked || words.iter().any(|word| word.eq_ignore_ascii_case(value));
        }
        match self {
            Self::Score => {
                is_none(value) || number(value).is_some_and(|asked| asked.low <= 1.0 && asked.high >= 0.0)
            }
            Self::Evidence => count(value).is_some(),
            Self::Year => is_none(value) || years(value).is_some(),
            Self::Published | Self::ValueDate => is_none(value) || days(value).is_some(),
            _ => true,
        }
    }

    /// Whether its values can be compared.
    pub(super) fn compares(self) -> bool {
        matches!(self, Self::Score | Self::Evidence | Self::Year | Self::Published | Self::ValueDate)
    }

    /// What can stand as its value, where not everything can, as words to follow “takes”.
    pub(super) fn takes(self) -> String {
        match self {
            Self::Score => "a number such as 0.7, >0.7 or 0.5..0.8".to_owned(),
            Self::Evidence => "a count such as 0, >=2 or 1..3".to_owned(),
            Self::Year => "a year such as 2023, >=2020 or 2019..2021".to_owned(),
            Self::Published | Self::ValueDate => {
                "a year, month or day such as 2023, >=2023-01 or 2022-11..2023-02".to_owned()
            }
            _ => self.words().map_or_else(String::new, |words| one_of(&words)),
        }
    }
}

/// “a, b or c”.
fn one_of(words: &[&str]) -> String {
    match words {
        [first @ .., last] if !first.is_empty() => format!("{} or {last}", first.join(", ")),
        _ => words.concat(),
    }
}

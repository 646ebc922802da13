//! What nobody is reported to have said, and what is reported only to be called untrue: no claim of its own.

use std::ops::Range;

use assay_model::claim::Mode;

use super::{Context, SUBJECT, Said};
use crate::tokens::Kind;
use crate::verbs::{Force, cue, is_auxiliary, is_finite, is_negative, is_saying, needs_that};

/// How far before a verb its inverted helping verb is sought, in tokens.
const INVERTED: usize = 12;

impl Context<'_, '_> {
    /// “No scientist has claimed that …”, “Mr Holt falsely said …”: the sentence stays whole, in the article's own voice.
    pub(super) fn withheld(&self, i: usize, zone: &Range<usize>) -> Option<Said> {
        let (force, participle) = cue(self.word(i)).unwrap_or((Force::Assert, false));
        let speaks = cue(self.word(i)).is_some() || needs_that(self.word(i)) && self.word(i + 1) == "that";
        if !speaks || participle || force != Force::Assert || !self.is_verb(i) {
            return None;
        }
        let mut at = i;
        let mut untrue = false;
        while at > zone.start && i - at < 6 {
            let word = self.word(at - 1);
            untrue |= is_untrue_adverb(word);
            let longer = word == "longer" && at > zone.start + 1 && self.word(at - 2) == "no";
            if longer || is_negative(word) && word != "no" {
                untrue = true;
            }
            if !(is_auxiliary(word) || is_negative(word) || longer || self.is_adverb(at - 1)) {
                break;
            }
            at -= 1;
        }
        if let Some(helper) = self.inverted(i, zone) {
            at = helper;
            untrue = true;
        }
        if !untrue {
            let floor = zone.start.max(at.saturating_sub(SUBJECT));
            let start = (floor..at)
                .rev()
                .find(|k| {
                    self.tokens.is(*k, Kind::Mark) && !matches!(self.word(*k), "-" | "’s" | "'s" | "’")
                        || matches!(
                            self.word(*k),
                            "but"
                                | "and"
                                | "that"
                                | "because"
                                | "while"
                                | "although"
                                | "though"
                                | "when"
                                | "if"
                        )
                })
                .map_or(floor, |k| k + 1);
            let opening = usize::from(matches!(self.word(start), "almost" | "virtually" | "so" | "very"));
            untrue = start < at && denies_subject(self.word(start + opening), self.word(start + opening + 1));
        }
        // “Mr Holt lied when he said that …”
        let lied = (zone.start.max(at.saturating_sub(5))..at).any(|k| {
            matches!(self.word(k), "lied" | "lying" | "wrong" | "mistaken" | "misled" | "perjured")
                && matches!(self.word(k + 1), "when" | "to" | "by" | "in" | "under" | "that")
        });
        if !(untrue || lied) {
            return None;
        }
        let content = i + 1..self.withheld_end(i + 1, zone);
        (content.len() > 1).then(|| Said {
            frame: at..i + 1,
            mode: Mode::Paraphrase,
            speaker: None,
            name: None,
            cue: None,
            force: Force::Withhold,
            place: None,
            content,
        })
    }

    /// “nor did she say”, “Never has the mayor claimed”, “Did he say”: where the words begin whose helping verb stands before
    /// the subject of the verb at `i`, so that they deny or ask.
    fn inverted(&self, i: usize, zone: &Range<usize>) -> Option<usize> {
        let helps = |k: &usize| {
            matches!(
                self.word(*k),
                "did" | "does" | "do" | "has" | "have" | "had" | "will" | "would" | "could" | "can"
            )
        };
        let helper = (zone.start.max(i.saturating_sub(INVERTED))..i)
            .rev()
            .take_while(|k| {
                helps(k)
                    || !is_finite(self.tokens, *k)
                        && self.in_quote(*k).is_none()
                        && (!self.tokens.is(*k, Kind::Mark) || matches!(self.word(*k), "-" | "’s" | "'s"))
            })
            .find(helps)?;
        // “She did say” has its subject in front.
        let apart = (helper + 1..i).any(|k| {
            self.tokens.is(k, Kind::Word)
                && !self.is_adverb(k)
                && !is_negative(self.word(k))
                && self.word(k) != "not"
        });
        let before = helper.checked_sub(1).filter(|b| *b >= zone.start);
        let denies = before.is_some_and(|b| {
            matches!(
                self.word(b),
                "nor" | "neither" | "never" | "nowhere" | "rarely" | "seldom" | "time" | "once"
            )
        });
        // Only at the start of the sentence does it ask.
        // “Will Smith said” does not: behind “will” the verb stands bare.
        let past = self.word(i).ends_with("ed")
            || matches!(self.word(i), "said" | "told" | "wrote" | "thought" | "swore" | "found" | "heard");
        let form = past == matches!(self.word(helper), "has" | "have" | "had");
        let asks = before.is_none() && helper == self.sentence.start && form;
        (apart && (denies || asks)).then(|| if denies { helper - 1 } else { helper })
    }

    /// Where what is withheld ends: a “but” or a dash behind it is the article's own voice.
    pub(super) fn withheld_end(&self, start: usize, zone: &Range<usize>) -> usize {
        let end = self.same_voice(start, zone);
        let turns = |k: &usize| {
            self.in_quote(*k).is_none()
                && (matches!(self.word(*k), "—" | "–" | "--" | ";" | "but")
                    || self.word(*k) == ","
                        && matches!(self.word(k + 1), "and" | "while" | "although" | "though" | "whereas"))
        };
        (start..end).find(turns).unwrap_or(end)
    }

    /// “cleared of claims that”, “his false claim that”: whether the saying at `i` is told only to be turned down.
    pub(super) fn is_turned_down(&self, i: usize, zone: &Range<usize>) -> bool {
        (zone.start.max(i.saturating_sub(8))..i)
            .rev()
            .take_while(|k| {
                !matches!(self.word(*k), "," | ";" | "and" | "but" | "that") && self.in_quote(*k).is_none()
            })
            .any(|k| {
                turns_down(self.word(k))
                    || matches!(self.word(k), "confirm" | "verify" | "corroborate")
                        && (k.saturating_sub(3)..k).any(|j| is_negative(self.word(j)))
                    || k + 1 == i && (is_untrue(self.word(k)) || self.word(k) == "no")
                    || matches!(self.word(k), "cleared" | "acquitted") && self.word(k + 1) == "of"
            })
    }

    /// Whether the verb at `i` turns down a saying that is named behind it: “rejected claims that …”.
    pub(super) fn turns_down_saying(&self, i: usize, zone: &Range<usize>) -> bool {
        (turns_down(self.word(i)))
            && (i + 1..zone.end.min(i + 6)).any(|k| is_saying(self.word(k)) && self.word(k + 1) == "that")
    }

    /// An adverb that may stand between a subject and its verb.
    pub(super) fn is_adverb(&self, k: usize) -> bool {
        let word = self.word(k);
        super::subject::is_adverb(word)
            || word.len() > 4
                && word.ends_with("ly")
                && !self.tokens.capital(k)
                && !matches!(
                    word,
                    "family"
                        | "supply"
                        | "reply"
                        | "assembly"
                        | "ally"
                        | "monopoly"
                        | "anomaly"
                        | "rally"
                        | "bully"
                        | "daily"
                        | "weekly"
                        | "monthly"
                        | "quarterly"
                        | "elderly"
                        | "butterfly"
                        | "homily"
                )
    }
}

/// “no”, “nobody”, “few”, “hardly anyone” at the start of a subject: those who did not say it.
fn denies_subject(word: &str, next: &str) -> bool {
    matches!(word, "no" | "nobody" | "none" | "nothing" | "few" | "neither")
        || matches!(word, "hardly" | "scarcely" | "barely")
        || word == "not" && matches!(next, "a" | "one" | "all" | "everyone" | "many" | "every")
}

/// Adverbs that say of what follows that it is not so.
fn is_untrue_adverb(word: &str) -> bool {
    matches!(
        word,
        "falsely" | "wrongly" | "incorrectly" | "mistakenly" | "erroneously" | "misleadingly" | "wrongfully"
    )
}

fn is_untrue(word: &str) -> bool {
    matches!(
        word,
        "false"
            | "baseless"
            | "unfounded"
            | "debunked"
            | "discredited"
            | "bogus"
            | "untrue"
            | "fabricated"
            | "unsubstantiated"
            | "misleading"
            | "incorrect"
    )
}

fn turns_down(word: &str) -> bool {
    matches!(
        word,
        "rejected"
            | "rejects"
            | "rejecting"
            | "dismissed"
            | "dismisses"
            | "dismissing"
            | "retracted"
            | "retracts"
            | "refuted"
            | "refutes"
            | "rebutted"
            | "rebuts"
            | "debunked"
            | "debunks"
            | "disputed"
            | "disputes"
            | "disproved"
            | "withdrew"
            | "discredited"
            | "denied"
            | "denies"
            | "denying"
            | "deny"
            | "reject"
            | "dismiss"
            | "refute"
            | "rebut"
            | "dispute"
            | "debunk"
    )
}

//! What “it” means where that can only be one body: “Norvik cut its forecast. It employs 12,000 people.”

use std::ops::Range;

use super::Worded;
use crate::names::is_person;
use crate::tokens::Kind;
use crate::verbs::{is_auxiliary, is_denial, is_finite, is_function, is_opening_adverb};

/// No sentence before is looked at that is longer than this, in tokens.
const LONGEST: usize = 60;

impl Worded<'_, '_> {
    /// The body that “it” at the start of a clause means: the subject of the sentence before, if that names no other, and the
    /// verb is one of bodies; in what a body is reported to say, that body.
    pub(super) fn body_meant(&self, at: usize) -> Option<String> {
        let tokens = self.tokens;
        if tokens.word(at) != "it" || self.quoted || !self.is_of_body(at + 1) {
            return None;
        }
        if let Some((who, verb)) = self.said {
            // “A spokeswoman for the company said it …”
            let whose = who.split_once(" for ").filter(|(person, _)| speaks_for(person)).map_or(who, |w| w.1);
            let plain = whose.split(' ').count() <= 5 && !whose.contains(" and ");
            return (plain && is_body(whose) && !is_denial(verb)).then(|| whose.to_owned());
        }
        // Only where the sentence begins with it: behind “but” it may be what the clause before speaks of.
        let before = at.checked_sub(1).filter(|b| tokens.word(*b) == "." && tokens.spaced(at))?;
        let floor = before.saturating_sub(LONGEST);
        let start = (floor..before).rev().find(|k| self.is_end(*k)).map(|k| k + 1);
        let start = start.or((floor == 0).then_some(0))?;
        let name = self.subject_name(start..before)?;
        let other = |k: usize| {
            tokens.capital(k)
                && !name.contains(&k)
                && !(k == start && is_function(tokens.word(k)))
                && self.names.full_name(tokens.word(k)).is_none()
                && !crate::values::is_calendar_word(tokens.word(k))
        };
        if (start..before).any(other) {
            return None;
        }
        let article = usize::from(name.start > start);
        Some(tokens.slice(name.start - article, name.end).to_owned())
    }

    fn is_end(&self, k: usize) -> bool {
        let tokens = self.tokens;
        matches!(tokens.word(k), "." | "?" | "!" | "\"" | "”")
            && tokens.spaced(k + 1)
            && (tokens.capital(k + 1) || tokens.is(k + 1, Kind::Number))
            && tokens.word(k.saturating_sub(1)).len() > 2
    }

    /// The name of several letters that a sentence begins with, its verb right behind or behind what commas set off.
    fn subject_name(&self, sentence: Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let from = sentence.start + usize::from(tokens.word(sentence.start) == "the");
        if !tokens.capital(from) || is_function(tokens.word(from)) || is_opening_adverb(tokens.word(from)) {
            return None;
        }
        let to = (from..sentence.end.min(from + 6)).find(|k| !tokens.capital(*k))?;
        let name = from..to;
        let person = is_person(tokens, &name) || self.names.full_name(tokens.word(to - 1)).is_some();
        let short = tokens.slice(from, to).len() < 3;
        let verb = is_finite(tokens, to)
            || tokens.word(to) == "," && matches!(tokens.word(to + 1), "which" | "a" | "the" | "based");
        (verb && !person && !short).then_some(name)
    }

    /// Whether the verb at `at`, behind its helping verbs, is what only a body does: “employs”, “will close”, “has agreed”.
    fn is_of_body(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let verb = (at..at + 4).find(|k| {
            let word = tokens.word(*k);
            !(is_auxiliary(word)
                || is_opening_adverb(word)
                || word.ends_with("ly")
                || matches!(word, "also" | "not" | "already" | "be" | "been"))
        });
        verb.is_some_and(|k| {
            let word = tokens.word(k);
            // “The laptop was stolen. The bank said it was recovered.”
            let suffered = !word.ends_with("ing")
                && (at..k).any(|j| matches!(tokens.word(j), "is" | "was" | "were" | "be" | "been"));
            if suffered {
                return matches!(
                    word,
                    "consulted" | "informed" | "notified" | "contacted" | "warned" | "approached"
                );
            }
            let stem = word
                .strip_suffix("es")
                .or_else(|| word.strip_suffix('s'))
                .or_else(|| word.strip_suffix("ed"))
                .unwrap_or(word);
            matches!(
                stem,
                "employ"
                    | "operat"
                    | "operate"
                    | "own"
                    | "announc"
                    | "announce"
                    | "report"
                    | "deny"
                    | "deni"
                    | "refus"
                    | "refuse"
                    | "blam"
                    | "blame"
                    | "launch"
                    | "hop"
                    | "hope"
                    | "aim"
                    | "intend"
                    | "clos"
                    | "close"
                    | "sell"
                    | "sold"
                    | "buy"
                    | "bought"
                    | "pay"
                    | "paid"
                    | "hir"
                    | "hire"
                    | "agre"
                    | "agree"
                    | "declin"
                    | "decline"
                    | "apologis"
                    | "apologise"
                    | "apologiz"
                    | "apologize"
                    | "urg"
                    | "urge"
                    | "expect"
                    | "plan"
                    | "recall"
                    | "publish"
                    | "invest"
                    | "spend"
                    | "spent"
                    | "acquir"
                    | "acquire"
                    | "reject"
                    | "consider"
                    | "considering"
                    | "investigating"
                    | "investigat"
                    | "offer"
                    | "offering"
                    | "seeking"
                    | "sought"
                    | "reviewing"
                    | "review"
                    | "appeal"
                    | "appealing"
                    | "compensat"
                    | "refund"
                    | "notifi"
                    | "contact"
                    | "commission"
                    | "working"
                    | "talking"
                    | "taking"
                    | "promis"
                    | "promise"
                    | "consult"
                    | "receiv"
                    | "begun"
                    | "began"
                    | "regrett"
                    | "insist"
                    | "committ"
                    | "support"
                    | "oppos"
                    | "welcom"
                    | "cooperat"
                    | "withdrew"
                    | "withdrawn"
                    | "suspend"
                    | "warn"
                    | "inform"
                    | "learn"
                    | "discover"
                    | "identifi"
                    | "recover"
                    | "repaid"
                    | "repay"
                    | "submitt"
                    | "submit"
                    | "respond"
            ) || matches!(stem, "cut" | "has" | "had" | "have")
                && (self.in_value(k + 1) || tokens.word(k + 1) == "its")
            // “It has 260 employees”
        })
    }
}

/// “A spokeswoman”, “a lawyer”
fn speaks_for(who: &str) -> bool {
    let last = who.rsplit(' ').next().unwrap_or_default();
    last.starts_with("spokes") || matches!(last, "lawyer" | "solicitor" | "representative" | "official")
}

/// “the company”, “The council”: words for a body that is one.
fn is_body(who: &str) -> bool {
    let first = who.split(' ').next().unwrap_or_default().to_lowercase();
    let head = who.split(" for ").next().and_then(|h| h.split(" of ").next()).unwrap_or(who);
    let last = head.rsplit(' ').next().unwrap_or_default().to_lowercase();
    let known = matches!(
        last.as_str(),
        "company"
            | "firm"
            | "council"
            | "bank"
            | "ministry"
            | "department"
            | "union"
            | "airline"
            | "club"
            | "party"
            | "government"
            | "university"
            | "charity"
            | "group"
            | "agency"
            | "committee"
            | "commission"
            | "court"
            | "authority"
            | "regulator"
            | "watchdog"
            | "trust"
            | "association"
            | "federation"
            | "institute"
            | "institution"
            | "board"
            | "force"
            | "bureau"
            | "foundation"
    );
    let pronoun = matches!(first.as_str(), "it" | "he" | "she" | "they" | "who" | "i" | "we" | "you");
    known && !pronoun
}

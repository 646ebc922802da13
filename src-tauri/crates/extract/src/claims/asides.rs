//! Facts told in passing: “the bridge, which cost $4m and opened in 2019, …”, “the ferry, built in Japan in 1985, …”.

use std::ops::Range;

use super::Parsed;
use crate::attribution::Said;
use crate::tokens::Kind;
use crate::verbs::{is_article, is_finite, is_opening_adverb, is_preposition};

/// The longest subject with its aside, in tokens.
const LONGEST: usize = 50;

/// A fact that commas set off behind a subject.
#[derive(Debug)]
pub(super) struct Aside {
    pub(super) range: Range<usize>,
    pub(super) subject: Range<usize>,
    /// Whether it is a participle, which needs a “was”: “built in Japan in 1985”.
    pub(super) participle: bool,
}

impl Parsed<'_, '_> {
    /// The facts with a figure, a date or the like that stand between two commas behind the subject of a clause, whose verb
    /// comes right behind them; none where it is not certain whose they are.
    pub(super) fn asides(&self, piece: &Range<usize>) -> Vec<Aside> {
        let tokens = self.tokens;
        let end = piece.end.min(piece.start + LONGEST);
        let comma = (piece.start..end).find(|i| tokens.word(*i) == ",");
        let Some(comma) = comma.filter(|c| *c > piece.start) else { return Vec::new() };
        let subject = piece.start..comma;
        if !self.is_plain_subject(&subject) {
            return Vec::new();
        }
        let Some(close) = self.aside_end(comma, end) else { return Vec::new() };
        self.facts_of(comma + 1..close, &subject)
    }

    /// “The firm, which made £188m last year, denied that …”: what stands between two commas among words of saying, of their
    /// speaker.
    pub(super) fn speaker_facts(&self) -> Vec<Aside> {
        let facts = |said: &Said| {
            let (speaker, cue) = (said.speaker.as_ref()?, said.cue.as_ref()?);
            let close = cue.start.checked_sub(1).filter(|c| self.tokens.word(*c) == ",")?;
            let open = speaker.end;
            let aside = open + 1..close;
            let set_off =
                self.tokens.word(open) == "," && said.frame.start <= speaker.start && !aside.is_empty();
            set_off.then(|| self.told_of(aside, speaker))
        };
        self.said.iter().filter_map(facts).flatten().collect()
    }

    /// The facts of an aside about `subject`, each with its own verb; none of words of saying.
    pub(super) fn facts_of(&self, aside: Range<usize>, subject: &Range<usize>) -> Vec<Aside> {
        let saying = self.said.iter().any(|s| s.frame.start < aside.end && aside.start < s.frame.end);
        if saying { Vec::new() } else { self.told_of(aside, subject) }
    }

    fn told_of(&self, aside: Range<usize>, subject: &Range<usize>) -> Vec<Aside> {
        let tokens = self.tokens;
        // “who first raised concerns in 2020”
        let adverb = usize::from(matches!(
            tokens.word(aside.start + 1),
            "first" | "once" | "originally" | "previously" | "recently" | "formerly" | "briefly"
        ));
        let relative =
            matches!(tokens.word(aside.start), "which" | "who") && self.starts_verb(aside.start + 1 + adverb);
        let participle = is_made(tokens.word(aside.start));
        // “Rovers, relegated in 2019”: nothing tells whether it was or they were.
        let last = tokens.word(subject.end.saturating_sub(1));
        let several =
            tokens.capital(subject.end.saturating_sub(1)) && last.ends_with('s') && subject.len() < 3;
        if !(relative || participle) || participle && several {
            return Vec::new();
        }
        let mut out = Vec::new();
        let mut start = aside.start;
        let mut whole = true;
        for i in aside.start + 1..=aside.end {
            let next = if participle { is_made(tokens.word(i + 1)) } else { self.starts_verb(i + 1) };
            let cut = i == aside.end || tokens.word(i) == "and" && next;
            if !cut {
                continue;
            }
            let part = start..i;
            // “built in 1932 and run by Haven”: without a figure or a date of its own a fact is told with the others.
            let said = self.values.iter().any(|v| part.contains(&v.from) && v.to <= part.end);
            whole &= said && part.len() >= 3;
            if said && part.len() >= 3 {
                out.push(Aside { range: part, subject: subject.clone(), participle });
            }
            start = i + 1;
        }
        // “who was born in 1950 and who …”, “which, …”: what is no chain of verbs stays whole.
        let commas = aside.clone().any(|i| tokens.word(i) == "," && !self.in_value(i));
        if commas && !(whole && out.len() == 1) { Vec::new() } else { out }
    }

    fn in_value(&self, i: usize) -> bool {
        self.values.iter().any(|v| v.from <= i && i < v.to)
    }

    /// Where what the comma at `comma` sets off ends, if the verb of the clause comes right behind.
    fn aside_end(&self, comma: usize, end: usize) -> Option<usize> {
        let tokens = self.tokens;
        let close = (comma + 2..end).find(|i| tokens.word(*i) == "," && !self.in_value(*i))?;
        (close + 1 < end && self.starts_verb(close + 1)).then_some(close)
    }

    /// “The ferry”, “Its permanent secretary”, “Norvik”: a noun phrase of which nothing else can be meant by “which”.
    fn is_plain_subject(&self, subject: &Range<usize>) -> bool {
        let tokens = self.tokens;
        let first = tokens.word(subject.start);
        let begins = is_article(first)
            || matches!(first, "its" | "their" | "his" | "her" | "this" | "these" | "our")
            || tokens.capital(subject.start);
        let plain = |i: usize| {
            let word = tokens.word(i);
            (tokens.is(i, Kind::Word)
                || tokens.is(i, Kind::Number)
                || matches!(word, "-" | "&" | "’s" | "'s"))
                && !(is_preposition(word)
                    && !(word == "of" && tokens.capital(i - 1) && tokens.capital(i + 1)))
                && !matches!(
                    word,
                    "and" | "or" | "but" | "that" | "who" | "which" | "as" | "when" | "if" | "while"
                )
                && (!is_finite(tokens, i) || tokens.capital(i))
        };
        begins
            && subject.len() <= 8
            && !is_opening_adverb(first)
            && !(is_preposition(first) || self.is_time(subject.start))
            && !matches!(
                first,
                "it" | "he" | "she" | "they" | "we" | "i" | "you" | "there" | "when" | "while" | "although"
            )
            && (subject.start + 1..subject.end).all(plain)
    }
}

/// Participles of what is made, sold or decided once, and that no noun in front can do: “built in 1985”.
pub(super) fn is_made(word: &str) -> bool {
    matches!(
        word,
        "built"
            | "rebuilt"
            | "founded"
            | "completed"
            | "established"
            | "created"
            | "published"
            | "released"
            | "introduced"
            | "relegated"
            | "discovered"
            | "refitted"
            | "designed"
            | "recorded"
            | "sold"
            | "acquired"
            | "formed"
            | "elected"
            | "appointed"
            | "arrested"
            | "convicted"
            | "jailed"
            | "written"
            | "made"
            | "issued"
            | "demolished"
            | "commissioned"
            | "licensed"
            | "launched"
            | "opened"
            | "adopted"
            | "signed"
            | "passed"
            | "born"
    )
}

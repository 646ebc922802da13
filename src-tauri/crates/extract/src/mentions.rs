//! Two places that make one claim: joined only when names, values and polarity are the same and so are the words.
//!
//! A join missed costs a checker one more line; a join of two claims that say different things hides one of them. So the
//! words of one must be among those of the other, in the same order: a word that stands in the place of another may be
//! its opposite.

mod words;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use assay_model::found::FoundClaim;

use crate::claims::Candidate;
use crate::names::{self, Names};
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{is_article, is_function, is_negative, is_preposition};

use words::{is_bound_pronoun, is_passive, stem, turns_meaning};

/// The share of words that two mentions of one claim have in common.
const ALIKE: f64 = 0.75;

/// At most so many claims with the same names and values are compared.
const NEAR: usize = 64;

/// With so many claims those to come are compared; further ones are not remembered, so that what is held beside the claims
/// themselves does not grow with the text.
const MOST: usize = 20_000;

/// Room at first for the letters of a claim's words.
const USUAL: usize = 160;

/// What must be equal, and the words that must be alike.
#[derive(Debug)]
pub(crate) struct Trace {
    key: String,
    words: Words,
}

/// Its names, words of content and prepositions, in order.
#[derive(Debug, Default)]
struct Words {
    /// The letters of them all.
    letters: String,
    words: Vec<Word>,
}

/// Where a word's letters are: first its stem; then, of a name, all its words.
#[derive(Debug, Clone, Copy)]
struct Word {
    stem: usize,
    full: usize,
    end: usize,
}

/// A trace as it grows.
struct Reader<'a, 't> {
    tokens: &'a Tokens<'t>,
    values: &'a [&'a Draft],
    names: &'a Names,
    words: Words,
    /// What must be equal beside the names and values: the words that turn a meaning.
    turns: Vec<&'a str>,
    negative: bool,
    /// Where in `words` the names begin that “and” joins, if nothing else has come since the last of them. They may stand in
    /// any order; those with a verb between them may not.
    joined: Option<usize>,
}

impl Trace {
    /// `denied` if those who are reported to speak of it say that it is not so; `unattributed` if its statement leads with words of saying,
    /// since what the article says outright is another claim.
    pub(crate) fn new(
        tokens: &Tokens<'_>,
        candidate: &Candidate,
        values: &[&Draft],
        names: &Names,
        denied: bool,
        unattributed: bool,
    ) -> Self {
        let mut value_keys: Vec<String> = values
            .iter()
            .map(|v| format!("{}{}{:?}", v.value, v.unit.as_deref().unwrap_or(""), v.modifier))
            .collect();
        value_keys.sort();
        value_keys.dedup();
        let mut reader = Reader {
            tokens,
            values,
            names,
            words: Words { letters: String::with_capacity(USUAL), words: Vec::with_capacity(USUAL / 8) },
            turns: Vec::with_capacity(4),
            negative: denied,
            joined: None,
        };
        // What a clause takes from elsewhere is part of what it says.
        let taken =
            [&candidate.when, &candidate.subject, &candidate.host, &candidate.apposed, &candidate.judged];
        for range in taken.into_iter().flatten().filter(|r| r.end <= candidate.range.start) {
            reader.read(range);
        }
        reader.read(&candidate.range);
        let Reader { words, mut turns, negative, .. } = reader;
        turns.sort_unstable();
        let mut name_keys: Vec<&str> = words.each().filter(|w| !w.1.is_empty()).map(|w| w.0).collect();
        name_keys.sort_unstable();
        name_keys.dedup();
        let (name_keys, value_keys) = (name_keys.join(" "), value_keys.join(" "));
        let key = format!("{name_keys}|{value_keys}|{}|{negative}|{unattributed}", turns.join(" "));
        Self { key, words }
    }

    /// Whether it has a name or a value; without them nothing is compared.
    fn names_something(&self) -> bool {
        !self.key.starts_with("||")
    }

    /// Whether there is enough in it to tell claims apart by.
    fn says_enough(&self) -> bool {
        self.names_something() && self.words.each().any(|(_, full)| full.is_empty())
    }
}

impl Words {
    /// Their stems; of names also all words, else nothing.
    fn each(&self) -> impl Iterator<Item = (&str, &str)> {
        self.words.iter().map(|word| self.read(*word))
    }

    fn read(&self, word: Word) -> (&str, &str) {
        let letters = |range: Range<usize>| self.letters.get(range).unwrap_or_default();
        (letters(word.stem..word.full), letters(word.full..word.end))
    }

    /// Adds a word: the pieces of its stem, and of a name all its words.
    fn push<'w>(&mut self, stem: &[&str], full: impl Iterator<Item = &'w str>) {
        let start = self.letters.len();
        for piece in stem {
            self.letters.push_str(piece);
        }
        let middle = self.letters.len();
        for (n, word) in full.enumerate() {
            self.letters.push_str(if n > 0 { " " } else { "" });
            self.letters.push_str(word);
        }
        self.words.push(Word { stem: start, full: middle, end: self.letters.len() });
    }

    /// Puts the words from there on in one order, whatever theirs was.
    fn sort(&mut self, from: usize) {
        let mut group = self.words.split_off(from.min(self.words.len()));
        group.sort_by(|a, b| self.read(*a).cmp(&self.read(*b)));
        self.words.extend(group);
    }

    /// Whether the words of one are among those of the other, in the same order, and hardly any more are there.
    fn is_like(&self, other: &Self) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let mut rest = long.each();
        let within = short.each().all(|w| rest.any(|o| w.0 == o.0 && same_name(w.1, o.1)));
        let different = |t: &Self| t.each().map(|w| w.0).collect::<BTreeSet<_>>().len();
        within && !long.words.is_empty() && different(short) as f64 / different(long) as f64 >= ALIKE
    }
}

/// “Mr. Blinken” may be Antony Blinken; Anna Smith is not Mary Smith.
fn same_name(a: &str, b: &str) -> bool {
    a.ends_with(b) || b.ends_with(a)
}

impl Reader<'_, '_> {
    fn read(&mut self, range: &Range<usize>) {
        let tokens = self.tokens;
        let mut named = names::named(tokens, range).into_iter().peekable();
        let mut bracket = 0_usize;
        let mut i = range.start;
        while i < range.end {
            if let Some(name) = named.next_if(|n| n.titled_from <= i) {
                self.name(&name, bracket > 0);
                i = name.to.max(i + 1);
                continue;
            }
            let word = tokens.word(i);
            match word {
                "(" | "[" => bracket += 1,
                ")" | "]" => bracket = bracket.saturating_sub(1),
                "and" | "," => {}
                _ if bracket > 0 => {}
                _ => {
                    if let Some(from) = self.joined.take() {
                        self.words.sort(from);
                    }
                    self.word(range, i);
                }
            }
            i += 1;
        }
        if let Some(from) = self.joined.take() {
            self.words.sort(from);
        }
    }

    fn name(&mut self, name: &names::Named, aside: bool) {
        let tokens = self.tokens;
        let first = name.titled_from.checked_sub(1);
        let article = first.is_some_and(|b| is_article(tokens.word(b)));
        let before = first.and_then(|b| b.checked_sub(usize::from(article)));
        // “to China” is not “from China”.
        let held = before.map_or("", |b| tokens.word(b));
        let held = if is_preposition(held) && !aside { held } else { "" };
        let last = tokens.word(name.to - 1);
        self.joined = self.joined.or(Some(self.words.words.len()));
        self.words.push(&[held, " ", last], (name.from..name.to).map(|i| tokens.word(i)));
    }

    fn word(&mut self, range: &Range<usize>, i: usize) {
        let tokens = self.tokens;
        let word = tokens.word(i);
        if self.values.iter().any(|v| (v.from..v.to).contains(&i)) {
            return;
        }
        if tokens.is(i, Kind::Number) {
            self.push(word);
        }
        if !tokens.is(i, Kind::Word) {
            return;
        }
        if is_negative(word) {
            self.negative = !self.negative;
        } else if turns_meaning(word) {
            self.turns.push(stem(word));
        } else if is_bound_pronoun(word) {
            // Whom it means is known, or else may be somebody new each time.
            let place = tokens.span(i, i + 1).map_or(0, |s| s.start);
            match self.names.pronoun(word, i) {
                Some(who) => self.push(&who),
                None => self.push(&format!("{word} {place}")),
            }
        } else if is_preposition(word) {
            self.preposition(range, i);
        } else if is_passive(tokens, range, i) {
            // “was sued” is the other's deed.
            self.turns.push("passive");
        } else if !is_function(word) && word != "time" {
            let first_name = i == range.start && tokens.capital(i) && tokens.capital(i + 1);
            if !first_name {
                self.push(stem(word));
            }
        }
    }

    /// A preposition counts, but not before a name, which has it already, nor the plain one before a value.
    fn preposition(&mut self, range: &Range<usize>, i: usize) {
        let tokens = self.tokens;
        let word = tokens.word(i);
        let next = i + 1 + usize::from(is_article(tokens.word(i + 1)));
        let of_value = self.values.iter().any(|v| (v.from..v.to).contains(&next));
        let plain = matches!(word, "in" | "on" | "at" | "by" | "of");
        if !(tokens.capital(next) && next < range.end || of_value && plain || word == "of") {
            self.turns.push(word);
        }
    }

    fn push(&mut self, stem: &str) {
        self.words.push(&[stem], std::iter::empty());
    }
}

/// The claims of a document, joined as they come.
#[derive(Debug, Default)]
pub(crate) struct Joined {
    titles: Titles,
    claims: Vec<FoundClaim>,
    /// The numbers of the claims that later ones are compared with, and their words.
    by_key: HashMap<String, Vec<(usize, Words)>>,
    /// How many those are.
    remembered: usize,
}

/// The titles that a text's claims bear, by their hashes.
#[derive(Debug, Default)]
struct Titles(HashSet<u64>);

impl Titles {
    /// The first of these that is not taken yet, or else the best.
    fn choose(&mut self, titles: impl Iterator<Item = String>) -> String {
        let mut best = None;
        for title in titles {
            let mut hasher = DefaultHasher::new();
            title.hash(&mut hasher);
            if self.0.insert(hasher.finish()) {
                return title;
            }
            best.get_or_insert(title);
        }
        best.unwrap_or_default()
    }
}

impl Joined {
    /// Adds a claim, or its mention to a claim that is the same; gives its number. Of the titles that would do, the best first,
    /// it bears the first that no other claim of the text has.
    pub(crate) fn add(
        &mut self,
        mut claim: FoundClaim,
        titles: impl Iterator<Item = String>,
        trace: Trace,
    ) -> usize {
        if trace.says_enough()
            && let Some(near) = self.by_key.get(&trace.key)
        {
            for (index, words) in near {
                let Some(known) = self.claims.get_mut(*index) else { continue };
                let same_claimant =
                    known.claimant.as_ref().map(|c| &c.name) == claim.claimant.as_ref().map(|c| &c.name);
                if same_claimant && known.mentions.len() < NEAR && trace.words.is_like(words) {
                    known.mentions.extend(claim.mentions);
                    known.score = known.score.max(claim.score);
                    // The label and the statement say the same, so they go together.
                    if known.mentions.len() == 2 && claim.statement.len() > known.statement.len() {
                        known.statement = claim.statement;
                        known.label = self.titles.choose(titles);
                    }
                    return *index;
                }
            }
        }
        let number = self.claims.len();
        if trace.names_something() && self.remembered < MOST {
            let near = self.by_key.entry(trace.key).or_default();
            if near.len() < NEAR {
                near.push((number, trace.words));
                self.remembered += 1;
            }
        }
        claim.label = self.titles.choose(titles);
        self.claims.push(claim);
        number
    }

    /// The claim with this number.
    pub(crate) fn get_mut(&mut self, number: usize) -> Option<&mut FoundClaim> {
        self.claims.get_mut(number)
    }

    pub(crate) fn into_claims(self) -> Vec<FoundClaim> {
        self.claims
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use assay_model::claim::ClaimKind;

    #[test]
    fn what_is_remembered_of_a_long_text_has_an_end() {
        let claim = |n: usize| FoundClaim {
            label: String::new(),
            statement: format!("Sales rose by {n}."),
            kind: ClaimKind::Quantity,
            score: 0.5,
            reasons: Vec::new(),
            claimant: None,
            mentions: Vec::new(),
            values: Vec::new(),
        };
        let trace = |n: usize| {
            let mut words = Words::default();
            words.push(&["sal"], std::iter::empty());
            Trace { key: format!("|{n}||false"), words }
        };
        let mut joined = Joined::default();
        for n in 0..MOST + 10 {
            assert_eq!(joined.add(claim(n), std::iter::once(format!("Sales {n}")), trace(n)), n);
        }
        // Those of the beginning are still known.
        assert_eq!(joined.add(claim(7), std::iter::empty(), trace(7)), 7);
        assert_eq!(joined.by_key.values().map(Vec::len).sum::<usize>(), MOST);
        assert_eq!(joined.into_claims().len(), MOST + 10);
    }
}

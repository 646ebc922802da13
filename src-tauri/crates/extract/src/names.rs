//! Names: who is spoken of, and whom “he”, “Mr Blinken” and “the firm” stand for.

use std::collections::HashMap;
use std::ops::Range;

use assay_model::span::Span;

use crate::tokens::{Kind, Tokens};

/// More names than this are not kept, so that a directory of names stays cheap.
const MOST: usize = 20_000;

/// The names that a text has used so far.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Full names by their last word in lower case, the first use first.
    full: HashMap<String, Name>,
    /// The person spoken of last, as subject.
    person: Option<Name>,
    /// Where that was, in code points.
    place: Option<Span>,
    /// The organisation that spoke or was spoken of last.
    body: Option<String>,
}

#[derive(Debug, Clone)]
struct Name {
    full: String,
    person: bool,
    female: Option<bool>,
}

impl Names {
    /// Reads the names of a sentence; its first person is from now on “he” or “she”.
    ///
    /// Unless `spoken`: then it stays the speaker.
    pub(crate) fn read(&mut self, tokens: &Tokens<'_>, sentence: &Range<usize>, spoken: bool) {
        let mut subject: Option<Name> = None;
        let mut place = None;
        let mut i = sentence.start;
        while i < sentence.end {
            let Some(run) = run_at(tokens, i, sentence.end) else {
                i += 1;
                continue;
            };
            i = run.to;
            if run.from == run.to {
                continue;
            }
            let single = run.to == run.from + 1;
            let last = tokens.word(run.to - 1).to_owned();
            let full = tokens.slice(run.from, run.to).to_owned();
            let known = self.full.get_mut(&last);
            let person = run.titled || is_first_name(tokens.word(run.from)) && !is_body(tokens, &run);
            if let Some(known) = known {
                known.person |= person && run.titled;
                known.female = known.female.or(run.female);
                if subject.is_none() && known.person {
                    subject = Some(known.clone());
                    place = tokens.span(run.from, run.to);
                }
            } else if (!single || run.titled) && self.full.len() < MOST && !is_weak(&last) {
                let female = run.female.or_else(|| first_name_gender(tokens.word(run.from)));
                let name = Name { full, person, female };
                if subject.is_none() && person {
                    subject = Some(name.clone());
                    place = tokens.span(run.from, run.to);
                }
                self.full.insert(last, name);
            }
        }
        let first = tokens.word(sentence.start);
        let pronoun = (sentence.start..sentence.end.min(sentence.start + 9))
            .any(|i| matches!(tokens.word(i), "he" | "she"));
        if subject.is_some() && !pronoun && !spoken && first != "according" {
            self.person = subject;
            self.place = place;
        }
    }

    /// The speaker just named, so that “he” and “the firm” after it mean them.
    pub(crate) fn spoke(&mut self, name: &str, place: Option<Span>) {
        let last = name.rsplit(' ').next().unwrap_or_default().to_ascii_lowercase();
        if let Some(known) = self.full.get(&last).filter(|k| k.person) {
            self.person = Some(known.clone());
            self.place = place;
        } else if name.starts_with(char::is_uppercase) && !name.starts_with("A ") {
            // Two or three capitalised words that are no body's may well be a person.
            let words = name.split(' ').count();
            let capitals = name.split(' ').all(|w| w.starts_with(char::is_uppercase));
            let body = name.split(' ').any(|w| is_body_word(&w.to_ascii_lowercase()));
            if (2..=3).contains(&words) && capitals && !body {
                let female =
                    first_name_gender(&name.split(' ').next().unwrap_or_default().to_ascii_lowercase());
                self.person = Some(Name { full: name.to_owned(), person: true, female });
                self.place = place;
            }
            self.body = Some(name.to_owned());
        }
    }

    /// The name that the words `from..to` stand for: a full name for a short one, whom a pronoun means where plain.
    pub(crate) fn resolve(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> String {
        let text = tokens.slice(from, to).to_owned();
        if to == from + 1
            && let Some(name) = self.pronoun(tokens.word(from))
        {
            return name;
        }
        if let Some((from, to)) = apposed(tokens, from, to) {
            return self.resolve(tokens, from, to);
        }
        if tokens.word(from) == "the" && to == from + 2 && is_stand_in(tokens.word(from + 1)) {
            return self.body.clone().unwrap_or(text);
        }
        // The run of names at the end: “Russian Foreign Ministry spokeswoman Maria Zakharova”.
        let mut start = to;
        while start > from && (tokens.capital(start - 1) || tokens.word(start - 1) == "." && start < to) {
            start -= 1;
        }
        if let Some(run) = (start < to).then(|| run_at(tokens, start, to)).flatten()
            && run.to == to
            && run.from < run.to
        {
            let short = tokens.slice(run.from, run.to);
            let known = self.full.get(tokens.word(to - 1));
            if let Some(known) =
                known.filter(|k| run.to == run.from + 1 && (k.person || k.full.ends_with(short)))
            {
                return known.full.clone();
            }
            let belongs =
                start > from && matches!(tokens.word(start - 1), "of" | "at" | "for" | "from" | "in" | "by");
            if belongs && !run.titled {
                return text;
            }
            if run.titled || known.is_some_and(|k| k.person) || start > from + 1 {
                return short.to_owned();
            }
        }
        match text.strip_prefix("The ").or_else(|| text.strip_prefix("the ")) {
            Some(rest) if tokens.capital(from + 1) => rest.to_owned(),
            _ => text,
        }
    }

    /// Whom “he” or “she” means, if somebody of that kind was spoken of last.
    pub(crate) fn pronoun(&self, word: &str) -> Option<String> {
        let female = match word {
            "he" | "him" | "his" => false,
            "she" | "her" => true,
            _ => return None,
        };
        let person = self.person.as_ref()?;
        (person.female.is_none_or(|f| f == female)).then(|| person.full.clone())
    }

    /// The person spoken of last, and where.
    pub(crate) fn subject(&self) -> Option<(String, Span)> {
        Some((self.person.as_ref()?.full.clone(), self.place?))
    }

    /// The full name of a person known by this last name.
    pub(crate) fn full_name(&self, last: &str) -> Option<&str> {
        self.full.get(last).filter(|n| n.person).map(|n| n.full.as_str())
    }
}

/// Of “Irish low cost airline, Ryanair” and “Scott Carson, president of Boeing” the part that is a name and nothing else.
fn apposed(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let comma = (from + 1..to).find(|k| tokens.word(*k) == ",")?;
    let is_name = |from: usize, to: usize| {
        from < to
            && to <= from + 4
            && (from..to).all(|k| tokens.capital(k) || matches!(tokens.word(k), "." | "-"))
    };
    let end = (comma + 1..to).find(|k| tokens.word(*k) == ",").unwrap_or(to);
    if is_name(from, comma) {
        Some((from, comma))
    } else if is_name(comma + 1, end) {
        Some((comma + 1, end))
    } else {
        None
    }
}

/// A run of capitalised words, its titles left out.
struct Run {
    from: usize,
    to: usize,
    titled: bool,
    female: Option<bool>,
}

fn run_at(tokens: &Tokens<'_>, i: usize, end: usize) -> Option<Run> {
    if !tokens.capital(i) {
        return None;
    }
    let mut titled = i > 0 && is_role(tokens.word(i - 1));
    let mut female = (i > 0 && tokens.word(i - 1) == "spokeswoman").then_some(true);
    let mut from = i;
    while from < end && is_title(tokens.word(from)) && !is_body_word(tokens.word(from + 1)) && from < i + 6 {
        titled = true;
        match tokens.word(from) {
            "mr" | "sir" | "lord" | "king" | "prince" => female = Some(false),
            "mrs" | "ms" | "miss" | "lady" | "dame" | "queen" | "princess" => female = Some(true),
            _ => {}
        }
        from += 1;
        while from < end
            && (tokens.word(from) == "." && !tokens.spaced(from)
                || tokens.word(from) == "of" && is_office(tokens.word(from + 1)))
        {
            from += 1 + usize::from(tokens.word(from) == "of");
        }
    }
    let mut to = from;
    while to < end && to < from + 8 {
        let particle = to > from
            && matches!(
                tokens.word(to),
                "de" | "van" | "von" | "der" | "al" | "bin" | "del" | "-" | "da" | "la"
            )
            && tokens.capital(to + 1)
            && (tokens.word(to) != "-" || !tokens.spaced(to));
        let title = to > from && is_title(tokens.word(to));
        if title && tokens.capital(to) {
            // “US Secretary of State Antony Blinken”: what stood before the title is no name of the person.
            return run_at(tokens, to, end).or(Some(Run { from, to, titled, female }));
        }
        if !(tokens.capital(to) || particle) {
            break;
        }
        to += 1;
    }
    if to == from && !titled {
        return None;
    }
    // The first word of a sentence may be an ordinary one.
    if from == i && to > from + 1 && is_opener(tokens.word(from)) {
        from += 1;
    }
    Some(Run { from, to: to.max(i + 1), titled: titled && to > from, female })
}

fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "in"
            | "on"
            | "at"
            | "but"
            | "and"
            | "when"
            | "while"
            | "after"
            | "as"
            | "for"
            | "by"
            | "if"
            | "this"
            | "that"
            | "earlier"
            | "since"
            | "during"
            | "according"
    )
}

fn is_weak(word: &str) -> bool {
    crate::values::is_calendar_word(word) || is_opener(word)
}

/// Titles that stand before a name.
fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "sir"
            | "lord"
            | "lady"
            | "dame"
            | "president"
            | "premier"
            | "chancellor"
            | "minister"
            | "secretary"
            | "senator"
            | "sen"
            | "rep"
            | "representative"
            | "gov"
            | "governor"
            | "gen"
            | "general"
            | "col"
            | "colonel"
            | "captain"
            | "capt"
            | "lt"
            | "sgt"
            | "judge"
            | "justice"
            | "prof"
            | "professor"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "rev"
            | "mayor"
            | "ambassador"
            | "chairman"
            | "chairwoman"
            | "ceo"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "congressman"
            | "congresswoman"
            | "attorney"
    )
}

fn is_office(word: &str) -> bool {
    matches!(
        word,
        "state" | "defense" | "defence" | "commerce" | "energy" | "education" | "labor" | "transportation"
    )
}

/// Words of office that stand right before a person's name without a capital.
pub(crate) fn is_role(word: &str) -> bool {
    matches!(
        word,
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "minister"
            | "president"
            | "analyst"
            | "economist"
            | "executive"
            | "director"
            | "chief"
            | "head"
            | "lawyer"
            | "attorney"
            | "secretary"
            | "chairman"
            | "chairwoman"
            | "ceo"
            | "founder"
            | "co-founder"
            | "leader"
            | "officer"
            | "manager"
            | "professor"
            | "historian"
            | "author"
            | "journalist"
            | "correspondent"
            | "counterpart"
            | "senator"
            | "governor"
            | "mayor"
            | "ambassador"
            | "actor"
            | "actress"
            | "singer"
    )
}

fn is_body(tokens: &Tokens<'_>, run: &Run) -> bool {
    (run.from..run.to).any(|i| is_body_word(tokens.word(i)))
}

/// Words in the names of organisations and places.
fn is_body_word(word: &str) -> bool {
    matches!(
        word,
        "department"
            | "ministry"
            | "group"
            | "inc"
            | "corp"
            | "company"
            | "council"
            | "nations"
            | "bank"
            | "university"
            | "association"
            | "party"
            | "committee"
            | "agency"
            | "court"
            | "house"
            | "motors"
            | "force"
            | "union"
            | "institute"
            | "office"
            | "states"
            | "kingdom"
            | "news"
            | "times"
            | "post"
            | "journal"
            | "street"
            | "city"
            | "computer"
            | "airlines"
            | "airways"
            | "foundation"
            | "federation"
            | "commission"
            | "authority"
            | "administration"
            | "bureau"
            | "international"
            | "corporation"
            | "industries"
            | "technologies"
            | "systems"
            | "parliament"
            | "congress"
            | "senate"
            | "government"
    )
}

/// “the firm”: stands for the body named before.
fn is_stand_in(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "firm"
            | "group"
            | "agency"
            | "ministry"
            | "department"
            | "organisation"
            | "organization"
            | "bank"
            | "carmaker"
            | "automaker"
            | "airline"
            | "manufacturer"
            | "union"
            | "commission"
            | "party"
            | "charity"
    )
}

fn is_first_name(word: &str) -> bool {
    first_name_gender(word).is_some()
}

/// Whether a common first name is a woman's.
fn first_name_gender(word: &str) -> Option<bool> {
    match word {
        "alan" | "alex" | "alexander" | "andrew" | "anthony" | "antony" | "barack" | "ben" | "bernard"
        | "bill" | "bob" | "boris" | "brian" | "carlos" | "charles" | "chris" | "christopher" | "daniel"
        | "david" | "dmitry" | "donald" | "edward" | "eric" | "francis" | "frank" | "gary" | "george"
        | "gordon" | "harry" | "henry" | "ivan" | "jack" | "jacques" | "james" | "jason" | "jean"
        | "jeff" | "jim" | "joe" | "john" | "jonathan" | "jose" | "joseph" | "juan" | "keith" | "ken"
        | "kevin" | "larry" | "lee" | "louis" | "luis" | "mark" | "martin" | "matthew" | "michael"
        | "mike" | "mohammed" | "muhammad" | "narendra" | "nicholas" | "nicolas" | "patrick" | "paul"
        | "peter" | "philip" | "richard" | "rick" | "robert" | "ronald" | "roger" | "sam" | "scott"
        | "sergei" | "sergey" | "simon" | "stephen" | "steve" | "steven" | "thomas" | "tim" | "timothy"
        | "tom" | "tony" | "vladimir" | "volodymyr" | "walter" | "warren" | "william" => Some(false),
        "alice" | "angela" | "ann" | "anna" | "anne" | "barbara" | "carol" | "caroline" | "catherine"
        | "christine" | "claire" | "diana" | "elena" | "elizabeth" | "emily" | "emma" | "hillary"
        | "helen" | "jane" | "jennifer" | "jessica" | "julia" | "julie" | "karen" | "kate" | "laura"
        | "linda" | "lisa" | "liz" | "margaret" | "maria" | "marie" | "mary" | "michelle" | "nancy"
        | "nicola" | "olga" | "rachel" | "rebecca" | "sandra" | "sandy" | "sarah" | "sophie" | "susan"
        | "theresa" | "ursula" => Some(true),
        _ => None,
    }
}

/// The names in `range`, each by its last word in lower case, sorted: what two claims must share to be one.
pub(crate) fn keys(tokens: &Tokens<'_>, range: &Range<usize>) -> Vec<String> {
    let mut out = Vec::new();
    let mut i = range.start;
    while i < range.end {
        if let Some(run) = run_at(tokens, i, range.end) {
            let known = run.to > run.from && (i > range.start || run.to > run.from + 1 || run.titled);
            let last = run.to.saturating_sub(1);
            if known && tokens.is(last, Kind::Word) && !is_weak(tokens.word(last)) {
                out.push(tokens.word(last).to_owned());
            }
            i = run.to.max(i + 1);
        } else {
            i += 1;
        }
    }
    out.sort();
    out.dedup();
    out
}

//! Which of a title's pieces find room in five words.

use std::ops::Range;

use super::phrase::Phrase;
use crate::verbs::is_auxiliary;

/// A label holds so many words.
pub(super) const MOST: usize = 5;

/// So many phrases behind the verb are thought of.
const PHRASES: usize = 6;

/// The pieces of a title: forms of its subject and of its verb, the fullest first, and the phrases behind.
#[derive(Debug, Default)]
#[allow(clippy::struct_excessive_bools, reason = "each says one thing of a verb or a subject")]
pub(super) struct Pieces {
    /// What stands before all, as “Denied:”.
    pub(super) head: String,
    pub(super) subject: Vec<Phrase>,
    /// Whether the title must not do without its subject, since that turns the meaning.
    pub(super) turning: bool,
    pub(super) verb: Vec<Phrase>,
    /// Whether the verb says that something is not so: what limits it then weighs more.
    pub(super) denies: bool,
    /// Whether the verb says nothing without what follows, as “is”.
    pub(super) open: bool,
    /// Whether the verb asks somebody to do something, which is then what the claim is about.
    pub(super) asks: bool,
    pub(super) rest: Vec<Phrase>,
    /// “Fine: less than week’s profit”, where a verb says only what something comes to.
    pub(super) equation: Option<String>,
    /// What stands as it is, where nothing tells its subject.
    pub(super) whole: Option<Range<usize>>,
    /// Whether words that no title has room for are what is denied: “She did not take money…”.
    pub(super) cut: bool,
}

/// One way to fill a title.
#[derive(Debug, Clone, Copy, Default)]
struct Choice {
    subject: Option<usize>,
    verb: usize,
    /// For each phrase: left out, short, or full.
    rest: [Form; PHRASES],
    words: usize,
    score: i32,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
enum Form {
    #[default]
    Out,
    Short,
    Full,
}

impl Pieces {
    /// The titles that these pieces make, the best first: no more than `most`.
    pub(super) fn titles(self, most: usize) -> impl Iterator<Item = String> {
        let mut choices: Vec<Choice> = Vec::new();
        let verbs = self.verb.len().max(1);
        let head = self.head.split(' ').filter(|w| !w.is_empty()).count();
        for verb in 0..verbs {
            for subject in (0..self.subject.len()).map(Some).chain([None]) {
                if subject.is_none() && (self.turning || self.verb.is_empty() && !self.subject.is_empty()) {
                    continue;
                }
                let phrase = |list: &[Phrase], at: usize| list.get(at).map_or(0, |p| p.words);
                let start = Choice {
                    subject,
                    verb,
                    words: head + phrase(&self.verb, verb) + subject.map_or(0, |s| phrase(&self.subject, s)),
                    // A shorter form of a verb or of a subject says a little less.
                    score: subject.map_or_else(|| self.weight_of_none(verb), |s| self.weight_of_subject(s))
                        - 4 * verb as i32,
                    ..Choice::default()
                };
                self.fill(start, 0, &mut choices);
            }
        }
        choices.sort_by_key(|c| std::cmp::Reverse(c.score));
        let equation = self.equation.clone();
        equation.into_iter().chain(choices.into_iter().map(move |c| self.written(&c))).take(most)
    }

    fn weight_of_subject(&self, form: usize) -> i32 {
        let light = self.subject.get(form).is_some_and(|p| p.light);
        let value = self.subject.get(form).is_some_and(|p| p.value);
        if light { 12 } else { 42 - 7 * form as i32 + if value { 40 } else { 0 } }
    }

    /// A title without its subject says of nobody that something was done: “Fell by 9%”. A pronoun tells little more, but
    /// “Has been with the firm” reads worse without it than “Left the firm”.
    fn weight_of_none(&self, verb: usize) -> i32 {
        let first = self.verb.get(verb).and_then(|v| v.text.split(' ').next()).unwrap_or_default();
        match self.subject.first() {
            None => 0,
            Some(subject) if subject.light && first.is_empty() => -10,
            // A name that leaves no room: “Dow Jones Industrial Average”.
            Some(subject) if subject.words > 3 && !subject.value => -5,
            Some(subject) if !subject.light && !is_auxiliary(&first.to_lowercase()) => -70,
            Some(subject) if !subject.light => -300,
            Some(_) if is_auxiliary(&first.to_lowercase()) => -45,
            Some(_) => -10,
        }
    }

    /// Goes on from phrase `at` with each form that it may take.
    fn fill(&self, choice: Choice, at: usize, out: &mut Vec<Choice>) {
        let Some(phrase) = self.rest.get(at).filter(|_| at < PHRASES) else {
            out.push(self.judged(choice));
            return;
        };
        let skipped = choice.rest.iter().take(at).any(|f| *f == Form::Out);
        let last = at.checked_sub(1).and_then(|b| choice.rest.get(b)).copied();
        let before = at.checked_sub(1).and_then(|b| self.rest.get(b));
        if skipped && self.is_bare() {
            out.push(self.judged(choice));
            return;
        }
        // Behind what is left out only a time or an amount of its own may follow.
        let may = if skipped {
            let left = self.rest.iter().zip(choice.rest).take(at).filter(|(_, f)| *f == Form::Out);
            let adjuncts = left.clone().all(|(p, _)| p.led && !p.superlative);
            !phrase.of
                && !phrase.finite
                && (phrase.date || phrase.value && phrase.led)
                && adjuncts
                && !before.is_some_and(|b| b.superlative)
        } else {
            true
        };
        let may = may && !(phrase.of && last == Some(Form::Out));
        if may {
            // Without a verb the words stand as they come.
            let forms = if self.is_bare() { 1 } else { 2 };
            for form in [Form::Full, Form::Short].into_iter().take(forms) {
                let words = match form {
                    Form::Full => phrase.words,
                    _ => match &phrase.short {
                        Some(short) => short.words,
                        None => continue,
                    },
                };
                if choice.words + words > MOST + 2 {
                    continue;
                }
                let mut next = choice;
                next.words += words;
                next.score += self.weight(at, phrase) - if form == Form::Short { 6 } else { 0 };
                next.score -= if skipped { 5 } else { 0 };
                if let Some(place) = next.rest.get_mut(at) {
                    *place = form;
                }
                self.fill(next, at + 1, out);
            }
        }
        if !(self.is_bare() && at == 0) {
            self.fill(choice, at + 1, out);
        }
    }

    fn is_bare(&self) -> bool {
        self.verb.is_empty() && self.subject.is_empty()
    }

    fn weight(&self, at: usize, phrase: &Phrase) -> i32 {
        let place = match at {
            0 if self.is_bare() => 60,
            0 if phrase.led => 36,
            0 => 50,
            _ if self.denies => 25,
            _ if phrase.of => 14,
            _ => 15,
        };
        place + if phrase.value { 40 } else { 0 } + if phrase.date { 4 } else { 0 }
    }

    /// What is missing or too much counts against a title.
    fn judged(&self, mut choice: Choice) -> Choice {
        let first = choice.rest.first().copied().unwrap_or_default();
        if first == Form::Out
            && let Some(left) = self.rest.first()
        {
            choice.score -= match (self.open, left.led) {
                (true, _) => 45,
                (_, false) => 40,
                (_, true) => 12,
            };
            // “narrowed in two years” for “from 6.1% to 4.8%”
            let other = self.rest.iter().zip(choice.rest).skip(1).any(|(_, f)| f != Form::Out);
            choice.score -= if left.value && left.led && other { 50 } else { 0 };
        }
        // “has not fallen by 9 percent” is not “has not fallen”.
        if self.denies && self.is_unbound(&choice) {
            choice.score -= 60;
        }
        let deed = choice.rest.get(1) == Some(&Form::Out) && self.rest.get(1).is_some_and(|p| p.infinitive);
        if self.asks && deed {
            choice.score -= 60;
        }
        // “was fined £5m” is not “fined £5m”.
        let bare = self.verb.get(choice.verb).is_some_and(|v| v.bare);
        let next = self.rest.iter().zip(choice.rest).find(|(_, f)| *f != Form::Out);
        let pronoun = choice.subject.and_then(|s| self.subject.get(s)).is_some_and(|s| s.light);
        if bare && (pronoun || next.is_some_and(|(p, _)| !(p.led || p.infinitive))) {
            choice.score -= 200;
        }
        let least = choice.words < 2;
        // A sixth word is dear, and may stand only for what the verb cannot do without.
        choice.score -= match choice.words.saturating_sub(MOST) {
            0 => 0,
            // “Round brings funding to $71.5 million”: for an amount that comes at last.
            1 if self.is_due(&choice) => 48,
            1 => 60,
            more => 100 * more as i32,
        };
        choice.score -= if least { 400 } else { 0 };
        choice
    }

    /// Whether a figure or a bound is left out.
    fn is_unbound(&self, choice: &Choice) -> bool {
        self.rest.iter().zip(choice.rest).any(|(p, f)| (p.value || p.bounds) && f == Form::Out)
    }

    /// Whether the title ends with the figure that something comes to, its only amount.
    fn is_due(&self, choice: &Choice) -> bool {
        let mut with: Vec<&Phrase> =
            self.rest.iter().zip(choice.rest).filter(|(_, f)| *f != Form::Out).map(|(p, _)| p).collect();
        let subject = choice.subject.and_then(|s| self.subject.get(s)).is_some_and(|s| s.value);
        let last = with.pop();
        !subject
            && !with.iter().any(|p| p.led || p.value)
            && last.is_some_and(|p| {
                p.value && (!p.led || ["to ", "at ", "by ", "from "].iter().any(|w| p.text.starts_with(w)))
            })
    }

    fn written(&self, choice: &Choice) -> String {
        let mut text = self.head.clone();
        let mut push = |words: &str| {
            if !(text.is_empty() || words.is_empty()) {
                text.push(' ');
            }
            text.push_str(words);
        };
        if let Some(subject) = choice.subject.and_then(|s| self.subject.get(s)) {
            push(&subject.text);
        }
        if let Some(verb) = self.verb.get(choice.verb) {
            push(&verb.text);
        }
        for (phrase, form) in self.rest.iter().zip(choice.rest) {
            match (form, &phrase.short) {
                (Form::Out, _) => {}
                (Form::Short, Some(short)) => push(&short.text),
                _ => push(&phrase.text),
            }
        }
        // What bounds a denial and finds no room leaves a mark.
        if self.cut || self.denies && self.is_unbound(choice) {
            text.push('…');
        }
        text
    }
}

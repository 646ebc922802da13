//! Which name the words for a speaker stand for.

use super::bodies::is_stand_in;
use super::run::{is_body, is_firm_noun, run_at};
use super::words::{is_first_name, is_honour, is_office};
use super::{Names, particles};
use crate::attribution::is_record;
use crate::tokens::Tokens;
use crate::verbs::{is_article, is_preposition};

impl Names {
    /// The name that the words `from..to` stand for: a full name for a short one, whom a pronoun means where plain.
    pub(crate) fn resolve(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> String {
        let text = tokens.slice(from, to).to_owned();
        if to == from + 1
            && let Some(name) = self.speaker(tokens.word(from), from).or_else(|| self.body(tokens.word(from)))
        {
            return name;
        }
        if let Some(name) = self.acronyms.meant(tokens, from, to) {
            return name.to_owned();
        }
        // “Dean” after Dean Marsh
        if to == from + 1
            && !self.full.contains_key(tokens.word(from))
            && let Some(Some(full)) = self.firsts.get(tokens.word(from)).filter(|_| tokens.capital(from))
        {
            return full.clone();
        }
        if tokens.word(from) == "the"
            && let Some(name) = self.offices.holder(tokens, from + 1, to)
        {
            return name.to_owned();
        }
        // “Both Ann Lee and Tom Hill”
        if tokens.word(from) == "both" && to > from + 3 {
            return self.resolve(tokens, from + 1, to);
        }
        if let Some((first, second)) = two_apposed(tokens, from, to) {
            let name = |(from, to)| self.resolve(tokens, from, to);
            return format!("{} and {}", name(first), name(second));
        }
        if let Some((from, to)) = apposed(tokens, from, to) {
            return self.resolve(tokens, from, to);
        }
        if let Some((from, to)) = self.belonging(tokens, from, to) {
            return self.resolve(tokens, from, to);
        }
        if let Some(end) = dated(tokens, from, to) {
            return self.resolve(tokens, from, end);
        }
        if tokens.word(from) == "the" && to == from + 2 && is_stand_in(tokens.word(from + 1)) {
            let word = tokens.word(from + 1);
            let known = self.bodies.meant(word).map(str::to_owned);
            return known.or_else(|| self.firm_before(word)).unwrap_or(text);
        }
        // “Jane Miller KC”, “Jane Miller, KC”
        if to > from + 1 && is_honour(tokens.word(to - 1)) && tokens.capital(to - 1) {
            let comma = usize::from(tokens.word(to - 2) == "," && to > from + 2);
            return self.resolve(tokens, from, to - 1 - comma);
        }
        // The run of names at the end: “Russian Foreign Ministry spokeswoman Maria Zakharova”.
        let mut start = particles::name_start(tokens, from, to);
        // “US Secretary of State Antony Blinken”
        if start > from && tokens.word(start - 1) == "of" && is_office(tokens.word(start)) && start + 1 < to {
            start += 1;
        }
        // “Apple Inc. CEO Steve Jobs”: the last of them.
        let last = |s: &usize| tokens.capital(*s) || *s == start;
        if let Some((run, start)) = (start..to)
            .filter(last)
            .find_map(|s| run_at(tokens, s, to).filter(|r| r.to == to && r.from < r.to).map(|r| (r, s)))
        {
            let short = tokens.slice(run.from, run.to);
            // “Mr Abbott” is not Doris Abbott.
            let fits = |k: &&super::Name| run.female.is_none_or(|f| k.female != Some(!f));
            let known = self.full.get(tokens.word(to - 1)).filter(fits);
            // “a lawyer for Mr Reed” is not Mr Reed.
            let article = usize::from(start > from + 1 && is_article(tokens.word(start - 1)));
            let before = if start > from + article { tokens.word(start - 1 - article) } else { "" };
            // “Save the Children”
            let whole = article == 1 && tokens.capital(from) && tokens.capital(start - 2);
            // “the Institute of Geophysics and Volcanology”
            let joined = before == "and" && start > from + 1 && tokens.capital(start - 2);
            // “The Maritime Workers' Union”
            let possessed = matches!(before, "'" | "’")
                && start > from + 1
                && tokens.capital(start - 2)
                && !tokens.spaced(start - 1)
                && run.to == run.from + 1;
            // “the King's Fund”
            let fund = matches!(before, "'s" | "’s")
                && start > from + 2
                && tokens.word(from) == "the"
                && (from + 1..start - 1).all(|k| tokens.capital(k))
                && run.to == run.from + 1
                && known.is_none_or(|k| !k.person);
            // “consultancy Rhodium Group”
            let firm = start == from + 1 && is_firm_noun(tokens.word(from)) && !tokens.capital(from);
            // “a study of half a million Britons” is none of theirs.
            let of_record =
                (from + 1..start).any(|k| tokens.word(k) == "of" && is_record(tokens.word(k - 1)));
            // “two survivors interviewed by Kompas TV”: it is they who speak.
            let asked = (from + 2..start).any(|k| {
                tokens.word(k) == "by"
                    && matches!(
                        tokens.word(k - 1),
                        "interviewed"
                            | "questioned"
                            | "contacted"
                            | "approached"
                            | "reached"
                            | "polled"
                            | "surveyed"
                            | "quoted"
                            | "briefed"
                    )
            });
            if fund
                || asked
                || whole
                || of_record
                || possessed
                || joined && !run.titled
                || is_preposition(before)
                || matches!(before, "outside" | "inside")
            {
                return without_article(tokens, from, to).to_owned();
            }
            let alone = particles::is_last_name(tokens, run.from, run.to);
            if let Some(known) = known.filter(|k| {
                let same = k.full.to_lowercase().ends_with(&short.to_lowercase());
                let firm =
                    run.to == run.from + 1 && !run.titled && self.shared.contains(tokens.word(run.from));
                !firm && alone && (same || k.person && run.to == run.from + 1)
            }) {
                return known.full.clone();
            }
            // “a survey released Monday”
            let day = crate::values::is_calendar_word(tokens.word(run.from));
            // “Forecaster Ann Dodd”
            let described = start == from && run.from > start;
            if run.titled || described || firm || known.is_some_and(|k| k.person) || start > from + 1 && !day
            {
                return short.to_owned();
            }
        }
        without_article(tokens, from, to).to_owned()
    }

    /// Of “Tom Reed of the NCP” and “director Ann Cole from Leeds” the person.
    fn belonging(&self, tokens: &Tokens<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
        let at = (from..to).find(|k| tokens.capital(*k) || particles::begins(tokens, *k))?;
        let run = run_at(tokens, at, to).filter(|r| r.from < r.to && r.to < to)?;
        let before = if at > from { tokens.word(at - 1) } else { "" };
        let last = tokens.word(run.to - 1);
        let person = run.titled
            || is_first_name(tokens.word(run.from)) && run.to > run.from + 1
            || self.full.get(last).is_some_and(|k| k.person && k.is(tokens.slice(run.from, run.to)));
        let belongs = matches!(tokens.word(run.to), "of" | "from" | "at" | "for" | "in" | "with" | "on");
        (belongs && person && !is_body(tokens, &run) && !is_preposition(before)).then_some((from, run.to))
    }
}

/// The words `from..to`, without “the” before a name.
fn without_article<'t>(tokens: &Tokens<'t>, from: usize, to: usize) -> &'t str {
    let article = tokens.word(from) == "the" && tokens.capital(from + 1) && from + 1 < to;
    tokens.slice(from + usize::from(article), to)
}

/// Of “a poll of 1,700 adults conducted Feb. 3-5” and “the department’s report on Friday” the end of what is no date.
fn dated(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<usize> {
    (from + 1..to).find(|k| {
        let made = matches!(
            tokens.word(*k),
            "conducted" | "published" | "released" | "issued" | "carried" | "posted" | "updated" | "dated"
        );
        let on =
            matches!(tokens.word(*k), "on" | "in") && crate::values::is_calendar_word(tokens.word(k + 1));
        made && !tokens.capital(*k) || on
    })
}

/// Of “Ann Lee, the police chief, and Tom Hill” both names.
fn two_apposed(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<((usize, usize), (usize, usize))> {
    let comma = (from + 1..to).find(|k| tokens.word(*k) == ",")?;
    let and = (comma + 1..to).find(|k| tokens.word(*k) == "and" && tokens.word(*k - 1) == ",")?;
    let end = (and + 1..to).find(|k| tokens.word(*k) == ",").unwrap_or(to);
    let name =
        |from: usize, to: usize| to > from + 1 && to <= from + 4 && (from..to).all(|k| tokens.capital(k));
    (name(from, comma) && name(and + 1, end)).then_some(((from, comma), (and + 1, end)))
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

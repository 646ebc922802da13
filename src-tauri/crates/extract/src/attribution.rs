//! Who is reported to have said what: quotations, indirect speech, “according to”.

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::span::Span;
use assay_model::value::ValueType;

use crate::names::{Names, is_role};
use crate::quotes::Quote;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{
    Force, cue, has_finite, is_auxiliary, is_deed, is_deeds, is_finite, is_negative, may_be_noun,
};

/// The longest subject of a verb of saying, in tokens.
const SUBJECT: usize = 18;

/// A sentence longer than this is not searched: it is no sentence.
pub(crate) const LONGEST: usize = 400;

/// Something reported to have been said. All ranges are of tokens.
#[derive(Debug, Clone)]
pub(crate) struct Said {
    /// What was said, without the marks around it.
    pub(crate) content: Range<usize>,
    pub(crate) mode: Mode,
    pub(crate) speaker: Option<Range<usize>>,
    /// The speaker's name, resolved.
    pub(crate) name: Option<String>,
    pub(crate) cue: Option<Range<usize>>,
    pub(crate) force: Force,
    /// Where the speaker is named, in code points; of a speaker carried forward, in an earlier sentence.
    pub(crate) place: Option<Span>,
    /// The words of saying and all that belongs to them: not part of any claim.
    pub(crate) frame: Range<usize>,
}

/// What is known of a sentence before its attributions are sought.
pub(crate) struct Context<'a, 't> {
    pub(crate) tokens: &'a Tokens<'t>,
    pub(crate) sentence: Range<usize>,
    pub(crate) quotes: &'a [Quote],
    pub(crate) values: &'a [Draft],
}

/// The attributions of one sentence, in order of their cues.
pub(crate) fn find(context: &Context<'_, '_>, names: &mut Names, last: &mut Option<Said>) -> Vec<Said> {
    let mut out: Vec<Said> = Vec::new();
    if context.sentence.len() > LONGEST {
        return out;
    }
    let zones = zones(context);
    for zone in &zones {
        let mut i = zone.start;
        while i < zone.end {
            let taken = out.last().map_or(zone.start, |s| s.frame.end).max(i);
            i = taken;
            if i >= zone.end {
                break;
            }
            if context.in_quote(i).is_none()
                && let Some(said) = context.at(i, zone, &mut out, names)
            {
                i = said.frame.end.max(i + 1);
                if let Some(name) = &said.name {
                    let place = said.speaker.as_ref().and_then(|s| context.tokens.span(s.start, s.end));
                    names.spoke(name, place);
                }
                out.push(said);
            } else {
                i += 1;
            }
        }
    }
    for said in &mut out {
        context.tidy(said);
    }
    out.retain(|s| !s.content.is_empty());
    context.bare_quotes(&mut out, last.as_ref(), names);
    for said in &mut out {
        if let Some(speaker) = &said.speaker {
            said.place = context.tokens.span(speaker.start, speaker.end);
        }
    }
    *last = out.iter().rev().find(|s| s.place.is_some() && s.force == Force::Assert).cloned();
    out
}

/// “said Stephen Harper, Prime Minister of Canada.”: who spoke the block before, where this one begins with it.
pub(crate) fn behind(tokens: &Tokens<'_>, names: &Names) -> Option<Said> {
    let (Force::Assert, false) = cue(tokens.word(0))? else { return None };
    if tokens.capital(0) {
        return None;
    }
    let to = (1..tokens.len().min(SUBJECT))
        .find(|k| tokens.is(*k, Kind::Mark) && !matches!(tokens.word(*k), "-" | "’s" | "'s"))
        .unwrap_or(tokens.len().min(SUBJECT));
    (to > 1).then(|| Said {
        content: 0..0,
        mode: Mode::Quote,
        speaker: Some(1..to),
        name: Some(names.resolve(tokens, 1, to)),
        cue: Some(0..1),
        force: Force::Assert,
        place: tokens.span(1, to),
        frame: 0..to,
    })
}

/// The parts of a sentence between dashes and semicolons, where more than one of them has words of saying.
fn zones(context: &Context<'_, '_>) -> Vec<Range<usize>> {
    let tokens = context.tokens;
    let mut cuts = vec![context.sentence.start];
    for i in context.sentence.clone() {
        let dash = matches!(tokens.word(i), "—" | "–" | "--" | ";");
        if dash && context.in_quote(i).is_none() && i + 1 < context.sentence.end {
            cuts.push(i + 1);
        }
    }
    cuts.push(context.sentence.end);
    let zones: Vec<Range<usize>> =
        cuts.windows(2).filter_map(|w| Some(*w.first()?..*w.get(1)?)).filter(|z| !z.is_empty()).collect();
    let speaks = |z: &Range<usize>| {
        z.clone()
            .any(|i| cue(tokens.word(i)).is_some() && context.in_quote(i).is_none() && !tokens.capital(i))
    };
    if zones.iter().filter(|z| speaks(z)).count() > 1 { zones } else { vec![context.sentence.clone()] }
}

impl Context<'_, '_> {
    fn in_quote(&self, i: usize) -> Option<&Quote> {
        let at = self.quotes.partition_point(|q| q.outer().end <= i);
        self.quotes.get(at).filter(|q| q.outer().contains(&i))
    }

    fn word(&self, i: usize) -> &str {
        self.tokens.word(i)
    }

    /// The attribution whose cue stands at `i`.
    fn at(&self, i: usize, zone: &Range<usize>, out: &mut [Said], names: &mut Names) -> Option<Said> {
        let tokens = self.tokens;
        if self.word(i) == "according" && self.word(i + 1) == "to" {
            return self.according(i, zone, names);
        }
        if tokens.capital(i) {
            return None;
        }
        let (force, participle) = cue(self.word(i))?;
        if may_be_noun(self.word(i)) && !self.is_verb(i) {
            return None;
        }
        if i > zone.start && tokens.word(i - 1) == "-" || self.word(i + 1) == "-" && !tokens.spaced(i + 1) {
            return None;
        }
        // Within what another is reported to say only a participle after a comma speaks anew.
        let within = out.iter().rposition(|s| s.content.contains(&i));
        if participle {
            return self.participle(i, zone, within, force, out, names);
        }
        if let Some(outer) = within
            && out
                .get(outer)
                .is_some_and(|s| s.cue.as_ref().is_none_or(|c| self.word(c.start) != "according"))
        {
            return None;
        }
        if force == Force::Assert
            && let Some(said) = self.after_content(i, zone, names)
        {
            return Some(said);
        }
        self.before_content(i, zone, force, names)
    }

    /// Whether a word that may be a plural noun is a verb here.
    fn is_verb(&self, i: usize) -> bool {
        let next = self.word(i + 1);
        let noun_before = i.checked_sub(1).is_some_and(|b| {
            matches!(
                self.word(b),
                "the"
                    | "a"
                    | "an"
                    | "of"
                    | "these"
                    | "those"
                    | "some"
                    | "their"
                    | "his"
                    | "its"
                    | "’s"
                    | "'s"
                    | "no"
                    | "individual"
            )
        });
        !noun_before
            && !is_finite(self.tokens, i + 1)
            && !matches!(next, "of" | "in" | "by" | "about" | "from" | "" | "." | "," | "and" | "against")
    }

    /// “According to X, …” and “…, according to X”.
    fn according(&self, i: usize, zone: &Range<usize>, names: &mut Names) -> Option<Said> {
        let from = i + 2;
        let mut to = from;
        while to < zone.end
            && to < from + SUBJECT
            && !matches!(self.word(to), "," | ":" | ";" | "”" | "“" | "\"" | "``" | "." | "which")
        {
            // “figures released April 3 by NPD Group”: whose figures they are comes last.
            to += 1;
        }
        // An abbreviation's point does not end the name.
        let mut speaker = from..to;
        if let Some(by) = (from..to).find(|k| self.word(*k) == "by" || self.word(*k) == "from") {
            speaker = by + 1..to;
        }
        if speaker.is_empty() {
            return None;
        }
        let first = i == zone.start || i == zone.start + 1;
        let content = if first {
            to + 1..zone.end
        } else {
            let mut start = zone.start;
            // Words of another's saying in front, as in “NPD said according to those figures, …”.
            if self.word(i - 1) != "," && cue(self.word(i - 1)).is_some() {
                return None;
            }
            if matches!(self.word(start), "but" | "and") {
                start += 1;
            }
            let end = if self.word(i - 1) == "," { i - 1 } else { i };
            start..end
        };
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        let frame = if first { i..(to + 1).min(zone.end) } else { i..to };
        Some(Said {
            content,
            mode: Mode::Paraphrase,
            name: Some(name),
            speaker: Some(speaker),
            cue: Some(i..i + 2),
            force: Force::Assert,
            place: None,
            frame,
        })
    }

    /// “…, claiming (that) …”, “…, describing X as Y”: the subject of the clause before speaks.
    fn participle(
        &self,
        i: usize,
        zone: &Range<usize>,
        within: Option<usize>,
        force: Force,
        out: &mut [Said],
        names: &mut Names,
    ) -> Option<Said> {
        let comma = i > zone.start && matches!(self.word(i - 1), "," | "by");
        let by_name = !comma && i > zone.start && self.tokens.capital(i - 1) && self.word(i) == "saying";
        if !(comma || by_name) {
            return None;
        }
        let (speaker, name) = if by_name {
            let speaker = self.subject(i, zone)?;
            (Some(speaker.clone()), Some(names.resolve(self.tokens, speaker.start, speaker.end)))
        } else if let Some(outer) = out.last().filter(|s| s.speaker.is_some() && s.frame.start >= zone.start)
        {
            (outer.speaker.clone(), outer.name.clone())
        } else {
            // The clause right before: after the last comma that leaves a verb.
            let edge = i - usize::from(comma);
            let clause = (zone.start..edge)
                .rev()
                .find(|k| self.word(*k) == "," && has_finite(self.tokens, *k + 1..edge))
                .map_or(zone.start, |k| k + 1)..zone.end;
            let verb =
                (clause.start..i).find(|k| is_finite(self.tokens, *k) && self.in_quote(*k).is_none())?;
            let speaker = self.subject(verb, &clause).or_else(|| self.subject(verb, zone))?;
            (Some(speaker.clone()), Some(names.resolve(self.tokens, speaker.start, speaker.end)))
        };
        if let Some(said) = within.and_then(|w| out.get_mut(w)) {
            let edge = if by_name { speaker.as_ref().map_or(i, |s| s.start) } else { i - usize::from(comma) };
            said.content.end = said.content.end.min(edge);
        }
        let start = self.content_start(i, zone);
        Some(Said {
            content: start..zone.end,
            mode: Mode::Paraphrase,
            speaker,
            name,
            cue: Some(i..i + 1),
            force,
            place: None,
            frame: i - usize::from(comma)..start,
        })
    }

    /// “…, X said” and “…,” said X.
    fn after_content(&self, i: usize, zone: &Range<usize>, names: &mut Names) -> Option<Said> {
        let before = i.checked_sub(1).filter(|b| *b >= zone.start)?;
        let closes =
            |k: usize| matches!(self.word(k), "," | "”" | "''" | "\"" | "’" | "?" | "!" | "—" | "–" | "--");
        let (speaker, frame_start, frame_end) = if closes(before) && before > zone.start {
            // Inverted: “… ,” said Mr Smith, a lawyer.
            let mut to = i + 1;
            while to < zone.end
                && to < i + SUBJECT
                && !(matches!(
                    self.word(to),
                    "," | ";"
                        | ":"
                        | "“"
                        | "``"
                        | "in"
                        | "on"
                        | "after"
                        | "during"
                        | "at"
                        | "who"
                        | "as"
                        | "when"
                ) || self.word(to) == "." && !self.abbreviation(to)
                    || is_finite(self.tokens, to))
            {
                to += 1;
            }
            let finite = to < zone.end && is_finite(self.tokens, to) && self.word(to - 1) != "who";
            let nominal = to > i + 1
                && (self.tokens.capital(i + 1)
                    || matches!(self.word(i + 1), "the" | "a" | "an" | "one" | "he" | "she"));
            if finite || !nominal || !self.ends_content(before, zone) {
                return None;
            }
            // “said the firm's chief executive, Alan Mulally”
            if self.word(to) == "," && !self.tokens.capital(to - 1) {
                let name = (to + 1..zone.end.min(to + 5)).take_while(|k| self.tokens.capital(*k)).count();
                let ended = matches!(self.word(to + 1 + name), "" | "." | "," | ";");
                to += if ended && name > 0 { name + 1 } else { 0 };
            }
            (i + 1..to, before, to)
        } else {
            let speaker = self.subject(i, zone)?;
            let edge = speaker.start.checked_sub(1).filter(|e| *e > zone.start && closes(*e))?;
            let quoted = self.word(edge) != "," || edge > zone.start && self.in_quote(edge).is_some();
            let next = self.word(i + 1);
            let ended = i + 1 >= zone.end
                || matches!(
                    next,
                    "" | "."
                        | ","
                        | ";"
                        | "in"
                        | "on"
                        | "at"
                        | "during"
                        | "after"
                        | "to"
                        | "last"
                        | "this"
                        | "via"
                        | "when"
                        | "while"
                        | "as"
                        | "through"
                        | "by"
                        | "yesterday"
                        | "today"
                        | "before"
                        | "earlier"
                        | "later"
                        | "—"
                        | "–"
                        | ":"
                )
                || self.values.iter().any(|v| v.from == i + 1);
            let colon = next == ":" && i + 2 < zone.end;
            if colon || self.word(i + 1) == "that" || !ended || !(quoted || self.ends_content(edge, zone)) {
                return None;
            }
            (speaker, edge, i + 1)
        };
        let mut start = zone.start;
        if matches!(self.word(start), "but" | "and") {
            start += 1;
        }
        // A quotation's closing mark belongs to it where the quotation is only part of what was said.
        let closing = self.in_quote(frame_start).is_some();
        let content = start..frame_start + usize::from(closing);
        if content.len() < 2 {
            return None;
        }
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        // What follows the words of saying belongs to them, unless a quotation goes on there.
        let mut end = frame_end;
        while end < zone.end && self.in_quote(end).is_none() {
            end += 1;
        }
        Some(Said {
            content,
            mode: Mode::Paraphrase,
            speaker: Some(speaker),
            name: Some(name),
            cue: Some(i..i + 1),
            force: Force::Assert,
            place: None,
            frame: frame_start + usize::from(closing)..end,
        })
    }

    /// Whether the words before `edge` could be what was said: a quotation ends there, or they make a clause.
    fn ends_content(&self, edge: usize, zone: &Range<usize>) -> bool {
        self.in_quote(edge).is_some()
            || edge > zone.start && self.in_quote(edge - 1).is_some()
            || edge - zone.start >= 4 && has_finite(self.tokens, zone.start..edge)
    }

    /// “X said (that) …”, “X urged Y to …”.
    fn before_content(&self, i: usize, zone: &Range<usize>, force: Force, names: &mut Names) -> Option<Said> {
        let speaker = self.subject(i, zone)?;
        // “The failure to agree showed that …”: a deed says nothing.
        if speaker.clone().any(|k| is_deed(self.word(k)))
            && matches!(self.word(i), "showed" | "shows" | "suggests" | "indicated")
        {
            return None;
        }
        let start = self.content_start(i, zone);
        if start >= zone.end {
            return None;
        }
        let mut end = zone.end;
        // “…, but gave no further details” goes on about the speaker in the article's own voice.
        let mut k = start;
        while k + 2 < zone.end {
            if self.word(k) == ","
                && self.in_quote(k).is_none()
                && self.word(k + 1) == "but"
                && is_finite(self.tokens, k + 2)
            {
                end = k;
                break;
            }
            k += 1;
        }
        let mut force = force;
        let quoted = self.in_quote(start).is_some();
        if force == Force::Assert
            && !quoted
            && self.word(start - 1) != "that"
            && !has_finite(self.tokens, start..end)
            && !self.reports_figure(i, start..end)
        {
            // “announced a new phone”: a deed more than a statement.
            force = Force::Act;
        }
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        Some(Said {
            content: start..end,
            mode: Mode::Paraphrase,
            name: Some(name),
            frame: speaker.start..start,
            speaker: Some(speaker),
            cue: Some(i..i + 1),
            force,
            place: None,
        })
    }

    /// “reported a loss of $381 million”, “announces deep cuts”: what is told is a figure or a deed, so it is a claim
    /// without a verb.
    fn reports_figure(&self, i: usize, content: Range<usize>) -> bool {
        let told = matches!(
            self.word(i),
            "announced"
                | "announces"
                | "reported"
                | "reports"
                | "forecast"
                | "forecasts"
                | "estimated"
                | "predicted"
        );
        let counts = |v: &Draft| {
            content.contains(&v.from) && !matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Set)
        };
        told && content.len() >= 2
            && (self.values.iter().any(counts) || content.clone().take(5).any(|k| is_deeds(self.word(k))))
    }

    /// Where what was said begins after a cue: behind “that”, a colon, a time, or whom it was said to.
    fn content_start(&self, i: usize, zone: &Range<usize>) -> usize {
        let mut at = i + 1;
        if self.word(at) == "that" && self.tokens.is(at + 1, Kind::Word) {
            return at + 1 + usize::from(self.word(at + 1) == "that");
        }
        let near = (i + 14).min(zone.end);
        for k in at..near {
            let word = self.word(k);
            if self.in_quote(k).is_some() || word == "," {
                break;
            }
            if word == ":" {
                return k + 1;
            }
            if word == "that" && k > at && !is_finite(self.tokens, k + 1) {
                return k + 1;
            }
            if is_finite(self.tokens, k) && !matches!(word, "released") {
                break;
            }
        }
        if matches!(self.word(i), "told" | "tells" | "informed" | "telling") {
            let object = matches!(
                self.word(at),
                "reporters" | "journalists" | "him" | "her" | "them" | "me" | "us" | "media"
            );
            let body = matches!(self.word(at), "the" | "a") && self.tokens.capital(at + 1);
            at += if object {
                1
            } else if body {
                2
            } else {
                usize::from(self.tokens.capital(at))
            };
            while body && self.tokens.capital(at) {
                at += 1;
            }
        }
        let skip = usize::from(self.word(at) == "on");
        if let Some(value) = self.values.iter().find(|v| v.from == at + skip)
            && matches!(value.kind, ValueType::Date | ValueType::Time)
            && value.to < zone.end
        {
            at = value.to;
        }
        if matches!(self.word(i), "called" | "calls" | "calling")
            && matches!(self.word(at), "for" | "on" | "upon")
        {
            at += 1;
        }
        at + usize::from(self.word(at) == ",")
    }

    /// The subject before a cue at `i`.
    fn subject(&self, i: usize, zone: &Range<usize>) -> Option<Range<usize>> {
        let tokens = self.tokens;
        let mut end = i;
        // “has also repeatedly said”, “on June 18 called for”
        loop {
            let last = end.checked_sub(1).filter(|l| *l >= zone.start)?;
            let word = self.word(last);
            if is_negative(word) {
                // Who did not say it is no speaker.
                return None;
            }
            if is_auxiliary(word) || is_adverb(word) {
                end = last;
                continue;
            }
            if let Some(value) = self.values.iter().find(|v| {
                v.to == end && v.from > zone.start && matches!(v.kind, ValueType::Date | ValueType::Time)
            }) {
                end = value.from - usize::from(matches!(self.word(value.from - 1), "on" | "in"));
                continue;
            }
            break;
        }
        if end <= zone.start {
            return None;
        }
        // “most analysts, who had forecast that”
        if matches!(self.word(end - 1), "which" | "who") && end >= zone.start + 3 && self.word(end - 2) == ","
        {
            end -= 2;
            if let Some(value) = self.values.iter().find(|v| v.to == end && v.from > zone.start + 1) {
                end = value.from - usize::from(matches!(self.word(value.from - 1), "on" | "in"));
            }
        }
        // “Steve Jobs, the chief executive, announced”: the words in commas are not the name.
        if self.word(end - 1) == "," {
            let floor = zone.start.max(end.saturating_sub(SUBJECT));
            let comma = (floor + 1..end - 1).rev().find(|k| self.word(*k) == ",")?;
            if has_finite(tokens, comma..end - 1) || self.in_quote(comma).is_some() {
                return None;
            }
            // “Irish low cost airline, Ryanair, announced”: here they are the name.
            let named = (comma + 1..end - 1).all(|k| tokens.capital(k)) && end - comma <= 6;
            if named && !tokens.capital(comma - 1) {
                return Some(comma + 1..end - 1);
            }
            end = comma;
        }
        let floor = zone.start.max(end.saturating_sub(SUBJECT));
        let mut start = end;
        while start > floor {
            let k = start - 1;
            let word = self.word(k);
            let joins_names = word == "and" && tokens.capital(k + 1) && k > floor && tokens.capital(k - 1);
            let stop = match tokens.get(k).map(|t| t.kind) {
                Some(Kind::Word) => {
                    !joins_names
                        && (matches!(
                            word,
                            "but"
                                | "and"
                                | "or"
                                | "that"
                                | "which"
                                | "who"
                                | "because"
                                | "when"
                                | "while"
                                | "after"
                                | "although"
                                | "though"
                                | "if"
                                | "than"
                                | "as"
                                | "where"
                                | "since"
                                | "whether"
                                | "how"
                                | "what"
                                | "before"
                        ) || is_finite(tokens, k) && !tokens.capital(k))
                }
                Some(Kind::Number) => false,
                _ => {
                    !(word == "." && self.abbreviation(k)
                        || matches!(word, "’s" | "'s" | "-" | "&" | "’" | "(" | ")"))
                }
            };
            if stop {
                break;
            }
            start = k;
        }
        // “In 2009 Fiat said”, “At the summit, …”: what stands in front of the subject.
        if matches!(
            self.word(start),
            "in" | "on" | "at" | "during" | "following" | "by" | "with" | "for" | "from" | "under"
        ) {
            let value = self.values.iter().find(|v| v.from > start && v.from <= start + 2 && v.to < end);
            // “a report released by the Labor Department, which said”
            start = if self.word(start) == "by" { start + 1 } else { value?.to };
        }
        while start < end && (is_adverb(self.word(start)) || matches!(self.word(start), "-" | ")")) {
            start += 1;
        }
        let last = end.checked_sub(1).filter(|l| *l >= start)?;
        let word = self.word(last);
        let pronoun = matches!(word, "he" | "she" | "they" | "it" | "we" | "i" | "who");
        let noun = word == "." && self.abbreviation(last)
            || tokens.is(last, Kind::Word)
                && !matches!(
                    word,
                    "the"
                        | "a"
                        | "an"
                        | "his"
                        | "her"
                        | "its"
                        | "their"
                        | "of"
                        | "to"
                        | "in"
                        | "not"
                        | "be"
                        | "been"
                        | "being"
                        | "and"
                );
        if pronoun {
            // “Speaking in public he said”
            start = last;
        }
        if !(pronoun || noun) || self.in_quote(last).is_some() {
            return None;
        }
        Some(self.whole_name(start, floor)..end)
    }

    /// “Scott Carson, president and CEO of Boeing said”: the name before the offices, where a subject begins with one.
    fn whole_name(&self, start: usize, floor: usize) -> usize {
        let mut at = start;
        if at > floor && is_role(self.word(start)) {
            while at > floor && (is_role(self.word(at - 1)) || self.word(at - 1) == "and") {
                at -= 1;
            }
        }
        let name = at.checked_sub(2).filter(|n| *n >= floor);
        let comma = at > floor && self.word(at - 1) == ",";
        match name {
            Some(last) if comma && is_role(self.word(at)) && self.tokens.capital(last) => {
                (floor..=last).rev().take_while(|k| self.tokens.capital(*k)).last().unwrap_or(start)
            }
            _ => start,
        }
    }

    /// Whether the point at `k` belongs to an abbreviation: “Mr.”, “Inc.”, an initial.
    fn abbreviation(&self, k: usize) -> bool {
        let Some(before) = k.checked_sub(1) else { return false };
        let short = self.tokens.raw(before).len() == 1 && self.tokens.capital(before);
        !self.tokens.spaced(k)
            && (short
                || matches!(
                    self.word(before),
                    "mr" | "mrs"
                        | "ms"
                        | "dr"
                        | "inc"
                        | "corp"
                        | "co"
                        | "ltd"
                        | "gen"
                        | "sen"
                        | "rep"
                        | "gov"
                        | "st"
                        | "jr"
                        | "sr"
                        | "lt"
                        | "col"
                        | "prof"
                ))
    }

    /// Strips marks around the content, sets its mode, and keeps it apart from its frame.
    fn tidy(&self, said: &mut Said) {
        let mut content = said.content.start.min(self.sentence.end)..said.content.end.min(self.sentence.end);
        trim(self.tokens, &mut content);
        let whole = self.quotes.iter().find(|q| {
            let outer = q.outer();
            outer.start <= content.start + 1
                && content.end <= outer.end + 1
                && q.from < content.end
                && content.start < q.to
        });
        if let Some(quote) = whole {
            content = content.start.max(quote.from)..content.end.min(quote.to);
            trim(self.tokens, &mut content);
            said.mode = Mode::Quote;
            if !self.tokens.capital(quote.from.max(content.start))
                && quote.closed
                && said.force != Force::Assert
            {
                said.mode = Mode::Part;
            }
        } else if self.quotes.iter().any(|q| q.from < content.end && content.start < q.to) {
            said.mode = Mode::Part;
        }
        said.content = content;
    }

    /// Quotations without words of saying: the last speaker goes on.
    fn bare_quotes(&self, out: &mut Vec<Said>, last: Option<&Said>, names: &Names) {
        let tokens = self.tokens;
        for quote in self.quotes {
            let from = quote.from.max(self.sentence.start);
            let to = quote.to.min(self.sentence.end);
            if from >= to || to - from < 5 {
                continue;
            }
            let covered = out.iter().any(|s| s.content.start < to && from < s.content.end);
            let whole = from <= self.sentence.start + 1 && to + 2 >= self.sentence.end;
            if covered {
                continue;
            }
            let before = out.iter().rev().find(|s| s.frame.end <= from && s.speaker.is_some());
            let carried = || last.and_then(|l| Some((l.name.clone()?, l.place?))).or_else(|| names.subject());
            let (speaker, name, place) = match before {
                Some(said) => (said.speaker.clone(), said.name.clone(), None),
                None if whole => {
                    let carried = carried();
                    (None, carried.as_ref().map(|c| c.0.clone()), carried.map(|c| c.1))
                }
                None => continue,
            };
            let mut content = from..to;
            trim(tokens, &mut content);
            if content.is_empty() {
                continue;
            }
            out.push(Said {
                content: content.clone(),
                mode: Mode::Quote,
                speaker,
                name,
                cue: None,
                force: Force::Assert,
                place,
                frame: content.end..content.end,
            });
        }
        out.sort_by_key(|s| s.content.start);
    }
}

fn is_adverb(word: &str) -> bool {
    matches!(
        word,
        "also"
            | "reportedly"
            | "later"
            | "then"
            | "since"
            | "further"
            | "repeatedly"
            | "previously"
            | "earlier"
            | "recently"
            | "again"
            | "first"
            | "already"
            | "publicly"
            | "even"
            | "now"
            | "once"
            | "however"
            | "meanwhile"
            | "today"
            | "yesterday"
            | "never"
            | "always"
            | "still"
            | "just"
            | "only"
            | "officially"
            | "been"
    )
}

/// Leaves marks at both ends out of a range, but for an opening bracket or a sign that belongs to a word.
pub(crate) fn trim(tokens: &Tokens<'_>, range: &mut Range<usize>) {
    while range.start < range.end
        && tokens.is(range.start, Kind::Mark)
        && !matches!(tokens.word(range.start), "$" | "£" | "€" | "(" | "[" | "#")
        && !is_opening_inside(tokens, range)
    {
        range.start += 1;
    }
    while range.start < range.end
        && tokens.is(range.end - 1, Kind::Mark)
        && !matches!(tokens.word(range.end - 1), "%" | ")" | "]" | "€" | "°" | "’s" | "'s" | "½")
        && !is_closing_inside(tokens, range)
    {
        range.end -= 1;
    }
}

/// An opening quote at the start stays if its partner is inside too and does not end the range.
fn is_opening_inside(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let partner = match tokens.word(range.start) {
        "“" => "”",
        "``" => "''",
        "\"" => "\"",
        _ => return false,
    };
    let at = (range.start + 1..range.end.min(range.start + 60)).find(|k| tokens.word(*k) == partner);
    at.is_some_and(|k| (k + 1..range.end).any(|j| !tokens.is(j, Kind::Mark)))
}

/// A closing quote at the end stays if its partner is inside too and does not begin the range.
fn is_closing_inside(tokens: &Tokens<'_>, range: &Range<usize>) -> bool {
    let partner = match tokens.word(range.end - 1) {
        "”" => "“",
        "''" => "``",
        "\"" => "\"",
        _ => return false,
    };
    let floor = range.start.max(range.end.saturating_sub(60));
    let at = (floor..range.end - 1).rev().find(|k| tokens.word(*k) == partner);
    at.is_some_and(|k| (range.start..k).any(|j| !tokens.is(j, Kind::Mark)))
}

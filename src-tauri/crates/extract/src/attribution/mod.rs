//! Who is reported to have said what: quotations, indirect speech, “according to”.

mod according;
mod colons;
mod complements;
mod continued;
mod cues;
mod denials;
mod edges;
mod ends;
mod further;
mod guards;
mod hearers;
mod interruptions;
mod lists;
mod marks;
mod passives;
mod places;
mod records;
mod sides;
mod stances;
mod starts;
mod subject;
mod unattributed;
mod withheld;

#[cfg(test)]
mod tests;

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::span::Span;

use crate::names::{Names, has_title};
use crate::quotes::Quote;
use crate::tokens::{Kind, Tokens};
use crate::values::Draft;
use crate::verbs::{Force, cue, is_finite};

/// The longest subject of a verb of saying, in tokens.
const SUBJECT: usize = 18;

/// How far behind a verb of denial what is denied may begin, in tokens.
const FURTHEST: usize = 16;

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

impl Said {
    /// Who said it and the verb of saying, where it stands right before what was said: “announced deep cuts”; of what is
    /// denied all words up to it: “rejected the claim”.
    pub(crate) fn told<'a>(&'a self, tokens: &Tokens<'a>) -> Option<(&'a str, &'a str)> {
        let cue = self.cue.clone()?;
        let next = self.content.start.checked_sub(cue.end)?;
        let denies = self.denies(tokens);
        let plain = next == 0 || denies && next <= FURTHEST;
        let verb = cue.len() == 1 && (is_finite(tokens, cue.start) || denies);
        // “had forecast”
        let has = if cue.len() == 2 { cue.start } else { cue.start.saturating_sub(1) };
        let perfect = matches!(tokens.word(has), "had" | "has" | "have") && has + 1 + 1 == cue.end;
        let from = if perfect { has } else { cue.start };
        let mut end = cue.end;
        if denies {
            // The marks of a quotation are no words of saying.
            end = (cue.end..self.content.start)
                .rev()
                .find(|k| tokens.is(*k, Kind::Word) && tokens.word(*k) != "that")
                .map_or(cue.end, |k| k + 1);
        }
        let words = match tokens.slice(from, end) {
            "denying" => "denied",
            words => words,
        };
        let participle = tokens.word(cue.start).ends_with("ing") && words != "denied";
        Some((self.name.as_deref()?, words)).filter(|_| plain && (verb || perfect) && !participle)
    }
}

pub(crate) use continued::may_speak;
pub(crate) use guards::is_hearer;
pub(crate) use marks::trim;
pub(crate) use records::is_record;

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
                && let Some(mut said) = context.at(i, zone, &mut out, names)
            {
                // “A paper published last month by the institute found that”: the record belongs to the words of saying.
                let speaker = said.speaker.as_ref().filter(|s| s.start == said.frame.start);
                if let Some(record) = speaker
                    .and_then(|s| s.start.checked_sub(1))
                    .and_then(|by| context.record_before(by, zone))
                {
                    said.frame.start = record;
                }
                i = said.frame.end.max(i + 1);
                if let Some(name) = &said.name {
                    let place = said.speaker.as_ref().and_then(|s| context.tokens.span(s.start, s.end));
                    let titled = said.speaker.as_ref().is_some_and(|s| has_title(context.tokens, s));
                    let at = said.speaker.as_ref().map_or(i, |s| s.start);
                    // “The Royal Society”: an article stands before no person's name.
                    let thing = context.word(at) == "the" && context.tokens.capital(at + 1) && !titled;
                    names.spoke(name, place, titled, thing, at);
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
    context.colons(&mut out, names);
    context.bare_quotes(&mut out, last.as_ref(), names);
    context.denied_tails(&mut out);
    // Where its words cannot be told with what is denied, the sentence stays whole.
    for said in out.iter_mut().filter(|s| s.denies(context.tokens)) {
        if said.told(context.tokens).is_none() {
            said.force = Force::Withhold;
        }
    }
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
}

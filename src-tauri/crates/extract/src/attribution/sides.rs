//! What is said before or after its words of saying.

use std::ops::Range;

use assay_model::claim::Mode;
use assay_model::value::ValueType;

use super::complements::takes_thing;
use super::{Context, SUBJECT, Said};
use crate::names::{Names, is_person_noun};
use crate::tokens::Kind;
use crate::verbs::{
    Force, has_finite, is_deed, is_denial, is_finite, is_function, is_preposition, is_saying,
};

impl Context<'_, '_> {
    /// “…, X said” and “…,” said X.
    pub(super) fn after_content(&self, i: usize, zone: &Range<usize>, names: &mut Names) -> Option<Said> {
        let before = i.checked_sub(1).filter(|b| *b >= zone.start)?;
        let closes = |k: usize| {
            matches!(self.word(k), "," | "”" | "''" | "\"" | "’" | "?" | "!" | "—" | "–" | "--")
                || self.in_quote(k).is_some_and(|q| q.closed && q.to == k)
        };
        // “the firm's chief, Tom Reed, said.” has its speaker before the comma.
        let behind = !matches!(self.word(i + 1), "" | "." | ",") && i + 1 < zone.end;
        // “…,” Ann Cole, a director, told me in her office.
        let told_someone = self.word(before) == ","
            && self.in_quote(before).is_none()
            && self.behind_hearer(i, i + 1) > i + 1;
        // “…,” Ann Cole, a director, said on the phone.
        let told_somewhere = self.word(before) == ","
            && self.in_quote(before).is_none()
            && (is_preposition(self.word(i + 1))
                || self.values.iter().any(|v| v.from == i + 1 && v.kind == ValueType::Date));
        let (speaker, frame_start, frame_end) =
            if closes(before) && behind && before > zone.start && !(told_someone || told_somewhere) {
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
                        || is_finite(self.tokens, to) && !self.is_reduced(to, to))
                {
                    // “said two people briefed on the talks”
                    to += 1 + usize::from(self.is_reduced(to, to));
                }
                let finite = to < zone.end && is_finite(self.tokens, to) && self.word(to - 1) != "who";
                // “…,” said police chief Lee Grant: behind a quotation nothing but a speaker can stand there.
                let quoted = self.in_quote(before).is_some() || self.in_quote(before - 1).is_some();
                let adverb = self.is_adverb(i + 1)
                    || matches!(
                        self.word(i + 1),
                        "earlier" | "later" | "then" | "again" | "to" | "that" | "it" | "so" | "of" | "by"
                    )
                    || self.values.iter().any(|v| v.from == i + 1 && v.kind != ValueType::Quantity);
                let role = quoted && self.tokens.is(i + 1, Kind::Word) && !adverb;
                // “says neuroscientist Ann Cole of Virginia Tech”
                let described = self.ends_content(before, zone)
                    && (i + 1..to.min(i + 5))
                        .take_while(|k| self.tokens.is(*k, Kind::Word) && !is_function(self.word(*k)))
                        .any(|k| self.tokens.capital(k) && self.tokens.capital(k + 1));
                let nominal = to > i + 1
                    && (role
                        || described
                        || self.tokens.capital(i + 1)
                        || matches!(self.word(i + 1), "her" | "his" | "their" | "its")
                            && (i + 2..to).any(|k| is_person_noun(self.word(k)))
                        || matches!(
                            self.word(i + 1),
                            "the"
                                | "a"
                                | "an"
                                | "one"
                                | "he"
                                | "she"
                                | "two"
                                | "three"
                                | "several"
                                | "some"
                                | "officials"
                                | "police"
                                | "residents"
                                | "witnesses"
                                | "sources"
                                | "people"
                                | "prosecutors"
                                | "aides"
                                | "analysts"
                                | "experts"
                        ));
                // “Iran, which Israel says is building a bomb, denied the claim”: no “denied X” stands behind what X denies.
                let own = !quoted && (is_denial(self.word(i)) || self.opens_relative(before, zone));
                // “Under the plan, said Ann Lee, 300 homes would be built”
                if !(finite || quoted || own)
                    && nominal
                    && let Some(around) = self.around_inverted(before, to, zone)
                {
                    let name = names.resolve(self.tokens, i + 1, to);
                    return Some(around.said(i + 1..to, name, i));
                }
                if finite || !nominal || own || !self.ends_content(before, zone) {
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
                // “…, as the minister said”
                let as_before =
                    speaker.start > zone.start + 2 && matches!(self.word(speaker.start - 1), "as" | "so");
                let start = speaker
                    .start
                    .checked_sub(1)
                    .and_then(|by| self.record_before(by, zone))
                    .unwrap_or(speaker.start);
                let edge = start
                    .checked_sub(1 + usize::from(as_before))
                    .filter(|e| *e > zone.start && closes(*e))?;
                let edge = self.before_description(edge, zone);
                let quoted = self.word(edge) != "," || edge > zone.start && self.in_quote(edge).is_some();
                // “…,” she told supporters.
                let told = self.behind_hearer(i, i + 1);
                let next = self.word(told);
                let asks = matches!(self.word(i), "asked" | "asks") && self.tokens.capital(i + 1);
                let ended = told >= zone.end
                    || quoted
                        && matches!(self.word(i), "told" | "tells" | "wrote" | "writes")
                        && !has_finite(self.tokens, i + 1..zone.end)
                        && !(i + 1..zone.end).any(|k| self.word(k) == ":" || self.in_quote(k).is_some())
                    || quoted
                        && (asks
                            || is_preposition(next)
                                && !has_finite(self.tokens, told..self.place_end(told, zone)))
                    || quoted && told > i + 1 && next != "that" && self.in_quote(told).is_none()
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
                    || self.values.iter().any(|v| {
                        // “said on Monday.”, and not “said 40 people died”
                        v.from == told && matches!(v.kind, ValueType::Date | ValueType::Time)
                    });
                let colon = next == ":" && told + 1 < zone.end;
                if colon || self.word(i + 1) == "that" || !ended {
                    return None;
                }
                // “The rise, Mr Holt said, was 12%”
                if let Some(around) = self.around(edge, told, zone).filter(|_| !as_before) {
                    let name = names.resolve(self.tokens, speaker.start, speaker.end);
                    return Some(around.said(speaker, name, i));
                }
                // “When she was asked, Tom Reed said on Monday the bank had …” tells it behind.
                if !quoted && self.opens_with_occasion(edge, zone) && has_finite(self.tokens, i + 1..zone.end)
                {
                    return None;
                }
                if !(quoted || self.ends_content(edge, zone) || self.closes_sentence(i, edge, zone)) {
                    return None;
                }
                (speaker, edge, i + 1)
            };
        // “The plan,” wrote Ann Lee in the Guardian, “will cost £3m.”
        let place = (frame_end..zone.end.min(frame_end + 10))
            .take_while(|k| self.in_quote(*k).is_none() && !is_finite(self.tokens, *k))
            .find(|k| self.word(*k) == "," && self.in_quote(k + 1).is_some());
        let behind_place = place.filter(|_| is_preposition(self.word(frame_end))).unwrap_or(frame_end);
        if let Some(around) = self.around_quotes(frame_start, behind_place) {
            let name = names.resolve(self.tokens, speaker.start, speaker.end);
            return Some(around.said(speaker, name, i));
        }
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
        // “said Ann Cole, who was mayor in 1970”: that is a fact of its own.
        let relative = |k: usize| {
            self.word(k) == ","
                && matches!(self.word(k + 1), "who" | "which")
                && is_finite(self.tokens, k + 2)
        };
        while end < zone.end && self.in_quote(end).is_none() && !self.opens_participle(end) && !relative(end)
        {
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

    /// “X said (that) …”, “X urged Y to …”.
    pub(super) fn before_content(
        &self,
        i: usize,
        zone: &Range<usize>,
        force: Force,
        out: &[Said],
        names: &mut Names,
    ) -> Option<Said> {
        // “said “it is history”, and described a new firm”: the one who said it.
        let judges = || {
            let joined = i > zone.start && matches!(self.word(i - 1), "and" | "but");
            let before =
                out.last().filter(|s| joined && force == Force::Judge && s.frame.start >= zone.start)?;
            before.speaker.clone().filter(|_| (1..4).contains(&i.saturating_sub(before.content.end)))
        };
        let speaker = self.subject(i, zone).or_else(|| self.subject_of_both(i, zone)).or_else(judges)?;
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
        let mut end = self.same_voice(start, zone);
        if let Some(edge) = self.clause_about_speaker(i, start, zone) {
            end = end.min(edge);
        }
        if let Some(edge) = self.subordinate_end(speaker.start, start, zone) {
            end = end.min(edge);
        }
        let mut force = force;
        let quoted = self.in_quote(start).is_some();
        let that = self.word(start - 1) == "that";
        // “denied a report in The Times that …”: what the report says is no word of the denier's.
        let saying = !that && is_saying(self.word(start));
        if is_denial(self.word(i)) && (that && start - i > 3 || saying) {
            force = Force::Withhold;
        }
        // “denied theft and was freed”: a thing is denied, and no clause.
        let verbless = is_denial(self.word(i)) || takes_thing(self.word(i));
        if force == Force::Assert
            && verbless
            && !quoted
            && !that
            && let Some(edge) = self.verbless(start..end)
        {
            end = edge;
        }
        // “denied shelling the hospital”: a deed is denied as a clause is.
        let deed = is_denial(self.word(i)) && self.word(start).ends_with("ing") && end - start > 2;
        if force == Force::Assert
            && !quoted
            && !that
            && !deed
            && !self.has_clause(i, start..end)
            && !self.reports_figure(i, start..end)
        {
            // “added 300 jobs”, “declared bankruptcy”: nothing is said at all.
            let does = matches!(
                self.word(i),
                "added"
                    | "adds"
                    | "declared"
                    | "declares"
                    | "reported"
                    | "showed"
                    | "shows"
                    | "maintained"
                    | "told"
                    | "tells"
                    | "posted"
                    | "posts"
                    | "show"
                    | "suggest"
                    | "indicate"
                    | "reveal"
                    | "found"
                    | "finds"
                    | "find"
                    | "heard"
                    | "hears"
            );
            if does && !(start..end).any(|k| self.in_quote(k).is_some()) {
                return None;
            }
            // “announced a new phone”: a deed more than a statement.
            force = Force::Act;
        }
        // “urged caution: “…””
        if quoted && force == Force::Act && (start - 2..start).any(|k| self.word(k) == ":") {
            force = Force::Assert;
        }
        // “dismissed the appeal”: what is done, where it is called nothing.
        let called = (start..end).any(|k| self.word(k) == "as" || self.in_quote(k).is_some());
        if force == Force::Judge && matches!(self.word(i), "dismissed" | "dismisses") && !called {
            force = Force::Act;
        }
        // “dismissed them as a stunt”: without what “them” means it says nothing.
        if force == Force::Judge
            && matches!(self.word(start), "it" | "them" | "him" | "her" | "this" | "these")
        {
            force = Force::Act;
        }
        // “have argued ever since about whether”, “joked about it”: of what, and not what.
        let about = (start..end.min(start + 3))
            .find(|k| !(self.is_adverb(*k) || self.word(*k) == "ever"))
            .is_some_and(|k| matches!(self.word(k), "about" | "over" | "against"));
        if !quoted
            && !that
            && about
            && matches!(
                self.word(i),
                "argued"
                    | "argues"
                    | "complained"
                    | "joked"
                    | "boasted"
                    | "speculated"
                    | "lied"
                    | "complains"
                    | "speculates"
            )
        {
            force = Force::Act;
        }
        // “told how she crashed”: no sentence without its verb.
        if !quoted && matches!(self.word(start), "how" | "why" | "whether") {
            force = Force::Act;
        }
        let name = names.resolve(self.tokens, speaker.start, speaker.end);
        // “When asked about the deal, he said” is all words of saying.
        let comma = speaker.start.checked_sub(1).filter(|c| *c > zone.start && self.word(*c) == ",");
        let asked = comma.is_some_and(|c| {
            c - zone.start < 14
                && self.opens_speech(zone.start)
                && !(zone.start..c).any(|k| matches!(self.word(k), "which" | "who" | ","))
        });
        let from =
            if asked { zone.start } else { self.description(speaker.start, zone).unwrap_or(speaker.start) };
        // “It was funded by the council, which said …”: there the speaker belongs to the clause before.
        let which = (speaker.end..i).find(|k| matches!(self.word(*k), "which" | "who"));
        let from = match which.and_then(|w| w.checked_sub(1)).filter(|c| self.word(*c) == ",") {
            Some(comma) if has_finite(self.tokens, zone.start..speaker.start) => comma,
            _ => from,
        };
        // “The firm cut its forecast and said …”: what stands before “and” is no words of saying.
        let joined = (speaker.end..i).rev().find(|k| matches!(self.word(*k), "and" | "but"));
        // “The firm, which is old but sound, said”: there it joins what is told of the speaker in passing.
        let besides = joined
            .is_some_and(|j| has_finite(self.tokens, speaker.end..j) && !(j..i).any(|k| self.word(k) == ","));
        let from = if besides { joined.unwrap_or(from) } else { from };
        // “The court heard that”: who said so there is not told.
        let known = !matches!(self.word(i), "heard" | "hears");
        Some(Said {
            content: start..end,
            mode: Mode::Paraphrase,
            name: Some(name).filter(|_| known),
            frame: from..start,
            speaker: Some(speaker).filter(|_| known),
            cue: Some(i..i + 1),
            force,
            place: None,
        })
    }
}

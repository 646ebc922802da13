//! Whom something is told: “told reporters”, “told the BBC”.

use super::Context;
use crate::tokens::Kind;
use crate::verbs::opens_subject;

impl Context<'_, '_> {
    /// Behind the hearer that stands at `at`, if the cue at `i` takes one; else `at`.
    pub(super) fn behind_hearer(&self, i: usize, at: usize) -> usize {
        if !matches!(self.word(i), "told" | "tells" | "informed" | "telling") {
            return at;
        }
        if is_hearer(self.word(at)) {
            return at + 1;
        }
        // “told officers the money was savings”
        let several = self.tokens.is(at, Kind::Word)
            && self.word(at).len() > 4
            && self.word(at).ends_with('s')
            && !self.word(at).ends_with("ss")
            && !self.tokens.capital(at);
        if several && (self.tokens.capital(at + 1) || opens_subject(self.word(at + 1))) {
            return at + 1;
        }
        let article = matches!(self.word(at), "the" | "a" | "an" | "his" | "her" | "its" | "their");
        let mut behind = at + usize::from(article);
        // “told Reuters”, “told the House of Commons”
        while self.tokens.capital(behind)
            || behind > at + 1
                && matches!(self.word(behind), "of" | "&" | "-" | "’s" | "'s")
                && self.tokens.capital(behind + 1)
        {
            behind += 1;
        }
        // “told The Times' Bob Hall”
        if matches!(self.word(behind), "’" | "'")
            && !self.tokens.spaced(behind)
            && self.tokens.capital(behind + 1)
        {
            behind += 1;
            while self.tokens.capital(behind) {
                behind += 1;
            }
        }
        if article && behind == at + 1 {
            // “told the court”, “told a news conference”, “told the newspaper”
            let noun = |k: usize| self.tokens.is(k, Kind::Word) && is_body(self.word(k));
            behind = (behind..behind + 3).find(|k| noun(*k)).map_or(at, |k| k + 1);
        } else if article && is_body(self.word(behind)) {
            // “told the BBC programme”
            behind += 1;
        }
        behind
    }
}

fn is_hearer(word: &str) -> bool {
    matches!(
        word,
        "reporters"
            | "journalists"
            | "him"
            | "her"
            | "them"
            | "me"
            | "us"
            | "media"
            | "lawmakers"
            | "parliament"
            | "senators"
            | "investigators"
            | "police"
            | "investors"
            | "analysts"
            | "colleagues"
            | "congress"
            | "people"
            | "viewers"
            | "delegates"
            | "officials"
            | "prosecutors"
            | "jurors"
            | "supporters"
            | "you"
            | "staff"
            | "employees"
            | "legislators"
            | "mps"
            | "friends"
            | "shareholders"
            | "voters"
            | "councillors"
            | "ministers"
            | "residents"
            | "customers"
            | "workers"
            | "students"
            | "fans"
            | "listeners"
            | "readers"
            | "magistrates"
            | "detectives"
            | "everyone"
    )
}

/// Nouns for those who are told something together.
fn is_body(word: &str) -> bool {
    is_hearer(word)
        || matches!(
            word,
            "court"
                | "jury"
                | "judge"
                | "conference"
                | "newspaper"
                | "paper"
                | "magazine"
                | "broadcaster"
                | "channel"
                | "programme"
                | "program"
                | "station"
                | "network"
                | "agency"
                | "website"
                | "committee"
                | "inquiry"
                | "hearing"
                | "inquest"
                | "tribunal"
                | "audience"
                | "crowd"
                | "rally"
                | "meeting"
                | "press"
                | "council"
                | "house"
                | "commission"
                | "panel"
                | "briefing"
                | "outlet"
                | "public"
                | "nation"
        )
}

//! What a speaker takes for granted and what they think of it: “describing X as Y”.

use assay_model::claim::{ClaimKind, Mode};

use super::{Candidate, Parsed};
use crate::attribution::{Said, trim};
use crate::verbs::is_deed;

impl Parsed<'_, '_> {
    /// “describing X as Y”: that there is X is taken for granted, that it is Y is an opinion.
    pub(super) fn judged(&self, said: &Said, index: usize, out: &mut Vec<Candidate>) {
        let tokens = self.tokens;
        let content = &said.content;
        let as_at = content.clone().find(|i| tokens.word(*i) == "as");
        let mut object = content.start..as_at.unwrap_or(content.end);
        trim(tokens, &mut object);
        let deed = object.clone().any(|i| is_deed(tokens.word(i)));
        if deed && object.len() >= 3 {
            let mut worth = self.weigh(&object, true, false, false);
            worth.kind = if worth.kind == ClaimKind::Quantity { worth.kind } else { ClaimKind::Event };
            worth.score = (worth.score + 0.25).min(1.0);
            worth.reasons.push("taken for granted by the speaker");
            out.push(Candidate {
                range: object.clone(),
                said: Some(index),
                mode: Mode::Paraphrase,
                subject: None,
                host: None,
                apposed: None,
                judged: None,
                when: None,
                participle: false,
                worth,
                suggested: true,
            });
        }
        let mut of = None;
        let mut whole = content.clone();
        self.strip(&mut whole);
        if let Some(at) = as_at {
            let mut judgement = at + 1..content.end;
            trim(tokens, &mut judgement);
            let named = !(judgement.is_empty() || object.is_empty());
            whole = if judgement.is_empty() || deed { judgement } else { whole };
            of = (named && deed).then_some(object);
        }
        if !whole.is_empty() && tokens.slice(whole.start, whole.end).len() > 3 {
            let mut worth = self.weigh(&whole, true, false, false);
            worth.kind = ClaimKind::Opinion;
            worth.score = worth.score.min(0.35);
            if !worth.reasons.contains(&"opinion words") {
                worth.reasons.push("opinion words");
            }
            out.push(Candidate {
                range: whole,
                said: Some(index),
                mode: said.mode,
                subject: None,
                host: None,
                apposed: None,
                judged: of,
                when: None,
                participle: false,
                worth,
                suggested: true,
            });
        }
    }
}

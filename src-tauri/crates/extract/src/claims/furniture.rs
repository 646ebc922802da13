//! Lines about the article or its makers, which say nothing of the world.

use super::Parsed;
use crate::tokens::Kind;
use crate::verbs::has_finite;

impl Parsed<'_, '_> {
    /// “(Reporting by Jane Doe; Editing by John Roe)”, “This article was amended on 12 March”, “Follow @paper”.
    pub(super) fn is_furniture(&self) -> bool {
        let tokens = self.tokens;
        let at = self.sentence.start
            + usize::from(matches!(tokens.word(self.sentence.start), "(" | "[" | "•" | "*"));
        let (first, second, third) = (tokens.word(at), tokens.word(at + 1), tokens.word(at + 2));
        let names = tokens.capital(at + 2) || third == "the";
        match first {
            "reporting" | "editing" | "writing" | "compiled" | "photograph" | "photographs" | "photo"
            | "photos" | "illustration" | "graphic" | "produced" => second == "by" && names || second == ":",
            "additional" | "further" => second == "reporting" && third == "by",
            "analysis" => second == "by" && names,
            "watch" | "listen" => matches!(second, ":" | "to" | "now" | "again" | "live"),
            "contact" | "email" | "tel" | "phone" | "transcript" => second == ":",
            "more" => second == "on" && third == "this" || second == "soon",
            "thank" | "thanks" => tokens.len() < at + 8,
            "this" => {
                matches!(
                    second,
                    "article" | "story" | "piece" | "post" | "page" | "column" | "headline" | "interview"
                ) && (at + 2..at + 6).any(|k| {
                    matches!(
                        tokens.word(k),
                        "amended" | "updated" | "corrected" | "edited" | "republished" | "clarified"
                    )
                })
            }
            // What an earlier version said was wrong.
            "an" | "a" | "the" => {
                matches!(second, "earlier" | "previous" | "original")
                    && third == "version"
                    && (at + 3..at + 7)
                        .any(|k| matches!(tokens.word(k), "article" | "story" | "piece" | "report" | "post"))
            }
            "follow" => {
                matches!(second, "@" | "ap" | "live")
                    || matches!(second, "us" | "him" | "her" | "them" | "me") && third == "on"
            }
            "sign" => second == "up" && matches!(third, "to" | "for" | "here"),
            "subscribe" => matches!(second, "to" | "now" | "here" | "for"),
            "click" => second == "here",
            "read" => {
                matches!(second, "more" | "also" | "next" | "our" | "the" | "all") && !self.has_verb(at + 2)
            }
            // “Jane Doe in Paris contributed to this report”
            _ => (at + 1..self.sentence.end.min(at + 24)).any(|k| {
                tokens.follows(k, &["contributed", "to", "this"])
                    || tokens.follows(k, &["contributed", "reporting"])
            }),
        }
    }

    /// Whether the words are a row of a table: cells with tabs, bars or wide gaps between them and no clause in one, or hardly
    /// anything but numbers.
    pub(crate) fn is_tabular(&self) -> bool {
        let tokens = self.tokens;
        let sentence = self.sentence.clone();
        let gap = |i: usize| {
            let before = tokens.get(i.wrapping_sub(1)).map_or(0, |t| t.end);
            let wide = tokens.get(i).is_some_and(|t| t.start >= before + 3);
            tokens.word(i) == "|"
                || i > sentence.start
                    && (wide || tokens.spaced(i) && tokens.slice(i - 1, i + 1).contains('\t'))
        };
        let mut cells = 1;
        let mut from = sentence.start;
        let mut clause = false;
        for i in sentence.start + 1..=sentence.end {
            if i == sentence.end || gap(i) {
                clause |= i - from >= 5 && has_finite(tokens, from..i);
                cells += usize::from(i < sentence.end);
                from = i;
            }
        }
        if cells >= 3 && !clause {
            return true;
        }
        let count = |kind: Kind| sentence.clone().filter(|i| tokens.is(*i, kind)).count();
        let (numbers, words) = (count(Kind::Number), count(Kind::Word));
        numbers >= 3 && numbers >= words && !has_finite(tokens, sentence.clone())
    }

    fn has_verb(&self, from: usize) -> bool {
        has_finite(self.tokens, from..self.sentence.end)
    }

    /// Whether a stretch is asked and not said.
    pub(super) fn is_asked(&self, start: usize, end: usize) -> bool {
        let tokens = self.tokens;
        if tokens.word(end) == "?" {
            return true;
        }
        // All parts of “Did the bank lie and did it lose $3m?” are asked, by the mark at its end.
        let last = (end..self.sentence.end).find(|k| matches!(tokens.word(*k), "?" | "." | "!"));
        last.is_some_and(|k| tokens.word(k) == "?")
            && matches!(
                tokens.word(start),
                "did"
                    | "do"
                    | "does"
                    | "is"
                    | "are"
                    | "was"
                    | "were"
                    | "has"
                    | "have"
                    | "had"
                    | "will"
                    | "would"
                    | "can"
                    | "could"
                    | "should"
                    | "why"
                    | "how"
                    | "what"
                    | "who"
                    | "when"
                    | "where"
                    | "which"
            )
    }
}

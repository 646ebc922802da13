//! Where a phrase's words of content end, and which of them a title keeps.

use std::ops::Range;

use assay_model::value::ValueType;

use super::helping::{is_modal, is_participle};
use super::nouns::{Part, is_plural_noun};
use super::phrases::Rest;
use super::trails::{is_anybody, is_doing, is_particle};
use super::words::{is_common_adjective, is_degree, is_including, is_place_word, is_quote, is_sign};
use crate::tokens::Kind;
use crate::verbs::{is_article, is_auxiliary, is_function, is_irregular_past, is_preposition};

impl Rest<'_, '_, '_> {
    /// Where a verb with its helping verbs ends: “could not pay”.
    pub(super) fn group_end(&self, start: usize) -> usize {
        let tokens = self.worded.tokens;
        let helps = |i: usize| {
            let word = tokens.word(i);
            is_auxiliary(word) || matches!(word, "not" | "never" | "be" | "been" | "being")
        };
        let mut end = start + 1;
        while end < self.end && end < start + 4 && helps(end) {
            end += 1;
        }
        let word = tokens.word(end);
        let modal = (start..end).any(|i| is_modal(tokens.word(i)));
        let copula = matches!(tokens.word(end - 1), "be" | "been" | "being" | "is" | "are" | "was" | "were");
        let verb = end < self.end
            && tokens.is(end, Kind::Word)
            && !tokens.capital(end)
            && !is_article(word)
            && !is_preposition(word)
            && !is_function(word)
            && !is_degree(word)
            && (modal && !copula
                || word.ends_with("ed")
                || is_irregular_past(word)
                || is_participle(word)
                || copula && word.ends_with("ing"));
        end + usize::from(verb)
    }

    /// Where the words of content that begin at `start` end.
    pub(super) fn core_end(&self, start: usize) -> usize {
        let worded = self.worded;
        let tokens = worded.tokens;
        let mut end = start;
        let pairs = self.pairs(start);
        let mut crossed = false;
        while end < self.end {
            let word = tokens.word(end);
            let inside = worded.in_value(end);
            // “face-to-face” is one word.
            let hyphen = end > start && tokens.word(end - 1) == "-" && !tokens.spaced(end);
            // “Mr. Blinken”
            let titled = word == "."
                && end > start
                && !tokens.spaced(end)
                && tokens.capital(end + 1)
                && tokens.capital(end - 1)
                && tokens.raw(end - 1).len() < 4;
            let dated = end > start
                && !pairs
                && worded.values.iter().any(|v| {
                    v.from == end && matches!(v.kind, ValueType::Date | ValueType::Time | ValueType::Set)
                });
            // “3,200 staff two months’ pay”: two things.
            let second = end > start + 1
                && !pairs
                && !hyphen
                && !worded.in_value(end - 1)
                && worded.values.iter().any(|v| v.from == end)
                && worded.values.iter().any(|v| v.from >= start && v.to < end);
            // “a rift valley running down the middle”
            let doing = end > start
                && word.len() > 5
                && word.ends_with("ing")
                && is_plural_noun(tokens.word(end - 1))
                && (is_article(tokens.word(end + 1)) || worded.in_value(end + 1))
                || end > start
                    && is_doing(word)
                    && (is_preposition(tokens.word(end + 1))
                        || is_article(tokens.word(end + 1))
                        || is_particle(tokens.word(end + 1))
                        || worded.in_value(end + 1));
            // “between 2018 and 2022”, “either Northgate or Stoneham”
            let paired = matches!(word, "and" | "or" | "but") && !crossed && pairs;
            crossed |= paired;
            // “100,000 general and acute beds”
            let listed = word == "and"
                && end > start + 1
                && worded.in_value(start)
                && !worded.in_value(end - 1)
                && !is_plural_noun(tokens.word(end - 1))
                && tokens.is(end + 1, Kind::Word)
                && is_plural_noun(tokens.word(end + 2));
            // “written to the council at least a dozen times”
            let counted = end > start
                && !pairs
                && matches!(word, "at" | "up" | "as")
                && (start.saturating_sub(2)..start).any(|k| is_preposition(tokens.word(k)))
                && worded.values.iter().any(|v| v.from == end && v.to > end + 2);
            let stop = dated
                || second
                || counted
                || doing
                || !inside
                    && !paired
                    && !listed
                    && !hyphen
                    && end > start
                    && (is_preposition(word)
                        || is_place_word(word) && tokens.is(end + 1, Kind::Word)
                        || is_place_word(word) && worded.in_value(end + 1)
                        || tokens.is(end, Kind::Mark)
                            && !titled
                            && !matches!(word, "-" | "’s" | "'s" | "%" | "’" | "&")
                            && !is_quote(word)
                            && !is_sign(word)
                        || matches!(
                            word,
                            "and"
                                | "or"
                                | "but"
                                | "that"
                                | "who"
                                | "which"
                                | "as"
                                | "than"
                                | "what"
                                | "when"
                                | "while"
                                | "because"
                                | "if"
                                | "unless"
                                | "though"
                                | "although"
                                | "except"
                                | "whether"
                                | "where"
                                | "whose"
                                | "whom"
                                | "how"
                                | "why"
                        )
                        || is_article(word) && tokens.spaced(end + 1)
                        || worded.is_verb(end)
                        || matches!(word, "not" | "down" | "up" | "out" | "off") && tokens.spaced(end)
                        || is_including(word)
                        || matches!(word, "he" | "she" | "they" | "we" | "i" | "you")
                        || is_anybody(word));
            if stop {
                break;
            }
            // “new, faster iPhone”
            let last = tokens.word(end);
            end += 1;
            if is_common_adjective(last)
                && end == start + 1
                && tokens.word(end) == ","
                && tokens.is(end + 1, Kind::Word)
                && end + 1 < self.end
            {
                end += 1;
            }
            if inside
                && !pairs
                && worded
                    .values
                    .iter()
                    .any(|v| v.to == end && matches!(v.kind, ValueType::Date | ValueType::Time))
                && !matches!(tokens.word(end), "’s" | "'s")
            {
                break;
            }
        }
        end.min(self.end)
    }

    /// Whether two things stand at `start`, which only together are what is meant.
    pub(super) fn pairs(&self, start: usize) -> bool {
        let tokens = self.worded.tokens;
        let before = start.checked_sub(1).map_or("", |b| tokens.word(b));
        before == "between"
            || tokens.word(start) == "between"
            // “all but one Democrat”
            || tokens.follows(start, &["all", "but"])
            || matches!(tokens.word(start), "either" | "both" | "neither")
    }

    /// Of a long phrase the name at its head, or else its last words with what turns their meaning.
    pub(super) fn kept(&self, parts: &[Part]) -> Vec<Part> {
        let worded = self.worded;
        let few = |range: Range<usize>| parts.get(range).unwrap_or_default().to_vec();
        let name = parts.iter().position(|p| p.name && !worded.is_owner(p));
        let telling = worded.head(parts);
        if parts.len() <= 3 || !self.after_verb {
            few(0..parts.len().min(5))
        } else if telling.len() > 1 {
            telling
        } else if let Some(name) = name {
            let last = parts.len() - 1;
            few(if name == last || name > 0 { name..parts.len().min(name + 5) } else { name..name + 1 })
        } else {
            few(parts.len() - 2..parts.len())
        }
    }
}

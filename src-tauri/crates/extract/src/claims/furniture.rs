//! Lines about the article or its makers, which say nothing of the world.

use assay_model::document::BlockKind;

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
        if self.is_address() || self.is_service() || self.is_bare_heading() {
            return true;
        }
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

    /// “Battle of the Yellow Sea”, “How we did it”, “Marguerite Fenwick obituary”: a line of its own without a verb, a figure or a full stop.
    fn is_bare_heading(&self) -> bool {
        let tokens = self.tokens;
        let line = self.sentence == (0..tokens.len()) && tokens.len() < 9;
        let asks = matches!(tokens.word(0), "how" | "why" | "where" | "what") && tokens.len() < 6;
        // Of a headline no list knows the verb for certain.
        let tells = self.block != BlockKind::Paragraph;
        // “Mayor quits over leak”: a word in -s behind the first may be a verb, and so may any word between nouns in small letters.
        let titled = (0..tokens.len()).filter(|i| tokens.capital(*i)).count() * 2 > tokens.len();
        let obituary = matches!(
            tokens.word(tokens.len() - 1),
            "obituary" | "profile" | "interview" | "review" | "timeline" | "background"
        );
        line && !tells
            && (asks || titled || obituary)
            && !(1..tokens.len()).any(|i| tokens.word(i).ends_with('s') && !tokens.capital(i))
            && self.said.is_empty()
            && self.values.is_empty()
            && self.quotes.is_empty()
            && !matches!(tokens.word(tokens.len() - 1), "." | "?" | "!" | "…" | ":" | ";" | ",")
            && (asks || !has_finite(tokens, self.sentence.clone()))
    }

    /// A line that is nothing but an e-mail or web address, with a word or two before it.
    fn is_address(&self) -> bool {
        let tokens = self.tokens;
        let sentence = self.sentence.clone();
        let Some(first) = sentence.clone().find(|i| tokens.is(*i, Kind::Word)) else { return false };
        if sentence.len() > 24 || has_finite(tokens, sentence.clone()) {
            return false;
        }
        let text = tokens.slice(first, sentence.end);
        let is_address = |word: &str| {
            let word = word.trim_end_matches(['.', ',', ')', '>']);
            word.starts_with("http://")
                || word.starts_with("https://")
                || word.starts_with("www.")
                || word.split_once('@').is_some_and(|(who, host)| !who.is_empty() && host.contains('.'))
        };
        text.split_whitespace().count() <= 4 && text.split_whitespace().any(is_address)
    }

    /// What a newsroom says of its own work, and labels over what follows: “FOR IMMEDIATE RELEASE”, “17:50 BREAKING”,
    /// “Live: Wildfire near Corvana”, “More as we get it”, “Five things to know about the budget”.
    fn is_service(&self) -> bool {
        let tokens = self.tokens;
        let sentence = self.sentence.clone();
        let words: Vec<&str> =
            sentence.clone().filter(|i| tokens.is(*i, Kind::Word)).take(16).map(|i| tokens.word(i)).collect();
        let finite = || has_finite(tokens, sentence.clone());
        match words.as_slice() {
            [] => false,
            [
                "breaking" | "developing" | "update" | "updated" | "live" | "latest" | "exclusive" | "watch"
                | "ends" | "embargoed" | "recap" | "analysis" | "opinion" | "explainer" | "video",
            ]
            | [
                "breaking" | "latest" | "developing" | "live" | "top" | "just",
                "news" | "story" | "stories" | "updates" | "blog" | "in",
            ]
            | ["notes" | "note", "to", "editors"]
            | ["about", "the", "author"]
            | ["stay", "tuned", ..]
            | ["stay", "with", "us", ..]
            | ["hello" | "welcome", "and", "welcome", ..]
            | ["welcome", "to", "our" | "the", ..]
            | ["welcome", "back", ..]
            | ["good", "evening" | "morning" | "afternoon", ..]
            | ["here", "is" | "are" | "’s" | "'s", "what" | "the" | "a", ..]
            | ["here’s" | "here's", "what" | "the" | "a", ..]
            | ["follow", "our", "live", ..]
            | ["join", "us", ..]
            | ["this", "live", "page" | "blog", ..] => true,
            ["for", "immediate", "release", ..] | ["embargoed", "until" | "for", ..] => words.len() < 12,
            // A title over the entries of a day; with a verb it tells something.
            ["live", ..] if tokens.follows(sentence.start, &["live", ":"]) => !finite(),
            ["more", "as" | "when", "we" | "it", ..]
            | ["more", "to", "follow" | "come"]
            | ["more", "details" | "information" | "updates", "to" | "soon" | "as" | "follow", ..]
            | ["that", "’s" | "'s", "all", ..]
            | ["that’s" | "that's", "all", ..] => words.len() < 9,
            ["we" | "we’re" | "we're" | "we’ll" | "we'll", rest @ ..] => is_newsgathering(rest),
            _ => self.is_heading(&words) || self.is_listicle(&words),
        }
    }

    /// “About Helion Bio”, “Forward-looking statements”: a short line of its own without a verb, a figure or a full stop.
    fn is_heading(&self, words: &[&str]) -> bool {
        let tokens = self.tokens;
        let sentence = &self.sentence;
        // “Yes, in the autumn.” goes on with a question.
        if matches!(words.first(), Some(&("yes" | "no" | "yeah" | "yep" | "nope")))
            && tokens.word(sentence.start + 1) == ","
        {
            return !has_finite(tokens, sentence.clone());
        }
        let alone = sentence.start == 0 && sentence.end == tokens.len();
        self.block == BlockKind::Paragraph
            && alone
            && words.len() <= 4
            && self.values.is_empty()
            && sentence
                .end
                .checked_sub(1)
                .is_some_and(|l| !matches!(tokens.word(l), "." | "!" | "?" | "”" | "\""))
            && !has_finite(tokens, sentence.clone())
    }

    /// “Five things to know about the budget”, “What we know so far”, “Everything you need to know”.
    fn is_listicle(&self, words: &[&str]) -> bool {
        let thing = |word: &&str| {
            matches!(
                *word,
                "things"
                    | "ways"
                    | "reasons"
                    | "questions"
                    | "takeaways"
                    | "facts"
                    | "tips"
                    | "points"
                    | "lessons"
                    | "key"
            )
        };
        let counted = self.tokens.is(self.sentence.start, Kind::Number)
            || matches!(
                words.first(),
                Some(
                    &("three"
                        | "four"
                        | "five"
                        | "six"
                        | "seven"
                        | "eight"
                        | "nine"
                        | "ten"
                        | "twelve"
                        | "some"
                        | "the")
                )
            );
        let from = usize::from(!self.tokens.is(self.sentence.start, Kind::Number));
        let things = words.get(from..words.len().min(from + 3)).unwrap_or_default().iter().any(thing);
        let to_know = words.windows(2).any(|w| {
            matches!(
                w,
                ["to", "know" | "watch" | "consider" | "remember"]
                    | ["we", "learned" | "learnt" | "know"]
                    | ["you", "need"]
            )
        });
        let rest = matches!(
            words,
            ["what", "we", "know", ..] | ["all" | "everything" | "what", "you", "need", "to", "know", ..]
        );
        rest || counted && things && to_know
    }

    /// Whether the words are a row of a table: cells with tabs, bars or wide gaps between them and no clause in one, or hardly
    /// anything but numbers.
    pub(crate) fn is_tabular(&self) -> bool {
        let tokens = self.tokens;
        let sentence = self.sentence.clone();
        let tabs = tokens.slice(sentence.start, sentence.end).contains('\t');
        let gap = |i: usize| {
            let before = tokens.get(i.wrapping_sub(1)).map_or(0, |t| t.end);
            let wide = tokens.get(i).is_some_and(|t| t.start >= before + 3);
            tokens.word(i) == "|"
                || i > sentence.start && (wide || tabs && tokens.slice(i - 1, i + 1).contains('\t'))
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

/// “we’re hearing unconfirmed reports”, “we are working to confirm this”: what is said of the search and not of the world.
fn is_newsgathering(rest: &[&str]) -> bool {
    let rest = match rest {
        ["’re" | "'re" | "are" | "will" | "’ll" | "'ll", rest @ ..] => rest,
        _ => rest,
    };
    matches!(
        rest,
        ["hearing" | "getting" | "seeing" | "receiving", "unconfirmed" | "reports" | "word" | "some", ..]
            | ["bring" | "bringing" | "have" | "keep", "you" | "more", ..]
            | ["working", "to", "confirm" | "verify", ..]
    ) && rest.len() < 10
}

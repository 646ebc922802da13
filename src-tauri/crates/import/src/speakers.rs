//! Transcripts: who speaks next.

use std::collections::{HashMap, HashSet};

/// Labels with a colon that are nobody.
const NOBODY: &[&str] = &[
    "note",
    "notes",
    "transcript",
    "update",
    "correction",
    "source",
    "sources",
    "read more",
    "more",
    "see also",
    "watch",
    "listen",
    "analysis",
    "opinion",
    "related",
    "published",
    "updated",
    "date",
    "time",
    "summary",
    "claim",
    "verdict",
    "rating",
    "photo",
    "image",
    "caption",
    "video",
    "url",
    "link",
    "tags",
    "topics",
    "contact",
    "email",
    "e-mail",
    "phone",
    "from",
    "to",
    "subject",
    "cc",
    "re",
    "author",
    "by",
    "key points",
    "conclusion",
    "background",
    "warning",
    "title",
    "where",
    "when",
    "who",
    "what",
    "why",
    "how",
];

/// Titles that a point may stand behind.
const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "rep", "gov", "pres", "hon", "rev", "st", "sr", "jr", "gen",
    "lt", "col", "maj", "capt", "cmdr", "adm", "sgt", "amb", "sec", "fr",
];

/// The end of a time in square brackets, or bare, at the start of a turn: `[00:12:31] `.
fn time(turn: &str) -> usize {
    let open = usize::from(turn.starts_with('['));
    let digits = turn.bytes().skip(open).take_while(|b| b.is_ascii_digit() || *b == b':').count();
    let close = usize::from(open == 1 && turn.as_bytes().get(open + digits) == Some(&b']'));
    let end = open + digits + close;
    let timed = turn.get(open..open + digits).is_some_and(|t| t.matches(':').count() >= 1 && digits >= 4);
    let spaces = turn.bytes().skip(end).take_while(|b| *b == b' ').count();
    if timed && open == close && spaces > 0 { end + spaces } else { 0 }
}

/// If a paragraph begins with a label such as `Interviewer:`, the length of the label with its colon, in bytes.
pub(crate) fn label(paragraph: &str) -> Option<usize> {
    let reach = paragraph.get(..paragraph.floor_char_boundary(80))?;
    let begin = time(reach);
    let colon = begin + reach.get(begin..)?.find(':')?;
    let (name, rest) = (paragraph.get(begin..colon)?, paragraph.get(colon + 1..)?);
    let outside = name.split('(').next().unwrap_or(name);
    let words: Vec<&str> = outside.split_whitespace().collect();
    let named = |word: &&str| {
        let first = word.chars().next();
        first.is_some_and(|c| c.is_uppercase() || c.is_numeric())
            || matches!(*word, "de" | "van" | "von" | "der" | "of" | "for" | "and" | "the" | "al" | "bin")
    };
    // “The Secretary of State for Health (Karen Boyle):” names an office at length.
    let most = if name.contains('(') { 9 } else { 5 };
    let begins = name.chars().next().is_some_and(char::is_uppercase);
    // A point stands behind a title or an initial alone.
    let short = |word: &&str| {
        word.strip_suffix('.')
            .is_none_or(|title| title.chars().count() == 1 || TITLES.contains(&title.to_lowercase().as_str()))
    };
    let plain = !name.contains(['!', '?', ';', '“', '"', '\n', '/']) && words.iter().all(short);
    let ok = begins
        && plain
        && (1..=most).contains(&words.len())
        && words.iter().all(named)
        && (rest.is_empty() || rest.starts_with(char::is_whitespace))
        && !NOBODY.contains(&name.to_lowercase().as_str());
    ok.then_some(colon + 1)
}

/// `Q` or `A` alone at the start of a paragraph, without a colon.
fn bare(paragraph: &str) -> Option<(char, bool)> {
    let mut letters = paragraph.chars();
    let who = letters.next().filter(|c| matches!(c, 'Q' | 'A'))?;
    letters.next().filter(|c| *c == ' ')?;
    Some((who, letters.next().is_some_and(char::is_uppercase)))
}

/// What the labels of a transcript look like.
#[derive(Debug, Default)]
pub(crate) struct Turns {
    /// The initials of those whom a label names in full.
    initials: HashSet<String>,
    /// Whether questions and answers begin with a bare `Q` and `A`.
    bare: bool,
}

impl Turns {
    /// The labels of a text with these paragraphs, if it is a transcript: at least two turns, and either somebody speaks
    /// twice or half of the paragraphs are turns.
    pub(crate) fn of<'t>(paragraphs: impl Iterator<Item = &'t str>) -> Option<Self> {
        let mut found = Self::default();
        let (mut all, mut turns, mut speakers) = (0_usize, 0_usize, HashMap::<&str, usize>::new());
        let mut asked = false;
        for paragraph in paragraphs {
            all += 1;
            let who = bare(paragraph);
            // A question, and right behind it its answer: “A man …” alone is none.
            found.bare |= asked && who.is_some_and(|(who, _)| who == 'A');
            asked = who == Some(('Q', true));
            if let Some(end) = label(paragraph) {
                turns += 1;
                let label = paragraph.get(..end).unwrap_or_default();
                *speakers.entry(label).or_default() += 1;
                let words = label.split(['(', ':', ',']).next().unwrap_or_default().split_whitespace();
                let initials: String = words.filter_map(|w| w.chars().next()).collect();
                if initials.len() > 1 {
                    found.initials.insert(initials);
                }
            }
        }
        let enough = turns * 2 >= all || turns * 5 >= all && speakers.values().any(|n| *n > 1);
        (found.bare || turns >= 2 && enough).then_some(found)
    }

    /// The length of the label that begins a paragraph. “RE:” is nobody, unless it is somebody's initials.
    pub(crate) fn label(&self, paragraph: &str) -> Option<usize> {
        label(paragraph)
            .or_else(|| {
                let (name, _) = paragraph.split_once(':')?;
                self.initials.contains(name).then_some(name.len() + 1)
            })
            .or_else(|| {
                self.bare.then(|| bare(paragraph)).flatten().filter(|(_, capital)| *capital).map(|_| 1)
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn speakers_are_told_from_other_labels() {
        for (paragraph, expected) in [
            ("Interviewer: Why?", Some("Interviewer:")),
            ("Q: Why?", Some("Q:")),
            ("MR. SMITH: No.", Some("MR. SMITH:")),
            ("GOV. PELL: No.", Some("GOV. PELL:")),
            ("Lt. Gen. J. Roe: No.", Some("Lt. Gen. J. Roe:")),
            ("[00:12:31] SPEAKER 2: No.", Some("[00:12:31] SPEAKER 2:")),
            ("They left. Then: nothing.", None),
            ("Antony Blinken (US): Yes.", Some("Antony Blinken (US):")),
            ("Secretary of State: Yes.", Some("Secretary of State:")),
            ("BIDEN:", Some("BIDEN:")),
            ("Note: this is not said by anyone.", None),
            ("He said: no.", None),
            ("The reason is simple: money.", None),
            ("At 10:30 they met.", None),
            ("https://example.org: x", None),
        ] {
            assert_eq!(label(paragraph).map(|end| &paragraph[..end]), expected, "{paragraph}");
        }
    }

    #[test]
    fn one_colon_makes_no_transcript() {
        assert!(Turns::of(["Q: Why?", "A: Because."].into_iter()).is_some());
        let portrait = ["Lavrov: a portrait", "He was born.", "He went to school.", "He met Mr. Blinken."];
        assert!(Turns::of(portrait.into_iter()).is_none());
    }

    #[test]
    fn initials_are_those_of_a_name_in_full() {
        let talk = ["Jim Pryce: Why?", "Ruth Ekene: Because.", "JP: When?", "RE: In May."];
        let turns = Turns::of(talk.into_iter()).unwrap();
        assert_eq!(turns.label("RE: In May."), Some(3));
        assert_eq!(turns.label("JP: When?"), Some(3));
        let memo = ["FROM: Ann Cole", "TO: Tom Reed", "CC: All", "RE: the budget"];
        assert!(Turns::of(memo.into_iter()).is_none());
        let other = ["Ann Cole: Why?", "Tom Reed: Because."];
        assert_eq!(Turns::of(other.into_iter()).unwrap().label("RE: the budget"), None);
    }

    #[test]
    fn questions_and_answers_may_do_without_colons() {
        let talk = ["Q Did you meet him?", "A I met him twice.", "A Met officer came.", "A man came."];
        let turns = Turns::of(talk.into_iter()).unwrap();
        let got: Vec<_> = talk.iter().map(|p| turns.label(p)).collect();
        assert_eq!(got, [Some(1), Some(1), Some(1), None]);
        assert!(Turns::of(["A Met officer came.", "A man came."].into_iter()).is_none());
        assert!(Turns::of(["Q Park is open.", "The zoo is closed.", "A man came."].into_iter()).is_none());
    }
}

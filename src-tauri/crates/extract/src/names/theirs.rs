//! What a sentence tells of the gender of somebody it names: “Rina Sari, 34, who was travelling with her sons”.

use super::people::is_person_noun;
use super::persons::Meant;
use super::run::Run;
use super::words::{is_first_name, is_title};
use super::{Names, is_body};
use crate::tokens::{Kind, Tokens};
use crate::verbs::{is_article, is_function, is_preposition};

/// So many tokens behind a name its owner is looked for.
const REACH: usize = 18;

impl Names {
    /// Whether the name is a woman's, where what stands right behind it is hers or his and nobody else's.
    pub(super) fn told_by_own(&self, tokens: &Tokens<'_>, run: &Run, end: usize) -> Option<bool> {
        let is_short = |i: usize| tokens.raw(i).len() > 2 && tokens.raw(i).chars().all(char::is_uppercase);
        if run.to == run.from + 1 || is_body(tokens, run) || (run.from..run.to).any(is_short) {
            return None;
        }
        let apposed = tokens.word(run.to) == ",";
        // Behind a comma it is still told who that is, and then what they do.
        let mut inside = apposed;
        for k in run.to + 1..end.min(run.to + REACH) {
            let word = tokens.word(k);
            let female = match word {
                // “NAFTA, signed by her husband,”
                "her" | "his" if tokens.word(k - 1) == "by" => return None,
                "his" | "himself" => Some(false),
                "herself" => Some(true),
                // “met her at noon”: not hers.
                "her" if is_owned(tokens, k + 1) => Some(true),
                _ => None,
            };
            if let Some(female) = female {
                // “Tordis Ferrante, his lawyer,”: somebody else's.
                if apposed && k == run.to + 1 {
                    return None;
                }
                let alone = inside || matches!(self.persons.meant(female, run.from), Meant::Nobody);
                return Some(female).filter(|_| alone);
            }
            if matches!(word, "he" | "she" | "who" | "whose") && !inside
                || tokens.capital(k) && (is_first_name(word) || is_title(word))
                || !inside && (tokens.capital(k) || is_person_noun(word))
                || matches!(word, ";" | ":" | "“" | "\"")
            {
                return None;
            }
            inside &= !(word == "," && k > run.to + 2 && !tokens.is(k - 1, Kind::Number));
        }
        None
    }
}

/// Whether the word at `i` may be what somebody has.
fn is_owned(tokens: &Tokens<'_>, i: usize) -> bool {
    let word = tokens.word(i);
    let small = is_function(word) || is_preposition(word) || is_article(word) || word.ends_with("ly");
    tokens.is(i, Kind::Number)
        || tokens.is(i, Kind::Word) && !small
        || matches!(word, "own" | "first" | "last")
}

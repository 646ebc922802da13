//! Nouns for deeds made into sentences: “Moscow's decision to leave” says that Moscow decided to leave.

use std::ops::Range;

use super::Worded;
use crate::verbs::has_finite;

impl Worded<'_, '_> {
    /// The sentence that a noun phrase with its doer amounts to, where the noun has a verb.
    pub(super) fn deed(&self, range: &Range<usize>) -> Option<String> {
        let tokens = self.tokens;
        if has_finite(tokens, range.clone()) {
            return None;
        }
        let near = range.start..range.end.min(range.start + 16);
        let owner = near.clone().find(|i| {
            matches!(tokens.word(*i), "’s" | "'s")
                || matches!(tokens.word(*i), "’" | "'")
                    && *i > range.start
                    && tokens.word(i - 1).ends_with('s')
        });
        if let Some(mark) = owner.filter(|m| *m > range.start) {
            let noun = (mark + 1..near.end.min(mark + 4))
                .find_map(|i| Some((i, verb_of(tokens.word(i), tokens.word(i + 1))?)));
            let (at, verb) = noun?;
            let mut text = String::new();
            self.write(&(range.start..mark), &mut text);
            if (mark + 1..at).any(|i| tokens.word(i) == "recent") {
                text.push_str(" recently");
            }
            text.push(' ');
            text.push_str(verb.words);
            let from = at + 1 + usize::from(verb.drops);
            self.follow(from..range.end, &mut text);
            return Some(text);
        }
        // “the failure of the ministers to agree”, “a decision by the court to stay”
        let at = near.clone().take(4).find(|i| verb_of(tokens.word(*i), "to").is_some())?;
        if !matches!(tokens.word(at + 1), "of" | "by") {
            return None;
        }
        let to = (at + 2..range.end.min(at + 16)).find(|i| tokens.word(*i) == "to")?;
        if to == at + 2 {
            return None;
        }
        let verb = verb_of(tokens.word(at), "to")?;
        let mut text = String::new();
        self.write(&(at + 2..to), &mut text);
        text.push(' ');
        text.push_str(verb.words);
        self.follow(to..range.end, &mut text);
        Some(text)
    }

    fn follow(&self, range: Range<usize>, text: &mut String) {
        if !range.is_empty() {
            text.push(' ');
            self.write(&range, text);
        }
    }
}

struct Deed {
    words: &'static str,
    /// Whether the word behind the noun has no place behind the verb: “invasion of”, “invaded”.
    drops: bool,
}

/// The past of the verb that a noun stands for, before the word that follows it.
fn verb_of(noun: &str, next: &str) -> Option<Deed> {
    let to = match noun {
        "decision" => "decided",
        "plan" | "plans" => "planned",
        "refusal" => "refused",
        "failure" => "failed",
        "attempt" | "attempts" => "attempted",
        "effort" | "efforts" => "tried",
        "offer" => "offered",
        "agreement" => "agreed",
        "promise" | "promises" => "promised",
        "pledge" => "pledged",
        "vow" => "vowed",
        "threat" | "threats" => "threatened",
        "proposal" => "proposed",
        "intention" => "intended",
        "desire" => "wanted",
        "willingness" => "was willing",
        "readiness" => "was ready",
        "unwillingness" => "was unwilling",
        "inability" => "was unable",
        "reluctance" => "was reluctant",
        _ => "",
    };
    if next == "to" && !to.is_empty() {
        return Some(Deed { words: to, drops: false });
    }
    let (words, before) = match noun {
        "invasion" => ("invaded", "of"),
        "annexation" => ("annexed", "of"),
        "occupation" => ("occupied", "of"),
        "suspension" => ("suspended", "of"),
        "closure" => ("closed", "of"),
        "purchase" => ("bought", "of"),
        "acquisition" => ("acquired", "of"),
        "takeover" => ("took over", "of"),
        "sale" => ("sold", "of"),
        "use" => ("used", "of"),
        "treatment" => ("treated", "of"),
        "arrest" => ("arrested", "of"),
        "killing" => ("killed", "of"),
        "rejection" => ("rejected", "of"),
        "cancellation" => ("cancelled", "of"),
        "destruction" => ("destroyed", "of"),
        "approval" => ("approved", "of"),
        "appointment" => ("appointed", "of"),
        "attack" | "attacks" => ("attacked", "on"),
        "ban" => ("banned", "on"),
        "withdrawal" => ("withdrew", "from"),
        "resignation" => ("resigned", "from"),
        _ => return None,
    };
    let drops = before != "from";
    (next == before).then_some(Deed { words, drops })
}

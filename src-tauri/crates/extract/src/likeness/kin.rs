//! English words that stand for one another in news, and those that say the opposite.
//!
//! Each line is a group of words that report one thing: “die”, “death”. A group may name its opposite: of two claims with
//! the same names, one that something rose and one that it fell are not the same.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::words::stem;

/// The words of a group; the number of the group that says the opposite, counted from zero, if there is one.
const GROUPS: &[(&str, Option<usize>)] = &[
    ("rise rose risen increase climb gain jump surge soar grow grew grown growth up higher rally", Some(1)),
    (
        "fall fell fallen drop decline plunge slide slid tumble sink sank sunk shrink shrank decrease down lower slump",
        Some(0),
    ),
    ("win won victory triumph beat", Some(3)),
    ("lose lost defeat loss", Some(2)),
    ("open reopen", Some(5)),
    ("close shut closure", Some(4)),
    ("buy bought purchase acquire acquisition takeover", Some(7)),
    ("sell sold sale divest", Some(6)),
    ("accept approve approval agree agreement", Some(9)),
    ("reject rejection refuse refusal deny denied denial", Some(8)),
    ("begin began begun start launch commence", Some(11)),
    ("end finish conclude", Some(10)),
    ("arrive arrival enter entry", Some(13)),
    ("leave left depart departure exit quit resign resignation", Some(12)),
    ("hire recruit employ", Some(15)),
    ("fire dismiss sack layoff", Some(14)),
    ("legal lawful", Some(17)),
    ("illegal unlawful", Some(16)),
    ("guilty convict conviction", Some(19)),
    ("innocent acquit acquittal", Some(18)),
    ("alive survive survivor", Some(21)),
    ("die died dead death kill", Some(20)),
    ("most highest largest biggest maximum", Some(23)),
    ("least lowest smallest minimum", Some(22)),
    ("before", Some(25)),
    ("after", Some(24)),
    ("cut reduce reduction slash trim", None),
    ("announce announcement unveil reveal disclose introduce introduction", None),
    ("plan intend intention", None),
    ("firm company corporation business enterprise", None),
    ("chief boss head ceo president chairman leader", None),
    ("job worker employee staff workforce post position", None),
    ("car auto automobile vehicle automotive automaker carmaker", None),
    ("plane aircraft airplane jet airliner", None),
    ("price cost", None),
    ("share stock", None),
    ("name appoint appointment", None),
    ("bankrupt bankruptcy insolvency insolvent", None),
    ("help aid assistance assist support", None),
    ("money fund funding cash finance financial", None),
    ("loan credit lend lent", None),
    ("meet met meeting talk summit", None),
    ("war conflict invasion invade", None),
    ("attack strike raid assault", None),
    ("injure injury wound hurt", None),
    ("arrest detain detention custody", None),
    ("vote election elect poll ballot", None),
    ("law legislation bill act statute", None),
    ("police officer", None),
    ("child children kid", None),
    ("man men", None),
    ("woman women", None),
    ("person people", None),
    ("build built construct construction building", None),
    ("make made produce production manufacture output", None),
    ("tell told say said state", None),
    ("give gave given grant provide", None),
    ("send sent deliver delivery dispatch", None),
    ("show shew shown demonstrate", None),
    ("earn earnings profit income revenue", None),
    ("pay paid payment", None),
    ("spend spent spending expenditure", None),
    ("crash accident collision collide", None),
    ("fly flew flown flight", None),
    ("delay postpone postponement", None),
    ("release publish publication issue", None),
    ("movie film feature", None),
    ("program programme software application app", None),
    ("resolve settle settlement solve", None),
    ("limit restrict restriction cap", None),
    ("pass overtake replace surpass exceed", None),
    ("first maiden initial", None),
    ("top leading foremost", None),
    ("dispute row quarrel controversy", None),
    ("rescue bailout bail save", None),
    ("recommend advise urge advice", None),
    ("forecast anticipate expect predict expectation prediction", None),
    ("cancel scrap abandon", None),
    ("world global worldwide international", None),
    ("lawsuit sue sued litigation suit", None),
    ("student pupil", None),
    ("doctor physician", None),
    ("illness disease sickness", None),
    ("america american us usa u.s united-states", None),
    ("britain british uk u.k", None),
];

/// The group of each word, by its stem.
static KIN: LazyLock<HashMap<String, usize>> = LazyLock::new(|| {
    let words = GROUPS.iter().enumerate().flat_map(|(n, (words, _))| words.split(' ').map(move |w| (w, n)));
    words.map(|(word, group)| (stem(word), group)).collect()
});

/// The group that a word belongs to, by its stem.
pub(super) fn group(stem: &str) -> Option<usize> {
    KIN.get(stem).copied()
}

/// The group that says the opposite of a group.
pub(super) fn opposite(group: usize) -> Option<usize> {
    GROUPS.get(group).and_then(|(_, opposite)| *opposite)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn opposites_are_mutual() {
        for n in 0..GROUPS.len() {
            if let Some(other) = opposite(n) {
                assert_eq!(opposite(other), Some(n), "group {n}");
            }
        }
    }

    #[test]
    fn a_word_is_in_one_group() {
        let words: Vec<String> = GROUPS.iter().flat_map(|(words, _)| words.split(' ')).map(stem).collect();
        let groups: std::collections::HashSet<(String, Option<usize>)> =
            words.iter().map(|w| (w.clone(), group(w))).collect();
        let stems: std::collections::HashSet<&String> = words.iter().collect();
        assert_eq!(groups.len(), stems.len());
        assert_eq!(group(&stem("falling")), group(&stem("plunged")));
        assert_eq!(group(&stem("rises")).and_then(opposite), group(&stem("fell")));
    }
}

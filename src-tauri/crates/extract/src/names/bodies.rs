//! Bodies: which of those named “the firm”, “the ministry” and “the bank” stand for.

use crate::tokens::Tokens;

/// More bodies than this are not remembered.
const MOST: usize = 48;

/// The bodies that a text has named so far.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    known: Vec<String>,
}

impl Bodies {
    pub(super) fn add(&mut self, name: &str) {
        let name = name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name);
        let short =
            name.chars().count() < 2 || is_stand_in(&name.to_lowercase()) || is_country(&name.to_lowercase());
        if !short && self.known.len() < MOST && !self.known.iter().any(|k| k == name) {
            self.known.push(name.to_owned());
        }
    }

    /// Whether another firm has spoken than this one.
    pub(super) fn names_other(&self, name: &str) -> bool {
        self.known
            .iter()
            .any(|k| !is_public(&k.to_lowercase()) && !k.starts_with(name) && !name.starts_with(k.as_str()))
    }

    /// The one body that this word can stand for; none if there is none, or more than one.
    pub(super) fn meant(&self, word: &str) -> Option<&str> {
        if is_company(word) {
            return one(self.known.iter().filter(|n| !is_public(&n.to_lowercase())));
        }
        let kinds = kinds(word)?;
        one(self.known.iter().filter(|name| {
            let name = name.to_lowercase();
            kinds.contains(&head(&name)) || word == "bank" && is_bank(&name)
        }))
    }
}

/// The end of the body's name that begins at `i`, where its own words say what it is: “the University of Leeds”. Companies are
/// left to those that spoke, as most of their names tell nothing.
pub(super) fn named_at(tokens: &Tokens<'_>, i: usize, end: usize) -> Option<usize> {
    let begins =
        tokens.capital(i) && (i == 0 || !tokens.capital(i - 1)) || i > 0 && tokens.word(i - 1) == "the";
    if !begins || !tokens.capital(i) {
        return None;
    }
    let from = i + usize::from(tokens.word(i) == "the");
    let mut to = (from..end.min(from + 7)).find(|k| !tokens.capital(*k)).unwrap_or(end.min(from + 7));
    let last = to.checked_sub(1).filter(|l| *l >= from)?;
    let head = tokens.word(last);
    let more = matches!(tokens.word(to), "of" | "for") && tokens.capital(to + 1) && to + 1 < end;
    if more && (kinds(head).is_some() || head == "bank") {
        to = (to + 1..end.min(to + 6)).find(|k| !tokens.capital(*k)).unwrap_or(end.min(to + 6));
    } else if to < from + 2 || kinds(head).is_none() {
        return None;
    }
    Some(to)
}

/// The word of a name that says what it is: the last, or that before “of”. The Senate Banking Committee is no bank.
fn head(name: &str) -> &str {
    let whole = name.split(" of ").next().and_then(|n| n.split(" for ").next()).unwrap_or(name);
    whole.rsplit([' ', '-']).next().unwrap_or(whole)
}

/// The name that is the only one, or the shortest of those that are the same at length: “Acme”, “Acme Motors”.
fn one<'n>(mut names: impl Iterator<Item = &'n String>) -> Option<&'n str> {
    let first = names.next()?;
    names.all(|n| n.starts_with(first.as_str()) || first.starts_with(n.as_str())).then_some(first.as_str())
}

/// Whether “the” and this word may stand for a body named before.
pub(super) fn is_stand_in(word: &str) -> bool {
    is_company(word) || kinds(word).is_some()
}

/// Words for any body that does business.
pub(super) fn is_company(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "firm"
            | "group"
            | "carmaker"
            | "automaker"
            | "airline"
            | "manufacturer"
            | "retailer"
            | "publisher"
    )
}

/// The words of which a body's name has one, if this word stands for it.
fn kinds(word: &str) -> Option<&'static [&'static str]> {
    Some(match word {
        "ministry" => &["ministry"],
        "department" => &["department"],
        "bank" => &["bank", "banks"],
        "police" | "force" => &["police", "constabulary"],
        "court" => &["court"],
        "university" => &["university"],
        "college" => &["college"],
        "council" => &["council"],
        "committee" => &["committee"],
        "agency" => &["agency"],
        "commission" => &["commission"],
        "authority" => &["authority"],
        "institute" => &["institute"],
        "association" => &["association"],
        "foundation" => &["foundation"],
        "union" => &["union", "unite", "unison"],
        "party" => &["party"],
        "charity" => &["trust", "foundation", "oxfam", "unicef", "shelter"],
        "organisation" | "organization" => &["organisation", "organization"],
        _ => return None,
    })
}

fn is_bank(name: &str) -> bool {
    matches!(
        name,
        "barclays"
            | "hsbc"
            | "lloyds"
            | "natwest"
            | "santander"
            | "goldman sachs"
            | "jpmorgan"
            | "jp morgan"
            | "citigroup"
            | "ubs"
            | "credit suisse"
            | "morgan stanley"
            | "wells fargo"
            | "bnp paribas"
            | "unicredit"
            | "monzo"
            | "ecb"
            | "rbs"
    )
}

/// Bodies that do no business: the state's, the law's, and those of many.
pub(super) fn is_public(name: &str) -> bool {
    let word = |w: &str| {
        matches!(
            w,
            "ministry"
                | "department"
                | "police"
                | "constabulary"
                | "court"
                | "university"
                | "college"
                | "school"
                | "council"
                | "committee"
                | "agency"
                | "commission"
                | "authority"
                | "institute"
                | "association"
                | "foundation"
                | "union"
                | "party"
                | "government"
                | "parliament"
                | "congress"
                | "senate"
                | "house"
                | "office"
                | "bureau"
                | "nations"
                | "administration"
                | "federation"
                | "army"
                | "navy"
                | "hospital"
                | "treasury"
                | "embassy"
                | "cabinet"
                | "organisation"
                | "organization"
                | "trust"
                | "kremlin"
                | "pentagon"
                | "labour"
                | "conservatives"
                | "tories"
                | "republicans"
                | "democrats"
                | "nato"
                | "un"
                | "eu"
                | "who"
                | "nhs"
                | "fbi"
                | "cia"
                | "fed"
                | "ofcom"
                | "ofgem"
                | "ofsted"
                | "fda"
                | "nasa"
                | "hamas"
                | "hezbollah"
                | "taliban"
                | "fifa"
                | "uefa"
                | "church"
                | "republic"
                | "states"
                | "street"
                | "reserve"
        )
    };
    name.split([' ', '-']).any(word)
}

/// Countries and their capitals, which speak for governments.
fn is_country(name: &str) -> bool {
    matches!(
        name,
        "afghanistan"
            | "argentina"
            | "australia"
            | "austria"
            | "bangladesh"
            | "beijing"
            | "belarus"
            | "belgium"
            | "berlin"
            | "brazil"
            | "britain"
            | "brussels"
            | "bulgaria"
            | "canada"
            | "chile"
            | "china"
            | "colombia"
            | "croatia"
            | "cuba"
            | "denmark"
            | "egypt"
            | "england"
            | "estonia"
            | "ethiopia"
            | "finland"
            | "france"
            | "georgia"
            | "germany"
            | "greece"
            | "hungary"
            | "iceland"
            | "india"
            | "indonesia"
            | "iran"
            | "iraq"
            | "ireland"
            | "israel"
            | "italy"
            | "japan"
            | "jordan"
            | "kenya"
            | "kiev"
            | "kyiv"
            | "kuwait"
            | "latvia"
            | "lebanon"
            | "libya"
            | "lithuania"
            | "london"
            | "madrid"
            | "malaysia"
            | "mexico"
            | "moldova"
            | "moscow"
            | "myanmar"
            | "netherlands"
            | "new zealand"
            | "nigeria"
            | "north korea"
            | "norway"
            | "pakistan"
            | "paris"
            | "peru"
            | "philippines"
            | "poland"
            | "portugal"
            | "qatar"
            | "romania"
            | "rome"
            | "russia"
            | "saudi arabia"
            | "scotland"
            | "serbia"
            | "singapore"
            | "slovakia"
            | "slovenia"
            | "south africa"
            | "south korea"
            | "spain"
            | "sudan"
            | "sweden"
            | "switzerland"
            | "syria"
            | "taiwan"
            | "thailand"
            | "tokyo"
            | "tunisia"
            | "turkey"
            | "ukraine"
            | "united kingdom"
            | "united states"
            | "uk"
            | "us"
            | "u.s"
            | "u.k"
            | "usa"
            | "venezuela"
            | "vietnam"
            | "wales"
            | "washington"
            | "yemen"
            | "zimbabwe"
    )
}

//! Bodies: which of those named “the firm”, “the ministry” and “the bank” stand for.

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
        let short = name.chars().count() < 2 || is_country(&name.to_lowercase());
        if !short && self.known.len() < MOST && !self.known.iter().any(|k| k == name) {
            self.known.push(name.to_owned());
        }
    }

    /// The one body that this word can stand for; none if there is none, or more than one.
    pub(super) fn meant(&self, word: &str) -> Option<&str> {
        if is_company(word) {
            return one(self.known.iter().filter(|n| !is_public(&n.to_lowercase())));
        }
        let kinds = kinds(word)?;
        one(self.known.iter().filter(|name| {
            let name = name.to_lowercase();
            name.split([' ', '-']).any(|w| kinds.contains(&w)) || word == "bank" && is_bank(&name)
        }))
    }
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
fn is_company(word: &str) -> bool {
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
        "bank" => &["bank", "banks", "banking"],
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

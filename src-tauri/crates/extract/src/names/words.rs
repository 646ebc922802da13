//! Titles, offices, first names, and the words in the names of bodies.

use super::given::given;
use super::people::is_person_noun;

pub(super) fn is_opener(word: &str) -> bool {
    matches!(
        word,
        "the"
            | "a"
            | "an"
            | "in"
            | "on"
            | "at"
            | "but"
            | "and"
            | "when"
            | "while"
            | "after"
            | "as"
            | "for"
            | "by"
            | "if"
            | "this"
            | "that"
            | "earlier"
            | "since"
            | "during"
            | "according"
    )
}

pub(super) fn is_weak(word: &str) -> bool {
    crate::values::is_calendar_word(word) || is_opener(word)
}

/// Titles that stand before a name.
pub(super) fn is_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "sir"
            | "lord"
            | "lady"
            | "dame"
            | "president"
            | "premier"
            | "chancellor"
            | "minister"
            | "secretary"
            | "senator"
            | "sen"
            | "rep"
            | "representative"
            | "gov"
            | "governor"
            | "gen"
            | "general"
            | "col"
            | "colonel"
            | "captain"
            | "capt"
            | "lt"
            | "sgt"
            | "judge"
            | "justice"
            | "prof"
            | "professor"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "pope"
            | "rev"
            | "mayor"
            | "ambassador"
            | "chairman"
            | "chairwoman"
            | "ceo"
            | "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "det"
            | "detective"
            | "insp"
            | "inspector"
            | "supt"
            | "superintendent"
            | "sergeant"
            | "pc"
            | "cllr"
            | "councillor"
            | "lieutenant"
            | "maj"
            | "brig"
            | "admiral"
            | "commissioner"
            | "congressman"
            | "congresswoman"
            | "attorney"
            | "speaker"
            | "archbishop"
            | "sheriff"
            | "constable"
            | "rabbi"
            | "imam"
            | "sheikh"
            | "ayatollah"
            | "cardinal"
            | "bishop"
            | "baroness"
            | "viscount"
            | "countess"
            | "duchess"
            | "emperor"
            | "empress"
            | "emir"
            | "sultan"
            | "brigadier"
            | "commodore"
            | "corporal"
            | "cpl"
            | "reverend"
            | "monsignor"
            | "chairperson"
            | "assemblyman"
            | "assemblywoman"
            | "alderman"
            | "taoiseach"
            | "coroner"
            | "adm"
            | "cmdr"
            | "undersecretary"
            | "prosecutor"
            | "coach"
    )
}

/// Titles that are as often part of another name: they are titles before a first name only (“Father Brian Cole”, not “Duke
/// University”).
pub(super) fn is_title_before_first_name(word: &str) -> bool {
    is_person_noun(word)
        || matches!(
            word,
            "major"
                | "earl"
                | "duke"
                | "baron"
                | "count"
                | "marshal"
                | "private"
                | "officer"
                | "trooper"
                | "superstar"
                | "councilman"
                | "councilwoman"
                | "selectman"
                | "provost"
                | "dean"
                | "supervisor"
                | "treasurer"
        )
}

pub(super) fn is_office(word: &str) -> bool {
    matches!(
        word,
        "state" | "defense" | "defence" | "commerce" | "energy" | "education" | "labor" | "transportation"
    )
}

/// Words of office that stand right before a person's name without a capital.
pub(crate) fn is_role(word: &str) -> bool {
    matches!(
        word,
        "spokesman"
            | "spokeswoman"
            | "spokesperson"
            | "minister"
            | "president"
            | "analyst"
            | "economist"
            | "executive"
            | "director"
            | "chief"
            | "head"
            | "lawyer"
            | "attorney"
            | "secretary"
            | "chairman"
            | "chairwoman"
            | "ceo"
            | "founder"
            | "co-founder"
            | "leader"
            | "officer"
            | "manager"
            | "professor"
            | "historian"
            | "author"
            | "journalist"
            | "correspondent"
            | "counterpart"
            | "senator"
            | "governor"
            | "mayor"
            | "ambassador"
            | "actor"
            | "actress"
            | "singer"
    )
}

/// Words in the names of organisations and places.
pub(crate) fn is_body_word(word: &str) -> bool {
    matches!(
        word,
        "department"
            | "county"
            | "parish"
            | "athletic"
            | "platforms"
            | "entertainment"
            | "entertainments"
            | "hotels"
            | "stadium"
            | "islands"
            | "mosque"
            | "brewery"
            | "aid"
            | "holdings"
            | "railway"
            | "ministry"
            | "tv"
            | "radio"
            | "fm"
            | "news"
            | "television"
            | "group"
            | "inc"
            | "plc"
            | "ltd"
            | "llc"
            | "asa"
            | "gmbh"
            | "corp"
            | "company"
            | "council"
            | "nations"
            | "bank"
            | "university"
            | "association"
            | "party"
            | "committee"
            | "agency"
            | "court"
            | "house"
            | "motors"
            | "force"
            | "union"
            | "institute"
            | "office"
            | "states"
            | "kingdom"
            | "times"
            | "post"
            | "journal"
            | "street"
            | "city"
            | "computer"
            | "airlines"
            | "airways"
            | "foundation"
            | "federation"
            | "commission"
            | "authority"
            | "administration"
            | "bureau"
            | "international"
            | "corporation"
            | "industries"
            | "technologies"
            | "systems"
            | "parliament"
            | "congress"
            | "senate"
            | "government"
            | "society"
            | "trust"
            | "fund"
            | "college"
            | "hospital"
            | "league"
            | "museum"
            | "police"
            | "constabulary"
            | "treasury"
            | "airport"
            | "water"
            | "energy"
            | "rail"
            | "foods"
            | "pharmaceuticals"
            | "insurance"
            | "telecom"
    )
}

/// Letters behind a name that are none of it: “Peter Rowe KC”.
pub(super) fn is_honour(word: &str) -> bool {
    matches!(word, "kc" | "qc" | "mp" | "msp" | "obe" | "cbe" | "mbe" | "jr" | "sr")
}

pub(super) fn is_first_name(word: &str) -> bool {
    given(word).is_some()
}

/// Whether a common first name is a woman's; nothing where it may be anybody's or is none.
pub(super) fn first_name_gender(word: &str) -> Option<bool> {
    given(word)?.female
}

//! Titles, offices, first names, and the words in the names of bodies.

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
            | "congressman"
            | "congresswoman"
            | "attorney"
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
pub(super) fn is_body_word(word: &str) -> bool {
    matches!(
        word,
        "department"
            | "ministry"
            | "group"
            | "inc"
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
            | "news"
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
    )
}

/// “the firm”: stands for the body named before.
pub(super) fn is_stand_in(word: &str) -> bool {
    matches!(
        word,
        "company"
            | "firm"
            | "group"
            | "agency"
            | "ministry"
            | "department"
            | "organisation"
            | "organization"
            | "bank"
            | "carmaker"
            | "automaker"
            | "airline"
            | "manufacturer"
            | "union"
            | "commission"
            | "party"
            | "charity"
    )
}

pub(super) fn is_first_name(word: &str) -> bool {
    first_name_gender(word).is_some()
}

/// Whether a common first name is a woman's.
pub(super) fn first_name_gender(word: &str) -> Option<bool> {
    match word {
        "alan" | "alex" | "alexander" | "andrew" | "anthony" | "antony" | "barack" | "ben" | "bernard"
        | "bill" | "bob" | "boris" | "brian" | "carlos" | "charles" | "chris" | "christopher" | "daniel"
        | "david" | "dmitry" | "donald" | "edward" | "eric" | "francis" | "frank" | "gary" | "george"
        | "gordon" | "harry" | "henry" | "ivan" | "jack" | "jacques" | "james" | "jason" | "jean"
        | "jeff" | "jim" | "joe" | "john" | "jonathan" | "jose" | "joseph" | "juan" | "keith" | "ken"
        | "kevin" | "larry" | "lee" | "louis" | "luis" | "mark" | "martin" | "matthew" | "michael"
        | "mike" | "mohammed" | "muhammad" | "narendra" | "nicholas" | "nicolas" | "patrick" | "paul"
        | "peter" | "philip" | "richard" | "rick" | "robert" | "ronald" | "roger" | "sam" | "scott"
        | "sergei" | "sergey" | "simon" | "stephen" | "steve" | "steven" | "thomas" | "tim" | "timothy"
        | "tom" | "tony" | "vladimir" | "volodymyr" | "walter" | "warren" | "william" => Some(false),
        "alice" | "angela" | "ann" | "anna" | "anne" | "barbara" | "carol" | "caroline" | "catherine"
        | "christine" | "claire" | "diana" | "elena" | "elizabeth" | "emily" | "emma" | "hillary"
        | "helen" | "jane" | "jennifer" | "jessica" | "julia" | "julie" | "karen" | "kate" | "laura"
        | "linda" | "lisa" | "liz" | "margaret" | "maria" | "marie" | "mary" | "michelle" | "nancy"
        | "nicola" | "olga" | "rachel" | "rebecca" | "sandra" | "sandy" | "sarah" | "sophie" | "susan"
        | "theresa" | "ursula" => Some(true),
        _ => None,
    }
}

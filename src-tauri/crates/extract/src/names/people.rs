//! Nouns for persons: those that stand for somebody without a name, and those that stand right before one.

use crate::lexicon::Lexicon;

use super::given::Gender;
use super::words::is_role;
use crate::tokens::Tokens;

/// Callings, kinship and offices, beside [`is_role`], that stand before a name or, with “a” or “his”, for somebody.
#[rustfmt::skip]
static PERSONS: Lexicon<()> = Lexicon::of(&[(&[
    "accountant", "activist", "adviser", "advisor", "agent", "aide", "analyst", "anthropologist", "archaeologist", "architect",
    "artist", "assistant", "astronomer", "astronaut", "athlete", "aunt", "banker", "barrister", "batsman", "billionaire",
    "biographer", "biologist", "blogger", "boss", "boxer", "boyfriend", "broadcaster", "brother", "builder", "businessman",
    "businesswoman", "butcher", "bystander", "campaigner", "candidate", "captain", "carer", "chair", "chef", "chemist",
    "classmate", "climatologist", "clinician", "coach", "colleague", "columnist", "comedian", "commander", "commentator",
    "commissioner", "composer", "conductor", "congressman", "congresswoman", "constable", "consultant", "coroner",
    "councillor", "counsellor", "cousin", "critic", "dad", "daughter", "defender", "delegate", "demographer", "deputy",
    "designer", "detective", "developer", "diplomat", "dissident", "doctor", "driver", "ecologist", "editor", "employee",
    "engineer", "entrepreneur", "epidemiologist", "expert", "farmer", "father", "fiance", "fiancé", "fiancee", "fiancée",
    "firefighter", "fisherman", "footballer", "forward", "friend", "gardener", "geneticist", "geologist", "girlfriend",
    "goalkeeper", "grandfather", "grandmother", "grandson", "granddaughter", "guitarist", "hacker", "husband", "immunologist",
    "inspector", "investigator", "investor", "keeper", "landlord", "lawmaker", "lecturer", "lieutenant", "magistrate",
    "mechanic", "microbiologist", "midfielder", "midwife", "mother", "mum", "mom", "musician", "negotiator", "neighbor",
    "neighbour", "nephew", "neurologist", "neuroscientist", "niece", "novelist", "nurse", "nutritionist", "oceanographer",
    "organiser", "organizer", "owner", "painter", "paramedic", "parent", "partner", "pastor", "pathologist", "paediatrician",
    "pediatrician", "pensioner", "pharmacist", "philosopher", "photographer", "physician", "physicist", "pilot", "playwright",
    "plumber", "poet", "policeman", "policewoman", "politician", "predecessor", "presenter", "priest", "producer",
    "prosecutor", "psychiatrist", "psychologist", "publicist", "pundit", "rapper", "receptionist", "reporter",
    "representative", "researcher", "resident", "roommate", "scholar", "scientist", "secretary", "seismologist", "sergeant",
    "shopkeeper", "shopper", "sister", "socialist", "sociologist", "soldier", "solicitor", "son", "specialist", "stepfather",
    "stepmother", "strategist", "striker", "student", "successor", "superintendent", "surgeon", "survivor", "teacher",
    "teammate", "technician", "therapist", "trader", "trustee", "tutor", "uncle", "vet", "veteran", "vicar", "virologist",
    "volunteer", "waiter", "waitress", "whistleblower", "widow", "widower", "wife", "winger", "witness", "worker", "writer",
    "ex-husband", "ex-wife",
], ())]);

/// Whether a word says what somebody is: “coach Erik ten Hag”, “a neighbour”.
pub(crate) fn is_person_noun(word: &str) -> bool {
    is_role(word) && !matches!(word, "head" | "chief" | "counterpart") || PERSONS.has(word)
}

/// Nouns for one person who has no name here, with the gender that they tell.
pub(super) fn unnamed(word: &str) -> Option<Gender> {
    let female = match word {
        "man" | "boy" | "son" | "husband" | "father" | "brother" | "spokesman" | "businessman" | "gunman"
        | "uncle" | "policeman" | "boyfriend" | "grandfather" | "chairman" | "actor" => Some(false),
        "woman" | "girl" | "daughter" | "wife" | "mother" | "sister" | "spokeswoman" | "businesswoman"
        | "aunt" | "policewoman" | "girlfriend" | "grandmother" | "chairwoman" | "actress" => Some(true),
        "suspect" | "victim" | "defendant" | "attacker" | "driver" | "patient" | "pupil" | "student"
        | "teenager" | "spokesperson" | "official" | "officer" | "witness" | "prisoner" | "passenger" => None,
        _ => return None,
    };
    Some(Gender { female })
}

/// The gender that a noun for a person tells.
pub(super) fn noun_gender(word: &str) -> Option<bool> {
    unnamed(word).and_then(|g| g.female).or(match word {
        "nephew" | "grandson" | "stepfather" | "widower" | "dad" | "congressman" | "batsman"
        | "fisherman" | "waiter" | "fiance" | "fiancé" | "ex-husband" => Some(false),
        "niece" | "granddaughter" | "stepmother" | "widow" | "mum" | "mom" | "congresswoman" | "waitress"
        | "fiancee" | "fiancée" | "midwife" | "ex-wife" => Some(true),
        _ => None,
    })
}

/// How far the article of a noun is sought, in tokens.
const NEAR: usize = 4;

/// Somebody told of for the first time: the “a” or “his” before the noun at `i`, if it says so.
pub(super) fn introduces(tokens: &Tokens<'_>, i: usize) -> Option<usize> {
    let floor = i.saturating_sub(NEAR);
    let first = (floor..i).rev().find(|k| {
        matches!(
            tokens.word(*k),
            "a" | "an" | "another" | "one" | "his" | "her" | "their" | "my" | "’s" | "'s"
        )
    })?;
    let plain = (first + 1..i).all(|k| {
        tokens.is(k, crate::tokens::Kind::Word)
            && !matches!(tokens.word(k), "of" | "for" | "to" | "and" | "in" | "by")
            || tokens.word(k) == "-"
    });
    plain.then_some(first)
}

/// “Ann Cole, a teacher from Leeds, said”, “he was a teacher”: whether the noun behind `first` only says more about somebody.
pub(super) fn describes_another(tokens: &Tokens<'_>, first: usize) -> bool {
    let Some(before) = first.checked_sub(1) else { return false };
    let named = before > 0 && tokens.capital(before - 1);
    match tokens.word(before) {
        "," => named,
        word => matches!(
            word,
            "is" | "was"
                | "are"
                | "were"
                | "be"
                | "been"
                | "being"
                | "as"
                | "become"
                | "became"
                | "becomes"
                | "becoming"
                | "not"
        ),
    }
}

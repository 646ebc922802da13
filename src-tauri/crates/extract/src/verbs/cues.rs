//! The words of saying, and what they do.

/// What a verb of saying does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Force {
    /// Asserts what follows: said, claimed.
    Assert,
    /// Asks or does something with words: urged, called for, accused.
    Act,
    /// Judges something: described … as.
    Judge,
    /// Names what nobody says, or what is said to be untrue: “no scientist has claimed”.
    Withhold,
}

/// The force of a verb of saying, and whether it is a participle (“claiming”).
pub(crate) fn cue(word: &str) -> Option<(Force, bool)> {
    Some(match word {
        "said" | "says" | "say" | "claimed" | "claims" | "claim" | "stated" | "states" | "announced"
        | "announces" | "confirmed" | "confirms" | "reported" | "reports" | "added" | "adds" | "argued"
        | "argues" | "believes" | "believe" | "believed" | "thinks" | "think" | "predicted" | "predicts"
        | "predict" | "warned" | "warns" | "admitted" | "admits" | "denied" | "denies" | "insisted"
        | "insists" | "revealed" | "reveals" | "noted" | "notes" | "explained" | "explains" | "suggested"
        | "suggests" | "estimated" | "estimates" | "showed" | "shows" | "wrote" | "writes" | "tweeted"
        | "told" | "tells" | "declared" | "declares" | "alleged" | "alleges" | "acknowledged"
        | "acknowledges" | "maintained" | "concluded" | "concludes" | "replied" | "responded"
        | "remarked" | "testified" | "forecast" | "forecasts" | "indicated" | "indicates" | "disclosed"
        | "recalled" | "asserted" | "asserts" | "commented" | "stressed" | "emphasised" | "emphasized"
        | "reiterated" | "complained" | "conceded" | "speculated" | "hopes" | "hoped" | "expects"
        | "informed" | "quoted" | "contended" | "contends" | "cautioned" | "cautions" | "hinted"
        | "hints" | "implied" | "implies" | "lamented" | "laments" | "boasted" | "boasts" | "joked"
        | "jokes" | "quipped" | "mused" | "reasoned" | "recounted" | "recounts" | "retorted"
        | "countered" | "reckons" | "reckoned" | "opined" | "intimated" | "posited" | "postulated"
        | "tweets" | "exclaimed" | "interjected" | "volunteered" | "attested" | "attests" | "vouched"
        | "avowed" | "affirmed" | "affirms" | "reaffirmed" | "reaffirms" | "reassured" | "cabled"
        | "blogged" | "texted" | "complains" | "concedes" | "recalls" | "remarks" | "replies"
        | "responds" | "stresses" | "emphasises" | "emphasizes" | "reiterates" | "speculates"
        | "discloses" | "testifies" | "maintains" | "guessed" | "proclaimed" | "proclaims" | "advised"
        | "advises" | "apologised" | "apologized" | "confessed" | "confesses" | "whispered" | "shouted"
        | "muttered" | "swore" | "swears" | "thought" | "anticipates" | "expected" | "expect"
        | "envisioned" | "envisions" | "envisages" | "envisaged" | "projected" | "calculates"
        | "calculated" => (Force::Assert, false),
        "saying" | "claiming" | "stating" | "adding" | "arguing" | "warning" | "insisting" | "noting"
        | "revealing" | "explaining" | "suggesting" | "alleging" | "citing" | "announcing" | "confirming"
        | "writing" | "telling" => (Force::Assert, true),
        "asked" | "asks" | "urged" | "urges" | "called" | "calls" | "demanded" | "demands" | "accused"
        | "accuses" | "requested" | "requests" | "condemned" | "condemns" | "criticised" | "criticized"
        | "proposed" | "proposes" | "vowed" | "vows" | "pledged" | "pledges" | "promised" | "promises"
        | "threatened" | "ordered" => (Force::Act, false),
        "describing" | "characterising" | "characterizing" | "hailing" | "dismissing" | "decrying"
        | "calling" | "labelling" | "labeling" | "branding" | "denouncing" => (Force::Judge, true),
        "described" | "describes" | "cited" | "cites" | "hailed" | "hails" | "dismissed" | "dismisses"
        | "slammed" | "praised" | "characterised" | "characterized" | "portrayed" | "lambasted"
        | "derided" | "decried" | "labelled" | "labeled" | "branded" | "denounced" => (Force::Judge, false),
        _ => return None,
    })
}

/// Whether a cue may as well be a plural noun (“claims”, “reports”).
pub(crate) fn may_be_noun(word: &str) -> bool {
    matches!(
        word,
        "claims"
            | "claim"
            | "states"
            | "reports"
            | "notes"
            | "estimates"
            | "calls"
            | "demands"
            | "requests"
            | "forecasts"
            | "forecast"
            | "promises"
            | "pledges"
            | "hopes"
            | "shows"
            | "orders"
    )
}

/// Whether a word speaks only of what follows a “that” or stands between quotation marks: “found that”, “agreed that”.
pub(crate) fn needs_that(word: &str) -> bool {
    matches!(
        word,
        "acknowledge"
            | "agree"
            | "agreed"
            | "agrees"
            | "argue"
            | "assume"
            | "assumed"
            | "assumes"
            | "assured"
            | "assures"
            | "confirm"
            | "contend"
            | "continued"
            | "convinced"
            | "decided"
            | "demonstrated"
            | "deny"
            | "determined"
            | "discovered"
            | "doubted"
            | "doubts"
            | "established"
            | "establishes"
            | "fear"
            | "feared"
            | "fears"
            | "feel"
            | "feels"
            | "felt"
            | "finds"
            | "found"
            | "guaranteed"
            | "guarantees"
            | "heard"
            | "imagined"
            | "insist"
            | "knew"
            | "know"
            | "knows"
            | "learned"
            | "learnt"
            | "mentioned"
            | "mentions"
            | "note"
            | "notified"
            | "observed"
            | "observes"
            | "pledged"
            | "pointed"
            | "points"
            | "promised"
            | "proved"
            | "proves"
            | "read"
            | "reads"
            | "realised"
            | "realized"
            | "reminded"
            | "reminds"
            | "report"
            | "ruled"
            | "signaled"
            | "signalled"
            | "suggest"
            | "supposed"
            | "suspect"
            | "suspected"
            | "suspects"
            | "threatened"
            | "understands"
            | "understood"
            | "vowed"
            | "warn"
            | "wondered"
            | "worried"
            | "worries"
    )
}

/// Nouns for something said: “the claim that”, “reports that”.
pub(crate) fn is_saying(word: &str) -> bool {
    matches!(
        word,
        "claim"
            | "claims"
            | "allegation"
            | "allegations"
            | "assertion"
            | "assertions"
            | "announcement"
            | "announcements"
            | "statement"
            | "statements"
            | "report"
            | "reports"
            | "complaint"
            | "complaints"
            | "accusation"
            | "accusations"
            | "warning"
            | "warnings"
            | "suggestion"
            | "suggestions"
            | "prediction"
            | "predictions"
            | "belief"
            | "argument"
            | "arguments"
            | "rumour"
            | "rumours"
            | "rumor"
            | "rumors"
            | "speculation"
            | "admission"
            | "insistence"
            | "assurance"
            | "assurances"
            | "declaration"
            | "conclusion"
            | "conclusions"
            | "fears"
            | "concern"
            | "concerns"
            | "hope"
            | "hopes"
            | "view"
            | "opinion"
            | "estimate"
            | "estimates"
            | "forecast"
            | "forecasts"
            | "denial"
            | "denials"
            | "testimony"
            | "acknowledgment"
            | "acknowledgement"
            | "contention"
            | "revelation"
            | "revelations"
            | "disclosure"
            | "confirmation"
            | "comment"
            | "comments"
            | "remark"
            | "remarks"
            | "promise"
            | "pledge"
            | "vow"
            | "threat"
            | "charge"
            | "charges"
    )
}

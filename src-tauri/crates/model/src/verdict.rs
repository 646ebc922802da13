//! Status is the work, verdict is the finding; never one field.

use crate::words::words;

words! {
    /// How far the work on a claim has come.
    pub enum Status ("status") {
        /// Found by the app; nobody has read it.
        Suggested = "suggested", "Suggested";
        /// Accepted, waiting for a checker.
        Open = "open", "Open";
        /// A checker is working on it.
        InProgress = "in-progress", "In progress";
        /// A second person is reading it.
        InReview = "in-review", "In review";
        /// Verdict and rationale are final.
        SignedOff = "signed-off", "Signed off";
        /// Not worth checking, kept for the record.
        Dismissed = "dismissed", "Dismissed";
    }
}

words! {
    /// What the checking found.
    pub enum Verdict ("verdict") {
        /// The evidence supports it.
        Supported = "supported", "Supported";
        /// The evidence refutes it.
        Refuted = "refuted", "Refuted";
        /// The evidence points both ways.
        Conflicting = "conflicting", "Conflicting evidence";
        /// There is not enough evidence to say.
        NotEnoughEvidence = "not-enough-evidence", "Not enough evidence";
        /// An opinion, a prediction, or nothing that evidence could settle.
        NotCheckable = "not-checkable", "Not checkable";
    }
}

words! {
    /// Which of a claim's two findings evidence or a rationale serves.
    pub enum Finding ("finding") {
        /// Is it true?
        True = "true", "Is it true?";
        /// Was it said?
        Said = "said", "Was it said?";
    }
}

impl Status {
    /// Whether a claim may go from this status to `next`.
    ///
    /// Sign-off has gates of its own besides.
    pub const fn allows(self, next: Self) -> bool {
        use Status::{Dismissed, InProgress, InReview, Open, SignedOff, Suggested};
        match self {
            Suggested => matches!(next, Open | InProgress | Dismissed),
            Open => matches!(next, InProgress | InReview | SignedOff | Dismissed),
            InProgress => matches!(next, Open | InReview | SignedOff | Dismissed),
            InReview => matches!(next, Open | InProgress | SignedOff | Dismissed),
            SignedOff => matches!(next, InReview | InProgress),
            Dismissed => matches!(next, Open),
        }
    }

    /// The statuses that a claim may go to from here.
    pub fn next(self) -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(move |next| self.allows(*next))
    }
}

impl Verdict {
    /// Whether signing it off needs evidence: not where the finding is that there is none to be had.
    pub const fn needs_evidence(self) -> bool {
        !matches!(self, Self::NotCheckable | Self::NotEnoughEvidence)
    }

    /// The short form where room is short; only two differ from the label.
    pub const fn short_label(self) -> &'static str {
        match self {
            Self::Conflicting => "Conflicting",
            Self::NotEnoughEvidence => "Not enough",
            other => other.label(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The table as decided, drawn once more by hand: rows from, columns to, in the order of `Status::ALL`.
    #[test]
    fn the_moves_of_status_are_those_decided() {
        let table = ["-oo--o", "--ooox", "-o-oox", "-oo-ox", "--oo--", "-o----"];
        for (from, row) in Status::ALL.iter().zip(table) {
            for (to, allowed) in Status::ALL.iter().zip(row.chars()) {
                assert_eq!(from.allows(*to), allowed != '-', "{from} to {to}");
            }
        }
    }

    #[test]
    fn words_are_read_back_as_written() {
        for status in Status::ALL {
            assert_eq!(status.word().parse(), Ok(*status));
            assert_eq!(serde_json::to_string(status).unwrap(), format!("\"{status}\""));
        }
        let error = "done".parse::<Status>().unwrap_err().to_string();
        assert_eq!(
            error,
            "“done” is not a status; it is one of: suggested, open, in-progress, in-review, signed-off, dismissed"
        );
    }
}

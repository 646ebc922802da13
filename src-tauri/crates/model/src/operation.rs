//! Operations: what was done, by whom, when. Undo, history and notices all speak of these.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::time::Instant;
use crate::words::words;

words! {
    /// What a person did. The label is what the menu says after “Undo”.
    pub enum OperationKind ("operation") {
        /// A new workspace.
        CreateWorkspace = "create-workspace", "create workspace";
        /// A document came in.
        ImportDocument = "import-document", "import";
        /// A document went out.
        DeleteDocument = "delete-document", "delete document";
        /// What is known about a document was changed.
        EditDocument = "edit-document", "edit document";
        /// The claims of a document were looked for.
        FindClaims = "find-claims", "find claims";
        /// A claim was made by hand.
        CreateClaim = "create-claim", "new claim";
        /// Fields of one or more claims were changed.
        EditClaim = "edit-claim", "edit claim";
        /// The status of one or more claims was changed.
        SetStatus = "set-status", "change of status";
        /// The verdict of one or more claims was changed.
        SetVerdict = "set-verdict", "change of verdict";
        /// One or more claims were signed off.
        SignOff = "sign-off", "sign-off";
        /// A mention was added.
        AddMention = "add-mention", "add mention";
        /// A mention was taken away.
        RemoveMention = "remove-mention", "remove mention";
        /// Evidence was attached.
        AddEvidence = "add-evidence", "add evidence";
        /// Evidence was changed.
        EditEvidence = "edit-evidence", "edit evidence";
        /// Evidence was taken away.
        RemoveEvidence = "remove-evidence", "remove evidence";
        /// A sentence was marked, or unmarked, “nothing to check”.
        MarkSentence = "mark-sentence", "mark sentence";
        /// Made-up claims were put in for measuring.
        BenchData = "bench-data", "made-up data";
        /// An operation was undone.
        Undo = "undo", "undo";
        /// An undone operation was done again.
        Redo = "redo", "redo";
    }
}

words! {
    /// What sort of thing an operation touched.
    pub enum Thing ("thing") {
        /// The workspace itself.
        Workspace = "workspace", "Workspace";
        /// People.
        Person = "person", "Person";
        /// Documents with their text.
        Document = "document", "Document";
        /// Claims with their mentions, tags and evidence.
        Claim = "claim", "Claim";
        /// Sources.
        Source = "source", "Source";
    }
}

/// What an operation touched of one sort of thing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Touched {
    /// What sort.
    pub thing: Thing,
    /// Their integer keys, at most 200.
    #[ts(type = "Array<number>")]
    pub keys: Vec<i64>,
    /// More than 200 were touched: take it that any may have been.
    pub many: bool,
}

/// One line of history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct HistoryLine {
    /// The operation's number, counting from one in this workspace.
    #[ts(type = "number")]
    pub operation: i64,
    /// What was done.
    pub kind: OperationKind,
    /// Who did it.
    pub actor: String,
    /// When.
    pub time: Instant,
    /// What was done, in words, beginning with a verb: “changed the verdict from Supported to Refuted”.
    pub words: String,
    /// The operation that this one undid or did again.
    #[ts(type = "number | null")]
    pub undoes: Option<i64>,
    /// The operation that has since undone this one.
    #[ts(type = "number | null")]
    pub undone_by: Option<i64>,
}

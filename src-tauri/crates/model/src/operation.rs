//! Operations: what was done, by whom, when. Undo, history and notices all speak of these.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::ClaimRef;
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
        /// A text of a claim was typed on; what belongs to one stretch is undone as one.
        Typing = "typing", "typing";
        /// The status of one or more claims was changed.
        SetStatus = "set-status", "change of status";
        /// The verdict of one or more claims was changed.
        SetVerdict = "set-verdict", "change of verdict";
        /// One or more claims were signed off.
        SignOff = "sign-off", "sign-off";
        /// A mention was added.
        AddMention = "add-mention", "add mention";
        /// A mention was given another span.
        MoveMention = "move-mention", "move mention";
        /// A mention was taken away.
        RemoveMention = "remove-mention", "remove mention";
        /// Evidence was attached.
        AddEvidence = "add-evidence", "add evidence";
        /// Evidence was changed.
        EditEvidence = "edit-evidence", "edit evidence";
        /// Evidence was taken away.
        RemoveEvidence = "remove-evidence", "remove evidence";
        /// Evidence was put in another order.
        MoveEvidence = "move-evidence", "reorder evidence";
        /// A source was added.
        AddSource = "add-source", "add source";
        /// A source was changed.
        EditSource = "edit-source", "edit source";
        /// A source was taken away.
        RemoveSource = "remove-source", "remove source";
        /// A file was stored with a source.
        StoreCopy = "store-copy", "store copy";
        /// A stored file was taken away.
        RemoveCopy = "remove-copy", "remove copy";
        /// A protected source was taken out of the workspace and its log. It cannot be undone.
        Purge = "purge", "purge";
        /// A note or a question was written.
        AddNote = "add-note", "add note";
        /// A note or a question was changed.
        EditNote = "edit-note", "edit note";
        /// A note or a question was taken away.
        RemoveNote = "remove-note", "remove note";
        /// A step of a checklist was ticked, or unticked.
        Tick = "tick", "tick of the checklist";
        /// Two claims were related.
        Relate = "relate", "relate claims";
        /// A relation was taken away.
        Unrelate = "unrelate", "unrelate claims";
        /// Claims were merged into one.
        Merge = "merge", "merge claims";
        /// A merged claim was taken out again.
        Unmerge = "unmerge", "unmerge claim";
        /// An earlier verdict on the same was taken over, with its rationale and evidence.
        TakeOver = "take-over", "take over verdict";
        /// A claim was split into parts.
        Split = "split", "split claim";
        /// A checker or reviewer was named.
        Assign = "assign", "assignment";
        /// A person was added, renamed or taken away.
        EditPerson = "edit-person", "edit people";
        /// A verdict scale was added, changed or taken away.
        EditScale = "edit-scale", "edit verdict scale";
        /// A setting of the workspace was changed.
        EditSettings = "edit-settings", "change of settings";
        /// A view was saved.
        AddView = "add-view", "save view";
        /// A view was given another name, query or order.
        EditView = "edit-view", "edit view";
        /// Views were put in another order.
        MoveView = "move-view", "reorder views";
        /// A view was taken away.
        RemoveView = "remove-view", "remove view";
        /// An earlier state was given back.
        Restore = "restore", "restore";
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
        /// Sources, with their stored copies.
        Source = "source", "Source";
        /// Verdict scales and the settings of the workspace.
        Settings = "settings", "Settings";
        /// Saved views.
        View = "view", "View";
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

/// One field that an operation changed, with what it held before and after.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct FieldChange {
    /// The claim it is of, by its short reference; none for what belongs to no claim.
    pub claim: Option<ClaimRef>,
    /// The field, in the words of the window: “Verdict”, “Rationale”, “Source title”.
    pub field: String,
    /// What it held; none if nothing.
    pub before: Option<String>,
    /// What it holds since; none if nothing.
    pub after: Option<String>,
}

/// Which lines of history are wanted; all that is given must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct HistoryFilter {
    /// Of the claim with this key.
    #[ts(as = "Option<u32>")]
    pub claim: Option<i64>,
    /// Of the document with this key, its claims included.
    #[ts(as = "Option<u32>")]
    pub document: Option<i64>,
    /// Of the source with this key.
    #[ts(as = "Option<u32>")]
    pub source: Option<i64>,
    /// By this person.
    pub person: Option<String>,
    /// From this moment on.
    pub from: Option<Instant>,
    /// Before this moment.
    pub until: Option<Instant>,
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
    /// What was changed, field by field, with the values before and after. Empty where there is nothing to compare,
    /// and for operations on very many rows.
    pub changes: Vec<FieldChange>,
    /// The operation that this one undid or did again.
    #[ts(type = "number | null")]
    pub undoes: Option<i64>,
    /// The operation that has since undone this one.
    #[ts(type = "number | null")]
    pub undone_by: Option<i64>,
}

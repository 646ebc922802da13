//! What commands are given, where it is more than the engine's own types.

use assay_engine::{ClaimPatch, DocumentPatch, EvidenceDraft, ExportRequest, ImportOptions, Input, Place};
use assay_model::id::{EvidenceId, MentionId};
use assay_model::query::Sort;
use serde::Deserialize;
use ts_rs::TS;

/// Declares arguments: plain data with a field each.
macro_rules! arguments {
    ($($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident: $type:ty,)+ })+) => { $(
        $(#[$meta])*
        #[derive(Debug, Clone, Deserialize, TS)]
        pub struct $name { $($(#[$fmeta])* pub $field: $type,)+ }
    )+ };
}

arguments! {
    /// One claim.
    OneClaim { /// Its key.
        #[ts(type = "number")] claim: i64, }
    /// One document.
    OneDocument { /// Its key.
        document: u32, }
    /// A query.
    OneQuery { /// As text.
        query: String, }
    /// A list in an order.
    OneList { /// The query, as text.
        query: String, /// In which order.
        sort: Sort, }
    /// A claim in a list.
    Locate { /// The query, as text.
        query: String, /// In which order.
        sort: Sort, /// The claim's key.
        #[ts(type = "number")] claim: i64, }
    /// Changes of claims.
    EditClaims { /// Their keys.
        #[ts(type = "Array<number>")] claims: Vec<i64>, /// The changes.
        patch: ClaimPatch, }
    /// A sign-off.
    SignOff { /// Keys of the claims.
        #[ts(type = "Array<number>")] claims: Vec<i64>, /// A missing primary source has been seen and accepted.
        without_primary: bool, }
    /// A mention to be added.
    AddMention { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// Where.
        place: Place, }
    /// A mention to be taken away.
    RemoveMention { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// The mention.
        mention: MentionId, }
    /// Evidence to be attached.
    AddEvidence { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// The evidence.
        evidence: EvidenceDraft, }
    /// Evidence to be changed.
    EditEvidence { /// Which.
        id: EvidenceId, /// What it becomes.
        evidence: EvidenceDraft, }
    /// Evidence to be taken away.
    OneEvidence { /// Which.
        id: EvidenceId, }
    /// Changes of what is known about a document.
    EditDocument { /// Its key.
        document: u32, /// The changes.
        patch: DocumentPatch, }
    /// A sentence to be marked.
    MarkSentence { /// The document's key.
        document: u32, /// The sentence's number.
        sentence: u32, /// Marked “nothing to check”, or not.
        nothing_to_check: bool, }
    /// Something to import.
    StartImport { /// What.
        inputs: Vec<Input>, /// How.
        options: ImportOptions, }
    /// Files to choose and import.
    ChooseImport { /// How.
        options: ImportOptions, }
    /// One job.
    OneJob { /// Its number.
        id: u32, }
    /// Lines of history.
    ReadHistory { /// The claim's key; none for the whole workspace.
        #[ts(type = "number | null")] claim: Option<i64>, /// Older than this operation.
        #[ts(type = "number | null")] before: Option<i64>, /// How many at most.
        limit: u32, }
    /// An export to be saved.
    SaveExport { /// What, and how.
        request: ExportRequest, }
    /// A file or folder.
    OnePath { /// Where it is.
        path: String, }
    /// A web address.
    OneAddress { /// The address.
        url: String, }
}

//! What commands are given, where it is more than the engine's own types.

use std::collections::HashMap;

use assay_engine::{
    BulkDeed, Chosen, ClaimPatch, DocumentPatch, EvidenceDraft, ExportRequest, ImportOptions, Input,
    NotePatch, PartDraft, Place, Seen, SourceDraft, Turn, ViewPatch,
};
use assay_model::id::{CopyId, EvidenceId, MentionId, NoteId, SourceId, ViewId};
use assay_model::note::NoteKind;
use assay_model::operation::HistoryFilter;
use assay_model::query::{Key, Sort};
use assay_model::relation::RelationKind;
use assay_model::scale::RatingRef;
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
    /// A claim, and another whose verdict it takes over.
    TakeOver { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// The other's.
        #[ts(type = "number")] from: i64, }
    /// The claims of a document.
    NearTo { /// The document's key.
        document: u32, /// Those after this one; all if none.
        #[ts(type = "number | null")] after: Option<i64>, }
    /// One document.
    OneDocument { /// Its key.
        document: u32, }
    /// How the checking of a document stands.
    Checking { /// The document's key.
        document: u32, /// Only the marks of these claims; of all where nothing is named.
        #[ts(type = "number[] | null")] claims: Option<Vec<i64>>, }
    /// The facets of a query.
    AllFacets { /// The query, as text.
        query: String, /// Whose question it is, where a newer one is to end it.
        #[ts(optional)] turn: Option<Turn>, }
    /// A facet of a query.
    OneFacet { /// The query, as text.
        query: String, /// The facet's key.
        key: Key, /// What the names of its options hold; all where nothing is said.
        words: String, /// Whose question it is, where a newer one is to end it.
        #[ts(optional)] turn: Option<Turn>, }
    /// A list in an order.
    OneList { /// The query, as text.
        query: String, /// In which order.
        sort: Sort, /// The place of the first that is wanted, from zero; the top if none.
        from: Option<u32>, /// How many; all if none.
        limit: Option<u32>, }
    /// Claims that a query may find.
    Among { /// The query, as text.
        query: String, /// Their keys.
        #[ts(type = "Array<number>")] claims: Vec<i64>, }
    /// The next Open claim of a list.
    NextOpen { /// The query, as text.
        query: String, /// In which order.
        sort: Sort, /// The place to look from, from zero.
        from: u32, /// The key of a claim to pass over.
        #[ts(type = "number | null")] but: Option<i64>, }
    /// An edit of many claims that may be.
    PreviewBulk { /// Which claims.
        chosen: Chosen, /// What is to be done.
        deed: BulkDeed, }
    /// Claims that may be others by now.
    AreStill { /// Which claims.
        chosen: Chosen, /// Which claims the person was shown.
        seen: Seen, }
    /// An edit of many claims.
    Bulk { /// Which claims.
        chosen: Chosen, /// What is to be done.
        deed: BulkDeed, /// Which claims the person was shown.
        seen: Option<Seen>, }
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
    /// Mentions to be added.
    AddMentions { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// Where.
        places: Vec<Place>, }
    /// A mention to be moved.
    MoveMention { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// The mention.
        mention: MentionId, /// Where to, in its document.
        place: Place, /// One of several small moves: undo takes them back as one.
        nudged: bool, }
    /// Words to look for.
    FindMentions { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// Words in place of the claim's own.
        words: Option<String>, /// Only in documents after the one with this key: where the answer before says to go on.
        after: Option<u32>, }
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
    /// Evidence to be moved.
    MoveEvidence { /// Which.
        id: EvidenceId, /// To which place in its claim's list, from one.
        to: u32, }
    /// Sources to look for.
    FindSources { /// Words in their titles, publishers, authors, addresses; empty for all.
        words: String, }
    /// One source.
    OneSource { /// Which.
        id: SourceId, }
    /// A source by its key.
    SourceByKey { /// Its key, which is the number of its reference.
        source: u32, }
    /// Changes of a source.
    EditSource { /// Which.
        id: SourceId, /// What it becomes.
        source: SourceDraft, }
    /// A new source.
    AddSource { /// The source.
        source: SourceDraft, }
    /// A file kept with a source.
    OneCopy { /// Which.
        id: CopyId, }
    /// A note to be added.
    AddNote { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// A note or a question.
        kind: NoteKind, /// What it says.
        text: String, }
    /// A note to be changed.
    EditNote { /// Which.
        id: NoteId, /// The changes.
        patch: NotePatch, }
    /// One note.
    OneNote { /// Which.
        id: NoteId, }
    /// Two claims and how one stands to the other.
    Relate { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// How it stands to the other.
        kind: RelationKind, /// The other one's key.
        #[ts(type = "number")] other: i64, }
    /// Claims to be merged.
    Merge { /// Keys of those that go.
        #[ts(type = "Array<number>")] claims: Vec<i64>, /// The key of the one that stays.
        #[ts(type = "number")] into: i64, }
    /// A claim to be split.
    Split { /// Its key.
        #[ts(type = "number")] claim: i64, /// The parts.
        parts: Vec<PartDraft>, }
    /// A step of a checklist.
    Tick { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// The step.
        step: String, /// Done, or not.
        done: bool, }
    /// The saved views.
    ListViews { /// Each with how many claims it finds, which may wait for the ledger’s index.
        counted: bool, }
    /// A view to be changed.
    EditView { /// Which.
        id: ViewId, /// The changes.
        patch: ViewPatch, }
    /// A view to be put elsewhere.
    MoveView { /// Which.
        id: ViewId, /// Its new place, counting from one.
        to: u32, }
    /// One view.
    OneView { /// Which.
        id: ViewId, }
    /// A scale to be taken away.
    RemoveScale { /// Its word.
        word: String, /// For each of its values that claims were given: what replaces it.
        replacements: HashMap<String, RatingRef>, }
    /// A person to be added.
    AddPerson { /// The name.
        name: String, /// The initials, if not those of the name.
        initials: Option<String>, }
    /// A person to be changed.
    EditPerson { /// The name now.
        name: String, /// The name from now on.
        new_name: String, /// The initials, if not those of the name.
        initials: Option<String>, }
    /// One person.
    OnePerson { /// The name.
        name: String, }
    /// A claim as it was.
    ClaimAt { /// The claim's key.
        #[ts(type = "number")] claim: i64, /// After which operation.
        #[ts(type = "number")] operation: i64, }
    /// Lines of history.
    ReadHistory { /// Which.
        filter: HistoryFilter, /// Older than this operation.
        #[ts(type = "number | null")] before: Option<i64>, /// How many at most.
        limit: u32, }
    /// An export to be looked at.
    PreviewExport { /// What, and how.
        request: ExportRequest, /// Whose question it is, where a newer one is to end it.
        #[ts(optional)] turn: Option<Turn>, }
    /// An export to be saved.
    StartExport { /// What, and how.
        request: ExportRequest, }
    /// A file or folder.
    OnePath { /// Where it is.
        path: String, }
    /// A web address.
    OneAddress { /// The address.
        url: String, }
}

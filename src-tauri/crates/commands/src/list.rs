//! The commands: each declared once.
#![expect(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "all commands have one shape")]

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use assay_engine::{
    BulkPreview, CheckReport, Code, Desk, DeskPatch, DocumentChecking, DocumentView, Error, FacetGroup,
    FoundPlaces, ImportOptions, Input, Job, NearDraft, NearIn, NewClaim, OpenQuestion, Outcome, Page,
    PageRequest, Preview, PurgeReport, Result, ScaleDraft, ScaleUse, Settings, TakenBack, Turn, ViewDraft,
    ViewRow, Way, Workspace, WorkspaceInfo,
};
use assay_model::claim::{Claim, ClaimRow};
use assay_model::document::DocumentSummary;
use assay_model::evidence::SourceRow;
use assay_model::id::ViewId;
use assay_model::likeness::NearClaim;
use assay_model::operation::HistoryLine;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::arguments::{
    AddEvidence, AddMention, AddMentions, AddNote, AddPerson, AddSource, AllFacets, Among, AreStill, Bulk,
    Checking, ChooseImport, ClaimAt, EditClaims, EditDocument, EditEvidence, EditNote, EditPerson,
    EditSource, EditView, FindMentions, FindSources, ListViews, Locate, MarkSentence, Merge, MoveEvidence,
    MoveMention, MoveView, NearTo, NextOpen, OneAddress, OneClaim, OneCopy, OneDocument, OneEvidence,
    OneFacet, OneJob, OneList, OneNote, OnePath, OnePerson, OneSource, OneView, PreviewBulk, PreviewExport,
    ReadHistory, Relate, RemoveMention, RemoveScale, SignOff, SourceByKey, Split, StartExport, StartImport,
    TakeOver, Tick,
};
use crate::context::Context;
use crate::router::commands;
use crate::typescript::Seen;

/// No argument, or no result.
type Nothing = ();

/// A claim that was made, and the operation that made it.
#[derive(Debug, Serialize, TS)]
pub struct Created {
    /// The claim's key.
    #[ts(type = "number")]
    claim: i64,
    /// The operation.
    outcome: Outcome,
}

/// A source that was added or found, and the operation that added it.
#[derive(Debug, Serialize, TS)]
pub struct AddedSource {
    /// The source's key.
    #[ts(type = "number")]
    source: i64,
    /// The operation.
    outcome: Outcome,
}

/// A view that was saved, and the operation that saved it.
#[derive(Debug, Serialize, TS)]
pub struct AddedView {
    /// The view.
    view: ViewId,
    /// The operation.
    outcome: Outcome,
}

commands! {
    /// What the open workspace says of itself.
    "workspace.info" => workspace_info, Nothing, WorkspaceInfo;
    /// Asks for a workspace and opens it; nothing if the person thought better of it.
    "workspace.open" => workspace_open, Nothing, Option<WorkspaceInfo>;
    /// Asks for a place and makes a new workspace there.
    "workspace.create" => workspace_create, Nothing, Option<WorkspaceInfo>;
    /// Asks for a place and copies the workspace there; gives the place.
    "workspace.backup" => workspace_backup, Nothing, Option<String>;
    /// Checks the log, every row, text and span.
    "workspace.check" => workspace_check, Nothing, CheckReport;
    /// All documents, newest first.
    "documents.list" => documents_list, Nothing, Vec<DocumentSummary>;
    /// A document as it is read.
    "documents.get" => documents_get, OneDocument, DocumentView;
    /// How the checking of a document stands: all that edits change of it.
    "documents.checking" => documents_checking, Checking, DocumentChecking;
    /// Changes what is known about a document.
    "documents.edit" => documents_edit, EditDocument, Outcome;
    /// Deletes a document with its mentions, and the claims made nowhere else.
    "documents.delete" => documents_delete, OneDocument, Outcome;
    /// Marks a sentence “nothing to check”, or takes the mark away.
    "documents.mark-sentence" => documents_mark_sentence, MarkSentence, Outcome;
    /// Starts importing.
    "import.start" => import_start, StartImport, Job;
    /// Asks for files and starts importing them.
    "import.choose" => import_choose, ChooseImport, Option<Job>;
    /// The jobs at work, and the exports that ended but are not forgotten yet.
    "jobs.list" => jobs_list, Nothing, Vec<Job>;
    /// Asks a job to stop.
    "jobs.cancel" => jobs_cancel, OneJob, Nothing;
    /// Forgets a job that has ended: a person was told how.
    "jobs.forget" => jobs_forget, OneJob, Nothing;
    /// Rows of the ledger.
    "claims.page" => claims_page, PageRequest, Page;
    /// The place of a claim in a list, from zero.
    "claims.locate" => claims_locate, Locate, Option<u32>;
    /// The keys of all claims of a list, in order.
    "claims.keys" => claims_keys, OneList, Vec<u32>;
    /// Which of these claims a query finds.
    "claims.among" => claims_among, Among, Vec<u32>;
    /// The next Open claim of a list, from the top again after the last.
    "claims.next-open" => claims_next_open, NextOpen, Option<u32>;
    /// The facets of a query.
    "claims.facets" => claims_facets, AllFacets, Vec<FacetGroup>;
    /// One facet of a query, with those of its options alone whose name holds some words.
    "claims.facet" => claims_facet, OneFacet, FacetGroup;
    /// A claim with all that hangs off it.
    "claims.get" => claims_get, OneClaim, Claim;
    /// Makes a claim by hand.
    "claims.create" => claims_create, NewClaim, Created;
    /// Changes fields of claims, all or none.
    "claims.edit" => claims_edit, EditClaims, Outcome;
    /// Says what an edit of many claims will do, and what it cannot.
    "claims.preview-bulk" => claims_preview_bulk, PreviewBulk, BulkPreview;
    /// Whether the claims that are chosen are those still that a person was shown, as after an edit of all that a query finds.
    "claims.are-still" => claims_are_still, AreStill, bool;
    /// Does to many claims what can be done, as one operation.
    "claims.bulk" => claims_bulk, Bulk, Outcome;
    /// Starts the same as a job.
    "claims.start-bulk" => claims_start_bulk, Bulk, Job;
    /// Signs claims off, all or none.
    "claims.sign-off" => claims_sign_off, SignOff, Outcome;
    /// Adds a mention of a claim.
    "mentions.add" => mentions_add, AddMention, Outcome;
    /// Adds several mentions of a claim as one operation.
    "mentions.add-all" => mentions_add_all, AddMentions, Outcome;
    /// Gives a mention another span of its document.
    "mentions.move" => mentions_move, MoveMention, Outcome;
    /// Looks for places where a claim's words stand too, some documents at a time.
    "mentions.find" => mentions_find, FindMentions, FoundPlaces;
    /// Takes a mention away.
    "mentions.remove" => mentions_remove, RemoveMention, Outcome;
    /// Attaches evidence.
    "evidence.add" => evidence_add, AddEvidence, Outcome;
    /// Changes evidence.
    "evidence.edit" => evidence_edit, EditEvidence, Outcome;
    /// Takes evidence away.
    "evidence.remove" => evidence_remove, OneEvidence, Outcome;
    /// Moves evidence to another place in its claim's list.
    "evidence.move" => evidence_move, MoveEvidence, Outcome;
    /// Sources, newest first.
    "sources.list" => sources_list, FindSources, Vec<SourceRow>;
    /// A source with how it is used.
    "sources.get" => sources_get, SourceByKey, SourceRow;
    /// The claims that a source is evidence for.
    "sources.claims" => sources_claims, SourceByKey, Vec<ClaimRow>;
    /// Adds a source.
    "sources.add" => sources_add, AddSource, AddedSource;
    /// Changes a source for every claim that cites it.
    "sources.edit" => sources_edit, EditSource, Outcome;
    /// Takes a source away that no evidence is taken from.
    "sources.remove" => sources_remove, OneSource, Outcome;
    /// Asks for a file and stores it with a source.
    "sources.store-copy" => sources_store_copy, OneSource, Option<Outcome>;
    /// Asks for a place and writes a stored file there; gives the place.
    "sources.save-copy" => sources_save_copy, OneCopy, Option<String>;
    /// Takes a stored file away.
    "sources.remove-copy" => sources_remove_copy, OneCopy, Outcome;
    /// Takes a protected source out of the workspace and its log, for good.
    "sources.purge" => sources_purge, OneSource, PurgeReport;
    /// Adds a note or a question to a claim.
    "notes.add" => notes_add, AddNote, Outcome;
    /// Changes a note, or answers a question.
    "notes.edit" => notes_edit, EditNote, Outcome;
    /// Takes a note away.
    "notes.remove" => notes_remove, OneNote, Outcome;
    /// The questions that nobody has answered yet.
    "notes.open-questions" => notes_open_questions, Nothing, Vec<OpenQuestion>;
    /// Relates two claims.
    "claims.relate" => claims_relate, Relate, Outcome;
    /// The claims that may say the same as a claim, or contradict it.
    "claims.near" => claims_near, OneClaim, Vec<NearClaim>;
    /// The claims that what is being typed may say the same as, or contradict.
    "claims.near-draft" => claims_near_draft, NearDraft, Vec<NearClaim>;
    /// The same for the claims of a document, some at a time.
    "claims.near-in" => claims_near_in, NearTo, NearIn;
    /// Takes the verdict of a claim that says the same over, with its rationale and evidence.
    "claims.take-over" => claims_take_over, TakeOver, Outcome;
    /// Takes a relation away.
    "claims.unrelate" => claims_unrelate, Relate, Outcome;
    /// Merges claims into one that says the same.
    "claims.merge" => claims_merge, Merge, Outcome;
    /// Takes a merged claim out again.
    "claims.unmerge" => claims_unmerge, OneClaim, Outcome;
    /// Splits a claim into parts.
    "claims.split" => claims_split, Split, Outcome;
    /// Ticks a step of a claim's checklist, or takes the tick away.
    "claims.tick" => claims_tick, Tick, Outcome;
    /// A claim as it was after an operation.
    "claims.at" => claims_at, ClaimAt, Claim;
    /// Gives a claim the content that it had after an operation.
    "claims.restore" => claims_restore, ClaimAt, Outcome;
    /// The saved views in order, each with the count of what it finds if that is wanted.
    "views.list" => views_list, ListViews, Vec<ViewRow>;
    /// Saves a view, after the others.
    "views.add" => views_add, ViewDraft, AddedView;
    /// Gives a view another name, query or order.
    "views.edit" => views_edit, EditView, Outcome;
    /// Puts a view in another place of the list.
    "views.move" => views_move, MoveView, Outcome;
    /// Takes a view away; its claims stay.
    "views.remove" => views_remove, OneView, Outcome;
    /// Every verdict scale with how it is used.
    "scales.list" => scales_list, Nothing, Vec<ScaleUse>;
    /// Adds a scale, or changes one of the workspace's own.
    "scales.save" => scales_save, ScaleDraft, Outcome;
    /// Takes a scale of the workspace's own away.
    "scales.remove" => scales_remove, RemoveScale, Outcome;
    /// What is settled in the workspace: its scale, the two-person rule, its checklists.
    "desk.get" => desk_get, Nothing, Desk;
    /// Settles something anew.
    "desk.edit" => desk_edit, DeskPatch, Outcome;
    /// Adds a person.
    "people.add" => people_add, AddPerson, Outcome;
    /// Changes a person's name and initials.
    "people.edit" => people_edit, EditPerson, Outcome;
    /// Takes a person away whom no claim names.
    "people.remove" => people_remove, OnePerson, Outcome;
    /// Lines of history, newest first.
    "history.list" => history_list, ReadHistory, Vec<HistoryLine>;
    /// Undoes this person's newest operation.
    "history.undo" => history_undo, Nothing, Outcome;
    /// Does again what was undone last.
    "history.redo" => history_redo, Nothing, Outcome;
    /// Undoes this person's newest operation; one that changed much as a job.
    "history.start-undo" => history_start_undo, Nothing, TakenBack;
    /// Does again what was undone last; what changed much as a job.
    "history.start-redo" => history_start_redo, Nothing, TakenBack;
    /// An export as it would be.
    "export.preview" => export_preview, PreviewExport, Preview;
    /// Asks for a place and starts writing the export there.
    "export.start" => export_start, StartExport, Option<Job>;
    /// Ends what a view has asked before, since it shows no answer any more.
    "turns.end" => turns_end, Turn, Nothing;
    /// This person's settings.
    "settings.get" => settings_get, Nothing, Settings;
    /// Keeps this person's settings.
    "settings.set" => settings_set, Settings, Settings;
    /// Shows a file in the system's file browser.
    "system.reveal" => system_reveal, OnePath, Nothing;
    /// Opens a web address in the system's browser.
    "system.open-address" => system_open_address, OneAddress, Nothing;
}

fn not_an_argument(name: &str, error: &serde_json::Error) -> Error {
    Error::new(Code::Invalid, format!("“{name}” was asked with something it does not take: {error}."))
}

fn not_a_result(name: &str, error: &serde_json::Error) -> Error {
    Error::new(Code::Internal, format!("“{name}” has an answer that cannot be sent: {error}."))
}

fn workspace_info(context: &Context, (): Nothing) -> Result<WorkspaceInfo> {
    context.workspace().info()
}

fn workspace_open(context: &Context, (): Nothing) -> Result<Option<WorkspaceInfo>> {
    let Some(path) = context.host.choose_workspace() else { return Ok(None) };
    switch(context, Workspace::open(&path)?).map(Some)
}

fn workspace_create(context: &Context, (): Nothing) -> Result<Option<WorkspaceInfo>> {
    let Some(path) = context.host.choose_save("New workspace.assay") else { return Ok(None) };
    switch(context, Workspace::create(&path)?).map(Some)
}

fn switch(context: &Context, workspace: Workspace) -> Result<WorkspaceInfo> {
    context.switch(workspace);
    context.workspace().info()
}

fn workspace_backup(context: &Context, (): Nothing) -> Result<Option<String>> {
    let workspace = context.workspace();
    let stem = workspace.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let Some(path) = context.host.choose_save(&format!("{stem} backup.assay")) else { return Ok(None) };
    workspace.backup(&path)?;
    Ok(Some(path.display().to_string()))
}

fn workspace_check(context: &Context, (): Nothing) -> Result<CheckReport> {
    context.workspace().check()
}

fn documents_list(context: &Context, (): Nothing) -> Result<Vec<DocumentSummary>> {
    context.workspace().documents()
}

fn documents_get(context: &Context, asked: OneDocument) -> Result<DocumentView> {
    context.workspace().document(asked.document.into())
}

fn documents_checking(context: &Context, asked: Checking) -> Result<DocumentChecking> {
    context.workspace().document_checking(asked.document.into(), asked.claims.as_deref())
}

fn documents_edit(context: &Context, asked: EditDocument) -> Result<Outcome> {
    context.workspace().edit_document(asked.document.into(), &asked.patch)
}

fn documents_delete(context: &Context, asked: OneDocument) -> Result<Outcome> {
    context.workspace().delete_document(asked.document.into())
}

fn documents_mark_sentence(context: &Context, asked: MarkSentence) -> Result<Outcome> {
    context.workspace().mark_sentence(asked.document.into(), asked.sentence, asked.nothing_to_check)
}

fn import_start(context: &Context, asked: StartImport) -> Result<Job> {
    Ok(start(context, asked.inputs, asked.options))
}

fn import_choose(context: &Context, asked: ChooseImport) -> Result<Option<Job>> {
    let Some(paths) = context.host.choose_files() else { return Ok(None) };
    let inputs = paths.into_iter().map(|path| Input::File { path }).collect();
    Ok(Some(start(context, inputs, asked.options)))
}

fn start(context: &Context, inputs: Vec<Input>, options: ImportOptions) -> Job {
    context.jobs.import(&context.workspace(), inputs, options)
}

fn jobs_list(context: &Context, (): Nothing) -> Result<Vec<Job>> {
    Ok(context.jobs.list())
}

fn jobs_cancel(context: &Context, asked: OneJob) -> Result<Nothing> {
    context.jobs.cancel(asked.id);
    Ok(())
}

fn jobs_forget(context: &Context, asked: OneJob) -> Result<Nothing> {
    context.jobs.forget(asked.id);
    Ok(())
}

fn claims_page(context: &Context, asked: PageRequest) -> Result<Page> {
    context.workspace().page(&asked)
}

fn claims_locate(context: &Context, asked: Locate) -> Result<Option<u32>> {
    context.workspace().locate(&asked.query, asked.sort, asked.claim)
}

fn claims_keys(context: &Context, asked: OneList) -> Result<Vec<u32>> {
    let keys = context.workspace().keys(&asked.query, asked.sort)?;
    let from = asked.from.unwrap_or(0) as usize;
    let limit = asked.limit.map_or(usize::MAX, |limit| limit as usize);
    Ok(keys.into_iter().skip(from).take(limit).filter_map(|key| key.try_into().ok()).collect())
}

fn claims_among(context: &Context, asked: Among) -> Result<Vec<u32>> {
    let keys = context.workspace().among(&asked.query, &asked.claims)?;
    Ok(keys.into_iter().filter_map(|key| key.try_into().ok()).collect())
}

fn claims_next_open(context: &Context, asked: NextOpen) -> Result<Option<u32>> {
    let next = context.workspace().next_open(&asked.query, asked.sort, asked.from, asked.but)?;
    Ok(next.and_then(|key| key.try_into().ok()))
}

fn claims_preview_bulk(context: &Context, asked: PreviewBulk) -> Result<BulkPreview> {
    context.workspace().bulk_preview(&asked.chosen, &asked.deed)
}

fn claims_are_still(context: &Context, asked: AreStill) -> Result<bool> {
    context.workspace().are_still(&asked.chosen, &asked.seen)
}

fn claims_bulk(context: &Context, asked: Bulk) -> Result<Outcome> {
    let go_on = &mut |_: f64, _: &str| ControlFlow::Continue(());
    context.workspace().bulk(&asked.chosen, &asked.deed, asked.seen.as_ref(), go_on)
}

fn claims_start_bulk(context: &Context, asked: Bulk) -> Result<Job> {
    Ok(context.jobs.bulk(&context.workspace(), asked.chosen, asked.deed, asked.seen))
}

fn claims_facets(context: &Context, asked: AllFacets) -> Result<Vec<FacetGroup>> {
    context.workspace().facets(&asked.query, asked.turn.as_ref())
}

fn claims_facet(context: &Context, asked: OneFacet) -> Result<FacetGroup> {
    context.workspace().facet(&asked.query, asked.key, &asked.words, asked.turn.as_ref())
}

fn claims_get(context: &Context, asked: OneClaim) -> Result<Claim> {
    context.workspace().claim(asked.claim)
}

fn claims_create(context: &Context, asked: NewClaim) -> Result<Created> {
    let (claim, outcome) = context.workspace().create_claim(&asked)?;
    Ok(Created { claim, outcome })
}

fn claims_edit(context: &Context, asked: EditClaims) -> Result<Outcome> {
    context.workspace().edit_claims(&asked.claims, &asked.patch)
}

fn claims_sign_off(context: &Context, asked: SignOff) -> Result<Outcome> {
    context.workspace().sign_off(&asked.claims, None, asked.without_primary)
}

fn mentions_add(context: &Context, asked: AddMention) -> Result<Outcome> {
    context.workspace().add_mention(asked.claim, &asked.place)
}

fn mentions_add_all(context: &Context, asked: AddMentions) -> Result<Outcome> {
    context.workspace().add_mentions(asked.claim, &asked.places)
}

fn mentions_move(context: &Context, asked: MoveMention) -> Result<Outcome> {
    context.workspace().move_mention(asked.claim, asked.mention, &asked.place, asked.nudged)
}

fn mentions_find(context: &Context, asked: FindMentions) -> Result<FoundPlaces> {
    context.workspace().find_mentions(asked.claim, asked.words.as_deref(), asked.after)
}

fn mentions_remove(context: &Context, asked: RemoveMention) -> Result<Outcome> {
    context.workspace().remove_mention(asked.claim, asked.mention)
}

fn evidence_add(context: &Context, asked: AddEvidence) -> Result<Outcome> {
    context.workspace().add_evidence(asked.claim, &asked.evidence)
}

fn evidence_edit(context: &Context, asked: EditEvidence) -> Result<Outcome> {
    context.workspace().edit_evidence(asked.id, &asked.evidence)
}

fn evidence_remove(context: &Context, asked: OneEvidence) -> Result<Outcome> {
    context.workspace().remove_evidence(asked.id)
}

fn evidence_move(context: &Context, asked: MoveEvidence) -> Result<Outcome> {
    context.workspace().move_evidence(asked.id, asked.to)
}

fn sources_list(context: &Context, asked: FindSources) -> Result<Vec<SourceRow>> {
    context.workspace().sources(&asked.words)
}

fn sources_get(context: &Context, asked: SourceByKey) -> Result<SourceRow> {
    context.workspace().source(asked.source.into())
}

fn sources_claims(context: &Context, asked: SourceByKey) -> Result<Vec<ClaimRow>> {
    context.workspace().claims_citing(asked.source.into())
}

fn sources_add(context: &Context, asked: AddSource) -> Result<AddedSource> {
    let (source, outcome) = context.workspace().add_source(&asked.source)?;
    Ok(AddedSource { source, outcome })
}

fn sources_edit(context: &Context, asked: EditSource) -> Result<Outcome> {
    context.workspace().edit_source(asked.id, &asked.source)
}

fn sources_remove(context: &Context, asked: OneSource) -> Result<Outcome> {
    context.workspace().remove_source(asked.id)
}

fn sources_store_copy(context: &Context, asked: OneSource) -> Result<Option<Outcome>> {
    let Some(path) = context.host.choose_copy() else { return Ok(None) };
    Ok(Some(context.workspace().store_copy(asked.id, &path)?.1))
}

fn sources_save_copy(context: &Context, asked: OneCopy) -> Result<Option<String>> {
    let workspace = context.workspace();
    let Some(path) = context.host.choose_save(&workspace.copy_name(asked.id)?) else { return Ok(None) };
    workspace.save_copy(asked.id, &path)?;
    Ok(Some(path.display().to_string()))
}

fn sources_remove_copy(context: &Context, asked: OneCopy) -> Result<Outcome> {
    context.workspace().remove_copy(asked.id)
}

fn sources_purge(context: &Context, asked: OneSource) -> Result<PurgeReport> {
    context.workspace().purge_source(asked.id)
}

fn notes_add(context: &Context, asked: AddNote) -> Result<Outcome> {
    Ok(context.workspace().add_note(asked.claim, asked.kind, &asked.text)?.1)
}

fn notes_edit(context: &Context, asked: EditNote) -> Result<Outcome> {
    context.workspace().edit_note(asked.id, &asked.patch)
}

fn notes_remove(context: &Context, asked: OneNote) -> Result<Outcome> {
    context.workspace().remove_note(asked.id)
}

fn notes_open_questions(context: &Context, (): Nothing) -> Result<Vec<OpenQuestion>> {
    context.workspace().open_questions()
}

fn claims_relate(context: &Context, asked: Relate) -> Result<Outcome> {
    context.workspace().relate(asked.claim, asked.kind, asked.other)
}

fn claims_near(context: &Context, asked: OneClaim) -> Result<Vec<NearClaim>> {
    context.workspace().near(asked.claim)
}

fn claims_near_draft(context: &Context, asked: NearDraft) -> Result<Vec<NearClaim>> {
    context.workspace().near_draft(&asked)
}

fn claims_near_in(context: &Context, asked: NearTo) -> Result<NearIn> {
    context.workspace().near_in(asked.document, asked.after)
}

fn claims_take_over(context: &Context, asked: TakeOver) -> Result<Outcome> {
    context.workspace().take_over(asked.claim, asked.from)
}

fn claims_unrelate(context: &Context, asked: Relate) -> Result<Outcome> {
    context.workspace().unrelate(asked.claim, asked.kind, asked.other)
}

fn claims_merge(context: &Context, asked: Merge) -> Result<Outcome> {
    context.workspace().merge(&asked.claims, asked.into)
}

fn claims_unmerge(context: &Context, asked: OneClaim) -> Result<Outcome> {
    context.workspace().unmerge(asked.claim)
}

fn claims_split(context: &Context, asked: Split) -> Result<Outcome> {
    Ok(context.workspace().split(asked.claim, &asked.parts)?.1)
}

fn claims_tick(context: &Context, asked: Tick) -> Result<Outcome> {
    context.workspace().tick(asked.claim, &asked.step, asked.done)
}

fn claims_at(context: &Context, asked: ClaimAt) -> Result<Claim> {
    context.workspace().claim_at(asked.claim, asked.operation)
}

fn claims_restore(context: &Context, asked: ClaimAt) -> Result<Outcome> {
    context.workspace().restore_claim(asked.claim, asked.operation)
}

fn views_list(context: &Context, asked: ListViews) -> Result<Vec<ViewRow>> {
    context.workspace().views(asked.counted)
}

fn views_add(context: &Context, asked: ViewDraft) -> Result<AddedView> {
    let (view, outcome) = context.workspace().add_view(&asked)?;
    Ok(AddedView { view, outcome })
}

fn views_edit(context: &Context, asked: EditView) -> Result<Outcome> {
    context.workspace().edit_view(asked.id, &asked.patch)
}

fn views_move(context: &Context, asked: MoveView) -> Result<Outcome> {
    context.workspace().move_view(asked.id, asked.to)
}

fn views_remove(context: &Context, asked: OneView) -> Result<Outcome> {
    context.workspace().remove_view(asked.id)
}

fn scales_list(context: &Context, (): Nothing) -> Result<Vec<ScaleUse>> {
    context.workspace().scales()
}

fn scales_save(context: &Context, asked: ScaleDraft) -> Result<Outcome> {
    context.workspace().save_scale(&asked)
}

fn scales_remove(context: &Context, asked: RemoveScale) -> Result<Outcome> {
    context.workspace().remove_scale(&asked.word, &asked.replacements)
}

fn desk_get(context: &Context, (): Nothing) -> Result<Desk> {
    context.workspace().desk()
}

fn desk_edit(context: &Context, asked: DeskPatch) -> Result<Outcome> {
    context.workspace().edit_desk(&asked)
}

fn people_add(context: &Context, asked: AddPerson) -> Result<Outcome> {
    context.workspace().add_person(&asked.name, asked.initials.as_deref())
}

fn people_edit(context: &Context, asked: EditPerson) -> Result<Outcome> {
    context.workspace().edit_person(&asked.name, &asked.new_name, asked.initials.as_deref())
}

fn people_remove(context: &Context, asked: OnePerson) -> Result<Outcome> {
    context.workspace().remove_person(&asked.name)
}

fn history_list(context: &Context, asked: ReadHistory) -> Result<Vec<HistoryLine>> {
    context.workspace().history(&asked.filter, asked.before, asked.limit.min(500))
}

fn history_undo(context: &Context, (): Nothing) -> Result<Outcome> {
    context.workspace().undo()
}

fn history_redo(context: &Context, (): Nothing) -> Result<Outcome> {
    context.workspace().redo()
}

fn history_start_undo(context: &Context, (): Nothing) -> Result<TakenBack> {
    context.jobs.take_back(&context.workspace(), Way::Undo)
}

fn history_start_redo(context: &Context, (): Nothing) -> Result<TakenBack> {
    context.jobs.take_back(&context.workspace(), Way::Redo)
}

fn export_preview(context: &Context, asked: PreviewExport) -> Result<Preview> {
    context.workspace().preview_export(&asked.request, asked.turn.as_ref())
}

fn turns_end(context: &Context, asked: Turn) -> Result<Nothing> {
    context.workspace().end_turns_before(&asked);
    Ok(())
}

fn export_start(context: &Context, asked: StartExport) -> Result<Option<Job>> {
    let workspace = context.workspace();
    let name = workspace.export_name(asked.request.format);
    let chosen: Option<PathBuf> = context.host.choose_save(&name);
    Ok(chosen.map(|path| context.jobs.export(&workspace, asked.request, path)))
}

fn settings_get(_: &Context, (): Nothing) -> Result<Settings> {
    Ok(Settings::load())
}

fn settings_set(context: &Context, asked: Settings) -> Result<Settings> {
    asked.save()?;
    context.workspace().set_person(&asked.person());
    Ok(asked)
}

fn system_reveal(context: &Context, asked: OnePath) -> Result<Nothing> {
    context.host.reveal(Path::new(&asked.path))
}

fn system_open_address(context: &Context, asked: OneAddress) -> Result<Nothing> {
    let sound = asked.url.starts_with("https://") || asked.url.starts_with("http://");
    if !sound {
        return Err(Error::new(Code::Invalid, "Only web addresses can be opened."));
    }
    context.host.open_address(&asked.url)
}

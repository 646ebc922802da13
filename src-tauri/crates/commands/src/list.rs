//! The commands: each declared once.
#![expect(clippy::needless_pass_by_value, clippy::unnecessary_wraps, reason = "all commands have one shape")]

use std::path::{Path, PathBuf};

use assay_engine::{
    CheckReport, Code, DocumentView, Error, ExportRequest, FacetGroup, ImportOptions, Input, Job, NewClaim,
    Outcome, Page, PageRequest, Preview, Result, Saved, Settings, Workspace, WorkspaceInfo,
};
use assay_model::claim::Claim;
use assay_model::document::DocumentSummary;
use assay_model::operation::HistoryLine;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::arguments::{
    AddEvidence, AddMention, ChooseImport, EditClaims, EditDocument, EditEvidence, Locate, MarkSentence,
    OneAddress, OneClaim, OneDocument, OneEvidence, OneJob, OneList, OnePath, OneQuery, ReadHistory,
    RemoveMention, SaveExport, SignOff, StartImport,
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
    /// The jobs at work.
    "jobs.list" => jobs_list, Nothing, Vec<Job>;
    /// Asks a job to stop.
    "jobs.cancel" => jobs_cancel, OneJob, Nothing;
    /// Rows of the ledger.
    "claims.page" => claims_page, PageRequest, Page;
    /// The place of a claim in a list, from zero.
    "claims.locate" => claims_locate, Locate, Option<u32>;
    /// The keys of all claims of a list, in order.
    "claims.keys" => claims_keys, OneList, Vec<u32>;
    /// The facets of a query.
    "claims.facets" => claims_facets, OneQuery, Vec<FacetGroup>;
    /// A claim with all that hangs off it.
    "claims.get" => claims_get, OneClaim, Claim;
    /// Makes a claim by hand.
    "claims.create" => claims_create, NewClaim, Created;
    /// Changes fields of claims, all or none.
    "claims.edit" => claims_edit, EditClaims, Outcome;
    /// Signs claims off, all or none.
    "claims.sign-off" => claims_sign_off, SignOff, Outcome;
    /// Adds a mention of a claim.
    "mentions.add" => mentions_add, AddMention, Outcome;
    /// Takes a mention away.
    "mentions.remove" => mentions_remove, RemoveMention, Outcome;
    /// Attaches evidence.
    "evidence.add" => evidence_add, AddEvidence, Outcome;
    /// Changes evidence.
    "evidence.edit" => evidence_edit, EditEvidence, Outcome;
    /// Takes evidence away.
    "evidence.remove" => evidence_remove, OneEvidence, Outcome;
    /// Lines of history, newest first.
    "history.list" => history_list, ReadHistory, Vec<HistoryLine>;
    /// Undoes this person's newest operation.
    "history.undo" => history_undo, Nothing, Outcome;
    /// Does again what was undone last.
    "history.redo" => history_redo, Nothing, Outcome;
    /// An export as it would be.
    "export.preview" => export_preview, ExportRequest, Preview;
    /// Asks for a place and writes the export there.
    "export.save" => export_save, SaveExport, Option<Saved>;
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

fn claims_page(context: &Context, asked: PageRequest) -> Result<Page> {
    context.workspace().page(&asked)
}

fn claims_locate(context: &Context, asked: Locate) -> Result<Option<u32>> {
    context.workspace().locate(&asked.query, asked.sort, asked.claim)
}

fn claims_keys(context: &Context, asked: OneList) -> Result<Vec<u32>> {
    let keys = context.workspace().keys(&asked.query, asked.sort)?;
    Ok(keys.into_iter().filter_map(|key| key.try_into().ok()).collect())
}

fn claims_facets(context: &Context, asked: OneQuery) -> Result<Vec<FacetGroup>> {
    context.workspace().facets(&asked.query)
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

fn history_list(context: &Context, asked: ReadHistory) -> Result<Vec<HistoryLine>> {
    context.workspace().history(asked.claim, asked.before, asked.limit.min(500))
}

fn history_undo(context: &Context, (): Nothing) -> Result<Outcome> {
    context.workspace().undo()
}

fn history_redo(context: &Context, (): Nothing) -> Result<Outcome> {
    context.workspace().redo()
}

fn export_preview(context: &Context, asked: ExportRequest) -> Result<Preview> {
    context.workspace().preview_export(&asked)
}

fn export_save(context: &Context, asked: SaveExport) -> Result<Option<Saved>> {
    let workspace = context.workspace();
    let name = workspace.export_name(asked.request.format);
    let chosen: Option<PathBuf> = context.host.choose_save(&name);
    chosen.map(|path| workspace.save_export(&asked.request, &path)).transpose()
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

//! Importing: files, pasted text and the sample become documents with their suggested claims.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use assay_model::claim::{Mode, Priority};
use assay_model::document::ImportedText;
use assay_model::found::{Found, FoundClaim, FoundSentence};
use assay_model::operation::OperationKind;
use assay_model::span::{Span, TextIndex};
use assay_model::verdict::Status;
use assay_store::{Edit, NewClaim, NewDocument, NewSentence};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::documents::DocumentPatch;
use crate::error::{Code, Error, Result};
use crate::finding::{cancelled, find_in};
use crate::workspace::Workspace;
use crate::{SAMPLE, SAMPLE_NAME};

/// Something to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Input {
    /// A file. A page cannot name one: the host does, where a person chose or dropped it.
    #[serde(skip)]
    File {
        /// Where it is.
        path: PathBuf,
    },
    /// Text that was pasted or piped in.
    Text {
        /// The text.
        text: String,
        /// A name for it, if it has one.
        name: Option<String>,
    },
    /// Bytes that were piped in.
    #[serde(skip)]
    Bytes {
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// The sample article.
    Sample,
}

/// How to import.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
pub struct ImportOptions {
    /// What is known better than the text says it.
    pub metadata: DocumentPatch,
    /// Whether to look for claims.
    pub find: bool,
}

impl Default for ImportOptions {
    fn default() -> Self {
        Self { metadata: DocumentPatch::default(), find: true }
    }
}

/// One document that came in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportedDocument {
    /// Its key, which is the number of its reference.
    pub key: u32,
    /// Its title.
    pub title: String,
    /// Its sentences.
    pub sentences: u32,
    /// The claims suggested in it.
    pub claims: u32,
    /// The encoding its bytes were in.
    pub encoding: String,
    /// What could not be looked for, in words: in other languages than English much cannot.
    pub limits: Option<String>,
}

/// One input that did not come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// The file's name.
    pub name: String,
    /// Why.
    pub error: Error,
}

/// What an import did. It is one operation, so one undo takes all of it back.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportReport {
    /// What came in.
    pub documents: Vec<ImportedDocument>,
    /// What did not.
    pub failures: Vec<Failure>,
    /// The operation; none if nothing came in.
    #[ts(type = "number | null")]
    pub operation: Option<i64>,
}

/// Inputs that were read, ready to be written.
pub struct Ready {
    prepared: Vec<Prepared>,
    failures: Vec<Failure>,
}

impl std::fmt::Debug for Ready {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let documents = self.prepared.len();
        f.debug_struct("Ready").field("documents", &documents).field("failures", &self.failures).finish()
    }
}

/// A document ready to be written.
struct Prepared {
    imported: ImportedText,
    found: Option<Found>,
    sentences: Vec<NewSentence>,
    bytes: Vec<u8>,
    file_name: Option<String>,
}

impl Input {
    /// What to call it in messages.
    pub fn name(&self) -> String {
        match self {
            Self::File { path } => path.display().to_string(),
            Self::Text { name, .. } => name.clone().unwrap_or_else(|| "The pasted text".to_owned()),
            Self::Bytes { .. } => "Standard input".to_owned(),
            Self::Sample => "The sample article".to_owned(),
        }
    }

    /// Its bytes, and its file's name if it has one.
    ///
    /// # Errors
    /// When it is a file that cannot be read.
    pub fn read(&self) -> Result<(Vec<u8>, Option<String>)> {
        match self {
            Self::File { path } => Ok((assay_import::read(path)?, file_name(path))),
            Self::Text { text, name } => Ok((text.clone().into_bytes(), name.clone())),
            Self::Bytes { bytes } => Ok((bytes.clone(), None)),
            Self::Sample => Ok((SAMPLE.to_vec(), Some(SAMPLE_NAME.to_owned()))),
        }
    }
}

fn file_name(path: &Path) -> Option<String> {
    path.file_name().map(|n| n.to_string_lossy().into_owned())
}

/// Told the share done, 0 to 1, and what is being done; may stop it.
pub(crate) type Step<'s> = dyn FnMut(f64, &str) -> ControlFlow<()> + 's;

impl Ready {
    /// Reads inputs and looks for claims in them; nothing is written. `step` is told the share done, 0 to 1, with
    /// what is being done, and may stop it.
    ///
    /// # Errors
    /// When it was stopped. What could not be read is kept for the report.
    pub fn read(inputs: &[Input], options: &ImportOptions, step: &mut Step<'_>) -> Result<Self> {
        let mut ready = Self { prepared: Vec::new(), failures: Vec::new() };
        for (place, input) in inputs.iter().enumerate() {
            let share = |done: f64| (place as f64 + done) / inputs.len() as f64;
            match prepare(input, options, &mut |done, note| step(share(done), note)) {
                Ok(prepared) => ready.prepared.push(prepared),
                Err(error) if error.code == Code::Cancelled => return Err(error),
                Err(error) => ready.failures.push(Failure { name: input.name(), error }),
            }
        }
        Ok(ready)
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.prepared.is_empty()
    }

    /// What could not be read.
    pub fn into_failures(self) -> Vec<Failure> {
        self.failures
    }
}

impl Workspace {
    /// Imports all that can be imported, in one operation. `step` is told the share done, 0 to 1, with what is being
    /// done, and may stop it; nothing is written then.
    ///
    /// # Errors
    /// When it was stopped or the workspace takes no writes. What could not be read is in the report.
    pub fn import(
        &self,
        inputs: &[Input],
        options: &ImportOptions,
        step: &mut Step<'_>,
    ) -> Result<ImportReport> {
        let ready = Ready::read(inputs, options, &mut |done, note| step(done * 0.9, note))?;
        self.save(ready, &mut |done, note| step(0.9 + done * 0.1, note))
    }

    /// Writes what was read, in one operation; if there is nothing to write, in none.
    ///
    /// # Errors
    /// When the workspace takes no writes.
    pub fn import_ready(&self, ready: Ready) -> Result<ImportReport> {
        self.save(ready, &mut |_, _| ControlFlow::Continue(()))
    }

    fn save(&self, ready: Ready, step: &mut Step<'_>) -> Result<ImportReport> {
        let mut report = ImportReport { failures: ready.failures, ..ImportReport::default() };
        if !ready.prepared.is_empty() {
            let all: usize = ready.prepared.iter().map(|p| 1 + p.claims().len()).sum();
            let mut done = 0;
            // Stopped here, the transaction is rolled back.
            let mut about_to = |rows: usize| {
                let go_on = step(done as f64 / all as f64, "Saving").is_continue();
                done += rows;
                if go_on { Ok(()) } else { Err(cancelled()) }
            };
            let written = self.write(OperationKind::ImportDocument, |edit| {
                let documents = ready.prepared.iter().map(|prepared| prepared.write(edit, &mut about_to));
                documents.collect::<Result<Vec<_>>>()
            })?;
            report.documents = written.value;
            report.operation = written.operation;
        }
        Ok(report)
    }
}

fn prepare(input: &Input, options: &ImportOptions, step: &mut Step<'_>) -> Result<Prepared> {
    if step(0.0, "Reading").is_break() {
        return Err(cancelled());
    }
    let (bytes, file_name) = input.read()?;
    let mut imported = assay_import::text(&bytes, file_name.as_deref())?;
    options.metadata.apply(&mut imported.metadata)?;
    let (found, sentences) = if options.find {
        let found = find_in(&imported, &mut |done| step(done, "Finding claims"))?;
        let sentences = found.sentences.clone();
        (Some(found), sentences)
    } else {
        (None, assay_extract::sentences(&imported.text, &imported.blocks))
    };
    let sentence = |s: FoundSentence| NewSentence {
        span: Span { start: s.start, end: s.end },
        block: s.block,
        score: s.score,
    };
    let sentences = sentences.into_iter().map(sentence).collect();
    Ok(Prepared { imported, found, sentences, bytes, file_name })
}

/// How many claims are written between two looks whether to stop.
const BATCH: usize = 100;

impl Prepared {
    fn claims(&self) -> &[FoundClaim] {
        self.found.as_ref().map_or(&[][..], |found| &found.claims)
    }

    /// Writes the document and its claims. `about_to` is told how many rows come next, and may stop it.
    fn write(
        &self,
        edit: &mut Edit<'_>,
        about_to: &mut dyn FnMut(usize) -> Result<()>,
    ) -> Result<ImportedDocument> {
        about_to(1)?;
        let (document, revision) = edit.add_document(&NewDocument {
            imported: &self.imported,
            sentences: &self.sentences,
            original: &self.bytes,
            file_name: self.file_name.as_deref(),
        })?;
        let index = TextIndex::new(&self.imported.text);
        let claims = self.claims();
        for batch in claims.chunks(BATCH) {
            about_to(batch.len())?;
            for claim in batch {
                write_claim(edit, revision, &index, claim)?;
            }
        }
        Ok(ImportedDocument {
            key: document as u32,
            title: self.imported.metadata.title.clone(),
            sentences: self.sentences.len() as u32,
            claims: claims.len() as u32,
            encoding: self.imported.encoding.clone(),
            limits: assay_extract::limits(self.imported.metadata.language.as_deref()).map(str::to_owned),
        })
    }
}

fn write_claim(edit: &mut Edit<'_>, revision: i64, index: &TextIndex<'_>, found: &FoundClaim) -> Result<()> {
    let key = edit.add_claim(&NewClaim {
        label: found.label.clone(),
        statement: found.statement.clone(),
        kind: found.kind,
        status: Status::Suggested,
        claimant: found.claimant.as_ref().map(|c| c.name.clone()),
        mode: found.claimant.as_ref().map_or(Mode::Own, |c| c.mode),
        priority: Priority::None,
        score: Some(found.score),
        reasons: found.reasons.clone(),
        values: found.values.clone(),
    })?;
    for mention in &found.mentions {
        let span = Span { start: mention.start, end: mention.end };
        let quoted = index.quote(span).filter(|q| q.exact == mention.exact);
        let quoted = quoted.ok_or_else(|| {
            Error::new(Code::Internal, format!("A suggested claim’s span {span} is not its text."))
        })?;
        edit.add_mention(key, revision, &quoted)?;
    }
    Ok(())
}

//! What people can do: one door for writes, undo, jobs, history.
//!
//! Every host – the window, the command line, the browser – asks a [`Workspace`] and nothing below it. A verb checks
//! what it is asked, does it in one operation, and tells whoever listens what it touched.

mod bench_data;
mod bulk;
mod claims;
mod deed_words;
mod desk;
mod documents;
mod error;
mod evidence;
mod exporting;
mod finding;
mod history;
mod history_deeds;
mod history_fields;
mod history_words;
mod importing;
mod jobs;
mod ledger;
mod matching;
mod mentions;
mod notes;
mod occurrences;
mod patch;
mod people;
mod places;
mod purge;
mod relations;
mod reopen;
mod restore;
mod scales;
mod settings;
mod sign_off;
mod sources;
mod turns;
mod views;
mod workspace;

pub use assay_export::{ExportOptions, ExportWarning, Exported, Format};
pub use assay_import::MAX_BYTES;
pub use bench_data::bench_data;
pub use bulk::{BulkDeed, BulkPreview, Chosen, Left, Seen};
pub use claims::NewClaim;
pub use desk::{Desk, DeskPatch};
pub use documents::{DocumentChecking, DocumentPatch, DocumentView, Mark, TextRun};
pub use error::{Code, Error, Result};
pub use evidence::{EvidenceDraft, web_address};
pub use exporting::{ExportRequest, ExportScope, Preview, Saved};
pub use finding::{find, limits};
pub use history::{UndoLabels, Way};
pub use importing::{Failure, ImportOptions, ImportReport, ImportedDocument, Input, Ready};
pub use jobs::{Job, JobKind, JobState, Jobs, TakenBack};
pub use ledger::{FacetGroup, FacetOption, Page, PageRequest};
pub use matching::{NearDraft, NearIn, NearOf};
pub use notes::{NotePatch, OpenQuestion};
pub use occurrences::{FoundPlace, FoundPlaces};
pub use patch::ClaimPatch;
pub use places::Place;
pub use purge::PurgeReport;
pub use relations::PartDraft;
pub use scales::{ScaleDraft, ScaleUse};
pub use settings::{Settings, Theme};
pub use sources::{MOST_COPY_BYTES, SourceDraft};
pub use turns::Turn;
pub use views::{ViewDraft, ViewPatch, ViewRow};
pub use workspace::{CheckReport, DamageLine, Notice, Outcome, Workspace, WorkspaceInfo, default_path};

/// The sample article that ships with the app.
pub const SAMPLE: &[u8] = include_bytes!("../sample-article.txt");

/// The name the sample article goes by.
pub const SAMPLE_NAME: &str = "Blinken–Lavrov, Delhi G20.txt";

//! Set-up that the tests share: a workspace with the sample article, claims ready for sign-off, and the proof that a
//! refusal changed nothing.
#![allow(dead_code, unreachable_pub, reason = "each file of tests uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a failure here is a failed test")]

use std::ops::{ControlFlow, Deref};

use assay_engine::{
    ClaimPatch, Error, EvidenceDraft, ImportOptions, Input, Outcome, Result, SourceDraft, Workspace,
};
use assay_model::claim::Claim;
use assay_model::evidence::Stance;
use assay_model::query::Sort;
use assay_model::verdict::{Finding, Status, Verdict};
use assay_store::{Image, Store};

/// A query that finds every claim, dismissed ones too.
pub const ALL: &str = "status:suggested,open,in-progress,in-review,signed-off,dismissed";

/// A workspace in a folder of its own, and a second look at its file.
pub struct Desk {
    pub folder: tempfile::TempDir,
    pub workspace: Workspace,
    store: Store,
}

impl Deref for Desk {
    type Target = Workspace;

    fn deref(&self) -> &Workspace {
        &self.workspace
    }
}

impl Desk {
    /// Every row that is state.
    pub fn state(&self) -> Vec<Image> {
        self.store.state().unwrap()
    }

    /// The same workspace as another person has it open.
    pub fn of(&self, person: &str) -> Workspace {
        let workspace = Workspace::open(self.path()).unwrap();
        workspace.set_person(person);
        workspace
    }

    /// The refusal of what is done, after it was seen to have changed nothing.
    pub fn refused<T: std::fmt::Debug>(&self, deed: impl FnOnce(&Workspace) -> Result<T>) -> Error {
        let before = (self.state(), self.store.head().unwrap());
        let refused = deed(&self.workspace).unwrap_err();
        assert!(
            (self.state(), self.store.head().unwrap()) == before,
            "a refusal changed something: {refused}"
        );
        refused
    }

    /// Undoes what was done last and proves that all is as it was before.
    pub fn undone(&self, before: &[Image]) {
        self.undo().unwrap();
        assert!(self.state() == before, "undo did not give the state back");
        assert_eq!(self.check().unwrap().damage, []);
    }

    /// The digest of a claim's substance as it stands.
    pub fn substance(&self, claim: i64) -> String {
        substance(&self.store, claim)
    }

    pub fn status_of(&self, claim: i64) -> Status {
        self.claim(claim).unwrap().row.status
    }

    /// Proves what must hold of every claim whatever was done.
    pub fn sound(&self) {
        let scales = self.all_scales().unwrap();
        for claim in self.claims(ALL, Sort::default(), None).unwrap() {
            sound_claim(&self.store, &scales, &claim);
        }
    }
}

fn substance(store: &Store, claim: i64) -> String {
    let act = assay_store::Act::new(assay_model::operation::OperationKind::EditClaim, "nobody");
    let read = store.write(&act, |edit| edit.substance(claim, &edit.claim_fields(claim)?));
    read.map(|w| w.value).map_err(|e: assay_store::StoreError| e).unwrap()
}

fn sound_claim(store: &Store, scales: &[assay_model::scale::Scale], claim: &Claim) {
    use assay_model::relation::RelationKind::MergedInto;
    let row = &claim.row;
    let merged = claim.relations.iter().filter(|r| r.kind == MergedInto).count();
    assert!(merged <= 1, "{} is merged twice", row.reference);
    assert!(merged == 1 || !claim.mentions.is_empty(), "{} has no mention", row.reference);
    if let Some(rating) = &row.rating {
        let scale = scales.iter().find(|s| s.word == rating.scale);
        let found = scale.and_then(|s| s.rating(&rating.rating)).map(|r| r.verdict);
        assert!(found.is_some() && found == row.verdict, "{} is rated {rating:?}", row.reference);
    }
    if row.status == Status::SignedOff {
        assert_eq!(
            claim.signed_digest,
            Some(substance(store, row.key)),
            "{} is not what was signed",
            row.reference
        );
    }
}

/// An empty workspace, with Ines Moreau at work.
pub fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delhi-g20.assay");
    let workspace = Workspace::create(&path).unwrap();
    workspace.set_person("Ines Moreau");
    let store = Store::open(&path).unwrap();
    Desk { folder, workspace, store }
}

/// The same with the sample article.
pub fn with_sample() -> Desk {
    let desk = desk();
    import(&desk, Input::Sample);
    desk
}

pub fn import(workspace: &Workspace, input: Input) {
    let options = ImportOptions::default();
    let report = workspace.import(&[input], &options, &mut |_, _| ControlFlow::Continue(())).unwrap();
    assert_eq!((report.documents.len(), report.failures.len()), (1, 0));
}

pub fn claim_with(workspace: &Workspace, words: &str) -> i64 {
    let claims = workspace.claims("", Sort::default(), None).unwrap();
    let wanted = |c: &&Claim| c.mentions.iter().any(|m| m.exact.contains(words));
    claims.iter().find(wanted).unwrap().row.key
}

pub fn status(status: Status) -> ClaimPatch {
    ClaimPatch { status: Some(status), ..ClaimPatch::default() }
}

pub fn verdict(verdict: Verdict) -> ClaimPatch {
    ClaimPatch { verdict: Some(Some(verdict)), ..ClaimPatch::default() }
}

pub fn rationale(words: &str) -> ClaimPatch {
    ClaimPatch { rationale: Some(words.to_owned()), ..ClaimPatch::default() }
}

pub fn evidence(primary: bool) -> EvidenceDraft {
    EvidenceDraft {
        locator: None,
        known_source: None,
        finding: Finding::True,
        stance: Stance::Supports,
        quote: Some("less than ten minutes".into()),
        place: None,
        source: SourceDraft {
            title: "Briefing transcript".into(),
            url: Some("https://example.org/briefing".into()),
            primary,
            ..SourceDraft::default()
        },
    }
}

/// Evidence from a source of this title.
pub fn evidence_from(title: &str) -> EvidenceDraft {
    let source = SourceDraft { title: title.into(), primary: true, ..SourceDraft::default() };
    EvidenceDraft { source, ..evidence(true) }
}

/// The words of the sample's claim that most tests are about.
pub const LENGTH: &str = "less than 10 minutes";
/// Another one.
pub const GENEVA: &str = "met was in Geneva";

/// A claim ready for sign-off.
pub fn ready(workspace: &Workspace, words: &str) -> i64 {
    let key = claim_with(workspace, words);
    workspace.edit_claims(&[key], &status(Status::InProgress)).unwrap();
    workspace.add_evidence(key, &evidence(true)).unwrap();
    let rationale = Some("The transcript says so [1].".to_owned());
    workspace.edit_claims(&[key], &ClaimPatch { rationale, ..verdict(Verdict::Supported) }).unwrap();
    key
}

/// A claim that is signed off.
pub fn signed(workspace: &Workspace, words: &str) -> i64 {
    let key = ready(workspace, words);
    let outcome: Outcome = workspace.sign_off(&[key], None, false).unwrap();
    assert_eq!(outcome.claims, 1);
    key
}

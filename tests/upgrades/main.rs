//! Workspaces that earlier versions wrote open in this one with all that is in them.
//!
//! `schema-N.assay` was written when schema N was frozen and is never written again. `make.sh` beside them is how.
#![allow(clippy::unwrap_used, reason = "test code")]

use assay_engine::Workspace;
use assay_model::query::Sort;
use assay_model::verdict::{Status, Verdict};

#[test]
fn schema_1_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delhi-g20.assay");
    std::fs::copy(assay_tests::root().join("tests/upgrades/schema-1.assay"), &path).unwrap();
    let workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.check().unwrap().damage, []);

    let signed = workspace.claims("status:signed-off", Sort::default(), None).unwrap();
    assert_eq!(signed.len(), 1);
    let claim = &signed[0];
    assert_eq!(
        (claim.row.verdict, claim.row.value_normal.as_deref()),
        (Some(Verdict::Supported), Some("PT10M"))
    );
    assert_eq!(claim.mentions[0].exact, "the discussion in Delhi lasted less than 10 minutes");
    assert_eq!(claim.rationale, "The briefing says so [1].");
    assert_eq!(
        (claim.tags.as_slice(), claim.signed_off_by.as_deref()),
        (&["print".to_owned()][..], Some("Tomasz Wilk"))
    );
    assert!(claim.evidence_items[0].source.primary);

    // The old log can still be undone and done again.
    workspace.set_person("Ines Moreau");
    workspace.undo().unwrap();
    assert_eq!(workspace.claim(claim.row.key).unwrap().row.status, Status::InProgress);
    workspace.redo().unwrap();
    assert_eq!(workspace.check().unwrap().damage, []);
}

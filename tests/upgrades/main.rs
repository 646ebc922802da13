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

    // A copy of it as it was lies beside it.
    let copy = path.with_file_name("delhi-g20.assay.before-schema-7");
    let bytes = std::fs::read(&copy).unwrap();
    assert_eq!(bytes[60..64], 1_u32.to_be_bytes(), "the copy is of schema 1");
    let again = folder.path().join("again.assay");
    std::fs::copy(&copy, &again).unwrap();
    assert_eq!(
        Workspace::open(&again).unwrap().claims("status:signed-off", Sort::default(), None).unwrap().len(),
        1
    );

    // The old log can still be undone and done again.
    workspace.set_person("Ines Moreau");
    workspace.undo().unwrap();
    assert_eq!(workspace.claim(claim.row.key).unwrap().row.status, Status::InProgress);
    workspace.redo().unwrap();
    assert_eq!(workspace.check().unwrap().damage, []);
}

#[test]
fn the_copy_made_before_the_upgrade_is_of_the_old_schema_and_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delhi-g20.assay");
    std::fs::copy(assay_tests::root().join("tests/upgrades/schema-1.assay"), &path).unwrap();
    let schema = |path: &std::path::Path| {
        // `user_version` stands at offset 60 of an SQLite file.
        let bytes = std::fs::read(path).unwrap();
        u32::from_be_bytes(bytes[60..64].try_into().unwrap())
    };
    let head = Workspace::open(&path).unwrap().info().unwrap().operation;
    let copy = folder.path().join("delhi-g20.assay.before-schema-7");
    assert_eq!((schema(&path), schema(&copy)), (7, 1));

    // The copy is a workspace like the first, and so is upgraded with a copy of its own.
    let from_copy = Workspace::open(&copy).unwrap();
    assert_eq!(from_copy.info().unwrap().operation, head);
    assert_eq!(from_copy.check().unwrap().damage, []);

    // One that was put back and is opened again finds the name taken, and leaves the earlier copy alone.
    let earlier = std::fs::read(&copy).unwrap();
    std::fs::copy(assay_tests::root().join("tests/upgrades/schema-1.assay"), &path).unwrap();
    drop(Workspace::open(&path).unwrap());
    assert_eq!(schema(&folder.path().join("delhi-g20.assay.before-schema-7-2")), 1);
    assert_eq!(std::fs::read(&copy).unwrap(), earlier);
}

#[test]
fn of_several_that_open_an_old_file_at_once_one_upgrades_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delhi-g20.assay");
    std::fs::copy(assay_tests::root().join("tests/upgrades/schema-1.assay"), &path).unwrap();
    std::thread::scope(|scope| {
        let open = || Workspace::open(&path).and_then(|w| w.info()).map(|info| info.claims);
        let opened: Vec<_> = (0..4).map(|_| scope.spawn(open)).collect();
        let claims: Vec<u32> = opened.into_iter().map(|o| o.join().unwrap().unwrap()).collect();
        assert!(claims.iter().all(|c| *c == claims[0]), "{claims:?}");
    });
    let copies = std::fs::read_dir(folder.path())
        .unwrap()
        .filter(|f| f.as_ref().unwrap().file_name().to_string_lossy().contains("before-schema"))
        .count();
    assert_eq!(copies, 1);
    assert_eq!(Workspace::open(&path).unwrap().check().unwrap().damage, []);
}

#[test]
fn schema_2_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("delhi-g20.assay");
    std::fs::copy(assay_tests::root().join("tests/upgrades/schema-2.assay"), &path).unwrap();
    let workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.check().unwrap().damage, []);
    let claim = &workspace.claims("has:open-question", Sort::default(), None).unwrap()[0];
    assert_eq!((claim.row.status, claim.row.evidence, claim.row.origins), (Status::InReview, 2, 2));
    assert!(claim.evidence_items[1].source.confidential);
    assert_eq!(claim.note_items[0].text, "Which clock?");
    // Words of notes and of sources were not looked for before schema 3.
    let found = |query| workspace.keys(query, Sort::default()).unwrap();
    assert_eq!((found("clock"), found("transcript")), (vec![claim.row.key], vec![claim.row.key]));
    assert!(found("\"pool report\"").is_empty(), "an origin is no title");
    workspace.set_person("Ines Moreau");
    workspace.undo().unwrap();
    workspace.undo().unwrap();
    assert_eq!(workspace.claim(claim.row.key).unwrap().row.status, Status::SignedOff);
    assert_eq!(workspace.check().unwrap().damage, []);
}

/// A workspace of an old schema that was made by `make.sh` from schema 2 on, opened and sound.
fn opened(folder: &std::path::Path, schema: u32) -> Workspace {
    let path = folder.join("delhi-g20.assay");
    std::fs::copy(assay_tests::root().join(format!("tests/upgrades/schema-{schema}.assay")), &path).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    assert_eq!(bytes[60..64], schema.to_be_bytes());
    let workspace = Workspace::open(&path).unwrap();
    assert_eq!(workspace.check().unwrap().damage, []);
    let claim = &workspace.claims("has:open-question", Sort::default(), None).unwrap()[0];
    assert_eq!((claim.row.status, claim.row.evidence, claim.row.origins), (Status::InReview, 2, 2));
    let found = |query| workspace.keys(query, Sort::default()).unwrap();
    for words in ["clock", "transcript", "\"less than 10 minutes\"", "tag:print"] {
        assert_eq!(found(words), [claim.row.key], "{words}");
    }
    workspace
}

/// Undoes what was done last, and does it again.
fn undone_and_done_again(workspace: &Workspace) {
    let before = workspace.info().unwrap().operation;
    workspace.set_person("Ines Moreau");
    for back in [Workspace::undo, Workspace::undo, Workspace::redo, Workspace::redo] {
        back(workspace).unwrap();
    }
    assert_eq!(workspace.info().unwrap().operation, before + 4);
    assert_eq!(workspace.check().unwrap().damage, []);
}

#[test]
fn schema_3_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = opened(folder.path(), 3);
    assert_eq!(workspace.views(false).unwrap(), []);
    undone_and_done_again(&workspace);
}

#[test]
fn schema_4_opens_whole() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = opened(folder.path(), 4);
    let views = workspace.views(true).unwrap();
    assert_eq!(views.len(), 1);
    let view = &views[0].view;
    assert_eq!(
        (view.name.as_str(), view.query.as_str(), view.sort.to_string(), views[0].count),
        ("In review", "status:in-review", "-score".to_owned(), Some(1))
    );
    undone_and_done_again(&workspace);
    assert_eq!(workspace.views(false).unwrap().len(), 1);
}

#[test]
fn schemas_5_and_6_open_whole() {
    for schema in [5, 6] {
        let folder = tempfile::tempdir().unwrap();
        let workspace = opened(folder.path(), schema);
        assert_eq!(workspace.views(true).unwrap()[0].count, Some(1));
        undone_and_done_again(&workspace);
    }
}

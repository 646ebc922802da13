//! The order of relevance, where words stand in too many claims to be weighed.
use assay_engine::{ClaimPatch, PageRequest, Workspace, bench_data};

#[test]
fn words_in_thousands_of_claims_are_not_weighed_and_the_list_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let workspace = Workspace::create(&folder.path().join("t.assay")).unwrap();
    // Each of them counted something.
    bench_data(&workspace, 5_100, &mut |_| {}).unwrap();
    let patch = ClaimPatch { label: Some("Kakapo".into()), ..ClaimPatch::default() };
    workspace.edit_claims(&[77], &patch).unwrap();
    let page = |query: &str, sort: &str| {
        let request = PageRequest {
            query: query.into(),
            sort: sort.parse().unwrap(),
            limit: 200,
            ..PageRequest::default()
        };
        let page = workspace.page(&request).unwrap();
        (page.rows.iter().map(|row| row.key).collect::<Vec<_>>(), page.total, page.unranked)
    };
    let (rows, total, unranked) = page("counted", "relevance");
    assert_eq!((&rows, total, unranked), (&page("counted", "-edited").0, 5_100, true));
    let (rows, total, unranked) = page("kakapo counted", "relevance");
    assert_eq!((rows, total, unranked), (vec![77], 1, false), "the rare word is weighed, the other is not");
    assert!(!page("counted", "-edited").2);
}

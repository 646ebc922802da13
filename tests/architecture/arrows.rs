//! Who may depend on whom, read from cargo itself.

use std::collections::{BTreeMap, BTreeSet};

use assay_tests::root;
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId};

/// The crates of ours that each crate may know. Arrows only ever point down.
const MAY_KNOW: &[(&str, &[&str])] = &[
    ("assay-model", &[]),
    ("assay-extract", &["assay-model"]),
    ("assay-evaluate", &["assay-model", "assay-extract"]),
    ("assay-import", &["assay-model"]),
    ("assay-export", &["assay-model"]),
    ("assay-store", &["assay-model"]),
    ("assay-engine", &["assay-model", "assay-extract", "assay-import", "assay-export", "assay-store"]),
    ("assay-commands", &["assay-model", "assay-export", "assay-engine"]),
    ("assay-cli", &["assay-model", "assay-engine", "assay-commands"]),
    ("assay-web", &["assay-model", "assay-engine", "assay-commands"]),
    ("assay-desktop", &["assay-model", "assay-engine", "assay-commands"]),
    ("xtask", &[]),
];

/// The tests look at everything from outside, and may know what they test.
const TESTS: &str = "assay-tests";

fn metadata() -> Metadata {
    MetadataCommand::new().manifest_path(root().join("Cargo.toml")).exec().expect("cargo knows the workspace")
}

/// Dependencies that are built into the crate, not those of its own tests.
fn built_in(package: &Package) -> impl Iterator<Item = &str> {
    let dependencies = package.dependencies.iter();
    dependencies
        .filter(|dependency| dependency.kind != DependencyKind::Development)
        .map(|it| it.name.as_str())
}

/// Everything that ends up in the crate, through any number of others.
fn reached(metadata: &Metadata, from: &PackageId) -> BTreeSet<String> {
    let resolve = metadata.resolve.as_ref().expect("a resolved graph");
    let nodes: BTreeMap<_, _> = resolve.nodes.iter().map(|node| (&node.id, node)).collect();
    let names: BTreeMap<_, _> =
        metadata.packages.iter().map(|package| (&package.id, &package.name)).collect();
    let mut seen = BTreeSet::new();
    let mut ahead = vec![from];
    while let Some(id) = ahead.pop() {
        for dependency in &nodes[id].deps {
            let for_tests = dependency.dep_kinds.iter().all(|kind| kind.kind == DependencyKind::Development);
            if !for_tests && seen.insert(&dependency.pkg) {
                ahead.push(&dependency.pkg);
            }
        }
    }
    seen.into_iter().map(|id| names[id].to_string()).collect()
}

#[test]
fn arrows_point_down() {
    let metadata = metadata();
    for package in metadata.workspace_packages() {
        if package.name == TESTS {
            continue;
        }
        let entry = MAY_KNOW.iter().find(|(name, _)| package.name == name);
        let (name, may_know) =
            entry.unwrap_or_else(|| panic!("{} has no place in the house yet", package.name));
        for dependency in built_in(package) {
            let ours = MAY_KNOW.iter().any(|(known, _)| *known == dependency) || dependency == TESTS;
            assert!(!ours || may_know.contains(&dependency), "{name} must not know {dependency}");
        }
    }
}

#[test]
fn only_the_store_knows_the_database() {
    for package in metadata().workspace_packages() {
        if package.name == "assay-store" {
            assert!(built_in(package).any(|name| name == "rusqlite"));
        } else if package.name != TESTS {
            // The tests may: they damage files behind the app's back and measure against bare writes.
            let knows = built_in(package).any(|name| name.contains("sqlite"));
            assert!(!knows, "{} must not know the database", package.name);
        }
    }
}

#[test]
fn only_the_desktop_knows_tauri() {
    for package in metadata().workspace_packages() {
        let knows = package.dependencies.iter().any(|dependency| dependency.name.starts_with("tauri"));
        assert_eq!(knows, package.name == "assay-desktop", "{} and tauri", package.name);
    }
}

#[test]
fn what_stands_below_reaches_neither_database_nor_window() {
    let metadata = metadata();
    let never = |names: &[&str], foreign: &str| {
        for name in names {
            let package = metadata.packages.iter().find(|package| package.name == name).expect("one of ours");
            let reached = reached(&metadata, &package.id);
            let met: Vec<_> = reached.iter().filter(|reached| reached.starts_with(foreign)).collect();
            assert!(met.is_empty(), "{name} reaches {met:?}");
        }
    };
    never(&["assay-model", "assay-extract", "assay-import", "assay-export"], "rusqlite");
    never(&["assay-model", "assay-extract", "assay-import", "assay-export"], "libsqlite3-sys");
    let no_window = ["assay-store", "assay-engine", "assay-commands", "assay-cli", "assay-web"];
    never(&["assay-model", "assay-extract", "assay-import", "assay-export"], "tauri");
    never(&no_window, "tauri");
    never(&no_window, "webkit2gtk");
    // That the search finds what is there: through engine and store the command line reaches the database.
    let cli = metadata.packages.iter().find(|package| package.name == "assay-cli").expect("one of ours");
    assert!(reached(&metadata, &cli.id).contains("libsqlite3-sys"));
}

#[test]
fn each_dependency_has_one_version_named_in_one_place() {
    let metadata = metadata();
    let mut asked: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    for package in metadata.workspace_packages() {
        for dependency in &package.dependencies {
            asked.entry(&dependency.name).or_default().insert(dependency.req.to_string());
        }
        let manifest = std::fs::read_to_string(&package.manifest_path).expect("a manifest");
        let mut in_dependencies = false;
        for line in manifest.lines() {
            if line.starts_with('[') {
                in_dependencies = line.contains("dependencies");
                continue;
            }
            let own_version = in_dependencies && line.contains('=') && !line.contains("workspace = true");
            let part_of_a_list = line.starts_with(' ');
            assert!(!own_version || part_of_a_list, "{}: take it from the workspace: {line}", package.name);
        }
    }
    for (name, requirements) in asked {
        assert_eq!(requirements.len(), 1, "{name} is asked for as {requirements:?}");
    }
}

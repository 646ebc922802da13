#!/usr/bin/env bash
# Writes a workspace of the present schema: run once, when a schema is frozen. Usage: make.sh NUMBER [ASSAY], where ASSAY is
# the command line of the version that has this schema, if not the one built here.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ $# -gt 1 ] || cargo build --quiet -p assay-cli
export ASSAY_WORKSPACE="$PWD/tests/upgrades/schema-$1.assay" ASSAY_PERSON="Ines Moreau" ASSAY_CLOCK=2026-11-23T13:42:00Z
XDG_CONFIG_HOME="$(mktemp -d)"
export XDG_CONFIG_HOME
assay="${2:-target/debug/assay}"
"$assay" init "$ASSAY_WORKSPACE"
"$assay" import src-tauri/crates/engine/sample-article.txt --publisher "BBC News"
ref=$("$assay" claims '"less than 10 minutes"' --json | sed -E 's/.*"ref":"([^"]+)".*/\1/')
"$assay" set "$ref" status=in-progress verdict=supported tag+=print
"$assay" evidence add "$ref" --stance supports --title "Briefing transcript" --url https://example.org/briefing --primary
"$assay" set "$ref" "rationale=The briefing says so [1]."
"$assay" sign-off "$ref" --as "Tomasz Wilk"
# From schema 2 on.
"$assay" evidence add "$ref" --stance context --title "Clerk" --kind interview --contact "0171" --origin "Pool report"
"$assay" note add "$ref" --question "Which clock?"
# From schema 4 on.
if [ "$1" -ge 4 ]; then "$assay" views add "In review" status:in-review --sort=-score; fi
"$assay" check

//! The main path through all commands.

use std::collections::BTreeSet;

use assay_commands::NAMES;
use serde_json::{Value, json};

use crate::desk::Desk;
use crate::verification::{purge, verification};

#[test]
#[ignore = "run by every_command_does_its_work, in a home of its own"]
fn every_command() {
    let desk = Desk::new();
    import(&desk);
    let claim = ledger(&desk);
    verify(&desk, &claim);
    verification(&desk, &claim);
    purge(&desk, &claim);
    documents(&desk);
    files(&desk);
    settings(&desk);
    let called = desk.called.borrow();
    let missing: BTreeSet<_> = NAMES.iter().filter(|name| !called.contains(**name)).collect();
    assert!(missing.is_empty(), "never called: {missing:?}");
}

fn import(desk: &Desk) {
    let info = desk.call("workspace.info", Value::Null);
    assert_eq!(json!([info["name"], info["prefix"], info["documents"]]), json!(["Delhi g20", "DG", 0]));
    let report = desk.import_sample();
    assert_eq!(report["documents"][0]["encoding"], "UTF-8");
    assert!(report["operation"].is_i64());
    let options = json!({"metadata": {"title": "Another"}, "find": false});
    assert_eq!(desk.call("import.choose", json!({"options": options})), Value::Null, "thought better of");
    let file = desk.folder.join("more.txt");
    std::fs::write(&file, "The bridge cost 12 million euros.\n").unwrap();
    desk.answers.lock().unwrap().files = Some(vec![file]);
    let job = desk.call("import.choose", json!({"options": options}));
    assert_eq!(desk.ended(&job)["report"]["documents"][0]["title"], "Another");
    assert_eq!(desk.call("jobs.list", Value::Null), json!([]));
    desk.call("jobs.cancel", json!({"id": job["id"]}));
    assert_eq!(desk.call("documents.list", Value::Null).as_array().unwrap().len(), 2);
}

/// The key of the New START claim.
fn ledger(desk: &Desk) -> Value {
    let sort = json!({"key": "ref", "descending": false});
    let page = desk.call("claims.page", json!({"query": "", "sort": sort, "from": 0, "limit": 50}));
    let rows = page["rows"].as_array().unwrap();
    assert_eq!(page["total"].as_u64(), Some(rows.len() as u64));
    let keys = desk.call("claims.keys", json!({"query": "", "sort": sort}));
    assert_eq!(
        keys.as_array().unwrap().iter().collect::<Vec<_>>(),
        rows.iter().map(|r| &r["key"]).collect::<Vec<_>>()
    );
    let facets = desk.call("claims.facets", json!({"query": ""}));
    let status = facets.as_array().unwrap().iter().find(|f| f["key"] == "status").unwrap();
    assert_eq!(
        json!([status["options"][0]["value"], status["options"][0]["count"]]),
        json!(["suggested", page["total"]])
    );

    let treaty = desk.call("claims.page", json!({"query": "suspend", "sort": sort, "from": 0, "limit": 50}));
    let claim = treaty["rows"][0]["key"].clone();
    let at = desk.call("claims.locate", json!({"query": "", "sort": sort, "claim": claim}));
    assert_eq!(rows[usize::try_from(at.as_u64().unwrap()).unwrap()]["key"], claim);
    let among = desk.call("claims.among", json!({"query": "suspend", "claims": keys}));
    assert_eq!(among.as_array().unwrap().len() as u64, treaty["total"].as_u64().unwrap());
    let next = json!({"query": "", "sort": sort, "from": 0, "but": null});
    assert_eq!(desk.call("claims.next-open", next), Value::Null, "all are suggested");
    let kinds = desk.call("claims.facet", json!({"query": "", "key": "kind", "words": "dat"}));
    assert!(kinds["options"].as_array().unwrap().iter().all(|o| o["value"] == "date"), "{kinds}");
    many(desk, &claim, page["total"].as_u64().unwrap());
    claim
}

/// Edits of all that a query finds but for one, as one operation and as a job, each undone.
fn many(desk: &Desk, but: &Value, total: u64) {
    let chosen = json!({"kind": "query", "query": "status:suggested", "except": [but]});
    let deed = |priority: &str| json!({"kind": "edit", "patch": {"priority": priority}});
    let preview = desk.call("claims.preview-bulk", json!({"chosen": chosen, "deed": deed("high")}));
    assert_eq!(json!([preview["claims"], preview["left"]]), json!([total - 1, []]));
    let high = || {
        desk.call(
            "claims.keys",
            json!({"query": "priority:high", "sort": {"key": "ref", "descending": false}}),
        )
    };
    let before = high();
    desk.change("claims.bulk", json!({"chosen": chosen, "deed": deed("high"), "seen": preview["seen"]}));
    assert_eq!(high().as_array().unwrap().len() as u64 + 1, total);
    let still = || desk.call("claims.are-still", json!({"chosen": chosen, "seen": preview["seen"]}));
    assert_eq!(still(), true);
    let one = desk.call(
        "claims.keys",
        json!({"query": "status:suggested priority:high", "sort": {"key": "ref", "descending": false}}),
    );
    desk.change("claims.edit", json!({"claims": [one[0]], "patch": {"status": "open"}}));
    assert_eq!(still(), false);
    desk.change("history.undo", Value::Null);
    desk.change("history.undo", Value::Null);
    assert_eq!(high(), before);
    let job = desk.call("claims.start-bulk", json!({"chosen": chosen, "deed": deed("high"), "seen": null}));
    assert_ne!(desk.ended(&job)["kind"], "failed");
    assert_eq!(high().as_array().unwrap().len() as u64 + 1, total);
    desk.change("history.undo", Value::Null);
    assert_eq!(high(), before);
}

fn verify(desk: &Desk, claim: &Value) {
    let get = || desk.call("claims.get", json!({"claim": claim}));
    let edit = |patch: Value| desk.change("claims.edit", json!({"claims": [claim], "patch": patch}));
    edit(json!({"status": "open", "label": "New START suspension", "add_tags": ["treaty"]}));
    let place = json!({"document": 1, "quote": "the Indian capital, Delhi"});
    desk.change("mentions.add", json!({"claim": claim, "place": place}));
    let mention = get()["mentions"][0]["id"].clone();
    let start = get()["mentions"][0]["start"].as_u64().unwrap();
    let shorter = json!({"document": 1, "quote": "Indian capital, Delhi"});
    let moved = json!({"claim": claim, "mention": mention, "place": shorter, "nudged": true});
    desk.change("mentions.move", moved);
    assert_eq!(get()["mentions"][0]["start"], start + 4);
    desk.change("history.undo", Value::Null);
    assert_eq!(get()["mentions"][0]["start"], start);
    let found = desk.call("mentions.find", json!({"claim": claim, "words": null, "after": null}));
    assert_eq!(found["next"], Value::Null);
    assert!(found["places"].as_array().unwrap().iter().any(|p| p["known"] == true && p["likeness"] == 100));
    let place = json!({"document": 1, "quote": "Paul Whelan"});
    desk.change("mentions.add-all", json!({"claim": claim, "places": [place]}));
    desk.change("history.undo", Value::Null);
    desk.change("mentions.remove", json!({"claim": claim, "mention": mention}));
    assert_eq!(get()["mentions"].as_array().unwrap().len(), 1);

    let mut evidence = json!({
        "finding": "true", "stance": "supports", "quote": "We suspend.", "place": null,
        "source": {"title": "Statement", "url": "https://example.org", "primary": true},
    });
    desk.change("evidence.add", json!({"claim": claim, "evidence": evidence}));
    desk.change("evidence.add", json!({"claim": claim, "evidence": evidence}));
    let items = get()["evidence_items"].clone();
    evidence["stance"] = json!("context");
    desk.change("evidence.edit", json!({"id": items[0]["id"], "evidence": evidence}));
    desk.change("evidence.remove", json!({"id": items[1]["id"]}));
    assert_eq!(json!([get()["evidence"], get()["evidence_items"][0]["stance"]]), json!([1, "context"]));

    edit(json!({"verdict": "supported", "rationale": "They said so [1]."}));
    desk.change("claims.sign-off", json!({"claims": [claim], "without_primary": false}));
    assert_eq!(json!([get()["status"], get()["signed_off_by"]]), json!(["signed-off", "Ines Moreau"]));
    let history =
        desk.call("history.list", json!({"filter": {"claim": claim}, "before": null, "limit": 100}));
    assert_eq!(history[0]["words"], "signed it off");
    desk.change("history.undo", Value::Null);
    assert_eq!(get()["status"], "open");
    desk.change("history.redo", Value::Null);
    for command in ["history.start-undo", "history.start-redo"] {
        assert_eq!(desk.change(command, Value::Null)["kind"], "done", "{command}");
    }
    assert_eq!(get()["status"], "signed-off");

    let made = json!({"place": {"document": 1, "quote": "the Indian capital, Delhi"}, "statement": "Delhi is a capital."});
    let created = desk.change("claims.create", made);
    assert_eq!(
        desk.call("claims.get", json!({"claim": created["claim"]}))["statement"],
        "Delhi is a capital."
    );
}

fn documents(desk: &Desk) {
    let view = desk.call("documents.get", json!({"document": 1}));
    assert!(!view["marks"].as_array().unwrap().is_empty());
    let mark = json!({"document": 1, "sentence": 1, "nothing_to_check": true});
    desk.change("documents.mark-sentence", mark);
    assert_eq!(
        desk.call("documents.get", json!({"document": 1}))["sentences"][0]["coverage"],
        "not-checkable"
    );
    // What an edit changes can be asked for without the text, and is the same.
    let view = desk.call("documents.get", json!({"document": 1}));
    let checking = desk.call("documents.checking", json!({"document": 1, "claims": null}));
    assert_eq!(checking["summary"], view["summary"]);
    assert_eq!(checking["marks"], view["marks"]);
    let looked_at = |s: &Value| s["coverage"] != "not-looked-at";
    let state = |s: &Value| json!({"number": s["number"], "nothing_to_check": s["nothing_to_check"], "coverage": s["coverage"]});
    let states: Vec<_> =
        view["sentences"].as_array().unwrap().iter().filter(|s| looked_at(s)).map(state).collect();
    assert!(states.len() > 1, "more than the sentence that was marked");
    assert_eq!(checking["sentences"], json!(states));
    let claim = &view["marks"][0]["key"];
    let marks = &desk.call("documents.checking", json!({"document": 1, "claims": [claim]}))["marks"];
    assert!(marks.as_array().is_some_and(|m| !m.is_empty() && m.iter().all(|m| &m["key"] == claim)));
    desk.change("documents.edit", json!({"document": 1, "patch": {"publisher": "The Post"}}));
    desk.change("documents.delete", json!({"document": 2}));
    let left = desk.call("documents.list", Value::Null);
    assert_eq!(json!([left[0]["ref"], left[0]["metadata"]["publisher"]]), json!(["D1", "The Post"]));
    assert_eq!(left.as_array().unwrap().len(), 1);
}

fn files(desk: &Desk) {
    let all = json!({"evidence": true, "rationale": true, "people": false});
    let request = json!({"scope": {"kind": "signed-off", "query": ""}, "format": "json", "options": all});
    let preview = desk.call("export.preview", json!({"request": request}));
    assert_eq!(json!([preview["claims"], preview["records"], preview["cut"]]), json!([1, 1, false]));
    assert_eq!(desk.call("export.start", json!({"request": request})), Value::Null, "thought better of");
    let file = desk.folder.join("out.json");
    desk.answers.lock().unwrap().save = Some(file.clone());
    let job = desk.call("export.start", json!({"request": request}));
    assert_eq!(desk.ended(&job)["saved"]["records"], 1);
    // Its end is kept for a window that was loaded anew meanwhile.
    assert_eq!(desk.call("jobs.list", Value::Null)[0]["state"]["saved"]["records"], 1);
    desk.call("jobs.forget", json!({"id": job["id"]}));
    assert_eq!(desk.call("jobs.list", Value::Null), json!([]));
    desk.call("turns.end", json!({"view": "export", "number": 1}));
    let written: Value = serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap();
    assert_eq!(written["claims"][0]["label"], "New START suspension");
    assert_eq!(desk.answers.lock().unwrap().asked.last().unwrap(), preview["file_name"].as_str().unwrap());

    assert_eq!(desk.call("workspace.check", Value::Null)["damage"], json!([]));
    let copy = desk.folder.join("copy.assay");
    desk.answers.lock().unwrap().save = Some(copy.clone());
    assert_eq!(desk.call("workspace.backup", Value::Null), json!(copy));
    assert_eq!(desk.call("workspace.open", Value::Null), Value::Null, "thought better of");
    desk.answers.lock().unwrap().workspace = Some(copy.clone());
    let opened = desk.call("workspace.open", Value::Null);
    assert_eq!(json!([opened["path"], opened["documents"]]), json!([copy, 1]));
    // Notices come from the workspace that was opened.
    desk.change("documents.edit", json!({"document": 1, "patch": {"publisher": "Another Post"}}));
    desk.answers.lock().unwrap().save = Some(desk.folder.join("fresh.assay"));
    assert_eq!(desk.call("workspace.create", Value::Null)["documents"], 0);
}

fn settings(desk: &Desk) {
    let mut settings = desk.call("settings.get", Value::Null);
    settings["name"] = json!("Ada Okafor");
    settings["theme"] = json!("dark");
    assert_eq!(desk.call("settings.set", settings.clone()), settings);
    assert_eq!(desk.call("settings.get", Value::Null), settings);
    assert_eq!(desk.call("workspace.info", Value::Null)["person"], "Ada Okafor");
    desk.call("system.reveal", json!({"path": desk.folder}));
    desk.call("system.open-address", json!({"url": "https://example.org"}));
    assert_eq!(desk.answers.lock().unwrap().asked.last().unwrap(), "https://example.org");
}

//! The commands of verification: sources, notes, relations, checklists, scales, people, history.

use serde_json::{Value, json};

use crate::desk::Desk;

/// Calls each of them on the claim of the treaty, which is open.
pub fn verification(desk: &Desk, claim: &Value) {
    sources(desk, claim);
    notes(desk, claim);
    relations(desk, claim);
    scales(desk, claim);
    people(desk, claim);
    views(desk, claim);
    earlier(desk, claim);
}

fn get(desk: &Desk, claim: &Value) -> Value {
    desk.call("claims.get", json!({"claim": claim}))
}

fn sources(desk: &Desk, claim: &Value) {
    let wire = json!({"title": "The wire", "origin": "Wire of 2 March", "kind": "web", "primary": false});
    let added = desk.change("sources.add", json!({"source": wire}));
    let listed = desk.call("sources.list", json!({"words": "wire of"}));
    assert_eq!(json!([listed[0]["ref"], listed[0]["evidence"]]), json!([format!("R{}", added["source"]), 0]));
    let id = listed[0]["id"].clone();
    for stance in ["supports", "context"] {
        let evidence = json!({
            "finding": "true", "stance": stance, "quote": null, "place": null, "locator": "p. 2",
            "known_source": id, "source": {"title": "", "primary": false},
        });
        desk.change("evidence.add", json!({"claim": claim, "evidence": evidence}));
    }
    let items = get(desk, claim)["evidence_items"].clone();
    let last = items.as_array().unwrap().last().unwrap().clone();
    assert_eq!(json!([last["locator"], last["source"]["id"]]), json!(["p. 2", id]));
    desk.change("evidence.move", json!({"id": last["id"], "to": 1}));
    assert_eq!(get(desk, claim)["evidence_items"][0]["id"], last["id"]);

    let file = desk.folder.join("wire.pdf");
    desk.answers.lock().unwrap().files = None;
    std::fs::write(&file, b"%PDF-1.4 not much of one").unwrap();
    assert_eq!(desk.call("sources.store-copy", json!({"id": id})), Value::Null, "thought better of");
    desk.answers.lock().unwrap().files = Some(vec![file]);
    desk.change("sources.store-copy", json!({"id": id}));
    desk.answers.lock().unwrap().files = None;
    let source = desk.call("sources.get", json!({"source": added["source"]}));
    let citing = desk.call("sources.claims", json!({"source": added["source"]}));
    assert_eq!(json!([citing.as_array().unwrap().len(), citing[0]["key"]]), json!([1, claim]));
    let copy = source["copies"][0].clone();
    assert_eq!(
        json!([copy["file_name"], copy["media_type"], copy["bytes"], source["evidence"], source["claims"]]),
        json!(["wire.pdf", "application/pdf", 24, 2, 1])
    );
    assert_eq!(desk.call("sources.save-copy", json!({"id": copy["id"]})), Value::Null, "thought better of");
    let back = desk.folder.join("back.pdf");
    desk.answers.lock().unwrap().save = Some(back.clone());
    assert_eq!(desk.call("sources.save-copy", json!({"id": copy["id"]})), json!(back));
    desk.answers.lock().unwrap().save = None;
    assert_eq!(std::fs::read(back).unwrap(), b"%PDF-1.4 not much of one");
    desk.change("sources.remove-copy", json!({"id": copy["id"]}));

    let renamed = json!({"title": "The wire, corrected", "primary": false});
    desk.change("sources.edit", json!({"id": id, "source": renamed}));
    assert_eq!(get(desk, claim)["evidence_items"][0]["source"]["title"], "The wire, corrected");
    desk.refused("sources.remove", json!({"id": id}), "in-use", None);

    let spare = desk.change("sources.add", json!({"source": {"title": "Nobody cites me", "primary": false}}));
    let spare = desk.call("sources.get", json!({"source": spare["source"]}));
    desk.change("sources.remove", json!({"id": spare["id"]}));
}

fn notes(desk: &Desk, claim: &Value) {
    desk.change("notes.add", json!({"claim": claim, "kind": "note", "text": "See the register."}));
    desk.change("notes.add", json!({"claim": claim, "kind": "question", "text": "Which day was it?"}));
    let open = desk.call("notes.open-questions", Value::Null);
    assert_eq!(json!([open.as_array().unwrap().len(), open[0]["claim"]]), json!([1, claim]));
    let question = open[0]["note"]["id"].clone();
    desk.change("notes.edit", json!({"id": question, "patch": {"answer": "On 21 February."}}));
    assert_eq!(desk.call("notes.open-questions", Value::Null), json!([]));
    desk.change("notes.remove", json!({"id": question}));
    let left = get(desk, claim);
    assert_eq!(json!([left["notes"], left["note_items"][0]["author"]]), json!([1, "Ines Moreau"]));
}

fn relations(desk: &Desk, claim: &Value) {
    let sort = json!({"key": "ref", "descending": false});
    let keys = desk.call("claims.keys", json!({"query": "status:suggested", "sort": sort}));
    let (one, two) = (keys[0].clone(), keys[1].clone());
    desk.change("claims.relate", json!({"claim": claim, "kind": "contradicts", "other": one}));
    assert_eq!(get(desk, &one)["relations"][0]["key"], *claim, "from the other side");
    desk.change("claims.unrelate", json!({"claim": one, "kind": "contradicts", "other": claim}));
    assert_eq!(get(desk, claim)["relations"], json!([]));

    assert!(desk.call("claims.near", json!({"claim": claim})).is_array());
    let statement = get(desk, claim)["statement"].clone();
    let draft = json!({"statement": statement, "claimant": null, "document": 1});
    assert_eq!(desk.call("claims.near-draft", draft)[0]["row"]["key"], *claim, "it is like itself");
    let stretch = desk.call("claims.near-in", json!({"document": 1, "after": null}));
    assert!(stretch["compared"].as_u64().unwrap() > 0);
    let open = json!({"claims": [one, two], "patch": {"status": "open"}});
    desk.change("claims.edit", open);
    desk.change(
        "claims.edit",
        json!({"claims": [two], "patch": {"verdict": "refuted", "rationale": "It was not so."}}),
    );
    desk.change("claims.take-over", json!({"claim": one, "from": two}));
    assert_eq!(get(desk, &one)["verdict"], "refuted");
    for _ in 0..3 {
        desk.change("history.undo", Value::Null);
    }

    let before = get(desk, claim)["mentions"].as_array().unwrap().len();
    desk.change("claims.merge", json!({"claims": [one], "into": claim}));
    assert_eq!(
        json!([get(desk, &one)["status"], get(desk, claim)["mentions"].as_array().unwrap().len() > before]),
        json!(["dismissed", true])
    );
    desk.change("claims.unmerge", json!({"claim": one}));
    assert_eq!(
        json!([get(desk, &one)["status"], get(desk, claim)["mentions"].as_array().unwrap().len()]),
        json!(["suggested", before])
    );

    let parts = json!([{"statement": "It was in Delhi."}, {"statement": "It was short."}]);
    desk.change("claims.split", json!({"claim": two, "parts": parts}));
    let kinds: Vec<Value> =
        get(desk, &two)["relations"].as_array().unwrap().iter().map(|r| r["kind"].clone()).collect();
    assert_eq!(kinds, [json!("has-part"), json!("has-part")]);

    let kind = get(desk, claim)["kind"].clone();
    let steps = json!([{"kind": kind, "steps": [{"id": "", "text": "Asked the ministry?"}]}]);
    desk.change("desk.edit", json!({"checklists": steps}));
    let step = get(desk, claim)["checklist"][0].clone();
    assert_eq!(json!([step["text"], step["done"]]), json!(["Asked the ministry?", false]));
    desk.change("claims.tick", json!({"claim": claim, "step": step["id"], "done": true}));
    assert_eq!(get(desk, claim)["checklist"][0]["done"], true);
}

fn views(desk: &Desk, claim: &Value) {
    desk.change("claims.edit", json!({"claims": [claim], "patch": {"checker": "Ines Moreau"}}));
    let added = desk.change("views.add", json!({"name": "Mine", "query": "checker:me"}));
    desk.change("views.add", json!({"name": "Old", "query": "checkers:me"}));
    desk.refused("views.add", json!({"name": "mine"}), "invalid", Some("name"));
    let id = added["view"].clone();
    let sort = json!({"key": "priority", "descending": true});
    desk.change("views.edit", json!({"id": id, "patch": {"sort": sort}}));
    desk.change("views.move", json!({"id": id, "to": 2}));
    let listed = desk.call("views.list", json!({"counted": true}));
    assert_eq!(
        json!([listed[0]["view"]["name"], listed[0]["hints"].as_array().unwrap().len()]),
        json!(["Old", 1])
    );
    let mine = &listed[1];
    assert_eq!(json!([mine["view"]["sort"], mine["count"], mine["hints"]]), json!([sort, 1, []]));
    assert_eq!(desk.call("views.list", json!({"counted": false}))[1]["count"], Value::Null);
    desk.change("views.remove", json!({"id": id}));
    desk.change("claims.edit", json!({"claims": [claim], "patch": {"checker": null}}));
}

fn scales(desk: &Desk, claim: &Value) {
    let rating = |word: &str, verdict: &str| json!({"word": "", "name": word, "role": verdict, "description": "", "number": null, "verdict": verdict});
    let ratings =
        json!([rating("Stands", "supported"), rating("Falls", "refuted"), rating("Open", "conflicting")]);
    let draft = json!({"name": "Desk", "description": "Ours", "ratings": ratings});
    desk.change("scales.save", draft);
    desk.change("desk.edit", json!({"scale": "desk"}));
    assert_eq!(desk.call("desk.get", Value::Null)["scale"], "desk");
    let open = json!({"scale": "desk", "rating": "open"});
    desk.change("claims.edit", json!({"claims": [claim], "patch": {"rating": open}}));
    let judged = get(desk, claim);
    assert_eq!(json!([judged["verdict"], judged["rating_name"]]), json!(["conflicting", "Open"]));

    let listed = desk.call("scales.list", Value::Null);
    let own = listed.as_array().unwrap().iter().find(|s| s["scale"]["word"] == "desk").unwrap().clone();
    assert_eq!(json!([own["active"], own["claims"]]), json!([true, [0, 0, 1]]));
    let mut less = own["scale"].clone();
    less["ratings"].as_array_mut().unwrap().pop();
    desk.refused("scales.save", less.clone(), "needs-replacement", Some("ratings"));
    less["replacements"] = json!({"open": {"scale": "desk", "rating": "falls"}});
    desk.change("scales.save", less);
    assert_eq!(get(desk, claim)["verdict"], "refuted");

    desk.change("desk.edit", json!({"scale": "assay"}));
    let replacements = json!({"falls": {"scale": "assay", "rating": "supported"}});
    desk.change("scales.remove", json!({"word": "desk", "replacements": replacements}));
    let judged = get(desk, claim);
    assert_eq!(json!([judged["verdict"], judged["rating"]]), json!(["supported", null]));
    desk.change("claims.edit", json!({"claims": [claim], "patch": {"verdict": null}}));
}

fn people(desk: &Desk, claim: &Value) {
    desk.change("people.add", json!({"name": "Tomas Wilk", "initials": null}));
    desk.change("people.edit", json!({"name": "Tomas Wilk", "new_name": "Tomasz Wilk", "initials": "TWi"}));
    desk.change("claims.edit", json!({"claims": [claim], "patch": {"reviewer": "Tomasz Wilk"}}));
    desk.refused("people.remove", json!({"name": "Tomasz Wilk"}), "invalid", Some("name"));
    let people = desk.call("workspace.info", Value::Null)["people"].clone();
    assert_eq!(
        json!([people[0]["name"], people[0]["initials"], people[0]["reviews"]]),
        json!(["Tomasz Wilk", "TWi", 1])
    );
    desk.change("claims.edit", json!({"claims": [claim], "patch": {"reviewer": null}}));
    desk.change("people.remove", json!({"name": "Tomasz Wilk"}));
}

fn earlier(desk: &Desk, claim: &Value) {
    let before = get(desk, claim);
    let operation = desk.call("workspace.info", Value::Null)["operation"].clone();
    let patch = json!({"statement": "Something else.", "kind": "opinion"});
    desk.change("claims.edit", json!({"claims": [claim], "patch": patch}));
    let at = json!({"claim": claim, "operation": operation});
    assert_eq!(desk.call("claims.at", at.clone())["statement"], before["statement"]);
    desk.change("claims.restore", at);
    let after = get(desk, claim);
    assert_eq!(json!([after["statement"], after["kind"]]), json!([before["statement"], before["kind"]]));
    let filter = json!({"claim": claim, "person": "Ines Moreau"});
    let history = desk.call("history.list", json!({"filter": filter, "before": null, "limit": 2}));
    assert_eq!(history[1]["changes"][0]["after"], "Something else.");
}

/// A protected source, taken out for good. Undo ends here, so this comes last.
pub fn purge(desk: &Desk, claim: &Value) {
    let interview = json!({
        "title": "A clerk at the register", "kind": "interview", "contact": "0171 555 0199", "primary": true,
    });
    let evidence = json!({
        "finding": "true", "stance": "supports", "quote": "I saw it.", "place": null, "source": interview,
    });
    desk.change("evidence.add", json!({"claim": claim, "evidence": evidence}));
    let source = desk.call("sources.list", json!({"words": "clerk"}))[0].clone();
    assert_eq!(source["confidential"], true, "an interview is, unless told otherwise");
    let report = desk.call("sources.purge", json!({"id": source["id"]}));
    assert_eq!(json!([report["evidence"], report["claims"]]), json!([1, 1]));
    assert_eq!(desk.call("sources.list", json!({"words": "clerk"})), json!([]));
    desk.refused("history.undo", Value::Null, "cannot-undo", None);

    // What was changed since the sign-off reopened the claim; it is signed off anew.
    assert_ne!(get(desk, claim)["status"], "signed-off");
    let edit = json!({"claims": [claim], "patch": {"verdict": "supported"}});
    desk.change("claims.edit", edit);
    desk.change("claims.sign-off", json!({"claims": [claim], "without_primary": true}));
    assert_eq!(get(desk, claim)["status"], "signed-off");
}

//! A newer question of a view ends the one before it.

use std::time::{Duration, Instant};

use assay_commands::call;
use serde_json::{Value, json};

use crate::desk::Desk;

/// Some seconds of work by SQL: hundreds of days, each looked for in what every claim states.
fn slow() -> String {
    let days: Vec<String> = (0..400).map(|n| format!("{}-{:02}", 1500 + n / 12, n % 12 + 1)).collect();
    format!("value.date:{}", days.join(","))
}

/// Makes the argument of a command: a query in its turn.
type Asked<'q> = &'q dyn Fn(&str, u32) -> Value;

#[test]
#[ignore = "run by a_newer_question_ends_the_one_before_it, in a home of its own"]
fn each_list_has_its_turns() {
    let desk = Desk::new();
    assay_engine::bench_data(&desk.context.workspace(), 20_000, &mut |_| {}).unwrap();
    let sort = json!({"key": "edited", "descending": true});
    let page = |query: &str, number: u32| {
        let turn = json!({"view": "list of a window", "number": number});
        json!({"query": query, "sort": sort, "from": 0, "limit": 3, "turn": turn})
    };
    let facets =
        |query: &str, number: u32| json!({"query": query, "turn": {"view": "facets", "number": number}});
    let facet = |query: &str, number: u32| {
        let turn = json!({"view": "one facet", "number": number});
        json!({"query": query, "key": "claimant", "words": "a", "turn": turn})
    };
    let all: [(&str, Asked<'_>); 3] =
        [("claims.page", &page), ("claims.facets", &facets), ("claims.facet", &facet)];
    for (command, asked) in all {
        let (older, newer) = (asked(&slow(), 1), asked("status:open", 2));
        let (overtaken, took) = std::thread::scope(|scope| {
            let older = scope.spawn(|| (call(&desk.context, command, older), Instant::now()));
            std::thread::sleep(Duration::from_millis(300));
            assert!(!older.is_finished(), "{command}: a query that is done cannot be overtaken");
            let begun = Instant::now();
            call(&desk.context, command, newer).unwrap();
            let (answer, ended) = older.join().unwrap();
            (answer, ended.duration_since(begun))
        });
        assert_eq!(json!(overtaken.expect_err(command).code), "overtaken", "{command}");
        assert!(took < Duration::from_secs(1), "{command} went on for {took:?}");
        // One that comes late is not begun, and the view goes on.
        desk.refused(command, asked("kind:event", 1), "overtaken", None);
        desk.call(command, asked("kind:event", 3));
    }
    // Pages of one list are of one turn, and do not end each other.
    std::thread::scope(|scope| {
        let pages: Vec<_> =
            (0..3).map(|_| scope.spawn(|| call(&desk.context, "claims.page", page("treaty", 9)))).collect();
        for answer in pages {
            assert_eq!(answer.join().unwrap().unwrap()["rows"].as_array().unwrap().len(), 3);
        }
    });
}

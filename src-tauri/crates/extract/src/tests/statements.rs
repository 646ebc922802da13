//! Statements, and the clauses they are made of.

use super::*;

#[test]
fn statements_have_their_subject_and_verb() {
    let found = found_in(SAMPLE, "2023-03-02");
    for (part, statement) in [
        (
            "no further details",
            "Russian Foreign Ministry spokeswoman Maria Zakharova gave no further details.",
        ),
        ("suspend its participation", "Moscow recently decided to suspend its participation in the pact."),
        (
            "irresponsible",
            "Moscow’s recent decision to suspend its participation in the pact is irresponsible.",
        ),
        (
            "encouraging Kiev",
            "During the G20 meeting, Sergey Lavrov accused the West of encouraging Kiev to continue the war.",
        ),
    ] {
        assert_eq!(words(&found, part).1, statement);
    }
    // The speaker's own “I” stays in their own words.
    assert!(words(&found, "I told the foreign minister").1.starts_with("“I told"));
    let text = "Ford announced cuts of 21% in its production, resulting in the closure of ten plants in Ohio.\n\
                Fiat bought Chrysler, which had left bankruptcy in 2009.\nThe company denied that it had sold 400 cars.";
    let found = found_in(text, "2023-03-02");
    assert_eq!(words(&found, "cuts of 21%").1, "Ford announced cuts of 21% in its production.");
    assert_eq!(
        words(&found, "resulting").1,
        "Ford announced cuts of 21% in its production, resulting in the closure of ten plants in Ohio."
    );
    assert_eq!(words(&found, "which had left").1, "Chrysler had left bankruptcy in 2009.");
    assert!(words(&found, "sold 400 cars").1.contains(" denied that it had sold 400 cars"));
}

#[test]
fn a_superlative_beside_a_name_is_a_claim() {
    let text = "The United States's largest car manufacturer General Motors named Mary Barra on 2 March 2023.\n\
                The Ford Motor Company, the second-largest car manufacturer in America, will cut 30,000 jobs.\n\
                The index dropped by 4.08 percent on Monday, a new 12-year low.";
    let found = found_in(text, "2023-03-02");
    assert_eq!(
        claim(&found, "largest car manufacturer").mentions[0].exact,
        "The United States's largest car manufacturer"
    );
    assert_eq!(
        words(&found, "largest car manufacturer").1,
        "General Motors is the United States's largest car manufacturer."
    );
    assert_eq!(
        words(&found, "second-largest").1,
        "The Ford Motor Company is the second-largest car manufacturer in America."
    );
    assert_eq!(words(&found, "30,000").1, "The Ford Motor Company will cut 30,000 jobs.");
    assert_eq!(claim(&found, "12-year low").mentions[0].exact, "a new 12-year low");
}

#[test]
fn clauses_that_can_be_true_alone_are_cut() {
    let text = "As the jet was pushed back by a tug, the wing struck the hangar in Bangkok.\n\
                Acme closed 3 shops in May and 14 plants will be closed in 2025.\n\
                Acme sold 30 shops in 2019 in an effort to evade bankruptcy.";
    let found = found_in(text, "2023-03-02");
    let exact: Vec<&str> = found.claims.iter().map(|c| c.mentions[0].exact.as_str()).collect();
    assert_eq!(
        exact,
        [
            "the jet was pushed back by a tug",
            "the wing struck the hangar in Bangkok",
            "Acme closed 3 shops in May",
            "14 plants will be closed in 2025",
            "Acme sold 30 shops in 2019",
            "in an effort to evade bankruptcy",
        ]
    );
}

#[test]
fn a_day_is_written_into_a_statement_as_the_verb_tells() {
    for (text, day) in [
        // Sunday the 15th: the match is on the 17th.
        ("Rovers travel to Athletic on Tuesday.", "2026-03-17"),
        ("City host Derby on Tuesday.", "2026-03-17"),
        ("The union had paid all wages due up to April 30.", "2025-04-30"),
        ("Councillors have voted by 31 to 22 to raise council tax by 4.99% from April.", "2026-04"),
        ("They travelled to Athletic on Tuesday.", "2026-03-10"),
    ] {
        let found = found_in(text, "2026-03-15");
        let values: Vec<&str> = found.values.iter().map(|v| v.value.as_str()).collect();
        assert!(values.contains(&day), "{text}: {values:?}");
    }
    for (text, wanted) in [
        ("Rovers travel to Athletic on Tuesday.", "Rovers travel to Athletic on Tuesday."),
        (
            "Carla Nunez will visit the area tomorrow morning.",
            "Carla Nunez will visit the area tomorrow morning (16 March 2026).",
        ),
        ("The bank closed 40 branches yesterday.", "The bank closed 40 branches on 14 March 2026."),
        ("Two weeks ago today the firm closed 3 shops.", "Two weeks ago today the firm closed 3 shops."),
        ("The fire broke out shortly before midnight.", "The fire broke out shortly before midnight."),
    ] {
        let found = found_in(text, "2026-03-15");
        assert_eq!(found.claims.first().map(|c| c.statement.as_str()), Some(wanted));
    }
}

/// 14 May 2024 is a Tuesday.
#[test]
fn a_time_of_day_is_told_with_its_day() {
    for (text, statement) in [
        ("The fire began at 4am on Tuesday.", "The fire began at 4am on Tuesday, 14 May 2024."),
        (
            "Two men died at 6:40 p.m. yesterday in Leeds.",
            "Two men died at 6:40 p.m. on 13 May 2024 in Leeds.",
        ),
        ("Tickets go on sale on Thursday at 10am.", "Tickets go on sale on Thursday, 16 May 2024, at 10am."),
        (
            "On Monday the council voted to close four libraries.",
            "On Monday, 13 May 2024, the council voted to close four libraries.",
        ),
        (
            "He won the race on Sunday in record time.",
            "He won the race on Sunday, 12 May 2024, in record time.",
        ),
        ("Sales fell 9 per cent on the week before.", "Sales fell 9 per cent on the week before."),
        ("He had sold 40 cars the year before.", "He had sold 40 cars the year before."),
    ] {
        let found = found_in(text, "2024-05-14");
        assert!(
            found.claims.iter().any(|c| c.statement == statement),
            "{text} gave {:?}",
            found.claims.iter().map(|c| &c.statement).collect::<Vec<_>>()
        );
    }
}

//! What can be checked, and what foretells or judges.

use assay_model::claim::ClaimKind;

use super::*;

#[test]
fn what_is_to_come_is_a_prediction_and_a_judgement_an_opinion() {
    use ClaimKind::{Opinion, Prediction};
    for (text, kind) in [
        ("The president is set to visit Delhi in May.", Prediction),
        ("The report is due in May.", Prediction),
        ("The storm could kill hundreds.", Prediction),
        ("The bill would cost $3 billion.", Prediction),
        ("He said he would resign in May.", Prediction),
        ("He said the roads would not cope with 40 homes.", Prediction),
        ("The fee of £40 is too high.", Opinion),
        ("Messi is the best striker in the world.", Opinion),
        ("Ministers should resign.", Opinion),
        ("The speed limit should be 20mph.", Opinion),
        ("It was a disgraceful decision.", Opinion),
    ] {
        let found = found_in(text, "2024-03-07");
        assert_eq!(found.claims.first().map(|c| c.kind), Some(kind), "{text}");
    }
    for text in [
        "The bank plans to cut 500 jobs.",
        "The storm could have killed 40 people in 2019.",
        "She was named best actress in 2019.",
        "It was the worst earthquake in Japan since 1990.",
        "The firm is the best-selling carmaker in Europe.",
        "Sales were set at $3 million.",
        "He is too old to drive under the 2019 law.",
        "He must have left at 5pm.",
        "Shares fell by 5 percent due to the storm.",
        "The delay was due to ongoing strikes in 2019.",
        "The law, which may change, was passed in 2019.",
    ] {
        let found = found_in(text, "2024-03-07");
        assert!(
            found.claims.iter().all(|c| !matches!(c.kind, Prediction | Opinion)),
            "{text}: {:?}",
            found.claims[0].kind
        );
    }
}

#[test]
fn a_headline_tells_what_is_to_come_without_a_verb() {
    for (head, kind) in [
        ("Biden to visit Kyiv in March", ClaimKind::Prediction),
        ("Shops set for busy Christmas", ClaimKind::Prediction),
        ("Council closes pool after floods", ClaimKind::Event),
        ("Leeds remains short of water", ClaimKind::State),
    ] {
        let text = format!("{head}\n\nThe shops sold 40 million pounds of goods in 2019.");
        let mut blocks = blocks(&text);
        blocks[0].kind = BlockKind::Headline;
        let metadata = Metadata { published: "2024-03-07".parse().ok(), ..Metadata::default() };
        let found = find(&text, &blocks, &metadata, &mut |_| ControlFlow::Continue(())).unwrap();
        assert_eq!(found.claims[0].kind, kind, "{head}");
    }
}

#[test]
fn the_kind_tells_what_is_said_and_not_a_word_in_it() {
    use ClaimKind::{Comparison, Event, Opinion, Prediction, State};
    for (text, kind) in [
        ("The dividend was no longer safe.", State),
        ("Not everyone is convinced.", State),
        ("The authority had no choice.", State),
        ("The A14 motorway has been closed in both directions.", Event),
        ("Green councillor Sam Obi abstained.", Event),
        ("It is, frankly, a disgrace.", Opinion),
        ("The plan is a travesty.", Opinion),
        ("Private operators would do better.", Prediction),
        ("The agency expects the toll to rise.", Prediction),
        ("In 1958 she became the first woman to lead an expedition.", Comparison),
        ("They pay twice as much as the French.", Comparison),
    ] {
        let found = found_in(text, "2024-03-07");
        assert_eq!(found.claims.first().map(|c| c.kind), Some(kind), "{text}");
    }
    for text in [
        "Dockworkers at Nigeria's busiest port walked off the job on Tuesday.",
        "She visited Leeds twice in 2019.",
        "The first yellow card was shown to Jack Weller on Monday.",
    ] {
        let found = found_in(text, "2024-03-07");
        assert!(found.claims.iter().all(|c| c.kind != Comparison), "{text}");
    }
    let found = found_in("Filipe Nyusi is due to tour the area on Monday.", "2024-03-07");
    assert!(found.claims[0].reasons.iter().all(|r| r != "a cause"), "{:?}", found.claims[0].reasons);
}

#[test]
fn a_word_of_foretelling_foretells_only_as_a_verb_of_its_clause() {
    use ClaimKind::{Opinion, Prediction};
    for text in [
        "Shares fell 18% after the firm cut its profit forecast for the second time.",
        "The trial, which will enrol 4,800 children, is the largest in Kenya.",
        "Paolo Renzi refused to say whether he would stay.",
        "Norvik has raised its forecast of sales in 2019.",
    ] {
        let found = found_in(text, "2024-03-07");
        assert!(found.claims.iter().any(|c| c.kind != Prediction), "{text}");
        assert_ne!(found.claims[0].kind, Prediction, "{text}");
    }
    for text in [
        "Results are expected in the second half of 2026.",
        "The company now expects operating profit of 3 million pounds.",
        "It is unlikely to do so in 2026.",
        "It would, unless ministers amend it, allow 40 homes.",
        "The 400 homes should be reconnected by midnight.",
    ] {
        let found = found_in(text, "2024-03-07");
        assert_eq!(found.claims.first().map(|c| c.kind), Some(Prediction), "{text}");
    }
    for text in [
        "The best way to build homes is to free up land.",
        "“The minister is a clown,” said Ann Cole.",
        "Mining on land is worse.",
        "The red card was harsh.",
        "We deserved it.",
        "The sell-off had gone too far.",
        "Let’s compare the two plans.",
        "Consider the facts of 2019.",
        "Ann Cole said the decision was “vandalism”.",
        "We cannot go on pretending that roads are free.",
    ] {
        let found = found_in(text, "2024-03-07");
        assert_eq!(found.claims.last().map(|c| c.kind), Some(Opinion), "{text}");
    }
    for text in [
        "The plan was mocked at the time as folly.",
        "Results were better than in 2019.",
        "He will take 40 days.",
        "Cole gave him the book in 2019.",
    ] {
        let found = found_in(text, "2024-03-07");
        assert!(found.claims.iter().all(|c| c.kind != Opinion), "{text}");
    }
}

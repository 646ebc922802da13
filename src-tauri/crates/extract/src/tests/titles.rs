//! Labels that name whom they speak of, and say neither less nor more than the claim.

use super::{SAMPLE, claim, found_in, words};

fn label(text: &str) -> String {
    let found = found_in(text, "2024-05-14");
    found.claims.first().map_or_else(String::new, |c| c.label.clone())
}

#[test]
fn a_label_keeps_its_subject() {
    for (text, wanted) in [
        ("Sales in the first quarter fell 7.4% to 4.2bn kroner.", "Sales fell 7.4%"),
        ("The jury took less than two hours to reach its verdict.", "Jury took less than two hours"),
        ("At least 34 people have been killed and 12 are missing in Leeds.", "At least 34 people killed"),
        ("The site has been valued at £850,000.", "Site valued at £850,000"),
        ("Rural bus services have been cut by 28% since 2011.", "Bus services cut by 28%"),
        ("Gusts of 98mph were recorded at Brizlee Wood.", "Gusts of 98mph were recorded"),
        ("The prime minister is expected to announce a new bill.", "Minister expected to announce bill"),
        ("Captain Owen Pike, 36, is set to retire after the final.", "Pike is set to retire"),
        (
            "A second defendant, Darren Pryce, 47, of no fixed address, was cleared.",
            "Second defendant was cleared",
        ),
        (
            "The ferry, built in Japan and refitted twice, had passed an inspection in May.",
            "Ferry passed inspection in May",
        ),
        ("Walking and cycling receive about 2% of the budget.", "Walking and cycling receive about 2%"),
        ("The ferry tilted after a wave hit it.", "Ferry tilted after wave"),
        (
            "Dust stirred up by deep-sea mining drove away almost half of the fish.",
            "Dust drove away almost half",
        ),
        (
            "A hearing to decide how much she must repay is set for 12 September.",
            "Hearing set for 12 September",
        ),
        ("The trial is the largest the company has ever conducted.", "Trial is company’s largest"),
    ] {
        assert_eq!(label(text), wanted, "{text}");
    }
    let found = found_in(SAMPLE, "2023-03-02");
    assert_eq!(words(&found, "The remarks are").0, "Remarks are Blinken’s first");
}

#[test]
fn a_label_says_no_more_than_its_claim() {
    for (text, kept) in [
        ("The library is likely to be sold in 2025.", "likely"),
        ("The bank is unlikely to pay £3m in 2025.", "unlikely"),
        ("Pryce had falsely claimed to be shopping for 40 residents.", "falsely claimed"),
        ("The minister allegedly took £3m in 2019.", "allegedly took"),
        ("The sell-off had gone too far by May 2019.", "too far"),
        ("Two of the victims have since died.", "Two victims"),
        ("Three of Leeds's seven libraries will shut in October.", "Three libraries"),
        ("A rumour that the dam at Kielder has cracked is not true.", "not true"),
        ("It is likely to be sold in 2025.", "ikely to be sold"),
        ("City had defender Mark Olsen sent off for a second yellow card.", "sent off"),
        ("Most of her 40 critics had not visited Leeds.", "Most"),
        ("Up to 20% of the zone was affected in 2019.", "Up to 20%"),
        ("The debt is not due for repayment until 2027.", "until 2027"),
        ("She did not take the money because she was desperate.", "…"),
        ("The team did not find any trace of the fish beyond five kilometres.", "…"),
        ("Fewer than half of them voted in 2025.", "Fewer than half voted"),
        ("Captain Rui Pinto pulled one back on the hour in 2019.", "one back"),
        ("It has so far spent 30 million kroner on sleep research.", "spent 30 million"),
        ("Adults who use screens for 2 hours in bed do not sleep worse.", "do not sleep"),
        ("The study was paid for by a charity in 2019.", "paid for by charity"),
        ("Profit has more than halved from £6m since 2019.", "more than halved"),
    ] {
        assert!(label(text).contains(kept), "{text}: {}", label(text));
    }
    for (text, wrong) in [
        ("It was produced by Rui Vaz in 2007.", "It produced"),
        ("The bank was fined £5m in 2019.", "Bank fined £5m"),
        ("The metal nodules contain nickel and 3 grams of zinc.", "The metal nodules"),
    ] {
        assert_ne!(label(text).get(..wrong.len()), Some(wrong), "{text}: {}", label(text));
    }
}

#[test]
fn what_is_told_behind_which_has_a_label_without_it() {
    let found = found_in(
        "The vessel left port despite a storm warning, which had been issued the night before.",
        "2024-05-14",
    );
    let told = claim(&found, "which had been");
    assert!(told.mentions[0].exact.ends_with("the night before"), "{}", told.mentions[0].exact);
    assert!(!told.label.starts_with("Which"), "{}", told.label);
    let found = found_in(
        "Fuel duty has been frozen since 2011, a giveaway that has cost the Treasury £80bn.",
        "2024-05-14",
    );
    assert_eq!(words(&found, "a giveaway").0, "Giveaway cost Treasury £80bn");
}

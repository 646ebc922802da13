//! Claims that are near, that contradict, and that only look like it.

use assay_model::likeness::Aspect;

use super::*;

fn drawn(statement: &str) -> Portrait {
    let published = "2023-03-02".parse().ok();
    Portrait::new(statement, None, published.as_ref(), true)
}

fn compare(ours: &str, theirs: &str) -> Likeness {
    let (ours, theirs) = (drawn(ours), drawn(theirs));
    let weight = |_: &str| rarity(1, 100);
    let (here, there) = (ours.compare(&theirs, &weight), theirs.compare(&ours, &weight));
    assert!((here.likeness - there.likeness).abs() < 1e-9, "it is the same from both sides");
    assert_eq!(here.contradicts, there.contradicts);
    here
}

#[test]
fn the_same_in_other_words_is_near() {
    for (ours, theirs) in [
        (
            "General Motors filed for bankruptcy on Monday.",
            "GM sought bankruptcy protection on 27 February 2023.",
        ),
        ("Ford will cut 30,000 jobs.", "Ford Motor Company is cutting 30,000 jobs by 2012."),
        ("The budget rose by 12 per cent in 2022.", "In 2022 the budget increased by 12 percent."),
        ("Mr Lavrov met Antony Blinken in Delhi.", "Sergei Lavrov and Mr Blinken met in Delhi."),
    ] {
        let likeness = compare(ours, theirs);
        assert!(
            likeness.likeness >= Likeness::NEAR && !likeness.contradicts,
            "{ours} / {theirs}: {likeness:?}"
        );
    }
}

#[test]
fn what_cannot_be_true_together_contradicts() {
    for (ours, theirs, aspect) in [
        ("Ford will cut 30,000 jobs.", "Ford will cut 13,000 jobs.", Aspect::Value),
        (
            "The meeting in Geneva was in January 2022.",
            "The meeting in Geneva was in March 2021.",
            Aspect::Date,
        ),
        ("Prices in Lima rose by 4 per cent.", "Prices in Lima fell by 4 per cent.", Aspect::Polarity),
        ("Poland has not sent tanks to Ukraine.", "Poland has sent tanks to Ukraine.", Aspect::Polarity),
    ] {
        let likeness = compare(ours, theirs);
        assert!(
            likeness.contradicts && likeness.likeness >= Likeness::NEAR,
            "{ours} / {theirs}: {likeness:?}"
        );
        assert!(likeness.differs.iter().any(|t| t.aspect == aspect), "{ours} / {theirs}: {likeness:?}");
    }
}

#[test]
fn what_only_looks_like_it_does_not_contradict() {
    for (ours, theirs) in [
        // Another subject, another day, bounds that overlap, a figure rounded, the same figure later, other places.
        (
            "Unemployment was 5.1 per cent in February 2022.",
            "Unemployment was 5.1 per cent in February 2023.",
        ),
        ("Unemployment in Bavaria fell to 3 per cent.", "Unemployment in Saxony fell to 7 per cent."),
        ("The ministry counted 62 ships in 2016.", "The ministry counted 40 ferries in 2007."),
        ("Ford will cut 30,000 jobs.", "Chrysler will cut 13,000 jobs."),
        ("The index lost 2 per cent on 4 May 2022.", "The index lost 3 per cent on 5 May 2022."),
        ("They met for less than 10 minutes in Delhi.", "They met for seven minutes in Delhi."),
        ("The loss was 2.7 billion dollars in 2022.", "The loss was 2,717 million dollars in 2022."),
        // Neither is said by a word that turns both round.
        ("It is not true that Peru did not pay.", "Peru did pay."),
    ] {
        assert!(!compare(ours, theirs).contradicts, "{ours} / {theirs}: {:?}", compare(ours, theirs));
    }
}

#[test]
fn a_text_that_is_printed_again_says_the_same() {
    let day = |day: &str| day.parse().ok();
    for text in [
        "The talks broke off last week.",
        "They spoke “on the go”.",
        "Prices rose by 4 per cent on Thursday.",
    ] {
        let (then, later) = (day("2023-03-02"), day("2024-03-06"));
        let (ours, theirs) =
            (Portrait::new(text, None, then.as_ref(), true), Portrait::new(text, None, later.as_ref(), true));
        let likeness = ours.compare(&theirs, &|_| 5.0);
        assert!(likeness.likeness >= Likeness::NEAR && !likeness.contradicts, "{text}: {likeness:?}");
    }
}

#[test]
fn another_figure_of_a_later_text_is_near() {
    let day = |day: &str| day.parse().ok();
    let (then, later) = (day("2022-03-02"), day("2023-03-06"));
    let of = |text: &str, day: Option<&PartialDate>| Portrait::new(text, None, day, true);
    let ours = of("The earthquake in Kahra killed 17 people.", then.as_ref());
    let theirs = of("The earthquake in Kahra killed 23 people.", later.as_ref());
    let likeness = ours.compare(&theirs, &|_| 5.0);
    assert!(likeness.likeness >= Likeness::NEAR && !likeness.contradicts, "{likeness:?}");
    let euros =
        compare("The bridge in Lima cost 3 million euros.", "The bridge in Lima cost 3 million dollars.");
    assert!(euros.contradicts, "{euros:?}");
}

#[test]
fn what_is_not_equal_is_told_though_both_may_be_so() {
    for (ours, theirs) in [
        ("In Lima the hospital treated 300 patients.", "In Lima the hospital treated 310 patients."),
        ("They met for less than 12 minutes in Delhi.", "They met for less than 10 minutes in Delhi."),
        (
            "The hospital in Lima treated 250 in January 2023.",
            "The hospital in Lima treated 240 patients in January 2023.",
        ),
    ] {
        let likeness = compare(ours, theirs);
        assert!(
            likeness.differs.iter().any(|t| t.aspect == Aspect::Value),
            "{ours} / {theirs}: {likeness:?}"
        );
    }
    let denied = compare(
        "The hospital in Lima did not treat 240 patients.",
        "The hospital in Lima treated 310 patients.",
    );
    assert!(!denied.contradicts, "both can be true: {denied:?}");
    let met =
        compare("The G20 ministers met in Delhi in 2023.", "Ministers of the G20 met in Delhi in 2023.");
    let names = met.agrees.iter().find(|t| t.aspect == Aspect::Name).map(|t| t.ours.as_str());
    assert_eq!(names, Some("G20 Delhi"));
}

#[test]
fn nothing_is_like_nothing() {
    for text in ["", "of the", "…", "\u{0}", "12"] {
        let likeness = compare(text, "The budget rose by 12 per cent in 2022.");
        assert!(likeness.likeness < Likeness::NEAR && !likeness.contradicts, "{text}: {likeness:?}");
    }
}

#[test]
fn in_other_languages_words_and_digits_are_compared() {
    let of = |text: &str| Portrait::new(text, None, None, false);
    let (ours, theirs) = (
        of("Die Regierung kürzte den Haushalt der Bahn 2022 um 12 Prozent."),
        of("Der Haushalt der Bahn wurde 2022 von der Regierung um 12 Prozent gekürzt."),
    );
    assert!(ours.compare(&theirs, &|_| 5.0).likeness >= Likeness::NEAR);
    let (ours, theirs) = (of("条約は兵器を対象としない。"), of("ガラスの島は2019年に消えた。"));
    assert!(ours.compare(&theirs, &|_| 5.0).likeness < Likeness::NEAR);
}

#[test]
fn another_subject_does_not_contradict_whatever_its_number() {
    for (ours, theirs) in [
        ("The ministry hired 40 engineers in 2022.", "The navy hired 60 engineers in 2022."),
        ("Teachers in Lima won a rise of 4 per cent.", "Nurses in Lima won a rise of 6 per cent."),
    ] {
        assert!(!compare(ours, theirs).contradicts, "{ours} / {theirs}");
    }
    assert!(
        compare("The ministry hired 40 engineers in 2022.", "The ministry hired 60 engineers in 2022.")
            .contradicts
    );
}

#[test]
fn what_only_one_of_them_states_differs() {
    let likeness = compare("Ford will cut 30,000 jobs by 2012.", "Ford will cut jobs worth $3 million.");
    let told: Vec<(Aspect, &str, &str)> =
        likeness.differs.iter().map(|t| (t.aspect, t.ours.as_str(), t.theirs.as_str())).collect();
    assert!(told.contains(&(Aspect::Date, "2012", "")), "{told:?}");
    assert!(told.contains(&(Aspect::Value, "30,000", "$3 million")), "{told:?}");
}

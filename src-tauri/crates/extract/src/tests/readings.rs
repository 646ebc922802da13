//! Labels whose subject, verb and figure are the clause's own.

use super::{claim, found_in};

fn label(text: &str) -> String {
    let found = found_in(text, "2024-05-14");
    found.claims.first().map_or_else(String::new, |c| c.label.clone())
}

fn all(cases: &[(&str, &str)]) {
    let wrong: Vec<(&str, String)> =
        cases.iter().map(|(text, wanted)| (*wanted, label(text))).filter(|(w, l)| w != l).collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_label_has_the_clauses_own_subject() {
    all(&[
        ("During the study there were 3,600 cases of liver disease.", "There were 3,600 cases"),
        ("By then she had spent a decade at the Leeds observatory.", "She spent decade at observatory"),
        ("Grants alone had no measurable effect in 2019.", "Grants alone had no effect"),
        ("Every month we wait it gets worse by 3%.", "It gets worse by 3%"),
        ("The last estimate I saw was $73 million.", "Last estimate was $73 million"),
        ("The last time they tried it, in 2009, fares rose by a quarter.", "Fares rose by quarter"),
        ("Bacteria living 4,000 metres below the Pacific can eat plastic.", "Bacteria can eat plastic"),
        (
            "Losing weight and cutting down on alcohol do far more than 3 pills.",
            "Losing weight and cutting down",
        ),
        ("Imports of Chinese-made cars into Europe rose to 438,034.", "Imports rose to 438,034"),
        ("He levelled with a low shot from 20 yards in 2019.", "He levelled from 20 yards"),
        (
            "In 2016 the agency removed coffee from its list, where it had been since 1991.",
            "Agency removed coffee from list",
        ),
        (
            "Under the bill, cities that loosen zoning rules would be eligible for grants of up to $10 million.",
            "Cities would be eligible",
        ),
        (
            "The budget, approved in May, also cuts opening hours at six libraries.",
            "Budget cuts opening hours",
        ),
    ]);
}

#[test]
fn a_label_has_the_verb_with_what_completes_it() {
    all(&[
        ("The results may not apply to other groups in 2019.", "Results may not apply"),
        ("Investors rely on 40 banks in Leeds.", "Investors rely on 40 banks"),
        ("Over the same period its reserves more than doubled.", "Reserves more than doubled"),
        ("About a fifth of the money is set aside for rural areas.", "About a fifth set aside"),
        (
            "The doctors worry that habits may have changed since 2006.",
            "Doctors worry habits may have changed",
        ),
        ("He knew it could not pay its 40 nurses.", "Knew it could not pay"),
        ("We always knew the cities would count first in 2019.", "Knew cities would count first"),
        ("People wrote us off in 2019.", "People wrote us off"),
        ("“People wrote us off, and that's fine,” said Ann Lee in 2019.", "People wrote us off"),
        ("Díaz had him jailed on election day.", "Díaz had him jailed on day"),
        ("Joe Hanratty voted no in 2019.", "Hanratty voted no in 2019"),
        ("“I’ve been on a waiting list for six years,” said Ann Lee.", "I’ve been on waiting list"),
        ("“I've dreamt of this since I was six,” said Ann Lee.", "I've dreamt of this"),
        ("The firm had shown a reckless disregard for 40 alarms.", "Firm had shown reckless disregard"),
        ("Nine in ten cases are thought to be preventable.", "Nine in ten cases thought preventable"),
        ("The petition has been signed by 4,311 people.", "Petition signed by 4,311 people"),
        ("They hit the woodwork twice in 2019.", "They hit woodwork twice"),
        ("He had “either misled the public or not done his job” in 2019.", "He misled public…"),
        ("Don't take my word for the 40 deaths.", "Don't take word"),
        ("Labour had “wasted £3m on a car park nobody uses”.", "Labour wasted £3m on park"),
    ]);
}

#[test]
fn a_label_has_the_object_or_the_figure() {
    all(&[
        (
            "The Senate on Thursday narrowly approved a $42 billion package meant to speed the building of homes.",
            "Senate approved $42 billion package",
        ),
        ("The fine amounted to less than a week's profit.", "Fine: less than week's profit"),
        ("The agency puts the figure at six years.", "Agency puts figure at six years"),
        (
            "The attendance of 31,207 was a record for the Brook Lane ground.",
            "Attendance of 31,207 was record",
        ),
        ("The round brings total funding to $71.5 million.", "Round brings funding to $71.5 million"),
        ("A permanent replacement could cost as much as £11m.", "Permanent replacement could cost £11m"),
        ("It will take at least a decade for the trout to return.", "Will take at least a decade"),
        (
            "The stoppage was costing the country about $12 million a day.",
            "Stoppage costing about $12 million",
        ),
        ("The wall was meant to cost $40 million.", "Wall meant to cost $40 million"),
        (
            "The leader attends more than 200 meetings a year and cannot be expected to recall every paper.",
            "Leader attends more than 200 meetings",
        ),
        (
            "Her 1959 chart showed a rift valley running down the middle of the ridge.",
            "1959 chart showed rift valley",
        ),
        ("The company owes some 3,200 staff two months' pay.", "Company owes some 3,200 staff"),
        ("We've lived here since 1984.", "We've lived here since 1984"),
        ("Wages rose about half as fast in 2019.", "Wages rose about half as fast"),
        ("My own line carried 11,000 passengers a day in 2015.", "Line carried 11,000 passengers a day"),
        (
            "Rovers will play either Northgate or Stoneham on 25 May.",
            "Rovers will play Northgate or Stoneham",
        ),
        ("Keogh had moved money into three accounts since 2014.", "Keogh moved money since 2014"),
    ]);
}

#[test]
fn what_follows_a_clause_has_its_doer_or_none() {
    for (text, part, wanted) in [
        (
            "Councillors have been accused of ignoring warnings about a sea wall that collapsed in a storm, leaving 140 people homeless.",
            "leaving",
            "Leaving 140 people homeless",
        ),
        (
            "The vote was 51 to 48, with two Republicans, Dale Whitcomb of Ohio and Ann Ortiz of Iowa, joining all but one Democrat.",
            "joining",
            "Joining all but one Democrat",
        ),
        (
            "As part of the financing, Alan Reese will join the board, replacing Martha Cole.",
            "replacing",
            "Reese replacing Cole",
        ),
        (
            "The attendance of 31,207 was a record for the Brook Lane ground, which was opened by the Prince of Wales in 1921.",
            "which was",
            "Opened by Prince of Wales",
        ),
    ] {
        let found = found_in(text, "2024-05-14");
        assert_eq!(claim(&found, part).label, wanted, "{text}");
    }
}

#[test]
fn a_label_keeps_what_limits_its_noun() {
    all(&[
        (
            "The doctors said that no serious adverse events were reported.",
            "No serious adverse events reported",
        ),
        ("It was too early to name 40 winners.", "It was too early"),
        ("A third of our hospital beds are occupied by 40 people.", "Third of hospital beds occupied"),
        ("An average of 12,772 beds a day were occupied in March.", "Average of 12,772 beds were occupied"),
        ("Of the 6,000 people in Karsten, fewer than half were alive.", "Fewer than half were alive"),
        ("There are about 100,000 general and acute beds in England.", "There are about 100,000 beds"),
        (
            "The mayor said that climate change is making such storms wetter.",
            "Climate change making storms wetter",
        ),
        (
            "The duties, which come on top of a levy of 10%, range from 17.4% to 38.1%.",
            "Duties range from 17.4% to 38.1%",
        ),
        ("They collected mud at the site between 2018 and 2022.", "They collected mud at site"),
        (
            "Deep-sea microbes eat plastic faster than thought in 2019.",
            "Deep-sea microbes eat plastic faster",
        ),
        ("The vote was 52-48.", "Vote was 52-48"),
        ("Villagers had written to the council at least a dozen times.", "Villagers had written to council"),
        ("One of them was sold for £3m.", "One of them was sold"),
        ("Between 20 and 30 nurses have left since 2019.", "Between 20 and 30 nurses left"),
        ("Net debt stood at 2.1 times EBITDA in June.", "Net debt: 2.1 times EBITDA"),
        ("The ``Back to the Mac'' event also included 40 speeches.", "Mac event included 40 speeches"),
        ("“Up to 40%” of patients could be discharged.", "Up to 40% could be discharged"),
        ("The average age of the 40 soldiers was 22.", "Average age was 22"),
        ("“I’m not going to do that,” said Ann Lee in 2019.", "I’m not going to do that"),
        ("He left a unit of nine soldiers manning four guns.", "Left unit of nine soldiers"),
    ]);
}

#[test]
fn news_of_an_unknown_day_takes_no_year_from_what_it_tells() {
    let text =
        "The school, built in 1978, closed in October, Ann Lee said. It opened 11 years ago, she said.";
    let found = crate::find(
        text,
        &super::blocks(text),
        &assay_model::document::Metadata { language: Some("en".into()), ..Default::default() },
        &mut |_| std::ops::ControlFlow::Continue(()),
    );
    let values: Vec<String> = found.unwrap().values.into_iter().map(|v| v.value).collect();
    assert_eq!(values, ["1978", "XXXX-10", "PAST_REF"]);
    let dated = found_in(
        "Sales are the lowest since 2022. They fell by 4% since the start of the year.",
        "2025-07-24",
    );
    assert!(dated.values.iter().any(|v| v.value == "2025"), "{:?}", dated.values);
}

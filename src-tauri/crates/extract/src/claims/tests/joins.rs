//! What is joined, and so cut or left whole.

use super::statements;

#[test]
fn a_verb_that_shares_its_subject_with_a_relative_clause_or_its_auxiliary_stays() {
    for whole in [
        "A replacement had been ordered in December but held up by a shortage of parts.",
        "Tom Reed was arrested in March 2019 and charged with murder.",
    ] {
        assert_eq!(statements(whole), [whole]);
    }
    let alarms =
        statements("The firm ignored its alarms, which first sounded in 2021 and were ignored for 61 hours.");
    assert!(alarms.iter().all(|s| !s.starts_with("The firm were")), "{alarms:?}");
    for (text, wanted) in [
        (
            "The bridge was built in 1932 and closed the main road for a year.",
            ["The bridge was built in 1932.", "The bridge closed the main road for a year."],
        ),
        (
            "Ann Lee was elected in 2010 and moved to London in 2012.",
            ["Ann Lee was elected in 2010.", "Ann Lee moved to London in 2012."],
        ),
        (
            "Instant coffee had a smaller effect in 2019, and decaffeinated coffee appeared to cut risks by 5%.",
            [
                "Instant coffee had a smaller effect in 2019.",
                "Decaffeinated coffee appeared to cut risks by 5%.",
            ],
        ),
        (
            "The minister said that 40 staff had left but that the school had opened in 2019.",
            ["40 staff had left.", "The school had opened in 2019."],
        ),
    ] {
        assert_eq!(statements(text), wanted, "{text}");
    }
}

#[test]
fn conditions_lists_and_shared_objects_are_not_cut() {
    for whole in [
        "If Huerta could hold Mexico, which was the goal, the United States would be distracted in 1914.",
        "When a new shop opens in a town of under a thousand, the local grocer loses 30 percent.",
        "When she took over in 2020 the company was losing 3 million kroner a day.",
        "After two years at the Botanic Garden in Edinburgh, Ann Cole joined Kew in 1957.",
        "The Russian fleet attempted to break out and proceed to Vladivostok.",
        "The fighting would stop when Huerta, Félix Díaz, and Henry Lane Wilson met in 1913.",
        "Opposition grew when American forces seized and occupied the port in 1914.",
        "Orozco and Villa fought for and won the city in 1911.",
        "So far six families have moved in.",
        "Shares in Halden rose 8% after the parcel group lifted its forecast and said it would pay out 200 million euros.",
        "Net profit reached 1.3 billion euros, compared with 1.1 billion euros in 2019.",
    ] {
        assert_eq!(statements(whole), [whole]);
    }
    for (text, wanted) in [
        (
            "The Russians lost 40 men in 1904, and soon employed the Japanese tactic.",
            ["The Russians lost 40 men in 1904.", "The Russians soon employed the Japanese tactic."],
        ),
        (
            "The train ran between Aberystwyth and Newtown in 2019 and it was late on 40 days.",
            ["The train ran between Aberystwyth and Newtown in 2019.", "It was late on 40 days."],
        ),
    ] {
        assert_eq!(statements(text), wanted, "{text}");
    }
    let text = "In a leaflet delivered to homes last week, the mayor said that crime had fallen by 12%.";
    assert_eq!(statements(text), ["Crime had fallen by 12%."]);
}

#[test]
fn what_is_told_in_a_row_is_cut_and_a_scrap_is_not() {
    for (text, wanted) in [
        (
            "The union said that heads were exhausted, that recruitment had never been harder and that 40 staff had left.",
            vec!["Heads were exhausted.", "Recruitment had never been harder.", "40 staff had left."],
        ),
        (
            "Stations rose from 2,482 to 2,580 but the number of staffed ticket offices dropped by 28%.",
            vec![
                "Stations rose from 2,482 to 2,580.",
                "The number of staffed ticket offices dropped by 28%.",
            ],
        ),
        (
            "The jet sank off Sumatra in 2005, killing 167.",
            vec!["The jet sank off Sumatra in 2005, killing 167."],
        ),
        (
            "The company said it had offered £10m and was considering 12 sites.",
            vec!["The company had offered £10m.", "The company was considering 12 sites."],
        ),
        (
            "The Environment Agency said it was the third spill in 2019.",
            vec!["It was the third spill in 2019."],
        ),
        ("The council said it would take a week and cost £4m.", vec!["It would take a week and cost £4m."]),
    ] {
        assert_eq!(statements(text), wanted, "{text}");
    }
}

#[test]
fn verbs_of_an_active_sort_are_claims_of_their_own_behind_a_passive() {
    for (text, wanted) in [
        (
            "Tom Reed was elected in 2010 and served for 12 years.",
            ["Tom Reed was elected in 2010.", "Tom Reed served for 12 years."],
        ),
        (
            "The ship was launched in 1990 and sailed to Norway in 1992.",
            ["The ship was launched in 1990.", "The ship sailed to Norway in 1992."],
        ),
    ] {
        assert_eq!(statements(text), wanted, "{text}");
    }
    let whole = "Tom Reed is expected to resign in 2025 and put 40 jobs at risk.";
    assert_eq!(statements(whole), [whole]);
}

#[test]
fn what_must_hold_for_a_later_sentence_of_a_quotation_stays_with_it() {
    let told =
        statements("“We counted 86 species. When the grazing stops, half of them are gone,” Ann Cole said.");
    assert_eq!(told, ["“We counted 86 species.”", "When the grazing stops, half of them are gone."]);
}

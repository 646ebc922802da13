//! What newspapers write of prices, weights, papers, years and lengths.

use super::*;

/// What is found in a text of 2 March 2023, with its unit.
fn measured(text: &str) -> Vec<String> {
    let tokens = Tokens::new(text, 0);
    let published = "2023-03-02".parse().ok();
    let mut calendar = Calendar::new(published.as_ref(), text);
    let drafts = find(&tokens, &(0..tokens.len()), true, &mut calendar);
    let shown = |d: &Draft| {
        let unit = d.unit.as_deref().map_or_else(String::new, |u| format!(" {u}"));
        format!("{}={}{unit}", tokens.slice(d.from, d.to), d.value)
    };
    drafts.iter().map(shown).collect()
}

#[test]
fn pence_and_what_something_rose_to_are_prices() {
    for (text, expected) in [
        ("The shares fell 7.3p to 341p.", vec!["7.3p=0.073 GBP", "341p=3.41 GBP"]),
        ("Petrol costs 145.9p a litre.", vec!["145.9p=1.459 GBP"]),
        ("The euro fell 0.3 cents to $1.0821.", vec!["0.3 cents=0.003 USD", "$1.0821=1.0821 USD"]),
        ("Oil rose $1 to $82 there.", vec!["$1=1 USD", "$82=82 USD"]),
        ("It rose from 3 to 5 per cent.", vec!["3=3", "5 per cent=5"]),
        ("Tickets cost 50 cents to $2 there.", vec!["50 cents to $2=0.5..2 USD"]),
        ("Prices were €5 to £10 there.", vec!["€5=5 EUR", "£10=10 GBP"]),
        ("He watched it in 1080p there.", vec![]),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

#[test]
fn numbers_in_words_go_on_behind_a_comma() {
    for (text, expected) in [
        (
            "Two million, three hundred thousand people live there.",
            vec!["Two million, three hundred thousand=2300000"],
        ),
        (
            "It cost two thousand, four hundred and six there.",
            vec!["two thousand, four hundred and six=2406"],
        ),
        (
            "It killed two thousand, three hundred of them children.",
            vec!["two thousand=2000", "three hundred=300"],
        ),
        ("Sales fell by a third.", vec!["a third=0.333333333333333"]),
        ("A fifth of pupils passed.", vec!["A fifth=0.2"]),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

#[test]
fn names_of_papers_and_clubs_are_no_times() {
    for text in [
        "The Daily Echo said so.",
        "He told the Sunday Times so.",
        "It was in the Weekly Standard.",
        "The Mail on Sunday said so.",
        "He signed for Sheffield Wednesday there.",
        "She watched Monday Night Football there.",
        "He wrote for Women’s Wear Daily there.",
        "The Good Friday Agreement held.",
    ] {
        assert_eq!(measured(text), Vec::<String>::new(), "{text}");
    }
    assert_eq!(measured("Daily cases rose."), ["Daily=XXXX-XX-XX"]);
    assert_eq!(measured("The Sun said on Sunday that it closed."), ["Sunday=2023-02-26"]);
}

#[test]
fn weights_areas_and_rates_have_their_units() {
    for (text, expected) in [
        ("He weighed 14 stone.", vec!["14 stone=14 [stone_av]"]),
        ("She weighs 9st 7lb there.", vec!["9st 7lb=9.5 [stone_av]"]),
        ("They built two stone walls.", vec!["two=2"]),
        ("The flat has 250 sq ft there.", vec!["250 sq ft=250 [ft_i]2"]),
        ("It has 3,000 sq m there.", vec!["3,000 sq m=3000 m2"]),
        ("Output fell by 1.2 million bpd.", vec!["1.2 million bpd=1200000 [bbl_us]/d"]),
        ("It pumps 9 million barrels a day.", vec!["9 million barrels a day=9000000 [bbl_us]/d"]),
        ("It makes 500kWh a day.", vec!["500kWh a day=500 kW.h/d"]),
        ("It makes 3 GWh per year.", vec!["3 GWh per year=3 GW.h/a"]),
        ("It earns £15,600 per year.", vec!["£15,600=15600 GBP"]),
        ("He drove at 120 km/h there.", vec!["120 km/h=120 km/h"]),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

#[test]
fn a_number_like_a_year_may_count() {
    for (text, expected) in [
        ("They used 1808 harvest reports.", vec!["1808=1808"]),
        ("The storm came and 1900 homes burned.", vec!["1900=1900"]),
        ("At least 2020 people died.", vec!["At least 2020=2020"]),
    ] {
        assert_eq!(measured(text), expected, "{text}");
        assert!(read(text).iter().all(|v| v.1 == ValueType::Number), "{text}");
    }
    for text in
        ["Obama’s 2008 promises failed.", "In 2019 and 2020 sales rose.", "The 1948 treaty obligations held."]
    {
        assert!(read(text).iter().all(|v| v.1 == ValueType::Date), "{text}");
        assert!(!read(text).is_empty(), "{text}");
    }
}

/// Publication: Thursday, 2 March 2023.
#[test]
fn lengths_up_to_a_day_and_days_beside_another() {
    for (text, expected) in [
        ("They met on the Friday before Christmas.", vec!["the Friday before Christmas=2022-12-23"]),
        ("They met on the Monday after 3 May 2021.", vec!["the Monday after 3 May 2021=2021-05-10"]),
        ("They met on the Sunday before the vote.", vec!["the Sunday=XXXX-WXX-7"]),
        ("Profit rose from £3m a quarter earlier.", vec!["£3m=3000000 GBP", "a quarter earlier=2022-Q4"]),
        ("Profit fell in the year to March 31, 2022.", vec!["the year=P1Y", "March 31, 2022=2022-03-31"]),
        ("It fell in the quarter ended June 30, 2022.", vec!["the quarter=P3M", "June 30, 2022=2022-06-30"]),
        ("It lost jobs in the past year.", vec!["the past year=P1Y"]),
        ("Profit rose in the first half.", vec!["the first half=XXXX-H1"]),
        ("He scored in the first half.", vec![]),
        (
            "He came on Monday and had left the night before.",
            vec!["Monday=2023-02-27", "the night before=2023-02-26TNI"],
        ),
        (
            "He came on Monday and had left the week before.",
            vec!["Monday=2023-02-27", "the week before=2023-W08"],
        ),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

/// Publication: Thursday, 2 March 2023.
#[test]
fn hours_parts_and_degrees_of_the_news() {
    for (text, expected) in [
        (
            "It is shut from 6am on Wednesday until midnight on Thursday.",
            vec!["6am on Wednesday", "midnight on Thursday"],
        ),
        ("Profit rose by a fifth to £2m.", vec!["a fifth=0.2", "£2m=2000000 GBP"]),
        ("Yields fell by a quarter last year.", vec!["a quarter=0.25", "last year=2022"]),
        ("It will fall to minus 3C there.", vec!["minus 3C=-3 Cel"]),
        ("He lives in Flat 3C there.", vec![]),
        ("It spends £6.5bn a year on this.", vec!["£6.5bn=6500000000 GBP"]),
        (
            "They used 1808 harvest reports there, and it used 1808 harvest reports.",
            vec!["1808=1808", "1808=1808"],
        ),
        ("It was found guilty by a majority of 10-2.", vec!["10=10", "2=2"]),
        ("Voters go to the polls on July 4.", vec!["July 4=2023-07-04"]),
        ("It was her personal best by 1:12 there.", vec!["1:12=PT1M12S"]),
        ("It is 1.5 million km from here.", vec!["1.5 million km=1500000 km"]),
        ("It was 4 per cent higher than a year before.", vec!["4 per cent=4", "a year before=2022"]),
        ("It was more than a year ago.", vec!["more than a year ago=2022"]),
        ("They sat for nine hours over two days.", vec!["nine hours=PT9H", "two days=P2D"]),
        ("They are to appear in court on 28 May.", vec!["28 May=2023-05-28"]),
        (
            "It opened on May 1, 2022, more than on the same day last year.",
            vec!["May 1, 2022", "the same day last year=2021-05-01"],
        ),
        (
            "Profit fell in the year to January 31. Shares rose the same day.",
            vec!["the year=P1Y", "January 31=2023-01-31", "the same day=XXXX-XX-XX"],
        ),
    ] {
        let found = measured(text);
        assert!(found.len() == expected.len(), "{text} gave {found:?}");
        assert!(found.iter().zip(&expected).all(|(f, e)| f.starts_with(e)), "{text} gave {found:?}");
    }
}

#[test]
fn the_rest_of_an_address_holds_no_values() {
    let text = "You can go to http://example.org/q?A=305%20B for 4 more.";
    let tokens = Tokens::new(text, 0);
    let cut = (0..tokens.len()).find(|k| tokens.word(*k) == "?").unwrap() + 1;
    let mut calendar = Calendar::new(None, text);
    let found = find(&tokens, &(cut..tokens.len()), true, &mut calendar);
    assert_eq!(found.iter().map(|d| d.value.as_str()).collect::<Vec<_>>(), ["4"]);
}

/// What was named long before is not “the year”.
#[test]
fn the_year_without_more_is_this_one() {
    let read = |text: &str| {
        let tokens = Tokens::new(text, 0);
        let published = "2023-03-02".parse().ok();
        let mut calendar = Calendar::new(published.as_ref(), text);
        let mut out = Vec::new();
        let mut from = 0;
        for to in (0..tokens.len()).filter(|k| tokens.word(*k) == ".").map(|k| k + 1) {
            out.extend(find(&tokens, &(from..to), true, &mut calendar).into_iter().map(|d| d.value));
            from = to;
        }
        out
    };
    assert_eq!(
        read("He won in 1979. He left. Cases have doubled since the start of the year."),
        ["1979", "2023"]
    );
    assert_eq!(read("He won in 1979. He left by the end of the year."), ["1979", "1979"]);
}

#[test]
fn dates_of_old_times_and_dates_ahead_are_counted_from_what_is_told() {
    for (text, expected) in [
        (
            "The alarms sounded in August 2021. A pump had failed the previous November.",
            vec!["August 2021=2021-08", "the previous November=2020-11"],
        ),
        (
            "The siege had begun on 4 May 1644. It was hard, and was long. Many had died. It ended in August.",
            vec!["4 May 1644=1644-05-04", "August=1644-08"],
        ),
        (
            "The old bridge was opened in 1890. It was closed in February. The council says it will return in May.",
            vec!["1890=1890", "February=2023-02", "May=2023-05"],
        ),
        ("Holders can buy from Friday.", vec!["Friday=2023-03-03"]),
        ("Duties typically last five years.", vec!["five years=P5Y"]),
        ("Mr Hall, who faces re-election in November, disagreed.", vec!["November=2023-11"]),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

#[test]
fn words_that_look_like_dates_and_bounds_are_not_read_as_such() {
    for (text, expected) in [
        ("Unemployment has gone up to 4.3%.", vec!["4.3%=4.3"]),
        ("It fell in February last year.", vec!["February last year=2022-02"]),
        ("Asked on Wednesday, Starmer would not be drawn.", vec!["Wednesday=2023-03-01"]),
        ("The board voted by seven to five on Tuesday.", vec!["seven=7", "five=5", "Tuesday=2023-02-28"]),
        ("Trains were late last year.", vec!["last year=2022"]),
        ("The flight left at 2000 GMT.", vec!["2000 GMT=2023-03-02T20:00Z"]),
        ("It was reported in Current Biology.", vec![]),
        ("In 2000 GMT was the rule.", vec!["2000=2000"]),
    ] {
        assert_eq!(measured(text), expected, "{text}");
    }
}

#[test]
fn numbers_in_a_row_take_time_in_proportion_and_no_deep_stack() {
    for piece in ["5 million ", "5 hundred and ", "5 thousand 3 hundred and "] {
        assert!(!measured(&format!("It cost {}", piece.repeat(20_000))).is_empty());
    }
}

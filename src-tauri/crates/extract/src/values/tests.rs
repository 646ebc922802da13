//! The grammar as a whole, on sentences.

use super::*;

fn read(text: &str) -> Vec<(String, ValueType, String)> {
    let tokens = Tokens::new(text, 0);
    let published = "2023-03-02".parse().ok();
    let mut calendar = Calendar::new(published.as_ref(), text);
    let drafts = find(&tokens, &(0..tokens.len()), true, &mut calendar);
    drafts.iter().filter_map(|d| d.finish(&tokens)).map(|v| (v.text, v.kind, v.value)).collect()
}

/// Publication: Thursday, 2 March 2023.
#[test]
fn dates_and_durations_count_from_publication() {
    use ValueType::{Date, Duration, Set, Time};
    for (text, words, kind, value) in [
        ("They met on Thursday.", "Thursday", Date, "2023-03-02"),
        ("They met on Friday.", "Friday", Date, "2023-02-24"),
        ("They will meet on Friday.", "Friday", Date, "2023-03-03"),
        ("The shop is closed until Friday.", "Friday", Date, "2023-03-03"),
        ("I’ll come on Friday.", "Friday", Date, "2023-03-03"),
        ("He left the day before yesterday.", "the day before yesterday", Date, "2023-02-28"),
        ("They met last week.", "last week", Date, "2023-W08"),
        ("It began more than a year ago.", "more than a year ago", Date, "2022"),
        ("It grew in the past year.", "the past year", Duration, "P1Y"),
        ("They met in January 2022.", "January 2022", Date, "2022-01"),
        ("They met in October.", "October", Date, "2022-10"),
        ("He came on 4 July 1999.", "4 July 1999", Date, "1999-07-04"),
        ("He came on July 4th, 1999.", "July 4th, 1999", Date, "1999-07-04"),
        ("Earlier on Thursday he left.", "Earlier on Thursday", Date, "2023-03-02"),
        ("It rose in the first quarter of 2009.", "the first quarter of 2009", Date, "2009-Q1"),
        ("It fell in early 2009.", "early 2009", Date, "2009"),
        ("It was so in the 1990s.", "the 1990s", Date, "199"),
        ("It opened at 6:40 p.m. yesterday.", "6:40 p.m. yesterday", Time, "2023-03-01T18:40"),
        ("It lasted less than 10 minutes.", "less than 10 minutes", Duration, "PT10M"),
        ("It took two and a half years.", "two and a half years", Duration, "P2.5Y"),
        ("He got a four-week ban.", "four-week", Duration, "P4W"),
        ("It took several years.", "several years", Duration, "PXY"),
        ("It meets every Tuesday.", "every Tuesday", Set, "XXXX-WXX-2"),
    ] {
        let found = read(text);
        assert!(found.contains(&(words.to_owned(), kind, value.to_owned())), "{text} gave {found:?}");
    }
}

#[test]
fn years_and_days_that_share_their_names() {
    use ValueType::Date;
    for (text, values) in [
        ("It grew between 1961 and 1964.", vec!["1961", "1964"]),
        ("It lasted from 499 to 493 BC.", vec!["BC0499", "BC0493"]),
        ("It was so throughout the 470s BC.", vec!["BC047"]),
        ("The 1995–96 crisis passed.", vec!["1995", "1996"]),
        ("In 2006-07 it rose.", vec!["2006", "2007"]),
        ("They landed on 18 and 19 June 1940.", vec!["1940-06-18", "1940-06-19"]),
        ("They landed on May 4 and 5.", vec!["2022-05-04", "2022-05-05"]),
        ("It grew in January and February 1942.", vec!["1942-01", "1942-02"]),
        ("It fell on the night of 3/4 June 1944.", vec!["1944-06-03/1944-06-04"]),
        ("It was founded about 1910.", vec!["1910"]),
        ("It was founded c. 466 BC.", vec!["BC0466"]),
        ("He wrote of February 30.", vec!["XXXX-02-30"]),
        ("During the summer, they left.", vec!["2023-SU"]),
        ("They met in June 2022 and again the following spring.", vec!["2022-06", "2023-SP"]),
        ("They met in May 2022 and again that December.", vec!["2022-05", "2022-12"]),
    ] {
        let found: Vec<String> =
            read(text).into_iter().filter(|v| v.1 == Date).map(|(_, _, value)| value).collect();
        assert_eq!(found, values, "{text}");
    }
    assert_eq!(read("Between 1000 and 2000 soldiers fell.")[0].2, "1000..2000");
}

/// Publication: Thursday, 2 March 2023.
#[test]
fn what_newspapers_write_of_times() {
    use ValueType::{Date, Duration, Quantity, Set, Time};
    for (text, words, kind, value) in [
        ("It met the first Monday of July.", "the first Monday of July", Date, "2022-07-04"),
        ("It will meet the week after next.", "the week after next", Date, "2023-W11"),
        ("In fiscal 1989 it fell.", "fiscal 1989", Date, "FY1989"),
        ("It rose from the year-earlier period.", "year-earlier", Date, "2022"),
        ("At year-end 1988 it had ten.", "year-end 1988", Date, "1988"),
        ("It fell in the latest quarter.", "latest quarter", Date, "2022-Q4"),
        ("It began in the early hours of Friday.", "the early hours of Friday", Date, "2023-02-24"),
        ("It rained for months.", "months", Duration, "PXM"),
        ("He left two weeks before the vote.", "two weeks", Duration, "P2W"),
        ("It will last two hours.", "two hours", Duration, "PT2H"),
        ("It took two-and-a-half years.", "two-and-a-half years", Duration, "P2.5Y"),
        ("It grew over the last couple of years.", "the last couple of years", Duration, "P2Y"),
        ("It needs another six months.", "another six months", Duration, "P6M"),
        ("He left 2 years and 3 days ago.", "2 years and 3 days ago", Date, "2021-02-27"),
        ("They train three times a week.", "three times a week", Set, "XXXX-WXX"),
        ("It was so in the ’90s.", "the ’90s", Date, "199"),
        ("It fell in the current year.", "the current year", Date, "2023"),
        ("It fell for the rest of 1944.", "the rest of 1944", Date, "1944"),
        ("It took half a century.", "half a century", Duration, "P50Y"),
        ("They come every summer.", "every summer", Set, "XXXX-SU"),
        ("The 18-month-old truce held.", "18-month-old", Quantity, "18"),
        ("It hit at about 6:40 p.m. on Friday.", "about 6:40 p.m. on Friday", Time, "2023-02-24T18:40"),
        ("It hit at 0742 GMT.", "0742 GMT", Time, "2023-03-02T07:42Z"),
        (
            "They talked from 10:30 to 3 today.",
            "from 10:30 to 3 today",
            Time,
            "2023-03-02T10:30/2023-03-02T15:00",
        ),
        ("They attacked at night.", "night", Time, "XXXX-XX-XXTNI"),
        ("It opens over Labor Day weekend 2021.", "Labor Day weekend 2021", Date, "2021-W35-WE"),
    ] {
        let found = read(text);
        assert!(found.contains(&(words.to_owned(), kind, value.to_owned())), "{text} gave {found:?}");
    }
}

/// A history: its months belong to the year that the story has come to.
#[test]
fn a_year_in_passing_does_not_move_a_story() {
    let text = "In 1965 the war grew. It had begun two decades earlier. In March troops landed. \
                He would write of it in 1981. In May they left.";
    let tokens = Tokens::new(text, 0);
    let mut calendar = Calendar::new(None, text);
    let mut found = Vec::new();
    let ends = (0..tokens.len()).filter(|i| tokens.word(*i) == ".").map(|i| i + 1);
    let mut start = 0;
    for end in ends {
        let drafts = find(&tokens, &(start..end), true, &mut calendar);
        found.extend(drafts.iter().filter_map(|d| d.finish(&tokens)).map(|v| (v.text, v.kind, v.value)));
        start = end;
    }
    for (words, value) in [("March", "1965-03"), ("May", "1965-05")] {
        assert!(found.iter().any(|(w, _, v)| w == words && v == value), "{words}: {found:?}");
    }
}

#[test]
fn a_year_in_passing_does_not_move_a_story_that_goes_by_months() {
    let text = "In March 1975 the offensive began. Aid was to end in 1976. In April the city fell. \
                In December a decree came. In January former soldiers left at that time.";
    let tokens = Tokens::new(text, 0);
    let mut calendar = Calendar::new(None, text);
    let mut found = Vec::new();
    let mut start = 0;
    for end in (0..tokens.len()).filter(|i| tokens.word(*i) == ".").map(|i| i + 1) {
        let drafts = find(&tokens, &(start..end), true, &mut calendar);
        found.extend(drafts.iter().filter_map(|d| d.finish(&tokens)).map(|v| (v.text, v.value)));
        start = end;
    }
    for (words, value) in [("April", "1975-04"), ("January", "1976-01"), ("that time", "1976-01")] {
        assert!(found.iter().any(|(w, v)| w == words && v == value), "{words}: {found:?}");
    }
}

#[test]
fn what_only_looks_like_a_value_is_none() {
    for text in ["It may rain.", "They march on.", "The Boeing 737 flew.", "One of them left.", "See No. 5."]
    {
        assert_eq!(read(text), [], "{text}");
    }
}

#[test]
fn over_some_years_bounds_them_only_where_they_are_the_amount() {
    for (text, words) in [
        ("Its grant was cut by £14.2m over five years.", "five years"),
        ("The patch lowered it by 0.8 percentage points over 24 weeks.", "24 weeks"),
        ("Prices rose 40% over three months.", "three months"),
        ("He lived there for over five years.", "over five years"),
        ("It lasted over 24 weeks.", "over 24 weeks"),
    ] {
        let found = read(text);
        assert!(found.iter().any(|(w, ..)| w == words), "{text} gave {found:?}");
    }
}

/// A chain of dates, each counted from the next, is no deep nest.
#[test]
fn a_chain_of_dates_is_read_in_one_pass() {
    let found = read(&"Monday, two weeks from ".repeat(20_000));
    assert!(found.len() >= 20_000, "{}", found.len());
    assert!(read("We meet Monday two weeks from now.").iter().any(|v| v.2 == "2023-03-13"));
}

#[test]
fn scores_pence_and_patents_are_no_times_and_no_bounds() {
    use ValueType::{Date, Money, Number, Quantity, Time};
    for text in [
        "Northfield Rovers beat Elm City 4-1 on Saturday.",
        "They won 3-2 on Sunday.",
        "It ended 2-2 on Wednesday night.",
        "They won 3-2 yesterday.",
        "The firm’s shares fell 5p to 120p.",
    ] {
        let hours = |v: &str| v.split('/').any(|p| p.contains("T0") || p.contains("T1") || p.contains("T2"));
        let found = read(text);
        assert!(!found.iter().any(|(_, kind, v)| *kind == Time && hours(v)), "{text} gave {found:?}");
    }
    for (text, words, kind, value) in [
        ("The cost was 40 pounds.", "40 pounds", Money, "40"),
        ("He earns 10 pounds a month.", "10 pounds", Money, "10"),
        ("He paid 12 quid.", "12 quid", Money, "12"),
        ("The dog weighs 40 pounds.", "40 pounds", Quantity, "40"),
        ("It took 10 pounds of flour.", "10 pounds", Quantity, "10"),
        ("It lost 2m voters.", "2m", Number, "2000000"),
        ("They owe 12m in tax.", "12m", Number, "12000000"),
        ("He is 2m tall.", "2m", Quantity, "2"),
        ("They are suing over two patents.", "two", Number, "2"),
        ("It cost over two pounds.", "over two pounds", Money, "2"),
        ("They met at 5p.m. on Saturday.", "5p.m. on Saturday", Time, "2023-02-25T17:00"),
        ("It rose in the year to February.", "February", Date, "2023-02"),
    ] {
        let found = read(text);
        assert!(found.contains(&(words.to_owned(), kind, value.to_owned())), "{text} gave {found:?}");
    }
}

#[test]
fn what_could_and_would_happen_is_still_to_come() {
    for (text, value) in [
        ("The court could rule in May.", "2023-05"),
        ("He would resign in June.", "2023-06"),
        ("Work must begin in June.", "2023-06"),
        ("He may resign in May.", "2023-05"),
        ("The vote could be held on Tuesday.", "2023-03-07"),
        ("The shop will be closed on Tuesday.", "2023-03-07"),
        ("He could have resigned in May.", "2022-05"),
        ("Prices in the three months to April", "2022-04"),
        ("They met in June.", "2022-06"),
    ] {
        let found = read(text);
        assert!(found.iter().any(|(_, _, v)| v == value), "{text} gave {found:?}");
    }
}

#[test]
fn digits_in_groups_of_other_languages_are_one_number() {
    let read = |text: &str| {
        let tokens = Tokens::new(text, 0);
        let drafts = find(&tokens, &(0..tokens.len()), false, &mut Calendar::new(None, text));
        drafts.iter().map(|d| d.value.clone()).collect::<Vec<_>>()
    };
    assert_eq!(read("La ville compte 2 300 000 habitants"), ["2300000"]);
    assert_eq!(read("La ville compte 2\u{202f}300 habitants"), ["2300"]);
    assert_eq!(read("En 5 300 hommes"), ["5", "300"]);
}

#[test]
fn a_timetable_in_the_present_is_to_come() {
    for (text, words, value) in [
        ("The strike begins on Monday.", "Monday", "2023-03-06"),
        ("The bill takes effect on April 1.", "April 1", "2023-04-01"),
        ("The summit ends Friday.", "Friday", "2023-03-03"),
    ] {
        let found = read(text);
        assert!(found.iter().any(|(w, _, v)| w == words && v == value), "{text}: {found:?}");
    }
}

#[test]
fn a_rate_is_no_length_before_a_date() {
    for (text, value) in [
        ("It costs $5 a month from June 2023.", "2023-06"),
        ("They get 15 hours a week from April 2024.", "2024-04"),
    ] {
        let found = read(text);
        assert!(found.iter().any(|(_, _, v)| v == value), "{text}: {found:?}");
    }
}

#[test]
fn what_looks_like_a_date_or_a_length_may_be_a_name_or_money() {
    use ValueType::Date;
    for text in ["It is hotter than the Sun.", "April Jones was five.", "August Wilson wrote plays."] {
        let found = read(text);
        assert!(found.iter().all(|(_, kind, _)| *kind != Date), "{text}: {found:?}");
    }
    assert!(
        read("It cost 40m kronor.").iter().any(|(_, kind, v)| *kind == ValueType::Money && v == "40000000")
    );
    assert!(read("It rained on Sun. 5 March 2023.").iter().any(|(_, _, v)| v == "2023-03-05"));
}

#[test]
fn as_many_as_and_not_more_than_bound_what_they_stand_before() {
    let tokens = Tokens::new("As many as 20 left and not more than 5 came.", 0);
    let drafts = find(&tokens, &(0..tokens.len()), true, &mut Calendar::new(None, ""));
    let modifiers: Vec<_> = drafts.iter().map(|d| d.modifier).collect();
    assert_eq!(modifiers, [Some(Modifier::AtMost), Some(Modifier::AtMost)]);
}

#[test]
fn a_scale_counts_for_both_ends_of_a_range() {
    for (text, words, value) in [
        ("The deal is worth $3-4 million.", "$3-4 million", "3000000..4000000"),
        ("It will cost $3 to 4 million.", "$3 to 4 million", "3000000..4000000"),
        ("It will cost £3bn-£4bn.", "£3bn-£4bn", "3000000000..4000000000"),
        ("Between 3 and 4 million people fled.", "Between 3 and 4 million", "3000000..4000000"),
        ("They counted 16 to 28 million votes.", "16 to 28 million", "16000000..28000000"),
        ("It had from 500 to 1 million users.", "500 to 1 million", "500..1000000"),
    ] {
        let found = written(text);
        assert!(found.iter().any(|(w, v)| w == words && v == value), "{text}: {found:?}");
    }
}

#[test]
fn names_scores_and_numbers_to_call_are_no_amounts() {
    for text in [
        "Murray won 6-4 7-5 against Smith.",
        "She won 6-4, 3-6, 7-5 in Paris.",
        "The shop is open 24/7.",
        "The vote was split 50/50.",
        "Call 020 7946 0958 for details.",
        "Call 555-123-4567 or +44 20 7946 0958.",
        "The firm released v1.2.3 and version 2.0 of the app.",
        "No. 10 denied it.",
        "The form is on A4 paper.",
        "The G7 and G20 leaders met.",
        "5G networks are slow.",
        "Covid-19 killed him.",
        "A Boeing 737 was damaged.",
        "Windows 11 and iPhone 15 were sold.",
        "He was in his late 90s.",
        "Temperatures will be in the 90s.",
    ] {
        assert!(written(text).is_empty(), "{text}: {:?}", written(text));
    }
    for (text, value) in [
        ("House prices soared in the late 90s.", ("the late 90s", "199")),
        ("Prices fell in the mid-90s.", ("the mid-90s", "199")),
        ("The 9/11 attacks shook America.", ("9/11", "2001-09-11")),
        ("Another 15 were killed.", ("15", "15")),
    ] {
        let found = written(text);
        assert_eq!(found, [(value.0.to_owned(), value.1.to_owned())], "{text}");
    }
}

/// The words and the value of each value in a sentence written on 7 March 2024.
fn written(text: &str) -> Vec<(String, String)> {
    let tokens = Tokens::new(text, 0);
    let day = "2024-03-07".parse().ok();
    let drafts = find(&tokens, &(0..tokens.len()), true, &mut Calendar::new(day.as_ref(), text));
    drafts.iter().map(|d| (tokens.slice(d.from, d.to).to_owned(), d.value.clone())).collect()
}

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

//! The grammar as a whole, on sentences.

use super::*;

mod news;

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
        ("The survey was done over five days.", "five days"),
        ("It studied patients over ten years.", "ten years"),
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
        ("She said the club would not play Leigh in June.", "2023-06"),
        ("The engine would not start in June.", "2022-06"),
        ("Work must begin in June.", "2023-06"),
        ("He may resign in May.", "2023-05"),
        ("She said he would have a scan in May.", "2023-05"),
        ("He was unlikely to play again before April.", "2023-04"),
        ("It had until mid-October to apply.", "2023-10"),
        ("Polling day is 6 June.", "2023-06-06"),
        ("Police closed the road until 6 a.m. on Tuesday.", "2023-03-07T06:00"),
        ("The judge adjourned the hearing to Tuesday.", "2023-03-07"),
        ("City can go three points clear if they win on Tuesday.", "2023-03-07"),
        ("Town are at home to Tilbrook on Tuesday.", "2023-03-07"),
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

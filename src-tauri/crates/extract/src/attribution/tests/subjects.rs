//! Who speaks, where the name has several parts, or no verb of saying stands by it.

use super::claims;

#[test]
fn whoever_is_told_and_where_does_not_hide_the_speaker() {
    for tail in [
        "told reporters outside the gates",
        "told the BBC shortly before midnight",
        "tells me over lunch",
        "told The Times' Bob Hall",
        ", who had served there once, told me",
        ", a director of the charity, told me in her office",
    ] {
        let space = if tail.starts_with(',') { "" } else { " " };
        let text = format!("“They closed 40 parks in 2019,” Ann Cole{space}{tail}.");
        let got = claims(&text);
        assert_eq!(got, [("They closed 40 parks in 2019.".to_owned(), "Ann Cole".to_owned())], "{text}");
    }
}

#[test]
fn any_verb_speaks_beside_a_quotation() {
    for text in [
        "“They closed 40 parks in 2019,” raged Ann Cole.",
        "“They closed 40 parks in 2019,” fumed pensioner Ann Cole, 71.",
        "“They closed 40 parks in 2019,” Ann Cole thundered.",
        "Ann Cole, 71, blasted: “They closed 40 parks in 2019.”",
        "Ann Cole hit back: “They closed 40 parks in 2019.”",
        "Ann Cole stormed: “They closed 40 parks in 2019.”",
        "Ann Cole, at the scene: “They closed 40 parks in 2019.”",
        "Our correspondent Ann Cole, at the scene: “They closed 40 parks in 2019.”",
        "Ann Cole, in a letter seen by the Guardian: “They closed 40 parks in 2019.”",
    ] {
        let got = claims(text);
        assert_eq!(got, [("They closed 40 parks in 2019.".to_owned(), "Ann Cole".to_owned())], "{text}");
    }
    for text in [
        "The film “It Was 40 Years Ago,” directed by Ann Cole, made $40 million.",
        "The sign read: “They closed 40 parks in 2019.”",
    ] {
        assert!(claims(text).iter().all(|(_, name)| name.is_empty()), "{text}");
    }
}

#[test]
fn all_who_speak_together_are_named() {
    for (subject, name) in [
        ("Sato and her colleagues say", "Sato and her colleagues"),
        ("The police, fire service and council all said", "The police, fire service and council"),
        ("The Teachers' Union and the parents' group both said", "Teachers' Union and the parents' group"),
        ("The officer who arrested him said", "The officer"),
        ("A woman who lives in Leeds said", "A woman"),
        ("Police and residents said", "Police and residents"),
        ("In the north, the mayor and the police said", "the mayor and the police"),
        ("NovaHelix, Inc., a leading biotech company, today announced", "NovaHelix"),
        ("The boys' mother said", "The boys' mother"),
        ("The Maritime Workers' Union said", "Maritime Workers' Union"),
        ("Peter Lindqvist, a chemist who was not involved in the work, believes", "Peter Lindqvist"),
    ] {
        let text = format!("{subject} that 40 people had died in 2019.");
        let got = claims(&text);
        assert_eq!(got, [("40 people had died in 2019.".to_owned(), name.to_owned())], "{text}");
    }
    assert_eq!(
        claims("The wall cost $40 million, so the mayor said."),
        [("The wall cost $40 million.".to_owned(), "the mayor".to_owned())]
    );
    assert_eq!(
        claims("Prices rose in May and economists said 40 firms would close.").last().unwrap().1,
        "economists"
    );
}

#[test]
fn she_whose_mother_speaks_may_be_either() {
    let text = "Chloe's mother, Dawn, 44, said she had trained 40 midwives in 2019.";
    assert_eq!(claims(text), [("She had trained 40 midwives in 2019.".to_owned(), "Dawn".to_owned())]);
    let text = "Dawn Cole said she had trained 40 midwives in 2019.";
    assert_eq!(claims(text)[0].0, "Dawn Cole had trained 40 midwives in 2019.");
}

#[test]
fn capitals_all_over_tell_nothing() {
    let text = "PRESIDENT MILLER SAID ON TUESDAY THAT 40 PEOPLE HAD DIED IN THE FLOOD.";
    let wanted = ("40 PEOPLE HAD DIED IN THE FLOOD.".to_owned(), "PRESIDENT MILLER".to_owned());
    assert_eq!(claims(text), [wanted]);
}

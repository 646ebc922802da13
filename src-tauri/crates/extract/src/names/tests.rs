//! Whom pronouns and last names mean, and when that stays open.

use std::ops::ControlFlow;

use assay_model::document::{Block, BlockKind, Metadata};
use assay_model::found::Found;

fn found(text: &str) -> Found {
    let block = Block { kind: BlockKind::Paragraph, start: 0, end: text.chars().count() as u32 };
    let metadata =
        Metadata { published: "2024-03-02".parse().ok(), language: Some("en".into()), ..Metadata::default() };
    crate::find(text, &[block], &metadata, &mut |_| ControlFlow::Continue(())).unwrap()
}

/// The statement of the last claim.
fn last(text: &str) -> String {
    found(text).claims.last().map_or_else(String::new, |c| c.statement.clone())
}

/// Who says the last claim.
fn claimant(text: &str) -> String {
    found(text).claims.last().and_then(|c| c.claimant.clone()).map_or_else(String::new, |c| c.name)
}

#[test]
fn whoever_has_the_lawyer_may_be_meant_as_well() {
    for (text, wanted) in [
        ("His lawyer, Tom Reed, says he sold 40 shares in 2019.", "He sold"),
        ("Elon Musk left. His lawyer, Tom Reed, says he sold 40 shares in 2019.", "He sold"),
        ("Elon Musk left. His lawyer, Ann Cole, says he sold 40 shares in 2019.", "Elon Musk sold"),
        ("Her sister Ann said she was 40 years old.", "She was"),
        ("Her sister, Ann Jones, said she had lost 40 pounds in 2019.", "She had"),
        ("Mary Jones died. Her sister Ann said she was 40 years old.", "She was"),
        ("Mary Jones died. Her brother Tom said she was 40 years old.", "Mary Jones was"),
        ("Mary Jones lost. Her lawyer said she would pay £40,000.", "She would"),
        ("Tom Reed lost. A neighbour said he had paid £40,000 in 2019.", "He had"),
        ("Tom Reed, a lawyer from Leeds, said he had paid £40,000 in 2019.", "Tom Reed had"),
        ("Tom Reed was a teacher. He was born in 1960.", "Tom Reed was"),
    ] {
        let statement = last(text);
        assert!(statement.starts_with(wanted), "{text}: {statement}");
    }
}

#[test]
fn somebody_whose_gender_is_not_known_is_meant_only_where_nobody_else_can_be() {
    for (text, wanted) in [
        ("Speaker Mike Johnson met Kelly Ortiz in Paris. He was born in 1972.", "He was"),
        ("Prosecutor Mike Johnson met Kelly Ortiz. He was born in 1972.", "He was"),
        ("Xi Jinping met Kelly Ortiz in Beijing. He was born in 1953.", "He was"),
        ("Kelly Ortiz met the coach, Zhou Wei, in Beijing. He was born in 1953.", "He was"),
        ("Wang Yi, the foreign minister, left. Kelly Ortiz disagreed. He was born in 1953.", "He was"),
        ("Archbishop Justin Welby left. Kelly Ortiz, the Speaker, stayed. He was born in 1956.", "He was"),
        ("Coach Erik ten Hag dropped Marcus Rashford. He scored 30 goals in 2023.", "He scored"),
        ("Ben Wallace, his predecessor, left in 2023. He cut 40 jobs.", "Ben Wallace cut"),
        ("Xi Jinping said trade grew. He was born in 1953.", "Xi Jinping was"),
        ("Kelly Ortiz left in 2019. He was born in 1953.", "Kelly Ortiz was"),
    ] {
        let statement = last(text);
        assert!(statement.starts_with(wanted), "{text}: {statement}");
    }
}

#[test]
fn a_last_name_with_its_particles_is_the_full_name() {
    for (full, short) in [
        ("Ursula von der Leyen", "Von der Leyen"),
        ("Ursula von der Leyen", "Mrs von der Leyen"),
        ("Mohammed bin Salman", "Bin Salman"),
        ("Mahmoud al-Zahar", "Al-Zahar"),
        ("Mahmoud al-Zahar", "Mr al-Zahar"),
        ("Edwin van der Sar", "Van der Sar"),
        ("Luiz Lula da Silva", "Da Silva"),
        ("Charles de Gaulle", "De Gaulle"),
        ("Charles Michel de Vries", "Mr de Vries"),
        ("Erik ten Hag", "Ten Hag"),
        ("Anna-Lena Smith-Jones", "Smith-Jones"),
        ("John Major", "Mr Major"),
    ] {
        let text = format!("{full} left in 2018. {short} said 40 people were killed in 2019.");
        assert_eq!(claimant(&text), full, "{text}");
        let text = format!("{full} left in 2018. {short} was born in 1960.");
        assert_eq!(last(&text), format!("{full} was born in 1960."), "{text}");
    }
    let text = "Ursula von der Leyen left. “We lost 40 games in 2019,” von der Leyen said.";
    assert_eq!(claimant(text), "Ursula von der Leyen");
    assert_eq!(
        last("Charles de Gaulle resigned. In 1958 de Gaulle had won 78% of votes."),
        "In 1958 Charles de Gaulle had won 78% of votes."
    );
}

#[test]
fn a_title_is_no_part_of_a_name() {
    for (text, name) in [
        ("Speaker Kelly Ortiz said 40 people left in 2019.", "Kelly Ortiz"),
        ("Archbishop Justin Welby said 40 people left in 2019.", "Justin Welby"),
        ("Father Brian Cole said 40 people left in 2019.", "Brian Cole"),
        ("US Secretary of State Antony Blinken said 40 people left in 2019.", "Antony Blinken"),
        ("Duke University said 40 people left in 2019.", "Duke University"),
        ("A lawyer for Mr Reed said 40 people left in 2019.", "A lawyer for Mr Reed"),
        ("Aides to bin Salman said 40 people left in 2019.", "Aides to bin Salman"),
    ] {
        assert_eq!(claimant(text), name, "{text}");
    }
}

#[test]
fn a_body_is_meant_where_only_one_of_its_kind_is_named() {
    for (text, name) in [
        ("The University of Leeds cut jobs. The university said 12 people had left.", "University of Leeds"),
        ("The Labour Party lost 40 seats. The party said 12 people had left.", "Labour Party"),
        ("Leeds Crown Court opened. The court said 12 people had left.", "Leeds Crown Court"),
        ("The Ministry of Defence cut jobs. The ministry said 12 people had left.", "Ministry of Defence"),
        ("The Bank of England raised rates. The Bank said 12 people had left.", "Bank of England"),
        (
            "The University of Leeds and the University of York cut jobs. The university said 12 people had left.",
            "The university",
        ),
        ("Acme said 3 men died. It added that 12 people had left.", "Acme"),
        ("Police said 3 men died. They added that 12 people had left.", "Police"),
        ("Ann Cole said 3 men died. It said 12 people had left.", "It"),
    ] {
        assert_eq!(claimant(text), name, "{text}");
    }
}

#[test]
fn whoever_holds_an_office_is_meant_by_it() {
    for (text, name) in [
        ("President Joe Biden left. The president said 12 people had left.", "Joe Biden"),
        (
            "Keir Starmer, the prime minister, left. The prime minister said 12 people had left.",
            "Keir Starmer",
        ),
        ("The mayor, Ann Cole, left. The mayor said 12 people had left.", "Ann Cole"),
        ("Ann Cole, chief executive of Acme, left. The chief executive said 12 people had left.", "Ann Cole"),
        (
            "President Joe Biden met President Emmanuel Macron. The president said 12 people had left.",
            "The president",
        ),
        ("Senator Tom Reed left. The president said 12 people had left.", "The president"),
    ] {
        assert_eq!(claimant(text), name, "{text}");
    }
}

#[test]
fn those_without_a_name_speak_by_their_own_words() {
    for (text, name) in [
        ("Two people briefed on the talks said 12 men left.", "Two people briefed on the talks"),
        ("12 men had left, said two people briefed on the talks.", "two people briefed on the talks"),
        ("One official said 12 men had left.", "One official"),
        ("A spokesman for the Home Office said 12 men had left.", "A spokesman for the Home Office"),
        ("Save the Children said 12 men had left.", "Save the Children"),
        ("Apple Inc. CEO Steve Jobs said 12 men had left.", "Steve Jobs"),
        ("A senior official, speaking on condition of anonymity, said 12 men had left.", "A senior official"),
    ] {
        assert_eq!(claimant(text), name, "{text}");
    }
}

#[test]
fn a_name_is_read_whole() {
    for (text, name) in [
        (
            "40 men left, according to the National Institute of Geophysics and Volcanology.",
            "National Institute of Geophysics and Volcanology",
        ),
        ("Resident Alan Brook, 67, of Mill Lane, said 40 men had left.", "Alan Brook"),
        ("Cllr Janet Hope (Lab), cabinet member for culture, said 40 men had left.", "Janet Hope"),
        ("Tom Reed was hurt. Tom, 36, said 40 men had left.", "Tom Reed"),
        ("Tom Reed met Tom Rowe. Tom, 36, said 40 men had left.", "Tom"),
        (
            "Tom Reed said 3 men left. A fire service spokesman said 12 stayed. He added that 40 men had left.",
            "He",
        ),
    ] {
        assert_eq!(claimant(text), name, "{text}");
    }
}

#[test]
fn a_committee_for_banks_is_no_bank() {
    let text = "The Senate Banking Committee met. The bank said 40 men had left.";
    assert_eq!(claimant(text), "The bank");
    let text =
        "Torgunn Moe left. Per Lunde spoke. Moe is the third mayor to go. Her deputy was born in 1960.";
    assert_eq!(last(text), "Her deputy was born in 1960.");
}

#[test]
fn what_is_theirs_tells_whether_somebody_is_a_woman() {
    for (text, wanted) in [
        (
            "Rina Sari, 34, a teacher who was travelling with her two sons, said it was dark. “There were 30,” she said.",
            "Rina Sari",
        ),
        (
            "Tordis Ferrante is three hours into her working day. “We sell 900 wheels,” she says.",
            "Tordis Ferrante",
        ),
        ("Oyvind Ravn has lived in his hut since 1990. “I have 40 sheep,” he said.", "Oyvind Ravn"),
        // Somebody else's.
        ("Tordis Ferrante, his lawyer, came. “We sold 900 wheels,” he said.", "he"),
        ("Halden Motors is replacing its chief executive with his deputy. “Sales fell 4%,” he said.", "he"),
        ("Ingo Kass met her at noon. “It was 12 o’clock,” he said.", "he"),
        ("Ann Lee left. Ingo Kass thanked her family. “It was 12 o’clock,” she said.", "she"),
    ] {
        assert_eq!(claimant(text), wanted, "{text}");
    }
}

#[test]
fn whoever_stands_nearer_by_a_name_that_no_list_knows_leaves_it_open() {
    for (text, wanted) in [
        ("Ines Moreau is banned. Tordis Ferrante, 26, joined in 2022. She has scored 31 goals.", "She has"),
        (
            "Ines Moreau is banned. Niamh Halloran, 26, joined in 2022. She has scored 31 goals.",
            "Niamh Halloran has",
        ),
        (
            "Tordis Ferrante, 26, joined in 2022. Ines Moreau is banned. She has scored 31 goals.",
            "Ines Moreau has",
        ),
    ] {
        let statement = last(text);
        assert!(statement.starts_with(wanted), "{text}: {statement}");
    }
}

#[test]
fn i_ends_no_name_but_a_monarchs() {
    for (text, name) in
        [("On Main Street I met her.", "Main Street"), ("In 1649 Charles I was beheaded.", "Charles I")]
    {
        let tokens = crate::tokens::Tokens::new(text, 0);
        let names = super::named(&tokens, &(0..tokens.len()));
        let names: Vec<&str> = names.iter().map(|n| tokens.slice(n.from, n.to)).collect();
        assert_eq!(names.first(), Some(&name), "{text}");
    }
}

#[test]
fn a_firm_of_a_persons_name_is_not_the_person() {
    for (text, wanted) in [
        (
            "Halvorsen Marine ASA was sold by its founder Tom Halvorsen. Halvorsen employs 5,300 people.",
            "Halvorsen employs",
        ),
        (
            "Halvorsen Marine ASA was sold by its founder Tom Halvorsen. Mr Halvorsen owns 40 shares.",
            "Tom Halvorsen owns",
        ),
        ("Tom Halvorsen left in 2019. Halvorsen owns 40 shares.", "Tom Halvorsen owns"),
    ] {
        let statement = last(text);
        assert!(statement.starts_with(wanted), "{text}: {statement}");
    }
}

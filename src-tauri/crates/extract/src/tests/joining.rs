//! Which places make one claim, and which only look alike.

use super::found_in;

/// How many claims there are, each with its mentions.
fn mentions(text: &str) -> Vec<usize> {
    found_in(text, "2023-03-02").claims.iter().map(|c| c.mentions.len()).collect()
}

#[test]
fn opposite_claims_are_never_one() {
    for (one, other) in [
        ("The firm raised prices by 20% in 2019.", "The firm lowered prices by 20% in 2019."),
        ("The firm cut emissions by 20% in 2019.", "The firm failed to cut emissions by 20% in 2019."),
        ("The drug is safe for 90% of women in Wales.", "The drug is unsafe for 90% of women in Wales."),
        ("The bank closed 40 branches in Wales.", "The bank hardly closed 40 branches in Wales."),
        ("Exports to China fell by 3% in 2019.", "Exports from China fell by 3% in 2019."),
        ("Before the war output fell by 3% in Wales.", "After the war output fell by 3% in Wales."),
        ("Output in Wales rose by 3% in 2019.", "Output in Wales fell by 3% in 2019."),
        ("Police said 12 people were killed in Lyon.", "Police denied 12 people were killed in Lyon."),
        ("The firm paid the workers 300 pounds in 2019.", "The workers paid the firm 300 pounds in 2019."),
        ("Acme sued Bolt Motors in 2019.", "Acme was sued by Bolt Motors in 2019."),
        ("Anna Smith sold 500 cars in Lyon.", "Mary Smith sold 500 cars in Lyon."),
        ("The Boeing 737 crashed in Lyon in 2019.", "The Boeing 747 crashed in Lyon in 2019."),
        ("Prices in Wales fell to 30 pounds in 2019.", "Prices in Wales fell by 30 pounds in 2019."),
        ("All 12 banks in Wales failed in 2019.", "Some of the 12 banks in Wales failed in 2019."),
        ("The plant in Lyon closed in 2019.", "The plant in Lyon could have closed in 2019."),
        ("Germany attacked Poland in 1939.", "Poland attacked Germany in 1939."),
    ] {
        for text in [format!("{one}\n{other}"), format!("{other}\n{one}")] {
            let mentions = mentions(&text);
            assert!(mentions.iter().all(|n| *n == 1), "{text}: {mentions:?}");
        }
    }
}

#[test]
fn a_claim_told_twice_is_one_with_its_words_from_one_place() {
    for text in [
        "Acme Motors sold 500 cars in Lyon in 2019.\nIn 2019 Acme Motors sold 500 cars in Lyon.",
        "Jane Miller and Tom Reed met in Paris in 2019.\nMr. Reed and Ms. Miller met in Paris in 2019.",
        "The bank closed 40 branches in Wales in 2019.\nIn 2019, the bank closed 40 branches in Wales.",
    ] {
        assert_eq!(mentions(text), [2], "{text}");
    }
}

//! Who denies what.

use super::check;

#[test]
fn who_turns_a_claim_down_is_its_claimant_and_the_statement_keeps_the_denial() {
    check(&[(
        "Police denied reports 300 people had died.",
        &[("Police denied reports that 300 people had died.", "Police")],
    )]);
    for (text, name) in [
        ("Mr Hunt rejected claims that he had lied in 2019.", "Hunt"),
        ("The minister dismissed reports that 300 people had died.", "The minister"),
        ("The union disputed the company’s claim that wages rose by 5% in 2023.", "The union"),
        ("Acme refuted allegations that it had polluted the river in 2019.", "Acme"),
        ("The bank denied a report in The Times that it lost £3m.", "The bank"),
        ("Ann Lee rejects the idea that 500 jobs would go.", "Ann Lee"),
        ("Ann Lee dismissed as “nonsense” a report that she had sold 400 shares.", "Ann Lee"),
        ("Russia has denied shelling the hospital on 3 May 2022.", "Russia"),
        ("The minister denied having received £20,000 from the firm.", "The minister"),
        ("The firm denied that it was “close to ruin” in 2019.", "The firm"),
    ] {
        let statement = text.replace("Mr Hunt", "Hunt");
        check(&[(text, &[(statement.as_str(), name)])]);
    }
}

#[test]
fn a_denial_is_not_cut_into_things_that_are_asserted() {
    check(&[
        (
            "The firm denied that it had sold 400 cars and paid $3m in bribes.",
            &[("The firm denied that it had sold 400 cars and paid $3m in bribes.", "The firm")],
        ),
        (
            "Ann Lee has denied that she will raise taxes by 5%.",
            &[("Ann Lee has denied that she will raise taxes by 5%.", "Ann Lee")],
        ),
        (
            "“That is untrue,” said Ann Lee, denying that the council had lost £3m.",
            &[("Ann Lee denied that the council had lost £3m.", "Ann Lee")],
        ),
        (
            "Tom Reed said his client was “no thief” and disputed the claim that 14 people were robbed.",
            &[
                ("Tom Reed’s client was “no thief”.", "Tom Reed"),
                ("Tom Reed disputed the claim that 14 people were robbed.", "Tom Reed"),
            ],
        ),
    ]);
}

#[test]
fn who_says_that_a_claim_is_false_speaks_of_the_claim() {
    check(&[(
        "A spokesman for Acme said the allegation that it dumped 40 tonnes of waste was false.",
        &[("The allegation that it dumped 40 tonnes of waste was false.", "A spokesman for Acme")],
    )]);
}

//! Quotations between every sort of mark.

use super::check;

#[test]
fn what_stands_between_single_marks_is_said() {
    for (text, speaker) in [
        ("'Prices rose by 5% in 2020', says Bank", "Bank"),
        ("'Prices rose by 5% in 2020,' the minister said.", "the minister"),
        ("‘Prices rose by 5% in 2020,’ the minister said.", "the minister"),
        ("'Prices rose by 5% in 2020,' said the bank's chief, Ann Cole.", "Ann Cole"),
        ("The minister said: 'Prices rose by 5% in 2020.'", "The minister"),
        ("„Prices rose by 5% in 2020“, said Ann Cole.", "Ann Cole"),
        ("»Prices rose by 5% in 2020«, said Ann Cole.", "Ann Cole"),
        ("‚Prices rose by 5% in 2020‘, said Ann Cole.", "Ann Cole"),
    ] {
        check(&[(text, &[("Prices rose by 5% in 2020.", speaker)])]);
    }
    check(&[(
        "'The boys' home closed in 2019 and 40 people left,' said Mr Holt.",
        &[("The boys' home closed in 2019 and 40 people left.", "Holt")],
    )]);
}

#[test]
fn no_mark_loses_its_partner() {
    check(&[
        (
            "She said the workers' pay had 'fallen by 12% since 2010'.",
            &[("The workers' pay had 'fallen by 12% since 2010'.", "She")],
        ),
        (
            "The minister 'lied to MPs' about the £3m deal in 2019.",
            &[("The minister 'lied to MPs' about the £3m deal in 2019.", "")],
        ),
        (
            "Mr Holt said the '70s were 'the best years' of the firm's 40-year history.",
            &[("The '70s were 'the best years' of the firm's 40-year history.", "Holt")],
        ),
        (
            "Mr Holt called the workers' claim 'a lie' and said 40 people's jobs were safe.",
            &[("Mr Holt called the workers' claim 'a lie'.", ""), ("40 people's jobs were safe.", "Holt")],
        ),
    ]);
}

#[test]
fn words_of_saying_at_the_end_need_no_verb_before_them_that_a_list_knows() {
    check(&[
        (
            "The minister's 'deal' cost £3m in 2019, Ann Cole said.",
            &[("The minister's 'deal' cost £3m in 2019.", "Ann Cole")],
        ),
        (
            "The drivers' 'strike' cost £3m, the company's chief, Tom Reed, said.",
            &[("The drivers' 'strike' cost £3m.", "Tom Reed")],
        ),
    ]);
}

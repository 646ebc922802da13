//! Articles made of the sample's paragraphs.

use assay_engine::SAMPLE;

/// How many they are.
pub const ARTICLES: usize = 1_000;

/// Each has the sample's paragraphs in another order, so that no two are alike.
pub fn articles() -> Vec<String> {
    let sample = std::str::from_utf8(SAMPLE).expect("the sample is UTF-8");
    let paragraphs: Vec<&str> = sample.trim().split("\n\n").collect();
    let article = |number: usize| {
        let mut order = paragraphs.clone();
        let turn = number % paragraphs.len();
        order.rotate_left(turn);
        order.swap(0, number / paragraphs.len() % paragraphs.len());
        format!("Report number {number}\n\n{}\n", order.join("\n\n"))
    };
    (0..ARTICLES).map(article).collect()
}

//! `cargo xtask bench find`: the finder with the allocator of the command line, which this program has for that.
#![allow(
    clippy::print_stdout,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a measuring program"
)]

#[allow(dead_code, reason = "the other benchmarks of these articles are run with the system's allocator")]
mod articles;
#[allow(dead_code, reason = "some of it is for the other benchmarks")]
mod measure;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut table = measure::Table::default();
    articles::finding(&mut table);
    println!("\n{table}");
}

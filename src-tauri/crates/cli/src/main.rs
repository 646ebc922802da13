//! The command line: assay.

fn main() {}

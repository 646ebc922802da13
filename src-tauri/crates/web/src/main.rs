//! The same interface in a browser, on loopback, for development and tests.

fn main() {}

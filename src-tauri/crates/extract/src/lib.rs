//! Text to claims: pure functions.

//! What the outside tests share.

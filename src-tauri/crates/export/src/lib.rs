//! Claims to bytes.

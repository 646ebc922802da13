//! The list of what a host may ask, once; its TypeScript; its errors.
//!
//! [`list`] declares every command: its name, what it is given and what it gives. The desktop, the browser host and
//! the TypeScript all come from that list, so no host can miss a command and no type can drift.

mod arguments;
mod context;
mod list;
mod router;
mod typescript;

pub use assay_engine::{Code, Error, Notice};
pub use context::{Context, Host};
pub use list::{NAMES, call};
pub use typescript::typescript;

//! The workspace file: SQLite, and all SQL of the project.

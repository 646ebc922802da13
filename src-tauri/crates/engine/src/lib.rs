//! What people can do: one door for writes, undo, jobs, history.

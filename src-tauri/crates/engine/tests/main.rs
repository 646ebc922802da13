//! What people can do, tried from outside: one program, so that the libraries under it are linked once.

mod bulk;
mod checklists;
mod desk;
mod exporting;
mod history;
mod matching;
mod mentions;
mod notes;
mod people;
mod purge;
mod relations;
mod relevance;
mod scales;
mod sign_off;
mod sources;
mod typing;
mod undo_all;
mod verification;
mod views;

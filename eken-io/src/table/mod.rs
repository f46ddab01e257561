//! Between cells and dossiers: which sheet and column holds which fact, how a cell becomes a value, how records are put
//! together and taken apart.

pub mod heading;
pub mod layout;
pub mod value;

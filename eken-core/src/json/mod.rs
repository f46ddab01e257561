//! JSON: a strict pull reader that collects faults, a tree for what is not typed, RFC 8785 bytes, places.

mod ahead;
mod canonical;
mod fault;
mod group;
mod locate;
mod name;
mod number;
mod pointer;
mod reader;
mod text;
mod token;
mod tree;
mod value;

pub(crate) use canonical::in_order;
pub use canonical::{Canonical, canonical, digest, digest_of};
pub use fault::{Fatal, Fault, HIDDEN, Param, Segment, key_shown, may_be_shown};
pub use locate::{Place, locate, places_of_offsets};
pub use name::Name;
pub use number::{NumberFault, decimal_of_text, decimal_of_token};
pub use pointer::{child, escape, unescape};
pub use reader::{Kind, Reader};
pub use tree::{Raw, Tree};

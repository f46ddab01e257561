//! The kinds of value that fields are made of: how each is read, written, described and walked.

mod code_list;
pub(crate) mod fields;
mod figure;
mod info;
mod list;
mod maybe;
mod number;
mod record;
mod section;
mod text;
mod traits;
mod walk;

pub(crate) use code_list::code_list;
pub use code_list::{Code, CodeInfo};
pub use fields::{Fields, Row, Table};
pub use figure::{Figure, FigureDetail, Status};
pub use info::{FieldInfo, FieldKind, RecordInfo};
pub use list::List;
pub(crate) use maybe::read_plain;
pub use maybe::{Maybe, Missing, Reason};
pub use number::Flag;
pub(crate) use record::record;
pub use record::{Extra, Record};
pub use section::{Section, SectionHead};
pub use text::{Id, Long, Personal, Ref, Short, Target, Text};
pub use traits::{Field, FieldType, Value};
pub use walk::{Leaf, Step, Walker};

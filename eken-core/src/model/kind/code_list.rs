//! Code lists: closed lists of words, each with a label in both languages.

use crate::words::Label;

/// One code of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodeInfo {
    /// The code as it is written.
    pub code: &'static str,
    /// What it is called.
    pub label: Label,
}

/// A closed list of codes.
pub trait Code: Copy + Eq + Ord + std::fmt::Debug + 'static {
    /// The codes in order.
    const ALL: &'static [Self];
    /// Their written forms and labels, in the same order.
    const INFO: &'static [CodeInfo];

    /// The written form.
    fn code(self) -> &'static str;

    /// The label.
    fn label(self) -> Label;

    /// The code of a written form.
    fn from_code(code: &str) -> Option<Self>;
}

/// Defines an enum whose values are codes with labels, readable and writable as a field. A list marked `never missing` has
/// no fields that give a reason instead of the code.
macro_rules! code_list {
    (@missable) => { true };
    (@missable never missing) => { false };
    ($(#[doc = $doc:literal])+ pub enum $name:ident $(($never:ident $missing:ident))? { $($(#[doc = $vdoc:literal])+ $variant:ident = $code:literal ($zh:literal, $en:literal)),+ $(,)? }) => {
        $(#[doc = $doc])+
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum $name {
            $($(#[doc = $vdoc])+ $variant,)+
        }

        impl $crate::model::kind::Code for $name {
            const ALL: &'static [Self] = &[$(Self::$variant),+];
            const INFO: &'static [$crate::model::kind::CodeInfo] = &[$($crate::model::kind::CodeInfo {
                code: $code,
                label: $crate::words::Label::new($zh, $en),
            }),+];

            fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            fn from_code(code: &str) -> Option<Self> {
                match code {
                    $($code => Some(Self::$variant),)+
                    _ => None,
                }
            }

            fn label(self) -> $crate::words::Label {
                match self {
                    $(Self::$variant => $crate::words::Label::new($zh, $en),)+
                }
            }
        }

        impl $crate::model::kind::Value for $name {
            const MISSABLE: bool = code_list!(@missable $($never $missing)?);

            fn read_field(reader: &mut $crate::json::Reader<'_>) -> $crate::model::kind::Maybe<Self> {
                match reader.plain_text(<Self as $crate::model::kind::Code>::from_code) {
                    Some(code) => $crate::model::kind::Maybe::Known(code),
                    None => $crate::model::kind::read_plain(reader, Self::MISSABLE),
                }
            }

            fn read(reader: &mut $crate::json::Reader<'_>) -> Option<Self> {
                let place = $crate::model::support::code_place(reader, <Self as $crate::model::kind::Code>::INFO)?;
                <Self as $crate::model::kind::Code>::ALL.get(place).copied()
            }

            fn tree(&self) -> $crate::json::Tree {
                $crate::json::Tree::text($crate::model::kind::Code::code(*self))
            }

            fn write(&self, out: &mut $crate::json::Canonical) {
                out.spelled(|out| out.push_str($crate::model::kind::Code::code(*self)));
            }

            fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                $crate::model::support::code_list_schema(
                    generator,
                    stringify!($name),
                    concat!($($doc),+).trim(),
                    <Self as $crate::model::kind::Code>::INFO,
                )
            }

            fn kind() -> $crate::model::kind::FieldKind {
                $crate::model::kind::FieldKind::Code(<Self as $crate::model::kind::Code>::INFO)
            }

            fn walk(&self, at: &$crate::model::kind::Step<'_>, walker: &mut dyn $crate::model::kind::Walker) {
                walker.leaf(at, $crate::model::kind::Leaf::Code($crate::model::kind::Code::code(*self)));
            }
        }
    };
}

pub(crate) use code_list;

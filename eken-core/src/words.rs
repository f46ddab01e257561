//! Words in the two languages of the house.

use serde::Serialize;

/// Language of a rendition: Chinese (the default) or English.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    Zh,
    /// English.
    En,
}

/// One text in both languages, as it stands in the plan's data or beside a code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, schemars::JsonSchema)]
pub struct Words {
    /// 中文。Chinese text.
    pub zh: String,
    /// 英文。English text.
    pub en: String,
}

impl Words {
    /// A pair of texts.
    pub fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { zh: zh.into(), en: en.into() }
    }

    /// The text in one language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Zh => &self.zh,
            Lang::En => &self.en,
        }
    }
}

impl From<Label> for Words {
    fn from(label: Label) -> Self {
        Self::new(label.zh, label.en)
    }
}

/// One text in both languages, fixed in the program: the label of a code, the words of a rule.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Chinese text.
    pub zh: &'static str,
    /// English text.
    pub en: &'static str,
}

impl Label {
    /// A pair of texts.
    pub const fn new(zh: &'static str, en: &'static str) -> Self {
        Self { zh, en }
    }

    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Zh => self.zh,
            Lang::En => self.en,
        }
    }
}

/// Words in both languages made from the same values: `said!("没有“{name}”", "there is no {name:?}")`.
macro_rules! said {
    ($zh:literal, $en:literal $(, $name:ident = $value:expr)* $(,)?) => {{
        $(let $name = $value;)*
        $crate::words::Words::new(format!($zh), format!($en))
    }};
}

pub(crate) use said;

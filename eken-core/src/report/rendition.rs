//! Who may read a report, and how it is to be made.

use crate::assess::{Assessment, Dependence};
use crate::words::{Label, Lang};

/// Who may read a report. Neither rendition holds a name, an identifier or a phone number of a person's record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Rendition {
    /// For everybody: facts are told by their place, "设施第2条".
    #[default]
    Public,
    /// For those who work on the dossier: facts are told with what the record is called and says, and every page is marked.
    Internal,
}

impl Rendition {
    /// What marks it on every page.
    pub(super) const fn mark(self) -> Label {
        match self {
            Self::Internal => Label::new("内部资料　不得公开", "Internal: not for publication"),
            Self::Public => Label::new("公开版", "Public rendition"),
        }
    }

    /// What it shows, in words.
    pub(super) const fn words(self) -> Label {
        match self {
            Self::Internal => Label::new(
                "内部版：列出所依据记录的名称和数值；人员姓名、证件号、电话一律不列",
                "internal: tells records by name and figures; no name, id or phone number of a person",
            ),
            Self::Public => Label::new(
                "公开版：所依据的记录只列序号；人员姓名、证件号、电话一律不列",
                "public: tells records by their number only; no name, id or phone number of a person",
            ),
        }
    }
}

/// How a report of one dossier is to be made, be it a page or a workbook.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReportOptions<'a> {
    /// Language.
    pub lang: Lang,
    /// Who may read it.
    pub rendition: Rendition,
    /// The verdicts that depend on a reading, where every reading was tried.
    pub dependences: Option<&'a [Dependence]>,
    /// The assessment under the declared tier, where another one was supposed.
    pub declared: Option<&'a Assessment>,
}

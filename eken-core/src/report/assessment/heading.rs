//! What the parts of an assessment are called, in text and HTML alike.

use crate::words::Lang;

/// A part of an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::report) enum Heading {
    /// Faults in the data, or that there are none.
    Data { clean: bool },
    /// So many binding indicators.
    Indicators(usize),
    /// So many targets.
    Targets(usize),
    /// To do by department.
    Work,
    /// Readings of the text.
    Readings,
    /// The receipt.
    Receipt,
}

impl Heading {
    /// In words, without its number.
    pub(in crate::report) fn text(self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Data { clean: false }, Lang::Zh) => "数据问题".to_owned(),
            (Self::Data { clean: false }, Lang::En) => "What is wrong with the data".to_owned(),
            (Self::Data { clean: true }, Lang::Zh) => "数据没有发现问题".to_owned(),
            (Self::Data { clean: true }, Lang::En) => "Nothing wrong found in the data".to_owned(),
            (Self::Indicators(count), Lang::Zh) => format!("约束性指标（{count}项）"),
            (Self::Indicators(count), Lang::En) => format!("Binding indicators ({count})"),
            (Self::Targets(count), Lang::Zh) => format!("本县方案的目标（{count}项）"),
            (Self::Targets(count), Lang::En) => format!("Targets of the county's own plan ({count})"),
            (Self::Work, Lang::Zh) => "按部门的待办（按职责推定）".to_owned(),
            (Self::Work, Lang::En) => "To do, by department (inferred from the duties)".to_owned(),
            (Self::Readings, Lang::Zh) => "条文的读法".to_owned(),
            (Self::Readings, Lang::En) => "Readings of the text".to_owned(),
            (Self::Receipt, Lang::Zh) => "回执（任何人可用 eken verify 重算核对）".to_owned(),
            (Self::Receipt, Lang::En) => "Receipt (anyone can recompute it with eken verify)".to_owned(),
        }
    }

    /// In words, with its number in the text.
    pub(super) fn numbered(self, lang: Lang) -> String {
        let (zh, en) = match self {
            Self::Data { .. } => ("一", "1"),
            Self::Indicators(_) => ("二", "2"),
            Self::Targets(_) => ("三", "3"),
            Self::Work => ("四", "4"),
            Self::Readings => ("五", "5"),
            Self::Receipt => ("六", "6"),
        };
        let text = self.text(lang);
        match lang {
            Lang::Zh => format!("{zh}、{text}"),
            Lang::En => format!("{en}. {text}"),
        }
    }
}

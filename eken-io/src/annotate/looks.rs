//! How 回执 looks: the styles of its cells.

use eken_core::finding::Severity;
use eken_core::words::Lang;

use super::memory::base;
use super::styles::{Styles, filled};
use crate::xlsx::write::FONT;

/// The styles of 回执, by number.
#[derive(Clone, Copy, Debug)]
pub struct Looks {
    /// The title.
    pub title: usize,
    /// What is said below it.
    pub note: usize,
    /// The heading of a column.
    pub head: usize,
    /// The heading of a part further down.
    pub part: usize,
    /// Words in a table.
    pub words: usize,
    /// A link in a table.
    pub link: usize,
    /// A number in a table.
    pub number: usize,
    severities: [usize; 3],
}

impl Looks {
    /// Adds them to the styles of a workbook.
    pub fn add(styles: &mut Styles, lang: Lang) -> Self {
        let name = if lang == Lang::Zh { FONT } else { "Arial" };
        let font = |size: u8, colour: &str, more: &str| {
            format!("<font>{more}<sz val=\"{size}\"/><color rgb=\"FF{colour}\"/><name val=\"{name}\"/></font>")
        };
        let none = "<fill><patternFill patternType=\"none\"/></fill>";
        let no_line = "<border><left/><right/><top/><bottom/><diagonal/></border>";
        let side = |side: &str| format!("<{side} style=\"thin\"><color rgb=\"FFC3CDD3\"/></{side}>");
        let line = format!("<border>{}<diagonal/></border>", ["left", "right", "top", "bottom"].map(side).concat());
        let wrapped = "horizontal=\"left\" vertical=\"center\" wrapText=\"1\"";
        let centred = "horizontal=\"center\" vertical=\"center\" wrapText=\"1\"";
        let plain = font(10, "263238", "");
        // no text of 回执 is ever taken for a formula, also when it is typed again
        let text = " quotePrefix=\"1\"";
        let severity = |styles: &mut Styles, severity: Severity| {
            let [red, green, blue] = base(severity);
            // another colour than that of any mark
            let fill = filled(&format!("{:02X}{green:02X}{blue:02X}", red.saturating_sub(1)));
            styles.add([&font(10, "263238", "<b/>"), &fill, &line], text, centred)
        };
        Self {
            title: styles.add([&font(16, "263238", "<b/>"), none, no_line], text, "vertical=\"center\""),
            note: styles.add([&font(10, "45525A", ""), none, no_line], text, wrapped),
            head: styles.add([&font(10, "263238", "<b/>"), &filled("DDE7EE"), &line], text, centred),
            part: styles.add([&font(12, "1F5C86", "<b/>"), none, no_line], text, "vertical=\"center\""),
            words: styles.add([&plain, none, &line], text, wrapped),
            link: styles.add([&font(10, "1F5C86", "<u/>"), none, &line], text, wrapped),
            number: styles.add([&plain, none, &line], "", centred),
            severities: Severity::ALL.map(|each| severity(styles, each)),
        }
    }

    /// The style of the word for a severity.
    pub const fn severity(&self, severity: Severity) -> usize {
        let [error, warning, info] = self.severities;
        match severity {
            Severity::Error => error,
            Severity::Warning => warning,
            Severity::Info => info,
        }
    }
}

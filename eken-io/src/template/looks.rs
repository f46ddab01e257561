//! How the template looks: fonts, colours, the formats of cells.

use eken_core::model::kind::FieldKind;
use eken_core::quantity::Unit;
use eken_core::words::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::xlsx::write::FONT;

const INK: Color = Color::RGB(0x26_32_38);
const FAINT: Color = Color::RGB(0x78_86_8E);
const LINE: Color = Color::RGB(0xC3_CD_D3);
const HEAD: Color = Color::RGB(0xE3_EC_F1);
const MUST: Color = Color::RGB(0xF7_E3_C6);
const LINK: Color = Color::RGB(0x1F_5C_86);

/// The formats of the template, in one language.
pub struct Looks {
    /// Language of the words.
    pub lang: Lang,
    /// The title of a sheet.
    pub title: Format,
    /// A heading inside the instructions.
    pub part: Format,
    /// What is said below a title.
    pub note: Format,
    /// A link to another sheet.
    pub link: Format,
    /// A link inside a table.
    pub link_in_table: Format,
    /// The heading of a column.
    pub head: Format,
    /// The heading of a column that must be filled.
    pub must: Format,
    /// Words in a table, wrapped.
    pub words: Format,
    /// Words in a table that name something that must be filled.
    pub must_words: Format,
    /// A number in a table of words.
    pub number: Format,
    /// An example.
    pub example: Format,
    text: Format,
    day: Format,
    time: Format,
    whole: Format,
    money: Format,
    decimal: Format,
}

impl Looks {
    /// The formats.
    pub fn new(lang: Lang) -> Self {
        let font = match lang {
            Lang::Zh => FONT,
            Lang::En => "Arial",
        };
        let plain = Format::new().set_font_name(font).set_font_size(10).set_font_color(INK);
        let middle = plain.clone().set_align(FormatAlign::VerticalCenter);
        let boxed = middle.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let head = boxed.clone().set_bold().set_text_wrap().set_align(FormatAlign::Center).set_background_color(HEAD);
        let words = boxed.clone().set_text_wrap().set_align(FormatAlign::Left);
        let link = middle.clone().set_font_color(LINK).set_underline(FormatUnderline::Single);
        Self {
            lang,
            title: middle.clone().set_font_size(15).set_bold(),
            part: middle.clone().set_font_size(12).set_bold().set_font_color(LINK),
            note: middle.clone().set_font_size(9).set_font_color(FAINT).set_text_wrap(),
            link_in_table: words.clone().set_font_color(LINK).set_underline(FormatUnderline::Single),
            link,
            must: head.clone().set_background_color(MUST),
            head,
            must_words: words.clone().set_bold().set_background_color(MUST),
            number: boxed.clone().set_align(FormatAlign::Center),
            example: boxed.clone().set_italic().set_font_color(FAINT).set_num_format("@"),
            text: boxed.clone().set_num_format("@"),
            day: boxed.clone().set_num_format("yyyy-mm-dd"),
            time: boxed.clone().set_num_format("hh:mm"),
            whole: boxed.clone().set_num_format("#,##0"),
            money: boxed.clone().set_num_format("#,##0.00"),
            decimal: boxed.set_num_format("General"),
            words,
        }
    }

    /// The format of cells of a kind. What is no number, day or time is text, so that codes and months stay as typed.
    pub const fn of(&self, kind: &FieldKind) -> &Format {
        match kind {
            FieldKind::Date => &self.day,
            FieldKind::Time => &self.time,
            FieldKind::Quantity { bounds, .. } if bounds.places == 0 => &self.whole,
            FieldKind::Quantity { bounds, .. } if matches!(bounds.unit, Unit::Yuan) => &self.money,
            FieldKind::Quantity { .. } => &self.decimal,
            _ => &self.text,
        }
    }
}

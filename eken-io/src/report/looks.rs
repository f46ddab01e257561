//! How the report looks on screen and on paper, also in grey: fonts, colours, the formats of cells.

use eken_core::report::Tone;
use eken_core::words::Lang;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder, FormatUnderline};

use crate::xlsx::write::FONT;

const INK: Color = Color::RGB(0x1B_24_30);
const DIM: Color = Color::RGB(0x56_60_6E);
const LINE: Color = Color::RGB(0xC3_CD_D3);
const HEAD: Color = Color::RGB(0xE3_EC_F1);
const BAND: Color = Color::RGB(0xF3_F6_F8);
const LINK: Color = Color::RGB(0x1A_4F_8B);
const SECRET: Color = Color::RGB(0xA3_16_21);

/// The formats of the report, in one language.
pub struct Looks {
    /// Language of the words.
    pub lang: Lang,
    /// The font.
    pub font: &'static str,
    /// The mark of the internal rendition at the top of a sheet.
    pub banner: Format,
    /// The title of a sheet.
    pub title: Format,
    /// A heading on a sheet.
    pub part: Format,
    /// A text over the width of a sheet.
    pub note: Format,
    /// A link back.
    pub link: Format,
    /// A link in a table.
    pub link_in_table: Format,
    /// The heading of a column.
    pub head: Format,
    /// A heading within a table.
    pub band: Format,
    /// Words in a table, wrapped.
    pub words: Format,
    /// The term of a pair.
    pub term: Format,
    /// A line to be copied.
    pub line: Format,
    /// A number in a table.
    pub number: Format,
    sign: Format,
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
        let boxed = plain.clone().set_border(FormatBorder::Thin).set_border_color(LINE);
        let boxed = boxed.set_align(FormatAlign::VerticalCenter);
        let words = boxed.clone().set_text_wrap().set_align(FormatAlign::Left).set_indent(1);
        let linked = |format: &Format| format.clone().set_font_color(LINK).set_underline(FormatUnderline::Single);
        let bold = |format: &Format| format.clone().set_bold();
        Self {
            lang,
            font,
            // at the left, where a wide sheet is in sight
            banner: bold(&middle).set_font_color(Color::White).set_background_color(SECRET).set_indent(1),
            title: bold(&middle).set_font_size(16),
            part: bold(&middle).set_font_size(12).set_font_color(LINK),
            note: plain.clone().set_font_color(DIM).set_text_wrap().set_align(FormatAlign::Top),
            link: linked(&middle).set_font_size(9),
            link_in_table: linked(&words),
            head: bold(&boxed).set_text_wrap().set_align(FormatAlign::Center).set_background_color(HEAD),
            band: bold(&middle)
                .set_background_color(BAND)
                .set_border_top(FormatBorder::Thin)
                .set_border_bottom(FormatBorder::Thin)
                .set_border_color(LINE),
            term: words.clone().set_font_color(DIM),
            line: plain.clone().set_font_name("Consolas").set_font_size(9),
            number: boxed.clone().set_align(FormatAlign::Right).set_indent(1),
            sign: bold(&words),
            words,
        }
    }

    /// The format of a sign. The gravest are light on dark, what is doubtful is tinted, and what is in order is plain: grey
    /// paper tells them apart, and mark and word say it anyway.
    pub fn sign(&self, tone: Tone) -> Format {
        let on = |ground: u32, ink: u32| {
            self.sign.clone().set_background_color(Color::RGB(ground)).set_font_color(Color::RGB(ink))
        };
        match tone {
            Tone::Good => self.sign.clone().set_font_color(Color::RGB(0x14_53_2D)),
            Tone::Exempt => on(0xDF_F3_F1, 0x11_5E_59),
            Tone::Bad => on(0x96_18_1F, 0xFF_FF_FF),
            Tone::Doubt => on(0xFF_F1_D6, 0x74_47_00),
            Tone::Conflict => on(0x66_20_8F, 0xFF_FF_FF),
            Tone::Quiet => self.sign.clone().set_font_color(Color::RGB(0x47_52_60)),
        }
    }
}

//! Where in a file an error is, in words of either language.

use eken_core::words::{Label, Lang};

/// A place in a file. It holds no value of the file, and no name that could be a person's.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Place {
    /// What has a name that is the same in every language: a sheet, a file, a part, a cell such as `设施!C5`.
    Named(String),
    /// A sheet of a workbook by its number, from 1.
    Sheet(usize),
    /// A file of several by its number, from 1.
    File(usize),
    /// An entry of an archive by its number, from 1.
    Entry(usize),
    /// A line, from 1.
    Line(usize),
    /// A byte, from 0, and its line, from 1.
    Byte(usize, usize),
    /// A column of a file whose columns have names, by its number, from 1.
    Column(usize),
    /// A row and a column, from 1.
    Cell(usize, usize),
    /// The file as a whole, for what it holds: content of a file with this extension.
    Content(&'static str),
    /// What has words of its own in each language: a type of values.
    Said(Label),
    /// A method of packing by its number in the standard, which gives it no name.
    Codec(i64),
    /// A place inside another.
    Inside(Box<Place>, Box<Place>),
}

impl Place {
    /// This place inside another.
    pub fn inside(self, outer: Self) -> Self {
        Self::Inside(Box::new(outer), Box::new(self))
    }

    /// The place in words.
    pub fn text(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Named(name), _) => name.clone(),
            (Self::Sheet(number), Lang::Zh) => format!("第{number}张工作表"),
            (Self::Sheet(number), Lang::En) => format!("sheet {number}"),
            (Self::File(number), Lang::Zh) => format!("第{number}个文件"),
            (Self::File(number), Lang::En) => format!("file {number}"),
            (Self::Entry(number), Lang::Zh) => format!("包内第{number}项"),
            (Self::Entry(number), Lang::En) => format!("entry {number}"),
            (Self::Line(line), Lang::Zh) => format!("第{line}行"),
            (Self::Line(line), Lang::En) => format!("line {line}"),
            (Self::Byte(offset, line), Lang::Zh) => format!("第{line}行，字节偏移{offset}"),
            (Self::Byte(offset, line), Lang::En) => format!("byte {offset}, line {line}"),
            (Self::Column(column), Lang::Zh) => format!("第{column}列"),
            (Self::Column(column), Lang::En) => format!("column {column}"),
            (Self::Cell(row, column), Lang::Zh) => format!("第{row}行第{column}列"),
            (Self::Cell(row, column), Lang::En) => format!("row {row}, column {column}"),
            (Self::Content(extension), Lang::Zh) => format!("内容是 {extension} 文件"),
            (Self::Content(extension), Lang::En) => format!("content of a {extension} file"),
            (Self::Said(label), lang) => label.get(lang).to_owned(),
            (Self::Codec(number), Lang::Zh) => format!("第{number}号压缩方法"),
            (Self::Codec(number), Lang::En) => format!("codec {number}"),
            (Self::Inside(outer, inner), Lang::Zh) => format!("{}，{}", outer.text(lang), inner.text(lang)),
            (Self::Inside(outer, inner), Lang::En) => format!("{}, {}", outer.text(lang), inner.text(lang)),
        }
    }
}

impl From<Label> for Place {
    fn from(label: Label) -> Self {
        Self::Said(label)
    }
}

impl From<String> for Place {
    fn from(name: String) -> Self {
        Self::Named(name)
    }
}

impl From<&str> for Place {
    fn from(name: &str) -> Self {
        Self::Named(name.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_in_the_language_of_the_reader() {
        for (place, zh, en) in [
            (Place::from("设施!C5"), "设施!C5", "设施!C5"),
            (Place::Sheet(3), "第3张工作表", "sheet 3"),
            (Place::Byte(12, 4), "第4行，字节偏移12", "byte 12, line 4"),
            (Place::Line(2).inside(Place::File(2)), "第2个文件，第2行", "file 2, line 2"),
            (Place::Cell(2, 3).inside("a.csv".into()), "a.csv，第2行第3列", "a.csv, row 2, column 3"),
            (Place::from(Label::new("时长", "duration")).inside(Place::Column(2)), "第2列，时长", "column 2, duration"),
            (Place::Codec(77), "第77号压缩方法", "codec 77"),
            (Place::Entry(7), "包内第7项", "entry 7"),
            (Place::Content(".xlsx"), "内容是 .xlsx 文件", "content of a .xlsx file"),
        ] {
            assert_eq!((place.text(Lang::Zh).as_str(), place.text(Lang::En).as_str()), (zh, en));
        }
    }
}

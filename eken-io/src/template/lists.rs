//! Lists of codes for the drop-downs: short ones in the cell's rule, long ones on a hidden sheet.

use eken_core::model::kind::CodeInfo;
use eken_core::words::Lang;
use rust_xlsxwriter::{DataValidation, Formula, Workbook, Worksheet, XlsxError};

use super::looks::Looks;
use super::names::CODES;

/// Characters of a list that a rule itself can hold.
const SHORT: usize = 255;

/// The long lists met so far.
pub struct Lists {
    lang: Lang,
    long: Vec<Vec<&'static str>>,
}

impl Lists {
    /// None yet.
    pub const fn new(lang: Lang) -> Self {
        Self { lang, long: Vec::new() }
    }

    /// A drop-down of a list of codes, by their labels.
    pub fn of(&mut self, codes: &[CodeInfo]) -> Result<DataValidation, XlsxError> {
        let labels: Vec<&'static str> = codes.iter().map(|code| code.label.get(self.lang)).collect();
        let length: usize = labels.iter().map(|label| label.encode_utf16().count().saturating_add(1)).sum();
        if length <= SHORT && !labels.iter().any(|label| label.contains([',', '"'])) {
            return DataValidation::new().allow_list_strings(&labels);
        }
        let index = match self.long.iter().position(|known| *known == labels) {
            Some(index) => index,
            None => {
                self.long.push(labels);
                self.long.len().saturating_sub(1)
            }
        };
        Ok(DataValidation::new().allow_list_formula(Formula::new(format!("={}", name(index)))))
    }

    /// Writes the hidden sheet and the names of its ranges, where there are long lists.
    pub fn write(&self, book: &mut Workbook, looks: &Looks) -> Result<(), XlsxError> {
        if self.long.is_empty() {
            return Ok(());
        }
        let mut sheet = Worksheet::new();
        let title = CODES.get(self.lang);
        sheet.set_name(title)?.set_very_hidden(true);
        for (column, labels) in (0u16..).zip(&self.long) {
            for (row, label) in (0u32..).zip(labels) {
                sheet.write_string_with_format(row, column, *label, &looks.words)?;
            }
        }
        book.push_worksheet(sheet);
        for (index, labels) in self.long.iter().enumerate() {
            let column = crate::grid::letters(index.saturating_add(1));
            let range = format!("='{title}'!${column}$1:${column}${}", labels.len());
            book.define_name(name(index), &range)?;
        }
        Ok(())
    }
}

fn name(index: usize) -> String {
    format!("codes_{}", index.saturating_add(1))
}

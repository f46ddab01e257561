pub mod grid { include!("grid.rs"); }
pub mod workbook {
#[path="/work/wt/formats/eken-io/src/workbook/number.rs"] pub mod number;
#[path="/work/wt/formats/eken-io/src/workbook/section.rs"] pub mod section;
#[path="/work/wt/formats/eken-io/src/workbook/shown.rs"] pub mod shown;
#[path="/work/wt/formats/eken-io/src/workbook/token.rs"] pub mod token;
#[path="/work/wt/formats/eken-io/src/workbook/words.rs"] pub mod words;
#[path="/work/wt/formats/eken-io/src/workbook/day.rs"] pub mod day;
}
pub mod xlsx { pub use crate::workbook::number; #[path="/work/wt/formats/eken-io/src/xlsx/serial.rs"] pub mod serial; }
pub mod ods { #[path="/work/wt/formats/eken-io/src/ods/figure.rs"] pub mod figure; }

//! Pages of texts whose lengths stand first: the library makes room for as many lengths as they claim.

use bytes::Bytes;
use parquet::basic::Encoding;
use parquet::column::page::Page;
use parquet::file::reader::{FileReader, SerializedFileReader};

/// Whether no such page of a file claims more lengths than it has values; none where the file is damaged.
pub(super) fn hold(bytes: &Bytes) -> Option<bool> {
    let reader = SerializedFileReader::new(bytes.clone()).ok()?;
    for group in 0..reader.num_row_groups() {
        let group = reader.get_row_group(group).ok()?;
        for column in 0..group.num_columns() {
            let about = group.metadata().column(column).column_descr_ptr();
            let levels = [about.max_rep_level(), about.max_def_level()];
            let mut pages = group.get_column_page_reader(column).ok()?;
            while let Some(page) = pages.get_next_page().ok()? {
                let (values, lengths) = match &page {
                    Page::DataPage { buf, num_values, encoding: Encoding::DELTA_LENGTH_BYTE_ARRAY, .. } => {
                        (*num_values, behind_levels(buf, levels)?)
                    }
                    Page::DataPageV2 {
                        buf,
                        num_values,
                        encoding: Encoding::DELTA_LENGTH_BYTE_ARRAY,
                        def_levels_byte_len,
                        rep_levels_byte_len,
                        ..
                    } => {
                        let levels = def_levels_byte_len.checked_add(*rep_levels_byte_len)?;
                        (*num_values, buf.get(usize::try_from(levels).ok()?..)?)
                    }
                    _ => continue,
                };
                if claimed(lengths)? > u64::from(values) {
                    return Some(false);
                }
            }
        }
    }
    Some(true)
}

/// What stands behind the levels of a page of the first version: each kind that the column has begins with its length.
fn behind_levels(page: &[u8], levels: [i16; 2]) -> Option<&[u8]> {
    let mut rest = page;
    for _ in levels.iter().filter(|most| **most > 0) {
        let (length, behind) = rest.split_first_chunk::<4>()?;
        rest = behind.get(usize::try_from(u32::from_le_bytes(*length)).ok()?..)?;
    }
    Some(rest)
}

/// The third number of a block of differences: how many there are.
fn claimed(mut block: &[u8]) -> Option<u64> {
    let mut number = 0_u64;
    for _ in 0..3 {
        number = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = block.split_first()?;
            block = rest;
            number |= u64::from(byte & 0x7f).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                break;
            }
        }
    }
    Some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_of_lengths_stands_third() {
        assert_eq!(claimed(&[0x80, 1, 4, 0x90, 0x4e, 0]), Some(10_000));
        assert_eq!(claimed(&[0x80, 1, 4]), None);
        assert_eq!(behind_levels(&[2, 0, 0, 0, 9, 9, 7], [0, 1]), Some(&[7][..]));
        assert_eq!(behind_levels(&[2, 0, 0, 0, 9], [0, 1]), None);
    }
}

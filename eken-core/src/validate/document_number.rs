//! Document numbers (文号), written in one way so that they can be compared.

/// The number without blanks, with half-width digits and letters and one kind of brackets: `垣政办发[2023] 8号` is
/// `垣政办发〔2023〕8号`.
pub(super) fn written(number: &str) -> String {
    let sign = |sign: char| match sign {
        '[' | '［' | '【' | '(' | '（' | '﹝' | '〈' => '〔',
        ']' | '］' | '】' | ')' | '）' | '﹞' | '〉' => '〕',
        '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ' => {
            u32::from(sign).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(sign)
        }
        _ => sign,
    };
    number.chars().filter(|sign| !sign.is_whitespace()).map(sign).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_blanks_and_width_do_not_matter() {
        for number in ["例政办发[2023]8号", "例政办发（2023） 8号", "例政办发【２０２３】８号", "例政办发〔2023〕8号"]
        {
            assert_eq!(written(number), "例政办发〔2023〕8号");
        }
    }

    #[test]
    fn another_number_stays_another() {
        assert_ne!(written("例政办发〔2023〕8号"), written("例政发〔2023〕8号"));
    }
}

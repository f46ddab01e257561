//! Lines of a text: they end at LF, CR LF or CR.

/// Counts the lines of a text on the way through it.
pub(super) struct Lines<'t> {
    text: &'t [u8],
    at: usize,
    line: usize,
}

impl<'t> Lines<'t> {
    pub fn new(text: &'t [u8]) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a byte that is not before the last one asked for, from 1.
    pub fn of(&mut self, offset: usize) -> usize {
        let between = self.text.get(self.at..offset).unwrap_or_default();
        let after = self.text.get(self.at..).unwrap_or_default().iter().skip(1).map(Some).chain([None]);
        let ends = between.iter().zip(after).filter(|(byte, next)| match byte {
            b'\n' => true,
            b'\r' => *next != Some(&b'\n'),
            _ => false,
        });
        self.line = self.line.saturating_add(ends.count());
        self.at = self.at.max(offset);
        self.line
    }
}

/// The line of a byte, from 1.
pub(super) fn line_of(text: &[u8], offset: usize) -> usize {
    Lines::new(text).of(offset)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_end_at_lf_cr_or_both() {
        let text = b"a\nb\r\nc\rd\n\ne";
        let lines: Vec<usize> = (0..text.len()).map(|offset| line_of(text, offset)).collect();
        assert_eq!(lines, [1, 1, 2, 2, 2, 3, 3, 4, 4, 5, 6]);
        let mut going = Lines::new(text);
        assert_eq!([0, 2, 5, 5, 7, 10, 99].map(|offset| going.of(offset)), [1, 2, 3, 3, 4, 6, 6]);
    }
}

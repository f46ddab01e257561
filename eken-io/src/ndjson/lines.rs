//! The lines of a file, each with its number and place, none longer than the limit held in memory.

use std::io::{BufRead, BufReader, ErrorKind, Read};

use super::error::Error;

/// Bytes read at once.
const CHUNK: usize = 128 << 10;
/// The byte order mark in UTF-8.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// One line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Number, from 1.
    pub number: usize,
    /// Bytes of the file before it.
    pub offset: u64,
    /// What stands on it.
    pub content: Content,
}

/// What stands on a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// Nothing, or blanks.
    Blank,
    /// Bytes, without the end of the line and, on the first, without a byte order mark.
    Bytes(Vec<u8>),
    /// More bytes than a line may have; they are not held.
    TooLong,
}

/// Reads the lines of a file. A line ends with LF or CRLF; the last may end without either.
#[derive(Debug)]
pub struct Lines<R> {
    reader: BufReader<R>,
    limit: usize,
    number: usize,
    offset: u64,
    ended: bool,
}

impl<R: Read> Lines<R> {
    /// Lines of at most so many bytes, their ends not counted.
    pub fn new(reader: R, limit: usize) -> Self {
        Self { reader: BufReader::with_capacity(CHUNK, reader), limit, number: 0, offset: 0, ended: false }
    }

    /// The next line; nothing after the last.
    fn read(&mut self) -> Result<Option<Line>, ErrorKind> {
        let (mut bytes, mut length, mut is_whole) = (Vec::new(), 0u64, false);
        // one byte more: the CR of a line end is taken off later
        let most = self.limit.saturating_add(1);
        let mut is_held = true;
        while !is_whole {
            let part = match self.reader.fill_buf() {
                Ok([]) => break,
                Ok(part) => part,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) => return Err(error.kind()),
            };
            let end = memchr::memchr(b'\n', part);
            let text = end.and_then(|end| part.get(..end)).unwrap_or(part);
            is_held &= bytes.len().saturating_add(text.len()) <= most;
            if is_held {
                bytes.extend_from_slice(text);
            } else {
                bytes = Vec::new();
            }
            let taken = text.len().saturating_add(usize::from(end.is_some()));
            self.reader.consume(taken);
            length = length.saturating_add(u64::try_from(taken).unwrap_or(u64::MAX));
            is_whole = end.is_some();
        }
        if length == 0 {
            return Ok(None);
        }
        self.number = self.number.saturating_add(1);
        let offset = self.offset;
        self.offset = offset.saturating_add(length);
        let content = self.content(bytes, is_held);
        Ok(Some(Line { number: self.number, offset, content }))
    }

    fn content(&self, mut bytes: Vec<u8>, is_held: bool) -> Content {
        if bytes.last() == Some(&b'\r') {
            bytes.pop();
        }
        if !is_held || bytes.len() > self.limit {
            return Content::TooLong;
        }
        if self.number == 1 && bytes.starts_with(MARK) {
            bytes.drain(..MARK.len());
        }
        if bytes.iter().all(u8::is_ascii_whitespace) { Content::Blank } else { Content::Bytes(bytes) }
    }
}

impl<R: Read> Iterator for Lines<R> {
    type Item = Result<Line, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let line = self.read();
        self.ended = !matches!(line, Ok(Some(_)));
        line.map_err(|kind| Error::Broken { line: self.number.saturating_add(1), kind }).transpose()
    }
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::*;

    fn read(bytes: &[u8], limit: usize) -> Vec<(usize, u64, Content)> {
        let lines = Lines::new(bytes, limit).map(Result::unwrap);
        lines.map(|line| (line.number, line.offset, line.content)).collect()
    }

    fn bytes(text: &str) -> Content {
        Content::Bytes(text.as_bytes().to_vec())
    }

    #[test]
    fn lines_have_number_and_offset_however_they_end() {
        assert_eq!(
            read(b"\xef\xbb\xbf{1}\r\n\n \t\r\n{2}\n{3}", 99),
            [
                (1, 0, bytes("{1}")),
                (2, 8, Content::Blank),
                (3, 9, Content::Blank),
                (4, 13, bytes("{2}")),
                (5, 17, bytes("{3}")),
            ]
        );
        assert_eq!(read(b"", 9), []);
        assert_eq!(read(b"\n", 9), [(1, 0, Content::Blank)]);
        assert_eq!(read(b"\xef\xbb\xbf", 9), [(1, 0, Content::Blank)]);
        assert_eq!(read(b"a\0b\n", 9), [(1, 0, bytes("a\0b"))]);
    }

    #[test]
    fn a_line_past_the_limit_is_passed_over_and_the_next_one_read() {
        assert_eq!(
            read(b"1234\n12345\n1\n", 4),
            [(1, 0, bytes("1234")), (2, 5, Content::TooLong), (3, 11, bytes("1")),]
        );
        assert_eq!(
            read(b"1234\r\n12345\r\n123456", 4),
            [(1, 0, bytes("1234")), (2, 6, Content::TooLong), (3, 13, Content::TooLong),]
        );
        let long = [vec![b'x'; CHUNK * 3], b"\ny".to_vec()].concat();
        let last = (2, u64::try_from(CHUNK * 3 + 1).unwrap(), bytes("y"));
        assert_eq!(read(&long, CHUNK), [(1, 0, Content::TooLong), last.clone()]);
        assert_eq!(read(&long, CHUNK * 3), [(1, 0, Content::Bytes(vec![b'x'; CHUNK * 3])), last]);
    }

    /// Gives what it has, an interruption, then an error.
    struct Torn(Vec<io::Result<&'static [u8]>>);

    impl Read for Torn {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let part = if self.0.is_empty() { Ok(&b""[..]) } else { self.0.remove(0) }?;
            into[..part.len()].copy_from_slice(part);
            Ok(part.len())
        }
    }

    #[test]
    fn an_error_in_the_middle_ends_the_lines_after_those_that_were_whole() {
        let error = |kind: ErrorKind| Err(io::Error::from(kind));
        let torn = Torn(vec![Ok(b"{1}\n{"), error(ErrorKind::Interrupted), Ok(b"2}\n{3"), error(ErrorKind::Other)]);
        let lines: Vec<_> = Lines::new(torn, 9).collect();
        let whole: Vec<_> = lines.iter().flatten().map(|line| line.content.clone()).collect();
        assert_eq!(whole, [bytes("{1}"), bytes("{2}")]);
        assert_eq!(lines.last(), Some(&Err(Error::Broken { line: 3, kind: ErrorKind::Other })));
        assert_eq!(lines.len(), 3);
    }
}

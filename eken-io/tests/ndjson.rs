//! NDJSON as a caller meets it: every line accounted for, answers in order, the same bytes on any number of threads.

#[cfg(test)]
mod tests {
    use std::num::NonZeroUsize;
    use std::ops::ControlFlow;
    use std::sync::OnceLock;

    use eken_core::finding::Finding;
    use eken_core::limits::Limits;
    use eken_core::plan::{Plan, builtin};
    use eken_core::report::RecordCounts;
    use eken_core::validate::Profile;
    use eken_io::ndjson::Error;
    use eken_io::ndjson::{Options, Record, Weight, checked, each_record};

    struct Text(String);

    impl Weight for Text {
        fn bytes(&self) -> usize {
            self.0.len()
        }
    }

    fn plan() -> &'static Plan {
        static PLAN: OnceLock<Plan> = OnceLock::new();
        PLAN.get_or_init(|| builtin("yuanqu-2023").unwrap())
    }

    fn found(record: Record) -> Result<Text, Error> {
        let checked = checked(record, &Limits::default(), plan(), &Profile::default())?;
        let told =
            |each: &Finding| format!("{}@{}:{}{};", each.code(), each.place.line, each.place.column, each.pointer);
        Ok(Text(checked.findings().iter().map(told).collect()))
    }

    fn options(threads: usize) -> Options {
        Options { threads: NonZeroUsize::new(threads), ..Options::default() }
    }

    /// What became of each line that is not blank, and the counts.
    fn run(bytes: &[u8], threads: usize) -> (Vec<(usize, String)>, RecordCounts, Option<Error>) {
        let mut seen = Vec::new();
        let ended = each_record(bytes, &options(threads), found, |answer| {
            let told = match answer.result {
                Ok(Text(text)) => text,
                Err(error) => {
                    let place = error.place().unwrap();
                    assert_eq!(place.0, answer.line, "the place of a refusal is on its line");
                    format!("{} {}", error.code(), place.1)
                }
            };
            seen.push((answer.line, told));
            ControlFlow::Continue(())
        });
        (seen, ended.counts, ended.broken)
    }

    const SOUND: &[u8] = br#"{"schema_version": 1}"#;

    #[test]
    fn every_line_of_a_hostile_file_is_read_refused_or_blank() {
        let long = vec![b'['; 17 << 20];
        let lines: Vec<(&[u8], &str)> = vec![
            (b"\xef\xbb\xbf{\"schema_version\": 1, \"as_of\": \"soon\"}", "structure.date@1:32/as_of;"),
            (b"", ""),
            (SOUND, ""),
            (b"{\"id\": \"\xc4\xe3\"}", "json.utf-8 9"),
            (SOUND, ""),
            (b"{\"id\": \"a\0b\"}", "json.syntax 10"),
            (b"\0", "json.syntax 1"),
            (&long, "ndjson.line-too-long 1"),
            ("{\"schema_version\": 1, \"镇\": 1}".as_bytes(), "structure.unknown-field@9:28/***;"),
            (b" \t\r", ""),
            (b"[{\"schema_version\": 1}]", "json.not-an-object 1"),
            (b"{\"schema_version\": 1,", "json.syntax 22"),
            (b"{\"schema_version\": 9}", "version.newer 20"),
            (b"{\"schema_version\": 1} {\"schema_version\": 1}", "json.syntax 23"),
            (b"{\"schema_version\": 1}\r", ""),
            (br#"{"schema_version": 1, "as_of": "x"}"#, "structure.date@16:32/as_of;"),
        ];
        let whole: Vec<u8> = lines.iter().map(|(line, _)| *line).collect::<Vec<_>>().join(&b'\n');
        for (end, threads) in [(&b""[..], 1), (b"\n", 2), (b"\r\n", 8)] {
            let (seen, counts, broken) = run(&[&whole[..], end].concat(), threads);
            assert_eq!(broken, None);
            assert_eq!(counts, RecordCounts { lines: 16, read: 6, refused: 8, blank: 2 });
            assert!(counts.adds_up());
            let blank = [2, 10];
            let wanted = (1..).zip(&lines).filter(|(line, _)| !blank.contains(line));
            let wanted: Vec<(usize, String)> = wanted.map(|(line, (_, told))| (line, (*told).to_owned())).collect();
            assert_eq!(seen, wanted);
        }
    }

    #[test]
    fn a_file_in_another_encoding_is_refused_line_by_line_and_adds_up() {
        let text = "{\"schema_version\": 1}\n{\"schema_version\": 1}\n";
        for bytes in [
            text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>(),
            text.encode_utf16().flat_map(u16::to_be_bytes).collect(),
            [b"\xff\xfe".to_vec(), text.encode_utf16().flat_map(u16::to_le_bytes).collect()].concat(),
        ] {
            let (_, counts, broken) = run(&bytes, 2);
            assert!(counts.adds_up() && counts.read == 0 && counts.refused >= 2, "{counts:?}");
            assert_eq!(broken, None);
        }
    }

    #[test]
    fn a_file_without_a_record_is_told_as_such() {
        for (bytes, blank) in [(&b""[..], 0), (b"\n\n \n", 3), (b"\xef\xbb\xbf\n", 1)] {
            let (seen, counts, broken) = run(bytes, 2);
            assert_eq!((seen.len(), counts.blank, counts.lines), (0, blank, blank));
            assert_eq!(broken, Some(Error::NoRecord));
        }
    }

    #[test]
    fn any_number_of_threads_gives_the_same_bytes_though_lines_are_uneven() {
        let mut bytes = Vec::new();
        for number in 0..400usize {
            let size = if number % 37 == 0 { 4_000 } else { number * 31 % 97 };
            let texts: Vec<String> = (0..size).map(|each| format!("\"x{each}\": {each}")).collect();
            let rest = if texts.is_empty() { String::new() } else { format!(", {}", texts.join(", ")) };
            bytes.extend(format!("{{\"schema_version\": 1{rest}{}\n", if number % 11 == 3 { "" } else { "}" }).bytes());
        }
        let (one, counts, _) = run(&bytes, 1);
        assert_eq!((counts.lines, counts.read), (400, 363));
        assert!(one.iter().map(|(line, _)| *line).eq(1..=400));
        for threads in [2, 8] {
            assert_eq!(run(&bytes, threads), (one.clone(), counts, None));
        }
    }

    #[test]
    fn what_is_read_before_an_error_is_answered_and_then_the_error_is_told() {
        struct Torn(usize);
        impl std::io::Read for Torn {
            fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
                self.0 += 1;
                if self.0 > 3 {
                    return Err(std::io::ErrorKind::TimedOut.into());
                }
                let line = [SOUND, b"\n{"].concat();
                into[..line.len()].copy_from_slice(&line);
                Ok(line.len())
            }
        }
        let mut seen = 0;
        let ended = each_record(Torn(0), &options(2), found, |_| {
            seen += 1;
            ControlFlow::Continue(())
        });
        assert_eq!(seen, 3);
        assert_eq!(ended.counts, RecordCounts { lines: 3, read: 1, refused: 2, blank: 0 });
        assert_eq!(ended.broken, Some(Error::Broken { line: 4, kind: std::io::ErrorKind::TimedOut }));
    }

    #[test]
    fn a_panic_over_one_record_refuses_that_one_and_loses_none() {
        let bytes = [SOUND, b"\n", SOUND, b"\n", SOUND].concat();
        let work = |record: Record| if record.line == 2 { panic!("a value of the data") } else { found(record) };
        let mut codes = Vec::new();
        let ended = each_record(&bytes[..], &options(2), work, |answer| {
            codes.push(answer.result.err().map(|error| error.code()));
            ControlFlow::Continue(())
        });
        assert_eq!(codes, [None, Some("internal"), None]);
        assert_eq!(ended.counts, RecordCounts { lines: 3, read: 2, refused: 1, blank: 0 });
    }
}

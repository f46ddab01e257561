//! ZIP archives read in memory within bounds (APPNOTE 6.3.10): nothing is ever written to disk, and no name in an archive
//! is a path.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, sink};

use eken_core::words::Label;
use encoding_rs::GB18030;
use zip::read::ZipArchive;
use zip::result::ZipError;

use super::shown::shown;
use crate::error::{Error, Place, Result};

/// What an archive may hold at most.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ZipLimits {
    /// Entries, folders among them.
    pub entries: usize,
    /// Bytes of all entries together, inflated.
    pub bytes: u64,
    /// Inflated bytes for each packed one, in entries larger than `ratio_from`.
    pub ratio: u64,
    /// Inflated bytes up to which an entry may be packed as tightly as it likes.
    pub ratio_from: u64,
}

impl Default for ZipLimits {
    fn default() -> Self {
        Self { entries: 1_000, bytes: 512 << 20, ratio: 200, ratio_from: 1 << 20 }
    }
}

/// An archive whose directory keeps the limits.
///
/// Opening reads the directory only. What an entry really inflates to is bounded while it is read: by the size that the
/// directory states, which keeps the limits, and by the sum over all reads of this archive. A reader of another library
/// that opens the same bytes by itself is safe after [`Archive::check`].
pub struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    limits: ZipLimits,
    entries: Vec<Entry>,
    read: u64,
}

/// What the directory says of an entry; its number is its place in the list.
struct Entry {
    name: String,
    size: u64,
    folder: bool,
}

impl<'a> Archive<'a> {
    /// Opens an archive.
    ///
    /// A name is UTF-8 where it can be (some packers do not say so), else GB18030, as Chinese Windows writes names.
    ///
    /// # Errors
    /// `zip.damaged` for what is no whole archive, `zip.entries`, `zip.bytes` and `zip.ratio` for more than the limits
    /// allow, `zip.duplicate` for two entries of one name (capitals are not told apart), `zip.encrypted` for an entry with
    /// a password, `zip.method` for one packed by anything but deflate, `zip.name` for a name in neither encoding.
    pub fn open(bytes: &'a [u8], limits: &ZipLimits) -> Result<Self> {
        // the library makes room for as many entries as the archive claims: look before it does
        if claimed(bytes).any(|count| count > u64::try_from(limits.entries).unwrap_or(u64::MAX)) {
            return Err(ENTRIES);
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|fault| of(&fault))?;
        if zip.has_duplicate_names() {
            return Err(DUPLICATE);
        }
        if zip.len() > limits.entries {
            return Err(ENTRIES);
        }
        let mut entries = Vec::new();
        let mut names = BTreeSet::new();
        let mut sum = 0_u64;
        for index in 0..zip.len() {
            let number = index.saturating_add(1);
            let stored = zip.by_index_data(index).map_err(|fault| of(&fault))?;
            let Some(name) = name_of(stored.name_raw()) else { return Err(NAME.at(Place::Entry(number))) };
            let place = || shown(&name, Place::Entry(number));
            if stored.encrypted() {
                return Err(ENCRYPTED.at(place()));
            }
            if !names.insert(name.to_lowercase()) {
                return Err(DUPLICATE.at(place()));
            }
            let size = stored.size();
            sum = sum.saturating_add(size);
            if sum > limits.bytes {
                return Err(BYTES.at(place()));
            }
            if size > limits.ratio_from && size > stored.compressed_size().saturating_mul(limits.ratio) {
                return Err(RATIO.at(place()));
            }
            let folder = stored.is_dir() || name.ends_with('/');
            entries.push(Entry { name, size, folder });
        }
        Ok(Self { zip, limits: *limits, entries, read: 0 })
    }

    /// Names of the files, folders left out, in the order of the directory, with `/` between folders.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.entries.iter().filter(|entry| !entry.folder).map(|entry| entry.name.as_str())
    }

    /// The content of a file; none where there is no such name.
    ///
    /// # Errors
    /// `zip.damaged` where the content is not what the directory says (length, CRC-32), `zip.method` and `zip.bytes` as on
    /// opening; the bytes of everything read from this archive count together.
    pub fn read(&mut self, name: &str) -> Result<Option<Vec<u8>>> {
        let Some(index) = self.entries.iter().position(|entry| entry.name == name) else { return Ok(None) };
        let mut content = Vec::new();
        self.inflate(index, |file, size| {
            // the stated size is within the limits, and a file that states too much fails below
            content.reserve_exact(usize::try_from(size).unwrap_or_default());
            file.read_to_end(&mut content)
        })?;
        Ok(Some(content))
    }

    /// Inflates every entry to nowhere, so that a reader which opens the same bytes by itself meets no surprise.
    ///
    /// # Errors
    /// As [`Archive::read`].
    pub fn check(&mut self) -> Result<()> {
        for index in 0..self.entries.len() {
            self.inflate(index, |file, _| {
                std::io::copy(file, &mut sink()).map(|length| usize::try_from(length).unwrap_or(usize::MAX))
            })?;
        }
        self.read = 0;
        Ok(())
    }

    fn inflate(&mut self, index: usize, take: impl FnOnce(&mut dyn Read, u64) -> std::io::Result<usize>) -> Result<()> {
        let Some(entry) = self.entries.get(index) else { return Ok(()) };
        let place = || shown(&entry.name, Place::Entry(index.saturating_add(1)));
        let size = entry.size;
        let total = self.read.saturating_add(size);
        if total > self.limits.bytes {
            return Err(BYTES.at(place()));
        }
        let file = self.zip.by_index(index).map_err(|fault| of(&fault).at(place()))?;
        // one byte more than stated shows that there is more
        let mut file = file.take(size.saturating_add(1));
        let length = take(&mut file, size).map_err(|fault| of_io(&fault).at(place()))?;
        if u64::try_from(length).ok() != Some(size) {
            return Err(DAMAGED.at(place()));
        }
        self.read = total;
        Ok(())
    }
}

/// How many entries an archive claims to have, in every record that may be taken for the end of its directory.
fn claimed(bytes: &[u8]) -> impl Iterator<Item = u64> {
    let tail = bytes.get(bytes.len().saturating_sub(22 + 20 + 65_536)..).unwrap_or_default();
    let short = at_mark(tail, b"PK\x05\x06").flat_map(|end| end.get(8..12).unwrap_or_default().as_chunks::<2>().0);
    // the longer record may stand anywhere, but a locator of it stands before the shorter one
    let long = if at_mark(tail, b"PK\x06\x07").next().is_some() { bytes } else { &[] };
    let long = at_mark(long, b"PK\x06\x06").flat_map(|end| end.get(24..40).unwrap_or_default().as_chunks::<8>().0);
    short.map(|count| u64::from(u16::from_le_bytes(*count))).chain(long.map(|count| u64::from_le_bytes(*count)))
}

/// What follows a mark, the mark included, wherever it stands.
pub(super) fn at_mark<'b>(bytes: &'b [u8], mark: &'static [u8; 4]) -> impl Iterator<Item = &'b [u8]> {
    let places = bytes.windows(mark.len()).enumerate().filter(move |(_, window)| *window == mark);
    places.filter_map(|(at, _)| bytes.get(at..))
}

fn name_of(raw: &[u8]) -> Option<String> {
    let name = match std::str::from_utf8(raw) {
        Ok(name) => name.into(),
        Err(_) => GB18030.decode_without_bom_handling_and_without_replacement(raw)?,
    };
    // old packers on Windows write its own separator
    Some(name.replace('\\', "/"))
}

fn of(fault: &ZipError) -> Error {
    match fault {
        ZipError::UnsupportedArchive(text) if *text == ZipError::PASSWORD_REQUIRED => ENCRYPTED,
        ZipError::InvalidPassword => ENCRYPTED,
        ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_) => METHOD,
        ZipError::Io(fault) => of_io(fault),
        _ => DAMAGED,
    }
}

/// The library reports an unknown way of packing only when the first byte is read.
fn of_io(fault: &std::io::Error) -> Error {
    let inner = fault.get_ref().and_then(|inner| inner.downcast_ref::<ZipError>());
    match (inner, fault.kind()) {
        (Some(ZipError::CompressionMethodNotSupported(_)), _) | (_, std::io::ErrorKind::Unsupported) => METHOD,
        _ => DAMAGED,
    }
}

const ENTRIES: Error = Error::new(
    "zip.entries",
    Label::new("压缩包内文件过多", "the archive holds too many entries"),
    Label::new(
        "每个档案分别打包，压缩包内不超过 1000 个文件",
        "pack each dossier by itself, at most 1,000 files in an archive",
    ),
);

const BYTES: Error = Error::new(
    "zip.bytes",
    Label::new("压缩包解压后过大", "the archive inflates to too many bytes"),
    Label::new("分成几个压缩包，每个解压后不超过 512 MiB", "divide it into archives of at most 512 MiB inflated"),
);

const RATIO: Error = Error::new(
    "zip.ratio",
    Label::new("压缩比异常，可能是压缩炸弹", "an entry is packed too tightly, as in a zip bomb"),
    Label::new("请报送单位用常用软件重新保存并打包", "ask the sender to save and pack the file anew"),
);

const DUPLICATE: Error = Error::new(
    "zip.duplicate",
    Label::new("压缩包内有同名文件", "two entries of the archive have the same name"),
    Label::new("删去其中一个或改名后重新打包", "remove or rename one of them and pack again"),
);

const ENCRYPTED: Error = Error::new(
    "zip.encrypted",
    Label::new("压缩包内的文件有密码", "an entry of the archive is encrypted"),
    Label::new("请不设密码重新打包", "pack it again without a password"),
);

const METHOD: Error = Error::new(
    "zip.method",
    Label::new("压缩方法不受支持", "the archive is packed by a method that is not supported"),
    Label::new(
        "用普通 ZIP 格式（Deflate 方法，不分卷）重新打包",
        "pack it again as an ordinary ZIP (deflate, one volume)",
    ),
);

const NAME: Error = Error::new(
    "zip.name",
    Label::new("压缩包内的文件名编码无法识别", "a name in the archive is in no known encoding"),
    Label::new("文件名改用英文或中文，以 UTF-8 或 GB18030 打包", "use names in UTF-8 or GB18030"),
);

const DAMAGED: Error = Error::new(
    "zip.damaged",
    Label::new("压缩包已损坏或不完整", "the archive is damaged or incomplete"),
    Label::new("请重新传送，必要时请报送单位重新打包", "send it again; if that does not help, pack it again"),
);

#[cfg(test)]
mod tests;

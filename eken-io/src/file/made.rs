//! ZIP archives made for tests, byte by byte: what no packer would write can be written here.

/// An entry as its two headers describe it.
pub(crate) struct Made {
    pub name: Vec<u8>,
    pub flags: u16,
    pub method: u16,
    pub packed: Vec<u8>,
    pub size: u32,
    pub crc: u32,
}

impl Made {
    /// An entry that is stored as it is.
    pub fn stored(name: &[u8], content: &[u8]) -> Self {
        let size = u32::try_from(content.len()).unwrap();
        Self { name: name.to_vec(), flags: 0, method: 0, packed: content.to_vec(), size, crc: crc(content) }
    }

    /// An entry of so many zero bytes, deflated.
    pub fn zeros(name: &[u8], size: usize) -> Self {
        let content = vec![0; size];
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Deflated);
        writer.start_file("z", options).unwrap();
        std::io::Write::write_all(&mut writer, &content).unwrap();
        let whole = writer.finish().unwrap().into_inner();
        let packed_size = usize::try_from(u32::from_le_bytes(whole[18..22].try_into().unwrap())).unwrap();
        let packed = whole[31..][..packed_size].to_vec();
        Self { method: 8, packed, size: u32::try_from(size).unwrap(), crc: crc(&content), ..Self::stored(name, b"") }
    }

    fn head(&self) -> Vec<u8> {
        let mut head = Vec::new();
        for number in [20, self.flags, self.method, 0, 0x21] {
            head.extend(number.to_le_bytes());
        }
        for number in [self.crc, u32::try_from(self.packed.len()).unwrap(), self.size] {
            head.extend(number.to_le_bytes());
        }
        head.extend(u16::try_from(self.name.len()).unwrap().to_le_bytes());
        head.extend([0, 0]);
        head
    }
}

/// An archive of these entries.
pub(crate) fn archive(entries: &[Made]) -> Vec<u8> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for entry in entries {
        directory.extend(b"PK\x01\x02\x14\x00");
        directory.extend(entry.head());
        directory.extend([0; 10]);
        directory.extend(u32::try_from(out.len()).unwrap().to_le_bytes());
        directory.extend(&entry.name);
        out.extend(b"PK\x03\x04");
        out.extend(entry.head());
        out.extend(&entry.name);
        out.extend(&entry.packed);
    }
    let start = u32::try_from(out.len()).unwrap();
    let count = u16::try_from(entries.len()).unwrap().to_le_bytes();
    out.extend(&directory);
    out.extend(b"PK\x05\x06\0\0\0\0");
    out.extend(count);
    out.extend(count);
    out.extend(u32::try_from(directory.len()).unwrap().to_le_bytes());
    out.extend(start.to_le_bytes());
    out.extend([0, 0]);
    out
}

fn crc(content: &[u8]) -> u32 {
    !content.iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    })
}

#!/usr/bin/env python3
"""Makes the workbooks of this folder and what must be read from them.

    python3 make.py        (needs openpyxl)

NAME.xlsx is the workbook, NAME.txt what a reader must make of it: `= sheet`, `A1 kind value`, a `!` after the kind where a
formula made the cell, `+ A1:B2` for merged cells, or one line `error code`. The expectations are written by hand here, beside
the cells, and never by a reader. The bytes are the same on every run. All persons, companies and numbers are made up.
"""

import datetime as dt
import io
import struct
import zipfile
import zlib
from pathlib import Path

import openpyxl
from openpyxl.styles import Font

HERE = Path(__file__).parent
DATE = (2023, 1, 1, 0, 0, 0)
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def keep(name, data, lines):
    (HERE / f"{name}.xlsx").write_bytes(data)
    (HERE / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def zipped(parts, method=zipfile.ZIP_DEFLATED):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = method
            file.writestr(info, data)
    return out.getvalue()


def book(name, fill, lines):
    """A workbook of openpyxl, packed again so that its bytes do not depend on the hour."""
    made = openpyxl.Workbook()
    fill(made)
    made.properties.creator = "eken"
    made.properties.created = made.properties.modified = dt.datetime(2023, 1, 1)
    raw = io.BytesIO()
    made.save(raw)
    with zipfile.ZipFile(raw) as file:
        parts = [(each.filename, file.read(each)) for each in file.infolist()]
    core = '<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    keep(name, zipped([(each, core if each == "docProps/core.xml" else data) for each, data in parts]), lines)


def parts(sheet, strings=None, styles=None, head='<?xml version="1.0" encoding="UTF-8"?>', workbook=""):
    """The parts of a workbook written by hand, with one sheet."""
    relation = '<Relationship Id="{}" Type="' + OFFICE + '/{}" Target="{}"/>'
    relations = relation.format("r1", "worksheet", "worksheets/sheet1.xml")
    out = [
        ("[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
        ("_rels/.rels", f'<Relationships xmlns="{PACKAGE}">{relation.format("r1", "officeDocument", "xl/workbook.xml")}</Relationships>'),
        ("xl/workbook.xml", f'{head}<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}">{workbook}<sheets><sheet name="表" sheetId="1" r:id="r1"/></sheets></workbook>'),
        ("xl/worksheets/sheet1.xml", f'{head}<worksheet xmlns="{MAIN}">{sheet}</worksheet>'),
    ]
    if strings is not None:
        relations += relation.format("r2", "sharedStrings", "sharedStrings.xml")
        out.append(("xl/sharedStrings.xml", head + strings))
    if styles is not None:
        relations += relation.format("r3", "styles", "/xl/styles.xml")
        out.append(("xl/styles.xml", f'{head}<styleSheet xmlns="{MAIN}">{styles}</styleSheet>'))
    out.append(("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}">{relations}</Relationships>'))
    return out


def hand(name, sheet, lines, **more):
    keep(name, zipped(parts(sheet, **more)), lines)


def data(cells):
    return f"<sheetData>{cells}</sheetData>"


def rows(made, *rows):
    for row in rows:
        made.active.append(row)


# What people send

def plain(made):
    made.active.title = "设施"
    rows(made, ["编号", "名称", "面积"], ["SS001", "公共服务中心", 260.5], ["SS002", " 前后 ", -3], [None, None, True])


book("plain", plain, [
    "= 设施", "A1 text 编号", "B1 text 名称", "C1 text 面积", "A2 text SS001", "B2 text 公共服务中心", "C2 number 260.5",
    "A3 text SS002", "B3 text  前后 ", "C3 number -3", "C4 flag true",
])


def dates(made):
    sheet = made.active
    sheet.title = "日期"
    formats = ["yyyy-mm-dd", 'yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', "[$-804]aaaa;@", "m/d/yy h:mm", "General", "0.00"]
    for row, code in enumerate(formats, 1):
        sheet.cell(row, 1, 45047).number_format = code
    for row, serial in enumerate([1, 59, 60, 61, 0, 2958465, 2958466, -1, 45047.75], 1):
        sheet.cell(row, 2, serial).number_format = "yyyy-mm-dd"


DATES = ["A1 day 2023-05-01", "A2 day 2023-05-01", "A3 period 2023-05", "A4 day 2023-05-01", "A5 day 2023-05-01",
         "A6 number 45047", "A7 number 45047"]
book("dates-1900", dates, ["= 日期"] + [line for pair in zip(DATES, [
    "B1 day 1900-01-01", "B2 day 1900-02-28", "B3 text 1900-02-29", "B4 day 1900-03-01", "B5 text 1900-01-00",
    "B6 day 9999-12-31", "B7 number 2958466"]) for line in pair] + ["B8 number -1", "B9 day 2023-05-01 18:00:00"])


def dates_1904(made):
    made.epoch = openpyxl.utils.datetime.MAC_EPOCH
    made.active.title = "日期"
    for row, serial in enumerate([0, 43585, 2957003, 0.5, 43585.5], 1):
        made.active.cell(row, 1, serial).number_format = "yyyy-mm-dd"
    made.active.cell(6, 1, 0.5).number_format = "h:mm"


book("dates-1904", dates_1904, [
    "= 日期", "A1 day 1904-01-01", "A2 day 2023-05-01", "A3 day 9999-12-31", "A4 day 1904-01-01 12:00:00",
    "A5 day 2023-05-01 12:00:00", "A6 time 12:00:00",
])


def times(made):
    made.active.title = "时刻"
    for row, (serial, code) in enumerate([(0.375, "h:mm"), (0, "hh:mm:ss"), (0.52425925925925926, "h:mm:ss"),
                                          (1.0625, "[h]:mm"), (0.5, "[h]:mm"), (0.375, 'h"时"mm"分"')], 1):
        made.active.cell(row, 1, serial).number_format = code


book("times", times, [
    "= 时刻", "A1 time 09:00:00", "A2 time 00:00:00", "A3 time 12:34:56", "A4 text 25:30:00", "A5 time 12:00:00",
    "A6 time 09:00:00",
])

XF = "".join(f'<xf numFmtId="{n}"/>' for n in [0, 31, 57, 32, 14, 9, 4])
hand("built-in-formats", data('<row r="1">' + "".join(
    f'<c r="{column}1" s="{style}"><v>{value}</v></c>' for column, style, value in
    [("A", 1, "45047"), ("B", 2, "45047"), ("C", 3, "0.5"), ("D", 4, "45047"), ("E", 5, "0.125"), ("F", 6, "1234.5"), ("G", 99, "7")]
) + "</row>"), [
    "= 表", "A1 day 2023-05-01", "B1 period 2023-05", "C1 time 12:00:00", "D1 day 2023-05-01", "E1 text 12.5%",
    "F1 number 1234.5", "G1 number 7",
], styles=f'<cellStyleXfs count="1"><xf numFmtId="14"/></cellStyleXfs><cellXfs count="7">{XF}</cellXfs>')

hand("formulas", data(
    '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>2x</v></c>'
    '<c r="C1"><f>SUM(A1)</f></c><c r="D1" t="b"><f>A1=2</f><v>1</v></c></row>'
    '<row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">A1*2</f><v>4</v></c></row>'
    '<row r="3"><c r="A3"><f t="shared" si="0"/><v>8</v></c><c r="B3" t="e"><f>1/0</f><v>#DIV/0!</v></c></row>'
), ["= 表", "A1 number! 2", "B1 text! 2x", "C1 formula! not calculated", "D1 flag! true", "A2 number! 4", "A3 number! 8", "B3 fault! #DIV/0!"])


def without_values(made):
    rows(made, ["甲", "=1+1"])


book("formula-never-calculated", without_values, ["= Sheet", "A1 text 甲", "B1 formula! not calculated"])


def text_numbers(made):
    rows(made, ["00123", "１２３．５％", "1,234", "'5", "140827200111114052"])


book("text-numbers", text_numbers, [
    "= Sheet", "A1 text 00123", "B1 text １２３．５％", "C1 text 1,234", "D1 text '5", "E1 text 140827200111114052",
])

hand("noise", data('<row r="1">' + "".join(f"<c><v>{value}</v></c>" for value in [
    "0.30000000000000004", "99.999999999999986", "1.1000000000000001", "0.33333333333333331", "1E-7", "1.5E+20", "-0",
    "140827200111114052", "123456789012345",
]) + "</row>"), [
    "= 表", "A1 noisy 0.3", "B1 noisy 100", "C1 number 1.1", "D1 number 0.333333333333333", "E1 number 0.0000001",
    "F1 number 150000000000000000000", "G1 number 0", "H1 number 140827200111114000", "I1 number 123456789012345",
])


def merged(made):
    sheet = made.active
    sheet.title = "市场主体"
    sheet["A1"] = "垣曲县示例镇市场主体统计表"
    sheet["A1"].font = Font(bold=True)
    sheet.merge_cells("A1:C1")
    sheet.append(["编号", "名称", "销售额"])
    sheet.append(["ZT001", "示例公司", 12.5])
    sheet.append(["合计", None, 12.5])
    sheet.merge_cells("A4:B4")


book("merged-title", merged, [
    "= 市场主体", "+ A1:C1", "+ A4:B4", "A1 text 垣曲县示例镇市场主体统计表", "A2 text 编号", "B2 text 名称", "C2 text 销售额",
    "A3 text ZT001", "B3 text 示例公司", "C3 number 12.5", "A4 text 合计", "C4 number 12.5",
])


def hidden(made):
    rows(made, ["编号", "销售额"], [None, "万元"], ["ZT001", 3])
    made.active.row_dimensions[2].hidden = True
    made.active.column_dimensions["A"].hidden = True


book("hidden-unit-row", hidden, [
    "= Sheet", "A1 text 编号", "B1 text 销售额", "B2 text 万元", "A3 text ZT001", "B3 number 3",
])


def several(made):
    made.active.title = "乙"
    made.active["A1"] = 1
    for name, state in [("甲", "visible"), ("藏", "hidden"), ("_代码", "veryHidden"), ("_注", "visible"), ("空", "visible")]:
        sheet = made.create_sheet(name)
        sheet.sheet_state = state
        if name != "空":
            sheet["B2"] = name
    made.create_chartsheet("图")


book("several-sheets", several, ["= 乙", "A1 number 1", "= 甲", "B2 text 甲", "= 藏", "B2 text 藏", "= _注", "B2 text _注", "= 空"])

hand("inline-strings", data(
    '<row r="1"><c r="A1" t="inlineStr"><is><t>甲 &amp; 乙 &lt;&#x4E19;&gt;</t></is></c>'
    '<c r="B1" t="inlineStr"><is><t xml:space="preserve"> 前 </t></is></c><c r="C1" t="inlineStr"><is><t> 前 </t></is></c>'
    '<c r="D1" t="inlineStr"><is><t><![CDATA[<丁>]]></t></is></c><c r="E1" t="inlineStr"><is><t/></is></c>'
    '<c r="F1" t="inlineStr"/></row>'
), ["= 表", "A1 text 甲 & 乙 <丙>", "B1 text  前 ", "C1 text 前", "D1 text <丁>"])

hand("rich-text", data('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>'), [
    "= 表", "A1 text 垣曲县", "B1 text 東京", "C1 text 一行\\n两行_x000D_",
], strings=f'<sst xmlns="{MAIN}"><si><r><t>垣曲</t></r><r><rPr><b/></rPr><t>县</t></r></si>'
           '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/></si>'
           "<si><t>一行\r\n两行_x005F_x000D_</t></si></sst>")


def protected(made):
    rows(made, ["编号"], ["ZT001"])
    made.active.protection.sheet = True
    made.active.protection.password = "x"


book("protected-sheet", protected, ["= Sheet", "A1 text 编号", "A2 text ZT001"])
book("empty", lambda made: None, ["= Sheet"])

hand("error-values", data('<row r="1">' + "".join(
    f'<c t="e"><v>{value}</v></c>' for value in ["#REF!", "#DIV/0!", "#N/A", "#NAME?", "#SPILL!", "#VALUE!"]
) + "</row>"), ["= 表", "A1 fault #REF!", "B1 fault #DIV/0!", "C1 fault #N/A", "D1 fault #NAME?", "E1 fault #SPILL!", "F1 fault #VALUE!"])

hand("iso-dates", data('<row r="1"><c t="d"><v>2023-05-01</v></c><c t="d"><v>2023-05-01T09:30:00</v></c><c t="d"><v>甲</v></c></row>'), [
    "= 表", "A1 day 2023-05-01", "B1 day 2023-05-01 09:30:00", "C1 text 甲",
])

hand("corner-cells", '<dimension ref="A1:XFD1048576"/>' + data(
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="20000"><c r="XFD20000"><v>2</v></c></row>'
    '<row r="1048576"><c r="XFD1048576"><v>3</v></c></row>'
), ["= 表", "A1 number 1", "XFD20000 number 2", "XFD1048576 number 3"])

hand("places-left-out", data("<row><c><v>1</v></c><c/><c><v>2</v></c></row><row/><row><c><v>3</v></c><c r=\"D3\"><v>4</v></c><c><v>5</v></c></row>"), [
    "= 表", "A1 number 1", "C1 number 2", "A3 number 3", "D3 number 4", "E3 number 5",
])

hand("rows-out-of-order", data(
    '<row r="3"><c r="B3"><v>3</v></c><c r="A3"><v>1</v></c></row><row r="1"><c r="A1"><v>0</v></c></row>'
    '<row r="3"><c r="C3"><v>5</v></c></row>'
), ["= 表", "A1 number 0", "A3 number 1", "B3 number 3", "C3 number 5"])

STRICT = [(name, text.replace("http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
           .replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"))
          for name, text in parts(data('<row r="1"><c r="A1"><v>1</v></c></row>'))]
keep("strict", zipped(STRICT), ["= 表", "A1 number 1"])

PREFIXED = parts("")
PREFIXED[3] = (PREFIXED[3][0], f'\ufeff<?xml version="1.0"?>\n<!-- x --><x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row r="1"><x:c r="A1">'
               '<x:v>1</x:v></x:c></x:row></x:sheetData><x:controls><x:anchor><x:row>9</x:row></x:anchor></x:controls></x:worksheet>')
keep("prefixed-names", zipped(PREFIXED), ["= 表", "A1 number 1"])

hand("counts-that-lie", data('<row r="1" spans="1:16384"><c r="A1" t="s"><v>0</v></c><c r="B1"><f t="shared" ref="B1:B2" si="999999999999">1</f><v>1</v></c></row>')
     + '<mergeCells count="4294967295"><mergeCell ref="A1:B1"/></mergeCells>', ["= 表", "+ A1:B1", "A1 text 甲", "B1 number! 1"],
     strings=f'<sst xmlns="{MAIN}" count="999999999999999" uniqueCount="999999999999999"><si><t>甲</t></si></sst>',
     styles='<numFmts count="999999999999"/><cellXfs count="999999999999"/>')

hand("stored-with-1904", data('<row r="1"><c r="A1" s="0"><v>1</v></c></row>'), ["= 表", "A1 day 1904-01-02"],
     workbook='<workbookPr date1904="true"/>', styles='<cellXfs><xf numFmtId="14"/></cellXfs>')

hand("no-number-in-number-cell", data('<row r="1"><c r="A1"><v>甲</v></c><c r="B1" t="n"><v>1e999</v></c><c r="C1"><v/></c><c r="D1"><v> 7 </v></c></row>'),
     ["= 表", "A1 text 甲", "B1 text 1e999", "D1 number 7"])


# What nobody should send: a clear error each

def refused(name, code, raw):
    keep(name, raw, [f"error {code}"])


GOOD = zipped(parts(data('<row r="1"><c r="A1"><v>1</v></c></row>')))
SHEET = "xl/worksheets/sheet1.xml"

refused("zero-bytes", "workbook.empty", b"")
refused("wrong-extension", "workbook.not-a-workbook", "编号,名称\nZT001,示例公司\n".encode())
refused("web-page", "workbook.not-a-workbook", b"<html><body><table><tr><td>1</td></tr></table></body></html>")
refused("truncated", "workbook.damaged", GOOD[: len(GOOD) // 2])
refused("truncated-tail", "workbook.damaged", GOOD[:-10])

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
entry = lambda name: name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes(62)
refused("password", "workbook.password", OLE + entry("Root Entry") + entry("EncryptionInfo") + entry("EncryptedPackage"))
refused("old-xls", "workbook.old-format", OLE + entry("Root Entry") + entry("Workbook"))
refused("binary-xlsb", "workbook.old-format", zipped([("[Content_Types].xml", "<Types/>"), ("xl/workbook.bin", b"\x83\x01\0")]))
refused("open-document", "workbook.open-document", zipped([("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
                                                       ("content.xml", "<x/>"), ("META-INF/manifest.xml", "<x/>")]))
refused("word-document", "workbook.not-a-workbook", zipped([
    ("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'),
    ("word/document.xml", '<w:document xmlns:w="x"><w:body/></w:document>')]))
refused("other-zip", "workbook.not-a-workbook", zipped([("a.txt", "x")]))

refused("bomb", "workbook.zip-ratio", zipped([(n, f"<worksheet>{' ' * (4 << 20)}</worksheet>" if n == SHEET else d) for n, d in parts("")]))


def patched(raw, name, offset, form, value):
    """Changes a number in the central record of an entry."""
    raw = bytearray(raw)
    at = raw.find(b"PK\x01\x02")
    while raw[at + 46 : at + 46 + len(name)] != name.encode():
        at = raw.find(b"PK\x01\x02", at + 4)
    struct.pack_into(form, raw, at + offset, value)
    return bytes(raw)


refused("size-that-lies", "workbook.damaged", patched(GOOD, SHEET, 24, "<I", 10))
refused("checksum-that-lies", "workbook.damaged", patched(GOOD, SHEET, 16, "<I", 12345))
refused("encrypted-entry", "workbook.password", patched(GOOD, SHEET, 8, "<H", 1))
refused("unknown-compression", "workbook.damaged", patched(GOOD, SHEET, 10, "<H", 97))
refused("offset-beyond-the-end", "workbook.damaged", patched(GOOD, SHEET, 42, "<I", 0x7FFFFFFF))
END = GOOD.rfind(b"PK\x05\x06")
refused("entries-that-lie", "workbook.zip-entries", GOOD[: END + 8] + struct.pack("<HH", 60000, 60000) + GOOD[END + 12 :])
LONG = struct.pack("<IQHHIIQQQQ", 0x06064B50, 44, 45, 45, 0, 0, 1 << 40, 1 << 40, 46 << 40, 0)
LOCATOR = struct.pack("<IIQI", 0x07064B50, 0, END, 1)
refused("entries-that-lie-in-64-bits", "workbook.zip-entries", GOOD[:END] + LONG + LOCATOR + GOOD[END : END + 8] + b"\xff" * 12 + GOOD[END + 20 :])

TWICE = io.BytesIO()
with zipfile.ZipFile(TWICE, "w") as file:
    for each, text in parts(data("")) + [("xl/worksheets/SHEET1.xml", "<worksheet/>")]:
        file.writestr(zipfile.ZipInfo(each, DATE), text)
refused("name-twice-in-another-case", "workbook.zip-twice", TWICE.getvalue())
refused("name-twice", "workbook.zip-twice", zipped(
    parts(data("")) + [("xl/worksheets/sheet2.xml", "<worksheet/>")]).replace(b"sheet2.xml", b"sheet1.xml"))

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY l0 "ha">{LAUGHS}]>'
refused("entity-expansion", "workbook.doctype", zipped(parts(data('<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'), head=ENTITIES)))
refused("entity-unknown", "workbook.damaged", zipped(parts(data('<row r="1"><c r="A1" t="inlineStr"><is><t>&l9;</t></is></c></row>'))))
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x SYSTEM "file:///etc/hostname">'
refused("outside-entity", "workbook.doctype", zipped(parts(data(""), head=OUTSIDE)))
refused("deep", "workbook.damaged", zipped(parts("<a>" * 5000 + "</a>" * 5000)))
refused("open-at-the-end", "workbook.damaged", zipped([(n, f'<worksheet xmlns="{MAIN}"><sheetData><row>' if n == SHEET else d) for n, d in parts("")]))
refused("crossed-elements", "workbook.damaged", zipped(parts("<sheetData><row></sheetData></row>")))
refused("bad-utf-8", "workbook.damaged", zipped([(n, b"<worksheet>\xff\xfe</worksheet>" if n == SHEET else d) for n, d in parts("")]))
refused("cell-twice", "workbook.damaged", zipped(parts(data('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'))))
refused("cell-beyond-the-sheet", "workbook.damaged", zipped(parts(data('<row r="1"><c r="XFE1"><v>1</v></c></row>'))))
refused("row-beyond-the-sheet", "workbook.damaged", zipped(parts(data('<row r="1048577"><c><v>1</v></c></row>'))))
refused("row-of-no-number", "workbook.damaged", zipped(parts(data('<row r="-1"/>'))))
refused("text-that-is-not-there", "workbook.damaged", zipped(parts(data('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'))))
refused("kind-unknown", "workbook.damaged", zipped(parts(data('<row r="1"><c r="A1" t="zz"><v>5</v></c></row>'))))
refused("sheet-that-is-not-there", "workbook.damaged", zipped([each for each in parts("") if each[0] != SHEET]))
refused("no-workbook-part", "workbook.damaged", zipped([each for each in parts("") if each[0] != "xl/workbook.xml"]))
MIXED = "".join("x" * 300 + f"{zlib.crc32(str(n).encode()):x}" for n in range(3_600))
refused("long-text", "workbook.cell-text", zipped(parts(data(f'<row r="1"><c r="A1" t="inlineStr"><is><t>{MIXED}</t></is></c></row>'))))

#!/usr/bin/env python3
"""Makes the workbooks of this folder: whatever a sender may have in a workbook besides facts, to be found in the annotated copy.

    python3 make.py        (needs openpyxl)

Each has a sheet 市场主体 whose second record has a credit code with a wrong check character (cell C3). The bytes are the same on every run. All persons, companies and numbers are made up.
"""

import datetime as dt
import io
import struct
import zipfile
import zlib
from pathlib import Path

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, GradientFill, PatternFill, Protection, Side
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.table import Table

HERE = Path(__file__).parent
DATE = (2023, 1, 1, 0, 0, 0)
HEAD = ["编号", "名称", "统一社会信用代码"]
ROWS = [["E1", "甲农产品有限公司", "91140827MA0EKEN03X"], ["E2", "乙电子商务有限公司", "91140827MA0EKEN03Y"], ["E3", "丙合作社"]]


def keep(name, made, change=lambda name, data: data, more=()):
    """The workbook, packed again so that its bytes do not depend on the hour."""
    made.properties.creator = "eken"
    made.properties.created = made.properties.modified = dt.datetime(2023, 1, 1)
    raw = io.BytesIO()
    made.save(raw)
    core = '<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    out = io.BytesIO()
    with zipfile.ZipFile(raw) as file, zipfile.ZipFile(out, "w") as packed:
        parts = [(each.filename, file.read(each)) for each in file.infolist()] + list(more)
        for part, data in parts:
            data = core.encode() if part == "docProps/core.xml" else change(part, data)
            info = zipfile.ZipInfo(part, DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            packed.writestr(info, data)
    (HERE / name).write_bytes(out.getvalue())


def book():
    made = openpyxl.Workbook()
    made.active.title = "市场主体"
    for row in [HEAD, *ROWS]:
        made.active.append(row)
    return made, made.active


def picture():
    """A PNG of one red dot."""
    chunk = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
    return io.BytesIO(b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0\xff\0\0")) + chunk(b"IEND", b""))


def plain():
    made, _ = book()
    keep("plain.xlsx", made)


def styled():
    """Fonts, borders, number formats, fills of every kind under the marks, styles of rows and columns, widths, hidden rows."""
    made, sheet = book()
    thin = Side(style="thin", color="FF808080")
    for cell in sheet[1]:
        cell.font = Font(name="黑体", bold=True, color="FFFFFFFF")
        cell.fill = PatternFill("solid", fgColor="FF203864")
        cell.border = Border(thin, thin, thin, thin)
    sheet["C3"].fill = PatternFill("solid", fgColor="FFDDEBF7")
    sheet["C3"].font = Font(name="宋体", italic=True, size=14)
    sheet["C3"].alignment = Alignment(horizontal="right", wrap_text=True)
    sheet["C3"].number_format = "@"
    sheet["C2"].fill = GradientFill(stop=("FFFFFFFF", "FF00FF00"))
    sheet.row_dimensions[4].fill = PatternFill("solid", fgColor="FF00B050")
    sheet.row_dimensions[4].font = Font(color="FFFFFFFF", bold=True)
    sheet.column_dimensions["C"].width = 30
    sheet.column_dimensions["D"].hidden = True
    sheet.row_dimensions[2].height = 33
    sheet.row_dimensions[9].hidden = True
    sheet.merge_cells("E1:F2")
    sheet["E1"] = None
    sheet.freeze_panes = "B2"
    sheet.print_title_rows = "1:1"
    sheet.print_area = "A1:F20"
    sheet.page_setup.orientation = "landscape"
    sheet.oddFooter.center.text = "第 &P 页"
    # a month that lacks, in a cell that is not there: B2; and sales of nobody: A5, in merged cells
    sales = made.create_sheet("市场主体·月度销售")
    for row in [["市场主体编号", "月份", "销售额"], ["E1", None, 100], ["E1", "2023-02", 100], [], ["E9", "2023-02", 5], [None, "2023-03", 5]]:
        sales.append(row)
    sales.merge_cells("A5:A6")
    sales.column_dimensions["B"].fill = PatternFill("solid", fgColor="FFFFF2CC")
    keep("styled.xlsx", made)


def rich():
    """Chart, picture, conditional format, drop-down, table, hyperlink, names of the workbook and of a sheet, other sheets."""
    made, sheet = book()
    sheet.conditional_formatting.add("B2:B9", CellIsRule(operator="equal", formula=['"甲"'], fill=PatternFill(bgColor="FFFFC7CE")))
    choice = DataValidation(type="list", formula1='"E1,E2,E3"', allow_blank=True)
    choice.add("A2:A9")
    sheet.add_data_validation(choice)
    sheet["B2"].hyperlink = "https://example.org/a?b=1&c=2"
    other = made.create_sheet("图表")
    other.sheet_state = "visible"
    for row in [["注：本页为图"], ["注：下表不填"]]:
        other.append(row)
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=4))
    other.add_chart(chart, "C3")
    other.add_image(Image(picture()), "A5")
    hidden = made.create_sheet("_代码")
    hidden.sheet_state = "hidden"
    hidden.append(["E1"])
    made.defined_names["全部"] = DefinedName("全部", attr_text="市场主体!$A$1:$C$4")
    sheet.defined_names["本表"] = DefinedName("本表", attr_text="市场主体!$A$2")
    other.defined_names["本表"] = DefinedName("本表", attr_text="图表!$A$1")
    table = made.create_sheet("园区")
    for row in [["注：列表"], ["甲", "乙"], [1, 2]]:
        table.append(row)
    table.add_table(Table(displayName="列表", ref="A2:B3"))
    made.active = 1
    for each in made.worksheets:
        each.sheet_view.tabSelected = each.title == "图表"
    keep("rich.xlsx", made)


def protected():
    """A protected sheet in a protected workbook."""
    made, sheet = book()
    sheet.protection.sheet = True
    sheet.protection.password = "eken"
    sheet["A2"].protection = Protection(locked=False)
    made.security.lockStructure = True
    keep("protected.xlsx", made)


def commented():
    """The sender's own comments, one of them on a cell that is marked."""
    made, sheet = book()
    sheet["C3"].comment = Comment("已向登记机关核实\n请勿改动", "填表员", width=200, height=60)
    sheet["A1"].comment = Comment("编号自拟", "填表员")
    sheet["B4"].comment = Comment("▼ eken 不是标注", "填表员")
    keep("commented.xlsx", made)


def taken():
    """The name of the receipt is taken by a sheet of the sender's."""
    made, _ = book()
    made.create_sheet("回执", 0).append(["注：寄送回执"])
    made.create_sheet("回执 (2)")
    keep("taken.xlsx", made)


def since_1904():
    made, _ = book()
    made.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    keep("since-1904.xlsx", made)


def prefixed():
    """Every element of the main namespace with a prefix, as some libraries write it."""
    made, sheet = book()
    sheet["C3"].comment = Comment("核实", "填表员")
    sheet.print_title_rows = "1:1"
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"

    def change(part, data):
        if b'xmlns="' + main not in data:
            return data
        import re
        data = data.replace(b'xmlns="' + main, b'xmlns:x="' + main)
        return re.sub(rb"<(/?)([A-Za-z])", rb"<\1x:\2", data)

    keep("prefixed.xlsx", made, change)


def strict():
    """The strict form of the standard: other namespaces, other kinds of relations."""
    made, _ = book()
    for_strict = [
        (b"http://schemas.openxmlformats.org/spreadsheetml/2006/main", b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
        (b"http://schemas.openxmlformats.org/officeDocument/2006/relationships", b"http://purl.oclc.org/ooxml/officeDocument/relationships"),
    ]

    def change(part, data):
        for old, new in for_strict:
            data = data.replace(old, new)
        return data

    keep("strict.xlsx", made, change)


def macros():
    """A workbook with macros: its program is another kind of content, and stays as it is."""
    made, _ = book()
    old = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
    new = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    program = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>'
    relation = (b'<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" '
                b'Target="vbaProject.bin"/></Relationships>')

    def change(part, data):
        if part == "[Content_Types].xml":
            return data.replace(old, new).replace(b"</Types>", program)
        if part == "xl/_rels/workbook.xml.rels":
            return data.replace(b"</Relationships>", relation)
        return data

    keep("macros.xlsm", made, change, [("xl/vbaProject.bin", b"made up, no program")])


def threaded():
    """A thread of comments on the cell that is marked."""
    made, sheet = book()
    sheet["C3"].comment = Comment("[线程批注]\n\n批注:\n    请核实", "tc={00000000-0000-4000-8000-000000000001}")
    space = "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"
    thread = (f'<ThreadedComments xmlns="{space}"><threadedComment ref="C3" dT="2023-01-01T00:00:00.00" '
              'personId="{00000000-0000-4000-8000-000000000002}" id="{00000000-0000-4000-8000-000000000001}">'
              "<text>请核实</text></threadedComment></ThreadedComments>")
    people = f'<personList xmlns="{space}"><person displayName="填表员" id="{{00000000-0000-4000-8000-000000000002}}"/></personList>'
    kind = b"http://schemas.microsoft.com/office/2017/10/relationships/"

    def change(part, data):
        if part == "[Content_Types].xml":
            return data.replace(b"</Types>", b'<Override PartName="/xl/threadedComments/threadedComment1.xml" '
                                b'ContentType="application/vnd.ms-excel.threadedcomments+xml"/><Override PartName="/xl/persons/person.xml" '
                                b'ContentType="application/vnd.ms-excel.person+xml"/></Types>')
        if part == "xl/worksheets/_rels/sheet1.xml.rels":
            return data.replace(b"</Relationships>", b'<Relationship Id="rT" Type="' + kind + b'threadedComment" '
                                b'Target="../threadedComments/threadedComment1.xml"/></Relationships>')
        if part == "xl/_rels/workbook.xml.rels":
            return data.replace(b"</Relationships>", b'<Relationship Id="rP" Type="' + kind + b'person" '
                                b'Target="persons/person.xml"/></Relationships>')
        return data

    keep("threaded.xlsx", made, change, [("xl/threadedComments/threadedComment1.xml", thread.encode()), ("xl/persons/person.xml", people.encode())])


for make in (plain, styled, rich, protected, commented, taken, since_1904, prefixed, strict, macros, threaded):
    make()

#!/usr/bin/env python3
"""Makes the workbooks of this folder (OpenDocument 1.2) and what must be read from them, as ../xlsx/make.py does.

    python3 make.py            (standard library only)

The parts are written by hand, as LibreOffice, Excel and other programs write them; ../dossiers has what LibreOffice itself saves.
The bytes are the same on every run. All persons, companies and numbers are made up.
"""

import io
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
DATE = (2023, 1, 1, 0, 0, 0)
KIND = "application/vnd.oasis.opendocument.spreadsheet"
NAMES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
        "draw": "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0",
        "dc": "http://purl.org/dc/elements/1.1/",
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }.items()
)
HIDDEN = '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'


def keep(name, data, lines):
    (HERE / f"{name}.ods").write_bytes(data)
    (HERE / f"{name}.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


def packed(content, kind=KIND, manifest="<manifest:manifest/>", first=True):
    parts = [("mimetype", kind)] if kind else []
    rest = [("content.xml", content), ("META-INF/manifest.xml", manifest)]
    return zipped(parts + rest if first else rest + parts)


def content(tables, styles=HIDDEN, head="", body="spreadsheet"):
    return (f'<?xml version="1.0" encoding="UTF-8"?>{head}<office:document-content {NAMES}><office:automatic-styles>{styles}</office:automatic-styles>'
            f"<office:body><office:{body}>{tables}</office:{body}></office:body></office:document-content>")


def table(rows, name="表", more=""):
    return f'<table:table table:name="{name}"{more}>{rows}</table:table>'


def row(*cells, times=1):
    more = f' table:number-rows-repeated="{times}"' if times != 1 else ""
    return f"<table:table-row{more}>{''.join(cells)}</table:table-row>"


def cell(text="", kind=None, value=None, more=""):
    kinds = {"date": "date-value", "time": "time-value", "boolean": "boolean-value", "string": "string-value"}
    said = f' office:value-type="{kind}"' if kind else ""
    said += f' office:{kinds.get(kind, "value")}="{value}"' if value is not None else ""
    inner = f"<text:p>{text}</text:p>" if text else ""
    return f"<table:table-cell{said}{more}>{inner}</table:table-cell>"


def times(count):
    return f' table:number-columns-repeated="{count}"'


def good(name, rows, lines):
    keep(name, packed(content(table(rows))), ["= 表"] + lines)


def refused(name, code, data):
    keep(name, data, [f"error workbook.{code}"])


NONE = cell()

# ---- values of every kind

good("kinds",
     row(cell("甲", "string"), cell("1,234.50", "float", "1234.5"), cell("12.5%", "percentage", "0.125"), cell("￥5", "currency", "5", ' office:currency="CNY"'))
     + row(cell("2023年5月", "date", "2023-05-01"), cell("x", "date", "2023-05-01T12:34:56"), cell("9:30", "time", "PT09H30M00S"), cell("25:30", "time", "PT25H30M00S"))
     + row(cell("是", "boolean", "true"), cell("否", "boolean", "false"), cell("shown", "string", "kept"), cell("no kind")),
     ["A1 text 甲", "B1 number 1234.5", "C1 text 12.5%", "D1 number 5", "A2 period 2023-05", "B2 day 2023-05-01 12:34:56", "C2 time 09:30:00", "D2 text 25:30:00",
      "A3 flag true", "B3 flag false", "C3 text kept", "D3 text no kind"])

good("numbers",
     row(cell("0.3", "float", "0.30000000000000004"), cell("140827200111114000", "float", "140827200111114052"), cell("1", "float", "1E2"), cell("x", "float", "none"), cell("30%", "percentage", "0.30000000000000004")),
     ["A1 noisy 0.3", "B1 number 140827200111114000", "C1 number 100", "D1 text x", "E1 text 30%"])

good("dates-that-are-none", row(cell("1899-13-01", "date", "1899-13-01"), cell("", "time", "P1D"), cell("x", "boolean", "maybe")),
     ["A1 text 1899-13-01", "C1 text x"])

good("formulas",
     row(cell("3", "float", "3", ' table:formula="of:=1+2"'), cell("#DIV/0!", "string", "", ' table:formula="of:=1/0" calcext:value-type="error"'),
         cell("Err:508", "float", "0", ' table:formula="of:=("'), cell("#REF!", "float", "0", ' table:formula="of:=A9"'), cell("", None, None, ' table:formula="of:=A1"'), cell("#1", "string")),
     ["A1 number! 3", "B1 fault! #DIV/0!", "C1 fault! Err:508", "D1 fault! #REF!", "E1 formula! not calculated", "F1 text #1"])

# ---- texts

good("texts",
     row("<table:table-cell office:value-type=\"string\"><text:p>one</text:p><text:p>two</text:p></table:table-cell>",
         cell("a<text:line-break/>b<text:tab/>c", "string"), cell("  a \n  b<text:s text:c=\"3\"/>c<text:s/> ", "string"),
         cell("<text:span>示例</text:span><text:a>公司</text:a>&#x4e00;&amp;&lt;", "string"))
     + row(cell("<text:ruby><text:ruby-base>垣曲</text:ruby-base><text:ruby-text>yuanqu</text:ruby-text></text:ruby>县", "string"),
           "<table:table-cell office:value-type=\"string\"><office:annotation><dc:creator>甲</dc:creator><text:p>批注</text:p></office:annotation><text:p>乙</text:p></table:table-cell>",
           "<table:table-cell><draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></table:table-cell>",
           cell("<![CDATA[a < b]]>", "string")),
     ["A1 text one\\ntwo", "B1 text a\\nb\tc", "C1 text a b   c ", "D1 text 示例公司一&<", "A2 text 垣曲县", "B2 text 乙", "D2 text a < b"])

# ---- what is repeated

good("repeated",
     row(cell("a"), NONE, times=2) + row(cell("b", more=times(3)), times=1) + row(cell("", more=times(16384)), times=1_048_000)
     .replace("1048000", "5") + row(cell("", more=times(3)), cell("c"), cell("", more=times(16380))) + row(cell("", more=times(16384)), times=1_048_567),
     ["A1 text a", "A2 text a", "A3 text b", "B3 text b", "C3 text b", "D9 text c"])

good("groups",
     "<table:table-header-rows>" + row(cell("a")) + "</table:table-header-rows><table:table-row-group><table:table-rows>" + row(cell("b")) + "</table:table-rows><table:table-row-group>"
     + row(cell("c"), times=2) + "</table:table-row-group></table:table-row-group>" + '<table:table-row table:visibility="collapse"><table:table-cell><text:p>d</text:p></table:table-cell></table:table-row>',
     ["A1 text a", "A2 text b", "A3 text c", "A4 text c", "A5 text d"])

good("merged",
     row(cell("title", more=' table:number-columns-spanned="3" table:number-rows-spanned="1"'), "<table:covered-table-cell table:number-columns-repeated=\"2\"/>", cell("x"))
     + row(cell("tall", more=' table:number-columns-spanned="1" table:number-rows-spanned="2"'), cell("y")) + row("<table:covered-table-cell><text:p>under</text:p></table:covered-table-cell>", cell("z")),
     ["+ A1:C1", "+ A2:A3", "A1 text title", "D1 text x", "A2 text tall", "B2 text y", "A3 text under", "B3 text z"])

keep("sheets", packed(content(
    "<table:tracked-changes><table:deletion><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>old</text:p></table:change-track-table-cell></table:previous></table:cell-content-change></table:deletion></table:tracked-changes>"
    + table("<table:table-column/>" + row(cell("a")), "一") + table(row(cell("b")), "二", ' table:style-name="ta2"') + table(row(cell("c")), "_own", ' table:style-name="ta2"')
    + table(row(cell("d")), "'file:///a.ods'#$Sheet1") + table("", "空"))), ["= 一", "A1 text a", "= 二", "A1 text b", "= 空"])

keep("kind-last", packed(content(table(row(cell("a")))), first=False), ["= 表", "A1 text a"])
keep("no-kind", packed(content(table(row(cell("a")))), kind=None), ["= 表", "A1 text a"])

# ---- refused

LOCKED = '<manifest:manifest><manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
refused("password", "password", packed(b"\x9a\x01\xff", manifest=LOCKED))
refused("password-over-all", "password", zipped([("mimetype", KIND), ("encrypted-package", b"\x9a\x01"), ("META-INF/manifest.xml", "<manifest:manifest/>")]))
refused("text-document", "not-a-workbook", packed(content("<text:p>a</text:p>", body="text"), kind="application/vnd.oasis.opendocument.text"))
refused("text-in-a-spreadsheet", "not-a-workbook", packed(content("<text:p>a</text:p>", body="text")))
refused("no-content", "not-a-workbook", zipped([("mimetype", KIND), ("a.xml", "<a/>")]))
refused("row-repeated-to-the-end", "cells", packed(content(table(row(cell("x", more=times(2)), times=1_048_576)))))
refused("cell-repeated-to-the-end", "damaged", packed(content(table(row(cell("x", more=times(16385)))))))
refused("rows-beyond-the-sheet", "damaged", packed(content(table(row(NONE, times=1_048_576) + row(cell("x"))))))
refused("repeated-no-times", "damaged", packed(content(table(row(cell("x", more=times(0)))))))
refused("repeated-beyond-numbers", "damaged", packed(content(table(row(cell("x", more=times(10**30)))))))
refused("blank-repeated", "cell-text", packed(content(table(row(cell('<text:s text:c="4294967295"/>'))))))
refused("text-repeated", "text", packed(content(table(row(cell("长" * 10_000, more=times(1000)), times=900)))))
refused("entities", "doctype", packed(content(table(row(cell("&a;"))), head='<!DOCTYPE a [<!ENTITY a "aaaa">]>')))
refused("bomb", "zip-ratio", packed(content(table(" " * (4 << 20)))))
refused("deep", "damaged", packed(content(table("<table:table-row-group>" * 5000 + "</table:table-row-group>" * 5000))))
refused("cut-off", "damaged", packed(content(table(row(cell("a"))))[:-40]))
refused("truncated", "damaged", packed(content(table(row(cell("a")))))[:300])

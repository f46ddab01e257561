#!/usr/bin/env python3
"""Makes the CSV files of this folder and cases.json, which says what must be read from them.

    make.py            writes them
    make.py --check    says which differ, and ends with 1 if any does
    make.py --records  reads JSON texts from stdin, one a line, and prints for each its records as Python's csv module sees them

The expectations are not made by eken: records are those of Python's csv module, characters those of Python's codecs. Standard library only.
All names are made up.
"""

import csv
import io
import json
import sys
import zipfile
from pathlib import Path

HERE = Path(__file__).parent
DELIMITERS = {"comma": ",", "semicolon": ";", "tab": "\t", "bar": "|"}
MARKS = {"utf-8-sig": b"\xef\xbb\xbf", "utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}


def records(text, delimiter=",", first=1):
    """The records that hold something: line on which each begins, and its fields by column."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    found = []
    before = 0
    for record in reader:
        line, before = before + first, reader.line_num
        cells = {str(column): field for column, field in enumerate(record, 1) if field}
        if cells:
            found.append([line, cells])
    return found


def good(name, text, codec="utf-8", mark=False, delimiter="comma", skip=0, cells=None, **more):
    """A file that is read; `skip` lines are no records; `cells` replaces what stands written."""
    data = (MARKS[codec if codec != "utf-8" else "utf-8-sig"] if mark else b"") + text.encode(codec)
    body = "".join(text.splitlines(keepends=True)[skip:])
    rows = records(body, DELIMITERS[delimiter], skip + 1)
    if cells:
        rows = [[line, {column: cells.get(field, field) for column, field in row.items()}] for line, row in rows]
    encoding = {"utf-8": "utf8", "gb18030": "gb18030", "utf-16-le": "utf16le", "utf-16-be": "utf16be"}[codec]
    return data, {"file": name, **more, "encoding": encoding, "bom": mark, "delimiter": delimiter, "rows": rows}


def bad(name, data, code, at, **more):
    """A file that is refused."""
    return data, {"file": name, **more, "error": {"code": code, "at": at}}


AMOUNTS = (
    "示例乡村e镇2025年度网络零售额,,,\r\n"
    "企业名称,统一社会信用代码,网络零售额（万元）,同比增速\r\n"
    '示例果品有限公司,91140827MA0EKEN03X,"1,234.50",12.5%\r\n'
    '示例核桃专业合作社,93140827MF0TEXT37W," 1,016.00 ",-3.2%\r\n'
    '合计,,"2,250.50",\r\n'
    "填报说明：金额保留两位小数。,,,\r\n"
)
TABLE = "名称,面积\r\n展示体验中心,212\r\n物流配送中心,1050\r\n"
TABS = "名称\t面积\t备注\r\n展示体验中心\t212\t\"甲\t乙\"\r\n物流配送中心\t1,050\t\r\n"


def cases():
    yield good("excel-gb18030.csv", AMOUNTS, "gb18030")
    yield good("four-bytes-gb18030.csv", "村名,人口\r\n\U00020000家村,120\r\n㐀坪村,85\r\n䶮岭村,42\r\n", "gb18030")
    yield good("excel-utf8.csv", AMOUNTS, mark=True)
    yield good("utf8.csv", TABLE)
    yield good("unicode-text.txt", TABS, "utf-16-le", True, "tab")
    yield good("unicode-text-big.txt", TABS, "utf-16-be", True, "tab")
    yield good("utf16-without-mark.txt", TABS, "utf-16-le", False, "tab")
    yield good("semicolons.csv", "名称;面积\n展示体验中心;212,5\n物流配送中心;1050,0\n", delimiter="semicolon")
    yield good("sep-line.csv", "sep=;\r\n名称;面积\r\n示例,甲;1\r\n", delimiter="semicolon", skip=1)
    yield good("bars.txt", "a|b|c\n1|2;3|4,5\n6|7|8\n", delimiter="bar")
    yield good("cr-only.csv", TABLE.replace("\r\n", "\r"))
    yield good("mixed-ends.csv", "a,b\r\nc,d\ne,f\r\rg,h\n\r\n")
    yield good("no-last-end.csv", "a,b\n1,2")
    yield good("title-and-notes.csv", "示例乡村e镇设施表\n名称,面积,层数\n甲,1,2\n乙,3,4\n\n说明：面积为建筑面积;不含院落\n注：无\n")
    yield good("ragged.csv", "a\n1,2,3\n,,4\n5,,\n")
    yield good("trailing-delimiters.csv", "a,b,,,\n1,2,,,\n,,,,\n")
    yield good("lines-in-cells.csv", 'a,"第一行\n第二行\r\n第三行"\r\nb,"x\r"\r\nc,d\r\n')
    yield good("quotes.csv", 'a,"b ""c"" d",""\n"e,f",g"h,"i"j\n"""",k, "l"\n')
    yield good("blank-records.csv", "\n\r\na,b\n\n\n1,2\n\n")
    yield good("only-blanks.csv", "\r\n,,\n\n,\n")
    yield good("one-column.csv", "名称\n甲\n乙\n")
    yield good("wide.csv", "名称，面积,备注\n甲、乙,１２３．５％\n\u3000丙 , 丁\n")
    signs = {"'=1+1": "=1+1", "'-5": "-5", "''x": "'x", "'\u3000@a": "\u3000@a", "'＝1": "＝1"}
    yield good("formulas.csv", "'=1+1,'-5,''x,'\u3000@a,'＝1,'90,',=2,-6\n", cells=signs)
    yield good("chosen-delimiter.csv", "a,b;c\nd,e;f\n", delimiter="semicolon", choose={"delimiter": "semicolon"})
    yield good("chosen-encoding.csv", "璁炬柦,1\n", "gb18030", choose={"encoding": "gb18030"})

    yield bad("open-quote.csv", '名称,备注\n甲,"乙\n丙,丁\n戊,己\n'.encode(), "csv.quote", "line 2")
    yield bad("stray-quote.csv", '名称,备注\n甲,"乙\n丙,丁\n戊,"己"\n'.encode(), "csv.quote", "line 2")
    yield bad("open-quote-gb18030.csv", '甲,乙\r\n丙,"丁'.encode("gb18030"), "csv.quote", "line 2")
    yield bad("nul.csv", b"a,b\r\n1,\x002\r\n", "csv.nul", "line 2")
    yield bad("damaged-utf8.csv", "名称,面积\n展示体验中心,212\n".encode()[:-6], "csv.encoding", "byte 29, line 2")
    yield bad("damaged-gb18030.csv", "名称\n示例".encode("gb18030") + b"\xff\n", "csv.encoding", "byte 9, line 2")
    yield bad("cut-gb18030.csv", "名称\n示例".encode("gb18030")[:-1], "csv.encoding", "byte 7, line 2")
    yield bad("cut-utf16.txt", b"\xff\xfe" + "a\tb\n1".encode("utf-16-le")[:-1], "csv.encoding", "byte 10, line 2")
    yield bad("latin1.csv", "a;b\n\xe4\xf6\n\xfc".encode("latin-1"), "csv.encoding", "byte 7, line 3")
    gbk = "名称,面积\n".encode("gb18030")
    yield bad("chosen-utf8.csv", gbk, "csv.encoding", "byte 0, line 1", choose={"encoding": "utf8"})


def archive():
    """Tables packed on Chinese Windows: names in GBK, a folder around them."""

    class Entry(zipfile.ZipInfo):
        def _encodeFilenameFlags(self):
            return self.filename.encode("gb18030"), 0

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in [("档案/设施.csv", TABLE.encode("gb18030")), ("档案/entities.csv", b"a,b\n1,2\n"), ("档案/说明.docx", b"x")]:
            archive.writestr(Entry(name, (2025, 1, 1, 0, 0, 0)), data)
    return out.getvalue()


def made():
    files, expected = {"gbk-names.zip": archive()}, []
    for data, case in cases():
        assert case["file"] not in files, case["file"]
        files[case["file"]] = data
        expected.append(case)
    lines = ",\n".join("  " + json.dumps(case, ensure_ascii=False) for case in expected)
    about = "CSV files and what must be read from them; made by make.py"
    files["cases.json"] = f'{{"about": "{about}", "cases": [\n{lines}\n]}}\n'.encode()
    return files


def main():
    if sys.argv[1:] == ["--records"]:
        for line in sys.stdin:
            print(json.dumps(records(json.loads(line))))
        return 0
    files = made()
    if sys.argv[1:] == ["--check"]:
        here = {path.name for path in HERE.iterdir() if path.suffix != ".py" and not path.name.startswith(".") and path.is_file()}
        other = [name for name, data in files.items() if name not in here or (HERE / name).read_bytes() != data]
        other += sorted(here - files.keys())
        for name in other:
            print(f"{name} is not what make.py makes: run it again", file=sys.stderr)
        return 1 if other else 0
    for name, data in files.items():
        (HERE / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())

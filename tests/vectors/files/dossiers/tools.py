"""What makes the cases of `make.py`: a workbook from rows, the same saved by LibreOffice, the file that says what is meant."""

import datetime as dt
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import openpyxl

HERE = Path(__file__).parent
DATE = (2023, 1, 1, 0, 0, 0)
CORE = '<coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
# what a workbook of LibreOffice needs; the rest says when and by whom it was made
ODS = ["mimetype", "content.xml", "styles.xml", "META-INF/manifest.xml"]
MADE = set()
# with `--only NAME` the others stay as they are
ONLY = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else None


def packed(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in parts:
            info = zipfile.ZipInfo(name, DATE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            file.writestr(info, data)
    return out.getvalue()


def parts_of(data):
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return [(each.filename, file.read(each)) for each in file.infolist()]


def anonymous(data, patch=None):
    """A workbook without a trace of the hour of its making."""
    parts = [(name, CORE if name == "docProps/core.xml" else data) for name, data in parts_of(data)]
    return packed([(name, patch(name, data) if patch else data) for name, data in parts])


def saved(book):
    book.properties.creator = "eken"
    book.properties.created = book.properties.modified = dt.datetime(2023, 1, 1)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def resaved(data, kind, filter_name):
    """What LibreOffice makes of a workbook when it saves it, formulas worked out."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "in.xlsx"
        source.write_bytes(data)
        out = Path(folder) / "out"
        profile = f"-env:UserInstallation=file://{tempfile.gettempdir()}/eken-soffice"
        command = ["soffice", profile, "--headless", "--convert-to", f"{kind}:{filter_name}", "--outdir", str(out), str(source)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300)
        data = (out / f"in.{kind}").read_bytes()
    if kind == "ods":
        return packed([(name, data) for name, data in parts_of(data) if name in ODS])
    return anonymous(data)


def ods(data):
    return resaved(data, "ods", "calc8")


def xlsx(data):
    return resaved(data, "xlsx", "Calc MS Excel 2007 XML")


def case(name, about, files, expect=None, findings=(), read=0, refused=(), rules=(), choose=None):
    """Files (extension and bytes) that all mean the same."""
    names = []
    for end, data in files:
        (HERE / f"{name}{end}").write_bytes(data)
        names.append(f"{name}{end}")
    told = {"about": about, "files": names}
    if choose:
        told["choose"] = choose
    told["expect"] = expect or {}
    told["findings"] = sorted(findings)
    told["records"] = {"read": read, "refused": sorted(refused)}
    if rules:
        told["rules"] = sorted(rules)
    text = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    (HERE / f"{name}.json").write_text(text, encoding="utf-8")
    MADE.update(names, [f"{name}.json"])


def sheet(book, title, rows):
    made = book.create_sheet(title)
    for number, row in enumerate(rows, 1):
        for column, value in enumerate(row or [], 1):
            shape = None
            if isinstance(value, tuple):
                value, shape = value
            if value is None:
                continue
            cell = made.cell(number, column)
            if isinstance(value, str) and not value.startswith("=SUM") and not value.startswith("=0"):
                cell.value, cell.data_type = value, "s"
            else:
                cell.value = value
            if shape:
                cell.number_format = shape
    return made


def book(sheets, tweak=None):
    made = openpyxl.Workbook()
    made.remove(made.active)
    made_sheets = [sheet(made, title, rows) for title, rows in sheets.items()]
    if tweak:
        tweak(*made_sheets)
    return made


def workbook(name, about, sheets, expect=None, tweak=None, patch=None, also=(), only=None, **more):
    """One case from sheets of rows; `also` has it saved by LibreOffice as well, `only` instead."""
    if ONLY and ONLY != name:
        MADE.update(each.name for each in HERE.iterdir() if each.name.removesuffix(each.suffix).removesuffix("-resaved") == name)
        return
    data = anonymous(saved(book(sheets, tweak)), patch)
    files = [] if only else [(".xlsx", data)]
    for way in only or also:
        files.append((".ods", ods(data)) if way == "ods" else ("-resaved.xlsx", xlsx(data)))
    case(name, about, files, expect, **more)


def items(section, *records):
    return {section: {"items": list(records)}}


def day(year, month, day_):
    return dt.datetime(year, month, day_)


E1 = {"id": "E1", "code": "91140827MA0EKEN03X", "name": "垣曲县示例果品有限公司", "form": "company"}
E2 = {"id": "E2", "code": "93140827MF0TEXT37W", "name": "垣曲县示例核桃专业合作社", "form": "cooperative"}
HEAD = ["编号", "统一社会信用代码", "名称", "登记类型"]
R1 = ["E1", "91140827MA0EKEN03X", "垣曲县示例果品有限公司", "公司"]
R2 = ["E2", "93140827MF0TEXT37W", "垣曲县示例核桃专业合作社", "农民专业合作社"]
BOTH = items("entities", E1, E2)

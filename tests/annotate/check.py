"""Annotated copies against their originals: what openpyxl sees, and what stands in the zip.

    python3 check.py EKEN FOLDER-FOR-COPIES [--office]
"""

import json
import pathlib
import shutil
import subprocess
import sys
import zipfile
from xml.etree import ElementTree

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
VECTORS = ROOT / "tests" / "vectors" / "files"
BASES = {"错误": (0xE8, 0xA8, 0xA0), "警告": (0xF8, 0xE0, 0xA0), "提示": (0xC8, 0xD8, 0xE0)}
BEGIN, END = "▼ eken", "▲ eken"


class Wrong(Exception):
    """A copy that is not what it must be."""


def must(condition, *said):
    if not condition:
        raise Wrong(" ".join(map(str, said)))


def opened(path):
    return openpyxl.load_workbook(path, keep_vba=path.suffix == ".xlsm", rich_text=False)


def severity(cell):
    """The severity that a cell is filled for."""
    fill = cell.fill
    if fill is None or fill.fill_type != "solid" or fill.fgColor.type != "rgb":
        return None
    value = int(fill.fgColor.rgb[-6:], 16)
    parts = (value >> 16 & 0xF8, value >> 8 & 0xF8, value & 0xF8)
    return next((word for word, base in BASES.items() if base == parts), None)


def receipt(book):
    """The findings of the receipt: severity, place that its link leads to."""
    sheet = book.worksheets[0]
    must(sheet["A1"].value == "eken-receipt-1" and sheet.row_dimensions[1].hidden, "the receipt is not the first sheet")
    must(sheet["A2"].value == "eken 检查回执", "the receipt has no title")
    must(sheet.freeze_panes and sheet.page_setup.orientation == "landscape" and sheet.print_title_rows, "the page is not set up")
    head = next(row for row in range(1, 12) if sheet.cell(row, 1).value == "序号")
    found = []
    for row in range(head + 1, sheet.max_row + 1):
        if not isinstance(sheet.cell(row, 1).value, int):
            break
        link = sheet.cell(row, 3).hyperlink
        found.append((sheet.cell(row, 2).value, link.location if link else None))
        must(sheet.cell(row, 4).value, "a finding says nothing, row", row)
    return found


def place(location):
    name, cell = location.rsplit("!", 1)
    return name[1:-1].replace("''", "'"), cell


def same_cells(one, other, marked):
    for row in one.iter_rows():
        for cell in row:
            copy = other[cell.coordinate]
            at = f"{one.title}!{cell.coordinate}"
            must(cell.value == copy.value and cell.data_type == copy.data_type, at, "has another value")
            if not cell.has_style and not copy.has_style:
                continue
            for part in ("number_format", "border", "alignment", "protection"):
                must(repr(getattr(cell, part)) == repr(getattr(copy, part)), at, "has another", part)
            if cell.coordinate not in marked:
                must(repr(cell.fill) == repr(copy.fill) and repr(cell.font) == repr(copy.font), at, "has another fill or font")
            if cell.hyperlink:
                must(copy.hyperlink and cell.hyperlink.target == copy.hyperlink.target, at, "has lost its link")


def same_sheet(one, other):
    for what in ("sheet_state", "freeze_panes", "print_area", "print_title_rows", "auto_filter", "protection", "page_setup"):
        must(repr(getattr(one, what)) == repr(getattr(other, what)), one.title, "has another", what)
    must(sorted(map(str, one.merged_cells.ranges)) == sorted(map(str, other.merged_cells.ranges)), one.title, "merges other cells")
    must({key: (each.width, each.hidden) for key, each in one.column_dimensions.items()}
         == {key: (each.width, each.hidden) for key, each in other.column_dimensions.items()}, one.title, "has other columns")
    rows = lambda sheet: {key: (each.height, each.hidden) for key, each in sheet.row_dimensions.items() if each.height or each.hidden}
    must(rows(one) == rows(other), one.title, "has other rows")
    must([(each.type, each.formula1, str(each.sqref)) for each in one.data_validations.dataValidation]
         == [(each.type, each.formula1, str(each.sqref)) for each in other.data_validations.dataValidation], one.title, "has other drop-downs")
    must([str(each.sqref) for each in one.conditional_formatting] == [str(each.sqref) for each in other.conditional_formatting],
         one.title, "has other conditional formats")
    must(list(one.tables) == list(other.tables), one.title, "has other tables")
    must(len(one._charts) == len(other._charts) and len(one._images) == len(other._images), one.title, "has lost a chart or picture")
    names = lambda sheet: {key: each.attr_text for key, each in sheet.defined_names.items()}
    must(names(one) == names(other), one.title, "has other names")


def same_comments(one, other, marked):
    cells = {cell.coordinate for sheet in (one, other) for row in sheet.iter_rows() for cell in row if cell.comment}
    for at in cells:
        before, after = one[at].comment, other[at].comment
        must(after is not None, one.title, at, "has lost its comment")
        if at in marked:
            text = after.text
            if before is not None:
                must(text.startswith(before.text), one.title, at, "the sender's words are gone")
                text = text[len(before.text):]
            must(text.strip().startswith(BEGIN) and text.strip().endswith(END), one.title, at, "is not told what is wrong")
            must(f"【{marked[at]}】" in text and "代码：" in text, one.title, at, "the comment does not say how grave it is")
        else:
            must(before is not None and before.text == after.text, one.title, at, "has another comment")
    must(set(marked) <= cells, one.title, "marked without a comment:", set(marked) - cells)


def same_entries(original, copy):
    """Everything that is not told of stays byte for byte; everything is well-formed, named by its kind, and led to."""
    with zipfile.ZipFile(original) as one, zipfile.ZipFile(copy) as other:
        must(other.testzip() is None, "the zip is damaged")
        before, after = set(one.namelist()), set(other.namelist())
        must(before <= after, "parts are gone:", before - after)
        may = ("[Content_Types].xml", "workbook.xml", "workbook.xml.rels", "styles.xml")
        for name in before:
            if name.endswith(may) or "worksheets/" in name or "comments" in name.lower() and "threaded" not in name or name.endswith(".vml"):
                continue
            must(one.read(name) == other.read(name), name, "is not what it was")
        kinds = ElementTree.fromstring(other.read("[Content_Types].xml"))
        known = {each.get("PartName", "").lstrip("/").lower() for each in kinds}
        ends = {each.get("Extension", "").lower() for each in kinds}
        for name in after - before:
            # workbooks made by hand say of nothing what it is
            must(name.endswith(".rels") and "rels" not in ends or name.lower() in known or name.rsplit(".", 1)[-1] in ends, name, "is of no kind")
        for name in after:
            if name.endswith((".xml", ".rels", ".vml")) and (name not in before or one.read(name) != other.read(name)):
                root = ElementTree.fromstring(other.read(name))
                if name.endswith(".rels"):
                    folder = pathlib.PurePosixPath(name).parent.parent
                    for each in root:
                        if each.get("TargetMode") != "External" and each.get("Target", "").startswith("/"):
                            must(each.get("Target")[1:] in after, name, "leads to nothing:", each.get("Target"), folder)


def run(eken, *arguments):
    done = subprocess.run([eken, "check", *map(str, arguments), "--fail-on", "never"], capture_output=True, text=True, encoding="utf-8")
    must(done.returncode in (0, 2), arguments, "ended with", done.returncode, done.stderr)
    return done


def findings(eken, path):
    """What is found, apart from what another first sheet changes: nothing."""
    read = json.loads(run(eken, path, "--format", "json").stdout)["files"][0]
    return read.get("findings"), read.get("records"), read.get("counts")


def check(eken, original, copy):
    done = run(eken, original, "--annotate", copy)
    if done.returncode == 2:
        must(not copy.exists(), "a file that is refused has a copy")
        return "refused"
    must(findings(eken, original) == findings(eken, copy), "the copy has other findings than the original")
    again = copy.with_name(f"again-{copy.name}")
    run(eken, copy, "--annotate", again)
    must(findings(eken, original) == findings(eken, again), "the second copy has other findings than the original")
    same_entries(original, copy)
    try:
        one = opened(original)
    except Exception:
        return "not opened by openpyxl"
    if not one.sheetnames:
        return "not opened by openpyxl"
    for made in (copy, again):
        book = opened(made)
        must(len(book.sheetnames) == len(one.sheetnames) + 1 and book.sheetnames[1:] == one.sheetnames, "other sheets:", book.sheetnames)
        must(book.active.title == book.sheetnames[0], "the receipt is not the sheet that is open")
        must(sum(bool(each.sheet_view.tabSelected) for each in book.worksheets) == 1, "several sheets are selected at once")
        must(book.epoch == one.epoch and (book.security is None) == (one.security is None), "another epoch or protection")
        must(not one.security or book.security.lockStructure == one.security.lockStructure, "the workbook is not protected any more")
        names = lambda book: {key: each.attr_text for key, each in book.defined_names.items()}
        must(names(one) == names(book), "other names")
        wanted = {}
        for word, location in receipt(book):
            if location:
                sheet, at = place(location)
                held = wanted.setdefault(sheet, {}).get(at)
                order = list(BASES)
                wanted[sheet][at] = min(filter(None, (held, word)), key=order.index)
        for sheet in one.worksheets:
            twin = book[sheet.title]
            marked = {cell.coordinate: severity(cell) for row in twin.iter_rows() for cell in row if severity(cell)}
            must(marked == wanted.get(sheet.title, {}), sheet.title, "marks", marked, "wanted", wanted.get(sheet.title))
            same_cells(sheet, twin, marked)
            same_sheet(sheet, twin)
            same_comments(sheet, twin, marked)
    return "compared"


def codes(read):
    """What is found, without the words of its place: a table and a sheet tell it differently."""
    found, records = read
    # the values of formulas are written, not the formulas; what a format shows may be written as a text, which is faulty as well;
    # files beside the tables are in no workbook
    other = {"cell.formula", "cell.format-unit", "table.other-files"}
    told = (each for each in found or [] if each["code"] not in other)
    told = sorted((each["code"], each.get("pointer") or "", each["severity"]) for each in told)
    return told, {key: records[key] for key in ("read", "refused")} if records else None


def made(eken, original, copy, options):
    """The workbook that is made of what is none: ODS, CSV, archives and folders of tables, JSON."""
    done = run(eken, original, *options, "--annotate", copy)
    if done.returncode == 2:
        must(not copy.exists(), "a file that is refused has a copy")
        return "refused"
    own = json.loads(run(eken, original, *options, "--format", "json").stdout)["files"][0]
    # what stands once is a row of a workbook, and no record of JSON
    own, copied = ((found, None if original.suffix == ".json" else records) for found, records in (
        (own.get("findings"), own.get("records")), findings(eken, copy)[:2]))
    must(codes(own) == codes(copied), "the workbook that is made has other findings than the original")
    book = opened(copy)
    marks = receipt(book)
    must(len(marks) == len(own[0]), "the receipt lists", len(marks), "of", len(own[0]))
    wanted = {}
    for word, location in marks:
        if location:
            sheet, at = place(location)
            must(sheet in book.sheetnames, "a link leads to no sheet")
            held = wanted.setdefault(sheet, {}).get(at)
            wanted[sheet][at] = min(filter(None, (held, word)), key=list(BASES).index)
    for sheet in book.worksheets[1:]:
        marked = {cell.coordinate: severity(cell) for row in sheet.iter_rows() for cell in row if severity(cell)}
        must(marked == wanted.get(sheet.title, {}), sheet.title, "marks", marked, "wanted", wanted.get(sheet.title))
        must(all(sheet[at].comment and "代码：" in sheet[at].comment.text for at in marked), sheet.title, "a mark says nothing")
    if original.suffix == ".ods":
        with zipfile.ZipFile(original) as file:
            root = ElementTree.fromstring(file.read("content.xml"))
        name = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
        names = [each.get(f"{name}name") for each in root.iter(f"{name}table")]
        # those that begin so are a program's own
        names = [each for each in names if not each.startswith("_")]
        must(names == book.sheetnames[1:], "other sheets:", book.sheetnames)
    return "made"


def options_of(path):
    """How a file of the vectors is to be read, where its sender says so, and under which name."""
    told = path.with_suffix(".json")
    choose = json.loads(told.read_text(encoding="utf-8")).get("choose", {}) if told.exists() and told != path else {}
    ways = {"utf16le": "utf-16le"}
    options = [(f"--{key}", ways.get(value, value)) for key, value in choose.items() if key != "name"]
    return [part for option in options for part in option], choose.get("name")


def office(folder):
    """Whether LibreOffice opens every copy."""
    soffice = shutil.which("soffice")
    if not soffice:
        print("annotate: skipped LibreOffice, which is not installed (apt-get install libreoffice-calc)")
        return
    files = sorted(folder.glob("*.xls[xm]"))
    subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder / "pdf",
                    *files], check=True, capture_output=True)
    missing = [each.name for each in files if not (folder / "pdf" / f"{each.stem}.pdf").exists()]
    must(not missing, "LibreOffice does not open", missing)


def main():
    eken, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    counts, failed = {}, 0
    files = sorted([*VECTORS.glob("xlsx/*.xlsx"), *VECTORS.glob("annotate/*.xls[xm]"), *VECTORS.glob("dossiers/*.xlsx")])
    for path in files:
        try:
            result = check(eken, path, folder / f"{path.parent.name}-{path.name}")
            counts[result] = counts.get(result, 0) + 1
        except Wrong as wrong:
            failed += 1
            print(f"{path.relative_to(ROOT)}: {wrong}")
    others = sorted(each for end in ("ods", "csv", "txt", "zip") for each in VECTORS.glob(f"dossiers/*.{end}"))
    for path in [*others, *sorted((ROOT / "examples" / "data").glob("*.json"))]:
        options, name = options_of(path)
        original = folder / "renamed" / name if name else path
        if name:
            original.parent.mkdir(exist_ok=True)
            shutil.copy(path, original)
        try:
            result = made(eken, original, folder / f"made-{path.name}.xlsx", options)
            counts[result] = counts.get(result, 0) + 1
        except Wrong as wrong:
            failed += 1
            print(f"{path.relative_to(ROOT)}: {wrong}")
    if "--office" in sys.argv:
        office(folder)
    print(f"annotate: {len(files)} workbooks, {len(others)} other files and the examples, {counts}, {failed} failures")
    if counts.get("made", 0) < 30:
        print("annotate: fewer than 30 workbooks were made of other files; the vectors were not found")
        failed += 1
    if counts.get("compared", 0) < 20:
        print("annotate: fewer than 20 workbooks were compared; the vectors were not found")
        failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

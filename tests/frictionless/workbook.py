"""The report as a workbook, opened by openpyxl with every warning an error: sheets, heads that stay, numbers, marks."""
import pathlib
import subprocess
import sys
import warnings

warnings.simplefilter("error")
from openpyxl import load_workbook  # noqa: E402

EKEN, WORK = sys.argv[1], pathlib.Path(sys.argv[2])
DOSSIER = "examples/data/yuanqu-2023.json"
SHEETS = {
    "zh": ["概览", "结论", "各项条件", "工作清单", "数据问题", "问题明细", "未评估", "口径", "回执"],
    "en": ["Summary", "Verdicts", "Criteria", "Work list", "Findings", "All findings", "Not evaluated", "Readings", "Receipt"],
}
MARKS = {"zh": "内部资料　不得公开", "en": "Internal: not for publication"}


def check(lang, internal):
    path = WORK / f"report-{lang}-{'internal' if internal else 'public'}.xlsx"
    rendition = "--internal" if internal else "--public"
    arguments = ["assess", DOSSIER, "--year", "2023", "--report", path, rendition, "--lang", lang]
    subprocess.run([EKEN, *map(str, arguments)], check=True, capture_output=True)
    book = load_workbook(path)
    wanted = [name for at, name in enumerate(SHEETS[lang]) if internal or at != 5]
    assert book.sheetnames == wanted, book.sheetnames
    for at, sheet in enumerate(book):
        where = f"{path.name}, {sheet.title}"
        assert int(sheet.page_setup.paperSize) == 9, where
        assert sheet.page_setup.orientation == "landscape" and sheet.sheet_properties.pageSetUpPr.fitToPage, where
        assert "&P" in sheet.oddFooter.right.text, where
        mark = sheet.oddHeader.right.text
        assert (MARKS[lang] in mark) == internal, (where, mark)
        assert (sheet["A1"].value == MARKS[lang]) == internal, where
        for row in sheet.iter_rows():
            for cell in row:
                assert cell.data_type != "f", f"{where}!{cell.coordinate} is a formula"
    for name in wanted[1:5]:
        sheet = book[name]
        assert sheet.freeze_panes and sheet.auto_filter.ref and sheet.print_title_rows, name
    verdicts = book[wanted[1]]
    head = next(row for row in verdicts.iter_rows() if row[1].value in ("编号", "no."))
    column = {cell.value: cell.column - 1 for cell in head}
    rows = [row for row in verdicts.iter_rows(min_row=head[0].row + 1) if row[1].value]
    assert len(rows) == 28 + 16, len(rows)
    row = next(row for row in rows if row[1].value == "16")
    measured, gap = (row[column[name]] for name in (("实测", "差距") if lang == "zh" else ("measured", "gap")))
    assert isinstance(measured.value, (int, float)) and gap.number_format.startswith("+"), (measured.value, gap.value)
    return path.read_bytes()


def main():
    for lang in ("zh", "en"):
        for internal in (False, True):
            assert check(lang, internal) == check(lang, internal), "the same report, other bytes"
    print("workbook: 4 reports opened")


if __name__ == "__main__":
    main()

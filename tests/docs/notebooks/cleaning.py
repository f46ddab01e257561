# What examples/notebooks/cleaning.py must have found; run as its last cell.
def rows_of(path):
    book = openpyxl.load_workbook(path, read_only=True)
    return sum(1 for sheet in book for row in sheet.iter_rows(min_row=2, values_only=True) if any(cell is not None for cell in row))


# the rows of the form as it was before it was spoilt, each read or refused; sums, notes, titles and the sheet of words are none
original.write(folder / "again.xlsx")
assert d.account.read + d.account.refused == rows_of(folder / "again.xlsx") == 239
assert [(each.cell, each.code) for each in d.account.records] == [("市场主体·月度销售!A9", "table.parent-unknown")]

# each spoilt cell is named, but those that are read as they were meant: the title, full-width digits, units, sums
spoilt = {"设施!H5", "市场主体!B3", "市场主体!B4", "市场主体!D6", "市场主体·月度销售!A9", "统计数据!F3", "制度文件!D4"}
follow = {"市场主体!A5", "制度文件!A4"}
cells = {finding.cell for finding in found}
assert cells == spoilt | follow, cells ^ (spoilt | follow)
assert spoilt | follow <= set(comments), "every cell with a finding has a comment"
assert d.facilities[0].floor_area == 1854 and d.facilities[1].floor_area == Decimal("126.69")
assert sum(len(e.sales) for e in d.entities) == sum(len(e.sales) for e in original.entities) - 1
kept = {(e.id, s.month, s.platform): s.amount for e in original.entities for s in e.sales}
assert all(s.amount == kept[e.id, s.month, s.platform] for e in d.entities for s in e.sales), "万元 came back to the yuan"

assert mended == original and not len(mended.check())
assert before.counts["error"] == 5 and after.counts["error"] == 1
assert {finding.code for finding in after} == {"entity.code-check", "sales.months-missing", "instrument.no-number"}
assert a.counts["not_met"] == 0 and sum(a.counts.values()) == 28
assert eken.read(folder / "档案.json") == original

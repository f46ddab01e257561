# ---
# jupyter:
#   jupytext:
#     text_representation:
#       extension: .py
#       format_name: percent
#   kernelspec:
#     display_name: Python 3
#     language: python
#     name: python3
# ---

# %% [markdown]
# # 清洗一份有问题的表格
# *Cleaning a bad Excel submission.*
#
# 镇里报来的不是 JSON，是一本 Excel：加了表头标题，金额改成了万元，信用代码写成小写，合计行混在数据里，有一行挂错了企业。
# 这本笔记先照着人们常犯的毛病做一本这样的表，再一步步把它弄干净。数据都是编造的。
#
# *A workbook is spoilt the way people spoil them, read, looked at, mended and checked again. Everything in it is made up.*

# %%
import subprocess
import tempfile
from decimal import Decimal
from pathlib import Path

import openpyxl

import eken

folder = Path(tempfile.mkdtemp())
subprocess.run(
    ["eken", "generate", "--tier", "key_assistance", "--seed", "11", "--size", "25kB", "--out", folder / "原始.json"],
    check=True,
    capture_output=True,
)
original = eken.read(folder / "原始.json")
original.write(folder / "报表.xlsx")
original

# %% [markdown]
# ## 人是怎样把表弄坏的
# *How people spoil a form*

# %%
book = openpyxl.load_workbook(folder / "报表.xlsx")

sheet = book["设施"]
sheet.insert_rows(1)
sheet["A1"] = "乡村e镇设施情况表"  # 上面加一行合并的标题 / a merged title above
sheet.merge_cells("A1:J1")
sheet["E3"] = "１８５４"  # 全角数字 / full-width digits
sheet["E4"] = "126.69㎡"  # 单位写进格子 / the unit in the cell
sheet["H5"], sheet["H5"].number_format = 2023.1, "General"  # 十月的 0 被吃掉了 / October lost its nought
sheet.append(["合计", None, None, None, 3500])  # 合计行 / a row of sums
sheet.append(["注：面积以验收报告为准"])

sheet = book["市场主体"]
sheet["B3"] = sheet["B3"].value.lower()  # 代码写成小写 / a code in lower case
sheet["B4"] = sheet["B4"].value[:-1] + "X"  # 校验码抄错 / a wrong check character
sheet["D6"] = "有限责任公司"  # 不在代码表里的叫法 / a word that is no code

sheet = book["市场主体·月度销售"]
sheet["E1"] = "销售额（万元）"  # 整列改成万元 / the column in units of 10,000 yuan
for (cell,) in sheet.iter_rows(min_row=2, min_col=5, max_col=5):
    cell.value = cell.value / 10000
sheet["A9"] = "E0099"  # 没有这家企业 / no such entity

sheet = book["统计数据"]
sheet["F3"] = sheet["F3"].value / 10000  # 这一格忘了换算 / one figure in the wrong unit

book["制度文件"]["D4"] = "—"  # 用横线表示没有 / a dash for nothing
book.create_sheet("填表说明").append(["本表由各站所分头填写"])  # 与档案无关的表 / a sheet that is no part of it
book.save(folder / "报表.xlsx")

# %% [markdown]
# ## 读进来
# *Reading it*
#
# 标题行、全角数字、格子里的单位、合计行、注、万元，读的时候就认得，不用先整理。每一行都有着落：读入的加上没有读入的，等于表里的全部。
#
# *Titles, full-width digits, units, sums and notes are known for what they are. Every row is accounted for.*

# %%
d = eken.read(folder / "报表.xlsx")
print(d.account)
d.facilities

# %% [markdown]
# ## 看问题
# *Looking at the faults*
#
# 每一处都指到单元格，写明改法。不能确定的，程序不猜：`2023.1` 可能是一月也可能是十月，就留着不采用。
#
# *Each finding names its cell and how to mend it. What is not certain is not guessed.*

# %%
found = d.check()
found

# %%
found.frame("zh").to_polars().select("cell", "code", "message")

# %% [markdown]
# ## 办法一：退给填表的人
# *One way: send it back, marked*
#
# `--annotate` 另存一本：原样复制，有问题的单元格填色、加批注，第一张表是回执。发回去，对方照着改，再报来。
#
# *The annotated copy: cells filled and commented, a receipt as the first sheet. The sender mends it and files it again.*

# %%
marked = folder / "报表-标注.xlsx"
subprocess.run(["eken", "check", folder / "报表.xlsx", "--annotate", marked, "--fail-on", "never"], check=True, capture_output=True)
book = openpyxl.load_workbook(marked)
comments = {f"{sheet.title}!{cell.coordinate}": cell.comment.text for sheet in book for row in sheet for cell in row if cell.comment}
print(book.sheetnames[0], len(comments))
print(comments["市场主体!B4"])

# %% [markdown]
# 填表的人在标注过的表上直接改：
#
# *The sender mends the marked copy itself:*

# %%
book["设施"]["H5"] = "2023年7月20日"
book["市场主体"]["B3"] = original.entities[1].code
book["市场主体"]["B4"] = original.entities[2].code
book["市场主体"]["D6"] = "公司"
book["市场主体·月度销售"]["A9"] = "E0004"
book["统计数据"]["F3"] = 147790617
book["制度文件"]["D4"] = "例发〔2023〕3号"
del book["填表说明"]
book.save(marked)

mended = eken.read(marked)
mended.check()

# %% [markdown]
# 改完和原始档案比一比：
#
# *Against the dossier as it was before it was spoilt:*

# %%
mended == original

# %% [markdown]
# ## 办法二：在笔记里改
# *The other way: mend it here*
#
# 问题不大、自己有把握的，用 `with_value` 改。每改一次得到一份新档案，改了什么一目了然。
#
# *For what you are sure of: each edit gives another dossier.*

# %%
edits = {
    "/facilities/items/2/opened": "2023-07-20",
    "/entities/items/1/code": "91140827MAGEBDT25T",
    "/entities/items/4/form": "company",
    "/statistics/items/1/amount": Decimal("147790617"),
}
here = d
for pointer, value in edits.items():
    here = here.with_value(pointer, value)
before, after = d.check(), here.check()
print(before.counts, "→", after.counts)

# %% [markdown]
# 校验码抄错的要对照营业执照，不该猜。还要留心：没有读入的那一行只记在原来那份 `d` 里（`d.account`），改出来的档案是从读入的
# 内容做的，不再报它。所以表里有没读入的行，就走办法一。
#
# *A wrong check character needs the licence. And mind the row that was refused: `d.account` knows it, the edited dossier does not.
# Where rows were refused, mend the workbook.*

# %%
d.account.refused, here.account

# %%
for finding in after:
    print(finding.severity.label(), finding.pointer, finding.message())

# %% [markdown]
# ## 交出去
# *Handing it on*

# %%
mended.write(folder / "档案.json")
a = eken.read(folder / "档案.json").assess(year=2023)
a.counts

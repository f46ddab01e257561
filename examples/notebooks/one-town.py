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
# # 一个镇：从档案到报告
# *One town, from the file to the report.*
#
# 县里报来一份档案。这本笔记回答领导会问的五个问题：数据有没有错、28 项约束性指标到了哪一步、还缺什么材料、该谁去办、
# 假如情况变了会怎样；最后写出一份可以发出去的报告。档案中的人和企业都是编造的。
#
# *Five questions about one dossier: what is wrong with the data, where the town stands, what is missing, who must act, and what if.
# Every person and company in it is made up.*

# %%
import tempfile
from pathlib import Path

import altair
import polars as pl

import eken

altair.renderers.enable("svg")  # 不联网也能看图 / charts without a network

out = Path(tempfile.mkdtemp())
d = eken.read("../data/yuanqu-2023.json")
d

# %% [markdown]
# ## 一、数据有没有错
# *What is wrong with the data*
#
# “发现”说的是数据本身：校验码不对、面积合计超过建筑面积、引用了不存在的编号。它不判断达标与否。每一条都写明位置和改法。
#
# *A finding is a fault in the data. It says where it stands and how to mend it, and nothing about the plan.*

# %%
found = d.check()
found.errors

# %% [markdown]
# 表格里看清了，再用程序挑。按编码、按分节都能筛；`.place` 是给人看的位置，`.pointer` 是给程序用的位置。
#
# *Pick them by code or section; `.place` is for people, `.pointer` for programs.*

# %%
for finding in found.where(section="facilities"):
    print(finding.place, finding.message(), "→", finding.help(), sep="\n    ")

# %% [markdown]
# ## 二、到了哪一步
# *Where the town stands*
#
# 评估要说明验收年度。结论有六种，其中“待定”不是“未达到”：材料不全，怎么补都可能，程序不猜。
#
# *Six verdicts. Open is not the same as not met: the data allow both, and eken does not guess.*

# %%
a = d.assess(year=2023)
a

# %% [markdown]
# 差多少，画出来看：零线左边是不足或超限，右边是余量。结论用符号和文字标出，不只靠颜色。
#
# *The gap of each, as a share of what is required: left of the line falls short.*

# %%
a.plot.gaps()

# %% [markdown]
# 每一项的推导都能打开看：要求是什么、量到多少、依据哪几条事实、换一种读法会不会变。
#
# *One verdict, derived from the facts, with the readings it rests on.*

# %%
print(a["16"].explain())

# %% [markdown]
# 数字都是精确的十进制数，不是浮点数。展示中心超出上限 12 平方米，一分一厘都不差。
#
# *Figures are exact decimals: the display centre is 12 m² over its ceiling.*

# %%
area = next(a["16"].leaves())
area.measured, area.required.max, area.gap, area.unit

# %% [markdown]
# ## 三、还缺什么材料
# *What is missing*
#
# “待定”和“数据冲突”的各项，缺什么、在哪里补，逐条列出。补齐这些，结论才定得下来。
#
# *What would settle each open verdict, and the place where it belongs.*

# %%
lacking = pl.DataFrame(
    [
        {"编号": standing.id, "名称": standing.title(), "要补什么": lack.message, "位置": lack.pointer}
        for standing in a.open
        for lack in standing.missing
    ]
)
with pl.Config(tbl_rows=-1, fmt_str_lengths=60):
    display(lacking)

# %% [markdown]
# ## 四、该谁去办
# *Who must act*
#
# 指标与部门的对应关系是从方案附件1的职责推出来的，`inferred` 说明了这一点。
#
# *Duties are inferred from the plan's list of duties, and marked so.*

# %%
for department, standings in a.by_department(support=True).items():
    print(department.zh if department else "没有写明牵头部门")
    for standing in standings:
        print("   ", standing)

# %% [markdown]
# ## 五、假如……
# *What if*
#
# 假如展示中心腾出 12 平方米，假如管理办法补上文号，结论怎么变？`what_if` 另做一份档案来算，原来的不动。
#
# *Suppose the display centre gave up 12 m², and the missing document number were filed.*

# %%
supposed = a.what_if(
    {
        "/facilities/items/2/roles/0/area": 300,
        "/instruments/items/4/number": "垣例发〔2023〕12号",
    }
)
supposed.changes

# %% [markdown]
# 县域类型定得不同，哪几项会变？同一份档案，三类县的门槛各比一遍。
#
# *The same dossier under the thresholds of each county tier.*

# %%
a.plot.tiers()

# %% [markdown]
# 方案没有写死的地方叫“读法”。哪些结论会因为换一种读法而变，先看一眼，汇报时心里有数。
#
# *The points that the plan leaves open are readings. These verdicts would change under another one.*

# %%
depends = pl.DataFrame(
    [(each.id, each.reading, each.option, each.verdict.zh, each.otherwise.zh) for each in a.sensitivity()],
    schema=["编号", "读法", "换成", "现在", "换了以后"],
    orient="row",
)
depends.group_by("读法", "现在", "换了以后", maintain_order=True).agg(pl.col("编号").str.join("、"))

# %% [markdown]
# ## 六、数据表
# *Data frames*
#
# 评估、发现、每个分节都能变成数据表：金额是 decimal，日期是 date，代码可以换成中文标签。polars、pandas、pyarrow、duckdb 都接得住。
#
# *Everything tabular goes to polars, pandas, pyarrow and duckdb as Arrow; money stays decimal.*

# %%
standings = a.frame(labels="zh").to_polars()
standings.group_by("kind", "verdict").len().sort("kind", "verdict")

# %%
sales = d.frame("entities.sales").to_polars()
by_month = sales.group_by("month").agg(pl.col("amount").sum()).sort("month")
by_month.tail(12)

# %% [markdown]
# 逐月的进度，和方案的各个阶段、上年同期、全年要求放在一张图上：
#
# *Progress by month against the phases, the year before and what is required.*

# %%
a.plot.progress()

# %% [markdown]
# 图能存成 SVG 或 PNG，中文照常显示；图里的数另有一张精确的表。
#
# *Charts are saved as SVG or PNG; the same data are there as an exact frame.*

# %%
eken.plot.save(a.plot.gaps(), out / "差距.svg")
a.plot.gaps_frame().to_polars().select("id", "title", "share_least", "share_most").head(5)

# %% [markdown]
# ## 七、报告和回执
# *The report and the receipt*
#
# 报告是一个 HTML 文件，不联网、没有脚本，手机上也能看。回执里是档案、方案、口径和结论的摘要值；谁拿着同一份档案，
# 都能重算一遍，看是不是同一个结果。
#
# *One HTML file without network or script; and a receipt by which anyone can recompute the verdicts.*

# %%
a.write_report(out / "报告.html")
receipt = a.receipt
found.verify(receipt)

# %% [markdown]
# 档案也能交回各种格式，一处不少：写成工作簿再读回来，和原来的相等。
#
# *Nothing is lost on the way: the workbook, read again, equals the dossier.*

# %%
d.write(out / "档案.xlsx")
again = eken.read(out / "档案.xlsx")
again == d

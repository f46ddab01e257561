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
# # 一个省：一百个镇
# *A province of a hundred towns.*
#
# 省里收到一百份档案，要一张总表：谁领先、谁落后、卡在哪几项、数据问题集中在哪里。这里的一百个镇是命令 `eken generate`
# 编造的：三类县各占三分之一，有的数字恰好压在门槛上下，有的埋了填报差错。种子定了，在任何机器上都一样。
#
# *The dossiers are made up by `eken generate`: three tiers, some with figures at the very thresholds, some with planted faults.
# The seed fixes every byte.*

# %%
import os
import subprocess
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import altair
import polars as pl

import eken

altair.renderers.enable("svg")  # 不联网也能看图 / charts without a network

os.chdir(tempfile.mkdtemp())
folder = Path("省")
folder.mkdir()
tiers = ["pilot_demonstration", "general_promotion", "key_assistance"]
slips = "entity.code-check,session.counts-differ,statistic.no-source,instrument.no-number"


def make(seed: int) -> None:
    # 每四个镇里：两个数字压线，一个有差错，一个干净 / of four towns two at the thresholds, one with faults, one clean
    kind = {0: ["--boundary"], 1: ["--boundary"], 2: [], 3: ["--faults", slips, "--count", str(seed % 5 + 1)]}[seed % 4]
    town = folder / f"town-{seed:03}.json"
    command = ["eken", "generate", "--tier", tiers[seed % 3], "--seed", str(seed), "--size", "60kB", *kind]
    subprocess.run([*command, "--out", town, "--planted", town.with_suffix(".planted")], check=True, capture_output=True)


with ThreadPoolExecutor(2) as pool:
    list(pool.map(make, range(100)))
len(list(folder.glob("*.json")))

# %% [markdown]
# ## 一次评估全部
# *All of them at once*
#
# 读不了的文件不会让整批停下来，它在 `refused` 里，带着原因。读到的加上读不了的，就是全部。
#
# *A file that is no dossier stops nothing: it is in `refused` with its error.*

# %%
(folder / "town-100.json").write_text('{"schema_version": 1, "town": ', encoding="utf-8")
many = eken.assess_many(folder / "town-*.json", year=2023, threads=2)
many

# %%
for town in many.refused:
    print(Path(town.file).name, town.error)

# %% [markdown]
# ## 排一排
# *Ranking*
#
# 一行是一个镇的一项。方案没有规定怎样给镇排名，下面只是数一数达到了几项约束性指标，不是验收结论。
#
# *One row for each town and indicator. The plan has no ranking; this merely counts.*

# %%
labels = {"pilot_demonstration": "先行示范县", "general_promotion": "整体推进县", "key_assistance": "重点帮扶县"}
rows = many.to_polars().with_columns(
    pl.col("file").cast(pl.String).str.extract(r"(town-\d+)").alias("档案"),
    pl.col("town", "verdict", "id", "title", "unit").cast(pl.String),
    pl.col("tier").cast(pl.String).replace(labels).alias("县域类型"),
)
binding = rows.filter(~pl.col("id").str.starts_with("T"))
ranking = (
    binding.group_by("档案", "县域类型")
    .agg(
        达到=pl.col("verdict").is_in(["met", "met_by_exemption"]).sum(),
        未达到=(pl.col("verdict") == "not_met").sum(),
        待定=pl.col("verdict").is_in(["open", "conflict"]).sum(),
    )
    .sort("达到", "档案", descending=[True, False])
)
ranking.head(10)

# %%
ranking.tail(10)

# %% [markdown]
# 最后二十份，一格一项，一眼看全；读不了的那一份也占一行，写着原因。
#
# *Twenty towns at a glance, the one that is no dossier included.*

# %%
many[81:].plot.heatmap()

# %% [markdown]
# ## 卡在哪几项
# *Where towns fall short*

# %%
hard = (
    binding.group_by("id", "title")
    .agg(
        未达到=(pl.col("verdict") == "not_met").sum(),
        待定=pl.col("verdict").is_in(["open", "conflict"]).sum(),
    )
    .sort("未达到", "待定", "id", descending=[True, True, False])
)
hard.head(8)

# %% [markdown]
# 三类县的门槛不同，分开看才公平。
#
# *The thresholds differ by tier, so look at each tier apart.*

# %%
(
    binding.group_by("县域类型")
    .agg(镇=pl.col("档案").n_unique(), 达到率=pl.col("verdict").is_in(["met", "met_by_exemption"]).mean().round(3))
    .sort("县域类型")
)

# %% [markdown]
# ## 差一点的镇
# *Those that miss by a hair*
#
# 差距是带符号的精确数：负数是不足，正数是超出。压线的镇差 0.01 平方米也算没有达到，一分不多、一分不少。
#
# *The gap is exact and signed: a hundredth of a square metre below the floor is below the floor.*

# %%
close = (
    binding.filter(pl.col("verdict") == "not_met", pl.col("gap").is_not_null(), pl.col("unit") == "m2")
    .with_columns(差距=pl.col("gap").cast(pl.String).str.strip_chars_end("0").str.strip_chars_end("."))
    .sort(pl.col("gap").abs(), "档案", "id")
    .select("档案", "id", "title", "差距", "unit")
)
close.head(8)

# %% [markdown]
# ## 数据问题集中在哪里
# *Which findings are common*
#
# 结论之外，再看数据质量：哪一类问题出得最多，多少个镇有。
#
# *How often each kind of finding occurs, and in how many towns.*

# %%
findings = pl.concat(
    eken.read(town.file).check().frame("zh").to_polars().select(pl.col("code", "severity", "message").cast(pl.String), pl.lit(town.file).alias("file"))
    for town in many.assessed
)
summaries = {rule.code: rule.summary for rule in eken.rules()}
common = (
    findings.group_by("code", "severity")
    .agg(处=pl.len(), 镇=pl.col("file").n_unique())
    .with_columns(问题=pl.col("code").replace_strict(summaries, default=""))
    .sort("处", "code", descending=[True, False])
)
common

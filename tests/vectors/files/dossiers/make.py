#!/usr/bin/env python3
"""Makes the files of this folder: workbooks and tables as people make them, each with the dossier that the sender meant.

    python3 make.py            (needs openpyxl 3.1.5 and LibreOffice's soffice; --template FILE remakes the filled template too, --only
                               NAME makes one case of a workbook)

NAME.json says what must be read: `expect` is the dossier without its version, `findings` are those of the reading (`table.…`,
`cell.…`, `structure.…`), each as `code place`, `records` how many were read and which were refused, as `place code`. Every
expectation is thought out here from what the sender means, and never copied from a reader. `rules` are findings of the rules that
must be there among others. The bytes are the same on every run of the same versions, but for the order in which LibreOffice
writes the page styles of several sheets into an ODS. All persons, companies and numbers are made up.
"""

import datetime as dt
import sys

import openpyxl
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from tools import (
    HERE, MADE, packed, anonymous, saved, ods, xlsx, case, workbook, items, day, E1, E2, HEAD, R1, R2, BOTH,
)

# ---- headers: found, not assumed

def merged_title(made):
    made.merge_cells("A1:D1")
    made.merge_cells("A2:D2")

workbook("merged-title", "合并的大标题和填报单位一行在表头上面", {"市场主体": [["垣曲县乡村e镇市场主体登记表"], ["填报单位：示例局    2023年12月"], HEAD, R1, R2]},
         BOTH, merged_title, also=["ods", "xlsx"], read=2)

def two_rows(made):
    for area in ["A1:A2", "B1:B2", "C1:D1"]:
        made.merge_cells(area)

workbook("header-in-two-rows", "两行表头，上面一行合并", {"市场主体": [["编号", "统一社会信用代码", "登记情况"], [None, None, "名称", "登记类型"], R1, R2]},
         BOTH, two_rows, also=["ods"], read=2)

def forked(entities, sales):
    sales.merge_cells("D1:E1")

workbook("header-that-parts-a-figure", "两行表头，下面一行把销售额分成线上线下：不当作销售额，原样保留", {"市场主体": [HEAD, R1], "月度销售": [["市场主体编号", "月份", "平台", "销售额", None], [None, None, None, "线上（万元）", "线下（万元）"], ["E1", "2023-01", "示例平台", 1.5, 0.5]]},
         items("entities", {**E1, "sales": [{"month": "2023-01", "platform": "示例平台", "销售额·线上（万元）": 1.5, "销售额·线下（万元）": 0.5}]}), forked, also=["ods"],
         findings=["structure.unknown-field 月度销售!D3", "structure.unknown-field 月度销售!E3", "structure.required 月度销售!A3"], read=2)

workbook("columns-in-any-order", "列的次序与模板不同，表头带星号、空格和换行", {"市场主体": [["登记\n类型", "  名 称 ", "*编号", "统一社会信用代码\n（18位）"], ["公司", R1[2], "E1", R1[1]], ["农民专业合作社", R2[2], "E2", R2[1]]]},
         BOTH, read=2)

workbook("heading-synonyms", "县里惯用的列名", {"企业名录": [["企业编号", "统一信用代码", "企业名称", "企业类型", "成立时间", "是否限上"], R1 + ["2021年3月", "否"], R2 + ["2020-06-05", "是"]]},
         items("entities", {**E1, "registered": "2021-03", "above_designated_size": False}, {**E2, "registered": "2020-06-05", "above_designated_size": True}), read=2)

workbook("english-headings", "英文表名和列名", {"Market entities": [["Identifier", "Unified social credit code", "Name as registered", "Registered legal form"], ["E1", R1[1], "Shili Fruit", "company"]]},
         items("entities", {**E1, "name": "Shili Fruit"}), read=1)

workbook("field-names", "用字段名作列名", {"entities": [["id", "code", "name", "form"], ["E1", R1[1], R1[2], "company"]], "entities.sales": [["entities_id", "month", "amount"], ["E1", "2023-05", 1200]]},
         items("entities", {**E1, "sales": [{"month": "2023-05", "amount": 1200}]}), read=2)

workbook("sheet-names-unlike", "表名带编号、年份和县名，或者没有意义", {"3.市场主体名录（2023年）": [HEAD, R1], "Sheet2": [["编号", "名称", "所在建筑", "总建筑面积（平方米）"], ["F1", "服务中心", "一号楼", 612]]},
         {**items("facilities", {"id": "F1", "name": "服务中心", "building": "一号楼", "floor_area": 612}), **items("entities", E1)}, read=2)

workbook("shifted", "表格不从左上角开始", {"市场主体": [None, None, None, [None, None] + HEAD, [None, None] + R1, [None, None] + R2]}, BOTH, also=["ods"], read=2)

workbook("two-tables-below-each-other", "一张工作表上下两个表", {"汇总表": [["一、设施"], ["编号", "名称", "总建筑面积（平方米）"], ["F1", "服务中心", 612], None, ["二、市场主体"], HEAD, R1, R2]},
         {**items("facilities", {"id": "F1", "name": "服务中心", "floor_area": 612}), **BOTH}, read=3)

workbook("header-again", "打印分页时表头重复", {"市场主体": [HEAD, R1, HEAD, R2]}, BOTH, read=2)

workbook("two-tables-of-synonyms", "上下两个表都用县里惯用的列名，表名没有意义", {"Sheet1": [["附表一"], ["设施名称", "编号", "建筑面积（㎡）"], ["服务中心", "F1", 612], ["合计", None, 612], ["附表二"], ["序号", "企业名称", "统一信用代码", "企业类型", "企业编号"], [1, R1[2], R1[1], "公司", "E1"], [2, R2[2], R2[1], "农民专业合作社", "E2"]]},
         {**items("facilities", {"id": "F1", "name": "服务中心", "floor_area": 612}), **BOTH}, read=3)

workbook("number-column", "第一列是序号，不是编号", {"市场主体": [["序号"] + HEAD, [1] + R1, [2] + R2]}, BOTH, read=2)

workbook("a-record-above-the-header", "表头被排序排到了数据中间：上面的行逐行拒收并指出，不当作标题丢掉", {"市场主体": [["市场主体登记表"], R1, HEAD, R2]}, items("entities", E2),
         findings=["table.above-header 市场主体!A2"], read=1, refused=["市场主体!A2 table.above-header"])

workbook("columns-numbered", "统计表的栏次行：甲、乙、1、2", {"投资": [["编号", "投资口径", "金额", "所属时期"], [None, None, "万元", None], ["甲", "乙", 1, 2], ["T1", "完成投资", 12.5, "2023年"]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": 125000, "period": "2023"}), also=["ods"], read=1)

workbook("columns-numbered-otherwise", "栏次行写成1、2、3、4，（1）（2）（3），①②③或A、B、C",
         {"投资": [["编号", "投资口径", "金额（万元）", "所属时期"], [1, 2, 3, 4], ["T1", "完成投资", 12.5, "2023年"]], "设施": [["编号", "名称", "总建筑面积（平方米）"], ["（1）", "（2）", "（3）"], ["F1", "服务中心", 612]],
          "品牌": [["编号", "名称", "层级"], ["①", "②", "③"], ["B1", "示例核桃", "区域公用品牌"]], "市场主体": [HEAD, ["A", "B", "C", "D"], R1]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": 125000, "period": "2023"}), **items("facilities", {"id": "F1", "name": "服务中心", "floor_area": 612}), **items("brands", {"id": "B1", "name": "示例核桃", "level": "regional_public"}), **items("entities", E1)}, also=["ods"], read=4)

# ---- tables beside each other

workbook("tables-beside-each-other", "一张表左右并排几栏，省纸；单位写在右上角，右边比左边多一行",
         {"投资": [["垣曲县乡村e镇投资一览"], [None] * 8 + ["单位：万元"], ["序号", "编号", "投资口径", "金额", None, "序号", "编号", "投资口径", "金额"], [1, "T1", "完成投资", 300, None, 3, "T3", "完成投资", 12.5], [2, "T2", "完成投资", 450.5, None, 4, "T4", "完成投资", 20], ["合计", None, None, 783, None, 5, "T5", "完成投资", 1], ["注：金额为累计数。"]]},
         items("investments", *[{"id": id_, "stage": "completed", "amount": amount} for id_, amount in [("T1", 3000000), ("T2", 4505000), ("T3", 125000), ("T4", 200000), ("T5", 10000)]]), also=["ods"], read=5)

workbook("three-beside-each-other", "三栏并排，中间不空列，最后一栏没填满", {"市场主体": [["编号", "名称", "编号", "名称", "编号", "名称"], ["E1", R1[2], "E2", R2[2], "E3", "垣曲县示例三公司"], ["E4", "垣曲县示例四公司", "E5", "垣曲县示例五公司"]]},
         items("entities", {"id": "E1", "name": R1[2]}, {"id": "E4", "name": "垣曲县示例四公司"}, {"id": "E2", "name": R2[2]}, {"id": "E5", "name": "垣曲县示例五公司"}, {"id": "E3", "name": "垣曲县示例三公司"}), read=5)

workbook("two-columns-of-one-meaning", "企业编号与编号同义、企业名称与名称同义：不是并排的两张表，指出重复的列", {"市场主体": [["编号", "名称", "企业编号", "企业名称", "登记类型"], ["E1", R1[2], "Q1", R1[2], "公司"]]},
         items("entities", {"id": "E1", "name": R1[2], "form": "company", "column_C": "Q1", "column_D": R1[2]}), findings=["table.column-twice 市场主体!C1", "table.column-twice 市场主体!D1", "structure.unknown-field 市场主体!C2", "structure.unknown-field 市场主体!D2"], read=1)

workbook("two-kinds-beside-each-other", "左边市场主体，右边设施，隔一空列；设施多一行，有一行写错", {"市场主体": [HEAD + [None, "编号", "名称", "总建筑面积（平方米）"], R1 + [None, "F1", "服务中心", 612], [None] * 5 + ["F2", "仓库", "约300"]]},
         {**items("facilities", {"id": "F1", "name": "服务中心", "floor_area": 612}, {"id": "F2", "name": "仓库", "floor_area": "约300"}), **items("entities", E1)}, also=["ods"], findings=["structure.number-text 市场主体!H3"], read=3)

workbook("two-kinds-beside-each-other-and-one-without-parents", "右边是月度销售，所属企业不在表里", {"市场主体": [HEAD + [None, "市场主体编号", "月份", "平台", "销售额（万元）"], R1 + [None, "E1", "2023-01", "示例平台", 1.5], [None] * 5 + ["E9", "2023-01", "示例平台", 2]]},
         items("entities", {**E1, "sales": [{"month": "2023-01", "platform": "示例平台", "amount": 15000}]}), findings=["table.parent-unknown 市场主体!F3"], read=2, refused=["市场主体!F3 table.parent-unknown"])

# ---- rows that are no records

workbook("totals-and-notes", "合计、小计、空行、注和签名", {"投资": [["编号", "投资口径", "投资来源", "金额（万元）"], ["T1", "完成投资", "财政资金", 300], None, ["T2", "完成投资", "社会资本", 450.5], ["合 计", None, None, 750.5], None, ["注：金额为累计数。"], ["填表人：", None, "审核人：", None]]},
         items("investments", {"id": "T1", "stage": "completed", "source": "public", "amount": 3000000}, {"id": "T2", "stage": "completed", "source": "private", "amount": 4505000}), read=2)

def filtered(made):
    made.auto_filter.ref = "A1:D3"
    made.auto_filter.add_filter_column(3, ["公司"])
    made.row_dimensions[3].hidden = True
    made.column_dimensions["B"].hidden = True

workbook("filtered-and-hidden", "筛选后隐藏的行、隐藏的列照样是数据", {"市场主体": [HEAD, R1, R2]}, BOTH, filtered, also=["ods"], read=2)

def hide(one, other, third):
    other.sheet_state = "hidden"
    third.sheet_state = "veryHidden"

workbook("hidden-sheets", "隐藏的工作表照样是数据，程序自用的除外", {"市场主体": [HEAD, R1, R2], "设施": [["编号", "名称"], ["F1", "服务中心"]], "_lists": [["公司"], ["合伙企业"]]},
         {**items("facilities", {"id": "F1", "name": "服务中心"}), **BOTH}, hide, also=["ods"], read=3)

workbook("empty-sheets", "空白工作表和只有表头的工作表", {"市场主体": [HEAD, R1, R2], "Sheet2": [], "Sheet3": [[" ", "\u3000"]], "设施": [["编号", "名称"]]}, BOTH, read=2)

def protect(made):
    made.protection.set_password("eken")
    made.protection.enable()

workbook("protected-sheet", "工作表设有保护（不是打开密码），照常读取", {"市场主体": [HEAD, R1, R2]}, BOTH, protect, also=["ods"], read=2)

workbook("unknown-sheet", "不认识的工作表不读入，逐行说明", {"市场主体": [HEAD, R1], "通讯录": [["姓名甲", "电话甲"], ["某人", "某号"]]}, items("entities", E1),
         findings=["table.unknown-sheet #2!A1"], read=1, refused=["#2!A1 table.unknown-sheet", "#2!A2 table.unknown-sheet"])

workbook("no-header", "有表名没有表头", {"市场主体": [R1, R2]}, findings=["table.no-header 市场主体!A1"], refused=["市场主体!A1 table.no-header", "市场主体!A2 table.no-header"])

# ---- figures

def hide_units(made):
    made.row_dimensions[2].hidden = True

workbook("hidden-unit-row", "单位在表头下面单独一行，而且隐藏", {"投资": [["编号", "投资口径", "金额", "所属时期"], [None, None, "万元", None], ["T1", "完成投资", 12.5, "2023年"]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": 125000, "period": "2023"}), hide_units, also=["ods"], read=1)

workbook("unit-in-a-line-above", "表头上面一行写明单位，右对齐或与填报单位同一行；列名自己写了单位的，以列名为准",
         {"投资": [["投资情况表"], [None, None, None, "单位：万元"], ["编号", "投资口径", "金额", "所属时期"], ["T1", "完成投资", 1500, "2023年"]],
          "拨入资金": [["填报单位：示例局  2023年12月  金额单位：人民币万元"], ["编号", "资金性质", "金额"], ["B1", "中央资金", 1016]],
          "设施": [["单位：平方米、万元"], ["编号", "名称", "总建筑面积（亩）"], ["F1", "服务中心", 1.5]]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": 15000000, "period": "2023"}), **items("appropriations", {"id": "B1", "nature": "central", "amount": 10160000}), **items("facilities", {"id": "F1", "name": "服务中心", "floor_area": 1000})},
         also=["ods"], read=3)

workbook("money-in-wan-and-yi", "万元、亿元，写在表头或者单元格里", {"投资": [["编号", "投资口径", "金额（亿元）"], ["T1", "完成投资", 1.25], ["T2", "完成投资", "3,500万元"]], "拨入资金": [["编号", "资金性质", "金额，单位：万元"], ["B1", "中央资金", "1,016.00"]]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": 125000000}, {"id": "T2", "stage": "completed", "amount": 35000000}), **items("appropriations", {"id": "B1", "nature": "central", "amount": 10160000})},
         findings=["cell.unit-twice 投资!C3"], read=3)

workbook("areas-in-mu", "亩、平方公里、公顷", {"基本情况": [["项目", "内容"], ["项目名称", "示例乡村e镇"], ["乡村e镇·建设范围·占地面积（亩）", 1500], ["乡村e镇·建设范围·核心区面积（平方公里）", 0.5], ["乡村e镇·建设范围·建成区面积（公顷）", 12.5]]},
         {"town": {"name": "示例乡村e镇", "site": {"area": 1000000, "core_area": 500000, "built_area": 125000}}}, also=["ods"], read=4)

workbook("an-area-that-does-not-come-out", "一亩除不尽，换算后舍入并说明", {"设施": [["编号", "总建筑面积（亩）"], ["F1", 1]]},
         items("facilities", {"id": "F1", "floor_area": 666.666666666667}), findings=["cell.rounded 设施!B2"], read=1)

GROWTH = ["编号", "统计指标", "时期", "增速（%）", "来源"]

workbook("percent", "百分数格式的单元格：显示12.5%，存的是0.125", {"统计数据": [GROWTH, ["S1", "全市总产值增速", "2023年", (0.125, "0.0%"), "统计局"], ["S2", "全市地区生产总值增速", "2023年", 5.1, "统计局"], ["S3", "全市地区生产总值增速", "2022年", "4.9%", "统计局"], ["S4", "全市总产值增速", "2022年", (-0.032, "0.00%"), "统计局"]]},
         items("statistics", {"id": "S1", "series": "city_output_growth", "period": "2023", "rate": 12.5, "source": "统计局"}, {"id": "S2", "series": "city_gdp_growth", "period": "2023", "rate": 5.1, "source": "统计局"}, {"id": "S3", "series": "city_gdp_growth", "period": "2022", "rate": 4.9, "source": "统计局"}, {"id": "S4", "series": "city_output_growth", "period": "2022", "rate": -3.2, "source": "统计局"}),
         also=["ods", "xlsx"], read=4)

workbook("units-in-the-number-format", "单位写在数字格式里：单元格存12.5，显示12.50万元；存1234567，显示123.5万", {"投资": [["编号", "投资口径", "金额"], ["T1", "完成投资", (12.5, '0.00"万元"')], ["T2", "完成投资", (1234567, '0\\.0,"万"')], ["T3", "完成投资", (3, '0.0"亿元"')], ["T4", "完成投资", (450, '#,##0.00"元"')]]},
         items("investments", *({"id": id, "stage": "completed", "amount": amount} for id, amount in [("T1", 125000), ("T2", 1234567), ("T3", 300000000), ("T4", 450)])), also=["ods", "xlsx"], read=4)

workbook("shown-in-wan", "数字格式把元显示成万元，表头写的是万元", {"投资": [["编号", "投资口径", "金额（万元）"], ["T1", "完成投资", (1234567, "0!.0,")], ["T2", "完成投资", (1234567, "0.00")]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": 1234567}, {"id": "T2", "stage": "completed", "amount": 12345670000}), read=2)

workbook("shown-in-thousands", "数字格式缩小到千分之一显示：列名是千元的能对上，写元或不写单位的不猜；零不受影响",
         {"投资": [["编号", "投资口径", "金额（元）"], ["T1", "完成投资", (1234567, "#,##0,")], ["T2", "完成投资", (0, "#,##0,")], ["T3", "完成投资", (1234567, "#,##0")]], "appropriations": [["编号", "资金性质", "金额（千元）"], ["P1", "中央资金", (1234567, "#,##0,")]], "统计数据": [["编号", "统计指标", "时期", "金额"], ["S1", "网络零售额", "2023年", (2345678901, "0.00,,")]]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": "1234567÷1000"}, {"id": "T2", "stage": "completed", "amount": 0}, {"id": "T3", "stage": "completed", "amount": 1234567}), **items("appropriations", {"id": "P1", "nature": "central", "amount": 1234567}), **items("statistics", {"id": "S1", "series": "online_retail", "period": "2023", "amount": "2345678901÷1000000"})}, also=["ods"],
         findings=["cell.scaled 投资!C2", "structure.number-text 投资!C2", "cell.scaled 统计数据!D2", "structure.number-text 统计数据!D2"], read=5)

workbook("unit-at-the-end", "单位写在列名后面，没有括号；￥只说明是钱", {"投资": [["编号", "投资口径", "金额 万元"], ["T1", "完成投资", "￥5"], ["T2", "完成投资", "5元"]], "设施": [["编号", "名称", "总建筑面积亩"], ["F1", "服务中心", 3]]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": 50000}, {"id": "T2", "stage": "completed", "amount": 5}), **items("facilities", {"id": "F1", "name": "服务中心", "floor_area": 2000})}, findings=["cell.unit-twice 投资!C3"], read=3)

workbook("percentage-points", "表头写百分点", {"统计数据": [["编号", "统计指标", "时期", "增速（百分点）"], ["S1", "全市总产值增速", "2023年", 1.5]]},
         items("statistics", {"id": "S1", "series": "city_output_growth", "period": "2023", "rate": 1.5}), read=1)

workbook("full-width", "全角数字、全角标点", {"设施": [["编号", "总建筑面积（㎡）", "启用时间"], ["F1", "３１２．５", "２０２３年５月"], ["F2", "１，２３４", "２０２３－０６－０１"]]},
         items("facilities", {"id": "F1", "floor_area": 312.5, "opened": "2023-05"}, {"id": "F2", "floor_area": 1234, "opened": "2023-06-01"}), read=2)

workbook("text-numbers", "数字存成文本，带千分位、货币符号、括号负数", {"统计数据": [["编号", "统计指标", "时期", "金额（元）", "增速（%）"], ["S1", "网络零售额", "2023", "￥1,234,567.50", "(3.2)"], ["S2", "网络零售额", "2022", " 1 200 000 ", "+4"]]},
         items("statistics", {"id": "S1", "series": "online_retail", "period": "2023", "amount": 1234567.5, "rate": -3.2}, {"id": "S2", "series": "online_retail", "period": "2022", "amount": 1200000, "rate": 4}), read=2)

def noise(name, data):
    if not name.startswith("xl/worksheets/"):
        return data
    for plain, noisy in [("0.3", "0.30000000000000004"), ("12345.6", "12345.600000000002")]:
        data = data.replace(f"<v>{plain}</v>".encode(), f"<v>{noisy}</v>".encode())
    return data

workbook("binary-noise", "计算留下的二进制误差", {"投资": [["编号", "投资口径", "金额（元）"], ["T1", "完成投资", 0.3], ["T2", "完成投资", 12345.6]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": 0.3}, {"id": "T2", "stage": "completed", "amount": 12345.6}),
         patch=noise, findings=["cell.binary-noise 投资!C2", "cell.binary-noise 投资!C3"], read=2)

workbook("formulas", "公式算出的数值：读入上次保存的结果并提示", {"投资": [["编号", "投资口径", "金额（万元）"], ["T1", "完成投资", 300], ["T2", "完成投资", "=SUM(C2,150)"]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": 3000000}, {"id": "T2", "stage": "completed", "amount": 4500000}),
         only=["ods", "xlsx"], findings=["cell.formula 投资!C3"], read=2)

def zero_instead(name, data):
    if not name.startswith("xl/worksheets/"):
        return data
    return data.replace(b"<f>SUM(C2,250)</f><v></v>", b"<f>SUM(C2,250)</f><v>0</v>").replace(b"<f>SUM(C2,250)</f><v />", b"<f>SUM(C2,250)</f><v>0</v>")

workbook("formulas-not-calculated", "程序写的公式没有算过：没有结果，或者写成0并要求打开时重算", {"投资": [["编号", "投资口径", "金额（万元）"], ["T1", "完成投资", 300], ["T2", "完成投资", "=SUM(C2,150)"], ["T3", "完成投资", "=SUM(C2,250)"]], "设施": [["编号", "名称"], ["F1", "=SUM(1)"]]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": 3000000}, {"id": "T2", "stage": "completed", "amount": "="}, {"id": "T3", "stage": "completed", "amount": "="}), **items("facilities", {"id": "F1", "name": "="})},
         patch=zero_instead, findings=["cell.not-calculated 投资!C3", "structure.number-text 投资!C3", "cell.not-calculated 投资!C4", "structure.number-text 投资!C4", "cell.not-calculated 设施!B2"], read=4)

def errors(made):
    for place, text in [("C2", "#N/A"), ("C3", "#REF!")]:
        made[place].value, made[place].data_type = text, "e"

workbook("error-values", "单元格是 #N/A、#REF!、#DIV/0!", {"投资": [["编号", "投资口径", "金额（万元）"], ["T1", "完成投资", "x"], ["T2", "完成投资", "x"], ["T3", "完成投资", "#DIV/0!"]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": "#N/A"}, {"id": "T2", "stage": "completed", "amount": "#REF!"}, {"id": "T3", "stage": "completed", "amount": "#DIV/0!"}),
         errors, findings=[f"{code} 投资!C{row}" for row in (2, 3, 4) for code in ("cell.error-value", "structure.number-text")], read=3)

workbook("formula-errors", "LibreOffice 算出的错误值", {"投资": [["编号", "投资口径", "金额（万元）"], ["T1", "完成投资", "=0/0"]]},
         items("investments", {"id": "T1", "stage": "completed", "amount": "#DIV/0!"}),
         only=["ods", "xlsx"], findings=["cell.error-value 投资!C2", "structure.number-text 投资!C2"], read=1)

workbook("foreign-unit", "单位与列不符：面积列写万元", {"设施": [["编号", "名称", "总建筑面积（万元）"], ["F1", "服务中心", 12]]},
         items("facilities", {"id": "F1", "name": "服务中心", "floor_area": "12万元"}), findings=["cell.unit-foreign 设施!C2", "structure.number-text 设施!C2"], read=1)

workbook("missing-with-a-reason", "没有数据：写明原因、横线、无", {"设施": [["编号", "名称", "总建筑面积（平方米）", "启用时间"], ["F1", "服务中心", "#未采集", "#尚未到期：在建"], ["F2", "物流中心", "—", "/"], ["F3", "孵化中心", 0, None]]},
         items("facilities", {"id": "F1", "name": "服务中心", "floor_area": {"missing": "not_collected"}, "opened": {"missing": "not_yet_due", "note": "在建"}}, {"id": "F2", "name": "物流中心"}, {"id": "F3", "name": "孵化中心", "floor_area": 0}),
         findings=["cell.dash 设施!C3", "cell.dash 设施!D3"], read=3)

workbook("figure-with-its-status", "数据状态另有一列", {"统计数据": [["编号", "统计指标", "时期", "金额（万元）", "金额·数据状态"], ["S1", "网络零售额", "2023", 120, "初步数"]]},
         items("statistics", {"id": "S1", "series": "online_retail", "period": "2023", "amount": {"value": 1200000, "status": "provisional"}}), read=1)

# ---- dates and times

FORMS = [("2023年5月1日", "2023-05-01"), ("2023年5月", "2023-05"), ("2023.5", "2023-05"), ("2023/5", "2023-05"), ("202305", "2023-05"), ("20230501", "2023-05-01"),
         ("二〇二三年五月", "2023-05"), ("2023年第二季度", "2023Q2"), ("截至2023年5月底", "2023-05"), ("2023", "2023"), ("二〇二三年五月十二日", "2023-05-12"), ("2023-5-1", "2023-05-01"), ("2023年", "2023")]
workbook("dates-in-words", "表格里常见的日期写法", {"设施": [["编号", "启用时间"]] + [[f"F{n}", text] for n, (text, _) in enumerate(FORMS, 1)]},
         items("facilities", *({"id": f"F{n}", "opened": date} for n, (_, date) in enumerate(FORMS, 1))), read=len(FORMS))

workbook("date-cells", "日期格式的单元格", {"设施": [["编号", "启用时间"], ["F1", (day(2023, 5, 1), "yyyy-mm-dd")], ["F2", (day(2023, 5, 1), 'yyyy"年"m"月"d"日"')]]},
         items("facilities", {"id": "F1", "opened": "2023-05-01"}, {"id": "F2", "opened": "2023-05-01"}), also=["ods", "xlsx"], read=2)

def since_1904(made):
    made.parent.epoch = CALENDAR_MAC_1904

workbook("dates-since-1904", "从1904年起算的日期", {"设施": [["编号", "启用时间"], ["F1", (day(2023, 5, 1), "yyyy-mm-dd")]]},
         items("facilities", {"id": "F1", "opened": "2023-05-01"}), since_1904, also=["ods"], read=1)

workbook("serial-dates", "日期列里没有日期格式的序号", {"设施": [["编号", "启用时间"], ["F1", 45047]]},
         items("facilities", {"id": "F1", "opened": "2023-05-01"}), findings=["cell.serial-date 设施!B2"], read=1)

workbook("january-or-october", "2023.1 是1月还是10月，不猜", {"设施": [["编号", "启用时间"], ["F1", 2023.1], ["F2", 2023.5]]},
         items("facilities", {"id": "F1", "opened": "2023.1"}, {"id": "F2", "opened": "2023-05"}), findings=["cell.date-ambiguous 设施!B2", "structure.partial-date 设施!B2"], read=2)

workbook("from-january-on", "1—5月累计", {"统计数据": [["编号", "统计指标", "时期", "是否本年累计", "金额（万元）"], ["S1", "网络零售额", "2023年1-5月", "是", 500]]},
         items("statistics", {"id": "S1", "series": "online_retail", "period": "2023-05", "cumulative": True, "amount": 5000000}), findings=["cell.cumulative 统计数据!C2"], read=1)

workbook("times", "时刻和学时", {"培训场次": [["编号", "日期", "开始时刻", "结束时刻", "学时（分钟）"], ["P1", "2023-05-20", (dt.time(9, 0), "h:mm"), "下午3点半", 90]]},
         items("sessions", {"id": "P1", "date": "2023-05-20", "starts": "09:00", "ends": "15:30", "hours": 1.5}), also=["ods"], read=1)

# ---- texts, codes, references

def pieces(made):
    made["C2"].value = CellRichText("垣曲县", TextBlock(InlineFont(b=True), "示例果品"), "有限公司")
    made["C2"].comment = Comment("名称以营业执照为准", "审核")

workbook("rich-text-and-comments", "一个单元格几种字体，带批注", {"市场主体": [HEAD, R1, R2]}, BOTH, pieces, also=["ods"], read=2)

def phonetic(name, data):
    if name != "xl/sharedStrings.xml":
        return data
    whole = f"<t>{R1[2]}</t>".encode()
    assert whole in data
    return data.replace(whole, whole + '<rPh sb="0" eb="3"><t>yuanquxian</t></rPh><phoneticPr fontId="0"/>'.encode())

workbook("phonetic-guides", "拼音指南不是名称的一部分", {"市场主体": [HEAD, R1, R2]}, BOTH, patch=phonetic, read=2)

workbook("blanks-around", "首尾空格、不间断空格、全角空格", {"市场主体": [[f"{HEAD[0]} ", "\u00a0统一社会信用代码", "名\u3000称", "登记类型"], [" E1 ", "91140827MA0EKEN03X\u00a0", "\u3000垣曲县示例果品有限公司 ", "公司\t"], R2]},
         BOTH, read=2)

workbook("several-values-in-a-cell", "一个单元格几个值：顿号、分号、换行", {"设施": [["编号", "依据文件"], ["F1", "W1、W2"], ["F2", "W1\nW3"], ["F3", "W2；W3"]], "佐证文件": [["编号", "名称"], ["W1", "甲"], ["W2", "乙"], ["W3", "丙"]]},
         {**items("facilities", {"id": "F1", "evidence": ["W1", "W2"]}, {"id": "F2", "evidence": ["W1", "W3"]}, {"id": "F3", "evidence": ["W2", "W3"]}),
          **items("documents", {"id": "W1", "title": "甲"}, {"id": "W2", "title": "乙"}, {"id": "W3", "title": "丙"})}, also=["ods"], read=6)

workbook("yes-and-no", "是否的各种写法", {"市场主体": [["编号", "是否法人", "是否限额以上", "是否接受财政补贴"], ["E1", "是", "√", True], ["E2", "否", "×", False], ["E3", "Y", "N", "无"]]},
         items("entities", {"id": "E1", "legal_person": True, "above_designated_size": True, "subsidised": True}, {"id": "E2", "legal_person": False, "above_designated_size": False, "subsidised": False}, {"id": "E3", "legal_person": True, "above_designated_size": False, "subsidised": False}),
         also=["ods"], read=3)

workbook("a-code-that-is-none", "下拉列表里没有的写法，原样保留并指出", {"市场主体": [["编号", "名称", "登记类型"], ["E1", R1[2], "有限"]]},
         items("entities", {"id": "E1", "name": R1[2], "form": "有限"}), findings=["structure.code-list 市场主体!C2"], read=1)

workbook("ids-in-number-cells", "身份证号、信用代码存成数字，后几位已丢失", {"学员档案": [["档案编号", "身份证号", "联系电话"], ["X1", 142733197001010017, 13900000000]], "市场主体": [["编号", "统一社会信用代码"], ["E1", 121408274000000425]]},
         {**items("entities", {"id": "E1", "code": "121408274000000000"}), **items("trainees", {"id": "X1", "resident_id": "142733197001010000", "phone": "13900000000"})},
         findings=["cell.damaged-number 学员档案!B2", "cell.damaged-number 市场主体!B2"], also=["ods"], read=2)

workbook("a-code-with-a-fault", "信用代码校验位不符：规则指出单元格", {"市场主体": [["编号", "名称", "统一社会信用代码"], ["E1", R1[2], "91140827MA0EKEN03Y"]]},
         items("entities", {"id": "E1", "code": "91140827MA0EKEN03Y", "name": R1[2]}), rules=["entity.code-check 市场主体!C2"], also=["ods"], read=1)

workbook("a-number-that-became-a-date", "编号 3-5 被表格软件改成日期", {"设施": [["编号", "名称"], [(day(2023, 3, 5), "m/d"), "服务中心"]]},
         items("facilities", {"id": "2023-03-05", "name": "服务中心"}), findings=["cell.date-in-text 设施!A2"], also=["ods"], read=1)

workbook("texts-like-formulas", "以 = + - @ 开头的文字仍是文字", {"市场主体": [["编号", "名称", "所在乡镇"], ["E1", "=示例公司", "-"], ["E2", "+86 示例", "@示例镇"]]},
         items("entities", {"id": "E1", "name": "=示例公司"}, {"id": "E2", "name": "+86 示例", "township": "@示例镇"}), findings=["cell.dash 市场主体!C2"], read=2)

workbook("an-unknown-column", "不认识的列原样保留并指出", {"市场主体": [["编号", "名称", "负责科室"], ["E1", R1[2], "电商科"]]},
         items("entities", {"id": "E1", "name": R1[2], "负责科室": "电商科"}), findings=["structure.unknown-field 市场主体!C2"], read=1)

workbook("a-column-twice", "同名的两列，只读前一列并指出，后一列原样保留", {"市场主体": [["编号", "名称", "名称"], ["E1", R1[2], "另一个"]]},
         items("entities", {"id": "E1", "name": R1[2], "column_C": "另一个"}), findings=["table.column-twice 市场主体!C1", "structure.unknown-field 市场主体!C2"], read=1)

# ---- rows that look like what they are not

E3 = {"id": "E3", "name": "垣曲县示例三公司"}

workbook("a-record-beside-a-sum", "左栏合计、注的右边还有记录，右栏序号空着",
         {"投资": [["序号", "编号", "投资口径", "金额（万元）", None, "序号", "编号", "投资口径", "金额（万元）"], [1, "T1", "完成投资", 300, None, 3, "T3", "完成投资", 12.5], ["合计", None, None, 300, None, None, "T4", "完成投资", 20]],
          "设施": [["编号", "名称", "地址", None, "编号", "名称", "地址"], ["F1", "服务中心", "甲街", None, "F2", "仓库", "乙街"], ["注：以下略", None, None, None, None, "展厅", "丙街"]]},
         {**items("investments", {"id": "T1", "stage": "completed", "amount": 3000000}, {"id": "T3", "stage": "completed", "amount": 125000}, {"id": "T4", "stage": "completed", "amount": 200000}),
          **items("facilities", {"id": "F1", "name": "服务中心", "address": "甲街"}, {"id": "F2", "name": "仓库", "address": "乙街"}, {"name": "展厅", "address": "丙街"})}, findings=["structure.required 设施!E3"], read=6)

workbook("a-name-alone", "只填了名称的一行照样是记录；左边单独一格的小标题、落款、页码不是，认不出的拒收",
         {"市场主体": [HEAD, ["一、皋落乡"], R1, [None, None, "垣曲县某某合作社"], HEAD, R2, ["公司数2"], ["县局（盖章）"], ["2023年12月31日"], ["注1：不含分公司"], ["*本表由示例局填报"], ["第1页 共2页"], ["经办人：某某"]]},
         items("entities", E1, {"name": "垣曲县某某合作社"}, E2), findings=["table.lone-cell 市场主体!A2", "structure.required 市场主体!A4", "table.lone-cell 市场主体!A7"], read=3,
         refused=["市场主体!A2 table.lone-cell", "市场主体!A7 table.lone-cell"])

workbook("a-table-above-without-a-name", "认得的表上面还有一张认不出的小表：逐行拒收，不当作标题", {"汇总": [["干部分工", "电话"], ["示例甲", "示例乙"], None, ["市场主体"], HEAD, R1]},
         items("entities", E1), findings=["table.above-header #1!A1", "table.above-header #1!A2"], read=1, refused=["#1!A1 table.above-header", "#1!A2 table.above-header"])

workbook("records-that-begin-like-notes", "第一格写着“说明：”“审核：”“总和”，但整行填了，是记录",
         {"支出": [["用途", "编号", "金额（元）"], ["备注：补助", "D1", 5], ["说明：补助", "D2", 6], ["合计", 2, 11]], "市场主体": [["企业名称", "编号"], ["总和", "E1"], ["合计", "1"]]},
         {**items("payments", {"id": "D1", "purpose": "备注：补助", "amount": 5}, {"id": "D2", "purpose": "说明：补助", "amount": 6}), **items("entities", {"id": "E1", "name": "总和"})}, read=3)

workbook("records-that-look-like-numbers-of-columns", "编号是A、B、C或①②③，没有填满每一列，是记录",
         {"设施": [["编号", "名称", "地址", "总建筑面积（平方米）"], ["甲", "1", "2", None], ["A", "B", "C", None], ["①", "②", "③", None]]},
         items("facilities", *[{"id": a, "name": b, "address": c} for a, b, c in ("甲12", "ABC", "①②③")]), read=3)

def owner(made):
    made.merge_cells("D1:E1")

workbook("an-owner-within-a-record", "产品和它的经营主体都有编号、名称：不是并排的两张表", {"网货产品": [["编号", "名称", "品类", "经营主体", None], [None, None, None, "编号", "名称"], ["P1", "核桃", "干果", "E1", "甲公司"]]},
         items("products", {"id": "P1", "name": "核桃", "category": "干果", "column_D": "E1", "column_E": "甲公司"}), owner,
         findings=["table.column-twice 网货产品!D1", "table.column-twice 网货产品!E1", "structure.unknown-field 网货产品!D3", "structure.unknown-field 网货产品!E3"], read=1)

workbook("a-table-named-by-its-title", "同一张工作表里，下面的表由它的标题说明是什么", {"市场主体": [HEAD, R1, None, ["主导产业"], ["编号", "名称"], ["I1", "核桃"]], "汇总": [["附表1 设施情况"], ["编号", "名称", "地址"], ["F1", "服务中心", "甲街"]]},
         {**items("entities", E1), **items("industries", {"id": "I1", "name": "核桃"}), **items("facilities", {"id": "F1", "name": "服务中心", "address": "甲街"})}, read=3)

# ---- units that are said once, elsewhere or oddly

TI = ["编号", "投资口径", "金额", "所属时期"]

def invested(*amounts):
    return items("investments", *[{"id": f"T{nth}", "stage": "completed", "amount": amount, "period": "2023"} for nth, amount in enumerate(amounts, 1)])

def row(nth, amount):
    return [f"T{nth}", "完成投资", amount, "2023年"]

workbook("the-header-again-without-its-unit", "第二页重复表头，单位行只在第一页", {"投资": [TI, [None, None, "万元", None], row(1, 12.5), TI, row(2, 2.5)]}, invested(125000, 25000), also=["ods"], read=2)
workbook("the-header-again-without-the-line-above", "第二页重复表头，“单位：万元”只在第一页上面", {"投资": [["投资情况表"], [None, None, None, "单位：万元"], TI, row(1, 12.5), TI, row(2, 2.5)]}, invested(125000, 25000), read=2)
workbook("units-before-hints-and-numbers", "单位行里夹着填写提示，栏次行在单位行前面", {"投资": [TI, ["（必填）", "（下拉）", "万元", "年/月"], row(1, 12.5)], "投资(2)": [TI, ["甲", "乙", 1, 2], [None, None, "万元", None], row(2, 2.5)]},
         invested(125000, 25000), read=2)
for nth, line in enumerate(["投资情况统计表（万元）", "（万元）", "单位 万元", "单位（万元）", "单 位：万元", "金额：万元", "单位：人民币（万元）", "金额单位为万元", "单位：万元。", "Unit: 10000 yuan"], 1):
    workbook(f"a-unit-in-a-line-{nth}", f"表头上面写着“{line}”", {"投资": [[line], TI, row(1, 1500)]}, invested(15000000), read=1)
workbook("units-that-do-not-agree", "表上写了两种单位，或只在表下的注里写：不猜，指出", {"投资": [["单位：万元、元"], TI, row(1, 1500)], "投资(2)": [TI, row(2, 15), ["注：以上金额单位均为万元。"]]}, invested(1500, 15), findings=["table.unit-unused 投资!A1", "table.unit-unused '投资(2)'!A3"], read=2)
workbook("a-unit-in-two-cells", "“单位：”和“万元”写在两格里", {"投资": [[None, None, "单位：", "万元"], TI, row(1, 1500)]}, invested(15000000), read=1)
workbook("a-unit-in-the-name-of-the-sheet", "工作表名带单位", {"投资（万元）": [TI, row(1, 1500)]}, invested(15000000), read=1)
workbook("a-unit-of-each-row", "每行自己写计量单位", {"统计数据": [["编号", "统计指标", "时期", "金额", "计量单位"], ["S1", "网络零售额", "2023年", 1500, "万元"], ["S2", "网络零售额", "2022年", 1.2, "亿元"], ["S3", "网络零售额", "2021年", 7, None]]},
         items("statistics", *[{"id": f"S{nth}", "series": "online_retail", "period": str(2024 - nth), "amount": amount} for nth, amount in enumerate([15000000, 120000000, 7], 1)]), read=3)
workbook("an-odd-unit", "列名括号里的单位认不出：不当作元", {"投资": [["编号", "投资口径", "金额（10⁵元）", "所属时期"], row(1, 15)], "投资(2)": [["编号", "投资口径", "金额（百元）", "所属时期"], row(2, 15)], "投资(3)": [["编号", "投资口径", "金额（以万元计）", "所属时期"], row(3, 15)]},
         invested("15105元", 1500, 150000), findings=["cell.unit-foreign 投资!C2", "structure.number-text 投资!C2"], read=3)
workbook("cells-beyond-the-header", "表头以外的格子：在原处指出", {"市场主体": [HEAD, R1 + [None, "x", "y"]]}, items("entities", {**E1, "column_F": "x", "column_G": "y"}), findings=["structure.unknown-field 市场主体!F2", "structure.unknown-field 市场主体!G2"], read=1)
workbook("a-parent-by-another-name", "月度销售用“企业名称”“统一社会信用代码”说明归属", {"市场主体": [HEAD, R1, R2], "月度销售": [["企业名称", "月份", "平台", "销售额（万元）"], [R1[2], "2023-01", "示例平台", 1.5]], "月度销售(2)": [["统一社会信用代码", "月份", "平台", "销售额（万元）"], [R2[1], "2023-02", "示例平台", 2]]},
         items("entities", {**E1, "sales": [{"month": "2023-01", "platform": "示例平台", "amount": 15000}]}, {**E2, "sales": [{"month": "2023-02", "platform": "示例平台", "amount": 20000}]}), read=4)

# ---- rows that belong to others

SALES = ["市场主体编号", "月份", "平台", "销售额（万元）"]

workbook("a-list-inside-a-list", "月度销售另成一表，按编号、信用代码、名称或序号归属", {"市场主体": [HEAD, R1, R2], "月度销售": [SALES, ["E1", "2023年1月", "示例平台", 1.2], [R2[1], "2023-02", "示例平台", 3], [R1[2], "202303", "示例平台", 0.5], ["#2", "2023/4", "示例平台", 2]]},
         items("entities", {**E1, "sales": [{"month": "2023-01", "platform": "示例平台", "amount": 12000}, {"month": "2023-03", "platform": "示例平台", "amount": 5000}]}, {**E2, "sales": [{"month": "2023-02", "platform": "示例平台", "amount": 30000}, {"month": "2023-04", "platform": "示例平台", "amount": 20000}]}), also=["ods"], read=6)

def merged_parent(one, other):
    other.merge_cells("A2:A3")

workbook("a-merged-parent", "企业编号纵向合并，管下面几行", {"市场主体": [HEAD, R1], "月度销售": [SALES, ["E1", "2023-01", "示例平台", 1], [None, "2023-02", "示例平台", 2]]},
         items("entities", {**E1, "sales": [{"month": "2023-01", "platform": "示例平台", "amount": 10000}, {"month": "2023-02", "platform": "示例平台", "amount": 20000}]}), merged_parent, also=["ods"], read=3)

def merged_downwards(made):
    for area in ["B2:B3", "C2:C3", "D2:D3", "E2:E3"]:
        made.merge_cells(area)

workbook("merged-downwards", "口径、来源和时期纵向合并，管下面一行；合并的金额不知道归谁，不拆分",
         {"投资": [["编号", "投资口径", "投资来源", "所属时期", "金额（万元）"], ["T1", "完成投资", "财政资金", "2023年", 300], ["T2", None, None, None, None], ["T3", "完成投资", "社会资本", "2023年", 20]]},
         items("investments", {"id": "T1", "stage": "completed", "source": "public", "amount": 3000000, "period": "2023"}, {"id": "T2", "stage": "completed", "source": "public", "period": "2023"}, {"id": "T3", "stage": "completed", "source": "private", "amount": 200000, "period": "2023"}),
         merged_downwards, also=["ods"], findings=["cell.merged 投资!E3", "structure.required 投资!A3"], read=3)

workbook("a-parent-that-is-not-there", "所属企业不存在或不唯一，逐行拒收", {"市场主体": [["编号", "名称"], ["E1", "甲"], ["E1", "乙"]], "月度销售": [SALES, ["E9", "2023-01", "示例平台", 1], ["E1", "2023-02", "示例平台", 2], [None, "2023-03", "示例平台", 2]]},
         items("entities", {"id": "E1", "name": "甲"}, {"id": "E1", "name": "乙"}),
         findings=["table.parent-unknown 月度销售!A2", "table.parent-ambiguous 月度销售!A3", "table.parent-unknown 月度销售!A4"], read=2,
         refused=["月度销售!A2 table.parent-unknown", "月度销售!A3 table.parent-ambiguous", "月度销售!A4 table.parent-unknown"])

# ---- what stands once

workbook("basics", "基本情况和清单说明", {"基本情况": [["项目", "内容", "说明"], ["数据截止日", (day(2023, 12, 31), "yyyy-mm-dd"), None], ["填报单位", "垣曲县示例局", None], ["项目名称", "示例乡村e镇", None], ["县域类型", "重点帮扶县", None], ["是否综合示范县", "是", None], ["所在乡镇", "甲镇、乙乡", None], ["档案编号", None, "未填"]],
                                "清单说明": [["清单", "是否完整", "缺失原因", "统计截止日", "来源部门", "备注"], ["市场主体", "是", None, "2023-12-31", "市场监管局", None], ["设施", "否", None, None, None, "在建的未列"], ["大赛", None, "不适用", None, None, None], ["品牌", None, None, None, None, None]], "市场主体": [HEAD, R1]},
         {"as_of": "2023-12-31", "prepared_by": "垣曲县示例局", "town": {"name": "示例乡村e镇", "tier": {"tier": "key_assistance"}, "demonstration_county": {"is": True}, "site": {"townships": ["甲镇", "乙乡"]}},
          "entities": {"complete": True, "as_of": "2023-12-31", "source": "市场监管局", "items": [E1]}, "facilities": {"complete": False, "note": "在建的未列", "items": []}, "contests": {"missing": "not_applicable", "items": []}}, also=["ods"], read=10)

workbook("items-that-are-none", "基本情况里不认识的、重复的项目", {"基本情况": [["项目", "内容"], ["填报单位", "示例局"], ["填报单位", "示例二局"], ["天气", "晴"]]},
         {"prepared_by": "示例局"}, findings=["table.item-twice 基本情况!B3", "table.unknown-item 基本情况!B4"], read=1, refused=["基本情况!B3 table.item-twice", "基本情况!B4 table.unknown-item"])

# ---- texts: CSV, TSV, zip

TABLE = "编号,统一社会信用代码,名称,登记类型\r\n" + "".join(",".join(row) + "\r\n" for row in (R1, R2))

case("gb18030", "Excel 在中文 Windows 下另存的 CSV", [(".csv", TABLE.encode("gb18030"))], BOTH, read=2)
case("gb18030-of-four-bytes", "GB18030 的四字节字", [(".csv", "编号,名称,所在乡镇\r\nE1,䶮岭示例果品有限公司,㐀坪𠀀家镇\r\n".encode("gb18030"))],
     items("entities", {"id": "E1", "name": "䶮岭示例果品有限公司", "township": "㐀坪𠀀家镇"}), findings=[], read=1, choose={"name": "市场主体.csv"})
case("unicode-text", "Excel 另存的“Unicode 文本”", [(".txt", b"\xff\xfe" + TABLE.replace(",", "\t").encode("utf-16-le"))], BOTH, read=2)
case("semicolons", "分号分隔的 CSV，开头声明 sep=;", [(".csv", ("sep=;\r\n" + TABLE.replace(",", ";")).encode("utf-8"))], BOTH, read=2)
case("chosen", "指定编码和分隔符，以指定的为准", [(".csv", TABLE.replace(",", "|").encode("utf-16-le"))], BOTH, read=2, choose={"encoding": "utf16le", "delimiter": "bar"})
case("csv-as-people-write-it", "带标题、合计、注、引号内换行的 CSV", [(".csv", ("\ufeff垣曲县市场主体名录,,,\r\n" + TABLE.replace("垣曲县示例果品有限公司", '"垣曲县示例果品有限公司"') + "合计,2,,\r\n,,,\r\n注：按登记时间排列,,,\r\n").encode("utf-8"))], BOTH, read=2)
case("texts-in-formulas", "系统导出的 CSV 用 =\"…\" 保住编号", [(".csv", ("编号,统一社会信用代码,名称,登记类型\r\n" + f'="E1",="{R1[1]}",{R1[2]},公司\r\n').encode("utf-8")), (".txt", ("编号\t统一社会信用代码\t名称\t登记类型\r\n" + f'="E1"\t"=""{R1[1]}"""\t{R1[2]}\t公司\r\n').encode("utf-8"))], items("entities", E1), read=1)
case("zip-of-tables", "中文 Windows 打包的文件夹：每张表一个 CSV", [(".zip", packed([("档案/市场主体.csv", TABLE.encode("gb18030")), ("档案/设施.CSV", "编号,名称\r\nF1,服务中心\r\n".encode("gb18030")), ("档案/说明.docx", b"x")]))],
     {**items("facilities", {"id": "F1", "name": "服务中心"}), **BOTH}, read=3)
case("an-unknown-table", "看不出记录的是什么的 CSV", [(".csv", "一,二\r\n三,四\r\n".encode())], findings=["table.unknown-sheet an-unknown-table:1:1"], refused=["an-unknown-table:1:1 table.unknown-sheet", "an-unknown-table:2:1 table.unknown-sheet"])

# ---- what number formats show: the sender sees it, and means it

INVEST = ["编号", "投资口径", "金额"]

def invested(*amounts):
    return items("investments", *({"id": f"T{n}", "stage": "completed", "amount": amount} for n, amount in enumerate(amounts, 1)))

def amounts(*cells, heading="金额"):
    return {"投资": [INVEST[:2] + [heading]] + [[f"T{n}", "完成投资", cell] for n, cell in enumerate(cells, 1)]}

def refused_at(code, *places):
    return [f"{each} {place}" for place in places for each in (code, "structure.number-text")]

workbook("unit-beside-the-number-in-other-words", "数字格式里的单位写法不一：带括号、中间空格、圆、百万，或者写在数的前面；¥、人民币、约、颜色只是陪衬",
         amounts((12.5, '0.00"（万元）"'), (12.5, '0.00"万圆"'), (12.5, '0.00"万 元"'), (12.5, '0.00"百万"'), (12.5, '"万元"0.00'), (1234567, '0\\.0,"（万元）"'), (12.5, '[$¥-804]#,##0.00"万元"'), (12, "[$￥-804]#,##0.00"), (12, "[$CNY] #,##0.00"), (12, '"约"0'), (-12, '0;[Red]\\(0\\)'), (0, '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ')),
         invested(125000, 125000, 125000, 12500000, 125000, 1234567, 125000, 12, 12, 12, -12, 0), also=["ods", "xlsx"], findings=["structure.negative 投资!C12"], read=12)

workbook("words-beside-the-number-that-are-no-unit", "数字格式里的文字认不出是单位，或者是别的钱、别的单位：不丢掉文字，也不采用数",
         amounts((12.5, '0.00"W"'), (12.5, '"W"0.00'), (12, '0"万（含税）"'), (12345678, '0"万"0000'), (0, '0;-0;"无"'), (12.5, '0.00"万元/年"'), (12, "[$$-409]#,##0.00"), (12, "[$USD] #,##0.00"), (12, "[$€-2] #,##0.00"), (12, '#,##0.00"美元"'), (12, "[$¥-411]#,##0"), (5, '0"%"'), (12, "$#,##0"), (12.5, '0"0万元"')),
         invested("12.5W", "12.5W", "12万（含税）", "12345678…", "无", "12.5万元/年", "12美元", "12美元", "12欧元", "12美元", "12日元", "5%", "12美元", "12.5…"), also=["ods", "xlsx"],
         findings=refused_at("cell.format-unit", "投资!C2", "投资!C3", "投资!C4", "投资!C5", "投资!C6", "投资!C15") + refused_at("cell.unit-foreign", *(f"投资!C{row}" for row in range(7, 15))), read=14)

workbook("per-mille-in-the-number-format", "千分号写在数字格式里：存5，显示5.0‰，就是0.5%", {"统计数据": [GROWTH, ["S1", "全市总产值增速", "2023年", (5, "0.0‰"), "统计局"], ["S2", "全市地区生产总值增速", "2023年", (5, '0.0"%"'), "统计局"]]},
         items("statistics", {"id": "S1", "series": "city_output_growth", "period": "2023", "rate": 0.5, "source": "统计局"}, {"id": "S2", "series": "city_gdp_growth", "period": "2023", "rate": 5, "source": "统计局"}), also=["ods", "xlsx"], findings=["cell.unit-twice 统计数据!D2"], read=2)

# 500 stands as 500 under 万元, where larger ones are kept in yuan: which of the two it is in, nobody knows
workbook("sections-of-the-number-format", "数字格式按大小分段：各按自己那一段显示的读，分不清的不采用",
         amounts((1234567, '[>=10000]0\\.0,"万元";0'), (1234567, '[<10000]0"元";0\\.0,"万元"'), (3, '[<100]0"亿元";0"万元"'), (300, '[<100]0"亿元";0"万元"'), (-3, '0"元";-0"万元"'), (3, '0"元";-0"万元";0"亿元"'), (500, '[>=10000]0\\.0,"万元";0'), (5, '[<1]0"元";[<10]0"万元";0"亿元"'), heading="金额（万元）"),
         invested(1234567, 1234567, 300000000, 3000000, -30000, 3, "500…", 50000), also=["ods", "xlsx"],
         findings=["structure.negative 投资!C6", "cell.unit-twice 投资!C4", "cell.unit-twice 投资!C7"] + refused_at("cell.format-unit", "投资!C8"), read=8)

workbook("a-point-that-is-a-sign", "小数点当文字写进数字格式：0!.0000、0\".\"0、#!.0,\"万\"",
         {**amounts((1234567, "0!.0000"), (5, "0!.0000"), (15, '0"."0'), (1234567, '#!.0,"万"'), (1, "0!.0,"), (1234567, "0\\.0000"), heading="金额（万元）"), "拨入资金": [["编号", "资金性质", "金额"], ["B1", "中央资金", (1234567, "0!.0000")], ["B2", "中央资金", (1234567, '#!.0,"万"')]]},
         {**invested(1234567, 5, "15÷10", 1234567, 1, 1234567), **items("appropriations", {"id": "B1", "nature": "central", "amount": "1234567÷10000"}, {"id": "B2", "nature": "central", "amount": 1234567})}, also=["ods"],
         findings=refused_at("cell.scaled", "投资!C4", "拨入资金!C2"), read=8)

SHOWN_DATES = [('yyyy"年"m"月"', "2023-05"), ('yyyy"年"', "2023"), ("yyyy", "2023"), ("yyyy-mm", "2023-05"), ("mmm-yy", "2023-05"), ('[$-804]yyyy"年"m"月"', "2023-05"), ('[$-804]yyyy"年"m"月";@', "2023-05"), ('yyyy"年"m"月"d"日"', "2023-05-01"), ("m/d/yy h:mm", "2023-05-01"), ('m"月"d"日"', "2023-05-01")]

workbook("dates-that-show-no-day", "日期单元格只显示年，或者年和月：就是那一年、那个月，不是头一天；要写到日的列不采用",
         {"设施": [["编号", "启用时间"]] + [[f"F{n}", (day(2023, 5, 1), shape)] for n, (shape, _) in enumerate(SHOWN_DATES, 1)], "统计数据": [["编号", "统计指标", "时期", "金额"], ["S1", "网络零售额", (day(2023, 1, 1), "yyyy"), 5]], "基本情况": [["项目", "内容"], ["数据截止日", (day(2023, 5, 1), 'yyyy"年"m"月"')]],
          "市场主体": [HEAD, R1], "月度销售": [["市场主体编号", "月份", "平台", "销售额"], ["E1", (day(2023, 5, 1), 'yyyy"年"m"月"'), "示例平台", 5]]},
         {**items("facilities", *({"id": f"F{n}", "opened": date} for n, (_, date) in enumerate(SHOWN_DATES, 1))), **items("statistics", {"id": "S1", "series": "online_retail", "period": "2023", "amount": 5}), "as_of": "2023-05", **items("entities", {**E1, "sales": [{"month": "2023-05", "platform": "示例平台", "amount": 5}]})},
         also=["ods", "xlsx"], findings=["structure.date 基本情况!B2"], read=len(SHOWN_DATES) + 4)

# 17 is mmm-yy, 27 and 57 are yyyy"年"m"月" in Chinese workbooks, which state no code for them
def of_number(name, data):
    return data.replace(b'numFmtId="14"', b'numFmtId="57"') if name == "xl/styles.xml" else data

workbook("a-month-as-chinese-excel-keeps-it", "在中文 Excel 里输入2023年5月：单元格是5月1日，用内置格式57只显示年月", {"设施": [["编号", "启用时间"], ["F1", (day(2023, 5, 1), "mm-dd-yy")]]},
         items("facilities", {"id": "F1", "opened": "2023-05"}), patch=of_number, read=1)

workbook("identifiers-as-they-are-shown", "编号、文号、发票号存成数字，靠数字格式补零、加字：按显示的读；常规、千分位格式只读数字",
         {"投资": [["编号", "投资口径", "金额"], [(1, '"E"000'), "完成投资", (12, "0000")]], "佐证文件": [["编号", "名称", "文号或编号"], ["W1", "甲", (5, '"垣政发〔2023〕"0"号"')], ["W2", "乙", (12345, "00000000")], ["W3", "丙", (1234567, "#,##0")], ["W4", "丁", (5, "0")]],
          "市场主体": [["编号", "名称", "国民经济行业代码"], [(2, '"E"000'), "甲", (111, "0000")]], "月度销售": [["市场主体编号", "月份", "平台", "销售额"], [(2, '"E"000'), "2023-05", "示例平台", 5]], "学员档案": [["档案编号", "身份证号", "联系电话"], ["X1", (142733197001010017, '"X"0'), (3596022222, "0000-0000000")]]},
         {**items("investments", {"id": "E001", "stage": "completed", "amount": 12}), **items("documents", {"id": "W1", "title": "甲", "number": "垣政发〔2023〕5号"}, {"id": "W2", "title": "乙", "number": "00012345"}, {"id": "W3", "title": "丙", "number": "1234567"}, {"id": "W4", "title": "丁", "number": "5"}),
          **items("entities", {"id": "E002", "name": "甲", "industry": "0111", "sales": [{"month": "2023-05", "platform": "示例平台", "amount": 5}]}), **items("trainees", {"id": "X1", "resident_id": "142733197001010000", "phone": "0359-6022222"})},
         also=["ods", "xlsx"], findings=["cell.damaged-number 学员档案!B2"], read=8)

workbook("a-day-that-shows-its-time", "带日期的时间只显示时分：读时刻，不是几百万小时", {"培训场次": [["编号", "日期", "开始时刻", "结束时刻"], ["P1", "2023-05-20", (dt.datetime(2023, 5, 20, 14, 30), "h:mm"), (dt.datetime(2023, 5, 20, 16, 0), 'h"时"mm"分"')]]},
         items("sessions", {"id": "P1", "date": "2023-05-20", "starts": "14:30", "ends": "16:00"}), also=["ods", "xlsx"], read=1)

# ---- the template, filled

def fill(path):
    """The template as a clerk fills it: below the example of each sheet."""
    made = openpyxl.load_workbook(path)
    def put(title, **values):
        at = made[title]
        head = next(row for row in range(1, 12) if "编号" in str(at.cell(row, 1).value or "") or "清单" == at.cell(row, 1).value)
        names = {str(cell.value).strip("*").split("（")[0]: cell.column for cell in at[head] if cell.value}
        free = head + 1
        while at.cell(free, 1).value:
            free += 1
        for name, value in values.items():
            at.cell(free, names[name]).value = value
    once = {str(row[0].value).strip("*").split("（")[0]: row[1] for row in made["基本情况"].iter_rows() if row[0].value}
    for name, value in {"数据截止日": day(2023, 12, 31), "填报单位": "垣曲县示例局", "乡村e镇·项目名称": "示例乡村e镇", "乡村e镇·县域类型·县域类型": "重点帮扶县", "乡村e镇·建设范围·占地面积": 1000000}.items():
        once[name].value = value
    put("设施", 编号="F1", 名称="服务中心", 总建筑面积=612.5, 启用时间=day(2023, 5, 1))
    put("设施·功能与专用面积", 设施编号="F1", 功能="产品展示体验中心", 专用建筑面积=212)
    put("市场主体", 编号="E1", 统一社会信用代码=R1[1], 名称=R1[2], 登记类型="公司", 是否法人="是")
    put("市场主体·月度销售", 市场主体编号="E1", 月份="2023-05", 平台="示例平台", 渠道="平台店铺", 销售额=126800.5)
    put("学员档案", 档案编号="X1", 姓名="王示例", 身份证号="142733197001010017", 联系电话="13900000000", 培训对象类别="返乡农民工")
    put("培训场次", 编号="P1", 主题="电商应用", 日期="2023年5月20日", 开始时刻=dt.time(9, 0), 申报人数=30)
    put("培训场次·签到名单", 培训场次编号="P1", 签到名单="X1")
    put("统计数据", 编号="S1", 统计指标="网络零售额", 时期="2023", 金额=5000000)
    return saved(made)

FILLED = {
    "as_of": "2023-12-31", "prepared_by": "垣曲县示例局", "town": {"name": "示例乡村e镇", "tier": {"tier": "key_assistance"}, "site": {"area": 1000000}},
    **items("facilities", {"id": "F1", "name": "服务中心", "roles": [{"role": "display_experience", "area": 212}], "floor_area": 612.5, "opened": "2023-05-01"}),
    **items("entities", {**E1, "legal_person": True, "sales": [{"month": "2023-05", "platform": "示例平台", "channel": "platform_shop", "amount": 126800.5}]}),
    **items("sessions", {"id": "P1", "topic": "e_commerce", "date": "2023-05-20", "starts": "09:00", "attendance": ["X1"], "head_count": 30}),
    **items("trainees", {"id": "X1", "name": "王示例", "resident_id": "142733197001010017", "phone": "13900000000", "groups": ["returning_migrant_worker"]}),
    **items("statistics", {"id": "S1", "series": "online_retail", "period": "2023", "amount": 5000000}),
}

if "--template" in sys.argv:
    data = fill(sys.argv[sys.argv.index("--template") + 1])
    case("template-filled", "填好的模板，以及 LibreOffice 再次保存的样子", [(".xlsx", anonymous(data)), ("-resaved.xlsx", xlsx(data)), (".ods", ods(data))], FILLED, read=13)
else:
    MADE.update(each.name for each in HERE.glob("template-filled*"))

# ---- forms of 基本情况 and 清单说明 that hold more than one item a row, and files beside the tables

FOUR = {"as_of": "2023-12-31", "prepared_by": "示例局", "town": {"name": "示例乡村e镇", "site": {"area": 1000000}}}
PAIRS = [["项目名称", "示例乡村e镇", "填报单位", "示例局"], ["占地面积（亩）", 1500, "数据截止日", "2023-12-31"]]
workbook("basics-in-four-columns", "基本情况排成四列，清单说明左右两半", {"基本情况": [["项目", "内容", "项目", "内容"], *PAIRS], "清单说明": [["清单", "是否完整", "清单", "是否完整"], ["设施", "是", "品牌", "否"]]},
         {**FOUR, "facilities": {"complete": True, "items": []}, "brands": {"complete": False, "items": []}}, also=["ods"], read=6)
workbook("basics-without-a-header", "基本情况没有表头，每行两项", {"基本情况": [["乡村e镇基本情况表"], *PAIRS]}, FOUR, read=4)
workbook("basics-beside-items", "基本情况里有不属于任何项目的格", {"基本情况": [["项目", "内容", "说明", "责任科室"], ["项目名称", "示例乡村e镇", "照批复填写", "某科"], ["填报单位", "示例局", None, None], ["天气", "晴", None, None]]},
         {"prepared_by": "示例局", "town": {"name": "示例乡村e镇"}}, findings=["table.unknown-item 基本情况!B4", "table.unknown-item 基本情况!D2"], read=2, refused=["基本情况!B4 table.unknown-item", "基本情况!D2 table.unknown-item"])
# 1500 亩 are 1,000,000 m2, 0.5 km2 are 500,000; 12 万元 are no area; 3 公顷 in the name and 45 亩 beside it: that of the cell counts
workbook("basics-with-a-column-of-units", "基本情况有单位列：相符的、不符的、与项目名不同的", {"基本情况": [["项目", "单位", "内容"], ["项目名称", "—", "示例乡村e镇"], ["占地面积", "亩", 1500], ["核心区面积", "万元", 12], ["建成区面积（公顷）", "亩", 45]]},
         {"town": {"name": "示例乡村e镇", "site": {"area": 1000000, "core_area": "12万元", "built_area": 30000}}}, also=["ods"],
         findings=["cell.unit-foreign 基本情况!C4", "cell.unit-twice 基本情况!C5", "structure.number-text 基本情况!C4"], read=4)
workbook("basics-with-a-unit-above", "基本情况上方写着单位", {"基本情况": [["乡村e镇基本情况表"], ["填报单位：示例局", "单位：亩"], ["项目", "内容"], ["项目名称", "示例乡村e镇"], ["占地面积", 1500]]},
         {"prepared_by": "示例局", "town": {"name": "示例乡村e镇", "site": {"area": 1000000}}}, read=3)
case("zip-of-macos", "苹果电脑打包的文件夹：旁边有系统文件", [(".zip", packed([("档案/市场主体.csv", TABLE.encode("utf-8")), ("档案/.DS_Store", b"x"), ("__MACOSX/._档案", b"x"), ("__MACOSX/档案/._市场主体.csv", b"x"), (".DS_Store", b"x")]))], BOTH, read=2)
case("zip-with-other-files", "压缩包里除 CSV 外还有工作簿、JSON、别的压缩包", [(".zip", packed([("市场主体.csv", TABLE.encode("utf-8")), ("设施.xls", b"x"), ("品牌.json", b"{}"), ("in.zip", b"x"), ("现场.jpg", b"x"), ("more/品牌.csv", b"x"), ("more/b.csv", b"x")]))],
     BOTH, findings=["table.other-files 市场主体:1:1"], read=2)

left = {each.name for each in HERE.iterdir()} - MADE - {"make.py", "tools.py", "__pycache__"}
assert not left, f"nothing makes {sorted(left)}: remove them"
print(f"{len([each for each in MADE if each.endswith('.json')])} cases, {len([each for each in MADE if not each.endswith('.json')])} files")

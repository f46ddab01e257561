//! Statistics by year or month, each with its source (`附件2-23`, `附件2-26`).

use super::kind::{Figure, Id, List, Long, Maybe, Ref, Short, code_list, record};
use super::target::ToDocument;
use super::town::Territory;
use crate::quantity::{Money, PartialDate, Ratio};

code_list! {
    /// Series of statistics (统计指标).
    pub enum Series {
        /// Gross output value.
        GrossOutput = "gross_output" ("总产值", "gross output value"),
        /// Online retail sales.
        OnlineRetail = "online_retail" ("网络零售额", "online retail sales"),
        /// Growth of gross output of the city.
        CityOutputGrowth = "city_output_growth" ("全市总产值增速", "growth of the city's gross output"),
        /// Growth of gross domestic product of the city.
        CityGdpGrowth = "city_gdp_growth" ("全市地区生产总值增速", "growth of the city's GDP"),
        /// Mean growth of output of the city's e-towns.
        CityETownOutputGrowth = "city_e_town_output_growth" ("全市乡村e镇产值平均增速", "mean growth of the city's e-towns"),
        /// Another series.
        Other = "other" ("其他", "other"),
    }
}

record! {
    /// A statistic of a period (统计数据).
    pub struct Statistic("统计数据") {
        /// Identifier.
        id: Maybe<Id> required "编号" [],
        /// Series.
        series: Maybe<Series> required "统计指标" ["附件2-23", "附件2-26"],
        /// Period: a year, or a month of a monthly series.
        period: Maybe<PartialDate> required "时期" ["附件2-23", "附件2-26"],
        /// Territory; the declared boundary for the town's series, the city for the city's.
        territory: Maybe<Territory> "统计地域" ["附件2-23", "附件2-26"],
        /// Whether a monthly figure is cumulative since January.
        cumulative: Maybe<bool> "是否本年累计" [],
        /// Amount, for series of amounts.
        amount: Maybe<Figure<Money>> "金额" ["附件2-23", "附件2-26"],
        /// Rate, for series of growth.
        rate: Maybe<Figure<Ratio>> "增速" ["附件2-23"],
        /// Source: department or yearbook.
        source: Maybe<Short> "来源" ["附件2-23", "附件2-26"],
        /// Documents that give the figure.
        evidence: List<Ref<ToDocument>> "依据文件" [],
        /// Note.
        note: Maybe<Long> "备注" [],
    }
}

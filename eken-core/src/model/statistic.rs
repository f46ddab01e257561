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
        /// Unique in this section, such as T001; by it the figure is found again when data are checked.
        id: Maybe<Id> required "编号：本节内不重复，如 T001；核对和修改时按它找到这个数" [],
        /// Series.
        /// What the figure is: output and online retail are amounts, those of the city are rates.
        series: Maybe<Series> required "统计指标：是哪个指标的数；总产值、网络零售额填金额，全市的填增速" ["附件2-23", "附件2-26"],
        /// Period.
        /// Such as 2023, 2023Q2 or 2023-05; the yearly figure holds, and the months are added up where there is none.
        period: Maybe<PartialDate> required "时期：年度写 2023，季度 2023Q2，月度 2023-05；先用年度数，没有才加各月" ["附件2-23", "附件2-26"],
        /// Territory.
        /// By default the declared boundary for the town's figures, the city for the city's; others are not used.
        territory: Maybe<Territory> "统计地域：默认本镇的数按e镇四至范围，全市的选所在市；范围不同的不用" ["附件2-23", "附件2-26"],
        /// Whether a monthly figure is cumulative since January.
        /// Yes for January up to this month, no for the month alone; without an answer a month is not used.
        cumulative: Maybe<bool> "是否本年累计：从1月累计到本月填是，只是当月填否；月度数不填的不能用" [],
        /// Amount.
        /// For output and online retail, as the source has it; say if it is provisional or estimated.
        amount: Maybe<Figure<Money>> "金额：总产值、网络零售额填这里，照来源抄；初步数、估计数要注明状态" ["附件2-23", "附件2-26"],
        /// Rate.
        /// For the city's growth, 8.5 meaning 8.5 %; the town's own growth is worked out from its amounts.
        rate: Maybe<Figure<Ratio>> "增速：全市增速填这里，8.5%写 8.5；本镇增速由前后两年的金额算出" ["附件2-23"],
        /// Source.
        /// Department or yearbook that gives it; with neither a source nor a document on file it is not used.
        source: Maybe<Short> "来源：出数的部门或年鉴，如市统计局；没有来源又没有依据文件在档的不用" ["附件2-23", "附件2-26"],
        /// Documents that give the figure.
        /// Bulletin, letter or table with the figure; one with a digest stands in for the source.
        evidence: List<Ref<ToDocument>> "依据文件：登有此数的公报、函件、报表；填了文件摘要的可以代替来源" [],
        /// Note.
        /// Why it was revised or jumps, or that growth is at comparable prices.
        note: Maybe<Long> "备注：写明为何修订、为何大起大落、是否按可比价格；不写个人信息" [],
    }
}

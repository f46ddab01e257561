//! Tables of names and weights. The sign 例 (example) stands in every name of a body, so that none is taken for a real one.

/// Cores of names of companies and brands, two of them a name.
pub(crate) const WORDS: &[&str] = &[
    "禾", "山", "泉", "丰", "源", "谷", "林", "岭", "溪", "岩", "松", "柏", "菌", "麓", "原", "川", "沃", "野", "青",
    "苗", "晨", "露", "云", "石", "竹", "枣", "桃", "杏", "栗", "桑", "葵", "麦", "稷", "菽", "椿", "槐", "榆", "桐",
    "枫", "桦", "兰", "芷", "萱", "荷", "菱", "藻", "萍", "苇", "棠", "梨", "柿", "椒",
];

/// Platforms with their channel; they stand for their kind and say nothing of themselves.
pub(crate) const SHOPS: &[(&str, &str)] = &[
    ("淘宝", "platform_shop"),
    ("抖音", "live_streaming"),
    ("拼多多", "platform_shop"),
    ("快手", "live_streaming"),
    ("微信", "social"),
    ("京东", "platform_shop"),
];

/// Platforms across the border.
pub(crate) const ABROAD: &[(&str, &str)] = &[("阿里巴巴国际站", "cross_border"), ("亚马逊", "cross_border")];

/// Sales by month of the year, per mille of the mean: the weeks before the Spring Festival (年货节), the middle of the year
/// (六一八), the harvest festival and Double Eleven (双十一) stand out.
pub(crate) const SEASON: [u64; 12] = [1320, 840, 800, 830, 900, 1120, 800, 850, 1180, 1020, 1360, 1160];

/// Sizes of entities: thirty-two quantiles of a log-normal distribution with a shape of 1.2, its median 100, rounded.
pub(crate) const SIZES: [u64; 32] = [
    8, 13, 18, 23, 27, 32, 37, 42, 47, 53, 59, 65, 72, 79, 87, 95, 105, 115, 127, 140, 154, 171, 190, 212, 239, 271,
    311, 364, 437, 548, 747, 1326,
];

/// Goods with their category.
pub(crate) const GOODS: &[(&str, &str)] = &[
    ("猴头菇干品", "食用菌"),
    ("香菇干品", "食用菌"),
    ("黑木耳干品", "食用菌"),
    ("羊肚菌干品", "食用菌"),
    ("菌菇汤料包", "食用菌"),
    ("香菇脆片", "食用菌"),
    ("薄皮核桃", "干果"),
    ("核桃油", "干果"),
    ("核桃仁", "干果"),
    ("山楂条", "果品"),
    ("苹果脆片", "果品"),
    ("槐花蜜", "蜂产品"),
    ("土蜂蜜", "蜂产品"),
    ("小米", "杂粮"),
    ("荞麦面", "杂粮"),
    ("杂粮礼盒", "杂粮"),
];

/// How goods are packed.
pub(crate) const PACKS: &[&str] = &["250克袋装", "500克袋装", "礼盒装", "罐装", "1千克家庭装", "便携装"];

/// Groups of trainees.
pub(crate) const GROUPS: &[&str] = &[
    "returning_migrant_worker",
    "university_student",
    "graduate",
    "veteran",
    "lifted_out_of_poverty",
    "sole_trader",
    "enterprise_staff",
    "cooperative_member",
    "new_type_farmer",
];

/// Topics of training with their titles; the first is kept for training in cross-border trade.
pub(crate) const TOPICS: &[(&str, &str)] = &[
    ("cross_border", "跨境电商实务培训"),
    ("e_commerce", "农村电商应用培训"),
    ("live_selling", "短视频与直播带货培训"),
    ("business_leader", "商业带头人研修"),
    ("brand_design", "农产品品牌设计培训"),
    ("marketing", "网络营销培训"),
];

/// Fields of experts.
pub(crate) const FIELDS: &[&str] =
    &["电商运营", "短视频与直播", "品牌设计", "跨境电商", "冷链物流", "农产品检测", "食用菌产业"];

/// The name that a number gives: `例禾山`, and so on through more than two thousand before a third sign is needed.
pub(crate) fn word(number: usize) -> String {
    let size = WORDS.len();
    let at = |place: usize| WORDS.get(place.checked_rem(size).unwrap_or_default()).copied().unwrap_or_default();
    let rest = number.checked_div(size).unwrap_or_default();
    let second = rest.saturating_add(number.saturating_mul(7)).saturating_add(5);
    let third = rest.checked_div(size).filter(|more| *more > 0).map(at).unwrap_or_default();
    format!("例{}{}{third}", at(number), at(second))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_do_not_repeat_and_hold_the_sign_of_an_example() {
        let names: std::collections::BTreeSet<String> = (0..20_000).map(word).collect();
        assert_eq!(names.len(), 20_000);
        assert!(names.iter().all(|name| name.starts_with('例')));
    }

    #[test]
    fn a_year_of_seasons_is_about_twelve_months_and_sizes_are_skewed() {
        assert!((12_000..12_400).contains(&SEASON.iter().sum::<u64>()));
        assert!(SIZES.is_sorted() && SIZES.iter().sum::<u64>() > 32 * 105 * 3 / 2);
    }
}

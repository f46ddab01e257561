//! The county that files: Yuanqu as the published plan names it, or one that is made up.

use crate::chance::Chance;
use crate::tables::WORDS;

/// Names of the county, its town, townships and offices.
#[derive(Clone, Debug)]
pub(crate) struct County {
    pub(crate) name: String,
    pub(crate) city: &'static str,
    pub(crate) division: String,
    pub(crate) town: String,
    pub(crate) villages: [String; 2],
    /// Townships that host the site.
    pub(crate) hosts: [String; 2],
    /// Other townships.
    pub(crate) others: Vec<String>,
    /// East, west, south, north.
    pub(crate) limits: [String; 4],
    pub(crate) industry: &'static str,
    /// The office that leads.
    pub(crate) bureau: String,
}

impl County {
    /// One in three seeds is Yuanqu's; no other county of the world is meant.
    pub(crate) fn new(seed: u64) -> Self {
        let mut chance = Chance::new(seed, "county");
        if chance.percent(34) { Self::yuanqu() } else { Self::made_up(&mut chance) }
    }

    /// An office of the county: `office("统计局")`.
    pub(crate) fn office(&self, name: &str) -> String {
        format!("{}{name}", self.name)
    }

    fn yuanqu() -> Self {
        Self {
            name: "垣曲县".to_owned(),
            city: "运城市",
            division: "140827".to_owned(),
            town: "垣曲县皋陶乡村e镇".to_owned(),
            villages: ["新城镇坡底村".to_owned(), "皋落乡皋落村".to_owned()],
            hosts: ["皋落乡".to_owned(), "新城镇".to_owned()],
            others: ["王茅镇", "历山镇", "古城镇", "毛家镇", "长直乡"].map(str::to_owned).to_vec(),
            limits: ["鲁家坡", "滨河东路", "皋落村", "学府路"].map(str::to_owned),
            industry: "食用菌＋特色农产品",
            bureau: "垣曲县工科局".to_owned(),
        }
    }

    fn made_up(chance: &mut Chance) -> Self {
        let (place, core) = (chance.place(WORDS.len()), chance.place(WORDS.len()));
        let sign = |place: usize| WORDS.get(place).copied().unwrap_or_default();
        let name = format!("例{}县", sign(place));
        let core = format!("例{}", sign(core));
        // 1499 stands for no prefecture: the code is in form and nobody's
        let division = format!("1499{}", chance.whole(21, 89));
        Self {
            city: "例州市",
            division,
            town: format!("{name}{core}乡村e镇"),
            villages: [format!("{core}镇东村"), format!("{core}镇西村")],
            hosts: [format!("{core}镇"), format!("{core}乡")],
            others: ["东川镇", "南塬镇", "北渠乡", "西柳乡"].map(str::to_owned).to_vec(),
            limits: ["东干渠", "西环路", "南堤", "北大街"].map(str::to_owned),
            industry: "食用菌",
            bureau: format!("{name}商务局"),
            name,
        }
    }
}

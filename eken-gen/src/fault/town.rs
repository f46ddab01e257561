//! Faults of the town: division, tier.

use eken_core::json::Tree;

use super::Fault;
use super::ground::Ground;

pub(super) const FAULTS: &[Fault] = &[
    Fault::new("tier.no-evidence", |ground| {
        ground.town("tier")?;
        ground.take("/town/tier", "evidence")?;
        Some("/town/tier".to_owned())
    }),
    Fault::new("town.division-code", |ground| division(ground, "14082")),
    Fault::new("town.division-not-county", |ground| division(ground, "140800")),
    Fault::new("town.division-repairable", |ground| division(ground, "１40827")),
    Fault::new("town.division-superseded", |ground| division(ground, "142733")),
];

fn division(ground: &mut Ground<'_>, code: &str) -> Option<String> {
    ground.town("division")?;
    ground.put("/town/division", Tree::text(code))
}

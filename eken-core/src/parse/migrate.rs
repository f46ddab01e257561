//! Migration of older files to the current format, one step a version.

use crate::json::{Kind, Reader, Tree};
use crate::limits::Limits;
use crate::model::SchemaVersion;

/// One step: from version `from` to the next.
pub(super) struct Step {
    pub(super) from: u32,
    pub(super) apply: fn(Tree) -> Tree,
}

/// The steps known, oldest first. Version 1 is the first published format, so there are none yet.
pub(super) const STEPS: &[Step] = &[];

/// The version that a dossier names, with its offset in the text, if it names one.
pub(super) fn version_of(text: &str, limits: &Limits) -> Option<(u32, usize)> {
    let mut reader = Reader::new(text, limits);
    let mut version = None;
    if reader.at_object() {
        reader.members(&mut |reader, key| {
            if key == "schema_version" && reader.kind() == Kind::Number {
                let start = reader.value_start();
                version = reader.number_token().and_then(SchemaVersion::of_token).map(|version| (version, start));
            } else {
                reader.skip();
            }
        });
    }
    version
}

/// Applies the steps from `version` to `target`, each setting `schema_version` to what it leads to. `None` when a step is
/// missing.
pub(super) fn migrate(mut tree: Tree, mut version: u32, target: u32, steps: &[Step]) -> Option<Tree> {
    while version < target {
        let step = steps.iter().find(|step| step.from == version)?;
        version = version.saturating_add(1);
        tree = set_version((step.apply)(tree), version);
    }
    Some(tree)
}

fn set_version(tree: Tree, version: u32) -> Tree {
    match tree {
        Tree::Object(members) => Tree::Object(
            members
                .into_iter()
                .map(|(key, value)| {
                    let value = if &*key == "schema_version" { Tree::whole(version.into()) } else { value };
                    (key, value)
                })
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rename(tree: Tree) -> Tree {
        match tree {
            Tree::Object(members) => Tree::Object(
                members
                    .into_iter()
                    .map(|(key, value)| (if &*key == "place" { "town".into() } else { key }, value))
                    .collect(),
            ),
            other => other,
        }
    }

    #[test]
    fn steps_are_applied_in_turn_and_the_version_follows() {
        let steps = [Step { from: 1, apply: rename }, Step { from: 2, apply: |tree| tree }];
        let limits = Limits::default();
        let tree = Reader::new(r#"{"schema_version":1,"place":{}}"#, &limits).tree();
        let moved = migrate(tree.clone(), 1, 3, &steps).unwrap();
        assert_eq!(moved.to_text(), r#"{"schema_version":3,"town":{}}"#);
        assert_eq!(migrate(tree, 0, 3, &steps), None);
    }

    #[test]
    fn the_version_is_seen_wherever_it_stands() {
        let limits = Limits::default();
        assert_eq!(version_of(r#"{"town":{"schema_version":9},"schema_version":2.0}"#, &limits), Some((2, 46)));
        assert_eq!(version_of(r#"{"schema_version":"1"}"#, &limits), None);
        assert_eq!(version_of("[]", &limits), None);
    }
}

//! Values into objects, by their ways.

use eken_core::json::{Tree, unescape};

/// Members of an object.
pub(super) type Members = Vec<(Box<str>, Tree)>;

/// Puts a value at the end of a way through objects, which are made where they are not there yet. Whether it could be done:
/// something else than an object may be in the way.
pub(super) fn insert(members: &mut Members, path: &[&str], value: Tree) -> bool {
    let Some((first, rest)) = path.split_first() else { return false };
    let held = members.iter_mut().find(|(name, _)| &**name == *first).map(|(_, value)| value);
    match (held, rest.is_empty()) {
        (None, true) => {
            members.push(((*first).into(), value));
            true
        }
        (None, false) => {
            let mut inner = Members::new();
            let done = insert(&mut inner, rest, value);
            members.push(((*first).into(), Tree::Object(inner)));
            done
        }
        (Some(Tree::Object(inner)), false) => insert(inner, rest, value),
        (Some(_), _) => false,
    }
}

/// Sets, or takes away, the value at a JSON Pointer. Objects on the way are made; an index may be that of the element behind
/// the last one. Whether it could be done.
pub(super) fn set(tree: &mut Tree, pointer: &str, value: Option<Tree>) -> bool {
    let steps: Vec<String> = pointer.split('/').skip(1).map(|step| unescape(step).into_owned()).collect();
    let steps: Vec<&str> = steps.iter().map(String::as_str).collect();
    set_at(tree, &steps, value)
}

fn set_at(tree: &mut Tree, steps: &[&str], value: Option<Tree>) -> bool {
    let Some((first, rest)) = steps.split_first() else {
        return match value {
            Some(value) => {
                *tree = value;
                true
            }
            None => false,
        };
    };
    match tree {
        Tree::Object(members) => {
            let at = members.iter().position(|(name, _)| &**name == *first);
            match (at, value, rest.is_empty()) {
                (Some(at), None, true) => {
                    members.remove(at);
                    true
                }
                (None, None, _) => false,
                (Some(at), value, _) => members.get_mut(at).is_some_and(|(_, inner)| set_at(inner, rest, value)),
                (None, Some(value), true) => {
                    members.push(((*first).into(), value));
                    true
                }
                (None, value @ Some(_), false) => {
                    let mut inner = Tree::Object(Members::new());
                    let done = set_at(&mut inner, rest, value);
                    members.push(((*first).into(), inner));
                    done
                }
            }
        }
        Tree::Array(items) => {
            let Ok(at) = first.parse::<usize>() else { return false };
            let behind = at == items.len();
            match (items.get_mut(at), value, rest.is_empty()) {
                (Some(_), None, true) => {
                    items.remove(at);
                    true
                }
                (Some(inner), value, _) => set_at(inner, rest, value),
                (None, Some(value), true) if behind => {
                    items.push(value);
                    true
                }
                _ => false,
            }
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_find_their_way_and_nothing_is_overwritten_on_it() {
        let mut members = Members::new();
        assert!(insert(&mut members, &["a", "b"], Tree::Bool(true)));
        assert!(insert(&mut members, &["a", "c"], Tree::Null));
        assert!(!insert(&mut members, &["a", "b", "d"], Tree::Null));
        assert!(!insert(&mut members, &["a"], Tree::Null));
        assert_eq!(Tree::Object(members).to_text(), r#"{"a":{"b":true,"c":null}}"#);
    }

    #[test]
    fn a_pointer_sets_and_takes_away() {
        let mut tree = Tree::Object(vec![("a".into(), Tree::Array(vec![Tree::Null]))]);
        assert!(set(&mut tree, "/a/1", Some(Tree::Bool(true))));
        assert!(set(&mut tree, "/x/y~1z", Some(Tree::text("t"))));
        assert!(set(&mut tree, "/a/0", None));
        assert!(!set(&mut tree, "/a/7", Some(Tree::Null)) && !set(&mut tree, "/q", None) && !set(&mut tree, "", None));
        assert!(!set(&mut tree, "/x/y~1z/w", Some(Tree::Null)));
        assert_eq!(tree.to_text(), r#"{"a":[true],"x":{"y/z":"t"}}"#);
    }
}

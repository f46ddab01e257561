//! One tree of many files: what stands in a folder, as if it stood in one file.

use crate::plan::PlanFile;
use crate::plan::source::{Entry, Faults, KEEP_ONE, Node, NodeKind, Place, json, toml_file};
use crate::words::{Label, said};

/// The folders whose files hold one item each, with the list they belong to.
const FOLDERS: [(&str, &str); 2] = [("indicators", "indicator"), ("targets", "target")];

/// Reads every file and joins them: lists are put together in the order of the files' names, a value may be written in
/// one file only. `None` when a file could not be read.
pub(in crate::plan) fn read(files: &[PlanFile], faults: &mut Faults<'_>) -> Option<Node> {
    let mut root: Vec<Entry> = Vec::new();
    let mut sound = true;
    let mut order: Vec<(usize, &PlanFile)> = files.iter().enumerate().collect();
    order.sort_by(|a, b| (a.1.name.contains('/'), &a.1.name).cmp(&(b.1.name.contains('/'), &b.1.name)));
    for (index, file) in order {
        let start = Place { file: index, offset: 0 };
        let Some(node) = parse(index, file, faults) else {
            sound = false;
            continue;
        };
        let NodeKind::Table(entries) = node.kind else {
            let Label { zh, en } = node.what();
            let help = said!("最外层写成 {{…}}", "write {{…}} outermost");
            faults.add(start, said!("方案最外层应为表，实为{zh}", "a plan is a table, not {en}"), help);
            sound = false;
            continue;
        };
        match place_of(&file.name) {
            Some((list, name)) => match named(entries, name, start, faults) {
                Some(entries) => {
                    let item = Node { place: node.place, kind: NodeKind::Table(entries) };
                    let items = Node { place: start, kind: NodeKind::List(vec![item]) };
                    put(&mut root, list, start, items, faults);
                }
                None => sound = false,
            },
            None if file.name.contains('/') => {
                faults.add(
                    start,
                    said!(
                        "方案只有 indicators/ 和 targets/ 两个文件夹",
                        "only indicators/ and targets/ are folders of a plan"
                    ),
                    said!(
                        "移到这两个文件夹之一，或与 plan.toml 放在一起",
                        "move it to one of them or beside plan.toml"
                    ),
                );
                sound = false;
            }
            None => {
                for Entry { key, place, node } in entries {
                    put(&mut root, &key, place, node, faults);
                }
            }
        }
    }
    let place = Place { file: 0, offset: 0 };
    if sound { Some(Node { place, kind: NodeKind::Table(root) }) } else { None }
}

fn parse(index: usize, file: &PlanFile, faults: &mut Faults<'_>) -> Option<Node> {
    if file.name.ends_with(".toml") {
        toml_file::read(index, &file.text, faults)
    } else if file.name.ends_with(".json") {
        json::read(index, &file.text, faults)
    } else {
        faults.add(
            Place { file: index, offset: 0 },
            said!("方案文件的扩展名应为 .toml 或 .json", "a file of a plan ends in .toml or .json"),
            said!("改扩展名，或换一个文件", "rename it, or name another file"),
        );
        None
    }
}

/// The list and the bare name of a file that holds one item.
fn place_of(name: &str) -> Option<(&'static str, &str)> {
    let (folder, rest) = name.split_once('/')?;
    let (_, list) = FOLDERS.into_iter().find(|(each, _)| *each == folder)?;
    let bare = rest.strip_suffix(".toml").or_else(|| rest.strip_suffix(".json"))?;
    Some((list, bare))
}

/// An item with the id and the slug that its file's name says: `16-display-centre` is 16, `T01-overall-scale` is T1.
fn named(mut entries: Vec<Entry>, name: &str, start: Place, faults: &mut Faults<'_>) -> Option<Vec<Entry>> {
    let (number, slug) = name.split_once('-').unwrap_or((name, ""));
    let digits = number.trim_start_matches(|letter: char| letter.is_ascii_uppercase());
    let letters = number.strip_suffix(digits).unwrap_or("");
    let plain = digits.trim_start_matches('0');
    if slug.is_empty() || plain.is_empty() || !plain.bytes().all(|byte| byte.is_ascii_digit()) {
        faults.add(
            start,
            said!("文件名“{name}”里没有编号和短名", "{name:?} does not name an item"),
            said!("写成“编号-短名”，如 16-display-centre.toml", "name it NN-slug, such as 16-display-centre.toml"),
        );
        return None;
    }
    for key in ["id", "slug"] {
        if let Some(entry) = entries.iter().find(|entry| entry.key == key) {
            faults.add(
                entry.place,
                said!("“{key}”取自文件名", "{key:?} is taken from the file's name"),
                said!("删去这一行", "leave it out"),
            );
        }
    }
    for (key, value) in [("slug", slug.to_owned()), ("id", format!("{letters}{plain}"))] {
        entries.retain(|entry| entry.key != key);
        let node = Node { place: start, kind: NodeKind::Text(value) };
        entries.insert(0, Entry { key: key.to_owned(), place: start, node });
    }
    Some(entries)
}

/// Adds a value under a key of the joined tree: a list is joined to the list there.
fn put(root: &mut Vec<Entry>, key: &str, place: Place, node: Node, faults: &mut Faults<'_>) {
    let held = root.iter_mut().find(|entry| entry.key == key).map(|entry| &mut entry.node.kind);
    match (held, node.kind) {
        (None, kind) => {
            let node = Node { place: node.place, kind };
            root.push(Entry { key: key.to_owned(), place, node });
        }
        (Some(NodeKind::List(held)), NodeKind::List(items)) => held.extend(items),
        (Some(_), _) => {
            faults.add(
                place,
                said!("“{key}”已写在另一个文件里", "{key:?} is written in another file already"),
                KEEP_ONE,
            );
        }
    }
}

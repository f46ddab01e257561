"""A dossier and its sections in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..records import FieldInfo, Record, kinds
from ..values import Faulty, Items, Missing, Personal
from .markup import beyond, code, dim, ink, page, pick, rows, table, text, whole

if TYPE_CHECKING:
    from ..dossier import Dossier, Section


def dossier(d: Dossier) -> str:
    """A dossier as a table of its sections: how many records, whether complete, how many refused."""
    labels = {field.name: field for field in kinds()["Dossier"].fields}
    heads = [pick("分节", "Section"), pick("字段", "Name"), pick("记录", "Records"), pick("是否完整", "Complete")]
    listed = []
    absent = []
    for name, held in d.sections().items():
        label = pick(labels[name].zh, labels[name].en)
        if not held.given:
            absent.append(label)
            continue
        refused = f" {ink('✗', 'bad')} {text(pick(f'未读入{held.refused}', f'{held.refused} refused'))}" if held.refused else ""
        listed.append([text(label), code(name), f"{len(held)}{refused}", _complete(held)])
    town = getattr(d.town, "name", None)
    title = town if isinstance(town, str) else pick("（未填名称的乡村e镇）", "(town without a name)")
    lead = dim(pick(f"数据截止日 {_plain(d.as_of)}", f"as of {_plain(d.as_of)}"))
    below = dim(pick("没有：", "Absent: ") + pick("、", ", ").join(absent)) if absent else ""
    return page(title, lead, table(heads, listed, right=(2,)), below)


def _complete(held: Section[Any]) -> str:
    if held.complete is True:
        return f"{ink('✓', 'good')} {text(pick('已列全', 'complete'))}"
    if held.complete is False:
        return f"{ink('!', 'doubt')} {text(pick('未列全', 'incomplete'))}"
    return f"{ink('?', 'doubt')} {text(pick('未说明', 'not stated'))}"


def section(held: Section[Any]) -> str:
    """A section as a table of its records; personal data is not shown."""
    kind = kinds()[held._kind]
    shown = [field for field in kind.fields if field.kind not in ("personal", "record", "geometry") and not field.many]
    count = min(rows(), len(held))
    records = [held[n] for n in range(count)]
    used = [field for field in shown if any(getattr(record, field.attribute) is not None for record in records)]
    heads = ["#", *(pick(field.zh, field.en) for field in used)]
    listed = ([text(n), *(_cell(record, field) for field in used)] for n, record in enumerate(records))
    right = [n for n, field in enumerate(used, 1) if field.unit]
    title = pick(f"{kind.zh} {len(held)}条", f"{kind.en}: {len(held)}")
    return page(title, code(held.name), table(heads, listed, right=right), beyond(len(held) - count))


def _cell(record: Record, field: FieldInfo) -> str:
    value = getattr(record, field.attribute)
    if isinstance(value, Missing):
        return dim(value.reason.label())
    if isinstance(value, Faulty):
        return f"{ink('✗', 'bad')} {text(pick('有误', 'faulty'))}"
    plain = text(_plain(value))
    return whole(plain) if field.unit or field.kind in ("date", "partial_date", "month", "id") else plain


def _plain(value: Any) -> str:
    if value is None or isinstance(value, (Items, Personal)):
        return ""
    if value is True or value is False:
        return pick("是", "yes") if value else pick("否", "no")
    return str(value.label()) if hasattr(value, "label") else str(value)

"""The whole dossier of the Yuanqu example, its planted faults put in last."""

from . import yuanqu_entities, yuanqu_faults, yuanqu_money, yuanqu_people, yuanqu_town, yuanqu_training, yuanqu_work
from .kit import Documents, section


def make():
    docs = Documents("yuanqu-2023")
    town = yuanqu_town.town(docs)
    entities = yuanqu_entities.make(docs)
    trainees = yuanqu_training.trainees(entities)
    sessions = yuanqu_training.sessions(trainees)
    yuanqu_training.follow_up(trainees, sessions)
    dossier = {
        "$schema": "../../eken-core/schemas/v1/dossier.json",
        "schema_version": 1,
        "id": "yuanqu-gaoyao-2023",
        "as_of": "2023-12-31",
        "prepared_by": "垣曲县工科局",
        "town": town,
        "industries": yuanqu_town.industries(docs),
        "supply_chains": yuanqu_town.supply_chains(docs),
        "facilities": yuanqu_town.facilities(docs),
        "entities": section(entities, "垣曲县市场监管局", as_of="2023-12-31"),
        "institutions": yuanqu_town.institutions(docs),
        "brands": yuanqu_town.brands(docs),
        "products": yuanqu_town.products(),
        "pavilions": yuanqu_town.pavilions(docs),
        "sessions": section(sessions, "垣曲县工科局"),
        "trainees": section(trainees, "垣曲县工科局"),
        "experts": yuanqu_people.experts(docs),
        "fostered": yuanqu_people.fostered(docs),
        "contests": yuanqu_people.contests(docs),
        "events": yuanqu_town.events(docs),
        "channels": yuanqu_town.channels(),
        "instruments": yuanqu_work.instruments(docs),
        "organisation": yuanqu_work.organisation(docs),
        "phases": yuanqu_work.phases(docs),
        "investments": yuanqu_money.investments(docs),
        "appropriations": yuanqu_money.appropriations(),
        "payments": yuanqu_money.payments(),
        "fund_use": yuanqu_money.fund_use(docs),
        "statistics": yuanqu_money.statistics(entities, docs),
        "projects": yuanqu_work.projects(),
        "inspections": yuanqu_work.inspections(docs),
        "issues": yuanqu_work.issues(docs),
        "compliance": yuanqu_work.compliance(docs),
        "disclosures": yuanqu_work.disclosures(docs),
        "judgements": yuanqu_people.judgements(docs),
    }
    dossier["documents"] = section(docs.items)
    dossier["judgements"] = dossier.pop("judgements")
    yuanqu_faults.plant(dossier)
    return dossier

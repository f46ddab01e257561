"""The faults planted in the Yuanqu example, each where README.md says."""

from .kit import wrong_check


def plant(dossier):
    def items(section):
        return dossier[section]["items"]

    def named(section, key):
        return next(item for item in items(section) if item["id"] == key)

    # a credit code with a wrong check character
    carrier = named("entities", "E009")
    carrier["code"] = wrong_check(carrier["code"])
    # a sole trader marked a legal person
    named("entities", "E023")["legal_person"] = True
    # a product of a brand that is not on file
    named("products", "P14")["brand"] = "B21"
    # a misspelt field
    wrong = named("products", "P09")
    wrong["tracable"] = wrong.pop("traceable")
    # an identifier met twice
    items("products")[22]["id"] = "P22"
    # the end of a project before its begin
    named("projects", "Q05")["finished"] = "2023-06-02"
    named("projects", "Q05")["progress"][-1]["date"] = "2023-10-20"
    # a head-count that differs from the attendance list: the list counts
    session = next(item for item in items("sessions") if item["date"] == "2023-06-14")
    session["head_count"] = 45
    # zones that add up to more than the floor
    named("facilities", "F04")["zones"][0]["area"] = 212
    # a resident id with a wrong check character (made up; the same as in the tests of eken)
    items("trainees")[90]["resident_id"] = "140827200111114052"
    # an activity dated after the dossier's as-of date
    late = {"id": "V06", "kind": "publicity_activity", "name": "年货节乡村e镇专场", "date": "2024-01-18", "participation": "held"}
    items("events").append(late | {"subjects": ["e_town"]})
    # an instrument in force without its number
    del named("instruments", "W05")["number"]
    # payments beyond what was appropriated
    named("payments", "D06")["amount"] = 620_000

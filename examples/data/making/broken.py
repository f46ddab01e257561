"""Broken dossiers: one class of fault a file, in the order of the file names."""

START = """{
  "schema_version": 1,
  "id": "broken",
  "as_of": "2023-12-31",
  "town": {
    "name": "例溪县例溪乡村e镇",
    "county": "例溪县"
  },
"""

WRONG_TYPES = START + """  "facilities": {
    "complete": "yes",
    "items": [
      {"id": 1, "roles": [{"role": "public_service", "area": 1200}]},
      {"id": "F2", "roles": {"role": "logistics", "area": true}},
      "F3"
    ]
  },
  "entities": [
    {"id": "E1"}
  ]
}
"""

UNKNOWN_FIELDS = START + """  "facilities": {
    "complete": true,
    "items": [
      {"id": "F1", "名称": "例溪公共服务中心", "flor_area": 1300, "roles": [{"role": "public_service", "area": 1200, "colour": "blue"}]}
    ]
  },
  "entites": {"complete": true, "items": []}
}
"""

DUPLICATE_KEYS = START + """  "facilities": {
    "complete": true,
    "items": [
      {"id": "F1", "floor_area": 1300, "floor_area": 980, "roles": [{"role": "public_service", "area": 1200}]}
    ]
  },
  "as_of": "2022-12-31"
}
"""

BAD_DATES = START + """  "entities": {
    "complete": true,
    "items": [
      {"id": "E1", "registered": "2023.5"},
      {"id": "E2", "registered": "2023-02-30"},
      {"id": "E3", "registered": "2023年5月1日", "evidence": ["D1"]},
      {"id": "E4", "registered": "20230501"},
      {"id": "E5", "registered": "2023-13"},
      {"id": "E6", "registered": "2023-05", "sales": [{"month": "2023-05-01", "amount": 100}]}
    ]
  },
  "documents": {
    "complete": true,
    "items": [{"id": "D1", "title": "例", "issued": "2023-05"}]
  }
}
"""

UNITS = START + """  "facilities": {
    "complete": true,
    "items": [
      {"id": "F1", "floor_area": "1300平方米", "roles": [{"role": "public_service", "area": "1,200"}]},
      {"id": "F2", "floor_area": "１３００", "roles": [{"role": "logistics", "area": "500㎡以上"}]}
    ]
  },
  "investments": {
    "complete": true,
    "items": [
      {"id": "A1", "stage": "completed", "amount": "1.2亿元"},
      {"id": "A2", "stage": "completed", "amount": "3500万"},
      {"id": "A3", "stage": "completed", "amount": -20000},
      {"id": "A4", "stage": "completed", "amount": 0.1234567890123}
    ]
  }
}
"""

NULLS = START + """  "industries": null,
  "facilities": {
    "complete": null,
    "items": [
      {"id": "F1", "name": null, "floor_area": null, "roles": [null]}
    ]
  },
  "investments": {
    "complete": true,
    "items": [{"id": "A1", "stage": "completed", "amount": {"value": null}}]
  }
}
"""


def make():
    """The files by name, as bytes."""
    deep = START + '  "town_map": ' + "[" * 60 + "]" * 60 + "\n}\n"
    newer = START.replace('"schema_version": 1', '"schema_version": 9').rstrip(",\n") + "\n}\n"
    texts = {
        "01-truncated.json": START + '  "facilities": {\n    "complete": true,\n    "items": [\n      {"id": "F1", "name": "例溪公共服',
        "03-not-an-object.json": '[\n  {"schema_version": 1, "town": {"name": "例溪县例溪乡村e镇"}}\n]\n',
        "04-wrong-types.json": WRONG_TYPES,
        "05-unknown-fields.json": UNKNOWN_FIELDS,
        "06-duplicate-keys.json": DUPLICATE_KEYS,
        "07-bad-dates.json": BAD_DATES,
        "08-numbers-with-units.json": UNITS,
        "09-newer-schema-version.json": newer,
        "10-deep-nesting.json": deep,
        "11-null-values.json": NULLS,
    }
    whole = START.rstrip(",\n") + "\n}\n"
    return {name: text.encode("utf-8") for name, text in texts.items()} | {"02-gb18030.json": whole.encode("gb18030")}

import Eken
import Foundation
import XCTest

/// No operation is missing: `tests/vectors/operations.json` names those of every language.
final class ParityTests: XCTestCase {
    func testEveryOperationIsThere() throws {
        let file = repository.appendingPathComponent("tests/vectors/operations.json")
        let tree = try Json(String(decoding: Data(contentsOf: file), as: UTF8.self))
        let named = try XCTUnwrap(tree["operations"]?.items).compactMap { $0["swift"]?.string }
        let listed = Set(named), called = Set(operations.keys)
        XCTAssertEqual(named.count, listed.count, "operations.json names a Swift operation twice")
        XCTAssertEqual(listed.subtracting(called), [], "call these in the dictionary of this test")
        XCTAssertEqual(called.subtracting(listed), [], "name these in operations.json, for every language")
    }

    func testEveryOperationCanBeCalled() throws {
        for (name, call) in operations { XCTAssertNoThrow(try call(), name) }
    }

    private let operations: [String: () throws -> Void] = {
        let text = #"{"schema_version": 1, "as_of": "2023-12-31"}"#
        let year = Options(year: 2023)
        func read() throws -> Dossier { try dossier(text) }
        func town() throws -> Assessment { try read().assess(options: year) }
        func law() throws -> Plan { try Plan.builtin(id: "yuanqu-2023") }
        let path = repository.appendingPathComponent("examples/data/minimal.json").path
        return [
            "Dossier.parse": { _ = try Dossier.parse(bytes: Data(text.utf8), name: "a.json") },
            "Dossier.open": { _ = try Dossier.open(path: path) },
            "Dossier.format": { _ = try read().format() },
            "Dossier.check": { _ = try read().check(lang: .zh) },
            "Dossier.assess": { _ = try read().assess(options: year) },
            "Dossier.withRecord": { _ = try read().withRecord(section: "sessions", json: #"{"id": "X1"}"#, options: year, lang: .zh) },
            "Dossier.toJson": { _ = try read().toJson() },
            "Dossier.digest": { _ = try read().digest() },
            "Assessment.plan": { _ = try town().plan() },
            "Assessment.year": { _ = try town().year() },
            "Assessment.asOf": { _ = try town().asOf() },
            "Assessment.counts": { _ = try town().counts() },
            "Assessment.targetCounts": { _ = try town().targetCounts() },
            "Assessment.allBindingMet": { _ = try town().allBindingMet() },
            "Assessment.verdicts": { _ = try town().verdicts(lang: .zh) },
            "Assessment.explain": { _ = try town().explain(no: "11", lang: .zh) },
            "Assessment.changes": { _ = try town().changes(since: town(), lang: .zh) },
            "Assessment.toJson": { _ = try town().toJson(lang: .zh) },
            "Assessment.receipt": { _ = try town().receipt() },
            "Assessment.html": { _ = try town().html(lang: .zh, internal: true) },
            "Plan.builtin": { _ = try law() },
            "Plan.load": { _ = try Plan.load(text: law().toJson(), name: "plan.json") },
            "Plan.id": { _ = try law().id() },
            "Plan.title": { _ = try law().title(lang: .zh) },
            "Plan.toJson": { _ = try law().toJson() },
            "Plan.indicators": { _ = try law().indicators(lang: .zh) },
            "formFields": { _ = try formFields(form: "sessions", lang: .zh) },
            "checkRecord": { _ = try checkRecord(section: "sessions", json: "{}", lang: .zh) },
            "rules": { _ = rules(lang: .zh) },
            "indicators": { _ = try indicators(lang: .zh) },
            "plans": { _ = plans() },
            "schema": { _ = try schema(name: "dossier") },
            "version": { _ = version() },
            "assessMany": { try assessMany(paths: [path], options: year, lang: .zh, taker: Towns()) },
        ]
    }()
}

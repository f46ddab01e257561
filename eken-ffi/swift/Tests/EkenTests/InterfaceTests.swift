import Eken
import Foundation
import XCTest

/// What the package offers beside the vectors.
final class InterfaceTests: XCTestCase {
    /// A town with a training centre and 480 person-times.
    private let trained = """
        {"schema_version": 1, "as_of": "2023-12-31",
         "facilities": {"complete": true, "items": [{"id": "F1", "opened": "2023-06", "roles": [{"role": "training_incubation", "area": 100}]}]},
         "sessions": {"complete": true, "items": [{"id": "X1", "date": "2023-08-01", "head_count": 300}, {"id": "X2", "date": "2023-08-02", "head_count": 180}]}}
        """
    private let year = Options(year: 2023)

    func testAFormTellsAllThatDrawsIt() throws {
        let fields = try formFields(form: "sessions", lang: .zh)
        XCTAssertEqual(fields.first { $0.input == .id }?.name, "id")
        XCTAssertTrue(fields.allSatisfy { !$0.label.isEmpty && !$0.help.isEmpty })
        let count = try XCTUnwrap(fields.first { $0.name == "head_count" })
        guard case let .number(unit, unitLabel, least, most, places, _) = count.input else { return XCTFail("\(count.input)") }
        XCTAssertFalse(unit.isEmpty || unitLabel.isEmpty)
        XCTAssertEqual(least, "0")
        XCTAssertEqual(places, 0)
        XCTAssertNotNil(Decimal(string: most))
        let tier = try formFields(form: "town.tier", lang: .en).first { $0.name == "tier" }
        guard case let .choice(choices) = tier?.input else { return XCTFail("\(String(describing: tier))") }
        XCTAssertTrue(choices.contains { $0.code == "key_assistance" && !$0.label.isEmpty })
        XCTAssertTrue(try formFields(form: "trainees", lang: .zh).contains { $0.input == .personal })
    }

    func testEveryFormThatAFormNamesIsThere() throws {
        var open = ["dossier", "figure"], seen: Set<String> = []
        while let form = open.popLast() {
            guard seen.insert(form).inserted else { continue }
            let (zh, en) = (try formFields(form: form, lang: .zh), try formFields(form: form, lang: .en))
            XCTAssertEqual(zh.map(\.name), en.map(\.name), form)
            for case let .record(inner) in zh.map(\.input) { open.append(inner) }
        }
        XCTAssertTrue(seen.contains("trainees.follow_up"))
    }

    func testARecordIsCheckedAsItIsTyped() throws {
        let found = try checkRecord(section: "sessions", json: #"{"id": "X3", "date": "2023-02-30"}"#, lang: .en)
        let date = try XCTUnwrap(found.first { $0.pointer == "/date" })
        XCTAssertEqual(date.severity, .error)
        XCTAssertEqual(date.line, 1)
        XCTAssertFalse(date.message.isEmpty || date.help.isEmpty)
        XCTAssertEqual(try checkRecord(section: "sessions", json: #"{"id": "X3", "date": "2023-08-03", "attendance": ["T1"]}"#, lang: .en), [])
    }

    func testARecordGivesAnotherDossierAndWhatItChanges() throws {
        let before = try dossier(trained)
        let text = try before.toJson()
        let record = #"{"id": "X3", "date": "2023-08-03", "head_count": 30}"#
        let with = try before.withRecord(section: "sessions", json: record, options: year, lang: .en)
        XCTAssertEqual(try before.toJson(), text, "a dossier never changes")
        let change = try XCTUnwrap(with.changes.first { $0.id == "11" })
        XCTAssertTrue(change.criteria.contains { $0.before.contains("480") && $0.after.contains("510") }, change.text)
        XCTAssertTrue(change.text.contains("480") && change.text.contains("510"), change.text)
        let (first, second) = (try before.assess(options: year), try with.dossier.assess(options: year))
        XCTAssertEqual(try second.changes(since: first, lang: .en), with.changes)
        XCTAssertNotEqual(try before.digest(), try with.dossier.digest())
        let again = try with.dossier.withRecord(section: "sessions", json: record, options: year, lang: .en)
        XCTAssertEqual(try again.dossier.digest(), try with.dossier.digest(), "a record of the same id stands in place of the first")
    }

    func testAVerdictIsExplained() throws {
        let town = try dossier(trained).assess(options: year)
        XCTAssertTrue(try town.explain(no: "11", lang: .zh).contains("480"))
        XCTAssertEqual(town.plan(), "yuanqu-2023")
        XCTAssertEqual(town.year(), 2023)
        XCTAssertEqual(town.asOf(), "2023-12-31")
        XCTAssertFalse(town.allBindingMet())
        let verdicts = try town.verdicts(lang: .zh)
        XCTAssertEqual(Int(town.counts().values.reduce(0, +) + town.targetCounts().values.reduce(0, +)), verdicts.count)
        XCTAssertEqual(verdicts.map(\.id), try indicators(lang: .zh).map(\.id))
        XCTAssertTrue(try town.html(lang: .zh).hasPrefix("<!"))
        XCTAssertEqual(try Json(town.toJson(lang: .en))["plan"]?.string ?? "yuanqu-2023", "yuanqu-2023")
        XCTAssertFalse(try town.receipt().isEmpty)
    }

    func testNumbersAreExactDecimals() throws {
        let area = trained.replacingOccurrences(of: "\"area\": 100}", with: "\"area\": 99.90}")
        let criterion = try XCTUnwrap(dossier(area).assess(options: year).verdicts(lang: .en).first { $0.id == "11" }?.criteria.first)
        XCTAssertEqual(criterion.least, Decimal(string: "99.9"))
        XCTAssertEqual(criterion.gap, Decimal(string: "-0.1"))
        XCTAssertEqual(criterion.least?.description, "99.9", "Decimal of Foundation drops zeros at the end; measuredText keeps them")
        XCTAssertEqual(criterion.verdict, .notMet)
    }

    func testPlansRulesAndSchemas() throws {
        XCTAssertEqual(Set(plans()), ["yuanqu-2023", "shanxi-2022"])
        for id in plans() {
            let plan = try Plan.builtin(id: id)
            XCTAssertEqual(plan.id(), id)
            XCTAssertFalse(plan.title(lang: .zh).isEmpty || plan.indicators(lang: .zh).isEmpty)
            XCTAssertEqual(try Plan.load(text: plan.toJson(), name: "plan.json").id(), id)
        }
        for name in ["dossier", "findings", "assessment", "plan"] {
            XCTAssertNotNil(try Json(schema(name: name))["$schema"], name)
        }
        let (zh, en) = (rules(lang: .zh), rules(lang: .en))
        XCTAssertEqual(zh.map(\.code), en.map(\.code))
        XCTAssertGreaterThan(zh.count, 100)
        XCTAssertEqual(Set(zh.map(\.code)).count, zh.count)
        XCTAssertFalse(version().isEmpty)
    }

    func testAFileIsOpenedByItsPath() throws {
        let path = repository.appendingPathComponent("examples/data/yuanqu-2023.json").path
        let opened = try Dossier.open(path: path)
        XCTAssertTrue(opened.format().hasSuffix("json"), opened.format())
        let read = try Dossier.parse(bytes: Data(contentsOf: URL(fileURLWithPath: path)), name: "yuanqu-2023.json")
        XCTAssertEqual(try opened.digest(), try read.digest())
        let found = try opened.check(lang: .zh)
        XCTAssertEqual(found.recordsRefused, Int32(found.refused.count))
        XCTAssertGreaterThan(found.recordsRead, 0)
    }

    func testOneDossierServesManyThreadsAtOnce() throws {
        let shared = try dossier(trained)
        let receipt = try shared.assess(options: year).receipt()
        let faults = Collected<String>()
        DispatchQueue.concurrentPerform(iterations: 64) { _ in
            let own = try? shared.assess(options: Options(year: 2023)).receipt()
            if own != receipt { faults.add(own ?? "no receipt") }
        }
        XCTAssertEqual(faults.all, [])
    }

    func testManyDossiersComeInTheOrderOfTheirPaths() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let line = trained.replacingOccurrences(of: "\n", with: " ")
        let texts = ["a.json": trained, "b.json": "no dossier", "c.ndjson": "\(line)\n\(line)\n"]
        for (name, text) in texts { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        let paths = texts.keys.sorted().map { folder.appendingPathComponent($0).path }

        let taker = Towns()
        try assessMany(paths: paths, options: year, lang: .en, taker: taker, threads: 2)
        XCTAssertEqual(taker.towns.all.map(\.file), [0, 1, 2, 2])
        XCTAssertEqual(taker.towns.all.map { $0.json == nil }, [false, true, false, false])
        XCTAssertEqual(taker.towns.all.map(\.line), [nil, nil, 1, 2])
        XCTAssertEqual(taker.towns.all[1].error?.fault.code.isEmpty, false)
        XCTAssertEqual(try taker.towns.all[0].json.map { try Json($0)["indicators"]?.items?.isEmpty }, false)

        let first = Towns(until: 1)
        try assessMany(paths: paths, options: year, lang: .en, taker: first)
        XCTAssertEqual(first.towns.all.count, 1, "a taker that has enough ends the call without an error")

        XCTAssertThrowsError(try assessMany(paths: paths, options: year, lang: .en, taker: Towns(), watch: Stopping(after: 0))) { error in
            guard case EkenError.Cancelled = error else { return XCTFail("\(error)") }
        }
    }
}

/// Things that several threads put together.
final class Collected<Thing>: @unchecked Sendable {
    private let lock = NSLock()
    private var things: [Thing] = []

    func add(_ thing: Thing) {
        lock.lock()
        defer { lock.unlock() }
        things.append(thing)
    }

    var all: [Thing] {
        lock.lock()
        defer { lock.unlock() }
        return things
    }
}

/// Takes towns until it has so many.
final class Towns: Taker {
    let towns = Collected<Town>()
    let most: Int

    init(until most: Int = .max) { self.most = most }

    func take(town: Town) -> Bool {
        towns.add(town)
        return towns.all.count < most
    }
}

/// A watch that says no when it was asked so often.
final class Stopping: Watch {
    let asked = Collected<Int64>()
    let most: Int

    init(after most: Int) { self.most = most }

    func progress(done: Int64, total: Int64) -> Bool {
        asked.add(done)
        return asked.all.count <= most
    }
}

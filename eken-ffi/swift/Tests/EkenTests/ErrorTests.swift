import Eken
import Foundation
import XCTest

/// Calls that fail, and calls that are stopped.
final class ErrorTests: XCTestCase {
    private func fault(_ call: () throws -> some Any, _ line: UInt = #line) -> (kind: String, fault: Fault)? {
        do {
            _ = try call()
            XCTFail("it did not fail", line: line)
        } catch let error as EkenError {
            let fault = error.fault
            XCTAssertFalse(fault.code.isEmpty || fault.words.zh.isEmpty || fault.words.en.isEmpty, line: line)
            switch error {
            case .Read:
                XCTAssertFalse(fault.help.zh.isEmpty || fault.help.en.isEmpty, line: line)
                return ("read", fault)
            case .Plan: return ("plan", fault)
            case .Call: return ("call", fault)
            case .Cancelled: return ("cancelled", fault)
            case .Internal: return ("internal", fault)
            }
        } catch {
            XCTFail("\(error)", line: line)
        }
        return nil
    }

    func testEveryErrorIsOfTheKindThatItsCallerActsOn() throws {
        let empty = try dossier(#"{"schema_version": 1}"#)
        XCTAssertEqual(fault { try dossier("{\"schema_version\": 1,\n  oops}") }?.kind, "read")
        XCTAssertEqual(fault { try dossier("{\"schema_version\": 1,\n  oops}") }?.fault.place, "2:3")
        XCTAssertEqual(fault { try Dossier.parse(bytes: Data([0, 1, 2, 3]), name: "x.xlsx") }?.kind, "read")
        XCTAssertEqual(fault { try Dossier.open(path: "/no/such/file.json") }?.kind, "read")
        XCTAssertEqual(fault { try checkRecord(section: "sessions", json: "{", lang: .zh) }?.kind, "read")
        XCTAssertEqual(fault { try Plan.load(text: "id = 1", name: "plan.toml") }?.kind, "plan")
        XCTAssertEqual(fault { try empty.check(lang: .zh, profile: "no = profile") }?.kind, "plan")
        XCTAssertEqual(fault { try Plan.builtin(id: "nowhere-1999") }?.kind, "call")
        XCTAssertEqual(fault { try schema(name: "nothing") }?.kind, "call")
        XCTAssertEqual(fault { try formFields(form: "nothing", lang: .zh) }?.kind, "call")
        XCTAssertEqual(fault { try checkRecord(section: "nothing", json: "{}", lang: .zh) }?.kind, "call")
        XCTAssertEqual(fault { try empty.assess(options: Options(year: 1800)) }?.kind, "call")
        XCTAssertEqual(fault { try empty.assess(options: Options(year: -1)) }?.kind, "call")
        XCTAssertEqual(fault { try empty.assess(options: Options(year: 2023, asOf: "2023-02-30")) }?.kind, "call")
        XCTAssertEqual(fault { try empty.assess(options: Options(year: 2023, readings: ["R99": "both"])) }?.kind, "call")
        XCTAssertEqual(fault { try empty.assess(options: Options(year: 2023, tier: "nothing")) }?.kind, "call")
        XCTAssertEqual(fault { try empty.assess(options: Options(year: 2023)).explain(no: "99", lang: .zh) }?.kind, "call")
    }

    func testNoTextHoldsAPersonalValue() throws {
        // made up: no such person, and the check digit is wrong
        let (name, id) = ("不存在的人", "140827190001010019")
        let broken = "{\"trainees\": {\"items\": [{\"id\": \"T1\", \"name\": \"\(name)\", \"resident_id\": \"\(id)\" oops}]}}"
        if let (_, fault) = fault({ try dossier(broken) }) { XCTAssertFalse("\(fault)".contains(name) || "\(fault)".contains(id), "\(fault)") }
        let personal = try formFields(form: "trainees", lang: .zh).filter { $0.input == .personal }.map(\.name)
        XCTAssertFalse(personal.isEmpty)
        for field in personal {
            for value in ["\"\(id)\"", "\"\(name)\"", id, "[\"\(name)\"]"] {
                let found = try checkRecord(section: "trainees", json: "{\"id\": \"T1\", \"\(field)\": \(value)}", lang: .zh)
                XCTAssertFalse("\(found)".contains(name) || "\(found)".contains(id), "\(field): \(found.map(\.code))")
            }
        }
    }

    func testAWatchStopsALongCall() throws {
        let long = try dossier(sessions(200_000))
        let watch = Stopping(after: 1)
        XCTAssertEqual(fault { try long.check(lang: .zh, watch: watch) }?.kind, "cancelled")
        XCTAssertEqual(watch.asked.all, [0, 0])
        let patient = Stopping(after: .max)
        XCTAssertNoThrow(try long.assess(options: Options(year: 2023), watch: patient))
        XCTAssertEqual(patient.asked.all.last, 1, "the end is told")
    }

    func testACancelledTaskStopsItsCall() async throws {
        let long = try dossier(sessions(200_000))
        let task = Task { try long.check(lang: .zh, watch: TaskWatch()).errors }
        task.cancel()
        do {
            _ = try await task.value
            XCTFail("it did not stop")
        } catch EkenError.Cancelled {}
        let told = Collected<Int64>()
        _ = try dossier(sessions(1)).check(lang: .zh, watch: TaskWatch { _, total in told.add(total) })
        XCTAssertEqual(told.all.last, 1)
    }

    private func sessions(_ count: Int) -> String {
        let items = (0..<count).map { "{\"id\":\"X\($0)\",\"date\":\"2023-08-01\",\"head_count\":1}" }
        return "{\"schema_version\":1,\"sessions\":{\"items\":[\(items.joined(separator: ","))]}}"
    }
}

import Eken
import Foundation
import XCTest

@testable import RecordForm

final class RecordFormTests: XCTestCase {
    private func found(_ form: RecordForm) throws -> Faults {
        Faults(try checkRecord(section: form.name, json: form.json, lang: .zh))
    }

    func testNumbersGoIntoTheJsonAsTheyWereTyped() throws {
        var form = try RecordForm("facilities", lang: .zh)
        form["id"] = .typed("F1")
        for number in ["0", "-1", "100.10", "99999999999999999999.999999999999", "0.1000"] {
            form["floor_area"] = .typed(number)
            XCTAssertEqual(form.json, "{\"id\":\"F1\",\"floor_area\":\(number)}")
        }
        for text in ["", "1.", ".5", "01", "１００", "100平方米", "1e3", "--1", "-", "1.2.3", "NaN"] {
            form["floor_area"] = .typed(text)
            XCTAssertEqual(form.json, text.isEmpty ? "{\"id\":\"F1\"}" : "{\"id\":\"F1\",\"floor_area\":\"\(text)\"}")
            XCTAssertEqual(try !text.isEmpty && found(form).of("floor_area").isEmpty, false, text)
        }
    }

    func testATextIsEscaped() throws {
        var form = try RecordForm("sessions", lang: .zh)
        form["title"] = .typed("a\"b\\c\nd\u{1}十😀")
        XCTAssertEqual(form.json, #"{"title":"a\"b\\c\u000ad\u0001十😀"}"#)
        XCTAssertEqual(try found(form).of("title"), [])
    }

    func testFindingsStandAtTheirFields() throws {
        var form = try RecordForm("sessions", lang: .zh)
        form["id"] = .typed("X1")
        form["date"] = .typed("2023-02-30")
        let faults = try found(form)
        XCTAssertFalse(faults.of("date").isEmpty)
        XCTAssertTrue(faults.of("id").isEmpty)
        XCTAssertTrue(faults.beside(form.fields).allSatisfy { !$0.pointer.hasPrefix("/date") })
        form["date"] = .typed("2023-08-03")
        form["attendance"] = .several([.typed("T1"), .empty, .typed("T2")])
        XCTAssertEqual(form.json, #"{"id":"X1","date":"2023-08-03","attendance":["T1","T2"]}"#)
        XCTAssertTrue(try found(form).isEmpty)
    }

    func testFindingsWithinARecordOfAListStandAtItsFields() throws {
        var form = try RecordForm("trainees", lang: .zh)
        var (first, empty, third) = (try inner(form, "follow_up"), try inner(form, "follow_up"), try inner(form, "follow_up"))
        first["date"] = .typed("2023-12-01")
        third["date"] = .typed("2023-13-01")
        empty["date"] = .typed("")
        form["id"] = .typed("T1")
        form["follow_up"] = .several([.record(first), .record(empty), .record(third)])
        XCTAssertEqual(form.json, #"{"id":"T1","follow_up":[{"date":"2023-12-01"},{"date":"2023-13-01"}]}"#)
        XCTAssertEqual((0..<3).map { form.place(of: $0, in: "follow_up") }, [0, nil, 1])
        let faults = try found(form)
        XCTAssertTrue(faults.within("follow_up", 0).of("date").isEmpty)
        XCTAssertFalse(faults.within("follow_up", 1).of("date").isEmpty)
        XCTAssertFalse(faults.of("follow_up").isEmpty)
    }

    func testAReasonStandsInPlaceOfAValue() throws {
        let all = try missingReasons()
        XCTAssertEqual(all.map(\.code), ["not_collected", "not_yet_due", "not_applicable", "withheld"])
        var form = try RecordForm("facilities", lang: .zh)
        let missable = try XCTUnwrap(form.fields.first { $0.missable })
        form["id"] = .typed("F1")
        form[missable.name] = .missing(all[0].code)
        XCTAssertTrue(form.json.contains("\"\(missable.name)\":{\"missing\":\"not_collected\"}"), form.json)
        XCTAssertEqual(try found(form).of(missable.name).filter { $0.severity == .error }, [])
    }

    func testNothingThatWasTypedIsPrinted() throws {
        // made up
        let secret = "不存在的人"
        var form = try RecordForm("trainees", lang: .zh)
        for field in form.fields where field.input == .personal { form[field.name] = .typed(secret) }
        var dumped = ""
        dump(form, to: &dumped)
        for text in ["\(form)", String(reflecting: form), dumped, "\(form["name"])", String(reflecting: form["name"])] {
            XCTAssertFalse(text.contains(secret), text)
        }
        XCTAssertTrue(form.json.contains(secret))
        XCTAssertFalse("\(try checkRecord(section: "trainees", json: form.json, lang: .zh))".contains(secret))
    }

    func testTheStandingOfTheTownFollowsARecord() throws {
        var form = try RecordForm("sessions", lang: .zh)
        form["id"] = .typed("X1")
        form["date"] = .typed("2023-08-03")
        form["head_count"] = .typed("510")
        let town = try Dossier.parse(bytes: Data(#"{"schema_version":1,"as_of":"2023-12-31","sessions":{"complete":true}}"#.utf8), name: "town.json")
        let with = try town.withRecord(section: form.name, json: form.json, options: Options(year: 2023), lang: .zh)
        XCTAssertTrue(with.changes.contains { $0.id == "11" && $0.text.contains("510") }, "\(with.changes.map(\.text))")
    }

    private func inner(_ form: RecordForm, _ field: String) throws -> RecordForm {
        guard case let .record(name) = form.fields.first(where: { $0.name == field })?.input else { throw XCTSkip("no record in \(field)") }
        return try RecordForm(name, lang: .zh)
    }
}

import Eken
import Foundation
import XCTest

/// The code of the README. What stands between `README` and `end` is one of its blocks, in their order.
final class QuickstartTests: XCTestCase {
    func testTheCodeOfTheReadmeRuns() async throws {
        let file = repository.appendingPathComponent("examples/data/yuanqu-2023.json")

        // README
        let bytes = try Data(contentsOf: file)
        let dossier = try Dossier.parse(bytes: bytes, name: file.lastPathComponent)
        for finding in try dossier.check(lang: .zh).findings {
            print(finding.pointer, finding.message, finding.help)
        }
        let town = try dossier.assess(options: Options(year: 2023))
        for verdict in try town.verdicts(lang: .en) {
            print(verdict.id, verdict.title, verdict.label)
        }
        print(try town.explain(no: "11", lang: .zh))
        // end

        // README
        for field in try formFields(form: "sessions", lang: .zh) {
            print(field.label, field.required ? "*" : "", field.help)
        }
        let record = #"{"id": "X901", "date": "2023-08-03", "attendance": ["T0001"]}"#
        let faults = try checkRecord(section: "sessions", json: record, lang: .zh)
        let with = try dossier.withRecord(section: "sessions", json: record, options: Options(year: 2023), lang: .zh)
        for change in with.changes {
            print(change.text)
        }
        let kept = try with.dossier.toJson()
        // end
        XCTAssertEqual(faults, [])
        XCTAssertTrue(with.changes.contains { $0.id == "11" }, "\(with.changes.map(\.text))")
        XCTAssertEqual(try Dossier.parse(bytes: Data(kept.utf8), name: "kept.json").digest(), try with.dossier.digest())

        // README
        do {
            _ = try Dossier.parse(bytes: Data("{".utf8), name: "dossier.json")
        } catch let error as EkenError {
            print(error.fault.code, error.fault.place ?? "", error.fault.words.zh, error.fault.help.zh)
        }
        // end

        // README
        let work = Task.detached {
            try dossier.assess(options: Options(year: 2023), watch: TaskWatch()).counts()
        }
        let counts = try await work.value
        // end
        XCTAssertEqual(counts, town.counts())
    }

    func testTheReadmeHasThisCode() throws {
        let readme = try lines(repository.appendingPathComponent("eken-ffi/swift/README.md"))
        let own = try lines(URL(fileURLWithPath: #filePath)).map { $0.hasPrefix("        ") ? String($0.dropFirst(8)) : $0 }
        let (shown, run) = (blocks(readme, from: "```swift", to: "```"), blocks(own, from: "// README", to: "// end"))
        XCTAssertFalse(shown.isEmpty)
        XCTAssertEqual(shown, run, "copy the changed block from the one into the other")
    }

    private func lines(_ file: URL) throws -> [String] {
        try String(decoding: Data(contentsOf: file), as: UTF8.self).components(separatedBy: "\n")
    }

    private func blocks(_ lines: [String], from begin: String, to end: String) -> [String] {
        var (blocks, block): ([String], [String]?) = ([], nil)
        for line in lines {
            if line == begin {
                block = []
            } else if line == end, let done = block {
                blocks.append(done.joined(separator: "\n"))
                block = nil
            } else {
                block?.append(line)
            }
        }
        return blocks
    }
}

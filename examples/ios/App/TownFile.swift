import Eken
import Foundation

/// The town's dossier, kept on the phone.
@MainActor
final class TownFile: ObservableObject {
    @Published private(set) var counts: [Outcome: Count] = [:]
    @Published private(set) var changes: [Change] = []
    @Published private(set) var fault: Fault?
    /// Acceptance year.
    @Published var year: Int32 = 2023 { didSet { assess() } }

    private var dossier: Dossier?
    private let file = URL.documentsDirectory.appending(path: "dossier.json")

    /// Reads the dossier of the town; an empty one where there is none yet.
    func open() {
        attempt {
            let empty = Data(#"{"schema_version":1}"#.utf8)
            let bytes = FileManager.default.fileExists(atPath: file.path) ? try Data(contentsOf: file) : empty
            dossier = try Dossier.parse(bytes: bytes, name: "dossier.json")
        }
        assess()
    }

    /// The findings of a record while it is filled in.
    func check(section: String, json: String) -> [Finding] {
        var found: [Finding] = []
        attempt { found = try checkRecord(section: section, json: json, lang: .zh) }
        return found
    }

    /// Puts a record in, shows what that changes, and keeps the dossier. Whether it was done.
    func put(section: String, json: String) -> Bool {
        // where the file could not be read, that stays on the screen, and what was typed too
        guard let dossier else { return false }
        var isNew = true
        let isDone = attempt {
            let with = try dossier.withRecord(section: section, json: json, options: Options(year: year), lang: .zh)
            // this screen adds records: what it does not show of one that is there would be lost
            isNew = !with.replaced
            guard isNew else { return }
            // it holds personal data: readable only while the phone is unlocked, and in no backup
            try Data(with.dossier.toJson().utf8).write(to: file, options: [.atomic, .completeFileProtection])
            var kept = file, values = URLResourceValues()
            values.isExcludedFromBackup = true
            try kept.setResourceValues(values)
            self.dossier = with.dossier
            changes = with.changes
            counts = try with.dossier.assess(options: Options(year: year)).counts()
            fault = nil
        }
        if !isNew {
            let words = Words(zh: "这个编号已有记录，没有存入", en: "there is a record with this identifier; nothing was kept")
            fault = Fault(code: "record.there", words: words, help: Words(zh: "换一个编号", en: "take another identifier"), place: nil)
        }
        return isDone && isNew
    }

    private func assess() {
        attempt { counts = try dossier?.assess(options: Options(year: year)).counts() ?? [:] }
    }

    @discardableResult
    private func attempt(_ work: () throws -> Void) -> Bool {
        do {
            try work()
            return true
        } catch let error as EkenError {
            fault = error.fault
        } catch {
            // of the file system; its text may hold a path, so it is not shown
            let words = Words(zh: "文件无法读写", en: "the file cannot be read or written")
            fault = Fault(code: "file", words: words, help: Words(zh: "解锁手机后重试", en: "unlock the phone and try again"), place: nil)
        }
        return false
    }
}

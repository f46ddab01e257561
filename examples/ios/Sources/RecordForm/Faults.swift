import Eken

/// The findings of a record, by the fields that they concern.
public struct Faults {
    private let found: [(steps: [String], finding: Finding)]

    public init(_ findings: [Finding] = []) {
        found = findings.map { finding in
            let steps = finding.pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
            let plain = steps.map { String($0).split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/") }
            return (plain.map { $0.split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~") }, finding)
        }
    }

    private init(found: [(steps: [String], finding: Finding)]) {
        self.found = found
    }

    public var isEmpty: Bool { found.isEmpty }

    /// Those of a field, and of all within it.
    public func of(_ field: String) -> [Finding] {
        found.filter { $0.steps.first == field }.map(\.finding)
    }

    /// Those that concern none of these fields: the record as a whole.
    public func beside(_ fields: [FormField]) -> [Finding] {
        let names = Set(fields.map(\.name))
        return found.filter { each in each.steps.first.map { !names.contains($0) } ?? true }.map(\.finding)
    }

    /// Those within a record of a field, as if it stood alone; of a list, within the record at a place of the JSON.
    public func within(_ field: String, _ place: Int? = nil) -> Faults {
        let prefix = [field] + (place.map { [String($0)] } ?? [])
        let below = found.filter { $0.steps.starts(with: prefix) }
        return Faults(found: below.map { (Array($0.steps.dropFirst(prefix.count)), $0.finding) })
    }
}

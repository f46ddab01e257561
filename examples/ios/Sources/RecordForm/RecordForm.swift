import Eken

/// The form of a record while it is filled in: its fields, and what stands in each as it was typed.
///
/// It never holds a number as a number: what was typed goes into the JSON digit by digit.
public struct RecordForm: Equatable {
    /// Name of the form: `sessions`, `trainees.follow_up`.
    public let name: String
    public let fields: [FormField]
    private var entries: [String: Entry] = [:]

    /// The empty form of a section, or of a record within another.
    public init(_ name: String, lang: Lang) throws {
        self.init(name, fields: try formFields(form: name, lang: lang))
    }

    public init(_ name: String, fields: [FormField]) {
        self.name = name
        self.fields = fields
    }

    /// What stands in a field.
    public subscript(field: String) -> Entry {
        get { entries[field] ?? .empty }
        set { entries[field] = newValue }
    }

    public var isEmpty: Bool {
        entries.values.allSatisfy(\.isEmpty)
    }

    /// The record as JSON, fields in the order of the form; what is empty is left out.
    public var json: String {
        let members = fields.compactMap { field -> String? in
            let entry = self[field.name]
            return entry.isEmpty ? nil : "\(quoted(field.name)):\(entry.json(field.input))"
        }
        return "{\(members.joined(separator: ","))}"
    }

    /// Where an element of a list stands in the JSON, since empty ones are left out; none for an empty one.
    public func place(of index: Int, in field: String) -> Int? {
        guard case let .several(all) = self[field], all.indices.contains(index), !all[index].isEmpty else { return nil }
        return all[..<index].filter { !$0.isEmpty }.count
    }
}

/// What stands in a field.
public indirect enum Entry: Equatable {
    /// Nothing.
    case empty
    /// As it was typed or chosen: a text, a number, a day, a code, an identifier.
    case typed(String)
    case flag(Bool)
    /// A reason in place of the value: its code.
    case missing(String)
    case record(RecordForm)
    case several([Entry])

    public var isEmpty: Bool {
        switch self {
        case .empty: return true
        case let .typed(text): return text.isEmpty
        case .flag, .missing: return false
        case let .record(form): return form.isEmpty
        case let .several(all): return all.allSatisfy(\.isEmpty)
        }
    }

    fileprivate func json(_ input: FormInput) -> String {
        switch self {
        case .empty: return "null"
        case let .typed(text): return input.isNumber && isNumber(text) ? text : quoted(text)
        case let .flag(flag): return flag ? "true" : "false"
        case let .missing(reason): return "{\"missing\":\(quoted(reason))}"
        case let .record(form): return form.json
        case let .several(all): return "[\(all.filter { !$0.isEmpty }.map { $0.json(input) }.joined(separator: ","))]"
        }
    }
}

// A form may hold personal data. Whatever prints, dumps or logs one sees how much is filled in and nothing of it.
extension RecordForm: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "\(name): \(entries.values.filter { !$0.isEmpty }.count) of \(fields.count) fields" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Entry: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { isEmpty ? "empty" : "filled in" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension FormInput {
    fileprivate var isNumber: Bool {
        switch self {
        case .number, .version: return true
        default: return false
        }
    }
}

/// Whether a text is a number of JSON without exponent. Another goes as text, and eken says what is wrong with it.
private func isNumber(_ text: String) -> Bool {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    let parts = digits.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let whole = parts[0]
    return parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (0x30...0x39).contains($0) } } && (whole == "0" || !whole.hasPrefix("0"))
}

private func quoted(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "\"": out += "\\\""
        case "\\": out += "\\\\"
        case "\u{0}"..<"\u{20}":
            let digits = String(scalar.value, radix: 16)
            out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out + "\""
}

/// A JSON value whose numbers stay as they are written: `0.10` is not `0.1`, and no digit of a long one is lost.
enum Json: Equatable {
    case null
    case flag(Bool)
    case number(String)
    case text(String)
    case list([Json])
    case object([Member])

    struct Member: Equatable {
        let name: String
        var value: Json
    }

    /// What is no JSON, or a pointer to what is not there.
    struct Fault: Error {
        let text: String
    }

    init(_ text: String) throws {
        var reader = Reader(bytes: Array(text.utf8))
        self = try reader.value()
        guard reader.peek() == nil else { throw Fault(text: "more than one value") }
    }

    subscript(name: String) -> Json? {
        members?.last { $0.name == name }?.value
    }

    var members: [Member]? {
        if case let .object(members) = self { return members }
        return nil
    }

    var items: [Json]? {
        if case let .list(items) = self { return items }
        return nil
    }

    /// A text, or a number as it is written.
    var string: String? {
        switch self {
        case let .text(text), let .number(text): return text
        default: return nil
        }
    }

    /// It as JSON without white space, members in their order or sorted (RFC 8785 where there are only whole numbers).
    func written(sorted: Bool = false) -> String {
        switch self {
        case .null: return "null"
        case let .flag(flag): return flag ? "true" : "false"
        case let .number(token): return token
        case let .text(text): return Json.quoted(text)
        case let .list(items): return "[" + items.map { $0.written(sorted: sorted) }.joined(separator: ",") + "]"
        case let .object(members):
            let order = sorted ? members.sorted { Array($0.name.utf16).lexicographicallyPrecedes(Array($1.name.utf16)) } : members
            return "{" + order.map { Json.quoted($0.name) + ":" + $0.value.written(sorted: sorted) }.joined(separator: ",") + "}"
        }
    }

    /// Puts a value at a JSON Pointer; makes objects that are missing on the way. `~0` and `~1` are not decoded.
    mutating func put(_ value: Json, at pointer: String) throws {
        try put(value, steps: Json.steps(pointer))
    }

    /// Takes out what is at a JSON Pointer.
    mutating func takeOut(_ pointer: String) throws {
        try takeOut(steps: Json.steps(pointer))
    }

    private static func steps(_ pointer: String) -> ArraySlice<String> {
        pointer.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)[...]
    }

    private mutating func put(_ value: Json, steps: ArraySlice<String>) throws {
        guard let step = steps.first else {
            self = value
            return
        }
        switch self {
        case var .object(members):
            self = .null
            let index = members.firstIndex { $0.name == step } ?? members.endIndex
            if index == members.endIndex { members.append(Member(name: step, value: .object([]))) }
            try members[index].value.put(value, steps: steps.dropFirst())
            self = .object(members)
        case var .list(items):
            self = .null
            guard let index = step == "-" ? items.count : Int(step), index <= items.count else { throw Fault(text: "no element \(step)") }
            if index == items.count { items.append(.object([])) }
            try items[index].put(value, steps: steps.dropFirst())
            self = .list(items)
        default: throw Fault(text: "nothing to put \(step) into")
        }
    }

    private mutating func takeOut(steps: ArraySlice<String>) throws {
        guard let step = steps.first else { throw Fault(text: "a pointer of no step") }
        let last = steps.count == 1
        switch self {
        case var .object(members):
            guard let index = members.firstIndex(where: { $0.name == step }) else { throw Fault(text: "no member \(step)") }
            if last { members.remove(at: index) } else { try members[index].value.takeOut(steps: steps.dropFirst()) }
            self = .object(members)
        case var .list(items):
            guard let index = Int(step), items.indices.contains(index) else { throw Fault(text: "no element \(step)") }
            if last { items.remove(at: index) } else { try items[index].takeOut(steps: steps.dropFirst()) }
            self = .list(items)
        default: throw Fault(text: "nothing to take \(step) out of")
        }
    }

    private static func quoted(_ text: String) -> String {
        var out = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": out += "\\\""
            case "\\": out += "\\\\"
            case "\n": out += "\\n"
            case "\r": out += "\\r"
            case "\t": out += "\\t"
            case "\u{8}": out += "\\b"
            case "\u{c}": out += "\\f"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: out.unicodeScalars.append(scalar)
            }
        }
        return out + "\""
    }
}

/// Reads JSON (RFC 8259).
private struct Reader {
    let bytes: [UInt8]
    var at = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func peek() -> UInt8? {
        while at < bytes.count, [0x20, 0x09, 0x0a, 0x0d].contains(bytes[at]) { at += 1 }
        return at < bytes.count ? bytes[at] : nil
    }

    mutating func value() throws -> Json {
        switch peek() {
        case UInt8(ascii: "{"):
            var members: [Json.Member] = []
            try each(until: UInt8(ascii: "}")) { reader in
                let name = try reader.text()
                try reader.take(UInt8(ascii: ":"))
                members.append(Json.Member(name: name, value: try reader.value()))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var items: [Json] = []
            try each(until: UInt8(ascii: "]")) { reader in items.append(try reader.value()) }
            return .list(items)
        case UInt8(ascii: "\""): return .text(try text())
        case .some: return try word()
        case nil: throw Json.Fault(text: "the text ends within a value")
        }
    }

    private mutating func take(_ byte: UInt8) throws {
        guard peek() == byte else { throw Json.Fault(text: "byte \(byte) expected at \(at)") }
        at += 1
    }

    private mutating func each(until end: UInt8, _ one: (inout Reader) throws -> Void) throws {
        at += 1
        if peek() == end {
            at += 1
            return
        }
        while true {
            try one(&self)
            if peek() == end {
                at += 1
                return
            }
            try take(UInt8(ascii: ","))
        }
    }

    private mutating func word() throws -> Json {
        let begin = at
        while at < bytes.count, !",]}: \t\r\n".utf8.contains(bytes[at]) { at += 1 }
        let word = String(decoding: bytes[begin..<at], as: UTF8.self)
        switch word {
        case "null": return .null
        case "true": return .flag(true)
        case "false": return .flag(false)
        default:
            guard Double(word) != nil else { throw Json.Fault(text: "no value at \(begin)") }
            return .number(word)
        }
    }

    private mutating func text() throws -> String {
        try take(UInt8(ascii: "\""))
        var units: [UInt8] = []
        while at < bytes.count {
            let byte = bytes[at]
            at += 1
            switch byte {
            case UInt8(ascii: "\""): return String(decoding: units, as: UTF8.self)
            case UInt8(ascii: "\\"): try escape(&units)
            default: units.append(byte)
            }
        }
        throw Json.Fault(text: "the text ends within a string")
    }

    private mutating func escape(_ units: inout [UInt8]) throws {
        guard at < bytes.count else { throw Json.Fault(text: "the text ends within an escape") }
        let byte = bytes[at]
        at += 1
        let simple: [UInt8: UInt8] = [0x22: 0x22, 0x5c: 0x5c, 0x2f: 0x2f, 0x62: 8, 0x66: 12, 0x6e: 10, 0x72: 13, 0x74: 9]
        if let plain = simple[byte] {
            units.append(plain)
            return
        }
        var pair = [try hex()]
        if (0xd800..<0xdc00).contains(pair[0]), at + 1 < bytes.count, bytes[at] == 0x5c, bytes[at + 1] == 0x75 {
            at += 2
            pair.append(try hex())
        }
        units += String(decoding: pair, as: UTF16.self).utf8
    }

    private mutating func hex() throws -> UInt16 {
        let digits = bytes[at..<min(at + 4, bytes.count)]
        guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
            throw Json.Fault(text: "no four digits of an escape at \(at)")
        }
        at += 4
        return unit
    }
}

import Eken
import Foundation

/// The reasons that may stand in place of a missing value, from the published schema: it names them in both languages.
public func missingReasons() throws -> [Choice] {
    let schema = try JSONSerialization.jsonObject(with: Data(Eken.schema(name: "dossier").utf8)) as? [String: Any]
    let reason = (schema?["$defs"] as? [String: Any])?["Reason"] as? [String: Any]
    let all = reason?["oneOf"] as? [[String: Any]] ?? []
    return all.compactMap { one in
        guard let code = one["const"] as? String, let title = one["title"] as? String else { return nil }
        return Choice(code: code, label: title)
    }
}

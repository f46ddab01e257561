import Eken
import RecordForm
import SwiftUI

/// The fields of a form; those of a record within it too.
struct FieldList: View {
    @Binding var form: RecordForm
    let faults: Faults
    let reasons: [Choice]

    var body: some View {
        // a geometry is drawn on a map, which this screen has not
        ForEach(form.fields.filter { $0.input != .geometry }, id: \.name) { field in
            Section {
                if field.many {
                    several(field)
                } else {
                    EntryView(field: field, entry: $form[field.name], faults: faults.within(field.name), reasons: reasons)
                }
                ForEach(faults.of(field.name), id: \.self) { FindingText(finding: $0) }
            } header: {
                Text(field.required ? "\(field.label) *" : field.label)
            } footer: {
                Text(([field.help] + field.clauses).joined(separator: " "))
            }
        }
    }

    @ViewBuilder
    private func several(_ field: FormField) -> some View {
        let entries = Binding<[Entry]>(
            get: { if case let .several(all) = form[field.name] { return all } else { return [] } },
            set: { form[field.name] = .several($0) }
        )
        ForEach(entries.wrappedValue.indices, id: \.self) { index in
            let place = form.place(of: index, in: field.name)
            let own = place.map { faults.within(field.name, $0) } ?? Faults()
            EntryView(field: field, entry: entries[index], faults: own, reasons: [])
        }
        Button("添加") { entries.wrappedValue.append(.empty) }
    }
}

/// One value.
private struct EntryView: View {
    let field: FormField
    @Binding var entry: Entry
    let faults: Faults
    let reasons: [Choice]

    var body: some View {
        if case .missing = entry {} else { input }
        if field.missable, !reasons.isEmpty {
            Picker("无此数据", selection: reason) {
                Text("有").tag("")
                ForEach(reasons, id: \.code) { Text($0.label).tag($0.code) }
            }
        }
    }

    @ViewBuilder
    private var input: some View {
        switch field.input {
        case let .choice(choices):
            Picker(field.label, selection: text) {
                Text("—").tag("")
                ForEach(choices, id: \.code) { Text($0.label).tag($0.code) }
            }
        case .flag:
            Picker(field.label, selection: flag) {
                Text("—").tag(Bool?.none)
                Text("是").tag(Bool?.some(true))
                Text("否").tag(Bool?.some(false))
            }
        case let .number(_, unitLabel, _, _, places, _):
            HStack {
                TextField("", text: text).keyboardType(places == 0 ? .numberPad : .decimalPad)
                Text(unitLabel).foregroundStyle(.secondary)
            }
        case let .record(name):
            DisclosureGroup(field.label) { FieldList(form: record(name), faults: faults, reasons: reasons) }
        case .personal:
            // Another person's data. The keyboard must not learn it, nothing may offer the officer's own in its place, and it is
            // marked as private, which the screen hides while it is not in front.
            TextField("", text: text)
                .textContentType(nil)
                .autocorrectionDisabled()
                .textInputAutocapitalization(.never)
                .privacySensitive()
        case .date, .partialDate, .month:
            TextField(field.input == .month ? "2023-05" : "2023-05-31", text: text).keyboardType(.numbersAndPunctuation)
        case .time:
            TextField("09:30", text: text).keyboardType(.numbersAndPunctuation)
        default:
            TextField("", text: text).autocorrectionDisabled()
        }
    }

    private var text: Binding<String> {
        Binding {
            if case let .typed(text) = entry { return text } else { return "" }
        } set: { entry = $0.isEmpty ? .empty : .typed($0) }
    }

    private var flag: Binding<Bool?> {
        Binding {
            if case let .flag(flag) = entry { return flag } else { return nil }
        } set: { entry = $0.map(Entry.flag) ?? .empty }
    }

    private var reason: Binding<String> {
        Binding {
            if case let .missing(code) = entry { return code } else { return "" }
        } set: { entry = $0.isEmpty ? .empty : .missing($0) }
    }

    private func record(_ name: String) -> Binding<RecordForm> {
        Binding {
            if case let .record(form) = entry { return form }
            return (try? RecordForm(name, lang: .zh)) ?? RecordForm(name, fields: [])
        } set: { entry = .record($0) }
    }
}

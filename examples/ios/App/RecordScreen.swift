import Eken
import RecordForm
import SwiftUI

/// One screen: a record of a section, its findings while it is filled in, and how the town stands.
struct RecordScreen: View {
    let section: String
    @Environment(\.scenePhase) private var phase
    @StateObject private var town = TownFile()
    @State private var form: RecordForm?
    @State private var faults = Faults()
    @State private var reasons: [Choice] = []

    var body: some View {
        Form {
            standing
            if let form = Binding($form) {
                FieldList(form: form, faults: faults, reasons: reasons)
                Section {
                    ForEach(faults.beside(form.wrappedValue.fields), id: \.self) { FindingText(finding: $0) }
                    Button("记入档案") { put(form.wrappedValue) }.disabled(form.wrappedValue.isEmpty)
                }
            }
        }
        .navigationTitle("记录")
        // what is marked as private is hidden while the app is not in front, so that the list of apps does not show it
        .redacted(reason: phase == .active ? [] : .privacy)
        // what is marked as private is hidden while the app is not in front, so that the list of apps does not show it
        .redacted(reason: phase == .active ? [] : .privacy)
        .task {
            town.open()
            form = try? RecordForm(section, lang: .zh)
            reasons = (try? missingReasons()) ?? []
        }
        // a new task for each change, which cancels the one before: it is checked when nothing was typed for a quarter of a second
        .task(id: form) {
            guard let form, (try? await Task.sleep(for: .milliseconds(250))) != nil else { return }
            faults = Faults(form.isEmpty ? [] : town.check(section: section, json: form.json))
        }
    }

    private var standing: some View {
        Section("约束性指标") {
            Stepper("验收年度 \(String(town.year))", value: $town.year, in: 2000...2099)
            ForEach([Outcome.met, .metByExemption, .notMet, .open, .conflict, .notApplicable], id: \.self) { outcome in
                if let count = town.counts[outcome], count > 0 { LabeledContent(outcome.label, value: "\(count)") }
            }
            ForEach(town.changes, id: \.self) { Text($0.text).font(.footnote) }
            if let fault = town.fault { Text("\(fault.words.zh)。\(fault.help.zh)").foregroundStyle(.red) }
        }
    }

    private func put(_ filled: RecordForm) {
        guard town.put(section: section, json: filled.json) else { return }
        form = RecordForm(filled.name, fields: filled.fields)
    }
}

/// A finding: what is wrong, and how to mend it.
struct FindingText: View {
    let finding: Finding

    var body: some View {
        VStack(alignment: .leading) {
            Text(finding.message).foregroundStyle(finding.severity == .error ? .red : .orange)
            if !finding.help.isEmpty { Text(finding.help).foregroundStyle(.secondary) }
        }
        .font(.footnote)
    }
}

extension Outcome {
    var label: String {
        switch self {
        case .met: return "达到"
        case .metByExemption: return "经认可豁免"
        case .notMet: return "未达到"
        case .open: return "待定"
        case .notApplicable: return "不适用"
        case .conflict: return "来源不一致"
        }
    }
}

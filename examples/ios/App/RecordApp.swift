import SwiftUI

@main
struct RecordApp: App {
    var body: some Scene {
        WindowGroup {
            NavigationStack { RecordScreen(section: "sessions") }
        }
    }
}

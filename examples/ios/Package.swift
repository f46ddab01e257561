// swift-tools-version:5.9
// The model of the app, without SwiftUI, so that it is compiled and tested on Linux too. The screen is in App.
import PackageDescription

let package = Package(
    name: "record-form",
    platforms: [.iOS(.v16), .macOS(.v13)],
    products: [.library(name: "RecordForm", targets: ["RecordForm"])],
    dependencies: [.package(name: "eken", path: "../../eken-ffi/swift")],
    targets: [
        .target(name: "RecordForm", dependencies: [.product(name: "Eken", package: "eken")]),
        .testTarget(name: "RecordFormTests", dependencies: ["RecordForm"]),
    ],
    swiftLanguageVersions: [.v5]
)

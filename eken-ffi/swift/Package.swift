// swift-tools-version:5.9
// eken for Swift. `./generate` writes what is not kept in git: Sources/Eken/Eken.swift, Sources/EkenFFI and Library.
// For iOS and macOS `./xcframework` makes EkenFFI.xcframework; where it stands here, it is taken in place of Library (untested).
import Foundation
import PackageDescription

let framework = "EkenFFI.xcframework"
let here = Context.packageDirectory
let packaged = FileManager.default.fileExists(atPath: "\(here)/\(framework)")

// The library is found when it is linked and when a program starts, without a flag or a variable of the environment. SwiftPM allows
// such flags in a package that is named by its path, as this one is.
let library = ["-L\(here)/Library", "-Xlinker", "-rpath", "-Xlinker", "\(here)/Library"]

let package = Package(
    name: "eken",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "Eken", targets: ["Eken"])],
    targets: [
        packaged ? .binaryTarget(name: "EkenFFI", path: framework) : .systemLibrary(name: "EkenFFI", path: "Sources/EkenFFI"),
        .target(
            name: "Eken",
            dependencies: ["EkenFFI"],
            linkerSettings: packaged ? [] : [.unsafeFlags(library)]
        ),
        .testTarget(name: "EkenTests", dependencies: ["Eken"]),
    ],
    swiftLanguageVersions: [.v5]
)

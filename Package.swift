// swift-tools-version: 6.2
import PackageDescription

/// Settings that every target of our own is built with.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "nerve",
  products: [
    .executable(name: "nerve", targets: ["JournalCLI"]),
    .library(name: "Correlator", targets: ["Correlator"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .target(name: "CivilDay", swiftSettings: strict),
    .target(
      name: "Correlator",
      dependencies: ["CivilDay", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .executableTarget(
      name: "JournalCLI",
      dependencies: [
        "CivilDay", "Correlator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JournalCLITests",
      dependencies: [
        "JournalCLI", "CivilDay", "Correlator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "CivilDayTests", dependencies: ["CivilDay"], swiftSettings: strict),
    .testTarget(
      name: "CorrelatorTests", dependencies: ["Correlator", "CivilDay"], swiftSettings: strict),
  ]
)

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
    .target(name: "Charts", dependencies: ["CivilDay"], swiftSettings: strict),
    .target(name: "DelimitedText", swiftSettings: strict),
    .target(name: "SampleJournal", dependencies: ["CivilDay"], swiftSettings: strict),
    .target(
      name: "Correlator",
      dependencies: ["CivilDay", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(
      name: "JournalMigrations", path: "Migrations",
      resources: [
        .embedInCode("0001_footwear_and_runs.sql"),
        .embedInCode("0002_stretches.sql"),
        .embedInCode("0003_check_ins_and_flare_ups.sql"),
        .embedInCode("0004_settings_and_changes.sql"),
        .embedInCode("0005_views.sql"),
        .embedInCode("0006_daily_journal.sql"),
        .embedInCode("0007_indexes.sql"),
      ],
      swiftSettings: strict),
    .target(
      name: "JournalStore", dependencies: ["CSQLite", "CivilDay", "JournalMigrations"],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["CivilDay", "Correlator", "JournalStore"],
      swiftSettings: strict),
    .executableTarget(
      name: "JournalCLI",
      dependencies: [
        "Charts", "CivilDay", "Correlator", "DelimitedText", "JournalStore", "Reports",
        "SampleJournal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JournalCLITests",
      dependencies: [
        "JournalCLI", "CSQLite", "Charts", "CivilDay", "Correlator", "JournalStore", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Golden", "Transcripts/Commands"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalStoreTests",
      dependencies: ["JournalStore", "JournalMigrations", "CivilDay", "CSQLite"],
      exclude: ["Golden"],
      swiftSettings: strict),
    .testTarget(name: "ChartsTests", dependencies: ["Charts", "CivilDay"], swiftSettings: strict),
    .testTarget(name: "CivilDayTests", dependencies: ["CivilDay"], swiftSettings: strict),
    .testTarget(
      name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: strict),
    .testTarget(
      name: "SampleJournalTests", dependencies: ["SampleJournal", "CivilDay"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "CivilDay", "Correlator", "JournalStore"],
      swiftSettings: strict),
    .testTarget(
      name: "CorrelatorTests", dependencies: ["Correlator", "CivilDay"], swiftSettings: strict),
  ]
)

// swift-tools-version: 6.2
import PackageDescription

/// The settings of all our own targets.
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
    .library(name: "ActivityFiles", targets: ["ActivityFiles"]),
    // Two products cannot both be called nerve; `make extension` renames the file.
    .library(name: "NerveExtension", type: .dynamic, targets: ["NerveExtension"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    // Only the header of libarchive: the library is loaded when it is needed.
    .target(name: "CArchive"),
    // Likewise libedit.
    .target(name: "CLineEdit"),
    // What a glibc older than that of the build lacks.
    .target(name: "CGlibcFloor"),
    .target(name: "CivilDay", swiftSettings: strict),
    // The arguments where Swift finds none.
    .target(name: "CArguments"),
    .target(
      name: "Platform", dependencies: ["CArguments", "CLineEdit", "CivilDay"],
      swiftSettings: strict),
    .target(name: "JSONText", swiftSettings: strict),
    .target(name: "JournalModel", dependencies: ["CivilDay"], swiftSettings: strict),
    .target(
      name: "EntryInput", dependencies: ["CivilDay", "JournalModel", "WrittenValues"],
      swiftSettings: strict),
    .target(
      name: "ActivityFiles",
      dependencies: [
        "CArchive", "CExpat", "CivilDay", "DelimitedText", "JSONText", "WrittenValues",
        .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: strict),
    .target(name: "DelimitedText", dependencies: ["Platform"], swiftSettings: strict),
    .target(
      name: "WrittenValues", dependencies: ["CivilDay", "Platform"], swiftSettings: strict),
    .target(name: "SampleJournal", dependencies: ["CivilDay", "Platform"], swiftSettings: strict),
    .target(
      name: "Correlator",
      dependencies: ["CivilDay", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    // Only the header of SQLite: the calls go through a table.
    .target(name: "CSQLiteExtension"),
    .target(
      name: "SQLFunctions",
      dependencies: ["CSQLiteExtension", "CivilDay", "Correlator", "Platform", "WrittenValues"],
      swiftSettings: strict),
    .target(
      name: "NerveExtension", dependencies: ["CSQLiteExtension", "SQLFunctions"],
      swiftSettings: strict,
      linkerSettings: [
        // Hosts may lack a Swift runtime, or have a different one.
        .unsafeFlags(
          ["-static-stdlib", "-Xlinker", "--exclude-libs=ALL"], .when(configuration: .release))
      ]),
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
        .embedInCode("0008_activity_sources.sql"),
        .embedInCode("0009_saved_query.sql"),
        .embedInCode("0010_known_days.sql"),
        .embedInCode("0011_activity_facts.sql"),
        .embedInCode("0012_routines.sql"),
        .embedInCode("0013_day_cache.sql"),
        .embedInCode("0014_course_of_weakness.sql"),
        .embedInCode("0015_trials.sql"),
        .embedInCode("0016_typed_views.sql"),
        .embedInCode("0017_identity.sql"),
        .embedInCode("0018_note_indexes.sql"),
        .embedInCode("schema.sql"),
        .embedInCode("data-dictionary.md"),
      ],
      swiftSettings: strict),
    .target(
      name: "BuiltInQueries",
      resources: [
        .embedInCode("shoes-before-bad-mornings.sql"),
        .embedInCode("age-of-shoes.sql"),
        .embedInCode("stretching-the-day-before.sql"),
        .embedInCode("exercises-and-next-morning.sql"),
        .embedInCode("longest-run-without-next-day-pain.sql"),
        .embedInCode("distance-bands.sql"),
        .embedInCode("effort-and-next-morning.sql"),
        .embedInCode("surface-and-next-morning.sql"),
        .embedInCode("time-of-day.sql"),
        .embedInCode("days-since-last-run.sql"),
        .embedInCode("runs-on-days-in-a-row.sql"),
        .embedInCode("evening-after-a-run.sql"),
        .embedInCode("gentler-days.sql"),
        .embedInCode("lag-profile.sql"),
        .embedInCode("correlation-by-month.sql"),
        .embedInCode("pain-by-weekday.sql"),
        .embedInCode("sitting-hours.sql"),
        .embedInCode("sleep-and-pain.sql"),
        .embedInCode("rolling-pain.sql"),
        .embedInCode("worst-weeks.sql"),
        .embedInCode("unusual-mornings.sql"),
        .embedInCode("flare-lead-up.sql"),
        .embedInCode("flare-ups-and-recovery.sql"),
        .embedInCode("how-far-pain-reaches.sql"),
        .embedInCode("pace-by-month.sql"),
        .embedInCode("stress-and-pain.sql"),
        .embedInCode("mood-and-running.sql"),
        .embedInCode("pain-around-a-run.sql"),
        .embedInCode("runs-that-eased-the-leg.sql"),
        .embedInCode("hills-and-next-morning.sql"),
        .embedInCode("pace-and-next-morning.sql"),
        .embedInCode("numbness-and-tingling.sql"),
        .embedInCode("left-or-right.sql"),
        .embedInCode("medication-days.sql"),
        .embedInCode("load-and-its-rise.sql"),
        .embedInCode("weekly-distance.sql"),
        .embedInCode("exercises-kept-up.sql"),
        .embedInCode("cross-training-by-month.sql"),
        .embedInCode("days-without-pain.sql"),
        .embedInCode("gaps-in-the-diary.sql"),
      ],
      swiftSettings: strict),
    .target(
      name: "JournalStore",
      dependencies: [
        "CSQLite", "CivilDay", "JournalMigrations", "JournalModel", "Platform", "WrittenValues",
      ],
      swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["CivilDay", "Correlator", "JournalModel", "JournalStore"],
      swiftSettings: strict),
    .target(
      name: "Presentation",
      dependencies: [
        "CivilDay", "Correlator", "DelimitedText", "JSONText", "JournalModel", "JournalStore",
        "Reports", "WrittenValues",
      ],
      swiftSettings: strict),
    .target(
      name: "JournalFiles",
      dependencies: [
        "ActivityFiles", "CivilDay", "DelimitedText", "JSONText", "JournalModel", "JournalStore",
        "Platform", "WrittenValues",
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "JournalCLI",
      dependencies: [
        "ActivityFiles", "BuiltInQueries", "CGlibcFloor", "CivilDay", "Correlator",
        "DelimitedText", "EntryInput", "JSONText", "JournalFiles", "JournalModel", "JournalStore",
        "Platform", "Presentation", "Reports", "SQLFunctions", "SampleJournal", "WrittenValues",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "JournalCLITests",
      dependencies: [
        "BuiltInQueries", "JournalCLI", "CSQLite", "CivilDay", "Correlator", "EntryInput",
        "JSONText", "JournalFiles", "JournalModel", "JournalStore", "Platform", "Presentation",
        "Reports", "SQLFunctions",
        "TestSupport", "WrittenValues",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Golden", "Transcripts/Commands"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalStoreTests",
      dependencies: [
        "JournalStore", "JournalMigrations", "JournalModel", "CivilDay", "CSQLite", "WrittenValues",
      ],
      exclude: ["Golden", "Schema/Versions"],
      swiftSettings: strict),
    .testTarget(
      name: "ActivityFilesTests", dependencies: ["ActivityFiles", "CArchive", "WrittenValues"],
      exclude: ["Fixtures", "Reference"],
      swiftSettings: strict,
      // For writing archives.
      linkerSettings: [.linkedLibrary("archive")]),
    .testTarget(
      name: "SQLFunctionsTests",
      dependencies: ["SQLFunctions", "CSQLite", "CivilDay", "Correlator"],
      exclude: ["Reference"],
      swiftSettings: strict),
    .testTarget(
      name: "PresentationTests",
      dependencies: ["Presentation", "CivilDay", "JournalModel", "WrittenValues"],
      swiftSettings: strict),
    .testTarget(name: "CivilDayTests", dependencies: ["CivilDay"], swiftSettings: strict),
    .testTarget(
      name: "DelimitedTextTests", dependencies: ["DelimitedText"], swiftSettings: strict),
    .testTarget(
      name: "WrittenValuesTests", dependencies: ["WrittenValues", "CivilDay", "TestSupport"],
      swiftSettings: strict),
    .testTarget(
      name: "JSONTextTests", dependencies: ["JSONText", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "PlatformTests", dependencies: ["Platform"], swiftSettings: strict),
    .testTarget(
      name: "EntryInputTests",
      dependencies: ["EntryInput", "CivilDay", "JournalModel", "WrittenValues"],
      swiftSettings: strict),
    .testTarget(
      name: "JournalModelTests", dependencies: ["JournalModel", "CivilDay"],
      swiftSettings: strict),
    // What tests of several targets use.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
    // What fuzzing tries, and the tests repeat with its findings.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "ActivityFiles", "CSQLite", "CivilDay", "DelimitedText", "EntryInput", "JSONText",
        "JournalFiles", "JournalModel", "JournalStore", "Platform", "WrittenValues",
      ],
      path: "Fuzzing/Targets", swiftSettings: strict),
    .testTarget(
      name: "FuzzingTests", dependencies: ["FuzzTargets"], swiftSettings: strict),
    .testTarget(
      name: "SampleJournalTests", dependencies: ["SampleJournal", "CivilDay"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Reports", "CivilDay", "Correlator", "JournalModel", "JournalStore"],
      swiftSettings: strict),
    .testTarget(
      name: "CorrelatorTests", dependencies: ["Correlator", "CivilDay"],
      exclude: ["Fixtures", "Reference"],
      swiftSettings: strict),
  ]
)

// libFuzzer brings its main function, so that an ordinary build could not link this.
if Context.environment["NERVE_FUZZING"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzzer", dependencies: ["FuzzTargets"], path: "Fuzzing/Fuzzer",
      swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}

/// One step of the journal's schema, embedded from its file.
public struct Migration: Equatable, Sendable {
  /// The schema version after this step: 1, 2, 3 and so on.
  public let number: Int

  /// The file name, without its extension.
  public let name: String

  /// The statements; no BEGIN or COMMIT, because the migrator owns the transaction.
  public let sql: String

  /// Whether the step rebuilds a table with references to it.
  ///
  /// Foreign keys are then off while it runs, and checked before the commit.
  public let rebuildsTables: Bool

  /// Creates a step; its version is the number at the start of `name`.
  public init(name: String, sql: String, rebuildsTables: Bool = false) {
    number = Int(name.prefix(4)) ?? 0
    self.name = name
    self.sql = sql
    self.rebuildsTables = rebuildsTables
  }

  /// Creates the step from an empty file to the version that the file begins with.
  init(wholeSchema file: [UInt8]) {
    name = "schema"
    sql = String(decoding: file, as: UTF8.self)
    number = Int(sql.dropFirst("-- ".count).prefix(4)) ?? 0
    rebuildsTables = false
  }

  init(_ name: String, _ file: [UInt8], rebuildsTables: Bool = false) {
    self.init(
      name: name, sql: String(decoding: file, as: UTF8.self), rebuildsTables: rebuildsTables)
  }
}

/// Every step of the schema, oldest first.
///
/// The build embeds the files listed in `Package.swift`. They cannot be enumerated,
/// so this list repeats them, and a test compares it with the folder.
public let allMigrations: [Migration] = [
  Migration("0001_footwear_and_runs", PackageResources._001_footwear_and_runs_sql),
  Migration("0002_stretches", PackageResources._002_stretches_sql),
  Migration("0003_check_ins_and_flare_ups", PackageResources._003_check_ins_and_flare_ups_sql),
  Migration("0004_settings_and_changes", PackageResources._004_settings_and_changes_sql),
  Migration("0005_views", PackageResources._005_views_sql),
  Migration(
    "0006_daily_journal", PackageResources._006_daily_journal_sql, rebuildsTables: true),
  Migration("0007_indexes", PackageResources._007_indexes_sql),
  Migration("0008_activity_sources", PackageResources._008_activity_sources_sql),
  Migration("0009_saved_query", PackageResources._009_saved_query_sql),
  Migration("0010_known_days", PackageResources._010_known_days_sql),
  Migration("0011_activity_facts", PackageResources._011_activity_facts_sql),
  Migration("0012_routines", PackageResources._012_routines_sql),
  Migration("0013_day_cache", PackageResources._013_day_cache_sql),
  Migration("0014_course_of_weakness", PackageResources._014_course_of_weakness_sql),
  Migration("0015_trials", PackageResources._015_trials_sql),
  Migration("0016_typed_views", PackageResources._016_typed_views_sql),
  Migration("0017_identity", PackageResources._017_identity_sql),
  Migration("0018_note_indexes", PackageResources._018_note_indexes_sql),
]

/// All steps at once, for a new journal: their result on an empty file, without the
/// detours.
///
/// A test compares it with the steps one after the other, and writes it anew.
public let wholeSchema = Migration(wholeSchema: PackageResources.schema_sql)

/// The page Documentation/data-dictionary.md, with a meaning for every column.
public let dataDictionaryPage = String(
  decoding: PackageResources.data_dictionary_md, as: UTF8.self)

/// One step of the journal's schema, embedded from its file.
public struct Migration: Sendable {
  /// The version of the schema that this step leads to: 1, 2, 3 and so on.
  public let number: Int

  /// The name of the file, without its ending.
  public let name: String

  /// The statements; no BEGIN or COMMIT, for the migrator owns the transaction.
  public let sql: String

  /// Whether the step rebuilds a table that others refer to.
  ///
  /// Foreign keys are off then while it runs, and checked before the commit.
  public let rebuildsTables: Bool

  /// Creates a step; its number is read from the digits that `name` begins with.
  public init(name: String, sql: String, rebuildsTables: Bool = false) {
    number = Int(name.prefix(4)) ?? 0
    self.name = name
    self.sql = sql
    self.rebuildsTables = rebuildsTables
  }

  init(_ name: String, _ file: [UInt8], rebuildsTables: Bool = false) {
    self.init(
      name: name, sql: String(decoding: file, as: UTF8.self), rebuildsTables: rebuildsTables)
  }
}

/// Every step of the schema, oldest first.
///
/// The build embeds the files that `Package.swift` lists; there is no way to
/// enumerate them, so this list names them again, and a test compares it with
/// the folder.
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
]

import CSQLite

@testable import JournalStore

extension FunctionTraits {
  /// No side effects and no secrets: views and triggers may call it although the
  /// schema is not trusted.
  static let innocuous = FunctionTraits(rawValue: SQLITE_INNOCUOUS)
}

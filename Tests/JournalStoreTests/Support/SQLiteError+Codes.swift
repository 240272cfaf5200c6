import CSQLite

@testable import JournalStore

/// Codes that nothing but a test asks for.
extension SQLiteError.Code {
  /// A read transaction cannot become a write one: the file has moved on.
  static let busySnapshot = Self(rawValue: CSQLITE_BUSY_SNAPSHOT)
  /// A value has another type than its STRICT column.
  static let constraintDatatype = Self(rawValue: CSQLITE_CONSTRAINT_DATATYPE)
  /// A column that must have a value has none.
  static let constraintNotNull = Self(rawValue: CSQLITE_CONSTRAINT_NOTNULL)
  /// A row with this primary key exists.
  static let constraintPrimaryKey = Self(rawValue: CSQLITE_CONSTRAINT_PRIMARYKEY)
  /// A trigger raised an error.
  static let constraintTrigger = Self(rawValue: CSQLITE_CONSTRAINT_TRIGGER)
}

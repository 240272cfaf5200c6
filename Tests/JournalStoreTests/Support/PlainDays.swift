import Foundation
import JournalMigrations
import Testing

@testable import JournalStore

/// The views as they were before there was a cache: each day computed from all
/// entries, by the steps of the schema that said so.
struct PlainDays {
  private let connection: Connection

  /// Makes them temporary views of `connection`.
  init(_ connection: Connection) throws {
    self.connection = connection
    // Thousands of small tables need no files.
    try connection.execute(script: "PRAGMA temp_store = MEMORY")
    for (step, view) in [("0006", "rating"), ("0006", "day_rating"), ("0010", "day")] {
      let sql = try #require(allMigrations.first { $0.name.hasPrefix(step) }).sql
      let start = try #require(sql.range(of: "CREATE VIEW \(view) AS"))
      let definition = sql[start.lowerBound...]
      let end = try #require(definition.range(of: ";"))
      try connection.execute(
        script: String(definition[..<end.lowerBound])
          .replacing("CREATE VIEW \(view) AS", with: "CREATE TEMP VIEW plain_\(view) AS")
          .replacing("FROM day_rating", with: "FROM plain_day_rating")
          .replacing("FROM rating", with: "FROM plain_rating"))
    }
  }

  /// Whether the view `day` gives the same rows, to the last bit of each number.
  var agree: Bool {
    get throws {
      try connection.integer(
        """
        WITH
          days AS MATERIALIZED (SELECT * FROM day),
          plain AS MATERIALIZED (SELECT * FROM plain_day)
        SELECT (SELECT count(*) FROM days) = (SELECT count(*) FROM plain)
          AND NOT EXISTS (SELECT * FROM days EXCEPT SELECT * FROM plain)
        """) == 1
    }
  }

  /// Whether the other views that tell of pain give the same rows too.
  var ratingsAgree: Bool {
    get throws {
      for view in ["day", "day_rating", "rating"] {
        let order = view == "rating" ? "id" : "day"
        let rows = try connection.table("SELECT * FROM \(view) ORDER BY \(order)")
        guard try rows == connection.table("SELECT * FROM plain_\(view) ORDER BY \(order)") else {
          return false
        }
      }
      return true
    }
  }
}

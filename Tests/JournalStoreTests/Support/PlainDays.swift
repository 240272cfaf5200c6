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
    try connection.execute(script: Self.laterColumns)
  }

  /// The columns that the view got later, each asked of the entries by itself.
  private static let laterColumns = """
    CREATE TEMP VIEW plain_order AS
    SELECT *, CASE moment WHEN 'morning' THEN 0 WHEN 'later' THEN 2 ELSE 1 END AS part,
      coalesce(strftime('%s', time, (SELECT back FROM day_boundary)) % 86400, 0) AS clock
    FROM plain_rating;
    CREATE TEMP VIEW plain_run AS
    SELECT *, coalesce(strftime('%s', start_time, (SELECT back FROM day_boundary)) % 86400, 0)
      AS clock
    FROM run;
    CREATE TEMP VIEW plain_full AS
    SELECT plain.*,
      CASE strftime('%w', day) WHEN '0' THEN 7 ELSE CAST(strftime('%w', day) AS INTEGER) END
        AS weekday,
      (SELECT CASE count(DISTINCT side) WHEN 0 THEN NULL WHEN 1 THEN max(side) ELSE 'both' END
       FROM check_in WHERE check_in.day = plain.day) AS side,
      (SELECT max(numbness) FROM check_in WHERE check_in.day = plain.day) AS numbness,
      (SELECT max(tingling) FROM check_in WHERE check_in.day = plain.day) AS tingling,
      (SELECT max(weakness) FROM check_in WHERE check_in.day = plain.day) AS weakness,
      (SELECT stress FROM plain_order AS o WHERE o.day = plain.day AND stress IS NOT NULL
       ORDER BY part DESC, clock DESC, id DESC LIMIT 1) AS stress,
      (SELECT mood FROM plain_order AS o WHERE o.day = plain.day AND mood IS NOT NULL
       ORDER BY part DESC, clock DESC, id DESC LIMIT 1) AS mood,
      (SELECT group_concat(medication, '; ') FROM (
         SELECT medication, part, clock, id FROM plain_order AS o
         WHERE o.day = plain.day AND medication IS NOT NULL AND NOT EXISTS (
           SELECT 1 FROM plain_order AS e
           WHERE e.day = o.day AND e.medication = o.medication
             AND (e.part, e.clock, e.id) < (o.part, o.clock, o.id))
         ORDER BY part, clock, id)) AS medication,
      (SELECT pain_before FROM plain_run AS r WHERE r.day = plain.day AND pain_before IS NOT NULL
       ORDER BY clock, id LIMIT 1) AS pain_before,
      (SELECT max(pain_during) FROM run WHERE run.day = plain.day) AS pain_during,
      (SELECT pain_after FROM plain_run AS r WHERE r.day = plain.day AND pain_after IS NOT NULL
       ORDER BY clock DESC, id DESC LIMIT 1) AS pain_after,
      (SELECT iif(count(*) = count(duration_s), sum(duration_s) / 60.0, NULL)
       FROM cross_training WHERE cross_training.day = plain.day) AS cross_training_minutes
    FROM plain_day AS plain;
    """

  /// Whether the view `day` gives the same rows, to the last bit of each number.
  var agree: Bool {
    get throws {
      try connection.integer(
        """
        WITH
          days AS MATERIALIZED (SELECT * FROM day),
          plain AS MATERIALIZED (SELECT * FROM plain_full)
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
        let columns = try connection.rows(
          "SELECT name FROM pragma_table_info(?1) ORDER BY cid", .text("plain_\(view)")
        ) { (row) throws(SQLiteError) in try row.text(0) }.joined(separator: ", ")
        let rows = try connection.table("SELECT \(columns) FROM \(view) ORDER BY \(order)")
        guard try rows == connection.table("SELECT * FROM plain_\(view) ORDER BY \(order)") else {
          return false
        }
      }
      return true
    }
  }
}

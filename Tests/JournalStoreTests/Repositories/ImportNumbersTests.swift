import CivilDay
import Testing
import WrittenValues
import JournalModel

@testable import JournalStore

/// Texts of a file where a mapping needs numbers.
@Suite struct ImportNumbersTests {
  let journal: Journal

  init() throws { journal = try Journal.inMemory() }

  /// What becomes of one text in the column `x`, beside others, under `select`.
  private func read(
    _ text: String, _ expression: String, beside others: [String] = []
  ) throws -> (value: SQLiteValue?, reason: String?) {
    let rows = ([text] + others).enumerated().map { index, text in
      TextRecord.fields(["2026-01-0\(index + 1)", text, "7"], line: index + 2)
    }
    var file = MemoryTable(header: ["date", "x", "other"], records: rows)
    let report = try journal.importRows(
      of: &file,
      plan: ImportPlan(
        table: .checkIn, select: "SELECT date AS day, \(expression) AS sleep_hours FROM csv",
        fileName: "f", today: try #require(Day("2026-12-31"))))
    let value = try journal.connection.column(
      "SELECT sleep_hours FROM check_in WHERE day = '2026-01-01'"
    ).first
    return (value, report.refusals.first { $0.line == 2 }?.reason)
  }

  private static let expressions = [
    "x", "x * 1", "1 * x", "x + 0", "-(-x)", "round(x, 3)", "CAST(x AS REAL)", "abs(x)",
    "coalesce(x, 0) * 1", "(SELECT x) + 0", "CASE WHEN 1 THEN x END", "x / 1.0",
    "max(x)", "(x) * (1)", "CAST(replace(x, ',', '.') AS REAL)", "to_number(x)", "sum(x)",
    "round(avg(x), 3)", "x COLLATE nocase + 0", "iif(1, x, 0) * 1", "x*1.0||''",
  ]

  @Test(arguments: expressions)
  func `A word for nothing is unknown, whatever the expression`(expression: String) throws {
    for word in ["n/a", "-", "?", "none", "--", "NA", "unknown", "\"\""] {
      let journal = try ImportNumbersTests()
      let (value, reason) = try journal.read(word, expression)
      #expect(value == nil || value == .null, "\(word)")
      #expect(reason?.contains("at least one value") ?? true, "\(word) \(reason ?? "")")
    }
  }

  @Test(arguments: expressions)
  func `What is no number sets its row aside, whatever the expression`(expression: String) throws {
    for text in ["~6", "5/10", "7h", "8 km", "<6", "7:30"] {
      let journal = try ImportNumbersTests()
      let (value, reason) = try journal.read(text, expression)
      #expect(value == nil, "\(text)")
      #expect(reason?.contains("'\(text)'") == true, "\(text) \(reason ?? "")")
    }
  }

  @Test(arguments: expressions)
  func `A decimal comma is one, whatever the expression`(expression: String) throws {
    for (text, number) in [("3,5", 3.5), ("7,25", 7.25), ("0,5", 0.5), ("６", 6), (" \"4\" ", 4)] {
      let journal = try ImportNumbersTests()
      let (value, _) = try journal.read(text, expression)
      #expect(value == .real(number), "\(text)")
    }
  }

  @Test func `One mark before three digits needs another row to prove it`() throws {
    let alone = try read("1,234", "x * 1")
    #expect(alone.value == nil)
    #expect(
      alone.reason
        == "x is '1,234', which could be 1.234 or 1234; add --decimal comma or --decimal point."
    )
    #expect(try ImportNumbersTests().read("1,234", "x * 1", beside: ["3,5"]).value == 1.234)
    // As many hours as no day has.
    let thousands = try ImportNumbersTests().read("1,234", "x * 1", beside: ["3.5"])
    #expect(thousands.reason?.contains("sleep_hours must be a number") == true)
  }

  @Test func `Texts that are compared, cut or kept stay as they are`() throws {
    let report = try journal.importRows(
      "date,pain,note",
      [
        "2026-01-01,low,007", "2026-01-02,high,5.0", "2026-01-03,none,n/a", "2026-01-04,~6,'x",
      ], as: .checkIn,
      """
      SELECT date AS day, CASE pain WHEN 'low' THEN 2 WHEN 'high' THEN 7 WHEN 'none' THEN 0
        ELSE replace(pain, '~', '') END AS leg_pain, note FROM csv
      """)
    #expect(report.refused == 0)
    #expect(
      try journal.connection.table("SELECT leg_pain, note FROM check_in ORDER BY day")
        == [[2, "007"], [7, "5.0"], [0, "n/a"], [6, "'x"]])
  }

  @Test func `A row that a condition leaves out is not missed`() throws {
    let report = try journal.importRows(
      "date,km,kind", ["2026-01-01,5,run", "Total,~99,all", "2026-01-02,12,run"],
      "SELECT date AS day, km * 1000 AS distance_m FROM csv WHERE kind = 'run' AND km > 6")
    #expect(report.refused == 0)
    #expect(try journal.connection.column("SELECT distance_m FROM run") == [12_000.0])
  }

  @Test func `A group with a text that is no number does not come in without it`() throws {
    let report = try journal.importRows(
      "date,km", ["2026-01-01,5", "2026-01-01,~8", "2026-01-02,6"],
      "SELECT date AS day, sum(km) * 1000 AS distance_m FROM csv GROUP BY date")
    #expect(report.added == 1)
    #expect(report.refusals.map(\.line) == [3])
    #expect(try journal.connection.column("SELECT day FROM run") == ["2026-01-02"])
  }
}

/// Days and clock times of a file.
@Suite struct ImportDaysTests {
  let journal: Journal

  init() throws { journal = try Journal.inMemory() }

  private func days(
    _ stamps: [String], _ day: String, time: String? = nil, order: String? = nil,
    boundary: Int = 240
  ) throws -> [[SQLiteValue]] {
    let rows = stamps.enumerated().map { index, stamp in
      TextRecord.fields([stamp, "\(index)"], line: index + 2)
    }
    var file = MemoryTable(header: ["stamp", "pain"], records: rows)
    var plan = ImportPlan(
      table: .checkIn,
      select: "SELECT \(day) AS day, \(time ?? "NULL") AS time, pain AS leg_pain FROM csv",
      fileName: "f", today: try #require(Day("2026-12-31")))
    plan.dayBoundaryMinutes = boundary
    plan.dateOrder = order.flatMap(DateOrder.init)
    _ = try journal.importRows(of: &file, plan: plan)
    return try journal.connection.table("SELECT day, time FROM check_in ORDER BY leg_pain")
  }

  @Test(arguments: [
    ("to_day(stamp)", "to_clock(stamp)"), ("substr(stamp, 1, 10)", "substr(stamp, 12)"),
    ("date(stamp)", "time(stamp)"),
  ])
  func `A timestamp of the night belongs to the day before`(day: String, time: String) throws {
    let stamps = ["2026-10-05 23:30", "2026-10-06 00:15", "2026-10-06 03:59", "2026-10-06 04:00"]
    #expect(
      try days(stamps, day, time: time) == [
        ["2026-10-05", "23:30:00"], ["2026-10-05", "00:15:00"], ["2026-10-05", "03:59:00"],
        ["2026-10-06", "04:00:00"],
      ])
    #expect(
      try ImportDaysTests().days(stamps, day, time: time, boundary: 0).map { $0[0] }
        == ["2026-10-05", "2026-10-06", "2026-10-06", "2026-10-06"])
  }

  @Test func `The day alone of a timestamp moves too, but not a column of days`() throws {
    #expect(
      try days(["2026-10-06 00:15", "2026-10-06 12:00"], "substr(stamp, 1, 10)").map { $0[0] }
        == ["2026-10-05", "2026-10-06"])
    for day in ["substr(stamp, 1, 10)", "to_day(stamp)"] {
      // A spreadsheet writes midnight beside a day.
      #expect(
        try ImportDaysTests().days(["2026-10-06 00:00:00", "2026-10-07 00:00:00"], day)
          .map { $0[0] } == ["2026-10-06", "2026-10-07"])
      #expect(
        try ImportDaysTests().days(["2026-10-06 00:00:00", "2026-10-07 09:00:00"], day)
          .map { $0[0] } == ["2026-10-05", "2026-10-07"])
    }
  }

  @Test func `A day that a column says stays, whatever the time beside it`() throws {
    let report = try journal.importRows(
      "day,clock,pain", ["2026-10-06,00:15,3"], as: .checkIn,
      "SELECT day, clock AS time, pain AS leg_pain FROM csv")
    #expect(report.added == 1)
    #expect(
      try journal.connection.table("SELECT day, time FROM check_in") == [
        ["2026-10-06", "00:15:00"]
      ])
  }

  @Test func `Days can be grouped where they move`() throws {
    for key in ["1", "day", "substr(stamp, 1, 10)", "SUBSTR(stamp,1,10)"] {
      let journal = try Journal.inMemory()
      try journal.importRows(
        "stamp,pain", ["2026-10-05 22:00,2", "2026-10-06 00:15,6", "2026-10-06 09:00,1"],
        as: .checkIn,
        "SELECT substr(stamp, 1, 10) AS day, max(pain) AS leg_pain FROM csv GROUP BY \(key)")
      #expect(
        try journal.connection.table("SELECT day, leg_pain FROM check_in ORDER BY day")
          == [["2026-10-05", 6], ["2026-10-06", 1]], "\(key)")
    }
  }

  @Test func `One row proves the order of all dates`() throws {
    #expect(
      try days(["10/5/2026 7:12", "10/25/2026 7:12"], "to_day(stamp)").map { $0[0] }
        == ["2026-10-05", "2026-10-25"])
    #expect(
      try ImportDaysTests().days(["5/10/2026", "25/10/2026"], "to_day(stamp)").map { $0[0] }
        == ["2026-10-05", "2026-10-25"])
    #expect(
      try ImportDaysTests().days(["5/10/2026"], "to_day(stamp, 'dmy')").map { $0[0] }
        == ["2026-10-05"])
    #expect(
      try ImportDaysTests().days(["5/10/2026"], "to_day(stamp)", order: "mdy").map { $0[0] }
        == ["2026-05-10"])
  }

  @Test(arguments: [["10/5/2026", "11/3/2026"], ["10/25/2026", "25/10/2026", "5/10/2026"]])
  func `Dates that nothing proves are refused with what to say`(stamps: [String]) throws {
    #expect {
      _ = try days(stamps, "to_day(stamp)")
    } throws: { error in
      "\(error)".contains("add --dates dmy or --dates mdy")
    }
    #expect(try journal.connection.value("SELECT count(*) FROM check_in") == 0)
  }

  @Test func `A day that could not be read shows where it came from`() throws {
    let report = try journal.importRows(
      "stamp,pain", ["5 Octember,3", "soon,3", ",3"], as: .checkIn,
      "SELECT date(stamp) AS day, pain AS leg_pain FROM csv")
    #expect(
      report.refusals.map(\.reason) == [
        "day is missing: '5 Octember' in stamp is not a date.",
        "day is missing: 'soon' in stamp is not a date.", "day is missing.",
      ])
    let read = try journal.importRows(
      "stamp,pain", ["5 Octember,3"], as: .checkIn,
      "SELECT to_day(stamp) AS day, pain AS leg_pain FROM csv")
    #expect(read.refusals.map(\.reason) == ["stamp is '5 Octember', not a day."])
  }

  @Test func `A length of time in words becomes minutes`() throws {
    try journal.importRows(
      "day,sleep", ["2026-10-05,7h 30min", "2026-10-06,n/a", "2026-10-07,7 h"], as: .checkIn,
      "SELECT day, to_minutes(sleep) / 60 AS sleep_hours, 1 AS leg_pain FROM csv")
    #expect(
      try journal.connection.column("SELECT sleep_hours FROM check_in ORDER BY day")
        == [7.5, .null, 7.0])
  }
}

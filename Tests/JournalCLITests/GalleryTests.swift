import BuiltInQueries
import Foundation
import JournalModel
import Testing
@testable import JournalCLI

/// The gallery of questions, and the descriptions that Datasette shows.
///
/// After an intended change: `NERVE_UPDATE_GOLDEN=1 swift test --filter
/// GalleryTests`, and read what changed before committing it.
@Suite struct GalleryTests {
  private static let root = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// Compares a page with what it must say, or writes it anew.
  private func compare(_ text: String, with path: String) throws {
    let file = Self.root.appending(path: path)
    if ProcessInfo.processInfo.environment["NERVE_UPDATE_GOLDEN"] != nil {
      try Data(text.utf8).write(to: file)
    }
    let found = try String(contentsOf: file, encoding: .utf8)
    let different = zip(
      text.components(separatedBy: "\n"), found.components(separatedBy: "\n")
    ).first { $0 != $1 }
    #expect(different?.0 == different?.1)
    // Of two long texts the first line that differs says more than both.
    let isSame = text == found
    #expect(isSame, "\(path)")
  }

  @Test func `Every file of the folder is a built-in query with a question and a reading`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appending(path: "Sources/BuiltInQueries").path)
    #expect(
      builtInQueries.map(\.name).sorted()
        == files.filter { $0.hasSuffix(".sql") }.map { String($0.dropLast(4)) }.sorted())
    #expect(builtInQueries.count == 40)
    for query in builtInQueries {
      #expect(query.name.allSatisfy { $0 == "-" || $0.isASCII && $0.isLowercase })
      #expect(query.question.hasSuffix("?"), "\(query.name)")
      #expect(!query.reading.isEmpty, "\(query.name)")
      #expect(query.sql.hasSuffix(";\n"), "\(query.name)")
      #expect(query.sql.hasPrefix("SELECT") || query.sql.hasPrefix("WITH"), "\(query.name)")
    }
  }

  @Test func `The gallery shows every query with its answer for the sample journal`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--until", "2026-10-31")
    var page = """
      # Queries that come with the program

      Run one with `nerve query NAME`, see how to read it with `nerve query show NAME`, save your own with `nerve query save`. The results here are from the sample journal, two
      years of a made-up runner (`nerve sample sample.sqlite --until 2026-10-31`). The queries are files in `Sources/BuiltInQueries`; see also the
      [functions](sql-functions.md) and the [columns](data-dictionary.md).

      All of them look back at days that somebody chose, so none can show a cause. They show where to look; `nerve correlate` accounts for
      the way you choose your days, and only a randomised trial settles it.

      | name | question |
      |---|---|

      """
    for query in builtInQueries {
      page += "| [`\(query.name)`](#\(query.name)) | \(query.question) |\n"
    }
    page += """

      Questions of your own can be shorter: [twenty in at most three lines](#twenty-short-questions).

      """
    for query in builtInQueries {
      var answer = desk.results("sql", query.sql, "--format", "markdown", "--journal", path)
      // More than names of columns and the line below.
      let hasRows = answer.split(separator: "\n").count > 2
      #expect(hasRows != Self.withoutRowsInSample.contains(query.name), "\(query.name)")
      if !hasRows { answer += "\nThe made-up runner logged no such runs.\n" }
      page +=
        "\n## \(query.name)\n\n\(query.question)\n\n```sql\n\(query.sql)```\n\n\(answer)\n\(query.reading)\n"
    }
    page += """

      ## Twenty short questions

      Each takes a look at `nerve schema` and at most three lines. The results are from the same journal, and long ones are cut after twelve rows.

      """
    for (question, sql) in ShortQuestions.all {
      let answer = desk.results("sql", sql, "--format", "markdown", "--journal", path)
      let rows = answer.split(separator: "\n")
      #expect(rows.count > 2, "\(question)")
      #expect(sql.split(separator: "\n").count <= 3, "\(question)")
      page += "\n**\(question)**\n\n```sql\n\(sql)\n```\n\n"
      page += rows.prefix(14).joined(separator: "\n") + "\n"
    }
    #expect(ShortQuestions.all.count == 20)
    try compare(page, with: "Documentation/sql-gallery.md")
  }

  /// Queries about what the sample journal has nothing of.
  private static let withoutRowsInSample: Set<String> = [
    "hills-and-next-morning", "pain-around-a-run", "runs-that-eased-the-leg",
  ]

  @Test func `A query without rows in the sample has some where such runs are logged`() throws {
    let desk = try Desk()
    for (day, distance, ascent, after) in [
      ("-3d", "4km", "20", "1"), ("-2d", "8km", "120", "3"), ("-1d", "12km", "400", "2"),
    ] {
      desk.results("pain", "2", "--time", "7:00", "--on", day)
      desk.results(
        "run", distance, "50:00", "--on", day, "--start", "18:00", "--ascent", ascent,
        "--before", "2", "--during", "2", "--after", after)
    }
    desk.results("pain", "3", "--time", "7:00")
    for name in Self.withoutRowsInSample {
      let query = try #require(builtInQueries.first { $0.name == name })
      let rows = try ReadJSON(desk.results("sql", query.sql, "--json")).array
      #expect(rows.count == 3, "\(name)")
    }
  }

  @Test func `No query fails where nothing was logged, or only one thing`() throws {
    let desk = try Desk()
    desk.results("pain", "3")
    for query in builtInQueries {
      desk.results("sql", query.sql, "--json")
    }
    desk.results("run", "5km", "30:00", "--on", "yesterday")
    for query in builtInQueries {
      desk.results("sql", query.sql, "--json")
    }
  }

  @Test func `The lag profile of the gallery is that of correlate`() throws {
    let desk = try Desk()
    let path = desk.folder["sample.sqlite"]
    desk.results("sample", path, "--until", "2026-10-31")
    let query = try #require(builtInQueries.first { $0.name == "lag-profile" })
    let found = try ReadJSON(desk.results("sql", query.sql, "--json", "--journal", path))
    let correlate = try ReadJSON(
      desk.results("correlate", "--lags=-3...7", "--json", "--journal", path))
    let lags = correlate["lags"].array
    let rows = found.array
    try #require(rows.count == lags.count)
    for (row, lag) in zip(rows, lags) {
      let (value, expected) = (
        try #require(row["correlation"].number), try #require(lag["pearson"]["r"].number)
      )
      #expect(abs(value - expected) <= 0.0005 + 1e-12)
    }
  }

  @Test func `Datasette is told what every table, column and query means`() throws {
    let dictionary = try String(
      contentsOf: Self.root.appending(path: "Documentation/data-dictionary.md"), encoding: .utf8)
    try compare(
      DatasetteMetadata(dictionary: dictionary).json, with: "Documentation/datasette.json")
  }
}

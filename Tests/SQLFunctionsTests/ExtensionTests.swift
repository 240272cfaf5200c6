import Foundation
import Testing

/// `libnerve.so` as other programs load it, beside the functions of the program.
@Suite struct ExtensionTests {
  /// The library as it was built beside the tests.
  private static let library: String? = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return ([tests] + CommandLine.arguments).lazy
      .map {
        URL(fileURLWithPath: $0).deletingLastPathComponent()
          .appending(path: "libNerveExtension.so").path
      }
      .first { FileManager.default.fileExists(atPath: $0) }
  }()

  /// A query with an aggregate, frames that slide, and a text.
  private static let query = """
    WITH t(x, y) AS (VALUES (1, 2), (2, 1), (3, 5), (NULL, 1), (5, 5), (6, 9))
    SELECT corr(y, x) OVER (ORDER BY x ROWS 3 PRECEDING) AS a, median(y) OVER (ORDER BY x) AS b,
      (SELECT kendall(y, x) FROM t) AS c, pace(8200, 2710) AS d
    FROM t ORDER BY x
    """

  /// What a program writes to its output and its messages.
  private func run(
    _ program: String, _ arguments: [String], input: String = ""
  ) throws -> String {
    let process = Process()
    let (typed, output) = (Pipe(), Pipe())
    process.standardInput = typed
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.standardOutput = output
    process.standardError = output
    try process.run()
    try typed.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try typed.fileHandleForWriting.close()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: text, as: UTF8.self)
  }

  /// Answers of the stock shell, which takes the entry point from the file's name.
  private func shell(_ sql: String) throws -> String {
    let library = try #require(Self.library, "the product NerveExtension lies beside the tests")
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let link = folder.appending(path: "libnerve.so").path
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: library)
    return try run(
      "/usr/bin/sqlite3", ["-batch", "-cmd", ".load \(link)", ":memory:"], input: sql + ";\n")
  }

  @Test func `The stock shell gets the numbers that the program has`() throws {
    let expected = try Database().rows(Self.query)
      .map { $0.map { $0 ?? "" }.joined(separator: "|") + "\n" }.joined()
    #expect(try shell(Self.query) == expected)
    #expect(try shell("SELECT monday('2026-11-22')") == "2026-11-16\n")
    #expect(
      try shell("SELECT median('one')").contains("median(): argument 1 is not a number"))
  }

  @Test func `The limit that SQLite has on memory holds for the rows that are kept`() throws {
    let answer = try shell(
      """
      PRAGMA hard_heap_limit = 16000000;
      SELECT median(value) FROM generate_series(1, 10000000);
      SELECT median(value) FROM generate_series(1, 100000);
      """)
    #expect(answer.contains("out of memory"))
    #expect(!answer.contains("5000000"))
  }

  @Test(arguments: [
    "spearman(value, -value)", "kendall(value % 9, value)", "corr(value, value * value)",
    "mad(value)", "effective_n(value % 7, value % 5)",
    "lagged_corr(value % 7, value % 5, 1, date(2400000.5 + value))",
  ])
  func `The limit holds for what the statistics copy, too`(_ call: String) throws {
    // The columns take 3 or 6 megabytes; what is made of them has to fit as well.
    let rows = "FROM generate_series(1, 200000)"
    let answer = try shell(
      """
      SELECT 'ample', \(call) IS NOT NULL \(rows);
      PRAGMA hard_heap_limit = 6000000;
      SELECT 'scarce', \(call) IS NOT NULL \(rows);
      SELECT 'few', \(call) IS NOT NULL FROM generate_series(1, 2000);
      """)
    #expect(answer.contains("ample|1\n"))
    #expect(!answer.contains("scarce|"))
    #expect(answer.contains("out of memory"))
    #expect(answer.hasSuffix("few|1\n"))
  }

  @Test func `The shell keeps its own series, and gets the other new functions`() throws {
    #expect(try shell("SELECT count(*) FROM generate_series(1, 10, 3)") == "4\n")
    #expect(try shell("SELECT 'Pain' REGEXP '(?i)^pain$', concat_ws('-', 1, NULL, 2)") == "1|1-2\n")
    #expect(try shell("SELECT string_agg(value, '+') FROM generate_series(1, 3)") == "1+2+3\n")
  }

  @Test func `What was kept of the rows is let go, also where a statement fails or is left`() throws
  {
    // Each would keep a megabyte.
    let wasteful = [
      "SELECT quantile(value, iif(value < 100000, 0.5, 0.6)) FROM generate_series(1, 100000)",
      "SELECT median(iif(value < 100000, value, 'x')) FROM generate_series(1, 100000)",
      "SELECT stddev(value) OVER (ORDER BY value DESC ROWS 90000 PRECEDING) "
        + "FROM generate_series(1, 100000) LIMIT 2",
      "SELECT sum(m) FROM (SELECT mad(value) AS m FROM generate_series(1, 100000) GROUP BY value > 50000)",
    ]
    let answer = try shell(
      "PRAGMA hard_heap_limit = 24000000;"
        + String(repeating: wasteful.joined(separator: ";\n") + ";\n", count: 15)
        + "SELECT 'median', median(value) FROM generate_series(1, 100000)")
    #expect(answer.hasSuffix("median|50000.5\n"))
    #expect(!answer.contains("out of memory"))
  }

  static let python = "/usr/bin/python3"

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: python), "needs python3"))
  func `Python gets them on every connection and thread`() throws {
    let library = try #require(Self.library, "the product NerveExtension lies beside the tests")
    let program = """
      import sqlite3, sys, threading
      sql = '''\(Self.query)'''
      answers = []
      def ask():
          for _ in range(20):
              db = sqlite3.connect(":memory:")
              db.enable_load_extension(True)
              db.load_extension("\(library)")
              answers.append(db.execute(sql).fetchall())
              try:
                  db.execute("SELECT quantile(1, 2)").fetchall()
              except sqlite3.OperationalError as error:
                  assert str(error) == "quantile(): p must be from 0 to 1", error
              db.close()
      threads = [threading.Thread(target=ask) for _ in range(4)]
      [t.start() for t in threads]
      [t.join() for t in threads]
      assert len(answers) == 80 and all(a == answers[0] for a in answers)
      print("\\n".join("|".join("" if v is None else str(v) for v in row) for row in answers[0]))
      """
    let found = try run(Self.python, ["-c", program])
    let rows = try Database().rows(Self.query)
    let lines = found.split(separator: "\n").map { $0.split(separator: "|").last.map(String.init) }
    try #require(lines.count == rows.count, "\(found)")
    let medians = found.split(separator: "\n").map {
      $0.split(separator: "|", omittingEmptySubsequences: false)[1]
    }
    #expect(medians.map(String.init) == rows.map { $0[1] ?? "" })
    #expect(lines == Array(repeating: "5:30", count: rows.count))
  }

  @Test func `It calls SQLite only through the table that it is given`() throws {
    let library = try #require(Self.library, "the product NerveExtension lies beside the tests")
    let wanted = try run("/usr/bin/nm", ["-D", "--undefined-only", library])
    #expect(wanted.contains("malloc"))
    #expect(!wanted.contains("sqlite3_"))
    let given = try run("/usr/bin/nm", ["-D", "--defined-only", library])
      .split(separator: "\n").compactMap { $0.split(separator: " ").last }
      .filter { $0.hasPrefix("sqlite3") }
    #expect(given.sorted() == ["sqlite3_extension_init", "sqlite3_nerve_init"])
  }
}

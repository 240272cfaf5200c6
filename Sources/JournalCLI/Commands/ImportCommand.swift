import ArgumentParser
import DelimitedText
import JournalStore

/// Brings the rows of a CSV file into the journal.
struct ImportCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Bring rows of a CSV file into the journal.",
    discussion: """
        $ nerve import runs.csv --as run --select "SELECT date AS day, \\
            km * 1000 AS distance_m FROM csv"
        $ nerve import diary.csv --as check_in --dry-run --select "SELECT \\
            substr(stamp, 1, 10) AS day, round(pain) AS leg_pain FROM csv"

      The file becomes the table csv with the names of its header; blank fields \
      are NULL. The SELECT maps it onto the columns of a journal table. Rows \
      that are there already are left out, and so are rows that break a rule; \
      the others go in together, and nerve undo takes them back together.
      """)

  @Argument(help: "The file; - is standard input.", completion: .file())
  var file: String

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Where the rows go: run, check_in, stretch, flare_up, cross_training, day_mark, guidance, "
        + "footwear or exercise.", valueName: "table"), completion: .tables)
  var table: String

  @Option(
    help: ArgumentHelp(
      "A SELECT over the table csv whose columns are named as the table's.", valueName: "sql"))
  var select: String

  @Flag(help: "Change nothing; only tell what would be.")
  var dryRun = false

  @Flag(help: "The file tells of every run of its span: other days are rest days.")
  var complete = false

  @Option(
    help: "What separates fields: comma, semicolon or tab. Else the header tells.",
    completion: .list(Delimiter.allCases.map { "\($0)" }))
  var delimiter: String?

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in surroundings: Surroundings) throws {
    let names = EntryTable.importable.map(\.rawValue).joined(separator: ", ")
    guard let table = EntryTable.importable.first(where: { $0.rawValue == table.lowercased() })
    else { throw UsageError("Rows go to one of \(names).") }
    guard !complete || table == .run else {
      throw UsageError("--complete is for runs: only they make other days rest days.")
    }
    let delimiter = try delimiter.map { word in
      guard let known = Delimiter.allCases.first(where: { "\($0)" == word.lowercased() }) else {
        throw UsageError("The delimiter is one of comma, semicolon and tab.")
      }
      return known
    }
    _ = try format.chosen()
    let plan = ImportPlan(
      table: table, select: select,
      fileName: file == "-" ? "standard input" : String(file.split(separator: "/").last ?? ""),
      isComplete: complete, isDryRun: dryRun, today: surroundings.now.day)
    let (report, session) = try InputFile(file).withDelimitedText(delimiter: delimiter) { reader in
      var records = CSVRecords(reader)
      let session = try journal.session(for: .writing, surroundings)
      let opened = try dryRun ? session.journalForTrial() : session.journal()
      do {
        return (try opened.importRows(of: &records, plan: plan), session)
      } catch let error as SQLiteError where error.message.hasPrefix("no such column") {
        throw unknownColumn(records.header)
      }
    }
    try format.write(
      ImportText(report: report, isDryRun: dryRun, isComplete: complete), surroundings)
    if report.refused > 0, report.added == 0, report.alreadyThere == 0 {
      throw FileError("No row of the file could be used.")
    }
    if report.importID != nil { try session.hintAtUndo() }
  }

  private func unknownColumn(_ names: [String]) -> FileError {
    let known = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return FileError(
      "The SELECT names a column that the file does not have; its columns are \(known).")
  }
}

/// The records of a delimited file, as the journal's import reads them.
struct CSVRecords: JournalStore.TextTable, ~Copyable {
  private var reader: DelimitedTextReader

  init(_ reader: consuming DelimitedTextReader) {
    self.reader = reader
  }

  var header: [String] { reader.columns }

  mutating func next() throws -> TextRecord? {
    guard let record = try reader.next() else { return nil }
    if let problem = record.problem {
      return .unusable(reason: "\(problem)", line: record.line)
    }
    return .fields(record.fields, line: record.line)
  }
}

import ActivityFiles
import ArgumentParser
import DelimitedText
import EntryInput
import JSONText
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Imports activities, or rows of a CSV file, into the journal.
struct ImportCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Import activities or your own CSV.",
    discussion: """
        $ nerve import morning.fit evening.gpx.gz
        $ nerve import strava-export.zip --dry-run
        $ nerve import track.gpx --sport run
        $ nerve import Activities.csv --units mi --dates mdy

      To import a whole folder: find Activities -name '*.fit' -exec nerve \
      import {} +

      Reads FIT, GPX and TCX, and the exports of Strava, Garmin, Apple Health, \
      Fitbit, Samsung, Polar, Suunto, Zepp, Runkeeper, intervals.icu and Google. \
      Archives need no unpacking. Runs become runs; walks, rides and swims become \
      cross-training; everything else is listed and skipped.

      Duplicates are skipped, under any name and from any source. A run in \
      several files gets the best values of each and keeps everything you typed. \
      Suspicious values get a remark; find them with 'nerve list --doubts'. One \
      'nerve undo' undoes the whole import. To add the effort of new runs, use \
      'nerve checkin --rpe'.

        $ nerve import runs.csv --as run --select "SELECT date AS day, \\
            km * 1000 AS distance_m FROM csv"
        $ nerve import diary.csv --as check_in --dry-run --select "SELECT \\
            to_day(stamp) AS day, round(pain) AS leg_pain FROM csv"

      --as imports your own CSV, as the table csv with the columns of its header; \
      a JSON list of objects is the table json. The SELECT maps it to the columns \
      of a journal table. Duplicates and rows that break a rule are skipped; the \
      other rows are imported together.

      In number columns, a blank, '-' or 'n/a' is unknown, 3,5 is a number if the \
      file uses a decimal comma, and a row with anything else, such as ~6, is \
      skipped. to_day(x), to_clock(x), to_minutes(x) and to_number(x) read dates, \
      times and numbers as people write them. A rating at 00:15 belongs to the \
      day before, unless the file has a day column.
      """)

  @Argument(help: "Files to import; - is standard input.", completion: .file())
  var files: [String]

  @Flag(help: "Show what would happen without changing anything.")
  var dryRun = false

  @Flag(help: "The files cover all runs of their period: other days are rest days.")
  var coversAllRuns = false

  @Option(
    help: ArgumentHelp(
      "Sport of activities without a known one: run, walk, bike or swim.", valueName: "sport"),
    completion: .list(["run", "walk", "bike", "swim"]))
  var sport: String?

  @Option(
    help: ArgumentHelp(
      "Unit of distances in a table, overriding the file: km or mi.", valueName: "unit"),
    completion: .list(["km", "mi"]))
  var units: String?

  @Flag(help: "Restore activities that you deleted after an earlier import.")
  var includeDeleted = false

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Journal table for your own CSV: run, check_in, stretch, flare_up, cross_training, "
        + "day_mark, guidance, footwear or exercise.", valueName: "table"), completion: .tables)
  var table: String?

  @Option(
    help: ArgumentHelp(
      "A SELECT from the table csv, with the column names of the journal table.",
      valueName: "sql"))
  var select: String?

  @Option(
    help: "Delimiter: comma, semicolon or tab. Default: detected from the header.",
    completion: .list(Delimiter.allCases.map { "\($0)" }))
  var delimiter: String?

  @Option(
    help: ArgumentHelp(
      "Line of the CSV header. Default: detected.",
      valueName: "number"))
  var headerLine: Int?

  @Option(
    help: "Decimal mark in numbers such as 1,234: comma or point.",
    completion: .list(DecimalMark.allCases.map(\.rawValue)))
  var decimal: String?

  @Option(
    help: "Order of dates such as 10/5/2026: dmy, mdy or ymd.",
    completion: .list(DateOrder.allCases.map(\.rawValue)))
  var dates: String?

  @Flag(name: .shortAndLong, help: "Print only errors and what was skipped.")
  var quiet = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    let isText = try format.chosen() == .text
    guard table != nil else { return try importActivities(in: context, isText: isText) }
    try importRows(in: context, isText: isText)
  }

  // MARK: - Activities

  private func importActivities(in context: CommandContext, isText: Bool) throws {
    guard select == nil, delimiter == nil, headerLine == nil, decimal == nil else {
      throw UsageError(
        "--select, --delimiter, --header-line and --decimal are for your own CSV; name its journal "
          + "table with --as.")
    }
    let unknownSport = try sport.map(Self.sport)
    var options = ActivityReadingOptions(
      units: try units.map(Self.unit), dates: try dates.map(Self.order))
    guard files.count(where: { $0 == "-" }) <= 1 else {
      throw UsageError("Standard input can be read only once; use a single -.")
    }
    let session = try journal.session(for: .writing, context, Dialogue(isQuiet: quiet))
    let translator = ActivityTranslator(
      ActivityTranslator.Clock(
        today: context.now.day, localMoment: context.localMoment, utcOffset: context.utcOffset,
        dayBoundaryMinutes: session.preferences.dayBoundaryMinutes),
      unknownSport: unknownSport)
    options.assumedUnit = session.preferences.unit == .miles ? .mile : .kilometre
    let contents: ActivityFileContents
    if files.count == 1 {
      if InputFile.size(of: "\(files[0])/\(ExportFormat.markFile)") != nil {
        return try restore(in: session) { try $0.readCSV(in: files[0]) }
      }
      var file = try InputFile(files[0])
      if JournalImporter.isJSON(try file.peek(64)) {
        return try restore(in: session) { importer in
          try file.withBytes { bytes in try importer.readJSON(bytes) }
        }
      }
      contents = try read(context, options) { contents, progress in
        try contents.read(file, at: files[0], translator, progress)
      }
    } else {
      contents = try read(context, options) { contents, progress in
        for file in files { try contents.read(file, translator, progress) }
      }
    }
    var report = ActivityImportReport()
    if !contents.isEmpty {
      var plan = ActivityImportPlan(
        today: context.now.day, dayBoundaryMinutes: session.preferences.dayBoundaryMinutes)
      // An unreadable file may contain the run of a day.
      plan.isComplete =
        coversAllRuns && contents.refusals.isEmpty && contents.openSports == 0
      plan.bringsBackDeleted = includeDeleted
      plan.isDryRun = dryRun
      let opened = try session.addingFunctions(
        to: dryRun ? session.journalForTrial() : session.journal())
      if !dryRun { _ = opened.backUp(before: .import) }
      report = try opened.importActivities(contents.batches, plan: plan)
    }
    let text = ActivityImportText(
      contents: contents, report: report, isDryRun: dryRun, isComplete: coversAllRuns)
    if isText, let only = text.onlyRefusal { throw refusal(only) }
    if !quiet || !isText || !text.refusals.isEmpty { try format.write(text, context) }
    guard text.isOfUse else {
      throw FileError("None of the files could be used.")
    }
    if !dryRun, !report.imports.isEmpty { try session.hintAtUndo() }
  }

  /// Returns the reason why the only file could not be used.
  private func refusal(_ remark: ActivityFileContents.Remark) -> FileError {
    // A reason that already says what to do needs no hint.
    let isOwn =
      remark.fileName.lowercased().hasSuffix(".csv")
      && ![" --dates ", " --as "].contains(where: remark.reason.contains)
    let hint =
      isOwn ? " If this is your own CSV, use --as; see: nerve import --help" : ""
    // An unreadable file is named in the reason.
    guard !remark.reason.contains(" cannot be read: ") else { return FileError(remark.reason) }
    let place = remark.place.map { ", \($0)" } ?? ""
    return FileError("In \(remark.fileName)\(place): \(remark.reason)\(hint)")
  }

  /// Reads all files before the first change, so that a large archive does not lock
  /// the journal while it is read.
  private func read(
    _ context: CommandContext, _ options: ActivityReadingOptions,
    _ body: (inout ActivityFileContents, ImportProgress?) throws -> Void
  ) throws -> ActivityFileContents {
    let sizes = files.map { InputFile.size(of: $0) }
    let total = sizes.contains(nil) ? 0 : sizes.reduce(0) { $0 + ($1 ?? 0) }
    let progress = quiet ? nil : ImportProgress(of: total, in: context)
    defer { progress?.end() }
    var contents = ActivityFileContents(options)
    try body(&contents, progress)
    return contents
  }

  /// Restores an export into an empty journal.
  private func restore(
    in session: JournalSession, _ body: (JournalImporter) throws -> [String: Int]
  ) throws {
    guard sport == nil, units == nil, dates == nil, !includeDeleted, !coversAllRuns else {
      throw UsageError(
        "This is an export of a journal; remove --sport, --units, --dates, --include-deleted "
          + "and --covers-all-runs.")
    }
    let journal = try dryRun ? session.journalForTrial() : session.journal()
    let counts = try body(JournalImporter(journal, isTrial: dryRun))
    guard try !quiet || format.chosen() != .text else { return }
    try format.write(RestoreText(counts: counts, isDryRun: dryRun), session.context)
  }

  private static func sport(_ word: String) throws -> Sport {
    switch InputText.folded(word) {
    case "run": .run
    case "walk": .walk
    case "bike", "ride": .ride
    case "swim": .swim
    default: throw UsageError(unknown: "sport", word, use: "run, walk, bike or swim")
    }
  }

  private static func unit(_ word: String) throws -> LengthUnit {
    switch InputText.folded(word) {
    case "km", "kilometres", "kilometers": .kilometre
    case "mi", "miles": .mile
    default: throw UsageError(unknown: "unit", word, use: "km or mi")
    }
  }

  private static func order(_ word: String) throws -> DateOrder {
    guard let order = DateOrder(rawValue: InputText.folded(word)) else {
      throw UsageError(unknown: "order of dates", word, use: "dmy, mdy or ymd")
    }
    return order
  }

  // MARK: - Rows of a CSV file

  private func importRows(in context: CommandContext, isText: Bool) throws {
    let names = EntryTable.importable.map(\.rawValue).joined(separator: ", ")
    guard let table = EntryTable.importable.first(where: { $0.rawValue == table?.lowercased() })
    else { throw UsageError(unknown: "table", table ?? "", use: names) }
    guard let select else {
      throw UsageError(
        "--as needs --select; for examples see: nerve import --help")
    }
    guard files.count == 1 else {
      throw UsageError("--as reads one file at a time; remove the others.")
    }
    guard sport == nil, units == nil, !includeDeleted else {
      throw UsageError(
        "--sport, --units and --include-deleted are only for activities; remove them or --as.")
    }
    guard !coversAllRuns || table == .run else {
      throw UsageError("--covers-all-runs is for runs: only they make other days rest days.")
    }
    let delimiter = try delimiter.map { word in
      guard let known = Delimiter.allCases.first(where: { "\($0)" == word.lowercased() }) else {
        throw UsageError(unknown: "delimiter", word, use: "comma, semicolon or tab")
      }
      return known
    }
    guard headerLine.map({ $0 > 0 }) ?? true else {
      throw UsageError("The number after --header-line must be at least 1.")
    }
    let file = files[0]
    var plan = ImportPlan(
      table: table, select: select,
      fileName: file == "-" ? "standard input" : String(file.split(separator: "/").last ?? ""),
      isComplete: coversAllRuns, isDryRun: dryRun, today: context.now.day)
    plan.decimalMark = try decimal.map { word in
      guard let mark = DecimalMark(rawValue: word.lowercased()) else {
        throw UsageError(unknown: "decimal mark", word, use: "comma or point")
      }
      return mark
    }
    plan.dateOrder = try dates.map(Self.order)
    var input = try InputFile(file)
    let first = try input.peek(64).first { !Set(" \t\r\n\u{FEFF}".utf8).contains($0) }
    let (report, session): (ImportReport, JournalSession)
    if delimiter == nil, first == UInt8(ascii: "{") || first == UInt8(ascii: "[") {
      guard headerLine == nil else {
        throw UsageError("JSON has no header; remove --header-line.")
      }
      var rows = try input.withBytes { try JSONTable($0) }
      (report, session) = try read(&rows, plan, context)
    } else {
      (report, session) = try input.withDelimitedText(
        delimiter: delimiter, form: .wild(headerLine: headerLine)
      ) { reader in
        var rows = CSVRecords(reader)
        return try read(&rows, plan, context)
      }
    }
    if !quiet || !isText || report.refused > 0 {
      try format.write(
        ImportText(report: report, isDryRun: dryRun, isComplete: coversAllRuns), context)
    }
    if report.refused > 0, report.added == 0, report.alreadyThere == 0 {
      throw FileError("None of the rows could be used.")
    }
    if report.importID != nil { try session.hintAtUndo() }
  }

  private func read(
    _ rows: inout (some JournalStore.TextTable & ~Copyable), _ plan: ImportPlan,
    _ context: CommandContext
  ) throws -> (ImportReport, JournalSession) {
    let session = try journal.session(for: .writing, context, Dialogue(isQuiet: quiet))
    let opened = try session.addingFunctions(
      to: dryRun ? session.journalForTrial() : session.journal())
    var plan = plan
    plan.dayBoundaryMinutes = session.preferences.dayBoundaryMinutes
    plan.wallSeconds = { utc in utc + context.localMoment(utc).utcOffsetMinutes * 60 }
    if !dryRun { _ = opened.backUp(before: .import) }
    do {
      return (try opened.importRows(of: &rows, plan: plan), session)
    } catch let error as SQLiteError where error.message.hasPrefix("no such column") {
      throw unknownColumn(rows.header)
    } catch let error as SQLiteError
      where ["csv", "json"].contains(where: { error.message.hasPrefix("no such table: \($0)") })
    {
      throw FileError("The file is the table \(rows.name); use FROM \(rows.name).")
    } catch let error as SQLiteError {
      throw Refusal(error.sentence)
    }
  }

  private func unknownColumn(_ names: [String]) -> FileError {
    let known = names.prefix(20).joined(separator: ", ") + (names.count > 20 ? ", …" : "")
    return FileError(
      "The SELECT uses an unknown column; choose from: \(known).")
  }
}

/// The records of a delimited file, in the form that the journal imports.
struct CSVRecords: JournalStore.TextTable, ~Copyable {
  private var reader: DelimitedTextReader

  init(_ reader: consuming DelimitedTextReader) {
    self.reader = reader
  }

  var header: [String] { reader.columns }
  var hasDecimalCommas: Bool { reader.delimiter == .semicolon }

  mutating func next() throws -> TextRecord? {
    guard let record = try reader.next() else { return nil }
    if let problem = record.problem {
      return .unusable(reason: "\(problem)", line: record.line)
    }
    return .fields(record.fields, line: record.line)
  }
}

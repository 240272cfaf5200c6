import ArgumentParser
import JournalStore

/// Writes the whole journal in a form that any program reads.
struct ExportCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write out the whole journal, for keeping or for other programs.",
    discussion: """
        $ nerve export -o journal.json
        $ nerve export --format ndjson > journal.ndjson
        $ nerve export --format csv -o journal-csv

      Every table comes with every row, the history of changes among them. CSV \
      is a new folder with a file for each table. nerve import takes an export \
      back, into an empty journal, which is then the same one: ids, history, \
      undo and all. For some rows or columns, see nerve list and nerve sql.

        $ nerve import journal.json --journal copy.sqlite
      """)

  @Option(help: "How to write it: json, ndjson or csv.")
  var format = "json"

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A new file, or for CSV a new folder; else the output.", valueName: "path"))
  var output: String?

  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    guard let format = ExportFormat(rawValue: format.lowercased()) else {
      throw UsageError("The format of an export is one of json, ndjson and csv", not: format)
    }
    guard let path = output else {
      guard format != .csv else {
        throw UsageError(
          "CSV is a file for each table; name a new folder for them with -o FOLDER.")
      }
      return try write(format, from: session.journal(), to: session.surroundings.output)
    }
    let journal = try session.journal()
    guard format == .csv else {
      let file = try NewFile(path)
      try write(format, from: journal, to: file.sink)
      return try file.keep()
    }
    try NewFile.makeFolder(path)
    var files: [NewFile] = []
    try JournalExporter(journal).writeCSV { name in
      try files.last?.keep()
      let file = try NewFile("\(path)/\(name)")
      files = [file]
      return file.sink
    }
    try files.last?.keep()
  }

  private func write(
    _ format: ExportFormat, from journal: Journal, to sink: any ByteSink
  ) throws {
    let exporter = JournalExporter(journal)
    if format == .json {
      try exporter.writeJSON(to: sink)
    } else {
      try exporter.writeLines(to: sink)
    }
  }
}

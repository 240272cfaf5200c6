import ArgumentParser
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation

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

  @Option(help: "json, ndjson or csv; otherwise the file's ending decides, or json.")
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file, or for CSV a new folder; otherwise standard output.", valueName: "path"),
    completion: .file())
  var output: String?

  @OptionGroup var replacing: OverwriteOptions
  @OptionGroup var journal: JournalOptions

  func run(in session: JournalSession) throws {
    let ending = output.flatMap { FileEnding(of: $0)?.text.lowercased() }
    guard
      let format = self.format.map({ ExportFormat(rawValue: $0.lowercased()) })
        ?? (OutputKind.exportLines.endings.contains(ending ?? "") ? .ndjson : .json)
    else {
      throw UsageError(
        "The format of an export is one of json, ndjson and csv", not: self.format ?? "")
    }
    let path = output ?? "-"
    guard self.format != nil || ending != "csv" else {
      throw UsageError(
        "CSV needs a file for each table; name a new folder for them: --format csv -o FOLDER")
    }
    guard format == .csv else {
      let file = try OutputFile(
        path, format == .json ? .export : .exportLines, overwriting: replacing.overwrite,
        sparing: journal.places(session.context))
      let opened = try session.journal()
      try file.write(session.context) { try write(format, from: opened, to: $0) }
      return
    }
    guard path != "-" else {
      throw UsageError("CSV is a file for each table; name a new folder for them with -o FOLDER.")
    }
    guard ending.flatMap(ExportFormat.init(rawValue:)) ?? .csv == .csv else {
      throw UsageError("The name \(path) has the ending of another format; name a new folder.")
    }
    let folder = try OutputFolder(path)
    let exporter = JournalExporter(try session.journal())
    try folder.write { try exporter.writeCSV(to: $0) }
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

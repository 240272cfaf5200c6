import ArgumentParser
import EntryInput
import JournalFiles
import JournalStore
import Platform
import Presentation

/// Exports the whole journal in a form that any program can read.
struct ExportCommand: JournalSubcommand {
  static let access = JournalSession.Access.reading
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Export the whole journal.",
    discussion: """
        $ nerve export -o journal.json
        $ nerve export --format ndjson > journal.ndjson
        $ nerve export --format csv -o journal-csv

      An export contains every row of every table, including the history of \
      changes. CSV is a new folder with one file per table. To restore an export, \
      import it into an empty journal: ids, history and undo are then the same. \
      For some rows or columns, use 'nerve list' or 'nerve sql'.

        $ nerve import journal.json --journal copy.sqlite
      """)

  @Option(help: "json, ndjson or csv. Default: by file name extension, or json.")
  var format: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Output file, or a new folder for CSV. Default: standard output.", valueName: "path"),
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
        unknown: "export format", self.format ?? "", use: "json, ndjson or csv")
    }
    let path = output ?? "-"
    guard self.format != nil || ending != "csv" else {
      throw UsageError(
        "CSV needs one file per table; name a new folder, as in: --format csv -o FOLDER")
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
      throw UsageError("CSV needs one file per table; name a new folder with -o FOLDER.")
    }
    guard ending.flatMap(ExportFormat.init(rawValue:)) ?? .csv == .csv else {
      throw UsageError("The name \(path) has the extension of another format; name a new folder.")
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

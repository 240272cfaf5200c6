import DelimitedText
import JSONText
import JournalFiles
import JournalStore
import Platform
import WrittenValues

/// A failure as JSON, for a program that reads the results of many journals through a
/// pipe.
///
/// It is printed where the result would be; the sentence on standard error and the exit
/// status are as ever. Only `nerve correlate` does this, as programs may rely on the
/// empty output of other commands.
struct FailureJSON {
  /// One line for `--summary`, a document for `--json`.
  let text: String

  /// `nil` unless `arguments` ask for JSON and `error` is a failure with a sentence.
  init?(_ error: any Error, _ sentence: String, _ status: Int32, after arguments: [String]) {
    // Output that cannot be written will not take this either.
    guard status != 0, !sentence.isEmpty, !(error is OutputError), !(error is Interruption)
    else { return nil }
    let path = CommandPath(arguments)
    guard path.names == ["correlate"] else { return nil }
    let words = path.rest.map { $0.lowercased() }
    let kind = JSON.string(status == 64 ? "usage" : Self.kind(of: error))
    let status = JSON.integer(Int64(status))
    if words.contains("--summary") {
      // The sentence can contain a path, and a path a name.
      let failure: JSON = ["error": ["kind": kind, "exit_status": status]]
      text = JSONWriter.text(failure, style: .compact)
    } else if words.contains("--json") || words.contains("--format=json")
      || zip(words, words.dropFirst()).contains(where: { $0 == "--format" && $1 == "json" })
    {
      text = JSONWriter.text([
        "error": [
          "kind": kind, "exit_status": status, "message": .string(DisplayText.visible(sentence)),
        ]
      ])
    } else {
      return nil
    }
  }

  /// The stable name of what failed.
  private static func kind(of error: any Error) -> String {
    switch error {
    case let error as JournalError: kind(of: error)
    case is SQLiteError: "database"
    case is FileError, is DelimitedTextError: "file"
    default: "other"
    }
  }

  private static func kind(of error: JournalError) -> String {
    switch error {
    case .noJournal: "no_journal"
    case .cannotOpen: "cannot_open"
    case .notAJournal: "not_a_journal"
    case .newer: "newer_schema"
    case .logWithoutJournal: "log_without_journal"
    case .foreignLog: "foreign_log"
    case .damaged: "damaged"
    case .incompleteSchema: "incomplete_schema"
    case .deviceFailed: "device_failed"
    case .busy: "busy"
    case .readOnly: "read_only"
    case .diskFull: "disk_full"
    case .migrationFailed: "migration_failed"
    default: "other"
    }
  }
}

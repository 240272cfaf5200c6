package import JSONText
import WrittenValues

/// What happened to the lines of inbox files.
package struct InboxReport: Renderable {
  /// A line that was left unread.
  package struct Refusal: Sendable {
    /// The inbox.
    package let file: String
    /// The number of the line; `nil` if it is in the file of unread lines.
    package let line: Int?
    /// The line; `nil` if it is not text.
    package let text: String?
    /// Why.
    package let reason: String

    package init(file: String, line: Int?, text: String?, reason: String) {
      (self.file, self.line, self.text, self.reason) = (file, line, text, reason)
    }
  }

  /// The number of lines that were logged.
  package var logged = 0
  /// The number of lines that were logged by an earlier command.
  package var known = 0
  /// The number of lines that came more than once.
  package var repeated = 0
  /// The number of lines that the person did not want to be logged.
  package var declined = 0
  /// The number of files whose last line may be unfinished.
  package var unfinished = 0
  /// Whether nothing was changed.
  package var isDryRun = false
  /// The logged entries in words, in the order of their moments.
  package var entries: [String] = []
  /// Remarks on them.
  package var remarks: [String] = []
  /// The lines that are left unread.
  package var refusals: [Refusal] = []
  /// The files with the lines that are left unread.
  package var unreadFiles: [String] = []
  /// Why a self-trial should perhaps stop.
  package var reasonToStopTrial: String?
  /// Whether the text lists the logged entries.
  package var listsEntries = true

  package init() {}

  private static let mostEntries = 20

  package func text(_ layout: TextLayout) -> String {
    let verb = isDryRun ? "would be logged" : "logged"
    let counts = [
      "\(NumberText.counted(logged, "line")) \(verb)", "\(known + repeated) already known",
      declined == 0 ? nil : "\(declined) declined", "\(refusals.count) unread",
    ]
    var lines = [counts.compactMap(\.self).joined(separator: ", ")]
    if listsEntries {
      lines += entries.prefix(Self.mostEntries).map { "  \($0)" }
      let more = entries.count - Self.mostEntries
      if more > 0 { lines.append("  and \(more) more; see them with: nerve list") }
      lines += remarks
    }
    if unfinished > 0 {
      lines.append("The last line is not finished yet; it is left for the next time.")
    }
    for refusal in refusals {
      let place = Self.place(refusal.file, refusal.line)
      lines.append(refusal.text.map { "\(place): \($0)" } ?? place)
      lines.append("  \(refusal.reason)")
    }
    let text = layout.wrapped(lines.map { DisplayText.visible($0) + "\n" }.joined())
    // A path is for copying, so it is never broken.
    return unreadFiles.reduce(text) { text, path in
      text + "\(isDryRun ? "Would be in" : "Correct in"): \(DisplayText.visible(path))\n"
    }
  }

  /// The place of a line, by the name of its file.
  package static func place(_ path: String, _ line: Int?) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return line.map { "\(name), line \($0)" } ?? "\(name).unread"
  }

  package var json: JSON {
    [
      "dry_run": .bool(isDryRun), "logged": JSON(logged), "known": JSON(known + repeated),
      "declined": JSON(declined), "unread": JSON(refusals.count), "unfinished": JSON(unfinished),
      "entries": JSON(entries), "remarks": JSON(remarks),
      "unread_files": JSON(unreadFiles),
      "unread_lines": .array(
        refusals.map { refusal in
          [
            "file": JSON(refusal.file), "line": JSON(refusal.line), "text": JSON(refusal.text),
            "reason": JSON(refusal.reason),
          ]
        }),
    ]
  }

  package var csv: (header: [String], rows: [[String?]]) {
    (
      ["dry_run", "logged", "known", "declined", "unread", "unfinished"],
      [
        [
          isDryRun ? "1" : "0", "\(logged)", "\(known + repeated)", "\(declined)",
          "\(refusals.count)", "\(unfinished)",
        ]
      ]
    )
  }

  package var markdown: String { text(.document) }
}

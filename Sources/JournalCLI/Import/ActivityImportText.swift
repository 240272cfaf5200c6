import ActivityFiles
import CivilDay
import JSONText
import JournalFiles
import JournalModel
import JournalStore
import Presentation
import WrittenValues

/// What happened to imported activity files.
struct ActivityImportText: Renderable {
  let contents: ActivityFileContents
  let report: ActivityImportReport
  let isDryRun: Bool
  /// Whether the files are declared to contain every run.
  let isComplete: Bool

  /// The number of remarks listed in the text.
  private static let listed = 10

  /// Everything that could not be used.
  var refusals: [ActivityFileContents.Remark] { contents.refusals + report.refusals }

  /// The suspicious imported activities, with the reason.
  private var doubts: [ActivityFileContents.Remark] { contents.doubts + report.doubts }

  /// Whether any activity of the files is in the journal, or would be.
  var isOfUse: Bool {
    report.added + report.completed + report.alreadyThere + report.deletedSince > 0
  }

  /// The only remark, if a single file could not be used.
  var onlyRefusal: ActivityFileContents.Remark? {
    contents.files == 1 && refusals.count == 1 && contents.otherSports.isEmpty
      && contents.openSports == 0 && !isOfUse ? refusals[0] : nil
  }

  func text(_ layout: TextLayout) -> String {
    var lines = [summary] + details.map { "  \($0)" }
    lines += listing("Skipped", refusals) + listing("Suspicious", doubts)
    if !doubts.isEmpty, !isDryRun {
      lines.append("List \(doubts.count == 1 ? "it" : "them") with: nerve list --doubts")
    }
    return layout.wrapped(lines.map { DisplayText.visible($0) + "\n" }.joined())
  }

  private var summary: String {
    let number =
      switch report.imports.count {
      case 0: ""
      case _ where isDryRun: ""
      case 1: "Import \(report.imports[0]): "
      default: "Imports \(report.imports[0]) to \(report.imports[report.imports.count - 1]): "
      }
    let sessions = report.sessionsAdded.sorted { $0.key < $1.key }.map { "\($0.value) \($0.key)" }
    let kinds =
      (report.runsAdded > 0 || sessions.isEmpty
        ? [NumberText.counted(report.runsAdded, "run")] : [])
      + (sessions.isEmpty ? [] : ["cross-training (\(sessions.joined(separator: ", ")))"])
    let span = report.days.map { days in
      days.count == 1
        ? " on \(days.lowerBound.longDescription)"
        : " from \(days.lowerBound.longDescription) to \(days.upperBound.longDescription)"
    }
    let verb = isDryRun ? "would be added" : "added"
    return "\(number)\(kinds.joined(separator: " and ")) \(verb)\(span ?? "")"
  }

  private var details: [String] {
    var lines: [String] = []
    func add(_ count: Int, _ text: String) { if count > 0 { lines.append("\(count) \(text)") } }
    add(
      report.completed,
      "already in the journal, \(isDryRun ? "would be completed" : "completed") from these files"
    )
    add(report.alreadyThere, "already in the journal")
    add(report.broughtTogether, "duplicates in the journal, now merged")
    add(report.deletedSince, "deleted since an earlier import; restore them with --include-deleted")
    if !report.newShoes.isEmpty {
      lines.append("new shoes: \(report.newShoes.joined(separator: ", "))")
    }
    if !report.daysToCheck.isEmpty {
      let days = report.daysToCheck.prefix(3).map { $0.longDescription }.joined(separator: ", ")
      let more = report.daysToCheck.count > 3 ? " and \(report.daysToCheck.count - 3) more" : ""
      lines.append(
        "possible duplicates of another run that day: \(days)\(more)")
    }
    add(contents.shortened, "with a note shortened to 10,000 characters")
    let impossible = report.impossible.map { (name: Self.name(of: $0.key), count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    if !impossible.isEmpty {
      lines.append(
        "impossible values ignored: "
          + impossible.map { "\($0.count) \($0.name)" }.joined(separator: ", "))
    }
    let sports = contents.otherSports.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !sports.isEmpty {
      lines.append(
        "skipped: " + sports.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }
    add(
      contents.unknownSports,
      "skipped without a sport; if they are runs, add --sport run")
    let words = contents.unrecognisedSports.keys.sorted()
    if !words.isEmpty {
      let more = words.count > 5 ? " and \(words.count - 5) more" : ""
      add(
        contents.openSports - contents.unknownSports,
        "skipped with an unknown sport (\(words.prefix(5).joined(separator: ", "))\(more)); "
          + "if they are runs, add --sport run")
    }
    if !contents.openUnits.isEmpty {
      let isMiles = contents.options.assumedUnit == .mile
      let files = contents.openUnits.prefix(3).joined(separator: "; ")
      let more = contents.openUnits.count > 3 ? " and \(contents.openUnits.count - 3) more" : ""
      lines.append(
        "distances read as \(isMiles ? "miles" : "kilometres"), your unit, because the file does "
          + "not say (\(files)\(more)); if they are \(isMiles ? "kilometres" : "miles"), "
          + "\(isDryRun ? "" : "undo this and ")add --units \(isMiles ? "km" : "mi")")
    }
    if let coverage = report.coverage {
      lines.append(
        "every run from \(coverage.lowerBound) to \(coverage.upperBound) is known: other days "
          + "are rest days")
    } else if isComplete, !refusals.isEmpty || contents.openSports > 0 {
      lines.append(
        "other days are not counted as rest days, because a skipped activity may be a run")
    }
    return lines
  }

  /// The name of a field of a run in text.
  private static func name(of field: String) -> String {
    EntryTable.run.fields.first { $0.name == field }?.noun ?? field
  }

  private func listing(_ title: String, _ remarks: [ActivityFileContents.Remark]) -> [String] {
    guard !remarks.isEmpty else { return [] }
    return ["\(title): \(remarks.count)"]
      + remarks.prefix(Self.listed).map { remark in
        let place = remark.place.map { ", \($0)" } ?? ""
        return "  \(remark.fileName)\(place): \(remark.reason)"
      }
      + (remarks.count > Self.listed ? ["  and \(remarks.count - Self.listed) more"] : [])
  }

  var json: JSON {
    func list(_ remarks: [ActivityFileContents.Remark]) -> JSON {
      .array(
        remarks.map {
          [
            "file": .string($0.fileName), "place": JSON($0.place), "reason": .string($0.reason),
          ]
        })
    }
    func counts(_ counts: [String: Int]) -> JSON {
      .object(counts.sorted { $0.key < $1.key }.map { ($0.key, JSON($0.value)) })
    }
    return [
      "imports": isDryRun ? [] : .array(report.imports.map { JSON($0) }),
      "dry_run": .bool(isDryRun), "files": JSON(contents.files),
      "runs_added": JSON(report.runsAdded),
      "cross_training_added": counts(report.sessionsAdded),
      "from": JSON(report.days?.lowerBound.description),
      "to": JSON(report.days?.upperBound.description),
      "completed": JSON(report.completed), "already_there": JSON(report.alreadyThere),
      "brought_together": JSON(report.broughtTogether),
      "deleted_since": JSON(report.deletedSince),
      "new_shoes": .array(report.newShoes.map { .string($0) }),
      "days_to_check": .array(report.daysToCheck.map { .string($0.description) }),
      "left_out": counts(contents.otherSports), "unknown_sport": JSON(contents.openSports),
      "no_activities": JSON(contents.others),
      "open_units": .array(contents.openUnits.map { .string($0) }),
      "covers_from": JSON(report.coverage?.lowerBound.description),
      "covers_to": JSON(report.coverage?.upperBound.description),
      "refused": JSON(refusals.count), "refusals": list(refusals), "doubts": list(doubts),
      "shortened_notes": JSON(contents.shortened), "impossible": counts(report.impossible),
    ]
  }

  var csv: (header: [String], rows: [[String?]]) {
    let numbers: [(String, Int)] = [
      ("files", contents.files), ("runs_added", report.runsAdded),
      ("cross_training_added", report.added - report.runsAdded), ("completed", report.completed),
      ("already_there", report.alreadyThere), ("deleted_since", report.deletedSince),
      ("left_out", contents.otherSports.values.reduce(0, +)),
      ("unknown_sport", contents.openSports), ("refused", refusals.count),
    ]
    return (
      ["dry_run", "from", "to"] + numbers.map(\.0),
      [
        [
          isDryRun ? "1" : "0", report.days?.lowerBound.description,
          report.days?.upperBound.description,
        ] + numbers.map { "\($0.1)" }
      ]
    )
  }

  var markdown: String { text(.document) }
}

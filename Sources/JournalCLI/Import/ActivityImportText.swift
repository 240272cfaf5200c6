import ActivityFiles
import CivilDay
import JSONText
import JournalFiles
import JournalModel
import JournalStore
import Presentation
import WrittenValues

/// What became of imported files of activities.
struct ActivityImportText: Renderable {
  let contents: ActivityFileContents
  let report: ActivityImportReport
  let isDryRun: Bool
  /// Whether the files were said to tell of every run.
  let isComplete: Bool

  /// How many remarks the text lists.
  private static let listed = 10

  /// Everything that could not be used.
  var refusals: [ActivityFileContents.Remark] { contents.refusals + report.refusals }

  /// What is doubtful about reading what came in, and about what it tells.
  private var doubts: [ActivityFileContents.Remark] { contents.doubts + report.doubts }

  /// Whether anything of the files is in the journal, or would be.
  var isOfUse: Bool {
    report.added + report.completed + report.alreadyThere + report.deletedSince > 0
  }

  /// The one thing to say of a single file that could not be used.
  var onlyRefusal: ActivityFileContents.Remark? {
    contents.files == 1 && refusals.count == 1 && contents.otherSports.isEmpty
      && contents.openSports == 0 && !isOfUse ? refusals[0] : nil
  }

  func text(_ layout: TextLayout) -> String {
    var lines = [summary] + details.map { "  \($0)" }
    lines += listing("Set aside", refusals) + listing("Read with doubts", doubts)
    if !doubts.isEmpty, !isDryRun {
      lines.append("See \(doubts.count == 1 ? "it" : "them") again with: nerve list --doubts")
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
      "already there, \(isDryRun ? "would be completed" : "completed") from these files"
    )
    add(report.alreadyThere, "already there")
    add(report.broughtTogether, "already there as duplicates, now merged")
    add(report.deletedSince, "deleted since they first came; --include-deleted brings them back")
    if !report.newShoes.isEmpty {
      lines.append("new shoes: \(report.newShoes.joined(separator: ", "))")
    }
    if !report.daysToCheck.isEmpty {
      let days = report.daysToCheck.prefix(3).map { $0.longDescription }.joined(separator: ", ")
      let more = report.daysToCheck.count > 3 ? " and \(report.daysToCheck.count - 3) more" : ""
      lines.append(
        "beside another run of the same day, check whether it is the same: \(days)\(more)")
    }
    add(contents.shortened, "with a note of more than 10,000 characters, shortened to that")
    let impossible = report.impossible.map { (name: Self.name(of: $0.key), count: $0.value) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    if !impossible.isEmpty {
      lines.append(
        "impossible values left out: "
          + impossible.map { "\($0.count) \($0.name)" }.joined(separator: ", "))
    }
    let sports = contents.otherSports.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    if !sports.isEmpty {
      lines.append(
        "left out: " + sports.map { "\($0.value) \($0.key)" }.joined(separator: ", "))
    }
    add(
      contents.unknownSports,
      "left out, as they do not say what they are; if they are runs, add --sport run")
    let words = contents.unrecognisedSports.keys.sorted()
    if !words.isEmpty {
      let more = words.count > 5 ? " and \(words.count - 5) more" : ""
      add(
        contents.openSports - contents.unknownSports,
        "left out, as their sport is not recognised (\(words.prefix(5).joined(separator: ", "))\(more)); "
          + "if they are runs, add --sport run")
    }
    if !contents.openUnits.isEmpty {
      let isMiles = contents.options.assumedUnit == .mile
      let files = contents.openUnits.prefix(3).joined(separator: "; ")
      let more = contents.openUnits.count > 3 ? " and \(contents.openUnits.count - 3) more" : ""
      lines.append(
        "distances read as \(isMiles ? "miles" : "kilometres"), your unit, since the file does not "
          + "say (\(files)\(more)); if they are \(isMiles ? "kilometres" : "miles"), "
          + "\(isDryRun ? "" : "undo this and ")add --units \(isMiles ? "km" : "mi")")
    }
    if let coverage = report.coverage {
      lines.append(
        "every run from \(coverage.lowerBound) to \(coverage.upperBound) is known: days without "
          + "one are rest")
    } else if isComplete, !refusals.isEmpty || contents.openSports > 0 {
      lines.append("not taken as complete, since what was left out may be a run")
    }
    return lines
  }

  /// What a person calls a field of a run.
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

import CivilDay
import EntryInput
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Reads the lines of inbox files, and logs those that the journal does not have.
struct InboxReader {
  /// A line to log.
  struct Item {
    /// The inbox, by its place among the files.
    let file: Int
    /// Its number in the inbox; `nil` if it is in the file of unread lines.
    let number: Int?
    let entry: EntryLine
    /// Its text.
    let text: String
    /// By which the inbox knows it, if it was corrected.
    let original: LineMark?
    /// Whether it has waited unread before, and was not changed.
    var isWaiting = false
    /// What it is, once it is known not to be in the journal.
    var command: Result<any EntrySubcommand, any Error>?
  }

  private let files: [InboxFile]
  private let unread: [UnreadFile]
  private var items: [Item] = []
  /// What is left of each file, by the number of the line.
  private var left: [[(number: Int, entry: UnreadFile.Entry)]]
  private var report = InboxReport()
  private let parser = LineParser()
  /// Lines of the inbox whose corrected form is in the journal.
  private var settled: [LineMark] = []

  /// Reads the files at `paths`.
  ///
  /// - Throws: ``FileError`` if one of them cannot be read; then nothing was done.
  init(_ paths: [String]) throws {
    unread = try paths.map { try UnreadFile(of: $0) }
    files = try zip(paths, unread).map { try InboxFile($0, isOptional: !$1.entries.isEmpty) }
    left = paths.map { _ in [] }
    report.unfinished = files.count(where: \.isUnfinished)
    collect()
  }

  /// Whether there is no line at all.
  var isEmpty: Bool { items.isEmpty && report.refusals.isEmpty }

  /// Puts the lines in the order of their moments: it decides what counts as a rating
  /// before the day's run.
  private mutating func collect() {
    var known: Set<LineMark> = []
    var waiting: Set<LineMark> = []
    for (file, unread) in unread.enumerated() {
      for entry in unread.entries {
        guard let text = entry.text else { continue }
        let line = EntryLine(text)
        let mark = line.mark
        if let original = entry.original { waiting.insert(original) }
        guard known.insert(mark).inserted else { continue }
        items.append(
          Item(
            file: file, number: nil, entry: line, text: text,
            original: entry.original == mark ? nil : entry.original,
            isWaiting: entry.original == mark))
      }
    }
    for (file, inbox) in files.enumerated() {
      for line in inbox.lines {
        guard let text = line.text else {
          refuse(nil, "\(line.problem)", in: file, number: line.number)
          continue
        }
        let entry = EntryLine(text)
        // It was read before, and is where it can be corrected.
        guard !waiting.contains(entry.mark) else { continue }
        guard known.insert(entry.mark).inserted else {
          report.repeated += 1
          continue
        }
        items.append(
          Item(
            file: file, number: line.number, entry: entry, text: PhoneText.cleaned(text),
            original: nil))
      }
    }
    items.sort { Self.order($0) < Self.order($1) }
  }

  /// By which lines are sorted: the moment, and then the text.
  private static func order(_ item: Item) -> (Int, String) {
    let second = (item.entry.stamp?.day.daysSince1970 ?? 0) * 86_400
    return (second + (item.entry.stamp?.secondOfDay ?? 0), item.entry.mark.uid)
  }

  // MARK: - Signs

  /// The signs of an emergency in lines that were not read before.
  ///
  /// - Parameter journal: The journal, if there is one.
  /// - Returns: The fields of a check-in.
  /// - Throws: ``JournalError`` if the journal cannot be read.
  mutating func signs(unknownTo journal: Journal?) throws -> Changes<CheckIn> {
    var signs = Changes<CheckIn>()
    var open: [Item] = []
    for var item in items {
      if try journal?.knows(item.entry.mark) == true {
        // It was logged, but perhaps not yet noted that this settles the original.
        if let original = item.original { settled.append(original) }
        report.known += 1
        continue
      }
      item.command = Result { try item.entry.command(by: parser) }
      open.append(item)
      // What is in the file of unread lines was told when it was first read.
      guard !item.isWaiting else { continue }
      signs.merge(item.entry.signs(of: try? item.command?.get()))
    }
    items = open
    return signs
  }

  // MARK: - Logging

  /// The cells of a note among the logged entries.
  private static let noteWidth = 60

  /// Logs the lines, those that failed once more after the others: the end of a flare-up
  /// may have come before its start.
  mutating func log(in session: JournalSession) throws {
    for mark in settled { try session.journal().settle(mark) }
    var failed = try log(items, in: session, isLast: false)
    while !failed.isEmpty {
      let before = failed.count
      failed = try log(failed, in: session, isLast: false)
      if failed.count == before { break }
    }
    _ = try log(failed, in: session, isLast: true)
  }

  /// Logs lines.
  ///
  /// - Returns: Those that may succeed later.
  private mutating func log(
    _ items: [Item], in session: JournalSession, isLast: Bool
  ) throws -> [Item] {
    var later: [Item] = []
    var rest = items[...]
    while let first = rest.first {
      // Nobody may wait for the journal while someone thinks about an answer.
      let mayWait = session.dialogue.mayAsk && session.context.answers.isInteractive
      guard session.hasJournal, !mayWait else {
        if try !tryToLog(first, in: session, isLast: isLast) { later.append(first) }
        rest.removeFirst()
        continue
      }
      let piece = rest.prefix(Self.linesAtOnce)
      rest = rest.dropFirst(piece.count)
      try session.journal().together {
        for item in piece where try !tryToLog(item, in: session, isLast: isLast) {
          later.append(item)
        }
      }
    }
    return later
  }

  /// How many lines wait for the disk together; each is an action of its own.
  private static let linesAtOnce = 50

  /// Logs a line, or leaves it unread.
  ///
  /// - Returns: Whether that is settled; not if it may succeed after other lines.
  private mutating func tryToLog(
    _ item: Item, in session: JournalSession, isLast: Bool
  ) throws -> Bool {
    do {
      try log(item, in: session)
    } catch {
      if !isLast, (error as? JournalError)?.isAboutLine == true { return false }
      if case .success? = item.command, session.hasJournal,
        try session.journal().knows(item.entry.mark)
      {
        // Another program logged it at this moment.
        report.known += 1
        return true
      }
      guard Self.isAboutLine(error) else { throw error }
      let arguments = (try? item.entry.arguments()) ?? []
      var reason = Main.told(error, arguments).sentence
      if item.entry.mayBeNote, !reason.contains("the word note") {
        reason += " To log it as a note, begin the line with the word note."
      }
      refuse(item, reason, in: item.file, number: item.number)
    }
    return true
  }

  private mutating func log(_ item: Item, in session: JournalSession) throws {
    guard let command = try item.command?.get() else { return }
    guard let stamp = item.entry.stamp else {
      throw UsageError(
        "The line has no date, so its day is unknown; put the date first, as in: "
          + "\(session.context.now.day) \(item.text)")
    }
    let place = InboxReport.place(files[item.file].path, item.number)
    let line = try item.entry.log(
      command, in: session, at: stamp, title: "\(place): \(DisplayText.visible(item.text))")
    if let original = item.original { try session.journal().settle(original) }
    report.reasonToStopTrial = line.reasonToStopTrial ?? report.reasonToStopTrial
    guard !line.isDeclined else {
      report.declined += 1
      return
    }
    report.logged += 1
    for told in line.told {
      let what =
        item.entry.note.map { "Note: \(DisplayText.truncated($0, to: Self.noteWidth))" }
        ?? told.what
      let day = told.day.map { " on \($0.relativeDescription(today: session.today))" } ?? ""
      let id = told.id.map { "  [\($0)]" } ?? ""
      report.entries.append(DisplayText.visible(what) + day + id)
    }
    for remark in line.remarks where !report.remarks.contains(remark) {
      report.remarks.append(remark)
    }
  }

  /// Leaves a line unread.
  private mutating func refuse(_ item: Item?, _ reason: String, in file: Int, number: Int?) {
    report.refusals.append(
      InboxReport.Refusal(
        file: files[file].path, line: number, text: item?.text, reason: reason))
    let original = item.map { $0.original ?? $0.entry.mark }
    let entry = UnreadFile.Entry(original: original, reason: reason, text: item?.text)
    left[file].append((number ?? 0, entry))
  }

  /// Whether `error` is about the words of one line, and not about the journal.
  private static func isAboutLine(_ error: any Error) -> Bool {
    switch error {
    case is InputError, is UsageError, is Refusal: true
    case let error as JournalError: error.isAboutLine
    default: false
    }
  }

  // MARK: - What is left

  /// Writes the files of unread lines, and returns what happened.
  ///
  /// - Throws: ``FileError`` if one of them cannot be written.
  mutating func finish(isDryRun: Bool) throws -> InboxReport {
    report.isDryRun = isDryRun
    report.refusals.sort { ($0.file, $0.line ?? 0) < ($1.file, $1.line ?? 0) }
    for (index, file) in files.enumerated() {
      report.unreadFiles += left[index].isEmpty ? [] : [unread[index].path]
      guard !isDryRun else { continue }
      let entries = left[index].sorted { $0.number < $1.number }.map(\.entry)
      guard try unread[index].replace(with: entries, of: file.path) else {
        throw FileError(
          "The file \(unread[index].path) was changed meanwhile and stays as it is; run nerve inbox again."
        )
      }
    }
    return report
  }
}

extension JournalError {
  /// Whether another line of the file could still be logged.
  fileprivate var isAboutLine: Bool {
    switch self {
    case .invalid, .nameTaken, .noEntry, .inUse, .flareUpLasts, .noFlareUpLasts, .noFlareUpEnded,
      .trialRuns, .daysHaveRuns, .shoeIsRetired, .shoeIsNotRetired:
      true
    default: false
    }
  }
}

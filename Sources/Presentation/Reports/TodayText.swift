internal import CivilDay
package import JournalModel
internal import JournalStore
package import Reports
internal import WrittenValues

/// Today at a glance, on one screen.
package struct TodayText: Renderable {
  package let report: TodayReport
  package let unit: DistanceUnit
  /// The reminder from the settings, if it is due.
  package let reminder: String?
  /// Whether the days are made up.
  package let isSynthetic: Bool
  /// Whether results may be drawn with characters beyond ASCII.
  package let showsUnicode: Bool
  /// When the day ends, if its midnight has passed.
  package let lastsUntil: String?
  /// Returns a command with the options for the same journal.
  package let typed: (String) -> String

  package init(
    report: TodayReport, unit: DistanceUnit, reminder: String?, isSynthetic: Bool,
    showsUnicode: Bool, lastsUntil: String?, typed: @escaping (String) -> String
  ) {
    self.report = report
    self.unit = unit
    self.reminder = reminder
    self.isSynthetic = isSynthetic
    self.showsUnicode = showsUnicode
    self.lastsUntil = lastsUntil
    self.typed = typed
  }

  private static let mostWidth = 80

  /// The cells before the text: names have up to twelve.
  private static let indent = 16

  package func text(_ layout: TextLayout) -> String {
    let layout = layout.limited(to: Self.mostWidth)
    let days = RecentDaysText(report.recentDays, unit: unit, showsUnicode: showsUnicode)
    let parts = [
      Paragraph.rows(facts, width: layout.width, indent: Self.indent),
      days.text(indent: Self.indent, width: layout.width),
      layout.style.hint(lines(closing, width: layout.width)),
    ]
    return (isSynthetic ? SampleNotice.line : "")
      + layout.style.heading(lines(opening, width: layout.width)) + "\n"
      + parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func lines(_ paragraphs: [String], width: Int) -> String {
    paragraphs.flatMap { Paragraph.lines($0, width: width) }.map { "\($0)\n" }.joined()
  }

  /// The day, and the reminder.
  package var opening: [String] {
    [
      "\(report.day.longDescription)\(lastsUntil.map { ", until \($0)" } ?? "")", reminder,
    ].compactMap(\.self)
  }

  /// The hint after a gap in the check-ins.
  package var closing: [String] {
    guard report.plan == nil, let last = report.lastCheckIn, let days = report.daysWithoutCheckIn
    else { return [] }
    guard days <= Self.daysRemembered else {
      return [
        "The last check-in was on \(last.longDescription). Start again with: "
          + typed("nerve checkin")
      ]
    }
    return [
      "The last check-in was \(days) days ago. Fill in the days you remember with: "
        + typed("nerve checkin --since-last")
    ]
  }

  /// The number of days that people remember.
  private static let daysRemembered = 7

  /// The facts, line by line; with a planned run, only what it needs.
  package var facts: [(name: String, text: String)] {
    let plan = report.plan.map {
      PlannedRunText($0, of: report, unit: unit, typed: typed).facts
    }
    let running = RunningText(report.running, unit: unit, today: report.day)
    return PrecautionText(precautions: report.precautions, unit: unit, typed: typed).rows
      + trial + (plan ?? logged + missing) + running.amounts(withLongest: plan == nil)
      + (plan == nil ? shoes : [])
  }

  private var trial: [(name: String, text: String)] {
    report.trial.map { progress in
      [("self-trial", TrialProgressText(progress, unit: unit, typed: typed).today)]
    } ?? []
  }

  private var logged: [(name: String, text: String)] {
    let words = EntryText(unit: unit)
    let kinds = Dictionary(grouping: report.entries, by: \.table)
    return Self.named(
      "logged",
      EntryTable.allCases.compactMap { kinds[$0] }.map { entries in
        let told = entries.prefix(Self.fewEntries).map { entry in
          [
            entry.time?.minuteText,
            DisplayText.truncated(words.summary(of: entry), to: Self.entryWidth),
          ].compactMap(\.self).joined(separator: " ")
        }
        let more = entries.count - told.count
        return "\(entries[0].table.noun): \(told.joined(separator: "; "))"
          + (more > 0 ? "; and \(more) more" : "")
      })
  }

  /// The number of entries shown per type.
  private static let fewEntries = 3

  /// The widest entry, in cells.
  private static let entryWidth = 120

  private var missing: [(name: String, text: String)] {
    Self.named(
      "missing",
      report.missing.map { missing in
        "\(missing.name): \(typed(missing.command))"
          + (missing.isAskedFor ? ", or \(typed("nerve checkin"))" : "")
      })
  }

  private var shoes: [(name: String, text: String)] {
    Self.named(
      "shoe",
      report.shoes.map { shoe in
        let run = NumberText.fixed(shoe.distanceKm * 1000 / unit.metres, 0)
        return shoe.name + (shoe.isDefault ? " (default)" : "") + ": \(run)"
          + (shoe.limitKm.map { " of \(unit.text($0 * 1000, decimals: 0))" } ?? " \(unit.rawValue)")
          + (shoe.wear == nil ? "" : ", due for a check")
      })
  }

  /// Rows with a name on the first only.
  private static func named(_ name: String, _ texts: [String]) -> [(name: String, text: String)] {
    texts.enumerated().map { index, text in (index == 0 ? name : "", text) }
  }
}

extension MissingEntry {
  /// Its name in text.
  package var name: String {
    switch self {
    case .morningRating(recalled: false): "morning rating"
    case .morningRating(recalled: true): "morning rating, from memory"
    case .run(_, effort: true, shoe: true): "the run's effort and shoe"
    case .run(_, effort: true, shoe: false): "the run's effort"
    case .run: "the run's shoe"
    case .eveningRating: "evening rating"
    }
  }

  /// Whether a check-in now asks for it.
  package var isAskedFor: Bool {
    switch self {
    case .morningRating(let recalled): !recalled
    case .eveningRating: true
    case .run: false
    }
  }

  /// The command that adds it, with capitals for values to fill in.
  package var command: String {
    switch self {
    case .morningRating(recalled: false): "nerve pain N"
    case .morningRating(recalled: true): "nerve pain N --morning"
    case .run(let id, let effort, let shoe):
      "nerve edit run \(id)" + (effort ? " --rpe N" : "") + (shoe ? " --shoe NAME" : "")
    case .eveningRating: "nerve pain N"
    }
  }
}

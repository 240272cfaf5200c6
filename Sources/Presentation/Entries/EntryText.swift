import CivilDay
package import JournalModel
package import JournalStore
import WrittenValues

/// Entries in the words of a runner.
package struct EntryText {
  /// The unit of distances and paces.
  package let unit: DistanceUnit
  /// The shoe that is told to be the default one, because nobody named it.
  package var defaultShoe: String?

  package init(unit: DistanceUnit, defaultShoe: String? = nil) {
    self.unit = unit
    self.defaultShoe = defaultShoe
  }

  /// What an entry says with its note, without its day.
  package func summary(of entry: StoredEntry) -> String {
    let facts = entry.table == .checkIn ? checkIn(entry, tellsAbsence: false) : facts(of: entry)
    guard let note = entry.text("note") else { return facts }
    return facts.isEmpty ? note : "\(facts) – \(note)"
  }

  /// What tells an entry from others of its kind: of a run how far and how long.
  package func gist(of entry: StoredEntry) -> String {
    guard entry.table == .run else { return facts(of: entry) }
    let (metres, seconds) = (entry.number("distance_m"), entry.number("duration_s"))
    return [metres.map { unit.text($0) }, seconds.map { ClockText.duration($0) }]
      .compactMap(\.self).joined(separator: " in ")
  }

  /// What an entry says, without its day and its note.
  package func facts(of entry: StoredEntry) -> String {
    switch entry.table {
    case .run: run(entry)
    case .checkIn: checkIn(entry, tellsAbsence: true)
    case .stretch: stretch(entry)
    case .flareUp:
      [entry.text("end_day").map { "until \($0)" } ?? "lasts", onset(of: entry)]
        .filter { !$0.isEmpty }.joined(separator: ", ")
    case .crossTraining:
      [
        entry.text("activity"), entry.number("duration_s").map(ClockText.duration),
        entry.number("distance_m").map { unit.text($0) },
        entry.number("rpe").map { "effort \(NumberText.shortest($0))" },
      ].compactMap(\.self).joined(separator: ", ")
    case .dayMark: entry.text("kind") == "rest" ? "rest" : "not tracked"
    case .guidance: guidance(entry)
    case .routineStep: stretch(entry)
    case .footwear, .exercise, .routine, .setting: entry.text("name") ?? ""
    }
  }

  /// How bad a flare-up was and what may have set it off; empty if nothing was
  /// said.
  package func onset(of entry: StoredEntry) -> String {
    [
      entry.whole("peak_pain").map { "peak \($0)" },
      entry.whole("trigger_run_id").map { "after run \($0)" }, entry.text("trigger_text"),
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// A run: how far, how long, how fast, how hard, in which shoe, with what pain.
  private func run(_ entry: StoredEntry) -> String {
    let (metres, seconds) = (entry.number("distance_m"), entry.number("duration_s"))
    var measures = [metres.map { unit.text($0) }]
    measures.append(seconds.map { (metres == nil ? "" : "in ") + ClockText.duration($0) })
    if metres != nil, seconds != nil {
      measures.append("(\(ClockText.pace(metres: metres, seconds: seconds, per: unit)))")
    }
    let pain = ["before", "during", "after"].compactMap { moment in
      entry.whole("pain_\(moment)").map { "\($0) \(moment)" }
    }
    return [
      measures.compactMap(\.self).joined(separator: " "),
      entry.number("rpe").map { "effort \(NumberText.shortest($0))" },
      entry.text("footwear").map { $0 == defaultShoe ? "\($0) (default shoe)" : $0 },
      entry.text("surface"),
      entry.number("ascent_m").map { "\(NumberText.fixed($0, 0)) m up" },
      entry.whole("heart_rate_avg").map { "heart rate \($0)" },
      entry.number("cadence_spm").map { "cadence \(NumberText.fixed($0, 0))" },
      entry.text("form_change").map { "form: \($0)" },
      pain.isEmpty ? nil : "pain " + pain.joined(separator: ", "),
      entry.whole("mood_after").map { "mood \($0)" },
    ].compactMap(\.self).joined(separator: ", ")
  }

  /// A check-in; signs that were said to be absent are told if asked for, or if
  /// there is nothing else.
  private func checkIn(_ entry: StoredEntry, tellsAbsence: Bool) -> String {
    let place = [
      entry.text("side"),
      entry.whole("reach").flatMap(Reach.init(rawValue:)).map { "down to the \($0.name)" },
    ].compactMap(\.self).joined(separator: ", ")
    let signs = Self.signs.compactMap { field, sign in
      entry.whole(field).flatMap { $0 == 1 ? sign : tellsAbsence ? "no \(sign)" : nil }
    }
    let rated =
      [
        entry.whole("leg_pain").map { "leg \($0)" }, entry.whole("back_pain").map { "back \($0)" },
        place.isEmpty ? nil : place,
      ] + signs
    let rest = [
      entry.number("sitting_hours").map { "sitting \(NumberText.shortest($0)) h" },
      entry.number("sleep_hours").map { "sleep \(NumberText.shortest($0)) h" },
      entry.whole("stress").map { "stress \($0)" }, entry.whole("mood").map { "mood \($0)" },
      entry.text("medication"),
    ]
    let told = (rated + rest).compactMap(\.self).joined(separator: ", ")
    return told.isEmpty && !tellsAbsence ? checkIn(entry, tellsAbsence: true) : told
  }

  /// What the signs of a check-in are called.
  private static let signs: KeyValuePairs = [
    "numbness": "numbness", "tingling": "tingling", "weakness": "weakness",
    "saddle_numbness": "saddle numbness", "bladder_or_bowel": "bladder or bowel trouble",
  ]

  private func stretch(_ entry: StoredEntry) -> String {
    let amount = [
      entry.whole("sets").map { "\($0)" }, entry.whole("reps").map { "\($0)" },
      entry.number("hold_s").map { "\(NumberText.shortest($0))s" },
    ].compactMap(\.self).joined(separator: "x")
    return [
      entry.text("exercise"), amount.isEmpty ? nil : amount,
      entry.number("duration_s").map(ClockText.duration), entry.text("side"),
      entry.whole("run_id").map { "with run \($0)" },
    ].compactMap(\.self).joined(separator: " ")
  }

  private func guidance(_ entry: StoredEntry) -> String {
    let advice = [entry.text("given_by"), entry.text("advice")].compactMap(\.self)
    return [
      advice.joined(separator: ": "),
      entry.number("longest_run_m").map { "no run over \(unit.text($0))" },
      entry.whole("days_off").map { "\(NumberText.counted($0, "day")) off" },
      entry.text("until_day").flatMap { Day($0) }.map { "until \($0.longDescription)" },
    ].compactMap(\.self).joined(separator: ", ")
  }
}

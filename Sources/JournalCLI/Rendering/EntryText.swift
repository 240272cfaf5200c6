import JournalStore

/// Entries in the words of a runner.
enum EntryText {
  /// A run: how far, how long, how fast, how hard, in which shoe.
  static func run(metres: Double?, seconds: Double?, rpe: Double?, shoe: String?) -> String {
    var parts = [metres.map { "\(NumberText.fixed($0 / 1000, 1)) km" }]
    parts.append(seconds.map { (metres == nil ? "" : "in ") + ClockText.duration($0) })
    if let metres, let seconds {
      parts.append("(\(ClockText.pace(metres: metres, seconds: seconds, per: .kilometres)))")
    }
    let measures = parts.compactMap(\.self).joined(separator: " ")
    let rest = [rpe.map { "effort \(NumberText.shortest($0))" }, shoe].compactMap(\.self)
    return ([measures] + rest).joined(separator: ", ")
  }

  /// A check-in: leg, back, reach, side.
  static func checkIn(leg: Int?, back: Int?, reach: Reach?, side: String?) -> String {
    let place = [side, reach.map { "down to the \($0.name)" }].compactMap(\.self)
      .joined(separator: ", ")
    let parts = [
      leg.map { "leg \($0)" }, back.map { "back \($0)" }, place.isEmpty ? nil : place,
    ].compactMap(\.self)
    return parts.isEmpty ? "no pain rated" : parts.joined(separator: ", ")
  }

  /// What an entry says, without its day.
  static func summary(of entry: StoredEntry) -> String {
    let text: String =
      switch entry.table {
      case .run:
        run(
          metres: entry.number("distance_m"), seconds: entry.number("duration_s"),
          rpe: entry.number("rpe"), shoe: entry.text("footwear"))
      case .checkIn: checkIn(entry)
      case .stretch: stretch(entry)
      case .flareUp:
        [
          entry.text("end_day").map { "until \($0)" } ?? "lasts",
          entry.whole("peak_pain").map { "peak \($0)" }, entry.text("trigger_text"),
        ].compactMap(\.self).joined(separator: ", ")
      case .crossTraining:
        [
          entry.text("activity"), entry.number("duration_s").map(ClockText.duration),
          entry.number("distance_m").map { "\(NumberText.fixed($0 / 1000, 1)) km" },
          entry.number("rpe").map { "effort \(NumberText.shortest($0))" },
        ].compactMap(\.self).joined(separator: ", ")
      case .dayMark: entry.text("kind") == "rest" ? "rest" : "not tracked"
      case .guidance:
        [entry.text("given_by"), entry.text("advice")].compactMap(\.self).joined(separator: ": ")
      case .footwear, .exercise, .setting: entry.text("name") ?? ""
      }
    guard let note = entry.text("note") else { return text }
    return text.isEmpty ? note : "\(text) – \(note)"
  }

  private static func checkIn(_ entry: StoredEntry) -> String {
    let rated = checkIn(
      leg: entry.whole("leg_pain"), back: entry.whole("back_pain"),
      reach: entry.whole("reach").flatMap(Reach.init(rawValue:)), side: entry.text("side"))
    let signs = ["numbness", "tingling", "weakness"].filter { entry.whole($0) == 1 }
    let rest = [
      entry.number("sitting_hours").map { "sitting \(NumberText.shortest($0)) h" },
      entry.number("sleep_hours").map { "sleep \(NumberText.shortest($0)) h" },
      entry.whole("stress").map { "stress \($0)" }, entry.whole("mood").map { "mood \($0)" },
      entry.text("medication"),
    ].compactMap(\.self)
    return ([rated] + signs + rest).joined(separator: ", ")
  }

  private static func stretch(_ entry: StoredEntry) -> String {
    let amount = [
      entry.whole("sets").map { "\($0)" }, entry.whole("reps").map { "\($0)" },
      entry.number("hold_s").map { "\(NumberText.shortest($0))s" },
    ].compactMap(\.self).joined(separator: "x")
    return [
      entry.text("exercise"), amount.isEmpty ? nil : amount,
      entry.number("duration_s").map(ClockText.duration), entry.text("side"),
    ].compactMap(\.self).joined(separator: " ")
  }
}

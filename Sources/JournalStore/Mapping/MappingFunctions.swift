internal import CivilDay
internal import WrittenValues

/// The functions that read a file's text in a mapping, and their failures.
final class MappingFunctions {
  /// The prefix of the functions in a rewritten SELECT, where they also receive
  /// the line and the column.
  static let prefix = "nerve_"
  /// `nerve_number(line, column, isRewritten, value)`: the value as a number.
  static let number = prefix + "number"
  /// `nerve_night(day, timestamp, column)`: the previous day, for times in the
  /// night.
  static let night = prefix + "night"

  /// Unreadable text.
  struct Failure {
    let line: Int?
    let reason: String
  }

  /// The first failure of each line, and all failures without a line, in order.
  private(set) var failures: [Failure] = []
  /// The index of each line's failure.
  private var places: [Int: Int] = [:]
  /// An ambiguous date, if there was one.
  private(set) var ambiguousDate: String?

  private let evidence: FileEvidence
  private let columns: [String: Int]
  private let plan: ImportPlan
  private let order: DateOrder?
  private let mark: DecimalMark?
  private let hasDecimalCommas: Bool

  /// Creates the functions for a file.
  init(
    _ evidence: FileEvidence, columns: [String], hasDecimalCommas: Bool, plan: ImportPlan
  ) {
    self.evidence = evidence
    self.columns = Dictionary(uniqueKeysWithValues: columns.enumerated().map { ($1, $0) })
    self.plan = plan
    self.hasDecimalCommas = hasDecimalCommas
    order = plan.dateOrder ?? evidence.dates.order
    mark = plan.decimalMark ?? evidence.mark
  }

  /// The reason why `line` cannot be used, if something in it is unreadable.
  func failure(onLine line: Int) -> Failure? { places[line].map { failures[$0] } }

  // MARK: - Registration

  /// Adds the functions to `connection`, under their public names and those of a
  /// rewritten SELECT.
  func add(to connection: Connection) throws(SQLiteError) {
    try connection.addFunction(Self.number, argumentCount: 4, traits: .deterministic) { [self] in
      let isRewritten = $0.value(2) == .integer(1)
      return number($0.value(3), at: Place($0), isRewritten: isRewritten)
    }
    try connection.addFunction(Self.night, argumentCount: 3, traits: .deterministic) { [self] in
      try night($0.value(0), $0.value(1), column: $0.optionalText(2))
    }
    for name in SQLWords.reading {
      try connection.addFunction(Self.prefix + name, argumentCount: -1, traits: .deterministic) {
        [self] in
        try read(name, $0, from: 2, at: Place($0))
      }
      try connection.addFunction(name, argumentCount: -1, traits: .deterministic) { [self] in
        try read(name, $0, from: 0, at: Place())
      }
    }
  }

  /// The place of a value.
  private struct Place {
    var line: Int?
    var column: String?

    init() {}

    init(_ arguments: borrowing FunctionArguments) {
      if case .integer(let line) = arguments.value(0) { self.line = Int(line) }
      if case .text(let column) = arguments.value(1) { self.column = column }
    }
  }

  private func read(
    _ name: String, _ arguments: borrowing FunctionArguments, from first: Int, at place: Place
  ) throws -> SQLiteValue {
    let most = name == "to_day" || name == "to_number" ? 2 : 1
    guard (first + 1...first + most).contains(arguments.count) else {
      throw SQLiteError(.error, "wrong number of arguments to function \(name)()")
    }
    let value = arguments.value(first)
    let second = arguments.count > first + 1 ? arguments.value(first + 1) : .null
    switch name {
    case "to_day": return try day(value, order: Self.order(second), at: place)
    case "to_clock": return clock(value, at: place)
    case "to_minutes": return minutes(value, at: place)
    default: return number(value, at: place, mark: try Self.mark(second))
    }
  }

  private static func order(_ value: SQLiteValue) throws(SQLiteError) -> DateOrder? {
    guard case .text(let text) = value else { return nil }
    guard let order = DateOrder(rawValue: text.lowercased()) else {
      throw SQLiteError(.error, "to_day(): the order must be 'dmy', 'mdy' or 'ymd'")
    }
    return order
  }

  private static func mark(_ value: SQLiteValue) throws(SQLiteError) -> DecimalMark? {
    guard case .text(let text) = value else { return nil }
    guard let mark = DecimalMark(rawValue: text.lowercased()) else {
      throw SQLiteError(.error, "to_number(): the decimal mark must be 'comma' or 'point'")
    }
    return mark
  }

  // MARK: - Numbers

  /// `value` as a number in the file's format; NULL for words that mean missing,
  /// infinity for anything else.
  ///
  /// - Parameters:
  ///   - value: The value from the file or an expression.
  ///   - isRewritten: Whether the SELECT has converted the number to SQL's
  ///     notation.
  /// - Returns: The number, or why there is none.
  func number(_ value: SQLiteValue, isRewritten: Bool = false) -> (SQLiteValue, reason: String?) {
    number(value, column: nil, isRewritten: isRewritten, mark: nil)
  }

  private func number(
    _ value: SQLiteValue, at place: Place, isRewritten: Bool = false, mark: DecimalMark? = nil
  ) -> SQLiteValue {
    let (number, reason) = number(
      value, column: place.column, isRewritten: isRewritten, mark: mark)
    if let reason { fail(place, reason) }
    return number
  }

  private func number(
    _ value: SQLiteValue, column: String?, isRewritten: Bool, mark: DecimalMark?
  ) -> (SQLiteValue, reason: String?) {
    guard case .text(let text) = value else {
      guard case .blob = value else { return (value, nil) }
      return (.real(.infinity), Self.subject(column, nil) + " not a number.")
    }
    if isRewritten, let number = Double(text), number.isFinite { return (.real(number), nil) }
    let shape = NumberShape(text)
    switch shape {
    case .missing: return (.null, nil)
    case .none:
      return (.real(.infinity), "\(Self.subject(column, text)) not a number.")
    case .number(let number, let proven):
      guard proven == nil, let whole = Int64(exactly: number) else { return (.real(number), nil) }
      return (.integer(whole), nil)
    case .ambiguous(let found, let fraction, let thousands):
      guard let number = shape.value(mark ?? self.mark(found, of: column)) else {
        let readings = "could be \(Self.plain(fraction)) or \(Self.plain(thousands))"
        let number = column.map { "\($0) is '\(shortened(text))', which" } ?? "'\(shortened(text))'"
        return (
          .real(.infinity),
          "\(number) \(readings); add --decimal comma or --decimal point."
        )
      }
      return (.real(number), nil)
    }
  }

  /// The decimal mark of a column, for numbers that leave it open.
  private func mark(_ found: DecimalMark, of column: String?) -> DecimalMark? {
    if let mark = plan.decimalMark { return mark }
    if let proof = column.flatMap({ columns[$0] }).map({ evidence.marks[$0] }) {
      if let mark = proof.mark { return mark }
      // A contradiction.
      if proof.provesComma { return nil }
    }
    if let mark { return mark }
    // A file with semicolons leaves the comma to numbers; in a file with commas,
    // programs write points.
    return hasDecimalCommas == (found == .comma) ? found : nil
  }

  private static func subject(_ column: String?, _ text: String?) -> String {
    let quoted = text.map { " '\(shortened($0))'," } ?? ""
    return column.map { "\($0) is\(quoted)" }
      ?? (text.map { "'\(shortened($0))' is" } ?? "A value is")
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private func minutes(_ value: SQLiteValue, at place: Place) -> SQLiteValue {
    guard case .text(let text) = value else {
      guard !value.isNull else { return .null }
      fail(
        place,
        "\(Self.subject(place.column, Self.text(value))) not a duration; add a unit."
      )
      return .real(.infinity)
    }
    if NumberShape(text) == .missing { return .null }
    guard let minutes = WrittenSpan.minutes(text) else {
      fail(place, "\(Self.subject(place.column, text)) not a duration.")
      return .real(.infinity)
    }
    return .real(minutes)
  }

  // MARK: - Days and times

  private func day(
    _ value: SQLiteValue, order: DateOrder?, at place: Place
  ) throws(SQLiteError) -> SQLiteValue {
    guard let date = date(value, order: order ?? self.order, at: place, "a day") else {
      return .null
    }
    guard let second = date.secondOfDay, second > 0 || tellsMidnight(place.column) else {
      return .text("\(date.day)")
    }
    return .text("\(journalDay(date))")
  }

  private func clock(_ value: SQLiteValue, at place: Place) -> SQLiteValue {
    if case .text(let text) = value, let second = WrittenClock(text)?.secondOfDay {
      return .text(Self.clockText(second))
    }
    // The order of day and month does not affect the clock.
    guard let date = date(value, order: order ?? .dayFirst, at: place, "a clock time"),
      let second = date.secondOfDay, second > 0 || tellsMidnight(place.column)
    else { return .null }
    return .text(Self.clockText((wallSeconds(date) % 86_400 + 86_400) % 86_400))
  }

  private func date(
    _ value: SQLiteValue, order: DateOrder?, at place: Place, _ wanted: String
  ) -> WrittenDate? {
    let text: String
    switch value {
    case .null: return nil
    case .integer(let number) where number >= 100_000_000:
      // Seconds since 1970 in UTC, or thousandths of them.
      return WrittenDate(utcSeconds: Int(number >= 100_000_000_000 ? number / 1000 : number))
    default: text = Self.text(value)
    }
    do throws(WrittenDate.Problem) {
      return try WrittenDate(text, order: order)
    } catch .ambiguous {
      ambiguousDate = ambiguousDate ?? text
    } catch {
      if NumberShape(text) != .missing {
        fail(place, "\(Self.subject(place.column, text)) not \(wanted).")
      }
    }
    return nil
  }

  /// The day of a timestamp, if `day` is that day and the time is in the night.
  private func night(
    _ day: SQLiteValue, _ timestamp: SQLiteValue, column: String?
  ) -> SQLiteValue {
    guard case .text(let text) = day, let written = Day(text), case .text(let stamp) = timestamp,
      stamp.utf8.contains(UInt8(ascii: ":")),
      let date = try? WrittenDate(stamp, order: order), date.day == written,
      let second = date.secondOfDay, second > 0 || tellsMidnight(column)
    else { return day }
    let wall = wallSeconds(date)
    let isNight = (wall % 86_400 + 86_400) % 86_400 < plan.dayBoundaryMinutes * 60
    return isNight ? .text("\(journalDay(date))") : day
  }

  /// The day a person would name.
  private func journalDay(_ date: WrittenDate) -> Day {
    let shifted = wallSeconds(date) - plan.dayBoundaryMinutes * 60
    return Day(daysSince1970: (shifted - (shifted % 86_400 + 86_400) % 86_400) / 86_400)
  }

  /// Seconds since the start of 1970 on the local clock.
  private func wallSeconds(_ date: WrittenDate) -> Int {
    date.zone == .offset(0) ? plan.wallSeconds(date.seconds) : date.seconds
  }

  /// Whether midnight is a time in `column`, or means no time.
  private func tellsMidnight(_ column: String?) -> Bool {
    column.flatMap { columns[$0] }.map { evidence.hasClock[$0] } ?? false
  }

  private static func clockText(_ second: Int) -> String {
    [second / 3600, second / 60 % 60, second % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
      .joined(separator: ":")
  }

  // MARK: - Failures

  private func fail(_ place: Place, _ reason: String) {
    if let line = place.line {
      guard places[line] == nil else { return }
      places[line] = failures.count
    }
    failures.append(Failure(line: place.line, reason: reason))
  }

  private static func text(_ value: SQLiteValue) -> String {
    if case .text(let text) = value.asText { text } else { "" }
  }
}

/// `text` on one line, short enough for a sentence.
func shortened(_ text: String) -> String {
  let line = text.map { $0.isNewline ? " " : $0 }
  return line.count > 40 ? String(line.prefix(39)) + "…" : String(line)
}

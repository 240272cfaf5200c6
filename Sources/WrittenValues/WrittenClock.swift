/// A clock time in text, as programs write it for people.
///
/// It reads `07:12`, `7:12:05.5`, `10:00 pm`, `10 p. m.`, `午後 10:00`, and a zone
/// after it: `Z`, `UTC`, `+02:00`, `GMT-0500`.
public struct WrittenClock: Equatable, Sendable {
  /// Seconds since midnight; `nil` if the text has no clock time.
  public private(set) var secondOfDay: Int?
  /// The zone of the time.
  private(set) var zone = WrittenDate.Zone.wall
  /// The tokens outside the clock time.
  private(set) var rest: [WrittenToken] = []

  /// The clock time in `text`; `nil` if it contains anything else.
  public init?(_ text: String) {
    guard text.utf8.count <= 60, let clock = Self(in: WrittenDateParts.tokens(text)),
      clock.secondOfDay != nil,
      clock.rest.allSatisfy({ token in
        if case .number = token { false } else { true }
      })
    else { return nil }
    self = clock
  }

  /// Whether time and zone are equal.
  public static func == (one: WrittenClock, other: WrittenClock) -> Bool {
    one.secondOfDay == other.secondOfDay && one.zone == other.zone
  }

  /// The clock time among `tokens`; `nil` if no clock shows it.
  init?(in tokens: [WrittenToken]) {
    var tokens = tokens
    let half = Self.takeHalf(from: &tokens)
    let place = tokens.indices.dropFirst().dropLast().first { place in
      tokens[place] == .mark(":") && tokens[place - 1].number != nil
        && tokens[place + 1].number != nil
    }
    guard let place else {
      guard let half else {
        rest = tokens
        takeCompactTime()
        if secondOfDay == nil { takeDottedTime() }
        return
      }
      // A bare hour: the number before, or after, the half of the day.
      let hours = [half.place - 1, half.place, half.place - 2, half.place + 1].first { index in
        tokens.indices.contains(index) && (tokens[index].number.map { $0.count <= 2 } ?? false)
      }
      guard let hours, let hour = tokens[hours].number.flatMap({ Int($0) }),
        let second = Self.seconds([hour], half.isAfternoon)
      else { return nil }
      secondOfDay = second
      tokens.remove(at: hours)
      rest = tokens
      return
    }
    var end = place + 2
    var parts = [tokens[place - 1], tokens[place + 1]].compactMap { $0.number.flatMap { Int($0) } }
    if end + 1 < tokens.count, tokens[end] == .mark(":"), let second = tokens[end + 1].number {
      parts.append(Int(second) ?? 99)
      end += 2
      if end + 1 < tokens.count, tokens[end] == .mark(".") || tokens[end] == .mark(","),
        tokens[end + 1].number != nil
      {
        end += 2
      }
    }
    guard let second = Self.seconds(parts, half?.isAfternoon) else { return nil }
    secondOfDay = second
    rest = Array(tokens[..<(place - 1)])
    zone = Self.takeZone(&tokens, from: end)
    rest += tokens[min(end, tokens.count)...]
  }

  /// The time in `20160523t071200z`, without colons.
  private mutating func takeCompactTime() {
    guard let place = rest.firstIndex(of: .word("t")), place > 0, place + 1 < rest.count,
      rest[place - 1].number?.count == 8, let digits = rest[place + 1].number,
      digits.count == 4 || digits.count == 6, let number = Int(digits)
    else { return }
    let parts =
      digits.count == 4
      ? [number / 100, number % 100] : [number / 10_000, number / 100 % 100, number % 100]
    guard let second = Self.seconds(parts, nil) else { return }
    secondOfDay = second
    zone = Self.takeZone(&rest, from: place + 2)
    rest.removeSubrange(place...(place + 1))
  }

  /// The time in `5.10.2026 7.12`, the Finnish and Danish notation.
  private mutating func takeDottedTime() {
    guard let blank = rest.lastIndex(of: .mark(" ")),
      rest[..<blank].count(where: { $0.number != nil }) >= 2
    else { return }
    let last = rest[(blank + 1)...]
    let parts = last.compactMap { $0.number.flatMap { $0.count <= 2 ? Int($0) : nil } }
    guard (2...3).contains(parts.count), last.count == parts.count * 2 - 1,
      last.enumerated().allSatisfy({ $0 % 2 == 0 || $1 == .mark(".") }),
      let second = Self.seconds(parts, nil)
    else { return }
    secondOfDay = second
    rest.removeSubrange(blank...)
  }

  private static func seconds(_ parts: [Int], _ isAfternoon: Bool?) -> Int? {
    guard let first = parts.first, (0...23).contains(first),
      parts.dropFirst().allSatisfy({ $0 < 60 })
    else { return nil }
    let hour = isAfternoon.map { first % 12 + ($0 ? 12 : 0) } ?? first
    let minute = parts.count > 1 ? parts[1] : 0
    return hour * 3600 + minute * 60 + (parts.count > 2 ? parts[2] : 0)
  }

  // MARK: - Halves of the day

  /// Removes the words for before and after noon from `tokens`; `nil` for a
  /// 24-hour clock.
  private static func takeHalf(
    from tokens: inout [WrittenToken]
  ) -> (isAfternoon: Bool, place: Int)? {
    for place in tokens.indices {
      guard let word = tokens[place].word else { continue }
      if let isAfternoon = halves[word] {
        tokens.remove(at: place)
        return (isAfternoon, place)
      }
      // a.m., a. m.
      guard word == "a" || word == "p" || word == "π" || word == "μ" else { continue }
      var next = place + 1
      while next < tokens.count, tokens[next] == .mark(".") || tokens[next] == .mark(" ") {
        next += 1
      }
      guard next < tokens.count, tokens[next].word == "m" || tokens[next].word == "μ" else {
        continue
      }
      tokens.removeSubrange(place...next)
      return (word == "p" || word == "μ", place)
    }
    return nil
  }

  private static let halves: [String: Bool] = [
    "am": false, "pm": true, "πμ": false, "μμ": true, "fm": false, "em": true,
    "dop": false, "odp": true, "上午": false, "下午": true, "午前": false, "午後": true,
    "오전": false, "오후": true,
  ]

  // MARK: - Zones

  /// Removes the zone at `place` from `tokens`.
  private static func takeZone(
    _ tokens: inout [WrittenToken], from place: Int
  ) -> WrittenDate.Zone {
    guard place < tokens.count else { return .wall }
    var next = place
    let isBlank = tokens[next] == .mark(" ")
    if isBlank { next += 1 }
    var isNamed = false
    if next < tokens.count, let word = tokens[next].word, ["z", "utc", "gmt"].contains(word) {
      isNamed = true
      next += 1
    }
    guard next + 1 < tokens.count, case .mark(let sign) = tokens[next], sign == "+" || sign == "-",
      let hours = tokens[next + 1].number, let offset = offset(hours, tokens[(next + 2)...]),
      isNamed || !isBlank || hours.count == 4
    else {
      guard isNamed else { return .wall }
      tokens.removeSubrange(place..<next)
      return .offset(0)
    }
    tokens.removeSubrange(place..<(next + offset.length + 1))
    return .offset(sign == "-" ? -offset.minutes : offset.minutes)
  }

  /// The minutes of `02`, `0200` or `02` followed by `:00`, and the number of
  /// tokens.
  private static func offset(
    _ hours: String, _ rest: ArraySlice<WrittenToken>
  ) -> (minutes: Int, length: Int)? {
    guard let number = Int(hours), hours.count <= 4 else { return nil }
    var (minutes, length) = (hours.count > 2 ? number / 100 * 60 + number % 100 : number * 60, 1)
    if hours.count <= 2, rest.first == .mark(":"),
      let more = rest.dropFirst().first?.number.flatMap({ Int($0) }), more < 60
    {
      minutes += more
      length = 3
    }
    return minutes < 16 * 60 ? (minutes, length) : nil
  }
}

extension WrittenToken {
  /// The digits, if it is a number.
  var number: String? { if case .number(let digits) = self { digits } else { nil } }

  /// The letters, if it is a word.
  var word: String? { if case .word(let word) = self { word } else { nil } }
}

internal import CivilDay

/// A date with a time as the exports of services write it for people.
public enum WrittenTime {
  /// Seconds from 1970-01-01T00:00:00 to the time in `text` by the clock that it
  /// was read from, or `nil` if it is no date with a time.
  ///
  /// Read are `2021-01-27 13:57:47`, `27.01.2021, 13:57:47`, `27/01/2021 13:57`,
  /// `Jan 27, 2021, 1:57:47 PM` and `27 janv. 2021 à 13:57:47` with the months of
  /// many languages. Of a date in slashes the day comes first if it can.
  public static func seconds(_ text: String) -> Int? {
    let text = text.lowercased()
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != ":" }
    guard let clock = words.first(where: { $0.contains(":") }),
      var time = clockSeconds(isoTime(clock), isAfternoon: isAfternoon(text)),
      let day = day(words.prefix { $0 != clock } + [isoDay(clock)].compactMap(\.self))
    else { return nil }
    time += day.daysSince1970 * 86_400
    return time
  }

  /// The time in `27t13:57:47z`, where no blank parts it from the day.
  private static func isoTime(_ word: Substring) -> Substring {
    (word.split(separator: "t").last ?? word).prefix { $0.isNumber || $0 == ":" }
  }

  private static func isoDay(_ word: Substring) -> Substring? {
    let parts = word.split(separator: "t")
    return parts.count == 2 ? parts[0] : nil
  }

  /// Whether the time is one of the afternoon; `nil` if all hours count to 24.
  private static func isAfternoon(_ text: String) -> Bool? {
    let letters = text.filter { $0.isLetter || $0.isNumber }
    return letters.hasSuffix("pm") ? true : letters.hasSuffix("am") ? false : nil
  }

  private static func clockSeconds(_ text: Substring, isAfternoon: Bool?) -> Int? {
    let parts = text.split(separator: ":").compactMap { Int($0) }
    guard (2...3).contains(parts.count), (0...24).contains(parts[0]), parts[1] < 60,
      parts.count == 2 || parts[2] < 61
    else { return nil }
    let hour = isAfternoon.map { parts[0] % 12 + ($0 ? 12 : 0) } ?? parts[0]
    return hour * 3600 + parts[1] * 60 + (parts.count == 3 ? parts[2] : 0)
  }

  private static func day(_ words: [Substring]) -> Day? {
    let numbers = words.compactMap { Int($0) }
    let month = words.lazy.compactMap(month(named:)).first
    if let month {
      guard numbers.count == 2 else { return nil }
      let year = numbers.max() ?? 0
      return date(year, month, numbers.min() ?? 0)
    }
    guard numbers.count == 3 else { return nil }
    if numbers[0] > 31 { return date(numbers[0], numbers[1], numbers[2]) }
    return date(numbers[2], numbers[1], numbers[0]) ?? date(numbers[2], numbers[0], numbers[1])
  }

  private static func date(_ year: Int, _ month: Int, _ day: Int) -> Day? {
    guard (1970...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else {
      return nil
    }
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Day("\(year)-\(padded(month))-\(padded(day))")
  }

  private static func month(named word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    return months.firstIndex { $0.contains { word.hasPrefix($0) } }.map { $0 + 1 }
  }

  /// How the months begin in English, German, French, Spanish, Italian, Dutch,
  /// Portuguese, the Scandinavian languages and Polish.
  private static let months = [
    ["jan", "ene", "gen", "sty"], ["feb", "fév", "fev", "lut"], ["mar", "mär", "mrt", "maa"],
    ["apr", "avr", "abr", "kwi"], ["may", "mai", "mei", "mag", "maj"],
    ["jun", "juin", "giu", "cze"], ["jul", "juil", "lug", "lip"],
    ["aug", "aoû", "aou", "ago", "sie"], ["sep", "set", "wrz"],
    ["oct", "okt", "ott", "out", "paź"],
    ["nov", "lis"], ["dec", "déc", "dez", "des", "dic", "gru"],
  ]
}

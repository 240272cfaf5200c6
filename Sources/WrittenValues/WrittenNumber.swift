/// Numbers in service exports, in the notation of many countries.
public enum WrittenNumber {
  /// The number in `text`, or `nil` without one.
  ///
  /// - Parameters:
  ///   - text: Such as `1,234.5`, `1.234,5`, `1 234,5` or `'-12`.
  ///   - decimalMark: The mark before the fraction; `nil` means the last mark,
  ///     unless it is repeated.
  /// - Returns: A finite number.
  public static func value(_ text: String, decimalMark: Character? = nil) -> Double? {
    let text = text.filter { !$0.isWhitespace && $0 != "'" && $0 != "’" }
    guard !text.isEmpty, text.utf8.count < 40 else { return nil }
    let mark = decimalMark ?? likelyMark(text)
    var plain = ""
    for character in text {
      if character == mark {
        plain.append(".")
      } else if character.isASCII, character.isNumber || character == "-" || character == "e" {
        plain.append(character)
      } else if character != "," && character != "." {
        return nil
      }
    }
    return Double(plain).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The same, above zero; zero means not measured.
  public static func positive(_ text: String, decimalMark: Character? = nil) -> Double? {
    value(text, decimalMark: decimalMark).flatMap { $0 > 0 ? $0 : nil }
  }

  private static func likelyMark(_ text: String) -> Character {
    guard let last = text.last(where: { $0 == "," || $0 == "." }) else { return "." }
    return text.count { $0 == last } == 1 ? last : (last == "," ? "." : ",")
  }

  /// The decimal mark that `text` proves: a single mark without three digits
  /// after it, or the last of two; `nil` if it could also separate thousands.
  public static func provenMark(_ text: String) -> Character? {
    let marks = text.filter { $0 == "," || $0 == "." }
    guard let last = marks.last, let place = text.lastIndex(of: last) else { return nil }
    if Set(marks).count == 2 { return last }
    return marks.count == 1 && text.distance(from: place, to: text.endIndex) != 4 ? last : nil
  }

  /// Seconds in `1:02:33`, `26:42`, `00:05:48.7` or `1275`, or `nil`.
  public static func duration(_ text: String) -> Double? {
    let parts = text.trimmed.split(separator: ":", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), text.utf8.count < 40 else { return nil }
    var seconds = 0.0
    for (index, part) in parts.enumerated() {
      guard let number = value(String(part), decimalMark: part.contains(",") ? "," : "."),
        number >= 0, index == 0 || number < 60
      else { return nil }
      seconds = seconds * 60 + number
    }
    return seconds > 0 && seconds < 1e9 ? seconds : nil
  }
}

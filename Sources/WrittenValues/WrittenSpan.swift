/// A duration in words and numbers, as programs and people write it.
public enum WrittenSpan {
  /// The minutes in `text`, or `nil` if it is not a duration.
  ///
  /// It reads `7h 40min`, `7h40`, `7.5 h`, `7 Std. 40 Min.`, `90 min`, `45:10`,
  /// `1:02:33`, `45' 10"` and `PT1H5M`. One colon separates minutes and seconds,
  /// as on a running watch. A bare number is not a duration: its unit is unknown.
  public static func minutes(_ text: String) -> Double? {
    guard text.utf8.count <= 60 else { return nil }
    let text = text.lowercased().trimmed
    if text.contains(":") { return WrittenNumber.duration(text).map { $0 / 60 } }
    let body = text.hasPrefix("pt") ? text.dropFirst(2) : text[...]
    var seconds = 0.0
    var previous: Double?
    var rest = body.drop(while: isPadding)
    guard !rest.isEmpty else { return nil }
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isNumber || $0 == "." || $0 == "," }
      rest = rest.dropFirst(digits.count).drop(while: isPadding)
      let name = rest.prefix { $0.isLetter || "'\"′″’”".contains($0) }
      rest = rest.dropFirst(name.count).drop { isPadding($0) || $0 == "." || $0 == "," }
      let unit = name.isEmpty ? previous.flatMap { $0 > 1 ? $0 / 60 : nil } : unit(named: name)
      guard let unit, previous.map({ unit < $0 }) ?? true,
        case .number(let amount, _) = NumberShape(String(digits)), amount >= 0,
        previous == nil || amount < 60
      else { return nil }
      seconds += amount * unit
      previous = unit
      // "7 h and 40 min"
      if let joint = ["and ", "und ", "et ", "y ", "e ", "en "].first(where: rest.hasPrefix) {
        rest = rest.dropFirst(joint.count).drop(while: isPadding)
      }
    }
    return seconds / 60
  }

  private static func isPadding(_ character: Character) -> Bool { character.isWhitespace }

  /// The seconds of a unit.
  private static func unit(named name: Substring) -> Double? {
    switch name {
    case "h", "hr", "hrs", "u", "t", "std", "hour", "hours", "stunde", "stunden", "heure",
      "heures", "hora", "horas", "ora", "ore", "uur", "tim", "timme", "timmar", "time", "timer",
      "godz":
      3600
    case "m", "'", "′", "’": 60
    case _ where name.hasPrefix("min") && name.allSatisfy(\.isLetter): 60
    case "s", "\"", "″", "”", "''": 1
    case _ where ["sec", "sek", "seg"].contains(where: name.hasPrefix): 1
    default: nil
    }
  }
}

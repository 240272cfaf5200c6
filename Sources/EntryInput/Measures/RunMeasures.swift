package import JournalModel

/// How far and how long a run or another session was, from what was typed.
package struct RunMeasures: Equatable {
  /// Metres, if known.
  package private(set) var metres: Double?
  /// Seconds, if known.
  package private(set) var seconds: Double?

  /// Understands distances, durations and paces in any order.
  ///
  /// - Parameters:
  ///   - words: What was typed.
  ///   - unit: The unit of a number that has none.
  ///   - noun: What was measured; only of a run is a bare number its distance.
  /// - Throws: ``InputError`` or ``UsageError``.
  package init(_ words: [String], unit: DistanceUnit, of noun: String = "run") throws {
    var pace: Double?
    for word in Self.joined(words) {
      guard noun == "run" || !Self.isNumber(word) else {
        throw InputError.bareMeasure.about(word)
      }
      if word.contains("/") {
        try Self.set(&pace, try PaceExpression.parse(word, unit: unit), "pace", word, noun)
      } else if let distance = try Self.distance(word, unit) {
        try Self.set(&metres, distance, "distance", word, noun)
      } else {
        let duration = Double(try DurationExpression.parse(word))
        try Self.set(&seconds, duration, "duration", word, noun)
      }
    }
    if let pace {
      switch (metres, seconds) {
      case (let metres?, nil): seconds = (metres / 1000 * pace).rounded()
      case (nil, let seconds?): metres = (seconds / pace * 1000).rounded()
      default:
        throw UsageError("A pace goes with either a distance or a duration; leave one out.")
      }
    }
    guard metres != nil || seconds != nil else {
      throw UsageError("A run needs a distance or a duration, such as: nerve run 8.2km 45:10")
    }
  }

  /// The words, those of a number and its unit put together.
  private static func joined(_ words: [String]) -> [String] {
    words.reduce(into: []) { joined, word in
      if let number = joined.last, isNumber(number), word.allSatisfy(\.isLetter),
        isMeasure(number + word)
      {
        joined[joined.count - 1] += word
      } else {
        joined.append(word)
      }
    }
  }

  private static func isNumber(_ word: String) -> Bool {
    word.allSatisfy { InputText.isDigit($0) || ".,".contains($0) }
  }

  private static func isMeasure(_ word: String) -> Bool {
    mayBeDuration(word) || (try? DistanceExpression.parse(word, unit: .kilometres)) != nil
  }

  /// The distance that `word` is, or `nil` if it looks like a duration.
  private static func distance(
    _ word: String, _ unit: DistanceUnit
  ) throws(InputError) -> Double? {
    do {
      return try DistanceExpression.parse(word, unit: unit)
    } catch {
      // 50m is minutes to a runner: nobody logs fifty metres.
      if error == .ambiguousMetres { return nil }
      guard error == .unknownDistance else { throw error }
      guard word.contains(":") || mayBeDuration(word) else {
        let error: InputError = DayExpression.names(word) ? .dayWithoutOption : .unknownMeasure
        throw error.about(word)
      }
      return nil
    }
  }

  /// Whether `word` is a duration, or one that is too long or too short.
  private static func mayBeDuration(_ word: String) -> Bool {
    do {
      _ = try DurationExpression.parse(word)
      return true
    } catch {
      return error != .unknownDuration
    }
  }

  private static func set(
    _ slot: inout Double?, _ value: Double, _ name: String, _ word: String, _ noun: String
  ) throws {
    guard slot == nil else {
      let advice =
        name == "distance" ? "a duration has a unit, as in 45m or 45:10" : "leave one out"
      throw UsageError(
        "A \(noun) has one \(name), so \(Quoted.text(word)) is one too many; \(advice).")
    }
    slot = value
  }
}

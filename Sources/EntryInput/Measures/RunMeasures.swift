package import JournalModel

/// The distance and duration of a run or another session, as typed.
package struct RunMeasures: Equatable {
  /// Metres, if known.
  package private(set) var metres: Double?
  /// Seconds, if known.
  package private(set) var seconds: Double?

  /// Creates the measures from distances, durations and paces in any order.
  ///
  /// - Parameters:
  ///   - words: The typed words.
  ///   - unit: The unit of a number without one.
  ///   - noun: The kind of session; only for a run is a bare number a distance.
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
        throw UsageError("Use a pace with a distance or a duration, not with both.")
      }
    }
    guard metres != nil || seconds != nil else {
      throw UsageError("A run needs a distance or a duration, as in: nerve run 8.2km 45:10")
    }
  }

  /// Returns the words, with each number joined to its unit.
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

  /// Returns the distance in `word`, or `nil` if it looks like a duration.
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

  /// Returns whether `word` is a duration, even one that is too long or too short.
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
        name == "distance" ? "a duration needs a unit, as in 45m or 45:10" : "remove one"
      throw UsageError(
        "Unexpected \(name) \(Quoted.text(word)): a \(noun) has only one; \(advice).")
    }
    slot = value
  }
}

/// How often something happened, of the times it could have.
public struct Rate: Equatable, Sendable {
  /// How often it did.
  public let count: Int
  /// How often it could have.
  public let of: Int

  /// Creates a rate.
  public init(count: Int, of: Int) {
    self.count = count
    self.of = of
  }

  /// The share, or `nil` if `of` is 0.
  public var share: Double? { of == 0 ? nil : Double(count) / Double(of) }

  /// Whether the share is below so many hundredths; `false` if `of` is 0.
  func isBelow(_ hundredths: Int) -> Bool { 100 * count < hundredths * of }
}

/// What a runner keeps doing, over all days and lately: advice is about the days to
/// come, so a bad start long ago is no reason for any.
public struct Habit: Equatable, Sendable {
  /// Over all days.
  public let overall: Rate
  /// Over the last ``lately`` days.
  public let lately: Rate

  /// Eight weeks show a habit.
  public static let lately = 56

  /// Counts consecutive days; `nil` is a day that does not count.
  init(_ days: [Bool?]) {
    func rate(_ days: some Collection<Bool?>) -> Rate {
      Rate(count: days.count { $0 == true }, of: days.count { $0 != nil })
    }
    overall = rate(days)
    lately = rate(days.suffix(Self.lately))
  }
}

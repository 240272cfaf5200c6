public import CivilDay

/// A trial of the journal: its plan and how it has gone.
public struct Trial: Equatable, Sendable {
  /// Its id.
  public let id: Int
  /// The plan, which does not change.
  public let plan: TrialPlan
  /// The pauses, oldest first.
  public let pauses: [TrialPause]
  /// The looks at the result, oldest first.
  public let looks: [TrialLook]
  /// How it ended; `nil` while it runs.
  public let end: TrialEnd?

  /// Creates a trial from its parts.
  public init(
    id: Int, plan: TrialPlan, pauses: [TrialPause] = [], looks: [TrialLook] = [],
    end: TrialEnd? = nil
  ) {
    self.id = id
    self.plan = plan
    self.pauses = pauses
    self.looks = looks
    self.end = end
  }

  /// The pause that has no last day yet, if any.
  public var openPause: TrialPause? { end == nil ? pauses.last { $0.lastDay == nil } : nil }

  /// Whether `day` lies in a pause.
  public func isPaused(on day: Day) -> Bool {
    pauses.contains { $0.firstDay <= day && $0.lastDay.map { day <= $0 } ?? true }
  }
}

/// Days on which a trial rests.
public struct TrialPause: Equatable, Sendable {
  /// The first day.
  public let firstDay: Day
  /// The last day; `nil` while it lasts.
  public let lastDay: Day?
  /// Why, in the runner's words.
  public let reason: String?

  /// Creates a pause.
  public init(firstDay: Day, lastDay: Day?, reason: String?) {
    (self.firstDay, self.lastDay, self.reason) = (firstDay, lastDay, reason)
  }
}

/// A look at the result of a trial.
public struct TrialLook: Equatable, Sendable {
  /// When, in UTC.
  public let lookedAt: String
  /// The number of pairs it was worked out from.
  public let pairs: Int
  /// The mean difference in points; `nil` without a result.
  public let mean: Double?
  /// The p-value; `nil` without a result.
  public let p: Double?

  /// Creates a look.
  public init(lookedAt: String, pairs: Int, mean: Double?, p: Double?) {
    (self.lookedAt, self.pairs, self.mean, self.p) = (lookedAt, pairs, mean, p)
  }
}

/// The end of a trial.
public struct TrialEnd: Equatable, Sendable {
  /// The last day that counts.
  public let day: Day
  /// Whether all pairs were done; otherwise the runner stopped it.
  public let isComplete: Bool
  /// Why it was stopped, in the runner's words.
  public let reason: String?
  /// The seed of the coin, now in the open; `nil` if it was lost.
  public let seed: Int?

  /// Creates an end.
  public init(day: Day, isComplete: Bool, reason: String?, seed: Int?) {
    (self.day, self.isComplete, self.reason, self.seed) = (day, isComplete, reason, seed)
  }
}

public import CivilDay

/// What a randomised self-trial compares, and how.
public struct TrialPlan: Equatable, Sendable {
  /// What the arms differ in.
  public enum Kind: String, CaseIterable, Sendable {
    /// The shoes.
    case shoe
    /// Whether an exercise is done.
    case stretch
    /// Whether a routine is done.
    case routine
    /// Whether there is a warm-up.
    case warmUp = "warm_up"
    /// The distance of a week.
    case distance
  }

  /// What one arm lasts for.
  public enum Unit: String, CaseIterable, Sendable {
    /// One run, with a day without a run before it.
    case run
    /// Seven days, besides those of a pause.
    case week
  }

  /// When the result may be looked at.
  public enum Analysis: String, Sendable {
    /// Once, at the end.
    case end
    /// After every pair from the sixth.
    case pairs
  }

  /// What the arms differ in.
  public var kind: Kind
  /// The name of arm A: a shoe, "short weeks" or what is left out.
  public var armA: String
  /// The name of arm B.
  public var armB: String
  /// The ids of the shoes of both arms, if shoes are compared.
  public var shoes: Shoes?
  /// The metres of a week in either arm, if distances are compared.
  public var weeks: Weeks?
  /// What one arm lasts for.
  public var unit: Unit
  /// The number of pairs to analyse.
  public var pairs: Int
  /// When the result may be looked at.
  public var analysis: Analysis
  /// The first day.
  public var startDay: Day
  /// The effect in points that it finds in four of five cases.
  public var detectablePoints: Double

  /// The shoes of both arms.
  public struct Shoes: Equatable, Sendable {
    /// The id of arm A's shoe.
    public let a: Int
    /// The id of arm B's shoe.
    public let b: Int

    /// Creates the shoes of a trial.
    public init(a: Int, b: Int) { (self.a, self.b) = (a, b) }
  }

  /// The distance of a week in either arm.
  public struct Weeks: Equatable, Sendable {
    /// The metres of a short week, arm A.
    public let shortM: Double
    /// The metres of a long week, arm B.
    public let longM: Double

    /// Creates the weeks of a trial.
    public init(shortM: Double, longM: Double) { (self.shortM, self.longM) = (shortM, longM) }
  }

  /// Creates a plan.
  public init(
    kind: Kind, armA: String, armB: String, shoes: Shoes? = nil, weeks: Weeks? = nil, unit: Unit,
    pairs: Int, analysis: Analysis, startDay: Day, detectablePoints: Double
  ) {
    self.kind = kind
    self.armA = armA
    self.armB = armB
    self.shoes = shoes
    self.weeks = weeks
    self.unit = unit
    self.pairs = pairs
    self.analysis = analysis
    self.startDay = startDay
    self.detectablePoints = detectablePoints
  }

  /// The name of `arm`.
  public func name(of arm: TrialArm) -> String { arm == .a ? armA : armB }
}

/// One of the two things compared.
public enum TrialArm: String, CaseIterable, Sendable {
  /// The first.
  case a = "A"
  /// The second.
  case b = "B"

  /// The other one.
  public var other: TrialArm { self == .a ? .b : .a }
}

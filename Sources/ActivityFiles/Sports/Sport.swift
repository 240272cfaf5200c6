/// What was done, as far as a runner's journal tells sports apart.
public enum Sport: Hashable, Sendable {
  /// Running of every kind: road, trail, track, treadmill.
  case run
  /// Walking and hiking.
  case walk
  /// Cycling of every kind.
  case ride
  /// Swimming of every kind.
  case swim
  /// Something else that is known not to be any of these, such as yoga, by the
  /// name that the file has for it, in lower case.
  case other(String)
  /// A name that says nothing here, in lower case: it may be a run in a language
  /// or of a kind that is not known.
  case unrecognised(String)
  /// The file does not say, or only that it is another sport.
  case unknown

  /// Whether it is left open what was done.
  public var isOpen: Bool {
    switch self {
    case .unrecognised, .unknown: true
    case .run, .walk, .ride, .swim, .other: false
    }
  }
}

extension Sport {
  /// The sport that a file calls `name`, in any of the languages and spellings
  /// that exports are known to use; case, accents and blanks do not matter.
  ///
  /// Whole words decide, never the beginning or end of one: a name such as
  /// `Golf course` or `Rollschuhlaufen` is no run.
  public init(named name: String) {
    let words = SportName(name)
    let plain = name.trimmed.lowercased()
    let meanings = words.meanings
    let sports = Set(meanings.filter(\.isSport))
    self =
      switch true {
      case words.isSilent: words.saysUnknown ? .unknown : .unrecognised(plain)
      case meanings.contains(.other): .other(plain)
      // Running and walking in turn is a runner's way to begin.
      case sports == [.run, .walk] || sports == [.run]: .run
      case sports == [.walk]: .walk
      case sports == [.ride]: .ride
      case sports == [.swim]: .swim
      // Several sports in one, none of which says how far or how long.
      case sports.count > 1: .other(plain)
      case meanings.contains(.perhapsRun): .run
      case meanings.contains(.perhapsOther): .other(plain)
      default: .unrecognised(plain)
      }
  }

  /// Whether `title` says no more than what was done, when and where, as services
  /// name an activity for which nobody thought of a name: `Morning Run`,
  /// `Bad Tölz Running`.
  public static func isOnlyName(_ title: String) -> Bool {
    switch Sport(named: title) {
    case .run, .walk, .ride, .swim: SportName(title).isOnlyName(title)
    case .other, .unrecognised, .unknown: false
    }
  }
}

/// The sport of an activity, as far as a runner's journal distinguishes sports.
public enum Sport: Hashable, Sendable {
  /// Any running: road, trail, track, treadmill.
  case run
  /// Walking and hiking.
  case walk
  /// Any cycling.
  case ride
  /// Any swimming.
  case swim
  /// A known other sport, such as yoga, by its name in the file, in lower case.
  case other(String)
  /// An unrecognised name, in lower case: it may be a run in an unknown language
  /// or of an unknown kind.
  case unrecognised(String)
  /// The file has no sport, or only "other".
  case unknown

  /// Whether the sport is undecided.
  public var isOpen: Bool {
    switch self {
    case .unrecognised, .unknown: true
    case .run, .walk, .ride, .swim, .other: false
    }
  }
}

extension Sport {
  /// The sport that a file calls `name`, in any language and spelling known from
  /// exports; case, accents and blanks do not matter.
  ///
  /// Whole words decide, never parts: `Golf course` or `Rollschuhlaufen` is not a
  /// run.
  public init(named name: String) {
    let words = SportName(name)
    let plain = name.trimmed.lowercased()
    let meanings = words.meanings
    let sports = Set(meanings.filter(\.isSport))
    self =
      switch true {
      case words.isSilent: words.saysUnknown ? .unknown : .unrecognised(plain)
      case meanings.contains(.other): .other(plain)
      // Alternating running and walking is how runners begin.
      case sports == [.run, .walk] || sports == [.run]: .run
      case sports == [.walk]: .walk
      case sports == [.ride]: .ride
      case sports == [.swim]: .swim
      // Several sports in one, without separate times or distances.
      case sports.count > 1: .other(plain)
      case meanings.contains(.perhapsRun): .run
      case meanings.contains(.perhapsOther): .other(plain)
      default: .unrecognised(plain)
      }
  }

  /// Whether `title` only repeats sport, time and place, like the names that
  /// services make up: `Morning Run`, `Bad Tölz Running`.
  public static func isOnlyName(_ title: String) -> Bool {
    switch Sport(named: title) {
    case .run, .walk, .ride, .swim: SportName(title).isOnlyName(title)
    case .other, .unrecognised, .unknown: false
    }
  }
}

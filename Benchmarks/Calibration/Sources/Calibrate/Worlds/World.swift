import ArgumentParser
import CivilDay

/// A way in which running and pain may arise.
struct World: Named, Sendable {
  /// What running does, and what the diary can know of it.
  enum Kind: Sendable {
    /// Running has no effect on later pain.
    case harmless
    /// Neither has it, but something that the verdict cannot see keeps the runner at home
    /// on days before worse ones.
    case hidden
    /// Running has no effect, but evening ratings are declared to be morning ones.
    case misread
    /// Running changes later pain.
    case effect
    /// Running may change the evening of the same day, but nothing later.
    case sameDay
  }

  let name: String
  /// The title in the tables.
  let title: String
  let kind: Kind
  /// One person of this world.
  let runner: @Sendable (inout Draw) -> Runner

  init(
    _ name: String, _ title: String, _ kind: Kind = .harmless,
    runner: @escaping @Sendable (inout Draw) -> Runner
  ) {
    self.name = name
    self.title = title
    self.kind = kind
    self.runner = runner
  }

  /// The diary of a person, from a random day on.
  func life(days: Int, seed: UInt64, index: Int) -> Life {
    var draw = Draw(days: days, seed: seed, name: name, index: index)
    return runner(&draw).live(from: draw.firstDay, &draw.random)
  }

  static let all = plain + guided + regular + hidden + effects + evenings
}

/// Something that is found by its name.
protocol Named {
  var name: String { get }
  static var all: [Self] { get }
}

extension Named {
  /// The one of this name.
  static func named(_ name: String) throws -> Self {
    guard let one = all.first(where: { $0.name == name }) else {
      throw ValidationError("There is nothing called '\(name)'. See the worlds with --list.")
    }
    return one
  }
}

/// The chances of one person.
struct Draw {
  let days: Int
  let firstDay: Day
  var random: Random

  init(days: Int, seed: UInt64, name: String, index: Int) {
    self.days = days
    random = Random(seed: seed, name: name, days: days, index: index)
    firstDay = Day(daysSince1970: 19_723) + random.below(1461)
  }

  /// The roughly followed plan of a week, for all days and as many before them.
  mutating func plan(_ week: Week, warmUp: Int = Plan.warmUp) -> Plan {
    Plan(week, days: days, warmUp: warmUp, from: firstDay.weekday, &random)
  }
}

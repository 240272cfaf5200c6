/// A sport in the profile's numbers.
struct FITSport: Equatable {
  /// The sport.
  let sport: Int
  /// Its variety; zero if unknown.
  let subSport: Int

  /// Creates a sport, or `nil` if both numbers are empty.
  init?(_ sport: Int?, _ subSport: Int?) {
    guard sport ?? 0 != 0 || subSport ?? 0 != 0 else { return nil }
    self.sport = sport ?? 0
    self.subSport = subSport ?? 0
  }

  /// The journal's sport.
  var activity: Sport {
    switch (sport, subSport) {
    case (1, _): .run
    case (11, _), (17, _): .walk
    case (2, _), (21, _): .ride
    case (5, _): .swim
    // A machine, a workout or no sport at all: the variety says more.
    case (0, 1), (0, 3), (4, 1), (0, 45), (4, 45): .run
    case (0, 27), (4, 27), (0, 30), (0, 31): .walk
    case (0, 5...7), (4, 5...6): .ride
    case (0, 17...18): .swim
    case (0, _), (4, _), (10, _):
      Self.subSports[subSport].map { .other($0) } ?? named
    default: named
    }
  }

  /// The sport by name; a sport newer than this list is unknown.
  private var named: Sport {
    guard sport != 0 else { return .unknown }
    return Self.sports[sport].map { .other($0) } ?? .unrecognised("sport \(sport)")
  }

  private static let sports: [Int: String] = [
    3: "transition", 4: "fitness equipment", 6: "basketball", 7: "soccer",
    8: "tennis", 9: "american football", 10: "training", 12: "cross country skiing",
    13: "alpine skiing", 14: "snowboarding", 15: "rowing", 16: "mountaineering",
    18: "multisport", 19: "paddling", 20: "flying", 22: "motorcycling", 23: "boating",
    24: "driving", 25: "golf", 26: "hang gliding", 27: "horseback riding", 28: "hunting",
    29: "fishing", 30: "inline skating", 31: "rock climbing", 32: "sailing", 33: "ice skating",
    34: "sky diving", 35: "snowshoeing", 36: "snowmobiling", 37: "stand up paddleboarding",
    38: "surfing", 39: "wakeboarding", 40: "water skiing", 41: "kayaking", 42: "rafting",
    43: "windsurfing", 44: "kitesurfing", 45: "tactical", 46: "jumpmaster", 47: "boxing",
    48: "floor climbing", 49: "baseball", 53: "diving", 62: "hiit", 64: "racket",
    65: "wheelchair push walk", 66: "wheelchair push run", 67: "meditation", 69: "disc golf",
    71: "cricket", 72: "rugby", 73: "hockey", 74: "lacrosse", 75: "volleyball",
    76: "water tubing", 77: "wakesurfing", 80: "mixed martial arts", 82: "snorkeling",
    83: "dance", 84: "jump rope",
  ]

  private static let subSports: [Int: String] = [
    14: "indoor rowing", 15: "elliptical", 16: "stair climbing", 19: "flexibility training",
    20: "strength training", 21: "warm up", 23: "exercise", 25: "indoor skiing",
    26: "cardio training", 32: "bike to run transition", 33: "run to bike transition",
    34: "swim to bike transition", 43: "yoga", 44: "pilates", 59: "obstacle", 62: "breathing",
    68: "indoor climbing", 69: "bouldering", 70: "hiit", 73: "amrap", 74: "emom", 75: "tabata",
  ]
}

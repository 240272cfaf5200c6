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
  /// Anything else, by the name that the file has for it, in lower case.
  case other(String)
  /// The file does not say.
  case unknown
}

extension Sport {
  /// The sport that a file calls `name`, in any of the languages and spellings
  /// that exports are known to use; case and blanks do not matter.
  public init(named name: String) {
    let name = name.trimmed.lowercased()
    let letters = name.filter { $0.isLetter || $0.isNumber }
    self =
      switch true {
      case letters.isEmpty || ["unknown", "generic", "uncategorized", "other"].contains(letters):
        letters.isEmpty || letters == "unknown" ? .unknown : .other(name)
      case Self.others.contains(where: letters.contains): .other(name)
      case Self.contains(letters, Self.runs): .run
      case Self.contains(letters, Self.walks): .walk
      case Self.contains(letters, Self.swims): .swim
      case Self.contains(letters, Self.rides): .ride
      default: .other(name)
      }
  }

  private static func contains(_ letters: String, _ parts: [String]) -> Bool {
    parts.contains { part in
      letters.hasPrefix(part) || letters.hasSuffix(part) || part.count > 5 && letters.contains(part)
    }
  }

  // English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish,
  // Norwegian, Danish, Polish; starts or ends of the words, or long parts.
  /// What is in names that else would be taken for a run.
  private static let others = ["ski", "langlauf", "eislauf", "schlittschuh", "inline", "skat"]
  private static let runs = [
    "running", "run", "jog", "treadmill", "lauf", "laufen", "course", "courseapied", "courseàpied",
    "carrera", "correr", "corsa", "hardlopen", "hardloopsessie", "corrida", "löpning", "loping",
    "løping", "løb",
    "bieg", "bieganie",
  ]
  private static let walks = [
    "walking", "walk", "hiking", "hike", "gehen", "spaziergang", "wandern", "wanderung", "marche",
    "randonnée", "caminata", "caminar", "senderismo", "camminata", "escursione", "escursionismo",
    "wandelen", "wandeling",
    "caminhada", "promenad", "vandring", "spacer",
  ]
  private static let rides = [
    "cycling", "ride", "biking", "bike", "radfahren", "radfahrt", "rad", "vélo", "cyclisme",
    "ciclismo", "bicicleta", "bici", "pedalada", "pedalata", "fietsen", "fietsrit", "wielrennen",
    "cykling", "sykling", "rower",
  ]
  private static let swims = [
    "swimming", "swim", "schwimmen", "natation", "nage", "natación", "nuoto", "zwemmen",
    "zwemsessie", "natação",
    "simning", "svømning", "pływanie",
  ]
}

package import JournalModel

extension Reach {
  /// Other words for the place, or for a part of it.
  ///
  /// Sciatica "in the hip" is in the buttock, and at the ankle it has left the calf.
  package var otherNames: [String] {
    switch self {
    case .back:
      ["lower back", "low back", "lumbar", "lumbar spine", "spine", "sacrum", "tailbone", "coccyx"]
    case .buttock:
      [
        "hip", "hips", "glute", "glutes", "gluteal", "bum", "butt", "bottom", "backside", "rear",
        "piriformis", "sit bone",
      ]
    case .thigh:
      [
        "hamstring", "hamstrings", "hammy", "quad", "quads", "quadriceps", "upper leg",
        "back of thigh", "back of the thigh",
      ]
    case .knee: ["kneecap", "back of knee", "back of the knee", "hollow of the knee"]
    case .calf: ["calves", "shin", "shins", "lower leg", "gastrocnemius", "soleus"]
    case .foot: ["feet", "ankle", "ankles", "heel", "heels", "sole", "arch", "instep", "forefoot"]
    case .toes: ["big toe", "little toe"]
    }
  }

  /// Creates the reach from a word, the unique start of one, a synonym, or a number
  /// from 0 to 6.
  ///
  /// - Parameter text: The typed text.
  /// - Throws: ``InputError``.
  package init(_ text: String) throws(InputError) {
    let word = InputText.folded(text)
    if let number = InputText.digits(word, count: 1...1), let reach = Reach(rawValue: number) {
      self = reach
      return
    }
    let matches = word.isEmpty ? [] : Reach.allCases.filter { $0.name.hasPrefix(word) }
    switch matches.count {
    case 1: self = matches[0]
    case 0:
      guard let reach = Reach(synonym: word) else { throw InputError.unknownReach.about(text) }
      self = reach
    default:
      throw InputError.ambiguousReach(first: matches[0].name, second: matches[1].name).about(text)
    }
  }

  /// Creates the reach with the other name `word`, in lower case, or at least its
  /// first three letters.
  package init?(synonym word: String) {
    func named(_ fits: (String) -> Bool) -> [Reach] {
      Reach.allCases.filter { $0.otherNames.contains(where: fits) }
    }
    let whole = named { $0 == word }
    let found = whole.isEmpty && word.count >= 3 ? named { $0.hasPrefix(word) } : whole
    guard found.count == 1 else { return nil }
    self = found[0]
  }
}

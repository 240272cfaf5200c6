/// How far down the leg the pain goes, from the back to the toes.
///
/// The raw value is what the journal stores. Pain that retreats towards the
/// back is a good sign to a physiotherapist, hence the order.
enum Reach: Int, CaseIterable, Sendable {
  /// No further than the back.
  case back
  /// The buttock.
  case buttock
  /// The thigh.
  case thigh
  /// The knee.
  case knee
  /// The calf or shin.
  case calf
  /// The foot.
  case foot
  /// The toes.
  case toes

  /// The word for the place, in lower case.
  var name: String { "\(self)" }

  /// Creates the reach that `text` names: a word, the unique start of one, or a
  /// number from 0 to 6.
  ///
  /// - Parameter text: What was typed.
  /// - Throws: ``InputError``.
  init(_ text: String) throws(InputError) {
    let word = InputText.folded(text)
    if let number = InputText.digits(word, count: 1...1), let reach = Reach(rawValue: number) {
      self = reach
      return
    }
    let matches = word.isEmpty ? [] : Reach.allCases.filter { $0.name.hasPrefix(word) }
    guard let first = matches.first else { throw .unknownReach }
    guard matches.count == 1 else {
      throw .ambiguousReach(first: first.name, second: matches[1].name)
    }
    self = first
  }
}

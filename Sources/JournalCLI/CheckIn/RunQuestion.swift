import CivilDay
import EntryInput
import JournalStore
import JournalModel
import WrittenValues

/// What may be asked about a run that came from a file.
enum RunQuestion: Equatable {
  /// How hard it was.
  case effort
  /// Which of these shoes it was in.
  case shoe([ShoeSummary])

  /// The most shoes that one key can choose from.
  private static let mostShoes = 9

  /// The questions that `run` leaves open.
  ///
  /// - Parameters:
  ///   - run: A run.
  ///   - shoes: Every shoe; those retired before that day come only where there is
  ///     no other. Their first day does not count: it is that on which they were
  ///     added, unless somebody said otherwise.
  /// - Returns: The questions, in the order in which to ask them.
  static func open(in run: Run, shoes: [ShoeSummary]) -> [RunQuestion] {
    let inUse = shoes.filter { shoe in
      shoe.retiredDay.flatMap { retired in run.day.map { retired >= $0 } } ?? true
    }
    let choice = Array((inUse.isEmpty ? shoes : inUse).prefix(mostShoes))
    return (run.effort == nil ? [.effort] : [])
      + (run.shoe == nil && !choice.isEmpty ? [.shoe(choice)] : [])
  }

  /// The question as it is asked of those who press one key or type a line.
  func prompt(byKey: Bool) -> String {
    switch self {
    case .effort: "Effort (\(byKey ? "0-9, x = 10" : "0-10")): "
    case .shoe(let shoes):
      "Shoe ("
        + shoes.enumerated().map { "\($0 + 1) \(DisplayText.visible($1.name))" }
        .joined(separator: ", ") + "): "
    }
  }

  /// What the question means, and what to type.
  var explanation: String {
    switch self {
    case .effort:
      "The effort of the whole run, CR-10: 0 rest, 3 moderate, 5 hard, 7 very hard, 10 all you "
        + "have. Type 0 to 10; the key x is 10."
    case .shoe: "The shoe that you ran in, by its number."
    }
  }

  /// The change that `text` asks for, with its words, or `nil` if it is none.
  func answer(_ text: String) -> (changes: Changes<Run>, words: String)? {
    var changes = Changes<Run>()
    let word = InputText.folded(text)
    switch self {
    case .effort:
      guard let effort = word == "x" ? 10 : try? ExertionExpression.parse(word) else { return nil }
      changes[\.effort] = effort
      return (changes, NumberText.shortest(effort))
    case .shoe(let shoes):
      guard let number = InputText.digits(word), shoes.indices.contains(number - 1) else {
        return nil
      }
      let shoe = shoes[number - 1]
      changes[\.shoe] = Reference(id: shoe.id)
      return (changes, DisplayText.visible(shoe.name))
    }
  }
}

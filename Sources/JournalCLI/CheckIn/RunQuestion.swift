import CivilDay
import EntryInput
import JournalStore
import JournalModel
import WrittenValues

/// A question about an imported run.
enum RunQuestion: Equatable {
  /// The effort of the run.
  case effort
  /// The shoe, one of these.
  case shoe([ShoeSummary])

  /// The most shoes to choose from by one key.
  private static let mostShoes = 9

  /// Returns the open questions about `run`.
  ///
  /// - Parameters:
  ///   - run: A run.
  ///   - shoes: All shoes. Those retired before the day of the run count only if
  ///     there are no others. Their first day does not count, as it is mostly just
  ///     the day when they were added.
  /// - Returns: The questions, in order.
  static func open(in run: Run, shoes: [ShoeSummary]) -> [RunQuestion] {
    let inUse = shoes.filter { shoe in
      shoe.retiredDay.flatMap { retired in run.day.map { retired >= $0 } } ?? true
    }
    let choice = Array((inUse.isEmpty ? shoes : inUse).prefix(mostShoes))
    return (run.effort == nil ? [.effort] : [])
      + (run.shoe == nil && !choice.isEmpty ? [.shoe(choice)] : [])
  }

  /// Returns the prompt, for single keys or for lines.
  func prompt(byKey: Bool) -> String {
    switch self {
    case .effort: "Effort (\(byKey ? "0-9, x = 10" : "0-10")): "
    case .shoe(let shoes):
      "Shoe ("
        + shoes.enumerated().map { "\($0 + 1) \(DisplayText.visible($1.name))" }
        .joined(separator: ", ") + "): "
    }
  }

  /// The explanation for `?`, with the possible answers.
  var explanation: String {
    switch self {
    case .effort:
      "Effort of the whole run, CR-10: 0 rest, 3 moderate, 5 hard, 7 very hard, 10 all-out. Type "
        + "0 to 10; x is 10."
    case .shoe: "The number of the shoe you ran in."
    }
  }

  /// Returns the change in `text`, with its echo, or `nil` if it makes no sense.
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

import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import WrittenValues

/// The options for the shoe of a run.
struct ShoeOptions: ParsableArguments {
  @Option(
    name: [.customShort("s", allowingJoined: true), .long],
    help: ArgumentHelp("The shoe, by its name or the start of it; none if unknown."),
    completion: .shoes)
  var shoe: String?

  @Flag(help: "Leave the shoe unknown.")
  var noShoe = false

  /// The choice of a shoe.
  enum Choice: Equatable {
    /// No choice: the default shoe, if any.
    case unsaid
    /// The shoe is unknown.
    case unknown
    /// The name of the shoe, or the start of it.
    case named(String)
  }

  /// The choice of a shoe.
  ///
  /// - Throws: ``UsageError`` if the options contradict each other.
  func choice() throws -> Choice {
    guard let shoe else { return noShoe ? .unknown : .unsaid }
    if InputText.folded(shoe) == "none" { return .unknown }
    guard !noShoe else {
      throw UsageError("Use --shoe or --no-shoe, not both.")
    }
    return .named(shoe)
  }
}

/// The options for the shoe of a run.
struct WornShoe {
  /// The id of the shoe, or `nil` if it is unknown.
  var id: Int?
  /// Whether it is the default shoe, because none was given.
  var isDefault = false
  /// Remarks on the choice, one line each.
  var remarks: [String] = []
}

extension Journal {
  /// Returns the shoe of a run on `day`.
  ///
  /// A run before the default shoe's first day cannot have been in it, so its shoe
  /// stays unknown.
  func wornShoe(_ choice: ShoeOptions.Choice, on day: Day) throws -> WornShoe {
    switch choice {
    case .unknown: return WornShoe()
    case .named(let name): return WornShoe(id: try shoe(called: name))
    case .unsaid:
      guard let shoe = try defaultShoe() else { return WornShoe() }
      if let first = shoe.firstDay, day < first {
        return WornShoe(
          remarks: [
            "The default shoe, \(DisplayText.visible(shoe.name)), has only been in use since "
              + "\(first.longDescription), so this run has no shoe. Add one with --shoe."
          ])
      }
      return WornShoe(id: shoe.id, isDefault: true)
    }
  }
}

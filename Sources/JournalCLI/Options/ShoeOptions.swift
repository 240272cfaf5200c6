import ArgumentParser
import CivilDay
import EntryInput
import JournalStore
import JournalModel
import WrittenValues

/// The shoe of a run.
struct ShoeOptions: ParsableArguments {
  @Option(
    name: [.customShort("s", allowingJoined: true), .long],
    help: ArgumentHelp("The shoe, by its name or the start of it; none if unknown."),
    completion: .shoes)
  var shoe: String?

  @Flag(help: "Leave the shoe unknown, whatever the default is.")
  var noShoe = false

  /// What was said about the shoe.
  enum Choice: Equatable {
    /// Nothing: it is the default one, if there is one.
    case unsaid
    /// That it is unknown.
    case unknown
    /// Its name or the start of it.
    case named(String)
  }

  /// What was said about the shoe.
  ///
  /// - Throws: ``UsageError`` if that contradicts itself.
  func choice() throws -> Choice {
    guard let shoe else { return noShoe ? .unknown : .unsaid }
    if InputText.folded(shoe) == "none" { return .unknown }
    guard !noShoe else {
      throw UsageError("A run has a shoe or none that is known; leave out --shoe or --no-shoe.")
    }
    return .named(shoe)
  }
}

/// The shoe that a run is in.
struct WornShoe {
  /// Its id, or `nil` if it is unknown.
  var id: Int?
  /// Whether it is worn because nobody named one.
  var isDefault = false
  /// What a person should know about the choice.
  var remarks: [String] = []
}

extension Journal {
  /// The shoe that a run on `day` is in.
  ///
  /// The default shoe was not there before its first day, so that the shoe of an
  /// earlier run stays unknown.
  func wornShoe(_ choice: ShoeOptions.Choice, on day: Day) throws -> WornShoe {
    switch choice {
    case .unknown: return WornShoe()
    case .named(let name): return WornShoe(id: try shoe(called: name))
    case .unsaid:
      guard let shoe = try defaultShoe() else { return WornShoe() }
      if let first = shoe.firstDay, day < first {
        return WornShoe(
          remarks: [
            "The default shoe \(DisplayText.visible(shoe.name)) is in use since \(first.longDescription), "
              + "so this run has no shoe; name one with --shoe."
          ])
      }
      return WornShoe(id: shoe.id, isDefault: true)
    }
  }
}

import ArgumentParser
import EntryInput
import JournalModel
import JournalStore
import JournalModel

/// Options of a shoe, in addition to its name.
struct FootwearOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Maker and model.", valueName: "text"))
  var model: String?

  @Option(
    help: "cushioned, stability, minimal, trail, racing, spikes or other.",
    completion: .choices(of: "kind", in: .footwear))
  var kind: String?

  @Option(
    parsing: .unconditional, help: ArgumentHelp("Heel-to-toe drop.", valueName: "mm"))
  var drop: String?

  @Option(help: ArgumentHelp("What it has run already, such as 120km.", valueName: "distance"))
  var startDistance: String?

  @Option(help: ArgumentHelp("When to look at it, such as 700km.", valueName: "distance"))
  var limit: String?

  /// The fields that were given.
  ///
  /// - Parameter unit: The unit of a distance that has none.
  /// - Returns: Their values by the names of the columns.
  /// - Throws: ``InputError``.
  func values(unit: DistanceUnit) throws -> [String: SQLiteValue] {
    let values: [String: SQLiteValue] = [
      "model": .text(model), "kind": .text(kind), "drop_mm": .text(drop),
      "limit_distance_m": .real(try limit.map { try DistanceExpression.parse($0, unit: unit) }),
      "start_distance_m": .real(
        try startDistance.map { try DistanceExpression.parse($0, unit: unit) }),
    ]
    return values.given
  }
}

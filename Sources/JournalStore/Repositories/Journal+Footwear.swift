internal import CivilDay

extension Journal {
  /// The shoe that a run is in unless another is named, if one was chosen.
  public func defaultShoe() throws -> Shoe? {
    try explaining {
      try connection.first("\(Self.shoeSelection) WHERE is_default = 1", body: Self.shoe)
    }
  }

  /// Chooses the shoe that a run is in unless another is named.
  ///
  /// - Parameter id: The shoe; `nil` for none, which leaves the shoe of such a
  ///   run unknown.
  /// - Returns: The id of the shoe that is, or was, the default, and the action
  ///   to undo it by; `nil` if nothing changes.
  /// - Throws: ``JournalError/invalid(_:)`` if the shoe is retired.
  public func setDefaultShoe(_ id: Int?) throws -> Logged? {
    let former = try defaultShoe()
    guard former?.id != id else { return nil }
    return try act("shoe default") {
      try connection.run("UPDATE footwear SET is_default = NULL WHERE is_default = 1")
      guard let id else { return former?.id ?? 0 }
      let isRetired = try connection.first(
        "SELECT retired_day IS NOT NULL FROM footwear WHERE id = ?1", .integer(id),
        body: { (row) throws(SQLiteError) in try row.integer(0) == 1 })
      guard isRetired != true else {
        throw JournalError.invalid(FieldProblem("A shoe", "that is retired cannot be the default"))
      }
      try connection.run("UPDATE footwear SET is_default = 1 WHERE id = ?1", .integer(id))
      return id
    }
  }

  private static let shoeSelection =
    "SELECT id, name, first_day, retired_day, is_default FROM footwear"

  private static func shoe(_ row: borrowing Row) throws(SQLiteError) -> Shoe {
    Shoe(
      id: try row.integer(0), name: try row.text(1),
      firstDay: try row.optionalText(2).flatMap { Day($0) },
      retiredDay: try row.optionalText(3).flatMap { Day($0) }, isDefault: !row.isNull(4))
  }
}

public import CivilDay
public import JournalModel

extension Journal {
  /// Every shoe, by name.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func shoes() throws -> [ShoeSummary] {
    try explaining { try connection.rows("\(Self.shoeSelection) ORDER BY name", body: Self.shoe) }
  }

  /// The default shoe, if any.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func defaultShoe() throws -> ShoeSummary? {
    try explaining {
      try connection.first("\(Self.shoeSelection) WHERE is_default = 1", body: Self.shoe)
    }
  }

  /// Every shoe with its distance, retired ones last.
  ///
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func footwear() throws -> [FootwearUse] {
    try explaining {
      try connection.rows(
        "\(Self.useSelection) ORDER BY retired_day IS NOT NULL, name", body: Self.use)
    }
  }

  /// The shoes in use with what they have run, by name.
  public func footwearInUse() throws -> [FootwearUse] {
    try explaining {
      try connection.rows(
        "\(Self.useSelection) WHERE retired_day IS NULL ORDER BY name", body: Self.use)
    }
  }

  /// What the shoe with this id has run, or `nil` if there is none.
  public func footwearUse(of id: Int) throws -> FootwearUse? {
    try explaining {
      try connection.first(
        "\(Self.useSelection) WHERE footwear_id = ?1", .integer(id), body: Self.use)
    }
  }

  /// Retires a shoe, which is then no longer the default.
  ///
  /// - Parameters:
  ///   - id: The shoe.
  ///   - day: The day of its retirement.
  /// - Returns: The id of the shoe, and the action, for undo.
  /// - Throws: ``JournalError/shoeIsRetired(since:)``, or
  ///   ``JournalError/invalid(_:)`` if `day` is before its first day.
  public func retireShoe(_ id: Int, on day: Day) throws -> Logged {
    try act("shoe retire") {
      let shoe = try knownShoe(id)
      if let since = shoe.retiredDay {
        throw JournalError.shoeIsRetired(since: since.description)
      }
      if let first = shoe.firstDay, day < first {
        throw JournalError.invalid(
          FieldProblem("A shoe", "cannot be retired before its first day, \(first)"))
      }
      try connection.run(
        "UPDATE footwear SET retired_day = ?2, is_default = NULL WHERE id = ?1", .integer(id),
        .text(day.description))
      return id
    }
  }

  /// Puts a retired shoe back into use.
  ///
  /// - Returns: The id of the shoe, and the action, for undo.
  /// - Throws: ``JournalError/shoeIsNotRetired``.
  public func returnShoe(_ id: Int) throws -> Logged {
    try act("shoe unretire") {
      guard try knownShoe(id).retiredDay != nil else { throw JournalError.shoeIsNotRetired }
      try connection.run("UPDATE footwear SET retired_day = NULL WHERE id = ?1", .integer(id))
      return id
    }
  }

  /// Sets the default shoe.
  ///
  /// - Parameter id: The shoe; `nil` for none, which leaves the shoe of such a
  ///   run unknown.
  /// - Returns: The id of the present or former default shoe, and the action, for
  ///   undo; `nil` if nothing changes.
  /// - Throws: ``JournalError/shoeIsRetired(since:)``.
  public func setDefaultShoe(_ id: Int?) throws -> Logged? {
    let former = try defaultShoe()
    guard former?.id != id else { return nil }
    return try act("shoe default") {
      try connection.run("UPDATE footwear SET is_default = NULL WHERE is_default = 1")
      guard let id else { return former?.id ?? 0 }
      if let since = try knownShoe(id).retiredDay {
        throw JournalError.shoeIsRetired(since: since.description)
      }
      try connection.run("UPDATE footwear SET is_default = 1 WHERE id = ?1", .integer(id))
      return id
    }
  }

  private func knownShoe(_ id: Int) throws -> ShoeSummary {
    let shoe = try connection.first(
      "\(Self.shoeSelection) WHERE id = ?1", .integer(id), body: Self.shoe)
    guard let shoe else { throw JournalError.noEntry(table: .footwear, id: id) }
    return shoe
  }

  private static let shoeSelection =
    "SELECT id, name, first_day, retired_day, is_default FROM footwear"

  private static func shoe(_ row: borrowing Row) throws(SQLiteError) -> ShoeSummary {
    ShoeSummary(
      id: try row.integer(0), name: try row.text(1), firstDay: try row.optionalDay(2),
      retiredDay: try row.optionalDay(3), isDefault: !row.isNull(4))
  }

  private static let useSelection = """
    SELECT footwear_id, name, model, kind, retired_day, runs, distance_km, limit_km, last_day,
      is_default
    FROM footwear_use
    """

  private static func use(_ row: borrowing Row) throws(SQLiteError) -> FootwearUse {
    FootwearUse(
      id: try row.integer(0), name: try row.text(1), model: try row.optionalText(2),
      kind: try row.optionalText(3), retiredDay: try row.optionalText(4),
      runs: try row.integer(5), distanceKm: try row.real(6), limitKm: try row.optionalReal(7),
      lastDay: try row.optionalText(8), isDefault: try row.integer(9) == 1)
  }
}

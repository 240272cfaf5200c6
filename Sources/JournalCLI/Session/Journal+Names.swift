import CivilDay
import EntryInput
import JournalStore
import JournalModel

extension Journal {
  /// Returns the id of the shoe called `name`, or whose name begins with it.
  ///
  /// Retired shoes count only if no other fits.
  func shoe(called name: String) throws -> Int { try namedShoe(name).id }

  /// Returns the shoe called `name`, or whose name begins with it.
  ///
  /// - Parameters:
  ///   - name: The typed name.
  ///   - isRetired: Whether retired shoes come first; the others count only if none
  ///     of these fits.
  /// - Returns: The only shoe that fits.
  /// - Throws: ``UsageError`` that suggests similar names.
  func namedShoe(_ name: String, retired isRetired: Bool = false) throws -> ShoeSummary {
    let shoes = try shoes()
    let likely = shoes.filter { ($0.retiredDay != nil) == isRetired }.map(\.name)
    var found = NameMatch(name, among: likely)
    if case .none = found { found = NameMatch(name, among: shoes.map(\.name)) }
    let chosen = try resolved(
      found, name, "shoe", list: "nerve shoe list", adding: "nerve shoe add NAME")
    guard let shoe = shoes.first(where: { $0.name == chosen }) else {
      throw UsageError("Unknown shoe \(Quoted.text(name)).")
    }
    return shoe
  }

  /// Returns the exercise called `name`, or whose name begins with it.
  func exercise(called name: String) throws -> String {
    try resolved(
      NameMatch(name, among: try exercises().map(\.name)), name, "exercise",
      list: "nerve exercise list", adding: "--new")
  }

  /// Returns the routine called `name`, or whose name begins with it.
  func routine(called name: String) throws -> StoredRoutine {
    let routines = try routines()
    let chosen = try resolved(
      NameMatch(name, among: routines.map(\.name)), name, "routine", list: "nerve routine list",
      adding: "nerve routine add NAME")
    guard let routine = routines.first(where: { $0.name == chosen }) else {
      throw UsageError("Unknown routine \(Quoted.text(name)).")
    }
    return routine
  }

  /// Returns the id of the run that `reference` means; `last` is the last one up to
  /// `day`.
  ///
  /// - Throws: ``UsageError`` if there is none up to `day`, or
  ///   ``JournalError/noEntry(table:id:)``.
  func run(_ reference: RunReference, upTo day: Day) throws -> Int {
    switch reference {
    case .last:
      let days = min(Month.earliest.firstDay, day)...day
      guard let run = try newest(1, of: [.run], in: days).first else {
        throw UsageError("There is no run on that day or earlier.")
      }
      return run.id
    case .id(let id):
      guard let run = try entry(id, of: .run) else {
        throw JournalError.noEntry(table: .run, id: id)
      }
      guard run.day.map({ $0 <= day }) == true else {
        throw UsageError("Run \(id) is later; check its id, or the day after --on.")
      }
      return run.id
    }
  }

  /// Returns the id of the entry of `table` called `word`: a number, or the name of a
  /// shoe or exercise, or the start of the name.
  func entryID(of table: EntryTable, called word: String) throws -> Int {
    let id = try? EntryID.parse(word)
    guard table.hasNames else {
      guard let id else {
        throw UsageError(
          "\(Quoted.text(word)) is not an id; find the id of the \(table.noun) with nerve list.")
      }
      return id
    }
    let names = try table == .footwear ? shoes().map { ($0.id, $0.name) } : exercises()
    // Some shoes have a number for a name.
    let isName = names.contains { InputText.folded($0.1) == InputText.folded(word) }
    if let id, !isName { return id }
    guard table == .exercise else { return try shoe(called: word) }
    let name = try exercise(called: word)
    return names.first { $0.1 == name }?.0 ?? 0
  }

  /// Returns the id of the latest entry of `table`.
  func latestID(of table: EntryTable) throws -> Int {
    guard let id = try latest(of: table) else {
      throw UsageError("The journal has no \(table.noun) yet.")
    }
    return id
  }

  /// Returns the only name found; similar names are suggested, never used.
  private func resolved(
    _ found: NameMatch, _ typed: String, _ noun: String, list: String, adding: String
  ) throws -> String {
    switch found {
    case .match(let name):
      return name
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(typed)) could be more than one \(noun): "
          + "\(names.joined(separator: ", ")). Type more of the name.")
    case .none(let suggestions) where suggestions.isEmpty:
      throw UsageError(
        "Unknown \(noun) \(Quoted.text(typed)); see \(list), or add it with \(adding).")
    case .none(let suggestions):
      throw UsageError(
        "Unknown \(noun) \(Quoted.text(typed)); did you mean \(suggestions.joined(separator: " or "))? "
          + "Or add it with \(adding).")
    }
  }
}

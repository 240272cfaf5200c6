import CivilDay
import EntryInput
import JournalStore
import JournalModel

extension Journal {
  /// The id of the shoe that `name` or the start of a name stands for.
  ///
  /// Retired shoes only count where no other fits.
  func shoe(called name: String) throws -> Int { try namedShoe(name).id }

  /// The shoe that `name` or the start of a name stands for.
  ///
  /// - Parameters:
  ///   - name: What was typed.
  ///   - isRetired: Which shoes come first: the others only count where none of
  ///     these fits.
  /// - Returns: The one shoe that fits.
  /// - Throws: ``UsageError``, with what is near to the name.
  func namedShoe(_ name: String, retired isRetired: Bool = false) throws -> ShoeSummary {
    let shoes = try shoes()
    let likely = shoes.filter { ($0.retiredDay != nil) == isRetired }.map(\.name)
    var found = NameMatch(name, among: likely)
    if case .none = found { found = NameMatch(name, among: shoes.map(\.name)) }
    let chosen = try resolved(
      found, name, "shoe", list: "nerve shoe list", adding: "nerve shoe add NAME")
    guard let shoe = shoes.first(where: { $0.name == chosen }) else {
      throw UsageError("There is no shoe \(Quoted.text(name)).")
    }
    return shoe
  }

  /// The exercise that `name` or the start of a name stands for.
  func exercise(called name: String) throws -> String {
    try resolved(
      NameMatch(name, among: try exercises().map(\.name)), name, "exercise",
      list: "nerve exercise list", adding: "--new")
  }

  /// The routine that `name` or the start of a name stands for.
  func routine(called name: String) throws -> StoredRoutine {
    let routines = try routines()
    let chosen = try resolved(
      NameMatch(name, among: routines.map(\.name)), name, "routine", list: "nerve routine list",
      adding: "nerve routine add NAME")
    guard let routine = routines.first(where: { $0.name == chosen }) else {
      throw UsageError("There is no routine \(Quoted.text(name)).")
    }
    return routine
  }

  /// The id of the run that `reference` means; the last one is the last up to
  /// `day`.
  ///
  /// - Throws: ``UsageError`` if there is none up to `day`, or
  ///   ``JournalError/noEntry(table:id:)``.
  func run(_ reference: RunReference, upTo day: Day) throws -> Int {
    switch reference {
    case .last:
      let days = min(Month.earliest.firstDay, day)...day
      guard let run = try newest(1, of: [.run], in: days).first else {
        throw UsageError("There is no run on that day or before it.")
      }
      return run.id
    case .id(let id):
      guard let run = try entry(id, of: .run) else {
        throw JournalError.noEntry(table: .run, id: id)
      }
      guard run.day.map({ $0 <= day }) == true else {
        throw UsageError("Run \(id) is of a later day; check its id, or the day after --on.")
      }
      return run.id
    }
  }

  /// The id of the entry of `table` that `word` names: a number, or for shoes and
  /// exercises their name or the start of it.
  func entryID(of table: EntryTable, called word: String) throws -> Int {
    let id = try? EntryID.parse(word)
    guard table.hasNames else {
      guard let id else {
        throw UsageError(
          "\(Quoted.text(word)) is not an id; give the number of the \(table.noun) "
            + "from nerve list.")
      }
      return id
    }
    let names = try table == .footwear ? shoes().map { ($0.id, $0.name) } : exercises()
    // There are shoes whose name is a number.
    let isName = names.contains { InputText.folded($0.1) == InputText.folded(word) }
    if let id, !isName { return id }
    guard table == .exercise else { return try shoe(called: word) }
    let name = try exercise(called: word)
    return names.first { $0.1 == name }?.0 ?? 0
  }

  /// The id of the entry of `table` that was logged last.
  func latestID(of table: EntryTable) throws -> Int {
    guard let id = try latest(of: table) else {
      throw UsageError("There is no \(table.noun) yet.")
    }
    return id
  }

  /// The one name found; else what is near, which is suggested and never run.
  private func resolved(
    _ found: NameMatch, _ typed: String, _ noun: String, list: String, adding: String
  ) throws -> String {
    switch found {
    case .match(let name):
      return name
    case .ambiguous(let names):
      throw UsageError(
        "\(Quoted.text(typed)) could be more than one \(noun): "
          + "\(names.joined(separator: ", ")). Write more of it.")
    case .none(let suggestions) where suggestions.isEmpty:
      throw UsageError(
        "There is no \(noun) \(Quoted.text(typed)); see \(list), or add it with \(adding).")
    case .none(let suggestions):
      throw UsageError(
        "There is no \(noun) \(Quoted.text(typed)); did you mean \(suggestions.joined(separator: " or "))? "
          + "Or add it with \(adding).")
    }
  }
}

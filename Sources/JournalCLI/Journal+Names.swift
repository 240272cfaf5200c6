import JournalStore

extension Journal {
  /// The id of the shoe that `name` or the start of a name stands for.
  ///
  /// Retired shoes only count where no other fits.
  func shoe(called name: String) throws -> Int {
    let shoes = try footwear()
    let inUse = shoes.filter { $0.retiredDay == nil }.map(\.name)
    var found = NearMiss(name, among: inUse)
    if case .none = found { found = NearMiss(name, among: shoes.map(\.name)) }
    let chosen = try resolved(
      found, "shoe", list: "nerve shoe list", adding: "nerve shoe add NAME")
    guard let shoe = shoes.first(where: { $0.name == chosen }) else {
      throw UsageError("There is no such shoe.")
    }
    return shoe.id
  }

  /// The exercise that `name` or the start of a name stands for.
  func exercise(called name: String) throws -> String {
    try resolved(
      NearMiss(name, among: try exercises().map(\.name)), "exercise",
      list: "nerve sql 'SELECT name FROM exercise'", adding: "--new")
  }

  /// The one name found; else what is near, which is suggested and never run.
  private func resolved(
    _ found: NearMiss, _ noun: String, list: String, adding: String
  ) throws -> String {
    switch found {
    case .match(let name):
      return name
    case .ambiguous(let names):
      throw UsageError(
        "That could be more than one \(noun): \(names.joined(separator: ", ")). Write more of it.")
    case .none(let suggestions) where suggestions.isEmpty:
      throw UsageError("There is no such \(noun); see \(list), or add it with \(adding).")
    case .none(let suggestions):
      throw UsageError(
        "There is no such \(noun); did you mean \(suggestions.joined(separator: " or "))? "
          + "Or add it with \(adding).")
    }
  }
}

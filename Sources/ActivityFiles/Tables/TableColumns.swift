internal import DelimitedText

/// The columns of a table by name, in any language.
struct TableColumns {
  private let names: [String]
  private let places: [String: Int]

  init(_ names: [String]) {
    self.names = names
    let plain = names.enumerated().map { (Self.plain($1), $0) }
    // Text in brackets is a unit, which somebody may have added.
    let bare = names.enumerated().map { (Self.plain(String($1.prefix { !"([".contains($0) })), $0) }
    places = Dictionary(plain + bare, uniquingKeysWith: { first, _ in first })
  }

  /// The place of the first of `names` in the table.
  func place(_ names: [String]) -> Int? {
    names.lazy.compactMap { places[Self.plain($0)] }.first
  }

  /// The unit of distances in the name of the column at `place`, as in `Distance
  /// (mi)`; `nil` if it has none.
  func unit(ofColumn place: Int) -> LengthUnit? {
    let words = names[place].lowercased().split { !$0.isLetter }
    switch words.dropFirst().last {
    case "km", "kms", "kilometers", "kilometres", "kilometer": return .kilometre
    case "mi", "mile", "miles": return .mile
    default: return nil
    }
  }

  /// Letters and digits only: apostrophes and dots come in many forms.
  ///
  /// The underscore before the number of a repeated name stays.
  private static func plain(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" }
  }
}

extension DelimitedRecord {
  /// The trimmed text at `place`; `nil` if it is empty or the table has no such
  /// column.
  func text(_ place: Int?) -> String? {
    guard let place, place < count else { return nil }
    let text = self[place].trimmed
    return text.isEmpty || text == "--" ? nil : text
  }
}

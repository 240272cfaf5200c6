/// A reference to another record of the journal, by its id or by its name.
///
/// One that was read has the id, and where the record has a name also that; one
/// that is to be stored may have the name alone.
public struct Reference<Target: JournalRecord>: Equatable, Sendable {
  /// The id, if it is known.
  public let id: Int?
  /// The name, if there is one.
  public let name: String?

  /// Refers to the record with this id.
  public init(id: Int, name: String? = nil) {
    (self.id, self.name) = (id, name)
  }

  /// The same reference, with the name of what it refers to.
  func named(_ name: String) -> Reference { id.map { Reference(id: $0, name: name) } ?? self }

  /// Refers to the record with this name.
  public init(name: String) {
    (id, self.name) = (nil, name)
  }
}

extension Reference: FieldKindValue {
  /// An entry of the target's table.
  public static var kind: Field.Kind { .reference(Target.table) }

  public init?(stored: StoredValue) {
    switch stored {
    case .integer(let id): self.init(id: id)
    case .text(let name): self.init(name: name)
    case .null, .real: return nil
    }
  }

  public var stored: StoredValue { id.map { .integer($0) } ?? .text(name) }
}

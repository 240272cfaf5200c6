/// A reference to another record of the journal, by id or name.
///
/// A reference that was read has the id, and the name if the record has one; a
/// reference to be stored may have only the name.
public struct Reference<Target: JournalRecord>: Equatable, Sendable {
  /// The id, if known.
  public let id: Int?
  /// The name, if any.
  public let name: String?

  /// Creates a reference to the record with this id.
  public init(id: Int, name: String? = nil) {
    (self.id, self.name) = (id, name)
  }

  /// The same reference, with its target's name.
  func named(_ name: String) -> Reference { id.map { Reference(id: $0, name: name) } ?? self }

  /// Creates a reference to the record with this name.
  public init(name: String) {
    (id, self.name) = (nil, name)
  }
}

extension Reference: FieldKindValue {
  /// An entry of the target's table.
  public static var kind: Field.Kind { .reference(Target.table) }

  /// Creates the value from its stored form; `nil` if it has another type.
  public init?(stored: StoredValue) {
    switch stored {
    case .integer(let id): self.init(id: id)
    case .text(let name): self.init(name: name)
    case .null, .real: return nil
    }
  }

  /// The stored form.
  public var stored: StoredValue { id.map { .integer($0) } ?? .text(name) }
}

import ArgumentParser
import EntryInput
import JournalModel

/// The options that the catalogue has for fields of a record.
///
/// The parser finds options by looking into a mirror, and reads them by their names
/// from a decoder: here both come from the catalogue, so that a field needs no
/// property of its own.
struct FieldOptions<Record: JournalRecord>: ParsableArguments, CustomReflectable {
  /// What was typed for a field.
  private enum Typed {
    /// The text after the option.
    case text(String)
    /// Yes or no.
    case flag(Bool)
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  /// What was typed, in the order of the catalogue.
  private var typed: [(field: RecordField<Record>, value: Typed)] = []

  init() {}

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    for (field, _) in Self.options {
      let key = Key(stringValue: field.field.name)
      if field.field.isFlag {
        let flag = try container.decode(Flag<Bool?>.self, forKey: key).wrappedValue
        if let flag { typed.append((field, .flag(flag))) }
      } else {
        let text = try container.decode(Option<String?>.self, forKey: key).wrappedValue
        if let text { typed.append((field, .text(text))) }
      }
    }
  }

  var customMirror: Mirror {
    Mirror(
      self,
      // The parser takes the names of wrapped properties, which begin so.
      children: Self.options.map { field, option in
        ("_\(field.field.name)", Self.definition(of: option, for: field.field))
      })
  }

  /// The fields whose options are made here.
  private static var options: [(field: RecordField<Record>, option: FieldOption)] {
    Record.fields.compactMap { field in
      field.field.option.flatMap { $0.isDeclared ? nil : (field, $0) }
    }
  }

  private static func definition(of option: FieldOption, for field: Field) -> Any {
    let letter = option.letter.map {
      [NameSpecification.Element.customShort($0, allowingJoined: true)]
    }
    let names = NameSpecification((letter ?? []) + option.names.map { .customLong($0) })
    guard !field.isFlag else {
      return Flag<Bool?>(
        name: names, inversion: .prefixedNo, exclusivity: .exclusive,
        help: ArgumentHelp(option.help))
    }
    return Option<String?>(
      name: names, parsing: option.takesMinus ? .unconditional : .next,
      help: ArgumentHelp(option.help, valueName: option.valueName),
      completion: CompletionKind.words(of: field))
  }

  /// The given fields.
  ///
  /// - Parameter unit: The unit of a bare distance.
  /// - Returns: The changes.
  /// - Throws: ``InputError``.
  func changes(unit: DistanceUnit = .kilometres) throws(InputError) -> Changes<Record> {
    var changes = Changes<Record>()
    for (field, value) in typed {
      switch value {
      case .flag(let flag): changes.set(field, to: flag.stored)
      case .text(let text):
        changes.set(field, to: try FieldExpression.parse(text, for: field.field, unit: unit))
      }
    }
    return changes
  }

  /// What was typed for `field` that can be read at once: a yes or no, or the words
  /// behind an option.
  func typed(for field: RecordField<Record>) -> (flag: Bool?, text: String?) {
    switch typed.first(where: { $0.field.path == field.path })?.value {
    case .flag(let flag): (flag, nil)
    case .text(let text): (nil, text)
    case nil: (nil, nil)
    }
  }
}

extension Field {
  /// Whether it is yes or no.
  fileprivate var isFlag: Bool { kind == Bool.kind }
}

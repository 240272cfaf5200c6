/// The command-line option of a field.
public struct FieldOption: Equatable, Sendable {
  /// Its name, without dashes.
  public let name: String
  /// Its other names.
  public let aliases: [String]
  /// Its one-letter form, if any.
  public let letter: Character?
  /// The name of its value in the help; `nil` for the option's name.
  public let valueName: String?
  /// Its help text.
  public let help: String
  /// Whether the value may begin with a minus sign.
  public let takesMinus: Bool
  /// Whether the command declares it, because the value means more than the
  /// field; all others are generated from the catalogue.
  public let isDeclared: Bool

  /// Creates an option.
  public init(
    _ name: String, aliases: [String] = [], letter: Character? = nil, value: String? = nil,
    _ help: String, takesMinus: Bool = false
  ) {
    self.init(
      name, aliases: aliases, letter: letter, value: value, help, takesMinus: takesMinus,
      isDeclared: false)
  }

  private init(
    _ name: String, aliases: [String], letter: Character?, value: String?, _ help: String,
    takesMinus: Bool, isDeclared: Bool
  ) {
    self.name = name
    self.aliases = aliases
    self.letter = letter
    valueName = value
    self.help = help
    self.takesMinus = takesMinus
    self.isDeclared = isDeclared
  }

  /// An option declared by the commands.
  public static func declared(_ name: String) -> FieldOption {
    FieldOption(
      name, aliases: [], letter: nil, value: nil, "", takesMinus: false, isDeclared: true)
  }

  /// All its names, without dashes.
  public var names: [String] { [name] + aliases }
}

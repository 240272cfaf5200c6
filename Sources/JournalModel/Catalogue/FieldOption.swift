/// The option of a command line that gives a field.
public struct FieldOption: Equatable, Sendable {
  /// Its name, without the dashes.
  public let name: String
  /// Other names of it.
  public let aliases: [String]
  /// A letter that does instead of the name, if there is one.
  public let letter: Character?
  /// What the help calls its value; `nil` for the name of the option.
  public let valueName: String?
  /// What the help says of it.
  public let help: String
  /// Whether the value may begin with a minus.
  public let takesMinus: Bool
  /// Whether the command declares it, because the value means more than the field;
  /// all others are made from the catalogue.
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

  /// An option that the commands declare.
  public static func declared(_ name: String) -> FieldOption {
    FieldOption(
      name, aliases: [], letter: nil, value: nil, "", takesMinus: false, isDeclared: true)
  }

  /// All its names, without the dashes.
  public var names: [String] { [name] + aliases }
}

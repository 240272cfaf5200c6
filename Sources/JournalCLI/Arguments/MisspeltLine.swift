import ArgumentParser
import EntryInput
import JournalStore
import JournalModel

/// A line that the parser did not understand, searched for signs of an emergency.
///
/// The card must come even if the rest of the line is wrong.
struct MisspeltLine {
  private let arguments: [String]
  /// The likely command.
  private let command: any ParsableCommand.Type
  /// The names of its options, without the dashes.
  private let options: Set<String>
  /// The names of options with a value.
  private let valued: Set<String>
  /// Whether the command is about how the nerve feels.
  private let isAboutNerve: Bool

  /// Analyses a line.
  ///
  /// - Parameter arguments: The words after `nerve`.
  init(_ arguments: [String]) {
    self.arguments = arguments
    command = Self.command(of: arguments)
    isAboutNerve = Self.isAboutNerve(command)
    let known = CommandOptions(of: command)
    (options, valued) = (Set(known.names), known.valued)
  }

  /// The signs in the line, as fields of a check-in.
  ///
  /// An option counts wherever it stands, unless the command has one of that name
  /// that means something else; a bare word only where the command asks how the
  /// nerve feels. Values of other options, such as a note, do not count.
  var signs: Changes<CheckIn> {
    var signs: [EmergencySign] = []
    var bare: [String] = []
    var words = arguments[...]
    while let word = words.popFirst() {
      guard let (name, joined) = Self.option(word) else {
        bare.append(word)
        continue
      }
      let known = isAboutNerve ? resolved(name) : name
      let sign = EmergencySign.called(known).flatMap { sign in
        isAboutNerve || !options.contains(known) ? sign : nil
      }
      if let sign, sign.isDeclaredBy == nil {
        signs.append(sign)
      } else if sign != nil || valued.contains(known) {
        let isNext = joined == nil && words.first.map { Self.option($0) == nil } == true
        let value = joined ?? (isNext ? words.popFirst() : nil)
        if let sign, let value, sign.isDeclaredBy?(value) == true { signs.append(sign) }
      } else if !options.contains(known) {
        // An unknown option may be a word with dashes, such as --both.
        bare += [name, joined].compactMap(\.self)
      }
    }
    let declared = EmergencySign.changes(of: signs)
    guard isAboutNerve else { return declared }
    return EmergencySign.declared(by: bare).merging(declared)
  }

  /// Returns the option most likely meant by a misspelt name.
  ///
  /// Two letters can be short for anything. A name without `no` at its start denies
  /// nothing, even if it is similar to `no-saddle`.
  private func resolved(_ name: String) -> String {
    let names = options.union(EmergencySign.allCases.flatMap(\.names))
      .filter { !$0.hasPrefix("no-") }.sorted()
    guard !names.contains(name), !name.hasPrefix("no"), name.count > 2 else { return name }
    return NameMatch(name, among: names).first ?? name
  }

  /// Returns the name of an option without its dashes, and the value joined to it;
  /// `nil` if the word is not an option.
  private static func option(_ word: String) -> (name: String, value: String?)? {
    let text = InputText.withoutDashes(word)
    guard text.startIndex != word.startIndex, text.first?.isLetter == true else { return nil }
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    return (InputText.folded(String(parts[0])), parts.count > 1 ? String(parts[1]) : nil)
  }

  /// Returns the named command, or the one most similar.
  private static func command(of arguments: [String]) -> any ParsableCommand.Type {
    let path = CommandPath(arguments)
    guard let name = path.rest.first, option(name) == nil, !path.subcommandNames.isEmpty,
      let near = NameMatch(name, among: path.subcommandNames).first
    else { return path.command }
    return command(of: path.names + [near] + path.rest.dropFirst())
  }

  /// Returns whether the command or a subcommand is about how the nerve feels.
  private static func isAboutNerve(_ command: any ParsableCommand.Type) -> Bool {
    command is any SignDeclaring.Type
      || command.configuration.subcommands.contains(where: isAboutNerve)
  }
}

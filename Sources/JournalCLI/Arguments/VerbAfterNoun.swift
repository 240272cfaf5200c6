import EntryInput
import JournalModel
import JournalStore

/// A verb typed after its noun, as in `nerve run list`, where it goes before it.
enum VerbAfterNoun {
  /// What to type instead of `arguments`, or `nil` if that is not what is wrong
  /// with them.
  static func sentence(for arguments: [String]) -> String? {
    let path = CommandPath(arguments)
    guard path.names.count == 1, let name = path.names.first, let verb = path.rest.first,
      !path.subcommandNames.contains(verb), let table = EntryNoun.exact(name)
    else { return nil }
    let noun = table.word
    return switch InputText.folded(verb) {
    case "list":
      "The verb goes first; to list \(table.pluralWord): nerve list \(table.pluralWord)"
    case "show": "The verb goes first; to show the last \(noun): nerve show \(noun)"
    case "edit": "The verb goes first; to change the last \(noun): nerve edit \(noun)"
    case "delete": "The verb goes first; to delete by its id: nerve delete \(noun) ID"
    case "add" where path.subcommandNames.isEmpty:
      path.examples.first.map { "No verb is needed to log, for example: \($0)" }
    default: nil
    }
  }
}

import EntryInput
import JournalModel
import JournalStore

/// A verb typed after its noun, as in `nerve run list`, instead of before it.
enum VerbAfterNoun {
  /// Returns what to type instead of `arguments`, or `nil` if they have another
  /// problem.
  static func sentence(for arguments: [String]) -> String? {
    let path = CommandPath(arguments)
    guard path.names.count == 1, let name = path.names.first, let verb = path.rest.first,
      !path.subcommandNames.contains(verb), let table = EntryNoun.exact(name)
    else { return nil }
    let noun = table.word
    return switch InputText.folded(verb) {
    case "list":
      "The verb comes first; to list \(table.pluralWord): nerve list \(table.pluralWord)"
    case "show": "The verb comes first; to show the latest \(noun): nerve show \(noun)"
    case "edit": "The verb comes first; to change the latest \(noun): nerve edit \(noun)"
    case "delete": "The verb comes first; to delete by id: nerve delete \(noun) ID"
    case "add" where path.subcommandNames.isEmpty:
      path.examples.first.map { "Logging needs no verb, as in: \($0)" }
    default: nil
    }
  }
}

import ArgumentParser
import EntryInput

/// Whether text for people is shown in colours.
///
/// ``ColourChoice/init(in:)`` finds the choice in the arguments, since errors about
/// them obey it too; here it is checked, and listed in the help.
struct ColourOptions: ParsableArguments {
  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp(
      "Show text in colours: auto, always or never. Auto heeds NO_COLOR.", valueName: "when"),
    completion: .list(ColourChoice.allCases.map(\.rawValue)))
  var colour: String?

  func validate() throws {
    guard let colour, ColourChoice(word: colour) == nil else { return }
    throw UsageError("Colours are one of auto, always and never", not: colour)
  }
}

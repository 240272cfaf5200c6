import ArgumentParser

/// Whether text for people is shown in colours.
///
/// ``ColourChoice`` finds the choice in the arguments, since errors about them obey
/// it too; here it is known to the parser and to the help.
struct ColourOptions: ParsableArguments {
  @Option(
    name: [.customLong("color"), .customLong("colour")],
    help: ArgumentHelp(
      "Show text in colours: auto, always or never. Auto heeds NO_COLOR.", valueName: "when"),
    completion: .list(ColourChoice.allCases.map(\.rawValue)))
  var colour: String?
}

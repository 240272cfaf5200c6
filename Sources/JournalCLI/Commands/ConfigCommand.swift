import ArgumentParser
import EntryInput
import JSONText
import JournalFiles
import JournalModel
import JournalStore
import Platform
import Presentation
import WrittenValues

/// Shows and changes the settings of a journal.
struct ConfigCommand: NerveSubcommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show or change settings.",
    discussion: """
        $ nerve config
        $ nerve config units mi
        $ nerve config day-boundary 03:00
        $ nerve config smallest-change 2
        $ nerve config default-shoe pegasus
        $ nerve config morning-reminder Rate the leg before you run
        $ nerve config units --clear

      Settings are stored in the journal. JSON and CSV are always metric.
      """)

  @Argument(
    help: ArgumentHelp(
      "Setting, and its new value to change it. Omit to list all.", valueName: "setting"),
    completion: .settings)
  var words: [String] = []

  @Flag(help: "Reset the setting to its default.")
  var clear = false

  @OptionGroup var format: FormatOptions
  @OptionGroup var journal: JournalOptions

  func run(in context: CommandContext) throws {
    _ = try format.chosen()
    let setting = try words.first.map(Setting.init(typed:))
    let value = words.dropFirst().joined(separator: " ")
    // A value shown as none can be typed as none.
    let clear = clear || setting?.isNoneByDefault == true && InputText.folded(value) == "none"
    guard !self.clear || words.count == 1 else {
      throw UsageError(
        "--clear needs the name of one setting, as in: nerve config units --clear")
    }
    guard let setting, clear || words.count > 1 else {
      return try show(setting, in: journal.session(for: .reading, context))
    }
    guard clear || value.contains(where: { !$0.isWhitespace }) else {
      throw UsageError("The value is missing; to reset a setting, use --clear.")
    }
    let stored = clear ? nil : try setting.stored(value)
    if setting == .backupFolder, let stored, access(stored, W_OK | X_OK) != 0 {
      throw FileError("Cannot use the folder \(stored): \(SystemError().reason).")
    }
    try change(
      setting, to: stored, in: journal.session(for: clear ? .changing : .writing, context))
  }

  private func show(_ setting: Setting?, in session: JournalSession) throws {
    let shown = setting.map { [$0] } ?? Setting.allCases
    let rows = try shown.map { setting in
      SettingTable.Row(
        name: setting.rawValue, value: try session.value(of: setting),
        usual: Preferences().text(of: setting), meaning: setting.meaning)
    }
    try format.write(SettingTable(rows: rows, isOne: setting != nil), session.context)
  }

  private func change(
    _ setting: Setting, to value: String?, in session: JournalSession
  ) throws {
    let journal = try session.journal()
    let before = try session.value(of: setting)
    let logged =
      try setting.storedName.map { try journal.set($0, to: value) }
      ?? journal.setDefaultShoe(value.map { try journal.shoe(called: $0) })
    let after =
      setting == .defaultShoe
      ? try journal.defaultShoe()?.name : try Preferences(journal.settings()).text(of: setting)
    let told = "\(setting.rawValue): \(after ?? "none")"
    guard logged != nil else {
      return try session.context.tell("\(DisplayText.visible(told)) (unchanged)\n")
    }
    let was = before == after ? "" : " (was \(before ?? "none"))"
    try session.context.tell("\(DisplayText.visible(told + was))\n")
    if setting == .dayBoundary, before != after {
      try session.context.say(
        "This applies from now on; existing entries keep their day.")
    }
    try session.hintAtUndo()
  }
}

extension JournalSession {
  /// Returns the value of `setting` at the start of the command, or `nil` for none.
  fileprivate func value(of setting: Setting) throws -> String? {
    setting == .defaultShoe
      ? try journalForTrial().defaultShoe()?.name : preferences.text(of: setting)
  }
}

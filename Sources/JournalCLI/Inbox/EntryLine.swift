import ActivityFiles
import ArgumentParser
import CivilDay
import EntryInput
import JournalModel
import JournalStore

/// A line that logs something, from a file or another program: what one would type after
/// `nerve`, with an optional moment before it.
///
/// Only commands that add entries are understood. What reads, corrects, deletes or
/// configures has to be typed.
struct EntryLine {
  /// The moment at its start; `nil` without one.
  let stamp: LineStamp?
  /// The rest of the line, without what phones add.
  let text: String
  /// What is wrong with the moment.
  private let problem: InputError?

  /// The commands that a line can be.
  static let commands = [
    "run", "pain", "note", "stretch", "routine", "cross", "rest", "gap", "flare start",
    "flare end", "guidance add",
  ]

  /// Creates a line, which may turn out to be nothing that can be logged.
  ///
  /// - Parameter line: The line as written.
  init(_ line: String) {
    let cleaned = PhoneText.cleaned(line)
    do {
      (stamp, text) = try LineStamp.leading(cleaned)
      problem = nil
    } catch {
      (stamp, text, problem) = (nil, cleaned, error)
    }
  }

  /// Whether the line is blank, or a comment.
  static func isPassedOver(_ line: String) -> Bool {
    let cleaned = PhoneText.cleaned(line)
    return cleaned.isEmpty || cleaned.hasPrefix("#")
  }

  /// By which the line is known: its moment and its text, however a keyboard corrects
  /// them.
  var mark: LineMark {
    let words = PhoneText.folded(text).split(separator: " ")
    let bare = words.first == "nerve" ? words.dropFirst() : words[...]
    let known = "\(stamp?.description ?? "")\n\(bare.joined(separator: " "))"
    return LineMark(
      day: stamp?.day, secondOfDay: stamp?.secondOfDay,
      hash: String(Fingerprint(of: known.utf8).description.suffix(16)))
  }

  /// Returns the command that the line is.
  ///
  /// - Parameter parser: Understands it; one for many lines is faster.
  /// - Returns: The command.
  /// - Throws: ``InputError`` or ``UsageError`` with a sentence about the line.
  func command(by parser: LineParser = LineParser()) throws -> any EntrySubcommand {
    let arguments = try arguments()
    if let word = wordOutsideNote(arguments) { throw InputError.noteWithoutQuotes.about(word) }
    let command: any EntrySubcommand
    do {
      command = try parser.command(in: arguments)
    } catch {
      let sentence = Main.told(error, arguments).sentence
      throw UsageError(sentence.isEmpty ? Self.refusal(of: arguments[0]) : sentence)
    }
    guard command.journal.path == nil else {
      throw UsageError("A line cannot choose the journal; remove --journal.")
    }
    return command
  }

  /// Whether `command` adds entries, and nothing else.
  static func logs(_ command: any EntrySubcommand) -> Bool {
    switch command {
    case let log as RoutineCommand.Log: !log.words.isEmpty
    case is RunCommand, is PainCommand, is StretchCommand, is CrossCommand, is RestCommand,
      is GapCommand, is FlareCommand.Start, is FlareCommand.End, is GuidanceCommand.Add:
      true
    default: false
    }
  }

  /// The sentence on a line that begins with `word`, which is no command for it.
  static func refusal(of word: String) -> String {
    "\(Quoted.text(word)) cannot be in a line; use \(commands.dropLast().joined(separator: ", ")) or "
      + "\(commands.last ?? ""), or begin a note with the word note."
  }

  /// The signs of an emergency in the line, even if the rest of it is wrong.
  ///
  /// In a note that is a line of its own its words count, as there is no telling what a
  /// phone was told to write down.
  ///
  /// - Parameter command: The command that the line is; `nil` if it is none.
  /// - Returns: The fields of a check-in.
  func signs(of command: (any EntrySubcommand)?) -> Changes<CheckIn> {
    guard note == nil else {
      let words = text.split(separator: " ").map(String.init)
      guard words.contains(where: { $0.hasPrefix("-") }) else {
        return EmergencySign.declared(by: words)
      }
      return MisspeltLine([PainCommand.name] + words).signs
    }
    if let command { return command.signs }
    let words = text.split(separator: " ").map(String.init)
    let bare = words.first?.lowercased() == "nerve" ? Array(words.dropFirst()) : words
    return MisspeltLine((try? arguments()) ?? bare).signs
  }

  /// The text of the line, if it is a note and nothing else.
  var note: String? { (try? arguments()).flatMap { Self.note(in: $0)?.text } }

  /// The note in `arguments`, if they are a note and perhaps its day.
  static func note(in arguments: [String]) -> (text: String, day: String?)? {
    guard arguments.count > 1, arguments[0] == PainCommand.name,
      arguments[1].hasPrefix(noteOption), arguments.count == 2 || arguments[2] == "--on"
    else { return nil }
    let text = String(arguments[1].dropFirst(noteOption.count))
    return (text, arguments.count == 4 ? arguments[3] : nil)
  }

  /// How a note that is a line of its own is passed to the parser.
  static let noteOption = "--note="

  /// Whether the line may be meant as a note, although it begins with a command.
  var mayBeNote: Bool {
    let words = text.split(separator: " ")
    return words.count > 1 && !text.contains { InputText.isDigit($0) || "\"=".contains($0) }
      && !words.contains { $0.hasPrefix("-") }
  }
}

// MARK: - Words

extension EntryLine {
  /// The words after `nerve` that the line stands for.
  ///
  /// - Throws: ``InputError`` or ``UsageError``.
  func arguments() throws -> [String] {
    if let problem { throw problem }
    var words = try LineWords.split(text)
    var whole = text[...]
    if words.first?.lowercased() == "nerve" {
      words.removeFirst()
      whole = Self.withoutFirstWord(whole)
    }
    guard !words.isEmpty else { throw UsageError("There is nothing after the date.") }
    let day = Self.leadingDay(of: words)
    for _ in 0..<(day?.count ?? 0) { whole = Self.withoutFirstWord(whole) }
    words.removeFirst(day?.count ?? 0)
    var arguments = try Self.command(in: words, whole: String(whole))
    if let day { try Self.add(day: day.joined(separator: " "), to: &arguments) }
    // A date without a time is a date typed in full.
    if let stamp, stamp.secondOfDay == nil, !Self.hasDay(arguments) {
      try Self.add(day: "\(stamp.day)", to: &arguments)
    }
    guard !Self.readsInput(arguments) else {
      throw UsageError("A line cannot read its note from standard input; write the note itself.")
    }
    return arguments
  }

  /// Returns the words of the command, whose name may be missing.
  private static func command(in words: [String], whole: String) throws -> [String] {
    let name = commandName(words[0])
    let rest = Array(words.dropFirst())
    if name == "note" {
      let note = withoutFirstWord(whole[...])
      guard !rest.isEmpty else { throw UsageError("There is nothing after the word note.") }
      return try self.note(String(note))
    }
    if let top = CommandPath([name]).names.first {
      guard commands.contains(where: { $0.split(separator: " ").first.map(String.init) == top })
      else {
        // "Today was good" is no use of the command today.
        if looking.contains(top), (try? NerveCommand.parsed([top] + rest)) == nil {
          return try note(whole)
        }
        throw UsageError(refusal(of: words[0]))
      }
      let subcommands = CommandPath([top]).subcommandNames
      let verb = rest.first?.lowercased() ?? ""
      let path = subcommands.contains(verb) ? [top, verb] : [top]
      let others = withoutFullStop(Array(words.dropFirst(path.count)))
      return path + (top == "run" ? RunWords.withShoe(others) : others)
    }
    if RunWords.begin(words) { return ["run"] + RunWords.withShoe(withoutFullStop(words)) }
    try refuseMisspelt(words)
    return try note(whole)
  }

  /// Commands that change nothing, whose names often begin a sentence.
  private static let looking: Set = [
    "today", "list", "show", "search", "history", "month", "months", "dose", "compare", "check",
    "report", "shoe", "exercise", "trial", "sample",
  ]

  private static func note(_ text: String) throws -> [String] {
    let words = try? LineWords.split(text)
    // A note in quotes is the text between them.
    let note = words?.count == 1 ? words?[0] ?? text : text
    guard note != "-" else { throw UsageError("The note is only a dash; write the note itself.") }
    return [PainCommand.name, "\(noteOption)\(note)"]
  }

  /// Refuses a line that is more likely a command with an error than a note.
  private static func refuseMisspelt(_ words: [String]) throws {
    let hasValue = words.dropFirst().contains { word in
      word.first.map { InputText.isDigit($0) || $0 == "-" } ?? false
    }
    if words[0].first.map(InputText.isDigit) == true {
      throw UsageError(
        "\(Quoted.text(words[0])) could be a rating or a distance; begin the line with pain, run or "
          + "note.")
    }
    guard !words[0].hasPrefix("-") else { throw UsageError(refusal(of: words[0])) }
    guard hasValue else { return }
    let names = commands.map { String($0.prefix { $0 != " " }) }
    let near: String? =
      switch NameMatch(words[0], among: names) {
      case .match(let name): name
      case .ambiguous(let names): names.first
      case .none(let names): names.first
      }
    let advice = MeantCommand.advice(on: words[0]).flatMap {
      $0.hasPrefix("to log cross-training") ? $0 : nil
    }
    guard let meant = advice ?? near.map({ "did you mean \($0)?" }) else { return }
    throw UsageError(
      "Unknown command \(Quoted.text(words[0])); \(meant) To log it as a note, begin with the word "
        + "note.")
  }

  /// The words of a day before a command or a run, such as `yesterday` or `last mon`.
  ///
  /// In a note they are words like others: the sun shone, not last Sunday.
  private static func leadingDay(of words: [String]) -> [String]? {
    guard !RunWords.begin(words) else { return nil }
    for count in (1...3).reversed() where count < words.count {
      let day = Array(words.prefix(count))
      let rest = words.dropFirst(count)
      guard DayExpression.names(day.joined(separator: " ")), let next = rest.first else { continue }
      let name = commandName(next)
      if RunWords.begin(rest) || name == "note" || !CommandPath([name]).names.isEmpty { return day }
    }
    return nil
  }

  /// Whether `arguments` have a day, or are marks of several.
  private static func hasDay(_ arguments: [String]) -> Bool {
    if ["rest", "gap"].contains(arguments[0]), arguments.dropFirst().first?.hasPrefix("--") == false
    {
      return true
    }
    return arguments.prefix { $0 != "--" }.contains { $0 == "--on" || $0.hasPrefix("--on=") }
  }

  private static func add(day: String, to arguments: inout [String]) throws {
    guard !hasDay(arguments) else {
      throw UsageError("The day is given twice; remove one of them.")
    }
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    arguments.insert(contentsOf: ["--on", day], at: end)
  }

  /// Whether a note would come from standard input, which is not the file.
  private static func readsInput(_ arguments: [String]) -> Bool {
    arguments.indices.contains { index in
      arguments[index] == "--note=-"
        || arguments[index] == "--note" && arguments.dropFirst(index + 1).first == "-"
    }
  }

  /// A first word as the name of a command: `Pain` and `pain:` are `pain`.
  private static func commandName(_ word: String) -> String {
    let name = word.lowercased()
    return name.hasSuffix(":") ? String(name.dropLast()) : name
  }

  /// The words without the full stop that keyboards add at the end.
  private static func withoutFullStop(_ words: [String]) -> [String] {
    guard let last = words.last, last.count > 1, last.hasSuffix("."), !last.hasSuffix(".."),
      !last.contains(" ")
    else { return words }
    return words.dropLast() + [String(last.dropLast())]
  }

  private static func withoutFirstWord(_ text: Substring) -> Substring {
    text.drop { $0 != " " }.drop { $0 == " " }
  }
}

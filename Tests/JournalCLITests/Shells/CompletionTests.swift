import Foundation
import Testing

@testable import JournalCLI

/// Completion as it is met in a shell: a line, the Tab key, and the line after.
struct TypedCompletion: Sendable, CustomTestStringConvertible {
  let typed: String
  let completed: String

  init(_ typed: String, _ completed: String) {
    (self.typed, self.completed) = (typed, completed)
  }

  var testDescription: String { typed }

  static let all = [
    TypedCompletion("nerve run 5km --shoe ol", #"--shoe old\ faithful"#),
    TypedCompletion("nerve run 5km --shoe \"ol", "--shoe \"old faithful\""),
    TypedCompletion("nerve run 5km --shoe it", #"--shoe it\'s\ \"x\""#),
    TypedCompletion("nerve stretch pirif", "stretch piriformis"),
    TypedCompletion("nerve pain 3 --on yes", "--on yesterday"),
    TypedCompletion("nerve pain 3 --reach ca", "--reach calf"),
    TypedCompletion("nerve pain 3 le", "pain 3 left"),
    TypedCompletion("nerve pain 3 left ca", "left calf"),
    TypedCompletion("nerve run 5km --surf", "--surface"),
    TypedCompletion("nerve run 5km --surface tre", "--surface treadmill"),
    TypedCompletion("nerve list stre", "list stretches"),
    TypedCompletion("nerve show sho", "show shoe"),
    TypedCompletion("nerve delete shoe peg", "delete shoe pegasus"),
    TypedCompletion("nerve config smallest-c", "config smallest-change"),
    TypedCompletion("nerve config default-shoe peg", "default-shoe pegasus"),
    TypedCompletion("nerve correl", "nerve correlate"),
    TypedCompletion("nerve compare surf", "compare surface"),
    TypedCompletion("nerve compare shoe peg", "shoe pegasus"),
    TypedCompletion("nerve compare surface gra", "surface grass"),
    TypedCompletion("nerve compare stretch pirif", "stretch piriformis"),
    TypedCompletion("nerve flare sta", "flare start"),
    TypedCompletion("nerve month 2026-1", "month 2026-11"),
    TypedCompletion("nerve query run worst", "run worst-weeks"),
    TypedCompletion("nerve query show worst", "show worst-weeks"),
    TypedCompletion("nerve query run worst-weeks --chart sc", "--chart scatter"),
    TypedCompletion("nerve import wellness", "import wellness-2026.csv"),
    TypedCompletion("nerve run 5km --journal other.sqlite --shoe Cur", "--shoe Curlew"),
  ]
}

@Suite struct CompletionTests {
  /// A home whose shells complete, with a journal of shoes that are hard to
  /// complete, and another one.
  private func home(for shell: String) throws -> TemporaryFolder {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = "journal.sqlite"
    for name in ["pegasus", "old faithful", "it's \"x\"", "$(touch ran)", "Gel: 5\\x", "Oldest"] {
      #expect(try binary.run(["shoe", "add", name]).status == 0)
    }
    #expect(try binary.run(["pain", "3", "--on", "2026-11-02", "--force"]).status == 0)
    #expect(try binary.run(["completions", "install", "--shell", shell]).status == 0)
    binary.variables["NERVE_JOURNAL"] = "other.sqlite"
    #expect(try binary.run(["shoe", "add", "Curlew"]).status == 0)
    let home = binary.home
    try home.write("", to: "wellness-2026.csv")
    try home.write(
      ". ~/.local/share/bash-completion/completions/nerve\nPS1='desk> '\n", to: ".bashrc")
    try home.write(
      """
      fpath=(~/.local/share/zsh/site-functions $fpath)
      autoload -Uz compinit && compinit -u
      PS1='desk> '

      """, to: ".zshrc")
    try FileManager.default.createDirectory(
      atPath: home[".config/fish"], withIntermediateDirectories: true)
    try home.write(
      "function fish_prompt; echo 'desk> '; end\n", to: ".config/fish/config.fish")
    return home
  }

  private func completes(_ lines: [TypedCompletion], in shell: String) throws {
    let home = try home(for: shell)
    let window = try TerminalWindow(
      shell: shell, in: home, columns: 120,
      variables: ["NERVE_JOURNAL": home["journal.sqlite"]])
    for line in lines {
      try window.type(line.typed)
      try window.waits(forVisible: "> \(line.typed)")
      try window.press("Tab")
      try window.waits(forVisible: line.completed)
      // The line is taken back, not run; an interrupt might come too early.
      try window.press("C-u")
      try window.enter("clear")
      try window.waits(forLackOf: line.typed)
    }
    // The name of a shoe is never run.
    #expect(try !home.contents.contains("ran"))
  }

  @Test(.enabled(if: Tool.isThere("tmux", "bash"), "needs tmux and bash"))
  func `Bash completes commands, options and the journal's names`() throws {
    try completes(TypedCompletion.all, in: "bash")
  }

  @Test(.enabled(if: Tool.isThere("tmux", "zsh"), "needs tmux and zsh"))
  func `Zsh completes commands, options and the journal's names`() throws {
    try completes(TypedCompletion.all, in: "zsh")
  }

  @Test(.enabled(if: Tool.isThere("tmux", "fish"), "needs tmux and fish"))
  func `Fish completes commands, options and the journal's names`() throws {
    try completes(TypedCompletion.all, in: "fish")
  }

  /// What a script asks the program for after `--shoe`.
  private func shoes(_ binary: BuiltBinary, _ words: String...) throws -> Transcript {
    try binary.run(["---completion", "run", "--", "--shoe", "\(words.count)", "0"] + words + [""])
  }

  @Test func `Retired shoes are not offered`() throws {
    let binary = try BuiltBinary()
    for name in ["Kestrel", "Curlew"] {
      #expect(try binary.run(["shoe", "add", name]).status == 0)
    }
    try JournalFile(path: binary.home[".local/share/nerve/journal.sqlite"]).run(
      "UPDATE footwear SET retired_day = '2026-01-01' WHERE name = 'Kestrel'")
    #expect(try shoes(binary, "nerve", "run", "--shoe") == Transcript(output: "Curlew\n"))
  }

  @Test(
    arguments: [
      ["--journal", "other.sqlite"], ["--journal=other.sqlite"], ["--journal", "'other.sqlite'"],
      ["--journal", "=", "other.sqlite"], ["--journal", "~/other.sqlite"],
      ["--journal", #"oth"er".\sqlite"#],
      ["--journal", "none.sqlite", "--journal", "other.sqlite"],
    ])
  func `The journal that the line names is asked`(_ words: [String]) throws {
    let binary = try BuiltBinary()
    #expect(try binary.run(["shoe", "add", "Kestrel"]).status == 0)
    #expect(
      try binary.run(["shoe", "add", "Curlew", "--journal", "other.sqlite"]).status == 0)
    let line = ["nerve", "run"] + words + ["--shoe"]
    let offered = try binary.run(
      ["---completion", "run", "--", "--shoe", "\(line.count)", "0"] + line + [""])
    #expect(offered == Transcript(output: "Curlew\n"))
  }

  @Test func `Where there is nothing to offer, nothing is said and nothing made`() throws {
    var binary = try BuiltBinary()
    #expect(try shoes(binary, "nerve", "run", "--shoe") == Transcript(output: "\n"))
    #expect(try binary.home.contents.isEmpty)
    try binary.home.write("Dear diary", to: "diary.txt")
    for path in ["diary.txt", "/dev/null", "no/such/folder", ""] {
      binary.variables["NERVE_JOURNAL"] = path
      #expect(try shoes(binary, "nerve", "run", "--shoe") == Transcript(output: "\n"))
    }
    #expect(try binary.home.contents == ["diary.txt"])
  }
}

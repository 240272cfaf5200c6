import Foundation
import Testing

@testable import JournalCLI

@Suite struct CompletionsCommandTests {
  private static let places = [
    ("bash", ".local/share/bash-completion/completions/nerve", "Open a new terminal."),
    ("zsh", ".local/share/zsh/site-functions/_nerve", "fpath=(~/.local/share/zsh/site-functions"),
    ("fish", ".config/fish/completions/nerve.fish", "Open a new terminal: fish"),
  ]

  private func desk(_ variables: [String: String] = [:]) throws -> Desk {
    var desk = try Desk()
    desk.variables = variables.merging(["HOME": desk.folder["home"]]) { $1 }
    return desk
  }

  @Test(arguments: places)
  func `The script is put where the shell looks for it`(
    _ shell: String, _ place: String, _ next: String
  ) throws {
    let desk = try desk(["SHELL": "/usr/bin/\(shell)"])
    let path = desk.folder["home/\(place)"]
    let installed = desk.nerve("completions", "install")
    #expect(installed.status == 0)
    #expect(installed.output == "\(path)\n")
    #expect(installed.messages.hasPrefix(next) || installed.messages.contains("  \(next)"))
    let text = try String(contentsOfFile: path, encoding: .utf8)
    #expect(text == desk.results("completions", "print", shell))
    #expect(desk.results("completions", "print") == text)
    // Another time, over an older version.
    try (text + "# older\n").write(toFile: path, atomically: true, encoding: .utf8)
    #expect(desk.nerve("completions", "install", "--shell", shell) == installed)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text)
    #expect(try desk.folder.contents.filter { !$0.hasSuffix("/") }.last == "home/\(place)")
  }

  @Test func `Folders of the desktop are used where they are named`() throws {
    var desk = try desk(["SHELL": "bash"])
    desk.variables["XDG_DATA_HOME"] = desk.folder["data"]
    desk.variables["XDG_CONFIG_HOME"] = desk.folder["config"]
    #expect(
      desk.results("completions", "install")
        == "\(desk.folder["data"])/bash-completion/completions/nerve\n")
    #expect(
      desk.results("completions", "install", "--shell", "fish")
        == "\(desk.folder["config"])/fish/completions/nerve.fish\n")
    #expect(
      desk.results("completions", "install", "--shell", "zsh")
        == "\(desk.folder["home"])/.local/share/zsh/site-functions/_nerve\n")
  }

  @Test func `A file of somebody else is kept unless it is forced`() throws {
    let desk = try desk(["SHELL": "fish"])
    let path = desk.folder["home/.config/fish/completions/nerve.fish"]
    try FileManager.default.createDirectory(
      atPath: desk.folder["home/.config/fish/completions"], withIntermediateDirectories: true)
    try "complete -c nerve -f\n".write(toFile: path, atomically: true, encoding: .utf8)
    let refused = desk.nerve("completions", "install")
    #expect(refused.status == 1)
    #expect(refused.output.isEmpty)
    #expect(refused.messages.contains("add --overwrite"))
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "complete -c nerve -f\n")
    desk.results("completions", "install", "--overwrite")
    #expect(
      try String(contentsOfFile: path, encoding: .utf8) == desk.results("completions", "print"))
  }

  @Test func `What a link stands for is written, and the link stays`() throws {
    let desk = try desk(["SHELL": "fish"])
    let path = desk.folder["home/.config/fish/completions/nerve.fish"]
    try FileManager.default.createDirectory(
      atPath: desk.folder["home/.config/fish/completions"], withIntermediateDirectories: true)
    try desk.folder.write(desk.results("completions", "print"), to: "dotfiles.fish")
    try FileManager.default.createSymbolicLink(
      atPath: path, withDestinationPath: desk.folder["dotfiles.fish"])
    desk.results("completions", "install")
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path)
        == desk.folder["dotfiles.fish"])
  }

  @Test(arguments: [[:], ["SHELL": ""], ["SHELL": "/usr/bin/tcsh"]])
  func `A shell that cannot be told is asked for`(_ variables: [String: String]) throws {
    let desk = try desk(variables)
    let refused = desk.nerve("completions", "install")
    #expect(refused.status == 64)
    #expect(refused.messages.contains("--shell bash, --shell zsh or --shell fish"))
    #expect(try desk.folder.contents.isEmpty)
  }

  @Test func `A place that cannot be written to is reported`() throws {
    let desk = try desk(["SHELL": "fish"])
    try desk.folder.write("a file where a folder should be", to: "home")
    let refused = desk.nerve("completions", "install")
    #expect(refused.status == 1)
    #expect(refused.messages.contains("Cannot create the folder"))
  }
}

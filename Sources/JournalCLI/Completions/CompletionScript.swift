import ArgumentParser
import EntryInput
import Presentation

/// The file that teaches a shell what can be typed after `nerve`.
struct CompletionScript {
  /// The shell that reads it.
  let shell: CompletionShell

  /// What it says.
  var text: String { NerveCommand.completionScript(for: shell) + "\n" }

  /// Understands the name of a shell.
  ///
  /// - Throws: ``UsageError`` if completions are not made for it.
  init(shellNamed name: String) throws {
    guard let shell = CompletionShell(rawValue: name) else {
      throw UsageError("Completions are made for bash, zsh and fish", not: name)
    }
    self.shell = shell
  }

  /// The script for the shell that the person works in.
  ///
  /// - Throws: ``UsageError`` if that cannot be told.
  init(_ variable: (String) -> String?) throws {
    let name = variable("SHELL")?.split(separator: "/").last.map(String.init)
    guard let shell = name.flatMap(CompletionShell.init) else {
      throw UsageError(
        "The variable SHELL names no shell that completions are made for; "
          + "say which: --shell bash, --shell zsh or --shell fish")
    }
    self.shell = shell
  }

  /// Where the shell looks for a person's own scripts, or zsh is told to.
  ///
  /// - Throws: ``UsageError`` if there is no home folder.
  func path(_ variable: (String) -> String?) throws -> String {
    func folder(_ name: String, _ usual: String) throws -> String {
      if let folder = variable(name), folder.hasPrefix("/") { return folder }
      return "\(try home(variable))/\(usual)"
    }
    return switch shell {
    case .fish: "\(try folder("XDG_CONFIG_HOME", ".config"))/fish/completions/nerve.fish"
    case .zsh: "\(try home(variable))/.local/share/zsh/site-functions/_nerve"
    default:
      "\(try folder("XDG_DATA_HOME", ".local/share"))/bash-completion/completions/nerve"
    }
  }

  private func home(_ variable: (String) -> String?) throws -> String {
    guard let home = variable("HOME"), home.hasPrefix("/") else {
      throw UsageError("There is no home folder; print the script instead: nerve completions print")
    }
    return home
  }

  /// What is left to do once the script lies at `path`.
  func nextStep(path: String) -> String {
    switch shell {
    case .fish: "Every fish that you start from now on completes nerve."
    case .zsh:
      """
      Add this to ~/.zshrc, before any line with compinit, and open a new terminal:
        fpath=(~/.local/share/zsh/site-functions $fpath)
        autoload -Uz compinit && compinit
      """
    default:
      """
      Open a new terminal. If nothing completes, the package bash-completion is missing; then add
      this to ~/.bashrc:
        source \(ShellText.quoted(path))
      """
    }
  }

  /// Whether `text` is such a script, of this or another version.
  static func isOurs(_ text: String) -> Bool {
    // How every script asks the program for names.
    text.contains("---completion") && text.contains("_nerve")
  }
}

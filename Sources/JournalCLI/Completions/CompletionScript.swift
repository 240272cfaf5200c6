import ArgumentParser
import EntryInput
import Presentation

/// The script with which a shell completes `nerve` commands.
struct CompletionScript {
  /// The shell that reads the script.
  let shell: CompletionShell

  /// The text of the script.
  var text: String { NerveCommand.completionScript(for: shell) + "\n" }

  /// Creates the script for a named shell.
  ///
  /// - Throws: ``UsageError`` if there is no completion for it.
  init(shellNamed name: String) throws {
    guard let shell = CompletionShell(rawValue: name) else {
      throw UsageError(unknown: "shell", name, use: "bash, zsh or fish")
    }
    self.shell = shell
  }

  /// Creates the script for the user's shell.
  ///
  /// - Throws: ``UsageError`` if it is unknown.
  init(_ variable: (String) -> String?) throws {
    let name = variable("SHELL")?.split(separator: "/").last.map(String.init)
    guard let shell = name.flatMap(CompletionShell.init) else {
      throw UsageError(
        "Cannot find your shell in the variable SHELL; add --shell bash, --shell zsh or "
          + "--shell fish.")
    }
    self.shell = shell
  }

  /// Returns the path where the shell finds a user's scripts; zsh needs a setting.
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
      throw UsageError(
        "Cannot find a home folder; print the script instead: nerve completions print")
    }
    return home
  }

  /// Returns the next step after the script is installed at `path`.
  func nextStep(path: String) -> String {
    switch shell {
    case .fish: "Open a new terminal: fish now completes nerve."
    case .zsh:
      """
      Add this to ~/.zshrc, before any line with compinit, and open a new terminal:
        fpath=(~/.local/share/zsh/site-functions $fpath)
        autoload -Uz compinit && compinit
      """
    default:
      """
      Open a new terminal. If nothing completes, the package bash-completion is missing. Then add
      this to ~/.bashrc:
        source \(ShellText.quoted(path))
      """
    }
  }

  /// Returns whether `text` is a completion script of this or another version.
  static func isOurs(_ text: String) -> Bool {
    // Every script gets its names from the program with this option.
    text.contains("---completion") && text.contains("_nerve")
  }
}

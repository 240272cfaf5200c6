/// Units of systemd that read a file or folder whenever it changes, and from time to
/// time, for changes that the system does not see, such as on a network disk.
struct WatchUnits {
  /// What is done with a change.
  enum Deed {
    /// The lines of a file, or of the text files in a folder, are logged.
    case lines
    /// The activity files in a folder are imported.
    case activities

    /// The name of the units.
    fileprivate var name: String { self == .lines ? "nerve-inbox" : "nerve-import" }

    fileprivate var purpose: String {
      self == .lines ? "Log lines from" : "Import activities from"
    }
  }

  /// What is done.
  let deed: Deed
  /// The absolute path of the file or folder.
  let path: String
  /// The absolute path of the program.
  let program: String
  /// The path of the journal, if it is not the usual one.
  let journal: String?

  /// A script for a shell, which writes the units and starts them.
  var script: String {
    let folder = "${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user"
    let files = [("path", pathUnit), ("service", serviceUnit), ("timer", timerUnit)].map {
      "cat > \"\(folder)/\(deed.name).\($0)\" <<'UNIT'\n\($1)UNIT\n"
    }
    return """
      # Run these lines in a shell, or pipe them into sh.
      mkdir -p "\(folder)"
      \(files.joined())systemctl --user daemon-reload
      systemctl --user enable --now \(deed.name).path \(deed.name).timer

      """
  }

  private var pathUnit: String {
    """
    [Unit]
    Description=\(deed.purpose) \(Self.specified(path)) when it changes

    [Path]
    PathChanged=\(Self.specified(path))

    [Install]
    WantedBy=default.target

    """
  }

  private var serviceUnit: String {
    let place = journal.map { ["--journal", $0] } ?? []
    let words: [String] =
      switch deed {
      case .lines: [program, "inbox", "--quiet", "--no-input"] + place + ["--", path]
      case .activities:
        ["/usr/bin/find", path, "-type", "f", "("]
          + ["*.fit", "*.gpx", "*.tcx"].flatMap { ["-o", "-iname", $0] }.dropFirst()
          + [")", "-exec", program, "import", "--quiet"] + place + ["{}", "+"]
      }
    return """
      [Unit]
      Description=\(deed.purpose) \(Self.specified(path))

      [Service]
      Type=oneshot
      ExecStart=\(words.map(Self.quoted).joined(separator: " "))
      StandardOutput=null

      """
  }

  private var timerUnit: String {
    """
    [Unit]
    Description=\(deed.purpose) \(Self.specified(path)) from time to time

    [Timer]
    OnStartupSec=2min
    OnUnitActiveSec=15min

    [Install]
    WantedBy=timers.target

    """
  }

  /// Text in which systemd finds no specifier.
  private static func specified(_ text: String) -> String {
    text.map { $0 == "%" ? "%%" : String($0) }.joined()
  }

  /// A word of a command line, in quotes if systemd would change it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { character in
      character.isASCII
        && (character.isLetter || character.isNumber || "/._-+*{}()".contains(character))
    }
    guard !isPlain else { return word }
    let escaped = specified(word).map { character in
      switch character {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "$": "$$"
      default: String(character)
      }
    }
    return "\"\(escaped.joined())\""
  }
}

/// Names of commands and options before version 1.0, which still work for one version.
///
/// They are in no help text and no completion.
enum FormerNames {
  private static let commands = [
    (former: ["set"], name: ["config"]), (former: ["shoe", "return"], name: ["shoe", "unretire"]),
  ]

  private static func options(of command: String) -> [String: String] {
    switch command {
    case "correlate": ["--sesoi": "--limit"]
    case "import": ["--complete": "--covers-all-runs", "--deleted": "--include-deleted"]
    default: [:]
    }
  }

  /// Returns `arguments` with today's names.
  static func replaced(in arguments: [String]) -> [String] {
    var arguments = arguments
    // Help on a command names it in second place.
    let start = arguments.first == "help" ? 1 : 0
    for (former, name) in commands where arguments.dropFirst(start).starts(with: former) {
      arguments.replaceSubrange(start..<start + former.count, with: name)
    }
    let names = arguments.first.map(options) ?? [:]
    guard !names.isEmpty else { return arguments }
    let end = arguments.firstIndex(of: "--") ?? arguments.endIndex
    return arguments[..<end].map { names[$0] ?? $0 } + arguments[end...]
  }
}

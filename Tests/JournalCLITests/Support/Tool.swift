import Foundation

/// Programs of the system that some tests need.
enum Tool {
  /// Where `name` lies, or `nil` if it is not installed.
  static func path(of name: String) -> String? {
    ["/usr/bin", "/usr/local/bin", "/bin"].map { "\($0)/\(name)" }
      .first { FileManager.default.isExecutableFile(atPath: $0) }
  }

  /// Whether all of them are installed.
  static func isThere(_ names: String...) -> Bool { names.allSatisfy { path(of: $0) != nil } }
}

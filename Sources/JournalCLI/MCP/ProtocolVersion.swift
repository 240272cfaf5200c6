/// A version of the Model Context Protocol, by its day.
enum ProtocolVersion: String, CaseIterable {
  case november2024 = "2024-11-05"
  case march2025 = "2025-03-26"
  case june2025 = "2025-06-18"

  /// The version for a client that asks for an unknown one, which may then leave.
  static let newest = ProtocolVersion.june2025

  /// Whether several messages may come as one array.
  var hasBatches: Bool { self == .march2025 }

  /// Whether the results of tools may be data, and tools have titles.
  var hasStructuredContent: Bool { self == .june2025 }

  /// Whether tools say if they only read.
  var hasAnnotations: Bool { self != .november2024 }
}

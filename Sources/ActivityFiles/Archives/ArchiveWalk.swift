/// Walks through a file, or an archive and the archives in it, and collects the
/// findings.
struct ArchiveWalk {
  /// The maximum depth of nested archives: a Takeout in a zip with `.tcx.gz`.
  private static let deepest = 4

  private let found: FindingCollector
  private let budget = ArchiveBudget()

  /// Creates a walk that reports findings to `each`.
  init(
    _ options: ActivityReadingOptions, _ each: @escaping (ActivityFinding) throws -> Void
  ) {
    found = FindingCollector(options, each)
  }

  /// Reads the file or archive as a whole.
  func read(_ source: @escaping ByteSource) throws -> ActivityFormat {
    let file = try PeekedSource(budget.counting(source))
    let kind = ContentKind(file.prefix)
    switch kind {
    case .gzip, .zip:
      try read(archive: file, path: nil, depth: 1)
      try found.tellKept()
      guard found.isWorthwhile else {
        throw ActivityFileError("The archive contains no known type of activity.")
      }
      return found.wholeFormat
    default:
      guard let format = try found.read(file, kind, path: nil) else { throw Self.unknown(kind) }
      try found.tellKept()
      return format
    }
  }

  private static func unknown(_ kind: ContentKind) -> ActivityFileError {
    switch kind {
    case .empty: ActivityFileError("The file is empty.")
    case .text: .unknownTable
    case .json: .unknownJSON
    case .xml: ActivityFileError("The XML is not GPX, TCX or an Apple Health export.")
    case .foreign(let file): file.refusal
    default: ActivityFileError("The file is of an unknown type.")
    }
  }

  private func read(archive: PeekedSource, path: String?, depth: Int) throws {
    guard depth <= Self.deepest else {
      throw ActivityFileError("The archive is nested too deeply.")
    }
    try ArchiveReader.read(archive.read, budget) { name, bytes in
      let place = [path, name].compactMap(\.self).joined(separator: "/")
      try readPiece(bytes, path: place.isEmpty ? nil : place, depth: depth)
    }
  }

  /// Reads a file in an archive.
  ///
  /// A broken one is a finding, not the end, and none of its activities is kept.
  private func readPiece(
    _ source: @escaping ByteSource, path: String?, depth: Int
  ) throws {
    let before = found.keptCount
    do {
      let file = try PeekedSource(source)
      switch ContentKind(file.prefix) {
      case .gzip, .zip: try read(archive: file, path: path, depth: depth + 1)
      case let kind:
        if try found.read(file, kind, path: path) == nil {
          // A single compressed file gets the same error as an uncompressed one.
          guard path != nil else { throw Self.unknown(kind) }
          if case .foreign(let file) = kind, file.isArchive { throw file.refusal }
          try found.add(ActivityFinding(path: path, .notAnActivity))
        }
      }
    } catch let error as ActivityFileError {
      guard path != nil else { throw error }
      try budget.check()
      found.forget(after: before)
      let outcome: ActivityFinding.Outcome =
        error.holdsNoActivity ? .notAnActivity : .unusable(reason: error.description)
      try found.add(ActivityFinding(path: path, outcome))
    }
  }
}

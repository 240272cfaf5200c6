package import ActivityFiles
package import JournalStore
package import Platform

/// The contents of activity files and archives: activities for the journal, and
/// everything left out of it.
package struct ActivityFileContents {
  /// A remark on a file or a part of it.
  package typealias Remark = ActivityImportReport.Refusal

  /// The activities for the journal, by file.
  package private(set) var batches: [ActivityBatch] = []
  /// The number of files read.
  package private(set) var files = 0
  /// The numbers of activities in sports that the journal does not record.
  package private(set) var otherSports: [String: Int] = [:]
  /// The number of activities without a sport.
  package private(set) var unknownSports = 0
  /// The numbers of activities in unrecognised sports, by their word.
  package private(set) var unrecognisedSports: [String: Int] = [:]
  /// The number of items that are not activities, such as photos.
  package private(set) var others = 0
  /// The skipped files and items.
  package private(set) var refusals: [Remark] = []
  /// The number of shortened notes.
  package private(set) var shortened = 0
  /// The remarks on suspicious activities.
  package private(set) var doubts: [Remark] = []
  /// The files whose distances have an assumed unit.
  package private(set) var openUnits: [String] = []
  /// The options for reading the files.
  package let options: ActivityReadingOptions

  /// Creates contents without files.
  package init(_ options: ActivityReadingOptions) { self.options = options }

  /// Reads the file at `path`; one that cannot be read becomes a remark.
  package mutating func read(
    _ path: String, _ translator: ActivityTranslator, _ progress: ImportProgress?
  ) throws {
    do {
      try read(InputFile(path), at: path, translator, progress)
    } catch let error as FileError {
      files += 1
      refuse(path, error.description)
    }
  }

  /// Reads `file` from `path`; problems become remarks.
  package mutating func read(
    _ file: borrowing InputFile, at path: String, _ translator: ActivityTranslator,
    _ progress: ImportProgress?
  ) throws {
    files += 1
    var whole = self
    do {
      try file.withBytes { bytes in
        try whole.read(bytes, named: Self.name(of: path), translator, progress)
      }
      self = whole
    } catch let error as ActivityFileError where [.unknownTable, .unknownJSON].contains(error) {
      refuse(path, error.description.dropLast() + "; import it with --as and --select.")
    } catch let error as ActivityFileError {
      refuse(path, Self.sentence(error.description))
    } catch let error as FileError {
      refuse(path, error.description)
    }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    refusals.append(Remark(fileName: Self.name(of: path), place: nil, reason: reason))
  }

  /// The reason for a refusal, with the option that would help.
  private static func sentence(_ reason: String) -> String {
    reason == ActivityFileError.openDates.description
      ? reason.dropLast() + "; add --dates dmy or --dates mdy." : reason
  }

  private static func name(of path: String) -> String {
    path == "-" ? "standard input" : String(path.split(separator: "/").last ?? "")
  }

  private mutating func read(
    _ bytes: @escaping (UnsafeMutableRawBufferPointer) throws -> Int, named name: String,
    _ translator: ActivityTranslator, _ progress: ImportProgress?
  ) throws {
    var activities: [ImportableActivity] = []
    let refusedBefore = refusals.count + openSports
    // The reader may keep the closure, so that it cannot change `self`.
    var contents = self
    let source = { (buffer: UnsafeMutableRawBufferPointer) in
      let count = try bytes(buffer)
      progress?.add(count)
      return count
    }
    let format = try ActivityReader.read(source, given: options) { finding in
      if let activity = contents.take(finding, named: name, translator) {
        activities.append(activity)
      }
    }
    self = contents
    batches.append(
      ActivityBatch(
        fileName: name, format: format.rawValue, activities: activities,
        refused: refusals.count + openSports - refusedBefore))
  }

  /// Takes a finding of the file `name`.
  ///
  /// - Returns: The activity for the journal, if it is one.
  private mutating func take(
    _ finding: ActivityFinding, named name: String, _ translator: ActivityTranslator
  ) -> ImportableActivity? {
    let place = Self.place(of: finding)
    switch finding.outcome {
    case .notAnActivity: others += 1
    case .openUnit: openUnits.append([name, place].compactMap(\.self).joined(separator: ", "))
    case .unusable(let reason):
      refusals.append(Remark(fileName: name, place: place, reason: Self.sentence(reason)))
    case .activity(let activity):
      switch translator.meaning(of: activity, at: place) {
      case .entry(var entry, let isShortened):
        entry.doubts = finding.warnings
        if isShortened { shortened += 1 }
        doubts += finding.warnings.map { Remark(fileName: name, place: place, reason: $0) }
        return entry
      case .otherSport(let sport): otherSports[sport, default: 0] += 1
      case .unknownSport: unknownSports += 1
      case .unrecognisedSport(let sport): unrecognisedSports[sport, default: 0] += 1
      case .unusable(let reason):
        refusals.append(Remark(fileName: name, place: place, reason: reason))
      }
    }
    return nil
  }

  /// The place of a finding in its file, or `nil` if it is the whole file.
  private static func place(of finding: ActivityFinding) -> String? {
    let parts = [finding.path, finding.line.map { "line \($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// The number of activities whose sport is unknown, so that they may be runs.
  package var openSports: Int { unknownSports + unrecognisedSports.values.reduce(0, +) }

  /// Whether there is no activity for the journal.
  package var isEmpty: Bool { batches.allSatisfy(\.activities.isEmpty) }
}

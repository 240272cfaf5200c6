package import ActivityFiles
package import JournalStore
package import Platform

/// What files and archives of activities hold, in the terms of the journal, and
/// what of it the journal does not keep.
package struct ActivityFileContents {
  /// Something that is to be said of a file, or of a piece of it.
  package typealias Remark = ActivityImportReport.Refusal

  /// What may go into the journal, file by file.
  package private(set) var batches: [ActivityBatch] = []
  /// How many files were looked at.
  package private(set) var files = 0
  /// Activities of sports that the journal does not keep, by sport.
  package private(set) var otherSports: [String: Int] = [:]
  /// How many activities do not say what was done.
  package private(set) var unknownSports = 0
  /// Activities of sports by words that are not known, by word.
  package private(set) var unrecognisedSports: [String: Int] = [:]
  /// How many pieces are no activities, such as photos.
  package private(set) var others = 0
  /// Files and pieces that could not be used.
  package private(set) var refusals: [Remark] = []
  /// How many notes were too long and are shortened.
  package private(set) var shortened = 0
  /// What is doubtful about activities that are used.
  package private(set) var doubts: [Remark] = []
  /// Files whose distances were read in a unit that nothing in them tells.
  package private(set) var openUnits: [String] = []
  /// What was known of the files beforehand.
  package let options: ActivityReadingOptions

  /// Begins without any file.
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

  /// Reads `file`, which lies at `path`; what is wrong with it becomes a remark.
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
      refuse(path, error.description.dropLast() + "; say where its rows go with --as and --select.")
    } catch let error as ActivityFileError {
      refuse(path, Self.sentence(error.description))
    } catch let error as FileError {
      refuse(path, error.description)
    }
  }

  private mutating func refuse(_ path: String, _ reason: String) {
    refusals.append(Remark(fileName: Self.name(of: path), place: nil, reason: reason))
  }

  /// Why something cannot be used, with the option that would change it.
  private static func sentence(_ reason: String) -> String {
    reason == ActivityFileError.openDates.description
      ? reason.dropLast() + "; say so with --dates dmy or --dates mdy." : reason
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
    let source = { (buffer: UnsafeMutableRawBufferPointer) in
      let count = try bytes(buffer)
      progress?.add(count)
      return count
    }
    let format = try ActivityReader.read(source, given: options) { finding in
      let place = Self.place(of: finding)
      switch finding.outcome {
      case .notAnActivity: others += 1
      case .openUnit: openUnits.append([name, place].compactMap(\.self).joined(separator: ", "))
      case .unusable(let reason):
        refusals.append(
          Remark(fileName: name, place: place, reason: Self.sentence(reason)))
      case .activity(let activity):
        switch translator.meaning(of: activity, at: place) {
        case .entry(var entry, let isShortened):
          entry.doubts = finding.warnings
          activities.append(entry)
          if isShortened { shortened += 1 }
          doubts += finding.warnings.map { Remark(fileName: name, place: place, reason: $0) }
        case .otherSport(let sport): otherSports[sport, default: 0] += 1
        case .unknownSport: unknownSports += 1
        case .unrecognisedSport(let sport): unrecognisedSports[sport, default: 0] += 1
        case .unusable(let reason):
          refusals.append(Remark(fileName: name, place: place, reason: reason))
        }
      }
    }
    batches.append(
      ActivityBatch(
        fileName: name, format: format.rawValue, activities: activities,
        refused: refusals.count + openSports - refusedBefore))
  }

  /// Where in its file a finding is, or `nil` if it is the whole of it.
  private static func place(of finding: ActivityFinding) -> String? {
    let parts = [finding.path, finding.line.map { "line \($0)" }].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }

  /// How many activities may be runs, as it is left open what they are.
  package var openSports: Int { unknownSports + unrecognisedSports.values.reduce(0, +) }

  /// Whether there is anything that may go into the journal.
  package var isEmpty: Bool { batches.allSatisfy(\.activities.isEmpty) }
}

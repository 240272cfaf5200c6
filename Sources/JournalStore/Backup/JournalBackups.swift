internal import Platform

/// The backups of an open journal.
struct JournalBackups {
  private let connection: Connection
  private let journal: String
  private let place: BackupPlace
  private let settings: [String: String]
  private let identity: String?

  /// The most backups of one hour before imports and typed statements, of which a script
  /// may make thousands.
  private static let mostAnHour = 20

  /// - Parameters:
  ///   - connection: The journal, of any schema.
  ///   - journal: Its path.
  ///   - place: Where backups go.
  init(of connection: Connection, at journal: String, in place: BackupPlace) {
    (self.connection, self.journal, self.place) = (connection, journal, place)
    // What cannot be read counts as not set.
    settings = Self.settings(of: connection)
    identity = (try? JournalStore.identity(of: connection)) ?? nil
  }

  private static func settings(of connection: Connection) -> [String: String] {
    let names = [BackupSetting.isOn, BackupSetting.folder, BackupSetting.sample]
    let rows = try? connection.rows(
      "SELECT name, value FROM setting WHERE name IN (?1, ?2, ?3)",
      names.map { .text($0) }
    ) { (row) throws(SQLiteError) in (try row.text(0), try row.text(1)) }
    return Dictionary(rows ?? [], uniquingKeysWith: { first, _ in first })
  }

  /// Whether backups are made without being asked for.
  var isAutomatic: Bool {
    settings[BackupSetting.isOn] != "off" && settings[BackupSetting.sample] == nil
  }

  /// Whether it is the journal of a made-up runner.
  var isSample: Bool { settings[BackupSetting.sample] != nil }

  /// The folder of all journals' backups, as set or as usual.
  var base: String? { settings[BackupSetting.folder] ?? place.folder }

  /// The journal's own folder; `nil` without a home folder.
  var folder: BackupFolder? {
    base.map { BackupFolder(in: $0, identity: identity, origin: originMark(of: journal)) }
  }

  /// Whether there is none of the current day yet.
  var isDue: Bool { folder.map { isDue($0.backups, $0.origin) } ?? true }

  private func isDue(_ backups: [Backup], _ origin: String) -> Bool {
    let today = place.localDay(place.now())
    return !backups.contains {
      $0.origin == origin && $0.purpose != .damaged && place.localDay($0.madeAt) == today
    }
  }

  /// Whether there were many in the last hour.
  var areMany: Bool {
    guard let folder else { return false }
    let recent = folder.backups.count {
      $0.origin == folder.origin && $0.madeAt > place.now() - 3600
    }
    return recent >= Self.mostAnHour
  }

  /// Makes a backup.
  ///
  /// - Parameter purpose: The occasion; a daily one is made only if it is due.
  /// - Returns: The backup, or `nil` if another process was faster.
  /// - Throws: ``NoBackup``.
  func add(for purpose: BackupPurpose) throws -> Backup? {
    let image: DatabaseImage
    do {
      image = try connection.verifiedImage()
    } catch {
      throw NoBackup(path: nil, error)
    }
    return try add(image, for: purpose)
  }

  /// Makes a backup with the contents of `image`.
  ///
  /// - Throws: ``NoBackup``.
  func add(_ image: DatabaseImage, for purpose: BackupPurpose) throws -> Backup? {
    guard let base, let folder else { throw NoBackup.homeless }
    do {
      try folder.create(in: base, makesBase: settings[BackupSetting.folder] == nil)
      leaveTrace(of: folder)
      return try folder.add(image, for: purpose, at: place.now()) { present in
        purpose != .daily || isDue(present, folder.origin)
      }
    } catch {
      throw NoBackup(path: folder.path, error)
    }
  }

  /// Keeps a damaged journal byte for byte, with what SQLite left beside it.
  ///
  /// - Parameters:
  ///   - file: The journal's file.
  ///   - known: The folder of its backups as it was last known, if the journal itself does
  ///     not say.
  /// - Returns: The path of the copy.
  /// - Throws: ``NoBackup``.
  func keepBytes(of file: String, known: String?) throws -> String {
    guard let base, let own = folder else { throw NoBackup.homeless }
    let folder = identity == nil ? known.map { BackupFolder($0, origin: own.origin) } ?? own : own
    do {
      try folder.create(in: base, makesBase: settings[BackupSetting.folder] == nil)
      leaveTrace(of: folder)
      return try folder.addBytes(of: file, at: place.now())
    } catch {
      throw NoBackup(path: folder.path, error)
    }
  }

  /// Removes what is no longer needed, after a new backup.
  func thin() {
    folder?.thin(by: BackupRotation(localDay: place.localDay), now: place.now())
  }

  /// Notes in the usual folder where the backups of the journal at this path lie, for the
  /// day on which it cannot be read.
  private func leaveTrace(of folder: BackupFolder) {
    guard let usual = place.folder else { return }
    let trace = BackupTrace(journal: canonicalPath(journal), folder: folder.path)
    let home = BackupFolder(in: usual, identity: identity, origin: folder.origin)
    guard BackupTrace.all(in: usual, of: folder.origin).contains(trace) == false else { return }
    try? home.create(in: usual, makesBase: true)
    trace.write(to: "\(home.path)/\(folder.origin)\(BackupTrace.ending)")
  }
}

/// The reason why there is no backup.
struct NoBackup: Error, Equatable {
  /// The folder, if the reason lies there.
  let path: String?
  let reason: String
  /// Whether the journal itself is damaged.
  let isDamage: Bool

  static let homeless = NoBackup(
    path: nil, reason: "there is no home folder for it", isDamage: false)

  private init(path: String?, reason: String, isDamage: Bool) {
    (self.path, self.reason, self.isDamage) = (path, reason, isDamage)
  }

  init(path: String?, _ error: any Error) {
    let error = (error as? SQLiteError).map { Journal.explained($0, path: "") } ?? error
    let isDamage = [.damaged(path: ""), .notAJournal(path: "")].contains(error as? JournalError)
    let reason =
      switch error {
      case let problem as FileProblem: problem.reason
      case let problem as SystemError: problem.reason
      case SQLiteError.Code.constraintForeignKey: "the journal is damaged"
      case _ where isDamage: "the journal is damaged"
      case JournalError.busy: "another program is writing to the journal"
      case let error as SQLiteError: error.message
      default: "\(error)"
      }
    self.init(
      path: path, reason: reason, isDamage: isDamage || .constraintForeignKey ~= error)
  }

  /// One sentence.
  var sentence: String {
    let help = isDamage ? " Examine it with: nerve doctor" : ""
    return "No backup was made\(path.map { " in \($0)" } ?? ""): \(reason).\(help)"
  }
}

extension Journal {
  /// Backs the journal up before something that changes much of it.
  ///
  /// If that fails, the reason is reported to the ``BackupPlace``, and there is none.
  ///
  /// - Parameter purpose: The occasion.
  /// - Returns: The path of the backup, or `nil` if there is none: because it failed, the
  ///   backups were ended, the journal is new, a sample or in memory, or there were many
  ///   within the hour before imports or typed statements.
  public func backUp(before purpose: BackupPurpose) -> String? {
    guard let place = backups, path != ":memory:", !isNew else { return nil }
    let backups = JournalBackups(of: connection, at: path, in: place)
    guard backups.isAutomatic else { return nil }
    if [.sql, .import].contains(purpose), backups.areMany { return nil }
    do {
      let backup = try backups.add(for: purpose)
      backups.thin()
      return backup?.path
    } catch {
      place.report((error as? NoBackup)?.sentence ?? "\(error)")
      return nil
    }
  }

  /// Makes a backup in the folder of backups because it was asked for, also if the automatic
  /// ones were ended.
  ///
  /// - Returns: The backup.
  /// - Throws: ``JournalError/backupFailed(path:reason:)``.
  public func backUpAsAsked() throws -> Backup {
    guard let place = backups else {
      throw JournalError.backupFailed(path: path, reason: NoBackup.homeless.reason)
    }
    let backups = JournalBackups(of: connection, at: path, in: place)
    do {
      guard let backup = try backups.add(for: .asked) else { throw NoBackup.homeless }
      backups.thin()
      return backup
    } catch let error as NoBackup {
      if error.isDamage { throw JournalError.damaged(path: path) }
      throw JournalError.backupFailed(path: error.path ?? path, reason: error.reason)
    }
  }

  /// The whole journal, as the bytes of a file that keeps no log.
  ///
  /// - Throws: ``JournalError/damaged(path:)`` if it fails its checks, or another
  ///   ``JournalError``.
  public func verifiedCopy() throws -> [UInt8] {
    do {
      return try connection.verifiedImage().bytes
    } catch SQLiteError.Code.constraintForeignKey {
      throw JournalError.damaged(path: path)
    } catch {
      throw Self.explained(error, path: path)
    }
  }

  /// Makes the backup of the day, if there is none yet.
  ///
  /// What goes wrong is reported once a day, and damage always.
  func backUpDaily() {
    guard let place = backups else { return }
    let backups = JournalBackups(of: connection, at: path, in: place)
    guard backups.isAutomatic, backups.isDue else { return }
    do {
      if try backups.add(for: .daily) != nil { backups.thin() }
    } catch {
      guard let error = error as? NoBackup else { return }
      if error.isDamage || isFirstWriteOfDay(place) { place.report(error.sentence) }
    }
  }

  /// Whether the newest action that is not this object's own is of an earlier day.
  private func isFirstWriteOfDay(_ place: BackupPlace) -> Bool {
    let newest = try? connection.first(
      """
      SELECT CAST(strftime('%s', done_at) AS INTEGER) FROM action
      ORDER BY id DESC LIMIT 1 OFFSET ?1
      """, .integer(writes)
    ) { (row) throws(SQLiteError) in try row.integer(0) }
    guard let newest = newest ?? nil else { return true }
    return place.localDay(newest) != place.localDay(place.now())
  }
}

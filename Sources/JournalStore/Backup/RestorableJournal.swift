internal import JournalMigrations

/// A journal that passed its checks and can take the place of another.
public struct RestorableJournal {
  /// What it holds.
  public let contents: JournalContents
  let image: DatabaseImage

  /// Reads and checks the journal at `path`, with its log if it has one.
  ///
  /// - Throws: ``JournalError/damagedBackup(path:)``, ``JournalError/notAJournal(path:)``,
  ///   ``JournalError/newer(path:found:supported:)``, or another ``JournalError``.
  public init(at path: String) throws {
    do {
      guard case .regular(isEmpty: false) = try fileKind(at: path) else {
        throw JournalError.notAJournal(path: path)
      }
      try LogsBeside(path).check()
      try self.init(of: Connection.reading(path), called: path)
    } catch {
      throw Self.explained(error, path)
    }
  }

  /// Checks the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: All of them.
  ///   - name: Where they are from, for errors.
  /// - Throws: As ``init(at:)``.
  public init(_ bytes: [UInt8], called name: String) throws {
    do {
      var image = DatabaseImage(bytes)
      // In memory there is no log that it could keep.
      image.keepsLog = false
      try self.init(of: Connection(image), called: name)
    } catch {
      throw Self.explained(error, name)
    }
  }

  private init(of connection: Connection, called name: String) throws {
    let state = try Migrator(path: name, migrations: allMigrations).state(of: connection)
    guard state != .empty else { throw JournalError.notAJournal(path: name) }
    image = try connection.verifiedImage()
    contents = try JournalContents(of: connection)
  }

  init(_ image: DatabaseImage) throws {
    self.image = image
    contents = try JournalContents(of: Connection(image))
  }

  private static func explained(_ error: any Error, _ name: String) -> any Error {
    let error = Journal.explained(error, path: name)
    let isDamage = error as? JournalError == .damaged(path: name) || .constraintForeignKey ~= error
    return isDamage ? JournalError.damagedBackup(path: name) : error
  }
}

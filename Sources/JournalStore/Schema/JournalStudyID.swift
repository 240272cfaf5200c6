extension Journal {
  /// The journal, by an id for studies: copies of one journal share it, and no other
  /// journal has it.
  ///
  /// The identity itself may contain the moment and the beginning of the first command,
  /// which are private, so this is a digest of it. Someone with a copy
  /// of the journal can compute it.
  ///
  /// - Returns: 32 hexadecimal digits, or `nil` for a journal without any action.
  /// - Throws: ``JournalError`` if the file cannot be read.
  public func studyID() throws -> String? {
    try explaining { try identity(of: connection) }.map { identity in
      SHA256.digest(of: Array("nerve study \(identity)".utf8)).prefix(16)
        .map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }
}

internal import CSQLite

/// A statement's request, as SQLite passes it to an authorizer while preparing.
struct AuthorizerRequest {
  /// One of SQLite's action codes, such as `SQLITE_READ` or `SQLITE_ATTACH`.
  let action: Int32
  /// The first detail: a table, pragma or file name, depending on the action.
  let first: String?
  /// The second detail: a column, function or pragma value.
  let second: String?
  /// The database: `main`, `temp` or an attached one.
  let database: String?
  /// The innermost view or trigger behind the access, if any.
  let source: String?
}

/// An authorizer's answer.
enum AuthorizerVerdict {
  /// The statement may do it.
  case allow
  /// The statement is refused as a whole.
  case deny
  /// A column reads as NULL; other actions are skipped.
  case ignore
}

/// Keeps an authorizer alive as long as SQLite may call it.
final class AuthorizerBox {
  let decide: (AuthorizerRequest) -> AuthorizerVerdict

  init(_ decide: @escaping (AuthorizerRequest) -> AuthorizerVerdict) {
    self.decide = decide
  }
}

/// Keeps a progress handler alive as long as SQLite may call it.
final class ProgressBox {
  let mayGoOn: () -> Bool

  init(_ mayGoOn: @escaping () -> Bool) {
    self.mayGoOn = mayGoOn
  }
}

extension Connection {
  /// Calls `decide` for every access of every statement prepared from now on.
  ///
  /// Earlier statements are dropped from the cache, so that none is missed. `nil`
  /// removes the authorizer.
  func setAuthorizer(_ decide: ((AuthorizerRequest) -> AuthorizerVerdict)?) {
    cache.removeAll()
    withheldPages = []
    guard let decide else {
      sqlite3_set_authorizer(handle, nil, nil)
      authorizer = nil
      return
    }
    let box = AuthorizerBox(decide)
    sqlite3_set_authorizer(
      handle,
      { context, action, first, second, database, source in
        guard let context else { return SQLITE_DENY }
        let box = Unmanaged<AuthorizerBox>.fromOpaque(context).takeUnretainedValue()
        let request = AuthorizerRequest(
          action: action,
          first: first.map { String(cString: $0) }, second: second.map { String(cString: $0) },
          database: database.map { String(cString: $0) },
          source: source.map { String(cString: $0) })
        return switch box.decide(request) {
        case .allow: SQLITE_OK
        case .deny: SQLITE_DENY
        case .ignore: SQLITE_IGNORE
        }
      }, Unmanaged.passUnretained(box).toOpaque())
    authorizer = box
  }

  /// Calls `mayGoOn` during long statements; `false` ends the statement with
  /// ``SQLiteError/Code/interrupted``.
  ///
  /// - Parameters:
  ///   - instructions: The number of virtual machine steps between calls; a
  ///     thousand take some microseconds.
  ///   - mayGoOn: Must not use the connection. `nil` removes the handler.
  func setProgressHandler(every instructions: Int = 1_000, _ mayGoOn: (() -> Bool)?) {
    guard let mayGoOn else {
      sqlite3_progress_handler(handle, 0, nil, nil)
      progressHandler = nil
      return
    }
    let box = ProgressBox(mayGoOn)
    sqlite3_progress_handler(
      handle, Int32(clamping: instructions),
      { context in
        guard let context else { return 1 }
        return Unmanaged<ProgressBox>.fromOpaque(context).takeUnretainedValue().mayGoOn() ? 0 : 1
      }, Unmanaged.passUnretained(box).toOpaque())
    progressHandler = box
  }

  /// Ends the running statements with ``SQLiteError/Code/interrupted``.
  ///
  /// For a progress handler's closure or a function called by a statement.
  func interrupt() {
    sqlite3_interrupt(handle)
  }
}

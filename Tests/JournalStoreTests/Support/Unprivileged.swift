import Glibc

/// Runs `body` with the rights that "nobody" has to files.
///
/// Root may read and write everything, so that permissions could not be tested
/// otherwise. Linux keeps the user that files are checked against per thread;
/// `body` stays on this one, for it is synchronous. Anybody but root is held to
/// the permissions as it is.
func withoutPrivileges<T>(_ body: () throws -> T) throws -> T {
  guard geteuid() == 0 else { return try body() }
  let (user, group) = (try switching("setfsuid"), try switching("setfsgid"))
  _ = (group(65_534), user(65_534))
  defer { _ = (user(0), group(0)) }
  return try body()
}

private struct NoSuchFunction: Error {}

/// A function of the C library that Swift's module of it leaves out.
private func switching(_ name: String) throws -> @convention(c) (UInt32) -> Int32 {
  guard let symbol = dlsym(dlopen(nil, RTLD_NOW), name) else { throw NoSuchFunction() }
  return unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self)
}

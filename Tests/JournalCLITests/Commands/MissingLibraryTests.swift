import Testing

@testable import JournalCLI

/// A system without the libraries that are loaded when they are needed.
@Suite struct MissingLibraryTests {
  /// The program with something that is no library in the way of the real one.
  private func binary(without library: String) throws -> BuiltBinary {
    var binary = try BuiltBinary()
    _ = try binary.home.write([], to: library)
    binary.variables["LD_LIBRARY_PATH"] = binary.home.path
    return binary
  }

  @Test func `Without libarchive, an archive is refused and everything else works`() throws {
    let binary = try binary(without: "libarchive.so.13")
    let gzip: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3]
    _ = try binary.home.write(gzip + Array(repeating: 0, count: 64), to: "week.fit.gz")
    let logged = try binary.run(["run", "8km", "40m", "--yes"])
    #expect(logged.status == 0, "\(logged)")
    let imported = try binary.run(["import", "week.fit.gz"])
    #expect(imported.status == 1)
    let told = imported.output + imported.messages
    #expect(
      told.contains(
        "Cannot read .zip and .gz files: libarchive is missing; install it, as in: "
          + "apt install libarchive13"), "\(imported)")
    #expect(try binary.run(["list", "--format", "csv"]).output.contains("8"))
  }

  @Test func `Statements in a pipe need no libedit`() throws {
    let binary = try binary(without: "libedit.so.2")
    #expect(try binary.run(["run", "8km", "40m", "--yes"]).status == 0)
    let result = try binary.run(["shell"], input: .text("SELECT 1 AS one;\n"))
    #expect(result.output == "one\n---\n  1\n")
  }
}

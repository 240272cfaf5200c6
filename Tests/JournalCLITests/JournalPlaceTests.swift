import Testing

@testable import JournalCLI

/// Where the journal lies, with the built binary and a real environment.
@Suite struct JournalPlaceTests {
  private let usual = ".local/share/nerve/journal.sqlite"

  @Test func `The usual place is made for its owner only`() throws {
    let binary = try BuiltBinary()
    #expect(try binary.run(["pain", "4"]).status == 0)
    #expect(
      try binary.home.contents == [".local", ".local/share", ".local/share/nerve", usual])
    #expect(try binary.home.permissions(of: ".local/share/nerve") == 0o700)
    #expect(try binary.home.permissions(of: usual) == 0o600)
    #expect(try binary.run(["list", "-n", "1"]).output.contains("leg 4"))
  }

  @Test func `An empty path is refused rather than taken for the usual place`() throws {
    let binary = try BuiltBinary()
    let refused = try binary.run(["pain", "4", "--journal", ""])
    #expect(refused.status == 64)
    #expect(refused.messages.contains("--journal needs a file"))
    #expect(try binary.home.contents == [])
  }

  @Test func `A name that means memory to SQLite is a file like any other`() throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = ":memory:"
    #expect(try binary.run(["pain", "4"]).status == 0)
    #expect(try binary.run(["list", "-n", "1"]).output.contains("leg 4"))
  }

  @Test func `The data home of the desktop goes before the home`() throws {
    var binary = try BuiltBinary()
    binary.variables["XDG_DATA_HOME"] = try binary.home.makeFolder("data")
    #expect(try binary.run(["pain", "4"]).status == 0)
    #expect(try binary.home.contents == ["data", "data/nerve", "data/nerve/journal.sqlite"])
    #expect(try binary.home.permissions(of: "data/nerve") == 0o700)
    #expect(try binary.home.permissions(of: "data/nerve/journal.sqlite") == 0o600)
  }

  /// The specification of the base directories says to ignore a relative one.
  @Test(arguments: ["", "data"])
  func `A data home that is empty or relative is ignored`(value: String) throws {
    var binary = try BuiltBinary()
    binary.variables["XDG_DATA_HOME"] = value
    #expect(try binary.run(["pain", "4"]).status == 0)
    #expect(try binary.home.contents.last == usual)
  }

  @Test func `The variable goes before the data home and the option before both`() throws {
    var binary = try BuiltBinary()
    binary.variables["XDG_DATA_HOME"] = binary.home["data"]
    binary.variables["NERVE_JOURNAL"] = binary.home["variable.sqlite"]
    #expect(try binary.run(["pain", "1"]).status == 0)
    #expect(try binary.run(["pain", "2", "--journal", "option.sqlite"]).status == 0)
    #expect(try binary.home.contents == ["option.sqlite", "variable.sqlite"])
    #expect(try binary.home.permissions(of: "option.sqlite") == 0o600)
    #expect(try binary.home.permissions(of: "variable.sqlite") == 0o600)
    let pain = "SELECT leg_pain FROM check_in"
    #expect(try JournalFile(path: binary.home["variable.sqlite"]).rows(pain) == ["1"])
    #expect(try JournalFile(path: binary.home["option.sqlite"]).rows(pain) == ["2"])
  }

  @Test func `A folder that was typed is not made`() throws {
    var binary = try BuiltBinary()
    binary.variables["NERVE_JOURNAL"] = binary.home["typo/journal.sqlite"]
    let transcript = try binary.run(["pain", "4"])
    #expect(
      transcript
        == Transcript(
          1,
          messages: "nerve: Cannot open the journal \(binary.home["typo/journal.sqlite"]): "
            + "its folder does not exist. Nothing was changed.\n"))
    #expect(try binary.home.contents.isEmpty)
  }

  @Test(arguments: [
    ["list"], ["month"], ["correlate"], ["sql", "SELECT 1"], ["shoe", "list"], ["undo"], ["redo"],
    ["history"],
    ["flare", "end"],
  ])
  func `Reading makes no journal and says how one begins`(command: [String]) throws {
    let binary = try BuiltBinary()
    let transcript = try binary.run(command)
    #expect(
      transcript
        == Transcript(
          1,
          messages: "nerve: No journal at \(binary.home[usual]) yet. "
            + "Log an entry to create it, for example: nerve pain 3\n"))
    #expect(try binary.home.contents.isEmpty)
  }

  @Test func `Without a home a file has to be named`() throws {
    var binary = try BuiltBinary()
    binary.wrapper = ["/usr/bin/env", "-u", "HOME"]
    #expect(
      try binary.run(["pain", "4"])
        == Transcript(
          64,
          messages: "nerve: Cannot find a home folder for the journal; "
            + "name a file with --journal.\n"))
    #expect(try binary.run(["pain", "4", "--journal", "here.sqlite"]).status == 0)
  }
}

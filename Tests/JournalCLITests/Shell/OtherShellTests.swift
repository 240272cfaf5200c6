import Foundation
import Testing

@testable import JournalCLI
@testable import JournalStore

/// Other programs in the place of the shell.
@Suite struct OtherShellTests {
  @Test(.enabled(if: Tool.isThere("sqlite3"), "sqlite3 is not installed"))
  func `The shell reads the journal and cannot write to it`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--quiet")
    let before = try desk.dump()
    let result = try BuiltBinary().run(
      ["shell", "--with", "sqlite3", "--journal", desk.folder["journal.sqlite"]],
      input: .text("SELECT leg_pain FROM check_in;\nDELETE FROM check_in;\n"))
    #expect(result.output == "4\n")
    #expect(result.messages.contains("readonly"))
    #expect(try desk.dump() == before)
  }

  @Test func `A program in the place of the shell sees a history of its own`() throws {
    let desk = try Desk()
    desk.results("pain", "4", "--quiet")
    for (name, told) in [("litecli", "litecli-history"), ("sqlite3", "-readonly")] {
      var binary = try BuiltBinary()
      let script =
        "#!/bin/sh\necho \"$@\"; echo \"$SQLITE_HISTORY\"; cat \"$2\" 2>/dev/null | head -5\n"
      let path = try binary.home.write(Array(script.utf8), to: name)
      chmod(path, 0o755)
      binary.variables["PATH"] = "\(binary.home.path):/usr/bin:/bin"
      let result = try binary.run([
        "shell", "--with", name, "--journal", desk.folder["journal.sqlite"],
      ])
      #expect(result.status == 0)
      #expect(result.output.contains(told))
      #expect(result.output.contains("\(binary.home.path)/.local/state/nerve/"))
      let folder = binary.home["/.local/state/nerve"]
      #expect(
        try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700
      )
    }
  }

  @Test(arguments: OtherShell.allCases)
  func `The functions are loaded where they are installed`(shell: OtherShell) throws {
    let desk = try Desk()
    desk.results("pain", "4", "--quiet")
    var binary = try BuiltBinary()
    let script = "#!/bin/sh\necho \"$@\"; cat \"$2\" 2>/dev/null\n"
    chmod(try binary.home.write(Array(script.utf8), to: shell.rawValue), 0o755)
    binary.variables["PATH"] = "\(binary.home.path):/usr/bin:/bin"
    // As `make install` lays them out.
    let files = FileManager.default
    for folder in ["bin", "lib/nerve"] {
      try files.createDirectory(
        atPath: binary.home["prefix/\(folder)"], withIntermediateDirectories: true)
    }
    let program = try #require(BuiltBinary.path)
    let installed = binary.home["prefix/bin/nerve"]
    try files.copyItem(atPath: program, toPath: installed)
    _ = try binary.home.write([], to: "prefix/lib/nerve/libnerve.so")
    binary.wrapper = ["/bin/sh", "-c", "shift; exec \(installed) \"$@\"", "sh"]
    let result = try binary.run([
      "shell", "--with", shell.rawValue, "--journal", desk.folder["journal.sqlite"],
    ])
    #expect(result.output.contains(".load"), "\(result)")
    #expect(result.output.contains("prefix/bin/../lib/nerve/libnerve.so"))
  }
}

import Foundation
import Testing

@testable import JournalCLI

@Suite struct InboxUnitTests {
  private func units(_ binary: BuiltBinary, _ arguments: String...) throws -> [String: String] {
    let told = try binary.run(["inbox", "--watch-unit"] + arguments)
    #expect(told.status == 0, "\(told.messages)")
    var units: [String: String] = [:]
    for part in told.output.components(separatedBy: "cat > ").dropFirst() {
      let lines = part.components(separatedBy: "\n")
      let name = try #require(lines[0].split(separator: "\"").first?.split(separator: "/").last)
      units[String(name)] = lines[1...].prefix { $0 != "UNIT" }.map { $0 + "\n" }.joined()
    }
    return units
  }

  @Test func `The units name the file, and escape what systemd would change`() throws {
    let binary = try BuiltBinary()
    try binary.home.makeFolder("100% mine $HOME")
    let units = try units(binary, "100% mine $HOME")
    #expect(units.keys.sorted() == ["path", "service", "timer"].map { "nerve-inbox.\($0)" })
    let path = binary.home["100%% mine $HOME"]
    #expect(units["nerve-inbox.path"]?.contains("\nPathChanged=\(path)\n") == true)
    let folder = binary.home["100%% mine $$HOME"]
    #expect(
      units["nerve-inbox.service"]?
        .contains(" inbox --quiet --no-input -- \"\(folder)\"\n") == true)
    #expect(!(try binary.home.contents).contains("journal.sqlite"))
  }

  @Test(.enabled(if: Tool.isThere("systemd-analyze")), arguments: [[], ["--activities"]])
  func `systemd accepts the units`(options: [String]) throws {
    let binary = try BuiltBinary()
    try binary.home.makeFolder("my watch 50%")
    let arguments = ["inbox", "--watch-unit", "my watch 50%", "--journal", "a b.sqlite"] + options
    let units = try binary.run(arguments)
    #expect(units.status == 0, "\(units.messages)")
    let folder = try TemporaryFolder()
    // Its own words put the units into place, without a systemd that runs.
    let lines = units.output.components(separatedBy: "\n").filter { !$0.hasPrefix("systemctl") }
    try folder.write(lines.joined(separator: "\n"), to: "install.sh")
    let process = Process()
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = [
      "-c",
      """
      set -e
      sh "$1/install.sh"
      cd "$1/systemd/user"
      ls | sort
      systemd-analyze verify --man=no ./*.service ./*.path ./*.timer
      """, "sh", folder.path,
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "XDG_CONFIG_HOME": folder.path, "HOME": folder.path,
    ]
    let pipe = Pipe()
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let told = String(
      decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(told)")
    let name = options.isEmpty ? "nerve-inbox" : "nerve-import"
    #expect(told == "\(name).path\n\(name).service\n\(name).timer\n", "\(told)")
  }

  @Test func `Activity files need a folder, and units one place`() throws {
    let desk = try Desk()
    #expect(desk.nerve("inbox", "--watch-unit", desk.inbox, "--activities").status == 64)
    #expect(desk.nerve("inbox", "--watch-unit", "a", "b").status == 64)
    #expect(desk.nerve("inbox", "--activities", desk.folder.path).status == 64)
    #expect(desk.nerve("inbox", "--watch-unit", "a\nb").status == 64)
    #expect(desk.nerve("inbox").status == 64)
  }

  @Test func `What the service runs reads the folder`() throws {
    let binary = try BuiltBinary()
    try binary.home.makeFolder("in box")
    try binary.home.write("2026-01-23 07:00 pain 4\n", to: "in box/a.txt")
    let service = try #require(try units(binary, "in box")["nerve-inbox.service"])
    let line = try #require(
      service.components(separatedBy: "\n").first { $0.hasPrefix("ExecStart=") })
    let words = shellWords(String(line.dropFirst("ExecStart=".count))) ?? []
    let told = try binary.run(Array(words.dropFirst()))
    #expect(told.status == 0, "\(told.messages)")
    #expect(told.output.isEmpty)
    let listed = try binary.run(["list", "--plain"])
    #expect(listed.output.contains("2026-01-23"))
  }
}

import Foundation
import JournalStore
import Testing
@testable import EntryInput
import JournalModel
@testable import JournalCLI

/// The red-flag card comes first, whatever else is wrong with the line.
@Suite struct RedFlagWordsTests {
  /// Every way to declare a sign that the parser takes.
  private static let declared: [[String]] =
    EmergencySign.allCases.flatMap { sign -> [[String]] in
      sign.names.flatMap { name -> [[String]] in
        sign.isDeclaredBy == nil
          ? [["--\(name)"]]
          : [["--\(name)", "both"], ["--\(name)=Bo"]]
      }
    } + [["both"], ["BO"]]

  /// What is wrong with the rest of a line, before and after the sign.
  private static let mistakes: [(before: [String], after: [String])] = [
    (["6"], ["--tinglin"]), (["--tinglin"], ["6"]), (["6", "--rech", "calf"], []),
    (["6"], ["--rech", "calf"]), (["6", "--bakc=2"], []), (["6"], ["--reach", "elbow"]),
    (["--back", "eleven"], ["6"]), (["11"], []), (["six"], []), (["6"], ["wobbly"]),
    (["6"], ["--time", "25:00"]), (["6"], ["--on", "someday"]), (["6"], ["--note"]),
    (["6"], ["--back"]), (["6"], ["--medication"]), (["6"], ["--back", "--reach", "calf"]),
    (["6"], ["--numbness", "--no-numbness"]), (["6"], ["--tingling=yes"]), (["6"], ["7"]),
    (["6"], ["left", "right"]), (["6", "calf", "foot"], []), (["6"], ["--morning", "--evening"]),
    (["6"], ["--note", "much", "worse", "now"]), (["6"], ["-x"]), (["-3"], []), (["6"], ["="]),
    (["6"], ["--"]), (["--", "6"], []), (["6"], ["--journal"]), (["6"], ["--help-me"]),
  ]

  @Test(arguments: mistakes.indices)
  func `The card comes beside every kind of mistake`(_ index: Int) throws {
    let (desk, mistake) = (try Desk(), Self.mistakes[index])
    for sign in Self.declared {
      let words = mistake.before + sign + mistake.after
      let output = desk.nerve(["pain"] + words).output
      #expect(output.hasPrefix(RedFlags.card), "\(words)")
      #expect(output.components(separatedBy: "EMERGENCY").count == 2, "\(words)")
    }
    let words = mistake.before + ["--bowel"] + mistake.after
    #expect(desk.nerve(["edit", "pain"] + words).output.hasPrefix(RedFlags.card), "\(words)")
  }

  @Test(arguments: ["pain", "check-in", "checkin", "check_in"])
  func `Every sign is found in the line of an edit`(alias: String) {
    for sign in Self.declared {
      for line in [sign + ["--tinglin"], ["--rech", "calf"] + sign, ["12", "6"] + sign + ["-x"]] {
        #expect(!MisspeltLine(["edit", alias] + line).signs.isEmpty, "\(line)")
      }
    }
  }

  @Test(arguments: ["--both", "--bilateral", "bilateral", "--legs=both"])
  func `Words for both sides count with dashes before them too`(word: String) throws {
    let output = try Desk().nerve(["pain", "6", word, "--tinglin"]).output
    #expect(output.hasPrefix(RedFlags.card))
  }

  /// Commands that are misspelt, or that take no sign.
  @Test(arguments: [
    ["pian", "6"], ["pai", "6"], ["6"], ["edit", "pian", "6"], ["edti", "pain", "6"], ["edit"],
    ["checkin"], ["check-in"], ["checkin", "--day", "yesterday"], ["pain", "edit", "6"],
    ["pain", "add", "6"], ["log", "pain", "6"], ["leg", "6"],
  ])
  func `The card comes also where the command is the wrong one`(command: [String]) throws {
    let desk = try Desk()
    for sign in [["--bladder"], ["--side", "both"], ["both"]] {
      let line = command + sign
      #expect(desk.nerve(line).output.hasPrefix(RedFlags.card), "\(line)")
    }
  }

  @Test(arguments: [
    ["run", "5km", "--saddle"], ["run", "5km", "--bowel", "--rpi", "5"], ["today", "--weakness"],
    ["flare", "start", "--bladder"], ["run", "5km", "--side", "both"],
    ["stretch", "piriformis", "3x30s", "--saddle"],
  ])
  func `An option that is a sign counts at every command`(line: [String]) throws {
    #expect(try Desk().nerve(line).output == RedFlags.card + "\n")
  }

  @Test(arguments: [
    "--saddel", "--sadle", "--bladde", "--bladdr", "--bowl", "--bowels", "--weaknes", "--weekness",
    "--weak", "-saddle", "—bladder", "––bowel", "--Saddle", "--BLADDER", "--bladder=yes",
    "--saddle=1", "bladder", "bowel", "saddle", "weakness", "bladdr", "Bowel",
    "--sde=both", "--side=bth", "--side=bohh", "bth",
  ])
  func `A sign that is misspelt itself brings the card`(word: String) throws {
    let desk = try Desk()
    let transcript = desk.nerve("pain", "6", word)
    #expect(transcript.status == 64)
    #expect(transcript.output == RedFlags.card + "\n")
    #expect(desk.nerve("edit", "pain", "--leg", "6", word).output == RedFlags.card + "\n")
  }

  @Test(arguments: [
    ["pain", "6", "--no-saddle", "--tinglin"], ["pain", "6", "--no-bladder", "--no-bowel", "-x"],
    ["pain", "6", "--side", "left", "--tinglin"], ["pain", "6", "--no-sadle"],
    ["pain", "6", "--nosaddle"], ["pain", "6", "--side=right", "--rech", "calf"],
    ["pain", "6", "--note", "bladder is fine", "--tinglin"],
    ["pain", "6", "--note=bladder", "--tinglin"], ["pain", "6", "--note", "bladder", "--tinglin"],
    ["pain", "6", "--medication", "saddle", "--tinglin"], ["pain", "6", "left", "bakc"],
    ["edit", "pain", "--clear", "bladder", "--tinglin"], ["edit", "pain", "--clear", "side", "-x"],
    ["stretch", "piriformis", "3x30s", "--side", "both", "--tinglin"],
    ["shoe", "add", "saddle", "blue", "suede"], ["search", "bladder", "--sinc", "mon"],
    ["serach", "bladder"], ["run", "5km", "both"], ["run", "5km", "--surface", "saddle", "-x"],
    ["pain", "6", "s"], ["pain", "6", "--b"], ["pain", "6", "middle"], ["sql", "--bladder-days"],
    ["month", "weakness"],
  ])
  func `What declares no sign brings no card`(line: [String]) throws {
    let transcript = try Desk().nerve(line)
    #expect(transcript.status != 0)
    #expect(!transcript.output.contains("EMERGENCY"), "\(line)")
  }

  /// The table and the parser cannot part: each name is an option of the commands
  /// that declare signs, and of no sign's option is one missing in the table.
  @Test(arguments: [["pain"], ["edit", "pain"]])
  func `The table holds the options as they are defined`(command: [String]) {
    let options = CommandPath(command).options.names
    for name in EmergencySign.allCases.flatMap(\.names) {
      #expect(options.contains(name))
      #expect(EmergencySign.called(name)?.names.contains(name) == true)
    }
    #expect(
      EmergencySign.allCases.map(\.names)
        == [["side"], ["weakness"], ["saddle"], ["bladder", "bowel"]])
  }

  @Test func `An argument that is no text keeps no card back`() throws {
    let binary = try BuiltBinary()
    let words = ["pain", "6", "--saddle", "--note"].map { Array($0.utf8) }
    let garbled = try binary.run(bytes: words + [[0xFF]])
    #expect(garbled.status == 64)
    #expect(garbled.output == RedFlags.card + "\n")
    // Where results cannot be written, the card is a message.
    let closed = try binary.run(["pain", "6", "--saddle"], output: .closed)
    #expect(closed.messages.hasPrefix(RedFlags.card + "\nnerve: Standard output is closed"))
  }

  @Test func `Both sides are seen beside words that mean nothing`() {
    #expect(
      EmergencySign.declared(by: ["zq9", "both", "11"]) == Changes(CheckIn { $0.side = .both }))
    #expect(EmergencySign.declared(by: ["BO"]) == Changes(CheckIn { $0.side = .both }))
    #expect(EmergencySign.declared(by: ["b", "buttock", "left"]).isEmpty)
  }
}

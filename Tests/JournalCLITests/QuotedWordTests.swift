import Testing

@testable import JournalCLI

/// Refusals tell which word could not be read.
@Suite struct QuotedWordTests {
  /// Lines in which `zq9` is what cannot be read.
  @Test(arguments: [
    "zq9", "help zq9", "shoe zq9", "edit zq9", "run zq9", "run 5km --zq9",
    "run 5km --rpe zq9", "run 5km --on zq9", "run 5km --start zq9", "run 5km --surface zq9",
    "run 5km --heart-rate=zq9", "run 5km --before zq9", "run 5km --shoe zq9", "run 5km zq9/km",
    "run 5km --note felt zq9", "run 5km --yes=zq9", "pain zq9", "pain 4 zq9", "pain 4 --side zq9",
    "pain 4 --reach zq9", "pain 4 --sleep zq9", "pain 4 --time zq9", "stretch zq9",
    "stretch calf 3xzq9", "stretch calf --side zq9", "stretch calf --run zq9",
    "stretch calf 3x30s zq9",
    "stretch calf --new --kind zq9", "rest zq9",
    "rest zq9..today",
    "gap zq9", "flare start --peak zq9", "flare start --run zq9", "flare reopen zq9",
    "guidance add rest --until zq9", "guidance add rest --limit zq9",
    "guidance add rest --time zq9",
    "guidance end zq9", "shoe add x --kind zq9", "shoe add x --drop zq9", "shoe retire zq9",
    "shoe default zq9", "exercise add x --kind zq9", "exercise list --kind zq9", "routine zq9",
    "routine add x zq9", "routine edit zq9", "routine delete zq9", "edit run zq9",
    "edit run --clear zq9", "edit pain --time zq9", "delete zq9", "delete run zq9", "undo zq9",
    "undo --import zq9", "redo zq9", "config zq9", "config units zq9", "config day-boundary zq9",
    "config smallest-change zq9", "config run-pain-limit zq9", "list zq9", "list -n zq9",
    "list --from zq9", "list --format zq9", "list --shoe zq9", "search zq9*x", "search --zq9 x",
    "show zq9", "history zq9", "history shoe zq9", "history -n zq9", "month zq9",
    "month --load zq9",
    "months --since zq9", "correlate --lags zq9", "correlate --load zq9", "correlate --timing zq9",
    "report --html x.html --for zq9", "schema zq9", "sql --saved zq9", "query zq9",
    "query show zq9", "sql x --format zq9",
    "sql x --timeout zq9",
    "export --format zq9", "sample new.sqlite --years zq9", "import x.csv --sport zq9",
    "today --plan zq9",
  ])
  func `The word that cannot be read is quoted`(line: String) throws {
    let desk = try Desk()
    for entry in [
      ["run", "5km"], ["pain", "4"], ["flare", "start"], ["shoe", "add", "x"],
      ["guidance", "add", "rest"],
    ] {
      desk.results(entry)
    }
    let before = try desk.dump()
    let transcript = desk.nerve(try #require(shellWords(line)))
    #expect(transcript.status != 0)
    #expect(transcript.messages.contains("zq9"), "\(transcript.messages)")
    #expect(try desk.dump() == before)
  }

  /// What has nothing near to it.
  @Test(arguments: [
    "fly", "nothing", "run 5km --tinglin", "run 5km --foo", "stretch yogaa", "pain 4 xylophone",
    "run 5km --shoe zebra", "list walks", "config colour", "edit run --clear weather",
    "stretch top",
  ])
  func `Nothing far-fetched is suggested`(line: String) throws {
    let desk = try Desk()
    for shoe in ["Hoka Clifton 9", "Ghost", "Ride"] { desk.results("shoe", "add", shoe) }
    let transcript = desk.nerve(try #require(shellWords(line)))
    #expect(transcript.status == 64)
    #expect(!transcript.messages.contains("did you mean"), "\(transcript.messages)")
  }

  @Test(arguments: [
    ("rnu 5km", "nerve run"), ("shoe lst", "nerve shoe list"), ("pain 4 --tinglin", "--tingling?"),
    ("pain 4 --medicaton x", "--medication?"), ("run 5km --shoe cliftn", "Hoka Clifton 9?"),
    ("stretch pirifromis", "piriformis?"), ("list strech", "stretch?"),
    ("config unit_s km", "units?"),
  ])
  func `A near miss is suggested`(line: String, told: String) throws {
    let desk = try Desk()
    desk.results("shoe", "add", "Hoka Clifton 9")
    #expect(desk.nerve(try #require(shellWords(line))).messages.contains(told))
  }

  @Test func `A shoe goes by any word of its name`() throws {
    let desk = try Desk()
    for shoe in ["Hoka Clifton 9", "Hoka Mach 6", "Clift", "Brooks Ghost"] {
      desk.results("shoe", "add", shoe)
    }
    for (typed, shoe) in [
      ("mach", "Hoka Mach 6"), ("clift", "Clift"), ("clifton", "Hoka Clifton 9"),
    ] {
      let told = desk.results("run", "5km", "--shoe", typed, "--yes")
      #expect(told.contains(", \(shoe) on"))
    }
    #expect(desk.nerve("run", "5km", "--shoe", "hoka").messages.contains("'hoka' could be"))
    #expect(desk.nerve("run", "5km", "--shoe", "ost").status == 64)
  }

  /// Texts, wherever one can be typed.
  @Test(arguments: [
    (["run", "5km", "--note", "-5 degrees, icy"], "SELECT note FROM run"),
    (["run", "5km", "--note", "-5"], "SELECT note FROM run"),
    (["pain", "4", "--note", "-3°C"], "SELECT note FROM check_in"),
    (["pain", "4", "--medication", "-2 pills"], "SELECT medication FROM check_in"),
    (["stretch", "calf", "--note", "-.5 cm"], "SELECT note FROM stretch"),
    (["cross", "swim", "30m", "--note", "- so so"], "SELECT note FROM cross_training"),
    (["flare", "start", "--trigger", "-20 outside"], "SELECT trigger_text FROM flare_up"),
    (["guidance", "add", "x", "--by", "-1 physio"], "SELECT given_by FROM guidance"),
    (["guidance", "add", "-5 kg"], "SELECT advice FROM guidance"),
    (["shoe", "add", "x", "--model", "-1 mm"], "SELECT model FROM footwear"),
    (
      ["exercise", "add", "x", "--note", "-90 degrees"],
      "SELECT note FROM exercise WHERE name = 'x'"
    ),
    (["routine", "add", "x", "calf", "--note", "-1 set"], "SELECT note FROM routine"),
  ])
  func `A text may begin with a dash and a digit`(arguments: [String], sql: String) throws {
    let desk = try Desk()
    desk.results(arguments)
    let text = try #require(arguments.last { $0.hasPrefix("-") && !$0.hasPrefix("--") })
    #expect(try desk.rows(sql) == [text])
  }

  @Test func `Other values that begin with a dash go on working`() throws {
    let desk = try Desk()
    desk.results("run", "5km", "--note", "-5 degrees", "--on", "-2d")
    #expect(try desk.rows("SELECT day, note FROM run") == ["2026-11-21|-5 degrees"])
    for search in [["search", "-5"], ["list", "--search", "-5"], ["search", "-5", "degrees"]] {
      #expect(desk.results(search).contains("-5 degrees"))
    }
    desk.results("correlate", "--lags", "-7...14")
    desk.results("rest", "-3d")
    for line in [
      ["pain", "-4"], ["run", "5km", "--rpe", "-5"], ["run", "5km", "--note", "--rpe"],
    ] {
      #expect(desk.nerve(line).status == 64)
    }
  }
}

import Testing
import JournalModel

@testable import JournalStore

@Suite struct SettingsTests {
  let journal: Journal

  init() throws {
    journal = try Journal.inMemory()
  }

  @Test func `A setting is set, changed and taken away, one action each`() throws {
    #expect(try journal.setting("units") == nil)
    #expect(try journal.set("units", to: nil) == nil)
    let logged = try #require(try journal.set("units", to: "mi"))
    #expect(try journal.set("units", to: "mi") == nil)
    #expect(try journal.set("units", to: "km")?.id == logged.id)
    #expect(try journal.settings() == ["units": "km"])
    #expect(try journal.set("units", to: nil)?.id == logged.id)
    #expect(try journal.settings().isEmpty)
    for expected in ["km", "mi", nil] {
      _ = try journal.undo()
      #expect(try journal.setting("units") == expected)
    }
    #expect(throws: JournalError.nothingToUndo) { _ = try journal.undo() }
  }

  @Test(arguments: ["", " ", String(repeating: "x", count: 1_001)])
  func `A value that is none is refused and nothing is changed`(value: String) throws {
    _ = try journal.set("morning_reminder", to: "Rate the leg")
    #expect(throws: JournalError.self) { _ = try journal.set("morning_reminder", to: value) }
    #expect(try journal.settings() == ["morning_reminder": "Rate the leg"])
    #expect(try journal.connection.integer("SELECT count(*) FROM action") == 1)
  }

  @Test func `One shoe at most is the default`() throws {
    let first = try journal.log(.footwear, ["name": "Pegasus"]).id
    let second = try journal.log(.footwear, ["name": "Nova"]).id
    #expect(try journal.setDefaultShoe(nil) == nil)
    #expect(try journal.setDefaultShoe(first)?.id == first)
    #expect(try journal.setDefaultShoe(first) == nil)
    #expect(try journal.setDefaultShoe(second)?.id == second)
    #expect(try journal.defaultShoe()?.name == "Nova")
    _ = try journal.undo()
    #expect(try journal.defaultShoe()?.name == "Pegasus")
    #expect(try journal.setDefaultShoe(nil)?.id == first)
    #expect(try journal.defaultShoe() == nil)
  }
}

import CivilDay
import Foundation
import JournalModel
import Testing

@Suite struct CatalogueTests {
  /// What is checked of every kind of record alike.
  private func check<Record: JournalRecord>(_: Record.Type) {
    let columns = Record.fields.map(\.field.name)
    #expect(Set(columns).count == columns.count)
    #expect(columns == Record.table.fields.map(\.name))
    let options = Record.fields.flatMap { $0.field.option?.names ?? [] }
    #expect(Set(options).count == options.count)
    for field in Record.fields {
      var record = Record()
      #expect(field.get(record) == .null)
      let value = sample(field.field)
      #expect(field.set(&record, value))
      #expect(field.get(record) == value, "\(field.field.name)")
      // No other field took it.
      #expect(Record.fields.count { !$0.get(record).isNull } == 1)
      #expect(Changes(record).applied(to: Record()) == record)
      #expect(!field.set(&record, wrong(field.field)))
      #expect(field.get(record) == value)
      #expect(field.set(&record, .null))
      #expect(record == Record())
      #expect(Record.field(field.path).field == field.field)
    }
  }

  /// A value that the field takes.
  private func sample(_ field: Field) -> StoredValue {
    switch field.kind {
    case .day: "2026-02-03"
    case .clockTime: "07:05:30"
    case .whole(let range): .integer(range.upperBound)
    case .number(let range, _): .real(range.upperBound)
    case .text: "x"
    case .choice(let words): .text(words.last)
    case .reference: 7
    }
  }

  /// A value of another kind.
  private func wrong(_ field: Field) -> StoredValue {
    switch field.kind {
    case .day, .clockTime, .text, .choice: 5
    case .whole, .number: "x"
    case .reference: 0.5
    }
  }

  @Test func `A field is stored in its column and read back`() {
    check(Run.self)
    check(CheckIn.self)
    check(Stretch.self)
    check(FlareUp.self)
    check(CrossTraining.self)
    check(MarkedDay.self)
    check(Guidance.self)
    check(Shoe.self)
    check(Exercise.self)
    check(Routine.self)
    check(RoutineStep.self)
  }

  @Test func `Changes set, clear and leave`() {
    var changes = Changes<CheckIn>()
    changes[\.legPain] = Rating(4)
    changes.clear(\.backPain)
    let before = CheckIn { ($0.backPain, $0.mood) = (Rating(2), Rating(7)) }
    let after = changes.applied(to: before)
    #expect(after == CheckIn { ($0.legPain, $0.mood) = (Rating(4), Rating(7)) })
    #expect(changes.mentions(\.backPain))
    #expect(!changes.mentions(\.mood))
    changes[\.legPain] = nil
    #expect(!changes.mentions(\.legPain))
    changes.set(\.legPain, to: nil)
    #expect(changes.mentions(\.legPain))
    #expect(changes.merging(Changes(before)).applied(to: CheckIn()) == before)
  }

  @Test(arguments: [("07:05", 25_500), ("23:59:59", 86_399), ("00:00:00", 0)])
  func `A time of day is read with or without seconds`(text: String, second: Int) {
    #expect(TimeOfDay(text)?.second == second)
    #expect(TimeOfDay(second: second).flatMap { TimeOfDay($0.description) }?.second == second)
  }

  @Test(arguments: ["7:05", "24:00", "07:60", "07:05:00:00", "", "+7:05"])
  func `What is no time of day is none`(text: String) {
    #expect(TimeOfDay(text) == nil)
  }

  @Test func `A rating has its ten points and no more`() {
    #expect(
      (-1...11).map { Rating($0) != nil } == [false] + Array(repeating: true, count: 11) + [false])
  }
}

import JournalModel
import Testing

@Suite struct FieldTests {
  private static let pain = Field("pain", .whole(0...10))
  private static let rpe = Field("rpe", .number(0...10, allowsZero: true))
  private static let distance = Field("distance_m", .number(0...1_000, allowsZero: false))
  private static let note = Field("note", .text(upTo: 5))
  private static let side = Field("side", .choice(["left", "right"]))
  private static let time = Field("time", .clockTime)
  private static let day = Field("day", .day, isRequired: true)

  @Test(
    arguments: [
      (pain, "4", 4), (pain, " 4 ", 4), (pain, "4.0", 4), (pain, 4.0, 4), (pain, "+4", 4),
      (pain, "0", 0), (pain, "-0", 0), (pain, "1e1", 10), (pain, "", .null), (pain, " \t", .null),
      (pain, .null, .null), (rpe, "6.5", 6.5), (rpe, 6, 6.0), (rpe, "-0.0", 0.0), (rpe, ".5", 0.5),
      (distance, "1e-9", 1e-9), (distance, 1_000, 1_000.0), (note, " a b ", "a b"),
      (note, 12, "12"), (note, 1.5, "1.5"), (note, "👩🏽‍🚀x", "👩🏽‍🚀x"), (side, "LEFT", "left"),
      (side, " right", "right"), (time, "07:05", "07:05:00"), (time, " 23:59:59 ", "23:59:59"),
      (day, " 2026-02-03 ", "2026-02-03"),
    ] as [(Field, StoredValue, StoredValue)])
  func `What a person or a file means is stored`(
    _ field: Field, _ value: StoredValue, _ stored: StoredValue
  ) throws {
    #expect(try field.stored(value) == stored)
  }

  @Test(
    arguments: [
      (pain, "3.5", "must be a whole number from 0 to 10"),
      (pain, 11, "must be a whole number from 0 to 10"),
      (pain, "0x5", "must be a whole number from 0 to 10"),
      (pain, "nan", "must be a whole number from 0 to 10"),
      (pain, "4/10", "must be a whole number from 0 to 10"),
      (pain, "four", "must be a whole number from 0 to 10"),
      (pain, "４", "must be a whole number from 0 to 10"),
      (pain, "1e999", "must be a whole number from 0 to 10"),
      (rpe, "0x1p1", "must be a number from 0 to 10"),
      (rpe, "6,5", "must be a number from 0 to 10"),
      (rpe, "inf", "must be a number from 0 to 10"),
      (rpe, .real(.nan), "must be a number from 0 to 10"),
      (distance, 0, "must be a number above 0, up to 1000"),
      (distance, "-0", "must be a number above 0, up to 1000"),
      (note, "123456", "is longer than 5 characters"),
      (note, "a\0b", "contains a NUL character"), (side, "both", "must be one of: left, right"),
      (side, 1, "must be one of: left, right"), (time, "+7:05", "must be an HH:MM time"),
      (time, "7:05", "must be an HH:MM time"),
      (time, "07:05:00:00", "must be an HH:MM time"),
      (day, "03.02.2026", "must be a YYYY-MM-DD date"),
      (day, 20_260_203, "must be a YYYY-MM-DD date"), (day, .null, "is missing"),
      (day, "  ", "is missing"),
    ] as [(Field, StoredValue, String)])
  func `What has no meaning is refused with a reason, without the value`(
    _ field: Field, _ value: StoredValue, _ reason: String
  ) throws {
    let problem = try #require(throws: FieldProblem.self) { try field.stored(value) }
    #expect(problem == FieldProblem(field.name, reason))
    #expect("\(problem)" == "\(field.name) \(reason).")
  }
}

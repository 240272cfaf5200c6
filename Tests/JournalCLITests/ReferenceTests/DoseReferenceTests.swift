import Foundation
import Testing

@testable import JournalCLI

@Suite struct DoseReferenceTests {
  struct Expected: Sendable, CustomTestStringConvertible {
    let player: String
    let lag: Int
    /// Points and standard errors, least load first.
    let bands: [(points: Double, error: Double)]
    var testDescription: String { player }
  }

  /// By statsmodels 0.15: OLS with the controls of the adjusted effect and a dummy
  /// for each third, `cov_type='HC3'`.
  static let expected = [
    Expected(
      player: "A_1", lag: 1,
      bands: [
        (0.038172004399, 0.088794376881), (-0.133941180119, 0.091749764125),
        (-0.326254118284, 0.099156335715),
      ]),
    Expected(
      player: "A_4", lag: 1,
      bands: [
        (-0.246462839655, 0.049481376831), (-0.440054187288, 0.055245792171),
        (-0.602476372956, 0.056164823707),
      ]),
  ]

  /// By numpy, from the whole hat matrix.
  @Test func `The thirds of a made-up diary are those of numpy`() throws {
    let diary = try DiaryFixture.named("harm")
    let desk = try Desk()
    let file = try desk.folder.write(diary.csv, to: "days.csv")
    let json = try ReadJSON(desk.results("dose", "--csv", file, "--timing", "morning", "--json"))
    let thirds = diary.json["expected"]["thirds"]
    #expect(json["lag"].int == thirds["lag"].int)
    try #require(json["bands"].array.count == 3)
    for (band, numbers) in zip(json["bands"].array, thirds["bands"].array) {
      expectClose(band["points"], numbers["b"].number, "points")
      expectClose(band["se"], numbers["se"].number, "standard error")
    }
  }

  @Test(Shared.isNeeded, arguments: expected)
  func `The thirds of a real diary are those of statsmodels`(expected: Expected) throws {
    // Rated from 1, very sore, to 5, not at all.
    let text = try String(
      contentsOfFile: Shared.path(
        "data/reference/tidy/soccermon_Team\(expected.player)_load_soreness.csv"),
      encoding: .utf8)
    let rows = text.split(whereSeparator: \.isNewline).map { line in
      var fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
      if let soreness = Double(fields[2]) { fields[2] = "\((5 - soreness) * 2.5)" }
      return fields.joined(separator: ",")
    }
    let desk = try Desk()
    let file = try desk.folder.write(rows.joined(separator: "\n") + "\n", to: "days.csv")
    let json = try ReadJSON(desk.results("dose", "--csv", file, "--timing", "morning", "--json"))
    #expect(json["lag"].int == expected.lag)
    let bands = json["bands"].array
    try #require(bands.count == 3)
    for (band, numbers) in zip(bands, expected.bands) {
      #expect(abs((band["points"].number ?? 0) + 2.5 * numbers.points) < 1e-10)
      #expect(abs((band["se"].number ?? 0) - 2.5 * numbers.error) < 1e-10)
    }
  }
}

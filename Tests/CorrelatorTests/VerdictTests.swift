import Correlator
import Testing

@Suite struct VerdictTests {
  /// What the rule said of these diaries: of the first, as they were made; of the
  /// others while an implementation that this project did not write gave the same.
  static let kinds: [String: Verdict.Kind] = [
    "harm": .worsens, "gaps": .worsens, "rests_when_sore": .noLinkSeen, "blocks": .noLinkSeen,
    "same_week": .notEnoughData, "constant_pain": .notEnoughData, "ten_days": .notEnoughData,
    "blocks150": .noLinkSeen, "const20": .notEnoughData, "gauss30": .notEnoughData,
    "loadnan400": .hint, "ord45_runs": .notEnoughData, "rc90": .hint, "thr200": .worsens,
    "tiny12": .notEnoughData, "week365": .noLinkSeen, "week60_mar": .notEnoughData,
    "worsen400": .worsens,
  ]

  @Test(arguments: Fixture.all)
  func `The rule gives the kinds that it gave`(fixture: Fixture) throws {
    let analysis = analyse(load: fixture.load, pain: fixture.pain)
    #expect(analysis.verdict.kind == Self.kinds[fixture.name])
  }

  @Test func `Every diary that the project ships is there`() {
    #expect(Set(Fixture.own.map(\.name)).count == 7)
  }
}

import Correlator
import Testing

@Suite struct VerdictTests {
  /// What the rule said of these diaries while an implementation that this project
  /// did not write gave the same.
  static let kinds: [String: Verdict.Kind] = [
    "blocks150": .noLinkSeen, "const20": .notEnoughData, "gauss30": .notEnoughData,
    "loadnan400": .hint, "ord45_runs": .notEnoughData, "rc90": .hint, "thr200": .worsens,
    "tiny12": .notEnoughData, "week365": .noLinkSeen, "week60_mar": .notEnoughData,
    "worsen400": .worsens,
  ]

  @Test(Shared.isNeeded) func `The rule gives the kinds that it gave`() throws {
    #expect(Set(Fixture.all.map(\.name)) == Set(Self.kinds.keys))
    for fixture in Fixture.all {
      let analysis = analyse(load: fixture.load, pain: fixture.pain)
      #expect(analysis.verdict.kind == Self.kinds[fixture.name], "\(fixture.name)")
    }
  }
}

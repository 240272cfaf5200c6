import CivilDay
import Testing

@testable import Correlator

/// Diaries of real people with a known answer: training makes muscles sore the
/// next day; steps were never shown to move a chronic knee pain.
@Suite struct RealDiaryTests {
  struct Control: Sendable, CustomTestStringConvertible {
    let file: String
    let kind: Verdict.Kind
    /// Points after a typical session at lag 1, with the 95 % interval.
    var points: (Double, Double, Double)?
    /// Whether the ratings look as if made after the training.
    var isDoubtful = false
    var testDescription: String { file }
  }

  /// Expected by METHOD 8, with morning timing.
  @Test(
    Shared.isNeeded,
    arguments: [
      Control(file: "pmdata_p01_srpe_soreness", kind: .worsens, points: (1.89, 1.46, 2.31)),
      Control(file: "soccermon_TeamA_1_load_soreness", kind: .worsens, points: (0.51, 0.4, 0.62)),
      Control(file: "soccermon_TeamA_2_load_soreness", kind: .worsens, points: (0.26, 0.1, 0.4)),
      Control(
        file: "soccermon_TeamA_4_load_soreness", kind: .worsens, points: (0.93, 0.78, 1.08)),
      Control(file: "myaiguide_p1_steps_knee_2017", kind: .noLinkSeen, isDoubtful: true),
      Control(file: "myaiguide_p1_steps_knee_2018", kind: .unclear, isDoubtful: true),
      Control(file: "myaiguide_p1_steps_knee_2019", kind: .noLinkSeen),
      Control(file: "myaiguide_p1_steps_knee_2020", kind: .noLinkSeen, isDoubtful: true),
      Control(file: "myaiguide_p2_steps_knee", kind: .noLinkSeen, isDoubtful: true),
      Control(file: "pmdata_p07_srpe_soreness", kind: .unclear),
      Control(file: "pmdata_p02_srpe_soreness", kind: .notEnoughData),
      Control(file: "pmdata_p04_srpe_soreness", kind: .notEnoughData),
      Control(file: "pmdata_p06_srpe_soreness", kind: .notEnoughData),
      Control(file: "myaiguide_p7_steps_hip", kind: .notEnoughData),
    ])
  func `Known answers come out`(control: Control) throws {
    var (load, pain) = try Shared.diary("data/reference/tidy/\(control.file).csv")
    if control.file.hasSuffix("soreness") {
      // Rated from 1, very sore, to 5, not at all.
      pain = DailySeries(
        firstDay: pain.firstDay, values: pain.values.map { $0.map { (5 - $0) * 2.5 } })
    }
    let analysis = analyse(Diary(load: load, pain: pain, timing: .morning))
    #expect(analysis.verdict.kind == control.kind)
    #expect(analysis.timingIsDoubtful == control.isDoubtful)
    guard let points = control.points else { return }
    let typical = try #require(analysis.typicalRun)
    let first = try #require(analysis.lags.first { $0.correlation.lag == 1 }?.adjusted?.estimate)
    expectClose(first.slope * typical, points.0, "points", tolerance: 0.005)
  }
}

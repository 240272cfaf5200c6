import CivilDay
import Testing

@testable import Correlator

/// Diaries of real people with a known answer: training makes muscles sore the
/// next day; steps were never shown to move a chronic knee pain.
@Suite struct RealDiaryTests {
  struct Control: Sendable, CustomTestStringConvertible {
    let file: String
    let verdict: String
    /// Points after a typical session at lag 1, with the 95 % interval.
    var points: (Double, Double, Double)?
    /// The pairs at hand, if they are too few.
    var pairs: Int?
    var testDescription: String { file }
  }

  /// Expected by METHOD 8: one snapshot at 0.05 of the reference.
  @Test(
    Shared.isNeeded,
    arguments: [
      Control(
        file: "pmdata_p01_srpe_soreness", verdict: "worsens", points: (1.89, 1.46, 2.31)),
      Control(file: "soccermon_TeamA_1_load_soreness", verdict: "worsens"),
      Control(file: "soccermon_TeamA_2_load_soreness", verdict: "worsens"),
      Control(
        file: "soccermon_TeamA_4_load_soreness", verdict: "worsens", points: (0.93, 0.78, 1.08)),
      Control(file: "pmdata_p04_srpe_soreness", verdict: "no_link_seen"),
      Control(file: "pmdata_p06_srpe_soreness", verdict: "no_link_seen"),
      Control(file: "pmdata_p07_srpe_soreness", verdict: "no_link_seen"),
      Control(file: "myaiguide_p1_steps_knee_2017", verdict: "no_link_seen"),
      Control(file: "myaiguide_p1_steps_knee_2018", verdict: "no_link_seen"),
      Control(file: "myaiguide_p1_steps_knee_2019", verdict: "no_link_seen"),
      Control(file: "myaiguide_p1_steps_knee_2020", verdict: "no_link_seen"),
      Control(file: "pmdata_p02_srpe_soreness", verdict: "not_enough_data", pairs: 59),
      Control(file: "myaiguide_p7_steps_hip", verdict: "not_enough_data", pairs: 45),
    ])
  func `Known answers come out`(control: Control) throws {
    var diary = try Shared.diary("data/reference/tidy/\(control.file).csv")
    if control.file.hasSuffix("soreness") {
      // Rated from 1, very sore, to 5, not at all.
      diary.pain = DailySeries(
        firstDay: diary.pain.firstDay,
        values: diary.pain.values.map { $0.map { (5 - $0) * 2.5 } })
    }
    var snapshot = Snapshot(PairedDays(load: diary.load, pain: diary.pain), timing: .morning)
    if let pairs = control.pairs {
      #expect(snapshot.shortfall?.pairs == pairs)
      #expect(snapshot.shortfall?.reason == .fewerThan60DayPairs)
      return
    }
    #expect(snapshot.shortfall == nil)
    let kind = Verdict.direction(snapshot.counting(at: 0.05))?.rawValue
    let bounds = Bounds(snapshot, sesoi: 1)
    #expect((kind ?? (bounds.largest < 1 ? "no_link_seen" : "other")) == control.verdict)
    if let points = control.points {
      let first = snapshot.effects[0].estimate
      expectClose(snapshot.points(first.slope), points.0, "points", tolerance: 0.005)
      expectClose(snapshot.points(first.ci95.lower), points.1, "lower", tolerance: 0.005)
      expectClose(snapshot.points(first.ci95.upper), points.2, "upper", tolerance: 0.005)
    }
  }
}

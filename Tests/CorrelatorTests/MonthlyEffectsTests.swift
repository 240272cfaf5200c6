import CivilDay
import Testing

@testable import Correlator

@Suite struct MonthlyEffectsTests {
  /// Expected by numpy, with months of 30 days.
  @Test(arguments: AdjustedEffectTests.adjusted)
  func `Groups of days contribute what the reference says`(fixture: Fixture) throws {
    let expected = fixture.expected["months_30day_lag1"]
    let diary = PairedDays(load: fixture.load, pain: fixture.pain)
    let model = EffectModel(diary, timing: .morning)
    let sums = model.sums(lag: 1) { $0 / 30 }
    #expect((sums == nil) == expected.isNull)
    guard let sums, let estimate = model.shown(at: 1) else { return }
    expectClose(estimate.residualVariance, expected["sigma2"], "sigma²")
    let table = MonthTable(sums, residualVariance: estimate.residualVariance)
    expectClose(
      table.betweenVariance, expected["tau2_paule_mandel"], "tau²", tolerance: 1e-8)
    let months = expected["months"].array
    #expect(sums.groups.map(\.group) == months.map { $0["month"].int })
    #expect(sums.groups.map(\.days) == months.map { $0["days"].int })
    for (effect, month) in zip(table.effects, months) {
      expectClose(effect?.slope, month["b"], "slope")
      expectClose(effect?.standardError, month["se"], "standard error")
    }
  }
}

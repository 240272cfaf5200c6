import Testing

@testable import Reports

/// The one thing to do next, branch by branch.
@Suite struct NextStepTests {
  typealias Findings = NextStep.Findings

  private func step(_ change: (inout Findings) -> Void) -> NextStep {
    var findings = Findings()
    change(&findings)
    return NextStep(findings)
  }

  @Test func `Nothing is asked of complete records without a claim`() {
    #expect(step { _ in } == .nothing(.complete(moreDays: nil)))
    #expect(step { $0.moreDays = 40 } == .nothing(.complete(moreDays: 40)))
  }

  @Test func `A red flag comes before everything`() {
    #expect(step { $0.hasRedFlag = true } == .seeSomeone(.redFlag))
    #expect(
      step {
        $0.hasRedFlag = true
        $0.hasGuidance = true
        $0.flareUpDays = 100
        $0.knowsRuns = false
        $0.ratedMornings = Rate(count: 0, of: 56)
        $0.hasClaim = true
      } == .seeSomeone(.redFlag))
  }

  @Test(arguments: [(27, false), (28, true), (90, true)])
  func `A flare-up of four weeks is a reason to see someone`(days: Int, isLong: Bool) {
    #expect(
      step { $0.flareUpDays = days }
        == (isLong ? .seeSomeone(.longFlareUp(days: days)) : .nothing(.flareUp)))
    // Whoever gave guidance has been seen.
    #expect(
      step {
        $0.flareUpDays = days
        $0.hasGuidance = true
      } == .nothing(.guidance))
  }

  @Test func `Without a run, runs are missing, unless there is a reason not to run`() {
    #expect(step { $0.knowsRuns = false } == .record(.runs))
    for careful in [{ $0.hasGuidance = true }, { $0.flareUpDays = 3 }]
      as [(inout Findings) -> Void]
    {
      let next = step {
        $0.knowsRuns = false
        careful(&$0)
      }
      #expect(next != .record(.runs))
    }
  }

  @Test func `Runs without the measure of load need it`() {
    #expect(
      step {
        $0.unmeasuredRunDays = 7
        $0.ratedMornings = Rate(count: 0, of: 56)
      } == .record(.load(runDays: 7)))
  }

  @Test func `Ratings before running come before everything else of the days`() {
    #expect(
      step {
        $0.ratedMornings = Rate(count: 18, of: 31)
        $0.unknownDays = 9
        $0.missesRatingsAfterRuns = true
      } == .rateBeforeRunning(18, of: 31))
    #expect(
      step {
        $0.unknownDays = 9
        $0.missesRatingsAfterRuns = true
      } == .record(.restDays(9)))
  }

  @Test func `Ratings that go missing are asked for`() {
    #expect(step { $0.missesRatingsAfterRuns = true } == .record(.ratingsAfterRuns))
    #expect(step { $0.missesRatingsAfterBadDays = true } == .record(.ratingsAfterBadDays))
  }

  @Test func `Rest days that the answer hangs on need a mark`() {
    #expect(
      step {
        $0.hangsOnImpliedRest = true
        $0.hasClaim = true
      } == .record(.impliedRestDays))
  }

  @Test func `Another run day comes before a trial`() {
    for day in [nil, 3] {
      #expect(
        step {
          $0.needsAnotherRunDay = true
          $0.fixedRunDay = day
          $0.hasClaim = true
        } == .varyRunDay(day))
    }
    #expect(step { $0.hasClaim = true } == .planTrial(.lessRunning))
    #expect(
      step {
        $0.hasClaim = true
        $0.dependsOnLength = true
      } == .planTrial(.shorterRuns))
  }

  @Test(arguments: [(13, true), (14, false)])
  func `In the first two weeks there is nothing to change`(days: Int, isTooEarly: Bool) {
    let next = step {
      $0.journalDays = days
      $0.hasClaim = true
    }
    #expect((next == .nothing(.tooEarly)) == isTooEarly)
  }

  /// Every combination of the findings.
  @Test func `With a red flag, guidance or a flare-up, running is never advised`() {
    let switches: [(inout Findings) -> Void] = [
      { $0.knowsRuns = false }, { $0.unmeasuredRunDays = 4 },
      { $0.ratedMornings = Rate(count: 3, of: 56) }, { $0.unknownDays = 20 },
      { $0.missesRatingsAfterRuns = true },
      { $0.missesRatingsAfterBadDays = true }, { $0.hangsOnImpliedRest = true },
      { $0.needsAnotherRunDay = true },
      { $0.hasClaim = true }, { $0.moreDays = 60 }, { $0.journalDays = 5 },
    ]
    let precautions: [(inout Findings) -> Void] = [
      { $0.hasRedFlag = true }, { $0.hasGuidance = true }, { $0.flareUpDays = 1 },
      { $0.flareUpDays = 40 },
    ]
    var steps: Set<String> = []
    for precaution in precautions {
      for chosen in 0..<(1 << switches.count) {
        let next = step { findings in
          precaution(&findings)
          for (index, change) in switches.enumerated() where chosen & (1 << index) != 0 {
            change(&findings)
          }
        }
        switch next {
        case .seeSomeone: steps.insert("see")
        case .rateBeforeRunning: steps.insert("rate")
        case .record(let gap):
          steps.insert("record")
          #expect(gap != .runs)
        case .nothing(let reason):
          steps.insert("nothing")
          #expect(reason == .guidance || reason == .flareUp)
        case .varyRunDay, .planTrial: Issue.record("\(next)")
        }
      }
    }
    #expect(steps == ["see", "rate", "record", "nothing"])
  }
}

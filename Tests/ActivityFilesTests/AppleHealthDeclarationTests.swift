import ActivityFiles
import Testing

/// What Apple Health writes that is no XML.
@Suite struct AppleHealthDeclarationTests {
  private static let workout = """
    <HealthData locale="en_GB">
     <Workout workoutActivityType="HKWorkoutActivityTypeRunning" duration="30" durationUnit="min"
     sourceName="Watch" startDate="2026-10-03 08:00:00 +0200"
     endDate="2026-10-03 08:30:00 +0200"/>
    </HealthData>
    """

  @Test func `Broken declarations before the first element do not matter`() throws {
    // As iOS 16 has it: one declaration is not closed, another closed twice.
    let declarations = """
      <?xml version="1.0" encoding="UTF-8"?>
      <!DOCTYPE HealthData [
      <!-- HealthKit Export Version: 12 -->
      <!ELEMENT HealthData (ExportDate,Me,(Record|Workout|VisionPrescription)*)>
      <!ATTLIST VisionPrescription
        type CDATA #REQUIRED
        brand CDATA #IMPLIED
      <!ELEMENT RightEye EMPTY>
      >
      <!ATTLIST RightEye
        sphere CDATA #IMPLIED
      >>
      ]>

      """
    let reading = try Reading(declarations + Self.workout)
    #expect(reading.format == .appleHealth)
    #expect(reading.activities.map(\.movingSeconds) == [1800])
  }

  @Test func `Control characters in names are blanks`() throws {
    let reading = try Reading(Self.workout.replacing("Watch", with: "My\u{0B}Watch\u{1F}2"))
    #expect(reading.activities.map(\.device) == ["My Watch 2"])
  }

  @Test func `Entities are never expanded`() throws {
    let text =
      "<!DOCTYPE HealthData [<!ENTITY a \"aaaa\">]>"
      + Self.workout.replacing("Watch", with: "&a;")
    #expect(try Reading(text).activities.map(\.device) == ["&a;"])
  }
}

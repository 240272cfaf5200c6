import ActivityFiles
import Testing

/// The bytes of a file that `build` fills.
func fitFile(headerSize: UInt8 = 14, _ build: (inout FITBuilder) -> Void) -> [UInt8] {
  var builder = FITBuilder()
  build(&builder)
  return builder.file(headerSize: headerSize)
}

/// The one activity of a sound file.
func onlyActivity(_ build: (inout FITBuilder) -> Void) throws -> ImportedActivity {
  let (activities, warnings) = try FITFile.activities(in: fitFile(build))
  #expect(warnings.isEmpty)
  try #require(activities.count == 1)
  return activities[0]
}

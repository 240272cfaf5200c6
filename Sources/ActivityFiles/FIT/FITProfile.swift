// The numbers of messages and fields in the FIT profile ("Global FIT Profile" of
// the public FIT SDK), as far as they describe an activity as a whole.

/// The kind of a message.
struct FITMessageKind: Hashable {
  /// The number in the profile.
  let number: UInt16

  static let fileID = Self(number: 0)
  static let deviceSettings = Self(number: 2)
  static let sport = Self(number: 12)
  static let session = Self(number: 18)
  static let lap = Self(number: 19)
  static let record = Self(number: 20)
  static let event = Self(number: 21)
  static let deviceInfo = Self(number: 23)
  static let activity = Self(number: 34)
  static let timestampCorrelation = Self(number: 162)
}

/// A field of a message.
struct FITField {
  /// The number in the profile.
  let number: UInt8
  /// The divisor from the number in the file to the unit.
  let scale: Double

  private init(_ number: UInt8, scale: Double = 1) {
    self.number = number
    self.scale = scale
  }

  /// The time of writing; the same in all messages.
  static let timestamp = Self(253)

  enum FileID {
    static let type = FITField(0)
    static let manufacturer = FITField(1)
    static let product = FITField(2)
    static let productName = FITField(8)
  }

  enum DeviceInfo {
    /// Zero is the recording device, others are its sensors.
    static let index = FITField(0)
    static let manufacturer = FITField(2)
    static let product = FITField(4)
    static let productName = FITField(27)
  }

  enum DeviceSettings {
    /// Seconds from UTC to local time, as 32 bits of undeclared sign.
    static let timeOffset = FITField(2)
  }

  enum Sport {
    static let sport = FITField(0)
    static let subSport = FITField(1)
  }

  enum Activity {
    static let localTimestamp = FITField(5)
  }

  enum TimestampCorrelation {
    static let localTimestamp = FITField(3)
  }

  enum Event {
    static let event = FITField(0)
    static let type = FITField(1)
  }

  enum Record {
    /// Half turns east of Greenwich, in 31 bits.
    static let longitude = FITField(1, scale: 2_147_483_648)
    static let heartRate = FITField(3)
    static let cadence = FITField(4)
    static let distance = FITField(5, scale: 100)
    /// Three bytes: 12 bits of speed, then 12 bits of a distance that wraps.
    static let compressedSpeedDistance = FITField(8)
    static let fractionalCadence = FITField(53, scale: 128)
  }

  enum Session {
    static let startTime = FITField(2)
    static let sport = FITField(5)
    static let subSport = FITField(6)
    static let elapsedTime = FITField(7, scale: 1000)
    static let timerTime = FITField(8, scale: 1000)
    static let distance = FITField(9, scale: 100)
    /// Strides of a run or walk, each of two steps.
    static let cycles = FITField(10)
    static let averageHeartRate = FITField(16)
    static let maximumHeartRate = FITField(17)
    static let averageCadence = FITField(18)
    static let ascent = FITField(22)
    static let descent = FITField(23)
    static let laps = FITField(26)
    static let movingTime = FITField(59, scale: 1000)
    static let averageFractionalCadence = FITField(92, scale: 128)
    /// Perceived exertion from 0 to 100.
    static let exertion = FITField(193, scale: 10)
  }

  enum Lap {
    static let startTime = FITField(2)
    static let elapsedTime = FITField(7, scale: 1000)
    static let timerTime = FITField(8, scale: 1000)
    static let distance = FITField(9, scale: 100)
    static let cycles = FITField(10)
    static let averageHeartRate = FITField(15)
    static let maximumHeartRate = FITField(16)
    static let averageCadence = FITField(17)
    static let ascent = FITField(21)
    static let descent = FITField(22)
    static let sport = FITField(25)
    static let subSport = FITField(39)
    static let movingTime = FITField(52, scale: 1000)
    static let averageFractionalCadence = FITField(80, scale: 128)
  }
}

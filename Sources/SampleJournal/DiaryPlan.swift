import CivilDay

/// The facts settled before a diary's first day: shoes, flare-ups and holidays.
struct DiaryPlan {
  /// A planned flare-up.
  struct Flare {
    let days: ClosedRange<Day>
    /// The points it adds at its worst.
    let height: Double
    let trigger: String

    /// The points that the flare-up adds on `day`: up within three days, then
    /// slowly down.
    func addition(on day: Day) -> Double {
      guard days.contains(day) else { return 0 }
      let age = Double(days.lowerBound.distance(to: day) + 1)
      let length = Double(days.count)
      return height * (age <= 3 ? age / 3 : 1 - 0.85 * (age - 3) / (length - 3))
    }
  }

  let days: ClosedRange<Day>
  let flares: [Flare]
  let holidays: [ClosedRange<Day>]
  let shoes: [SampleShoe]

  private static let shoeNames = [
    "Harrier", "Curlew", "Plover", "Kestrel", "Dunlin", "Merlin", "Redshank", "Osprey",
  ]
  private static let kinds = [
    ("cushioned", 8.0), ("trail", 4.0), ("stability", 10.0), ("minimal", 0),
  ]
  private static let triggers = ["long drive", "hill session", "moving house", "unclear"]

  init(years: Int, lastDay: Day, using random: inout SplitMix64) {
    let firstDay = lastDay - (years * 365 + years / 4 - 1)
    var flares: [Flare] = []
    var holidays: [ClosedRange<Day>] = []
    var shoes: [SampleShoe] = []
    for year in 0..<years {
      let newYear = firstDay + 365 * year
      // Flare-ups are in the first 230 days of a year, holidays after that.
      let onset = newYear + random.whole(70...200)
      flares.append(
        Flare(
          days: onset...(onset + random.whole(13...24)), height: 3.5 + 1.5 * random.uniform(),
          trigger: Self.triggers[random.whole(0...3)]))
      if year % 2 == 1 || years == 1 {
        let departure = newYear + random.whole(250...300)
        holidays.append(departure...(departure + 13))
      }
      let bought = year == 0 ? firstDay : newYear - random.whole(10...60)
      let retired = bought + random.whole(690...715)
      let (kind, drop) = Self.kinds[year % Self.kinds.count]
      let round = year / Self.shoeNames.count
      let name = Self.shoeNames[year % Self.shoeNames.count]
      shoes.append(
        SampleShoe(
          name: round == 0 ? name : "\(name) \(round + 1)", kind: kind, dropMillimetres: drop,
          firstDay: bought, startingMetres: year == 0 ? 120_000 : 0, limitMetres: 800_000,
          retiredDay: retired < lastDay ? retired : nil))
    }
    days = firstDay...lastDay
    self.flares = flares
    self.holidays = holidays
    self.shoes = shoes
  }

  /// The pairs available on `day`; never none.
  func shoes(on day: Day) -> [SampleShoe] {
    shoes.filter { $0.firstDay <= day && day <= $0.retiredDay ?? day }
  }
}

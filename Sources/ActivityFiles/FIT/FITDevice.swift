/// The device that recorded a FIT file, from its first message and its own.
struct FITDevice {
  private var manufacturer: Int?
  private var product: Int?
  private var productName: String?

  /// Takes the values of a file's first message.
  mutating func add(fileID message: FITMessage) {
    typealias FileID = FITField.FileID
    manufacturer = message.integer(FileID.manufacturer) ?? manufacturer
    product = message.integer(FileID.product) ?? product
    productName = message.text(FileID.productName) ?? productName
  }

  /// Takes the values of a message about the device itself, and skips sensors.
  mutating func add(info message: FITMessage) {
    typealias DeviceInfo = FITField.DeviceInfo
    guard message.integer(DeviceInfo.index) == 0 else { return }
    manufacturer = manufacturer ?? message.integer(DeviceInfo.manufacturer)
    product = product ?? message.integer(DeviceInfo.product)
    productName = message.text(DeviceInfo.productName) ?? productName
  }

  /// The product name, such as "Garmin Forerunner 935", or `nil` if unknown.
  var name: String? {
    let maker = manufacturer.flatMap { Self.makers[$0] }
    let model = productName ?? (manufacturer == Self.garmin ? garminModel : nil)
    guard let maker, let model else { return model ?? maker }
    return model.lowercased().hasPrefix(maker.lowercased()) ? model : "\(maker) \(model)"
  }

  private var garminModel: String? {
    product.flatMap { Self.garminModels[$0] }
  }

  private static let garmin = 1

  /// The makers of watches, bike computers and apps that write activities.
  private static let makers: [Int: String] = [
    1: "Garmin", 6: "SRM", 16: "Timex", 23: "Suunto", 32: "Wahoo", 38: "O-synce", 40: "Concept2",
    45: "Xplova", 48: "Pioneer", 67: "Bkool", 68: "CatEye", 69: "Stages", 70: "Sigma",
    71: "TomTom", 73: "Wattbike", 86: "Elite", 89: "Tacx", 95: "Stryd", 107: "Magene",
    111: "Technogym", 112: "Bryton", 115: "iGPSport", 123: "Polar", 128: "iFit", 132: "Cycplus",
    142: "TAG Heuer", 150: "Myzone", 258: "Lezyne", 260: "Zwift", 265: "Strava", 267: "Bryton",
    281: "TrainerRoad", 282: "The Sufferfest", 289: "Hammerhead", 294: "COROS", 300: "Nurvv",
    305: "Whoop", 307: "OneLap", 309: "Form", 310: "Decathlon", 315: "RGT Cycling", 326: "Nike",
    331: "MyWhoosh",
  ]

  /// The watches numbered in Garmin's profile, which seldom write their names.
  private static let garminModels: [Int: String] = [
    717: "Forerunner 405", 782: "Forerunner 50", 988: "Forerunner 60", 1018: "Forerunner 310XT",
    1036: "Edge 500", 1124: "Forerunner 110", 1169: "Edge 800", 1325: "Edge 200",
    1328: "Forerunner 910XT", 1345: "Forerunner 610", 1436: "Forerunner 70",
    1446: "Forerunner 310XT", 1482: "Forerunner 10", 1551: "Fenix", 1561: "Edge 510",
    1567: "Edge 810", 1623: "Forerunner 620", 1632: "Forerunner 220", 1765: "Forerunner 920XT",
    1836: "Edge 1000", 1903: "Forerunner 15", 1907: "Vivoactive", 1967: "Fenix 2", 1988: "Epix",
    2050: "Fenix 3", 2067: "Edge 520", 2148: "Forerunner 25", 2153: "Forerunner 225",
    2156: "Forerunner 630", 2157: "Forerunner 230", 2158: "Forerunner 735XT",
    2337: "Vivoactive HR", 2413: "Fenix 3 HR", 2431: "Forerunner 235", 2503: "Forerunner 35",
    2530: "Edge 820", 2544: "Fenix 5S", 2604: "Fenix 5X", 2691: "Forerunner 935", 2697: "Fenix 5",
    2700: "Vivoactive 3", 2713: "Edge 1030", 2886: "Forerunner 645", 2888: "Forerunner 645 Music",
    2891: "Forerunner 30", 2900: "Fenix 5S Plus", 2988: "Vivoactive 3 Music",
    3076: "Forerunner 245",
    3077: "Forerunner 245 Music", 3110: "Fenix 5 Plus", 3111: "Fenix 5X Plus",
    3113: "Forerunner 945", 3121: "Edge 530", 3122: "Edge 830", 3126: "Instinct",
    3224: "Vivoactive 4S", 3225: "Vivoactive 4", 3226: "Venu", 3251: "MARQ Athlete",
    3282: "Forerunner 45", 3287: "Fenix 6S", 3288: "Fenix 6S", 3289: "Fenix 6", 3290: "Fenix 6",
    3291: "Fenix 6X", 3466: "Instinct Solar", 3589: "Forerunner 745", 3596: "Venu Sq Music",
    3600: "Venu Sq", 3638: "Enduro", 3652: "Forerunner 945 LTE", 3703: "Venu 2", 3704: "Venu 2S",
    3843: "Edge 1040", 3851: "Venu 2 Plus", 3869: "Forerunner 55", 3888: "Instinct 2",
    3889: "Instinct 2S", 3905: "Fenix 7S", 3906: "Fenix 7", 3907: "Fenix 7X", 3943: "Epix 2",
    3990: "Forerunner 255 Music", 3991: "Forerunner 255S Music", 3992: "Forerunner 255",
    3993: "Forerunner 255S", 4024: "Forerunner 955", 4061: "Edge 540", 4062: "Edge 840",
    4105: "MARQ 2", 4115: "Venu Sq 2", 4116: "Venu Sq 2 Music", 4135: "Tactix 7",
    4155: "Instinct Crossover", 4257: "Forerunner 265", 4258: "Forerunner 265S", 4260: "Venu 3",
    4261: "Venu 3S", 4312: "Epix Pro", 4313: "Epix Pro", 4314: "Epix Pro", 4315: "Forerunner 965",
    4341: "Enduro 2", 4374: "Fenix 7S Pro", 4375: "Fenix 7 Pro", 4376: "Fenix 7X Pro",
    4394: "Instinct 2X", 4426: "Vivoactive 5", 4432: "Forerunner 165",
    4433: "Forerunner 165 Music", 4440: "Edge 1050", 4532: "Fenix 8 Solar",
    4533: "Fenix 8 Solar", 4534: "Fenix 8", 4536: "Fenix 8", 4575: "Enduro 3",
    4583: "Instinct E", 4584: "Instinct E", 4585: "Instinct 3", 4586: "Instinct 3",
    4587: "Instinct 3", 4625: "Vivoactive 6", 4666: "Fenix E",
  ]
}

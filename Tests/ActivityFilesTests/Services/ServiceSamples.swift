/// Files of services, made by hand from what is known of their formats: a run of
/// 10.02 km in 1:02:33 that began on 2026-10-01 at 08:00:00, two hours ahead of
/// UTC, and another activity.
enum ServiceSamples {
  static let fitbit = """
    [{"logId":7001,"activityName":"Run","activityTypeId":90009,
    "activityLevel":[{"minutes":1,"name":"very"}],"averageHeartRate":150,"calories":700,
    "duration":3900000,"activeDuration":3753000,"steps":10750,"logType":"tracker",
    "distance":10.02,"distanceUnit":"Kilometer","elevationGain":55,
    "source":{"type":"tracker","name":"Charge 5","id":"1"},
    "heartRateZones":[{"name":"Peak","min":160,"max":220,"minutes":3}],
    "lastModified":"10/01/26 08:00:00","startTime":"10/01/26 06:00:00"},
    {"logId":7002,"activityName":"Walk","duration":600000,"startTime":"10/02/26 06:00:00"}]
    """

  static let samsung = """
    com.samsung.shealth.exercise,6310011,22
    com.samsung.health.exercise.datauuid,com.samsung.health.exercise.start_time,\
    com.samsung.health.exercise.time_offset,com.samsung.health.exercise.exercise_type,\
    com.samsung.health.exercise.duration,com.samsung.health.exercise.distance,\
    com.samsung.health.exercise.mean_heart_rate,com.samsung.health.exercise.max_heart_rate,\
    com.samsung.health.exercise.altitude_gain,com.samsung.health.exercise.altitude_loss,\
    com.samsung.health.exercise.count,com.samsung.health.exercise.count_type,\
    com.samsung.health.exercise.comment,title
    a-1,2026-10-01 06:00:00.000,UTC+0200,1002,3753000,10020.0,150,171,55,54,10750,30001,Easy,Loop
    a-2,2026-10-02 06:00:00.000,UTC+0200,1001,600000,800.0,,,,,,,,
    a-3,1791007200000,UTC-0530,14001,600000,400.0,,,,,,,,

    """

  /// The form of exports before 2024.
  static let polar = """
    {"exportVersion":"1.6","name":"Loop","startTime":"2026-10-01T08:00:00.000",
    "stopTime":"2026-10-01T09:05:00.000","timezoneOffset":120,"distance":10020.0,
    "duration":"PT3753S","maximumHeartRate":171,"averageHeartRate":150,"kiloCalories":700,
    "physicalInformationSnapshot":{"sex":"FEMALE","maximumHeartRate":190},
    "exercises":[{"startTime":"2026-10-01T08:00:00.000","stopTime":"2026-10-01T09:05:00.000",
    "timezoneOffset":120,"duration":"PT1H2M33S","distance":10020.0,"sport":"TRAIL_RUNNING",
    "ascent":55.0,"descent":54.0,"heartRate":{"min":90,"avg":150,"max":171},
    "cadence":{"avg":86,"max":92},
    "samples":{"heartRate":[{"dateTime":"2026-10-01T08:00:00.000","value":120}]}}]}
    """

  /// The form of today, which is no sound JSON.
  static let polarOfToday = """
    {"identifier":{"id":"5022701696"},"startTime":"2026-10-01T08:00:00",
    "stopTime":"2026-10-01T09:05:00","name":"Loop","timezoneOffsetMinutes":120,
    "durationMillis":3753000,"distanceMeters":10020.0,"hrAvg":150,"hrMax":171,
    "sport":{"id":"27"},"product":{"modelName":"Polar Pacer"},
    "exercises":[{"startTime":"2026-10-01T08:00:00","durationMillis":3753000,
    "distanceMeters":10020.0,"ascentMeters":55.0,"descentMeters":54.0,"sport":{"id":"27"},
    "samples":{"samples":[{"type":"SPEED","intervalMillis":1000,"values":[NaN,NaN,9.5]}]},
    "statistics":{"statistics":[{"type":"STATISTICS_TYPE_HEART_RATE","avg":150,"max":171}]}}]}
    """

  static let suunto = """
    {"DeviceLog":{"Device":{"Name":"Suunto 9"},"Header":{"ActivityType":82,"Ascent":55,
    "Descent":54,"DateTime":"2026-10-01T08:00:00.000+02:00","Device":{"Name":"Suunto 9"},
    "Distance":10020,"Duration":3753.0,"PauseDuration":147.0,"StepCount":10750,
    "HR":[{"Avg":2.5,"Max":2.85,"Min":1.5}],"Cadence":[{"Avg":1.4333}]},
    "Samples":[{"TimeISO8601":"2026-10-01T08:00:00.000+02:00","HR":2.0,"Distance":0}]}}
    """

  static let suuntoSamples = """
    {"Samples":[{"Attributes":{"suunto/sml":{"Sample":{"Events":[{"Activity":{"ActivityType":3}}]}}},
    "TimeISO8601":"2026-10-01T08:00:00.000+02:00"},
    {"Attributes":"{\\"suunto/sml\\":{\\"Sample\\":{\\"HR\\":2.4,\\"Distance\\":5000}}}",
    "TimeISO8601":"2026-10-01T08:30:00.000+02:00"},
    {"Attributes":{"suunto/sml":{"Sample":{"HR":2.6,"Distance":10020}}},
    "TimeISO8601":"2026-10-01T09:02:33.000+02:00"}]}
    """

  static let zepp = """
    type,startTime,sportTime(s),maxPace(/meter),minPace(/meter),distance(m),avgPace(/meter),calories(kcal)
    1,2026-10-01 06:00:00+0000,3753,0.25,0.5,10020.0,0.37,700.0
    52,2026-10-02 06:00:00+0000,600,-1.0,-1.0,-1.0,-1.0,60.0

    """

  static let intervals = """
    id,start_date_local,start_date,name,description,type,moving_time,elapsed_time,distance,\
    total_elevation_gain,total_elevation_loss,average_heartrate,max_heartrate,average_cadence,\
    icu_rpe,icu_training_load,device_name
    i1001,2026-10-01T08:00:00,2026-10-01T06:00:00Z,Loop,Easy,TrailRun,3753,3900,10020.0,55,54,150,\
    171,86,6,70,Garmin Fenix
    i1002,2026-10-02T08:00:00,2026-10-02T06:00:00Z,Spin,,VirtualRide,600,600,5000,,,,,,,,

    """

  static let garmin = """
    Activity Type,Date,Favorite,Title,Distance,Calories,Time,Avg HR,Max HR,Avg Run Cadence,Avg Pace,\
    Total Ascent,Total Descent,Avg Stride Length,Steps,Number of Laps,Moving Time,Elapsed Time
    Running,10/1/2026 8:00,false,"Loop","10.02","1,036","1:02:33","150","171","172","6:15","55","54",\
    "0.93","10,750","11","1:02:00","1:05:00"
    Running,10/25/2026 8:00,false,"Loop","12.26","1,036","1:33","150","171","172","7:36","--","--",\
    "--","--","11","1:32:29","1:35"

    """

  static let strava = """
    Activity ID,Activity Date,Activity Name,Activity Type,Distance,Moving Time,Elevation Gain,\
    Elevation Loss,Filename
    7,"Oct 1, 2026, 6:00:00 AM",Loop,Run,10.02,3753,55,54,activities/7.fit.gz
    8,"10/25/2026 6:00",Loop,Run,10.02,3753,55,54,

    """

  static let runkeeper = """
    Activity Id,Date,Type,Route Name,Distance (mi),Duration,Average Pace,Climb (ft),GPX File
    0a1b,2026-10-01 08:00:00,Running,Loop,6.23,1:02:33,10:02,180,2026-10-01-0800.gpx
    0a1c,10/25/2026 8:00,Running,Loop,6.23,62:33:00,10:02,180,

    """

  static let all = [
    fitbit, samsung, polar, polarOfToday, suunto, suuntoSamples, zepp, intervals, garmin, strava,
    runkeeper,
  ]
}

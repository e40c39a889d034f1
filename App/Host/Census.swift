import Persian
import Engine
import Values

/// The census of 1395: the populations of the 31 provinces, compiled facts of the Persian room.
enum Census {
  static func load(into caller: Caller) throws {
    for province in Province.all {
      try caller.perform(
        "regions.record-population",
        .record([
          "province": .text(province.code), "year": 1395, "population": .int(Int64(province.census1395)),
          "source": "سرشماری عمومی نفوس و مسکن ۱۳۹۵، مرکز آمار ایران",
        ]))
    }
  }
}

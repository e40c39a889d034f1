import Contracts
import Feature

/// Registrations that may be one person. Nothing is merged by it.
struct FindDuplicates: Query {
  var person: Ref<PersonEntity>?

  struct Output: Codable, Sendable {
    var pairs: [Likeness]
  }

  static let spec = Spec(
    "people.duplicates", "ثبت‌های شاید تکراری", "Possible duplicates", "/people/duplicates", permission: .peopleRead,
    fields: ["person": ("تنها شبیه این شخص", "only those like this person")])

  func answer(in snapshot: borrowing Snapshot) throws -> Output {
    guard let person else { return Output(pairs: try DuplicateSearch.all(in: snapshot)) }
    return Output(pairs: try DuplicateSearch.similar(to: try snapshot.require(Person.self, person).id, in: snapshot))
  }
}

/// Looks for registrations that may be one person. The scope decides how far: an officer sees pairs of their own
/// province only, the national office also pairs across provinces.
enum DuplicateSearch {
  /// Pairs shown at most of each sort.
  private static let limit = 200

  /// All pairs in sight, the same IDs first.
  static func all(in snapshot: borrowing Snapshot) throws -> [Likeness] {
    let same = try snapshot.rows(
      """
      SELECT a.code, a.first_name || ' ' || a.family_name, a.province, a.father_key, a.birth,
        b.code, b.first_name || ' ' || b.family_name, b.province, b.father_key, b.birth
      FROM people_person a JOIN people_person b ON b.identity_index = a.identity_index AND b.id > a.id
      ORDER BY a.id LIMIT ?
      """, limit)
    let similar = try snapshot.rows(
      """
      SELECT a.code, a.first_name || ' ' || a.family_name, a.province, a.father_key, a.birth,
        b.code, b.first_name || ' ' || b.family_name, b.province, b.father_key, b.birth
      FROM people_person a JOIN people_person b ON b.name_key = a.name_key AND b.id > a.id
        AND (b.birth = a.birth OR (b.father_key = a.father_key AND abs(b.birth - a.birth) < 366))
      WHERE b.identity_index IS NOT a.identity_index OR a.identity_index IS NULL
      ORDER BY a.id LIMIT ?
      """, limit)
    return try same.map { try likeness($0, .sameID) } + similar.compactMap(scored)
  }

  /// Those that look like one person.
  static func similar(to person: ID<PersonEntity>, in snapshot: borrowing Snapshot) throws -> [Likeness] {
    try snapshot.rows(
      """
      SELECT a.code, a.first_name || ' ' || a.family_name, a.province, a.father_key, a.birth,
        b.code, b.first_name || ' ' || b.family_name, b.province, b.father_key, b.birth
      FROM people_person a JOIN people_person b ON b.name_key = a.name_key AND b.id <> a.id
        AND (b.birth = a.birth OR (b.father_key = a.father_key AND abs(b.birth - a.birth) < 366))
      WHERE a.id = ? ORDER BY b.id LIMIT ?
      """, person, limit
    ).compactMap(scored)
  }

  private static func scored(_ row: [Value]) throws -> Likeness? {
    let births = [row[4], row[9]].compactMap { $0.integer.map { JalaliDay(number: Int($0)) } }
    guard births.count == 2 else { return nil }
    switch (births[0] == births[1], row[3] == row[8]) {
    case (true, true): return try likeness(row, .sameInEverything)
    case (true, false): return try likeness(row, .sameNameAndBirth)
    case (false, _): return births[0].year == births[1].year ? try likeness(row, .sameNameFatherAndYear) : nil
    }
  }

  private static func likeness(_ row: [Value], _ evidence: Likeness.Evidence) throws -> Likeness {
    Likeness(
      first: try String(value: row[0]), firstName: try Personal(value: row[1]),
      firstProvince: try Province(value: row[2]),
      second: try String(value: row[5]), secondName: try Personal(value: row[6]),
      secondProvince: try Province(value: row[7]), evidence: evidence, score: evidence.score)
  }
}

import Contracts
import Feature

struct ListLicences: ListQuery {
  var institute: Ref<InstituteEntity>?
  var state: LicenceState?

  struct Item: Codable, Sendable {
    var id: ID<LicenceEntity>
    var code: String
    var institute: Code<InstituteEntity>
    var scope: String
    var signedOn: JalaliDay
    var validFrom: JalaliDay
    var validUntil: JalaliDay
    var state: LicenceState
  }

  static let spec = Spec(
    "institutes.licences", "پروانه‌ها", "Licences", "/institutes/licences", permission: .institutesRead,
    fields: ["institute": ("مؤسسه", "the institute"), "state": ("حالت", "state")])

  func selection() -> Selection {
    Selection(
      from: """
        (SELECT l.*, i.code AS institute_code,
          CASE WHEN EXISTS (SELECT 1 FROM institutes_licence n WHERE n.institute = l.institute AND n.id > l.id) THEN 'renewed'
            WHEN i.state = 'licensed' THEN 'inForce' WHEN i.state = 'dissolved' THEN 'ended' ELSE i.state END AS standing
          FROM institutes_licence l JOIN institutes_institute i ON i.id = l.institute) t
        """
    )
    .refer(institute, "t.institute = ?")
    .filter("t.standing = ?", state)
    .column("institute", "t.institute_code")
    .column("state", "t.standing")
    .newestFirst()
  }
}
